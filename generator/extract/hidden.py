"""What of an HTML page no reader sees, by its style."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.elements import Element, Parsed, Run
from generator.extract.style import Look, Styles, look

HIDDEN = "html:hidden"

# An element with more than this share of the page's paragraphs, and with more code points of them than this, is what
# the page is for: a script shows it when it has loaded.
_WHOLE_PAGE, _WHOLE_PAGE_TEXT = 0.9, 1_000


def find_hidden(parsed: Parsed) -> list[bool]:
    """For each element whether no reader sees the text that stands in it. ``Element.text`` is known."""
    styles = Styles()
    for sheet in parsed.sheets:
        styles.add(sheet)
    # what sheets say that the capture does not hold is not known: letters may have another colour, and their ground too
    root = Look(colour=None, ground=None) if parsed.linked_sheets else Look()
    looks = [root]
    known: dict[tuple[str, str, str, str], dict[str, str]] = {}
    for element in parsed.elements[1:]:
        parent = looks[element.parent]
        made = look(parent, _declared(element, styles, known), element.attributes, element.name)
        if made.hidden and not parent.hidden and _whole_page(element, parsed.elements[0].text):
            made = parent
        looks.append(made)
    return [one.hidden for one in looks]


def _declared(
    element: Element, styles: Styles, known: dict[tuple[str, str, str, str], dict[str, str]]
) -> dict[str, str]:
    get = element.attributes.get
    key = (element.name, get("class", ""), get("id", ""), get("style", ""))
    if key not in known:
        known[key] = styles.cascade(element.name, element.attributes)
    return known[key]


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
    words = sum(len(text.split()) for text in texts)
    element = run.element if hidden[run.element] == hidden[owners[0]] else owners[0]
    yield Run(element, spans, owners, min(run.linked, size), size, words)
