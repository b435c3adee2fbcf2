"""A file of words in ``data/`` -> its lists: "[name]" above each, an entry a line, remarks behind #."""

from __future__ import annotations

import re
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"
_NAME = re.compile(r"\[([a-z][a-z, ]*)\]")


def read_lists(file: str) -> dict[str, tuple[str, ...]]:
    """The entries of a file by the names of their lists."""
    found: dict[str, list[str]] = {}
    for line in (_DATA / file).read_text(encoding="utf-8").splitlines():
        if name := _NAME.fullmatch(line):
            entries = found.setdefault(name[1], [])
        elif line and not line.startswith("#"):
            entries.append(line)
    return {name: tuple(entries) for name, entries in found.items()}
