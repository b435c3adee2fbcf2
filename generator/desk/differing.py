"""Which words of texts that are shown together the others do not have."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.polarity import is_negator
from generator.language.stems import Word, content_stems, read_words

ALIKE = 0.5  # share of its words that a text has in common with the others, from which on each other word is marked
MARK = "*"


def mark_differing(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts, each with the words between stars that no other of them has; of texts that are little alike figures,
    names and negations alone, since all else differs."""
    words = [read_words(text) for text in texts]
    stems = [frozenset(word.stem for word in own) for own in words]
    marked = []
    for place, (text, own) in enumerate(zip(texts, words, strict=True)):
        others = frozenset().union(*(each for other, each in enumerate(stems) if other != place))
        content = content_stems(own)
        alike = len(content & others) >= ALIKE * len(content)
        foreign = [word for word in own if word.stem not in others and (word.is_content or is_negator(word))]
        marked.append(_marked(text, [word for word in foreign if alike or _tells(text, word)]) if others else text)
    return tuple(marked)


def _tells(text: str, word: Word) -> bool:
    figure = any(char.isdigit() for char in text[word.start : word.end])
    name = word.capital and text[: word.start].rstrip()[-1:] not in ("", ".", "!", "?", "“", '"')
    return figure or name or is_negator(word)


def _marked(text: str, words: Sequence[Word]) -> str:
    """The text with these words between stars, those that follow one another between one pair."""
    runs: list[list[int]] = []
    for word in words:
        if runs and not text[runs[-1][1] : word.start].strip():
            runs[-1][1] = word.end
        else:
            runs.append([word.start, word.end])
    for start, end in reversed(runs):
        text = f"{text[:start]}{MARK}{text[start:end]}{MARK}{text[end:]}"
    return text
