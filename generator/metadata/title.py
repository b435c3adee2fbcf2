"""The headline of a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from generator.language.days import find_days
from generator.language.lines import in_title_capitals
from generator.language.scripts import count_words
from generator.metadata.byline import begins_as_byline, byline_name
from generator.metadata.page import Line, Page, Rule, letters, longer_words, share_of_words, shares_words, site_names
from generator.metadata.signs import CLOCK, COPYRIGHT, TEMPLATE, whole_days
from generator.model import BlockKind, Found

_HEADLINE_WORDS = range(4, 31)
_TITLE_LENGTH = 300  # code points of a title line with its suffix; longer lines are text
NAME_WORDS = 6  # of a publisher; longer is a sentence or a slogan
_SUFFIX = re.compile(r"\s(?:\||-|–|—|::|»|•|·)\s(?=[^|–—»•·]*$)")
_BREADCRUMB = re.compile(r"\s(?:>|»|›|/|→)\s")
_LABEL = re.compile(r"^(?:Reading|Title|Headline|Now Reading|You are reading):\s+", re.IGNORECASE)
# What agencies put before and behind their headlines.
_SLUG = re.compile(r"^(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED)[ -]?\d{0,2}\s?[-–—:]\s?(?=\S)|\s=$")


def _main_heading(page: Page) -> Found | None:
    """The page's own main heading: of several that which is most like a declared title. One that is like none has to
    be the only one, and to share a word with titles or article."""
    bare = (
        replace(found, value=_MARKS.sub("", without_site(page, found.value))) for found in page.all_declared("headline")
    )
    headings = [found for found in bare if _may_head(page, found.value)]
    titles = [longer_words(found.value) for found in page.all_declared("title")]
    likeness = [max((_alike(found.value, title) for title in titles), default=0.0) for found in headings]
    best = max(range(len(headings)), key=likeness.__getitem__, default=None)
    if best is not None and likeness[best] >= _LIKE_TITLE:
        return _without_kicker(page, headings[best])
    alone = len({letters(found.value) for found in headings}) == 1
    return headings[0] if alone and _speaks_of_page(page, headings[0].value) else None


def _without_kicker(page: Page, heading: Found) -> Found:
    """A heading without the words that stand above it within its element, where a declared title shows which these
    are."""
    for found in page.all_declared("title"):
        title = without_site(page, found.value)
        if count_words(title) >= _LEAST_HEADING and heading.value.endswith(f" {title}"):
            return replace(heading, value=title)
    return heading


_LEAST_HEADING = 3  # words of a main heading
_LIKE_TITLE = 0.5  # of the longer words of a heading, or of a declared title, stand in the other


def _may_head(page: Page, text: str) -> bool:
    if count_words(text) < _LEAST_HEADING:
        return False
    own = letters(text)
    return not any(name in own and len(name) >= _NAME_OF_SITE * len(own) for name in site_names(page))


_MARKS = re.compile(r"^[\s»›>|•·–—-]+|[\s«|•·–—-]+$")
_NAME_OF_SITE = 0.5  # of the letters of a heading that is the site's name with what describes it


def _alike(text: str, title: Sequence[str]) -> float:
    """Share of the longer words that a heading and a declared title have in common, of the shorter of them."""
    own = longer_words(text)
    return len({*own} & {*title}) / max(1, min(len({*own}), len({*title})))


def _speaks_of_page(page: Page, text: str) -> bool:
    """Whether a heading shares a longer word with the article or with a declared title."""
    words = {*longer_words(text)}
    titles = {word for found in page.all_declared("title") for word in longer_words(found.value)}
    return not words or bool(words & titles) or bool(words & page.article_words)


def _declared_title(page: Page) -> Found | None:
    found = page.declared("title")
    return None if found is None else replace(found, value=without_site(page, found.value))


def without_site(page: Page, title: str) -> str:
    """A declared title without what is no part of the headline at its ends: the site's name, a section, a date."""
    parts = _PARTS.split(title)
    texts, marks = parts[::2], parts[1::2]
    names = site_names(page)
    known = {letters(found.value) for found in (*page.all_declared("title"), *page.all_declared("headline"))}
    while len(texts) > 1 and letters(texts[0]) in names:
        title = title[len(texts.pop(0)) + len(marks.pop(0)) :]
    while len(texts) > 1:
        head = title[: len(title) - len(texts[-1]) - len(marks[-1])]
        if not _is_site(texts[-1], marks[-1], names, page, head) and letters(head) not in known:
            break
        title = head
        texts.pop()
        marks.pop()
    return title


_PARTS = re.compile(r"(\s(?:\||-|–|—|::|»|•|·)\s|\s?[｜|]\s?|(?<=\w):\s)")


def _is_site(part: str, mark: str, names: Collection[str], page: Page, head: str) -> bool:
    """Whether the last part of a title is no part of the headline: a name of the site, a date, or a few words behind a
    stroke."""
    own = letters(part)
    if own in names or any(len(name) > 3 and (name in own or own in name) and len(own) > 2 for name in names):
        return mark.strip() != ":"
    if find_days(part, page.code):
        return True
    return mark.strip() in ("|", "｜") and count_words(part) < count_words(head)


def has_suffix(line: str) -> bool:
    """Whether a line ends as title lines do, in a mark and a few words, whatever they are."""
    return len(line) <= _TITLE_LENGTH and _SUFFIX.search(line) is not None


def without_suffix(line: str) -> tuple[str, str | None]:
    """A title line as headline and site name: "Talks resume | The Post"; the line and None where it has none."""
    if not has_suffix(line):
        return line, None
    parts = _SUFFIX.split(line)
    if len(parts[-1].split()) > NAME_WORDS or len(parts[0].split()) < _HEADLINE_WORDS.start - 1:
        return line, None
    if not parts[-1][:1].isalnum() or parts[-1][-1] in ".,;:?!" or parts[-1][0].islower():
        return line, None
    return line[: line.rindex(parts[-1])].rstrip(" |-–—:»•·"), parts[-1].strip()


def titles_with_suffix(page: Page) -> Iterator[tuple[Line, str, str]]:
    """Title lines above the article that end with a site's name: the line, its headline, the name."""
    for line in page.top:
        if _BREADCRUMB.search(line.text):
            continue
        headline, suffix = without_suffix(line.text)
        if suffix is not None and may_be_headline(line, headline) and shares_words(page, headline):
            yield line, headline, suffix


def _title_line(page: Page) -> Found | None:
    for line, headline, _ in titles_with_suffix(page):
        return Found(headline, "title line with the site's name", line.quote)
    return None


# What makes a line above the article its headline, fitted by hand on 318 pages whose markup declares it: right on 242
# with these weights, on 223 by words and repetition alone.
_WORDS_SHARED = 2.0  # times the share of its longer words that the article uses
_REPEATED = 0.3  # for each further line that ends with it, up to two: page title, breadcrumb and headline are alike
_ABOVE_BYLINE = 1.0  # a byline or date stands within the next lines
_MARKED = 0.5  # labelled a heading
_USUAL_LENGTH, _USUAL_WORDS = 0.6, range(6, 17)
_PER_LINE = 0.02  # taken off for each line between it and the article
_BYLINE_REACH = 5
_HEADLINE_REACH = 400  # lines above the article that are looked at: more than any menu, and a bound on the time


def _headline(page: Page) -> Found | None:
    """The line before the article that is most like its headline."""
    plain = [_SLUG.sub("", _LABEL.sub("", line.text)) for line in page.top]
    near = range(max(0, len(plain) - _HEADLINE_REACH), len(plain))
    lines = [index for index in near if may_be_headline(page.top[index], plain[index])]
    lines = [index for index in lines if shares_words(page, plain[index])]
    if not lines:
        return None
    best = max(lines, key=lambda index: _headline_score(page, plain, index))
    return Found(plain[best], "the line above the article that shares its words", page.top[best].quote)


def _headline_score(page: Page, plain: list[str], index: int) -> float:
    text = plain[index]
    repeats = min(sum(other.endswith(text) for other in plain[-_HEADLINE_REACH:]) - 1, 2)
    below = page.lines[index + 1 : index + 1 + _BYLINE_REACH]
    return (
        _WORDS_SHARED * share_of_words(page, text)
        + _REPEATED * repeats
        + _ABOVE_BYLINE * any(byline_name(line.text, line.language) or whole_days(line) for line in below)
        + _MARKED * (page.top[index].kind is BlockKind.HEADING)
        + _USUAL_LENGTH * (count_words(text) in _USUAL_WORDS)
        - _PER_LINE * min(len(page.top) - index, 40)
    )


def may_be_headline(line: Line, text: str) -> bool:
    """Whether ``text``, the line without label or suffix, has the form of a headline."""
    count = count_words(text)
    if (
        count not in _HEADLINE_WORDS
        or len(text) > _TITLE_LENGTH
        or _BREADCRUMB.search(text)
        or text[-1] in ",;:"
        or (text[-1] == "." and not in_title_capitals(text))
        or begins_as_byline(text, line.language)
    ):
        return False
    if TEMPLATE.search(text.lower()) or COPYRIGHT.search(text) or text.startswith(("•", "*", "-")) or "|" in text:
        return False
    return not whole_days(line) and not CLOCK.search(text)


TITLE_RULES: tuple[Rule, ...] = (_main_heading, _declared_title, _title_line, _headline)
