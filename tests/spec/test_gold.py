"""The specification says only what its captures carry, and holds the mix of stories that it is meant to hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.spec.check import findings
from tests.spec.gold import FOLDERS, GERMAN, Quote, read, slugs


@pytest.mark.parametrize(("language", "slug"), [(language, slug) for language in FOLDERS for slug in slugs(language)])
def test_every_quote_of_a_story_stands_once_in_its_capture(language: str, slug: str) -> None:
    assert list(findings(read(slug, language))) == []


def test_a_quote_that_its_capture_does_not_hold_is_a_finding() -> None:
    gold = read(slugs()[0])
    source = gold.omit[0].source

    assert list(findings(replace(gold, omit=(Quote(source, "No outlet wrote this."),))))


def test_a_pair_that_is_both_the_same_and_not_the_same_is_a_finding() -> None:
    gold = read(slugs()[0])

    assert list(findings(replace(gold, not_same=(gold.same[0][:2],))))


@pytest.mark.parametrize("language", FOLDERS)
def test_half_of_the_stories_are_held_back_from_those_who_work_on_the_pipeline(language: str) -> None:
    assert [slug[0] <= "m" for slug in slugs(language)].count(True) == len(slugs(language)) // 2


def test_there_are_six_german_stories_of_three_outlets_or_more() -> None:
    stories = [read(slug, GERMAN) for slug in slugs(GERMAN)]

    assert len(stories) == 6
    assert all(len(list((gold.folder / "captures").glob("*.txt"))) >= 3 for gold in stories)


def test_some_stories_have_nothing_on_which_their_sources_differ() -> None:
    assert sum(not read(slug).disagreements for slug in slugs()) >= 4
