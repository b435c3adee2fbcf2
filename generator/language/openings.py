"""Whether a passage can be read alone, or points at what stands before it: "He", "these tests", "the two sides"."""

from __future__ import annotations

import re

from generator.language.quotations import outside
from generator.language.stopwords import CALENDAR, STOPWORDS
from generator.model import Passage

_BARE_PRONOUN = re.compile(r"(?:he|she|it|they|this|these|those|his|her|its|their|such)\b", re.IGNORECASE)

# "It is not known whether": the pronoun stands for what follows.
_EXPLETIVE = re.compile(
    r"it (?:turns|turned) out\b"
    r"|it(?:’s|'s| is| was| remains| remained| seems| seemed| appears| appeared)\b.{0,60}?"
    r"\b(?:that|to|whether|who|what|how|if|why|when|where)\b",
    re.IGNORECASE,
)
_TIME = "week|month|year|morning|afternoon|evening|night|weekend|summer|autumn|fall|winter|spring|season|time|century"
_PEOPLE = (
    "man|woman|boy|girl|men|women|boys|girls|teen|teenager|suspects?|gunman|shooter|attacker|driver|victims?|couple|pair"
    "|author|father|mother|son|daughter|husband|wife|brother|sister|child|children|student|officer|former|latter|trio"
)
_THIRD_PERSON = re.compile(
    r"\b(?:he|she|him|her|his|hers|himself|herself|it|they|them|its|their|theirs|itself|themselves)\b"
)
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
    if passage.torn == ("", ""):
        own = outside(opening) if passage.speaker is None else ""
        if _SELF.search(own):
            return "its writer speaks of himself or herself"
        if _READER.search(own):
            return "speaks to its reader"
    if opening.rstrip().endswith((":", "?", "...", "…")) or opening[:1] in "…,;:.–—-)":
        return "no whole statement"
    return None


def _dangles(opening: str) -> bool:
    """Whether the first pronoun of the third person has nothing before it that it could stand for."""
    if _EXPLETIVE.match(opening):
        return False
    found = _THIRD_PERSON.search(opening[:1].lower() + opening[1:])
    if found is None:
        return False
    before = opening[: found.start()]
    names = (name.group().lower() for name in _NAME.finditer(before))
    if _NOUN.search(before) or any(name not in STOPWORDS and name not in CALENDAR for name in names):
        return False
    return not _NAME_FOLLOWS.match(opening)
