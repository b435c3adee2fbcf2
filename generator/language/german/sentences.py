"""German sentences in English order, clause after clause: who says what the clause before or behind says."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.german.clauses import Clause, clauses, segments
from generator.language.german.saying import mark_piece
from generator.language.german.telling import COMMA, THAT, Teller, Told
from generator.language.german.tokens import Word
from generator.language.german.verbs import Group, form, is_finite
from generator.language.german.words import SAYS, STOCK_PHRASES
from generator.language.gloss import Piece
from generator.language.tagger import Tag


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
        if (
            place == 0
            and clause.kind == "dependent"
            and clause.words[0].low == "wie"
            and told.has_subject
            and len(made) > 1
        ):
            last, spoken = [COMMA, *told.pieces], True  # "Wie der Sender berichtet, ..."
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
    pieces += [*last, *(mark_piece(mark) for mark in closing)]
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
    return [COMMA, *pieces] if pieces and pieces[0].tag is not Tag.MARK else list(pieces)


_NOTHING_TOLD = [
    Piece("time", Tag.NOUN, "time"), Piece("will", Tag.MODAL, "will"), Piece("tell", Tag.INFINITIVE, "tell"),
    Piece(".", Tag.MARK, "."),
]  # fmt: skip


def _tell(teller: Teller, clause: Clause, before: Told | None) -> Told:
    """A clause after the one before it: "wie die Polizei mitteilte", "vor, Warnungen ignoriert zu haben"."""
    told = teller.tell(clause)
    if clause.kind == "dependent" and clause.words[0].low == "wie" and told.group is not None:
        return _as_speech(told)
    if clause.kind == "infinitive" and before is not None and before.group is not None and told.group is not None:
        return _infinitive_after(told, before.group)
    begins = clause.kind == "main" and bool(clause.words) and is_finite(clause.words[0])
    opens = begins and before is None and not clause.before and clause.words[0].lemma.lower() in _SUPPOSING
    if told.group is not None and (opens or (begins and clause.words[0].low in _SUPPOSED)):
        told.pieces.insert(0, Piece("if", Tag.SUBORDINATOR, "if"))
    return told


_SUPPOSING = frozenset("sollen haben sein werden kommen".split())  # "Sollte es regnen", "Kommt es dazu"
_SUPPOSED = frozenset("sollte sollten wäre wären hätte hätten".split())


def _as_speech(told: Told) -> Told:
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
        will = [THAT, Piece("it", Tag.PRONOUN, "it"), Piece("will", Tag.MODAL, "will")]
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
    marks = [mark_piece(mark) for mark in clause.before]
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
        return [THAT]
    if says and clause.kind == "main" and not inverted and told.reported:
        return [THAT]
    return marks
