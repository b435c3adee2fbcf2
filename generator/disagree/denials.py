"""A claim against its denial: "The White House says that ..." against "North Korea denies these allegations"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.disagree.reading import Answer, Finding, Reading, ordered
from generator.disagree.wording import capitalise, did, joined
from generator.language.names import find_names
from generator.language.polarity import is_negator, refutations
from generator.language.roles import body_of
from generator.language.stems import Word, read_words, stem
from generator.language.verbs import Form, lookup
from generator.model import DisagreementKind, Kind

_DENYING = frozenset("deny reject dismiss dispute refute rebut".split())
_ACCUSATIONS = frozenset(map(stem, "allegation accusation claim charge report suggestion assertion".split()))
_ALLEGING = frozenset("claim allege accuse assert charge contend".split())
_REACH = 4  # passages back in which "these allegations" may have been made
_SUBJECT_REACH = 3  # words between who denies and "denies"
_OBJECT_REACH = 3  # words between "denies" and "allegations"
_REBUTTAL_REACH = 4  # words from "allegations" to "baseless"
_POINTING = frozenset("the these those this that such all".split())
# Verbs of handing over: one act in a claim and its retelling.
_SENDING = frozenset(map(stem, "deliver transfer send supply ship provide give hand export donate".split()))
_LEAST_MATTER = 2  # words, besides the actors, that a passage shares with what it is said to retell
_LEAST_RETOLD = 0.6  # share of the words of what is denied that a retelling repeats


@dataclass(frozen=True, slots=True)
class _Denial:
    """Who denies, and what: ``clause`` where the denial says so itself, else None ("these allegations")."""

    reading: Reading
    denier: str
    shown: str
    clause: str | None


@dataclass(frozen=True, slots=True)
class _Proposition:
    """What is alleged: the actors in its clause, and the stems of its other content words."""

    actors: frozenset[str]
    matter: frozenset[str]


def denied_claims(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Claims that somebody denies, each with those who make it, in whatever text, and those who deny it."""
    taken: set[str] = set()
    matters: dict[str, frozenset[str]] = {}
    denials = [denial for reading in readings if (denial := _read_denial(reading))]
    for denial in denials:
        claim = _denied(denial, readings)
        if claim is None or claim.passage.id in taken:
            continue
        proposition = _proposition(denial.clause or _clause_of(claim), denial.denier)
        if not proposition.matter.isdisjoint(matters.get(denial.denier, frozenset())):
            continue
        matters[denial.denier] = matters.get(denial.denier, frozenset()) | proposition.matter
        making = [reading for reading in readings if reading is claim or _retells(reading, proposition, denial)]
        denying = [d.reading for d in denials if d.denier == denial.denier and _denied(d, readings) in making]
        taken.update(reading.passage.id for reading in making)
        yield _finding(denial, proposition, making, denying)


def _read_denial(reading: Reading) -> _Denial | None:
    """The denial that a passage reports, where it names who denies, and what or that it points back."""
    for i, word in enumerate(reading.words):
        form = lookup(word.folded)
        if form is None or form.lemma not in _DENYING or form.form is Form.BASE:
            continue
        after = reading.words[i + 1 : i + 2 + _OBJECT_REACH]
        about = next((w for w in after if w.stem in _ACCUSATIONS and w.clause == word.clause), None)
        clause = _denied_clause(reading, after, about)
        denying = _who_denies(reading, i, form.lemma) if clause or about else None
        if denying:
            return _Denial(reading, *denying, clause)
    return _read_rebuttal(reading)


def _read_rebuttal(reading: Reading) -> _Denial | None:
    """A denial in other words: "called the allegations baseless", "said that the claims were untrue"."""
    cues = refutations(reading.words)
    accused = next((i for i, word in enumerate(reading.words) if word.stem in _ACCUSATIONS), None)
    if not cues or accused is None or not 0 < cues[0].at - accused <= _REBUTTAL_REACH:
        return None
    names = [name for name in find_names(reading.text[: reading.words[accused].start]) if not name.modifier]
    if reading.words[accused - 1].folded not in _POINTING or not names:
        return None
    return _Denial(reading, names[0].canonical, names[0].surface, None)


def _denied_clause(reading: Reading, after: Sequence[Word], about: Word | None) -> str | None:
    """What a denial says is not so: "denied that ...", "denies claims it ...", "denied helping ..."."""
    for word in after:
        if word is not after[0] and not (about and about.end + 1 == word.start):
            continue
        if word.folded == "that":
            return _first_clause(reading.text[word.end :].lstrip())
        if about and word.folded in _PRONOUNS:
            return _first_clause(reading.text[word.start :])
    form = lookup(after[0].folded) if after else None
    if form and form.form is Form.GERUND and about is None:
        return _first_clause(reading.text[after[0].start :])
    return None


def _who_denies(reading: Reading, i: int, lemma: str) -> tuple[str, str] | None:
    """The actor who denies, canonical and as the passage shows it: its speaker, or the name right before the verb."""
    passage = reading.passage
    if passage.reporting == lemma and passage.speaker and passage.speaker_actor:
        return passage.speaker_actor, _short_name(passage.speaker)
    names = [name for name in find_names(reading.text[: reading.words[i].start]) if not name.modifier]
    if names and names[-1].end > reading.words[max(0, i - _SUBJECT_REACH)].start:
        return names[-1].canonical, names[-1].surface
    if passage.antecedent and i <= _SUBJECT_REACH:
        return passage.antecedent.name, passage.antecedent.name
    return None


def _denied(denial: _Denial, readings: Sequence[Reading]) -> Reading | None:
    """The claim that a denial is about: the one it points back to, or one that says what it denies."""
    if denial.clause is None:
        before = readings[max(0, denial.reading.order - _REACH) : denial.reading.order]
        return next((r for r in reversed(before) if r.group == denial.reading.group and _alleges(r, denial)), None)
    proposition = _proposition(denial.clause, denial.denier)
    if len(proposition.matter) < _LEAST_MATTER:
        return None
    return next((r for r in readings if _retells(r, proposition, denial)), None)


def _alleges(reading: Reading, denial: _Denial) -> bool:
    if any(is_negator(word) for word in reading.words) or not _speaks_of(reading, denial.denier):
        return False
    return _alleging_verb(reading) is not None


def _alleging_verb(reading: Reading) -> Word | None:
    """The verb of alleging; "claims" and "charge" are as often nouns, and count where the passage is an allegation."""
    for word in reading.words:
        form = lookup(word.folded)
        surely = form is not None and (
            form.form not in (Form.BASE, Form.THIRD) or reading.passage.kind is Kind.ALLEGATION
        )
        if form and form.lemma in _ALLEGING and surely:
            return word
    return None


def _speaks_of(reading: Reading, denier: str) -> bool:
    """Whether a passage speaks of who denies, and is not their own word."""
    return denier in reading.passage.actors and reading.passage.speaker_actor != denier


def _verb(reading: Reading, lemmas: frozenset[str]) -> Word | None:
    return next((w for w in reading.words if (form := lookup(w.folded)) and form.lemma in lemmas), None)


def _clause_of(claim: Reading) -> str:
    """What a passage alleges: the words after its verb of alleging, else its first clause."""
    verb = _alleging_verb(claim)
    if verb is None:
        return _first_clause(claim.text)
    rest = claim.text[verb.end :].lstrip()
    deed = rest.partition(" of ")[2]
    first = lookup(deed.split()[0].lower()) if deed.split() else None
    if first and first.form is Form.GERUND:
        return _first_clause(deed)
    return _first_clause(rest.removeprefix("that ").lstrip())


def _first_clause(text: str) -> str:
    """A text up to its first mark that ends a clause; a comma inside a number ends none."""
    words = [word for word in read_words(text) if word.clause == 0]
    return text[: words[-1].end] if words else text


def _proposition(clause: str, denier: str) -> _Proposition:
    names = find_names(clause, mid_sentence=True)
    words = [w for w in read_words(clause) if not any(name.start <= w.start < name.end for name in names)]
    matter = frozenset(w.stem for w in words if w.is_content and not w.folded[0].isdigit())
    return _Proposition(frozenset(name.canonical for name in names) | {denier}, matter)


def _retells(reading: Reading, proposition: _Proposition, denial: _Denial) -> bool:
    """Whether a passage says what is denied: all its actors, and enough of its words or an act of the same kind."""
    if not _speaks_of(reading, denial.denier) or not proposition.actors <= set(reading.passage.actors):
        return False
    if any(is_negator(word) for word in reading.words) or _verb(reading, _DENYING):
        return False
    shared = len((proposition.matter - _SENDING) & reading.content)
    if proposition.matter & _SENDING and reading.content & _SENDING:
        return shared > 0
    return shared >= max(_LEAST_MATTER, _LEAST_RETOLD * len(proposition.matter))


def _finding(
    denial: _Denial, proposition: _Proposition, making: Sequence[Reading], denying: Sequence[Reading]
) -> Finding:
    speakers = _speakers(making)
    say = "say" if len(speakers) > 1 or any(map(_is_plural, speakers)) else "says"
    said = f"{joined(speakers)} {say} so" if speakers else "It is alleged"
    denies = "deny" if _is_plural(denial.shown) else "denies"
    told = (
        [denial.clause] if denial.clause else sorted(map(_clause_of, making), key=lambda clause: (len(clause), clause))
    )
    shown = f"the {denial.shown[4:]}" if denial.shown.startswith("The ") else denial.shown
    question = next(
        (q for clause in told if (q := _question(clause, shown, said_by_denier=denial.clause is not None))), None
    )
    answers = (
        Answer(capitalise(said), tuple(making)),
        Answer(f"{capitalise(denial.shown)} {denies} it", (denial.reading, *denying)),
    )
    about = "points back to a claim" if denial.clause is None else "says what it denies"
    return Finding(
        DisagreementKind.STATUS,
        question or f"Is what is alleged of {shown} true?",
        ordered(answers),
        f"claim and denial: the denial by {denial.shown} {about} ({', '.join(sorted(proposition.matter))})",
    )


def _speakers(making: Sequence[Reading]) -> list[str]:
    """Who makes a claim, each once: "recent reports from the United States" and "U.S." are the United States."""
    shown: dict[str, str] = {}
    for passage in (reading.passage for reading in making):
        if passage.speaker and (passage.speaker_actor or passage.speaker.lower().startswith("the ")):
            name = _short_name(passage.speaker)
            bare = name[4:] if name.lower().startswith("the ") else name
            article = "the " if f"the {bare}".lower() in passage.speaker.lower() else ""
            shown.setdefault(bare.lower(), article + bare)
    return list(shown.values())


def _is_plural(who: str) -> bool:
    """Whether a description is of several: "Democrats in the state", "two officials", "Vell and Dahl"."""
    words = who.removeprefix("the ").removeprefix("The ").split()
    ends = [word for word in (words[0], words[-1]) if word.endswith("s") and not word.endswith("ss")]
    return " and " in who or any(word.islower() or body_of(word) not in (None, word, who) for word in ends)


def _short_name(speaker: str) -> str:
    """A speaker's description where it is short, else the name in it; an abbreviated state under its full name."""
    names = [name for name in find_names(speaker, mid_sentence=True) if not name.modifier]
    if not names:
        return speaker
    surface = names[-1].surface
    if surface.isupper() or "." in surface:
        return names[-1].canonical
    return speaker if len(speaker.split()) <= _SHORT_NAME else surface


_SHORT_NAME = 4  # words of a description that is shown as it stands: "the Biden campaign"


def _question(clause: str, denier: str, said_by_denier: bool) -> str | None:
    """A question on what is denied, None where the clause does not lend itself to one.

    "North Korea has transferred munitions" -> "Did North Korea transfer munitions?"; "helping the rebels" -> "Did the
    denier help the rebels?". In a denial's own clause "he" is who denies.
    """
    words = clause.split()
    if not words or any(mark in clause for mark in '"“”'):
        return None
    first = lookup(words[0].lower())
    if first and first.form is Form.GERUND and first.lemma not in ("be", "have"):
        return did(denier, first.lemma, " ".join(words[1:]))
    names = [name for name in find_names(clause, mid_sentence=True) if not name.modifier]
    if said_by_denier and words[0].lower() in _PRONOUNS:
        subject, words = denier, words[1:]
    elif names and names[0].start <= len("the "):
        subject, words = clause[: names[0].end], clause[names[0].end :].split()
    else:
        return None
    while len(words) > 1 and (words[0] in _ADVERBS or (words[0] in _HAVE and _is_participle(words[1]))):
        words = words[1:]
    verb = lookup(words[0].lower()) if words else None
    if verb is None or verb.form not in (Form.PAST, Form.PARTICIPLE, Form.EITHER):
        return None
    return did(subject, verb.lemma, " ".join(words[1:]))


def _is_participle(word: str) -> bool:
    form = lookup(word.lower())
    return word in _ADVERBS or (form is not None and form.form in (Form.EITHER, Form.PARTICIPLE))


_PRONOUNS = frozenset(("he", "she", "it", "they"))
_HAVE = frozenset(("has", "have", "had"))
_ADVERBS = frozenset("also already recently secretly ever".split())
