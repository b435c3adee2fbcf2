"""What goes wrong, told in one line: unusable input by file, place and remedy, a fault of the program by its stage."""

from __future__ import annotations

import errno
from traceback import walk_tb

_LONGEST = 400  # code points of each part of a message: a value of one long word must not fill the terminal
_HEAD, _TAIL = 280, 80  # what is kept of a longer one


class InputError(Exception):
    """Unusable input. ``str(error)`` is one line: ``path:place: problem; remedy``.

    ``place`` is a line number, a key or a source id, or None where the whole file is meant.
    """

    def __init__(self, path: str, problem: str, remedy: str, place: str | int | None = None) -> None:
        self.path, self.place, self.problem, self.remedy = path, place, problem, remedy
        where = path if place is None else f"{path}:{place}"
        super().__init__(f"{one_line(where)}: {one_line(problem)}; {one_line(remedy)}")


class HeldError(InputError):
    """What an editor wrote or decided no longer holds: the story stays as it was published until that is mended, and
    other stories are built all the same. ``findings`` are lines, of which the first is the message."""

    def __init__(self, findings: tuple[str, ...]) -> None:
        Exception.__init__(self, findings[0])
        self.findings = findings
        self.path, self.place, self.problem, self.remedy = "", None, findings[0], ""

    def __str__(self) -> str:
        more = f" (and {len(self.findings) - 1} more)" if len(self.findings) > 1 else ""
        return f"{self.findings[0]}{more}"


class VerificationError(Exception):
    """A finished digest breaks a promise. ``findings`` are lines that name story, claim and reason."""

    def __init__(self, findings: tuple[str, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(findings))


class StoriesError(Exception):
    """Stories that cannot be built, in their order: the slug or the folder's name of each and its error."""

    def __init__(self, failures: tuple[tuple[str, Exception], ...]) -> None:
        self.failures = failures
        super().__init__("\n".join(told(error, slug) for slug, error in failures))


def one_line(text: str) -> str:
    """The text as a line that any terminal shows: line breaks as spaces, what cannot be shown as its escape, and cut in
    the middle where it is very long."""
    if len(text) > _LONGEST:
        text = f"{text[:_HEAD]} … {text[-_TAIL:]}"
    text = text.replace("\n", " ")
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(char: str) -> str:
    return char if char.isprintable() else char.encode("unicode_escape").decode("ascii")


def told(error: Exception, where: str) -> str:
    """One line of whatever ended the work on ``where``, a story or a file, for its editor."""
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, VerificationError):
        more = f" (and {len(error.findings) - 1} more)" if len(error.findings) > 1 else ""
        finding = f"{one_line(error.findings[0])}{more}"
        return f"{one_line(where)}: its digest breaks a promise, an internal error: {finding}; {_REPORT}"
    if isinstance(error, OSError):
        name = error.filename if isinstance(error.filename, str) else where
        remedy = "make room, and try again" if error.errno in _FULL else "check the path and its permissions"
        return f"{one_line(name)}: {one_line(error.strerror or str(error)).lower()}; {remedy}"
    kind = type(error).__name__
    return f"{one_line(where)}: an internal error in {stage(error)}: {kind}: {one_line(str(error))}; {_REPORT}"


_FULL = (errno.ENOSPC, errno.EDQUOT)
_REPORT = "report it, with what --debug prints; until then leave the story or the capture out"


def stage(error: Exception) -> str:
    """The stage in which an error came up: the part of the program that ``pipeline`` had called, else the last one."""
    modules = [str(frame.f_globals.get("__name__", "")).split(".") for frame, _ in walk_tb(error.__traceback__)]
    names = [module[1] for module in modules if module[0] == "generator" and len(module) > 1]
    if "pipeline" not in names:
        return names[-1] if names else "the program"
    behind = names[len(names) - names[::-1].index("pipeline") :]
    return behind[0] if behind else "pipeline"
