"""For whom a leading pronoun stands, by more than the sentence before it."""

from __future__ import annotations

from generator.compose.wording import word
from generator.language.openings import points_away
from tests.unit.test_passages import article


def named(*paragraphs: str | tuple[str, ...]) -> str | None:
    """Whom the pronoun of the last passage stands for."""
    last = article(*paragraphs)[-1]
    return last.antecedent.name if last.antecedent is not None else None


def test_a_sentence_that_speaks_of_nobody_does_not_end_what_is_told_of_somebody() -> None:
    assert (
        named(("Anna Kell worked at the port.", "The port was built in 1901.", "She was held in May.")) == "Anna Kell"
    )


def test_a_sentence_that_speaks_of_somebody_else_does() -> None:
    text = ("Anna Kell worked at the port.", "A doctor had the keys.", "She was held in May.")
    assert named(text) is None


def test_who_says_more_is_who_spoke_before_though_others_are_named() -> None:
    assert named(("Anna Kell said Laura Brandt was wrong.", "She said the pier was safe.")) == "Anna Kell"


def test_an_also_goes_on_from_the_subject_though_others_are_named() -> None:
    assert named(("Anna Kell met Laura Brandt.", "She also opened the pier.")) == "Anna Kell"


def test_whom_the_rest_of_an_article_shows_to_be_a_woman_is_no_he() -> None:
    told = ("Minister Anna Kell said that she would stay.", "Crews cleared the pier.")
    assert named(told, ("Kell met Peter Brandt.", "He opened the pier.")) is None


def test_one_of_two_is_meant_where_the_article_shows_the_other_to_be_of_the_other_sex() -> None:
    told = ("Anna Kell said that she would stay.", "Crews cleared the pier.")
    assert named(told, ("Peter Brandt met Anna Kell.", "He opened the pier.")) == "Peter Brandt"


def test_a_sentence_that_names_somebody_does_not_call_the_same_one_he() -> None:
    assert named(("Anna Kell met Laura Brandt.", "She also praised Kell.")) is None


def test_a_pronoun_after_an_opening_phrase_is_made_plain_where_it_stands() -> None:
    passage = article(("Minister Anna Kell opened the pier.", "In May, she closed the harbour."))[-1]
    assert word(passage)[0] == "In May, [Anna Kell] closed the harbour."
    assert points_away(passage) is None


def test_a_name_in_the_opening_phrase_may_be_who_is_meant() -> None:
    text = ("Anna Kell opened the pier.", "After Laura Brandt left, she closed the harbour.")
    assert named(text) is None


def test_a_thing_that_is_named_elsewhere_still_keeps_a_passage_from_standing_alone() -> None:
    passage = article(("Anna Kell opened the pier.", "She wrote about it in May."))[-1]
    assert passage.antecedent is not None
    assert points_away(passage) is not None


def test_whose_a_thing_is_stays_open_after_a_sentence_on_something_else() -> None:
    assert named(("Anna Kell went to court.", "The case was heard in May.", "Her decision is expected soon.")) is None


def test_who_is_said_to_have_done_something_may_be_who_is_meant_and_not_who_says_it() -> None:
    told = ("Lorm retired in May, according to harbour chief Anna Kell.", "She died on the pier.")
    assert named("The harbour honoured Lorm in spring.", told) is None


def test_the_one_of_whom_an_article_is_made_is_meant_beside_others() -> None:
    told = tuple(f"Anna Kell opened {what}." for what in ("the pier", "the harbour", "a school", "the ferry line"))
    assert named(told, ("Anna Kell left for the island of Peter and Laura Brandt.", "She is ill.")) == "Anna Kell"


def test_whom_that_one_does_something_to_may_be_meant_as_well() -> None:
    told = tuple(f"Anna Kell opened {what}." for what in ("the pier", "the harbour", "a school", "the ferry line"))
    assert named(told, ("Anna Kell pressed Laura Brandt to answer.", "She is ill.")) is None


def test_a_name_in_brackets_is_one_that_the_article_has_letter_for_letter() -> None:
    told = ("The ruling by federal judge Timothy J. Kell was a victory for Tarn.", "Laura Brandt cleared the pier.")
    assert named(told, ("The judge did not make that clear.", "But he did sign it.")) == "Timothy J. Kell"


def test_whose_people_speak_stays_as_it_is() -> None:
    assert named(("Anna Kell worked at the port.", "Her neighbours said that the pier was safe.")) is None


def test_who_stands_in_brackets_and_says_more_is_who_speaks_though_called_by_an_office_before() -> None:
    told = ("Peter Kell closed the port in May.",), ("“The port is unsafe,” the Judge wrote.",)
    last = article(*told, ("He added that the pier was lost.",))[-1]
    assert (last.speaker, word(last)[0]) == ("Peter Kell", "[Peter Kell] added that the pier was lost.")


def test_who_is_told_something_is_not_who_says_it() -> None:
    last = article(("Anna Kell worked at the port.", "“The pier is safe,” she told Kell."))[-1]
    assert last.says is None
    assert last.speaker is None
