"""HTML page -> document: its readable text with the place of each character, its blocks, and what its markup says:
headings, list items, and furniture by element, role, class, and position outside the article."""

from __future__ import annotations

import re

from generator.extract.declared import find_declared
from generator.extract.elements import Element, Run, parse
from generator.extract.hidden import HIDDEN, find_hidden, split_hidden
from generator.extract.readable import Readable
from generator.extract.tongue import part_language
from generator.model import Block, BlockKind, Document, Source

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])

_FURNITURE_ELEMENTS = frozenset("nav footer aside form dialog menu button label fieldset figcaption".split())
_FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alert alertdialog menu menubar toolbar".split()
)
# Words of class names and ids that name what is not the article's text.
_FURNITURE_WORDS = frozenset(
    "ad ads advert advertisement advertising adslot sponsor sponsored promo promotion promoted banner breadcrumb"
    " breadcrumbs byline caption captions comment comments disqus respond cookie cookies consent gdpr credit credits"
    " footer masthead menu nav navbar navigation newsletter subscribe subscription signup popup modal overlay"
    " pagination pager related recommended recommendations recirc recirculation trending popular latest outbrain"
    " taboola zergnet share sharing sharebar social socials sidebar rail tags topics toolbar tooltip toc widget"
    " copyright disclaimer dateline timestamp meta skip skiplink hidden noprint login bio authorbio".split()
)
_SURE_WORDS = frozenset("cookie cookies consent gdpr comment comments disqus respond modal popup".split())
_SURE_RULES = frozenset(
    [
        "html:nav",
        "html:footer",
        "html:dialog",
        "html:menu",
        *(f"html:{k}-{w}" for k in ("class", "id") for w in _SURE_WORDS),
    ]
)
_NEVER_BY_CLASS = frozenset(["html", "body", "main", "article"])  # their classes tell of the whole page
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# The end of a line that breaks within its sentence: a comma, or a word that leads to another.
_LEADS_ON = re.compile(r"(?:,|\b(?:a|an|the|of|on|in|at|by|to|for|from|with|and|or|as|that))\s*$", re.IGNORECASE)
_LEAD = 12  # characters that hold such an end
_GOES_ON = re.compile(r"\s*[a-zß-öø-ÿ]")  # after a line break: the sentence before it has not ended

# The five numbers below are set on the HTML of the sets aeb and aed_dev, by 4-gram F1 before ``clean``. On every second
# page (.963 and .904 as they stand) the next values give: 8 words .941 .904, 16 words .964 .906; links .3 .954 .899,
# .7 .965 .900; wrapper .2 .952 .902, .6 .963 .904; sure wrapper .8 .963 .904, none .952 .904.
_PARAGRAPH_WORDS = 12  # a block of at least as many words, not mostly links, counts as text of an article
_LINKED = 0.5  # share of a block's characters in links above which it is a link, not text
_WRAPPER = 0.4  # an element with more of the page's text than this is no furniture, whatever it is called ...
_SURE_WRAPPER = 0.9  # ... and with more than this even where its name can hardly stand on an article
# The deepest element with this share of the page's text is taken for the article. On all pages .5 gives .918 and .895,
# .7 .957 and .904, .8 .959 and .905, .9 .955 and .900.
_CONTAINER = 0.8


def read_html(source: Source) -> Document:
    """A document whose readable text is what a reader of the page could see, one block for each block-level stretch.

    Furniture carries the rule that said so ("html:nav", "html:class-sidebar", "html:outside-article"). Scripts, styles
    and the like are markup: no readable text.
    """
    page = source.capture.text
    parsed = parse(page)
    elements, unread = parsed.elements, parsed.unread
    _sum_text(elements, parsed.runs)
    hidden = find_hidden(parsed)
    runs = [part for run in parsed.runs for part in split_hidden(run, hidden, page)]
    _label_elements(elements)
    rules = [HIDDEN if out else rule for rule, out in zip(_inherited(elements), hidden, strict=True)]
    inside = _article_scope(elements, runs, rules)
    readable = Readable(page)
    blocks = []
    for run in runs:
        readable.begin_block()
        _read_run(readable, page, run)
        span = readable.block()
        if span is not None:
            kind, rule = _kind(elements, run, rules, inside)
            blocks.append(Block(*span, kind, rule, language=part_language(elements, run.element)))
    text = readable.text
    return Document(source, text, tuple(blocks), readable.offsets, find_declared(page, unread), unread)


def _read_run(readable: Readable, page: str, run: Run) -> None:
    for start, end in run.spans:
        if page.startswith("<", start) and end - start > 1:
            within = _GOES_ON.match(page, end) or _LEADS_ON.search(page[max(0, start - _LEAD) : start])
            readable.put(" " if within else "\n", start, end)
        else:
            readable.add(start, end)


def _article_like(run: Run) -> bool:
    return run.words >= _PARAGRAPH_WORDS and run.linked <= _LINKED * run.size


def _sum_text(elements: list[Element], runs: list[Run]) -> None:
    for run in runs:
        if _article_like(run):
            elements[run.element].text += run.size
    for element in reversed(elements[1:]):
        elements[element.parent].text += element.text


def _label_elements(elements: list[Element]) -> None:
    """Give elements their furniture rule, unless they hold so much of the page's text that they wrap the article."""
    total = elements[0].text
    for element in elements[1:]:
        rule = _element_rule(element)
        share = _SURE_WRAPPER if rule in _SURE_RULES else _WRAPPER
        if element.text <= share * total or not total:
            element.rule = rule
    _label_other_articles(elements)


def _label_other_articles(elements: list[Element]) -> None:
    """Where an article holds the page's main heading, other articles beside it without one are teasers. The longest of
    all is spared: the main heading may stand beside its own article's text."""
    inside = [0] * len(elements)  # the outermost article around each element, 0 for none
    for index, element in enumerate(elements[1:], start=1):
        inside[index] = inside[element.parent] or (index if element.name == "article" else 0)
    articles = {index for index in inside if index}
    headed = {inside[index] for index, element in enumerate(elements) if element.name == "h1" and inside[index]}
    longest = max(articles, key=lambda index: elements[index].text, default=0)
    for index in articles - headed - {longest} if headed else ():
        elements[index].rule = elements[index].rule or "html:other-article"


def _element_rule(element: Element) -> str | None:
    attributes = element.attributes
    if element.name in _FURNITURE_ELEMENTS:
        return f"html:{element.name}"
    if attributes.get("role", "").lower() in _FURNITURE_ROLES:
        return f"html:role-{attributes['role'].lower()}"
    if attributes.get("aria-hidden", "").lower() == "true":
        return HIDDEN
    if element.name in _NEVER_BY_CLASS:
        return None
    for key in ("class", "id"):
        for word in _WORD.findall(_CAMEL.sub(" ", attributes.get(key, "")[:300])):
            if word.lower() in _FURNITURE_WORDS:
                return f"html:{key}-{word.lower()}"
    return None


def _inherited(elements: list[Element]) -> list[str | None]:
    """The furniture rule of each element or of the nearest element around it that has one."""
    rules: list[str | None] = [None] * len(elements)
    for index, element in enumerate(elements[1:], start=1):
        rules[index] = rules[element.parent] or element.rule
    return rules


def _article_scope(elements: list[Element], runs: list[Run], rules: list[str | None]) -> list[bool]:
    """For each element whether it lies in the deepest element that holds most of the page's article-like text."""
    text = [0] * len(elements)
    for run in runs:
        if _article_like(run) and rules[run.element] is None:
            text[run.element] += run.size
    own = text.copy()
    for index in range(len(elements) - 1, 0, -1):
        text[elements[index].parent] += text[index]
    scope = 0
    for index in range(1, len(elements)):
        holds_blocks = own[index] * 2 < text[index]
        if elements[index].parent == scope and holds_blocks and text[index] >= _CONTAINER * text[0]:
            scope = index
    inside = [False] * len(elements)
    for index in range(scope, len(elements)):
        inside[index] = index == scope or inside[elements[index].parent]
    return inside


def _kind(
    elements: list[Element], run: Run, rules: list[str | None], inside: list[bool]
) -> tuple[BlockKind, str | None]:
    rule = rules[run.element]
    if rule is not None:
        return BlockKind.FURNITURE, rule
    if not inside[run.element]:
        return BlockKind.FURNITURE, "html:outside-article"
    if run.linked > _LINKED * run.size:
        return BlockKind.FURNITURE, "html:links"
    names = _names_up_to_block(elements, run.element)
    if _HEADINGS.intersection(names):
        return BlockKind.HEADING, None
    return (BlockKind.LIST_ITEM if "li" in names else BlockKind.PARAGRAPH), None


def _names_up_to_block(elements: list[Element], index: int) -> list[str]:
    """Names of an element and those around it, up to the nearest that is more than a wrapper of a line of text."""
    names = []
    for _ in range(4):
        names.append(elements[index].name)
        if index == 0 or elements[index].name in ("li", "article", "section", "td", "blockquote", *_HEADINGS):
            break
        index = elements[index].parent
    return names
