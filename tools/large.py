"""What large input costs: python -m tools.large --help. Kinds of invented input, each at two sizes, in a table."""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from generator.terminal import quiet_end
from tools.evaluation.report import with_figures

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "docs" / "reliability.md"

SIZES: Final = (2_450_000, 4_900_000)  # bytes of a story's captures; more than 5 MB in one file are refused
MOST_SECONDS: Final = 20  # CPU seconds that no input of 5 MB may take, start of the program included
MOST_MEMORY: Final = 600  # MB
PATIENCE: Final = 120  # CPU seconds after which a run is ended

Captures = Mapping[str, str]
Kind = Callable[[Random, int], Captures]

_HEAD: Final = (
    "Storm closes the harbour of Vann\n\nThe harbour of Vann was closed for two days after a storm tore away a part of"
    " the old pier, officials said.\n\nThe council of the island met on Monday and decided to rebuild it in stone,"
    " which will cost about two million crowns.\n\n"
)
_SYLLABLES: Final = "ba ke li mo nu ra se ti vo za dor fen gal hin jor kel lam mir nor pel".split()
_DEEDS: Final = "closed opened mined visited signed attacked".split()
_MONTHS: Final = "January March May July October December".split()
_HANZI: Final = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年"


class _Words:
    """Invented words and names, the same for the same seed."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._all = ["".join(chance.choice(_SYLLABLES) for _ in range(chance.randrange(2, 4))) for _ in range(4000)]

    def word(self) -> str:
        return self.chance.choice(self._all)

    def name(self) -> str:
        return f"{self.word().title()} {self.word().title()}"

    def sentence(self) -> str:
        rest = " ".join(self.word() for _ in range(6))
        return (
            f"{self.name()} said on Monday that the {self.word()} of {self.word().title()} had"
            f" {self.chance.choice(_DEEDS)} the {rest} after {self.chance.randrange(2, 900)} people left."
        )


def _filled(make: Callable[[int], str], size: int, between: str = " ") -> str:
    """What is made for 0, 1, 2 and so on, until it has so many bytes."""
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(make(len(parts)))
        length += len((parts[-1] + between).encode())
    return between.join(parts)


def _text(make: Callable[[_Words, int], str], between: str = " ", captures: int = 1) -> Kind:
    """So many text captures of what is made, each another."""

    def kind(chance: Random, size: int) -> Captures:
        words = _Words(chance)
        return {
            f"s{number:03}.txt": _HEAD + _filled(lambda i: make(words, i), size // captures, between) + "\n"
            for number in range(captures)
        }

    return kind


def _page(make: Callable[[_Words, int], str], before: str = "", after: str = "", head: str = "") -> Kind:
    """One page with what is made in its article, between ``before`` and ``after``."""

    def kind(chance: Random, size: int) -> Captures:
        words = _Words(chance)
        body = _filled(lambda i: make(words, i), size, "\n")
        paragraphs = "".join(f"<p>{part}</p>" for part in _HEAD.split("\n\n")[1:-1])
        title = _HEAD.partition("\n")[0]
        return {
            "a.html": f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>"
            f"{paragraphs}{before}{body}{after}</article></body></html>"
        }

    return kind


def _numbers(words: _Words, _: int) -> str:
    return (
        f"The {words.word()} of {words.word().title()} said {words.chance.randrange(3, 900)} people left"
        f" the {words.word()}."
    )


def _denials(words: _Words, i: int) -> str:
    verb = "denied" if i % 2 else "said"
    return f"{words.name()} {verb} that {words.name()} had {words.chance.choice(_DEEDS)} the {words.word()}."


def _offices(words: _Words, _: int) -> str:
    return f"North Korean Foreign Minister {words.name()} met the {words.word()} on Monday."


def _opposites(words: _Words, i: int) -> str:
    return f"The {words.word()} of Vann {'did not close' if i % 2 else 'closed'} the {words.word()}."


def _three_words(words: _Words, _: int) -> str:
    return f"{words.word().title()} {words.word()} {words.word()}"


def _quotations(words: _Words, i: int) -> str:
    opening, closing = ("“”", '""', "‘’", "«»")[i % 4]
    return f"{opening}We will not leave the {words.word()} of {words.word().title()},{closing} {words.name()} said."


def _dates(words: _Words, _: int) -> str:
    day, month = words.chance.randrange(1, 28), words.chance.choice(_MONTHS)
    return f"On {day} {month} {words.chance.randrange(1990, 2031)} the {words.word()} of Vann was closed."


def _variants(words: _Words, _: int) -> str:
    return (
        f"The {words.word()} council of Vann decided on Monday to rebuild the old pier in stone after the"
        f" {words.word()} storm."
    )


def _one_more(words: _Words, _: int) -> str:
    told = "The council of Vann decided on Monday to rebuild the old pier of the harbour in stone".split()
    told.insert(words.chance.randrange(1, len(told)), words.word())
    return " ".join(told) + "."


def _chinese(words: _Words, _: int) -> str:
    return "".join(words.chance.choice(_HANZI) for _ in range(words.chance.randrange(8, 30))) + "。"


def _german(words: _Words, _: int) -> str:
    return (
        f"Die Behörde in {words.word().title()} teilte am Montag mit, dass {words.chance.randrange(3, 900)} Menschen"
        f" die Stadt {words.word().title()} nach dem Sturm verlassen haben und der {words.word().title()}"
        f" geschlossen wurde."
    )


def _spanish(words: _Words, _: int) -> str:
    return (
        f"El ministerio de {words.word().title()} dijo el lunes que {words.chance.randrange(3, 900)} personas salieron"
        f" de la ciudad de {words.word().title()} después de la tormenta y que el {words.word()} está cerrado."
    )


def _table_row(words: _Words, _: int) -> str:
    return "<tr>" + "".join(f"<td>{words.word()} {words.chance.randrange(900)}</td>" for _ in range(6)) + "</tr>"


def _sheet(chance: Random, size: int) -> Captures:
    words = _Words(chance)
    body = "".join(f'<p class="{words.word()}">{words.sentence()}</p>' for _ in range(size // 2500))
    left = size - len(body)
    rules = _filled(lambda i: f".{words.word()}{i} > p.{words.word()} {{ color: #{i % 1000:03}; }}", left, "\n")
    return {"a.html": f"<html><head><style>{rules}</style></head><body><article>{body}</article></body></html>"}


def _json_list(chance: Random, size: int) -> Captures:
    words = _Words(chance)
    objects = _filled(
        lambda i: json.dumps(
            {"@type": "NewsArticle", "headline": f"Störm “{i}”", "author": {"name": words.name()}, "publisher": f"Ü{i}"}
        ),
        size,
        ",",
    )
    head = f'<script type="application/ld+json">[{objects}]</script>'
    return _page(lambda w, _: f"<p>{w.sentence()}</p>", head=head)(chance, 4000)


def _title(chance: Random, size: int) -> Captures:
    words = _Words(chance)
    title = _filled(lambda _: words.word().title(), size)
    page = _page(lambda w, _: f"<p>{w.sentence()}</p>", head=f'<meta property="og:title" content="{title}">')
    return page(chance, 4000)


def _nested(chance: Random, size: int) -> Captures:
    words = _Words(chance)
    depth = size // 60
    inside = "".join(f"<div><p>{words.word()} {words.word()}" for _ in range(depth))
    return {"a.html": f"<html><body><article>{_HEAD}{inside}{'</p></div>' * depth}</article></body></html>"}


def _mail(chance: Random, size: int) -> Captures:
    words = _Words(chance)
    text = _filled(lambda _: words.sentence(), size, "\n\n")
    head = "From: Ada <ada@coast.example>\nSubject: Storm closes the harbour\nDate: Fri, 2 May 2031 10:00:00 +0000\n"
    head += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    return {"a.eml": head + text + "\n"}


def _replies(chance: Random, size: int) -> Captures:
    words = _Words(chance)
    quoted = _filled(lambda i: f"{'>' * (i % 40)} {words.sentence()}", size, "\n")
    head = "From: Ada <ada@coast.example>\nSubject: Storm closes the harbour\nDate: Fri, 2 May 2031 10:00:00 +0000\n\n"
    return {"a.eml": head + _HEAD + quoted + "\n"}


def _wrapped(chance: Random, size: int) -> Captures:
    words = _Words(chance)
    text = _filled(lambda _: " ".join(words.sentence() for _ in range(4)), size, "\n\n")
    return {"a.txt": _HEAD + "\n\n".join(_broken(part) for part in text.split("\n\n")) + "\n"}


def _broken(text: str, width: int = 72) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def _told_again(captures: int) -> Kind:
    """So many captures, two thirds of whose sentences are told by others too."""

    def kind(chance: Random, size: int) -> Captures:
        words = _Words(chance)
        shared = [words.sentence() for _ in range(120)]
        found = {}
        for number in range(captures):
            told = _filled(
                lambda _: chance.choice(shared) if chance.random() < 0.66 else words.sentence(),
                size // captures,
                "\n\n",
            )
            found[f"s{number:03}.txt"] = f"{_HEAD}By Ada Smith\n\nMarch 14, 2031\n\n{told}\n"
        return found

    return kind


KINDS: Final[Mapping[str, Kind]] = {
    "figures": _text(_numbers, captures=2),
    "offices": _text(_offices, captures=2),
    "yes and no": _text(_opposites, captures=2),
    "denials": _text(_denials, captures=2),
    "quotations": _text(_quotations, captures=2),
    "days": _text(_dates, captures=2),
    "names": _text(lambda words, _: f"{words.name()}, {words.name()} and {words.name()} met.", captures=2),
    "one sentence, two words changed": _text(_variants, captures=2),
    "one sentence, one word more": _text(_one_more, captures=2),
    "one line": _text(lambda words, _: words.sentence()),
    "lines of three words": _text(_three_words, "\n"),
    "hard-wrapped": _wrapped,
    "one word": _text(lambda words, _: words.word(), ""),
    "no full stop": _text(lambda words, _: words.word()),
    "marks alone": _text(lambda words, _: words.chance.choice("“”\"'()[]‘’«»"), ""),
    "Chinese": _text(_chinese, ""),
    "German": _text(_german, captures=2),
    "Spanish": _text(_spanish, captures=2),
    "paragraphs": _page(lambda words, _: f"<p>{words.sentence()}</p>"),
    "list": _page(lambda words, _: f"<li>{words.sentence()}", "<ul>", "</ul>"),
    "table": _page(_table_row, "<table>", "</table>"),
    "links": _page(lambda words, _: f'<a href="/{words.word()}">{words.word()} {words.word()}</a>'),
    "tags": _page(lambda words, _: f"<b><i>{words.word()}</i></b>"),
    "unclosed tags": _page(lambda words, _: f"<div><p>{words.word()} <span>{words.word()}"),
    "nesting": _nested,
    "sheet of styles": _sheet,
    "JSON-LD list": _json_list,
    "title": _title,
    "mail": _mail,
    "mail quoted in mail": _replies,
    "100 captures": _told_again(100),
    "500 captures": _told_again(500),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds and the most memory (MB) of the command ``digest`` on a story, and how it ended."""

    seconds: float
    memory: float
    status: int

    @property
    def within(self) -> bool:
        """Whether a digest came of it within the bounds."""
        return self.status in (0, 1) and self.seconds <= MOST_SECONDS and self.memory <= MOST_MEMORY


def write_story(captures: Captures, folder: Path) -> None:
    """A story folder of these captures."""
    (folder / "captures").mkdir(parents=True)
    (folder / "story.md").write_text("---\ntitle: Storm\ndate: 2031-05-02\n---\n", encoding="utf-8")
    for name, text in captures.items():
        (folder / "captures" / name).write_text(text, encoding="utf-8")


def measure(captures: Captures) -> Cost:
    """What the command takes for a story of these captures, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="news-digest-large-") as name:
        folder = Path(name) / "story"
        write_story(captures, folder)
        return Cost(*_run(folder, Path(name) / "out"))


def _run(story: Path, out: Path) -> tuple[float, float, int]:
    command = [sys.executable, "-m", "generator", "digest", str(story), "--out", str(out)]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))

    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode


def table(kinds: Sequence[str], sizes: Sequence[int]) -> Iterator[str]:
    """A row for each kind: what each size takes, and how it grows."""
    yield "| input | " + " | ".join(f"{size / 1e6:g} MB: CPU seconds | MB" for size in sizes) + " | grows | within |"
    yield "|---" * (2 * len(sizes) + 3) + "|"
    for name in kinds:
        costs = [measure(KINDS[name](Random(5), size)) for size in sizes]
        cells = " | ".join(f"{cost.seconds:.1f} | {cost.memory:.0f}" for cost in costs)
        growth = costs[-1].seconds / max(0.001, costs[0].seconds)
        ended = "" if costs[-1].status in (0, 1) else f", exit {costs[-1].status}"
        yield f"| {name} | {cells} | {growth:.1f} | {'yes' if costs[-1].within else 'no'}{ended} |"


@quiet_end
def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the table; write it to docs/reliability.md where every kind was measured at the usual sizes."""
    parser = argparse.ArgumentParser(prog="python -m tools.large", description="What large input costs.")
    parser.add_argument("--kind", action="append", choices=list(KINDS), help="this kind alone; may be given again")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N", help="bytes of a story")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write the story of one kind there")
    options = parser.parse_args(arguments)
    kinds = options.kind or list(KINDS)
    if options.write:
        write_story(KINDS[kinds[0]](Random(5), options.sizes[0]), options.write)
        return 0
    rows = []
    for row in table(kinds, options.sizes):
        print(row, flush=True)
        rows.append(row)
    if not options.kind and tuple(options.sizes) == SIZES:
        PAGE.write_text(with_figures(PAGE.read_text(encoding="utf-8"), "\n".join(rows)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
