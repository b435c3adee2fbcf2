"""A claim against its denial: "The White House says that ..." against "North Korea denies these allegations"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.disagree.reading import Answer, Finding, Reading, ordered
from generator.disagree.wording import capitalise, did, joined
from generator.language.names import find_names
from generator.language.stems import read_words, stem
from generator.language.verbs import Form, lookup
from generator.model import DisagreementKind

_DENYING = frozenset("deny reject dismiss dispute refute rebut".split())
_ACCUSATIONS = frozenset(map(stem, "allegation accusation claim charge report suggestion assertion".split()))
_ALLEGING = frozenset("claim allege accuse assert charge contend".split())
_REACH = 4  # passages back in which "these allegations" may have been made
_SUBJECT_REACH = 3  # words between who denies and "denies"
_OBJECT_REACH = 3  # words between "denies" and "allegations"
# Verbs of handing over: one act in a claim and its retelling.
_SENDING = frozenset(map(stem, "deliver transfer send supply ship provide give hand export donate".split()))
_LEAST_MATTER = 2  # words, besides the actors, that a passage shares with what it is said to retell
_LEAST_RETOLD = 0.5  # share of the words of what is denied that a retelling repeats


@dataclass(frozen=True, slots=True)
class _Denial:
    """Who denies, and what: ``clause`` where the denial says so itself, else None ("these allegations")."""

    reading: Reading
    denier: str
    shown: str
    clause: str | None


@dataclass(frozen=True, slots=True)
class _Proposition:
    """What is alleged: the words of its clause, the actors in it, and the stems of its other content words."""

    clause: str
    actors: frozenset[str]
    matter: frozenset[str]


def denied_claims(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Claims that somebody denies, each with those who make it, in whatever text, and those who deny it."""
    taken: set[str] = set()
    denials = [denial for reading in readings if (denial := _read_denial(reading))]
    for denial in denials:
        claim = _denied(denial, readings)
        if claim is None or claim.passage.id in taken:
            continue
        proposition = _proposition(denial.clause or _clause_of(claim), denial.denier)
        denying = {d.reading.passage.id for d in denials if d.denier == denial.denier}
        making = [
            r for r in readings if r is claim or (r.passage.id not in denying and _retells(r, proposition, denial))
        ]
        taken.update(r.passage.id for r in making)
        yield _finding(denial, proposition, making)


def _read_denial(reading: Reading) -> _Denial | None:
    """The denial that a passage reports, where it names who denies."""
    for i, word in enumerate(reading.words):
        form = lookup(word.folded)
        if form is None or form.lemma not in _DENYING or form.form is Form.BASE:
            continue
        denying = _who_denies(reading, i, form.lemma)
        if denying is None:
            continue
        denier, shown = denying
        after = reading.words[i + 1 : i + 2 + _OBJECT_REACH]
        said = next((w for w in after if w.folded == "that" or lookup_form(w.folded) is Form.GERUND), None)
        about = next((w for w in after if w.stem in _ACCUSATIONS and w.clause == word.clause), None)
        if said and (about is None or said.start > about.start):
            clause = reading.text[said.end if said.folded == "that" else said.start :]
            return _Denial(reading, denier, shown, _first_clause(clause))
        if about:
            return _Denial(reading, denier, shown, None)
    return None


def _who_denies(reading: Reading, i: int, lemma: str) -> tuple[str, str] | None:
    """The actor who denies, canonical and as the passage shows it: its speaker, or the name right before the verb."""
    passage = reading.passage
    if passage.reporting == lemma and passage.speaker and passage.speaker_actor:
        return passage.speaker_actor, passage.speaker
    names = [name for name in find_names(reading.text[: reading.words[i].start]) if not name.modifier]
    near = reading.words[max(0, i - _SUBJECT_REACH)].start
    if names and names[-1].end > near:
        return names[-1].canonical, names[-1].surface
    if passage.antecedent and i <= _SUBJECT_REACH:
        return passage.antecedent.name, passage.antecedent.name
    return None


def lookup_form(word: str) -> Form | None:
    """The form of a verb, None where the word is none."""
    found = lookup(word)
    return found.form if found else None


def _denied(denial: _Denial, readings: Sequence[Reading]) -> Reading | None:
    """The claim that a denial is about: the one it points back to, or one that says what it denies."""
    if denial.clause is None:
        for reading in reversed(readings[max(0, denial.reading.order - _REACH) : denial.reading.order]):
            if reading.group == denial.reading.group and _alleges(reading) and denial.denier in reading.passage.actors:
                return reading
        return None
    proposition = _proposition(denial.clause, denial.denier)
    if len(proposition.matter) < _LEAST_MATTER:
        return None
    return next((r for r in readings if r is not denial.reading and _retells(r, proposition, denial)), None)


def _alleges(reading: Reading) -> bool:
    return any(form.lemma in _ALLEGING for word in reading.words if (form := lookup(word.folded)))


def _clause_of(claim: Reading) -> str:
    """What a passage alleges: the words after its verb of alleging."""
    for word in claim.words:
        form = lookup(word.folded)
        if form and form.lemma in _ALLEGING:
            rest = claim.text[word.end :].lstrip()
            return _first_clause(rest.removeprefix("that ").lstrip())
    return _first_clause(claim.text)


def _first_clause(text: str) -> str:
    """A text up to its first mark that ends a clause; a comma inside a number ends none."""
    words = read_words(text)
    last = [word for word in words if word.clause == 0]
    return text[: last[-1].end] if last else text


def _proposition(clause: str, denier: str) -> _Proposition:
    names = find_names(clause, mid_sentence=True)
    words = [w for w in read_words(clause) if not any(name.start <= w.start < name.end for name in names)]
    actors = frozenset(name.canonical for name in names) | {denier}
    return _Proposition(clause, actors, frozenset(w.stem for w in words if w.is_content and not w.folded[0].isdigit()))


def _retells(reading: Reading, proposition: _Proposition, denial: _Denial) -> bool:
    """Whether a passage says what is denied: all its actors, and enough of its words, the verb told by any of its kind."""
    if reading.passage.negated or not proposition.actors <= set(reading.passage.actors):
        return False
    if any(form.lemma in _DENYING for word in reading.words if (form := lookup(word.folded))):
        return False
    shared = len((proposition.matter - _SENDING) & reading.content)
    if proposition.matter & _SENDING and reading.content & _SENDING:
        return shared > 0
    return shared >= max(_LEAST_MATTER, _LEAST_RETOLD * len(proposition.matter))


def _finding(denial: _Denial, proposition: _Proposition, making: Sequence[Reading]) -> Finding:
    speakers = _speakers(making)
    said = f"{joined(speakers)} {'say' if len(speakers) > 1 else 'says'} so" if speakers else "It is alleged"
    clauses = sorted({_clause_of(reading) for reading in making}, key=lambda clause: (len(clause), clause))
    question = next((q for clause in clauses if (q := _question(clause, denial.denier))), None)
    answers = (
        Answer(capitalise(said), tuple(making)),
        Answer(f"{capitalise(denial.shown)} denies it", (denial.reading,)),
    )
    about = "points back to a claim" if denial.clause is None else "says what it denies"
    reason = f"claim and denial: the denial by {denial.shown} {about} ({', '.join(sorted(proposition.matter))})"
    return Finding(
        DisagreementKind.STATUS, question or f"Is what {denial.shown} denies true?", ordered(answers), reason
    )


def _speakers(making: Sequence[Reading]) -> list[str]:
    """Who makes a claim, each once: "recent reports from the United States" and "U.S." are the United States."""
    shown: dict[str, str] = {}
    for speaker in (reading.passage.speaker for reading in making if reading.passage.speaker):
        names = [name for name in find_names(speaker, mid_sentence=True) if not name.modifier]
        name = names[-1] if names else None
        is_state = name is not None and (
            name.surface == name.canonical or name.surface.isupper() or "." in name.surface
        )
        surface = name.canonical if name and is_state else name.surface if name else speaker
        shown.setdefault(surface.lower(), f"the {surface}" if _takes_article(surface, speaker) else surface)
    return list(shown.values())


def _takes_article(surface: str, speaker: str) -> bool:
    return f"the {surface}".lower() in speaker.lower()


def _question(clause: str, denier: str) -> str | None:
    """ "North Korea has transferred munitions to Russia" -> "Did North Korea transfer munitions to Russia?" """
    names = find_names(clause, mid_sentence=True)
    if not names or names[0].canonical != denier or names[0].start > len("the "):
        return None
    words = clause[names[0].end :].split()
    while words and words[0] in ("has", "have", "had", "also", "already", "recently", "secretly"):
        words = words[1:]
    return did(clause[: names[0].end], words[0], " ".join(words[1:])) if words else None
