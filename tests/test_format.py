"""digest.json is what its schema says: news-digest/2."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.load import load_story
from generator.pipeline import build
from generator.writers.json import AFFIX, schema_json, to_json
from tests.factories import digest

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = Draft202012Validator(json.loads(schema_json()))
STORIES = sorted((ROOT / "tests" / "stories").glob("*/digest.json"))


@pytest.fixture(scope="module")
def seed() -> dict[str, Any]:
    """The seed story's digest.json."""
    data: dict[str, Any] = json.loads(to_json(build(load_story(ROOT / "content" / "stories" / "lavrov-pyongyang"))))
    return data


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA.schema)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_an_accepted_digest_holds_to_the_schema(path: Path) -> None:
    SCHEMA.validate(json.loads(path.read_text(encoding="utf-8")))


def test_an_invented_digest_holds_to_the_schema() -> None:
    SCHEMA.validate(json.loads(to_json(digest())))


def test_the_seed_story_holds_to_the_schema(seed: dict[str, Any]) -> None:
    SCHEMA.validate(seed)


def test_a_citation_without_a_role_does_not(seed: dict[str, Any]) -> None:
    broken = copy.deepcopy(seed)
    del broken["claims"][0]["citations"][0]["role"]
    assert not SCHEMA.is_valid(broken)


def test_every_claim_has_one_lead_and_what_differs_says_in_which_respect(seed: dict[str, Any]) -> None:
    for claim in seed["claims"]:
        roles = [citation["role"] for citation in claim["citations"]]
        assert roles[0] == "lead"
        assert roles.count("lead") == 1
        assert all(("respect" in one) == (one["role"] == "differs") for one in claim["citations"])


def test_an_uncertain_date_is_given_with_both_bounds_and_what_they_rest_on(seed: dict[str, Any]) -> None:
    when = seed["when"]
    assert (when["from"], when["to"], when["certain"]) == ("2023-10-19", "2023-11-03", False)
    assert "may be the day on which it was saved" in when["text"]


def test_a_folded_claim_says_so(seed: dict[str, Any]) -> None:
    folded = {one for section in seed["sections"] if section["id"] == "also-reported" for one in section["claims"]}
    assert {claim["id"] for claim in seed["claims"] if claim["place"] == "folded"} == folded


def test_a_quote_stands_between_a_few_characters_of_its_capture(seed: dict[str, Any]) -> None:
    cited = [citation for claim in seed["claims"] for citation in claim["citations"]]
    assert {len(one["prefix"]) for one in cited if one["start"] > AFFIX} == {AFFIX}
    assert max(len(one["suffix"]) for one in cited) == AFFIX


def test_only_a_claim_that_a_later_edition_added_says_since_when_it_stands() -> None:
    first, second = (replace(claim, since=number) for number, claim in enumerate(digest().claims[:2], 1))
    told = json.loads(to_json(replace(digest(), claims=(first, second))))["claims"]
    assert [one.get("since") for one in told] == [None, 2]
