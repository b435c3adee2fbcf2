"""Questions on what a clause says: "it sent shells" -> "Did Norland send shells?"."""

from __future__ import annotations

import re

from generator.disagree.reading import Reading, said_at
from generator.disagree.wording import capitalise, clip, did, lower_first, possessive, which_is_right
from generator.language.names import find_names
from generator.language.scan import read_tokens
from generator.language.tagger import FINITE_TAGS, Tag
from generator.language.verbs import Form, lookup


def ask_of_part(reading: Reading, start: int, end: int, asking: str, what: str) -> str:
    """A question for ``reading.text[start:end]``, ``asking`` being what it asks for: "how many boats", and ``what`` the
    word for that: "number".

    "Twelve boats were lost, the union said" -> "How many boats were lost?"; "The yard lost twelve boats in May" -> "How
    many boats did the yard lose in May?"; any other passage is shown with a gap.
    """
    if reading.foreign:
        return which_is_right(what, reading.printed, *reading.passage.behind(start, end))
    verbs = _verbs(reading.text)
    first, last = statement_at(reading, start, end)
    lead, rest = reading.text[first:start].strip(_MARKS), CLAUSE_END.split(reading.text[end:last])[0]
    before, behind = (any(a <= at < b for at in verbs) for a, b in ((first, start), (end, end + len(rest))))
    rest, asked = rest.strip(_MARKS), None
    if not lead and behind:
        asked = f"{capitalise(clip(f'{asking} {rest}'))}?"
    elif before and not behind and not _goes_on(rest) and not CLAUSE_END.search(f"{lead} "):
        asked = _of_object(lead.split(), rest, asking)
    return asked or which_is_right(what, reading.text[first:last], start - first, end - first)


def statement_at(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Where what is said stands, if it is a statement and holds ``reading.text[start:end]``; else the whole passage."""
    first, last = said_at(reading)
    holds = first <= start and end <= last
    states = first == 0 < start or any(first <= at < last for at in _verbs(reading.text))
    return (first, last) if holds and states else (0, len(reading.printed))


def _verbs(text: str) -> list[int]:
    """Where the finite verbs of a text begin."""
    return [token.start for token in read_tokens(text) if token.tag in FINITE_TAGS]


_MARKS = ' .!?“”"'


def ask_of_day(reading: Reading, start: int, end: int) -> str:
    """A question for the day that stands at ``reading.text[start:end]``."""
    led = reading.text[:start].lower().split()[-1:]
    return ask_of_part(reading, start, end, "which day" if led and led[0] in _PREPOSITIONS else "on which day", "day")


def _of_object(lead: list[str], rest: str, asking: str) -> str | None:
    """A question for what stood between ``lead``, the words with the verb, and ``rest``; a preposition goes with it."""
    before = [lead.pop()] if lead[-1].lower() in _PREPOSITIONS else []
    clause = " ".join((*lead, rest))
    asked = ask_whether(clause, "", said_by_denier=False) or ask_of_act(clause, "", said_by_denier=False)
    return asked and capitalise(" ".join((*before, asking, asked[:1].lower() + asked[1:])))


CLAUSE_END = re.compile(r"[,;:“”\"]| (?:and|but|while|which|who|that|because|after|before|when|where|if|how|as) ")


def _goes_on(rest: str) -> bool:
    """Whether what stands behind a part belongs to it: "of American goods", "worth of"."""
    first = next(iter(read_tokens(rest)), None)
    return first is not None and (first.low == "of" or first.tag in _OF_NOUNS)


_OF_NOUNS = frozenset((Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.GERUND, Tag.PARTICIPLE, Tag.NUMBER))


def ask_of_act(clause: str, denier: str, said_by_denier: bool) -> str | None:
    """A question on an act, None where the clause does not lend itself to one.

    "North Korea has transferred munitions" -> "Did North Korea transfer munitions?"; "helping the rebels" -> "Did the
    denier help the rebels?". In a denial's own clause "he" is who denies.
    """
    words = clause.split()
    if not words or any(mark in clause for mark in '"“”'):
        return None
    if words[0].lower() == "being":
        return clip(f"Was {denier} {' '.join(words[1:])}") + "?" if said_by_denier else None
    if denier in clause and words[0].lower().endswith("ing"):
        return None  # "alleged having affairs with him": somebody else is its subject
    if words[0].lower() == "having":
        act = lookup(words[1].lower()) if len(words) > 1 and _is_participle(words[1]) else None
        return did(denier, act.lemma, " ".join(words[2:])) if act else did(denier, "have", " ".join(words[1:]))
    first = lookup(words[0].lower())
    if first and first.form is Form.GERUND and first.lemma != "be":
        return did(denier, first.lemma, " ".join(words[1:]))
    names = [name for name in find_names(clause, mid_sentence=True) if not name.modifier]
    if words[0].lower() in PRONOUNS:
        subject, words = denier if said_by_denier else "", words[1:]
    elif (at := _plain_past(words)) is not None:
        subject, words = lower_first(_owned(words[:at], denier, said_by_denier)), words[at:]
    elif names and names[0].start <= len("the "):
        subject, words = clause[: names[0].end], clause[names[0].end :].split()
    else:
        return None
    while len(words) > 1 and (words[0] in _ADVERBS or (words[0] in _HAVE and _is_participle(words[1]))):
        words = words[1:]
    verb = lookup(words[0].lower()) if words else None
    if not subject or verb is None or verb.form not in (Form.PAST, Form.PARTICIPLE, Form.EITHER):
        return None
    return did(subject, verb.lemma, " ".join(words[1:]))


def _plain_past(words: list[str]) -> int | None:
    """Index of the past tense that is a clause's first verb, after its subject: "Tarnish soldiers opened fire"."""
    if words[0].lower() in _PREPOSITIONS:
        return None
    for i, word in enumerate(words[:_LONGEST_SUBJECT]):
        if word.lower() in _AUXILIARIES | _OPENERS or word.endswith((",", ":", ";")):
            return None
        form = lookup(word.lower())
        if i and form is not None and form.form in (Form.PAST, Form.EITHER):
            return i
    return None


_PREPOSITIONS = frozenset("in on at during with by from for of to under over according".split())
_LONGEST_SUBJECT = 7  # words, its verb among them


def _owned(subject: list[str], denier: str, said_by_denier: bool) -> str:
    """A subject with "its" made plain in a denial's own clause."""
    if said_by_denier and subject[0].lower() in _THEIRS:
        return f"{possessive(denier)} {' '.join(subject[1:])}"
    return " ".join(subject)


def _is_participle(word: str) -> bool:
    form = lookup(word.lower())
    return word in _ADVERBS or (form is not None and form.form in (Form.EITHER, Form.PARTICIPLE))


PRONOUNS = frozenset(("he", "she", "it", "they"))
_HAVE = frozenset(("has", "have", "had"))
_ADVERBS = frozenset("also already recently secretly ever".split())


def ask_whether(clause: str, denier: str, said_by_denier: bool) -> str | None:
    """A question on any clause with an auxiliary verb: "repairs had been put off" -> "Had repairs been put off?".

    None where its auxiliary is negated, stands in a clause of its own ("the man who was ..."), or is missing. In a
    denial's own clause "it" is who denies, and "its" theirs.
    """
    words = clause.rstrip(".!? ").split()
    at = next((i for i, word in enumerate(words) if word.lower() in _AUXILIARIES), 0)
    before = [word.lower() for word in words[:at]]
    if not before or not (_OPENERS | _OWN).isdisjoint(before) or words[at + 1 : at + 2] in ([], ["not"], ["never"]):
        return None
    if _verbs(" ".join(words[:at])):
        return None  # "the council said it would": a clause within another
    if any(mark in clause for mark in '"“”') or any(word.endswith((",", ":", ";")) for word in before):
        return None
    subject = " ".join(words[:at])
    if before[0] in PRONOUNS | _THEIRS:
        if not said_by_denier:
            return None
        subject = denier if before[0] in PRONOUNS else f"{possessive(denier)} {' '.join(words[1:at])}"
    return clip(f"{words[at].capitalize()} {lower_first(subject)} {' '.join(words[at + 1 :])}") + "?"


_AUXILIARIES = frozenset("was were is are had has have will would did does can could should".split())
_OPENERS = frozenset("who which that whose where when while if after before because there what".split())
_OWN = frozenset("i we my our you your".split())
_THEIRS = frozenset("his her its their".split())
