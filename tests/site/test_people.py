"""Which office the sources give those whom a story names."""

from __future__ import annotations

from dataclasses import replace

from generator import pipeline
from generator.model import Digest
from generator.site.people import offices
from tests.making import story

ONE = "The Norwegian foreign minister, Ada Brell, opened the harbour of Tarn on Monday. The rain stopped at noon."
OTHER = "Norwegian Foreign Minister Ada Brell met the fishermen of the island. A ferry sank off the coast in May."
DIFFERENT = "Norwegian Defence Minister Ada Brell met the fishermen of the island. A ferry sank off the coast in May."


def digest(*texts: str) -> Digest:
    built = pipeline.build(story(**{f"source{number}": text for number, text in enumerate(texts)}))
    return replace(built, actors=("Norway", "Ada Brell"))


def test_a_person_has_the_office_that_the_sources_give() -> None:
    assert offices(digest(ONE, OTHER)) == {"Ada Brell": "foreign minister, Norway"}


def test_where_sources_differ_both_offices_stand_there() -> None:
    assert offices(digest(ONE, DIFFERENT)) == {"Ada Brell": "foreign minister, Norway; or defence minister, Norway"}


def test_whom_no_source_gives_an_office_has_none() -> None:
    assert offices(digest("Ada Brell opened the harbour of Tarn on Monday. The rain stopped at noon.")) == {}
