"""The terminal in which a story is reviewed: keys one by one, pages, and the editor's own program for words."""

from __future__ import annotations

import os
import select
import shlex
import subprocess
import sys
import tempfile
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import InputError

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
_END = ("\x04", "")  # Ctrl-D, and the end of the input


class RealTerminal:
    """Standard input and output, in which keys are read as they are pressed while ``raw`` lasts."""

    def __init__(self) -> None:
        self._input = sys.stdin.fileno()
        self._before = termios.tcgetattr(self._input)

    @contextmanager
    def raw(self) -> Iterator[None]:
        """Keys come without a line's end, and are not shown; whatever happens, all is as it was afterwards."""
        tty.setcbreak(self._input)
        try:
            yield
        finally:
            termios.tcsetattr(self._input, termios.TCSADRAIN, self._before)

    def key(self) -> str:
        """One key. What was typed before the question was on the screen is no answer to it; of a key that sends several
        characters, such as an arrow, the first alone counts."""
        pressed = os.read(self._input, 4)
        while select.select([self._input], [], [], 0)[0] and pressed[:1] == b"\x1b":
            os.read(self._input, 64)
        text = pressed.decode("utf-8", "replace")[:1]
        return "" if text in _END else text

    def page(self, text: str) -> None:
        """Show a text on a screen of its own."""
        termios.tcflush(self._input, termios.TCIFLUSH)
        self._write(f"{_CLEAR if os.environ.get('TERM', 'dumb') != 'dumb' else ''}{text}\n")

    def say(self, text: str) -> None:
        """Show a text below what is shown."""
        self._write(f"\n{text}\n")

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    def edit(self, text: str) -> str:
        """What the editor makes of a text. Raises InputError where his program cannot be run."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "words.txt"
            path.write_text(text, encoding="utf-8")
            self.open(path)
            return path.read_text(encoding="utf-8", errors="replace")

    def open(self, path: Path) -> None:
        """Let the editor change a file. Raises InputError where his program cannot be run."""
        program = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        termios.tcsetattr(self._input, termios.TCSADRAIN, self._before)
        try:
            ended = subprocess.run([*shlex.split(program), str(path)], check=False).returncode
        except (OSError, ValueError):
            ended = 127
        finally:
            with suppress(termios.error):
                tty.setcbreak(self._input)
        if ended:
            raise InputError(
                program, f"it ended with status {ended}", "name your program in EDITOR, for example EDITOR=nano"
            )
