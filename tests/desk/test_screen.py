"""How a question looks: plain text, what differs between stars."""

from __future__ import annotations

import pytest

from generator.desk.cards import make_cards
from generator.desk.differing import mark_differing
from generator.desk.questions import Act, Ask, Line, Question
from generator.desk.screen import below, command, show_question
from generator.model import Quote


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        ("Eleven lorries were stopped on the old bridge.", "Lorries were stopped on the new bridge.",
         ("*Eleven* lorries were stopped on the *old* bridge.", "Lorries were stopped on the *new* bridge.")),
        ("The city knew of the cracks.", "The city did not know of the cracks.",
         ("The city knew of the cracks.", "The city did *not* know of the cracks.")),
        ("He closed it.", "He closed it.", ("He closed it.", "He closed it.")),
    ],
)  # fmt: skip
def test_words_that_the_other_does_not_have_stand_between_stars(one: str, other: str, marked: tuple[str, str]) -> None:
    assert mark_differing([one, other]) == marked


def test_of_passages_that_are_little_alike_figures_names_and_negations_alone_are_marked() -> None:
    one = "Some 40 drivers waited for hours near Olm before anybody came."
    other = "The bridge was closed on Tuesday."
    assert mark_differing([one, other])[0] == "Some *40* drivers waited for hours near *Olm* before anybody came."


def test_a_passage_alone_has_no_marks() -> None:
    assert mark_differing(["Eleven lorries were stopped."]) == ("Eleven lorries were stopped.",)


def _question(*texts: str) -> Question:
    lines = tuple(
        Line(Quote(f"s{place}", f"words {place}"), text, f"Paper {place}") for place, text in enumerate(texts)
    )
    return Question(Ask.NEAR, "Do these say the same?", lines, (Act.SAME, Act.DIFFER, Act.DETAIL, Act.OK))


def test_a_passage_of_any_length_is_shown_whole() -> None:
    long = " ".join(f"word{number}" for number in range(300))
    page = show_question(_question(long, "Short."), "1 of 1")
    assert [word for word in page.replace("*", "").split() if word.startswith("word")] == long.split()
    assert max(map(len, page.splitlines())) <= 80


def test_what_is_told_of_the_last_act_takes_the_room_that_is_left_and_one_line_at_least() -> None:
    page = show_question(_question("One is shut.", "Two is open."), "1 of 1")
    news = ["- {same: " + "x" * 100, *(f"~ c-{number} changed" for number in range(40))]
    shown = below(news, page)
    assert shown.endswith(page) and len(shown.splitlines()) <= 24
    assert len(shown.splitlines()[0]) == 80
    assert below(news, "\n".join(["line"] * 30)).startswith("- {same: x")


def test_a_command_names_each_passage_by_its_quote() -> None:
    question = _question("One.", "Two.")
    assert (
        command(question, Act.SAME, "a story") == "python -m generator decide 'a story' same 's0:words 0' 's1:words 1'"
    )
    assert command(question, Act.DETAIL, "a") == "python -m generator decide a detail 's1:words 1' --of 's0:words 0'"
    assert command(question, Act.OK, "a") == f"python -m generator decide a ok {question.key}"


def test_cards_show_every_pair_once_the_likeliest_first() -> None:
    links = {(1, 2): 0.4, (1, 3): 0.3, (2, 3): 0.2, (4, 5): 0.5, (3, 4): 0.1}
    cards = list(make_cards(links, lambda one, other: 1))
    assert cards[0].things[:2] == (4, 5)
    shown = [{a, b} for card in cards for a in card.things for b in card.things if a < b]
    assert all({a, b} in shown for a, b in links)
    assert len(cards) == 1


def test_a_card_takes_no_more_than_fits_the_screen() -> None:
    links = {(1, other): 0.5 - other / 100 for other in range(2, 9)}
    assert [len(card.things) for card in make_cards(links, lambda one, other: 6)] == [2] * 7
    assert max(len(card.things) for card in make_cards(links, lambda one, other: 1)) == 5
