"""Words of a sentence with their offsets: what the readers of names and clauses share."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from generator.language.countries import states
from generator.language.scripts import SIGNS
from generator.language.tagger import FINITE_TAGS, Tag, tag_words

# "U.S." and "U.N.-backed"; numbers with separators; words with inner hyphens and apostrophes; else one character.
_LETTER = rf"(?:\w[{SIGNS}]*)"  # with the signs that some programs write accents as
_TOKEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}(?:-{_LETTER}+)?|\d+(?:[.,]\d+)*{_LETTER}*|{_LETTER}+(?:[-'’]{_LETTER}+)*|\S"
)
_KEPT = 4096  # texts; those of a story are asked for again by the stages that follow


class Token(NamedTuple):
    """A word or mark. ``text`` is without a possessive ending, ``low`` the same in lower case; ``end`` includes it."""

    start: int
    end: int
    text: str
    low: str
    possessive: bool
    capital: bool  # whether it begins with one
    tag: Tag = Tag.OTHER  # of its place in the sentence, where the sentence was tagged
    lemma: str = ""


@lru_cache(maxsize=_KEPT)
def read_tokens(sentence: str) -> tuple[Token, ...]:
    """The tokens of one sentence in order, each with its tag and lemma."""
    tokens = scan(sentence)
    parts = [_parts(token) for token in tokens]
    tagged = iter(tag_words(tuple(part for each in parts for part in each)))
    found: list[Token] = []
    for token, each in zip(tokens, parts, strict=True):
        own = [next(tagged) for _ in each]
        helps = next((t for t in own if t.tag in FINITE_TAGS), None)
        tag, lemma = own[0] if helps is None or len(own) == 1 or token.possessive else helps
        found.append(token._replace(tag=tag, lemma=lemma))
    return tuple(found)


def _parts(token: Token) -> tuple[str, ...]:
    """A token as the tagger knows words: "don't" is two, and so is "Ruiz's"."""
    if token.possessive:
        return token.text, "'s"
    if token.low == "cannot":
        return "can", "not"
    if "'" not in token.low:
        return (token.text,)
    if token.low.endswith("n't") and len(token.low) > 3:
        return token.text[:-3], "n't"
    at = token.low.index("'")
    return (token.text[:at], token.low[at:]) if token.low[at:] in _ENDINGS else (token.text,)


_ENDINGS = frozenset("'s 're 've 'll 'd 'm".split())


@lru_cache(maxsize=_KEPT)
def scan(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order, offsets in code points of ``text``, neither tagged nor with a lemma."""
    tokens: list[Token] = []
    states = _state_words()
    for match in _TOKEN.finditer(text):
        raw = match.group()
        possessive = False
        if len(raw) > 2 and raw[-1] in "sS" and raw[-2] in "'’" and raw.lower().replace("’", "'") not in _CONTRACTED:
            raw, possessive = raw[:-2], True
        elif raw in "'’" and tokens and tokens[-1].end == match.start() and tokens[-1].low.endswith("s"):
            tokens[-1] = tokens[-1]._replace(end=match.end(), possessive=True)
            continue
        start = match.start()
        head, hyphen, tail = raw.partition("-") if "-" in raw else (raw, "", "")
        if hyphen and tail and head in states:
            tokens.append(Token(start, start + len(head), head, head.lower(), False, head[0].isupper()))
            start += len(head) + 1
            tokens.append(Token(start - 1, start, "-", "-", False, False))
            raw = tail
        low = raw.lower()
        if "’" in low:
            low = low.replace("’", "'")
        tokens.append(Token(start, match.end(), raw, low, possessive, raw[0].isupper()))
    return tuple(tokens)


@cache
def _state_words() -> frozenset[str]:
    """Words that name a state, its people or its seat: a compound that begins with one is read as two words."""
    words = (word for name, *fields in states() for word in (name, *chain.from_iterable(fields)))
    return frozenset(word for word in words if word.isascii() and " " not in word)


# "it's" is "it is", never a possessive.
_CONTRACTED = frozenset("it's he's she's that's there's what's who's here's let's where's how's".split())
