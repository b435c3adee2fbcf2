"""The one error that bad input raises: it names file, place and remedy in one line."""

from __future__ import annotations


class InputError(Exception):
    """Unusable input. ``str(error)`` is one line: ``path:place: problem; remedy``.

    ``place`` is a line number, a key or a source id, or None where the whole file is meant.
    """

    def __init__(self, path: str, problem: str, remedy: str, place: str | int | None = None) -> None:
        self.path, self.place, self.problem, self.remedy = path, place, problem, remedy
        where = path if place is None else f"{path}:{place}"
        super().__init__(f"{where}: {problem}; {remedy}".replace("\n", " "))


class VerificationError(Exception):
    """A finished digest breaks a promise. ``findings`` are lines that name story, claim and reason."""

    def __init__(self, findings: tuple[str, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(findings))
