"""Whether a passage can be read alone, or points at what stands before it: "He", "these tests", "the two sides"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from generator.language.calendar import ANY_WEEKDAY
from generator.language.clauses import RELATIVE, tag
from generator.language.names import NameKind, find_names, looks_like_person
from generator.language.pointing import (
    bare_demonstrative,
    in_place_of,
    is_many,
    is_name,
    object_without_noun,
    place_without_name,
    plural_without_noun,
    things_told_before,
    too_few_named,
    without_speaker,
)
from generator.language.quotations import outside
from generator.language.reporting import may_speak
from generator.language.scan import Token, read_tokens
from generator.language.tagger import FINITE_TAGS, Tag
from generator.model import Gloss, Passage

_BARE_PRONOUN = re.compile(r"(?:he|she|it|they|this|these|those|his|her|its|their|such)\b", re.IGNORECASE)

# "It is not known whether": the pronoun stands for what follows.
_EXPLETIVE = re.compile(
    r"it (?:turns|turned) out\b"
    r"|it(?:’s|'s| is| was| remains| remained| seems| seemed| appears| appeared)"
    r"(?! (?:scheduled|set|expected|due|meant|designed|intended) to\b)(?: (?!an?\b|the\b)\w+){0,3}"
    r" (?:that|to|whether|who|what|how|if|why|when|where)\b",
    re.IGNORECASE,
)
_TIME = "week|month|year|morning|afternoon|evening|night|weekend|summer|autumn|fall|winter|spring|season|time|century"
_PEOPLE = (
    "man|woman|boy|girl|men|women|boys|girls|teen|teenager|suspects?|gunman|shooter|killer|hero|attacker|driver|victims?|couple|pair"
    "|author|father|mother|son|daughter|husband|wife|brother|sister|child|children|student|officer|former|latter|trio"
    "|candidate|patient|lawmaker|senator|congress(?:wo)?man|spokes(?:wo)?man|spokesperson"
)
_PERSONAL = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b")
_OF_THINGS = re.compile(r"\b(?:it|they|them|its|their|theirs|itself|themselves)\b")
_NAME = re.compile(r"\b[A-Z][\w-]*")
_ONE_NOUN = re.compile(r"\b(?:an?|the|each|every|no|his|her)\s+\w", re.IGNORECASE)
_NOUN = re.compile(r"\b(?:an?|the|some|several|many|most|all|two|three|\d+)\s+\w", re.IGNORECASE)
# "When he arrived, Petrov said": the name comes after the clause that opens.
_NAME_FOLLOWS = re.compile(
    r"(?!(?:he|she|it|they|his|her|its|their)\b)(?:[\w-]+ ){0,3}?"
    r"(?:when|while|after|before|as|in|during|since|although|though|if|at|on|for|with|by|despite|upon|until|because|once"
    r"|following|unlike|like|(?:ahead|because|instead) of|prior to|along with|thanks to)\b"
    r"[^,]*,\s+(?!(?:he|she|it|they|we|I)\b)(?:[a-z’'-]+,?\s+){0,6}(?-i:[A-Z])",
    re.IGNORECASE,
)

_JOINS = "|".join(
    (
        "and|but|or|nor|so|yet|still|also|too|then|thus|therefore|hence|instead|however|moreover|furthermore|likewise",
        "similarly|besides|otherwise|nonetheless|nevertheless|afterwards?|elsewhere|there|here|indeed|even so|not so",
        "at the time|at that time|(?:at|around|about) the same time|all (?:this|that|the) (?:time|while)",
        "after that|before that|since then|in response|in turn|in fact|again",
        "in addition|as a result|as such|for example|for instance|among them|that said|in other words|in this|in that",
        "to that end|either way|meanwhile|oh|on top of|at that point|not to mention|(?:first|second) of all",
        "(?:first|second|third|fourth|fifth|finally|lastly)(?=,)",
    )
)
_OF_THAT_KIND = r"\b[Tt]h(?:is|at|ese|ose) (?:kind|sort|type)s? of\b"
_WITH_MORE = r"(?!,? (?:who|accused|charged|in|of|with|(?-i:[A-Z])))"

# What each pattern means, looked for in a passage outside its quotations.
_ANYWHERE = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (
            "points at something named before",
            r"\b(?:of|into|on|about|from|for|at|with|by|after|under|to|in|against) (?:that|those|these)"
            r" (?!(?:who|which|of|is|was|are|were|in|with|on)\b|\w*(?:day|week|month|year|time|night)s?\b)[a-z]",
        ),
        ("points at something named before", r"\b(?:this|that|these|those) (?:exact|very|same)\b"),
        ("points at something named before", _OF_THAT_KIND),
        ("points at something named before", r"\b(?:those|these) \w*things?\b|\b(?:that|whether|if) that[’']s\b"),
        ("points at something named before", r"\b(?:this|that) (?:also |again |then )?(?:means|meant|shows|showed)\b"),
        ("points at something said before", r"\b(?:agree|disagree|concur)(?:s|d|red)?\W*$"),
        ("points at something said before", r"\b(?:hint|said|suggest|impl|conced|admitt)\w* as much\b"),
        (
            "points at something named before",
            r"\b(?:several|many|two|three|four|no|any|other|most|first|last|only|another|one|all) such\b|\bsuch an?\b"
            r"|\bthe latter\b",
        ),
        (
            "compares with something named before",
            r"\b(?:is|are|was|were) even (?:closer|higher|lower|bigger|larger|smaller|better|worse)\b(?!.*\bthan\b)"
            r"|\bthe (?:earlier|aforementioned|remaining) [a-z]",
        ),
        (
            "points at something named before",
            r"\b(?:that way|like that)\b(?! of\b)|\b(?:release|rest|one|some|many|most) of others\b",
        ),
        (
            "its writer speaks of himself or herself",
            r"^(?:I|We|Our|My)\b|\b(?:tells?|told|asked|gave|showed|emailed|informed|sent|wrote) (?:me|us)\b"
            r"|\bsaid to (?:me|us)\b",
        ),
        ("no whole statement", r"\b(?:an?|the|and|or|if|because|(?:warn|sa|add|argu|claim)\w* that)\W*$"),
        (
            "counts time from something before",
            rf"^(?:(?!\b(?:{ANY_WEEKDAY})\b|\d).)*"
            r"\bthat (?:same )?(?:time|day|week|month|year|night|morning|evening|afternoon|weekend)\b",
        ),
        (
            "tells only that somebody did not comment",
            r"(?:\bnot|n[’']t)\b[^,;.]{0,40}\b(?:respond|repl[yi]|return|answer|available|reached)\w*\b[^,;.]*"
            r"\b(?:comments?|calls?|requests?|e-?mails?|messages?|inquir\w+|interviews?)\b"
            r"(?: (?:on|about|for|from|to|regarding|seeking)\b[^,;.]*)?(?:, nor .*)?[.\s]*$"
            r"|\bdeclined (?:to comment|comment|(?:an? )?(?:requests?|interviews?)[^,;.]*)(?: on \w+day)?[.\s]*$",
        ),
        ("no whole statement", r"\b(?:an?|the|of|to|with|by)\s*:"),
        ("a place that is named in another sentence", r"\bhere(?=[.,;]|$)"),
        ("an aside of its writer", r"^\W*\([^()]*\)\W*$"),
        (
            "points at something named before",
            r"\bin question\b|\b(?:(?:do|does|did|done|doing) the same|(?:did|does|done) so)\b"
            r"|\ball (?:three|four|five|six|seven)\b(?! of)",
        ),
        (
            "speaks of somebody who is not named",
            r"(?<!, )\b[Tt]he (?:[A-Z][\w.]+ ){1,2}(?:Republican|Democrat|senator|congress(?:wo)?man|native|lawmaker)\b"
            r"(?! (?-i:[A-Z]))",
        ),
    )
)
# What a page puts into its text and no writer wrote: looked for in quotations too.
_OF_THE_PAGE = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bMedia playback\b|[a-z]:[A-Z][a-z]|\bAP Photo\b|/Getty\b|(?:\b[A-Z]{3,}\b ){4,}|(?:\b[A-Z]{5,}\b ){3,}",
        rf"\bBy (?:[A-Z][\w.]+ ){{2,3}}(?:{ANY_WEEKDAY})\b|\(more on (?:that|this)\b",  # a byline, a column's aside
        r"pic\.twitter|https?:|\bwww\.|\bt\.co/|(?<!\w)@[A-Za-z]\w{2,}",  # a tweet's remains
        r"\bMORE\b|\b(?P<name>[A-Z][a-z]+)\b.{0,40}\b(?P=name)[A-Z][a-z]",  # "Ann Bell Ann BellHarbour reopens MORE"
        r"^(?:CLOSE|WATCH|PLAY|SHARE|VIDEO|PHOTOS?|ADVERTISEMENT|LISTEN|EMBED|Image|Credit) (?=[A-Z])",  # a button's
        r"[\"”.] (?:Reuters|AP|AFP|Getty Images) [\"“]",  # a picture's credit between two sentences
        r"\bbecom(?:e|ing) a (?:member|subscriber)\b|\bstay up to date\b",  # calls to the reader
        r"\bhere[’']s (?:what|how|why) (?:they|you|it)\b",
        r"\b(?:is|are) (?:shown|seen|pictured)\b.*\b[A-Z][a-z]+\.? \d{1,2}, \d{4}\W*$",  # a caption
        r"\bNote:|\bSource:|\(in (?:thousands|millions|billions|percent)\b|\bshould read\b",  # a chart's
    )
)

# What each pattern means, looked for at the opening of a passage. The first that fits is the reason.
_OPENINGS = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        (
            "goes on from what stands before",
            rf"(?:(?:{_JOINS})\b|\(\w\)|\d\.\s|\d{{1,2}}[)/]\s)(?! (?:are|is|was|were|has|have) )",
        ),
        ("points at something named before", rf"(?:this|these|those|such)\s+(?!(?:{_TIME}|who|of|in|with|as)\b)\w"),
        ("points at something named before", rf"that\s+(?!(?:{_TIME})\b)\w+\s+(?:is|was|were|are|has|had|will)\b"),
        ("points at something named before", r"that(?:’s|'s| is| was| would| will| could| came| includes)\b"),
        ("points at something named before", r"that(?:,| [$€£\d])"),
        ("points at something told before", r"(?:when|once|after|before|until) (?:it|they)\b(?! comes? to\b)"),
        ("points at something told before", r"the \w+ (?:comes?|came|follow(?:s|ed)?)\b"),
        ("points at something told before", rf"(?:{ANY_WEEKDAY})[’']s (?:developments?|move|incident|news|events?)\b"),
        (
            "compares with something named before",
            r"an? (?:even |far |much )?(?:larger|smaller|bigger|higher|lower|greater|similar) "
            r"(?!.*\b(?:than|similar to)\b)",
        ),
        ("speaks of two that are not named", (
            r"(?:the two(?! (?:most|more|\w+est)\b)"
            r"|both (?!(?:\w+ ){1,6}and\b)|neither\b(?! \w+ nor)|either\b)"
        )),
        (
            "speaks of others than somebody named before",
            r"(?:the |there (?:are|is|were|was) )?(?:other|others|another(?! \d)|rest)\b"
            r"|(?:in|on|of|for|with) the other\b",
        ),
        (
            "counts time from something before",
            r"(?:that (?:same )?(?:day|week|month|year|night|morning|evening|afternoon)\b"
            r"|the (?:next|following|same|previous|preceding) (?:day|week|month|year|morning|evening|night)"
            r"|(?:earlier|later) (?:in the|that) (?:day|week|month|year|morning|evening|night)\b"
            r"|(?:[a-z-]+ ){0,4}(?:minutes|hours|days|weeks|months|moments) (?:later|earlier|(?:before|after) that))\b",
        ),
        ("speaks of somebody who is not named", rf"the (?:\w+ )?(?:{_PEOPLE})\b{_WITH_MORE}"),
        (
            "speaks of somebody who is not named",
            r"the (?:[\w-]+ ){0,2}(?:politician|mogul|billionaire|nominee|hopeful|contender|incumbent|tycoon|star)\b"
            rf"{_WITH_MORE}",
        ),
        (
            "speaks of somebody who is not named",
            r"the (?:former|outgoing|longtime|embattled|disgraced|late|then) (?:[\w-]+ ){0,5}?"
            r"(?:mayor|president|governor|senator|minister|pm|secretary|chief|official|adviser|lawyer|director|judge|aide)\b"
            rf"{_WITH_MORE}",
        ),
        ("points at something named before", r"(?:in|on|at|for|with|from|of) (?:it|them|him|her)\b"),
        (
            "counts things that stand before",
            r"(?:(?:only|about|nearly|some|just|almost|over) ){0,2}[\d.]+ ?(?:percent|per cent|%)"
            r" (?:were|are|was|is|had|have|did|remain)\b",
        ),
        (
            "counts things that stand before",
            r"(?:(?:\S+ ){1,4}sa(?:id|ys) (?:that )?)?(?:even )?(?:(?:two|three|four|five|six|several|many|some|\d+) )?"
            r"(?:more|many|some|most|few|several|two|three|four|five|none|all|half)"
            r" (?:were|are|was|is|had|have|did)\b",
        ),
    )
)  # fmt: skip
_SELF = re.compile(r"\b(?:I|we|us|our|ours|my|mine|me|I['’]m|we['’]re)\b")
_READER = re.compile(r"\b(?:you|your|yours|you['’]re|let['’]s)\b", re.IGNORECASE)


def opens_unclear(passage: Passage) -> bool:
    """Whether a passage opens with a pronoun whose antecedent is not certain."""
    opening = passage.text[passage.lead_in :].lstrip()
    return passage.antecedent is None and _BARE_PRONOUN.match(opening) is not None


def points_away(passage: Passage) -> str | None:
    """Why a passage cannot be read alone, None where it can: what it points at stands in another sentence."""
    if passage.language is not None:
        return None
    if passage.gloss is not None:
        return _gloss_points_away(passage, passage.gloss)
    text = _made_plain(passage)
    opening = text.lstrip(" “\"'‘")
    actors = (passage.antecedent.name, *passage.actors) if passage.antecedent is not None else passage.actors
    reason = _opening_points(opening, actors)
    if reason is not None:
        return reason
    if any(pattern.search(text) for pattern in _OF_THE_PAGE) or _is_shouted(text):
        return "holds what its page put into the text"
    if _in_quotation(passage, text):
        return "a quotation that points at something said before"
    plain = _unquoted(f"{passage.torn[0]}{text}{passage.torn[1]}")
    reason = _within(passage, plain) if plain.strip() != _SOMETHING else None
    return reason or (_NO_STATEMENT if _is_part(passage, text, opening) else None)


_NO_STATEMENT = "no whole statement"
_NOUN_ELSEWHERE = "a pronoun whose noun stands in another sentence"


def _opening_points(opening: str, actors: Sequence[str]) -> str | None:
    """Why an opening cannot be read alone."""
    reason = next((reason for reason, pattern in _OPENINGS if pattern.match(opening)), None)
    return reason or (_NOUN_ELSEWHERE if _dangles(opening, actors) else None)


def _is_part(passage: Passage, text: str, opening: str) -> bool:
    """Whether a passage is a part of a statement: it begins within one, is a clause alone, or ends before its end."""
    begins_within = text[:1].islower() and passage.start == passage.sentence.start and not passage.lead_in
    alone = _SUBORDINATE.match(opening) is not None and "," not in opening
    return begins_within or alone or opening.rstrip(' ”"').endswith((":", "?", "...", "…")) or opening[:1] in _GOES_ON


_GOES_ON = frozenset(("", *"…,;:.–—-)"))


def _gloss_points_away(passage: Passage, gloss: Gloss) -> str | None:
    """The same of a passage that is read by its gloss: the first word of the passage itself, which may be an object
    ("Das gaben beide Vereine bekannt"), and the order of words that the rules know."""
    if passage.antecedent is not None:
        return None
    first = min((span[2] for span in gloss.spans), default=0)
    if any(_POINTING.match(gloss.text, span[0]) for span in gloss.spans if span[2] == first):
        return _NOUN_ELSEWHERE
    opening = gloss.text.lstrip(" “\"'‘")
    opening = opening[:1].upper() + opening[1:]
    return _opening_points(opening, passage.actors)


# "It" often stands for what follows; and "this week" points at nothing.
_POINTING = re.compile(rf"(?:he|him|she|her|they|them|(?:this|that|these|those)(?! (?:{_TIME})\b))\b", re.IGNORECASE)


def _is_shouted(text: str) -> bool:
    """Whether most words stand in capitals: the headline of another article."""
    words = [word for word in text.split() if len(word) > 2]
    return len(words) > 3 and 2 * sum(word.isupper() for word in words) > len(words)


def _in_quotation(passage: Passage, text: str) -> bool:
    """Whether the words of a passage that is hardly more than a quotation point at something outside it."""
    quoted = _QUOTED.match(text)
    inner = text if passage.torn != ("", "") else quoted.group()[1:-1] if quoted else ""
    inner = inner.strip(' “”"')
    subordinate = _SUBORDINATE.match(inner) is not None and "," not in inner.rstrip(",.")
    vague = subordinate or _VAGUE.search(inner) is not None or re.search(_OF_THAT_KIND, inner) is not None
    if inner and (vague or plural_without_noun(read_tokens(inner), _persons(passage.actors))):
        return True
    of_nobody = set(passage.actors) <= {passage.speaker_actor} and _OF_SOMEBODY.search(text) is not None
    return of_nobody or _LIKE_THAT.search(text) is not None


_OF_SOMEBODY = re.compile(r"[,:] [“\"](?:he|she|they)\b", re.IGNORECASE)  # "Brell said, “he is ill”"
_LIKE_THAT = re.compile(r"\blike (?:that|this)[.,]?[”\"]")


def _made_plain(passage: Passage) -> str:
    """The text from where what it says begins, with the names that its wording puts in the place of pronouns."""
    text = passage.text
    meant = {one.start: one for one in (passage.antecedent, passage.says) if one is not None}
    for start in sorted(meant, reverse=True):
        first, last = start - passage.start, meant[start].end - passage.start
        if first >= passage.lead_in:
            text = f"{text[:first]}{in_place_of(text[first:last], meant[start].name)}{text[last:]}"
    return text[passage.lead_in :]


def _within(passage: Passage, plain: str) -> str | None:
    """Why what a passage says outside its quotations cannot be read alone, wherever that stands in it."""
    reason = next((reason for reason, pattern in _ANYWHERE if pattern.search(plain)), None)
    if reason is not None:
        return reason
    tokens = read_tokens(plain)
    if passage.speaker is None and (reason := _unspoken(passage, plain, tokens)) is not None:
        return reason
    if passage.reporting is not None and len(tokens) <= _SAYS_NOTHING and _SOMETHING not in plain:
        return "tells only that somebody said something"
    if passage.antecedent is None and object_without_noun(tokens):
        return _NOUN_ELSEWHERE
    if len(tokens) > 1 and tokens[0].low == "one" and tokens[1].tag in FINITE_TAGS:
        return "counts things that stand before"
    if bare_demonstrative(tokens):
        return "points at something named before"
    if passage.speaker is None and (
        _SAYS_AFTER.search(passage.text) or (passage.reporting is not None and without_speaker(tokens))
    ):
        return "said by somebody whom another sentence names"
    if passage.antecedent is None and plural_without_noun(tokens, _persons(passage.actors)):
        return _NOUN_ELSEWHERE
    if _OF_TWO.search(plain) and too_few_named(tokens):
        return "speaks of two that are not named"
    return "a place that is named in another sentence" if place_without_name(tokens) else None


def _unspoken(passage: Passage, plain: str, tokens: Sequence[Token]) -> str | None:
    """Why what nobody is quoted with cannot be read alone."""
    if _SELF.search(plain):
        return "its writer speaks of himself or herself"
    if _READER.search(plain):
        return "speaks to its reader"
    if not passage.opinion and plain.rstrip().endswith("!"):
        return "somebody's exclamation, and nobody says whose"
    if not any(token.tag in FINITE_TAGS for token in tokens) or _only_describes(tokens):
        return _NO_STATEMENT
    return "bids somebody do something" if _bids(tokens) else None


# "…,” she exhorted".
_SAYS_AFTER = re.compile(r"[,.!?][”\"] (?:he|she|they) [a-z]+")


_SAYS_NOTHING = 6  # tokens: "Brell spoke on Tuesday night."
_OF_TWO = re.compile(r"\b(?:the|both) (?:two|three|four|sides|leaders) ?[a-z]*")
_VAGUE = re.compile(
    r"^(?:all|some|many|most|none|each|both|one|a lot) of (?:these|those|them|that|this|it)\b"
    r"|^(?:yes|no)\b|\bthat[’']s (?:true|right|wrong)\b"
    r"|\b(?:do|does|did|like|with|about) that[.,;!?]?$|^that (?:does|did|was|is|[a-z]+s)\b(?! [a-z]+(?:s|ed) )"
    r"|(?:^|\b(?:think|believe|know|say|said|hope|mean|feel|guess) )(?:that|this|it)(?:[’']s| is| was)\b"
    r"(?! \w+ (?:that|to)\b)",
    re.IGNORECASE,
)


def told_before(passage: Passage) -> frozenset[str]:
    """Nouns, in lower case, by which a passage speaks of what its article has told before, unless the reader knows it
    from elsewhere: "the move", "the call". Empty where it is not read."""
    if passage.language is not None or passage.torn != ("", ""):
        return frozenset()
    return things_told_before(read_tokens(_unquoted(_made_plain(passage))))


_SOMETHING = "something"
_QUOTED = re.compile(r"“[^“”]*”|(?<![\w”])\"[^\"]*\"(?!\w)")


def _unquoted(text: str) -> str:
    """A text without what it quotes, of which a word keeps the place: "charging that something"."""
    return outside(_QUOTED.sub(f" {_SOMETHING} ", text))


def _dangles(opening: str, actors: Sequence[str]) -> bool:
    """Whether the first pronoun of the third person has nothing before it that it could stand for: a person's a name or
    a word for a person, a thing's any noun. ``actors`` are the canonical names in the passage."""
    if _NAME_FOLLOWS.match(opening):
        return False
    text = opening[:1].lower() + opening[1:]
    person, thing = _PERSONAL.search(text), _OF_THINGS.search(text)
    if person is not None and not _names_a_person(opening[: person.start()], actors):
        return True
    if thing is None or _EXPLETIVE.match(opening):
        return False
    before = opening[: thing.start()]
    singular = thing.group() in _SINGULAR
    if (_ONE_NOUN if singular else _NOUN).search(before) or _EXPLETIVE.match(opening[thing.start() :]):
        return False
    named = [name for name in _NAME.finditer(before) if is_name(name.group()) and not _PARTY.fullmatch(name.group())]
    if singular:
        named = [name for name in named if not _PEOPLES.fullmatch(name.group())]
    persons = _persons(actors) | frozenset(_TITLED.findall(before))
    if not singular and sum(one.end() + 1 < other.start() for one, other in pairwise(named)):
        return False  # two who stand apart: "Vale, who met Brell in May, left their house"
    if not singular and any(is_many(token) for token in read_tokens(before)):
        return False  # "Electors could vote for whomever they wanted"
    return all(name.group() in persons or name.group() in _TITLES for name in named)


def _only_describes(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a noun and what is told of it alone: "A company that had an interest in the pier"."""
    if len(tokens) < 3 or tokens[0].low not in ("a", "an", "the"):
        return False
    return RELATIVE in tag(tokens)[1][1:4] and sum(token.tag in FINITE_TAGS for token in tokens) < 2


def _bids(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a bid, an item of a list mostly: "Create a new command"."""
    if len(tokens) < 2 or tokens[1].tag is not Tag.DETERMINER:
        return False
    return tokens[0].tag is Tag.PRESENT and tokens[0].lemma == tokens[0].low


def _persons(actors: Sequence[str]) -> frozenset[str]:
    """The words of those names that may be persons'."""
    return frozenset(word for actor in actors if _may_be_person(actor) for word in actor.split())


@lru_cache(maxsize=1024)
def _may_be_person(actor: str) -> bool:
    kinds = {name.kind for name in find_names(actor, mid_sentence=True)}
    return " " in actor and not kinds & {NameKind.COUNTRY, NameKind.ORGANISATION}


_PARTY = re.compile(r"[A-Z]|[DRI]-[A-Z]\w{0,3}")  # "R-S.C."
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|President|Senator)\.? ([A-Z][\w-]+)")
_TITLES = frozenset("Mr Mrs Ms Dr Sen Rep President Senator Representative Minister Secretary Governor Mayor".split())


_SINGULAR = frozenset("it its itself".split())
_PEOPLES = re.compile(r"[A-Z]\w+(?:an|at|ist|er|i)s")  # "Democrats", "Iranians": more than one


def _names_a_person(before: str, actors: Sequence[str]) -> bool:
    words = [_OWN.sub("", word.strip(",;:’'()").lower()) for word in before.split()]
    if any((may_speak(word) or _SOMEBODY.fullmatch(word)) and not _MANY.search(word) for word in words):
        return True
    bodies = [name for name in find_names(before) if name.kind in (NameKind.COUNTRY, NameKind.ORGANISATION)]
    named = frozenset(word for actor in actors for word in actor.split())
    return any(
        is_name(found.group())
        and found.group().lower() not in _OF_MANY
        and not found.group().isupper()  # "TV", "GOP"
        and (found.start() > 0 or found.group() in named or read_tokens(before)[0].tag is Tag.NAME)
        and not _led_as_place(before, found.start())
        and not any(body.start <= found.start() < body.end for body in bodies)
        for found in _NAME.finditer(before)
    )


def _led_as_place(before: str, at: int) -> bool:
    """Whether a name stands as that of a place does: "After graduating from West Point, he"."""
    run = next((one for one in _RUN.finditer(before) if one.start() <= at < one.end()), None)
    led = before[: run.start()].lower().split()[-1:] if run is not None else []
    if run is None or not led or led[0] not in _BEFORE_PLACES:
        return False
    return not looks_like_person(" ".join(run.group().split()[-2:]))


_RUN = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*")
_BEFORE_PLACES = frozenset("in at from near across outside".split())
_MANY = re.compile(r"(?:(?<!s)s|men|people)$")  # of a word for persons: more than one
_OWN = re.compile(r"['’]s?$")
# Of a faith, a party, a part of the world: no one person.
_OF_MANY = frozenset(
    """islamic muslim muslims christian christians jewish jews catholic catholics protestant republican republicans
    democratic democrats western eastern african asian european congress senate house court twitter facebook""".split()
)


_SOMEBODY = re.compile(
    rf"(?:\d+-year-old|{_PEOPLE}|person|people|someone|somebody|anyone|who|each|every|one|nurse|guest|guard|candidate"
    r"|nominee|employee|refugee|tenant|parents?|cop|thief|heir|hero|migrant|immigrant|servant|accountant|client|agent"
    r"|president|resident|student|patient|veteran|soldier|athlete|chef|pilot|cook|clerk|nun|monk|priest|baby|toddler|kid"
    r"|democrat|republican|idol|star|celebrity|legend|ally|rival|host|boss|judge|coach|billionaire|mogul|tycoon)"
)
_SUBORDINATE = re.compile(
    r"(?:even )?(?:when|if|though|although|because|while|unless|until|since|whereas)\b", re.IGNORECASE
)
