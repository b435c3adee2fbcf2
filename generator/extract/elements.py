"""HTML page -> its elements and the runs of text between the boundaries of blocks, as a browser would divide it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.extract.bounds import MOST_BLOCKS, MOST_ELEMENTS, MOST_TEXT, cut
from generator.extract.markup import Tag, Text, tokens
from generator.extract.style import is_block
from generator.language.scripts import count_words

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rt ruby s samp small span strike"
    " strong sub sup time tt u var wbr img amp-img amp-link".split()
)
_PICTURES = frozenset(["picture", "amp-img", "video"])
_CONTROLS = frozenset(["button", "select", "textarea"])
UNREAD = frozenset(
    "title script style template svg math noscript noembed noframes iframe object video audio canvas select option"
    " textarea xmp rp meter progress".split()
)
_COUNTED = _PICTURES | _CONTROLS | UNREAD
# A template with one of these attributes is shown: it is what its element looks like (HTML, 4.12.3; SingleFile).
_SHADOW, _SHADOW_ROOT = frozenset(["shadowrootmode", "shadowroot"]), "shadow-root"
SEAMLESS = _INLINE | UNREAD  # they leave the line of text that they stand in whole
_CLOSED_BY = {
    "p": frozenset(
        "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
        " header hr main menu nav ol p pre section table ul".split()
    ),
    "li": frozenset(["li"]),
    "dt": frozenset(["dt", "dd"]),
    "dd": frozenset(["dt", "dd"]),
    "tr": frozenset(["tr"]),
    "td": frozenset(["td", "th", "tr"]),
    "th": frozenset(["td", "th", "tr"]),
}


@dataclass(slots=True)
class Element:
    """An open or closed element; ``parent`` is the index of the one around it, 0 the page itself. Filled in later:
    ``rule``, its own furniture rule before inheritance; ``text``, the code points of article-like runs inside it."""

    name: str
    parent: int
    attributes: Mapping[str, str]
    rule: str | None = None
    text: int = 0
    block: bool = False  # a block by its style attribute, though not by its name
    pictures: int = 0  # that stand right in it
    controls: int = 0  # fields and buttons that do


@dataclass(slots=True)
class Run:
    """A stretch of text between two block boundaries, as places in the capture; a line break's is that of its tag.

    ``element`` is the index of the innermost element around its beginning, ``owners`` those around each of its spans;
    ``size`` and ``linked`` count the code points of its text and of what of it stands in links, white space at the ends
    left out; ``link`` is the index of the last of these links.
    """

    element: int
    spans: list[tuple[int, int]] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    linked: int = 0
    size: int = 0
    words: int = 0
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The elements of a page, in the order in which they open and the page itself first, and its runs of text;
    ``sheets`` are the style sheets that stand in it, ``linked_sheets`` says whether others are named. ``unread`` is the
    offset from which on the page is not read, None where all of it is."""

    elements: list[Element]
    runs: list[Run]
    sheets: list[str]
    linked_sheets: bool
    unread: int | None


def parse(page: str, hear: Callable[[Tag | Text], None] = lambda token: None) -> Parsed:
    """Read a page from tag to tag; ``hear`` is given each tag that is read, and what stands raw in its element."""
    builder = _Builder(page)
    unread: int | None = None
    for token in tokens(page):
        if builder.full:
            unread = token.start
            break
        if isinstance(token, Text):
            if token.raw is not None:
                hear(token)
                builder.raw(token)
            elif not builder.unread and (unread := builder.text(token)) is not None:
                break
            continue
        hear(token)
        if token.closing:
            builder.end(token)
        else:
            builder.start(token)
    builder.flush()
    return Parsed(builder.elements, builder.runs, builder.sheets, builder.linked_sheets, unread)


class _Builder:
    """What is open while a page is read from tag to tag, and what of it is complete."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.elements = [Element("#root", 0, {})]
        self.stack = [0]
        self.open: dict[str, int] = {}
        self.unread = 0
        self.link: int | None = None  # what is open and leads somewhere: an <a> without an address is no link
        self.runs: list[Run] = []
        self.run = Run(0)
        self.broke = False
        self.spans = 0
        self.left = MOST_TEXT
        self.sheets: list[str] = []
        self.linked_sheets = False
        self.full = False  # no more of the page is to be read

    def flush(self) -> None:
        """End the block."""
        if self.run.size:
            self.runs.append(self.run)
            self.run = Run(self.stack[-1])
            if len(self.runs) >= MOST_BLOCKS:
                self.full = True
        else:
            self.run.element = self.stack[-1]
        self.broke = False

    def start(self, tag: Tag) -> None:
        """Open an element, and close those that it cannot stand in."""
        name = tag.name
        if name == "br":
            self.line_break(tag)
            return
        attributes = tag.attributes
        if name == "template" and not _SHADOW.isdisjoint(attributes):
            name = _SHADOW_ROOT
        block = "style" in attributes and name in _INLINE and is_block(attributes["style"])
        apart = not self.unread and (block or name not in SEAMLESS)
        if apart:
            self.flush()
        if name in _VOID:
            self.void(tag)
            return
        elements, stack = self.elements, self.stack
        while name in _CLOSED_BY.get(elements[stack[-1]].name, ()):
            self.pop()
        index, around = len(elements), stack[-1]
        elements.append(Element(name, around, attributes, block=block))
        stack.append(index)
        if index >= MOST_ELEMENTS:
            self.full = True
        self.open[name] = self.open.get(name, 0) + 1
        if name in _COUNTED:
            elements[around].pictures += name in _PICTURES
            elements[around].controls += name in _CONTROLS
            self.unread += name in UNREAD
        elif name == "a":
            self.link = index if "href" in attributes else None
        if apart:
            self.run.element = index

    def void(self, tag: Tag) -> None:
        """Take an element that holds nothing."""
        attributes, around = tag.attributes, self.elements[self.stack[-1]]
        if tag.name == "link":
            self.linked_sheets |= "stylesheet" in attributes.get("rel", "").lower()
        elif tag.name == "img":
            around.pictures += 1
        elif tag.name == "input":
            around.controls += attributes.get("type") != "hidden"

    def line_break(self, tag: Tag) -> None:
        """One break is a line feed in the text, two in a row end the block."""
        if self.broke:
            self.flush()
        elif self.run.size:
            self.run.spans.append((tag.start, tag.end))
            self.run.owners.append(self.stack[-1])
            self.spans += 1
            self.broke = True

    def end(self, tag: Tag) -> None:
        """Close the nearest open element of this name and all inside it; without one, end the block at most."""
        name = tag.name
        if name == "template" and self.open.get(_SHADOW_ROOT) and not self.open.get("template"):
            name = _SHADOW_ROOT
        seamless = name in SEAMLESS or self.unread > 0
        if not seamless:
            self.flush()
        if name == "a":
            self.link = None
        if not self.open.get(name) or (seamless and not self.unread and self.crosses_block(name)):
            return
        while self.pop() != name:
            pass
        if not seamless:
            self.run.element = self.stack[-1]

    def crosses_block(self, name: str) -> bool:
        """Whether a block is open inside the nearest open element of this name, which its end tag leaves open."""
        for index in reversed(self.stack):
            inner = self.elements[index].name
            if inner == name:
                return False
            if inner not in SEAMLESS:
                return True
        return False

    def pop(self) -> str:
        """Close the innermost element; its name."""
        closed = self.stack.pop()
        element = self.elements[closed]
        name = element.name
        if element.block and not self.unread:
            self.flush()
        self.open[name] -= 1
        self.unread -= name in UNREAD
        if self.link == closed:
            self.link = None
        return name

    def text(self, text: Text) -> int | None:
        """Take text into the block; the offset from which on it is more than is read of a page, or None."""
        start, end, _ = text
        run, content = self.run, self.page[start:end]
        size = len(content.strip())
        if not (size or run.size):
            return None
        if size > self.left:
            end = start + cut(content, 0, self.left)
            content = self.page[start:end]
            size = len(content.strip())
        run.spans.append((start, end))
        run.owners.append(self.stack[-1])
        self.spans += 1
        self.full |= self.spans > MOST_ELEMENTS
        if size:
            self.left -= size
            self.broke = False
            run.size += size
            run.words += count_words(content)
        if size and self.link is not None:
            run.linked += size
            run.link = self.link
        return end if end < text.end else None

    def raw(self, text: Text) -> None:
        """Take a style sheet that holds on every screen."""
        if text.raw != "style" or self.unread != 1:
            return
        media = self.elements[self.stack[-1]].attributes.get("media", "").strip().lower()
        if media in ("", "all", "screen"):
            self.sheets.append(self.page[text.start : text.end])
