"""A file of signs in ``data/`` -> its lists: "[name]" above each, a regular expression a line, remarks behind #."""

from __future__ import annotations

import re
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"
_NAME = re.compile(r"\[([a-z][a-z, ]*)\]")


def read_signs(file: str) -> dict[str, tuple[str, ...]]:
    """The signs of a file by the names of their lists."""
    found: dict[str, list[str]] = {}
    for line in (_DATA / file).read_text(encoding="utf-8").splitlines():
        if name := _NAME.fullmatch(line):
            signs = found.setdefault(name[1], [])
        elif line and not line.startswith("#"):
            signs.append(line)
    return {name: tuple(signs) for name, signs in found.items()}
