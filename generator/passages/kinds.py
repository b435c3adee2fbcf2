"""What kind of assertion a passage is, with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.clauses import MARK, PREPOSITION, THAT, TO, Clause, Verb
from generator.language.hedges import ACCUSING, CAUTION, HEARSAY, UNCONFIRMED
from generator.language.reporting import ACCUSES, OF_ONESELF
from generator.language.scan import Token
from generator.language.tagger import FINITE_TAGS, VERBS, Tag
from generator.model import Kind
from generator.passages.reading import Reading, can_speak
from generator.passages.speech import Speech

# What a writer concludes rather than reports, where the subject is a thing: "the visit signals".
_CONCLUDES = frozenset(
    """signal underscore signify highlight reflect represent mark mean suggest indicate demonstrate underline illustrate
    symbolise symbolize complicate hint imply warrant emphasize emphasise threaten appear seem""".split()
)
_ACTS_ALONE = frozenset("demonstrate serve offer".split())  # without an object they tell what somebody did
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
    said = () if speech is None else reading.tokens[slice(*speech.content)]
    if speech is not None and speech.verb not in _ADMITS and (denied := _denies(said)):
        return Kind.DENIAL, f"{speech.rule}: “{denied}” denies"
    if speech is not None and speech.kind == "allegation" and (speech.verb in ACCUSES or _of_another(reading, speech)):
        return Kind.ALLEGATION, speech.rule
    if speech is not None and speech.kind != "view" and (deed := _accuser(reading, speech) or _accuses(said)):
        return Kind.ALLEGATION, f"{speech.rule}: “{deed}” accuses"
    accused = _accused(reading, first, last, clause, hedges)
    if accused:
        return Kind.ALLEGATION, f"the text does not vouch for it: “{accused}”"
    if speech is not None and speech.kind == "statement" and (plan := _plan_of_another(reading, speech)):
        return Kind.PLAN, plan
    if speech is not None:
        kind = Kind.ASSESSMENT if speech.kind == "view" else Kind.STATEMENT
        return kind, speech.rule
    if clause is None:
        return Kind.BACKGROUND, "no main verb found"
    return _by_verb(reading, first, last, clause, hedges)


_ADMITS = frozenset("admit concede acknowledge confess".split())


def _denies(said: Sequence[Token]) -> str | None:
    """The words by which somebody denies without a verb of denying: "there is no truth in it", "I never met her"."""
    lows = [token.low for token in said]
    for index, low in enumerate(lows):
        pair = tuple(lows[index : index + 2])
        if pair in _DENYING or (low in _UNTRUE and not (index and lows[index - 1] in ("not", "a", "the"))):
            return " ".join(pair if pair in _DENYING else (low,))
        if low == "never" and index and _did_or_has(said, index) and "before" not in lows[index:]:
            return low
    return None


_DENYING = frozenset(
    tuple(phrase.split())
    for phrase in (
        "no truth", "not true", "isn't true", "nothing wrong", "nothing unlawful", "nothing illegal", "not guilty",
        "no wrongdoing", "never happened", "no foundation", "no basis", "not involved", "no involvement",
    )
)  # fmt: skip
_UNTRUE = frozenset("untrue baseless unfounded groundless innocent".split())


def _did_or_has(said: Sequence[Token], index: int) -> bool:
    """Whether "never" stands between whoever speaks of himself and what was not done: "he had never met her"."""
    before = [token.low for token in said[max(0, index - 2) : index]]
    own = any(low in _SELF for low in before) or (before[0] == "and" and before[-1] in ("had", "has", "have"))
    after = said[index + 1].tag if index + 1 < len(said) else None
    return own and after in (Tag.PAST, Tag.PARTICIPLE)


_SELF = frozenset("i we he she they it".split())


def _accuser(reading: Reading, speech: Speech) -> str | None:
    """Who says it of somebody, where that is one whose part it is to accuse."""
    content = _content(reading, speech)
    if speech.speaker is None or content is None or content.verb.tense not in ("past", "perfect", "past perfect"):
        return None
    words = reading.tokens[slice(*speech.speaker)]
    return next((token.low for token in words if token.lemma in _ACCUSERS), None)


_ACCUSERS = frozenset("prosecution prosecutor plaintiff accuser crown".split())


def _accuses(said: Sequence[Token]) -> str | None:
    """The wrong that somebody is said to have done, where it is not negated. One that is only a topic ("issues such as
    misconduct"), a fear or a rule ("would violate", "made it illegal") accuses nobody: of 75 sayings of 80 stories of
    stories_allsides/dev with such a word half were of that kind."""
    told = any(token.tag in FINITE_TAGS for token in said)
    for index, token in enumerate(said):
        if token.lemma not in _WRONGS:
            continue
        near = said[max(0, index - 3) : index]
        if any(t.low in ("no", "not", "never", "without") or t.low.endswith("n't") for t in near):
            return None
        if not told or _is_done(said, index):
            return token.low
    return None


def _is_done(said: Sequence[Token], index: int) -> bool:
    """Whether a wrong is told as a deed: by a verb ("misled", "of misleading"), beside one ("illegally took"), or named
    as what a deed is ("is an abuse", "committed fraud")."""
    near = said[max(0, index - 4) : index]
    tag = Tag.NOUN if said[index].low in _NOUNS else said[index].tag
    if any(token.tag is Tag.MODAL for token in near) and not any(token.lemma == "have" for token in near):
        return False
    if tag in _DONE or any(token.tag in _DONE for token in said[max(0, index - 1) : index + 2] if tag is Tag.ADVERB):
        return True
    return any(token.lemma in _NAMING for token in near)


_DONE = VERBS - {Tag.INFINITIVE}
_NAMING = frozenset(
    """be call constitute amount commit engage accuse charge convict guilty evidence allegation accusation
    take pay use accept offer receive practise do""".split()
)
_NOUNS = frozenset(
    """bribery embezzlement extortion misconduct wrongdoing negligence harassment discrimination plagiarism
    corruption""".split()
)
_WRONGS = frozenset(
    """bribe bribery defraud embezzle embezzlement extort extortion blackmail falsify forge fabricate launder siphon
    misappropriate cheat rig mislead deceive conceal neglect illegal illegally unlawful unlawfully misconduct
    wrongdoing negligence abuse harass harassment torture discriminate discrimination plagiarise plagiarism sabotage
    betray collude conspire corruption violate""".split()
)


def _of_another(reading: Reading, speech: Speech) -> bool:
    """Whether what somebody claims is about somebody else: who claims that he has won accuses nobody."""
    content = _content(reading, speech)
    if content is None:
        return speech.verb not in OF_ONESELF
    return content.subject[0] >= content.subject[1] or reading.tokens[content.subject[0]].low not in _SELF


def _plan_of_another(reading: Reading, speech: Speech) -> str | None:
    """What sources that are not named say somebody plans is a plan; what somebody named says is a statement."""
    content = _content(reading, speech)
    if content is None or not content.verb.planned or speech.speaker is None or reading.names_in(*speech.speaker):
        return None
    told = reading.tokens[speech.speaker[0]]
    vague = content.verb.lemma in _VAGUE_AHEAD or told.tag in (Tag.PRONOUN, Tag.DETERMINER)
    return (
        None if vague else f"“{content.verb.catenative or content.verb.modal}” with “{content.verb.lemma}”, by sources"
    )


def _content(reading: Reading, speech: Speech) -> Clause | None:
    """The clause that is said."""
    first, last = speech.content
    while first < last and reading.tags[first] in (THAT, MARK):
        first += 1
    return reading.clause(first, last) if speech.holds_clause else None


def _accused(reading: Reading, first: int, last: int, clause: Clause | None, hedges: tuple[str, ...]) -> str | None:
    """ "allegedly" before or at the verb, or any hearsay of a wrong: "is said to have taken bribes"."""
    reach = min(clause.verb.last + 1 if clause else last, last)
    for index in range(first, reach):
        if reading.tokens[index].low in ACCUSING and not reading.quoted(index):
            return reading.tokens[index].low
    hearsay = next((hedge for hedge in hedges if hedge in HEARSAY or hedge.endswith(UNCONFIRMED)), None)
    return hearsay if hearsay and _accuses(reading.tokens[first:last]) else None


def _own_hedge(reading: Reading, first: int, last: int, clause: Clause, hedges: tuple[str, ...]) -> str | None:
    """Why the main verb is hedged; a hedge that stands only in what follows it ("which could help") is not the text’s
    own."""
    phrase = next((hedge for hedge in hedges if " " in hedge and not hedge.endswith(UNCONFIRMED)), None)
    for token in reading.tokens[first : min(clause.verb.last + 1, last)]:
        if token.low in CAUTION and token.low in hedges:
            phrase = token.low
            break
    return f"hedged: “{phrase}”" if phrase else None


def _by_verb(reading: Reading, first: int, last: int, clause: Clause, hedges: tuple[str, ...]) -> tuple[Kind, str]:
    lows = frozenset(token.low for token in reading.tokens[first:last])
    judged = _judges(reading, clause, lows) or _own_hedge(reading, first, last, clause, hedges)
    return _ahead(clause.verb) or ((Kind.ASSESSMENT, judged) if judged else _state_or_event(clause.verb, lows))


def _ahead(verb: Verb) -> tuple[Kind, str] | None:
    """What is possible, due or still to come."""
    if not verb.planned:
        possible = f"“{verb.modal}” says what is possible or due, not what is"
        return (Kind.ASSESSMENT, possible) if verb.modal else None
    vague = verb.lemma in _VAGUE_AHEAD and not (verb.passive and verb.lemma == "lead")
    if vague or verb.catenative in ("likely", "projected"):
        return Kind.ASSESSMENT, f"an outlook: “{verb.lemma}” ahead"
    return Kind.PLAN, f"“{verb.catenative or verb.modal}” with “{verb.lemma}”: it is still to come"


def _judges(reading: Reading, clause: Clause, lows: frozenset[str]) -> str | None:
    """Why a sentence is what its writer makes of things; None where it tells them."""
    verb, after = clause.verb, reading.tags[clause.verb.last : clause.verb.last + 1]
    if verb.lemma in _SEES and verb.passive:
        return f"seen so by nobody named: “{verb.lemma}”"
    concludes = verb.lemma in _CONCLUDES or (verb.lemma in _CONCLUDES_NOW and verb.tense == "present")
    acts = after in ((PREPOSITION,), (MARK,)) and verb.lemma in _ACTS_ALONE
    if concludes and not acts and not can_speak(reading, clause.subject):
        return f"“{reading.tokens[verb.head].low}” said of a thing is what the writer concludes"
    intends = verb.lemma in _INTENDS or (verb.lemma == "stand" and after == (TO,))
    if intends and verb.tense != "past perfect":
        return f"what somebody means to do, by the writer's account: “{verb.lemma}”"
    if verb.lemma == "be" and lows & _EVALUATES:
        return f"judges: “{min(lows & _EVALUATES)}”"
    return None


_SEES = frozenset("see view regard consider perceive expect".split())


def _state_or_event(verb: Verb, lows: frozenset[str]) -> tuple[Kind, str]:
    if verb.negated:
        return Kind.BACKGROUND, f"“{verb.lemma}” negated: what is not so"
    if verb.lemma in _STATES or verb.tense == "past perfect":
        return Kind.BACKGROUND, f"a standing state: “{verb.lemma}”"
    if verb.tense == "perfect" and (verb.progressive or lows & _LASTING):
        return Kind.BACKGROUND, f"“{verb.lemma}” has been going on" if verb.progressive else "has been so for long"
    if verb.tense in ("past", "perfect"):
        return Kind.EVENT, f"“{verb.lemma}” in the {verb.tense}: it happened"
    if verb.progressive:
        return Kind.EVENT, f"“{verb.lemma}” is going on"
    return Kind.BACKGROUND, f"“{verb.lemma}” in the present: how things stand"
