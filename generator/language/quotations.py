"""Quotations of a text: where each opens and closes, over sentences and paragraphs, and whether its marks pair.

Two ways of looking. ``find_quotations`` reads a document: it knows that a quotation may be left open at the end of a
paragraph and opened again in the next, and that a single mark may be an apostrophe. ``balanced`` and ``outside`` read
one wording, which has to stand by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "»«", "”": "”", '"': '"', "``": "''", "‘": "’", "'": "'"}
_DOUBLE = re.compile(r"[“”„«»\"]|``|''")
_EITHER = re.compile(r"[“”„«»\"‘’']|``|''")
_DOUBLE_OPENERS = frozenset('“„«»”"')
_INVERTED = {"»": "»«", "”": "”"}  # marks that close in most languages and open in some, by what closes them there
_NO_BEGINNING = tuple(">,;=/|)]}")  # what no quotation begins with
_CLOSING_SINGLE = re.compile(r"’(?!\w)")
_BEFORE_OPENING = "([{—–-/'‘"  # or white space, or nothing
# Words that begin with an apostrophe, and years: the mark before them opens nothing.
_ELISION = re.compile(r"(?:\d\ds?|tis|twas|em|cause|til|till|n|bout|round|cos)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[^\W\d_a-zß-öø-ÿ])")
_CARRIED = 12  # paragraphs that a quotation may run on without a mark; what is further down closes another one


class Quotation(NamedTuple):
    """A stretch of a quotation within one paragraph: ``text[start:end]``, with its marks.

    ``opening`` and ``closing`` are the marks of its kind. ``opened`` is False where no mark stands at its start: it
    goes on from the paragraph above. ``closed`` is False where the paragraph, or what no quotation holds, ends first.
    ``continues`` says that it belongs to the same quotation as the stretch before it.
    """

    start: int
    end: int
    opening: str
    closing: str
    opened: bool = True
    closed: bool = True
    continues: bool = False


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of a run of paragraphs (spans of ``text`` in order), a stretch for each paragraph, in order.

    A quotation that its paragraph leaves open goes on in the next where that opens with the same mark, as printers do,
    or where the next mark to come closes it. Linear in the length of the text.
    """
    paragraphs = [part for start, end in paragraphs for part in _opened_again_within(text, start, end)]
    found: list[Quotation] = []
    carried = ""  # mark of a quotation that runs on through this paragraph without being opened again
    for index, (start, end) in enumerate(paragraphs):
        above = found[-1] if index and found and _reaches(found[-1], paragraphs[index - 1]) else None
        again = above is not None and not carried and _opens_again(text, start, above)
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        here = list(_in_paragraph(text, start, end, carried, _opening_at(text, following)))
        if (again or carried) and here and here[0].start == start:
            here[0] = here[0]._replace(continues=True)
        found += here
        carried = ""
        left_open = here[-1] if here and _reaches(here[-1], (start, end)) and following is not None else None
        if left_open and following and not _opens_again(text, following[0], left_open):
            carried = left_open.opening if _is_closed_below(text, paragraphs, index + 1, left_open) else ""
        goes_on = carried or (left_open and following and _opens_again(text, following[0], left_open))
        if here and not here[-1].closed and not goes_on:
            found[-1] = _to_its_sentence(text, here[-1], start)
    return tuple(found)


def _opened_again_within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a paragraph, of which those within a quotation each begin with its opening mark again: paragraphs
    that a page ran together, as in "‘We knew.  ‘They paid,’ Ruiz said."."""
    opening = [start, *(found.end() for found in _NEXT_OPENING.finditer(text, start, end))]
    again = {
        place
        for pair in pairwise(opening)
        if (mark := text[pair[0]]) in _CLOSING and text[pair[1]] == mark and not _CLOSING[mark].search(text, *pair)
        for place in pair
    }
    for place in sorted(again - {start}):
        yield start, start + len(text[start:place].rstrip())
        start = place
    yield start, end


_NEXT_OPENING = re.compile(r"(?<=[.!?…])\s+(?=[“‘«„])")
_CLOSING = {"“": re.compile("”"), "„": re.compile("[“”]"), "«": re.compile("»"), "‘": _CLOSING_SINGLE}


def _to_its_sentence(text: str, quotation: Quotation, start: int) -> Quotation:
    """What nothing closes, up to the end of its sentence where the mark stands in the middle of one: there it may have
    been a slip, and must not take in the rest of the paragraph."""
    before = text[start : quotation.start].rstrip()
    if not quotation.opened or not before[-1:].isalnum():
        return quotation
    ended = _SENTENCE_END.search(text, quotation.start, quotation.end)
    return quotation if ended is None else quotation._replace(end=ended.end())


def _reaches(quotation: Quotation, paragraph: tuple[int, int]) -> bool:
    return not quotation.closed and quotation.end == paragraph[1]


def _opening_at(text: str, paragraph: tuple[int, int] | None) -> str:
    return text[paragraph[0]] if paragraph is not None else ""


def _opens_again(text: str, start: int, above: Quotation) -> bool:
    """Whether a paragraph begins with an opening mark of the kind that the one above left open."""
    double = above.opening in _DOUBLE_OPENERS
    return text[start] == above.opening or (double and text[start] in '“"' and above.opening in '“"')


def _is_closed_below(text: str, paragraphs: Sequence[tuple[int, int]], index: int, open_one: Quotation) -> bool:
    """Whether the first double mark below an open quotation closes it."""
    if open_one.opening not in _DOUBLE_OPENERS:
        return False
    for start, end in paragraphs[index : index + _CARRIED]:
        mark = _DOUBLE.search(text, start, end)
        if mark is not None:
            at = mark.start()
            return _closes(text, at, start, open_one.opening) and not _opens(text, at, start, mark.group())
    return False


def _in_paragraph(text: str, start: int, end: int, carried: str, below: str) -> Iterator[Quotation]:
    """The quotations of one paragraph; ``carried`` is the mark of one that is open where it begins, ``below`` the first
    character of the next paragraph."""
    marks = [mark for mark in _EITHER.finditer(text, start, end) if not _is_apostrophe(text, mark)]
    at, opening, begin = start, carried, start
    opened = not carried
    for index, mark in enumerate(marks):
        place, glyph = mark.start(), mark.group()
        if place < at:
            continue
        if not opening:
            if not _opens(text, place, start, glyph):
                continue
            if glyph in "‘'":
                closer = _single_closer(text, marks, index)
                if closer is None and not (place == start and below == glyph):
                    continue
                at = end if closer is None else closer + 1
                yield Quotation(place, at, glyph, _CLOSERS[glyph][-1], True, closer is not None)
                continue
            opening, begin, opened = glyph, place, True
        elif _closes(text, place, start, opening):
            at = mark.end()
            closers = _CLOSERS[opening]
            yield Quotation(begin, at, opening, glyph if glyph in closers else closers[-1], opened, True)
            opening = ""
        elif glyph == opening and glyph in '“«"' and not _within_word(text, mark):
            inner = _nested_end(marks, index, _CLOSERS[glyph])
            if inner is not None:
                at = inner
                continue
            yield Quotation(begin, _trimmed(text, begin, place), opening, _CLOSERS[opening][-1], opened, False)
            begin, opened = place, True
    if opening:
        yield Quotation(begin, end, opening, _CLOSERS[opening][-1], opened, False)


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    """Whether a single mark stands between two letters or digits: "council's"."""
    return mark.group() in ("’", "'", "‘") and _within_word(text, mark)


def _within_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands between two letters or digits."""
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    return before.isalnum() and after.isalnum()


def _nested_end(marks: Sequence[re.Match[str]], index: int, closing: str) -> int | None:
    """Where a quotation within a quotation ends that opens at ``marks[index]``, or None where the outer one was never
    closed: two closing marks have to come before another opening one."""
    doubles = (marks[i] for i in range(index + 1, len(marks)) if marks[i].group() not in "‘’'")
    first, second = next(doubles, None), next(doubles, None)
    if closing == '"' or first is None or second is None or {first.group(), second.group()} != {closing}:
        return None
    return first.end()


def _trimmed(text: str, begin: int, end: int) -> int:
    return begin + len(text[begin:end].rstrip())


def _opens(text: str, at: int, start: int, glyph: str) -> bool:
    """Whether a mark may open a quotation. A straight one does at a paragraph's start or after a space or bracket:
    after a digit it is an inch, after a letter an apostrophe. Within a word one opens only what the next mark closes at
    a word's end."""
    if glyph in ("“", "„", "«", "``"):
        return not _is_stray(text, at, start, glyph)
    if glyph in _INVERTED:
        return _opens_inverted(text, at, start, glyph)
    if glyph not in ('"', "'", "‘"):
        return False
    if glyph == '"' and (text[at + 1 : at + 2].isspace() or text[at + 1 : at + 2] in _NO_BEGINNING):
        return False
    if glyph == '"' and at > start and text[at - 1] in ".!?:" and text[at + 1 : at + 2].isupper():
        return True  # a space is missing: 'further."The house'
    free = at == start or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING + '"“„'
    if glyph == '"' or not free:
        return free
    after = text[at + 1 : at + 8]
    return bool(after) and not after[0].isspace() and _ELISION.match(after) is None


def _opens_inverted(text: str, at: int, start: int, glyph: str) -> bool:
    """Whether a mark that mostly closes opens a quotation, as in »these« and ”these”: it stands before a word and
    behind none, and at a paragraph's beginning or with a mark to come that closes it behind one."""
    free = at == start or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING
    if not free or not text[at + 1 : at + 2].isalnum():
        return False
    if at == start:
        return True
    following = _DOUBLE.search(text, at + 1)
    closes = following is not None and following.group() in _INVERTED[glyph]
    return closes and following is not None and not text[following.start() - 1].isspace()


def _is_stray(text: str, at: int, start: int, glyph: str) -> bool:
    """Whether an opening mark stands right behind a letter, and before none, or nothing closes what it would open:
    "took„ it", "f„or"."""
    mark = _DOUBLE.match(text, at)
    if mark is None or at == start or not text[at - 1].isalnum():
        return False
    if not _within_word(text, mark):
        return True
    following = _DOUBLE.search(text, mark.end())
    return following is None or following.group() not in _CLOSERS[glyph] or _within_word(text, following)


def _closes(text: str, at: int, start: int, opening: str) -> bool:
    """Whether the mark at ``at`` closes a quotation of this kind. Curly and straight marks are often mixed."""
    if text.startswith("''", at):
        return opening == "``"
    glyph = text[at]
    if glyph == opening == '"' and at > start and text[at - 1].isspace() and text[at + 1 : at + 2].isalnum():
        return False  # the one before it was never closed
    if glyph in _CLOSERS[opening]:
        return True
    if glyph == opening == "“":  # typed for a closing one: “We won,“ he said
        return not text[at - 1].isspace() and text[at - 1] not in _BEFORE_OPENING and text[at + 1 : at + 2].isspace()
    if glyph == '"':
        return opening in "“„" and not _opens(text, at, start, glyph)
    return glyph == "”" and opening == '"'


def _single_closer(text: str, marks: Sequence[re.Match[str]], index: int) -> int | None:
    """Where the single quotation mark ``marks[index]`` is closed, or None: it was an apostrophe.

    The mark after a final s may be a possessive ("dogs’ home"); it is one where a mark that can be nothing but a
    closing one stands further on, before another quotation is opened.
    """
    opening = marks[index].group()
    closing, doubtful = _CLOSERS[opening][-1], None
    for later in range(index + 1, len(marks)):
        at, glyph = marks[later].start(), marks[later].group()
        if glyph == opening and _opens(text, at, 0, glyph):
            break
        if glyph != closing or text[at - 1].isspace():
            continue
        possessive = text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
        if not possessive:
            return at
        doubtful = at if doubtful is None else doubtful
    return doubtful


def around(quotations: Sequence[Quotation], start: int, end: int) -> tuple[Quotation, ...]:
    """The quotations that share text with a span. They are in order and do not overlap."""
    first = bisect_right(quotations, start, key=lambda one: one.end)
    last = first
    while last < len(quotations) and quotations[last].start < end:
        last += 1
    return tuple(quotations[first:last])


def within(quotations: Sequence[Quotation], start: int, end: int) -> Quotation | None:
    """The quotation in which a whole span stands."""
    return next((one for one in around(quotations, start, end) if one.start <= start and end <= one.end), None)


def torn(quotations: Sequence[Quotation], start: int, end: int) -> tuple[str, str]:
    """The marks that a span misses: of a quotation that is open where it begins, and of one that is where it ends."""
    here = around(quotations, start, end)
    before = next((q.opening for q in here if q.start < start or (q.start == start and not q.opened)), "")
    after = next((q.closing for q in here if q.end > end or (q.end == end and not q.closed)), "")
    return before, after


def balanced(text: str, *, opens_before: bool = False) -> str:
    """A wording in which every double quotation mark has its partner.

    A mark of the wrong kind is put right, and what is left open is closed at the end, before an ellipsis that marks a
    cut. A closing mark that nothing opened is dropped, or, with ``opens_before``, gets its opening mark at the start.
    Words are never changed. Marks so mixed up that no pairing holds are all left out.
    """
    pieces: list[str] = []
    opened: list[str] = []
    lost: list[str] = []  # opening marks that the text before this one must have had
    at = 0
    for mark in _DOUBLE.finditer(text):
        pieces.append(text[at : mark.start()])
        at = mark.end()
        shown = _paired(text, mark, opened)
        if not shown and opens_before and mark.group() in _OPENERS and "".join(pieces).strip():
            lost.insert(0, _OPENERS[mark.group()])
            shown = mark.group()
        pieces.append(shown)
    pieces.append(text[at:])
    whole = "".join(pieces)
    head = "… " if lost and whole.startswith("… ") else ""
    tail = " …" if whole.endswith(" …") else ""
    middle = whole[len(head) : len(whole) - len(tail)]
    closing = "".join(_closing(one, middle) for one in reversed(opened))
    shown = _without_lone_single(f"{head}{''.join(lost)}{middle}{closing}{tail}")
    return shown if _is_paired(shown) else without_marks(shown)


def _closing(opening: str, text: str) -> str:
    """The mark that closes what was left open: “ for the „ of a word, as in German, else the one of its kind."""
    return "“" if opening == "„" and _LOW_BEFORE_WORD.search(text) else _CLOSERS[opening][-1]


_LOW_BEFORE_WORD = re.compile(r"„[^\W_]")
_OPENERS = {"”": "“", '"': '"', "»": "«", "''": "``"}


def without_marks(text: str) -> str:
    """A text without its double quotation marks."""
    return text.translate(_NO_DOUBLE)


_NO_DOUBLE = str.maketrans("", "", '“”„«»"')


def _is_paired(text: str) -> bool:
    """Whether curly marks open and close in turn, and straight ones are two by two but for an inch."""
    opened: list[str] = []
    for mark in text:
        if mark == "”" or (mark == "“" and opened[-1:] == ["„"]):
            if not opened:
                return False
            opened.pop()
        elif mark in "“„":
            opened.append(mark)
    straight = [i for i, mark in enumerate(text) if mark == '"']
    return not opened and (len(straight) % 2 == 0 or any(text[i - 1 : i].isdigit() for i in straight))


_PLAIN = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def quoted_parts(text: str, least: int) -> tuple[str, ...]:
    """What stands between marks of quotation in a text, of at least so many code points."""
    return tuple(part for part in _PLAIN.findall(text) if len(part) >= least)


def stands_in(wording: str, source: str) -> bool:
    """Whether what a wording puts in double marks stands so in a source, marks and white space aside."""
    words = " ".join(without_marks(source).split())
    return all(" ".join(without_marks(one).split()) in words for one in _PLAIN.findall(wording))


def _paired(text: str, mark: re.Match[str], opened: list[str]) -> str:
    """The mark as it should stand, "" for one that closes nothing; ``opened`` are the marks that are open, kept so."""
    glyph, at = mark.group(), mark.start()
    if opened and _closes(text, at, 0, opened[-1]):
        closers = _CLOSERS[opened.pop()]
        return glyph if glyph in closers else closers[-1]  # „so“ in German, „so” in Polish
    if glyph in _CLOSERS and _opens(text, at, 0, glyph) and not (opened and _within_word(text, mark)):
        opened.append(glyph)
        return "“" if glyph == "”" else glyph
    return glyph if glyph == '"' and at and text[at - 1].isdigit() else ""


def _without_lone_single(text: str) -> str:
    """A wording without a curly single mark that opens a quotation which nothing closes."""
    at = text.rfind("‘")
    if at < 0 or _CLOSING_SINGLE.search(text, at) or text[at - 1 : at].isalnum() or _ELISION.match(text, at + 1):
        return text
    return text[:at] + text[at + 1 :]


def outside(text: str) -> str:
    """What of a wording whose marks are paired stands in no quotation, in double marks or single ones."""
    pieces: list[str] = []
    opened: list[str] = []
    at = 0
    for mark in _DOUBLE.finditer(text):
        if not opened:
            pieces.append(text[at : mark.start()])
        _paired(text, mark, opened)
        at = mark.end()
    plain = " ".join([*pieces, "" if opened else text[at:]])
    pieces, at = [], 0
    for one in find_quotations(plain, ((0, len(plain)),)) if plain else ():
        pieces.append(plain[at : one.start])
        at = one.end
    return " ".join([*pieces, plain[at:]])
