"""Passage -> wording. Verbatim, or changed only by rules that a reader can see; each change is recorded."""

from __future__ import annotations

import re

from generator.edits import (
    ANTECEDENT,
    CAPITAL,
    CUT,
    DAY,
    GAP,
    LEAD_IN,
    MARKS,
    PART,
    QUOTE,
    SPEAKER,
    WHITE,
    WHO,
    WITHIN,
    replay,
)
from generator.language.calendar import ANY_WEEKDAY
from generator.language.pointing import in_place_of
from generator.language.printable import printable
from generator.language.quotations import balanced, outside, stands_in, without_marks
from generator.model import Antecedent, Edit, Passage

_CLOSED = re.compile(r"[.!?…。！？｡।॥؟۔][\"'”’“»«)\]]*$")
_LIST_MARK = re.compile(r"[•·▪◦‣*–—>➔➤►▶→■□-]\s+(?=\S)")
_DOUBLE = '“”"'
Spans = tuple[tuple[int, int], ...]


def word(passage: Passage, cuts: Spans = (), day_known: bool = True) -> tuple[str, tuple[Edit, ...]]:
    """The wording of a passage without what is cut, and the edits that led to it, in the order in which they were made.
    ``day_known``: a reader can tell which day of the week is meant, since the story's day is certain.

    Replaying them on the citation's quote gives the wording (``replay``). It stands by itself: what is said in it is
    said by somebody whom it names, where the passage knows the speaker, and its quotation marks are paired.
    """
    original = printable(passage.text)
    edits = _cut(passage, original, cuts)
    edits += _who(passage, original, replay(original, tuple(edits)), cuts)
    if not _opens(passage, cuts):
        opening = _opening(passage, replay(original, tuple(edits)))
        edits += [edit for edit in opening if edit.before != edit.after]
    edits += _of_the_whole(passage, replay(original, tuple(edits)))
    text = replay(original, tuple(edits))
    if passage.language is None and not _CLOSED.search(text):  # a full stop of ours is English
        trimmed = text.rstrip(",;:–— ")
        edits.append(Edit(PART, text[len(trimmed) :], "."))
    text = replay(original, tuple(edits))
    unquoted = passage.torn != ("", "") and not any(mark in text for mark in (*_DOUBLE, *filter(None, passage.torn)))
    if unquoted or not stands_in(text, original):
        edits = _as_one_quotation(original)
    text = replay(original, tuple(edits))
    speaker = printable(passage.speaker) if passage.speaker else ""
    if speaker and not names(text, speaker):
        edits.append(_naming(speaker, text))
    if not day_known and passage.written is None:
        edits += _uncertain_day(replay(original, tuple(edits)))
    return replay(original, tuple(edits)), tuple(edits)


def _naming(speaker: str, text: str) -> Edit:
    """The edit that names who speaks: in the place of the pronoun behind a quotation ("…,” he boasted"), else first."""
    pronoun = _SAYS_BEHIND.search(text)
    if pronoun is None or text.count(pronoun[0]) > 1 or any(mark in speaker for mark in _DOUBLE):
        return Edit(SPEAKER, "", f"{speaker_first(speaker)}: ")
    return Edit(WHO, pronoun[0], f"{pronoun[1]}[{_further_on(speaker)}]{pronoun[2]}")


_SAYS_BEHIND = re.compile(r"([,?!.…][”\"] )(?:he|she)( [a-z]+(?:ed|id|[a-z]s)\b)")
_WEEKDAY = re.compile(
    rf"\b(?:on|last|this|next|late|early|since|until|by) (?:{ANY_WEEKDAY})\b"
    r"(?: morning| afternoon| evening| night)?(?!,? (?:the )?(?:[A-Z][a-z]+\.? )?\d)"
)
NOT_CERTAIN = "[which is not certain]"


def _uncertain_day(text: str) -> list[Edit]:
    """The edit that says of the first day of the week in a text that nobody knows which one is meant. A day in a
    quotation is passed over: the note would be put into somebody's mouth."""
    own = outside(_PAIRED.sub(" ", text))
    for found in _WEEKDAY.finditer(text):
        if text.count(found[0]) == 1 and found[0] in own:
            return [Edit(DAY, found[0], f"{found[0]} {NOT_CERTAIN}")]
    return []


_PAIRED = re.compile(r"[“\"][^“”\"]+[”\"]")  # in straight marks also what stands between two marks of inches


def _of_the_whole(passage: Passage, text: str) -> list[Edit]:
    edits = []
    for rule, change in _WHOLE:
        changed = change(passage, text)
        if changed != text:
            edits.append(Edit(rule, text, changed))
        text = changed
    return edits


def _as_one_quotation(original: str) -> list[Edit]:
    """The edits that put all of a passage in marks, where its own are too mixed up to tell what they quote."""
    joined = " ".join(original.split())
    first = [Edit(WHITE, original, joined)] if joined != original else []
    return [*first, Edit(MARKS, joined, f"“{without_marks(joined)}”")]


def names(text: str, speaker: str) -> bool:
    """Whether a wording names a speaker, in words that are not themselves quoted."""
    plain = _bare(speaker)
    said = (_bare(text),) if plain != speaker else (outside(text), _PAIRS.sub(" ", text))
    return all(_folded(plain) in _folded(one) for one in said)


def _bare(text: str) -> str:
    """A text without its double quotation marks and single ones that open."""
    return _OPENING_SINGLE.sub("", without_marks(text))


_OPENING_SINGLE = re.compile(r"(?<!\w)‘")
_PAIRS = re.compile(r"“[^“”]*”|(?:(?<=[\s(\[—–-])|^)\"[^\"]*\"")


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def speaker_first(speaker: str) -> str:
    """A speaker as the first words of a sentence, on one line: "The minister"."""
    plain = " ".join(_bare(speaker).split())
    return _capital(plain[:1]) + plain[1:]


def _on_one_line(_: Passage, text: str) -> str:
    return " ".join(text.split())


def _in_quotation(passage: Passage, text: str) -> str:
    """The text with the marks of the quotation that goes on before or after it."""
    before, after = passage.torn
    return f"{before}{text}{after}"


def _paired(passage: Passage, text: str) -> str:
    """The text with its marks paired. One that closes what nothing opened is dropped where the wording says who speaks;
    else all before it is shown as quoted, since it may be."""
    unchanged = _on_one_line(passage, printable(passage.text)).startswith(text[:_AROUND])
    return balanced(text, opens_before=passage.speaker is None and unchanged)


# Edits of the whole text, in this order.
_WHOLE = ((WHITE, _on_one_line), (QUOTE, _in_quotation), (MARKS, _paired))


def _opens(passage: Passage, cuts: Spans) -> bool:
    """Whether what is cut opens the passage, but for a connective or a list mark."""
    return bool(cuts) and cuts[0][0] <= _dropped(passage)


def _dropped(passage: Passage) -> int:
    """Code points of the connective or list mark at the beginning, which no wording prints."""
    mark = _LIST_MARK.match(passage.text)
    return passage.lead_in or (mark.end() if mark else 0)


def _cut(passage: Passage, original: str, cuts: Spans) -> list[Edit]:
    """The edits that leave a gap where something is cut, the last first, so that the places of the others stay."""
    edits: list[Edit] = []
    text = original
    for start, end in reversed(cuts):
        opens = start <= _dropped(passage)
        first, last = 0 if opens else max(0, start - _AROUND), min(len(text), end + _AROUND)
        before, after = "" if opens else f"{text[first:start].rstrip()} ", text[end:last]
        if opens:
            after = f" {_capital(after.lstrip()[:1])}{after.lstrip()[1:]}"
        elif after[:1].isalnum():
            after = f" {after}"
        edits.append(Edit(CUT, text[first:last], f"{before}{GAP}{after}"))
        text = text[:first] + edits[-1].after + text[last:]
    return edits


def _who(passage: Passage, original: str, text: str, cuts: Spans) -> list[Edit]:
    """The edit that makes the pronoun of a speaker plain, "…,” he said" to "…,” [Petrov] said", or one that stands
    after an opening: "In May he left". ``text`` is what the cuts have left of the original."""
    antecedent, says = passage.antecedent, passage.says
    opens = antecedent is not None and antecedent.start == passage.start + _dropped(passage)
    if opens and not _opens(passage, cuts) and says is not None and antecedent is not None:
        says = None if antecedent.name == says.name else says  # "[Petrov] wants more time, he said"
    if says is not None:
        return _within(passage, says, WHO, original, text, cuts)
    if antecedent is None or opens:
        return []
    return _within(passage, antecedent, WITHIN, original, text, cuts)


def _within(passage: Passage, meant: Antecedent, rule: str, original: str, text: str, cuts: Spans) -> list[Edit]:
    """The edit that puts a name in the place of what stands for it."""
    start, end = meant.start - passage.start, meant.end - passage.start
    if original != passage.text or not 0 <= start < end <= len(original) or any(a < end and start < b for a, b in cuts):
        return []
    pronoun = original[start:end]
    if any(b <= start for _, b in cuts):  # what follows the last cut before it has moved as far as the end has
        moved = len(text) - len(original) - sum(len(GAP) + 1 - (b - a) for a, b in cuts if a >= end)
        start, end = start + moved, end + moved
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = text[first:last]
    if text[start:end] != pronoun or text.count(before) != 1:
        return []
    if pronoun in _SUBJECTS and re.search(rf"\b{re.escape(meant.name)}\b", outside(text[:start])):
        return []  # "Kell wrote it alone, he said"
    name = printable(_named(passage, meant.name, pronoun))
    return [Edit(rule, before, f"{text[first:start]}[{_further_on(name) if start else name}]{text[end:last]}")]


_SUBJECTS = ("he", "she")
_AROUND = 12  # code points on either side of a pronoun that tell it from others of the sentence


def _further_on(name: str) -> str:
    """A name as it stands further on in a sentence than at its beginning."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def _opening(passage: Passage, text: str) -> list[Edit]:
    """The edits of a beginning: list mark and connective dropped, a certain antecedent in square brackets, a capital
    for a part that began within its sentence. ``text`` is what earlier edits have left, which may have put a speaker's
    name in brackets there."""
    edits = []
    at = _dropped(passage)
    if at:
        edits.append(Edit(LEAD_IN, text[: at + 1], _capital(text[at])))
    elif passage.start > passage.sentence.start and text[0].islower():
        edits.append(Edit(CAPITAL, text[0], _capital(text[0])))
    antecedent = passage.antecedent
    if antecedent is not None and antecedent.start == passage.start + at and text[at] != "[":
        pronoun = passage.text[at : antecedent.end - passage.start]
        shown = _capital(pronoun[:1]) + pronoun[1:] if edits else pronoun
        edits.append(Edit(ANTECEDENT, printable(shown), f"[{printable(_named(passage, antecedent.name, pronoun))}]"))
    return edits


def _capital(letter: str) -> str:
    """A letter as a capital, or as it is where that would be two ("ß")."""
    capital = letter.upper()
    return capital if len(capital) == 1 else letter


def _named(passage: Passage, name: str, pronoun: str) -> str:
    """For whom a pronoun stands: one who speaks with the office that he or she is given, or the wording would name the
    same person again before it."""
    speaker = passage.speaker or ""
    known = in_place_of(pronoun, name)
    return speaker if known == name and speaker.endswith(f" {name}") else known
