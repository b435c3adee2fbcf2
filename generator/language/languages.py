"""The languages that are read with their grammar: what each brings to the one reading."""

from __future__ import annotations

from generator.language.german import gloss_german
from generator.language.gloss import Language

ENGLISH = Language("en")
GERMAN = Language("de", gloss_german)
_READ = {language.code: language for language in (ENGLISH, GERMAN)}


def language_of(code: str | None) -> Language | None:
    """How texts in a language are read ("de", "de-AT"); None for one that is read by words only. An unknown one is
    taken for English."""
    return ENGLISH if code is None else _READ.get(code.split("-")[0].lower())
