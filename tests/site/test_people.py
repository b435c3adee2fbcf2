"""Which office the sources give those whom a story names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator import pipeline
from generator.language.persons import offices_of
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


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("House Speaker Ada Brell opened the harbour.", "House Speaker"),
        ("Secretary of State Ada Brell opened the harbour.", "Secretary of State"),
        ("A letter to special counsel Ada M. Brell’s office was lost.", "special counsel"),
        ("Sen. Ada Brell, R-Tarn, opened the harbour.", "Senator"),
        ("On Monday Health and Human Services Secretary Ada Brell opened it.", "Health and Human Services Secretary"),
        ("Mayor Jon Orm and Defense Secretary Ada Brell opened the harbour.", "Defense Secretary"),
        ("Aides for special counsel Ada Brell opened the harbour.", "special counsel"),
        ("Ada Brell, a lawyer for Tarn Ferries, opened the harbour.", "lawyer for Tarn Ferries"),
        ("His lawyer Ada Brell opened the harbour.", "lawyer"),
    ],
)
def test_another_office_is_told_in_the_words_of_the_source(sentence: str, office: str) -> None:
    assert list(offices_of(sentence, "Ada Brell")) == [office]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Brell opened the harbour.",
        "Yesterday Ada Brell opened the harbour.",
        "The Hill told Mr. Ada Brell so.",
        "Mayor Jon Orm met Ada Brell.",
        "Ada Brell, a friend of Tarn, opened the harbour.",
    ],
)
def test_what_is_no_office_beside_the_full_name_is_none(sentence: str) -> None:
    assert list(offices_of(sentence, "Ada Brell")) == []


def test_offices_that_sources_call_differently_stand_both_there_and_one_that_another_holds_once() -> None:
    words = ("Senator Ada Brell came.", "Tarn Senator Ada Brell came.", "Ada Brell, a lawyer for Velm, came.")
    found = offices(digest(*(f"{one} The rain stopped at noon over the harbour." for one in words)))
    assert found == {"Ada Brell": "Tarn Senator; lawyer for Velm"}
