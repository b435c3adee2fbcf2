"""Signs of other scripts that are no letters to Python's "\\w", and scripts that part no words."""

from __future__ import annotations

import re
import unicodedata

# Vowel signs of Indian and other scripts, as the inside of a set of characters.
SIGNS = "".join(chr(c) for c in range(0x300, 0x10000) if unicodedata.category(chr(c)).startswith("M")) + "\u200c\u200d"
# Han, kana, Thai, Lao, Burmese and Khmer, in the same way.
UNSPACED = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
)
_RUN = re.compile(rf"[{UNSPACED}]+")
LETTERS_A_WORD = 2  # Chinese words of news have 1.6 to 1.8 letters, Japanese ones some 2, Thai ones 4


def count_words(text: str) -> int:
    """The words of a text, of a script without spaces as many as its letters make."""
    if text.isascii():
        return len(text.split())
    letters = sum(len(run) for run in _RUN.findall(text))
    return len(_RUN.sub(" ", text).split()) + -(-letters // LETTERS_A_WORD)
