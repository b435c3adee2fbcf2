"""Which event a passage tells of."""

from __future__ import annotations

import pytest

from generator.comparison.events import events, of_one_event
from generator.main_event import tell_events
from generator.model import Contrast, Found, Kind, Metadata, Passage, Telling
from generator.passages import find_passages
from generator.segment import segment
from generator.similarity.pairs import make_pairs
from generator.similarity.profile import make_profiles
from tests.making import document, passage

FRIDAY = Metadata(published=Found("2024-05-03", "byline"))
LEAD = "The Karvia dam broke on Wednesday, and the town of Brodec was flooded.\n\nRescuers worked all night.\n\n"


def passages(text: str, known: Metadata = FRIDAY) -> tuple[Passage, ...]:
    article = document(LEAD + text)
    return tell_events(find_passages(article, segment(article)), (known,), ("one",))


def last(text: str, known: Metadata = FRIDAY) -> Passage:
    return passages(text, known)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "A levee near Tarn gave way in 1998 and killed nine people.",
        "In 1998, a levee near Tarn gave way and killed nine people.",
        "Last November, a levee near Tarn gave way.",
        "A levee near Tarn began leaking in 1998.",
        "A few years ago, a levee near Tarn gave way.",
        "A similar accident killed nine people near Tarn.",
    ],
)
def test_what_lies_long_back_or_is_named_beside_the_story_is_another_event(text: str) -> None:
    found = last(text)
    assert (found.telling, found.kind) == (Telling.ANOTHER, Kind.BACKGROUND)


@pytest.mark.parametrize(
    "text",
    [
        "The gates were opened on Tuesday.",
        "The gates were opened three weeks ago.",
        "The dam, which was built in 1998, was closed.",
        "The company that built it in 1998 closed its office.",
        "Farmers have used the water since 1998.",
        "The town will vote on a new dam in November.",
        "Wednesday’s flood passed the mark that was set in 1998.",
        "A similar accident happened near Tarn the same night.",
    ],
)
def test_what_is_not_shown_to_be_of_another_event_is_of_this_one(text: str) -> None:
    assert last(text).telling is Telling.MAIN


def test_what_those_did_before_who_take_part_is_what_came_before() -> None:
    found = last("Karvia flooded Brodec in 1998.")
    assert (found.telling, found.telling_reason) == (
        Telling.BEFORE,
        "of another time than the story: “in 1998”",
    )


def test_a_paragraph_goes_on_with_another_event() -> None:
    found = last("A levee near Tarn gave way in 1998. The water killed nine people.")
    assert (found.telling, found.telling_reason) == (
        Telling.ANOTHER,
        "goes on with what is of another time than the story: “in 1998”",
    )


def test_the_next_paragraph_does_not() -> None:
    assert last("A levee near Tarn gave way in 1998.\n\nThe water killed nine people.").telling is Telling.MAIN


def test_the_lead_of_an_article_is_the_main_event() -> None:
    article = document("A levee near Tarn gave way in 1998 and killed nine people.")
    (found,) = tell_events(find_passages(article, segment(article)), (FRIDAY,), ("one",))
    assert (found.telling, found.telling_reason) == (Telling.MAIN, "the lead of its article")


def test_without_a_day_of_any_article_nothing_is_long_back() -> None:
    assert last("A levee near Tarn gave way in 1998.", Metadata()).telling is Telling.MAIN


def test_a_saying_of_another_time_keeps_its_kind() -> None:
    found = last("Mayor Ilka Novotar said in 1998 that the dam was safe.")
    assert (found.telling is Telling.MAIN, found.kind) == (False, Kind.STATEMENT)


def test_what_is_told_by_the_way_of_another_time_is_marked() -> None:
    found = last("It was the worst flood since the 1998 disaster that killed nine people.")
    assert [found.told[start:end] for start, end in found.elsewhere] == [
        "since the 1998 disaster that killed nine people"
    ]


def test_two_passages_on_one_year_may_tell_of_one_event() -> None:
    then, again, now = passages(
        "A levee near Tarn gave way in 1998.\n\nThe 1998 flood near Tarn killed nine.\n\nNine people are missing."
    )[-3:]
    assert of_one_event(then, again) and not of_one_event(then, now)


def _contrast(told: Telling, reason: str, other: Telling) -> Contrast | None:
    one = passage("The pier burned on Friday.", telling=told, telling_reason=reason)
    two = passage("The pier burned.", source="two", telling=other, telling_reason="of another time")
    (pair,) = make_pairs(make_profiles((one, two)), [(0, 1)])
    return events(pair)


def test_what_surely_tells_of_the_main_event_says_nothing_of_another() -> None:
    found = _contrast(Telling.MAIN, "in the lead of its article", Telling.ANOTHER)
    assert found is not None and found.reason == "two events: of another time"
    assert _contrast(Telling.MAIN, "", Telling.ANOTHER) is None
    assert _contrast(Telling.MAIN, "in the lead of its article", Telling.MAIN) is None
