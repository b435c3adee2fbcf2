"""What the words of an editor say that the quotes they cite do not.

Seven kinds of thing are held against the quotes: numbers, names, days, quoted words, what is affirmed or denied, how
sure the text is of it, and who says it; and, where both sides show it, who does it to whom. The rest is the editor's:
a wording may say less than its quotes, in other words and another order.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.recognise import LEAST_WORDS, is_english, is_tagged_english
from generator.language.stopwords import STOPWORDS
from generator.language.tokens import words
from generator.lock.days import days
from generator.lock.hedges import hedges
from generator.lock.named import names, spellings
from generator.lock.numbers import numbers, numerals
from generator.lock.polarity import negations
from generator.lock.quotations import quoted_words
from generator.lock.reading import Quoted, Scene, read_scene
from generator.lock.voices import voices
from generator.lock.who import swapped, turned_round

__all__ = ["Quoted", "misquoted", "unfounded"]

_RULES = (quoted_words, numbers, names, days, negations, hedges, voices, turned_round, swapped)


def unfounded(wording: str, quotes: Sequence[Quoted]) -> tuple[str, ...]:
    """One plain finding for each thing in a wording that none of the quotes it cites carries; empty where it holds.

    ``quotes`` are the passages that the wording cites; without any nothing is founded, and that is the finding. Where
    wording or quotes are not English, numerals, quoted words and the spelling of names alone are held against them.
    """
    if not quotes:
        return ("the wording cites no quote",)
    if not (
        _is_read(wording) and all(is_tagged_english(quote.language) for quote in quotes) and _is_read(_texts(quotes))
    ):
        bare = Scene(wording, tuple(quotes))
        return _once([*quoted_words(bare), *numerals(bare), *spellings(bare)])
    scene = read_scene(wording, tuple(quotes))
    return _once([finding for rule in _RULES for finding in rule(scene)])


def misquoted(wording: str, quotes: Sequence[Quoted]) -> tuple[str, ...]:
    """A finding for each quotation in a wording of which none of the quotes it cites has the words."""
    return tuple(quoted_words(Scene(wording, tuple(quotes))))


def _texts(quotes: Sequence[Quoted]) -> str:
    return " ".join(quote.text for quote in quotes)


# Of the words of a text, those of English grammar. A sentence of English has .3 to .6, one full of names .2; Dutch, the
# nearest to it, .1 to .15.
_ENGLISH = 0.17


def _is_read(text: str) -> bool:
    """Whether a text may be read with English grammar."""
    found = words(text)
    if len(found) < LEAST_WORDS:
        return is_english(text) is not False  # by its letters; what is so short is taken for English
    return bool(is_english(text)) or sum(word in STOPWORDS for word in found) >= _ENGLISH * len(found)


def _once(findings: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(findings))
