"""What two passages share, in the words of the first, for the reason of a match."""

from __future__ import annotations

from itertools import groupby

from generator.language.stems import Word
from generator.similarity.pairs import Pair
from generator.similarity.profile import sense_of

SHOWN = 5  # names and words; the reason is one line of a report


def shared_words(pair: Pair) -> tuple[str, ...]:
    """The names and words that both hold, the rarest of them, in the order of the first passage.

    Capitalised words in a row are one name: "North Korea".
    """
    text = pair.a.passage.told
    held = [(word, word.is_content and sense_of(word) in pair.b.telling) for word in pair.a.read]
    found: dict[str, float] = {}
    for _, run in groupby(enumerate(held), key=_in_one_name):
        words = [word for _, (word, shared) in run if shared]
        if words:
            shown = text[words[0].start : words[-1].end]
            found.setdefault(shown, max(_weight(word, pair) for word in words))
    best = sorted(found, key=lambda shown: -found[shown])[:SHOWN]
    return tuple(shown for shown in found if shown in best)


def _in_one_name(entry: tuple[int, tuple[Word, bool]]) -> tuple[int, int]:
    place, (word, shared) = entry
    return (0, word.clause) if shared and word.capital else (1, place)


def _weight(word: Word, pair: Pair) -> float:
    return pair.a.specific.get(sense_of(word), 0.0)
