"""Where one sentence ends and the next begins: in English by ``english``, in other languages by their stops,
abbreviations and ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language import english
from generator.language.english import HOLDS_WORD, REFERENCE
from generator.language.lexicon import Lexicon, lexicon, primary
from generator.language.recognise import ENGLISH
from generator.language.scripts import SIGNS, UNSPACED

_REACH = 40  # code points looked at on either side of a stop
_QUOTED = 300  # code points in which a Japanese quotation is closed
_LOW = 1_000  # code points before a mark in which „ may have opened what it closes
_TAG = 12  # code points in which "塔罗说。" tells who spoke, after the quotation

FULL_STOPS = "。！？｡।॥؟۔።։။។"  # end a sentence whatever follows
_STOP = re.compile(rf"[.!?…]+(?:[ \u00a0]\.)*|[{FULL_STOPS}]+|\n")
_CLOSERS = "\"'”’»›«)]}」』）】》〉"
_OPENERS = "\"'“‘«»‹„‚([{-–—•*¿¡「『（《"
# Words of a name that may stand capitalised behind an initial: "J. Le Goff".
_OF_NAMES = frozenset("le la les de del el los las di da du van von dos do al lo ten ter".split())
_SHORTEST_YEAR = 3  # digits of a number that is no ordinal

_WORD = re.compile(rf"[^\W_](?:[\w{SIGNS}.’'-]*[\w{SIGNS}])?")
_BEFORE = re.compile(rf"[\w{SIGNS}.’'°º-]*$")
_PARTED = re.compile(
    rf"(?:[^\W\d_][\w{SIGNS}]{{0,3}}\.[ \u00a0\u202f]?){{1,3}}[^\W\d_][\w{SIGNS}]{{0,3}}$"
)  # "z. B", "p. ej"
_OF_NUMBER = re.compile(r"\d[ \u00a0\u202f]?$")
_ROMAN = re.compile(r"[IVXLC]{1,5}")
_SPACED_CLOSER = re.compile(r"[ \u00a0\u202f]»(?!\w)")
_SAID = re.compile("[说說称稱道问問]|表示|指出|回答|告诉|告訴")


def split(text: str, start: int, end: int, language: str | None = None) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in ``text[start:end]``, without the white space between them. ``language`` is a BCP 47
    tag, None for English."""
    known = None if language is None or primary(language) == ENGLISH else lexicon(language)
    begin = start
    for stop in (english.STOP if known is None else _STOP).finditer(text, start, end):
        if stop.start() < begin:
            continue
        if known is None:
            after = english.past_closers(text, stop.end(), end)
            ends = english.ends_sentence(text, begin, stop, after, end)
        else:
            after = _past_closers(text, begin, stop.end(), end)
            ends = _ends_sentence(text, begin, stop, after, end, known)
        if ends:
            yield from _trimmed(text, begin, after)
            begin = after
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    content = text[start:end]
    first = start + len(content) - len(content.lstrip())
    last = start + len(content.rstrip())
    if first < last:
        yield first, last


def _past_closers(text: str, begin: int, at: int, end: int) -> int:
    """The offset behind the quotation marks, brackets and reference numbers that follow a stop at ``at``."""
    while at < end:
        spaced = _SPACED_CLOSER.match(text, at, end)
        if spaced is not None:
            at = spaced.end()
        elif text[at] in _CLOSERS or (text[at] == "“" and _closes_low(text, max(begin, at - _LOW), at)):
            at += 1
        else:
            break
    reference = REFERENCE.match(text, at, end)
    return at if reference is None else reference.end()


def _closes_low(text: str, begin: int, at: int) -> bool:
    """Whether the mark at ``at`` closes a quotation that „ opened."""
    return text.rfind("„", begin, at) > text.rfind("“", begin, at)


def _ends_sentence(text: str, begin: int, stop: re.Match[str], after: int, end: int, known: Lexicon) -> bool:
    """Whether the sentence that begins at ``begin`` ends at a stop; ``after`` is the offset behind it and what closes
    with it, ``end`` that of the text."""
    mark = stop.group()
    if mark == "\n":
        return True
    if after >= end or not HOLDS_WORD.search(text, begin, min(stop.start(), begin + _REACH)):
        return False
    if _in_quotation(text, begin, stop.end(), end):
        return False
    if mark[0] in FULL_STOPS:
        return not _told_by(text, stop.end(), after, end)
    if not text[after].isspace():
        return mark != "." and re.match(f"[{UNSPACED}]", text[after]) is not None
    opening = text[after : after + _REACH].lstrip().lstrip(_OPENERS).lstrip()
    word = _WORD.match(opening)
    if word is None:
        return bool(opening) and opening[0] not in ",;:)]}/&،؛、，"
    if opening[0].islower():
        return False
    if mark != ".":
        return True
    return _full_stop_ends(text, begin, stop.start(), opening, word.group().casefold(), known)


def _in_quotation(text: str, begin: int, at: int, end: int) -> bool:
    """Whether a stop stands in brackets of speech that are closed soon: what is said is not parted from who says it."""
    opened = text.rfind("「", max(begin, at - _QUOTED), at)
    return opened > text.rfind("」", max(begin, at - _QUOTED), at) and text.find("」", at, min(end, at + _QUOTED)) >= 0


def _told_by(text: str, at: int, after: int, end: int) -> bool:
    """Whether the words right behind a quotation tell who spoke: 」と述べた。, ”塔罗说。"""
    if after == at or text[after].isspace() or text[after] in _OPENERS:
        return False
    if "」" in text[at:after]:
        return True
    following = _STOP.search(text, after, min(end, after + _TAG))
    return following is not None and _SAID.search(text, after, following.start()) is not None


def _full_stop_ends(text: str, begin: int, at: int, opening: str, next_word: str, known: Lexicon) -> bool:
    """Whether a single full stop ends the sentence, by the word before it and the one with which ``opening`` begins."""
    tail = text[max(begin, at - _REACH) : at]
    found = _BEFORE.search(tail)
    before = found.group() if found is not None else ""
    before = re.split("['’]", before.strip("’'-"))[-1]  # "art" of "l’art"
    bare = before.casefold()
    opens = next_word in known.opens and not (len(next_word) == 1 and opening[1:2] == ".")
    if not bare:
        return True
    if tail == before and (bare.isdigit() or len(bare) == 1) and at - begin <= _SHORTEST_YEAR:
        return False  # "1. A list's item"
    if bare.isdigit() or (known.ordinals and _ROMAN.fullmatch(before)):
        return not known.ordinals or opens or (bare.isdigit() and len(bare) >= _SHORTEST_YEAR)
    if len(bare) == 1 and _OF_NUMBER.search(tail[: -len(bare)]):
        return True  # "23 h. Il est parti"
    parted = _PARTED.search(tail)
    joined = re.sub(r"[ \u00a0\u202f]", "", parted.group()).casefold() if parted is not None else bare
    if bare in known.titles or joined in known.titles:
        return False
    if bare in known.abbreviations or joined in known.abbreviations:
        return opens
    if len(bare) == 1 and bare.isalpha():
        return opens and before.isupper() and next_word not in _OF_NAMES
    return opens if "." in bare.strip(".") else True
