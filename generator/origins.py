"""Which sources are independent: copies of one text count as one origin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from generator.language.tokens import words
from generator.model import BlockKind, Document, Origin

Shingle = tuple[str, ...]

SHINGLE = 5  # words in a row: long enough that two writers seldom choose the same ones

# Share of the shorter text's shingles that stand in the longer, from which on it is a copy. Of 1,879 pairs of different
# outlets on one story (stories_allsides) 99 in 100 share less than .32, from quoting the same people, and 6 share .5.
COPIED = 0.5
COPIED_WITH_CREDIT = 0.3  # where both credit the same agency: of 17 such pairs 15 share .2 or less, the others .31, .53

_CREDIT = re.compile(
    r"\((AP|Reuters|AFP|UPI|DPA|dpa|EFE|ANSA|PTI|ANI|PA|TASS|Xinhua|Kyodo|Yonhap|KCNA)\)"
    r"|\b(Associated Press|Reuters|Agence France-Presse)(?= (?:contributed|reported from|writers?\b|staff\b))"
    r"|^(?:By|Source:) (?:The )?(Associated Press|Reuters|Agence France-Presse)\b",
    re.MULTILINE,
)
_ONE_NAME = {"Associated Press": "AP", "Agence France-Presse": "AFP", "dpa": "DPA"}


def find_origins(documents: tuple[Document, ...]) -> tuple[Origin, ...]:
    """One origin for each source, in order: itself, or the source whose article text it shares.

    Of several that share a text the longest is the origin, of equally long ones the first in the story. Less needs to
    be shared where both credit the same agency, as "(AP)". Captures of the same bytes are one origin, whatever they
    hold.
    """
    same = [document.source.capture.sha256 for document in documents]
    known: dict[str, frozenset[Shingle]] = {}
    texts = [_shingles(document, known) for document in documents]
    credited = [_agencies(document.text) for document in documents]
    by_length = sorted(range(len(documents)), key=lambda i: (-len(texts[i]), i))
    names = [document.source.id for document in documents]
    found: dict[int, Origin] = {}
    holding: dict[Shingle, list[int]] = {}  # the origins that a shingle stands in: most stand in one text alone
    of_bytes: dict[str, int] = {}
    for i in by_length:
        shared, first = _nearest(texts[i], holding)
        if same[i] in of_bytes:
            shared, first = max((shared, -first), (1.0, -of_bytes[same[i]]))
            first = -first
        bar = COPIED_WITH_CREDIT if shared and credited[i] & credited[first] else COPIED
        if shared >= bar:
            found[i] = Origin(names[i], names[first], round(shared, 4))
            continue
        of_bytes[same[i]] = i
        for shingle in texts[i]:
            holding.setdefault(shingle, []).append(i)
        found[i] = Origin(names[i], names[i], 0.0)
    return tuple(found[i] for i in range(len(documents)))


def _nearest(text: frozenset[Shingle], holding: Mapping[Shingle, Sequence[int]]) -> tuple[float, int]:
    """The largest share of a text's shingles that an origin holds, and the first origin that does."""
    counts = Counter(chain.from_iterable(holding.get(shingle, ()) for shingle in text))
    if not counts:
        return 0.0, 0
    most = max(counts.values())
    return most / len(text), min(origin for origin, count in counts.items() if count == most)


def shared_text(a: Document, b: Document) -> float:
    """Share of the shorter text's shingles that stand in the other, 0 to 1."""
    known: dict[str, frozenset[Shingle]] = {}
    small, large = sorted((_shingles(a, known), _shingles(b, known)), key=len)
    return _contained(small, large)


def _agencies(text: str) -> frozenset[str]:
    """The agencies that a page credits, in a dateline or a closing line."""
    found = (next(filter(None, match.groups())) for match in _CREDIT.finditer(text))
    return frozenset(_ONE_NAME.get(name, name) for name in found)


def _shingles(document: Document, known: dict[str, frozenset[Shingle]]) -> frozenset[Shingle]:
    """Runs of words of the article's own text, furniture left aside. ``known`` are those of blocks read before, to
    which it adds: copies of a text share them."""
    found: set[Shingle] = set()
    for block in document.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            text = document.text[block.start : block.end]
            if text not in known:
                known[text] = _runs(words(text))
            found.update(known[text])
    return frozenset(found)


def _runs(tokens: Sequence[str]) -> frozenset[Shingle]:
    if not tokens:
        return frozenset()
    return frozenset(tuple(tokens[i : i + SHINGLE]) for i in range(max(1, len(tokens) - SHINGLE + 1)))


def _contained(small: frozenset[Shingle], large: frozenset[Shingle]) -> float:
    """Share of the first text's shingles that stand in the second, 0 to 1."""
    return len(small & large) / len(small) if small else 0.0
