"""HTML page -> document: its readable text with the place of each character, its blocks, and what its markup says:
headings, list items, and furniture by element, role, class, and position outside the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from generator.extract.boxes import find_boxes
from generator.extract.declared import Declarations
from generator.extract.elements import Element, Run, parse
from generator.extract.embedded import Body, body_text, read_body, within_bounds
from generator.extract.furniture import label
from generator.extract.hidden import HIDDEN, find_hidden, split_hidden
from generator.extract.readable import Readable
from generator.extract.scope import LINKED, LINKS, PARAGRAPH_WORDS, article_scope, find_lead, is_text, text_of
from generator.extract.script_data import find_script_body
from generator.extract.several import day_of_entry, find_entries, find_several
from generator.extract.tongue import part_languages
from generator.language.scripts import count_words
from generator.model import Block, BlockKind, Document, Notice, Source

_Kind: TypeAlias = tuple[BlockKind, str | None]  # with the rule of furniture

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])

# The end of a line that breaks within its sentence: a comma, or a word that leads to another.
_LEADS_ON = re.compile(r"(?:,|\b(?:a|an|the|of|on|in|at|by|to|for|from|with|and|or|as|that))\s*$", re.IGNORECASE)
_LEAD = 12  # characters that hold such an end
_GOES_ON = re.compile(r"\s*[a-zß-öø-ÿ]")  # after a line break: the sentence before it has not ended

_SENTENCE_WORDS, _MOST_LINKED = 8, 0.9  # of a sentence that may be linked beyond LINKED
_SENTENCE_ENDS = (".", "。", ".”", ".’", "।")
_BODY_WORDS = 60  # words from which the text in the page's data is an article's ...
_SHOWN = 0.5  # ... and it is read where the page shows a smaller share of it
_FROM_DATA = Notice("text-in-data", "The page shows little of its article: the text is that of its data for machines.")
_BLOCK_LINK = 2  # paragraphs in one link from which it is a wrapper of text and leads nowhere


def read_html(source: Source) -> Document:
    """A document whose readable text is what a reader of the page could see, one block for each block-level stretch.

    Furniture carries the rule that said so ("html:nav", "html:class-sidebar", "html:outside-article"). Scripts, styles
    and the like are markup: no readable text.
    """
    page = source.capture.text
    declarations = Declarations(page)
    parsed = parse(page, declarations.take)
    elements, unread = parsed.elements, parsed.unread
    _unlink(elements, parsed.runs)
    _sum_text(elements, parsed.runs)
    spared = label(elements)
    named = _inherited(elements)
    hidden, shown = find_hidden(parsed, named)
    runs = [part for run in parsed.runs for part in split_hidden(run, hidden, page)]
    rules = [HIDDEN if out else rule for rule, out in zip(named, hidden, strict=True)]
    for index, box in find_boxes(elements, runs, rules, page).items():
        elements[index].rule = box
    rules = [rule or own for rule, own in zip(rules, _inherited(elements), strict=True)]
    inside = article_scope(elements, runs, rules)
    lead = find_lead(elements, runs, rules, inside, page)
    kinds = [_kind(elements, run, rules, inside, place in lead, page) for place, run in enumerate(runs)]
    body = _body_to_read(page, declarations, runs, kinds)
    from_data = body is not None
    if body is not None:
        body, behind = within_bounds(page, body)
        unread = unread if behind is None else behind
    languages = part_languages(elements)
    furniture = [rule for _, rule in kinds]
    entries = find_entries(elements, runs, furniture)
    readable = Readable(page)
    blocks = []
    for run, (kind, rule) in zip(runs, kinds, strict=True):
        if unread is not None and run.spans[0][0] >= unread:
            break
        if body is not None and run.spans[0][0] > body[0][0][0]:
            blocks += _read_body(readable, page, body)
            body = None
        readable.begin_block()
        _read_run(readable, page, run)
        span = readable.block()
        if span is not None:
            written = day_of_entry(elements, run.element, entries)
            blocks.append(Block(*span, kind, rule, language=languages[run.element], written=written))
    if body is not None:
        blocks += _read_body(readable, page, body)
    notices = (
        *_spared_notices(spared),
        *map(_shown_notice, shown),
        *find_several(elements, runs, furniture, page, entries),
    )
    if from_data:
        notices = (*notices, _FROM_DATA)
    return Document(source, readable.text, tuple(blocks), readable.offsets, declarations.found(), unread, notices)


def _body_to_read(page: str, declarations: Declarations, runs: list[Run], kinds: list[_Kind]) -> Body | None:
    """Where the article's text stands in the page's data, if the page shows less than half of it; in data that do not
    say that they are an article, if it shows next to nothing. What it shows is then furniture, but for headings."""
    shown = sum(run.words for run, (_, rule) in zip(runs, kinds, strict=True) if rule is None and is_text(run))
    body = declarations.body
    if body is None and shown < _BODY_WORDS:
        body = find_script_body(page, declarations.scripts)
    if body is None:
        return None
    words = count_words(body_text(page, body))
    if words < _BODY_WORDS or shown >= _SHOWN * words:
        return None
    for place, (kind, rule) in enumerate(kinds):
        if rule is None and kind is not BlockKind.HEADING:
            kinds[place] = BlockKind.FURNITURE, "html:not-in-data"
    return body


def _read_body(readable: Readable, page: str, body: Body) -> list[Block]:
    return [Block(*span, BlockKind.PARAGRAPH) for span in read_body(readable, page, body)]


def _spared_notices(spared: Sequence[str]) -> Iterator[Notice]:
    for rule in spared:
        word = rule.rpartition("-")[2]
        message = (
            f"Most of the page's text stands in parts called “{word}”, as page furniture is; it is read all the same."
        )
        yield Notice("rule-not-applied", message, word)


def _shown_notice(selector: str) -> Notice:
    message = f"Most of the page's text is hidden by its style for “{selector}”; it is read all the same."
    return Notice("rule-not-applied", message, selector)


def _read_run(readable: Readable, page: str, run: Run) -> None:
    for start, end in run.spans:
        if page.startswith("<", start) and end - start > 1:
            within = _GOES_ON.match(page, end) or _LEADS_ON.search(page[max(0, start - _LEAD) : start])
            readable.put(" " if within else "\n", start, end)
        else:
            readable.add(start, end)


def _unlink(elements: list[Element], runs: list[Run]) -> None:
    """Take the text of links that hold several paragraphs for text."""
    texts = Counter(run.link for run in runs if run.link is not None and run.words >= PARAGRAPH_WORDS)
    for run in runs:
        if run.link is not None and texts[run.link] >= _BLOCK_LINK:
            run.linked, run.link = 0, None


def _sum_text(elements: list[Element], runs: list[Run]) -> None:
    for run in runs:
        if is_text(run):
            elements[run.element].text += run.size
    for element in reversed(elements[1:]):
        elements[element.parent].text += element.text


def _inherited(elements: list[Element]) -> list[str | None]:
    """The furniture rule of each element or of the nearest element around it that has one."""
    rules: list[str | None] = [None] * len(elements)
    for index, element in enumerate(elements[1:], start=1):
        rules[index] = rules[element.parent] or element.rule
    return rules


def _kind(
    elements: list[Element], run: Run, rules: list[str | None], inside: list[bool], leads: bool, page: str
) -> _Kind:
    rule = rules[run.element]
    if rule is not None:
        return BlockKind.FURNITURE, rule
    if not inside[run.element] and not leads:
        return BlockKind.FURNITURE, "html:outside-article"
    if run.linked > LINKED * run.size and not _is_linked_sentence(run, page):
        return BlockKind.FURNITURE, LINKS
    names = _names_up_to_block(elements, run.element)
    if _HEADINGS.intersection(names) and not _is_lead_in_heading(run, names, page):
        return BlockKind.HEADING, None
    return (BlockKind.LIST_ITEM if "li" in names else BlockKind.PARAGRAPH), None


def _is_lead_in_heading(run: Run, names: Sequence[str], page: str) -> bool:
    """Whether what is marked up as a lower heading is a sentence, as leads are."""
    return "h1" not in names and run.words >= _SENTENCE_WORDS and text_of(run, page).endswith(_SENTENCE_ENDS)


def _is_linked_sentence(run: Run, page: str) -> bool:
    """Whether a sentence of the article has most of its words in links, but not all."""
    return (
        run.words >= _SENTENCE_WORDS
        and run.linked <= _MOST_LINKED * run.size
        and text_of(run, page).endswith(_SENTENCE_ENDS)
    )


def _names_up_to_block(elements: list[Element], index: int) -> list[str]:
    """Names of an element and those around it, up to the nearest that is more than a wrapper of a line of text."""
    names = []
    for _ in range(4):
        names.append(elements[index].name)
        if index == 0 or elements[index].name in ("li", "article", "section", "td", "blockquote", *_HEADINGS):
            break
        index = elements[index].parent
    return names
