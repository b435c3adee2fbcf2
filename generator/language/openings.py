"""Whether a passage can be read alone, or points at what stands before it: "He", "these tests", "the two sides"."""

from __future__ import annotations

import re

from generator.language.names import NameKind, find_names
from generator.language.quotations import outside
from generator.language.reporting import SPEAKERS
from generator.language.stopwords import CALENDAR, STOPWORDS
from generator.model import Passage

_BARE_PRONOUN = re.compile(r"(?:he|she|it|they|this|these|those|his|her|its|their|such)\b", re.IGNORECASE)

# "It is not known whether": the pronoun stands for what follows.
_EXPLETIVE = re.compile(
    r"it (?:turns|turned) out\b"
    r"|it(?:’s|'s| is| was| remains| remained| seems| seemed| appears| appeared)(?: \w+){0,3}"
    r" (?:that|to|whether|who|what|how|if|why|when|where)\b",
    re.IGNORECASE,
)
_TIME = "week|month|year|morning|afternoon|evening|night|weekend|summer|autumn|fall|winter|spring|season|time|century"
_PEOPLE = (
    "man|woman|boy|girl|men|women|boys|girls|teen|teenager|suspects?|gunman|shooter|attacker|driver|victims?|couple|pair"
    "|author|father|mother|son|daughter|husband|wife|brother|sister|child|children|student|officer|former|latter|trio"
)
_PERSONAL = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b")
_OF_THINGS = re.compile(r"\b(?:it|they|them|its|their|theirs|itself|themselves)\b")
_NAME = re.compile(r"\b[A-Z][\w-]*")
_NOUN = re.compile(r"\b(?:an?|the|some|several|many|most|all|two|three|\d+)\s+\w", re.IGNORECASE)
# "When he arrived, Petrov said": the name comes after the clause that opens.
_NAME_FOLLOWS = re.compile(
    r"(?:when|while|after|before|as|in|during|since|although|though|if|at|on|for|with|by|despite|upon|until|because)\b"
    r"[^,]*,\s+(?:[a-z]+\s){0,3}(?-i:[A-Z])",
    re.IGNORECASE,
)

_JOINS = "|".join(
    (
        "and|but|or|nor|so|yet|still|also|too|then|thus|therefore|hence|instead|however|moreover|furthermore|likewise",
        "similarly|besides|otherwise|nonetheless|nevertheless|afterwards?|elsewhere|there|here|indeed|even so|not so",
        "at the time|at that time|at the same time|after that|before that|since then|in response|in turn|in fact|again",
        "in addition|as a result|as such|for example|for instance|among them|that said|in other words|in this|in that",
        "to that end|either way|meanwhile|oh|on top of|at that point",
        "(?:first|second|third|fourth|fifth|finally|lastly)(?=,)",
    )
)
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
        ("points at something named before", r"\b(?:those|these) \w*things?\b"),
        ("points at something named before", r"\b(?:this|that) (?:also |again |then )?(?:means|meant|shows|showed)\b"),
        ("points at something said before", r"\b(?:hint|said|suggest|impl|conced|admitt)\w* as much\b"),
    )
)

# What each pattern means, looked for at the opening of a passage. The first that fits is the reason.
_OPENINGS = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        (
            "goes on from what stands before",
            rf"(?:(?:{_JOINS})\b|\(\w\)|\d\.\s)(?! (?:are|is|was|were|has|have) )",
        ),
        ("points at something named before", rf"(?:this|these|those|such)\s+(?!(?:{_TIME})\b)\w"),
        ("points at something named before", rf"that\s+(?!(?:{_TIME})\b)\w+\s+(?:is|was|were|are|has|had|will)\b"),
        ("points at something named before", r"that(?:’s|'s| is| was| would| will| could| came| includes)\b"),
        ("speaks of two that are not named", r"(?:the two|both (?!(?:\w+ ){1,6}and\b)|neither\b(?! \w+ nor)|either\b)"),
        ("speaks of others than somebody named before", r"(?:the )?(?:other|others|another(?! \d)|rest)\b"),
        ("speaks of somebody who is not named", rf"the (?:\w+ )?(?:{_PEOPLE})\b{_WITH_MORE}"),
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
    opening = passage.text[passage.lead_in :].lstrip(" “\"'‘")
    if passage.antecedent is None:
        reason = next((reason for reason, pattern in _OPENINGS if pattern.match(opening)), None)
        if reason is not None:
            return reason
        if _dangles(opening):
            return "a pronoun whose noun stands in another sentence"
    plain = outside(opening) if passage.torn == ("", "") else ""
    reason = next((reason for reason, pattern in _ANYWHERE if pattern.search(plain)), None)
    if reason is not None:
        return reason
    if passage.torn == ("", ""):
        own = outside(opening) if passage.speaker is None else ""
        if _SELF.search(own):
            return "its writer speaks of himself or herself"
        if _READER.search(own):
            return "speaks to its reader"
    if _SUBORDINATE.match(opening) and "," not in opening:
        return "no whole statement"
    if opening.rstrip().endswith((":", "?", "...", "…")) or opening[:1] in "…,;:.–—-)":
        return "no whole statement"
    return None


def _dangles(opening: str) -> bool:
    """Whether the first pronoun of the third person has nothing before it that it could stand for: a person's a name or
    a word for a person, a thing's any noun."""
    if _EXPLETIVE.match(opening) or _NAME_FOLLOWS.match(opening):
        return False
    text = opening[:1].lower() + opening[1:]
    person, thing = _PERSONAL.search(text), _OF_THINGS.search(text)
    if person is not None and not _names_a_person(opening[: person.start()]):
        return True
    if thing is None:
        return False
    before = opening[: thing.start()]
    return _NOUN.search(before) is None and not any(_is_name(name.group()) for name in _NAME.finditer(before))


def _names_a_person(before: str) -> bool:
    if _COMMON_NOUN.search(before) is not None:
        return True
    words = before.split()
    if any(
        word.strip(",;:’'").lower() in SPEAKERS or _SOMEBODY.fullmatch(word.strip(",;:’'").lower()) for word in words
    ):
        return True
    bodies = [name for name in find_names(before) if name.kind in (NameKind.COUNTRY, NameKind.ORGANISATION)]
    return any(
        _is_name(found.group()) and not any(body.start <= found.start() < body.end for body in bodies)
        for found in _NAME.finditer(before)
    )


def _is_name(word: str) -> bool:
    return word.lower() not in STOPWORDS and word.lower() not in CALENDAR


_COMMON_NOUN = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Tt]wo|[Tt]hree|\d+) [a-z]")
_SOMEBODY = re.compile(rf"(?:\d+-year-old|{_PEOPLE}|person|people|someone|somebody|anyone|who|each|every|one)")
_SUBORDINATE = re.compile(
    r"(?:even )?(?:when|if|though|although|because|while|unless|until|since|whereas)\b", re.IGNORECASE
)
