"""Which stories are suggested for an article."""

from __future__ import annotations

from datetime import date

import pytest

from generator.nearest import Stories, Text
from tests.intake.articles import BRIDGE, FERRY, LUNCH, MARKET, WEIR

DAY = date(2031, 3, 11)
STORIES = {"weir": [Text(WEIR, DAY)], "bridge": [Text(BRIDGE, DAY)], "lunch": [Text(LUNCH, DAY)]}


def test_the_story_that_shares_the_rarest_words_comes_first_with_the_words() -> None:
    (first, *_) = Stories(STORIES).nearest(Text(FERRY, DAY))
    assert first.story == "bridge"
    assert first.words == ("shut", "harbour", "Sund", "ferry")


def test_what_is_like_no_story_is_suggested_none() -> None:
    assert Stories(STORIES).nearest(Text("Zwölf Orgeln erklingen zugleich", DAY)) == ()
    assert Stories({}).nearest(Text(WEIR, DAY)) == ()


@pytest.mark.parametrize(("day", "story"), [(date(2031, 3, 12), "new"), (date(2030, 1, 3), "old"), (None, "new")])
def test_of_two_stories_that_are_alike_the_nearer_in_time_comes_first(day: date | None, story: str) -> None:
    stories = Stories({"old": [Text(WEIR, date(2030, 1, 2))], "new": [Text(WEIR, DAY)], "lunch": [Text(LUNCH)]})
    found = stories.nearest(Text(WEIR.partition("\n")[0], day), most=2)
    assert {one.story for one in found} == {"old", "new"}
    if day is not None:
        assert found[0].story == story


def test_an_article_left_out_does_not_speak_for_its_story() -> None:
    stories = Stories({"weir": [Text(WEIR, DAY), Text(MARKET, DAY)], "bridge": [Text(BRIDGE, DAY)]})
    best = stories.nearest(Text(WEIR, DAY))[0]
    without = {one.story: one.score for one in stories.nearest(Text(WEIR, DAY), without=("weir", 0))}
    assert best.story == "weir" and without.get("weir", 0) < best.score / 2


def test_a_story_that_has_just_been_made_is_suggested() -> None:
    stories = Stories(STORIES)
    stories.add("hall", Text(MARKET, DAY))
    assert stories.nearest(Text("A market hall for Sund, the council decided", DAY))[0].story == "hall"
