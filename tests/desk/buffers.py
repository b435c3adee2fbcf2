"""Buffers as an editor changes them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.desk.buffer import read
from generator.desk.outline import Outline, render
from generator.desk.settling import Settled, settle
from generator.model import Story, Workings


def body(text: str) -> list[str]:
    """The lines of a buffer without its comments."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def find(lines: Sequence[str], words: str) -> int:
    """The place of the one line that holds these words."""
    (place,) = [number for number, line in enumerate(lines) if words in line]
    return place


def moved(text: str, words: str, above: str, indent: str | None = None) -> str:
    """The buffer with the line of these words above another; ``indent`` is what it then begins with."""
    lines = body(text)
    line = lines.pop(find(lines, words))
    lines.insert(find(lines, above), line if indent is None else indent + line.lstrip())
    return "\n".join(lines)


def verbed(text: str, words: str, verb: str) -> str:
    """The buffer with another verb before the line of these words."""
    lines = body(text)
    place = find(lines, words)
    line = lines[place]
    indent = line[: len(line) - len(line.lstrip())]
    lines[place] = f"{indent}{verb} {line.split(maxsplit=1)[1]}"
    return "\n".join(lines)


def blocks(text: str) -> dict[str, list[list[str]]]:
    """By heading the lines without an indent, each with those beneath it."""
    found: dict[str, list[list[str]]] = {}
    for line in body(text):
        if line.startswith("=="):
            found[line] = []
        elif line.startswith(" "):
            found[list(found)[-1]][-1].append(line)
        else:
            found[list(found)[-1]].append([line])
    return found


def joined(found: dict[str, list[list[str]]]) -> str:
    """The buffer of these blocks."""
    return "\n".join(
        line for heading, own in found.items() for line in (heading, *(one for each in own for one in each))
    )


def applied(story: Story, draft: tuple[Outline, Workings], text: str, data: bytes = b"") -> Settled:
    """What becomes of a story when a changed buffer of its draft is saved."""
    wanted = read(text, draft[0])
    assert wanted is not None
    return settle(story, data, *draft, wanted)


def shown(outline: Outline) -> str:
    """The lines of an outline without comments, spaces between single."""
    return "\n".join(" ".join(line.split()) for line in body(render(outline)))
