"""Captures that say of themselves that they are satire, opinion, a press release or a live page."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean import clean
from generator.genre import weigh_by_genre
from generator.load import load_story
from generator.metadata import find_metadata
from generator.model import Found, Kind, Metadata, Passage
from generator.pipeline import build
from tests.making import document, passage

ARTICLE = """{head}

The council of Velm closed its harbour bridge on Tuesday after inspectors found long cracks in two of the old piers.

Lorries now drive round the bay, which takes an hour, and the ferry company has hired two more boats for the summer.

The council meets again on Friday, when it will hear how much new piers would cost and who might be asked to pay.

{foot}
"""


def genre(head: str = "", foot: str = "") -> str | None:
    """The genre that a page with these lines around its article has."""
    found = find_metadata(clean(document(ARTICLE.format(head=head, foot=foot))))
    return found.genre.value if found.genre else None


def test_a_report_says_nothing_of_its_genre() -> None:
    head = "Velm Gazette\n\nNews | Sport | Opinion | Satire\n\nHarbour bridge closed\n\nBy Ada Brell"
    assert genre(head, "Share this\n\nOpinion\n\nMore news") is None


@pytest.mark.parametrize(
    ("head", "foot", "expected"),
    [
        ("The Daily Gull\n\nSatire since 1998\n\nBridge closes itself", "", "satire"),
        ("Bridge closes itself", "The Daily Gull is a work of satire. None of this is real.", "satire"),
        ("Opinion | A town that closes bridges\n\nAda Brell", "", "opinion"),
        ("A town that closes bridges\n\nAda Brell", "The views expressed are those of the author.", "opinion"),
        ("A town that closes bridges\n\nAda Brell\n\nOur columnist on boats and bridges", "", "opinion"),
        ("FOR IMMEDIATE RELEASE\n\nVelm closes its harbour bridge", "", "press release"),
        ("Live updates: Velm closes its harbour bridge", "", "live page"),
    ],
)
def test_a_page_that_says_what_it_is_is_that(head: str, foot: str, expected: str) -> None:
    assert genre(head, foot) == expected


def test_a_name_above_what_its_bearer_does_is_the_byline() -> None:
    head = "A town that closes bridges\n\nAda Brell\n\nOur columnist on boats and bridges"
    known = find_metadata(clean(document(ARTICLE.format(head=head, foot=""))))
    assert known.author is not None
    assert known.author.value == "Ada Brell"


def test_an_editor_is_told_of_the_genre_with_the_words_that_show_it() -> None:
    known = find_metadata(clean(document(ARTICLE.format(head="Bridge closes itself", foot="This is satire."))))
    (notice,) = [notice for notice in known.notices if notice.code == "satire"]
    assert notice.quote == "This is satire."


def test_satire_is_no_source_of_facts() -> None:
    known = Metadata(genre=Found("satire", "the page says that it is satire", "This is satire."))
    (weighed,) = weigh_by_genre((passage("The bridge sank."),), (known,), ("one",))
    assert weighed.omit == "satire (the page says that it is satire)"


def test_what_a_columnist_asserts_is_the_authors_judgement() -> None:
    known = Metadata(author=Found("Ada Brell", "byline"), genre=Found("opinion", "the page says that it is opinion"))
    (weighed,) = weigh_by_genre((passage("The council never wanted it."),), (known,), ("one",))
    assert (weighed.kind, weighed.speaker, weighed.opinion) == (Kind.ASSESSMENT, "Ada Brell", True)


def told(*texts: str, speaker: str | None = None) -> list[Passage]:
    return [passage(text, speaker=speaker) for text in texts]


OWN = ("I crossed that bridge as a child.", "We should have mended it.", "Our council slept, and I said so.")
PLAIN = ("The bridge was built in 1931.", "It has two piers.", "It was closed on Monday.")


def test_a_column_that_nothing_calls_one_is_told_by_its_writers_own_voice() -> None:
    weighed = weigh_by_genre((*told(*OWN), *told(*PLAIN)), (Metadata(),), ("one",))
    assert all(one.opinion and one.kind is Kind.ASSESSMENT for one in weighed)


def test_a_report_that_quotes_many_who_speak_of_themselves_stays_one() -> None:
    weighed = weigh_by_genre((*told(*OWN, speaker="The mayor"), *told(*PLAIN)), (Metadata(),), ("one",))
    assert not any(one.opinion for one in weighed)


JUDGED = ("The council must resign.", "Surely the bridge was unsafe.", "Of course nobody listened.")


def test_a_column_whose_writer_judges_and_reports_nobody_is_one_too() -> None:
    weighed = weigh_by_genre((*told(*JUDGED), *told(*PLAIN)), (Metadata(),), ("one",))
    assert all(one.opinion for one in weighed)


def test_a_column_that_reports_hardly_anybody_need_not_judge_much() -> None:
    column = told(*(f"The bridge at Tarn has {n} piers." for n in range(40)), "It was a travesty.", "Alas, it fell.",
                  "That is absurd.")  # fmt: skip
    assert all(one.opinion for one in weigh_by_genre(column, (Metadata(),), ("one",)))


def test_a_report_of_what_others_judge_stays_one() -> None:
    weighed = weigh_by_genre((*told(*JUDGED, speaker="The mayor"), *told(*PLAIN)), (Metadata(),), ("one",))
    assert not any(one.opinion for one in weighed)


def test_one_sentence_about_the_paper_itself_makes_no_column() -> None:
    weighed = weigh_by_genre((*told(OWN[1]), *told(*PLAIN)), (Metadata(),), ("one",))
    assert not any(one.opinion for one in weighed)


def test_whom_a_column_quotes_keeps_what_he_said() -> None:
    known = Metadata(author=Found("Ada Brell", "byline"), genre=Found("opinion", "the page says that it is opinion"))
    said = passage("The mayor said it will reopen.", speaker="The mayor", kind=Kind.STATEMENT)
    (weighed,) = weigh_by_genre((said,), (known,), ("one",))
    assert (weighed.kind, weighed.speaker) == (Kind.STATEMENT, "The mayor")


@pytest.mark.parametrize(
    "note",
    [
        "Correction: an earlier version gave the wrong day.",
        "Correction, April 23: the bridge has two piers.",
        "Editor’s note: this text was shortened.",
        "This article was amended on 4 May to correct the number of piers.",
    ],
)
def test_a_note_of_the_editors_on_their_own_article_is_no_news(note: str) -> None:
    (weighed,) = weigh_by_genre((passage(note),), (Metadata(),), ("one",))
    assert weighed.omit == "a note of the editors on their own article"


def test_a_correction_that_is_news_stays() -> None:
    (weighed,) = weigh_by_genre((passage("The correction of the plan took a year."),), (Metadata(),), ("one",))
    assert weighed.omit is None


def test_an_author_whom_markup_alone_names_may_be_named_as_who_says_it(tmp_path: Path) -> None:
    (tmp_path / "captures").mkdir()
    (tmp_path / "story.md").write_text("---\ntitle: Pier\ndate: 2031-05-02\n---\n", encoding="utf-8")
    page = (
        '<html><head><title>Opinion: The pier must go</title><meta name="author" content="Nadia Szabo"></head><body>'
        "<article><h1>Opinion: The pier must go</h1><p>The council of Vann is wrong to rebuild the old pier in stone, "
        "and the bill of two million crowns shows it.</p><p>Nobody in the town has used the pier since the storm, and "
        "fishermen are better served by the harbour.</p></article></body></html>"
    )
    (tmp_path / "captures" / "a.html").write_text(page, encoding="utf-8")
    digest = build(load_story(tmp_path))
    assert {claim.attributed_to for claim in digest.claims} == {"Nadia Szabo"}
