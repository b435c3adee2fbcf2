from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compose.wording import word
from generator.edits import CUT, replay
from generator.model import Antecedent, Edit, Passage
from tests.making import passage


def worded(one: Passage) -> str:
    text, edits = word(one)
    assert replay(one.text, edits) == text
    return text


def test_a_whole_sentence_is_printed_verbatim() -> None:
    text, edits = word(passage("The council closed the bridge on Monday."))
    assert (text, edits) == ("The council closed the bridge on Monday.", ())


def test_a_leading_connective_is_dropped_and_the_next_word_capitalised() -> None:
    assert worded(passage("However, the council closed it.", lead_in=9)) == "The council closed it."


def test_a_speaker_is_named_without_a_mark_that_opens_in_the_name() -> None:
    assert worded(passage("“It burned.”", speaker="code ‘Kell")) == "Code Kell: “It burned.”"


def test_a_closing_guillemet_ends_a_sentence() -> None:
    assert worded(passage("«It burned.»")) == "«It burned.»"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The mill burned on Friday.", "The mill burned on Friday [which is not certain]."),
        ("“We came on Monday,” Kell said.", "“We came on Monday,” Kell said."),
        ("‘We came on Monday,’ Kell said.", "‘We came on Monday,’ Kell said."),
        ("“On Monday,” Kell said on Sunday.", "“On Monday,” Kell said on Sunday [which is not certain]."),
        ('A pipe of 5" broke on Friday, one of 7" held.', 'A pipe of 5" broke on Friday, one of 7" held.'),
    ],
)
def test_a_day_that_is_not_certain_is_marked_but_in_no_quotation(text: str, printed: str) -> None:
    assert word(passage(text), day_known=False)[0] == printed


def test_words_that_are_put_in_marks_as_a_whole_get_no_mark_at_their_day() -> None:
    torn = passage("We did not sink the barge,’99 Kell said on Tuesday.", torn=("‘", ""))
    assert word(torn, day_known=False)[0] == "“We did not sink the barge,’99 Kell said on Tuesday.”"


def test_a_certain_antecedent_stands_in_square_brackets() -> None:
    he = Antecedent(0, 2, "Mayor Ruiz")
    assert worded(passage("He closed the bridge.", antecedent=he)) == "[Mayor Ruiz] closed the bridge."


def test_a_possessive_pronoun_becomes_a_possessive_name() -> None:
    his = Antecedent(0, 3, "Ruiz")
    assert worded(passage("His office closed the bridge.", antecedent=his)) == "[Ruiz’s] office closed the bridge."


def test_connective_and_pronoun_are_both_replaced() -> None:
    he = Antecedent(9, 11, "Ruiz")
    assert worded(passage("However, he closed it.", lead_in=9, antecedent=he)) == "[Ruiz] closed it."


def test_a_part_of_a_sentence_is_closed_with_a_full_stop() -> None:
    assert worded(passage("While Norland denies it,", lead_in=6)) == "Norland denies it."


def test_a_part_that_began_within_its_sentence_gets_a_capital() -> None:
    whole = passage("While it rained, the council met.")
    part = replace(whole, start=17, text="the council met.")
    assert worded(part) == "The council met."


def test_a_sentence_that_begins_small_is_left_as_it_is() -> None:
    assert word(passage("iPhones were sold out."))[1] == ()


def test_a_list_mark_is_dropped() -> None:
    assert worded(passage("• Roads were closed.")) == "Roads were closed."


def test_a_closing_quotation_mark_after_the_stop_is_an_end() -> None:
    assert word(passage("He said: “We closed it.”"))[1] == ()


def test_line_breaks_and_doubled_spaces_are_joined() -> None:
    assert worded(passage("The council\n closed  it.")) == "The council closed it."


@pytest.mark.parametrize("rule", ["lead-in dropped", "part of a sentence", "white space joined"])
def test_an_edit_that_does_not_fit_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=rule):
        replay("The council closed it.", (Edit(rule, "Nowhere", "x"),))


@pytest.mark.parametrize("edit", [Edit("white space joined", "a  b", "ab"), Edit("white space joined", "a", "a b")])
def test_joining_white_space_takes_the_whole_text_and_changes_nothing_else(edit: Edit) -> None:
    with pytest.raises(ValueError, match="does not join"):
        replay("a  b", (edit,))


def test_what_is_cut_leaves_a_gap_and_the_edits_lead_to_it() -> None:
    text = "Verity Systems, which leases the machines, ordered a count on Monday."
    cuts = tuple(
        (text.index(part), text.index(part) + len(part)) for part in (", which leases the machines,", "on Monday")
    )
    worded, edits = word(passage(text, cuts=cuts), cuts)
    assert worded == "Verity Systems […] ordered a count […]."
    assert replay(text, edits) == worded


def test_a_gap_at_the_start_is_followed_by_a_capital() -> None:
    text = "On Monday, the council closed the library."
    worded, edits = word(passage(text), ((0, len("On Monday,")),))
    assert worded == "[…] The council closed the library."
    assert replay(text, edits) == worded


@pytest.mark.parametrize("mark", ["- ", "• ", "— "])
def test_a_gap_at_the_start_takes_the_list_mark_with_it(mark: str) -> None:
    text = f"{mark}On Monday a clerk closed the library."
    worded, edits = word(passage(text), ((len(mark), len(f"{mark}On Monday")),))
    assert worded == "[…] A clerk closed the library."
    assert replay(text, edits) == worded


def test_a_cut_that_puts_words_of_its_own_is_not_replayed() -> None:
    with pytest.raises(ValueError, match="gap"):
        replay("The plant closed on Monday.", (Edit(CUT, "closed on Monday.", "opened […]."),))


def test_a_pronoun_further_on_stays_where_the_same_one_opens_the_wording() -> None:
    text = "He wants more time, he said."
    he, again = Antecedent(0, 2, "Ruiz"), Antecedent(20, 22, "Ruiz")
    assert worded(passage(text, speaker="Ruiz", antecedent=he, says=again)) == "[Ruiz] wants more time, he said."


def test_an_office_that_a_pronoun_stands_for_is_written_small_within_a_sentence() -> None:
    says = Antecedent(12, 14, "The mayor")
    one = passage("“It burns,” he said.", speaker="The mayor", says=says)
    assert worded(one) == "“It burns,” [the mayor] said."


@pytest.mark.parametrize("mark", ["• ", "But "])
def test_a_described_speaker_is_named_behind_a_beginning_that_is_dropped(mark: str) -> None:
    text = f"{mark}the office said that the pier burned."
    says = Antecedent(len(mark), len(mark) + len("the office"), "Ilse Kell")
    lead_in = 0 if mark == "• " else len(mark)
    one = passage(text, speaker="Ilse Kell", says=says, lead_in=lead_in)
    assert worded(one) == "[Ilse Kell] said that the pier burned."


def test_a_speaker_and_an_antecedent_at_one_place_are_named_once() -> None:
    says, antecedent = Antecedent(0, 2, "Ilse Kell"), Antecedent(0, 2, "The office")
    one = passage("It said that the pier burned.", speaker="Ilse Kell", says=says, antecedent=antecedent)
    assert worded(one).count("[") == 1


def test_a_letter_whose_capital_would_be_two_stays_as_it_is() -> None:
    assert worded(passage("• ßen lost their roofs.")) == "ßen lost their roofs."


def test_who_speaks_by_an_office_is_named_once_in_the_letters_of_the_capture() -> None:
    text = "He said the pier was safe."
    meant = Antecedent(0, 2, "Boris Kell")
    one = passage(text, speaker="former harbour master Boris Kell", antecedent=meant)
    assert word(one)[0] == "[former harbour master Boris Kell] said the pier was safe."


def test_a_name_that_stands_before_its_pronoun_is_not_put_in_its_place() -> None:
    text = "Ruiz wrote the bill alone after the vote, he said."
    assert worded(passage(text, speaker="Ruiz", says=Antecedent(42, 44, "Ruiz"))) == text


def test_who_speaks_stands_in_the_place_of_the_pronoun_behind_the_quotation() -> None:
    text = "“I would say that the ferry is safe,” he boasted."
    assert worded(passage(text, speaker="Mayor Ruiz")) == "“I would say that the ferry is safe,” [Mayor Ruiz] boasted."
