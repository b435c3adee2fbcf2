"""Whether a page holds several texts, each with its own headline, or the entries of a live page, each with its time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.extract.elements import Element, Run
from generator.extract.scope import is_text, text_of
from generator.model import Notice

_HEADINGS = frozenset(["h1", "h2", "h3", "h4"])
_OF_STORIES = (None, "html:other-article", "html:outside-article")  # what another text of the page may be set aside as
_STORY_TEXTS = 2  # paragraphs from which what is called an article is a text of its own
_LEAST_ENTRIES = 3  # with a time each, from which a page is a live one
_MOST_OF_PAGE = 0.5  # of its text that they hold


def find_entries(elements: Sequence[Element], runs: Sequence[Run], rules: Sequence[str | None]) -> Mapping[int, str]:
    """The entries of a live page, by their element, each with its time as the page has it; none on another page.
    ``rules`` are those of furniture."""
    return _entries(elements, [run for run, rule in zip(runs, rules, strict=True) if rule is None])


def day_of_entry(elements: Sequence[Element], index: int, entries: Mapping[int, str]) -> date | None:
    """The day of the entry that an element stands in."""
    while entries and index and index not in entries:
        index = elements[index].parent
    try:
        return date.fromisoformat(entries.get(index, "")[:10])
    except ValueError:
        return None


def find_several(
    elements: Sequence[Element],
    runs: Sequence[Run],
    rules: Sequence[str | None],
    page: str,
    entries: Mapping[int, str],
) -> Iterator[Notice]:
    """A notice of a page's entries and times, or else of its several texts; ``rules`` are those of furniture."""
    shown = [run for run, rule in zip(runs, rules, strict=True) if rule is None]
    if entries:
        yield _of_entries(elements, entries, shown, page)
        return
    stories = _stories(elements, [run for run, rule in zip(runs, rules, strict=True) if rule in _OF_STORIES])
    if len(stories) > 1:
        titles = [_title(elements, own, page) for own in stories]
        named = ", ".join(f"“{title}”" for title in titles[:3])
        kept = {id(run) for run in shown}
        read = sum(any(id(run) in kept for run in own if is_text(run)) for own in stories)
        what = "all are read as one article" if read == len(stories) else f"{read} of them is read"
        message = f"The page holds {len(titles)} texts, each with its own headline ({named}); {what}."
        yield Notice("several-texts", message, titles[0])


def _stories(elements: Sequence[Element], shown: Sequence[Run]) -> list[list[Run]]:
    """The runs of each outermost article with a headline and some paragraphs."""
    articles: dict[int, list[Run]] = defaultdict(list)
    for run in shown:
        if (index := _outermost_article(elements, run.element)) is not None:
            articles[index].append(run)
    return [
        own
        for own in articles.values()
        if sum(map(is_text, own)) >= _STORY_TEXTS and any(_is_heading(elements, run) for run in own)
    ]


def _outermost_article(elements: Sequence[Element], index: int) -> int | None:
    found = None
    while index:
        found = index if elements[index].name == "article" else found
        index = elements[index].parent
    return found


def _is_heading(elements: Sequence[Element], run: Run) -> bool:
    index = run.element
    return elements[index].name in _HEADINGS or elements[elements[index].parent].name in _HEADINGS


def _title(elements: Sequence[Element], runs: Sequence[Run], page: str) -> str:
    return next((text_of(run, page) for run in runs if _is_heading(elements, run)), text_of(runs[0], page))[:100]


def _entries(elements: Sequence[Element], shown: Sequence[Run]) -> Mapping[int, str]:
    """Entries of a live page, by their element: the times of siblings that hold text and a time each."""
    times: dict[int, str] = {}
    for element in elements:
        if element.name == "time" and element.attributes.get("datetime"):
            around = element.parent
            for _ in range(4):
                times.setdefault(around, element.attributes["datetime"])
                around = elements[around].parent
    held = _texts_by_element(elements, shown)
    siblings = Counter(elements[index].parent for index in times if held.get(index))
    total = sum(map(is_text, shown))
    for parent, count in siblings.most_common(3):
        own = {index: times[index] for index in times if elements[index].parent == parent and held.get(index)}
        if count >= _LEAST_ENTRIES and sum(held[index] for index in own) >= _MOST_OF_PAGE * total:
            return own
    return {}


def _texts_by_element(elements: Sequence[Element], shown: Sequence[Run]) -> Counter[int]:
    held: Counter[int] = Counter()
    for run in shown:
        index = run.element if is_text(run) else 0
        while index:
            held[index] += 1
            index = elements[index].parent
    return held


def _of_entries(elements: Sequence[Element], entries: Mapping[int, str], shown: Sequence[Run], page: str) -> Notice:
    newest = max(entries, key=lambda index: entries[index])
    runs = [run for run in shown if _is_in(elements, run.element, newest)]
    title = _title(elements, runs, page)
    first, last = min(entries.values()), max(entries.values())
    message = (
        f"The page has {len(entries)} entries, from {first} to {last}; the newest state that it knows is “{title}”."
    )
    return Notice("live-entries", message, title)


def _is_in(elements: Sequence[Element], index: int, around: int) -> bool:
    while index > around:
        index = elements[index].parent
    return index == around
