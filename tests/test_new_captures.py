"""A decision is keyed by exact quotes, so that a capture which comes later breaks none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from generator import pipeline
from generator.load import load_story
from generator.model import Claim, Decision, Quote, Role, Story, Verb, Workings

ROOT = Path(__file__).parent
STORIES = ("stories/dam-talks", "spec/ghana-election-count", "spec/oakhaven-striker-transfer")
CAPTURES = [(story, path.stem) for story in STORIES for path in sorted((ROOT / story / "captures").iterdir())]


def decided(claims: tuple[Claim, ...], known: set[str]) -> tuple[Decision, ...]:
    """The decisions of an editor who leads each claim as it is, joins what supports it and gives it a section, parts
    each two claims that follow one another, and lists the first in brief."""
    leads = [Quote(one.citations[0].source, one.citations[0].quote) for one in claims]
    made = [Decision(Verb.LEAD, 0, (quote,)) for quote in leads]
    made += [Decision(Verb.SECTION, 0, (quote,), f"Part {place % 5}") for place, quote in enumerate(leads)]
    made += [Decision(Verb.APART, 0, pair) for pair in pairwise(leads)]
    made += [
        Decision(Verb.SAME, 0, (lead, Quote(other.source, other.quote)))
        for one, lead in zip(claims, leads, strict=True)
        for other in one.supports[1:]
        if other.passage not in known
    ]
    made.append(Decision(Verb.BRIEF, 0, tuple(leads[:3])))
    return tuple(replace(one, line=line) for line, one in enumerate(made, start=1))


def counted_elsewhere(claims: tuple[Claim, ...]) -> set[str]:
    """Passages that stand under more than one claim."""
    found = [one.passage or "" for claim in claims for one in claim.supports]
    return {one for one in found if found.count(one) > 1}


def leads(workings: Workings) -> set[str]:
    return {group.lead.passage for group in workings.groups}


@pytest.mark.parametrize(("name", "capture"), CAPTURES)
def test_all_decisions_hold_with_a_capture_that_comes_later(name: str, capture: str) -> None:
    whole = load_story(ROOT / name)
    first = replace(whole, sources=tuple(one for one in whole.sources if one.id != capture))
    claims = pipeline.build(first).claims
    decisions = decided(claims, counted_elsewhere(claims))
    before = work(first, decisions)
    after = work(whole, decisions)
    assert after.rulings.lost == before.rulings.lost == ()
    assert {one.passage for one in after.rulings.leads} <= leads(after)
    for joined in after.rulings.same:
        assert [group for group in after.groups if counts(group) >= set(joined)]


def counts(group: object) -> set[str]:
    return {one.passage for one in group.members if one.role in (Role.LEAD, Role.SUPPORT)}  # type: ignore[attr-defined]


def work(story: Story, decisions: tuple[Decision, ...]) -> Workings:
    """The workings of a story with these decisions, of which the digest keeps every promise."""
    ruled = replace(story, decisions=decisions, decisions_path="decisions.yaml")
    workings = pipeline.work(ruled)
    pipeline.finish(ruled, workings)
    return workings
