"""What a sentence asserts, who says so and how surely. Cases stand in tests/fixtures/passages; all text is invented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.model import Block, BlockKind, Document, Kind, Passage, Sentence
from generator.passages import find_passages
from tests.making import source
from tests.timing import is_in_proportion

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "passages"


class Case(NamedTuple):
    title: str
    text: str
    expected: list[str]


def cases(name: str) -> list[Case]:
    """The cases of one fixture file: a heading, a paragraph, a list."""
    found = []
    for chunk in (FIXTURES / f"{name}.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        title, text, *rest = chunk.split("\n\n", 2)
        found.append(
            Case(title.strip(), text.strip(), [line[2:] for line in rest[0].split("\n") if line.startswith("- ")])
        )
    return found


def parametrize(name: str) -> pytest.MarkDecorator:
    listed = cases(name)
    return pytest.mark.parametrize("case", listed, ids=[case.title for case in listed])


def article(*paragraphs: str | tuple[str, ...]) -> tuple[Passage, ...]:
    """Passages of a document: a string that begins with "# " is a heading, a tuple is a paragraph of sentences."""
    text, blocks, sentences = "", [], []
    for paragraph in paragraphs:
        parts = paragraph if isinstance(paragraph, tuple) else (paragraph.removeprefix("# "),)
        heading = isinstance(paragraph, str) and paragraph.startswith("# ")
        start = len(text)
        for part in parts:
            if not heading:
                sentences.append(Sentence("tarn", len(text), len(text) + len(part), len(blocks)))
            text += part + " "
        text = text[:-1]
        blocks.append(Block(start, len(text), BlockKind.HEADING if heading else BlockKind.PARAGRAPH))
        text += "\n\n"
    document = Document(source(text, "tarn"), text, tuple(blocks))
    passages = find_passages(document, tuple(sentences))
    assert all(text[p.start : p.end] == p.text for p in passages)
    return passages


def one(text: str) -> Passage:
    (passage,) = article(text)
    return passage


@parametrize("splits")
def test_a_sentence_is_cut_only_where_both_parts_stand_alone(case: Case) -> None:
    shown = [f"{p.text[: p.lead_in]}| {p.text[p.lead_in :]}" if p.lead_in else p.text for p in article(case.text)]

    assert shown == case.expected


def shown(passage: Passage, field: str) -> str:
    if field == "lead_in":
        return passage.text[: passage.lead_in] or "none"
    value = getattr(passage, field)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return "none" if value is None else str(value)


@parametrize("kinds")
def test_a_sentence_has_kind_speaker_and_hedges(case: Case) -> None:
    passage = one(case.text)

    wanted = dict(re.split(r": ?", line, maxsplit=1) for line in case.expected)
    assert {field: shown(passage, field) for field in wanted} == wanted


@parametrize("omissions")
def test_only_what_asserts_nothing_is_left_out(case: Case) -> None:
    assert [one(case.text).omit or "kept"] == case.expected


def test_a_dateline_is_left_out_and_says_so() -> None:
    dateline, passage = article("TARNVIK, Norland (NP) — Two ships collided off the coast.")

    assert dateline.omit == "a dateline: where it was written, and for whom"
    assert passage.actors == ()


@pytest.mark.parametrize(
    "opening", ["Tarnvik (AFP)", "New Tarn (CNN Business)", "SAN TARN –", "TARNVIK --", "TARNVIK, Norland (NP) --"]
)
def test_a_dateline_needs_no_dash_behind_its_agency_and_no_agency_where_it_stands_in_capitals(opening: str) -> None:
    dateline, passage = article(f"{opening} Two ships collided off the coast.")

    assert (dateline.text, passage.text) == (opening, "Two ships collided off the coast.")


def test_a_name_with_its_initials_opens_no_dateline() -> None:
    (passage,) = article("The Norland Union (NU) Commissioner met two ministers.")

    assert passage.omit is None


@pytest.mark.parametrize(
    "caption",
    [
        "A man waves at the gate of the port, Friday, March 7, 2031.",
        "Listening are, from left, Ada Kell and Jon Addel.",
    ],
)
def test_what_a_picture_shows_is_no_claim(caption: str) -> None:
    (passage,) = article(caption)

    assert passage.omit == "a picture's caption or credit"


BRACKET = "(Here is what the council of Tarn has said about the bridge.)"


@pytest.mark.parametrize(
    "words", ["Read more about: Norland, Estmark.", "Something went wrong.", "Check back soon.", BRACKET]
)
def test_what_a_page_says_of_itself_is_no_claim(words: str) -> None:
    (passage,) = article(words)

    assert passage.omit == "what the page says of itself"


def test_an_office_is_nobody_whom_the_text_has_yet_to_name() -> None:
    said, *_ = article(
        "“We will mend the bridge,” the president said.",
        "Ada Kell, once a driver of president Jon Addel, was glad.",
    )

    assert (said.speaker, said.speaker_actor) == ("the president", None)


def test_an_office_is_the_one_who_was_named_in_it_before() -> None:
    _, said = article("The president, Jon Addel, came to Velm.", "“We will mend the bridge,” the president said.")

    assert said.speaker_actor == "Jon Addel"


def test_an_office_is_that_of_whom_it_stands_before_though_another_held_it_formerly() -> None:
    _, said = article(
        "Former Mayor Ada Kell and Mayor Bo Orm met in Tarn.", "The mayor said that the bridge was closed."
    )

    assert said.speaker_actor == "Bo Orm"


def test_every_kind_carries_its_reason() -> None:
    for name in ("kinds", "splits", "omissions"):
        for case in cases(name):
            assert all(passage.kind_reason for passage in article(case.text))


def test_passages_of_a_sentence_cover_all_its_text() -> None:
    for case in cases("splits"):
        covered = "".join(passage.text for passage in article(case.text))

        assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", case.text)


def test_passages_are_numbered_and_named_by_their_span() -> None:
    first, second = article("Norway opened the border.", "Denmark closed it.")

    assert (first.position, second.position) == (0, 1)
    assert second.id == f"tarn:{second.start}-{second.end}"


def test_a_pronoun_stands_for_the_one_person_of_the_sentence_before() -> None:
    _, second = article(("Minister Ada Kell opened the harbour.", "She praised the crews."))

    assert second.antecedent is not None
    assert second.antecedent.name == "Ada Kell"
    assert (second.speaker, second.speaker_actor, second.subject) == ("Ada Kell", "Ada Kell", "Ada Kell")


def test_it_that_says_something_stands_for_the_one_body_of_the_sentence_before() -> None:
    _, second = article(("The Tarn Port Authority closed the pier.", "It said that two posts were rotten."))

    assert second.antecedent is not None
    assert second.antecedent.name == "The Tarn Port Authority"
    assert second.speaker == "The Tarn Port Authority"


def test_it_that_says_nothing_stays_as_it_is() -> None:
    _, second = article(("The Tarn Port Authority closed the pier.", "It was built in 1901."))

    assert second.antecedent is None


def test_it_after_two_bodies_stays_as_it_is() -> None:
    _, second = article(("The Tarn Port Authority warned Norway.", "It said that two posts were rotten."))

    assert second.antecedent is None


def test_a_figure_of_speech_at_the_end_of_a_paragraph_is_left_out() -> None:
    *_, last = article(("The Tarn pier fell in the storm.", "Crews cleared the harbour.", "The sea keeps its secrets."))

    assert last.omit == "a figure of speech: no word of it stands elsewhere in the article"


def test_a_short_state_of_what_the_article_speaks_of_is_kept() -> None:
    *_, last = article(("The Tarn pier fell in the storm.", "Crews cleared the harbour.", "The pier is a wreck."))

    assert last.omit is None


def test_a_pronoun_after_two_persons_stays_as_it_is() -> None:
    _, second = article(("Ada Kell met Jonas Brandt.", "She praised the crews."))

    assert second.antecedent is None


def test_a_pronoun_after_a_heading_stays_as_it_is() -> None:
    _, second = article("Ada Kell opened the harbour.", "# The crews", "She praised the crews.")

    assert second.antecedent is None


def test_a_pronoun_after_somebody_s_visit_stays_as_it_is() -> None:
    _, second = article(("Ada Kell’s visit ended on Monday.", "She praised the crews."))

    assert second.antecedent is None


def test_the_antecedent_is_named_as_the_capture_names_it() -> None:
    *_, last = article("Ada Kell opened the harbour.", ("Kell stayed in Tarn.", "She praised the crews."))

    assert last.antecedent is not None
    assert last.antecedent.name == "Kell"


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    _, second = article(("“The harbour is safe,” Ada Kell said.", "“We checked it twice.”"))

    assert (second.kind, second.speaker) == (Kind.STATEMENT, "Ada Kell")


def test_a_quotation_takes_the_speaker_that_its_end_names() -> None:
    first, *_ = article(("“The harbour is safe.", "We checked it twice,” Ada Kell said."))

    assert (first.kind, first.speaker) == (Kind.STATEMENT, "Ada Kell")


def test_a_sentence_after_a_quotation_is_not_given_its_speaker() -> None:
    _, second = article(("“The harbour is safe,” Ada Kell said.", "The cranes were repaired in June."))

    assert second.speaker is None


def test_we_inside_a_quotation_names_no_speaker() -> None:
    assert one("“We regret the delay.”").speaker is None


def test_an_unresolved_pronoun_is_no_speaker() -> None:
    passage = one("She said the harbour is safe.")

    assert (passage.kind, passage.speaker, passage.reporting) == (Kind.STATEMENT, None, "say")


def test_a_surname_is_the_person_named_in_full_elsewhere() -> None:
    first, second = article("Kell opened the harbour.", "Minister Ada Kell stayed in Tarn.")

    assert first.subject == second.subject == "Ada Kell"


def test_a_state_that_only_describes_a_person_is_not_an_actor() -> None:
    passage = one("Danish Foreign Minister Ada Kell traveled to Norway.")

    assert passage.actors == ("Ada Kell", "Norway")


def test_the_nearest_heading_stands_with_a_passage_without_template_words() -> None:
    passage = article("# Heading 1: The harbour", "# Heading 2: The cranes", "Norway repaired the cranes.")[0]

    assert passage.heading == "The cranes"


def test_answers_under_frequently_asked_questions_repeat_their_article() -> None:
    passages = article(
        "Norway opened the border.",
        "# Frequently Asked Questions",
        "# Who opened the border?",
        "Norway opened the border.",
        "# When did it open?",
        "The border opened on Monday.",
        "# More on the border",
        "Denmark closed a harbour.",
    )

    assert [passage.repeats_own_article for passage in passages] == [False, True, True, False]


def test_one_heading_that_asks_is_not_a_list_of_questions() -> None:
    passages = article("# Who opened the border?", "Norway opened the border.")

    assert not passages[0].repeats_own_article


def test_a_conclusion_repeats_only_what_was_said_before() -> None:
    passages = article(
        "Norway opened the northern border to fishing boats on Monday.",
        "# Conclusion",
        ("Norway opened the northern border to boats.", "Denmark closed a harbour without notice."),
    )

    assert [passage.repeats_own_article for passage in passages] == [False, True, False]


@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [
        ("Norway opened ", "the very old border and ", "closed it."),
        ("Norway opened the border, and Denmark closed it", ", and Denmark closed it", "."),
        ("", "while ", "Norway slept."),
        ("", "Russia ", ""),
        ("", "“Yes,” she said. ", ""),
        ("", "said, ", ""),
    ],
    ids=["a list", "many clauses", "many conjunctions", "many names", "many quotations", "many verbs of saying"],
)
def test_a_sentence_of_ten_thousand_words_is_read_in_proportion(before: str, unit: str, after: str) -> None:
    def read(words: int) -> None:
        text = f"{before}{unit * (words // len(unit.split()))}{after}".strip()
        passages = article(text)
        assert "".join(passage.text for passage in passages).replace(" ", "") == text.replace(" ", "")

    assert is_in_proportion(read, 10_000)


def test_a_paragraph_of_thousands_of_quotations_is_read_in_proportion() -> None:
    def read(quotations: int) -> None:
        passages = article(("“We waited.", "They came,” Ada Kell said.") * quotations)
        assert {passage.speaker for passage in passages} == {"Ada Kell"}

    assert is_in_proportion(read, 1_000)


@pytest.mark.parametrize(
    ("before", "said", "speaker"),
    [
        ("Two officials said the deal was off.", "That same source said the tax would go.", "Two officials"),
        ("Tom Vale, 34, was held near the gate.", "The man said he had lost his key.", "Tom Vale"),
        ("The harbour master, Tom Vale, left on Monday.", "The harbour master said he was ill.", "Tom Vale"),
        ("Energy spokesman Tom Vale called it a shame.", "The spokesman put the number at 40.", "Tom Vale"),
        ("Mayor Tom Vale said the pool would close.", "He added that it had cost too much.", "Tom Vale"),
    ],
)
def test_a_description_that_speaks_is_whom_it_describes(before: str, said: str, speaker: str) -> None:
    *_, last = article(before, said)

    assert last.speaker == speaker


def test_a_word_for_a_body_speaks_for_the_body_that_was_named() -> None:
    *_, last = article("The Tarn Savings Bank was searched on Monday.", "The bank said it would help.")

    assert (last.speaker, last.speaker_actor) == ("The bank", "Tarn Savings Bank")


def test_a_surname_that_two_persons_have_is_of_the_one_spoken_of() -> None:
    *_, last = article(
        "Energy minister Ida Halm granted it on Monday.",
        "Pelle Halm, who farms there, called it a shame.",
        "Halm said that he would sell the farm.",
    )

    assert last.speaker == "Pelle Halm"


def test_who_owns_is_not_who_does() -> None:
    (passage,) = article("Ana Ruiz's doctor was charged on Monday.")

    assert passage.subject is None


def test_a_plan_told_by_sources_nobody_names_is_a_plan() -> None:
    (passage,) = article("The council is preparing to scrap the pool tax, two officials said on Monday.")

    assert (passage.kind, passage.speaker) == (Kind.PLAN, "two officials")


def test_a_denial_inside_the_subject_denies_nothing() -> None:
    (passage,) = article("Ida Halm, who is no relation of the mayor, opened the bridge.")

    assert not passage.negated


@pytest.mark.parametrize(
    "text", ["Ida Halm said she’d sell it.", "Ida Halm said she'd sell it.", "Ida Halm thought it's sold."]
)
def test_a_clause_whose_subject_and_verb_are_one_word_is_what_is_said(text: str) -> None:
    (passage,) = article(text)

    assert passage.speaker == "Ida Halm"


def test_a_verb_before_a_contracted_clause_is_no_part_of_the_subject() -> None:
    (passage,) = article('The mayor signaled she\'d refuse, saying in a letter: "The bridge stays."')

    assert passage.speaker == "The mayor"


def test_a_pronoun_after_a_clause_that_opens_a_quotation_is_its_speaker() -> None:
    _, last = article(
        "Ida Halm believes that it is over.",
        "Asked about the bridge, she told the Courier, “We have done all that anybody may ask of us.”",
    )

    assert last.says is not None
    assert (last.text[last.says.start - last.start : last.says.end - last.start], last.says.name) == ("she", "Ida Halm")


def test_a_sentence_that_reports_something_else_names_no_speaker_of_the_quotation_above() -> None:
    first, _ = article("“The bridge demands nothing less.”", "Ida Halm is among the signers, the Courier reported.")

    assert first.speaker is None


@pytest.mark.parametrize("said", ["the vice president", "the former president"])
def test_another_office_than_that_of_the_one_person_named_is_not_hers(said: str) -> None:
    *_, last = article("President Ida Halm spoke.", "Halm left.", f"“The bridge stays,” {said} wrote.")

    assert last.speaker == said


def test_to_take_something_from_somebody_is_no_denial() -> None:
    (passage,) = article("The bill would deny lorries the bridge.")

    assert passage.kind is not Kind.DENIAL


def test_what_was_never_so_before_is_not_denied() -> None:
    (passage,) = article("“We will stand up as we have never stood up before,” Ida Halm said.")

    assert passage.kind is Kind.STATEMENT


def test_a_comma_that_ends_the_words_for_a_speaker_is_none_of_them() -> None:
    (passage,) = article("The lawyer of the family, Ida Halm,: “The bridge stays closed until May.”")

    assert passage.speaker is None or not passage.speaker.endswith(",")


def test_who_admits_that_something_was_not_so_denies_nothing() -> None:
    (passage,) = article(
        "Ida Halm admitted that she misled the council when she said that she had never met the owner."
    )

    assert passage.kind is not Kind.DENIAL


def test_a_family_name_keeps_its_particle_where_it_stands_for_he() -> None:
    *_, last = article("Mayor Pelle de Halm came.", "On Friday de Halm opened the bridge.", "He left.")

    assert last.antecedent is not None
    assert last.antecedent.name == "de Halm"


@pytest.mark.parametrize(
    "text",
    [
        "The Courier has reached out to the harbour office for comment.",
        "Tarn Today contacted the ferry line for comment but did not hear back.",
        "Correction, April 23: An earlier version misstated the name of the pier.",
    ],
)
def test_what_an_outlet_says_of_its_own_work_is_left_out(text: str) -> None:
    assert one(text).omit is not None


@pytest.mark.parametrize(
    "text",
    [
        "The council asked the harbour office for comment, which said that the pier was safe.",
        "The harbour office did not respond to a request for comment.",
    ],
)
def test_what_others_answered_to_an_outlet_is_kept(text: str) -> None:
    assert one(text).omit is None
