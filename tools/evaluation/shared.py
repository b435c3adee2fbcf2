"""Where the evaluation data and their scorer stand, and how they are read."""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

Row = dict[str, Any]


class MissingDataError(Exception):
    """There is no evaluation data where it was looked for; ``str`` names the places."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The folder that holds ``data/`` and ``tools/score.py``."""

    data: Path
    score: ModuleType
    shingles: ModuleType


def open_shared(folder: Path) -> Shared:
    """The data and the scorer of a folder. Raises MissingDataError, naming what is not there."""
    wanted = (folder / "data", folder / "tools" / "score.py", folder / "tools" / "shingles.py")
    missing = [str(path) for path in wanted if not path.exists()]
    if missing:
        raise MissingDataError(f"no evaluation data: looked for {', '.join(missing)}")
    # The scorer imports its neighbour by its bare name, so its folder has to be importable.
    sys.path.insert(0, str(folder / "tools"))
    try:
        return Shared(folder / "data", importlib.import_module("score"), importlib.import_module("shingles"))
    finally:
        sys.path.remove(str(folder / "tools"))


def read_rows(path: Path) -> list[Row]:
    """The objects of a file with one JSON object a line. Only a line feed ends a line: texts hold other separators."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def read_json(path: Path) -> Any:
    """The value of a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))
