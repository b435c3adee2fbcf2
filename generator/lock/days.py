"""Days: each stands in a quote, or is the day that a quote means when it is read from the day of its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.language.calendar import ANY_MONTH, ANY_WEEKDAY
from generator.language.dates import DateMention, find_dates
from generator.lock.reading import Quoted, Scene

_DAY_WORD = re.compile(
    rf"\b(?:{ANY_WEEKDAY})\b|\b(?!May\b)(?:{ANY_MONTH})\b"
    r"|(?<=\b[Ii]n )May\b|\b[Yy]esterday\b|\b[Tt]oday\b|\b[Tt]onight\b|\b[Tt]omorrow\b"
    r"|\b(?:[Ll]ast|[Tt]his|[Nn]ext) (?:week|month|year)\b"
)

# From which both are read where the day of the article is not known: equal words then mean equal days, and no more.
SOME_DAY = date(2000, 1, 1)


def days(scene: Scene) -> Iterator[str]:
    """A finding for each day, week, month or year of the wording that no quote names or means."""
    found: dict[tuple[int, int], bool] = {}
    for quote in scene.quotes:
        anchor = quote.written or SOME_DAY
        meant = find_dates(quote.text, anchor)
        for mention in find_dates(scene.wording, anchor):
            span = (mention.start, mention.end)
            found[span] = found.get(span, False) or _holds(scene.wording, mention, quote, meant)
    for match in _DAY_WORD.finditer(scene.wording):
        if not any(start <= match.start() < end for start, end in found):
            found[match.span()] = any(_names(quote.text, match.group()) for quote in scene.quotes)
    for (start, end), held in sorted(found.items()):
        if not held:
            yield f"the time “{scene.wording[start:end]}” stands in no cited quote"


def _holds(wording: str, mention: DateMention, quote: Quoted, meant: tuple[DateMention, ...]) -> bool:
    """Whether a quote names a day as the wording does, or means one within it: "in October" for "on 12 October"."""
    known = quote.written is not None
    for other in meant:
        if (mention.first, mention.last) == (other.first, other.last):
            return True
        if (
            known or (mention.written and other.written)
        ) and mention.first <= other.first <= other.last <= mention.last:
            return True
    return _names(quote.text, _DETERMINED.sub("", wording[mention.start : mention.end]))


_DETERMINED = re.compile(r"^(?:on|in|since|by|until|during|early|late|last|next|this|from|of)\s", re.IGNORECASE)


def _names(text: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words.lower())}\b", text.lower()) is not None
