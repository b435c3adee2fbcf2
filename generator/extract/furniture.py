"""Which elements of a page are furniture by what they are called: their name, their role, their class and id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.extract.elements import Element
from generator.extract.hidden import HIDDEN

_ELEMENTS = frozenset(
    "nav footer aside form dialog menu button label fieldset figcaption"
    " amp-ad amp-auto-ads amp-consent amp-embed amp-sidebar amp-sticky-ad".split()
)
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alert alertdialog menu menubar toolbar".split()
)
# Words that name what is not the article's text, as the whole of a class or id or as a part of one of a few words
# ("article-comments", "relatedPosts").
_WORDS = frozenset(
    "ad ads advert advertisement advertising adslot sponsor sponsored promo promotion promoted breadcrumb"
    " breadcrumbs byline caption captions carousel comment comments disqus respond cookie cookies consent gdpr"
    " credit credits footer masthead nav navbar navigation newsletter subscribe subscription signup popup modal"
    " pagination pager related recommended recommendations recirc recirculation trending popular"
    " outbrain taboola zergnet share sharing sharebar social socials sidebar tags"
    " bio latest copyright disclaimer dateline timestamp skiplink noprint login authorbio"
    " editsection reflist references".split()
)
# The same, but parts of the names of much else ("banner-image", "topics-of-the-day"): as the whole, or as the last part
# of a name, which says what the others are of ("entry-meta").
_LAST_WORDS = frozenset("banner menu meta overlay rail toc toolbar tooltip topics".split())
# Names of parts of pages in general, or of a state ("elementor-widget", "label-hidden"): only as the whole.
_WHOLE_WORDS = frozenset("hidden skip widget".split())
_MOST_PARTS, _MOST_PARTS_OF_ID = 6, 3  # words of a name; an id of more is the slug of a title
_PARTS_OF_PAGES = frozenset(
    "area articles bar block body box buttons center col column container content form holder inner left law info links"
    " list outer panel posts right root section stories top bottom widget wrap wrapper".split()
)
# A name that begins so tells what its element goes without or with: "has-sidebar", "no-promo".
_BESIDE = frozenset("has is no not show with without".split())
# What lays a page out lends its name to what stands in it: "sidebar-grid__content" is the content.
_LAYOUT = frozenset("sidebar footer nav navbar navigation masthead promo promotion tags share social".split())
_CONTENT = frozenset("content body text article story".split())
# Words that hardly stand on an article: they hold for more of a page's text.
_SURE = frozenset("cookie cookies consent gdpr comment comments disqus respond modal popup".split())
_SURE_RULES = frozenset(
    [
        "html:nav",
        "html:footer",
        "html:dialog",
        "html:menu",
        *(f"html:{key}-{w}" for key in ("class", "id") for w in _SURE),
    ]
)
_NEVER_BY_CLASS = frozenset(["html", "body", "main", "article"])  # their classes tell of the whole page
_NEVER_BY_ID = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "p"])  # their ids are what links inside the page lead to
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PART = re.compile(r"(?<![a-z0-9])[a-z]{2,}(?![a-z0-9])")  # what holds a digit is a number or a hash
_LONGEST = 300  # code points of an attribute that are read

# Set on the HTML of the sets aeb and aed_dev, by 4-gram F1 before ``clean``; see html.py for the others.
_WRAPPER = 0.4  # an element with more of the page's text than this is no furniture, whatever it is called ...
_SURE_WRAPPER = 0.9  # ... and with more than this even where its name can hardly stand on an article
_MOST_DROPPED = 0.5  # of the page's text that one word may take, all the elements so called together


def label(elements: list[Element]) -> list[str]:
    """Give elements their furniture rule, unless they hold so much of the page's text that they wrap the article. The
    rules that are not applied, since all the elements so called hold more than half of it.

    ``Element.text`` is known.
    """
    total = elements[0].text
    for element in elements[1:]:
        rule = _rule(element)
        if rule is None:
            continue
        share = _SURE_WRAPPER if rule in _SURE_RULES else _WRAPPER
        if element.text <= share * total or not total:
            element.rule = rule
    spared = [rule for rule in _too_much(elements) if rule not in _SURE_RULES]
    for element in elements:
        if element.rule in spared:
            element.rule = None
    _label_other_articles(elements)
    return spared


def _too_much(elements: Sequence[Element]) -> Iterator[str]:
    """The rules by class and id that would drop more than half of the page's text."""
    dropped: Counter[str] = Counter()
    inside: list[frozenset[str]] = [frozenset()]
    for element in elements[1:]:
        around = inside[element.parent]
        if element.rule is not None and element.rule not in around:
            dropped[element.rule] += element.text
            around = around | {element.rule}
        inside.append(around)
    return (rule for rule, text in dropped.items() if text > _MOST_DROPPED * elements[0].text)


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


def _rule(element: Element) -> str | None:
    attributes = element.attributes
    if element.name in _ELEMENTS:
        return f"html:{element.name}"
    if not attributes:
        return None
    if "role" in attributes and (role := attributes["role"].lower()) in _ROLES:
        return f"html:role-{role}"
    if "aria-hidden" in attributes and attributes["aria-hidden"].lower() == "true":
        return HIDDEN
    if element.name in _NEVER_BY_CLASS:
        return None
    if "class" in attributes and (word := named_by(attributes["class"][:_LONGEST])) is not None:
        return f"html:class-{word}"
    if "id" not in attributes or element.name in _NEVER_BY_ID:
        return None
    word = named_by_id(attributes["id"][:_LONGEST])
    return None if word is None else f"html:id-{word}"


@lru_cache(10_000)
def named_by(names: str) -> str | None:
    """The word by which one of these names, parted by white space, calls furniture; a name of many words is none."""
    return next((word for name in names.split() if (word := _word_of(name, _MOST_PARTS)) is not None), None)


@lru_cache(10_000)
def named_by_id(name: str) -> str | None:
    """The word by which an id calls furniture. Ids are also the slugs of titles, "sharing-the-costs": of several words
    the last says what it is, or the one before a word for a part of a page."""
    parts: list[str] = _PART.findall(_CAMEL.sub(" ", name).lower())
    if len(parts) > 1 and parts[-1] in _PARTS_OF_PAGES:
        parts = parts[:-1]
    word = _word_of(name, _MOST_PARTS_OF_ID) if " " not in name else None
    return word if parts and parts[-1] == word else None


@lru_cache(10_000)
def _word_of(name: str, most: int) -> str | None:
    parts: list[str] = _PART.findall(_CAMEL.sub(" ", name).lower())
    if not 0 < len(parts) <= most or (len(parts) > 1 and parts[0] in _BESIDE):
        return None
    if parts[-1] in _LAST_WORDS or (len(parts) == 1 and parts[0] in _WHOLE_WORDS):
        return parts[-1]
    inside = parts[-1] in _CONTENT
    return next((part for part in parts if part in _WORDS and not (inside and part in _LAYOUT)), None)
