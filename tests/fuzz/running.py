"""Runs the program on cases: in this process for one story, as a whole site for several, and once more in a process
of other circumstances. The only module of the fuzzer that imports the program, and only its command lines."""

from __future__ import annotations

import io
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any, Final

from tests.fuzz.cases import Case
from tests.fuzz.checks import Fault
from tests.fuzz.checks.data import check_data
from tests.fuzz.checks.site import Site, check_site

ROOT: Final = Path(__file__).resolve().parents[2]
ADDRESS: Final = "https://news.example/digest"
_HOSTED: Final = ("--publish", "--unsigned", "--keep-going")
SIGNED_AT: Final = "2031-06-01T09:30"
PATIENCE: Final = 20  # CPU seconds for a story: the slowest of 10,000 takes under a second
SITE_PATIENCE: Final = 120  # for a site of at most a few dozen stories
MEMORY: Final = 3_000_000_000  # bytes of address space in a worker: a story takes under a tenth of it
_OTHERWISE: Final = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONDONTWRITEBYTECODE": "1",
}


class TimedOut(BaseException):
    """Not an Exception, so that no handler of the program takes it for one of its own."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: its exit status, None where it ended in an error of Python; that error; what it printed to
    standard error; and where in the program it broke."""

    status: int | None
    error: str
    messages: str
    place: str = ""


@dataclass(slots=True)
class Outcome:
    """What became of a case: ``digest`` where the program made one, and the promises it broke."""

    case: Case
    digest: dict[str, Any] | None = None
    faults: list[Fault] = field(default_factory=list)

    @property
    def ended_well(self) -> bool:
        return not any(fault.promise in ("ends well", "in time") for fault in self.faults)


def limit_memory() -> None:
    """Let this process ask for no more than ``MEMORY``, so that a runaway is an error and no dead machine."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Raise TimedOut after this many seconds of the processor's time."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimedOut

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _run(command: Callable[[Sequence[str]], int], arguments: list[str], seconds: int) -> Ran:
    messages = io.StringIO()
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(messages), _time_limit(seconds):
            return Ran(command(arguments), "", messages.getvalue())
    except TimedOut:
        return Ran(None, f"it took more than {seconds} seconds", messages.getvalue(), "time")
    except SystemExit as error:
        return Ran(None, f"SystemExit: {error}", messages.getvalue(), "exit")
    except Exception as error:
        frames = [
            f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(str(ROOT / "generator"))
        ]
        at = f"{Path(frames[-1].filename).relative_to(ROOT)}:{frames[-1].lineno}" if frames else ""
        return Ran(
            None, f"{type(error).__name__}: {error} at {at}", messages.getvalue(), f"{type(error).__name__} {at}"
        )


def _how_it_ended(ran: Ran, name: str, may_notice: bool = False) -> Iterator[Fault]:
    """Done, done with findings, or refused in one line with the ``name`` of a file or of the folder that holds it,
    after notices on it where ``may_notice``. What the program calls an internal error is none of the user's."""
    if ran.status is None:
        yield Fault("in time" if ran.place == "time" else "ends well", ran.error, ran.place)
    elif ran.status == 2:
        lines = ran.messages.splitlines()
        notices = [line for line in lines[:-1] if name in line and "Traceback" not in line] if may_notice else []
        if len(lines) != len(notices) + 1 or name not in lines[-1] or "internal error" in lines[-1]:
            yield Fault("ends well", f"exit 2 with {ran.messages!r}", _kind_of(lines[-1] if lines else "no message"))
    elif ran.status not in (0, 1):
        yield Fault("ends well", f"exit {ran.status}", "status")


def _kind_of(message: str) -> str:
    """A message without what differs from case to case."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|“[^”]*”|\S*[/\d-]\S*", "", message.partition(": ")[2])[:70].strip()


def run_case(case: Case) -> Outcome:
    """The command ``digest`` on the story of a case, and every check that its data allow."""
    from generator import cli

    outcome = Outcome(case)
    with TemporaryDirectory(prefix="fuzz-") as name:
        folder = case.write(Path(name) / "stories")
        out = Path(name) / "out"
        ran = _run(cli.main, ["digest", str(folder), "--out", str(out)], PATIENCE)
        outcome.faults += _how_it_ended(ran, f"{folder.name}/")
        if ran.status not in (0, 1) or outcome.faults:
            return outcome
        written = sorted(out.glob("*.json"))
        try:
            (digest,) = (json.loads(path.read_bytes().decode("utf-8")) for path in written)
        except ValueError as error:
            outcome.faults.append(Fault("shape of the data", f"{len(written)} files: {error}"))
            return outcome
    outcome.digest = digest
    outcome.faults += check_data(case, digest)
    return outcome


def run_extract(case: Case) -> list[Fault]:
    """The command ``extract`` on each capture of a case."""
    from generator import cli

    faults: list[Fault] = []
    with TemporaryDirectory(prefix="fuzz-") as name:
        folder = case.write(Path(name) / "stories")
        for path in case.planted.encodings:
            ran = _run(cli.main, ["extract", str(folder / path), "--out", str(Path(name) / "out")], PATIENCE)
            faults += _how_it_ended(ran, Path(path).name, may_notice=True)
    return faults


def run_site(outcomes: Sequence[Outcome], again: bool = True) -> list[tuple[str, Fault]]:
    """A site of the stories that have a digest, built for hosting, and every check on its pages and feeds; ``again``:
    built once more under another hash seed, time zone and locale, to the same bytes. Each fault comes with the name
    of its case, "" where it is not known which."""
    from generator import build

    good = [outcome for outcome in outcomes if outcome.digest is not None]
    if not good:
        return []
    with TemporaryDirectory(prefix="fuzz-") as name:
        content, output = Path(name) / "content", Path(name) / "site"
        shutil.copytree(ROOT / "content" / "pages", content / "pages")
        signing = [(one.case.name, fault) for one in good for fault in _signed(one, content / "stories")]
        if signing:
            return signing
        arguments = ["--content", str(content), "--siteurl", ADDRESS, *_HOSTED, "--output"]
        ran = _run(build.main, [*arguments, str(output)], SITE_PATIENCE)
        ended = list(_how_it_ended(ran, "content/stories/", may_notice=True))
        if ended or ran.status == 2:
            return [(_named(ran.messages, good), fault) for fault in ended]
        stories = {str(one.digest["slug"]): (one.case, one.digest) for one in good if one.digest is not None}
        left_out = [slug for slug in stories if not (output / "stories" / slug).is_dir()]
        faults = [(stories[slug][0].name, fault) for slug in left_out for fault in _held(stories[slug][0], ran)]
        stories = {slug: story for slug, story in stories.items() if slug not in left_out}
        faults += [
            (stories[slug][0].name if slug in stories else "", fault)
            for slug, fault in check_site(Site(output, ADDRESS, stories))
        ]
        if again:
            faults += [("", fault) for fault in _built_otherwise(arguments, output, Path(name) / "again")]
        return faults


def _signed(outcome: Outcome, stories: Path) -> Iterator[Fault]:
    """The story written among ``stories``, and signed where it is to be; signing may be refused, and leaves a draft."""
    from generator import cli

    folder = outcome.case.write(stories)
    if not outcome.case.planted.signed:
        return
    ran = _run(cli.main, ["sign", str(folder), "--as", "first", "--by", "Ada Kell", "--at", SIGNED_AT], PATIENCE)
    if ran.status not in (0, 1, 2):
        yield Fault("in time" if ran.place == "time" else "ends well", f"sign: {ran.error}", ran.place)
    elif (ran.status == 0) is not (folder / "editions" / "0001.json").is_file():
        yield Fault("ends well", f"sign: exit {ran.status}, {ran.messages!r}", "sign")


def _held(case: Case, ran: Ran) -> Iterator[Fault]:
    """A story may be missing from a site where its editor has decided something that no longer holds, and this is
    told."""
    if not case.planted.decided or f"/{case.name}/" not in ran.messages:
        yield Fault("ends well", f"the story is not on the site: {ran.messages[-300:]!r}", "site")


def _named(messages: str, outcomes: Sequence[Outcome]) -> str:
    """The case whose folder a message names."""
    return next((one.case.name for one in outcomes if f"/{one.case.name}/" in messages), "")


def _built_otherwise(arguments: list[str], output: Path, again: Path) -> Iterator[Fault]:
    command = [sys.executable, "-m", "generator.build", *arguments, str(again)]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | _OTHERWISE, capture_output=True, text=True, timeout=10 * SITE_PATIENCE
    )
    if done.returncode not in (0, 1) or not again.is_dir():  # Python itself ends with 1 where it fails
        yield Fault("same bytes", f"exit {done.returncode} in other circumstances: {done.stderr[-300:]}")
        return
    one, other = ({path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
                  for root in (output, again))  # fmt: skip
    for path in sorted(one.keys() | other.keys()):
        if one.get(path) != other.get(path):
            yield Fault("same bytes", f"{path} differs between two builds")
