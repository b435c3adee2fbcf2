"""What a sentence leaves for the next one: who spoke, of whom it was, and so who "he", "it" and "the man" are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.clauses import AUXILIARY, FINITE, MODAL, NOUN, UNSURE, Clause
from generator.language.names import PARTICLES, Cast, Name, NameKind
from generator.language.reporting import SPEAKERS
from generator.model import Antecedent, Sentence
from generator.passages.quoted import Person
from generator.passages.reading import Reading, actor_of, role_holder
from generator.passages.speech import Speech


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence leaves behind for the next one of its paragraph."""

    speech: Speech | None = None
    speaker: str | None = None
    actor: str | None = None
    person: str | None = None  # its subject, where that is one person and no other person is named
    person_name: str | None = None  # the same as the capture gives it
    body: str | None = None  # its subject, where that is the one state or organisation, and the one name, of it
    body_name: str | None = None  # the same as the capture gives it, with its article
    source: str | None = None  # who spoke last and was named or introduced, as the capture gives it
    source_actor: str | None = None


def leaves(
    reading: Reading,
    speech: Speech | None,
    speaker: str | None,
    actor: str | None,
    clause: Clause | None,
    antecedent: Antecedent | None,
    before: Said,
) -> Said:
    persons = {name.canonical: name for name in _persons(reading) if not reading.quoted(name.first)}
    person, shown = None, None
    speaking = _speaking(reading, speech)
    another = _another_acts(reading, actor if speaking is None else speaking.canonical)
    resolved = antecedent is not None or (before.person is not None and actor == before.person)
    if resolved and set(persons) <= {before.person}:
        person, shown = before.person, before.person_name
    elif speaking is not None and set(persons) <= {speaking.canonical} and not another:
        person, shown = speaking.canonical, as_written(reading, speaking)
    elif clause is not None and len(persons) == 1:
        name = next(iter(persons.values()))
        inside = clause.subject[0] <= name.first and name.last <= clause.subject[1]
        if inside and actor_of(reading, clause.subject) == name.canonical and not _owns(reading, name.last - 1):
            person, shown = name.canonical, as_written(reading, name)
    if person is None and actor in reading.cast.persons and set(persons) <= {actor} and not another:
        person, shown = actor, reading.cast.shown.get(actor, actor)
    body, body_name = _one_body(reading, clause)
    if antecedent is not None and actor == before.body and not reading.names:
        body, body_name = before.body, before.body_name
    fresh = speech is not None and speech.speaker is not None and speaker is not None
    source, source_actor = (speaker, actor) if fresh else (before.source, before.source_actor)
    return Said(speech, speaker, actor, person, shown, body, body_name, source, source_actor)


def _speaking(reading: Reading, speech: Speech | None) -> Name | None:
    """The one person whom a speaker's words name: Petrov of "the minister, Ivan Petrov", not of "Petrov's lawyer"."""
    if speech is None or speech.speaker is None:
        return None
    inside = reading.names_in(*speech.speaker)
    named = [name for name in inside if name.kind is NameKind.PERSON]
    if not inside or _owns(reading, inside[-1].last - 1):
        return None
    if len(named) == 1:
        return named[0]
    first, last = speech.speaker
    word = reading.tokens[first]  # "Petrov said": of a surname alone nothing else tells that it is one
    alone = last == first + 1 and word.capital and not word.text.isupper() and inside[0].kind is not NameKind.COUNTRY
    return inside[0] if alone else None


def _another_acts(reading: Reading, speaks: str | None) -> bool:
    """Whether a name that nothing shows to be a person's is a subject beside who speaks: "Brell left, Ruiz said"."""
    return any(
        name.kind is NameKind.OTHER or name.canonical in reading.cast.agents
        for name in reading.names
        if name.canonical != speaks
        and not reading.quoted(name.first)
        and reading.tags[name.last : name.last + 1] in _FINITE
    )


_FINITE = tuple((tag,) for tag in (FINITE, UNSURE, AUXILIARY, MODAL))


def _one_body(reading: Reading, clause: Clause | None) -> tuple[str | None, str | None]:
    """The state or organisation that is a sentence's subject and its only name, with the words that name it."""
    named = {name.canonical for name in reading.names}
    if clause is None or len(named) != 1:
        return None, None
    name = reading.names[0]
    first = name.first - (name.first > 0 and reading.tokens[name.first - 1].low == "the")
    whole = (first, name.last) == clause.subject and not _owns(reading, name.last - 1)
    if not whole or name.kind not in (NameKind.COUNTRY, NameKind.ORGANISATION) or name.demonym:
        return None, None
    words = reading.surface(first, name.last)
    return name.canonical, words[0].upper() + words[1:]


def _owns(reading: Reading, index: int) -> bool:
    """Whether a name is possessive: "Ruiz's visit" leaves no "he" behind."""
    return reading.tokens[index].possessive


def _persons(reading: Reading) -> Iterator[Name]:
    return (name for name in reading.names if name.kind is NameKind.PERSON)


def of_whom(reading: Reading, said: Said) -> Person | None:
    """Whom a sentence is about, where that is one person, or a subject that may speak: "Petrov", "the minister"."""
    if said.person and said.person_name:
        return Person(said.person_name, said.person, True)
    clause = reading.clause(0, len(reading.tokens)) if reading.tokens else None
    if clause is None or clause.subject[0] >= clause.subject[1] or reading.quoted(clause.subject[0]):
        return None
    subject = reading.tokens[clause.subject[0] : clause.subject[1]]
    bare = all(token.capital for token in subject) and not set(reading.tags[slice(*clause.subject)]) - {NOUN}
    if not bare and not any(token.low in SPEAKERS for token in subject):
        return None
    return Person(reading.surface(*clause.subject), actor_of(reading, clause.subject), False)


def find_antecedent(reading: Reading, begin: int, before: Said, sentence: Sentence) -> Antecedent | None:
    """A leading "He" or "She" that stands for the one person of the sentence before."""
    if begin >= len(reading.tokens) or before.person is None or before.person_name is None:
        return None
    token = reading.tokens[begin]
    if token.low not in SINGULAR_PRONOUNS or reading.quoted(begin):
        return None
    return _stands_for(reading, sentence, (begin, begin + 1), before.person_name)


def body_speaks(
    reading: Reading, begin: int, speech: Speech | None, before: Said, sentence: Sentence
) -> Antecedent | None:
    """A leading "It" that says something, and so stands for the one state or organisation of the sentence before."""
    if speech is None or speech.speaker != (begin, begin + 1) or before.body_name is None or reading.quoted(begin):
        return None
    token = reading.tokens[begin]
    if token.low != "it" or speech.kind == "view":
        return None
    return _stands_for(reading, sentence, (begin, begin + 1), before.body_name)


def says(reading: Reading, speech: Speech | None, begin: int, before: Said, sentence: Sentence) -> Antecedent | None:
    """The "he" of "…,” he said" or the "the president" of "…,” the president said", where it stands for one person."""
    if speech is None or speech.speaker is None or speech.speaker[0] == begin:
        return None
    low = reading.tokens[speech.speaker[0]].low
    if (known := meant(reading, speech.speaker, before)) is not None:
        described = low == "the" and reading.gloss is None
        return _stands_for(reading, sentence, speech.speaker, known[0]) if described else None
    if before.person_name is None or low not in SINGULAR_PRONOUNS:
        return None
    return _stands_for(reading, sentence, (speech.speaker[0], speech.speaker[0] + 1), before.person_name)


def as_written(reading: Reading, name: Name) -> str:
    """A name as the capture gives it, with the particle that stands before a family name alone: "de Brell"."""
    first = name.first
    while first > 0 and (reading.tokens[first - 1].text if first > 1 else reading.tokens[0].low) in PARTICLES:
        first -= 1
    return reading.surface(first, name.last)


def _stands_for(reading: Reading, sentence: Sentence, span: tuple[int, int], name: str) -> Antecedent:
    """Words that point at somebody, and for whom they stand."""
    start, end = reading.span(*span)
    return Antecedent(sentence.start + start, sentence.start + end, name)


def with_antecedent(
    actors: tuple[str, ...], antecedent: Antecedent | None, speaker: str | None, before: Said
) -> tuple[str, ...]:
    if antecedent is None:
        return actors
    meant = before.body if speaker is not None and speaker == before.body else before.person
    return tuple(dict.fromkeys((meant, *actors))) if meant else actors


def meant(reading: Reading, span: tuple[int, int], before: Said) -> tuple[str, str | None] | None:
    """Whom "that same source" or "the man" means: who spoke last, or the one person spoken of, name and actor."""
    tokens = reading.tokens[slice(*span)]
    names = reading.names_in(*span)
    if names and _is_surname_of(names[0], span, before.person, reading.cast):
        return reading.cast.shown.get(before.person or "", before.person_name or ""), before.person
    if tokens[0].low not in ("the", "that", "this") or names:
        return None
    if (holder := role_holder(reading, span)) is not None:
        return reading.cast.shown.get(holder, holder), holder
    if tokens[-1].low in _SOMEBODY and len(tokens) == 2 and before.person and before.person_name:
        return before.person_name, before.person
    again = tokens[0].low == "that" or any(token.low == "same" for token in tokens)
    if again and tokens[-1].low in _SOURCES and before.source:
        return before.source, before.source_actor
    return None


def _is_surname_of(name: Name, span: tuple[int, int], person: str | None, cast: Cast) -> bool:
    """Whether a surname that fits several persons stands for the one spoken of last."""
    alone = (name.first, name.last) == span and " " not in name.canonical
    return alone and person is not None and name.canonical not in cast.full and person.endswith(f" {name.canonical}")


_SOMEBODY = frozenset("man woman boy girl teenager".split())
_SOURCES = frozenset("source official person spokesman spokeswoman spokesperson diplomat lawyer witness".split())


SINGULAR_PRONOUNS = frozenset("he she".split())
