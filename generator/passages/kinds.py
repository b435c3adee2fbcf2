"""What kind of assertion a passage is, with the reason in words."""

from __future__ import annotations

from generator.language.clauses import TO, Clause
from generator.language.hedges import CAUTION, HEARSAY
from generator.model import Kind
from generator.passages.reading import Reading, can_speak
from generator.passages.speech import Speech

# What a writer concludes rather than reports, where the subject is a thing: "the visit signals".
_CONCLUDES = frozenset(
    """signal underscore signify highlight reflect represent mark mean suggest indicate demonstrate underline illustrate
    symbolise symbolize complicate hint imply warrant emphasize emphasise threaten appear seem""".split()
)
_CONCLUDES_NOW = frozenset("present pose serve offer provide hold risk contribute foster bolster undermine".split())
# What a writer says is in somebody's mind.
_INTENDS = frozenset(
    """
    aim seek hope want intend see view desire wish regard consider fear believe strive
    """.split()
)
_STATES = frozenset(
    """be have remain stay continue become include involve contain know own belong depend rely consist exist live
    lack need require possess maintain constitute face border cost keep comprise enjoy tend persist serve lie
    stretch contain represent interest""".split()
)
_VAGUE_AHEAD = frozenset(
    "have be become remain continue persist depend help affect impact shape require need lead play mean stay".split()
)
_EVALUATES = frozenset(
    """crucial significant important critical pivotal noteworthy essential vital unclear uncertain delicate historic
    unlikely likely possible impossible difficult necessary inevitable worrying dangerous risky doubtful indicative
    imperative unprecedented key opportunity sign step challenge""".split()
)
_LASTING = frozenset("long historically traditionally consistently always decades years centuries since".split())


def judge(
    reading: Reading, first: int, last: int, clause: Clause | None, speech: Speech | None, hedges: tuple[str, ...]
) -> tuple[Kind, str]:
    """Kind and reason. The first rule that holds decides; what somebody says comes before what the text says."""
    if speech is not None and speech.kind == "denial":
        return Kind.DENIAL, f"{speech.rule}: “{speech.verb}” denies"
    if speech is not None and speech.kind == "allegation":
        return Kind.ALLEGATION, speech.rule
    hearsay = _hearsay(reading, first, last, clause, hedges)
    if hearsay:
        return Kind.ALLEGATION, f"the text does not vouch for it: “{hearsay}”"
    if speech is not None:
        kind = Kind.ASSESSMENT if speech.kind == "view" else Kind.STATEMENT
        return kind, speech.rule
    if clause is None:
        return Kind.BACKGROUND, "no main verb found"
    return _by_verb(reading, first, last, clause, hedges)


def _hearsay(reading: Reading, first: int, last: int, clause: Clause | None, hedges: tuple[str, ...]) -> str | None:
    """The hedge by which the text leaves the whole assertion to others: before or at its verb, not in a quotation."""
    said_to = next((hedge for hedge in hedges if hedge.endswith(("said to", "believed to"))), None)
    reach = clause.verb.last + 1 if clause else last
    for index in range(first, min(reach, last)):
        if reading.tokens[index].low in HEARSAY and not reading.quoted(index):
            return reading.tokens[index].low
    return said_to


def _own_hedge(reading: Reading, first: int, last: int, clause: Clause, hedges: tuple[str, ...]) -> str | None:
    """A hedge of the main verb; one that stands only in what follows it ("which could help") is not the text's own."""
    phrase = next((hedge for hedge in hedges if " " in hedge), None)
    for token in reading.tokens[first : min(clause.verb.last + 1, last)]:
        if token.low in CAUTION and token.low in hedges:
            return token.low
    return phrase


def _by_verb(reading: Reading, first: int, last: int, clause: Clause, hedges: tuple[str, ...]) -> tuple[Kind, str]:
    verb = clause.verb
    lows = {token.low for token in reading.tokens[first:last]}
    if verb.modal and not verb.planned:
        return Kind.ASSESSMENT, f"“{verb.modal}” says what is possible or due, not what is"
    if verb.planned:
        vague = verb.lemma in _VAGUE_AHEAD and not (verb.passive and verb.lemma == "lead")
        if vague or verb.catenative in ("likely", "projected"):
            return Kind.ASSESSMENT, f"an outlook: “{verb.lemma}” ahead"
        return Kind.PLAN, f"“{verb.catenative or verb.modal}” with “{verb.lemma}”: it is still to come"
    if verb.lemma in ("see", "view", "regard", "consider", "perceive", "expect") and verb.passive:
        return Kind.ASSESSMENT, f"seen so by nobody named: “{verb.lemma}”"
    concludes = verb.lemma in _CONCLUDES or (verb.lemma in _CONCLUDES_NOW and verb.tense == "present")
    if concludes and not can_speak(reading, clause.subject):
        return Kind.ASSESSMENT, f"“{reading.tokens[verb.head].low}” said of a thing is what the writer concludes"
    intends = verb.lemma in _INTENDS or (verb.lemma == "stand" and reading.tags[verb.last : verb.last + 1] == (TO,))
    if intends and verb.tense != "past perfect":
        return Kind.ASSESSMENT, f"what somebody means to do, by the writer's account: “{verb.lemma}”"
    if verb.lemma == "be" and lows & _EVALUATES:
        return Kind.ASSESSMENT, f"judges: “{sorted(lows & _EVALUATES)[0]}”"
    hedge = _own_hedge(reading, first, last, clause, hedges)
    if hedge:
        return Kind.ASSESSMENT, f"hedged: “{hedge}”"
    if verb.negated:
        return Kind.BACKGROUND, f"“{verb.lemma}” negated: what is not so"
    if verb.lemma in _STATES or verb.tense == "past perfect":
        return Kind.BACKGROUND, f"a standing state: “{verb.lemma}”"
    if verb.progressive and verb.tense == "perfect":
        return Kind.BACKGROUND, f"“{verb.lemma}” has been going on"
    if verb.tense in ("past", "perfect"):
        if verb.tense == "perfect" and lows & _LASTING:
            return Kind.BACKGROUND, "has been so for long"
        return Kind.EVENT, f"“{verb.lemma}” in the {verb.tense}: it happened"
    if verb.progressive:
        return Kind.EVENT, f"“{verb.lemma}” is going on"
    return Kind.BACKGROUND, f"“{verb.lemma}” in the present: how things stand"
