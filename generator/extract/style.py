"""What of a page its style hides from every reader: declarations of style attributes and of simple rules of the page.

A small reading of CSS (CSS Syntax 3, CSS Cascade 4), not all of it: of a page's style sheets only rules for an element,
classes and an id count (``p``, ``.note``, ``span.a.b``, ``#x``) that hold on every screen; what other sheets say is not
known. Where in doubt text is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from generator.extract.colours import Colour, ground, same, see

_COMMENT: Final = re.compile(r"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/)?")
_HTML_COMMENT: Final = re.compile(r"<!--|-->")  # of old pages, around a whole sheet; it means nothing in CSS
_STRING: Final = re.compile(r"\"[^\"]*\"|'[^']*'|u[rR][lL]\([^()]*\)?|U[rR][lL]\([^()]*\)?")
# A rule, or only its beginning where it holds others; what stands between rules; the end of one around others.
_RULE: Final = re.compile(r"([^{}]*)\{(?:([^{}]*)\})?|[^{}]+|\}")
_DECLARATION: Final = re.compile(r"(?:^|;)\s*([\w-]+)\s*:([^;]*)")
_COMBINED: Final = re.compile(r"[\s>+~]+")
_OF_STATE: Final = re.compile(r"[:\[].*")
_ESCAPE: Final = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|([^\n]))")
_IMPORTANT: Final = re.compile(r"!\s*important\s*$")
_SELECTOR: Final = re.compile(r"(?P<tag>[a-z][a-z0-9-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)", re.IGNORECASE)
_KEY: Final = re.compile(r"[.#][\w-]+")
_LENGTH: Final = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)([a-z%]*)")
_SCREEN: Final = re.compile(r"@(?:media\s+(?:only\s+)?(?:screen|all)|layer\b[^;{]*|supports\b[^;{]*)\s*$")

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
# Rules that say something of what is read here, in all and for one name; further ones are not read and hide nothing.
_PLAIN: Final = re.compile(r"[a-z0-9_.#*-]*")  # the end of a selector that needs what it names
_MAX_RULES, _MAX_RULES_OF_ONE = 2_000, 50
# Where a selector that is not read here may give children what its parent has not, they are taken to be shown.
_DOUBTS: Final = {"font-size": "medium", "font": "medium", "color": "var()", "background": "var()",
                  "background-color": "var()"}  # fmt: skip

_KEPT_BODIES = 2_000  # of rules and attributes: pages say the same of many elements
_Declared = Mapping[str, str]
_Priority = tuple[bool, bool, int, int]  # important, in a style attribute, specificity, order


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


@dataclass(slots=True)
class Styles:
    """The simple rules of a page's style sheets by the tag, class or id that they need last; ``names`` are those of
    the page, in lower case. Rules of others are not read."""

    names: frozenset[str] = frozenset()
    rules: dict[str, list[tuple[frozenset[str], int, int, _Declared]]] = field(default_factory=dict)
    count: int = 0
    doubtful: dict[str, set[str]] = field(default_factory=dict)  # key -> what a longer selector may say of it otherwise

    def add(self, sheet: str) -> None:
        """Take a style sheet's rules."""
        for selectors, body in _rules(_plain(_HTML_COMMENT.sub(" ", sheet) if "<!--" in sheet else sheet)):
            if self.count >= _MAX_RULES:
                return
            wanted = [one for selector in selectors.split(",") if (one := selector.strip()) and self._may_match(one)]
            declared = _declarations(body) if wanted else {}
            if not declared:
                continue
            doubts = _DOUBTS.keys() & declared.keys()
            for selector in wanted:
                self._add(selector, declared, doubts)

    def _may_match(self, selector: str) -> bool:
        """Whether the page has what a selector needs last; where that is not plain, it may."""
        last = selector.rsplit(None, 1)[-1].partition(":")[0].partition("[")[0].lower()
        at = max(last.rfind("."), last.rfind("#"), 0)
        return (last[at:] or "*") in self.names or _PLAIN.fullmatch(last) is None

    def _add(self, selector: str, declared: _Declared, doubts: Set[str]) -> None:
        found = _SELECTOR.fullmatch(selector)
        if found is None:
            if doubts:
                self._doubt(selector, doubts)
            return
        keys = _KEY.findall(found["rest"])
        tag = (found["tag"] or "").lower()
        key = keys[-1] if keys else tag or "*"
        rules = self.rules.setdefault(key, [])
        if self.count >= _MAX_RULES or len(rules) >= _MAX_RULES_OF_ONE:
            return
        self.count += 1
        weight = 10_000 * sum(one[0] == "#" for one in keys) + 100 * sum(one[0] == "." for one in keys) + bool(tag)
        needs = frozenset([*keys, *([tag] if tag not in ("", "*") else [])])
        rules.append((needs, weight, self.count, declared))

    def _doubt(self, selector: str, doubts: Set[str]) -> None:
        """Note what a longer selector may say otherwise of what it needs last."""
        last = _SELECTOR.fullmatch(_OF_STATE.sub("", _COMBINED.split(selector)[-1]))
        if last is not None and last.group():
            keys = _KEY.findall(last["rest"])
            self.doubtful.setdefault(keys[-1] if keys else (last["tag"] or "").lower() or "*", set()).update(doubts)

    def cascade(self, name: str, attributes: Mapping[str, str]) -> _Declared:
        """The declarations that hold for an element itself."""
        keys = [name, "*", *(f".{one}" for one in attributes.get("class", "")[:300].split())]
        if "id" in attributes:
            keys.append(f"#{attributes['id']}")
        best: dict[str, tuple[_Priority, str]] = {}
        rules = [rule for key in keys if key in self.rules for rule in self.rules[key]]
        have = frozenset(keys) if rules else frozenset()
        for needs, weight, order, declared in rules:
            if needs <= have:
                _take(best, declared, in_attribute=False, weight=weight, order=order)
        for key in keys:
            for one in self.doubtful.get(key, ()):
                best[one] = ((False, False, 1_000_000, 0), _DOUBTS[one])
        own = attributes.get("style", "")
        if own:
            _take(best, _declarations(_plain(own)), in_attribute=True, weight=0, order=0)
        return {name: value for name, (_, value) in best.items()} if best else {}


def _take(best: dict[str, tuple[_Priority, str]], declared: _Declared, *, in_attribute: bool, weight: int,
          order: int) -> None:  # fmt: skip
    for name, value in declared.items():
        important = _IMPORTANT.search(value)
        priority = (important is not None, in_attribute, weight, order)
        if name not in best or priority >= best[name][0]:
            best[name] = (priority, value[: important.start()].strip() if important else value)


def _plain(css: str) -> str:
    """CSS without comments and strings, its escapes resolved where they can matter."""
    css = _STRING.sub('""', _COMMENT.sub(" ", css) if "/*" in css else css)
    return _ESCAPE.sub(_unescaped, css) if "\\" in css else css


def _unescaped(found: re.Match[str]) -> str:
    if found[1] is None:
        char = found[2]
    else:
        code = int(found[1], 16)
        char = chr(code) if 0 < code < 0x110000 else "\ufffd"
    return char if char.isalnum() or char in "-_" else "\ufffd"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and body of each rule that holds on every screen; of one that holds others what stands before them."""
    holds, around = [True], ""  # selectors of a rule of which only the beginning was read
    for found in _RULE.finditer(css):
        start, body = found.groups()
        if body is not None and not around and ";" not in start:  # as nearly all are
            if holds[-1] and not (selectors := start.strip()).startswith("@"):
                yield selectors, body
            continue
        own, _, selectors = (found.group(), "", "") if start is None else start.rpartition(";")
        if around and own != "}":
            yield around, own
        selectors, around = selectors.strip(), ""
        if start is None:
            if own == "}" and len(holds) > 1:
                holds.pop()
        elif body is not None:
            if holds[-1] and not selectors.startswith("@"):
                yield selectors, body
        elif selectors.startswith("@"):
            holds.append(holds[-1] and _SCREEN.match(selectors.lower()) is not None)
        else:
            around = selectors if holds[-1] else ""
            holds.append(False)


@lru_cache(maxsize=_KEPT_BODIES)
def _declarations(css: str) -> _Declared:
    """The declarations that can hide text, of each property the one that wins among them."""
    found: dict[str, str] = {}
    for name, value in _DECLARATION.findall(css):
        name = name.lower()
        if name not in _PROPERTIES:
            continue
        value = " ".join(value.lower().split())
        if not value or ("var(" in value and name not in _DOUBTS):
            continue
        if name in found and _IMPORTANT.search(found[name]) and not _IMPORTANT.search(value):
            continue
        found[name] = value
    return found


def look(parent: Look, declared: _Declared, attributes: Mapping[str, str], name: str) -> Look:
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


SHOWING: Final = frozenset(
    ["hidden", "popover", "color", "bgcolor", "text"]
)  # attributes that say how an element is shown


def is_block(style: str) -> bool:
    """Whether a style attribute makes a block of its own of what would stand in a line."""
    if "display" not in style:
        return False
    return _declarations(_plain(style)).get("display", "").split(" ")[0] in (
        "block",
        "flex",
        "grid",
        "table",
        "list-item",
        "flow-root",
    )


def _names_colour(declared: _Declared, name: str, attributes: Mapping[str, str]) -> bool:
    value = declared.get("-webkit-text-fill-color") or declared.get("color") or _attribute(name, attributes)
    return bool(value) and value not in ("inherit", "currentcolor", "unset")


def _attribute(name: str, attributes: Mapping[str, str]) -> str:
    key = {"font": "color", "body": "text"}.get(name)
    return attributes.get(key, "").lower() if key else ""


def _lengths(value: str) -> list[float]:
    """The lengths of a value in pixels; of a font's size and a window's width usual ones are taken."""
    return [float(number) * _PIXELS[unit] for number, unit in _LENGTH.findall(value) if unit in _PIXELS]


def _numbers(value: str) -> list[float]:
    return [float(number) / (100 if unit == "%" else 1) for number, unit in _LENGTH.findall(value)]


def _tiny(parent: Look, declared: _Declared) -> bool:
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


def _gone(declared: _Declared) -> bool:
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


def _appears(declared: _Declared) -> bool:
    """Whether an animation may bring in what is not there at first."""
    return any(declared.get(name, "none") != "none" for name in ("animation", "animation-name", "-webkit-animation"))


def _function(value: str, name: str) -> list[float]:
    """The numbers of a function such as ``scale(0, 1)``."""
    if name not in value:
        return []
    found = re.search(rf"(?<![\w-]){name}\(([^()]*)\)", value)
    return _numbers(found[1]) if found else []


def _scaled_away(declared: _Declared) -> bool:
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


def _moved_away(declared: _Declared) -> bool:
    get = declared.get
    if get("position", "static") not in ("static", "initial"):
        for side in ("left", "right", "top", "bottom", "inset"):
            if any(_far(length, both=True) for length in _lengths(get(side, ""))):
                return True
    # margins of a share of the width put columns side by side
    if any(_far(length) for name in _MARGINS for length in _lengths(_SHARE.sub("", get(name, "")))):
        return True
    if any(_far(length) or length > 10 * _FAR for length in _lengths(get("text-indent", ""))):
        return True
    if any(
        length <= -_LETTER for length in _lengths(get("letter-spacing", ""))
    ):  # each letter stands on the one before
        return True
    moved = [*re.findall(r"translate(?:x|y|3d)?\(([^()]*)\)", get("transform", "")), get("translate", "")]
    return any(_far(length, both=True) for value in moved for length in _lengths(_OWN_SIZE.sub("", value)))


def _far(length: float, *, both: bool = False) -> bool:
    return length <= -_FAR or (both and length >= 5 * _FAR)


def _cut_away(declared: _Declared) -> bool:
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


_MARGINS: Final = ("margin", "margin-left", "margin-top", "margin-right", "margin-bottom", "margin-inline-start")
_PROPERTIES: Final = frozenset(
    "display visibility content-visibility opacity filter font font-size transform scale translate position left right"
    " top bottom inset text-indent letter-spacing white-space"
    " overflow overflow-x overflow-y width height max-width max-height line-height"
    " inline-size block-size clip clip-path -webkit-clip-path color background background-color background-image"
    " background-clip -webkit-background-clip -webkit-text-fill-color animation animation-name"
    " -webkit-animation".split()
) | frozenset(_MARGINS)
