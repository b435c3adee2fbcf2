"""What a check found, and the table that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_SHOWN = 12  # findings of one check that are printed in full


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one check on one page or site. ``measured`` is what was counted, in words; it passed where
    ``findings``, one line each, is empty."""

    check: str
    page: str
    measured: str
    findings: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return not self.findings


def outcome(check: str, page: str, measured: str, findings: Iterable[str] = ()) -> Result:
    """A result whose findings stand each once, in the order in which they came."""
    return Result(check, page, measured, tuple(dict.fromkeys(findings)))


def together(results: Mapping[str, Result], name: str) -> Result:
    """The same check of several pages, by path, as one result."""
    findings = [f"{path}: {finding}" for path, one in results.items() for finding in one.findings]
    check = next(iter(results.values())).check
    return outcome(check, name, f"{len(results)} pages", findings)


def table(results: Sequence[Result]) -> str:
    """A Markdown table of check, page, result and what was measured."""
    rows = [("check", "page", "result", "measured"), ("---",) * 4]
    rows += [(one.check, one.page, "pass" if one.passed else "FAIL", one.measured) for one in results]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |" for row in rows
    )


def details(results: Sequence[Result]) -> str:
    """The findings of every check that failed."""
    return "\n".join(line for one in results if not one.passed for line in _detail(one))


def _detail(result: Result) -> list[str]:
    shown = [f"  {finding}" for finding in result.findings[:_SHOWN]]
    more = len(result.findings) - _SHOWN
    return [f"{result.check}, {result.page}:", *shown, *([f"  and {more} more"] if more > 0 else [])]
