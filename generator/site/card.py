"""The picture that other sites show beside a link to a story (Open Graph): title, facts and site name, set in type.

Pillow draws it (its wheel carries FreeType, so nothing of the system takes part), in Source Serif Pro (SIL Open Font
Licence), which the package ``font-source-serif-pro`` carries: Latin, Greek and Cyrillic. The same versions of the two
give the same bytes; of layout engines, Pillow's own is asked for, since the other one depends on libraries that
machines may lack.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from PIL import Image, ImageDraw, ImageFont
from unidecode import unidecode

WIDTH: Final = 800  # pixels, in the shape that sites ask for: they show cards of 600 and more across their column
HEIGHT: Final = 420
MARGIN: Final = 56

PAPER: Final = (252, 251, 248)  # the theme's --paper, --ink and --accent by day
INK: Final = (28, 26, 23)
ACCENT: Final = (122, 31, 31)

_GREY: Final = 0.62  # how dark the facts are, 1 being ink: 5.5 to 1 on paper
# With the accent four colours, which PNG packs in two bits a pixel: half of what sixteen take. The edges of letters
# take the middle one.
_SHADES: Final = (0.0, _GREY, 1.0)
# Of the title, pixels, the largest that fits in _LINES lines. The letters are most of the file: of 30 real titles in
# 1200 by 630 pixels with a summary of two lines 10.8 KB, in this size with a line of outlets 5.6.
_SIZES: Final = (54, 48, 43, 38)
_LINES: Final = 4
_TALLEST: Final = 170  # pixels of title, leading aside, that leave room for two lines of facts
_DRAWN: Final = 400  # characters of a text that are looked at: four lines of the narrowest letters have fewer
_MORE: Final = " …"
_LEADING: Final = 1.14  # line height of the title, in units of its size
_SMALL: Final = 24  # size of site name and facts
_EFFORT: Final = 6  # of compression; the highest, 9, takes three times as long for 6 % less
_CHARACTERS: Final = 4_000  # in a size, of which it is known whether the font has them: without, a quarter of the time

Font = ImageFont.FreeTypeFont
Measure = Callable[[str], float]


def card_png(title: str, facts: str, site: str) -> bytes:
    """A PNG file of WIDTH by HEIGHT pixels. ``facts`` gets two lines, ``title`` four; what does not fit ends in "…"."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    small, bold = _font("Regular", _SMALL), _font("Semibold", _SMALL)
    _write(draw, bold, MARGIN, _wrapped(site, bold, 1), _SMALL, 1.0)
    font, lines = _title(title)
    size = int(font.size)
    _write(draw, font, MARGIN + _SMALL + 40, lines, round(size * _LEADING), 1.0)
    below = _wrapped(facts, small, 2)
    pitch = round(_SMALL * 1.35)
    _write(draw, small, HEIGHT - MARGIN - pitch * len(below) + 6, below, pitch, _GREY)
    return _png(image)


def _title(text: str) -> tuple[Font, list[str]]:
    """The title in the largest size in which it fits, and its lines."""
    for size in _SIZES:
        font = _font("Semibold", size)
        lines = _wrapped(text, font, _LINES)
        if not lines[-1].endswith(_MORE) and len(lines) * size <= _TALLEST:
            return font, lines
    return font, lines


def _wrapped(text: str, font: Font, limit: int) -> list[str]:
    """``text`` in at most ``limit`` lines, never none."""
    width = WIDTH - 2 * MARGIN
    words = [part for word in _drawable(text[:_DRAWN], font).split() for part in _broken(word, font.getlength, width)]
    lines = wrap(words, font.getlength, width)
    if len(lines) <= limit and len(text) <= _DRAWN:
        return lines or [""]
    return [*lines[: limit - 1], *(_cut(line, font) for line in lines[limit - 1 : limit])] or [""]


def wrap(words: list[str], measure: Measure, width: float) -> list[str]:
    """Words in lines, none wider than ``width`` in the unit of ``measure`` unless one word alone is."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _broken(word: str, measure: Measure, width: float) -> list[str]:
    """A word in parts no wider than ``width``, whole where it fits."""
    parts = [""]
    for char in word if measure(word) > width else ():
        if parts[-1] and measure(parts[-1] + char) > width:
            parts.append("")
        parts[-1] += char
    return parts if parts[-1] else [word]


def _cut(line: str, font: Font) -> str:
    words = line.split()
    while len(words) > 1 and font.getlength(" ".join(words) + _MORE) > WIDTH - 2 * MARGIN:
        words.pop()
    cut = " ".join(words)
    while cut and font.getlength(cut + _MORE) > WIDTH - 2 * MARGIN:
        cut = cut[:-1]
    return cut.rstrip(",;:–—- ") + _MORE


def _drawable(text: str, font: Font) -> str:
    """``text`` with every character that the font lacks spelled in Latin letters."""
    return "".join(char if char.isspace() or _has(font, char) else unidecode(char) for char in text)


@lru_cache(maxsize=_CHARACTERS)
def _has(font: Font, char: str) -> bool:
    return bytes(font.getmask(char)) != bytes(font.getmask("\U0010ffff"))


def _write(draw: ImageDraw.ImageDraw, font: Font, top: int, lines: list[str], pitch: int, darkness: float) -> None:
    for number, line in enumerate(lines):
        place = (MARGIN, top + number * pitch)
        draw.text(place, line, font=font, fill=round(255 * (1 - darkness)), anchor="lt" if pitch == _SMALL else "la")


def _png(image: Image.Image) -> bytes:
    shaded = image.point([_nearest((255 - value) / 255) for value in range(256)])
    shaded = Image.frombytes("P", shaded.size, shaded.tobytes())
    shaded.putpalette([part for colour in (*map(_mix, _SHADES), ACCENT) for part in colour])
    below, accent = MARGIN + _SMALL, len(_SHADES)
    ImageDraw.Draw(shaded).rectangle((MARGIN, below + 14, MARGIN + 54, below + 18), fill=accent)
    file = io.BytesIO()
    shaded.save(file, "PNG", bits=2, compress_level=_EFFORT)
    return file.getvalue()


def _nearest(share: float) -> int:
    return min(range(len(_SHADES)), key=lambda number: abs(_SHADES[number] - share))


def _mix(share: float) -> tuple[int, ...]:
    return tuple(round(paper + (ink - paper) * share) for paper, ink in zip(PAPER, INK, strict=True))


@cache
def _font(weight: str, size: int) -> Font:
    # Not the package's TrueType files: their old kerning table sets quotation marks into the next letter.
    data = files("font_source_serif_pro").joinpath(f"files/SourceSerifPro-{weight}.otf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
