"""One page in the forms in which people save it: whether the same sentences are claims in each."""

from __future__ import annotations

import gzip
import re
import statistics
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator import pipeline
from generator.errors import InputError
from generator.load import load_source
from generator.model import Story
from tools.evaluation.outcome import Case, Outcome, with_progress
from tools.evaluation.saving import FORMS
from tools.evaluation.shared import Shared

_SETS = ("aeb", "aed_dev")
_EACH = 8  # every eighth page of a set: 41 pages in each of the forms take four minutes
_SELECT_ALL = "select_all"
_LIST_MARK = re.compile(r"(?:[•‣◦▪●·*+–-]|[0-9]{1,3}[.)]) ")  # a browser makes it, and a page has none

Claims = frozenset[str]


def evaluate_forms(shared: Shared) -> Outcome:
    """For each form the share of sentences that are claims in it and in the page as HTML (Dice), mean over the pages
    of which the HTML gives any. A form whose program is not on this machine has no figure."""
    shares: dict[str, list[float]] = {}
    cases = []
    pages = [page for name in _SETS for page in sorted((shared.data / "extraction" / name / "html").iterdir())[::_EACH]]
    with tempfile.TemporaryDirectory() as scratch:
        for page in with_progress("forms", pages):
            html = gzip.decompress(page.read_bytes())
            plain = _claims(Path(scratch, "page.html"), html)
            if not plain:
                continue
            for form, (name, data) in _saved(page, html).items():
                found = _claims(Path(scratch, name), data)
                shares.setdefault(form, []).append(share := dice(plain, found))
                lost, more = sorted(plain - found), sorted(found - plain)
                cases.append(Case(1 - share, f"{page.name} as {form}", _listed("-", lost) + _listed("+", more)))
    figures = {form: statistics.mean(found) for form, found in shares.items()}
    return Outcome({**figures, "all": statistics.mean(figures.values())}, tuple(cases))


def dice(one: Claims, other: Claims) -> float:
    """Twice what is in both to what is in each, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _saved(page: Path, html: bytes) -> Mapping[str, tuple[str, bytes]]:
    """The page in each form that can be made here: its file's name and bytes."""
    made = {form: (name, data) for form, (name, save) in FORMS.items() if (data := save(html)) is not None}
    dump = page.parents[1] / "dump" / f"{page.name.removesuffix('.html.gz')}.txt"
    return {**made, _SELECT_ALL: ("selected.txt", dump.read_bytes())}


def _claims(capture: Path, data: bytes) -> Claims:
    """The letters and digits of each passage that asserts something, in a story of this capture alone."""
    capture.write_bytes(data)
    try:
        source = load_source(capture)
        workings = pipeline.work(Story("one", capture.as_posix(), (source,)))
    except InputError:
        return frozenset()
    texts = (_LIST_MARK.sub("", passage.text) for passage in workings.passages if passage.omit is None)
    return frozenset(map(letters, texts))


def letters(text: str) -> str:
    """Letters and digits alone, in lower case: forms differ in white space, quotation marks and hyphens."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _listed(mark: str, sentences: list[str]) -> str:
    return "".join(f"{mark} {sentence}\n" for sentence in sentences)
