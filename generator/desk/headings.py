"""The line ``sections:`` of story.md: written anew, every other line as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from generator.errors import InputError
from generator.load import STORY_KEYS
from generator.load.front_matter import parse_front_matter

_KEY = "sections"
_PLAIN = re.compile(r"[^\W\d_][\w’ -]*\w")


def sections_line(names: Sequence[str]) -> str:
    """The line by which sections stand in this order."""
    shown = [name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False) for name in names]
    return f"{_KEY}: [{', '.join(shown)}]"


def with_sections(data: bytes, path: Path, names: Sequence[str]) -> bytes | None:
    """The bytes of a story.md in which sections stand in this order; None where its line cannot be told from others."""
    text = data.decode("utf-8")
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(ending)
    ends = [number for number, line in enumerate(lines) if number and line.rstrip() == "---"]
    stands = [number for number, line in enumerate(lines[: ends[0]]) if line.startswith(f"{_KEY}:")]
    if stands and not re.match(r"\S|$", lines[stands[0] + 1]):  # it goes on
        return None
    place = stands[0] if stands else ends[0]
    remark = re.search(r"\]\s*(\s#.*)$", lines[place]) if stands else None
    lines[place : place + len(stands)] = [sections_line(names) + (remark[1] if remark else "")]
    made = ending.join(lines).encode()
    return made if _reads(made, data, path, names) else None


def _reads(made: bytes, data: bytes, path: Path, names: Sequence[str]) -> bool:
    """Whether what was made says what was there before, but for the order of sections."""
    before, body, _ = parse_front_matter(data, path, STORY_KEYS)
    try:
        after, same, _ = parse_front_matter(made, path, STORY_KEYS)
    except InputError:
        return False
    return same == body and after.phrases(_KEY) == tuple(names) and {*after.values} == {*before.values, _KEY}
