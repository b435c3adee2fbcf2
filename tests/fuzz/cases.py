"""Invents the folder of a story from a seed: story.md, captures, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Final

from tests.fuzz.captures import ODD, UNSEEN, encode, make_capture
from tests.fuzz.decisions import make_decisions
from tests.fuzz.foreign import told_abroad
from tests.fuzz.grammar import Spoken, World
from tests.fuzz.wrappings import wrapped_up


@dataclass(frozen=True, slots=True)
class Planted:
    """What the inventor of a story knows of it, and the checks may use.

    ``encodings`` has the encoding of each capture by path; ``spoken`` the sentences that each prints in quotation
    marks; ``apart`` pairs of sentences that are never one claim; ``unseen`` words that no reader of a capture sees;
    ``decided`` the verbs of the editor's decisions; ``signed``: where the story is built, it is signed before.
    """

    encodings: dict[str, str]
    spoken: dict[str, tuple[Spoken, ...]]
    apart: tuple[tuple[str, str], ...] = ()
    unseen: tuple[str, ...] = ()
    decided: frozenset[str] = frozenset()
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A story's folder: its files by path, and what is known of them. ``name`` is also the folder's name."""

    name: str
    files: dict[str, bytes]
    planted: Planted

    def write(self, folder: Path) -> Path:
        """Write the story into a new folder of its name below ``folder``."""
        story = folder / self.name
        for path, data in self.files.items():
            file = story / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return story


# Shares: of captures in another language, and in another form; of stories with decisions, and of those that are signed.
FOREIGN: Final = 0.06
WRAPPED: Final = 0.2
DECIDED: Final = 0.25
SIGNED: Final = 0.4


def make_case(seed: int, number: int) -> Case:
    """The case of this number in the run with this seed: the same for ever, whatever ran before."""
    random, also = Random(f"{seed}:{number}"), Random(f"{seed}:{number}:also")
    world = World(random)
    files: dict[str, bytes] = {}
    planted = Planted({}, {}, tuple(world.apart), (UNSEEN,))
    texts: list[str] = []
    for name in _names(random):
        article = world.article()
        made = make_capture(random, told_abroad(also, article) if also.random() < FOREIGN else article)
        text = _short(random, made.text)
        data, encoding = encode(random, text)
        suffix = made.suffix
        if encoding == "utf-8" and also.random() < WRAPPED:
            text, suffix = wrapped_up(also, text, suffix)
            data = text.encode("utf-8")
        path = f"captures/{name}{suffix}"
        files[path], planted.encodings[path] = data, encoding
        certain = made.whole and encoding.startswith("utf-8")
        planted.spoken[path] = made.spoken if certain else ()
        if made.hides and not certain:
            planted = replace(planted, unseen=())
        texts.append(text)
    if len(files) > 1 and random.random() < 0.15:
        _copy(random, files, planted)
    files["story.md"] = _story(random, tuple(planted.encodings), texts)
    if also.random() < DECIDED:
        ids = _ids(tuple(planted.encodings), b"sources:" in files["story.md"])
        files["decisions.yaml"], verbs = make_decisions(also, ids, texts)
        planted = replace(planted, decided=verbs)
    planted = replace(planted, signed=also.random() < SIGNED)
    return Case(f"case-{seed}-{number}", files, planted)


def _copy(random: Random, files: dict[str, bytes], planted: Planted) -> None:
    """Make one capture the copy of another of its kind."""
    one, other = random.sample(tuple(files), 2)
    if Path(one).suffix == Path(other).suffix:
        files[one] = files[other]
        planted.encodings[one], planted.spoken[one] = planted.encodings[other], planted.spoken[other]


def _names(random: Random) -> Iterator[str]:
    """One to six file names that differ."""
    pool = [
        "a",
        "b",
        "gazette",
        "Coast Post",
        "über",
        "x.y",
        "北京",
        "a&b",
        "it's",
        "1",
        "été",
        "long-" + "n" * 60,
        "q_1",
        "-dash",
    ]
    yield from random.sample(pool, random.choice((1, 1, 2, 2, 3, 3, 4, 5, 6)))


def _short(random: Random, text: str) -> str:
    """Now and then only a piece, or nothing at all."""
    if random.random() > 0.02:
        return text
    return random.choice(
        ("", " \n", "\ufeff", ".", "x", "Yes.", text[:20], text[:80], "\u202e", "<html></html>", "# ", "“”", "\x00")
    )


_FRONT: Final = (
    "title: Pier", "title: ''", "title: 12", "title: [a, b]", "title: {a: b}", "title: yes", "title: ~",
    "title: '{odd}'", 'title: "{odd}"', "title: 2031-05-02", "title: x: y", "title: " + "word " * 300,
    "title: " + "w" * 300, "date: 2031-05-02", "date: 2031-13-01", "date: tomorrow", "date: 20310502",
    "date: 0001-01-01", "date: 9999-12-31", "date: 2031-05-02T10:00:00Z", "date: [1]", "date: 1e3",
    "tags: [Harbour, Vann]", "tags: []", "tags: Harbour", "tags: [1, 2.5, true, ~]", "tags: [[a]]",
    "tags: ['{odd}', 'a/b', '../..', '#']", "tags: [C, c, Ⅽ]", "tags: ['\u200b', 'x']", "tags: [" + "a, " * 50 + "b]",
    "tags: !!set {{a}}", "bogus: 1", "Title: x", "title: &a x", "title: *a", "? [a]\n: b", "title: |\n  two\n  lines",
    "\ttitle: x", "title: !!python/none x",
)  # fmt: skip


def _story(random: Random, captures: tuple[str, ...], texts: list[str]) -> bytes:
    lines = ["title: Pier of Vann"] if random.random() < 0.6 else []
    lines += ["date: 2031-05-02"] if random.random() < 0.93 else []
    if random.random() < 0.12:
        lines = [random.choice(_FRONT).replace("{odd}", random.choice(ODD)) for _ in range(random.choice((1, 1, 2)))]
    if random.random() < 0.25:
        lines.append("sources:")
        for number, path in enumerate(captures):
            quoted = path.replace("'", "''")
            lines += [f"  - file: '{quoted}'", f"    id: s{number}"]
            lines += _stated(random) if random.random() < 0.3 else []
    front = "\n".join(("---", *lines, "---", ""))
    body = _body(random, captures, texts, "sources:" in lines) if random.random() < 0.3 else ""
    data = (front + body).encode("utf-8", "surrogatepass")
    if random.random() < 0.03:
        data = random.choice(
            (b"\xef\xbb\xbf" + data, data.replace(b"\n", b"\r\n"), data + b"\xff", b"", data.replace(b"---", b"--"))
        )
    return data


def _stated(random: Random) -> list[str]:
    stated = (
        "publisher: The Coast Post", "publisher: '{odd}'", "author: [a]", "author: M. Oduya",
        "url: https://x.example/a?b=1&c='2'", "url: javascript:alert(1)", 'url: "https://x.example/\\u202e\\u0001"',
        "url: 'https://x.example/{odd}'", "published: 2031-03-01", "published: soon", "publisher: ''", "publisher: 7",
        'publisher: "\\u0007\\ufffe"',
    )  # fmt: skip
    return (
        ["    " + random.choice(stated).replace("{odd}", random.choice(ODD).replace("'", "''"))]
        if random.random() < 0.3
        else []
    )


_BODY: Final = (
    "The *editor* writes **this** and [a link](https://x.example/).",
    "<script>alert(1)</script> and <img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) [y](data:text/html,1) <https://x.example/> [z](//x.example/)",
    "![p](https://evil.example/p.png)", "![plan](plan.png) [old](../other/)", "| a | b |\n|--:|:-:|\n| 1 | 2 |",
    "> quoted\n> lines", "1. one\n2. two\n   - three", "    indented code [^9]", "`code [^1]`",
    "```\n[^1]: a: \"fenced\"\n```", "# A heading\n\n## Another\n\n---", "A hard  \nbreak\\\nhere.",
    "&lt;b&gt; &#x202e; &copy; &amp;amp;", "Words of a “quotation” that nobody said.", "{odd}",
    "Text {odd} text {odd}.", 'The pier burned.^[{id}: "the pier burned down"]',
    "<a href='x'>raw</a> <!-- comment -->", "[ref][r]\n\n[r]: javascript:alert(1)", "Line one\x0bline two",
    "* * *\n\n+ a\n+ b", "[^x]", "So it is.[^1] Again.[^1]", "\\[^1] \\*not emphasis\\*", "<div>\n\n*a*\n\n</div>",
)  # fmt: skip

_FOOTNOTES: Final = (
    '[^1]: {source}: "{quote}"', "[^1]: {source}: “{quote}”", '[^1]: {source}: "{quote}"\n    and more',
    "[^1]: {quote}",
    '  [^1]: {source}: "{quote}"', '> [^1]: {source}: "{quote}"', '[^1]: nobody: "{quote}"',
    '- [^1]: {source}: "{quote}"',
)  # fmt: skip
# Ids that the program gives to files whose names cannot stand in an address.
_IDS: Final = {"Coast Post": "coast-post", "über": "uber", "x.y": "x-y", "a&b": "a-b", "it's": "it-s", "été": "ete"}


def _ids(captures: tuple[str, ...], listed: bool) -> list[str]:
    """The ids of the sources, which story.md lists or which are made of the names of the files."""
    if listed:
        return [f"s{number}" for number in range(len(captures))]
    return [_IDS.get(Path(path).stem, Path(path).stem) for path in captures]


def _body(random: Random, captures: tuple[str, ...], texts: list[str], listed: bool) -> str:
    """The editor's text, with footnotes that are right and some that are not."""
    number = random.randrange(len(captures))
    source = _ids(captures, listed)[number]
    parts = [
        random.choice(_BODY).replace("{odd}", random.choice(ODD)).replace("{id}", source)
        for _ in range(random.choice((1, 2, 3)))
    ]
    if random.random() < 0.6:
        words = texts[number].split()
        at = random.randrange(max(1, len(words) - 6))
        quote = " ".join(words[at : at + random.randint(2, 6)]).replace('"', "”")
        if random.random() < 0.2:
            quote = random.choice(("words that nobody said", "", "“", quote.upper(), quote + " x"))
        parts.append("Here is what it says.[^1]")
        form = random.choice(_FOOTNOTES) if random.random() < 0.4 else _FOOTNOTES[0]
        parts.append(form.format(source=source, quote=quote))
    return "\n" + "\n\n".join(parts) + "\n"
