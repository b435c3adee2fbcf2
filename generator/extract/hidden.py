"""What of an HTML page no reader sees, by its style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from generator.extract.elements import Element, Parsed, Run
from generator.extract.style import SHOWING, Look, Styles, look
from generator.language.scripts import count_words

HIDDEN = "html:hidden"

# An element with more than this share of the page's paragraphs, and with more code points of them than this, is what
# the page is for: a script shows it when it has loaded.
_WHOLE_PAGE, _WHOLE_PAGE_TEXT = 0.9, 1_000


def find_hidden(parsed: Parsed) -> list[bool]:
    """For each element whether no reader sees the text that stands in it. ``Element.text`` is known."""
    styles = Styles(_names(parsed.elements))
    for sheet in parsed.sheets:
        styles.add(sheet)
    # what sheets say that the capture does not hold is not known: letters may have another colour, and their ground too
    root = Look(colour=None, ground=None) if parsed.linked_sheets else Look()
    looks = [root]
    known: dict[_Key, dict[str, str]] = {}
    alike: dict[tuple[Look, _Key], Look] = {}
    has_rules = bool(styles.rules or styles.doubtful)
    for element in parsed.elements[1:]:
        parent = looks[element.parent]
        if not element.attributes and not has_rules:
            looks.append(parent)
            continue
        made = _look(element, parent, styles, known, alike)
        if made.hidden and not parent.hidden and _whole_page(element, parsed.elements[0].text):
            made = parent
        looks.append(made)
    return [one.hidden for one in looks]


def _names(elements: Sequence[Element]) -> frozenset[str]:
    """What style sheets may call the elements of a page: names, and classes and ids with their marks."""
    names = {"*"}
    for element in elements:
        names.add(element.name)
        attributes = element.attributes
        if attributes:
            names.update(f".{one}" for one in attributes.get("class", "")[:300].lower().split())
            if "id" in attributes:
                names.add(f"#{attributes['id'].lower()}")
    return frozenset(names)


_Key: TypeAlias = tuple[str, str, str, str]  # of an element: its name, class, id and style


def _look(
    element: Element,
    parent: Look,
    styles: Styles,
    known: dict[_Key, dict[str, str]],
    alike: dict[tuple[Look, _Key], Look],
) -> Look:
    """How an element is shown; what is alike in all that counts is looked at once."""
    attributes = element.attributes
    get = attributes.get
    key = (element.name, get("class", ""), get("id", ""), get("style", ""))
    if key not in known:
        known[key] = styles.cascade(element.name, attributes)
    if not SHOWING.isdisjoint(attributes):
        return look(parent, known[key], attributes, element.name)
    both = (parent, key)
    if both not in alike:
        alike[both] = look(parent, known[key], attributes, element.name)
    return alike[both]


def _whole_page(element: Element, total: int) -> bool:
    return element.text > _WHOLE_PAGE * total and element.text > _WHOLE_PAGE_TEXT


def split_hidden(run: Run, hidden: list[bool], page: str) -> Iterator[Run]:
    """The run without what is hidden in it: at its beginning or end that becomes a run of its own, which is accounted
    for as such; between words it is markup."""
    out = [hidden[owner] for owner in run.owners]
    if not any(out) and not hidden[run.element]:
        yield run
        return
    seen = [index for index, (start, end) in enumerate(run.spans) if not out[index] and page[start:end].strip()]
    first, last = (seen[0], seen[-1] + 1) if seen else (len(out), len(out))
    yield from _part(run, [index for index in range(first) if out[index]], page, hidden)
    yield from _part(run, [index for index in range(first, last) if not out[index]], page, hidden)
    yield from _part(run, [index for index in range(last, len(out)) if out[index]], page, hidden)


def _part(run: Run, indices: list[int], page: str, hidden: list[bool]) -> Iterator[Run]:
    spans = [run.spans[index] for index in indices]
    texts = [page[start:end] for start, end in spans]
    size = sum(len(text.strip()) for text in texts)
    if not size:
        return
    owners = [run.owners[index] for index in indices]
    words = sum(map(count_words, texts))
    element = run.element if hidden[run.element] == hidden[owners[0]] else owners[0]
    yield Run(element, spans, owners, min(run.linked, size), size, words, run.link)
