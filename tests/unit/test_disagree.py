"""Disagreement: each case of the fixtures is one rule, or one trap that it must not fall into. All text is invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compare import compare
from generator.disagree import contradicts, find_differences
from generator.model import Difference, Group, Member, Passage, Role
from generator.passages import find_passages
from generator.segment import segment
from tests.making import document

FIXTURES = Path(__file__).parent.parent / "fixtures" / "disagree"
_CASE = re.compile(r"^## (?P<title>.+)\n```\n(?P<given>[^`]*)```\n```\n(?P<expected>[^`]*)```$", re.MULTILINE)


def passages_of(text: str, source: str) -> tuple[Passage, ...]:
    made = document(text, source)
    return find_passages(made, segment(made))


def story(given: str) -> tuple[Passage, ...]:
    """Passages of the sources of a case, one source a line: ``gazette: Its whole text.``"""
    lines = (line.split(": ", 1) for line in given.strip().split("\n"))
    return tuple(passage for source, text in lines for passage in passages_of(text, source))


def group(*members: str) -> Group:
    roles = [Role.LEAD, *[Role.SUPPORT] * (len(members) - 1)]
    return Group(tuple(Member(one, role, "given") for one, role in zip(members, roles, strict=True)), members[0])


def alone(passages: tuple[Passage, ...]) -> tuple[Group, ...]:
    return tuple(group(passage.id) for passage in passages if passage.omit is None)


def differences(given: str) -> tuple[Difference, ...]:
    passages = story(given)
    return find_differences(passages, compare(passages), alone(passages))[0]


def shown(found: tuple[Difference, ...]) -> str:
    """Differences in the form in which the fixtures expect them."""
    if not found:
        return "none\n"
    lines = []
    for difference in found:
        lines.append(f"{difference.kind}: {difference.question}")
        for side in difference.sides:
            sources = dict.fromkeys(passage.split(":")[0] for passage in side.passages)
            lines.append(f"- {side.text}: {' '.join(sources)}")
    return "\n".join(lines) + "\n"


def cases() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.md")):
        for match in _CASE.finditer(path.read_text(encoding="utf-8")):
            yield pytest.param(match["given"], match["expected"], id=f"{path.stem}: {match['title']}")


@pytest.mark.parametrize(("given", "expected"), tuple(cases()))
def test_a_story_shows_its_disagreements_and_no_others(given: str, expected: str) -> None:
    assert shown(differences(given)) == expected


DENIED = """
gazette: Peru has claimed that Chile delivered rifles to Norway. Chile denies these allegations.
courier: Peru alleges that Chile sent rifles to Norway.
"""


def test_every_difference_names_the_rule_and_what_it_rests_on() -> None:
    (difference,) = differences(DENIED)
    assert difference.reason.startswith("claim and denial: the denial by Chile")


def test_every_side_cites_passages_of_the_story() -> None:
    known = {passage.id for passage in story(DENIED)}
    (difference,) = differences(DENIED)
    assert all(side.passages and set(side.passages) <= known for side in difference.sides)


def test_a_passage_that_is_left_out_takes_no_part() -> None:
    passages = story(DENIED)
    omitted = tuple(
        replace(passage, omit="asserts nothing") if "denies" in passage.text else passage for passage in passages
    )
    assert find_differences(omitted, (), alone(omitted)) == ((), ())


def test_differences_between_the_same_clusters_are_one() -> None:
    passages = story(
        """
gazette: Norway welcomed the fishing treaty signed with Peru in March.
courier: Norway condemned the fishing treaty signed with Peru in March.
herald: Norway condemned the fishing treaty signed with Peru in March.
"""
    )
    ids = [passage.id for passage in passages]
    together = (group(ids[0]), group(ids[1], ids[2]))
    assert len(find_differences(passages, compare(passages), together)[0]) == 1


def test_the_order_of_the_sources_does_not_change_what_is_found() -> None:
    lines = DENIED.strip().split("\n")
    one, other = differences(DENIED), differences("\n".join(reversed(lines)))
    assert {d.question for d in one} == {d.question for d in other}


def test_two_texts_contradict_each_other_where_each_gives_its_own_answer() -> None:
    a = passages_of("The council approved the plan for the north pier.", "a")
    b = passages_of("The council did not approve the plan for the north pier.", "b")
    found = contradicts(a, b)
    assert found is not None
    assert len(found.sides) == 2


def test_two_texts_that_agree_do_not_contradict_each_other() -> None:
    a = passages_of("The council approved the plan for the north pier.", "a")
    assert contradicts(a, a) is None


def test_an_article_that_reports_claim_and_denial_does_not_contradict_the_claim() -> None:
    article = passages_of(
        "Peru has claimed that Chile delivered rifles to Norway. Chile denies these allegations.", "a"
    )
    claim = passages_of("Peru claims that Chile delivered rifles to Norway.", "b")
    assert contradicts(article, claim) is None


def test_no_passages_give_no_differences() -> None:
    assert find_differences((), (), ()) == ((), ())
    assert contradicts((), ()) is None


def test_a_value_between_two_does_not_make_them_one_answer() -> None:
    found = differences(
        """
gazette: The flood at Lima destroyed 100 houses on Monday.
courier: The flood at Lima destroyed about 107 houses on Monday.
herald: The flood at Lima destroyed 118 houses on Monday.
"""
    )
    assert all(len(difference.sides) > 1 for difference in found)
