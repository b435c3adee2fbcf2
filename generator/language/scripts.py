"""Signs of other scripts that are no letters to Python's "\\w", and scripts that part no words."""

from __future__ import annotations

import re
import unicodedata

# Vowel signs of Indian and other scripts, as the inside of a set of characters; in between lie Han and Hangul.
_PLACES = (*range(0x300, 0x3100), *range(0xA600, 0xAC00), *range(0xFE00, 0xFE30))
SIGNS = "".join(chr(place) for place in _PLACES if unicodedata.category(chr(place)).startswith("M")) + "\u200c\u200d"
# Han, kana, Thai, Lao, Burmese and Khmer, in the same way.
UNSPACED = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
)
UNSPACED_RUN = re.compile(rf"[{UNSPACED}]+")
LETTERS_A_WORD = 2  # Chinese words of news have 1.6 to 1.8 letters, Japanese ones some 2, Thai ones 4


def count_words(text: str) -> int:
    """The words of a text, of a script without spaces as many as its letters make."""
    if text.isascii():
        return len(text.split())
    letters = sum(len(run) for run in UNSPACED_RUN.findall(text))
    if not letters:
        return len(text.split())
    spaced = sum(any(map(str.isalnum, word)) for word in UNSPACED_RUN.sub(" ", text).split())
    return spaced + -(-letters // LETTERS_A_WORD)


def pieces(word: str) -> list[str]:
    """A word as it is, or what stands for words in a stretch of a script without spaces."""
    if word.isascii() or UNSPACED_RUN.search(word) is None:
        return [word]
    return [word[at : at + LETTERS_A_WORD] for at in range(0, len(word), LETTERS_A_WORD)]


def first_part(text: str, number: int) -> str:
    """The beginning of a text up to so many words, in a script without spaces cut between letters."""
    words = text.split()
    if count_words(text) <= number:
        return text
    if count_words(text) == len(words):
        return " ".join(words[:number])
    part = ""
    for word in words:
        if count_words(f"{part} {word}") > number:
            room = LETTERS_A_WORD * (number - count_words(part))
            return f"{part} {word[:room]}".strip() if UNSPACED_RUN.match(word) else part
        part = f"{part} {word}".strip()
    return part


def head(text: str, limit: int) -> str:
    """The beginning of a text within so many code points, cut at a word, where there are spaces to cut at."""
    return text[:limit].rpartition(" ")[0] or text[:limit]


def tail(text: str, limit: int) -> str:
    """The end of a text in the same way."""
    return text[-limit:].partition(" ")[2] or text[-limit:]
