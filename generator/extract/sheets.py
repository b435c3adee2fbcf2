"""Style sheets and style attributes as text: the rules that hold on a screen, and the declarations that can hide text.

A small reading of CSS (CSS Syntax 3, Media Queries 4), not all of it; what other sheets say than those of the page is
not known. Where in doubt text is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

Declared: TypeAlias = Mapping[str, str]  # a property -> its value, both in lower case

SCREENS: Final = (390, 1440)  # widths in pixels: what is hidden on a phone and on a desk is hidden
_ALL: Final = frozenset(SCREENS)

_STRING: Final = re.compile(r"\"[^\"]*\"|'[^']*'|u[rR][lL]\([^()]*\)?|U[rR][lL]\([^()]*\)?")
_COMMENT: Final = re.compile(r"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/)?")
# What may hold a brace, a comma or a mark that means nothing there.
_OPAQUE: Final = re.compile(rf"\\[^\n]|{_COMMENT.pattern}|{_STRING.pattern}")
_HTML_COMMENT: Final = re.compile(r"<!--|-->")  # of old pages, around a whole sheet; it means nothing in CSS
# A rule, or only its beginning where it holds others; what stands between rules; the end of one around others.
_RULE: Final = re.compile(r"([^{}]*)\{(?:([^{}]*)\})?|[^{}]+|\}")
_BRACKETED: Final = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")
_COMBINED: Final = re.compile(r"[\s>+~]+")
_NAMED: Final = re.compile(r"[.#][\w-]+|(?<![.#:\w-])[\w-]+")
# What is no element, and states that none is in while a page is only read.
_NEVER: Final = re.compile(r"::|:(?:before|after|hover|focus|active|visited|target)\b")
_DECLARATION: Final = re.compile(r"(?:^|;)\s*([\w-]+)\s*:([^;]*)")
_ESCAPE: Final = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|([^\n]))")
_IMPORTANT: Final = re.compile(r"\s*!\s*important\s*$")
# Colours and sizes that a variable names are not known; what else it names is left as it was.
_DOUBTED: Final = frozenset(["color", "background", "background-color", "font", "font-size"])

_CONDITION: Final = re.compile(r"@(media|layer|supports)\b(?!\s+not\b)")
_WIDTH: Final = re.compile(
    r"\(\s*(?:(?P<side>min|max)-width\s*:|width\s*(?P<sign>[<>])=?)\s*(?P<size>\d+(?:\.\d+)?)(?P<unit>px|r?em)\s*\)"
)
_EVERY_SCREEN: Final = frozenset(["", "all", "screen", "only screen", "only all"])
_EM = 16  # pixels

MARGINS: Final = ("margin", "margin-left", "margin-top", "margin-right", "margin-bottom", "margin-inline-start")


class Way(NamedTuple):
    """A way to hide text: whether it does depends on these properties alone. Where it ``inherits``, also on what they
    are of the elements around, and those inside may be shown again."""

    properties: frozenset[str]
    inherits: bool = False


def _way(properties: str, *, inherits: bool = False) -> Way:
    return Way(frozenset(properties.split()), inherits)


_APPEARING: Final = "animation animation-name -webkit-animation"
WAYS: Final = (
    _way("display"),
    _way(f"visibility {_APPEARING}", inherits=True),
    _way("font font-size", inherits=True),
    _way(
        "color -webkit-text-fill-color background background-color background-image background-clip"
        " -webkit-background-clip",
        inherits=True,
    ),
    _way(f"content-visibility opacity filter {_APPEARING}"),
    _way(
        "position left right top bottom inset transform scale translate text-indent letter-spacing"
        f" {' '.join(MARGINS)} {_APPEARING}"
    ),
    _way(
        "position overflow overflow-x overflow-y width height max-width max-height line-height inline-size block-size"
        " text-indent white-space clip clip-path -webkit-clip-path"
    ),
)
_PROPERTIES: Final = frozenset[str]().union(*(way.properties for way in WAYS))

# Of 325 real pages none has more than 1,027,212 code points of style sheets.
MOST_OF_SHEETS = 3_000_000  # code points; of rules behind them nothing is hidden
MOST_RULES = 5_000
_LONGEST_SELECTOR, _DEEPEST = 500, 3  # code points, brackets in one another
_KEPT_BODIES = 2_000  # of rules and attributes: pages say the same of many elements
LONGEST_ATTRIBUTE = 1_000  # code points of it that selectors are held against


class Sheet(NamedTuple):
    """A style sheet of a page, and for which media it holds."""

    media: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What one selector of a style sheet declares, and on screens of which of the widths. An element for which it holds
    is called by all that is ``needed``."""

    selector: str
    needed: tuple[str, ...]
    declared: Declared
    screens: frozenset[int]


class _Unread(NamedTuple):
    """A rule of a style sheet: its selectors without what means nothing in them, where they begin, where its body
    begins and ends, and the screens on which it holds."""

    plain: str
    place: int
    start: int
    end: int
    screens: frozenset[int]


def read_rules(sheets: Sequence[Sheet], own: frozenset[str], around: frozenset[str]) -> list[Rule]:
    """The rules of a page's style sheets in order, each for one selector, that declare what can hide text or show it
    and that may hold for elements called by names of ``own``: their tags, and their classes and ids with their marks.
    ``around`` has all names of the page; selectors that need others hold for nothing."""
    rules: list[Rule] = []
    left = MOST_OF_SHEETS
    for media, text in sheets:
        css = _HTML_COMMENT.sub(" ", text[:left])
        left -= min(left, len(text))
        for one in _split(css, _screens_of(media)):
            called = [(selector, _needed(selector, bare, own, around)) for selector, bare in _selectors(one, css)]
            wanted = [(selector, needed) for selector, needed in called if needed is not None]
            declared = declarations(css[one.start : one.end]) if wanted else {}
            rules += [Rule(selector, needed, declared, one.screens) for selector, needed in wanted if declared]
    return rules[:MOST_RULES]


def _split(css: str, screens: frozenset[int]) -> Iterator[_Unread]:
    """Each rule that holds on a screen; of one that holds others what stands before them."""
    holds, around = [screens], ("", 0)  # the selectors of a rule of which only the beginning was read, and their place
    for found in _RULE.finditer(_OPAQUE.sub(_blank, css)):
        before, body = found.groups()
        begin = found.start()
        if body is not None and not around[0] and ";" not in before and "@" not in before:  # as nearly all are
            if holds[-1]:
                yield _Unread(before, begin, *found.span(2), holds[-1])
            continue
        if before is None:
            own, selectors = found.group(), ""
        elif ";" in before:
            own, _, selectors = before.rpartition(";")
        else:
            own, selectors = "", before
        if around[0] and own != "}":
            yield _Unread(*around, begin, begin + len(own), holds[-2])
        around = "", 0
        place = begin + len(before or "") - len(selectors)
        if before is None:
            if own == "}" and len(holds) > 1:
                holds.pop()
        elif "@" in selectors and selectors.lstrip().startswith("@"):
            if body is None:
                holds.append(holds[-1] & _screens_where(selectors.strip().lower()))
        elif body is None:
            around = (selectors, place) if holds[-1] else around
            holds.append(frozenset())
        elif holds[-1]:
            yield _Unread(selectors, place, *found.span(2), holds[-1])


def _blank(found: re.Match[str]) -> str:
    """As much of what has no meaning in it: of an escaped letter of a name another one."""
    return ("x" if found.group().startswith("\\") else " ") * len(found.group())


def _selectors(rule: _Unread, css: str) -> Iterator[tuple[str, str]]:
    """The selectors of a list as they stand in the sheet, and each in lower case without what stands in brackets."""
    bare, start = rule.plain, rule.place
    for _ in range(_DEEPEST if "(" in bare or "[" in bare else 0):
        bare = _BRACKETED.sub(_closed, bare)
    for one in bare.split(","):
        yield css[start : start + len(one)], one.lower()
        start += len(one) + 1


def _closed(found: re.Match[str]) -> str:
    return "*" * len(found.group())


def _needed(selector: str, bare: str, own: frozenset[str], around: frozenset[str]) -> tuple[str, ...] | None:
    """What an element that is selected is called, as far as it is plain; None where the page has no such element."""
    if "\\" in selector:
        return ()
    named = _NAMED.findall(bare)
    if not around.issuperset(named) or len(bare) > _LONGEST_SELECTOR or _NEVER.search(bare):
        return None
    last = _COMBINED.split(bare.strip())[-1]
    needed = tuple(_NAMED.findall(last))
    return needed if last and own.issuperset(needed) else None


@lru_cache(1_000)
def _screens_where(condition: str) -> frozenset[int]:
    """The screens on which rules behind ``@media`` and the like hold."""
    found = _CONDITION.match(condition)
    if found is None:
        return frozenset()
    return _screens_of(condition[found.end() :]) if found[1] == "media" else _ALL


@lru_cache(1_000)
def _screens_of(media: str) -> frozenset[int]:
    queries = media.lower().split(",")
    return frozenset(width for width in SCREENS if any(_holds(query, width) for query in queries))


def _holds(query: str, width: int) -> bool:
    for part in re.split(r"\sand\s+", query):
        part = part.strip()
        if part in _EVERY_SCREEN:
            continue
        found = _WIDTH.fullmatch(part)
        if found is None:
            return False
        size = float(found["size"]) * (1 if found["unit"] == "px" else _EM)
        if (width < size) if found["side"] == "min" or found["sign"] == ">" else (width > size):
            return False
    return True


@lru_cache(maxsize=_KEPT_BODIES)
def declarations(css: str) -> Declared:
    """The declarations that can hide text, of each property the one that wins among them; values keep their
    ``!important``."""
    found: dict[str, str] = {}
    for name, value in _DECLARATION.findall(_plain(css)):
        name = name.lower()
        if name not in _PROPERTIES:
            continue
        value = " ".join(value.lower().split())
        if not value or ("var(" in value and name not in _DOUBTED):
            continue
        if name in found and _IMPORTANT.search(found[name]) and not _IMPORTANT.search(value):
            continue
        found[name] = value
    return found


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


def cascade(each: Iterable[Declared]) -> Declared:
    """What holds of several declarations for an element, the weightier behind: those of a style attribute last."""
    best: dict[str, str] = {}
    important: dict[str, str] = {}
    for declared in each:
        for name, value in declared.items():
            if (mark := _IMPORTANT.search(value)) is None:
                best[name] = value
            else:
                important[name] = value[: mark.start()]
    return best | important
