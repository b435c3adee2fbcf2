"""The examiner of the specification: what counts as found, as false and as merged rightly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.load import load_story
from generator.model import Difference, DisagreementKind, Group, Member, Role, Side, Workings
from generator.pipeline import work
from tests.spec.gold import ENGLISH, GERMAN, Conflict, Gold, Quote, read, slugs
from tools.spec_score import Reading, Tally, conflicts, merges, score

TOWN = "Eleven people died in the flood at Ostrow Bridge on Monday, the town council said in the evening."
STATE = "The flood killed fourteen people by Monday evening, according to the regional government."
RAIN = "More rain is expected in the hills above the town later in the week, forecasters said."
SNOW = "Heavy snow closed the pass above the valley for two days in January, the road office said."


def reading(folder: Path) -> Reading:
    """A story of two invented captures, run through the pipeline, with nothing merged and nothing in dispute."""
    captures = {"gazette": f"{TOWN}\n\n{RAIN}\n", "herald": f"{STATE}\n\n{SNOW}\n"}
    (folder / "captures").mkdir()
    for name, text in captures.items():
        (folder / "captures" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "story.md").write_text("---\ntitle: Flood\ndate: 2024-05-06\n---\n", encoding="utf-8")
    workings = work(load_story(folder))
    apart = tuple(group(passage.id) for passage in workings.passages)
    return Reading(captures, replace(workings, groups=apart, differences=()))


def group(*members: str, others: Role = Role.SUPPORT) -> Group:
    """A claim that its first member words."""
    lead, *rest = members
    return Group((Member(lead, Role.LEAD, "given"), *(Member(one, others, "given") for one in rest)), lead)


def gold(folder: Path, **judged: object) -> Gold:
    """An editor's reading that holds only what the test gives."""
    return replace(Gold("flood", folder, (), (), (), (), ()), **judged)  # type: ignore[arg-type]


def joined(known: Reading, *texts: str, others: Role = Role.SUPPORT) -> Reading:
    """The same story with the passages of these sentences in one claim."""
    members = tuple(one.id for one in known.workings.passages if one.text in texts)
    assert len(members) == len(texts)
    return with_workings(known, replace(known.workings, groups=(group(*members, others=others),)))


def disputed(known: Reading, kind: DisagreementKind, first: str, second: str) -> Reading:
    """The same story with one difference between these sentences."""
    ids = {one.text: one.id for one in known.workings.passages}
    sides = (Side("first", (ids[first],)), Side("second", (ids[second],)))
    return with_workings(known, replace(known.workings, differences=(Difference(kind, "Which?", sides, "made up"),)))


def with_workings(known: Reading, workings: Workings) -> Reading:
    return replace(known, workings=workings)


def toll() -> Conflict:
    return Conflict("number", ((Quote("gazette", TOWN),), (Quote("herald", STATE),)))


def test_a_difference_with_a_passage_on_either_side_is_found_in_whatever_order(tmp_path: Path) -> None:
    known = disputed(reading(tmp_path), DisagreementKind.NUMBER, STATE, TOWN)

    tally = conflicts(gold(tmp_path, disagreements=(toll(),)), known)

    assert (tally.found, tally.false) == (1, 0)


def test_a_difference_under_a_kind_that_does_not_fit_is_false_and_the_conflict_missed(tmp_path: Path) -> None:
    known = disputed(reading(tmp_path), DisagreementKind.NAME, TOWN, STATE)

    tally = conflicts(gold(tmp_path, disagreements=(toll(),)), known)

    assert (tally.found, tally.false) == (0, 1)


def test_a_difference_that_meets_one_side_only_is_false(tmp_path: Path) -> None:
    known = disputed(reading(tmp_path), DisagreementKind.NUMBER, TOWN, SNOW)

    tally = conflicts(gold(tmp_path, disagreements=(toll(),)), known)

    assert (tally.found, tally.false) == (0, 1)


def test_a_merged_pair_that_the_editor_merges_is_right(tmp_path: Path) -> None:
    known = joined(reading(tmp_path), TOWN, STATE)

    tally = merges(gold(tmp_path, same=((Quote("gazette", TOWN), Quote("herald", STATE)),)), known)

    assert (tally.wanted, tally.joined, tally.right, tally.wrong, tally.open) == (1, 1, 1, 0, 0)


def test_a_pair_in_one_claim_of_which_one_is_a_detail_is_joined_and_not_counted(tmp_path: Path) -> None:
    known = joined(reading(tmp_path), TOWN, STATE, others=Role.DETAIL)

    tally = merges(gold(tmp_path, same=((Quote("gazette", TOWN), Quote("herald", STATE)),)), known)

    assert (tally.wanted, tally.joined, tally.right) == (1, 1, 0)


def test_a_merged_pair_of_opposed_sides_is_wrong(tmp_path: Path) -> None:
    known = joined(reading(tmp_path), TOWN, STATE)

    tally = merges(gold(tmp_path, disagreements=(toll(),)), known)

    assert (tally.right, tally.wrong, tally.open) == (0, 1, 0)


def test_a_merged_pair_that_the_editor_did_not_judge_is_open(tmp_path: Path) -> None:
    known = joined(reading(tmp_path), RAIN, SNOW)

    tally = merges(gold(tmp_path), known)

    assert (tally.right, tally.wrong, tally.open) == (0, 0, 1)


def test_a_pair_that_must_stay_apart_is_wrong_within_one_source_too(tmp_path: Path) -> None:
    known = joined(reading(tmp_path), TOWN, RAIN)

    tally = merges(gold(tmp_path, not_same=((Quote("gazette", TOWN), Quote("gazette", RAIN)),)), known)

    assert tally.wrong == 1


def _all(language: str) -> Tally:
    return sum((score(read(slug, language)) for slug in slugs(language)), Tally())


def test_german_stories_are_read_four_fifths_as_well_as_english_ones() -> None:
    english, german = _all(ENGLISH), _all(GERMAN)

    def share(tally: Tally) -> dict[str, float]:
        return {
            "pairs in one claim": tally.joined / tally.wanted,
            "merged pairs that are right": tally.right / (tally.right + tally.wrong),
            "disagreements": tally.found / tally.conflicts,
            "disagreements that are no false alarm": tally.found / (tally.found + tally.false),
            "what asserts nothing": tally.omitted / tally.empty,
            "speakers": tally.speakers / tally.said,
            "kinds": tally.kinds / tally.said,
        }

    short = {name: value for name, value in share(german).items() if value < 0.8 * share(english)[name]}
    assert short == {}
    assert german.lost == 0
