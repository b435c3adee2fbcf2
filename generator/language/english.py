"""Where a sentence of English ends; of other languages ``sentences`` tells.

Each stop is decided by the word before it and the word after it; none looks further than ``_REACH`` code points, so
that time grows with the length of the text alone.
"""

from __future__ import annotations

import re

from generator.language.calendar import SHORT_WEEKDAYS, SHORT_YEAR, WEEK, YEAR

_REACH = 40  # code points looked at on either side of a stop: longer than any abbreviation or opening word

STOP = re.compile(r"[.!?…]+(?:[ \u00a0]\.)*|[。！？।؟]|\n")
_CLOSERS = "\"'”’»«)]}"
_OPENERS = "\"'“‘«([{-–—•*¿¡"
_SENTENCE_MARKS = "。！？।؟"  # end a sentence whatever follows

# Before a name, never the end of a sentence.
_TITLES = frozenset(
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col maj capt cpl sgt adm cmdr rev fr hon st ft mt pres"
    " supt atty messrs mme mlle insp det ald amb sec treas asst dep".split()
)
# Before a number, not the end of a sentence.
_NUMBERED = frozenset("no nos p pp vol vols art arts sec secs fig figs ch chap par para sect approx ca c pt".split())
# Inside a sentence or at its end; the next word decides.
_EITHER = frozenset(
    "inc corp co cos ltd llc plc bros jr sr etc vs v est dept univ assn ave blvd rd ed eds al ph.d esq mfg natl intl"
    " govt a.m p.m u.s u.k u.n e.u d.c".split()
)
_WITHIN = frozenset("e.g i.e cf viz vs v".split())  # hardly ever at the end
_AFTER_TIME = (
    WEEK
    | YEAR
    | frozenset(map(str.lower, SHORT_WEEKDAYS))
    | frozenset(
        "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist jst kst eastern central pacific mountain"
        " local".split()
    )
)
# Words that open sentences and do not continue a name: after an abbreviation, a capital on one of these is the
# beginning of a sentence ("in the U.S. The court"), on any other word it is a name ("the U.S. Senate").
_OPENING = frozenset(
    "a about according after all also although among an and another any are as at because before being both but by"
    " can despite did do does during each earlier even every few finally first following for from further had has have"
    " he her here his how however i if in indeed instead is it its just last later like many meanwhile moreover more"
    " most much my neither never nevertheless no nobody nonetheless nor not nothing now of on once one only or other"
    " others our over perhaps rather several she since so some still such that the their then there therefore these"
    " they this those though through throughout thus to today together two under unlike until was we were what when"
    " where whether which while who why will with within without would yet you your".split()
)
_SAYING = frozenset(
    "said says asked asks added replied wrote told cried shouted answered exclaimed wondered joked".split()
)
_PRONOUNS = frozenset("he she they it we i".split())

_WORD = re.compile(r"[^\W_](?:[\w.’'-]*[\w])?")
_BEFORE = re.compile(r"[\w.’'-]*$")
_DATELINE = re.compile(r"\s\([^()\n]{2,30}\)\s[-–—]")  # after "TARN, Fla."
HOLDS_WORD = re.compile(r"[^\W_]")
REFERENCE = re.compile(r"(?:\[\d{1,3}\]){1,5}")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")


def past_closers(text: str, at: int, end: int) -> int:
    """The offset behind the quotation marks, brackets and reference numbers ("[12]") that follow a stop."""
    while at < end and text[at] in _CLOSERS:
        at += 1
    reference = REFERENCE.match(text, at, end)
    return at if reference is None else reference.end()


def ends_sentence(text: str, begin: int, stop: re.Match[str], after: int, end: int) -> bool:
    """Whether the sentence that begins at ``begin`` ends at a stop; ``after`` is the offset behind it and what closes
    with it, ``end`` that of the text."""
    mark = stop.group()
    if mark == "\n" or mark in _SENTENCE_MARKS:
        return True
    if after >= end or not HOLDS_WORD.search(text, begin, min(stop.start(), begin + _REACH)):
        return False
    if _DATELINE.match(text, after, end):
        return False
    if not text[after].isspace():
        return _runs_on(text, begin, stop, after, end)
    following = text[after : after + _REACH].lstrip()
    opening = following.lstrip(_OPENERS).lstrip()
    word = _WORD.match(opening)
    if word is None:
        return bool(opening) and opening[0] not in ",;:)]}/&"
    if opening[0].islower():
        return False
    if mark != ".":
        return not _is_tag(opening, closed=after > stop.end(), ellipsis="…" in mark or mark.count(".") > 1)
    return _stop_ends(text, begin, stop.start(), following, word.group())


def _runs_on(text: str, begin: int, stop: re.Match[str], after: int, end: int) -> bool:
    """Whether a sentence ends although no space follows: "the region.The talks". Only before an opening word."""
    before = text[max(begin, stop.start() - 2) : stop.start()]
    word = _WORD.match(text, after, min(end, after + _REACH))
    if word is None or not (before.islower() and before.isalpha() and len(before) == 2):
        return False
    return word.group()[0].isupper() and word.group().lower() in _OPENING and len(word.group()) > 1


def _is_tag(opening: str, *, closed: bool, ellipsis: bool) -> bool:
    """Whether the words after a quoted question or exclamation tell who spoke: "Why now?" Smith asked."""
    if ellipsis or not closed:
        return False
    words = [word.lower() for word in re.findall(r"[\w’'-]+", opening)[:4]]
    if words and words[0] in _OPENING and words[0] not in _PRONOUNS:
        return False
    return any(word in _SAYING for word in words[1:])


def _stop_ends(text: str, begin: int, at: int, following: str, next_word: str) -> bool:
    """Whether the single full stop at ``at`` ends the sentence, by the word before it and the one after."""
    tail = text[max(begin, at - _REACH) : at]
    match = _BEFORE.search(tail)
    before = match.group() if match is not None else ""
    bare = before.strip("’'-").lower()
    opens = next_word.lower() in _OPENING and next_word[0].isupper()
    if not bare:
        return True
    if tail == before and (bare.isdigit() or len(bare) == 1) and at - begin <= 3:
        return False  # "1. A list's item", "A. Another"
    if bare in ("am", "pm") or bare.endswith(".m"):
        return next_word.lower() not in _AFTER_TIME
    if bare in _TITLES and before[:1].isupper():
        return False
    if bare in _NUMBERED and next_word[0].isdigit():
        return False
    if bare in SHORT_YEAR and before[0].isupper():
        return opens
    if bare in _WITHIN:
        return False
    if bare in _EITHER or _ACRONYM.search(before):
        return opens or following[0] in '“"‘'
    if len(bare) == 1 and bare.isalpha() and before.isupper():
        return opens and next_word.lower() not in ("i", "a")
    return True
