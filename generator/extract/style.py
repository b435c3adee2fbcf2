"""How an element is shown by what style sheets and attributes declare, as far as it decides whether text is seen.

Where in doubt it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.extract.colours import Colour, ground, same, see
from generator.extract.sheets import MARGINS, WAYS, Declared, Way, declarations

_LENGTH: Final = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)([a-z%]*)")
_SHARE: Final = re.compile(r"[+-]?[\d.]+(?:%|v[wh]|vmin|vmax)")
_OWN_SIZE: Final = re.compile(
    r"(?<![\d.])-?(?:\d{1,2}(?:\.\d+)?|100)%"
)  # moves by less than its own size centre things
# Lengths below which nothing is seen, and beyond which nothing stands on any page, in CSS pixels.
_SEEN_SIZE, _FAR, _LETTER = 2.0, 500.0, 8.0
_SEEN_OPACITY = 0.05
_PIXELS: Final = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 38.0, "mm": 3.8, "em": 16.0, "rem": 16.0, "ex": 8.0,
    "ch": 8.0, "vw": 12.0, "vh": 8.0, "vmin": 8.0, "vmax": 12.0, "%": 8.0,
}  # fmt: skip
# What lets declarations hide text that would not alone.
_FAVOURING: Final = {"position": "absolute", "overflow": "hidden", "white-space": "nowrap"}


@dataclass(frozen=True, slots=True)
class Look:
    """How an element is shown, as far as it decides whether its text is seen; children inherit it."""

    gone: bool = False
    invisible: bool = False
    tiny: bool = False
    colour: Colour | None = (0, 0, 0, 1.0)
    ground: Colour | None = (255, 255, 255, 1.0)

    @property
    def hidden(self) -> bool:
        """Whether no reader sees text that stands in the element itself."""
        return self.gone or self.invisible or self.tiny or same(self.colour, self.ground)


def look(parent: Look, declared: Declared, attributes: Mapping[str, str], name: str) -> Look:
    """How an element is shown inside one that is shown as ``parent``."""
    if not declared and not SHOWING.intersection(attributes):
        return parent
    display = declared.get("display", "")
    if ("hidden" in attributes or "popover" in attributes) and "display" not in attributes.get("style", "").lower():
        display = "none"
    visibility = declared.get("visibility", "")
    invisible = visibility in ("hidden", "collapse") if visibility and visibility != "inherit" else parent.invisible
    colour = see(declared.get("-webkit-text-fill-color") or declared.get("color") or _attribute(name, attributes))
    back = declared.get("background-color") or declared.get("background") or attributes.get("bgcolor", "")
    own_ground = parent.ground if not back else ground(back, parent.ground)
    if "text" in declared.get("background-clip", "") + declared.get("-webkit-background-clip", ""):
        colour = own_ground = None  # the letters are cut out of the ground
    elif colour is None and not _names_colour(declared, name, attributes):
        colour = parent.colour
    if "background-image" in declared and declared["background-image"] != "none":
        own_ground = None
    if _appears(declared):
        invisible = parent.invisible
    gone = parent.gone or display == "none" or _gone(declared)
    return Look(gone, invisible, _tiny(parent, declared), colour, own_ground)


def ways_to_hide(
    declared: Declared, attributes: Mapping[str, str], name: str, page: Look, grounds: Collection[Colour]
) -> frozenset[Way]:
    """The ways in which declarations and attributes may hide text on the page, with what others add: a place, an
    overflow, one of the grounds."""
    if not _may_hide(look(page, {**declared, **_FAVOURING}, attributes, name), page, grounds):
        return frozenset()  # as most do not
    found = []
    for way in WAYS:
        some = {key: value for key, value in declared.items() if key in way.properties}
        if (some or attributes) and _may_hide(look(page, {**some, **_FAVOURING}, attributes, name), page, grounds):
            found.append(way)
    return frozenset(found)


def _may_hide(made: Look, page: Look, grounds: Collection[Colour]) -> bool:
    if made.hidden:
        return True
    if made.colour in (None, page.colour) or made.ground != page.ground:
        return False
    return any(same(made.colour, ground) for ground in grounds)


def grounds_of(each: Iterable[Declared]) -> frozenset[Colour]:
    """The colours that declarations give to what stands behind text."""
    values = {declared[name] for declared in each for name in ("background-color", "background") if name in declared}
    return frozenset(colour for value in values if (colour := see(value)) is not None)


SHOWING: Final = frozenset(
    ["hidden", "popover", "color", "bgcolor", "text"]
)  # attributes that say how an element is shown


def is_block(style: str) -> bool:
    """Whether a style attribute makes a block of its own of what would stand in a line."""
    if "display" not in style:
        return False
    return declarations(style).get("display", "").split(" ")[0] in (
        "block",
        "flex",
        "grid",
        "table",
        "list-item",
        "flow-root",
    )


def _names_colour(declared: Declared, name: str, attributes: Mapping[str, str]) -> bool:
    value = declared.get("-webkit-text-fill-color") or declared.get("color") or _attribute(name, attributes)
    return bool(value) and value not in ("inherit", "currentcolor", "unset")


def _attribute(name: str, attributes: Mapping[str, str]) -> str:
    key = {"font": "color", "body": "text"}.get(name)
    return attributes.get(key, "").lower() if key else ""


def _lengths(value: str) -> list[float]:
    """The lengths of a value in pixels; of a font's size and a window's width usual ones are taken."""
    found = _LENGTH.findall(value) if value else ()
    return [float(number) * _PIXELS[unit] for number, unit in found if unit in _PIXELS]


def _numbers(value: str) -> list[float]:
    return [float(number) / (100 if unit == "%" else 1) for number, unit in _LENGTH.findall(value)]


def _tiny(parent: Look, declared: Declared) -> bool:
    value = declared.get("font-size", "")
    if not value and "font" in declared:
        sizes = re.search(rf"(?:^|\s)({_LENGTH.pattern})(?:\s*/|\s)", declared["font"])
        value = sizes[1] if sizes else ""
    if not value or value in ("inherit", "unset"):
        return parent.tiny
    lengths = _lengths(value)
    if value.endswith(("%", "em")) and not value.endswith("rem"):
        own = _PIXELS["%"] if value.endswith("%") else _PIXELS["em"]
        return parent.tiny or (bool(lengths) and lengths[0] / own * _PIXELS["em"] < _SEEN_SIZE)
    return bool(lengths) and lengths[0] < _SEEN_SIZE and "max(" not in value and "clamp(" not in value


def _gone(declared: Declared) -> bool:
    """Whether an element and all inside it is unseen, whatever those inside it say of themselves."""
    get = declared.get
    if get("content-visibility") == "hidden":
        return True
    if _cut_away(declared):
        return True
    if _appears(declared):
        return False
    opacity = _numbers(get("opacity", "")) or _function(get("filter", ""), "opacity")
    return bool(opacity and opacity[0] < _SEEN_OPACITY) or _scaled_away(declared) or _moved_away(declared)


def _appears(declared: Declared) -> bool:
    """Whether an animation may bring in what is not there at first."""
    return any(declared.get(name, "none") != "none" for name in ("animation", "animation-name", "-webkit-animation"))


def _function(value: str, name: str) -> list[float]:
    """The numbers of a function such as ``scale(0, 1)``."""
    if name not in value:
        return []
    found = re.search(rf"(?<![\w-]){name}\(([^()]*)\)", value)
    return _numbers(found[1]) if found else []


def _scaled_away(declared: Declared) -> bool:
    if declared.keys().isdisjoint(("transform", "scale")):
        return False
    transform = declared.get("transform", "")
    matrix = _function(transform, "matrix")
    factors = [factor for name in ("scale", "scalex", "scaley", "scale3d") for factor in _function(transform, name)[:2]]
    factors += _numbers(declared.get("scale", ""))[:2]
    if len(matrix) == 6:
        factors.append(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    turned = [angle % 180 for name in ("rotatex", "rotatey") for angle in _angles(transform, name)]
    return any(abs(factor) < 0.05 for factor in factors) or 90 in turned


def _angles(transform: str, name: str) -> list[float]:
    """The angles, in degrees, by which functions of this name turn an element about a line in its plane."""
    found = re.findall(rf"(?<![\w-]){name}\(\s*([+-]?[\d.]+)(deg|turn|grad|rad)", transform)
    return [round(float(number) * _DEGREES[unit], 1) for number, unit in found if number.count(".") < 2]


_DEGREES: Final = {"deg": 1.0, "turn": 360.0, "grad": 0.9, "rad": 57.29578}


def _moved_away(declared: Declared) -> bool:
    get = declared.get
    if get("position", "static") not in ("static", "initial"):
        for side in ("left", "right", "top", "bottom", "inset"):
            if any(_far(length, both=True) for length in _lengths(get(side, ""))):
                return True
    # margins of a share of the width put columns side by side
    if any(_far(length) for name in MARGINS if name in declared for length in _lengths(_SHARE.sub("", declared[name]))):
        return True
    if any(_far(length) or length > 10 * _FAR for length in _lengths(get("text-indent", ""))):
        return True
    if any(
        length <= -_LETTER for length in _lengths(get("letter-spacing", ""))
    ):  # each letter stands on the one before
        return True
    if declared.keys().isdisjoint(("transform", "translate")):
        return False
    moved = [*re.findall(r"translate(?:x|y|3d)?\(([^()]*)\)", get("transform", "")), get("translate", "")]
    return any(_far(length, both=True) for value in moved for length in _lengths(_OWN_SIZE.sub("", value)))


def _far(length: float, *, both: bool = False) -> bool:
    return length <= -_FAR or (both and length >= 5 * _FAR)


def _cut_away(declared: Declared) -> bool:
    get = declared.get
    overflow = " ".join(get(name, "") for name in ("overflow", "overflow-x", "overflow-y"))
    if "hidden" in overflow or "clip" in overflow:
        # the old way to put a picture in the place of words
        if re.search(r"(?<![\d.])\d{3,}%", get("text-indent", "")) and "nowrap" in get("white-space", ""):
            return True
        for name in ("width", "height", "max-width", "max-height", "line-height", "inline-size", "block-size"):
            lengths = _lengths(get(name, ""))
            if lengths and max(lengths) < _SEEN_SIZE and (name != "line-height" or max(lengths) == 0):
                return True
    rect = _lengths(found[1]) if (found := re.search(r"rect\(([^()]*)\)", get("clip", ""))) else []
    if get("position", "") in ("absolute", "fixed") and len(rect) == 4:
        top, right, bottom, left = rect
        if bottom - top < _SEEN_SIZE or right - left < _SEEN_SIZE:
            return True
    return _clipped(get("clip-path", "") or get("-webkit-clip-path", ""))


def _clipped(path: str) -> bool:
    inset = _numbers(found[1].partition("round")[0]) if (found := re.search(r"inset\(([^()]*)\)", path)) else []
    if inset and "%" in path:
        top, right, bottom, left = (inset * 4)[:4] if len(inset) < 3 else [*inset, inset[1]][:4]
        if len(inset) == 2:
            top, right, bottom, left = inset[0], inset[1], inset[0], inset[1]
        return top + bottom >= 0.99 or left + right >= 0.99
    radius = (
        _lengths(found[1].partition(" at ")[0]) if (found := re.search(r"(?:circle|ellipse)\(([^()]*)\)", path)) else []
    )
    if radius:
        return min(radius) < _SEEN_SIZE
    if found := re.search(r"polygon\(([^()]*)\)", path):
        return len({tuple(_lengths(point)) for point in found[1].split(",")}) < 3
    rect = _lengths(found[1]) if (found := re.search(r"rect\(([^()]*)\)", path)) else []
    return len(rect) == 4 and (rect[2] - rect[0] < _SEEN_SIZE or rect[1] - rect[3] < _SEEN_SIZE)
