"""What stands in the place of an article: questions for consent, checks for robots, error pages, paywalls.

Signs are words that such pages say to their reader and that hardly any article does (``data/walls.txt``). Whether a
page is one of them is told by how much of it says so.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from generator.language.lists import read_lists
from generator.language.needed import needed_letters, without_case
from generator.language.runon import KEPT_TEXTS


class Wall(StrEnum):
    """What a page shows in the place of an article; the value names it in rules."""

    CONSENT = "consent"
    ROBOT = "robot"
    ERROR = "error"
    PAYWALL = "paywall"
    SCRIPT = "script"
    PLACE = "place"
    BLOCKER = "blocker"
    AGE = "age"
    REDIRECT = "redirect"


_WORDS_OF_CONSENT = "consent, words without which none of these stands in a text"
_SURE_CONSENT, _ERROR_HEAD = "consent, surely", "error, as the whole of a headline"
_LONGEST = 600  # code points of a line that are looked at: such pages are terse
_LONGEST_HEAD = 160
_SITE = re.compile(r"\s+(?:\||-|–|—|::|»|•|·)\s+[^|–—»•·]{1,60}$")


@lru_cache(maxsize=KEPT_TEXTS)
def signs(line: str, wall: Wall) -> int:
    """How many different signs of a wall a line shows."""
    line = _plain(line)
    names = (wall.value, _SURE_CONSENT) if wall is Wall.CONSENT else (wall.value,)
    folded = without_case(line)
    return sum(
        (not needed or any(letters in folded for letters in needed)) and pattern.search(line) is not None
        for name in names
        for pattern, needed in _patterns(name)
    )


def asks_consent(line: str) -> bool:
    """Whether a line says what only a question for consent says: words of the framework by which advertisers ask."""
    line = _plain(line)
    return may_ask_consent(line) and any(pattern.search(line) for pattern, _ in _patterns(_SURE_CONSENT))


def may_ask_consent(text: str) -> bool:
    """Whether a text of any length may hold such a line, told quickly."""
    text = text.lower()
    return any(word in text for word in _signs()[_WORDS_OF_CONSENT])


def is_error_head(line: str) -> bool:
    """Whether a title or headline, with or without the site's name, says that there is no such page, and no more."""
    line = _plain(line.strip())[:_LONGEST_HEAD]
    heads = {line, _SITE.sub("", line)}
    return any(_compiled(sign).fullmatch(head) for sign in _signs()[_ERROR_HEAD] for head in heads)


def _plain(line: str) -> str:
    """A line as the signs are written, which are in lower case: patterns for either case take four times as long."""
    return line[:_LONGEST].replace("’", "'").lower()


@cache
def _patterns(name: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """The signs of a list, each with the letters of which a line that shows it holds some."""
    return tuple((_compiled(sign), needed_letters(sign)) for sign in _signs()[name])


@cache
def _compiled(sign: str) -> re.Pattern[str]:
    return re.compile(sign)


@cache
def _signs() -> dict[str, tuple[str, ...]]:
    return read_lists("walls.txt")
