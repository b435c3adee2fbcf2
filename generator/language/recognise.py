"""In which language a text is written. The one module that knows which library recognises it.

py3langid tells ninety-seven languages by their letters' sequences (Lui and Baldwin 2012, "langid.py: An off-the-shelf
language identification tool"); its model takes half a second to load, so that English is told by its commonest words
and, where a stretch has few of these, by the words that the tagger knows.
docs/languages.md says what else was weighed.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.language.lexicon import primary
from generator.language.runon import KEPT_TEXTS
from generator.language.tagger import is_word
from generator.language.tokens import words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
READ = frozenset((ENGLISH, "de"))  # with their grammar: ``languages.py`` has how
_COMMON = frozenset("the of and to in a that is for on with as was by at from has it be are an this which".split())
ENGLISH_SHARE = 0.2  # of the words of an article; English news has .35 to .45, other languages under .08 ("in", "a")
LEAST_WORDS = 20  # of a text that shows its language
LEAST_LETTERS = 8  # of another script
# A text shorter than LEAST_WORDS is another language's only where this share of its words at most is English ...
FEW_ENGLISH = 0.1
LEAST_FOREIGN = 5  # ... of so many words or more,
# and where the recogniser is so sure. Of the sentences of tests/unit/test_sentences.py none is taken for another
# language with so much, and English ones of six to ten words stay below .85.
SURE = 0.9
# Of English this share of the words is known to the tagger. Of 900 articles 705 paragraphs have few of the commonest
# words; 574 of these have so much, and the recogniser is sure of none that it is not English. Sentences in nine other
# languages have .60 at most.
KNOWN_ENGLISH = 0.7
_ENOUGH = 4_000  # code points of a text that are looked at

_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian",
    "nb": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovene", "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


@lru_cache(maxsize=KEPT_TEXTS)
def is_english(text: str) -> bool | None:
    """Whether a text is English by its letters and commonest words; None where it has too few to tell."""
    if _is_other_script(text):
        return False
    found = words(text[:_ENOUGH])
    if len(found) < LEAST_WORDS:
        return None
    return sum(word in _COMMON for word in found) >= ENGLISH_SHARE * len(found)


def recognise(text: str) -> str:
    """The language of a text as ISO 639-1 has it ("de")."""
    return _classified(text)[0]


def recognise_surely(text: str) -> str | None:
    """The language of a text, which may be short, if it is not English and if that is sure; else None."""
    if _is_other_script(text):
        return recognise(text)
    found = words(text[:_ENOUGH])
    if len(found) < LEAST_FOREIGN or sum(word in _COMMON for word in found) > FEW_ENGLISH * len(found):
        return None
    if sum(map(is_word, found)) >= KNOWN_ENGLISH * len(found):
        return None
    language, confidence = _classified(text)
    return language if confidence >= SURE and language != ENGLISH else None


def _is_other_script(text: str) -> bool:
    """Whether most letters of a text that has some are not Latin."""
    beginning = text[:_ENOUGH]
    if beginning.isascii():
        return False
    letters = [letter for letter in beginning if letter.isalpha()]
    return len(letters) >= LEAST_LETTERS and 2 * sum(letter < "\u0250" for letter in letters) < len(letters)


def _classified(text: str) -> tuple[str, float]:
    language, confidence = _identifier().classify(text[:_ENOUGH])
    return str(language), float(confidence)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model is loaded for what is not English alone

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def other_language(text: str, around: str | None, said: str | None = None) -> str | None:
    """The language of a stretch of a text, where it is another one than that ``around`` it: surely by its words, or as
    its markup has ``said`` where the words do not show that this is wrong; else None."""
    if (
        said is not None
        and primary(said) != primary(around or ENGLISH)
        and is_english(text) in (None, is_tagged_english(said))
    ):
        return said
    if is_tagged_english(around):
        if is_english(text) is not False:
            return None
        other = recognise_surely(text)
    elif is_english(text):
        other = ENGLISH
    elif len(words(text[:_ENOUGH])) >= LEAST_WORDS:
        language, confidence = _classified(text)
        other = language if confidence >= SURE else None
    else:
        other = None
    return other if other is not None and primary(other) != primary(around or ENGLISH) else None


def is_read(language: str | None) -> bool:
    """Whether texts in a language are read with their grammar. An unknown one is taken for English."""
    return language is None or primary(language) in READ


def is_tagged_english(language: str | None) -> bool:
    """Whether a tag ("en-GB") is one of English, for which an unknown language is taken."""
    return language is None or primary(language) == ENGLISH


def language_name(language: str) -> str:
    """A language in words: "German"; its code where the name is not known here."""
    return _NAMES.get(primary(language), f"the language “{language}”")
