"""Dates in text and what they mean. The anchor is Friday, 3 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from generator.language.ahead import dates_saying
from generator.language.dates import Precision, find_dates

ANCHOR = date(2024, 5, 3)


def meaning(text: str, anchor: date | None = ANCHOR) -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], str(one.first), str(one.last)) for one in find_dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 18, 2025", "2025-03-18"),
        ("Mar. 18 2025", "2025-03-18"),
        ("18 March 2025", "2025-03-18"),
        ("18th of March, 2025", "2025-03-18"),
        ("Tuesday, March 18, 2025", "2025-03-18"),
        ("MARCH 18, 2025", "2025-03-18"),
        ("2025-03-18", "2025-03-18"),
        ("2025/03/18", "2025-03-18"),
        ("31/12/2024", "2024-12-31"),
        ("12/31/2024", "2024-12-31"),
        ("18.3.2025", "2025-03-18"),
    ],
)
def test_a_whole_date_needs_no_anchor(text: str, day: str) -> None:
    assert meaning(f"It was {text}, they said.", None) == [(text, day, day)]
    assert find_dates(text)[0].written


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on Thursday", "2024-05-02", "2024-05-02"),
        ("on Friday", "2024-05-03", "2024-05-03"),
        ("last Friday", "2024-04-26", "2024-04-26"),
        ("next Friday", "2024-05-10", "2024-05-10"),
        ("yesterday", "2024-05-02", "2024-05-02"),
        ("March 18", "2024-03-18", "2024-03-18"),
        ("18 March", "2024-03-18", "2024-03-18"),
        ("Dec. 28", "2023-12-28", "2023-12-28"),
        ("May 20", "2024-05-20", "2024-05-20"),
        ("March 18 to 20", "2024-03-18", "2024-03-20"),
        ("March 18-20, 2023", "2023-03-18", "2023-03-20"),
        ("in October", "2023-10-01", "2023-10-31"),
        ("last May", "2023-05-01", "2023-05-31"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("last week", "2024-04-22", "2024-04-28"),
        ("earlier this month", "2024-05-01", "2024-05-31"),
        ("next year", "2025-01-01", "2025-12-31"),
        ("three days ago", "2024-04-30", "2024-04-30"),
        ("two months ago", "2024-03-01", "2024-03-31"),
    ],
)
def test_what_a_date_leaves_out_comes_from_the_anchor(text: str, first: str, last: str) -> None:
    assert meaning(f"They met {text}; it rained.") == [(text, first, last)]


def test_words_that_speak_of_the_future_turn_a_date_forward() -> None:
    assert meaning("They will meet on Monday.") == [("on Monday", "2024-05-06", "2024-05-06")]
    assert meaning("A visit is planned for October 5.") == [("October 5", "2024-10-05", "2024-10-05")]
    assert meaning("It is expected in October.") == [("in October", "2024-10-01", "2024-10-31")]


def test_a_weekday_before_a_whole_date_belongs_to_it() -> None:
    assert meaning("It was taken on Saturday, April 30, 2022.") == [
        ("Saturday, April 30, 2022", "2022-04-30", "2022-04-30")
    ]


def test_a_month_may_name_its_year_by_relation() -> None:
    assert meaning("They met in April last year.") == [("in April last year", "2023-04-01", "2023-04-30")]


def test_a_day_that_an_event_is_named_after_is_past() -> None:
    assert meaning("They will look into Sunday morning's crash.") == [("Sunday morning's", "2024-04-28", "2024-04-28")]


def test_a_date_far_into_a_long_text_is_found_where_it_stands() -> None:
    text = "words " * 500 + "on 7 May 2024 " + "words " * 500
    assert meaning(text) == [("7 May 2024", "2024-05-07", "2024-05-07")]


def test_the_future_of_another_sentence_has_no_say() -> None:
    assert meaning("It will rain. They met on Monday.") == [("on Monday", "2024-04-29", "2024-04-29")]


@pytest.mark.parametrize(
    "text",
    [
        "6 Min Read 98.7k Views",
        "Shares soar 6% on news",
        "They may march 5 miles",
        "It may 5 times",
        "the Sept. 11 attacks",
        "a bill of 2,024 pages",
        "at 03:11 on channel 2019",
        "03/11/2023",
        "February 31, 2024",
        "version 2024.1.2",
        "April's end, in May's words",
        "This Friday's game",
        "No. 2023-11-031",
    ],
)
def test_what_is_no_date_or_two_gives_none(text: str) -> None:
    assert meaning(text) == []


def test_without_an_anchor_only_whole_dates_are_found() -> None:
    assert meaning("On Thursday, March 18, in October, on 5 May 2024.", None) == [
        ("5 May 2024", "2024-05-05", "2024-05-05")
    ]


def test_each_date_tells_its_unit_and_what_was_inferred() -> None:
    units = {
        "on Thursday": Precision.DAY,
        "last week": Precision.WEEK,
        "in March": Precision.MONTH,
        "in 2019": Precision.YEAR,
    }
    for text, unit in units.items():
        (one,) = find_dates(f"It was {text}.", ANCHOR)
        assert one.precision is unit
        assert one.written == (text == "in 2019")


def test_an_anchor_at_the_end_of_time_does_no_harm() -> None:
    for anchor in (date.min, date.max):
        assert meaning("Next year, last week, on Monday, in October, May 20.", anchor) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("She was killed by a lorry on Monday.", "2024-04-29"),
        ("The council voted on Monday to shut the pool.", "2024-04-29"),
        ("On Monday the council voted to shut the pool.", "2024-04-29"),
        ("Police managed to free her on Monday.", "2024-04-29"),
        ("Two men arrested on Monday were fined.", "2024-04-29"),
        ("The pool would close, she said on Monday.", "2024-04-29"),
        ("The pool would stay; on Monday it was shut.", "2024-04-29"),
        ("Norland accuses the firm of dumping waste on Monday.", "2024-04-29"),
        ("The pool is opening on Monday.", "2024-05-06"),
        ("The rule takes effect on Monday.", "2024-05-06"),
        ("On Monday, voters will choose a mayor.", "2024-05-06"),
        ("The court ordered the firm to pay on Monday.", "2024-05-06"),
        ("The strike, planned for Monday, was called off.", "2024-05-06"),
        ("He was due to appear in court on Monday.", "2024-05-06"),
        ("He hopes to win in November.", "2024-11-01"),
        ("She leads ahead of the election in November.", "2024-11-01"),
        ("She faces voters in November.", "2024-11-01"),
        ("The budget is due on 18 November.", "2024-11-18"),
        ("He won in November.", "2023-11-01"),
        ("The visit follows a summit held by both in November.", "2023-11-01"),
        ("The visit follows a summit in November.", "2023-11-01"),
    ],
)
def test_the_verb_that_a_day_hangs_on_decides_whether_it_lies_ahead(text: str, first: str) -> None:
    assert [str(one.first) for one in find_dates(text, ANCHOR)] == [first]


def test_each_day_of_a_sentence_hangs_on_its_own_verb() -> None:
    text = "Two men arrested on Monday will appear in court on Tuesday, police said on Wednesday."

    assert [str(one.first) for one in find_dates(text, ANCHOR)] == ["2024-04-29", "2024-05-07", "2024-05-01"]


@pytest.mark.parametrize(
    ("text", "saying"),
    [
        ("The mayor said on Friday that the pool would close.", True),
        ("The pool would close, the mayor said Friday.", True),
        ("The mayor told the paper on Friday that it was over.", True),
        ("The pool closed on Friday, the mayor said.", False),
        ("The mayor said that the pool closed on Friday.", False),
    ],
)
def test_a_day_after_a_verb_of_saying_dates_the_saying(text: str, saying: bool) -> None:
    at = text.index("Friday")

    assert dates_saying(text, at, at + 6) is saying
