"""What stands beside the article's text inside it, told by how it is made and not by what it is called: teasers of
other articles, captions of pictures, and what has a field or a button of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from generator.extract.comments import find_comments
from generator.extract.elements import Element, Run
from generator.extract.scope import text_of
from generator.language.credits import names_credit

TEASER, CAPTION, FORM, COMMENTS = "html:teaser", "html:caption", "html:form-field", "html:comments"

_ABSOLUTE = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#]*)", re.IGNORECASE)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_LINES = frozenset(["p", "span", "b", "strong", "em", "i", "a", "time", *_HEADINGS])  # no boxes, but lines in one
_WHOLE = frozenset(["#root", "html", "body", "main"])
_LINKED = 0.8  # share of a line's code points in links from which all of it is one link
_TEXT_WORDS = 12  # words from which a line is text
_TEASER_WORDS, _TEASER_TEXTS = 90, 2  # a teaser has at most so many words, and lines of text
_READ_ON_WORDS = 4
_MOST_READ_ON = 3  # teasers of that make; a page of more is one of entries
_FORM_WORDS, _CAPTION_WORDS, _CAPTION_LINES = 60, 60, 2
_MOST_RUNS = 12  # lines of a box
_MOST_OF_PAGE = 0.3  # of the page's words that a caption or a form may hold: the text of a short page is none
_UNSIGNED_WORDS = 30  # words of a line beside a picture, in no paragraph, that is a caption though it names nobody
# Teasers hold at most this share of what is text; a list each of whose entries has a link is an article of entries.
_MOST_TEASERS = 0.5
_LEAST_BESIDE = 3  # lines of text beside teasers, without which they may be the page's matter


def find_boxes(
    elements: Sequence[Element], runs: Sequence[Run], rules: Sequence[str | None], page: str
) -> dict[int, str]:
    """The elements that are boxes, by index, with what each is. ``rules`` say which elements are furniture anyhow."""
    shown = [run for run in runs if rules[run.element] is None]
    inside = _runs_by_element(elements, shown)
    found = dict.fromkeys(_captions(elements, inside, page), CAPTION)
    found |= dict.fromkeys(_forms(elements, inside), FORM)
    most = _MOST_OF_PAGE * sum(run.words for run in shown)
    found = {index: rule for index, rule in found.items() if sum(run.words for run in inside[index]) <= most}
    comments = find_comments(elements, shown, page)
    if comments is not None:
        found[comments] = COMMENTS
    host = _host_of_links(elements)
    teasers = _outermost(elements, _teasers(elements, inside, host, _leads_in))
    read_on = _outermost(elements, _teasers(elements, inside, host, _leads_on))
    teasers += read_on if len(read_on) <= _MOST_READ_ON else []
    if _are_beside(teasers, inside, shown):
        found |= dict.fromkeys(teasers, TEASER)
    return found


def _runs_by_element(elements: Sequence[Element], runs: Sequence[Run]) -> Mapping[int, list[Run]]:
    """The runs in each element; none of more than a box can hold is listed whole."""
    inside: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        index = run.element
        while index:
            if len(inside[index]) > _MOST_RUNS:
                break  # so have all around it
            inside[index].append(run)
            index = elements[index].parent
    return inside


def _sizes(runs: Sequence[Run]) -> tuple[int, int]:
    """Words in all, and lines of text."""
    texts = sum(run.words >= _TEXT_WORDS and run.linked <= _LINKED * run.size for run in runs)
    return sum(run.words for run in runs), texts


def _teasers(
    elements: Sequence[Element],
    inside: Mapping[int, list[Run]],
    host: str,
    leads: Callable[[Sequence[Element], Sequence[Run], int, str], bool],
) -> Iterator[int]:
    """Boxes of at most two lines of text that lead to another page of the site."""
    for index, runs in inside.items():
        element = elements[index]
        if element.name in _LINES or element.name in _WHOLE or not 1 < len(runs) <= _MOST_RUNS:
            continue
        words, texts = _sizes(runs)
        if not 1 <= texts <= _TEASER_TEXTS or words > _TEASER_WORDS:
            continue
        first = next(
            place for place, run in enumerate(runs) if run.words >= _TEXT_WORDS and run.linked <= _LINKED * run.size
        )
        if leads(elements, runs, first, host):
            yield index


def _leads_in(elements: Sequence[Element], runs: Sequence[Run], first: int, host: str) -> bool:
    """Whether a title above the first line of text is a link."""
    return any(_leads_elsewhere(elements, run, host) for run in runs[:first])


def _leads_elsewhere(elements: Sequence[Element], run: Run, host: str) -> bool:
    """Whether a line is a title that leads to another page of the site: of more words than a name or a section has."""
    return (run.words >= 3 or _is_headed(elements, run)) and _is_link(elements, run, host)


def _leads_on(elements: Sequence[Element], runs: Sequence[Run], first: int, host: str) -> bool:
    """Whether a title stands above, and below a few words lead to what it is of: "Read on"."""
    last = runs[-1]
    return (
        first > 0 and _is_headed(elements, runs[0]) and last.words <= _READ_ON_WORDS and _is_link(elements, last, host)
    )


def _is_link(elements: Sequence[Element], run: Run, host: str) -> bool:
    """Whether a line is one link to another page of the site."""
    if run.link is None or run.linked < _LINKED * run.size:
        return False
    address = elements[run.link].attributes.get("href", "").strip()
    if not address or address.startswith(("#", "mailto:", "tel:", "javascript:")):
        return False
    return _host(address) in ("", host)


def _is_headed(elements: Sequence[Element], run: Run) -> bool:
    """Whether a line is a heading, or in a link with one."""
    index = run.element
    for _ in range(4):
        if elements[index].name in _HEADINGS:
            return True
        index = elements[index].parent
    return False


def _host_of_links(elements: Sequence[Element]) -> str:
    """The host that most absolute links of the page lead to."""
    counts: dict[str, int] = defaultdict(int)
    for element in elements:
        if element.name == "a" and (host := _host(element.attributes.get("href", ""))):
            counts[host] += 1
    return max(counts, key=lambda host: counts[host], default="")


def _host(address: str) -> str:
    """The host of an absolute address; "" of one within the site."""
    found = _ABSOLUTE.match(address)
    return found[1].lower() if found is not None else ""


def _outermost(elements: Sequence[Element], indices: Iterator[int]) -> list[int]:
    """Those that lie in no other of them."""
    found = set(indices)
    return [index for index in found if not any(around in found for around in _around(elements, index))]


def _around(elements: Sequence[Element], index: int) -> Iterator[int]:
    while index:
        index = elements[index].parent
        yield index


def _are_beside(teasers: Collection[int], inside: Mapping[int, list[Run]], shown: Sequence[Run]) -> bool:
    """Whether what looks like teasers stands beside text that is none, rather than being what the page is about."""
    held = {id(run) for index in teasers for run in inside[index]}
    text = [run for run in shown if run.words >= _TEXT_WORDS and run.linked <= _LINKED * run.size]
    beside = [run for run in text if id(run) not in held]
    return len(beside) >= _LEAST_BESIDE and sum(run.size for run in beside) >= (1 - _MOST_TEASERS) * sum(
        run.size for run in text
    )


def _captions(elements: Sequence[Element], inside: Mapping[int, list[Run]], page: str) -> Iterator[int]:
    """Boxes of a picture and a line or two that name who made it; and the nearest of a picture in whole figures."""
    with_picture = _with_pictures(elements)
    for index, element in enumerate(elements):
        runs = inside.get(index, ())
        if not 1 <= len(runs) <= _CAPTION_LINES or element.name in _WHOLE or element.name in _HEADINGS:
            continue
        if sum(run.words for run in runs) > _CAPTION_WORDS or not with_picture[index]:
            continue
        signed = any(names_credit(text_of(run, page)) for run in runs)
        if signed or element.name == "figure" or _is_unsigned_caption(elements, index, runs):
            yield index


def _is_unsigned_caption(elements: Sequence[Element], index: int, runs: Sequence[Run]) -> bool:
    """Whether a box holds a picture and a short line that is no paragraph, and nothing else."""
    run = runs[0]
    own = elements[run.element].name
    alone = len(runs) == 1 and elements[index].name == "div" and elements[index].pictures > 0
    return alone and own not in ("p", "a", *_HEADINGS) and 3 <= run.words <= _UNSIGNED_WORDS and not run.linked


def _with_pictures(elements: Sequence[Element]) -> list[bool]:
    """For each element whether a picture stands in it or in what stands in it."""
    found = [element.pictures > 0 for element in elements]
    for index in range(len(elements) - 1, 0, -1):
        if found[index]:
            found[elements[index].parent] = True
    return found


def _forms(elements: Sequence[Element], inside: Mapping[int, list[Run]]) -> Iterator[int]:
    """Boxes with a field or a button of their own and a few words."""
    for index, element in enumerate(elements):
        if not element.controls or element.name in _LINES or element.name in _WHOLE:
            continue
        runs = inside.get(index, ())
        if 0 < len(runs) <= _MOST_RUNS and sum(run.words for run in runs) <= _FORM_WORDS:
            yield index
