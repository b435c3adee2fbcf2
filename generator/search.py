"""Adds a search index to a built site, by Pagefind, which reads its pages. An option: no page needs it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from generator.errors import InputError

FOLDER = "pagefind"  # of the index, below the site's root
_PAGES = "stories/*/index.html"  # the pages of sources hold the same words
_TEXT = "article"  # the element of a page that is searched
_ASIDE = (
    ".by, .kicker, .kind, .facts, .tally, .here, .matrix, .sources, .how, figcaption, thead"  # not the story itself
)
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")  # its own search boxes: the site has one of its own


def add_search(site: Path) -> None:
    """Write the index of the stories in a built site. The same pages give the same bytes.

    Raises InputError where Pagefind is not installed or fails.
    """
    if find_spec("pagefind") is None:
        remedy = "build with make html SEARCH=1, which installs it, or without --search"
        raise InputError("--search", "Pagefind is not installed", remedy)
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER]
    command += ["--glob", _PAGES, "--root-selector", _TEXT, "--exclude-selectors", _ASIDE, "--quiet"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        said = (run.stderr or run.stdout).strip().splitlines()
        raise InputError("--search", f"Pagefind failed: {said[-1] if said else run.returncode}", "build without it")
    for pattern in _UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
