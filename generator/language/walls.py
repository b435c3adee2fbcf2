"""What stands in the place of an article: questions for consent, checks for robots, error pages, paywalls.

Signs are words that such pages say to their reader and that hardly any article does (``data/walls.txt``). Whether a
page is one of them is told by how much of it says so.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path


class Wall(StrEnum):
    """What a page shows in the place of an article; the value names it in rules."""

    CONSENT = "consent"
    ROBOT = "robot"
    ERROR = "error"
    PAYWALL = "paywall"
    SCRIPT = "script"
    PLACE = "place"
    BLOCKER = "blocker"


_FILE = Path(__file__).parents[1] / "data" / "walls.txt"
_SURE_CONSENT, _ERROR_HEAD = "consent, surely", "error, as the whole of a headline"
_LONGEST = 600  # code points of a line that are looked at: such pages are terse
_LONGEST_HEAD = 160
_SITE = re.compile(r"\s+(?:\||-|–|—|::|»|•|·)\s+[^|–—»•·]{1,60}$")


def signs(line: str, wall: Wall) -> int:
    """How many different signs of a wall a line shows."""
    names = (wall.value, _SURE_CONSENT) if wall is Wall.CONSENT else (wall.value,)
    return sum(pattern.search(_plain(line)) is not None for name in names for pattern in _signs()[name])


def asks_consent(line: str) -> bool:
    """Whether a line says what only a question for consent says: words of the framework by which advertisers ask."""
    return any(pattern.search(_plain(line)) for pattern in _signs()[_SURE_CONSENT])


def is_error_head(line: str) -> bool:
    """Whether a title or headline, with or without the site's name, says that there is no such page, and no more."""
    line = _plain(line.strip())[:_LONGEST_HEAD]
    return any(pattern.fullmatch(text) for pattern in _signs()[_ERROR_HEAD] for text in (line, _SITE.sub("", line)))


def _plain(line: str) -> str:
    return line[:_LONGEST].replace("’", "'")


@cache
def _signs() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The signs by the names of their lists."""
    found: dict[str, list[re.Pattern[str]]] = {}
    name = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(name, []).append(re.compile(line, re.IGNORECASE))
    return {name: tuple(patterns) for name, patterns in found.items()}
