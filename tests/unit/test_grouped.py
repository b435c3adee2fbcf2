"""Differences that a group shows, and those of two voices, one hour and one deed. All text is invented."""

from __future__ import annotations

from generator.model import Difference, DisagreementKind
from generator.pipeline import work
from tests.making import story


def told(**texts: str) -> list[tuple[DisagreementKind, set[str]]]:
    """The kinds of the differences of a story, each with its answers."""
    found: tuple[Difference, ...] = work(story(**texts)).differences
    return [(one.kind, {side.text for side in one.sides}) for one in found]


def test_one_deed_told_of_two_holders_of_an_office_asks_who_holds_it() -> None:
    found = told(
        gazette="Tarn County Clerk Odile Marrant ordered a second count of 4,200 postal ballots.",
        courier="Tarn County Clerk Tobias Renn has ordered a new count of some 4,200 postal ballots.",
    )
    assert (DisagreementKind.NAME, {"Odile Marrant", "Tobias Renn"}) in found


def test_a_deed_that_each_source_tells_once_with_another_weekday_is_a_question_of_the_day() -> None:
    found = told(
        gazette="Seven miners who were held in northern Mali since July were released on Tuesday.",
        courier="Their captors let them go on Wednesday, and a plane took them to Mali.",
    )
    assert (DisagreementKind.DATE, {"Tuesday", "Wednesday"}) in found


def test_two_speakers_who_count_one_thing_differ() -> None:
    found = told(
        gazette="Site manager Aud Solli said that two farms would lose land.",
        courier="Party spokesman Jo Hale said the dam would leave 14 farms under water.",
    )
    assert (DisagreementKind.NUMBER, {"two farms", "14 farms"}) in found


def test_another_number_of_what_was_counted_just_before_differs() -> None:
    found = told(
        gazette="The minister said the plant would produce power for 60,000 households.\n\n"
        "The union's spokesman put the number at 40,000 at most.",
    )
    assert [kind for kind, _ in found] == [DisagreementKind.NUMBER]


def test_what_an_article_says_itself_is_no_answer_to_one_whom_it_quotes() -> None:
    found = told(
        gazette="Its makers said the efficacy of the vaccine was 74 per cent.\n\n"
        "Among people who had had the fever before, the efficacy of the vaccine was 81 per cent.",
    )
    assert found == []


def test_a_president_who_is_not_named_may_be_the_one_who_is() -> None:
    words = "“We will repeal the law now and replace it at a later date”"
    found = told(gazette=f"{words}, Ada Kell said.", courier=f"{words}, the president said.")
    assert found == []


def test_a_quotation_whose_speaker_is_not_named_may_be_of_the_one_who_is() -> None:
    found = told(
        gazette="Ada Kell told the Gazette: “Now you wouldn’t think of the island, but they’re a rival. Norland is "
        "a rival in certain respects. Orm is a rival in trade.” The harbour closed at noon. A storm broke two masts. "
        "Divers left.",
        courier="“I think the island is a rival in trade,” he said. The museum bought a bell. Two whales were seen. "
        "The school has a new roof.",
    )
    assert found == []


OTHER_NEWS = (
    "The festival of lights drew nine hundred visitors to the old town last week.\n\nA baker in Orsund sold bread.",
    "Trains to the south ran late after snow fell in the hills.\n\nFarmers counted their sheep in spring.",
)


PLAN = "Norway may {verb} the northern harbour of the island of Hemmer for foreign ships"


def told_beside_other_news(*sentences: str) -> list[DisagreementKind]:
    gazette, courier = (f"{sentence}\n\n{news}" for sentence, news in zip(sentences, OTHER_NEWS, strict=True))
    return [kind for kind, _ in told(gazette=gazette, courier=courier)]


def test_a_plan_told_in_opposed_words_is_a_difference() -> None:
    found = told_beside_other_news(*(f"{PLAN.format(verb=verb)}." for verb in ("support", "oppose")))
    assert found == [DisagreementKind.STANCE]


def test_what_one_says_of_a_plan_in_opposed_words_is_no_dispute() -> None:
    said = f"{PLAN.format(verb='support')}, Ada Kell said.", f"{PLAN.format(verb='oppose')}, Kell said."
    assert told_beside_other_news(*said) == []
