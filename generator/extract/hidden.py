"""What of an HTML page no reader sees, by its style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.extract.elements import Element, Parsed, Run
from generator.extract.style import SHOWING, Look, Styles, look
from generator.language.scripts import count_words

HIDDEN = "html:hidden"

# An element with more than this share of the page's paragraphs, and with more code points of them than this, is what
# the page is for: a script shows it when it has loaded.
_WHOLE_PAGE, _WHOLE_PAGE_TEXT = 0.9, 1_000


def find_hidden(parsed: Parsed) -> list[bool]:
    """For each element whether no reader sees the text that stands in it; of those without any nothing is asked.
    ``Element.text`` is known."""
    styles = Styles(_names(parsed.elements))
    for sheet in parsed.sheets:
        styles.add(sheet)
    # what sheets say that the capture does not hold is not known: letters may have another colour, and their ground too
    looks = _Looks(styles, Look(colour=None, ground=None) if parsed.linked_sheets else Look())
    found, total = [0], parsed.elements[0].text
    has_text = _with_text(parsed)
    for place, element in enumerate(parsed.elements[1:], start=1):
        parent = found[element.parent]
        if not has_text[place]:
            found.append(parent)
            continue
        made = looks.inside(parent, element)
        if looks.hidden[made] and not looks.hidden[parent] and _whole_page(element, total):
            made = parent
        found.append(made)
    return [looks.hidden[one] for one in found]


def _with_text(parsed: Parsed) -> list[bool]:
    """For each element whether text stands in it or in what stands in it."""
    found = [False] * len(parsed.elements)
    for run in parsed.runs:
        for owner in (run.element, *run.owners):
            while owner and not found[owner]:
                found[owner] = True
                owner = parsed.elements[owner].parent
    return found


def _names(elements: Sequence[Element]) -> frozenset[str]:
    """What style sheets may call the elements of a page: names, and classes and ids with their marks."""
    names = {element.name for element in elements}
    attributes = {id(element.attributes): element.attributes for element in elements}.values()
    classes = {one["class"] for one in attributes if "class" in one}
    names.update(f".{name}" for one in classes for name in one[:300].lower().split())
    names.update(f"#{one['id'].lower()}" for one in attributes if "id" in one)
    return frozenset(names | {"*"})


_Key: TypeAlias = tuple[str, str, str, str]  # of an element: its name, class, id and style


class _Looks:
    """How the elements of a page are shown, each look once, by number; 0 is that of the page itself. What is alike in
    all that counts is looked at once."""

    def __init__(self, styles: Styles, page: Look) -> None:
        self._styles = styles
        self._looks = [page]
        self._number = {page: 0}
        self.hidden = [page.hidden]
        self._declared: dict[_Key, Mapping[str, str]] = {}
        self._alike: dict[tuple[int, str, int], int] = {}
        self._declared_alike: dict[tuple[int, tuple[tuple[str, str], ...]], int] = {}

    def inside(self, parent: int, element: Element) -> int:
        """The look of an element in one of look ``parent``. Tags that are written alike share their attributes."""
        key = parent, element.name, id(element.attributes)
        found = self._alike.get(key)
        if found is None:
            found = self._alike[key] = self._look(parent, element)
        return found

    def _look(self, parent: int, element: Element) -> int:
        attributes = element.attributes
        get = attributes.get
        key = element.name, get("class", ""), get("id", ""), get("style", "")
        declared = self._declared.get(key)
        if declared is None:
            declared = self._declared[key] = self._styles.cascade(element.name, attributes)
        if not SHOWING.isdisjoint(attributes):
            return self._numbered(look(self._looks[parent], declared, attributes, element.name))
        if not declared:
            return parent
        both = parent, tuple(declared.items())
        if both not in self._declared_alike:
            made = look(self._looks[parent], declared, attributes, element.name)
            self._declared_alike[both] = self._numbered(made)
        return self._declared_alike[both]

    def _numbered(self, made: Look) -> int:
        if made not in self._number:
            self._number[made] = len(self._looks)
            self._looks.append(made)
            self.hidden.append(made.hidden)
        return self._number[made]


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
