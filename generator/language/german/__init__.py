"""German, said in the words and the order in which the reading knows sentences."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.german.sentences import tell_sentence
from generator.language.german.tokens import find_names, read_words
from generator.language.gloss import Glossed, glossed


def gloss_german(sentences: Sequence[str]) -> tuple[Glossed, ...]:
    """The glosses of a document's sentences, in order."""
    words = [read_words(sentence) for sentence in sentences]
    names = find_names(words)
    found = []
    for own in words:
        pieces, reported = tell_sentence(own, names)
        found.append(glossed(pieces, reported))
    return tuple(found)
