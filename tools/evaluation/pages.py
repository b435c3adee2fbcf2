"""Article text from the HTML of pages, beside trafilatura on the same bytes, and what a page costs beside it."""

from __future__ import annotations

import gzip
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from generator.metadata import find_metadata
from generator.writers.text import article_text
from tools.evaluation.extraction import differences, holds_last_paragraph, page_f1, read_article, read_document
from tools.evaluation.outcome import Case, Outcome, with_progress
from tools.evaluation.shared import Shared


def evaluate_pages(shared: Shared, name: str) -> Outcome:
    """Run the generator and trafilatura on every page of a set as HTML.

    ``gain`` is by how much F1 is above trafilatura's, ``last_paragraph`` the share of articles whose last paragraph is
    kept, ``last_paragraph_gain`` how much more that is than trafilatura's share. ``cost`` is the generator's time of
    the processor for all pages in that of trafilatura, as a negative number, where both give the article's text, its
    headline, author, day, publisher and address; ``text_cost`` where each is asked for the text alone, though the
    generator reads what pages declare all the same. Both are the machine's of the moment. No fitted model reads a page
    as HTML.
    """
    folder = shared.data / "extraction" / name
    gold = folder / "gold"
    cases: list[Case] = []
    kept, kept_by_other = [], []
    seconds: dict[Callable[[Path], str], float] = dict.fromkeys(_READERS, 0.0)
    with tempfile.TemporaryDirectory() as scratch:
        predicted, other, html = (Path(scratch, part) for part in ("generator", "trafilatura", "html"))
        for made in (predicted, other, html):
            made.mkdir()
        for packed in with_progress(f"{name}, HTML", sorted((folder / "html").iterdir())):
            stem = packed.name.removesuffix(".html.gz")
            page = html / f"{stem}.html"
            page.write_bytes(gzip.decompress(packed.read_bytes()))
            if not cases:  # what is loaded and compiled once is the cost of no page
                _read_timed(page, dict(seconds))
            text, _, text_of_other, _ = _read_timed(page, seconds)
            (predicted / f"{stem}.txt").write_text(text, encoding="utf-8")
            (other / f"{stem}.txt").write_text(text_of_other, encoding="utf-8")
            wanted = (gold / f"{stem}.txt").read_text(encoding="utf-8")
            if holds_last_paragraph(shared, wanted, wanted):
                kept.append(holds_last_paragraph(shared, wanted, text))
                kept_by_other.append(holds_last_paragraph(shared, wanted, text_of_other))
            badness = 1 - page_f1(shared, wanted, text)
            cases.append(Case(badness, str(packed), differences(shared, f"{wanted}\n{text}", wanted, text)))
        figures = shared.score.score_extraction(gold, predicted)
        figures["gain"] = figures["f1"] - shared.score.score_extraction(gold, other)["f1"]
    figures["last_paragraph"] = statistics.mean(kept)
    figures["last_paragraph_gain"] = statistics.mean(kept) - statistics.mean(kept_by_other)
    figures["text_cost"] = -seconds[read_article] / seconds[_trafilatura]
    figures["cost"] = -seconds[_with_facts] / seconds[_trafilatura_with_facts]
    return Outcome(figures, tuple(cases))


def _read_timed(page: Path, seconds: dict[Callable[[Path], str], float]) -> tuple[str, ...]:
    """What each reader gives for a page; the seconds of the processor that it took are added to its own."""
    given = []
    for read in _READERS:
        start = time.process_time()
        given.append(read(page))
        seconds[read] += time.process_time() - start
    return tuple(given)


def _with_facts(page: Path) -> str:
    document = read_document(page)
    if document is None:
        return ""
    find_metadata(document)
    return article_text(document)


def _trafilatura(page: Path) -> str:
    return trafilatura.extract(page.read_bytes(), include_comments=False) or ""


def _trafilatura_with_facts(page: Path) -> str:
    return trafilatura.extract(page.read_bytes(), include_comments=False, with_metadata=True) or ""


_READERS = (read_article, _with_facts, _trafilatura, _trafilatura_with_facts)
