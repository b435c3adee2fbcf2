"""When a passage was written, and of which time it tells."""

from __future__ import annotations

from generator.asof import place_in_time
from generator.model import Found, Kind, Metadata, Passage
from tests.making import passage

FRIDAY = Metadata(published=Found("2024-05-03", "byline"))


def placed(text: str, known: Metadata = FRIDAY, **facts: object) -> Passage:
    (found,) = place_in_time((passage(text, **facts),), (known,), ("one",))
    return found


def test_a_passage_knows_the_day_of_its_article() -> None:
    assert str(placed("The dam broke.").written) == "2024-05-03"


def test_a_day_that_is_not_certain_orders_nothing() -> None:
    doubted = Metadata(published=Found("2024-05-03", "header", doubt="may be the day of capture"))
    assert placed("The dam broke.", doubted).written is None


def test_what_happened_in_another_year_is_background() -> None:
    found = placed("The dam broke in 1998 and killed nine people.")
    assert (found.kind, found.another_time) == (Kind.BACKGROUND, True)
    assert found.kind_reason == "of another time than the story: “in 1998”"


def test_what_is_left_out_is_not_read_for_its_time() -> None:
    assert not placed("The dam broke in 1998 and killed nine people.", omit="not read").another_time


def test_what_happened_this_week_is_of_the_story() -> None:
    assert placed("The dam broke on Wednesday.").kind is Kind.EVENT


def test_what_names_a_day_of_the_story_beside_one_long_past_is_of_the_story() -> None:
    assert not placed("The dam, built in 1998, broke on Wednesday.").another_time


def test_a_saying_of_another_time_keeps_its_kind() -> None:
    found = placed("The mayor said in 1998 that the dam was safe.", kind=Kind.STATEMENT)
    assert (found.kind, found.another_time) == (Kind.STATEMENT, False)


def test_without_a_date_of_its_article_nothing_is_placed() -> None:
    assert placed("The dam broke in 1998.", Metadata()).kind is Kind.EVENT
