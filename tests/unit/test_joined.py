"""Sentences of one quotation are one passage; notes on writers and what a page says of itself are none."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.model import Passage
from tests.making import story

REST = (
    "The council of Tarn met on Monday and decided to rebuild the pier. The ferries were running again on Tuesday. The"
    " fish market opened at six in the morning. Engineers from the mainland will look at the lighthouse next week."
)


def passages(*paragraphs: str) -> tuple[Passage, ...]:
    return pipeline.work(story(one="\n\n".join((*paragraphs, REST)))).passages


def test_short_sentences_of_one_quotation_are_one_passage() -> None:
    texts = [passage.text for passage in passages("“The pier is safe. We checked it twice,” Ada Brell said on Monday.")]
    assert "“The pier is safe. We checked it twice,” Ada Brell said on Monday." in texts


def test_long_sentences_of_one_quotation_stay_apart() -> None:
    one = "The pier is safe for every ferry and every fisherman who will ever land on this side of the island"
    found = passages(f"“{one}. {one} again,” Ada Brell said on Monday.")
    assert sum("pier is safe" in passage.text for passage in found) == 2


def test_sentences_of_a_quotation_of_nobody_stay_apart() -> None:
    texts = [passage.text for passage in passages("“The pier is safe. We checked it twice.”")]
    assert all("safe. We" not in text for text in texts)


@pytest.mark.parametrize(
    "note",
    [
        "Ada Brell is a contributing editor of the Courier.",
        "Jon Orm is the author of three books on the island.",
        "The Courier, headed by Ada Brell, is a leading provider of local news.",
        "The Courier is a nonprofit newsroom that looks into abuses of power.",
    ],
)
def test_a_note_on_writer_or_outlet_at_the_end_is_left_out(note: str) -> None:
    *_, last = pipeline.work(story(one=f"{REST}\n\n{note}")).passages
    assert last.omit is not None


def test_somebody_of_whom_the_article_speaks_is_no_writer_of_it() -> None:
    text = f"Ada Brell opened the pier of Tarn on Monday. {REST} Ada Brell is the mayor of Tarn."
    *_, last = pipeline.work(story(one=text)).passages
    assert last.omit is None


@pytest.mark.parametrize("mark", ["(CNN) ", "TARN—", "Reuters / Jon Orm "])
def test_what_is_left_of_a_dateline_or_credit_is_no_part_of_a_sentence(mark: str) -> None:
    texts = [passage.text for passage in passages(f"{mark}Ada Brell opened the pier of Tarn on Monday.")]
    assert "Ada Brell opened the pier of Tarn on Monday." in texts


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brell speaks to reporters at the pier on Monday.",
        "NPR: Ada Brell opens the pier of Tarn after a year of repairs.",
        "[Here are the nine piers of the island.]",
        "Circles are sized by the length of each pier.",
    ],
)
def test_captions_teasers_and_legends_assert_nothing(line: str) -> None:
    assert next(one for one in passages(line) if one.text.startswith(line[:12])).omit is not None


def test_a_label_before_a_sentence_is_dropped_from_its_wording() -> None:
    digest = pipeline.build(story(one=f"{REST}\n\nWhy it matters: Jon Orm has bred horses since 1998.\n\n{REST}"))
    assert any(claim.text == "Jon Orm has bred horses since 1998." for claim in digest.claims)


def test_so_far_joins_nothing() -> None:
    digest = pipeline.build(story(one=f"So far, the island has repaired two of its piers.\n\n{REST}"))
    assert any(claim.text.startswith("So far, the island") for claim in digest.claims)
