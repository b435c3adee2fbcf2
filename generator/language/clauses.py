"""Where the verb of a sentence stands, what its subject is, and where one assertion ends and the next begins.

It begins from the tags of the tagger, which sees three words at a time, and mends them by what only the clause shows: a
clause has one finite verb. It is made to be silent rather than wrong: where it finds no main verb it says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.calendar import WEEK
from generator.language.reporting import CLAIM_NOUNS, SAID_THINGS, TAKES_CLAUSE
from generator.language.scan import Token
from generator.language.tagger import FINITE_TAGS, VERBS, Tag, lemma_as, may_be, may_be_present

# Tags of tokens, one letter each.
NOUN, DETERMINER, PRONOUN, PREPOSITION, SUBORDINATOR, RELATIVE, THAT = "N", "D", "O", "P", "S", "R", "K"
AND, MODAL, AUXILIARY, NOT, ADVERB, TO, MARK = "C", "M", "X", "n", "B", "T", "."
FINITE, UNSURE, BARE, GERUND, PARTICIPLE = "V", "E", "v", "G", "p"

TAG_LETTERS = {
    Tag.NOUN: NOUN, Tag.NAME: NOUN, Tag.ADJECTIVE: NOUN, Tag.NUMBER: NOUN, Tag.OTHER: NOUN,
    Tag.DETERMINER: DETERMINER, Tag.PRONOUN: PRONOUN, Tag.PREPOSITION: PREPOSITION, Tag.PARTICLE: PREPOSITION,
    Tag.SUBORDINATOR: SUBORDINATOR, Tag.THAT: THAT, Tag.RELATIVE: RELATIVE, Tag.CONJUNCTION: AND, Tag.ADVERB: ADVERB,
    Tag.NOT: NOT, Tag.TO: TO, Tag.MARK: MARK, Tag.MODAL: MODAL, Tag.PRESENT: FINITE, Tag.PAST: FINITE,
    Tag.INFINITIVE: BARE, Tag.GERUND: GERUND, Tag.PARTICIPLE: PARTICIPLE,
}  # fmt: skip
_HELPS = frozenset("be have do".split())
# "as", "after" and the like are prepositions before a bare noun phrase.
_TWO_FACED = frozenset("as after before since until till once like".split())


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group. ``first`` to ``last`` (exclusive) are its tokens, ``head`` the token of the verb that carries the
    meaning; ``lemma`` is the head's. ``planned`` says that the group points forward ("is scheduled to visit")."""

    first: int
    last: int
    head: int
    lemma: str
    tense: str  # "past", "present", "perfect", "past perfect", "modal"
    negated: bool
    passive: bool
    progressive: bool
    modal: str | None
    planned: bool
    catenative: str | None = None  # "expect" of "is expected to hold"


@dataclass(frozen=True, slots=True)
class Clause:
    """A main clause: its subject's tokens (empty where none was found) and its verb."""

    begin: int
    end: int
    subject: tuple[int, int]
    verb: Verb


def tag(tokens: Sequence[Token], named: frozenset[int] = frozenset()) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    """The tokens, their tags and lemmas mended where the clause shows more than the tagger sees, and a letter for each.

    ``named`` are indices of tokens that belong to names: nouns.
    """
    letters: list[str] = []
    for index in range(len(tokens)):
        letters.append(_tag_one(tokens, letters, index, named))
    _settle(tokens, letters)
    return tuple(_agreed(token, letter) for token, letter in zip(tokens, letters, strict=True)), tuple(letters)


def _agreed(token: Token, letter: str) -> Token:
    """A token whose tag says what its letter does."""
    if letter == PARTICIPLE and token.tag is Tag.PAST:
        return token._replace(tag=Tag.PARTICIPLE)
    if letter == NOUN and token.tag in VERBS:
        return token._replace(tag=Tag.NAME if token.capital else Tag.NOUN)
    if letter == GERUND and token.tag is not Tag.GERUND:
        return token._replace(tag=Tag.GERUND, lemma=lemma_as(token.low, Tag.GERUND))
    if letter == BARE and token.tag is Tag.PRESENT:
        return token._replace(tag=Tag.INFINITIVE)
    if letter != FINITE or token.tag in (Tag.PAST, Tag.PRESENT):
        return token
    found = Tag.PAST if may_be(token.low, Tag.PAST) else Tag.PRESENT
    return token._replace(tag=found, lemma=lemma_as(token.low, found))


def _tag_one(tokens: Sequence[Token], tags: list[str], index: int, named: frozenset[int]) -> str:
    token = tokens[index]
    if index in named:
        return DETERMINER if token.possessive else NOUN
    if index and tokens[index - 1].end == token.start and "-" in (token.text, tokens[index - 1].text):
        return NOUN  # "U.S.-led" is read as three words, none of them a verb
    if not token.text[0].isalnum():
        return MARK
    if token.possessive:
        return DETERMINER
    if token.low == "that":
        return _tag_that(tokens, tags, index)
    if token.capital and token.tag in VERBS and index and not _opens_speech(tokens, index):
        return NOUN
    return _LETTERS_OF.get(token.low) or _tag_by_class(tokens, tags, index)


_LETTERS_OF = {"when": SUBORDINATOR, "than": PREPOSITION}  # whatever the tagger takes them for


def _tag_by_class(tokens: Sequence[Token], tags: list[str], index: int) -> str:
    """The letter of a word by its tag, where what stands before it does not show another."""
    token, letter = tokens[index], TAG_LETTERS[tokens[index].tag]
    if letter == NOUN and index and _relates(tokens, index - 1) and _may_follow_who(token):
        return FINITE  # "who farms there", "who chairs the board"
    if letter == NOUN and index and tokens[index - 1].lemma == "be" and _may_be_gerund(token.low):
        return GERUND
    if letter == PARTICIPLE:
        return BARE if _in_group(tokens, tags, index) else PARTICIPLE
    if letter != FINITE:
        return letter
    if token.lemma in _HELPS:
        return AUXILIARY
    if token.tag is Tag.PRESENT and token.low == token.lemma:
        if _before(tags) in (MODAL, TO):
            return BARE
        if index and tokens[index - 1].low in _SINGULAR:
            return NOUN  # "this move", never "this moves"
    return UNSURE if token.tag is Tag.PAST and token.low.endswith("ed") else FINITE


def _opens_speech(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capital is that of a sentence within the sentence: after a colon or an opening quotation mark."""
    before = tokens[index - 1]
    if before.text != '"':
        return before.text in {"“", "‘", ":"}
    return index < 2 or tokens[index - 2].end < before.start  # a closing mark touches the word before it


def _may_be_gerund(word: str) -> bool:
    """ "were choking": after "be" a form in -ing is a verb wherever there is such a verb."""
    return word.endswith("ing") and word not in _THINGS and may_be(lemma_as(word, Tag.GERUND), Tag.INFINITIVE)


_THINGS = frozenset("something anything everything nothing".split())


def _relates(tokens: Sequence[Token], index: int) -> bool:
    """ "who", and ", which": what follows it is a verb, or the subject of one."""
    low = tokens[index].low
    return low == "who" or (low == "which" and index > 0 and tokens[index - 1].text == ",")


def _may_follow_who(token: Token) -> bool:
    return may_be_present(token.low) or (token.low.endswith("s") and not token.capital)


_SINGULAR = frozenset("a an the this that every each its his her their our my".split())


def _before(tags: list[str]) -> str:
    """The tag before this token, adverbs and negation aside; MARK at the start."""
    return next((found for found in reversed(tags) if found not in (ADVERB, NOT)), MARK)


def _in_group(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    """Whether a participle goes with a form of "be" or "have" before it: "had been sent", "was not quite ready"."""
    for back in range(index - 1, -1, -1):
        if tags[back] in (NOT, ADVERB):
            continue
        return tokens[back].lemma in ("be", "have", "get") and tags[back] in (AUXILIARY, BARE, GERUND, FINITE)
    return False


def _tag_that(tokens: Sequence[Token], tags: list[str], index: int) -> str:
    following = tokens[index + 1].tag if index + 1 < len(tokens) else Tag.MARK
    if index == 0:
        return PRONOUN if following in FINITE_TAGS else DETERMINER
    before = tags[-1]
    if before in (FINITE, UNSURE, BARE, GERUND, ADVERB):
        return DETERMINER if tokens[index].tag is Tag.DETERMINER else THAT
    if before == NOUN and tokens[index - 1].low in SAID_THINGS | CLAIM_NOUNS | _FACT_NOUNS:
        return THAT
    if before == NOUN and _says_before(tokens, tags, index):
        return THAT
    if before == MARK and following in FINITE_TAGS:
        return PRONOUN  # "If it rains, that would end the drought"
    if before == MARK and tokens[index].tag is Tag.DETERMINER:
        return DETERMINER
    if before in (NOUN, MARK, PRONOUN, DETERMINER):
        return RELATIVE
    return DETERMINER if before == PREPOSITION else THAT


def _says_before(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    """ "said on Friday that", "told the court that": only when or to whom stands between the verb and "that"."""
    for back in range(index - 1, max(-1, index - 1 - _THAT_REACH), -1):
        if tags[back] in (FINITE, UNSURE, BARE, GERUND):
            dated = tokens[index - 1].low in _DAY_WORDS and tokens[back].lemma in TAKES_CLAUSE
            return dated or tokens[back].lemma in _TO_SOMEBODY
        if tags[back] not in (NOUN, DETERMINER, PREPOSITION):
            return False
    return False


_THAT_REACH = 5  # words between a verb of saying and its "that"
_DAY_WORDS = WEEK | {"week", "month", "year"}
_TO_SOMEBODY = frozenset("tell inform assure remind".split())
_FACT_NOUNS = frozenset(
    """
    fact evidence sign signs idea hope hopes fear fears belief view concern concerns note doubt news possibility
    """.split()
)


def _settle(tokens: Sequence[Token], tags: list[str]) -> None:
    """Decide between past and participle ("reached") by the clause, of which the tagger sees three words.

    A chunk ends at punctuation and before a word that opens a clause. It holds one finite verb: where a sure one
    stands, the unsure are participles; else the first unsure is the verb unless "by" follows it and another does not.
    """
    begin = 0
    for index in range(len(tags) + 1):
        if index < len(tags) and not _bounds(tokens, tags, index):
            continue
        _settle_chunk(tokens, tags, begin, index)
        begin = index
    _promote(tokens, tags)


def _bounds(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    found = tags[index]
    if found in (SUBORDINATOR, RELATIVE, THAT, AND):
        return True
    if found == MARK and tokens[index].text in ',;:—–()“”"':
        return True
    return index > 0 and tags[index - 1] in (FINITE, UNSURE) and tokens[index - 1].lemma in TAKES_CLAUSE


def _settle_chunk(tokens: Sequence[Token], tags: list[str], begin: int, end: int) -> None:
    joint = _clause_within(tokens, tags, begin, end)
    if joint is not None:
        _settle_chunk(tokens, tags, begin, joint)
        _settle_chunk(tokens, tags, joint, end)
        return
    sure = any(tags[i] in (FINITE, AUXILIARY, MODAL) for i in range(begin, end))
    unsure = [i for i in range(begin, end) if tags[i] == UNSURE]
    for i in [i for i in unsure if _after_comma_participle(tokens, tags, i)]:
        tags[i] = PARTICIPLE
        unsure.remove(i)
    chosen = -1 if sure or not unsure else _choose(tokens, tags, unsure)
    for i in unsure:
        tags[i] = FINITE if i == chosen else PARTICIPLE


def _clause_within(tokens: Sequence[Token], tags: list[str], begin: int, end: int) -> int | None:
    """ "ordered a count after tests had shown faults", "signaled he'd go": where a word taken for a preposition, or one
    that is subject and verb in one, opens a clause, since a verb may stand before it and one does behind it."""
    for index in range(begin + 1, end):
        if holds_subject(tokens[index]):
            return index if any(found == UNSURE for found in tags[begin:index]) else None
        if tags[index] == PREPOSITION and tokens[index].low in _TWO_FACED:
            before = any(found == UNSURE for found in tags[begin:index])
            return index if before and any(found in (FINITE, AUXILIARY, MODAL) for found in tags[index:end]) else None
    return None


def holds_subject(token: Token) -> bool:
    """Whether a word is the subject and the verb of a clause in one: "he'd", "it's"."""
    subject, mark, _ = token.low.partition("'")
    return bool(mark) and subject in _CONTRACTS


_CONTRACTS = frozenset("i you he she it we they".split())


def _choose(tokens: Sequence[Token], tags: list[str], unsure: list[int]) -> int:
    """The one finite verb among forms that may be participles."""
    plain = [i for i in unsure if not (i + 1 < len(tokens) and tokens[i + 1].low == "by")]
    if len(plain) > 1 and _reduced(tokens, tags, plain[0]):
        return plain[1]
    return (plain or unsure)[0]


def _promote(tokens: Sequence[Token], tags: list[str]) -> None:
    """Find the verb of a clause in which the tagger saw none.

    Clauses are parted at the words that open one. Where the first, the main one, has no verb, it may come after a
    comma that closes a later one: "The talks, which began on Monday, mark a turn".
    """
    begin = 0
    owed = False  # the main clause still lacks its verb
    for index in range(len(tags) + 1):
        if index < len(tags) and not _parts_clauses(tokens, tags, index):
            continue
        finite = [i for i in range(begin, index) if tags[i] in (FINITE, AUXILIARY, MODAL)]
        first, last = begin, index
        if owed and len(finite) == 1:
            first = next((i for i in range(finite[0], index) if tokens[i].text == ","), index)
            finite = []
        elif finite and _previous_tag(tags, finite[0], begin) == AND:  # "denied blocking any exit and said"
            last, finite = finite[0] - 1, []
        chosen = -1 if finite else _missed_verb(tokens, tags, first, last)
        if chosen >= 0:
            tags[chosen] = FINITE
        owed = (begin == 0 or owed) and not finite and chosen < 0
        begin = index


def _parts_clauses(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    if tags[index] in (SUBORDINATOR, RELATIVE, THAT):
        return True
    if index and tags[index - 1] == FINITE and tokens[index - 1].lemma in _SAYS_SO:
        return tags[index] in (NOUN, DETERMINER, PRONOUN)
    return tokens[index].text == "," and _says_after(tokens, tags, index)


_SAYS_SO = frozenset("say believe think claim insist allege argue".split())


def _says_after(tokens: Sequence[Token], tags: list[str], comma: int) -> bool:
    """ ", the agency said": a noun phrase and a verb of saying right after a comma."""
    for index in range(comma + 1, min(comma + _SPEAKER_REACH, len(tags))):
        if tags[index] == FINITE:
            return index > comma + 1 and tokens[index].lemma in TAKES_CLAUSE
        if tags[index] not in (NOUN, DETERMINER, PRONOUN, PREPOSITION):
            return False
    return False


_SPEAKER_REACH = 10  # tokens of a speaker between the comma and "said"


def _missed_verb(tokens: Sequence[Token], tags: list[str], begin: int, end: int) -> int:
    """The word among ``tokens[begin:end]`` that is likeliest its finite verb; -1 for none."""
    if begin < end and tags[begin] == PREPOSITION:  # "In a note sent by Ruiz, ..."
        begin = next((i for i in range(begin, end) if tokens[i].text == ","), end)
    after = range(max(begin, 1), end)
    past = [i for i in after if tags[i] in (PARTICIPLE, NOUN) and _may_be_past(tokens, tags, i)]
    present = next((i for i in after if _may_be_present(tokens, tags, begin, i)), -1)
    if not past and present < 0:
        return _after_apposition(tokens, tags, begin, end)
    if not past or (present > past[0] and len(past) == 1 and _reduced(tokens, tags, past[0])):
        return present
    return _choose(tokens, tags, past)


def _after_apposition(tokens: Sequence[Token], tags: list[str], begin: int, end: int) -> int:
    """ "Ruiz, 34, died at the scene": a past right after the comma that closes an apposition; -1 for none."""
    commas = [i for i in range(begin, end - 1) if tokens[i].text == ","]
    for comma in commas[1:]:
        after = comma + 1
        while after < end - 1 and tags[after] == ADVERB:
            after += 1
        if tags[after] == PARTICIPLE and may_be(tokens[after].low, Tag.PAST):
            return after
    return -1


def _may_be_past(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    token = tokens[index]
    if tags[index] == NOUN and token.tag is not Tag.ADJECTIVE:
        return False
    if token.capital or _before(tags[:index]) not in (NOUN, PRONOUN, RELATIVE) or not may_be(token.low, Tag.PAST):
        return False
    return not _after_comma_participle(tokens, tags, index)


def _may_be_present(tokens: Sequence[Token], tags: list[str], begin: int, index: int) -> bool:
    """ "highlights" between what acts and what is acted on; "mark" after a plural."""
    token, before = tokens[index], tokens[index - 1]
    if tags[index] not in (NOUN, PARTICIPLE, BARE) or token.capital or index + 1 >= len(tags):
        return False
    if tags[index - 1] not in (NOUN, PRONOUN) or before.tag is Tag.ADJECTIVE:
        return False
    opens = tags[index + 1] in (DETERMINER, PRONOUN, TO, THAT, PREPOSITION) or tokens[index + 1].capital
    if not opens or token.low == "have" or not may_be_present(token.low):
        return False
    if token.low.endswith("s"):
        return not _is_plural(before)
    return any(_is_plural(tokens[i]) for i in range(begin, index) if tags[i] == NOUN)


def _is_plural(token: Token) -> bool:
    return token.tag is Tag.NOUN and (token.low != token.lemma or token.low in _PLURALS)


_PLURALS = frozenset("people police men women children media many some others data".split())


def _after_comma_participle(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    """ "The meeting, scheduled for May, ...": right after a comma and before a preposition."""
    if index < 2 or index + 1 >= len(tags) or tokens[index - 1].text != ",":
        return False
    return tags[index + 1] in (PREPOSITION, SUBORDINATOR, TO)


def _reduced(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    """Whether a form in -ed reads as a participle after its noun: "containers delivered to the port were ..."."""
    return index + 1 < len(tokens) and tags[index + 1] in (PREPOSITION, TO) and index > 0 and tags[index - 1] == NOUN


def main_clause(tokens: Sequence[Token], tags: Sequence[str], begin: int = 0, end: int | None = None) -> Clause | None:
    """The main clause among ``tokens[begin:end]``, or None where no finite verb of its own is found."""
    stop = len(tokens) if end is None else end
    waiting = 0
    consumed = False
    index = begin
    while index < stop:
        found = tags[index]
        if _begins_clause(tokens, tags, index, stop):
            waiting += 1
        elif found in (FINITE, AUXILIARY, MODAL):
            verb = read_verb(tokens, tags, index, stop)
            if waiting:
                waiting -= 1
                consumed = True
            elif not (consumed and _previous_tag(tags, index, begin) == AND):
                subject = _subject(tokens, tags, begin, index)
                return Clause(begin, stop, subject, verb)
            index = verb.last
            continue
        index += 1
    return None


def _begins_clause(tokens: Sequence[Token], tags: Sequence[str], index: int, stop: int) -> bool:
    """Whether the next finite verb after this token belongs to a clause that begins here, and not to the main one."""
    found = tags[index]
    if found == SUBORDINATOR:
        return _opens_clause(tokens, tags, index, stop)
    return found in (RELATIVE, THAT) or (found == GERUND and _takes_bare_clause(tokens, tags, index, stop))


def _takes_bare_clause(tokens: Sequence[Token], tags: Sequence[str], index: int, stop: int) -> bool:
    """ "an assessment suggesting he was fit": a clause without "that" follows, whose verb is not the main one."""
    if tokens[index].lemma not in TAKES_CLAUSE or index + 1 >= stop or tags[index + 1] == THAT:
        return False
    for i in range(index + 1, min(stop, index + _REACH)):
        if tags[i] in (FINITE, AUXILIARY, MODAL):
            return i > index + 1
        if tags[i] not in (NOUN, DETERMINER, PRONOUN):
            return False
    return False


def _previous_tag(tags: Sequence[str], index: int, begin: int) -> str:
    for i in range(index - 1, begin - 1, -1):
        if tags[i] not in (ADVERB, NOT):
            return tags[i]
    return MARK


_REACH = 80  # tokens within which a subordinator's own verb must stand; keeps reading linear in the sentence


def _opens_clause(tokens: Sequence[Token], tags: Sequence[str], index: int, stop: int) -> bool:
    """Whether a subordinator governs a clause of its own rather than a noun phrase or participle."""
    finite = 0
    two_faced = tokens[index].low in _TWO_FACED
    if two_faced and index + 1 < stop and tags[index + 1] in (GERUND, ADVERB):
        return False
    for i in range(index + 1, min(stop, index + _REACH)):
        closes = tokens[i].text in ",;"
        if closes and (finite or two_faced or i <= index + 3 or tags[min(i + 1, stop - 1)] not in (DETERMINER, NOUN)):
            return finite > 0
        if tags[i] in (SUBORDINATOR, RELATIVE) and not finite:
            return False
        if tags[i] in (FINITE, AUXILIARY, MODAL):
            finite += 1
            if not two_faced:
                return True
    return finite > 1


def read_verb(tokens: Sequence[Token], tags: Sequence[str], first: int, stop: int) -> Verb:
    """The verb group that begins with the finite token ``first``."""
    index = first
    words: list[int] = []
    while index < stop and (
        tags[index] in (AUXILIARY, MODAL, BARE, NOT, ADVERB)
        or index == first
        or (tags[index] == GERUND and words and tokens[words[-1]].lemma == "be")
    ):
        if index > first and holds_subject(tokens[index]):
            break  # "said he'd go"
        if tags[index] not in (NOT, ADVERB):
            words.append(index)
        elif tags[index] == ADVERB and tags[min(index + 1, stop - 1)] not in (BARE, GERUND, NOT, ADVERB):
            break
        index += 1
    lows = [tokens[i].low for i in words]
    head = words[-1]
    last = index
    modal = lows[0] if tags[first] == MODAL else None
    negated = any(tags[i] == NOT for i in range(first, last)) or lows[0].endswith("n't") or lows[0] == "cannot"
    passive = len(words) > 1 and tokens[words[-2]].lemma == "be" and tags[head] == BARE
    progressive = tags[head] == GERUND
    catenative, planned = None, modal in ("will", "shall", "'ll")
    ahead = _plan_ahead(tokens, tags, head, last, stop, passive)
    if ahead is not None:
        catenative = tokens[ahead[0]].low
        planned = planned or tokens[ahead[0]].lemma not in _KEEPS_ON | _IS_SAID
        head, last = ahead[1], ahead[1] + 1
    told = ahead is not None and any(tokens[i].low == "have" for i in range(ahead[0] + 1, head))
    tense = "perfect" if told else _tense(tokens[first], words, modal)
    lemma = tokens[head].lemma
    return Verb(first, last, head, lemma, tense, negated, passive, progressive, modal, planned, catenative)


_PLANNED = frozenset(
    "scheduled expected set due planned poised slated going bound planning preparing likely projected".split()
)
_INTENDS = frozenset("plan intend prepare".split())
_IS_SAID = frozenset("say believe think report know understand suppose allege".split())
_KEEPS_ON = frozenset("continue begin start".split())


def _plan_ahead(
    tokens: Sequence[Token], tags: Sequence[str], head: int, last: int, stop: int, passive: bool
) -> tuple[int, int] | None:
    """ "is scheduled to make", "is set to", "plans to meet": the word that plans, and the planned verb."""
    lead = head
    if tokens[head].lemma == "be" and last < stop and tokens[last].low in _PLANNED:
        lead = last
    if lead == head > 0 and tokens[head].low in ("is", "are") and _is_due(tokens, tags, head, stop):
        return lead, lead + 2
    hearsay = passive and tokens[lead].lemma in _IS_SAID
    if tokens[lead].low not in _PLANNED and not hearsay and tokens[lead].lemma not in _INTENDS | _KEEPS_ON:
        return None
    if tokens[lead].low in _PLANNED and not (passive or lead == last or tags[lead] == GERUND):
        return None
    for i in range(lead + 1, min(lead + 3, stop)):
        if tags[i] not in (TO, ADVERB, NOT):
            return None
        if tags[i] == TO:
            for j in range(i + 1, min(i + 4, stop)):
                if tags[j] == BARE:
                    while j + 1 < stop and tokens[j].lemma in ("be", "have") and tags[j + 1] in (BARE, PARTICIPLE):
                        j += 1
                    return lead, j
    return None


def _is_due(tokens: Sequence[Token], tags: Sequence[str], head: int, stop: int) -> bool:
    """ "The talks are to go on": "to" and a verb right after "are"; but "the aim is to stop" says what the aim is."""
    follows = head + 2 < stop and tags[head + 1] == TO and tags[head + 2] == BARE
    if not follows or tags[head - 1] not in (NOUN, PRONOUN) or tokens[head - 1].low in _POINTS:
        return False
    return not any(token.low in _AIMS for token in tokens[max(0, head - _AIM_REACH) : head])


_AIM_REACH = 14  # words from "the purpose of ..." to its "is"
_POINTS = frozenset("it this that what there".split())
_AIMS = frozenset(
    """aim aims goal goals purpose plan plans idea task tasks job point way ways mission role objective strategy step
    intention duty hope hopes wish decision order orders dream priority priorities ambition trick secret key challenge
    answer approach choice option options policy thing function""".split()
)


def _tense(first: Token, words: list[int], modal: str | None) -> str:
    if modal:
        return "modal"
    past = first.tag is Tag.PAST or first.tag is Tag.PARTICIPLE  # a participle that was found to be the verb
    if first.lemma == "have" and len(words) > 1:
        return "past perfect" if past else "perfect"
    return "past" if past else "present"


def _subject(tokens: Sequence[Token], tags: Sequence[str], begin: int, verb: int) -> tuple[int, int]:
    """The noun phrase before a verb: after an opening adverbial and its comma, without conjunctions and marks."""
    start = begin
    while start < verb and tags[verb - 1] in (ADVERB, NOT):
        verb -= 1
    if start < verb and tags[verb - 1] == PRONOUN:  # "This March, for instance, he told ..."
        return verb - 1, verb
    while start < verb:
        found = tags[start]
        if found in (MARK, AND, ADVERB, NOT) or (found == SUBORDINATOR and not _comma_between(tokens, start, verb)):
            start += 1
        elif found in (PREPOSITION, SUBORDINATOR, GERUND, TO, PARTICIPLE, RELATIVE) or (
            found == NOUN and tokens[start].low in _TIME_WORDS
        ):
            after = _after_comma(tokens, tags, start, verb)
            if after is None:
                return (start, verb) if found == GERUND else _name_before(tokens, start, verb)
            if tags[after] == GERUND:
                return after, verb
            start = after
        else:
            break
    return _after_content(tokens, tags, start, verb), verb


def _name_before(tokens: Sequence[Token], start: int, verb: int) -> tuple[int, int]:
    """The name right before a verb that an adverbial without a comma opens: "On Monday Kell said", "In a letter Ada
    Kell wrote", "Monday Ada Kell said"; none where the name may be the adverbial's own ("In Tarn Kell", "Sunday
    Gazette")."""
    first = verb
    while first > start + 1 and tokens[first - 1].tag is Tag.NAME:
        first -= 1
    full_name = tokens[start].low in _TIME_WORDS and verb - first > 1
    if first == start + 1 and first < verb and not full_name:
        if tokens[first].low not in _TIME_WORDS:
            return verb, verb
        first += 1
    return first, verb


def _after_content(tokens: Sequence[Token], tags: Sequence[str], start: int, verb: int) -> int:
    """ "... at the scene on Monday, police said": a comma that nothing closes before the verb ends what comes before.

    Not in a list of subjects ("Ruiz, Vale and two others said").
    """
    if start >= verb or tokens[verb - 1].text in ",”":
        return start
    comma = next((i for i in range(verb - 1, start, -1) if tokens[i].text == ","), None)
    if comma is None or AND in tags[comma:verb] or tags[comma + 1] not in (NOUN, DETERMINER):
        return start
    before = [i for i in range(start, comma) if tokens[i].text == ","]
    return start if len(before) % 2 and tags[before[-1] + 1] == RELATIVE else comma + 1


_TIME_WORDS = WEEK | {"last", "next", "earlier", "meanwhile", "additionally"}


def _comma_between(tokens: Sequence[Token], start: int, stop: int) -> bool:
    return any(tokens[i].text == "," for i in range(start, stop))


def _after_comma(tokens: Sequence[Token], tags: Sequence[str], start: int, stop: int) -> int | None:
    """Index after the comma that closes an opening adverbial; the last comma that a subject can follow."""
    after: int | None = None
    for i in range(start + 1, stop):
        if tokens[i].text == "," and i + 1 < stop:
            if not _lists_on(tokens, tags, i, stop):
                return i + 1
            after = i + 1 if tags[i + 1] == GERUND else None
    return after


def _lists_on(tokens: Sequence[Token], tags: Sequence[str], comma: int, stop: int) -> bool:
    """Whether the words after a comma belong to the adverbial still: another preposition, participle or "and"."""
    return tags[comma + 1] in (PREPOSITION, AND, GERUND, PARTICIPLE, RELATIVE, SUBORDINATOR)


def head_noun(tokens: Sequence[Token], tags: Sequence[str], subject: tuple[int, int]) -> int | None:
    """Index of a noun phrase's head: its last noun before a preposition, mark or clause."""
    head: int | None = None
    for i in range(*subject):
        if tags[i] in (PREPOSITION, RELATIVE, SUBORDINATOR, TO, PARTICIPLE, THAT) or tokens[i].text in ",;:(—–":
            if head is not None:
                break
        elif tags[i] in (NOUN, PRONOUN):
            head = i
    return head
