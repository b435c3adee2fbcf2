"""Where on a page the article stands, and what of it stands with the headline outside of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.elements import Element, Run
from generator.language.lines import CLASS_NAMES, describe_line

# What follows is set on the HTML of the sets aeb and aed_dev, by 4-gram F1 before ``clean``.
PARAGRAPH_WORDS = (
    12  # a block of at least as many words, not mostly links, counts as text of an article; 8 and 16: less
)
LINKED = 0.5  # share of a block's characters in links above which it is a link, not text
LINKS = "html:links"  # the rule of such a block
# The deepest element with this share of the page's text is taken for the article. On all pages .5 gives .918 and .895,
# .7 .957 and .904, .8 .959 and .905, .9 .955 and .900.
_CONTAINER = 0.8
_NAMED_CONTAINER = 0.5  # the same for an element that is called the article and holds the headline
_HEADLINES = ("h1", "h2", "h3")
_LEAD_WORDS = 8  # from which unlinked text between headline and article is the lead
_BYLINE = CLASS_NAMES.index("byline or date")


def is_text(run: Run) -> bool:
    """Whether a run reads like a paragraph of an article."""
    return run.words >= PARAGRAPH_WORDS and run.linked <= LINKED * run.size


def article_scope(elements: Sequence[Element], runs: Sequence[Run], rules: Sequence[str | None]) -> list[bool]:
    """For each element whether it lies in the deepest element that holds most of the page's article-like text."""
    text = [0] * len(elements)
    headed = [False] * len(elements)
    for run in runs:
        if is_text(run) and rules[run.element] is None:
            text[run.element] += run.size
    for index, element in enumerate(elements):
        headed[index] = element.name == "h1"
    own = text.copy()
    for index in range(len(elements) - 1, 0, -1):
        text[elements[index].parent] += text[index]
        headed[elements[index].parent] |= headed[index]
    scope = 0
    for index in range(1, len(elements)):
        holds_blocks = own[index] * 2 < text[index]
        share = _NAMED_CONTAINER if elements[index].name == "article" and headed[index] else _CONTAINER
        if elements[index].parent == scope and holds_blocks and text[index] >= share * text[0]:
            scope = index
    inside = [False] * len(elements)
    for index in range(scope, len(elements)):
        inside[index] = index == scope or inside[elements[index].parent]
    return inside


def find_lead(
    elements: Sequence[Element], runs: Sequence[Run], rules: Sequence[str | None], inside: Sequence[bool], page: str
) -> frozenset[int]:
    """Places of the runs between the headline and the article that stand outside of it and are its lead: unlinked text
    that is no line of names and times."""
    first = next((place for place, run in enumerate(runs) if inside[run.element] and is_text(run)), len(runs))
    if first == len(runs):
        return frozenset()
    for name in _HEADLINES:
        place = next((place for place in range(first - 1, -1, -1) if _is_in(elements, runs[place].element, name)), None)
        if place is not None:
            return frozenset(_lead_lines(runs, rules, inside, page, range(place + 1, first)))
    return frozenset()


def _lead_lines(
    runs: Sequence[Run], rules: Sequence[str | None], inside: Sequence[bool], page: str, places: range
) -> Iterator[int]:
    for place in places:
        run = runs[place]
        if inside[run.element] or rules[run.element] is not None:
            continue
        if run.words < _LEAD_WORDS or run.linked > LINKED * run.size:
            continue
        line = describe_line(text_of(run, page))
        if line.ends_sentence or not (line.classes[_BYLINE] or line.dated or line.clock):
            yield place


def text_of(run: Run, page: str) -> str:
    """The words of a run, character references as they are."""
    return " ".join(" ".join(page[start:end] for start, end in run.spans if page[start] != "<").split())


def _is_in(elements: Sequence[Element], index: int, name: str) -> bool:
    for _ in range(4):
        if elements[index].name == name:
            return True
        index = elements[index].parent
    return False
