"""A German clause in the order of an English one: the subject first, its verb behind it in one piece, then the rest.

German parts its verbs ("hat ... zurückgewiesen", "teilte ... mit"), puts them last in dependent clauses, and lets
anything but the subject come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.language.german.clauses import Clause
from generator.language.german.idioms import affirm, fixed_verb, part_charge, patient, says_when, spoken_from, wholly
from generator.language.german.phrases import Kind, Phrase, Reader
from generator.language.german.tokens import Word
from generator.language.german.verbs import PARTICLES, Group, is_finite, is_verb, read_group
from generator.language.german.words import CONJUNCTIONS, SUBORDINATORS, VERBS
from generator.language.gloss import Piece
from generator.language.tagger import Tag

COMMA = Piece(",", Tag.MARK, ",")
THAT = Piece("that", Tag.THAT, "that")


@dataclass(slots=True)
class Told:
    """A clause in English: its words, its verb, and whether it says what somebody else says."""

    pieces: list[Piece]
    group: Group | None = None
    has_subject: bool = False
    reported: bool = False


class Teller:
    """Says clauses in English. ``names`` are the words that are names in the document."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names

    def tell(self, clause: Clause) -> Told:
        if clause.kind == "fragment" or (clause.finite is None and clause.kind != "infinitive"):
            return Told(self._plain(clause))
        joint = _joint(clause)
        if joint is None:
            return self._with_verb(clause)
        begin, conjunction, rest = joint
        first, second = self._with_verb(begin), self._with_verb(rest)
        return Told([*first.pieces, conjunction, *second.pieces], first.group, first.has_subject, first.reported)

    def _plain(self, clause: Clause) -> list[Piece]:
        words = clause.words
        if words and words[0].low == "so" and len(words) > 1 and Reader(words, self.names)._opens_noun(1):
            phrases = Reader(words[1:], self.names).phrases()  # ", so Müller"
            said = Piece("said", Tag.PAST, "say", words[0].start, words[0].end)
            return [*joined_pieces(phrases[:1]), said, *joined_pieces(phrases[1:])]
        return joined_pieces(self._phrases(clause.parts))

    def _phrases(self, parts: Sequence[Word | Clause]) -> list[Phrase]:
        """The phrases of a clause's words, and the clauses inside it as such."""
        found: list[Phrase] = []
        run: list[Word] = []
        for part in parts:
            if isinstance(part, Word):
                run.append(part)
                continue
            found += Reader(run, self.names).phrases()
            run = []
            while found and found[-1].kind is Kind.MARK:
                found.pop()
            inner = [COMMA, *self.tell(part).pieces]
            if found and found[-1].kind in (Kind.NOUN, Kind.PREPOSITION):
                found[-1].pieces += [*inner, COMMA]  # it says which
            else:
                found.append(Phrase(Kind.CLAUSE, inner))
        return found + Reader(run, self.names).phrases()

    def _with_verb(self, clause: Clause) -> Told:
        finite = clause.finite
        verbs = _verbs_of(clause)
        opener, parts = _opener(clause)
        at = next((i for i, part in enumerate(parts) if part is finite), 0) if clause.kind == "main" else 0
        first = self._phrases([part for part in parts[:at] if part not in verbs])
        rest = self._phrases([part for part in parts[at:] if part not in verbs])
        phrases = [*first, *rest]
        plural = finite is not None and _is_plural_form(finite)
        subject = None if clause.kind == "infinitive" or clause.goes_on else _subject(first, rest, plural)
        subject = spoken_from(phrases, verbs, subject) or subject
        # "Es" before the verb is its subject, or keeps the place of one that comes later; it is no object.
        first = [one for one in first if one is subject or one.head != "es"]
        negated = _is_negated(phrases, subject)
        denied = "never" if negated and _never(subject, phrases) else "not" if negated else ""
        joined = "be" if _there_is(subject, verbs) else fixed_verb(phrases, verbs)
        others = [word for word in verbs if word is not finite]
        dated = any(map(says_when, phrases))
        group = read_group(finite, others, denied, plural, joined, dated)
        if subject is None and finite is not None and group.passive and group.lemma in ("accuse", "investigate"):
            subject = patient(phrases)
        if group.lemma == "accuse" and not group.passive:
            part_charge(phrases, subject)
        own = _named(subject, plural)
        behind = _ordered(first, rest, subject)
        sources = [piece for one in phrases if one.kind is Kind.SOURCE for piece in (COMMA, *one.pieces)]
        pieces = [*opener, *own, *said_pieces(group), *joined_pieces(behind), *sources]
        return Told(pieces, group, bool(own), group.reported and clause.kind == "main")


def _is_negated(phrases: Sequence[Phrase], subject: Phrase | None) -> bool:
    """Whether the verb is denied: by "nicht", or by a "kein" that is not its subject's, which becomes "any"."""
    denials = sum(phrase.kind is Kind.NOT for phrase in phrases)
    for phrase in phrases:
        if phrase.denies and phrase is not subject and phrase.kind is Kind.NOUN:
            denials += 1
            affirm(phrase)
    return denials % 2 == 1


def _never(subject: Phrase | None, phrases: Sequence[Phrase]) -> bool:
    """Whether it is denied altogether: "nie"; and of themselves "wir ... niemandem", "ich ... keine einzige"."""
    if any(phrase.kind is Kind.NOT and phrase.head == "never" for phrase in phrases):
        return True
    return subject is not None and subject.head in ("ich", "wir") and any(map(wholly, phrases))


def _there_is(subject: Phrase | None, verbs: Sequence[Word]) -> bool:
    """ "Es gibt": "there is"."""
    gives = any(word.lemma == "geben" for word in verbs) and not any(word.tag == "PTKVZ" for word in verbs)
    if subject is None or subject.head != "es" or not gives:
        return False
    subject.pieces = [subject.pieces[0]._replace(text="there", lemma="there")]
    return True


def _named(subject: Phrase | None, plural: bool) -> list[Piece]:
    """The words of a subject; of "sie" the verb tells whether it is one or several."""
    if subject is None or subject.head != "sie":
        return [] if subject is None else subject.pieces
    said = "they" if plural else "she"
    return [subject.pieces[0]._replace(text=said, lemma=said)]


def _joint(clause: Clause) -> tuple[Clause, Piece, Clause] | None:
    """Two verbs of one auxiliary, "wurden 17 getötet und 40 verletzt": the clause up to "und", and behind it."""
    finite = clause.finite
    if finite is None or finite.tag[:2] not in ("VA", "VM") or clause.kind == "infinitive":
        return None
    lexical = [i for i, part in enumerate(clause.parts) if isinstance(part, Word) and part.tag in ("VV(PP)", "VV(INF)")]
    for one, other in pairwise(lexical):
        for place in range(one + 1, other):
            part = clause.parts[place]
            if isinstance(part, Word) and part.low in ("und", "oder", "sowie"):
                said = CONJUNCTIONS[part.low]
                begin = Clause(clause.kind, clause.parts[:place], clause.before)
                goes_on = finite.lemma.lower() not in ("sein", "werden")
                rest = Clause("main", [finite._replace(start=-1, end=-1), *clause.parts[place + 1 :]], goes_on=goes_on)
                return begin, Piece(said, Tag.CONJUNCTION, said, part.start, part.end), rest
    return None


def _ordered(first: Sequence[Phrase], rest: Sequence[Phrase], subject: Phrase | None) -> list[Phrase]:
    """What follows the verb: objects and the like as they stand, then what German put before the verb."""
    kept = [p for p in rest if p is not subject and p.pieces and p.kind not in (Kind.NOT, Kind.SOURCE)]
    opening = [p for p in first if p is not subject and p.pieces and p.kind not in (Kind.NOT, Kind.SOURCE, Kind.MARK)]
    clauses_at = next((i for i, phrase in enumerate(kept) if phrase.kind is Kind.MARK), len(kept))
    return [*_objects_first([*kept[:clauses_at], *opening]), *kept[clauses_at:]]


def _objects_first(phrases: Sequence[Phrase]) -> list[Phrase]:
    """ "Zahlt für den Stürmer acht Millionen" -> "pays eight million for the striker"."""
    objects = [phrase for phrase in phrases if phrase.kind is Kind.NOUN]
    return [*objects, *(phrase for phrase in phrases if phrase.kind is not Kind.NOUN)]


def _verbs_of(clause: Clause) -> list[Word]:
    """The words of a clause that make its verb: the finite one, infinitives, participles, the particle at its end."""
    words = clause.words
    finite = clause.finite
    found = [
        word
        for word in words
        if (is_verb(word) and not (is_finite(word) and word is not finite)) or word.tag in ("PTKVZ", "PTKZU")
    ]
    last = next((word for word in reversed(words) if not word.is_mark), None)
    if (
        finite is not None
        and last is not None
        and last.low in PARTICLES
        and last not in found
        and last.low + finite.lemma.lower() in VERBS
    ):
        found.append(last._replace(tag="PTKVZ"))
        clause.parts = [found[-1] if part is last else part for part in clause.parts]
    elif finite is not None and not any(word.tag == "PTKVZ" for word in found):
        for index, word in enumerate(words):
            ends = index + 1 == len(words) or words[index + 1].is_mark
            if ends and word.low in PARTICLES and word is not finite and word.low + finite.lemma.lower() in VERBS:
                mended = word._replace(tag="PTKVZ")
                clause.parts = [mended if part is word else part for part in clause.parts]
                found.append(mended)
                break
    return found


def _opener(clause: Clause) -> tuple[list[Piece], list[Word | Clause]]:
    """What opens a clause in English ("that", "which", "and"), and its other parts."""
    parts = list(clause.parts)
    first = parts[0] if parts and isinstance(parts[0], Word) else None
    if first is None:
        return [], parts
    if clause.kind == "main":
        if first.low in CONJUNCTIONS and first.low not in ("als",):
            said = CONJUNCTIONS[first.low]
            return [Piece(said, Tag.CONJUNCTION, said, first.start, first.end)], parts[1:]
        return [], parts
    if clause.kind == "infinitive":
        return (
            ([Piece("in order", Tag.ADVERB, "in order", first.start, first.end)], parts[1:])
            if first.low == "um"
            else ([], parts)
        )
    if first.tag == "KOUS" or first.low in SUBORDINATORS:
        said = SUBORDINATORS.get(first.low, "that")
        tag = Tag.THAT if said == "that" else Tag.SUBORDINATOR
        return [Piece(said, tag, said, first.start, first.end)], parts[1:]
    second = parts[1] if len(parts) > 1 and isinstance(parts[1], Word) else None
    if first.low == "nach" and second is not None:
        return [Piece("that", Tag.THAT, "that", first.start, second.end)], parts[2:]
    if first.tag == "APPR" and second is not None:
        which = Piece("which", Tag.RELATIVE, "which", first.start, second.end)
        return [which], parts[2:]
    said = "whose" if first.low in ("deren", "dessen") else _ASKED.get(first.low, "which")
    return [Piece(said, Tag.RELATIVE, said, first.start, first.end)], parts[1:]


_ASKED = {"wer": "who", "was": "what", "wo": "where", "wann": "when", "warum": "why", "weshalb": "why", "wie": "how"}


def _is_plural_form(finite: Word) -> bool:
    return finite.low == "sind" or (finite.low.endswith("n") and finite.low != "bin")


def _subject(first: Sequence[Phrase], rest: Sequence[Phrase], plural: bool) -> Phrase | None:
    """The noun phrase whose form and number fit the verb: that before it, else the first behind it."""
    able = [phrase for phrase in (*first, *rest) if phrase.kind is Kind.NOUN and phrase.subject and phrase.pieces]
    agreeing = [phrase for phrase in able if phrase.plural is None or phrase.plural == plural]
    return next(iter(agreeing), None) or next(iter(able), None)


def said_pieces(group: Group) -> list[Piece]:
    return [
        Piece(word.text, word.tag, word.lemma, *((word.word.start, word.word.end) if word.word else (-1, -1)))
        for word in group.said
    ]


def joined_pieces(phrases: Sequence[Phrase]) -> list[Piece]:
    return [piece for phrase in phrases for piece in phrase.pieces]
