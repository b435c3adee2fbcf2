"""Who wrote an article."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from generator.language.dates import DateMention, find_dates
from generator.language.days import find_days
from generator.language.headers import headers_of
from generator.language.scripts import UNSPACED
from generator.metadata.page import OPENING_LINES, Page, Rule, letters, site_names
from generator.metadata.people import is_name, is_person, people
from generator.metadata.signs import CLOCK_AND_ZONE, EDGES
from generator.model import Found

_BYLINE_LENGTH = 200  # code points; a longer line is text that begins with "By"
_UNSPACED_LENGTH = 40  # the same in a script without spaces, whose lines are shorter
_MOST_TOKENS = 9  # of all the names of a byline that no comma parts
_NO_AUTHOR = re.compile(r"https?://|www\.|@|^\W*\d[\d\W]*$|^(?:e-?mail|contact|follow)\b", re.IGNORECASE)
_LINK = re.compile(r"(?<!\s)\s{0,3}[<(\[]https?://[^\s<>()\[\]]+[>)\]]")  # behind a name, as browsers save text
_BRACKETS = re.compile(
    r"^\s*(?:[\[(（【][^\])）】]{1,30}[\])）】]\s*)+"
)  # the place and the agency before a name, in Korean
_ASIAN = re.compile(rf"[{UNSPACED}\uac00-\ud7a3]")


def _author(page: Page) -> Found | None:
    """Who is named: of what is declared and what the page shows, the first that names a person; what shows more
    people than is declared, before that. A house stands only where nobody is named."""
    declared = [found for found in page.all_declared("author") if not _NO_AUTHOR.search(found.value)]
    houses = site_names(page)
    shown = _byline(page) or _above_role(page)
    named = people(shown.value, page.code) if shown is not None else []
    for found in declared:
        names = people(_lead(page.code).sub("", found.value, count=1), page.code)
        persons = [name for name in names if is_person(name, houses)]
        if not persons or found.how.endswith(ORGANISATION):
            continue
        if _names_more(named, persons):
            return shown
        whole = byline_name(found.value, page.code) or ", ".join(names)
        return replace(found, value=whole if len(persons) == len(names) else ", ".join(persons))
    if any(is_person(name, houses) for name in named) or not declared:
        return shown
    return replace(declared[0], value=_without_day(_lead(page.code).sub("", declared[0].value, count=1), page.code))


def _without_day(name: str, language: str | None) -> str:
    """What stands before the first date."""
    dated = _dates(name, language)
    return (EDGES.sub("", name[: dated[0].start]) if dated else name) or name


ORGANISATION = "of an organization"  # how a declared author is found that is declared to be none


def _names_more(shown: list[str], declared: list[str]) -> bool:
    """Whether the names that a page shows are those declared and more."""
    known = {letters(name) for name in shown}
    return len(known) > len(declared) and all(letters(name) in known for name in declared)


def _byline(page: Page) -> Found | None:
    """A line "by NAME" above the article, or among its first blocks."""
    opening = page.top + page.body[:OPENING_LINES]
    for line in (*page.top[::-1], *page.body[:OPENING_LINES]):
        name = byline_name(line.text, line.language)
        if name is not None:
            return Found(name, "byline", line.quote)
    for lead, line in pairwise(opening):
        if _lead(line.language).fullmatch(f"{lead.text.rstrip(':')} ") or lead.text.lower() in ("author", "author:"):
            name = byline_name(f"by {line.text}", line.language)
            if name is not None:
                return Found(name, f"line below “{lead.text}”", line.quote)
    return None


def _above_role(page: Page) -> Found | None:
    """A name on a line of its own, above one that says what its bearer does: "Ann Lee", "Our columnist on books"."""
    for name, role in pairwise(page.top[page.below_heading :] + page.body[:1]):
        tokens = name.text.split()
        if 2 <= len(tokens) <= 4 and is_name(tokens) and len(role.text) <= _BYLINE_LENGTH and _ROLE.search(role.text):
            return Found(name.text, "name above what its bearer does", name.quote)
    return None


_ROLE = re.compile(
    r"^(?:our\s|the\s)?(?:\w+\s){0,2}(?:columnist|correspondent|reporter|editor|critic|contributor)\b", re.IGNORECASE
)


def byline_name(line: str, language: str | None = None) -> str | None:
    """The names in a line such as "By Ann Lee and Bo Ek, Staff Writers | Nov 3"; None where it is no byline."""
    line = _LINK.sub("", line)
    if len(line) > _BYLINE_LENGTH:
        return None
    dated = _dates(line, language)
    if dated and not line[: dated[0].start].strip(" |-–—•·"):
        line = CLOCK_AND_ZONE.sub("", line[dated[0].end :]).strip(" ,|-–—•·/")  # "Nov 3, 2023 4:05 pm EST by Ann Lee"
        dated = []
    if dated:
        line = line[: dated[0].start]
    lead = _lead(language).match(line)
    rest = _named_before(line, language) if lead is None else line[lead.end() :].strip()
    if rest is None:
        return None
    if _ASIAN.match(rest):
        return _unspaced_names(_end(language).split(rest, maxsplit=1)[0], language)
    name: str = EDGES.sub("", _end(language).split(rest, maxsplit=1)[0])
    return _names_at_beginning(name, language)


def _dates(line: str, language: str | None) -> list[DateMention]:
    return sorted((*find_dates(line), *find_days(line, language)), key=lambda mention: mention.start)


def begins_as_byline(line: str, language: str | None = None) -> bool:
    """Whether a line begins with the words that stand before names."""
    return _lead(language).match(line) is not None


def _names_at_beginning(text: str, language: str | None) -> str | None:
    """The names with which a text begins, as it writes them: what stands behind a comma is a name only where it reads
    like a whole one, for the writer's office, place or agency stands there too."""
    parts = re.split(r"\s*,\s+", text)
    first = parts[0].split()
    if not 2 <= len(first) <= _MOST_TOKENS or not is_name(first):
        return None
    count = 1
    while count < len(parts) and all(is_person(name) for name in people(parts[count], language)):
        count += 1
    return ", ".join(parts[:count]).strip()


def _named_before(line: str, language: str | None) -> str | None:
    """What stands before the words that follow a name: "홍길동 기자", "Ali Veli tarafından"."""
    for words in headers_of(language):
        if words.after:
            text = _BRACKETS.sub("", line)
            match = re.match(rf"(?P<name>.{{2,{_UNSPACED_LENGTH}}}?)\s?(?:{words.after})(?=$|[\s=·|(（\[,:：])", text)
            if match is not None:
                return match["name"].strip()
    return None


def _unspaced_names(text: str, language: str | None) -> str | None:
    """Names in Chinese, Japanese or Korean letters; None where the text is more than a few of them."""
    names = [name for part in people(text, language) for name in part.split()]
    if len(text) > _UNSPACED_LENGTH or not names or not all(is_person(name) for name in names):
        return None
    return text.strip(" .,;:：、=")


@cache
def _lead(language: str | None) -> re.Pattern[str]:
    by = "|".join(words.by for words in headers_of(language))
    asian = (language or "")[:2].lower() in ("zh", "ja", "ko")
    return re.compile(rf"(?:{by})(?:[\s:：]+{'|' if asian else ''}|(?<=[:：])\s*)(?=\S|$)", re.IGNORECASE)


@cache
def _end(language: str | None) -> re.Pattern[str]:
    """Where the names of a byline end: at a sign or a word that goes on to something else."""
    own = headers_of(language)
    words = "|".join(words.ends for words in own if not words.ends.startswith("["))
    signs = "".join(f"|{words.ends}" for words in own if words.ends.startswith("["))
    return re.compile(
        rf"\s?@|\s(?:[|•·–—/]|-)\s|[|•]|(?<=\s)·|\s\(|\s(?:{words})\s|\s?(?:updated|published|posted)\b{signs}",
        re.IGNORECASE,
    )


BYLINE_RULES: tuple[Rule, ...] = (_author,)
