"""Word class and lemma of every word of a sentence. The one module that knows which tagger is used.

English is tagged by HanTa's model, which comes with the package and knows the classes of the British National Corpus.
German by the one that knows the classes of the Stuttgart-Tübingen tagset; ``german/`` turns those into ours.
"""

from __future__ import annotations

import math
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.language.runon import KEPT_TEXTS

if TYPE_CHECKING:
    from HanTa.HanoverTagger import HanoverTagger


class Tag(StrEnum):
    """The class of a word, as far as anything here asks for it. PRESENT and PAST are finite forms, auxiliaries too."""

    NOUN = "noun"
    NAME = "name"
    ADJECTIVE = "adjective"
    NUMBER = "number"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    PARTICLE = "particle"  # the "up" of "broken up"
    SUBORDINATOR = "subordinator"
    THAT = "that"  # the conjunction or the relative pronoun; which of the two, the clause tells
    RELATIVE = "relative"  # who, which, what, where, why, how
    CONJUNCTION = "conjunction"
    ADVERB = "adverb"
    NOT = "not"
    TO = "to"  # before an infinitive
    MARK = "mark"
    MODAL = "modal"
    PRESENT = "present"
    PAST = "past"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    OTHER = "other"


class Tagged(NamedTuple):
    tag: Tag
    lemma: str  # in lower case


VERBS = frozenset((Tag.PRESENT, Tag.PAST, Tag.INFINITIVE, Tag.GERUND, Tag.PARTICIPLE))
FINITE_TAGS = frozenset((Tag.PRESENT, Tag.PAST, Tag.MODAL))

_MODEL = "morphmodel_en.pgz"
_CLASSES = {
    "AJ0": Tag.ADJECTIVE, "AJC": Tag.ADJECTIVE, "AJS": Tag.ADJECTIVE, "AT0": Tag.DETERMINER, "AV0": Tag.ADVERB,
    "AVP": Tag.PARTICLE, "AVQ": Tag.RELATIVE, "CJC": Tag.CONJUNCTION, "CJS": Tag.SUBORDINATOR, "CJT": Tag.THAT,
    "CRD": Tag.NUMBER, "DPS": Tag.DETERMINER, "DT0": Tag.DETERMINER, "DTQ": Tag.RELATIVE, "EX0": Tag.PRONOUN,
    "NN0": Tag.NOUN, "NN1": Tag.NOUN, "NN2": Tag.NOUN, "NP0": Tag.NAME, "ORD": Tag.ADJECTIVE, "PNI": Tag.NOUN,
    "PNP": Tag.PRONOUN, "PNQ": Tag.RELATIVE, "PNX": Tag.NOUN, "POS": Tag.DETERMINER, "PRF": Tag.PREPOSITION,
    "PRP": Tag.PREPOSITION, "TO0": Tag.TO, "VM0": Tag.MODAL, "XX0": Tag.NOT,
    "PUL": Tag.MARK, "PUN": Tag.MARK, "PUQ": Tag.MARK, "PUR": Tag.MARK,
} | {
    f"V{verb}{form}": tag
    for verb in "BDHV"
    for form, tag in (("B", Tag.PRESENT), ("Z", Tag.PRESENT), ("D", Tag.PAST), ("I", Tag.INFINITIVE),
                      ("G", Tag.GERUND), ("N", Tag.PARTICIPLE))
}  # fmt: skip


@lru_cache(maxsize=KEPT_TEXTS)
def tag_words(words: tuple[str, ...]) -> tuple[Tagged, ...]:
    """Tag and lemma of each word of one sentence, in order.

    ``words`` are words and marks, none of them empty; endings that are words of their own ("'s", "n't") stand apart.
    """
    if not words:
        return ()
    tags = _likeliest(_model(), [_known_to_model(word) for word in words])
    return tuple(_tagged(word, tag) for word, tag in zip(words, tags, strict=True))


def _likeliest(model: HanoverTagger, words: list[str]) -> list[str]:
    """The tags of the likeliest way through a sentence, as ``HanoverTagger.tag_sent`` finds it; that one weighs every
    tag there is at every word, this one those that the word may have."""
    from HanTa.HanoverTagger import EMPTY, END, START

    row = {(EMPTY, START): 0.0}
    came_from: list[dict[tuple[int, int], tuple[int, int]]] = []
    for place, word in enumerate(words):
        chances = model._tag_word(word, _CUTOFF, place > 0, True)
        bound = sorted(row.values(), reverse=True)[_STATES] - 1 if len(row) > _STATES else _IMPOSSIBLE
        following: dict[tuple[int, int], float] = {}
        steps: dict[tuple[int, int], tuple[int, int]] = {}
        for state, so_far in row.items():
            if so_far < bound:
                continue
            after = model.LP_trans_word[state]
            last = state[1]
            for tag, chance in chances:
                if tag in after:
                    score = so_far + after[tag] + chance
                    new = last, tag
                    if score > following.get(new, _IMPOSSIBLE):
                        following[new] = score
                        steps[new] = state
        if not following:  # a word of which the model knows nothing: there the model goes on with any tag
            return [str(tag) for tag in model.tag_sent(words, taglevel=0)]
        row = following
        came_from.append(steps)
    state = max(row, key=lambda state: row[state] + model.LP_trans_word[state].get(END, -math.inf))
    tags = []
    for steps in reversed(came_from):
        tags.append(model.int2tag[state[1]])
        state = steps[state]
    return tags[::-1]


_STATES = 5  # the likeliest, after each word, from which the way goes on, with those that are nearly as likely
_CUTOFF = 5  # nats below a word's likeliest class, beyond which a class is none of it; the model's own
_IMPOSSIBLE = -1e6


@lru_cache(maxsize=20_000)
def _tagged(word: str, tag: str) -> Tagged:
    if _is_foreign(word):
        return Tagged(Tag.OTHER, word.lower())
    return Tagged(_CLASSES.get(tag, Tag.OTHER), _lemma(word.lower(), tag))


def _known_to_model(word: str) -> str:
    """A word as the model is asked for it: its time grows with the square of the length, and it knows Latin letters."""
    if _is_foreign(word):
        return _SOME_NAME
    return _QUOTES.get(word, word[-_LONGEST:])


def _is_foreign(word: str) -> bool:
    return not word.isascii() and word[0].isalpha() and not any(letter < "\u0250" for letter in word)


_LONGEST = 24  # code points; the end of a word tells its class
_SOME_NAME = "London"


@lru_cache(maxsize=20_000)
def tags_of(word: str) -> tuple[Tag, ...]:
    """The classes that a word in lower case may have outside any sentence, the likeliest first, no rare ones."""
    found = _model().tag_word(_known_to_model(word), cutoff=_LIKELY, casesensitive=False)
    likely = (tag for tag, score in found if score >= found[0][1] - _LIKELY)
    return tuple(dict.fromkeys(_CLASSES[tag] for tag in likely if tag in _CLASSES))


def may_be(word: str, tag: Tag) -> bool:
    """Whether a word in lower case has this class somewhere, and not by a rare chance."""
    return tag in tags_of(word)


def may_be_present(word: str) -> bool:
    """Whether a word in lower case may be a verb in the present, though it may be a noun far more often."""
    base = lemma_as(word, Tag.PRESENT) if word.endswith("s") else word
    return may_be(base, Tag.INFINITIVE) or may_be(word, Tag.PRESENT)


def is_word(word: str) -> bool:
    """Whether the model was fitted on this word in lower case, and does not guess by its ending."""
    return word in _model().cache


def lemma_as(word: str, tag: Tag) -> str:
    """The lemma of a word in lower case, taken for this form of a verb."""
    return word if tag is Tag.INFINITIVE else _lemma(word, _FORMS[tag])


_FORMS = {Tag.PRESENT: "VVZ", Tag.PAST: "VVD", Tag.GERUND: "VVG", Tag.PARTICIPLE: "VVN"}
_LIKELY = 4.0  # nats below a word's likeliest class: "visits" as a verb is 2.4 below the noun, "people" 6.8
_QUOTES = {"“": '"', "”": '"', "‘": "'", "’": "'"}


@lru_cache(maxsize=20_000)
def _lemma(word: str, tag: str) -> str:
    """The model's lemma; where that is no word it has seen ("chok" of "choking"), the one that regular spelling gives.

    Of 10,600 forms of the 2,000 verbs commonest in news the model alone misses 3.6 %, with this rule 1.1 %.
    """
    if word in _MISTAKEN or len(word) > _LONGEST or _is_foreign(word):
        return _MISTAKEN.get(word, word)
    lemma = str(_model().analyze(word, pos=tag, taglevel=1)[0]).lower()
    if (lemma == word and tag not in _INFLECTED) or is_word(lemma):
        return lemma
    bases = _bases(word)
    known = next((base for base in bases if is_word(base)), None)
    return known or (lemma if lemma in bases or not bases else bases[0])


_MISTAKEN = {"flown": "fly", "dying": "die", "vying": "vie", "slid": "slide", "bitten": "bite", "misled": "mislead"}
_INFLECTED = frozenset("VVZ VVD VVN VVG".split())


def _bases(word: str) -> tuple[str, ...]:
    """What a word may be a regular form of, the likeliest first."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            bare = word.removesuffix(ending)
            if ending == "s":
                return (bare,)
            if bare.endswith("i") and ending != "ing":
                return bare[:-1] + "y", bare + "e"
            if bare[-1] == bare[-2] and bare[-1] not in "sz":
                return bare[:-1], bare
            return (bare + "e",) if bare.endswith(_SILENT_E) else (bare, bare + "e")
    return ()


_SILENT_E = (
    "at",
    "iz",
    "is",
    "ut",
    "as",
    "us",
    "c",
    "g",
    "v",
    "u",
    "bl",
    "dl",
    "gl",
    "kl",
    "tl",
    "zl",
    "pl",
    "pir",
    "nir",
)


@lru_cache(maxsize=KEPT_TEXTS)
def tag_german(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Lemma and class, as the model writes them, of each word of one German sentence, in order; none of them empty."""
    if not words:
        return ()
    asked = [_SOME_NAME if _is_foreign(word) else word[-_LONGEST_COMPOUND:] for word in words]
    tags = _likeliest(_model(_GERMAN_MODEL), asked)
    return tuple((_german_lemma(word, tag), tag) for word, tag in zip(asked, tags, strict=True))


@lru_cache(maxsize=20_000)
def _german_lemma(word: str, tag: str) -> str:
    return str(_model(_GERMAN_MODEL).analyze(word, pos=tag, taglevel=1)[0])


def is_german_word(word: str) -> bool:
    """Whether the German model was fitted on this word, and does not guess by its ending."""
    known = _model(_GERMAN_MODEL).cache
    return word in known or word.lower() in known


_GERMAN_MODEL = "morphmodel_ger.pgz"
_LONGEST_COMPOUND = 40  # code points


@cache
def _model(name: str = _MODEL) -> HanoverTagger:
    """The model, read when the first sentence is: importing the package alone costs more than all other imports.

    What it works out for a word that it has not seen, it works out once.
    """
    from HanTa.HanoverTagger import HanoverTagger

    model = HanoverTagger(name)
    model.analyze_forward = lru_cache(maxsize=20_000)(model.analyze_forward)
    model._tag_word = lru_cache(maxsize=20_000)(model._tag_word)
    return model
