"""Who says what a passage says, of what kind that makes it, and how surely."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.language.clauses import AUXILIARY, PRONOUN, RELATIVE, Clause
from generator.language.hedges import find_hedges
from generator.language.names import NameKind
from generator.model import Antecedent, Kind
from generator.passages.carry import SINGULAR_PRONOUNS, Said, meant
from generator.passages.kinds import judge
from generator.passages.reading import Reading, actor_of
from generator.passages.speech import Speech, find_speech, released_by, speaker_actor


@dataclass(frozen=True, slots=True)
class Told:
    """``speaker`` in the words of the capture, ``actor`` by the canonical name; ``reason`` is that of the kind."""

    speech: Speech | None
    speaker: str | None
    actor: str | None
    hedges: tuple[str, ...]
    kind: Kind
    reason: str

    @property
    def pronoun(self) -> int:
        """The token at which the words for the speaker begin, which may be a pronoun; -1 without."""
        return self.speech.speaker[0] if self.speech and self.speech.speaker else -1


def tell(reading: Reading, begin: int, last: int, clause: Clause | None, before: Said, wholly_quoted: bool) -> Told:
    """Who says ``tokens[begin:last]``, as far as their own words tell, or the sentence before of a quotation that goes
    on. ``clause`` is their main clause."""
    speech = find_speech(reading, begin, last, clause)
    denied = False
    if speech and speech.speaker and reading.quoted(speech.speaker[0]):
        denied = speech.kind == "denial"
        speech = None  # "We regret it" inside a quotation does not say who speaks
    hedges = find_hedges(reading.tokens[begin:last])
    if speech and speech.verb == "allege":
        hedges = tuple(hedge for hedge in hedges if hedge != "alleged")

    def by(speech: Speech | None, speaker: str | None, actor: str | None) -> Told:
        return Told(speech, speaker, actor, hedges, *judge(reading, begin, last, clause, speech, hedges))

    speaker = _named_speaker(reading, speech)
    told = by(speech, speaker, speaker_actor(reading, speech) if speech and speaker else None)
    if speech is None and wholly_quoted and before.speech is not None and before.speaker:
        same = replace(before.speech, speaker=None, content=(begin, last), holds_clause=False)
        told = by(same, before.speaker, before.actor)
        told = replace(told, reason=f"the quotation goes on: {told.reason}")
    elif speech is None and reading.reported and before.source:
        unnamed = Speech(None, "say", "statement", (begin, last), True, "told as what somebody says")
        told = by(unnamed, before.source, before.source_actor)
    if told.speaker is None and (source := released_by(reading, clause)):
        told = replace(told, speaker=reading.surface(*source), actor=actor_of(reading, source))
        if told.kind is not Kind.ALLEGATION:
            told = replace(told, kind=Kind.STATEMENT, reason=f"put out by {told.speaker}")
    return replace(told, kind=Kind.DENIAL, reason="a denial within a quotation") if denied else told


def without_hearer(reading: Reading, pronoun: int, before: Said) -> Said:
    """What the sentence before leaves, without its person where that one is who listens: "…,” he told Petrov"."""
    hearers = reading.names_in(pronoun + 2, pronoun + 2 + _HEARER) if pronoun >= 0 and before.person else ()
    person = before.person or ""
    heard = any(person == name.canonical or person.endswith(f" {name.canonical}") for name in hearers)
    return replace(before, person=None, person_name=None) if heard else before


_HEARER = 4  # tokens behind the verb of saying in which the hearer is named: "told Secretary of State Petrov"


def resolved(told: Told, reading: Reading, antecedent: Antecedent | None, before: Said) -> Told:
    """The same with whom a pronoun or a description means that speaks."""
    speaker, actor = told.speaker, told.actor
    pronoun = reading.tokens[told.pronoun].low if told.pronoun >= 0 else ""
    if before.person and pronoun in SINGULAR_PRONOUNS:
        speaker, actor = before.person_name, before.person
    elif antecedent and pronoun == "it":
        speaker, actor = before.body_name, before.body
    elif reading.gloss is not None and pronoun in _PRONOUNS and speaker is None and before.source:
        speaker, actor = before.source, before.source_actor  # "sie" is the union of the sentence before
    if told.speech and told.speech.speaker and (known := meant(reading, told.speech.speaker, before)):
        speaker, actor = known
    return replace(told, speaker=speaker, actor=actor)


_PRONOUNS = frozenset("he she they it".split())


def _named_speaker(reading: Reading, speech: Speech | None) -> str | None:
    """The speaker's words, unless a bare pronoun: "he" on its own tells a reader nothing."""
    if speech is None or speech.speaker is None:
        return None
    first, last = speech.speaker
    if last == first + 1 and reading.tags[first] in (PRONOUN, RELATIVE, AUXILIARY):
        return None
    return reading.surface(first, last).rstrip(" ,;:")


def speaks_for(told: Told, reading: Reading, before: Said) -> str | None:
    """The body for which a named person speaks, where the words for the speaker name it: "its director, Ana Ruiz"."""
    speech = told.speech
    if speech is None or speech.speaker is None or told.actor not in reading.cast.persons:
        return None
    bodies = [
        name.canonical
        for name in reading.names_in(*speech.speaker)
        if name.kind in (NameKind.ORGANISATION, NameKind.COUNTRY) and name.canonical != told.actor
    ]
    if not bodies and reading.tokens[speech.speaker[0]].low in ("its", "their"):
        own = [name.canonical for name in reading.names_in(0, speech.speaker[0]) if name.kind is NameKind.ORGANISATION]
        bodies = own[:1] if own else [before.body] if before.body else []
    return bodies[0] if len(bodies) == 1 else None


def voice(told: Told, reading: Reading) -> str | None:
    """Who speaks, in the words of the gloss where they stand in it."""
    if told.speaker is None or told.speech is None or told.speech.speaker is None:
        return told.speaker
    named = reading.surface(*told.speech.speaker) == told.speaker
    return reading.told(*told.speech.speaker) if named else told.speaker
