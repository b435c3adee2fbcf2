"""How a word stands in its text: affirmed or denied, sure or held back, done or still to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.language.clauses import (
    AND,
    AUXILIARY,
    BARE,
    DETERMINER,
    FINITE,
    MODAL,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    TO,
    Verb,
)
from generator.language.hedges import CAUTION, HEARSAY
from generator.language.polarity import NEGATORS
from generator.language.reporting import ACCUSES
from generator.language.scan import Token


class Standing(NamedTuple):
    """``denied``: under an odd number of negators of its own; ``touched``: a negator stands in its clause, whatever it
    governs. ``uncertain``: "may", "is expected to"; ``hearsay``: "reportedly", "accused of"; ``planned``: "will"."""

    denied: bool = False
    touched: bool = False
    uncertain: bool = False
    hearsay: bool = False
    planned: bool = False

    def with_(self, other: Standing) -> Standing:
        """Both together: two denials cancel, all else adds up."""
        return Standing(
            self.denied != other.denied,
            self.touched or other.touched,
            self.uncertain or other.uncertain,
            self.hearsay or other.hearsay,
            self.planned or other.planned,
        )

    def turned(self) -> Standing:
        """The same of a word that denies what it is made of: "undisclosed"."""
        return self._replace(denied=not self.denied, touched=True)


PLAIN = Standing()
_DENIED = Standing(denied=True, touched=True)
_TOUCHED = Standing(touched=True)
_UNCERTAIN = Standing(uncertain=True)
_HEARSAY = Standing(hearsay=True)
_PLANNED = Standing(planned=True)

# What hangs on one of these is not so: "failed to stop", "denied knowing".
_DENYING = frozenset("refuse fail decline deny forget refrain omit".split())
_PREVENTS = frozenset("avoid prevent stop ban bar forbid".split())
_LESSENING = (
    _DENYING
    | _PREVENTS
    | frozenset(
        """lack skip miss reject dismiss dispute rebut refute cancel abandon drop halt end lose cease quit boycott cut
        sever""".split()
    )
)
_LESSENING_WORDS = frozenset(
    """unable impossible unlikely free lack absence absent missing denial refusal failure hardly barely scarcely rarely
    little few instead rather nowhere false untrue baseless wrong unaware""".split()
)
_NOT_ABLE = frozenset("unable impossible unlikely refusal failure inability reluctant".split())
# What hangs on one of these by "to" has happened; on any other it is still to come.
_DONE = frozenset(
    "manage continue begin start help use come remain see hear cause keep succeed proceed happen prove go".split()
)
_IN_A_ROW = frozenset("first second third last only".split())  # "the first to visit it" has visited it
_NEAR = 4  # words before "to" in which such a word stands
_SEEMS = frozenset("appear seem".split())
_AS_IF = frozenset("to that as like".split())
_PERMITS = frozenset("allow permit authorise authorize entitle let".split())  # "is allowed to take", "may take"
_ACCUSES = ACCUSES | {"claim", "indict"}
_CHARGES = frozenset(
    "suspicion suspicions allegation allegations accusation accusations charge charges rumours".split()
)
_CHARGED = frozenset("accuse suspect charge indict".split())
_TO_CHARGE = 7  # words from "charged" to its "with"
_GUESSES = frozenset("suggest suspect believe think fear assume expect guess estimate hope doubt".split())
_PLANS = frozenset("plan propose consider intend expect threaten promise pledge vow".split())
_INTENDS = _PLANS | frozenset(
    """want hope agree decide aim seek try attempt offer ask order urge tell schedule set prepare vote wish be
    have""".split()
)
_IS_SEEN = frozenset("seen regarded viewed considered perceived".split())
_UNCERTAIN_MODALS = frozenset("may might could".split())
_PLANNED_MODALS = frozenset("will would shall should must ought 'll".split())
_EXPECTED = frozenset("expected likely projected".split())
_SAID = frozenset("said reported alleged".split())
_BELIEVED = frozenset("believed thought understood supposed".split())
_FINITE = (FINITE, AUXILIARY, MODAL)
CONDITIONS = frozenset("if unless whether".split())
_BEFORE_NOUNS: Mapping[str, Standing] = {
    "planned": _PLANNED, "proposed": _PLANNED, "upcoming": _PLANNED, "future": _PLANNED, "expected": _PLANNED,
    "scheduled": _PLANNED, "forthcoming": _PLANNED,
    "possible": _UNCERTAIN, "potential": _UNCERTAIN, "suspected": _UNCERTAIN, "probable": _UNCERTAIN,
    "alleged": _HEARSAY, "purported": _HEARSAY, "supposed": _HEARSAY,
}  # fmt: skip


def of_verb(verb: Verb) -> Standing:
    """What a verb group itself says: its negation, its modal and the word that plans ("is expected to")."""
    found = _DENIED if verb.negated else PLAIN
    if verb.modal in _UNCERTAIN_MODALS:
        found = found.with_(_UNCERTAIN)
    if verb.modal in _PLANNED_MODALS:
        found = found.with_(_PLANNED)
    word = verb.catenative or ""
    if word in _EXPECTED:
        return found.with_(Standing(uncertain=True, planned=True))
    if word in _SAID:
        return found.with_(_HEARSAY)
    if word in _BELIEVED:
        return found.with_(_UNCERTAIN)
    return found.with_(_PLANNED) if verb.planned else found


def hanging(
    tokens: Sequence[Token], tags: Sequence[str], above: Standing, lead: int, lemma: str, first: int, at: int
) -> Standing:
    """How what begins at token ``first`` stands by the verb ``lemma`` at ``lead`` that it hangs on, which itself stands
    as ``above``; ``at`` is where its own verb begins. A plan to say something plans nothing that is said."""
    ruled_out = lemma == "rule" and any(token.low == "out" for token in tokens[lead:first])
    if ruled_out:
        return _UNCERTAIN if above.denied else _DENIED
    found = above._replace(denied=False, touched=above.denied, planned=above.planned and tags[at] not in _FINITE)
    if lemma in _DENYING:
        found = found.with_(_TOUCHED if above.denied else _DENIED)
    if lemma in _PREVENTS:
        found = found.with_(_TOUCHED)
    if any(token.low in _NOT_ABLE for token in tokens[lead:first]):
        found = found.with_(_DENIED)
    if lemma in _ACCUSES:
        found = found.with_(_HEARSAY)
    if lemma in _GUESSES | _SEEMS | _PERMITS:
        found = found.with_(_UNCERTAIN)
    of_a_row = any(token.low in _IN_A_ROW for token in tokens[max(lead, first - _NEAR) : first])
    if tags[at] == TO and not of_a_row and lemma not in _DONE | _SEEMS | _DENYING:
        found = found.with_(_PLANNED)
    return found


def lessens(lemma: str) -> bool:
    """Whether the object of a verb may be gone, missing or refused: "skipped the talks" needs no negator."""
    return lemma in _LESSENING


def intends(lemma: str) -> bool:
    """Whether "to" after a verb tells what is meant to be done, rather than what something is for: "wants to go"."""
    return lemma in _INTENDS


def of_part(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> Standing:
    """What words besides its verb say of a whole part: "reportedly", "likely", "if", "is seen as"."""
    found = PLAIN
    for index in range(first, last):
        low = tokens[index].low
        if low in NEGATORS or low in _LESSENING_WORDS or low.endswith("n't"):
            found = found.with_(_TOUCHED)
        if tokens[index].lemma in _SEEMS and any(token.low in _AS_IF for token in tokens[index + 1 : index + 3]):
            found = found.with_(_UNCERTAIN)
        if tags[index] == FINITE or low in _BEFORE_NOUNS:
            continue
        if low in HEARSAY:
            found = found.with_(_HEARSAY)
        elif (low in CAUTION and low not in _UNCERTAIN_MODALS) or low in CONDITIONS:
            found = found.with_(_UNCERTAIN)
        elif low in _IS_SEEN and any(token.low in ("as", "to") for token in tokens[index + 1 : index + 2]):
            found = found.with_(_HEARSAY)
    return found


def _charged(tokens: Sequence[Token], tags: Sequence[str], index: int) -> Iterator[int]:
    """The nouns of what somebody is only accused of: "on suspicion of fraud", "charged the clerk with fraud"."""
    noun = tokens[index].low in _CHARGES and index + 1 < len(tokens) and tokens[index + 1].low == "of"
    verb = tags[index] in (*_FINITE, BARE, PARTICIPLE) and tokens[index].lemma in _CHARGED
    if not noun and not verb:
        return
    after = range(index + 1, min(len(tokens), index + _TO_CHARGE))
    at = next((i for i in after if tokens[i].low in ("of", "with", "over") and tags[i] == PREPOSITION), len(tokens))
    while at + 1 < len(tokens) and tags[at + 1] in (NOUN, DETERMINER, AND):
        at += 1
        yield at


def of_nouns(tokens: Sequence[Token], tags: Sequence[str]) -> Mapping[int, Standing]:
    """Of the nouns of a sentence those that a word of their own holds back: "planned tariffs", "plans tariffs"."""
    found: dict[int, Standing] = {}
    last = len(tokens)
    for index in range(last):
        shade = _BEFORE_NOUNS.get(tokens[index].low)
        if tags[index] == FINITE:
            shade = _PLANNED if tokens[index].lemma in _PLANS else None
        at = index + 1
        while shade is not None and at < last and tags[at] == NOUN:
            found[at] = shade
            at += 1
        for near in _charged(tokens, tags, index):
            found[near] = _HEARSAY
        back = index - 1 if shade is not None and at == index + 1 else -1
        back -= back > 0 and tokens[back].text == ","
        if back >= 0 and tags[back] == NOUN:  # "the meeting, scheduled for May,"
            found[back] = shade or PLAIN
    return found
