"""The editor's Markdown, parsed once for whoever checks it and whoever renders it, so that both see the same tokens.

Raw HTML is off: it is shown as text. Only links that lead to pages or mail are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from generator.errors import InputError
from generator.language.printable import printable
from generator.language.quotations import without_marks

_REFERENCE: Final = re.compile(r"\[\^([^\[\]\s]+)\]")
_SOURCE: Final = re.compile(r"\s*([^\s:]+):")
_REMOTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")  # a scheme, or another host (RFC 3986, 4.2)
_CITED: Final = re.compile(r"(?P<source>[^\s:]+):\s*[\"“](?P<quote>.+)[\"”]", re.DOTALL)
_TO_FILE: Final = re.compile(r"\{(?:filename|static|attach)\}")  # how Pelican links to files of the content
_BREAKS: Final = ("softbreak", "hardbreak")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote as it is rendered. ``label`` is None for one that is written in its sentence (``^[...]``); ``line``
    counts from 0; ``tokens`` are its content without the links back."""

    label: str | None
    line: int
    tokens: tuple[Token, ...]

    @property
    def words(self) -> str:
        """What a reader sees of a footnote that is one paragraph of words and names its source in plain text; else
        "". Marks of other footnotes are no words."""
        if [token.type for token in self.tokens] != ["paragraph_open", "inline", "paragraph_close"]:
            return ""
        children = self.tokens[1].children or []
        if not children or not _SOURCE.match(children[0].content) or children[0].type != "text":
            return ""
        if any(child.type == "image" for child in children):
            return ""
        return "".join("\n" if child.type in _BREAKS else child.content for child in children).strip()

    @property
    def cited(self) -> tuple[str, str] | None:
        """The source that it names and the words that it quotes of it; None for a footnote of another form."""
        match = _CITED.fullmatch(self.words)
        return (match["source"], match["quote"]) if match else None


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a text as a reader sees it, with the places of its footnotes among those that are rendered;
    ``line`` is that of its paragraph, from 0."""

    text: str
    footnotes: tuple[int, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Shown:
    """An image of a text: its line from 0, its address, what it shows (alt) and its credit (title)."""

    line: int
    address: str
    description: str
    credit: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """A parsed text. Lines count from 0: ``definitions`` has label and line of each footnote definition in their
    order, ``missing`` those of each reference to a footnote that is not defined."""

    tokens: tuple[Token, ...]
    definitions: tuple[tuple[str, int], ...]
    missing: tuple[tuple[str, int], ...]
    images: tuple[Shown, ...]
    notes: Mapping[int, int]  # the line of each footnote by its number

    def footnotes(self) -> Iterator[Footnote]:
        """The footnotes that are rendered, in that order."""
        defined = dict(self.definitions)
        opening: Token | None = None
        content: list[Token] = []
        for token in self.tokens:
            if token.type == "footnote_open":
                opening, content = token, []
            elif token.type == "footnote_close" and opening is not None:
                label = opening.meta["label"]
                line = defined[label] if label in defined else self.notes.get(opening.meta["id"], 0)
                yield Footnote(label, line, tuple(content))
                opening = None
            elif opening is not None and token.type != "footnote_anchor":
                content.append(token)

    def sentences(self) -> Iterator[Said]:
        """The sentences of paragraphs, list items and quotations, and those of headings and tables that have footnotes.

        A block quotation with a footnote is one sentence in quotation marks, as which a reader takes it.
        """
        inside: list[str] = []  # the kinds of block around a token
        quoted: list[Said] = []
        for token in self.tokens:
            if token.nesting == 1:
                inside.append(token.type)
            elif token.nesting == -1:
                inside.pop()
                if token.type == "blockquote_close" and "blockquote_open" not in inside:
                    yield from _as_quotation(quoted)
                    quoted.clear()
            elif token.type == "inline" and "footnote_block_open" not in inside:
                line = 0 if token.map is None else token.map[0]
                said = _said(token.children or [], line)
                if "blockquote_open" in inside:
                    quoted += said
                else:
                    yield from (one for one in said if one.footnotes or "paragraph_open" in inside)


def _as_quotation(sentences: Sequence[Said]) -> Iterator[Said]:
    """The sentences of a block quotation, in marks where it has footnotes, behind who is named beneath it."""
    footnotes = tuple(number for one in sentences for number in one.footnotes)
    if not footnotes:
        yield from sentences
        return
    text = without_marks(" ".join(one.text for one in sentences))
    signed = _SIGNED.search(text)
    said = f"{signed[1]}: “{text[: signed.start()]}”" if signed else f"“{text}”"
    yield Said(said, footnotes, sentences[0].line)


_SIGNED: Final = re.compile(r"\s+[—–]\s*([^—–]{1,80})$")  # "Nobody was hurt. — Ada Kell"


# A footnote's mark among the words, as a character that no text has and its number.
_NOTE: Final = re.compile("\ue000(\\d+)\ue001")
_STOP: Final = re.compile(
    "(?<![A-Z]\\.[A-Z])(?<!\\b[A-Z])(?<!\\bMr)(?<!\\bMrs)(?<!\\bMs)(?<!\\bDr)(?<!\\bSt)(?<!\\bGen)(?<!\\bSen)(?<!\\bNo)"
    '[.!?…]["”’)]*(?:\ue000\\d+\ue001)*\\s+(?=["“‘(]*[A-Z0-9])'
)


def _said(children: list[Token], line: int) -> Iterator[Said]:
    pieces = []
    for child in _without_credits(children):
        if child.type == "footnote_ref":
            pieces.append(f"\ue000{child.meta['id']}\ue001")
        elif child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type in _BREAKS:
            pieces.append(" ")
    text = "".join(pieces)
    starts = [0, *(found.end() for found in _STOP.finditer(text)), len(text)]
    for start, end in pairwise(starts):
        marked = text[start:end]
        plain = printable(" ".join(_NOTE.sub("", marked).split()))
        if any(map(str.isalnum, plain)):
            yield Said(plain, tuple(int(number) for number in _NOTE.findall(marked)), line)


def _without_credits(children: list[Token]) -> Iterator[Token]:
    """The tokens of a paragraph less those that ``_credit`` puts behind an image."""
    left = 0
    for child in children:
        if left == 0:
            yield child
        left = _CREDIT_TOKENS if child.type == "image" and child.meta.get("credited") else max(0, left - 1)


def parse(text: str) -> Markdown:
    """The tokens of a text, exactly as they are rendered."""
    env: dict[str, Any] = {}
    tokens = _PARSER.parse(text, env)
    seen = env["seen"]
    return Markdown(
        tuple(tokens), tuple(seen.definitions), tuple(seen.missing), tuple(seen.images), dict(seen.footnotes)
    )


def render(markdown: Markdown, name: str, sources: Mapping[str, tuple[str, str]] | None = None) -> str:
    """HTML of a parsed text. ``name`` keeps the ids of its footnotes apart from those of other texts on the page.

    Where a footnote begins with an identifier of ``sources`` and a colon, a link stands in the identifier's place:
    ``sources`` gives name and address of each.
    """
    for footnote in markdown.footnotes() if sources else ():
        for token in footnote.tokens:
            if token.type == "inline" and token.children:
                token.children[:1] = _linked(token.children[0], sources or {})
                break
    html = _PARSER.renderer.render(list(markdown.tokens), _PARSER.options, {"docId": name})
    return printable(html)  # an entity such as &#x202e; is a character by now


def _linked(first: Token, sources: Mapping[str, tuple[str, str]]) -> list[Token]:
    found = _SOURCE.match(first.content) if first.type == "text" else None
    if found is None or found[1] not in sources:
        return [first]
    shown, href = sources[found[1]]
    return [
        Token("link_open", "a", 1, attrs={"href": href}),
        Token("text", "", 0, content=shown),
        Token("link_close", "a", -1),
        Token("text", "", 0, content=first.content[found.end(1) :]),
    ]


def refuse_remote_images(markdown: Markdown, path: str, first_line: int) -> None:
    """Raises InputError for an image of another site: pages load nothing from elsewhere. ``path`` and ``first_line``
    (1-based) say where the text stands."""
    for image in markdown.images:
        if _REMOTE.match(image.address):
            raise InputError(
                path,
                f"the image {image.address} would be loaded from another site",
                "link to it: [words](address), or leave it out",
                first_line + image.line,
            )


class _Seen:
    """What of a text is known before its footnotes are moved to the end and escapes become plain text."""

    def __init__(self, tokens: list[Token], notes: Mapping[int, Mapping[str, Any]]) -> None:
        self.definitions = [
            (token.meta["label"], token.map[0])
            for token in tokens
            if token.type == "footnote_reference_open" and token.map is not None
        ]
        self.missing: list[tuple[str, int]] = []
        self.images: list[Shown] = []
        self.footnotes: dict[int, int] = {}
        line = 0
        for token in tokens:
            line = line if token.map is None else token.map[0]
            if token.type == "inline":
                self._read(token.children or [], line)
        for number, note in notes.items():
            self._read(note.get("tokens", []), self.footnotes.get(number, 0))

    def _read(self, children: list[Token], line: int) -> None:
        for child in children:
            if child.type in _BREAKS:
                line += 1
            elif child.type == "text":
                self.missing += [(label, line) for label in _REFERENCE.findall(child.content)]
            elif child.type == "image":
                address, credit = (str(child.attrGet(name) or "") for name in ("src", "title"))
                self.images.append(Shown(line, address, child.content, credit))
                self._read(child.children or [], line)
            elif child.type == "footnote_ref":
                self.footnotes.setdefault(child.meta["id"], line)


def _record(state: StateCore) -> None:
    state.env["seen"] = _Seen(state.tokens, state.env.get("footnotes", {}).get("list", {}))


def _align_by_class(state: StateCore) -> None:
    """A table's alignment as a class: the site's policy forbids inline style."""
    for token in state.tokens:
        if token.type in ("th_open", "td_open"):
            style = str(token.attrs.pop("style", ""))
            if style:
                token.attrSet("class", style.replace("text-align:", "align-"))


_CREDIT_TOKENS: Final = 4  # a break, and the words of the credit in an em element


def _credit(state: StateCore) -> None:
    """An image's credit as text behind it: a title is shown to a mouse alone."""
    for token in state.tokens:
        children = token.children or []
        for place in reversed(range(len(children))):
            credit = str(children[place].attrs.pop("title", "")) if children[place].type == "image" else ""
            if credit:
                children[place].meta["credited"] = True
                children[place + 1 : place + 1] = [
                    Token("hardbreak", "br", 0),
                    Token("em_open", "em", 1),
                    Token("text", "", 0, content=credit),
                    Token("em_close", "em", -1),
                ]


class _Parser(MarkdownIt):
    """A parser whose links to another host have a scheme, so that they lead there from wherever the page is read, and
    which leaves the braces of Pelican's links to files as they are."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the name is markdown-it's)
        to_file = _TO_FILE.match(url)
        if to_file:
            return to_file[0] + super().normalizeLink(url[to_file.end() :])
        address = super().normalizeLink(url)
        return f"https:{address}" if address.startswith("//") else address


def _parser() -> MarkdownIt:
    made = _Parser("commonmark", {"html": False, "typographer": False}).enable("table").use(footnote_plugin)
    made.core.ruler.after("inline", "record", _record)
    made.core.ruler.push("align_by_class", _align_by_class)
    made.core.ruler.push("credit", _credit)
    return made


# One parser for all texts: making one costs more than a short page. It keeps nothing between two calls.
_PARSER: Final = _parser()
