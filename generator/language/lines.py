"""What a line of a page dump looks like: the facts by which article text is told from page furniture.

Nothing here decides; ``generator.clean`` does. Everything is counted on the line itself, in one pass over its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.language.credits import names_credit
from generator.language.runon import KEPT_TEXTS
from generator.language.scripts import pieces

# What ends a line whatever else it does, by Unicode (UAX 14: BK, CR, LF, NL); dumps and word processors write them all.
LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BULLET = re.compile(r"(?:[•·▪◦‣*+–—-]|\d{1,3}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*$")
_INNER_END = re.compile(r"[a-z0-9][.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z0-9]")
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d| ?[ap]\.?m\b)|\b(?:hours?|days?|weeks?|months?|mins?|minutes?) ago\b")

# Where two texts were run together: "MeetingThe". Four letters before, so that YouTube and iPhone are none.
_JOIN = re.compile(r"\w{3}[a-z][A-Z][a-z]{2}")

FUNCTION_WORDS = frozenset(
    "a an the and or but nor so yet if then than that this these those of in on at to for from by with without about"
    " into over under after before between during against through as is are was were be been being has have had do"
    " does did will would can could may might must should shall not no it its he him his she her they them their we"
    " us our you your i me my who whom whose which what when where why how there here all any some such only also"
    " more most other each both while because since until although though however".split()
)
REPORTING_WORDS = frozenset(
    "said says told added according announced reported wrote asked explained noted claimed stated".split()
)
ADDRESS_WORDS = frozenset("you your yours us our we".split())
WRITER_WORDS = frozenset("i i'm i've i'd i'll my me".split())

# Furniture by what it is for. Keys are single words or pairs of adjacent words; a pair is the stronger sign.
CLASSES: dict[str, frozenset[str]] = {
    "legal notice": frozenset(
        "copyright ©|rights reserved|terms of|privacy policy|cookie policy|privacy notice|terms and|your consent"
        "|cookies|cookie|trademark|trademarks|disclaimer|conditions apply|may not|affiliate commission"
        "|affiliate links|user agreement|powered by|site constitutes|do not|not sell".split("|")
    ),
    "newsletter or account": frozenset(
        "newsletter|newsletters|subscribe|subscriber|subscribers|subscription|sign up|signed in|sign in|sign out"
        "|log in|login|logout|password|register|inbox|unsubscribe|your email|email address|your account|my account"
        "|create account|free trial|donate|support us|become a|signing up".split("|")
    ),
    "sharing": frozenset(
        "share|tweet|facebook|twitter|instagram|linkedin|whatsapp|pinterest|reddit|telegram|youtube|tiktok|follow us"
        "|copy link|email this|print|share this|on facebook|on twitter|follow on".split("|")
    ),
    "teaser of other articles": frozenset(
        "also like|related|recommended|trending|read more|read next|more from|more stories|latest news|latest stories"
        "|most popular|most read|top stories|see also|also read|up next|popular posts|recent posts|hot news|more news"
        "|more on|related articles|related stories|editors picks|don't miss|you might|show more|load more|view all"
        "|see all|learn more|continue reading|full story|min read|minutes read|previous article|next article"
        "|all articles|recommended for|more about".split("|")
    ),
    "comments": frozenset(
        "comment|comments|reply|replies|leave a|a comment|post comment|cancel reply|commenting|moderated|upvote"
        "|be published|fields are|report abuse|responses to|thoughts on".split("|")
    ),
    "advertisement": frozenset(
        "advertisement|advertisements|advertise|advertising|sponsored|ad|ads|promoted|shop now|buy now|add to|checkout"
        "|cart|coupon|promo|shipping".split("|")
    ),
    "navigation": frozenset(
        "home|menu|search|skip to|toggle|sitemap|careers|contact us|about us|faq|help|navigation|categories|tags|rss"
        "|close|open menu|back to|jump to|main content|site map|all topics|contents|table of|breadcrumb".split("|")
    ),
    "byline or date": frozenset(
        "written by|posted by|published|updated|last updated|posted on|posted in|posted|by|author|staff writer"
        "|correspondent|reporter|editor|filed under|edited by|reviewed by|fact checked|contributor".split("|")
    ),
    "caption or credit": frozenset(
        "photo|photos|image|images|picture|getty|reuters|ap|afp|shutterstock|courtesy|credit|photograph|photo by"
        "|image credit|file photo|via getty|unsplash|gallery|video|watch|listen|slideshow|photographer"
        "|caption".split("|")
    ),
}
CLASS_NAMES: tuple[str, ...] = tuple(CLASSES)
_CLASS_OF: dict[str, int] = {phrase: index for index, phrases in enumerate(CLASSES.values()) for phrase in phrases}
HEAD = 200  # code points at a line's beginning in which digits, dates and clock times are looked for
_LONGER_WORD = re.compile(r"(?<![\w'’])[^\W\d_]{4,}")
# A line in the capitals of titles is none of running text, whatever its length and its end: of the 1,164 captures of
# stories_allsides/dev 64 have one of more than 16 words or with a stop: headlines, promotions, credits.
_TITLE_WORDS = 5
_CLASSED_WORDS = 40  # words of a line that are looked up: furniture says what it is at its beginning


@dataclass(frozen=True, slots=True)
class Line:
    """Facts of one line. Counts are of words unless said otherwise; ``words`` are in lower case."""

    text: str
    words: tuple[str, ...]
    indent: int  # code points of white space before it
    blank_before: bool
    bullet: bool
    ends_sentence: bool
    cut_short: bool  # ends in an ellipsis
    inner_ends: int  # sentence ends inside it
    function_words: int
    capitalised: int  # words that begin with a capital
    upper: int  # words in capitals
    digits: int  # code points that are digits, at its beginning
    commas: int
    joins: int  # places where two texts were run together
    reporting: int
    address: int  # words that speak to the reader or for the site: you, our
    writer: int  # words by which one person speaks: I, my
    dated: bool
    clock: bool
    credit: bool  # names who made a picture
    classes: tuple[int, ...]  # signs of each of CLASS_NAMES

    @property
    def size(self) -> int:
        """Its words."""
        return len(self.words)


@lru_cache(maxsize=KEPT_TEXTS)
def describe_line(text: str, indent: int = 0, blank_before: bool = False, listed: bool = False) -> Line:
    """The facts of one line, given without white space at its ends. ``listed``: its markup says that it is a list
    item."""
    bullet = listed or _BULLET.match(text) is not None
    lowered = text.lower().replace("’", "'")
    if text.isascii():
        found, words = _WORD.findall(text), tuple(_WORD.findall(lowered))
    else:
        found = [piece for word in _WORD.findall(text) for piece in pieces(word)]
        words = tuple(word.lower().replace("’", "'") for word in found)
    return Line(
        text=text,
        words=words,
        indent=indent,
        blank_before=blank_before,
        bullet=bullet,
        ends_sentence=_SENTENCE_END.search(text[-6:]) is not None,
        cut_short=text.endswith(("…", "...")),
        inner_ends=len(_INNER_END.findall(text)),
        function_words=sum(map(FUNCTION_WORDS.__contains__, words)),
        capitalised=sum(map(str.isupper, [word[0] for word in found])),
        upper=sum(map(str.isupper, [word for word in found if len(word) > 1])),
        digits=sum(map(str.isdigit, text[:HEAD])),
        commas=text.count(","),
        joins=len(_JOIN.findall(text)),
        reporting=sum(map(REPORTING_WORDS.__contains__, words)),
        address=sum(map(ADDRESS_WORDS.__contains__, words)),
        writer=sum(map(WRITER_WORDS.__contains__, words)),
        dated=_DATE.search(lowered[:HEAD]) is not None,
        clock=_CLOCK.search(lowered[:HEAD]) is not None,
        credit=names_credit(text),
        classes=_count_classes(words, "©" in text),
    )


def _count_classes(words: tuple[str, ...], copyright_sign: bool) -> tuple[int, ...]:
    counts = [0] * len(CLASS_NAMES)
    head = words[:_CLASSED_WORDS]
    for word in head:
        index = _CLASS_OF.get(word)
        if index is not None:
            counts[index] += 1
    for first, second in pairwise(head):
        index = _CLASS_OF.get(f"{first} {second}")
        if index is not None:
            counts[index] += 2
    if copyright_sign:
        counts[0] += 2
    return tuple(counts)


def in_title_capitals(text: str) -> bool:
    """Whether a line has the capitals of English titles: all its longer words, and enough of them."""
    words = _LONGER_WORD.findall(text)
    return len(words) >= _TITLE_WORDS and all(word[0].isupper() for word in words)
