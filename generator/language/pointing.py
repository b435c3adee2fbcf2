"""What in a sentence points at another one, told by its words and their classes: "this" alone, "they" after one name,
"the move" of which nothing was said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.language.calendar import CALENDAR
from generator.language.names import NameKind, find_names
from generator.language.reporting import SAID_THINGS, SPEAKERS, may_speak, speech_class
from generator.language.scan import Token
from generator.language.stopwords import STOPWORDS
from generator.language.tagger import VERBS, Tag

_DEMONSTRATIVES = frozenset("this that these those".split())
# "this week" is the reader's own, "this country" the article's: neither points at a sentence.
_HERE = frozenset(
    """week month year morning afternoon evening night weekend summer autumn fall winter spring season time century
    decade moment day country nation world planet city town state administration congress president
    way kind sort type side""".split()
)
_SETS_APART = frozenset("who whom whose which that of in with on at from for as".split())  # "those who", "that of"
_DESCRIBES = frozenset(
    (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER, Tag.GERUND, Tag.PARTICIPLE, Tag.ADVERB, Tag.DETERMINER)
)
_PLURAL = frozenset("they them their theirs themselves".split())
_MANY = frozenset(
    """both all some many most few several those these who everyone everybody anyone anybody someone somebody each
    every no one nobody people police staff men women children others either neither none public crew majority
    half couple pair family person whoever""".split()
)
# What is one of its kind, or what every reader knows: "the president", "the economy", "the pandemic".
_ONLY_ONE = frozenset(
    """president government country nation world public people economy market markets house senate congress court
    police military army navy administration union press media internet web virus coronavirus pandemic weather sky sun
    moon sea border future past law right left constitution capital prime pope king queen fed dollar euro election war
    treasury cabinet parliament opposition way fact idea problem question answer truth result reason point time day
    week month year morning evening night weekend end beginning start middle north south east west rich poor wealthy
    unemployed first last best worst only same rest others presidency senator chamber republic crown church party
    mayor governor minister premier chancellor kingdom air
    environment climate planet earth floor ground phone street streets road majority minority number age case
    """.split()
)
# Acts and words that are told before they are named so.
_TOLD_BEFORE = SAID_THINGS | frozenset(
    """move decision mistake incident accusation accusations remark comment comments conversation conversations
    exchange proposal exercise exercises call meeting request offer order deal agreement measure bill rule interview
    hearing vote visit trip protest attack shooting blast crash fire trial case charge charges arrest raid crackdown
    change changes plan plans policy staffer episode scandal dispute row standoff announcement appointment resignation
    departure nomination ban deadline suggestion threat warning gesture step effort project operation event ceremony
    article book film show program programme study caller host paper network outlet magazine broadcaster station news
    notice update advisory attempt county state city town village district province island campaign proceeds
    idea prospect tactic practice approach issue matter controversy answer
    """.split()
)
_SPECIFIES = frozenset(
    (Tag.NOUN, Tag.NAME, Tag.RELATIVE, Tag.THAT, Tag.TO, Tag.PREPOSITION, Tag.GERUND, Tag.PARTICIPLE, Tag.NUMBER)
)


def bare_demonstrative(tokens: Sequence[Token]) -> bool:
    """Whether "this" or "that" stands for something told elsewhere, or "this bill" for something named elsewhere.

    ``tokens`` are those of a sentence without what it quotes.
    """
    return any(_stands_for_more(tokens, place) for place in range(len(tokens)))


def _stands_for_more(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.low not in _DEMONSTRATIVES:
        return False
    near = token.low in ("this", "these")
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if near and place and tokens[place - 1].low == "," and tokens[0].low in _CONDITIONS:
        return False  # "If the bill passes, this will": the clause before it
    if following is None or not following.text[0].isalnum():
        denied = place > 0 and speech_class(tokens[place - 1].lemma) == "denial"
        return near or following is None or following.low in _CLOSES or denied
    if token.low == "that" and _verb_follows(tokens, place):  # "think that made sense", not "the bill that made"
        before = tokens[place - 1]
        return place == 0 or before.low == "," or (before.tag in VERBS and before.lemma != "be")
    if token.low == "that" and place and tokens[place - 1].lemma in _DO and following.tag in _BESIDE_VERBS:
        return True  # "to have that too"
    if token.low == "that" and following.low in _TOLD_BEFORE and place > 0:
        return not speech_class(tokens[place - 1].lemma)  # "contradicted that statement"
    if token.low == "that" and following.tag is Tag.NOUN and token.tag is Tag.DETERMINER:
        return following.low not in _HERE and (place == 0 or _leads_to_determiner(tokens[place - 1]))
    if token.tag is not Tag.DETERMINER or (not near and following.low in _SETS_APART):
        return False
    if following.tag not in _DESCRIBES:
        return near or following.tag is not Tag.PRONOUN
    if token.low == "those":
        return following.tag is Tag.NOUN
    described = (Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER) if place == 0 or near else ()
    return following.tag in described and not any(one.low in _HERE for one in tokens[place + 1 : place + 3])


_DO = frozenset("do have catch get change stop use handle fix take".split())
_BESIDE_VERBS = frozenset((Tag.ADVERB, Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.CONJUNCTION))
_CONDITIONS = frozenset("if when once should unless".split())


def _verb_follows(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb comes next, adverbs aside."""
    following = next((one for one in tokens[place + 1 :] if one.tag is not Tag.ADVERB), None)
    return following is not None and following.tag in _VERBAL


def _leads_to_determiner(token: Token) -> bool:
    """Whether "that" before a noun belongs to the noun: "echoed that claim", "if that writ", not "said that prices"."""
    return token.tag in (Tag.SUBORDINATOR, Tag.PREPOSITION) or (token.tag in VERBS and not speech_class(token.lemma))


_CLOSES = frozenset(".;?!—–)")


def plural_without_noun(tokens: Sequence[Token], persons: frozenset[str]) -> bool:
    """Whether the first "they" or "them" has nothing before it in the sentence that is more than one: "Petrov offered
    them a seat". ``persons`` are words of persons' names."""
    place = next((place for place, token in enumerate(tokens) if token.low in _PLURAL), None)
    if place is None:
        return False
    before = tokens[:place]
    named = [token for token in before if token.capital and is_name(token.low)]
    if named and named[0] is before[0] and named[0].tag is not Tag.NAME and named[0].text not in persons:
        named = named[1:]  # the capital of a sentence
    others = sum(one.end + 1 < other.start for one, other in pairwise(named))  # names that stand apart
    return not others and not any(is_many(token) for token in before) and all(one.text in persons for one in named)


MOST_VERBS = 2  # before "him", of one clause: "tried to reach him"


def object_without_noun(tokens: Sequence[Token]) -> bool:
    """Whether "him" or "her" is the object of a verb of which the only person named before is the subject: "Petrov told
    him"."""
    for place, token in enumerate(tokens):
        if token.low not in ("him", "her") or token.tag is not Tag.PRONOUN or not place:
            continue
        before = tokens[:place]
        if before[-1].tag not in VERBS:
            return False
        named = find_names(" ".join(one.text for one in before))
        names = [name for name in named if name.kind not in (NameKind.COUNTRY, NameKind.ORGANISATION)]
        people = [one for one in before if one.tag is Tag.NOUN and may_speak(one.low) and not one.low.endswith("s")]
        return len(names) + len(people) <= 1 and sum(one.tag in VERBS for one in before) <= MOST_VERBS
    return False


def in_place_of(pronoun: str, name: str) -> str:
    """A name as it stands for a pronoun: that of "his" is a possessive."""
    return f"{name}’s" if pronoun.lower() in _POSSESSIVES and not name.endswith(("’s", "'s")) else name


_POSSESSIVES = frozenset("his her its their".split())


def is_many(token: Token) -> bool:
    """Whether a word stands for more than one: "they"."""
    if token.low in _MANY or token.low in SPEAKERS or token.tag is Tag.NUMBER:
        return token.low not in ("one", "1")
    return token.tag is Tag.NOUN and token.lemma != token.low


def too_few_named(tokens: Sequence[Token]) -> bool:
    """Whether "the two leaders" has fewer than two names before it, that of the sentence's capital aside."""
    place = next((place for place, token in enumerate(tokens) if token.low in ("two", "three", "both", "four")), 0)
    named = [one for one in tokens[:place] if one.capital and is_name(one.low)]
    apart = sum(one.end + 1 < other.start for one, other in pairwise(named))
    return apart < 1 and not any(one.low == "and" for one in tokens[:place])


def without_speaker(tokens: Sequence[Token]) -> bool:
    """Whether "he said" or "said she" stands here, the words of a sentence whose speaker another one names."""
    return any(
        {one.low, other.low} & _SPEAKS_HERE
        and any(speech_class(each.lemma) for each in (one, other) if each.tag in VERBS)
        for one, other in pairwise(tokens)
    )


_SPEAKS_HERE = frozenset("he she they".split())


def things_told_before(tokens: Sequence[Token]) -> frozenset[str]:
    """Nouns that stand with nothing but "the", as what an article has told of already does: "the move", "the call".

    Of the subject that opens a sentence any noun that more than one thing can have, of others those of acts and words
    alone. In lower case, as they stand.
    """
    found = set()
    for place, token in enumerate(tokens):
        noun = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.low != "the" or noun is None or noun.tag is not Tag.NOUN or noun.capital or noun.possessive:
            continue
        following = tokens[place + 2] if place + 2 < len(tokens) else None
        if following is not None and (following.tag in _SPECIFIES or following.low in ("-", "(", ":", "“", '"')):
            continue
        behind = tokens[place + 3].tag if place + 3 < len(tokens) else Tag.OTHER
        if following is not None and following.low == "," and behind is Tag.PARTICIPLE:
            continue  # "the statement, obtained by the Courier, says"
        opens = place == 0 and following is not None and following.tag in _VERBAL and noun.low not in _ONLY_ONE
        if opens or noun.low in _TOLD_BEFORE:
            found.add(noun.low)
    return frozenset(found)


_VERBAL = frozenset((Tag.MODAL, Tag.PRESENT, Tag.PAST, Tag.ADVERB, Tag.NOT))


def place_without_name(tokens: Sequence[Token]) -> bool:
    """Whether "there" stands for a place that is not named before it."""
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        exists = following is not None and (
            following.tag in (Tag.PRESENT, Tag.PAST, Tag.MODAL, Tag.TO, Tag.NOT) or following.low.startswith("'")
        )
        if token.low == "there" and place and not exists:
            before = tokens[:place]
            return not any(one.capital and is_name(one.low) for one in before[1:]) and not any(
                one.low in ("the", "a", "an") for one in before
            )
    return False


def is_name(word: str) -> bool:
    """Whether a word that has a capital may be a name: it is neither grammar nor a day or month."""
    return word.lower() not in STOPWORDS and word.lower() not in CALENDAR
