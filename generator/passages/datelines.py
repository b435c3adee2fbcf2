"""Where a report opens with place and agency: "TARN, Norland (NP) — Two ships ..."."""

from __future__ import annotations

from generator.language.scan import Token
from generator.language.tagger import Tag
from generator.passages.reading import Reading

_LONGEST = 16  # tokens: "PORT-AU-PRINCE, Haiti, May 3, 2024 (Reuters) —"
_DASHES = frozenset({"-", "–", "—"})  # two hyphens are two tokens


def dateline_end(reading: Reading) -> int:
    """The number of tokens of a sentence's dateline, its dash included; 0 where there is none."""
    tokens = reading.tokens
    if (credit := _credit_end(tokens)) is not None:
        return credit
    for index in range(3, min(_LONGEST, len(tokens) - 2)):
        if _is_undashed(tokens[: index + 1], tokens[index + 1]):
            return index + 1
    for index in range(1, min(_LONGEST, len(tokens) - 2)):
        if tokens[index].text in _DASHES and tokens[index - 1].end < tokens[index].start:
            end = index + 2 if tokens[index + 1].text in _DASHES else index + 1
            parted = end < len(tokens) and tokens[end - 1].end < tokens[end].start
            return end if parted and _is_dateline(tokens[:index], tokens[end]) else 0
    return 0


def _credit_end(tokens: tuple[Token, ...]) -> int | None:
    """The tokens of a picture's credit that a page put before a sentence: "Reuters / Ann Bell The mayor"; or of what
    is left of a dateline."""
    if len(tokens) > 5 and [one.text for one in (tokens[0], tokens[2])] == ["(", ")"] and tokens[1].low in _AGENCIES:
        return 3 if tokens[3].capital else None  # "(CNN) The mayor"
    if len(tokens) > 5 and tokens[1].text == "—" and len(tokens[0].text) > 3 and tokens[0].text.isupper():
        return 2 if tokens[2].capital else None  # "TARN—The mayor"
    if len(tokens) < 6 or tokens[0].low not in _AGENCIES or tokens[1].text != "/":
        return None
    return 4 if all(token.capital for token in tokens[2:5]) else None


def _is_undashed(opening: tuple[Token, ...], following: Token) -> bool:
    """A place and an agency in parentheses with no dash behind: "Tarn (AP) The", "Tarn (CNN Business) The"."""
    lows = [token.low for token in opening]
    begin = lows.index("(") + 1 if "(" in lows else 0
    named = lows[-1] == ")" and begin > 1 and lows[begin] in _AGENCIES
    return named and following.capital and all(token.capital or token.text in ",()" for token in opening)


_AGENCIES = frozenset("ap afp bbc cnn dpa npr pti reuters tass upi xinhua kcna".split())


def _is_dateline(opening: tuple[Token, ...], following: Token) -> bool:
    """Names, days and marks alone, with a sign that they are place and agency rather than an aside."""
    first, last = opening[0], opening[-1]
    if not first.capital and first.text != "(":
        return False
    plain = all(
        token.capital or not token.text[0].isalpha() or token.low in _LINKS or token.low in _AGENCIES
        for token in opening
    )
    agency = last.text == ")"
    shouted = (len(first.text) > 3 and first.text.isupper()) or (len(opening) > 1 and _all_shouted(opening))
    placed = any(token.text == "," for token in opening) and (following.capital or following.text in '“"')
    return plain and (agency or shouted or placed) and not any(token.tag is Tag.PAST for token in opening)


def _all_shouted(opening: tuple[Token, ...]) -> bool:
    """Two words or more in capitals alone: "LAS VEGAS"."""
    return all(len(token.text) > 1 and token.text.isupper() for token in opening)


_LINKS = frozenset("de da del la le al of and".split())
