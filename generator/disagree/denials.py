"""A claim against its denial: "The White House says that ..." against "North Korea denies these allegations"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.comparison.names import same_name
from generator.disagree.asking import PRONOUNS, ask_of_act, ask_whether
from generator.disagree.reading import Answer, Bench, Finding, Reading, ordered
from generator.disagree.wording import capitalise, is_it_true, joined, lower_the, quoted
from generator.language.calendar import CALENDAR
from generator.language.kin import sense, senses
from generator.language.names import find_names
from generator.language.polarity import is_negator, negated, refutations
from generator.language.reporting import SAID_THINGS, SPEAKERS, may_speak
from generator.language.roles import body_of
from generator.language.stems import Word, read_words, stems
from generator.language.verbs import Form, lookup
from generator.model import DisagreementKind, Kind, Passage

_EMPTY = frozenset("be have do make take get go come tell".split())  # verbs that carry no act of their own
_DENYING = frozenset("deny reject dismiss dispute refute rebut".split())
_ACCUSATIONS = stems("allegation accusation claim charge report suggestion assertion account version rumour rumor")
_CHARGES = stems("allegation accusation charge")
_PROPOSALS = stems(
    "request offer step proposal plan bid motion appeal demand bill deal invitation call idea application"
)
_ALLEGING = frozenset("claim allege accuse assert charge contend".split())
_NOT_ALLEGING = frozenset("a an the any his her its their might may could would".split())
_REACH = 4  # passages back in which "these allegations" may have been made
_SUBJECT_REACH = 3  # words between who denies and "denies"
_OBJECT_REACH = 3  # words between "denies" and "allegations"
_CLAUSE_REACH = 7  # words between "denies" and "that" in "denies claims by his rival that"
_REBUTTAL_REACH = 4  # words from "allegations" to "baseless"
_DESCRIBING = frozenset("the his her its their".split())
_POINTING = frozenset("the these those this that such all".split())
# Verbs of handing over: one act in a claim and its retelling.
_SENDING = stems("deliver transfer send supply ship provide give hand export donate")
# A claim that somebody makes, whoever it speaks of, is what is denied where it shares so much of what a denial says.
_LEAST_SPOKEN = 2  # senses of words
_LEAST_SPOKEN_SHARE = 0.6
_LEAST_ALLEGED_SHARE = 0.5  # where it is an allegation
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
    """What is alleged: the actors in its clause, the stems and senses of its other content words, and the sense of its
    first verb that says what was done, with that of the one which it leads to ("tried to hack")."""

    actors: frozenset[str]
    matter: frozenset[str]
    senses: frozenset[str]
    acts: frozenset[str]


def denied_claims(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Claims that somebody denies, each with those who make it, in whatever text, and those who deny it."""
    taken: set[str] = set()
    matters: dict[str, frozenset[str]] = {}
    all_read = [denial for reading in readings if (denial := _read_denial(reading))]
    read = bench.few(all_read, lambda denial: denial.reading, "denials")
    affirming = [r for r in readings if _affirms(r)]
    denials = [(denial, claim) for denial in read if (claim := _denied(denial, readings, affirming))]
    for denial, claim in denials:
        if claim.passage.id in taken or denial.reading.passage.id in taken:
            continue
        proposition = _proposition(denial.clause or _clause_of(claim), denial.denier)
        if not proposition.matter.isdisjoint(matters.get(denial.denier, frozenset())):
            continue
        matters[denial.denier] = matters.get(denial.denier, frozenset()) | proposition.matter
        making = [r for r in affirming if r is not claim and _makes(r, proposition, denial)]
        making = sorted([claim, *making], key=lambda reading: reading.order)
        denying = [other for other, denied in denials if denied in making]
        taken.update(reading.passage.id for reading in making)
        taken.update(other.reading.passage.id for other in denying)
        yield _finding(denial, proposition, making, denying)


def _affirms(reading: Reading) -> bool:
    """Whether a passage neither negates, denies nor supposes anything, nor calls it untrue: "allegedly false reports
    accusing him"."""
    if any(word.folded == "if" for word in reading.words[:1]) or any(map(is_negator, reading.words)):
        return False
    return _UNTRUE.isdisjoint(word.folded for word in reading.words) and not _verb(reading, _DENYING)


_UNTRUE = frozenset("false falsely defamed defamatory untrue baseless".split())


def _read_denial(reading: Reading) -> _Denial | None:
    """The denial that a passage reports, where it names who denies, and what or that it points back."""
    for i, word in enumerate(reading.words):
        form = lookup(word.folded)
        if form is None or form.lemma not in _DENYING or form.form is Form.BASE or negated(reading.words, i):
            continue
        after = reading.words[i + 1 : i + 2 + _CLAUSE_REACH]
        if _points_back(reading, i):
            denying = _who_denies(reading, i, form.lemma)
            return _Denial(reading, *denying, None) if denying else None
        near = after[: 1 + _OBJECT_REACH]
        about = next((w for w in near if w.stem in _ACCUSATIONS and w.clause == word.clause), None)
        clause = _denied_clause(after, about, reading.text, form.lemma)
        if clause == "" or (clause is None and after and after[0].folded in ("a", "an")):
            continue  # neither what it denies can be held against a claim, nor does it point back to one
        denying = _who_denies(reading, i, form.lemma) if clause or about else None
        if denying:
            return _Denial(reading, *denying, clause)
    return _read_rebuttal(reading)


def _points_back(reading: Reading, i: int) -> bool:
    """ "rejected that, saying ...", "rejected the comparison, saying ...": what is denied is the statement before."""
    after = reading.words[i + 1 : i + 4]
    if not after or after[0].folded not in _POINTING or not _ends_at(after, 1 + _names_a_thing(after)):
        return False
    if len(after) > 1 and after[1].stem in _PROPOSALS:
        return False  # what is asked for is no claim
    return _names_a_thing(after) or (after[0].folded in ("that", "this") and reading.passage.kind is Kind.DENIAL)


def _names_a_thing(after: Sequence[Word]) -> bool:
    """Whether a noun follows that is no name, nor one for an accusation, which may lie further back."""
    if len(after) < 2 or after[1].clause != after[0].clause or after[1].stem in _ACCUSATIONS:
        return False
    return after[1].is_content and not after[1].capital


def _ends_at(after: Sequence[Word], last: int) -> bool:
    return len(after) <= last or after[last].clause != after[last - 1].clause


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


def _denied_clause(after: Sequence[Word], about: Word | None, text: str, lemma: str) -> str | None:
    """What a denial says is not so: "denied that ...", "denies claims it ...", "denied helping ..."; None for "rejected
    that view" and "rejected buying", "" for what is denied not to be so, or in a clause that is not read."""
    clause = None
    for word in after:
        if word is not after[0] and not (about and (about.end + 1 == word.start or about.start < word.start)):
            continue
        if word.folded == "that":
            clause = _first_clause(text[word.end :].lstrip())
            break
        if about and about.end + 1 == word.start and word.folded in PRONOUNS:
            clause = _first_clause(text[word.start :])
            break
    form = lookup(after[0].folded) if after else None
    if form and form.form is Form.GERUND and about is None and lemma == "deny":
        clause = _first_clause(text[after[0].start :])
    if clause is not None and any(map(is_negator, read_words(clause))):
        return ""
    if clause is None or _has_verb(clause):
        return clause
    return "" if about is not None and about.folded not in clause else None  # "suggestions that it would"


def _has_verb(clause: str) -> bool:
    forms = (lookup(word.folded) for word in read_words(clause))
    return any(form is not None and form.form is not Form.BASE for form in forms)


def _who_denies(reading: Reading, i: int, lemma: str) -> tuple[str, str] | None:
    """The actor who denies, canonical and as the passage shows it: its speaker, or the name right before the verb."""
    passage = reading.passage
    if passage.reporting == lemma and passage.speaker:
        return passage.speaker_actor or passage.speaker.lower(), _short_name(passage.speaker)
    names = [name for name in find_names(reading.text[: reading.words[i].start]) if not name.modifier]
    if names and names[-1].end > reading.words[max(0, i - _SUBJECT_REACH)].start:
        return names[-1].canonical, names[-1].surface
    if passage.antecedent and i <= _SUBJECT_REACH:
        return passage.antecedent.name, passage.antecedent.name
    if passage.subject and passage.verb == lemma:
        return passage.subject, _short_name(passage.subject)
    if 0 < i <= _SUBJECT_REACH and reading.words[0].folded in _DESCRIBING:
        described = reading.text[reading.words[0].start : reading.words[i - 1].end]
        return described.lower(), described
    return None


def _denied(denial: _Denial, readings: Sequence[Reading], affirming: Sequence[Reading]) -> Reading | None:
    """The claim that a denial is about: the one it points back to, or one of those that affirm something and say what
    it denies."""
    if denial.clause is None:
        before = readings[max(0, denial.reading.order - _REACH) : denial.reading.order]
        said = [r for r in reversed(before) if r.group == denial.reading.group]
        whose = _whose_claim(denial.reading)
        said = [r for r in said if whose is None or _says_it(r, whose)]
        just_said = said[0] if said and _is_claim(said[0], denial) and _may_be_meant(said[0], denial) else None
        if just_said and _rejects(denial.reading):
            return just_said
        return next((r for r in said if _alleges(r, denial)), just_said)
    proposition = _proposition(denial.clause, denial.denier)
    if len(proposition.matter) < _LEAST_MATTER:
        return None
    told = next((r for r in affirming if _retells(r, proposition, denial)), None)
    return told or next((r for r in affirming if _says(r, proposition, denial)), None)


def _may_be_meant(claim: Reading, denial: _Denial) -> bool:
    """Whether what was just said may be what a denial points at: accusations at what speaks of who denies, the affair
    that somebody denies at what speaks of one."""
    words = denial.reading.words
    accused = claim.passage.kind is Kind.ALLEGATION or _speaks_of(claim, denial.denier)
    if not accused and any(word.stem in _CHARGES for word in words):
        return False
    at = next((i for i, word in enumerate(words) if (form := lookup(word.folded)) and form.lemma == "deny"), None)
    named = words[at + 2 : at + 3] if at is not None and _points_back(denial.reading, at) else ()
    return all(word.stem in claim.content for word in named if word.is_content)


def _whose_claim(reading: Reading) -> str | None:
    """Who is said to have made the claim that is denied: "dismissed Veldon's claim", "denied Kell’s claims"."""
    for name in find_names(reading.text, mid_sentence=True):
        if not reading.text.startswith(("'s ", "’s "), name.end):
            continue
        after = [word for word in reading.words if word.start > name.end][:2]
        if any(word.stem in _ACCUSATIONS for word in after):
            return name.canonical
    return None


def _says_it(reading: Reading, name: str) -> bool:
    speaker = reading.passage.speaker_actor
    return speaker is not None and same_name(speaker, name)


def _rejects(reading: Reading) -> bool:
    return any(_points_back(reading, i) for i in range(len(reading.words)))


def _is_claim(reading: Reading, denial: _Denial) -> bool:
    """Whether somebody else than who denies says it, and affirms something."""
    passage = reading.passage
    if passage.kind not in (Kind.STATEMENT, Kind.ALLEGATION) or not _affirms(reading):
        return False
    spoken = passage.speaker is not None or passage.kind is Kind.ALLEGATION
    return spoken and denial.denier not in (passage.speaker_actor, (passage.speaker or "").lower())


def _makes(reading: Reading, proposition: _Proposition, denial: _Denial) -> bool:
    return _retells(reading, proposition, denial) or _says(reading, proposition, denial)


def _says(reading: Reading, proposition: _Proposition, denial: _Denial) -> bool:
    """Whether somebody who affirms something says what is denied: enough of it, in words that may stand for its own."""
    shared = len(proposition.senses & reading.senses)
    share = _LEAST_ALLEGED_SHARE if reading.passage.kind is Kind.ALLEGATION else _LEAST_SPOKEN_SHARE
    enough = shared >= max(_LEAST_SPOKEN, share * len(proposition.senses))
    acts = proposition.acts
    return enough and (not acts or not acts.isdisjoint(reading.senses)) and _is_claim(reading, denial)


def _alleges(reading: Reading, denial: _Denial) -> bool:
    if not _affirms(reading) or not _speaks_of(reading, denial.denier):
        return False
    return _alleging_verb(reading) is not None


def _alleging_verb(reading: Reading) -> Word | None:
    """The verb of alleging; "claims" and "charge" are as often nouns, and count where the passage is an allegation."""
    for i, word in enumerate(reading.words):
        form = lookup(word.folded)
        if reading.words[i - 1].folded in _NOT_ALLEGING and i:
            continue  # "any alleged hack", "who might accuse him"
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
    verb = _alleging_verb(claim) or _verb_of_saying(claim)
    if verb is None:
        return _first_clause(claim.text)
    rest = claim.text[verb.end :].lstrip()
    deed = rest.partition(" of ")[2]
    first = lookup(deed.split()[0].lower()) if deed.split() else None
    if first and first.form is Form.GERUND:
        return _first_clause(deed)
    if deed and verb.folded.startswith(("accus", "charg")):
        return ""  # "accused him of fraud" has no clause
    return _first_clause(rest.removeprefix("that ").lstrip())


def _verb_of_saying(claim: Reading) -> Word | None:
    """The verb by which a passage reports, where what is said follows it."""
    lemma = claim.passage.reporting
    verb = None if lemma is None else _verb(claim, frozenset((lemma,)))
    return verb if verb is not None and _follows(claim, verb) else None


def _follows(claim: Reading, verb: Word) -> bool:
    return sum(word.start > verb.end for word in claim.words) > len(claim.words) / 2


def _first_clause(text: str) -> str:
    """A text up to its first mark that ends a clause; a comma inside a number ends none."""
    words = [word for word in read_words(text) if word.clause == 0]
    saying = (i for i, word in enumerate(words) if word.folded in _SAYING and i and words[i - 1].folded == "and")
    words = words[: next(saying, len(words) + 1) - 1]
    return text[: words[-1].end] if words else text


_SAYING = frozenset("said says saying insisted insists added".split())


def _proposition(clause: str, denier: str) -> _Proposition:
    names = find_names(clause, mid_sentence=True)
    words = [w for w in read_words(clause) if not any(name.start <= w.start < name.end for name in names)]
    matter = frozenset(w.stem for w in words if w.is_content and not w.folded[0].isdigit())
    told = frozenset(one for one in senses(words) if not one[0].isdigit())
    return _Proposition(frozenset(name.canonical for name in names) | {denier}, matter, told, _acts(words))


def _acts(words: Sequence[Word]) -> frozenset[str]:
    verbs = [(i, word) for i, word in enumerate(words) if word.is_content and _is_inflected(word)]
    for i, word in verbs[:1]:
        leads = [words[i + 2]] if len(words) > i + 2 and words[i + 1].folded == "to" else []
        return frozenset(sense(one.stem) for one in (word, *leads))
    return frozenset()


def _is_inflected(word: Word) -> bool:
    form = lookup(word.folded)
    if form is None or form.lemma in _EMPTY:
        return False
    return form.form in (Form.PAST, Form.EITHER, Form.PARTICIPLE, Form.GERUND, Form.THIRD)


def _retells(reading: Reading, proposition: _Proposition, denial: _Denial) -> bool:
    """Whether a passage that affirms something says what is denied: all its actors, and enough of its words or an act
    of the same kind."""
    if not _speaks_of(reading, denial.denier) or not proposition.actors <= set(reading.passage.actors):
        return False
    shared = len((proposition.matter - _SENDING) & reading.content)
    if proposition.matter & _SENDING and reading.content & _SENDING:
        return shared > 0
    return shared >= max(_LEAST_MATTER, _LEAST_RETOLD * len(proposition.matter))


def _finding(
    denial: _Denial, proposition: _Proposition, making: Sequence[Reading], denying: Sequence[_Denial]
) -> Finding:
    speakers = _speakers(making)
    say = "say" if len(speakers) > 1 or any(map(_is_plural, speakers)) else "says"
    said = f"{joined(speakers)} {say} so" if speakers else "It is alleged"
    deniers = list({d.denier: d.shown for d in (denial, *denying)}.values())
    who = joined(deniers)
    denies = "deny" if len(deniers) > 1 or _is_plural(who) else "denies"
    answers = (
        Answer(capitalise(said), tuple(making)),
        Answer(f"{capitalise(who)} {denies} it", (denial.reading, *(d.reading for d in denying))),
    )
    about = "points back to a claim" if denial.clause is None else "says what it denies"
    return Finding(
        DisagreementKind.STANCE,
        _question(denial, making, denying),
        ordered(answers),
        f"claim and denial: the denial by {denial.shown} {about} ({', '.join(sorted(proposition.matter))})",
    )


def _question(denial: _Denial, making: Sequence[Reading], denying: Sequence[_Denial]) -> str:
    """A question on what is denied, in the words of a denial where one says it, else in those of the claims."""
    if denial.reading.foreign:
        return is_it_true(making[0].printed, foreign=True)
    denied = [(d.clause, lower_the(d.shown)) for d in (denial, *denying) if d.clause]
    alleged = sorted(map(_clause_of, making), key=lambda clause: (len(clause), clause))
    for ask in (ask_of_act, ask_whether):
        for clause, shown in denied:
            if question := ask(clause, shown, said_by_denier=True):
                return question
        for clause in alleged:
            if question := ask(clause, lower_the(denial.shown), said_by_denier=False):
                return question
    who = lower_the(denial.shown)
    described = who.split(" ", 1)[0] in _DESCRIBING  # "the governor", who may stand in the claims under his name
    accused = described or any(denial.denier in claim.passage.actors for claim in making)
    told = quoted(next((clause for clause in alleged if _has_verb(clause)), making[0].text))
    return f"Is what is {'alleged of' if accused else 'denied by'} {who} true: {told}?"


def _speakers(making: Sequence[Reading]) -> list[str]:
    """Who makes a claim, each once: "recent reports from the United States" and "U.S." are the United States."""
    shown: dict[str, str] = {}
    for passage in (reading.passage for reading in making):
        if passage.speaker and _says_who(passage):
            name = _short_name(passage.speaker)
            bare = name[4:] if name.lower().startswith("the ") else name
            article = "the " if f"the {bare}".lower() in passage.speaker.lower() else ""
            key = bare.lower().replace("’", "'")
            if not any(key in known or known in key for known in shown):
                shown[key] = article + bare
    return list(shown.values())[:_MOST_NAMED]


def _says_who(passage: Passage) -> bool:
    if passage.gloss is not None:
        return passage.speaker_actor is not None or (passage.voice or "").lower().startswith("the ")
    first = (passage.speaker or "").lower().split(" ", 1)[0]
    return first not in PRONOUNS and first not in CALENDAR


_MOST_NAMED = 3  # who say so: a line names no more


def _is_plural(who: str) -> bool:
    """Whether a description is of several: "Democrats in the state", "two officials", "Vell and Dahl"; not "the
    union of river workers"."""
    words = _WITH_MORE.split(who.removeprefix("the ").removeprefix("The "))[0].split()
    first, head = words[0].lower(), words[-1].lower() if may_speak(words[-1].lower()) else words[-1]
    several = first in _SEVERAL or head.lower() in _SEVERAL or ("and" in words and head.lower() not in SPEAKERS)
    ends = head.endswith("s") and not head.endswith("ss")
    return several or (ends and (head.islower() or body_of(head) not in (None, head, who)))


_WITH_MORE = re.compile(r",| (?:of|in|at|from|for|with|on|who|involved|close) ")
_SEVERAL = frozenset("police people men women two three four several some many".split())


def _short_name(speaker: str) -> str:
    """A speaker's description where it is short, else the name that ends it, or what stands before its details; an
    abbreviated state under its full name, and who issued a report in its place."""
    names = [name for name in find_names(speaker, mid_sentence=True) if not name.modifier]
    if not names:
        return speaker
    surface = names[-1].surface
    if surface.isupper() or "." in surface:
        return names[-1].canonical
    words = speaker.split()
    if len(words) <= _SHORT_NAME or all(word[0].isupper() or word in ("and", "of") for word in words):
        return speaker
    before, *details = _DETAILS.split(speaker)
    issued = any(word in SAID_THINGS for word in before.lower().split())
    entitled = not details and speaker.endswith(surface) and not _FOR.search(speaker)
    return surface if issued or entitled else before


_FOR = re.compile(r" (?:for|of) ")
_DETAILS = re.compile(r",? (?:including|with|in|at|from|who|which|involved|close|on) |, ")
_SHORT_NAME = 4  # words of a description that is shown as it stands: "the Biden campaign"
