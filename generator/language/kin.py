"""Words that news uses for one and the same thing: "handed over", "paid" and "changed hands"; "fire" and "blaze".

A class holds words of which one may stand for another in a report of the same event. They are not synonyms in a
dictionary's sense, and nothing is concluded from one shared class alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.language.lists import read_lists
from generator.language.stems import Word, stem

_REACH = 3  # words between the two of a phrase: "let them all go"


@cache
def _classes() -> tuple[dict[str, str], dict[str, tuple[tuple[str, str], ...]]]:
    single: dict[str, str] = {}
    phrases: dict[str, list[tuple[str, str]]] = {}
    for line in read_lists("kin.txt")["classes"]:
        for entry in line.split():
            name = f"={stem(line.split()[0].partition('+')[0])}"
            first, joined, second = entry.partition("+")
            if joined:
                phrases.setdefault(stem(first), []).append((second, name))
            else:
                single.setdefault(stem(first), name)
    return single, {first: tuple(rest) for first, rest in phrases.items()}


def sense(stem_of_word: str) -> str:
    """The class of a stem, which begins with "=", else the stem itself."""
    return _classes()[0].get(stem_of_word, stem_of_word)


def senses(words: Sequence[Word]) -> frozenset[str]:
    """What the content words of a text speak of, each in its class, phrases of two words in theirs."""
    found: set[str] = set()
    taken: set[int] = set()
    for i, word in enumerate(words):
        phrase = phrase_at(words, i) if word.stem in _classes()[1] else None
        if phrase is not None:
            found.add(phrase[0])
            taken.update((i, phrase[1]))
    found.update(sense(w.stem) for i, w in enumerate(words) if w.is_content and i not in taken)
    return frozenset(found)


def sense_at(words: Sequence[Word], lemma: str) -> str | None:
    """The sense of the first form of a verb among words, with its particle where both make a phrase of a class; None
    where no form of it stands there."""
    wanted = stem(lemma)
    at = next((i for i, word in enumerate(words) if word.stem == wanted), None)
    if at is None:
        return None
    phrase = phrase_at(words, at)
    return sense(wanted) if phrase is None else phrase[0]


def phrase_at(words: Sequence[Word], i: int) -> tuple[str, int] | None:
    """The class of a phrase of two words whose first stands at ``i``, and the index of the second; None for none."""
    for second, name in _classes()[1].get(words[i].stem, ()):
        for j in range(i + 1, min(len(words), i + 2 + _REACH)):
            if _is(words[j], second) and words[j].clause == words[i].clause:
                return name, j
    return None


def _is(word: Word, second: str) -> bool:
    return word.folded == second or word.stem == stem(second)
