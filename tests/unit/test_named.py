"""Whom and what a story is about."""

from __future__ import annotations

from generator.compose.named import LONGEST, MOST, named
from generator.model import Clustering, Origin, Workings
from tests.making import passage


def named_by(*actors: tuple[str, str], **origins: str) -> tuple[str, ...]:
    """The actors of passages given as (source, actor); ``origins`` says what a source copies."""
    passages = tuple(
        passage(f"{actor} acts for the {number}th time.", source=source, actors=(actor,))
        for number, (source, actor) in enumerate(actors)
    )
    sources = dict.fromkeys(source for source, _ in actors)
    known = tuple(Origin(source, origins.get(source, source), 0.0) for source in sources)
    return named(Workings((), (), known, passages, (), Clustering(()), (), ()))


def test_an_actor_whom_two_sources_name_belongs_to_the_story() -> None:
    assert named_by(("one", "Ada Brell"), ("two", "Ada Brell")) == ("Ada Brell",)


def test_an_actor_whom_a_source_and_its_copy_name_once_does_not() -> None:
    assert named_by(("one", "Ada Brell"), ("two", "Ada Brell"), two="one") == ()


def test_an_actor_whom_one_source_names_again_and_again_does() -> None:
    assert named_by(*[("one", "Ada Brell")] * 3) == ("Ada Brell",)


def test_an_actor_in_passing_does_not() -> None:
    assert named_by(*[("one", "Ada Brell")] * 2) == ()


def test_the_most_named_comes_first() -> None:
    assert named_by(*[("one", "Orm")] * 3, *[("one", "Velm")] * 4) == ("Velm", "Orm")


def test_a_story_names_no_more_than_a_reader_looks_through() -> None:
    assert len(named_by(*[("one", f"Town {number}") for number in range(MOST + 5) for _ in range(3)])) == MOST


def test_a_run_of_capitals_that_no_name_is_long_enough_for_is_none() -> None:
    assert named_by(*[("one", "Velm " * LONGEST)] * 3) == ()


def test_a_family_name_counts_for_the_one_full_name_that_ends_with_it() -> None:
    assert named_by(*[("one", "Ada Brell")] * 2, *[("one", "Brell")] * 2) == ("Ada Brell",)


def test_a_family_name_of_two_counts_for_neither() -> None:
    known = [("one", "Ada Brell")] * 3 + [("one", "Jon Brell")] * 3 + [("one", "Brell")] * 4
    assert named_by(*known) == ("Brell", "Ada Brell", "Jon Brell")


def test_a_name_that_a_state_ends_with_stays_its_own() -> None:
    assert named_by(*[("one", "Korea")] * 3, *[("one", "North Korea")] * 4) == ("North Korea", "Korea")


def test_an_initial_a_short_name_and_an_office_are_names_of_one_person() -> None:
    known = (
        [("one", "William Orm")] * 3 + [("two", "Bill Orm")] + [("two", "William J Orm"), ("two", "Counsel Bill Orm")]
    )
    assert named_by(*known) == ("William Orm",)


def test_a_name_that_is_used_more_with_its_office_is_named_without_it() -> None:
    assert named_by(*[("one", "Counsel Ada Brell")] * 3, ("two", "Ada Brell")) == ("Ada Brell",)


def test_a_name_that_its_page_ran_into_another_is_none() -> None:
    assert named_by(*[("one", "Brell Ada Maria BrellGOP")] * 3) == ()
