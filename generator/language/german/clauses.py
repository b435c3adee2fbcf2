"""German sentences in the order of English ones: clause by clause the subject first, its verb behind it in one piece.

German parts its verbs ("hat ... zurückgewiesen", "teilte ... mit"), puts them last in dependent clauses, and lets
anything but the subject come first. What follows reads each clause by its verbs and says it in the order in which the
reading looks for subjects, speakers and what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.language.german.phrases import Kind, Phrase, Reader
from generator.language.german.tokens import Word
from generator.language.german.verbs import PARTICLES, Group, form, is_finite, is_verb, read_group
from generator.language.german.words import (
    CONJUNCTIONS,
    JOINED_VERBS,
    MONTHS,
    SAYS,
    STOCK_PHRASES,
    SUBORDINATORS,
    VERBS,
    WEEKDAYS,
)
from generator.language.gloss import Piece
from generator.language.tagger import Tag

_PARTS = frozenset(',;:()!?.-–—„“”»«"')
_QUOTES = frozenset('„“”»«"')
_WHICH = frozenset("der die das den dem deren dessen denen".split())
_SURELY_OPENS = frozenset(
    """dass daß nachdem obwohl weil wenn falls ob bevor damit sodass sofern sobald solange wonach obgleich indem
    wie""".split()
)
_ASKS = frozenset("wer was wo wann warum weshalb wieso wie welcher welche welches wohin woher".split())
_COMMA = Piece(",", Tag.MARK, ",")
_THAT = Piece("that", Tag.THAT, "that")


@dataclass(slots=True)
class Segment:
    """The words between two marks; ``mark`` is the mark before it, None at the start."""

    words: list[Word]
    before: list[Word] = field(default_factory=list)  # the marks before it

    @property
    def finite(self) -> int | None:
        return next((i for i, word in enumerate(self.words) if is_finite(word)), None)

    @property
    def is_dependent(self) -> bool:
        """Whether a dependent clause stands here: its verb is last, and a word that opens one first."""
        at = self.finite
        if at is None or not self.words:
            return False
        first = self.words[0]
        behind = [word for word in self.words[at + 1 :] if is_verb(word) or word.tag == "PTKVZ"]
        if first.tag in ("KOUS", "PRELS", "PRELAT") or first.low in _SURELY_OPENS:
            return True
        second = self.words[1] if len(self.words) > 1 else None
        if first.tag == "APPR" and second is not None and second.tag == "PRELS":
            return True
        relates = first.low in _WHICH or (second is not None and first.tag == "APPR" and second.low in _WHICH)
        asks = first.low in _ASKS or first.tag in ("PWAV", "PWS", "PWAT")
        last = at == len(self.words) - 1 and not behind
        return (
            bool(self.before)
            and last
            and at > 0
            and (asks or (relates and len(self.words) > 1 and self._no_noun_first()))
        )

    def _no_noun_first(self) -> bool:
        """Whether "der" stands alone, as a relative pronoun does, or the verb that is last shows that it does."""
        return self.before[-1].text == "," and self.finite == len(self.words) - 1 and len(self.words) > 2

    @property
    def is_infinitive(self) -> bool:
        """Whether an infinitive with "zu" stands here, and no finite verb."""
        return self.finite is None and any(word.tag in ("PTKZU", "VV(IZU)") for word in self.words)

    @property
    def ends_in_verb(self) -> bool:
        last = next((word for word in reversed(self.words)), None)
        return last is not None and (last.tag.endswith(("(PP)", "(INF)")) or last.tag == "PTKVZ")


@dataclass(slots=True)
class Clause:
    """A clause in the making: ``parts`` are its words and, between them, the clauses that stand inside it."""

    kind: str  # main, dependent, infinitive, fragment
    parts: list[Word | Clause]
    before: list[Word] = field(default_factory=list)
    goes_on: bool = False  # with the subject of the clause before: "das Bad schließen und das Grundstück verkaufen"

    @property
    def words(self) -> list[Word]:
        return [part for part in self.parts if isinstance(part, Word)]

    @property
    def finite(self) -> Word | None:
        return next((word for word in self.words if is_finite(word)), None)


def segments(words: Sequence[Word]) -> tuple[list[Segment], list[Word]]:
    """A sentence between its marks, and the marks at its end."""
    found = [Segment([])]
    marks: list[Word] = []
    kept = _marks_of_titles(words)
    for place, word in enumerate(words):
        if word.text in _PARTS and place not in kept and not _within(words, place):
            marks.append(word)
            continue
        joins = word.tag == "KON" and not marks and found[-1].finite is not None and _clause_follows(words, place)
        if (marks and (found[-1].words or found[-1].before)) or joins:
            found.append(Segment([], marks))
            marks = []
        elif marks:
            found[-1].before += marks
            marks = []
        found[-1].words.append(word)
    return found, marks


def _marks_of_titles(words: Sequence[Word]) -> frozenset[int]:
    """Where marks stand around a few words that are no sentence: a title, a phrase."""
    kept: set[int] = set()
    for place, word in enumerate(words):
        closing = {"„": "“", "»": "«", "“": "”", "«": "»", '"': '"'}.get(word.text)
        inner = words[place + 1 : place + 2 + _TITLE]
        end = next((i for i, one in enumerate(inner) if one.text == closing), None)
        before = words[place - 1].text if place else ""
        if place in kept or not end or not place or before in ",:" or any(one.is_mark or is_finite(one) for one in inner[:end]):
            continue
        kept |= {place, place + 1 + end}
    return frozenset(kept)


_TITLE = 4  # words


def _within(words: Sequence[Word], place: int) -> bool:
    """A hyphen between two words without white space."""
    if words[place].text != "-" or not 0 < place < len(words) - 1:
        return False
    return words[place - 1].end == words[place].start or words[place].end == words[place + 1].start


def _clause_follows(words: Sequence[Word], place: int) -> bool:
    """Whether "und" joins clauses: a finite verb comes before the next mark."""
    for word in words[place + 1 :]:
        if word.text in _PARTS:
            return False
        if is_finite(word):
            return True
    return False


def clauses(found: Sequence[Segment]) -> list[Clause]:
    """Segments put together to clauses: a subject and the verb behind its apposition, a verb and its far-off part."""
    made: list[Clause] = []
    for place, segment in enumerate(found):
        kind = _kind(segment)
        comma = bool(segment.before) and all(mark.text == "," for mark in segment.before)
        dash = bool(segment.before) and all(mark.text in ",-–—()" for mark in segment.before)
        last = made[-1] if made else None
        main = next((one for one in reversed(made) if one.kind != "dependent"), None)
        if kind == "main" and _begins_with_verb(segment) and main is not None and main.kind == "fragment" and dash:
            _absorb(made, main, segment)
            main.kind = "main"
            continue
        wants = main is not None and main.kind == "main" and last is not main and comma
        if kind == "fragment" and main is not None and wants and segment.ends_in_verb and _lacks_verb(main):
            _absorb(made, main, segment)
            continue
        if (
            kind == "fragment"
            and last is not None
            and comma
            and last.kind in ("main", "fragment")
            and _is_more(segment)
        ):
            last.parts += [*segment.before, *segment.words]
            continue
        made.append(Clause(kind, list(segment.words), segment.before))
    return made


def _kind(segment: Segment) -> str:
    if segment.is_infinitive:
        return "infinitive"
    if segment.finite is None:
        return "fragment"
    return "dependent" if segment.is_dependent else "main"


def _begins_with_verb(segment: Segment) -> bool:
    return segment.finite == 0


def _is_more(segment: Segment) -> bool:
    """Whether words without a verb go on with the clause before: an apposition, a list, a day."""
    first = segment.words[0] if segment.words else None
    return first is not None and first.low not in ("so",)


def _lacks_verb(clause: Clause) -> bool:
    finite = clause.finite
    return finite is not None and not any(
        is_verb(word) or word.tag == "PTKVZ" for word in clause.words if word is not finite
    )


def _absorb(made: list[Clause], main: Clause, segment: Segment) -> None:
    """Put a segment into an earlier clause, the clauses between them inside it."""
    at = next(i for i, one in enumerate(made) if one is main)
    main.parts += [part for inner in made[at + 1 :] for part in ([*inner.before, inner])]
    del made[at + 1 :]
    main.parts += [*segment.before, *segment.words]


# a clause in English --------------------------------------------------------------------------------------------------


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
            return [*_joined(phrases[:1]), said, *_joined(phrases[1:])]
        return _joined(self._phrases(clause.parts))

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
            inner = [_COMMA, *self.tell(part).pieces]
            if found and found[-1].kind in (Kind.NOUN, Kind.PREPOSITION):
                found[-1].pieces += [*inner, _COMMA]  # it says which
            else:
                found.append(Phrase(Kind.CLAUSE, inner))
        return found + Reader(run, self.names).phrases()

    def _with_verb(self, clause: Clause) -> Told:
        finite = clause.finite
        verbs = _verbs_of(clause)
        opener, parts = _opener(clause, verbs)
        at = next((i for i, part in enumerate(parts) if part is finite), 0) if clause.kind == "main" else 0
        first = self._phrases([part for part in parts[:at] if part not in verbs])
        rest = self._phrases([part for part in parts[at:] if not (isinstance(part, Word) and part in verbs)])
        phrases = [*first, *rest]
        verb_plural = finite is not None and _is_plural_form(finite)
        subject = None if clause.kind == "infinitive" or clause.goes_on else _subject(first, rest, verb_plural)
        negated = sum(phrase.kind is Kind.NOT for phrase in phrases) % 2 == 1
        for phrase in phrases:
            if phrase.denies and phrase is not subject and phrase.kind is Kind.NOUN:
                negated = not negated
                _affirm(phrase)
        there = subject is not None and subject.head == "es" and any(word.lemma == "geben" for word in verbs)
        if there and subject is not None and not any(word.tag == "PTKVZ" for word in verbs):
            subject.pieces = [subject.pieces[0]._replace(text="there", lemma="there")]
        else:
            there = False
        joined = ("be" if there else None) or _fixed(phrases, verbs) or _fixed_by_preposition(phrases, verbs)
        source = _spoken_from(phrases, verbs, subject)
        if source is not None:
            subject = source
        never = [Piece("never", Tag.NOT, "never")] if negated and self._never(subject, phrases) else []
        negated = negated and not never
        others = [word for word in verbs if word is not finite]
        group = read_group(finite, others, negated, verb_plural, joined, any(map(_dates, phrases)))
        pieces = list(opener)
        own = subject.pieces if subject is not None else []
        if subject is None and clause.kind != "infinitive" and group.passive and group.lemma in ("accuse", "investigate"):
            subject = _patient(phrases)
            own = subject.pieces if subject is not None else []
        if group.lemma == "accuse" and not group.passive:
            _of_what(phrases, subject)
        if subject is not None and subject.head == "sie":
            own = [
                subject.pieces[0]._replace(
                    text="they" if verb_plural else "she", lemma="they" if verb_plural else "she"
                )
            ]
        if opener and opener[0].tag is Tag.RELATIVE and subject is None:
            own = []
        spoken = [*never, *_said(group)]
        others = [p for p in (*rest, *first) if p is not subject and p.kind not in (Kind.NOT, Kind.SOURCE, Kind.MARK)]
        others = (
            [p for p in others if p.pieces] if clause.kind != "main" or not first else _ordered(first, rest, subject)
        )
        tail = [p for p in phrases if p.kind is Kind.SOURCE]
        pieces += [*own, *spoken, *_joined(others)]
        for source in tail:
            pieces += [_COMMA, *source.pieces]
        return Told(pieces, group, bool(own), group.reported and clause.kind == "main")


    def _never(self, subject: Phrase | None, phrases: Sequence[Phrase]) -> bool:
        """Whether it is denied altogether: "nie"; and of themselves "wir ... niemandem", "ich ... keine einzige"."""
        if any(phrase.kind is Kind.NOT and phrase.head == "never" for phrase in phrases):
            return True
        return subject is not None and subject.head in ("ich", "wir") and any(map(_wholly, phrases))


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
                ends = place - (isinstance(clause.parts[place - 1], Word) and clause.parts[place - 1].text == ",")  # type: ignore[union-attr]
                begin = Clause(clause.kind, clause.parts[:ends], clause.before)
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


def _opener(clause: Clause, verbs: Sequence[Word]) -> tuple[list[Piece], list[Word | Clause]]:
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
    return finite.low.endswith("n") and finite.low not in ("bin",)


def _subject(first: Sequence[Phrase], rest: Sequence[Phrase], plural: bool) -> Phrase | None:
    """The noun phrase whose form and number fit the verb: that before it, else the first behind it."""
    able = [phrase for phrase in (*first, *rest) if phrase.kind is Kind.NOUN and phrase.subject and phrase.pieces]
    agreeing = [phrase for phrase in able if phrase.plural is None or phrase.plural == plural]
    return next(iter(agreeing), None) or next(iter(able), None)


def _dates(phrase: Phrase) -> bool:
    """Whether a phrase says when: a day, a month, a season, a year."""
    words = [word for word in phrase.words if word.text in MONTHS or word.lemma in _SEASONS or word.text.startswith(_DAYS)]
    years = [word for word in phrase.words if word.text[:2] in ("19", "20") and len(word.text) == 4 and word.text.isdigit()]
    return bool(words or years)


_SEASONS = frozenset("Frühjahr Frühling Sommer Herbst Winter Woche Monat Jahresende".split())
_DAYS = tuple(WEEKDAYS)


def _wholly(phrase: Phrase) -> bool:
    """Whether a phrase denies altogether: "niemandem", "keine einzige", "nie", "zu keinem Zeitpunkt"."""
    lows = {word.low for word in phrase.words}
    single = any(low.startswith("einzig") for low in lows)
    return bool(lows & _NEVER) or (phrase.denies and single) or (any(low.startswith("kein") for low in lows) and "zeitpunkt" in lows)


_NEVER = frozenset("niemand niemanden niemandem nie niemals".split())


def _patient(phrases: Sequence[Phrase]) -> Phrase | None:
    """Who is accused or investigated: "Ihm wird vorgeworfen", "gegen den Mann wird ermittelt"."""
    for phrase in phrases:
        if phrase.kind is Kind.NOUN and phrase.pieces:
            said = {"him": "he", "her": "she", "them": "they"}.get(phrase.pieces[0].text, phrase.pieces[0].text)
            phrase.pieces = [phrase.pieces[0]._replace(text=said, lemma=said), *phrase.pieces[1:]]
            return phrase
        if phrase.kind is Kind.PREPOSITION and phrase.words[0].low == "gegen":
            phrase.pieces = phrase.pieces[1:]
            return phrase
    return None


def _of_what(phrases: Sequence[Phrase], subject: Phrase | None) -> None:
    """ "Warf der Regierung Versagen vor" -> "accused the government of failure"."""
    objects = [phrase for phrase in phrases if phrase.kind is Kind.NOUN and phrase is not subject and phrase.pieces]
    if len(objects) > 1:
        objects[1].pieces = [Piece("of", Tag.PREPOSITION, "of"), *objects[1].pieces]


def _affirm(phrase: Phrase) -> None:
    """ "Keine Ermittlungen" after a verb that is denied: "any"."""
    said = {"no": "any", "nothing": "anything", "nobody": "anybody"}
    phrase.pieces = [
        piece._replace(text=said.get(piece.text, piece.text), lemma=said.get(piece.text, piece.lemma))
        for piece in phrase.pieces
    ]


def _fixed(phrases: list[Phrase], verbs: Sequence[Word]) -> str | None:
    """The English verb of a verb and its noun that are one deed, "ums Leben gekommen"; the noun goes."""
    lemmas = {word.lemma.lower() for word in verbs}
    particle = next((word.low for word in verbs if word.tag == "PTKVZ"), "")
    lemmas |= {particle + lemma for lemma in lemmas}
    if "beschließen" in lemmas and any(one.kind is Kind.NOUN and not one.subject and one.pieces for one in phrases):
        return "approve"  # a budget; to decide is said with a clause
    if lemmas & {"fordern", "verlangen"} and any(phrase.head in _PENALTIES for phrase in phrases):
        return "seek"  # what is asked for in court is no saying
    for phrase in phrases:
        for lemma in lemmas:
            said = JOINED_VERBS.get((lemma, phrase.head))
            if said is not None:
                phrase.pieces = [] if said[1] else phrase.pieces
                return said[0]
    return None


_PENALTIES = frozenset("Haft Gefängnis Haftstrafe Freiheitsstrafe Geldstrafe Bewährungsstrafe Freispruch".split())


def _fixed_by_preposition(phrases: Sequence[Phrase], verbs: Sequence[Word]) -> str | None:
    """ "Sprach von 2.100 Teilnehmern" says how many there were; "beziffert auf" says at what; "stimmt für" votes."""
    lemmas = {word.lemma.lower() for word in verbs}
    _from_to(phrases)
    for phrase in phrases:
        if phrase.kind is not Kind.PREPOSITION or not phrase.pieces:
            continue
        low = phrase.words[0].low
        counted = any(piece.tag is Tag.NUMBER for piece in phrase.pieces)
        if "verurteilen" in lemmas and low in ("zu", "zur", "zum"):
            return "sentence"
        if "sprechen" in lemmas and low == "von" and counted:
            phrase.pieces = phrase.pieces[1:]
            return "report"
        if lemmas & {"beziffern", "schätzen", "veranschlagen", "belaufen"} and low == "auf":
            phrase.pieces[0] = phrase.pieces[0]._replace(text="at", lemma="at")
            return "amount" if "belaufen" in lemmas else "estimate"
        if low == "auf" and counted and {VERBS.get(lemma) for lemma in lemmas} & {"rise", "fall", "raise", "reduce", "grow"}:
            phrase.pieces[0] = phrase.pieces[0]._replace(text="to", lemma="to")
        if "halten" in lemmas and low == "für":
            phrase.pieces = phrase.pieces[1:]
            return "consider"
        if "sprechen" in lemmas and low == "von":
            phrase.pieces = phrase.pieces[1:]
            return "mention"
        if "stimmen" in lemmas and low in ("für", "gegen"):
            return "vote"
    return None


def _from_to(phrases: Sequence[Phrase]) -> None:
    """ "Von 38 auf 61 Millionen" -> "from 38 to 61 million"."""
    for one, other in pairwise(phrases):
        both = one.kind is other.kind is Kind.PREPOSITION and bool(one.pieces) and bool(other.pieces)
        if both and one.words[0].low == "von" and other.words[0].low in ("auf", "bis"):
            one.pieces[0] = one.pieces[0]._replace(text="from", lemma="from")
            other.pieces[0] = other.pieces[0]._replace(text="to", lemma="to")


def _spoken_from(phrases: Sequence[Phrase], verbs: Sequence[Word], subject: Phrase | None) -> Phrase | None:
    """Who speaks in "aus dem Ministerium hieß es", "heißt es in dem Bericht"."""
    if subject is None or subject.head != "es" or not any(w.lemma.lower() in ("heißen", "verlauten") for w in verbs):
        return None
    for phrase in phrases:
        if phrase.kind is Kind.PREPOSITION and phrase.words[0].low in ("aus", "in", "im", "bei", "beim", "von", "vom"):
            speaker = Phrase(Kind.NOUN, phrase.pieces[1:], True, False, phrase.head, words=phrase.words[1:])
            phrase.pieces, subject.pieces = [], []
            return speaker
    return None


def _said(group: Group) -> list[Piece]:
    return [
        Piece(word.text, word.tag, word.lemma, *((word.word.start, word.word.end) if word.word else (-1, -1)))
        for word in group.said
    ]


def _joined(phrases: Sequence[Phrase]) -> list[Piece]:
    return [piece for phrase in phrases for piece in phrase.pieces]


# a sentence -----------------------------------------------------------------------------------------------------------


def tell_sentence(words: Sequence[Word], names: frozenset[str]) -> tuple[list[Piece], bool]:
    """The pieces of a sentence in English order; and whether it says, in the subjunctive and without naming anybody,
    what somebody else says."""
    if " ".join(word.low for word in words if not word.is_mark) in STOCK_PHRASES:
        return _NOTHING_TOLD, False
    found, closing = segments(words)
    made = clauses(found)
    teller = Teller(names)
    pieces: list[Piece] = []
    told_before: Told | None = None
    spoken = False
    reported = False
    last: list[Piece] = []
    for place, clause in enumerate(made):
        told = _tell(teller, clause, told_before)
        if place == 0 and clause.kind == "dependent" and clause.words[0].low == "wie" and told.has_subject and len(made) > 1:
            last, spoken = [_COMMA, *told.pieces], True  # "Wie der Sender berichtet, ..."
            continue
        lemma = told.group.lemma if told.group else ""
        spoken = spoken or lemma in SAYS or any(piece.text == "according" for piece in told.pieces)
        spoken = spoken or (clause.kind == "fragment" and any(piece.lemma == "say" for piece in told.pieces))
        reported = reported or told.reported
        if _is_untrue(pieces) and lemma in SAYS and told.has_subject:
            pieces = _denied(told)  # "„Das ist falsch“, sagte Müller"
        else:
            pieces += [] if last and not pieces else _marks(clause, told, told_before)
            pieces += told.pieces
        told_before = told
    pieces += [*last, *(_mark_of(mark) for mark in closing)]
    return pieces, reported and not spoken


def _is_untrue(pieces: Sequence[Piece]) -> bool:
    """Whether all that is said so far is that it is not true."""
    texts = [piece.text for piece in pieces if piece.tag is not Tag.MARK]
    if not 3 <= len(texts) <= _SHORT or texts[0] not in ("that", "this", "it") or texts[1] not in ("is", "was"):
        return False
    return not {"untrue", "false"}.isdisjoint(texts) or {"not", "true"} <= set(texts)


_SHORT = 5  # words: "that is simply not true"


def _denied(told: Told) -> list[Piece]:
    """ "Müller sagte" as "Müller denied that"."""
    verb = next(place for place, piece in enumerate(told.pieces) if piece.tag in (Tag.PAST, Tag.PRESENT))
    denies = told.pieces[verb]._replace(text="denied", tag=Tag.PAST, lemma="deny")
    return [*told.pieces[:verb], denies, Piece("that", Tag.PRONOUN, "that"), *_after_comma(told.pieces[verb + 1 :])]


def _after_comma(pieces: Sequence[Piece]) -> list[Piece]:
    return [_COMMA, *pieces] if pieces and pieces[0].tag is not Tag.MARK else list(pieces)


_NOTHING_TOLD = [
    Piece("time", Tag.NOUN, "time"), Piece("will", Tag.MODAL, "will"), Piece("tell", Tag.INFINITIVE, "tell"),
    Piece(".", Tag.MARK, "."),
]  # fmt: skip


def _tell(teller: Teller, clause: Clause, before: Told | None) -> Told:
    """A clause as it stands after the one before it: "wie die Polizei mitteilte", "vor, Warnungen ignoriert zu haben"."""
    told = teller.tell(clause)
    if clause.kind == "dependent" and clause.words[0].low == "wie" and told.group is not None:
        return _as_speech(clause, told)
    if clause.kind == "infinitive" and before is not None and before.group is not None and told.group is not None:
        return _infinitive_after(told, before.group)
    begins = clause.kind == "main" and bool(clause.words) and is_finite(clause.words[0])
    opens = begins and before is None and not clause.before and clause.words[0].lemma.lower() in _SUPPOSING
    if told.group is not None and (opens or (begins and clause.words[0].low in _SUPPOSED)):
        told.pieces.insert(0, Piece("if", Tag.SUBORDINATOR, "if"))
    return told


_SUPPOSING = frozenset("sollen haben sein werden kommen".split())  # "Sollte es regnen", "Kommt es dazu"
_SUPPOSED = frozenset("sollte sollten wäre wären hätte hätten".split())


def _as_speech(clause: Clause, told: Told) -> Told:
    """ ", wie die Polizei mitteilte" -> ", the police said"; ", wie aus einem Bericht hervorgeht" names a source."""
    assert told.group is not None
    if told.group.german in ("hervorgehen", "heißen", "verlauten"):
        at = next((i for i, piece in enumerate(told.pieces) if piece.text in ("from", "in")), None)
        if at is not None:
            begin = [Piece("according", Tag.PREPOSITION, "according"), Piece("to", Tag.PREPOSITION, "to")]
            return Told([*begin, *told.pieces[at + 1 :]])
    if told.group.lemma in SAYS and told.has_subject:
        return Told(told.pieces[1:], told.group, True)
    return told


def _infinitive_after(told: Told, group: Group) -> Told:
    """ "wirft der Firma vor, Warnungen ignoriert zu haben" -> "accuses the firm of having ignored warnings"."""
    assert told.group is not None
    to = next((i for i, piece in enumerate(told.pieces) if piece.tag is Tag.TO), None)
    if to is not None and group.lemma in _COMMITS:  # "kündigte an, alle Hallen zu prüfen"
        will = [_THAT, Piece("it", Tag.PRONOUN, "it"), Piece("will", Tag.MODAL, "will")]
        return Told([*will, *told.pieces[:to], *told.pieces[to + 1 :]], told.group)
    if to is None or group.lemma not in ("accuse", "deny"):
        return told
    head = next(
        i
        for i in range(to + 1, len(told.pieces))
        if told.pieces[i].tag in (Tag.INFINITIVE, Tag.PARTICIPLE) and told.pieces[i].start >= 0
    )
    verb = told.pieces[head]
    gerund = verb._replace(text=form(verb.lemma, Tag.GERUND), tag=Tag.GERUND)
    lead = [Piece("of", Tag.PREPOSITION, "of")] if group.lemma == "accuse" else []
    return Told([*lead, gerund, *told.pieces[head + 1 :]], told.group)


_COMMITS = frozenset("announce promise threaten declare".split())


def _marks(clause: Clause, told: Told, before: Told | None) -> list[Piece]:
    """The marks before a clause. After a verb of saying the comma becomes "that"; before "that" and "to" it goes."""
    marks = [_mark_of(mark) for mark in clause.before]
    comma = len(marks) == 1 and marks[0].text == ","
    if before is None or before.group is None or not comma:
        return marks
    says = before.group.lemma in SAYS | {"accuse", "reject", "dismiss", "deny"}
    if clause.kind == "infinitive":
        return []
    if clause.kind == "dependent" and told.pieces and told.pieces[0].tag is Tag.THAT:
        return []
    inverted = clause.kind == "main" and clause.words and is_finite(clause.words[0])
    if says and clause.kind == "main" and not inverted and told.group is not None and told.group.lemma not in SAYS:
        return [_THAT]
    if says and clause.kind == "main" and not inverted and told.reported:
        return [_THAT]
    return marks


def _mark_of(word: Word) -> Piece:
    text = {"„": "“", "»": "“", "“": "”", "«": "”"}.get(word.text, word.text)
    return Piece(text, Tag.MARK, text, word.start, word.end)
