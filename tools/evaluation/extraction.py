"""Article text from plain-text dumps of pages."""

from __future__ import annotations

import statistics
import tempfile
import textwrap
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from generator.clean import clean
from generator.errors import InputError
from generator.extract import extract
from generator.language.lines import describe_line
from generator.language.sentences import split
from generator.load import load_source
from generator.model import Document
from generator.segment import segment
from generator.writers.text import article_text
from tools.evaluation.outcome import Case, Outcome, with_progress
from tools.evaluation.shared import Shared, read_rows

_PARAGRAPH_WORDS = 8
_HELD = 0.5
_COLUMNS = 72

SiteJudges = Callable[[str, Path], AbstractContextManager[None]]


def evaluate_extraction(shared: Shared, name: str, judged_by: SiteJudges) -> Outcome:
    """Run the generator on every page of a set. ``median_f1`` is over pages: gold that is cut short pulls the mean.
    ``last_paragraph`` is the share of articles whose last paragraph is in the text, of those whose dump has it.

    ``judged_by`` opens, by site and folder of all sets, the model that may judge a page: one not fitted on its site.
    """
    folder = shared.data / "extraction" / name
    site_of = {row["id"]: row["domain"] for row in read_rows(folder / "index.jsonl")}
    dumps = sorted((folder / "dump").iterdir())
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch)
        cases = []
        for dump in with_progress(name, dumps):
            with judged_by(site_of[dump.stem], folder.parent):
                cases.append(_page(shared, dump, folder / "gold" / dump.name, predicted / dump.name))
        figures = shared.score.score_extraction(folder / "gold", predicted)
        figures["last_paragraph"] = _last_paragraphs(shared, folder / "gold", folder / "dump", predicted)
    figures["median_f1"] = 1 - statistics.median(case.badness for case in cases)
    return Outcome(figures, tuple(cases))


def evaluate_wrapped(shared: Shared, name: str, judged_by: SiteJudges) -> Outcome:
    """Run the generator on every page of a set with its lines broken at 72 columns, no blank lines between paragraphs.
    ``whole_sentences`` is the share of the sentences of the articles found that are sentences of the dump as it was:
    a claim is made of one of them, or of a part of one.
    """
    folder = shared.data / "extraction" / name
    site_of = {row["id"]: row["domain"] for row in read_rows(folder / "index.jsonl")}
    sentences = whole = 0
    with tempfile.TemporaryDirectory() as scratch:
        captures, predicted = Path(scratch, "captures"), Path(scratch, "predicted")
        captures.mkdir()
        predicted.mkdir()
        cases = []
        for dump in with_progress(f"{name}, wrapped", sorted((folder / "dump").iterdir())):
            text = dump.read_text(encoding="utf-8")
            capture = captures / dump.name
            capture.write_text(wrapped(text), encoding="utf-8")
            with judged_by(site_of[dump.stem], folder.parent):
                cases.append(_page(shared, capture, folder / "gold" / dump.name, predicted / dump.name))
                found = _sentences(capture)
            known = {_folded(line[start:end]) for line in text.split("\n") for start, end in split(line, 0, len(line))}
            sentences += len(found)
            whole += sum(sentence in known for sentence in found)
        figures = shared.score.score_extraction(folder / "gold", predicted)
    figures["whole_sentences"] = whole / sentences
    return Outcome(figures, tuple(cases))


def wrapped(text: str) -> str:
    """A text with each of its lines broken at 72 columns."""
    return "\n".join(textwrap.fill(line, _COLUMNS) for line in text.split("\n"))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _sentences(capture: Path) -> list[str]:
    document = read_document(capture)
    if document is None:
        return []
    return [_folded(document.text[sentence.start : sentence.end]) for sentence in segment(document)]


def _last_paragraphs(shared: Shared, gold: Path, dumps: Path, predicted: Path) -> float:
    kept = []
    for path in sorted(gold.iterdir()):
        text, dump, article = ((folder / path.name).read_text(encoding="utf-8") for folder in (gold, dumps, predicted))
        if holds_last_paragraph(shared, text, dump):
            kept.append(holds_last_paragraph(shared, text, article))
    return statistics.mean(kept)


def holds_last_paragraph(shared: Shared, gold: str, text: str) -> bool:
    """Whether half of the runs of words of the last paragraph of a gold text stand in a text. Its last paragraph is the
    last line of eight words or more that ends like a sentence: tour dates, tags and credits may stand below."""
    lines = (line.strip() for line in gold.split("\n"))
    paragraphs = [line for line in lines if len(line.split()) >= _PARAGRAPH_WORDS and describe_line(line).ends_sentence]
    return bool(paragraphs) and shared.shingles.shingle_overlap(paragraphs[-1], text).recall >= _HELD


def read_article(capture: Path) -> str:
    """What ``python -m generator extract`` prints of a capture; nothing where it finds no article."""
    document = read_document(capture)
    return "" if document is None else article_text(document)


def read_document(capture: Path) -> Document | None:
    """The cleaned document of a capture, None where it holds no article."""
    try:
        return clean(extract(load_source(capture)))
    except InputError:
        return None


def _page(shared: Shared, dump: Path, gold: Path, predicted: Path) -> Case:
    article = read_article(dump)
    predicted.write_text(article, encoding="utf-8")
    gold_text = gold.read_text(encoding="utf-8")
    return Case(
        1 - page_f1(shared, gold_text, article),
        str(dump),
        differences(shared, dump.read_text(encoding="utf-8"), gold_text, article),
    )


def page_f1(shared: Shared, gold: str, article: str) -> float:
    """F1 of the runs of four words of one page."""
    overlap = shared.shingles.shingle_overlap(gold, article)
    both = 2 * overlap.both
    return float(both / (both + overlap.only_predicted + overlap.only_gold)) if both else 0.0


def differences(shared: Shared, text: str, gold: str, article: str) -> str:
    """The lines of a text that were kept and should not have been (+), and those that were lost (-)."""
    wanted, given = (shared.shingles.label_lines(text, body) for body in (gold, article))
    marks = {(False, True): "+", (True, False): "-"}
    return "\n".join(
        f"{marks[want, got]} {number}: {line.strip()}"
        for number, (line, want, got) in enumerate(zip(text.split("\n"), wanted, given, strict=True), start=1)
        if (want, got) in marks
    )
