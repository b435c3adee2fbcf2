"""How a command meets the terminal: no message and no end of it is a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from functools import wraps
from io import TextIOWrapper
from types import TracebackType
from typing import Final, ParamSpec

from generator.errors import InputError

_P = ParamSpec("_P")
_STOPPED: Final = 130  # what a shell makes of an end by Ctrl-C, and of one by a pipe that nobody reads
_UNREAD: Final = 141
_SAID: Final = "\nStopped."  # below what a terminal shows of Ctrl-C


def show_any_character() -> None:
    """Let a terminal that cannot show a character show its escape, so that no message ends in an error of its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def show_trace(error: Exception, debug: bool) -> None:
    """With ``debug``, where in the program an error came up: nobody can mend a fault of ours from one line."""
    if debug and not isinstance(error, InputError):
        traceback.print_exception(error)


def quiet_start() -> None:
    """Let a program end in one line that the user stops while it is still being imported, which takes a moment."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            print(_SAID, file=sys.stderr)
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = hook


def quiet_end(main: Callable[_P, int]) -> Callable[_P, int]:
    """Let a command end in one line where the user stops it, and in none where nobody reads its output any more."""

    @wraps(main)
    def ended(*arguments: _P.args, **options: _P.kwargs) -> int:
        try:
            return main(*arguments, **options)
        except KeyboardInterrupt:
            print(_SAID, file=sys.stderr)
            return _STOPPED
        except BrokenPipeError:
            # Python writes what is left of the output when it ends: let that go nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return _UNREAD

    return ended


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun in what an editor is told at the command line: "1 source", "1,204 claims"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
