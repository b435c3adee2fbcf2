"""What an editor hands in as a capture: the desk shows the forms, ``intake`` puts it into the story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form: its name as the browser gives it, which is no path here, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed in: an upload, or text, or else what stands at ``address``, which of the other two is where they
    are from ("" where that is not said). ``again`` stores a newer version of what the story has."""

    address: str
    upload: Upload | None = None
    text: str = ""
    again: bool = False


# Puts it into the story in a folder, and tells what became of it, a line each. Raises InputError, with nothing written.
Take = Callable[[Path, Handed], tuple[str, ...]]
