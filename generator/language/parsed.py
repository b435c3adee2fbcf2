"""A sentence read once: its names, and its tokens with tags that its clauses have mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.language.clauses import tag
from generator.language.names import Cast, Name, find_names
from generator.language.scan import Token, read_tokens


class Parsed(NamedTuple):
    """``letters`` has a letter of ``clauses`` for each token."""

    tokens: tuple[Token, ...]
    letters: tuple[str, ...]
    names: tuple[Name, ...]


def parse(sentence: str, cast: Cast, tokens: Sequence[Token] | None = None) -> Parsed:
    """Read one sentence; ``cast`` is what its document shows of names, ``tokens`` are its tokens where the caller has
    them."""
    tokens = read_tokens(sentence) if tokens is None else tokens
    names = find_names(sentence, cast, tokens)
    return Parsed(*tag(tokens, inside(names)), names)


def inside(names: Sequence[Name]) -> frozenset[int]:
    """The indices of the tokens that belong to names."""
    return frozenset(index for name in names for index in range(name.first, name.last))
