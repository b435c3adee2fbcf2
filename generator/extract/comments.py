"""Readers' comments below an article, whatever they are called: entries of one kind, each with a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from generator.extract.elements import Element, Run
from generator.extract.scope import text_of
from generator.language.lines import describe_line

_ENTRIES = frozenset(["div", "li", "article", "section", "dd"])
_WHOLE = frozenset(["#root", "html", "body", "main"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_INITIAL = re.compile(r"\b[^\W\d_]\.$")
_LEAST_ENTRIES = 2
_NAME_WORDS = 8  # of a line with a name, and maybe a day beside it
_TEXT_WORDS = 12  # words from which a line is text
_DEEPEST = 3  # elements around a day within which the entry is
_MOST_PARENTS = 12  # groups of entries that are looked at


def find_comments(elements: Sequence[Element], shown: Sequence[Run], page: str) -> int | None:
    """The element that holds what readers write below the article: two entries or more that begin with a name each, of
    which one has a day or a time; in all less than what stands above it. None where there is none."""
    text = [run for run in shown if run.words >= _TEXT_WORDS]
    for parent in islice(_parents_of_dated(elements, shown, page), _MOST_PARENTS):
        entries = _entries(elements, shown, parent)
        above = sum(run.words for run in text if run.element < parent)
        said = sum(run.words for runs in entries.values() for run in runs)
        if (
            len(entries) >= _LEAST_ENTRIES
            and said <= above
            and all(_is_comment(elements, *e, page) for e in entries.items())
        ):
            return parent
    return None


def _parents_of_dated(elements: Sequence[Element], shown: Sequence[Run], page: str) -> Iterator[int]:
    """Elements some way around the short lines that give a day or a time, the last of the page first."""
    seen = set()
    for run in reversed(shown):
        if run.words > _NAME_WORDS:
            continue
        line = describe_line(text_of(run, page))
        if not (line.dated or line.clock):
            continue
        around = elements[run.element].parent
        for _ in range(_DEEPEST):
            if around not in seen and elements[around].name not in _WHOLE:
                seen.add(around)
                yield around
            around = elements[around].parent


def _entries(elements: Sequence[Element], shown: Sequence[Run], parent: int) -> Mapping[int, list[Run]]:
    """What stands in an element, by the child that holds it; headings and short lines between the entries aside."""
    entries: dict[int, list[Run]] = defaultdict(list)
    for run in shown:
        index = run.element
        while index > parent and elements[index].parent != parent:
            index = elements[index].parent
        if index > parent and (elements[index].name in _ENTRIES or run.words >= _TEXT_WORDS):
            entries[index].append(run)
    return entries


def _is_comment(elements: Sequence[Element], index: int, runs: Sequence[Run], page: str) -> bool:
    """Whether an entry begins with a name, and goes on with what is said."""
    first = runs[0]
    name = text_of(first, page)
    is_name = first.words <= _NAME_WORDS and elements[first.element].name not in _HEADINGS
    return (
        elements[index].name in _ENTRIES
        and len(runs) > 1
        and is_name
        and name[:1].isalpha()
        and (not name.endswith((".", "?", "!", ":")) or _INITIAL.search(name) is not None)
    )
