"""When a passage was written."""

from __future__ import annotations

from dataclasses import replace

from generator.asof import place_in_time
from generator.model import Found, Metadata, Passage
from generator.pipeline import build, work
from tests.making import document, passage, source, story

FRIDAY = Metadata(published=Found("2024-05-03", "byline"))


def placed(text: str, known: Metadata = FRIDAY, **facts: object) -> Passage:
    (found,) = place_in_time((passage(text, **facts),), (known,), (document(text),))
    return found


def test_a_passage_knows_the_day_of_its_article() -> None:
    assert str(placed("The dam broke.").written) == "2024-05-03"


def test_a_day_that_is_not_certain_orders_nothing() -> None:
    doubted = Metadata(published=Found("2024-05-03", "header", doubt="may be the day of capture"))
    assert placed("The dam broke.", doubted).written is None


def test_what_is_left_out_has_no_time() -> None:
    assert placed("The dam broke.", omit="not read").written is None


def live_page(*entries: tuple[str, str, str]) -> str:
    made = "".join(
        f'<div><time datetime="{day}T18:00">{day}</time><h3>{head}</h3><p>{text}</p></div>'
        for day, head, text in entries
    )
    head = "<meta property=article:published_time content=2026-05-09T20:00><title>The dam of Velby: live</title>"
    return f"<html><head>{head}</head><body><main><h1>The dam of Velby: live</h1><div>{made}</div></main></body></html>"


ENTRIES = (
    ("2026-05-09", "Gap closed", "Engineers closed the last gap in the dam of Velby on Friday, the water board said."),
    (
        "2026-05-05",
        "Water falls",
        "The water in the streets of Velby fell by forty centimetres, the mayor said at noon.",
    ),
    (
        "2026-05-02",
        "Dam breaks",
        "The dam above Velby broke on Friday and flooded ninety houses, the fire brigade said.",
    ),
)


def test_on_a_live_page_a_passage_has_the_day_of_its_entry() -> None:
    works = work(replace(story(), sources=(source(live_page(*ENTRIES), media_type="text/html"),)))
    told = {text: str(passage.written) for passage in works.passages for _, _, text in ENTRIES if passage.text in text}
    assert told == {text: day for day, _, text in ENTRIES}


def test_a_day_of_the_week_on_a_live_page_is_counted_from_its_entry() -> None:
    digest = build(replace(story(), sources=(source(live_page(*ENTRIES), media_type="text/html"),)))
    assert [str(entry.first) for entry in digest.timeline] == ["2026-05-01", "2026-05-08"]
