"""Who says what stands in quotation marks, where its own sentence does not name the speaker.

A quotation may hold many sentences and run over paragraphs. Its speaker is looked for in the sentences that it shares
with the article ("…,” Petrov said"), then beside it: in the sentence or paragraph before, then in the one after. Nobody
is guessed: where none of these names somebody, the passages keep no speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.language.quotations import Quotation, outside
from generator.language.reporting import DENIAL_OF_CLAIM, speech_class
from generator.model import Antecedent, BlockKind, Document, Kind, Passage


class Person(NamedTuple):
    """Whom a sentence is about: words of the capture, the canonical name, whether that is sure to be a person."""

    name: str
    actor: str | None
    sure: bool


class _Speaker(NamedTuple):
    name: str
    actor: str | None
    reporting: str | None
    alleges: bool
    where: str


# A dash and a name after a quotation: "— Ivan Petrov, mayor of Vann".
_SIGNED = re.compile(r"\s*[—–―-]{1,2}\s*((?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,4})\s*(?:[,.(]|\n|$)")
_ENDS_IN_COLON = re.compile(r":\s*$")
_SPEAKS = frozenset("speak talk address write tell say appear".split())


def attribute(
    document: Document, passages: Sequence[Passage], quotations: Sequence[Quotation], persons: Mapping[str, Person]
) -> tuple[Passage, ...]:
    """The passages of a document, each that stands in a quotation with the speaker of that quotation.

    ``passages`` and ``quotations`` are in order; ``persons`` says, by passage id, of which one person it speaks.
    """
    done = list(passages)
    starts = [passage.start for passage in passages]
    ends = [passage.end for passage in passages]
    for whole in _wholes(quotations):
        first, last = bisect_right(ends, whole[0].start), bisect_left(starts, whole[-1].end)
        open_ones = [i for i in range(first, last) if _asks(done[i], whole)]
        if not open_ones:
            continue
        speaker = _speaker(document, done, range(first, last), whole, persons)
        for index in open_ones:
            done[index] = _said_by(done[index], speaker, whole)
    return tuple(done)


def _wholes(quotations: Sequence[Quotation]) -> Iterator[tuple[Quotation, ...]]:
    """The stretches of each quotation together."""
    whole: list[Quotation] = []
    for stretch in quotations:
        if whole and not stretch.continues:
            yield tuple(whole)
            whole = []
        whole.append(stretch)
    if whole:
        yield tuple(whole)


def _is_inside(passage: Passage, whole: Sequence[Quotation]) -> bool:
    return any(stretch.start <= passage.start and passage.end <= stretch.end for stretch in whole)


def _asks(passage: Passage, whole: Sequence[Quotation]) -> bool:
    """Whether a passage needs the quotation's speaker: it stands in it, quotes with "he said", or says nothing else."""
    if passage.speaker is not None:
        return False
    if _is_inside(passage, whole):
        return True
    return _quoted_share(passage, whole) >= 0.5 and (_by_pronoun(passage) or _ends_in_scrap(passage, whole))


def _ends_in_scrap(passage: Passage, whole: Sequence[Quotation]) -> bool:
    """Whether a passage begins in a quotation and what follows is too little to say anything: the word of a link."""
    last = whole[-1].end
    begins_in_it = any(one.start <= passage.start < one.end for one in whole)
    rest = passage.text[max(0, last - passage.start) :]
    return begins_in_it and passage.reporting is None and len(_WORD.findall(rest)) <= _SCRAP


_WORD = re.compile(r"\w+")
_SCRAP = 2  # words


def _by_pronoun(passage: Passage) -> bool:
    """Whether a passage says "he said", and of whom is not known."""
    text = f"{passage.torn[0]}{passage.told}{passage.torn[1]}"
    return passage.reporting is not None and passage.speaker is None and _HE.search(outside(text)) is not None


_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


def _quoted_share(passage: Passage, whole: Sequence[Quotation]) -> float:
    """How much of a passage stands in a quotation, 0 to 1."""
    inside = sum(max(0, min(passage.end, one.end) - max(passage.start, one.start)) for one in whole)
    return inside / (passage.end - passage.start)


def _speaker(
    document: Document,
    passages: Sequence[Passage],
    own: range,
    whole: Sequence[Quotation],
    persons: Mapping[str, Person],
) -> _Speaker | None:
    return (
        _named_in(passages, own, whole)
        or _signed(document, whole)
        or _named_before(document, passages, own, persons)
        or _named_after(document, passages, own.stop, persons)
    )


def _named_in(passages: Sequence[Passage], own: range, whole: Sequence[Quotation]) -> _Speaker | None:
    """The speaker whom the quotation's last or first sentence names, or whom one of its sentences has already."""
    shared = [passages[i] for i in reversed(own) if not _is_inside(passages[i], whole)]
    inside = [passages[i] for i in own if _is_inside(passages[i], whole)]
    for passage in (*shared, *inside):
        if passage.speaker and passage.reporting:
            return _of(passage, "its own sentences name its speaker")
    return None


def _signed(document: Document, whole: Sequence[Quotation]) -> _Speaker | None:
    signed = _SIGNED.match(document.text, whole[-1].end, min(len(document.text), whole[-1].end + 120))
    return None if signed is None else _Speaker(signed.group(1), None, "say", False, "a name stands under it")


def _named_before(
    document: Document,
    passages: Sequence[Passage],
    own: range,
    persons: Mapping[str, Person],
) -> _Speaker | None:
    first = own.start
    if first == 0 or first >= len(passages) or not _is_beside(document, passages[first - 1], passages[first]):
        return None
    before = passages[first - 1]
    if before.speaker and before.reporting:
        return _of(before, "what stands before it names its speaker")
    if before.reporting is not None and not _ENDS_IN_COLON.search(before.text):
        return None
    person = persons.get(before.id)
    speaks = before.verb in _SPEAKS or before.verb in DENIAL_OF_CLAIM or speech_class(before.verb or "") is not None
    if person is not None and any(_hears(passages[i], person.name) for i in own):
        return None
    likely = speaks or any(_by_pronoun(passages[i]) for i in own)
    return _person(person, "what stands before it is about one person") if person and (person.sure or likely) else None


def _hears(passage: Passage, name: str) -> bool:
    """Whether one who is named is who listens: "…,” he told Petrov"."""
    return re.search(rf"\b(?:he|she) \w+ (?:\w+ ){{0,3}}{re.escape(name.split()[-1])}\b", passage.text) is not None


def _named_after(
    document: Document, passages: Sequence[Passage], after: int, persons: Mapping[str, Person]
) -> _Speaker | None:
    if not 0 < after < len(passages) or not _is_beside(document, passages[after - 1], passages[after]):
        return None
    following = passages[after]
    if passages[after - 1].reporting is not None or " that " in following.text:
        return None  # "…,” he said", or a sentence that reports something else
    if any(mark in following.text for mark in '“"«„‘') or following.torn != ("", ""):
        return None  # it has a quotation of its own to name the speaker of
    if following.speaker and following.reporting and following.verb in (None, following.reporting):
        return _of(following, "what stands after it names its speaker")
    if following.verb not in _SPEAKS:
        return None
    return _person(persons.get(following.id), "what stands after it says who spoke")


def _is_beside(document: Document, one: Passage, other: Passage) -> bool:
    """Whether two passages stand in one paragraph or in two with no heading between them."""
    between = document.blocks[one.sentence.block + 1 : other.sentence.block + 1]
    held = [block for block in between if block.kind is not BlockKind.FURNITURE]
    return len(held) <= 1 and all(block.kind is not BlockKind.HEADING for block in held)


def _person(person: Person | None, where: str) -> _Speaker | None:
    return None if person is None else _Speaker(person.name, person.actor, "say", False, where)


def _of(passage: Passage, where: str) -> _Speaker:
    alleges = passage.kind is Kind.ALLEGATION
    return _Speaker(passage.speaker or "", passage.speaker_actor, passage.reporting, alleges, where)


def _said_by(passage: Passage, speaker: _Speaker | None, whole: Sequence[Quotation]) -> Passage:
    if speaker is None:
        if passage.kind in (Kind.ALLEGATION, Kind.DENIAL):
            return passage
        return replace(passage, kind=Kind.STATEMENT, kind_reason="a quotation whose speaker nothing beside it names")
    return replace(
        passage,
        speaker=speaker.name,
        speaker_actor=speaker.actor,
        reporting=passage.reporting or speaker.reporting,
        kind=_kind(passage, speaker),
        kind_reason=f"within a quotation: {speaker.where}",
        says=passage.says or _pronoun(passage, speaker.name, whole),
        omit=None,
    )


def _pronoun(passage: Passage, name: str, whole: Sequence[Quotation]) -> Antecedent | None:
    """The only "he" or "she" that a passage which says "he said" has besides what it quotes, and for whom it stands."""
    if not _by_pronoun(passage) or passage.gloss is not None or passage.antecedent is not None:
        return None
    places = [(passage.start + found.start(), passage.start + found.end()) for found in _HE.finditer(passage.text)]
    own = [(a, b) for a, b in places if not any(one.start <= a < one.end for one in whole)]
    return Antecedent(*own[0], name) if len(own) == 1 and own[0][0] > passage.start + passage.lead_in else None


def _kind(passage: Passage, speaker: _Speaker) -> Kind:
    """What a sentence of a quotation is: what denies a charge stays a denial, whoever is quoted with it."""
    if passage.kind is Kind.DENIAL:
        return Kind.DENIAL
    return Kind.ALLEGATION if speaker.alleges else Kind.STATEMENT
