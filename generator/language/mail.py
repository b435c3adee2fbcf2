"""What mail programs and newsletters put around what is written, told by the words of each line (``data/mail.txt``)."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from generator.language.lists import read_lists


class Around(StrEnum):
    """What a line of a mail is, where it is none of its text."""

    VIEW = "view"  # "View this email in your browser"
    RECEIVING = "receiving"  # "You are receiving this email because"
    UNSUBSCRIBE = "unsubscribe"
    SHARE = "share"
    FOOTER = "footer"  # of every mail of a company or a telephone
    FORWARDED = "forwarded"  # "---- Forwarded message ----"
    WROTE = "wrote"  # "On Monday Ada Kell wrote:"
    HEADER = "header"  # "Subject: …"


_LONGEST = 300  # code points of a line that are looked at
_MOST_WORDS = 45  # of such a line; fewer of one that leads to a page, or speaks of unsubscribing anywhere in it
_MOST_OF_TERSE = 25
_LEADING = re.compile(r"^[\s>|*•·–—\[(-]+")
_ADDRESS = re.compile(r"<[^<>\s]*>|\(?https?://\S+\)?|\[\d{1,3}\]")
_TERSE = (Around.VIEW, Around.UNSUBSCRIBE)
_WHOLE = (Around.FORWARDED, Around.WROTE)


def tells_mail(line: str) -> bool:
    """Whether a line may be one by which a mail is known, told quickly."""
    return _telling().match(_plain(line).lower()) is not None


def around(line: str) -> Around | None:
    """What a line of a mail is by its words, None where it may be text. Addresses in it are no words."""
    text = _plain(line)
    bare = " ".join(_ADDRESS.sub(" ", _LEADING.sub("", text) or text).split())
    words = len(bare.split())
    if words > _MOST_WORDS:
        return None
    return next((kind for kind in Around if _matches(kind, bare, words)), None)


def _plain(line: str) -> str:
    return line[:_LONGEST].replace("’", "'")


def _matches(kind: Around, line: str, words: int) -> bool:
    if kind in _TERSE and words > _MOST_OF_TERSE:
        return False
    if kind is Around.UNSUBSCRIBE:
        return _signs()[kind].search(line) is not None
    sign = _signs()[kind].fullmatch(line) if kind in _WHOLE else _signs()[kind].match(line)
    return sign is not None


@cache
def _telling() -> re.Pattern[str]:
    kinds = (Around.VIEW, Around.RECEIVING, Around.WROTE, Around.HEADER)
    signs = "|".join(_signs()[kind].pattern for kind in kinds)
    return re.compile(rf"{_LEADING.pattern.replace('+', '*')}(?:{signs})")  # for either case: four times as long


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    """The signs of each kind in one pattern; those of a header are the names of its fields."""
    lists = read_lists("mail.txt")
    lists[Around.HEADER] = tuple(rf"\*?{name}\*?\s?:\s*\S" for name in lists[Around.HEADER])
    return {name: re.compile("|".join(signs), re.IGNORECASE) for name, signs in lists.items()}
