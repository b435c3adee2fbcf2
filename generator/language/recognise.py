"""In which language a text is written. The one module that knows which library recognises it.

py3langid tells ninety-seven languages by their letters' sequences (Lui and Baldwin 2012, "langid.py: An off-the-shelf
language identification tool"); its model takes a second to load, so that English is told by its commonest words.
"""

from __future__ import annotations

from generator.language.tokens import words

ENGLISH = "en"
_COMMON = frozenset("the of and to in a that is for on with as was by at from has it be are an this which".split())
ENGLISH_SHARE = 0.2  # of the words of an article; English news has .35 to .45, other languages under .08 ("in", "a")
LEAST_WORDS = 20  # of a text that shows its language
LEAST_LETTERS = 40  # of another script
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


def is_english(text: str) -> bool | None:
    """Whether a text is English by its letters and commonest words; None where it has too few to tell."""
    letters = [letter for letter in text[:_ENOUGH] if letter.isalpha()]
    if len(letters) >= LEAST_LETTERS and sum(letter < "\u0250" for letter in letters) < len(letters) / 2:
        return False
    found = words(text[:_ENOUGH])
    if len(found) < LEAST_WORDS:
        return None
    return sum(word in _COMMON for word in found) >= ENGLISH_SHARE * len(found)


def recognise(text: str) -> str:
    """The language of a text as ISO 639-1 has it ("de")."""
    from py3langid import classify  # its model is loaded for what is not English alone

    return str(classify(text[:_ENOUGH])[0])


def is_tagged_english(language: str | None) -> bool:
    """Whether a tag ("en-GB") is one of English; an unknown language is taken for it."""
    return language is None or language.split("-")[0].lower() == ENGLISH


def language_name(language: str) -> str:
    """A language in words: "German"; its code where the name is not known here."""
    return _NAMES.get(language.split("-")[0].lower(), f"the language “{language}”")
