from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.compose import compose
from generator.model import Found, Kind, Metadata, TimelineEntry
from tests.making import story, workings


def dated(text: str, published: Found | None = None, **known: dict[str, Any]) -> tuple[TimelineEntry, ...]:
    one = story(alpha=text)
    works = replace(workings(one, **known), metadata=(Metadata(published=published),))
    return compose(one, works, None).timeline


FRIDAY = Found("2023-11-03", "byline")


def test_a_date_written_in_full_dates_its_claim() -> None:
    (entry,) = dated("The dam broke on 4 May 2021.")
    assert (entry.label, entry.words, entry.doubt) == ("4 May 2021", "4 May 2021", None)


def test_a_weekday_is_counted_from_the_sources_own_date() -> None:
    (entry,) = dated("The dam broke on Thursday.", FRIDAY)
    assert entry.label == "2 November 2023"


def test_a_weekday_without_a_date_of_publication_dates_nothing() -> None:
    assert dated("The dam broke on Thursday.") == ()


def test_the_doubt_of_the_sources_date_goes_on_to_what_is_counted_from_it() -> None:
    (entry,) = dated("The dam broke on Thursday.", replace(FRIDAY, doubt="may be the day of capture"))
    assert entry.doubt == "may be the day of capture"


def test_a_month_is_a_range() -> None:
    (entry,) = dated("The dam broke in March 2022.")
    assert (entry.first.day, entry.last.day, entry.label) == (1, 31, "March 2022")


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("on March 18 to 20, 2025", "18 to 20 March 2025"),
        ("in 2015", "2015"),
        ("last week", "23 to 29 October 2023"),
        ("earlier this week", "30 October 2023 to 5 November 2023"),
    ],
)
def test_days_are_printed_as_a_reader_writes_them(words: str, label: str) -> None:
    (entry,) = dated(f"The dam broke {words}.", FRIDAY)
    assert entry.label == label


def test_a_date_written_in_full_needs_no_doubt_of_the_sources_date() -> None:
    (entry,) = dated("The dam broke on 4 May 2021.", replace(FRIDAY, doubt="may be the day of capture"))
    assert entry.doubt is None


def test_two_sources_that_date_a_claim_alike_give_one_entry() -> None:
    one = story(alpha="The dam broke on 4 May 2021.", beta="On 4 May 2021 the dam broke.")
    merged = tuple(passage.id for passage in workings(one).passages)
    assert len(compose(one, workings(one, merged=(merged,)), None).timeline) == 1


def test_two_dates_in_one_passage_date_nothing_for_certain() -> None:
    assert dated("The dam, repaired in March 2020, broke on 4 May 2021.") == ()


def test_a_date_that_only_bounds_is_no_event() -> None:
    assert dated("The dam has leaked since March 2020.") == ()


def test_an_assessment_is_no_event() -> None:
    assert dated("The dam may break in March 2027.", None, The={"kind": Kind.ASSESSMENT}) == ()


def test_entries_are_in_the_order_of_their_days() -> None:
    entries = dated("Rain fell on 6 May 2021.\nThe dam broke on 4 May 2021.")
    assert [entry.label for entry in entries] == ["4 May 2021", "6 May 2021"]


@pytest.mark.parametrize("text", ["The rule takes effect on Monday.", "The debate is expected on 2 December."])
def test_a_day_that_is_to_come_dates_its_claim_whatever_its_kind(text: str) -> None:
    (entry,) = dated(text, FRIDAY)

    assert entry.first > date(2023, 11, 3)


def test_a_day_that_a_plan_is_set_for_dates_it() -> None:
    (entry,) = dated("The minister plans a visit for 4 December.", FRIDAY)

    assert entry.label == "4 December 2023"


def test_a_bound_dates_nothing_where_it_is_read_with_its_word() -> None:
    assert dated("The firm has leased the dam since 1931.", FRIDAY) == ()
