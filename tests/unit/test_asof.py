"""When a passage was written."""

from __future__ import annotations

from generator.asof import place_in_time
from generator.model import Found, Metadata, Passage
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


def test_what_is_left_out_has_no_time() -> None:
    assert placed("The dam broke.", omit="not read").written is None
