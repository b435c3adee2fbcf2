"""How many words a text has, also where its script writes none apart (Chinese, Japanese, Thai and their neighbours)."""

from __future__ import annotations

import re

# Thai, Lao, Burmese, Khmer; kana, Chinese characters and their further blocks. Korean writes its words apart.
_UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = re.compile(f"[{_UNSPACED}]+")
_LONGEST_WORD = 2  # code points of such a script that stand for a word: most words of Chinese news have two


def count_words(text: str) -> int:
    """The words of a text: what white space parts, and of scripts without it two code points each."""
    if text.isascii() or _LETTERS.search(text) is None:
        return len(text.split())
    parted = _LETTERS.sub(" ", text)
    unspaced = sum(map(len, _LETTERS.findall(text)))
    return sum(any(map(str.isalnum, word)) for word in parted.split()) + -(-unspaced // _LONGEST_WORD)


def pieces(word: str) -> list[str]:
    """A word as it is, or what stands for words in a stretch of such a script."""
    if word.isascii() or _LETTERS.search(word) is None:
        return [word]
    return [word[at : at + _LONGEST_WORD] for at in range(0, len(word), _LONGEST_WORD)]
