"""Record an editor's day at the desk as plain text: ``python -m tools.record_desk``.

Five invented pages become a signed entry, by the commands alone; then come a correction as a subscriber meets it, a
hold, a withdrawal, a story whose decision is lost, and what an outsider can check. Keys and lines are counted. The
record goes to standard output; the work is done in a folder that is removed. Exit status 0, or 1 where a command did
not end as it does at a desk that is sound.
"""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "tests" / "fixtures" / "desk"
STORY = "old-weir"
SHOWN = 14  # lines of what a command prints that are kept
PATIENCE = 60  # seconds in which a review has to ask its next question
PYTHON = "python -m generator"
BUILD = f"{PYTHON}.build --content content"
PAPERS = "https://papers.example"  # shown in the place of this machine's address
PUBLISH = f"{BUILD} --publish --siteurl https://news.example.org"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the editor does where a question shows all of ``words``: keys, and what is written in the editor's program
    after the last of them."""

    words: tuple[str, ...]
    keys: str
    written: str = ""


SOURCES = """\
---
tags: [Orle]
sources:
  - {file: captures/post.txt, publisher: The Morning Post}
  - {file: captures/radio.txt, publisher: Radio Orle}
  - {file: captures/tidings.txt, publisher: Orle Tidings}
---
"""
REPAIRED = "The weir was last repaired in 2018, at a cost of 1.2 million crowns."

# A question that has no answer here is skipped, so that a record shows what the desk asks now.
ANSWERS = (
    Answer(("difference q-", "knew of any cracks"), "o"),
    Answer(("difference q-", "About 190 people"), "o"),
    Answer(("source q-",), "e", SOURCES),
    Answer(("lead q-", "It was last repaired"), "r", REPAIRED),
    Answer(("near miss q-", "The board denied", "told us of a crack"), "m"),
    Answer(("near miss q-",), "o"),
    Answer(("summary q-", "gave way", "river workers accused", "denied that"), "134c"),
)
# The lines of the outline as the editor puts them: headings, then verbs and the words by which a line is known.
ORDER = (
    "== The flood",
    "summary: The weir at Tarn Mill gave way",
    "brief: The lower town was flooded",
    "brief: Some 140 people",
    "brief: No one was killed",
    "    detail: They spent the night",
    "keep: power was cut",
    "== The cracks",
    "brief+summary: accused the water board",
    "brief+summary: denied that",
    "    detail: Nobody told us of a crack",
    "keep: two other weirs",
    "== What comes next",
    "keep: will stay closed",
    "brief: will pay for a new weir",
    "keep: Lessons will begin",
)
INSPECTED = "tidings:'The two other weirs on the river were inspected'"
TO_COME = "courier:'Engineers will inspect the two other weirs'"
NOTE = (
    "We wrote that the Orle Courier too reports that the two other weirs were inspected. It says that they will be "
    "inspected next week."
)


BAKERY = "The bakery on Mill Lane was flooded as well, its owner said."
CRACKS = """\
<!doctype html><html lang="en"><head><title>Town asks who knew of the cracks at Tarn Mill</title>
<meta property="og:site_name" content="The Orle Courier">
<meta property="article:published_time" content="2031-03-13"></head><body><article>
<h1>Town asks who knew of the cracks at Tarn Mill</h1>
<p>The council of Orle wants to know who had seen cracks in the weir at Tarn Mill before it gave way on Tuesday.</p>
<p>The water board denied on Thursday that it had been warned, and asked for time to read its files.</p>
<p>Miller Ole Brand said that he had written to the board twice in January, and showed copies of both letters.</p>
</article></body></html>
"""
FEED = """\
<rss version="2.0"><channel><title>The Orle Courier</title><item>
<title>Town asks who knew of the cracks at Tarn Mill</title><link>{0}/cracks.html</link>
<guid isPermaLink="false">tag:papers.example,2031:cracks</guid>
<description>The weir gave way on Tuesday; now the council wants to know who had seen cracks.</description>
<pubDate>Thu, 13 Mar 2031 08:00:00 GMT</pubDate></item></channel></rss>
"""


@dataclass(slots=True)
class Record:
    """A desk in a folder of its own, and what was done at it so far."""

    folder: Path
    lines: list[str] = field(default_factory=list)
    keys: int = 0
    typed: int = 0  # characters in the editor's program
    commands: int = 0
    sound: bool = True
    papers: str = PAPERS  # where their pages are served

    def say(self, text: str = "") -> None:
        self.lines += text.splitlines() or [""]

    def run(self, line: str, status: int = 0, shown: int = SHOWN, editors: bool = True) -> str:
        """Run a command as an editor types it; what it printed. ``editors``: it counts among the editor's commands."""
        typed, _, file = line.replace(PAPERS, self.papers).partition(" < ")
        words = shlex.split(typed)
        words[0] = sys.executable if words[0] == "python" else words[0]
        given = (self.folder / file).read_text(encoding="utf-8") if file else None
        ran = subprocess.run(
            words, cwd=self.folder, env=_environment(), input=given, capture_output=True, text=True, check=False
        )
        self.commands += editors
        self.say(f"$ {line}")
        self._show((ran.stdout + ran.stderr).replace(self.papers, PAPERS), shown)
        if ran.returncode:
            self.say(f"[exit status {ran.returncode}]")
        self.sound = self.sound and ran.returncode == status and "Traceback" not in ran.stderr
        self.say()
        return ran.stdout

    def _show(self, text: str, shown: int) -> None:
        lines = [line.replace(f"{self.folder}/", "") for line in text.rstrip("\n").splitlines()]
        if lines:
            self.say("\n".join(lines[:shown]))
        if len(lines) > shown:
            self.say(f"[{len(lines) - shown} more lines]")

    def review(self, answers: Sequence[Answer]) -> None:
        """Answer what is asked of the story in a terminal, as ``answers`` say; the keys are counted."""
        self.commands += 1
        self.say(f"$ {PYTHON} review {STORY}")
        terminal = _Terminal(self.folder, f"{PYTHON} review {STORY}")
        page = terminal.read()
        while " of " in page and "? keys" in page:
            asked = _question(page)
            plain = asked.replace("*", "")  # marks of what two passages do not share
            answer = next((one for one in answers if all(words in plain for words in one.words)), None)
            keys, written = (answer.keys, answer.written) if answer else ("k", "")
            terminal.words.write_text(written, encoding="utf-8")
            self.say(page)
            self.say(f"[key {' '.join(keys)}]")
            if written:
                self.say("[written in the editor's program]")
                self.say(written)
            self.say()
            self.keys += len(keys)
            self.typed += len(written)
            page = terminal.press(keys)
        self.say(page)
        self.sound = self.sound and terminal.end() == 0 and "Nothing more is asked" in page


def _question(page: str) -> str:
    """The question of a page without what is told above it of the last act, its lines joined."""
    return " ".join(re.split(r"^1 of \d+ ", page, maxsplit=1, flags=re.MULTILINE)[-1].split())


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "COLUMNS": "80", "VISUAL": ""}


class _Terminal:
    """A pseudo-terminal in which a command runs; what the editor writes is taken from the file ``words``."""

    def __init__(self, folder: Path, line: str) -> None:
        self.words = folder / "written.txt"
        environment = {**_environment(), "EDITOR": f"cp {shlex.quote(str(self.words))}"}
        self._ours, theirs = pty.openpty()
        command = [sys.executable, *shlex.split(line)[1:]]
        self._process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)

    def read(self) -> str:
        """What is shown until the next question stands there, or the command ends."""
        text = ""
        ends = time.monotonic() + PATIENCE
        while "? keys" not in text and "written to" not in text and time.monotonic() < ends:
            if select.select([self._ours], [], [], 1)[0]:
                try:
                    text += os.read(self._ours, 65536).decode("utf-8", "replace")
                except OSError:  # the command has ended
                    break
        return text.replace("\r\n", "\n").strip("\n")

    def press(self, keys: str) -> str:
        """What is shown after these keys."""
        shown = ""
        for key in keys:
            os.write(self._ours, key.encode())
            shown = self.read()
        return shown

    def end(self) -> int:
        """The exit status of the command."""
        with suppress(OSError):
            os.write(self._ours, b"q")
        return self._process.wait(PATIENCE)


def arrange(text: str, order: Sequence[str]) -> str:
    """The lines of an outline with those that ``order`` names at the top, in its order and under its headings.

    Raises ValueError for words that stand in no line.
    """
    head, lines = _split(text)
    top: list[str] = []
    for one in order:
        if one.startswith("=="):
            top += ["", one]
            continue
        verb, _, words = one.strip().partition(": ")
        found = next((line for line in lines if words in line and not line.startswith("#")), None)
        if found is None:
            raise ValueError(f"no line has {words!r}")
        place = lines.index(found)
        notes = [line for line in lines[place + 1 : place + 2] if line.startswith("#    ")]
        del lines[place : place + 1 + len(notes)]
        indent = one[: len(one) - len(one.lstrip())]
        top += [f"{indent}{verb} {found.split(maxsplit=1)[1]}", *notes]
    return "\n".join([*head, *top, "", *lines, ""])


def _split(text: str) -> tuple[list[str], list[str]]:
    lines = text.splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("=="))
    return lines[:first], lines[first:]


class Quiet(SimpleHTTPRequestHandler):
    """A server that prints nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a folder is served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@dataclass(slots=True)
class Subscriber:
    """Somebody who follows two feeds of the site in newsboat, and reads what is new at once."""

    record: Record
    address: str

    def look(self) -> None:
        """Reload, list what is new, and mark it read."""
        say = self.record.say
        if shutil.which("newsboat") is None:
            say("[newsboat is not installed: what a subscriber sees is left out]")
            say()
            return
        say("# The subscriber reloads:")
        for name in ("rss.xml", "corrections/rss.xml"):
            new = self._new(name)
            say(f"newsboat {name}: {len(new)} new")
            for title, first in new:
                say(f"  N  {title}")
                say(f"     {first}")
        say()

    def _new(self, name: str) -> list[tuple[str, str]]:
        place = self.record.folder / "newsboat" / name.replace("/", "-")
        place.mkdir(parents=True, exist_ok=True)
        url = f"{self.address}/{name}"
        (place / "urls").write_text(f"{url}\n", encoding="utf-8")
        (place / "config").write_text(f'reset-unread-on-update "{url}"\n', encoding="utf-8")
        options = ["-u", str(place / "urls"), "-C", str(place / "config"), "-c", str(place / "cache.db")]
        subprocess.run(["newsboat", *options, "-x", "reload"], check=True, capture_output=True, timeout=PATIENCE)
        with sqlite3.connect(place / "cache.db") as cache:
            rows = cache.execute("SELECT title, content FROM rss_item WHERE unread = 1 ORDER BY pubDate DESC, title")
            found = [(str(title), _first_line(str(content))) for title, content in rows]
            cache.execute("UPDATE rss_item SET unread = 0")
        cache.close()
        return found


def _first_line(content: str) -> str:
    first = re.split(r"</(?:p|h\d|li)>", content, maxsplit=1)[0]
    return " ".join(re.sub(r"<[^>]+>", "", first).split())


def write_record(folder: Path) -> Record:
    """Do all of it in an empty folder; the record."""
    (folder / "content").mkdir(parents=True)
    shutil.copytree(ROOT / "content" / "pages", folder / "content" / "pages")
    for name in (STORY, "school-lunch", "market-hall"):
        shutil.copytree(FIXTURES / name, folder / "content" / "stories" / name)
    record = Record(folder)
    _make_entry(record)
    (folder / "output").mkdir(exist_ok=True)
    with serving(folder / "output") as address:
        subscriber = Subscriber(record, address)
        _publish(record, subscriber)
        _correct(record, subscriber)
        _hold_and_withdraw(record, subscriber)
        _lose(record)
    _check(record)
    _from_addresses(record)
    return record


def _make_entry(record: Record) -> None:
    record.say("# 1. Five saved pages")
    record.run(f"ls content/stories/{STORY}/captures")
    record.run(f"{PYTHON} status")
    record.say("# 2. What the draft is least sure of")
    record.review(ANSWERS)
    record.say()
    record.run(f"{PYTHON} decide {STORY} same {INSPECTED} {TO_COME}")
    record.say("# 3. Order")
    printed = record.run(f"{PYTHON} outline {STORY} --print", shown=8)
    arranged = arrange(printed, ORDER)
    (record.folder / "lines.txt").write_text(arranged, encoding="utf-8")
    record.say("[lines.txt, as the editor leaves it]")
    record.say(arranged.partition("# Each line is")[0])
    record.run(f"{PYTHON} outline {STORY} --apply lines.txt")
    record.say("# 4. Signed")
    record.run(f"{PYTHON} sign {STORY} --as first --by 'Ada Kell' --at 2031-03-12T09:00")
    moved = sum(not line.startswith("==") for line in ORDER)
    record.say(
        f"COUNT from five saved pages to a signed entry: {record.commands} commands, {record.keys} keys in review, "
        f"{record.typed} characters in the editor's program, {moved} lines moved, {len(ORDER) - moved} headings typed"
    )
    record.say()


def _publish(record: Record, subscriber: Subscriber) -> None:
    record.say("# 5. Published, with two more stories")
    for name, minute in (("school-lunch", "10"), ("market-hall", "20")):
        record.run(f"{PYTHON} sign {name} --as first --by 'Ada Kell' --at 2031-03-12T09:{minute}")
    record.run(PUBLISH, shown=2)
    subscriber.look()


def _correct(record: Record, subscriber: Subscriber) -> None:
    record.say(
        "# 6. A correction: the Courier says that the two weirs will be inspected; that they were was no word of it"
    )
    decisions = record.folder / f"content/stories/{STORY}/decisions.yaml"
    lines = decisions.read_text(encoding="utf-8").splitlines(keepends=True)
    wrong = next(line for line in lines if line.startswith("- {same: [{tidings:") and "two other weirs" in line)
    decisions.write_text("".join(line for line in lines if line != wrong), encoding="utf-8")
    record.say(f"[taken out of decisions.yaml: {wrong.strip()}]")
    sides = f"--side 'On Tuesday' {INSPECTED} --side 'They will be next week' {TO_COME}"
    record.run(f"{PYTHON} decide {STORY} differ 'When were the two other weirs inspected?' --as status {sides}")
    record.run(f"{PYTHON} diff {STORY}", status=1)
    record.run(f'{PYTHON} sign {STORY} --as corrected --note "{NOTE}" --by "Ada Kell" --at 2031-03-13T08:00')
    record.run(PUBLISH, shown=2)
    subscriber.look()


def _hold_and_withdraw(record: Record, subscriber: Subscriber) -> None:
    record.say("# 7. A hold, and a story that is withdrawn")
    doubt = "The water board disputes the date of its inspection; we are asking both sides."
    record.run(f'{PYTHON} hold {STORY} --note "{doubt}" --at 2031-03-14T08:00')
    lunch = "The council of Velm decided nothing on fish; both papers have taken their reports back."
    record.run(f'{PYTHON} withdraw school-lunch --note "{lunch}" --at 2031-03-14T08:30')
    record.run(PUBLISH, shown=2)
    subscriber.look()


def _lose(record: Record) -> None:
    record.say("# 8. A decision whose words are gone: that story stays as it is, the others are built")
    record.run(f"{PYTHON} decide market-hall drop star:'nobody had asked the traders' --why 'no news'")
    record.run(f'{PYTHON} sign market-hall --as updated --note "Less is said of the traders." --at 2031-03-15T08:00')
    capture = record.folder / "content/stories/market-hall/captures/star.txt"
    changed = capture.read_text(encoding="utf-8").replace("nobody had asked the traders", "the traders were not heard")
    capture.write_text(changed, encoding="utf-8")
    record.say("[captures/star.txt is saved anew, in other words]")
    record.run(f"{BUILD} --output preview", status=1, shown=40)
    record.run(f"{PYTHON} status", status=1)
    record.run(PUBLISH, shown=1)


def _check(record: Record) -> None:
    record.say("# 9. What anybody can check, with one file that lies on the site")
    shutil.copy(record.folder / "output" / "verify_digest.py", record.folder / "verify_digest.py")
    capture = f"content/stories/{STORY}/captures/courier.html"
    record.run(f"python verify_digest.py output/ --page {capture}", shown=30, editors=False)


def _from_addresses(record: Record) -> None:
    """The same five articles from two addresses, two saved pages and a copied text, at a desk of its own."""
    desk = Record(record.folder / "addresses")
    web = desk.folder / "web"
    (desk.folder / "content" / "stories").mkdir(parents=True)
    web.mkdir()
    for name in ("courier.html", "herald.html"):
        shutil.copy(FIXTURES / STORY / "captures" / name, web / name)
    for name in ("post.txt", "radio.txt", "tidings.txt"):
        shutil.copy(FIXTURES / STORY / "captures" / name, desk.folder / name)
    (web / "cracks.html").write_text(CRACKS, encoding="utf-8")
    with serving(web) as desk.papers:
        desk.say("# 10. The same from addresses and saved pages")
        pages = f"{PAPERS}/courier.html {PAPERS}/herald.html"
        desk.run(f"{PYTHON} add {STORY} --new {pages} post.txt radio.txt - < tidings.txt")
        desk.run(f"{PYTHON} add {STORY} {PAPERS}/courier.html post.txt", status=1)
        courier = (web / "courier.html").read_text(encoding="utf-8")
        (web / "courier.html").write_text(courier.replace("</article>", f"<p>{BAKERY}</p></article>"), encoding="utf-8")
        desk.run(f"{PYTHON} add {STORY} --again")
        desk.say("# 11. What a feed has for it")
        (web / "feed.xml").write_text(FEED.format(desk.papers), encoding="utf-8")
        opml = f'<opml version="2.0"><body><outline xmlUrl="{desk.papers}/feed.xml"/></body></opml>'
        (desk.folder / "content" / "feeds.opml").write_text(opml, encoding="utf-8")
        listed = desk.run(f"{PYTHON} inbox --list")
        command = re.search(r"1 file: (.*)", listed)
        desk.run(command[1] if command else f"{PYTHON} inbox --file NOTHING {STORY}")
        desk.run(f"{PYTHON} digest {STORY} --out digests")
    record.lines += desk.lines
    record.sound = record.sound and desk.sound


def main() -> int:
    """Print the record; the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        record = write_record(Path(folder) / "desk")
    print("\n".join(record.lines))
    return 0 if record.sound else 1


if __name__ == "__main__":
    sys.exit(main())
