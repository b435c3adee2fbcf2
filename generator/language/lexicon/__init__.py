"""What is known of the words of each language that is read by words only: a file a language, one form for all.

A language without a file is compared by its own words alone, and cut into sentences by what holds for every script.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from generator.language.lexicon.form import Lexicon, primary

__all__ = ["LISTED", "Lexicon", "lexicon", "primary"]

LISTED = ("ar", "de", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh")
_TITLES = frozenset("dr prof ing mgr mr mrs st sv sr".split())  # of many languages
_BARE = Lexicon(titles=_TITLES)
# Numbers with a stop are ordinals in these too ("4. května"), of which nothing else is listed.
_ORDINAL = frozenset("bs cs da et fi fo hr hu is lb lv nb nn no sk sl sr".split())
_WITH_ORDINALS = Lexicon(titles=_TITLES, ordinals=True)


@cache
def lexicon(language: str) -> Lexicon:
    """What is known of the words of a language (a BCP 47 tag); an empty lexicon where nothing is."""
    code = primary(language)
    if code in LISTED:
        found = import_module(f"{__name__}.{code}").LEXICON
        assert isinstance(found, Lexicon)
        return found
    return _WITH_ORDINALS if code in _ORDINAL else _BARE
