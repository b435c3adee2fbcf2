"""German words said in English one by one: nouns and their compounds, adjectives, numbers, days, hours."""

from __future__ import annotations

import re

from generator.language.german.tokens import Word, known_compound
from generator.language.german.words import (
    ADJECTIVES,
    ADVERBS,
    DETERMINERS,
    NOUNS,
    PARTS_OF_DAY,
    PREPOSITIONS,
    WEEKDAYS,
    number_of,
)
from generator.language.gloss import Piece
from generator.language.polarity import NEGATORS
from generator.language.stopwords import STOPWORDS
from generator.language.tagger import Tag


def own_word(word: str) -> str:
    """A German word that stands for itself, told apart from an English one of grammar that is spelled like it."""
    return word + word[-1] if word in STOPWORDS or word in NEGATORS else word


def one_piece(word: Word, text: str, tag: Tag) -> Piece:
    """An English word that stands for a German one."""
    return Piece(text, tag, text.lower(), word.start, word.end)


def mark_piece(word: Word) -> Piece:
    """A mark as English writes it."""
    text = {"„": "“", "»": "“", "“": "”", "«": "”"}.get(word.text, word.text)
    return Piece(text, Tag.MARK, text, word.start, word.end)


def digits(text: str) -> str:
    """A German numeral as English writes it: "1.234,5" -> "1,234.5"."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+", text):
        return text.translate(str.maketrans(".,", ",."))
    return text


def is_year(text: str) -> bool:
    """Whether digits are a year."""
    return re.fullmatch(r"(?:1[89]|20)\d\d", text) is not None


def is_ordinal(word: Word) -> bool:
    """Whether a word is a day of a month in digits: "4."."""
    return re.fullmatch(r"\d{1,2}\.", word.text) is not None


def hour_of(number: Word, word: Word) -> list[Piece]:
    """ "19 Uhr", "19.30 Uhr" as a clock shows it in English."""
    whole, _, rest = number.text.replace(":", ".").partition(".")
    if not whole.isdigit() or int(whole) > 24:
        return [one_piece(number, number.text, Tag.NUMBER)]
    hour = int(whole) % 24
    text = f"{hour % 12 or 12}{':' + rest if rest else ''}"
    return [one_piece(number, text, Tag.NUMBER), one_piece(word, "p.m." if hour >= 12 else "a.m.", Tag.NOUN)]


def day_of(word: Word) -> tuple[str, ...] | None:
    """ "Montag", "Montagabend": the day of the week, and its part."""
    for german, day in WEEKDAYS.items():
        if word.text.startswith(german):
            rest = word.low[len(german) :]
            if rest in ("", "s"):
                return (day,)
            if rest in PARTS_OF_DAY:
                return day, PARTS_OF_DAY[rest]
    return None


def base_of(word: Word) -> str:
    """An adjective without its ending."""
    lemma = word.lemma.lower()
    if lemma in ADJECTIVES:
        return lemma
    return re.sub(r"e[nrsm]?$", "", word.low) if word.tag == "ADJ(A)" else lemma


def in_plural(noun: str, plural: bool) -> str:
    """An English noun in the plural where the German one is."""
    if not plural:
        return noun
    special = {"person": "people", "man": "men", "woman": "women", "child": "children", "million": "million",
               "billion": "billion", "percent": "percent", "staff": "staff", "police": "police", "dead": "dead",
               "injured": "injured", "life": "lives", "evidence": "evidence", "thousand": "thousand",
               "hundred": "hundred"}  # fmt: skip
    if noun in special:
        return special[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def _unlinked(first: str) -> str | None:
    """The noun that the first part of a compound is, its linking letters taken off: "Verhandlungs", "Opfer"."""
    for ending in ("s", "es", "n", "en", "e"):
        bare = first.removesuffix(ending)
        bare = bare[:1].upper() + bare[1:]
        if bare != first and bare in NOUNS:
            return bare
    capital = first[:1].upper() + first[1:]
    return capital if capital in NOUNS else None


def say_determiner(word: Word) -> Piece:
    """An article or a pronoun before a noun: "dieser" -> "this"."""
    return one_piece(word, DETERMINERS.get(word.low, ADVERBS.get(word.low, word.low)), Tag.DETERMINER)


def say_beside_number(word: Word) -> list[Piece]:
    """What bounds a number: "mindestens" -> "at least"."""
    said = {"mindestens": "at least", "wenigstens": "at least", "höchstens": "at most", "maximal": "at most"}.get(
        word.low, ADVERBS.get(word.low, PREPOSITIONS.get(word.low, word.low))
    )
    return [one_piece(word, part, Tag.ADVERB) for part in said.split()]


def say_number(word: Word) -> Piece:
    """A number in digits: "zwölf" -> "12"."""
    value = number_of(word.low)
    if value is not None:
        return one_piece(word, str(value), Tag.NUMBER)
    return one_piece(word, digits(word.text), Tag.NUMBER)


def say_adjective(word: Word) -> list[Piece]:
    """An adjective before its noun: "34-jährige" -> "34-year-old"."""
    low = word.low
    if aged := re.fullmatch(r"(\w+)-?jährige[nrms]?", low):
        count = number_of(aged[1]) if not aged[1].isdigit() else int(aged[1])
        if count is not None:
            return [one_piece(word, f"{count}-year-old", Tag.ADJECTIVE)]
    bare = base_of(word)
    said = ADJECTIVES.get(bare) or ADVERBS.get(low) or own_word(bare)
    return [one_piece(word, said, Tag.ADJECTIVE)]


def say_noun(word: Word, lemma: str, plural: bool = False) -> list[Piece]:
    """The words of a noun or of each part of a compound: "Umweltministerin" -> "environment minister"."""
    if lemma in NOUNS:
        return [one_piece(word, in_plural(NOUNS[lemma], plural), Tag.NOUN)._replace(lemma=NOUNS[lemma])]
    compound = known_compound(lemma)
    if compound is None and (linked := _unlinked(lemma)) is not None:
        return [one_piece(word, NOUNS[linked], Tag.NOUN)]
    if compound is None:
        return [one_piece(word, own_word(lemma.lower()), Tag.NOUN)]
    return say_noun(word, compound[0]) + say_noun(word, compound[1], plural)
