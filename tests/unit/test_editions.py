"""An edition keeps an entry whole: nouns become plain values and come back, and an older program's are read."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.editions.codec import UnreadableError, from_plain, to_plain
from generator.editions.edition import canonical_hash, is_as_signed, last_change, make_edition
from generator.model import Digest, EditionKind, EditionMark, Hold, Kind, When
from tests.deciding import build, write_story
from tests.factories import digest

AT = datetime(2031, 5, 5, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("made", [digest, lambda: replace(digest(), holds=(Hold(AT, "We ask."),))])
def test_what_is_read_is_what_was_written(made: object) -> None:
    one = made()  # type: ignore[operator]
    assert from_plain(Digest, json.loads(json.dumps(to_plain(one)))) == replace(one, near_misses=())


def test_the_draft_of_a_story_is_kept_whole(tmp_path: Path) -> None:
    draft = replace(build(write_story(tmp_path / "pier")), near_misses=())
    assert from_plain(Digest, json.loads(json.dumps(to_plain(draft)))) == draft


@dataclass(frozen=True, slots=True)
class _Later:
    name: str
    added: int = 3  # by a later release


def test_a_field_that_a_later_release_adds_has_its_default_in_an_older_edition() -> None:
    assert from_plain(_Later, {"name": "a"}) == _Later("a")
    assert to_plain(_Later("a")) == {"name": "a"}


def test_a_field_that_a_later_release_drops_is_passed_over_in_an_older_edition() -> None:
    assert from_plain(_Later, {"name": "a", "dropped": [1]}) == _Later("a")


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (_Later, {}), (_Later, []), (_Later, {"name": 1}),
        (Kind, "rumour"), (date, "yesterday"), (date, 5), (tuple[str, ...], "words"), (tuple[str, int], ["a"]),
        (str, None), (int, "1"), (bytes, "?"),
    ],
)  # fmt: skip
def test_what_is_no_noun_is_refused(kind: type, plain: object) -> None:
    with pytest.raises(UnreadableError):
        from_plain(kind, plain)


def test_what_is_no_noun_cannot_be_written() -> None:
    with pytest.raises(TypeError, match="set is no noun"):
        to_plain({1})


def test_hashes_are_of_what_is_said_and_not_of_how_it_is_written() -> None:
    assert canonical_hash({"a": 1, "b": "é"}) == canonical_hash({"b": "é", "a": 1})
    assert canonical_hash({"a": 1}) != canonical_hash({"a": 2})


def test_the_last_change_is_the_last_edition_that_is_no_refile() -> None:
    marks = [
        EditionMark(number, kind, AT + timedelta(days=number))
        for number, kind in enumerate((EditionKind.FIRST, EditionKind.CORRECTED, EditionKind.REFILED), start=1)
    ]
    assert last_change(marks).number == 2


def test_a_draft_says_what_was_signed_whatever_signing_adds(tmp_path: Path) -> None:
    draft = build(write_story(tmp_path / "pier"))
    edition = make_edition(draft, None, EditionKind.FIRST, AT, "", "Ada Kell")
    assert is_as_signed(replace(draft, claims=edition.digest.claims), edition)
    when = When(date(2031, 5, 5), date(2031, 5, 6), "5 or 6 May 2031", certain=False)
    assert not is_as_signed(replace(draft, when=when), edition)


def test_an_edition_is_dated_by_its_signing_and_updated_by_the_last_that_readers_are_told_of() -> None:
    first = make_edition(replace(digest(), published=None), None, EditionKind.FIRST, AT)
    second = make_edition(digest(), first, EditionKind.CORRECTED, AT + timedelta(days=1), "A word.")
    third = make_edition(digest(), second, EditionKind.REFILED, AT + timedelta(days=2))
    assert [(one.digest.published, one.digest.updated) for one in (first, second, third)] == [
        (date(2031, 5, 5), date(2031, 5, 5)),
        (date(2031, 5, 5), date(2031, 5, 6)),
        (date(2031, 5, 5), date(2031, 5, 6)),
    ]
