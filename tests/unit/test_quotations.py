from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.quotations import balanced, find_quotations, outside, quoted_parts, torn


def paragraphs(*texts: str) -> tuple[str, list[tuple[int, int]]]:
    """The paragraphs as a text of lines, and their spans."""
    whole, spans = "\n".join(texts), []
    at = 0
    for text in texts:
        spans.append((at, at + len(text)))
        at += len(text) + 1
    return whole, spans


def quoted(*texts: str) -> list[str]:
    whole, spans = paragraphs(*texts)
    return [whole[one.start : one.end] for one in find_quotations(whole, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won. They left,” Kell said.", ["“We won. They left,”"]),
        ('"We won. They left," Kell said.', ['"We won. They left,"']),
        ("He said «no» twice.", ["«no»"]),
        ("‘We won. They left,’ Kell said.", ["‘We won. They left,’"]),
        ("'We won. They left,' Kell said.", ["'We won. They left,'"]),
        ('"We won,” Kell said.', ['"We won,”']),
        ("“We won,“ Kell said.", ["“We won,“"]),
        ("«We w«on. They left,» Kell said.", ["«We w«on. They left,»"]),
        ("He called it“too late” and left.", ["“too late”"]),
        ("»We won. They left«, Kell said.", ["»We won. They left«"]),
        ("»We won. They left», Kell said.", ["»We won. They left»"]),
        ("”We won. They left”, Kell said.", ["”We won. They left”"]),
        ("Kell said: »We won.« Then »they left«.", ["»We won.«", "»they left«"]),
        ('It went further."The house is ours," Kell said.', ['"The house is ours,"']),
    ],
)
def test_a_quotation_is_found_in_every_style_of_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The council's clerks shut the dogs' home.",
        "The council’s clerks shut the dogs’ home.",
        "In the '90s and the ‘80s they fed ’em.",
        'A 6" pipe and a 12" pipe burst.',
        "The plan f„or the pier is too exp``ensive.",
        "They took„ 11 carts.",
        "Home » News » Sport",
        "Home »News »Sport",
        "The pier burned” on Monday.",
        'The alt="pier" />burned.',
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert quoted("‘The dogs’ home isn’t the council’s,’ Kell said. ‘We know.’") == [
        "‘The dogs’ home isn’t the council’s,’",
        "‘We know.’",
    ]


def test_a_quotation_within_a_quotation_is_part_of_it() -> None:
    assert quoted("“He told me “go” and left,” Kell said.") == ["“He told me “go” and left,”"]


def test_a_quotation_of_any_length_is_one() -> None:
    text = f"“{'We won again. ' * 300}They left,” Kell said."

    assert quoted(text) == [text.removesuffix(" Kell said.")]


def test_a_quotation_that_each_paragraph_opens_again_is_one() -> None:
    whole, spans = paragraphs("“We won.", "“They left.", "“It rained,” Kell said.", "“No,” Oduya said.")

    assert [one.continues for one in find_quotations(whole, spans)] == [False, True, True, False]


def test_a_quotation_that_is_closed_two_paragraphs_below_covers_what_stands_between() -> None:
    assert quoted("Kell said: “We won.", "They left.", "It rained.” That was all.") == [
        "“We won.",
        "They left.",
        "It rained.”",
    ]


def test_a_quotation_that_nothing_closes_ends_with_its_paragraph() -> None:
    assert quoted("“We won. They left.", "It rained.", "“No,” Oduya said.") == ["“We won. They left.", "“No,”"]


def test_a_mark_within_a_sentence_that_nothing_closes_quotes_to_its_end() -> None:
    assert quoted("Kell called it “a disgrace. The council met.") == ["“a disgrace."]


def test_a_mark_within_a_sentence_goes_on_where_the_next_paragraph_opens_it_again() -> None:
    texts = ("Kell called it “a disgrace. I will not sign.", "“It is not mine,” Kell said.")
    assert quoted(*texts) == ["“a disgrace. I will not sign.", "“It is not mine,”"]


def test_a_sentence_of_a_longer_quotation_misses_its_marks() -> None:
    text = "“We won. They left. It rained,” Kell said."
    found = find_quotations(text, [(0, len(text))])
    sentences = ("“We won.", "They left.", "It rained,” Kell said.")

    spans = [(text.index(one), text.index(one) + len(one)) for one in sentences]
    assert [torn(found, *span) for span in spans] == [("", "”"), ("“", "”"), ("“", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won.", "“We won.”"),
        ("“We won …", "“We won” …"),
        ("They left.” It rained.", "They left. It rained."),
        ('"We won,” Kell said.', '"We won," Kell said.'),
        ("“We won,” Kell said.", "“We won,” Kell said."),
        ('A 6" pipe burst.', 'A 6" pipe burst.'),
        ("A ‘green plan.", "A green plan."),
        ("‘ A green plan.", " A green plan."),
        ("A ‘green plan, and it’s late.", "A green plan, and it’s late."),
        ("“‘A green plan.”", "“A green plan.”"),
        ("Feed ‘em in the ‘90s.", "Feed ‘em in the ‘90s."),
        ("A plan f„or the pier.", "A plan for the pier."),
        ("“A plan f„or the pier,” Kell said.", "“A plan for the pier,” Kell said."),
        ("«A pl«an for the pier,» Kell said.", "«A plan for the pier,» Kell said."),
        ("He called it“too late” and left.", "He called it“too late” and left."),
    ],
)
def test_the_marks_of_a_wording_are_paired(text: str, expected: str) -> None:
    assert balanced(text) == expected


def test_what_a_lost_mark_opened_is_shown_as_quoted_where_nobody_is_named() -> None:
    assert balanced("They left.”", opens_before=True) == "“They left.”"


@given(st.text(alphabet="ab .“”„«»\"‘’'6(—", max_size=40))
def test_pairing_marks_changes_no_word_and_leaves_none_alone(text: str) -> None:
    shown = balanced(text)
    marks = str.maketrans("", "", "“”„«»\"‘’'")

    assert shown.translate(marks) == text.translate(marks)
    assert balanced(shown, opens_before=True).count("”") == shown.count("”")


def test_what_stands_outside_is_what_nobody_quotes() -> None:
    assert outside("“We won,” Kell said. “They left.”").split() == ["Kell", "said."]


def test_what_stands_between_two_short_quotations_is_quoted_by_nobody() -> None:
    assert quoted_parts('Kell said "no" and later, when asked again, "not at all, never".', 12) == (
        "not at all, never",
    )


@pytest.mark.parametrize("marks", ["“”", "‘’", "«»"])
def test_a_quotation_that_each_sentence_opens_again_goes_on_within_its_paragraph(marks: str) -> None:
    opening, closing = marks
    text = f"It rained. {opening}We knew.  {opening}They paid,{closing} Kell said."
    first, second = find_quotations(*paragraphs(text))
    assert text[first.start : first.end] == f"{opening}We knew."
    assert (first.closed, second.continues, second.closed) == (False, True, True)


def test_quotations_that_are_closed_do_not_go_on_in_the_next() -> None:
    text = "“We knew,” Kell said. “They paid,” Brell said."
    assert [one.continues for one in find_quotations(*paragraphs(text))] == [False, False]
