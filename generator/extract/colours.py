"""Colours of CSS, as far as it takes to see that letters have the colour of their ground."""

from __future__ import annotations

import colorsys
import re
from typing import Final

Colour = tuple[int, int, int, float]  # red, green, blue (0 to 255), alpha (0 to 1)

_SAME = 8  # of 255: a difference in each channel that nobody sees
_CLEAR = 0.05  # alpha below which letters are not seen
_NAMES: Final = {
    "white": 0xFFFFFF, "black": 0x000000, "snow": 0xFFFAFA, "ivory": 0xFFFFF0, "whitesmoke": 0xF5F5F5,
    "ghostwhite": 0xF8F8FF, "floralwhite": 0xFFFAF0, "mintcream": 0xF5FFFA, "azure": 0xF0FFFF, "red": 0xFF0000,
    "green": 0x008000, "lime": 0x00FF00, "blue": 0x0000FF, "yellow": 0xFFFF00, "navy": 0x000080, "gray": 0x808080,
    "grey": 0x808080, "silver": 0xC0C0C0, "maroon": 0x800000, "purple": 0x800080, "teal": 0x008080, "olive": 0x808000,
    "aqua": 0x00FFFF, "cyan": 0x00FFFF, "fuchsia": 0xFF00FF, "magenta": 0xFF00FF, "orange": 0xFFA500,
    "pink": 0xFFC0CB, "brown": 0xA52A2A, "gold": 0xFFD700, "beige": 0xF5F5DC, "lightgray": 0xD3D3D3,
    "lightgrey": 0xD3D3D3, "darkgray": 0xA9A9A9, "darkgrey": 0xA9A9A9, "gainsboro": 0xDCDCDC, "linen": 0xFAF0E6,
}  # fmt: skip
_HEX: Final = re.compile(r"#([0-9a-f]{3,8})\b")
_FUNCTION: Final = re.compile(r"\b(rgb|hsl)a?\(([^()]*)\)")
_NUMBER: Final = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))(%?)")
_WORD: Final = re.compile(r"[a-z]+")


def see(value: str) -> Colour | None:
    """The first colour that a value names, or None where none is known."""
    value = value.lower()
    if "var(" in value:
        return None
    if found := _HEX.search(value):
        return _hex(found[1])
    if found := _FUNCTION.search(value):
        return _function(found[1], _NUMBER.findall(found[2]))
    for word in _WORD.findall(value):
        if word == "transparent":
            return (0, 0, 0, 0.0)
        if word in _NAMES:
            return _of(_NAMES[word])
    return None


def ground(value: str, around: Colour | None) -> Colour | None:
    """The ground that a background makes on the one around it; None where it is not known."""
    if value in ("none", "inherit", "initial", "unset"):
        return around
    if "gradient" in value or '""' in value or "var(" in value:
        return None
    colour = see(value)
    return around if colour is not None and colour[3] < _CLEAR else colour


def same(letters: Colour | None, around: Colour | None) -> bool:
    """Whether letters of this colour are not seen on this ground."""
    if letters is None:
        return False
    if letters[3] < _CLEAR:
        return True
    return around is not None and all(
        abs(one - other) <= _SAME for one, other in zip(letters, around[:3], strict=False)
    )


def _of(number: int) -> Colour:
    return number >> 16, number >> 8 & 255, number & 255, 1.0


def _hex(digits: str) -> Colour | None:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in (6, 8):
        return None
    red, green, blue, _ = _of(int(digits[:6], 16))
    return red, green, blue, int(digits[6:], 16) / 255 if len(digits) == 8 else 1.0


def _function(name: str, numbers: list[tuple[str, str]]) -> Colour | None:
    if len(numbers) < 3:
        return None
    alpha = float(numbers[3][0]) / (100 if numbers[3][1] else 1) if len(numbers) > 3 else 1.0
    one, two, three = (float(number) for number, _ in numbers[:3])
    if name == "hsl":
        red, green, blue = colorsys.hls_to_rgb(one / 360 % 1, min(three / 100, 1), min(two / 100, 1))
        return round(red * 255), round(green * 255), round(blue * 255), alpha
    scale = 2.55 if numbers[0][1] else 1.0
    return round(one * scale), round(two * scale), round(three * scale), alpha
