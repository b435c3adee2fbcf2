"""Under which title a story stands, and on which days."""

from __future__ import annotations

import re
from datetime import date

from generator.compose.salience import Salience, content_words
from generator.compose.timeline import day_in_words
from generator.errors import InputError
from generator.language.printable import printable
from generator.language.quotations import outside
from generator.model import Found, Genre, Metadata, Story, When

CENTRAL = 0.8  # a headline is central that is so much as like the others as the one that is most

# Headlines that promise, ask or judge, and tell no news: "Why the bridge fell", "7 moments", "Winners and losers".
_TELLS_NOTHING = re.compile(
    r"(?:this (?:is (?:how|why|what)|article)"
    r"|how|why|what|where|when|who|here|watch|live|opinion|analysis|commentary|review|everything|winners|inside|meet"
    r"|(?:fact|reality) check|(?:key )?takeaways|the facts"
    r"|\d+ (?:\w+ )?(?:things|moments|ways|reasons|takeaways|questions|scenarios|facts|times|lessons))\b"
    r"|.*\?$|.*, explained\b|.*\b(?:should|must|needs? to|we|our|you|your)\b",
    re.IGNORECASE,
)


def headline(story: Story, metadata: tuple[Metadata, ...], salience: Salience, opinion: frozenset[str]) -> str:
    """The editor's title; else, of the headlines of reports that tell something and whose words the story uses most,
    the newest. ``opinion`` are the sources of the story that are none. Raises InputError where there is no headline."""
    if story.title:
        return story.title
    known = [
        (one.title.value, one, source.id not in opinion and (one.genre is None or one.genre.value == Genre.LIVE))
        for source, one in zip(story.sources, metadata, strict=True)
        if one.title
    ]
    if not known:
        raise InputError(story.path, "no headline in any capture", "give the story a title", "title")
    reported = [one for one in known if one[2]] or known
    reports = [one for one in reported if not _TELLS_NOTHING.match(outside(one[0]).strip())] or reported
    central = [salience.frequency(content_words(title)) for title, *_ in reports]
    newest = max(
        (place for place, share in enumerate(central) if share >= CENTRAL * max(central)),
        key=lambda place: (_certain_day(reports[place][1].published), central[place], -place),
    )
    return printable(reports[newest][0])


def _certain_day(found: Found | None) -> str:
    return found.value if found is not None and found.doubt is None else ""


def when(story: Story, metadata: tuple[Metadata, ...]) -> When:
    """The editor's day; else the newest day on which a source says for certain that it was published, if no other may
    be newer; else all days between the bounds, with what each rests on. Raises InputError where there is none.
    """
    if story.date:
        return When(story.date, story.date, day_in_words(story.date), True)
    found = sorted(
        ((date.fromisoformat(known.published.value), known.published) for known in metadata if known.published),
        key=lambda dated: dated[0],
    )
    if not found:
        raise InputError(story.path, "no date in any capture", "give the story a date: YYYY-MM-DD", "date")
    (first, earliest), (last, newest) = found[0], found[-1]
    if newest.doubt is None:
        return When(last, last, day_in_words(last), True)
    if first == last:
        return When(last, last, f"{day_in_words(last)}, not certain", False, newest.doubt)
    basis = f"{day_in_words(first)}: {earliest.doubt or earliest.how}; {day_in_words(last)}: {newest.doubt}"
    start = day_in_words(first) if first.year != last.year else day_in_words(first).rpartition(" ")[0]
    return When(first, last, f"between {start} and {day_in_words(last)}", False, basis)
