"""Where sentences end. A bar in the text marks each end inside it; all text is invented."""

from __future__ import annotations

import pytest

from generator.language.sentences import split
from generator.model import Block, BlockKind, Document
from generator.segment import segment
from tests.making import document, source
from tests.timing import cost


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge was closed.| Nobody was hurt.",
        "Was it closed?| It was!| Nobody came.",
        "The mayor, Dr. Ines Tarrow, met Sen. Lund and Gov. Ek.| They talked.",
        "TARN, Fla. (NP) — The bridge was closed.| Nobody was hurt.",
        "She moved to the U.S. Senate from the U.S. in May.| He stayed.",
        "They met in the U.S.| The talks failed.",
        "He works for Brack Inc. and Velm Corp. of Lund.| She does not.",
        "John F. Kellner and J.B. Orr came.| So did Ann E. Lund.",
        "Prices rose 3.5 per cent to $1.2 million.| Wages fell.",
        "It began at 3 p.m. Monday and ended at 5 a.m. EST.| Then it rained.",
        "It began at 3 p.m.| Police came at once.",
        "On Jan. 5, 2024, and on Sept. 11 it snowed.| It thawed in Feb.| The rest was dry.",
        "See No. 5 and pp. 12 to 14.| No. 6 is missing.",
        "“We were late.”| “We were not,” he said.",
        "\"Why now?\" Lund asked.| Nobody knew.",
        "“Go away!” she said.| He went.",
        "“Where is it?”| The answer came late.",
        "He waited ... and waited.| Then he left …| She came.",
        "He said it would take . . . a while.| It did.",
        "(It was late.)| They left (see map).| Good.",
        "The report was cut.[1]| The rest stayed.[2][3]| It was long.",
        "Talks in the region.|The next round is due.",
        "Read velm.example for more.| It helps.",
        "Lund v. City of Velm was heard.| It lasted a day.",
        "1. The first point is short.| It is true.",
        "He sold plums, e.g. Victoria plums, etc. at Velm.| Fine.",
        "最初の文です。|次の文です。",
        "First line\n|second line.",
        "It is 5.| 12 people came.",
        "It was the end... of the line.",
        "He met Brack Jr. in Lund.| Brack Sr. was away.",
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_would_end_it(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_headings_and_furniture_have_no_sentences() -> None:
    text = "A heading. Of two.\nText here. More text.\nMenu. Menu.\nAn item."
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.FURNITURE, BlockKind.LIST_ITEM)
    starts = [0, 19, 41, 53]
    ends = [18, 40, 52, 61]
    blocks = tuple(Block(start, end, kind) for start, end, kind in zip(starts, ends, kinds, strict=True))
    found = segment(Document(source(text), text, blocks))
    assert [(text[one.start : one.end], one.block) for one in found] == [
        ("Text here.", 1),
        ("More text.", 1),
        ("An item.", 3),
    ]


def test_a_sentence_never_reaches_over_a_line_of_a_dump() -> None:
    text = "The mayor said\nthe bridge was closed"
    assert [text[one.start : one.end] for one in segment(document(text))] == text.split("\n")


def test_a_sentence_of_ten_thousand_words_stays_one() -> None:
    text = "word " * 9_999 + "end."
    assert sentences(text) == [text]


@pytest.mark.parametrize("unit", ["a. ", "A.", "Mr. ", ". ", "...", '? " ', "x", "“", "[1]", ".[1]", "\u00a0."])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        return cost(lambda: sentences(unit * (length // len(unit))))

    assert seconds(400_000) < 12 * seconds(100_000) + 0.2
