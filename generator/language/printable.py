"""What of a text may reach a page, a feed or a terminal."""

from __future__ import annotations

import re
import unicodedata

# The direction formatting characters that can make text read otherwise than it is stored (Unicode TR 36, 3.6): the
# embeddings, overrides and isolates. The marks U+200E, U+200F and U+061C stay: they reorder nothing by themselves.
BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069"
# White space by Unicode that XML 1.0 or HTML do not allow, or that a terminal obeys.
_SPACING_CONTROLS = "\x0b\x0c\r\x1c-\x1f\x85"
_OTHER_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)
)
_SURROGATES = "\ud800-\udfff"

# Characters that leave no mark and part no words: what may not reach a page, soft hyphen, zero-width space, word
# joiner, byte-order mark; between two Latin letters also the joiners and direction marks, which other scripts need.
_UNSEEN_CHARACTERS = f"{_OTHER_CONTROLS}{BIDI_CONTROLS}{_SURROGATES}{_NONCHARACTERS}\u00ad\u200b\u2060\ufeff"
UNSEEN = re.compile(f"[{_UNSEEN_CHARACTERS}]|(?<=[A-Za-z])[\u200c-\u200f\u061c](?=[A-Za-z])")

_SPACING = re.compile(f"[{_SPACING_CONTROLS}]")
_UNPRINTABLE = re.compile(f"[{_OTHER_CONTROLS}{BIDI_CONTROLS}{_SURROGATES}{_NONCHARACTERS}]")


def printable(text: str) -> str:
    """The text without what may not reach a page: control characters other than tab and line feed, direction
    overrides and isolates, lone surrogates and noncharacters.

    CR LF becomes a line feed; any other control character that separates words (a lone CR, a form feed) becomes a
    space, so that no two words run together; the rest vanishes. Text without any of these is returned as it is.
    """
    if text.isprintable():  # what Python calls printable holds none of these, and most text is
        return text
    return _UNPRINTABLE.sub("", _SPACING.sub(" ", text.replace("\r\n", "\n")))


# Letters and symbols by their category that leave no mark on a page: the fillers of Hangul and Khmer, the blank of
# Braille (Unicode: Default_Ignorable_Code_Point, and U+2800 by its name).
_BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"


def shows(text: str) -> bool:
    """Whether a reader sees anything of the text: a letter, a digit, a sign or a symbol."""
    return any(unicodedata.category(char)[0] in "LNPS" and char not in _BLANKS for char in text)


def names(text: str) -> bool:
    """Whether the text can name a file in a message and on a page: on one line, with nothing that cannot be shown."""
    return printable(text) == text and "\t" not in text and len(text.splitlines()) == 1
