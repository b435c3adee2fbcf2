"""A sentence of another language in the words and the order in which the reading knows sentences.

The stages ask a sentence for what its words say: "not", "according to", "on Monday", who comes before a verb of saying.
A gloss answers in those words, each with the place in the sentence for which it stands, so that whatever is found in it
is shown and cited as the capture has it. A gloss is never printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from generator.language.clauses import ADVERB, AUXILIARY, BARE, FINITE, GERUND, NOT, PARTICIPLE, TAG_LETTERS
from generator.language.scan import Token
from generator.language.tagger import Tag
from generator.model import Gloss, GlossSpan


class Piece(NamedTuple):
    """A word of a gloss and what of the sentence it stands for; ``start`` is -1 for a word of its own making."""

    text: str
    tag: Tag
    lemma: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Glossed:
    """The gloss of a sentence, read: its tokens with a letter each, as ``clauses.tag`` gives them of an English one.

    ``reported`` says that it tells what somebody says whom it does not name.
    """

    gloss: Gloss
    tokens: tuple[Token, ...]
    letters: tuple[str, ...]
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is read: its code (ISO 639-1), and how the sentences of a document are glossed; English, for
    which the reading is made, has no gloss."""

    code: str
    gloss: Callable[[Sequence[str]], tuple[Glossed, ...]] | None = None


def glossed(pieces: Sequence[Piece], reported: bool = False) -> Glossed:
    """The gloss that consists of these pieces, in their order."""
    tokens: list[Token] = []
    spans: list[GlossSpan] = []
    text = ""
    for place, piece in enumerate(pieces):
        before = pieces[place - 1] if place else None
        if before is not None and not _joins(before, piece):
            text += " "
        start = len(text)
        text += piece.text
        tokens.append(
            Token(
                start, len(text), piece.text, piece.text.lower(), False, piece.text[0].isupper(), piece.tag, piece.lemma
            )
        )
        if piece.start >= 0:
            spans.append((start, len(text), piece.start, piece.end))
    return Glossed(Gloss(text, tuple(spans)), tuple(tokens), _letters(tokens), reported)


def named_bodies(sentences: Iterable[Glossed]) -> frozenset[str]:
    """The names that stand right behind the word for a body: "the company Nordkontor", "the union Handel"."""
    found: set[str] = set()
    for sentence in sentences:
        for before, token in pairwise(sentence.tokens):
            if before.low in _BODIES and token.tag is Tag.NAME:
                found.add(token.text)
    return frozenset(found)


_BODIES = frozenset(
    """company manufacturer operator union association club party clinic bank newspaper foundation agency group
    station""".split()
)


def _joins(before: Piece, piece: Piece) -> bool:
    """Whether no white space stands between two pieces: before a comma, after an opening mark."""
    return piece.text in ",.;:!?)”" or before.text in "(“"


def _letters(tokens: Sequence[Token]) -> tuple[str, ...]:
    """A letter for each token. What the gloss says of a verb it knows, and needs no finding out."""
    letters: list[str] = []
    for index, token in enumerate(tokens):
        letter = TAG_LETTERS[token.tag]
        helps = token.lemma == "be" or (token.lemma in ("have", "do") and _helps(tokens, index))
        if letter == FINITE and helps:
            letter = AUXILIARY
        elif letter == PARTICIPLE and _in_group(letters):
            letter = BARE
        letters.append(letter)
    return tuple(letters)


def _helps(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form of have or do stands before the verb that it helps."""
    following = next((token for token in tokens[index + 1 :] if token.tag is not Tag.NOT), None)
    return following is not None and following.tag in (Tag.INFINITIVE, Tag.PARTICIPLE, Tag.GERUND)


def _in_group(letters: Sequence[str]) -> bool:
    last = next((letter for letter in reversed(letters) if letter not in (NOT, ADVERB)), "")
    return last in (AUXILIARY, BARE, GERUND)
