"""Where the verb of a sentence stands, what its subject is, and where one assertion ends and the next begins.

A closed-class reader: function words, a list of verbs and the order of words, no model of parts of speech. It is made
to be silent rather than wrong: where it finds no main verb it says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.reporting import CLAIM_NOUNS, SAID_THINGS, TAKES_CLAUSE
from generator.language.scan import Token
from generator.language.verbs import NOUN_LIKE, Form, VerbForm, lookup

# Tags of tokens, one letter each.
NOUN, DETERMINER, PRONOUN, PREPOSITION, SUBORDINATOR, RELATIVE, THAT = "N", "D", "O", "P", "S", "R", "K"
AND, MODAL, AUXILIARY, NOT, ADVERB, TO, MARK = "C", "M", "X", "n", "B", "T", "."
FINITE, UNSURE, BARE, GERUND = "V", "E", "v", "G"

_CLOSED: dict[str, str] = {}
for _tag, _words in (
    (DETERMINER, """a an the this these those its his her their our my your no every each any some another all both
     either neither much many several few most such"""),
    (PRONOUN, "he she it they we i you there"),
    (PREPOSITION, """of in on at by for with from into over under between among against during amid amidst despite
     without within through throughout toward towards across around about above below behind beyond near off out up
     down along upon via per like than including besides except versus unlike concerning regarding alongside"""),
    (SUBORDINATOR, """while although though because if unless when whenever whereas once since until after before as
     whether lest till whatever whoever"""),
    (RELATIVE, "which who whom whose where what why how"),
    (AND, "and or but nor yet"),
    (MODAL, """will would can could may might must shall should cannot won't wouldn't can't couldn't mustn't shouldn't
     'll i'll he'll she'll they'll we'll it'll you'll"""),
    (AUXILIARY, """is are was were am has have had do does did isn't aren't wasn't weren't hasn't haven't hadn't don't
     doesn't didn't ain't it's he's she's that's there's here's what's who's we're they're you're i'm i've we've they've
     you've let's how's where's"""),
    (NOT, "not never n't"),
    (ADVERB, """also still already just even only soon now then often always again later ever rather quite very too so
     almost perhaps maybe together instead meanwhile however thus therefore once further recently reportedly long far
     well yesterday today tomorrow tonight here first last moreover nonetheless nevertheless furthermore hence
     otherwise overall likewise besides indeed conversely instead thereby alike"""),
):  # fmt: skip
    for _word in _words.split():
        _CLOSED.setdefault(_word, _tag)

_NOT_ADVERBS = frozenset(
    """
    only family early daily weekly july italy ally rally reply supply apply likely monthly deadly friendly elderly
    assembly anomaly
    """.split()
)
_ING_NOUNS = frozenset(
    """meeting building morning evening king spring thing nothing something anything everything string wing ring during
    ceiling wedding housing funding training spending hearing warning ruling being saying setting shooting bombing
    killing opening feeling understanding beginning ending finding briefing filing""".split()
)
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


def tag(tokens: Sequence[Token], named: frozenset[int] = frozenset()) -> list[str]:
    """One tag for each token. ``named`` are indices of tokens that belong to names: they are nouns."""
    tags: list[str] = []
    for index in range(len(tokens)):
        tags.append(_tag_one(tokens, tags, index, named))
    _settle(tokens, tags)
    return tags


def _tag_one(tokens: Sequence[Token], tags: list[str], index: int, named: frozenset[int]) -> str:
    token = tokens[index]
    low = token.low
    if index in named:
        return DETERMINER if token.possessive else NOUN
    if index and tokens[index - 1].end == token.start and "-" in (token.text, tokens[index - 1].text):
        return NOUN  # "U.S.-led" is read as three words, none of them a verb
    if not token.text[0].isalnum():
        return MARK
    if token.possessive:
        return DETERMINER
    if low == "that":
        return _tag_that(tokens, tags, index)
    if low == "to":
        return TO if _infinitive_follows(tokens, index) else PREPOSITION
    if (
        low == "likely"
        and index + 1 < len(tokens)
        and ((tags and tags[-1] == MODAL) or _CLOSED.get(tokens[index + 1].low) in (MODAL, AUXILIARY))
    ):
        return ADVERB
    closed = _CLOSED.get(low)
    if closed == AUXILIARY and low in ("have", "do") and index and tags[-1] in (TO, MODAL):
        return BARE
    if closed is not None and not (token.capital and index and low in ("may", "will")):
        return closed
    if low.endswith("ly") and low not in _NOT_ADVERBS:
        return ADVERB
    if token.capital and index and tokens[index - 1].text not in {"“", '"', "‘", ":"}:
        return NOUN
    form = lookup(low)
    if index == 0 and form is not None and form.form in (Form.EITHER, Form.PARTICIPLE):
        return "p"  # "Asked about it, ...": no sentence opens with its finite verb
    if form is None:
        return FINITE if low.isalpha() and _acts(tokens, tags, index, named) else NOUN
    return _tag_verb(tokens, tags, index, form, named)


def _acts(tokens: Sequence[Token], tags: list[str], index: int, named: frozenset[int]) -> bool:
    """Whether a word that no list knows is a verb by its place: after "he", or in -s between a name and its object."""
    if not tags:
        return False
    if tags[-1] == PRONOUN:
        return tokens[index - 1].low in _NOMINATIVE
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    inflected = tokens[index].low.endswith("s") and index - 1 in named and tags[-1] == NOUN
    return inflected and after is not None and _CLOSED.get(after.low) == DETERMINER


_NOMINATIVE = frozenset("he she they we i".split())


def _infinitive_follows(tokens: Sequence[Token], index: int) -> bool:
    for token in tokens[index + 1 : index + 3]:
        form = lookup(token.low)
        if form and form.form in (Form.BASE, Form.SAME) and not token.capital:
            return True
        if not token.low.endswith("ly"):
            return False
    return False


def _tag_that(tokens: Sequence[Token], tags: list[str], index: int) -> str:
    if index == 0:
        return DETERMINER if len(tokens) > 1 and lookup(tokens[1].low) is None else PRONOUN
    before = tags[-1]
    if before in (FINITE, UNSURE, BARE, GERUND, ADVERB):
        return THAT
    if before == NOUN and tokens[index - 1].low in SAID_THINGS | CLAIM_NOUNS | _FACT_NOUNS:
        return THAT
    if before == NOUN and _says_before(tokens, tags, index):
        return THAT
    if before == MARK and index + 1 < len(tokens) and _CLOSED.get(tokens[index + 1].low) in (MODAL, AUXILIARY):
        return PRONOUN  # "If it rains, that would end the drought"
    if before == MARK and index + 1 < len(tokens) and lookup(tokens[index + 1].low) is None:
        return DETERMINER
    if before in (NOUN, MARK, PRONOUN, DETERMINER):
        return RELATIVE
    return DETERMINER if before == PREPOSITION else THAT


def _says_before(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    """ "said on Friday that", "told the court that": only when or to whom stands between the verb and "that"."""
    for back in range(index - 1, max(-1, index - 1 - _THAT_REACH), -1):
        if tags[back] in (FINITE, UNSURE, BARE, GERUND):
            form = lookup(tokens[back].low)
            if form is None:
                return False
            dated = tokens[index - 1].low in _DAY_WORDS and form.lemma in TAKES_CLAUSE
            return dated or form.lemma in _TO_SOMEBODY
        if tags[back] not in (NOUN, DETERMINER, PREPOSITION):
            return False
    return False


_THAT_REACH = 5  # words between a verb of saying and its "that"
_DAY_WORDS = frozenset("monday tuesday wednesday thursday friday saturday sunday week month year".split())
_TO_SOMEBODY = frozenset("tell inform assure remind".split())
_FACT_NOUNS = frozenset(
    """
    fact evidence sign signs idea hope hopes fear fears belief view concern concerns note doubt news possibility
    """.split()
)


def _before(tags: list[str]) -> str:
    """The tag before this token, adverbs and negation aside; MARK at the start."""
    for found in reversed(tags):
        if found not in (ADVERB, NOT):
            return NOUN if found == "w" else found
    return MARK


def _tag_verb(tokens: Sequence[Token], tags: list[str], index: int, form: VerbForm, named: frozenset[int]) -> str:
    before = _before(tags)
    if before == DETERMINER and index and tokens[index - 1].low in _STANDS_ALONE and not tokens[index - 1].possessive:
        before = _alone(tokens, index, form)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if form.form is Form.GERUND:
        if before in (DETERMINER, PREPOSITION, NOUN) and form.lemma != "be" and tokens[index].low in _ING_NOUNS:
            return NOUN
        return GERUND
    if before in (TO, MODAL) and form.form in (Form.BASE, Form.SAME):
        return BARE
    if before == AUXILIARY:
        return _after_auxiliary(tokens, tags, form)
    if form.form is Form.PARTICIPLE:
        return BARE if before in (BARE, GERUND) else UNSURE if before == AND else NOUN if before == DETERMINER else "p"
    if form.form is Form.SAME and (form.lemma in NOUN_LIKE or before == MARK):
        return NOUN if before in (DETERMINER, PREPOSITION, GERUND, BARE) else "w"
    if form.form in (Form.PAST, Form.EITHER, Form.SAME):
        if before in (DETERMINER, PREPOSITION) or (tokens[index].low.startswith("un") and form.lemma.startswith("un")):
            return NOUN if form.lemma not in _UN_VERBS else UNSURE
        if before in (BARE, GERUND) and form.form is Form.EITHER:
            return BARE if _word_before(tokens, tags) in _AUXILIARY_FORMS else NOUN
        return FINITE if form.form is Form.PAST else UNSURE
    noun_like = form.lemma in NOUN_LIKE
    if before in (DETERMINER, PREPOSITION, GERUND, TO) or (noun_like and index == 0):
        return NOUN
    if form.form is Form.THIRD:
        return _tag_third(tokens, tags, index, before, after, noun_like, named)
    return _tag_base(tokens, tags, index, before, after, noun_like)


# Determiners that are pronouns as often: "This means", "Before all this began".
_STANDS_ALONE = frozenset("this that these those all both some many most few much".split())


def _alone(tokens: Sequence[Token], index: int, form: VerbForm) -> str:
    """PRONOUN where the determiner before this verb form stands for a noun, else DETERMINER."""
    if form.form is Form.PAST or (form.form is Form.THIRD and form.lemma not in NOUN_LIKE):
        return PRONOUN
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or form.form is Form.BASE:
        return DETERMINER
    opens = following.low in _CLOSED or following.capital or following.low in ("that", "to")
    return PRONOUN if opens else DETERMINER


_AUXILIARY_FORMS = frozenset("been being be have having".split())


def _word_before(tokens: Sequence[Token], tags: list[str]) -> str:
    """The word before this token, adverbs and negation aside."""
    for index in range(len(tags) - 1, -1, -1):
        if tags[index] not in (ADVERB, NOT):
            return tokens[index].low
    return ""


def _after_auxiliary(tokens: Sequence[Token], tags: list[str], form: VerbForm) -> str:
    auxiliary = next(tokens[i].low for i in range(len(tags) - 1, -1, -1) if tags[i] == AUXILIARY)
    if auxiliary.startswith(("do", "did")):
        return BARE if form.form in (Form.BASE, Form.SAME) else NOUN
    return BARE if form.form in (Form.PARTICIPLE, Form.EITHER, Form.SAME) else NOUN


def _tag_third(
    tokens: Sequence[Token],
    tags: list[str],
    index: int,
    before: str,
    after: Token | None,
    noun_like: bool,
    named: frozenset[int],
) -> str:
    if before in (BARE, FINITE, UNSURE, AUXILIARY, MODAL):
        return NOUN
    if not noun_like:
        return FINITE
    if after is None or not after.text[0].isalnum() or (lookup(after.low) and _CLOSED.get(after.low) in (AUXILIARY,)):
        return NOUN
    if before == MARK:  # "However, challenges remain" or "The talks, long planned, mark": the clause decides
        return "w"
    name_before = index - 1 in named
    opens_object = _CLOSED.get(after.low) in (DETERMINER, PRONOUN) or after.low in ("that", "to") or after.possessive
    if before in (RELATIVE, PRONOUN):
        return FINITE
    if before == NOUN and opens_object:
        return FINITE
    if before == NOUN and name_before and _CLOSED.get(after.low) not in (AUXILIARY, MODAL, AND):
        return FINITE
    return "w"


def _tag_base(
    tokens: Sequence[Token], tags: list[str], index: int, before: str, after: Token | None, noun_like: bool
) -> str:
    previous = tokens[index - 1] if index else None
    if before == PRONOUN:
        return FINITE
    if before == RELATIVE:
        return FINITE if not noun_like else "w"
    plural = before == NOUN and previous is not None and (_is_plural(previous.low) or _plural_head(tokens, tags))
    coordinated = before == NOUN and AND in tags[-4:]
    if before == MARK and index > 2 and after is not None and _CLOSED.get(after.low) == DETERMINER:
        return "w"  # "The talks, planned since March, mark a turn"
    if not (plural or coordinated) or after is None:
        return NOUN
    if not noun_like:
        return FINITE
    if _CLOSED.get(after.low) in (DETERMINER, PRONOUN) or after.low in ("that", "to") or after.possessive:
        return FINITE
    return "w" if plural else NOUN


def _plural_head(tokens: Sequence[Token], tags: list[str]) -> bool:
    """Whether the phrase before a verb has a plural head: "reports from Norway", "images released by the ministry"."""
    begin = len(tags)
    while begin and tags[begin - 1] not in (SUBORDINATOR, RELATIVE, THAT, FINITE, AUXILIARY, MODAL, AND):
        begin -= 1
        if tags[begin] == MARK and tokens[begin].text in ",;:":
            begin += 1
            break
    if begin < len(tags) and tags[begin] in (PREPOSITION, GERUND, TO):
        return False
    for index in range(begin, len(tags)):
        if tags[index] in (PREPOSITION, UNSURE, "p") and index > begin:
            return tags[index - 1] in (NOUN, "w") and _is_plural(tokens[index - 1].low)
    return False


def _is_plural(low: str) -> bool:
    return (low.endswith("s") and not low.endswith("ss")) or low in _PLURALS or low.endswith("ly")


_UN_VERBS = frozenset("undergo understand undertake unveil undermine unite unify underline underscore unleash".split())
_PLURALS = frozenset("people police men women children media many some others data".split())


def _settle(tokens: Sequence[Token], tags: list[str]) -> None:
    """Decide forms that may be past or participle ("reached"), and noun-like forms, chunk by chunk.

    A chunk ends at punctuation and before a word that opens a clause. It holds one finite verb: where a sure one
    stands, the unsure are participles; else the first unsure is the verb unless "by" follows it and another does not.
    """
    _settle_opening(tokens, tags)
    begin = 0
    for index in range(len(tags) + 1):
        if index < len(tags) and not _bounds(tokens, tags, index):
            continue
        _settle_chunk(tokens, tags, begin, index)
        begin = index
    _promote(tokens, tags)


def _settle_opening(tokens: Sequence[Token], tags: list[str]) -> None:
    """ "In a note sent by Ruiz, ...", "With talks planned for May, ...": participles, up to the comma."""
    if not tags or tags[0] != PREPOSITION:
        return
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), 0)
    if not any(tag in (FINITE, UNSURE, AUXILIARY, MODAL, "w") for tag in tags[comma:]):
        return
    for i in range(comma):
        if tags[i] == UNSURE and tags[i + 1] in (PREPOSITION, TO, MARK, SUBORDINATOR):
            tags[i] = "p"


def _bounds(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    found = tags[index]
    if found in (SUBORDINATOR, RELATIVE, THAT, AND):
        return True
    if found == MARK and tokens[index].text in ',;:—–()“”"':
        return True
    return index > 0 and tags[index - 1] in (FINITE, UNSURE) and _takes_clause(tokens[index - 1])


def _takes_clause(token: Token) -> bool:
    form = lookup(token.low)
    return form is not None and form.lemma in TAKES_CLAUSE


def _settle_chunk(tokens: Sequence[Token], tags: list[str], begin: int, end: int) -> None:
    sure = any(tags[i] in (FINITE, AUXILIARY, MODAL) for i in range(begin, end))
    unsure = [i for i in range(begin, end) if tags[i] == UNSURE]
    for i in [i for i in unsure if _after_comma_participle(tokens, tags, i)]:
        tags[i] = "p"
        unsure.remove(i)
    chosen = -1 if sure or not unsure else _choose(tokens, tags, unsure, end)
    for i in unsure:
        tags[i] = FINITE if i == chosen else "p"


def _choose(tokens: Sequence[Token], tags: list[str], unsure: list[int], end: int) -> int:
    """The one finite verb among forms that may be participles, -1 for none."""
    plain = [i for i in unsure if not (i + 1 < len(tokens) and tokens[i + 1].low == "by")]
    if len(plain) > 1 and _reduced(tokens, tags, plain[0]):
        return plain[1]
    if not plain and any(tags[i] == "w" for i in range(unsure[0], end)):
        return -1  # "Images released by the ministry show": the later, weaker form is the verb
    return (plain or unsure)[0]


def _after_comma_participle(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    """ "The meeting, scheduled for May, ...": right after a comma and before a preposition."""
    if index < 2 or index + 1 >= len(tags) or tokens[index - 1].text != ",":
        return False
    return tags[index + 1] in (PREPOSITION, SUBORDINATOR, TO)


def _promote(tokens: Sequence[Token], tags: list[str]) -> None:
    """A word as often a noun ("marks") is the verb only where its clause has no other.

    Clauses are parted at the words that open one. Where the first, the main one, has no verb, it may come after a
    comma that closes a later one: "The talks, which began on Monday, mark a turn".
    """
    begin = 0
    owed = False  # the main clause still lacks its verb
    for index in range(len(tags) + 1):
        if index < len(tags) and tags[index] not in (SUBORDINATOR, RELATIVE, THAT):
            continue
        weak = [i for i in range(begin, index) if tags[i] == "w"]
        finite = [i for i in range(begin, index) if tags[i] in (FINITE, AUXILIARY, MODAL)]
        if finite and owed:
            comma = next((i for i in range(finite[0], index) if tokens[i].text == ","), index)
            chosen = _first_weak([i for i in weak if i > comma]) if len(finite) == 1 else -1
        else:
            chosen = -1 if finite else _first_weak(weak)
        for i in weak:
            tags[i] = FINITE if i == chosen else NOUN
        owed = (begin == 0 or owed) and not finite and chosen < 0
        begin = index


def _first_weak(weak: list[int]) -> int:
    """The first of these tokens, or the second where they touch ("powers push"); -1 for none."""
    if not weak:
        return -1
    return weak[1] if weak[1:] and weak[1] == weak[0] + 1 else weak[0]


def _reduced(tokens: Sequence[Token], tags: list[str], index: int) -> bool:
    """Whether a form in -ed reads as a participle after its noun: "containers delivered to the port were ..."."""
    return index + 1 < len(tokens) and tags[index + 1] in (PREPOSITION, TO) and index > 0 and tags[index - 1] == NOUN


# Main clause ----------------------------------------------------------------------------------------------------------


def main_clause(tokens: Sequence[Token], tags: Sequence[str], begin: int = 0, end: int | None = None) -> Clause | None:
    """The main clause among ``tokens[begin:end]``, or None where no finite verb of its own is found."""
    stop = len(tokens) if end is None else end
    waiting = 0
    consumed = False
    index = begin
    while index < stop:
        found = tags[index]
        if found in (RELATIVE, THAT) or (found == SUBORDINATOR and _opens_clause(tokens, tags, index, stop)):
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
        or (tags[index] == GERUND and words and tokens[words[-1]].low in _BE)
    ):
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
    passive = len(words) > 1 and lows[-2] in _BE and tags[head] == BARE
    progressive = tags[head] == GERUND
    catenative, planned = None, modal in ("will", "shall", "'ll")
    ahead = _plan_ahead(tokens, tags, head, last, stop, passive)
    if ahead is not None:
        catenative = tokens[ahead[0]].low
        leading = lookup(catenative)
        planned = planned or leading is None or leading.lemma not in _KEEPS_ON | _IS_SAID
        head, last = ahead[1], ahead[1] + 1
    form = lookup(tokens[head].low)
    return Verb(
        first, last, head, form.lemma if form else _plain(tokens[head].low), _tense(lows, modal), negated, passive,
        progressive, modal, planned, catenative,
    )  # fmt: skip


_BE = frozenset(
    """is are was were am be been being isn't aren't wasn't weren't it's he's she's that's there's here's what's who's
    we're they're you're i'm how's where's""".split()
)
_PLANNED = frozenset(
    "scheduled expected set due planned poised slated going bound planning preparing likely projected".split()
)
_INTENDS = frozenset("plan intend prepare".split())
_IS_SAID = frozenset("say believe think report know understand suppose allege".split())
_KEEPS_ON = frozenset("continue begin start".split())


def _plain(low: str) -> str:
    if low in _BE:
        return "be"
    return "have" if low.endswith("'ve") or low.startswith("ha") else low.removesuffix("n't")


def _plan_ahead(
    tokens: Sequence[Token], tags: Sequence[str], head: int, last: int, stop: int, passive: bool
) -> tuple[int, int] | None:
    """ "is scheduled to make", "is set to", "plans to meet": the word that plans, and the planned verb."""
    lead = head
    if tokens[head].low in _BE and last < stop and tokens[last].low in _PLANNED:
        lead = last
    if lead == head > 0 and tokens[head].low in ("is", "are") and _is_due(tokens, tags, head, stop):
        return lead, lead + 2
    form = lookup(tokens[lead].low)
    hearsay = passive and form is not None and form.lemma in _IS_SAID
    if tokens[lead].low not in _PLANNED and not hearsay and (form is None or form.lemma not in _INTENDS | _KEEPS_ON):
        return None
    if tokens[lead].low in _PLANNED and not (passive or lead == last or tags[lead] == GERUND):
        return None
    for i in range(lead + 1, min(lead + 3, stop)):
        if tags[i] not in (TO, ADVERB, NOT):
            return None
        if tags[i] == TO:
            for j in range(i + 1, min(i + 4, stop)):
                if tags[j] == BARE:
                    continue_to = j + 1 < stop and tokens[j].low == "be" and tags[j + 1] in (BARE, UNSURE, "p")
                    return lead, j + 1 if continue_to else j
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


def _tense(lows: list[str], modal: str | None) -> str:
    first = lows[0].removesuffix("n't")
    if modal:
        return "modal"
    if first in ("has", "have") and len(lows) > 1:
        return "perfect"
    if first == "had" and len(lows) > 1:
        return "past perfect"
    if first in ("was", "were", "did", "had"):
        return "past"
    form = lookup(first)
    return "past" if form and form.form in (Form.PAST, Form.EITHER) else "present"


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
        elif found in (PREPOSITION, SUBORDINATOR, GERUND, TO, "p", RELATIVE) or (
            found == NOUN and tokens[start].low in _TIME_WORDS
        ):
            after = _after_comma(tokens, tags, start, verb)
            if after is None:
                return (start, verb) if found == GERUND else (verb, verb)
            if tags[after] == GERUND:
                return after, verb
            start = after
        else:
            break
    return start, verb


_TIME_WORDS = frozenset(
    """
    last next monday tuesday wednesday thursday friday saturday sunday earlier meanwhile additionally
    """.split()
)


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
    return tags[comma + 1] in (PREPOSITION, AND, GERUND, "p", RELATIVE, SUBORDINATOR)


def head_noun(tokens: Sequence[Token], tags: Sequence[str], subject: tuple[int, int]) -> int | None:
    """Index of a noun phrase's head: its last noun before a preposition, mark or clause."""
    head: int | None = None
    for i in range(*subject):
        if tags[i] in (PREPOSITION, RELATIVE, SUBORDINATOR, TO, "p", THAT) or tokens[i].text in ",;:(—–":
            if head is not None:
                break
        elif tags[i] in (NOUN, PRONOUN):
            head = i
    return head
