"""Text whose lines a program broke at one width: read as paragraphs, cited where it stands. All text is invented."""

from __future__ import annotations

import json
import textwrap

import pytest

from generator.clean import clean
from generator.data import verify_digest
from generator.metadata import find_metadata
from generator.model import BlockKind, Document
from generator.pipeline import build
from generator.writers.json import to_json
from tests.making import document, story

HEADLINE = "Council of Velm votes to close the old harbour bridge to all lorries until the summer"
CLOSED = (
    "The old harbour bridge at Velm was closed to all traffic on Tuesday after inspectors of the port authority found "
    "deep cracks in two of its piers, the mayor told reporters in the town hall."
)
DENIED = (
    "Mayor Ines Tarrow denied that the city had been warned in spring, and said that the well-known engineer Jon Addel "
    "had seen the piers in March without finding anything wrong with them."
)
LORRIES = (
    "Some 40 lorries had crossed the bridge that morning, according to the drivers’ association, which asks the "
    "government for help because every detour takes an hour."
)
PARAGRAPHS = [CLOSED, DENIED, LORRIES]


def wrap(text: str, width: int = 72, margin: str = "", hang: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=margin, subsequent_indent=margin + hang)


def blocks(found: Document) -> list[str]:
    return [found.text[block.start : block.end] for block in found.blocks]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("margin", ["", "   "])
def test_lines_of_one_width_are_read_as_paragraphs(width: int, between: str, margin: str) -> None:
    text = between.join(wrap(one, width, margin) for one in PARAGRAPHS)
    assert " ".join(blocks(document(text))) == " ".join(PARAGRAPHS)
    if between == "\n\n":
        assert blocks(document(text)) == PARAGRAPHS


def test_a_paragraph_that_is_not_wrapped_stays_a_line() -> None:
    text = "\n".join(["Home", "News and weather", "by", "the harbour desk", *PARAGRAPHS, "More on this story"])
    found = document(text)
    assert blocks(found) == text.split("\n") and found.offsets is None


def test_a_list_of_headlines_of_one_length_is_not_joined() -> None:
    lines = [
        "Whale seen off the northern cape for the first time in years",
        "Council votes on the new bridge between Velm and Tarn Tuesday",
        "Storm closes the harbour of Velm for the third day in a row",
        "Drivers ask for help because every detour takes them an hour",
        "Mayor of Velm denies that the city had been warned in spring",
    ]
    assert blocks(document("\n".join(lines))) == lines


def test_a_line_in_a_paragraph_is_cited_with_its_break_and_its_indent() -> None:
    found = document("\n\n".join(wrap(one, 60, "   ") for one in PARAGRAPHS))
    at = found.text.index("to all traffic on Tuesday")
    start, end = found.to_capture(at, at + len("to all traffic on Tuesday"))
    assert found.source.capture.text[start:end] == "to all traffic\n   on Tuesday"
    assert found.to_readable(start, end) == (at, at + len("to all traffic on Tuesday"))


def test_a_headline_over_two_lines_is_the_title() -> None:
    lines = [HEADLINE, "By Jon Addel", "4 May 2026", *PARAGRAPHS]
    found = find_metadata(clean(document("\n\n".join(map(wrap, lines)))))
    assert found.title is not None and found.title.value == HEADLINE


def test_first_lines_that_are_indented_begin_paragraphs() -> None:
    text = "\n".join(textwrap.fill(one, 72, initial_indent="    ") for one in PARAGRAPHS)
    assert blocks(document(text)) == PARAGRAPHS


@pytest.mark.parametrize("mark", ["* ", "+ ", "o ", "• ", "- ", "1. ", "23) "])
def test_items_of_a_list_stay_apart_and_whole(mark: str) -> None:
    items = [wrap(mark + one, 72, "     ", " " * len(mark)) for one in PARAGRAPHS]
    assert blocks(document("\n".join(items))) == [mark + one for one in PARAGRAPHS]


def test_marks_of_quotation_in_a_mail_are_not_read() -> None:
    mail = "\n>\n".join("\n".join(f"> {line}" for line in wrap(one, 70).split("\n")) for one in PARAGRAPHS)
    found = document(f"Ines wrote:\n\n{mail}\n")
    assert blocks(found) == ["Ines wrote:", *PARAGRAPHS]


def test_a_deeper_quotation_is_a_paragraph_of_its_own() -> None:
    inner = "\n".join(f">> {line}" for line in wrap(CLOSED, 69).split("\n"))
    outer = "\n".join(f"> {line}" for line in wrap(DENIED, 70).split("\n"))
    assert blocks(document(f"{inner}\n{outer}\n{wrap(LORRIES)}")) == PARAGRAPHS


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        ("gov-\nernment", "government"),  # a word of the text
        ("inter-\nnational", "international"),  # a word of the news
        ("well-\nknown", "well-known"),  # so in the text
        ("stop-\nstart", "stop-start"),  # two words of the news
        ("north-\nSouth", "north-South"),
        ("U-\n20", "U-20"),
        ("short-\nand long-term", "short- and long-term"),
        ("gov\u00ad\nernment", "government"),
    ],
)
def test_a_hyphen_at_a_line_end_is_read_as_the_word_has_it(broken: str, word: str) -> None:
    filler = "The mayor told all of the reporters in the old town hall then of"
    before, _, after = broken.partition("\n")
    line = filler[: 72 - len(before) - 1].rsplit(" ", 1)[0]
    line = f"{line} {'x' * (72 - len(line) - len(before) - 2)} {before}"
    text = "\n\n".join([*map(wrap, PARAGRAPHS), f"{line}\n{after} matters to the town."])
    assert f" {word} matters to the town." in document(text).text


def test_scripts_without_spaces_are_joined_without_one() -> None:
    text = "港口管理局星期二在两座桥墩上发现裂缝之后关闭了旧的港口大桥" * 6
    lines = [text[at : at + 36] for at in range(0, len(text), 36)]
    assert blocks(document("\n".join(lines))) == [text]


def test_copies_in_letters_of_several_widths_are_read_as_paragraphs() -> None:
    text = "\n\n".join(_set_in_type(one, 60.0) for one in PARAGRAPHS)
    assert blocks(document(text)) == PARAGRAPHS


def _set_in_type(text: str, width: float) -> str:
    lines, line, used = [], "", 0.0
    for word in text.split():
        size = sum(0.5 if letter in "iljtf.,I’" else 1.5 if letter in "mwMW" else 1.0 for letter in word)
        if line and used + 0.5 + size > width:
            lines.append(line)
            line, used = word, size
        else:
            line, used = f"{line} {word}".strip(), used + 0.5 * bool(line) + size
    return "\n".join([*lines, line])


LYNX = f"""
     * [1]Home
     * [2]News

   {HEADLINE[:60].rstrip()}
   [3]{HEADLINE[60:]}

{wrap("[4]The old harbour bridge" + CLOSED[22:], 76, "   ")}

{wrap(DENIED, 76, "   ")}

{wrap(LORRIES.replace("drivers’", "[5]drivers’"), 76, "   ")}

References

   Visible links:
   1. https://post.example/
   2. https://post.example/news
   3. https://post.example/a
   4. https://post.example/b
   5. https://post.example/c
"""


def test_numbers_of_links_are_not_read_and_their_addresses_are_furniture() -> None:
    found = document(LYNX)
    kept = [found.text[b.start : b.end] for b in found.blocks if b.kind is not BlockKind.FURNITURE]
    assert kept[:2] == ["* Home", "* News"] and kept[-3:] == PARAGRAPHS
    aside = [found.text[b.start : b.end] for b in found.blocks if b.kind is BlockKind.FURNITURE]
    assert aside[:2] == ["References", "Visible links:"] and len(aside) == 7


def test_numbers_that_no_list_of_addresses_explains_are_text() -> None:
    text = f"{CLOSED}[1]\n{DENIED}[2]\nReferences\n1. Addel, Jon: Bridges of the coast, 1999.\n2. The Tarn Post.\n"
    assert "[1]" in document(text).text


QUOTED = (
    "“The well-known harbour is safe, and the government has said so since the spring of last year,” Mayor Ines Tarrow "
    "told reporters on the quay of Velm on Monday."
)


def test_words_quoted_over_a_line_end_are_found_by_the_checker_of_others() -> None:
    broken = wrap(QUOTED, 60).replace("the\ngovernment", "the gov-\nernment")
    lines = [f"> {line}" for line in broken.replace("well-known", "[1]well-known").split("\n")]
    text = "\n".join([*(f"> {line}" for line in wrap(CLOSED, 60).split("\n")), ">", *lines, "", "References", ""])
    text += "  1. https://post.example/a\n  2. https://post.example/b\n"
    digest = json.loads(to_json(build(story(mail=text))))
    assert any("well-known harbour is safe, and the government has" in claim["text"] for claim in digest["claims"])
    assert list(verify_digest.inner_faults(digest)) == []
    assert list(verify_digest.capture_faults(digest, "mail", text)) == []
    assert list(verify_digest.coverage_faults(digest)) == []


@pytest.mark.parametrize("said", ["The government resigned", "The well-off government stays"])
def test_the_checker_of_others_finds_other_words_over_a_line_end(said: str) -> None:
    digest = json.loads(to_json(build(story(mail="\n\n".join(map(wrap, [CLOSED, QUOTED]))))))
    claim = digest["claims"][0]
    claim["text"] = f"“{said}.”"
    claim["citations"][0]["exact"] = "“The gov-\nernment stays in the well-\nknown town.”"
    assert any("has the words" in fault for fault in verify_digest.inner_faults(digest))
