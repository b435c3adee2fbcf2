"""What an editor hands in at the desk -> a capture, by the functions of the command ``add``."""

from __future__ import annotations

from pathlib import Path, PurePath

from generator.desk.web.handing import Handed
from generator.errors import InputError
from generator.intake.adding import Adder, Done, Got
from generator.intake.commands import lines_of, today
from generator.intake.web import is_address
from generator.load.forms import MEDIA_TYPES
from generator.writers.text import notice_line


def take(folder: Path, handed: Handed) -> tuple[str, ...]:
    """Add what was handed in to the story in ``folder``; what became of it, a line each. No file of this machine is
    read: a name is a name, and an address one of the web. Raises InputError, with nothing written."""
    what, done = _add(Adder(folder, today(), again=handed.again), handed)
    path = f"captures/{done.name}"
    return (*lines_of(done, path, what), *(notice_line(path, notice) for notice in done.notices))


def _add(adder: Adder, handed: Handed) -> tuple[str, Done]:
    address = handed.address or None
    if handed.upload is not None:
        name = PurePath(handed.upload.name).name or "the file"
        suffix = PurePath(name).suffix.lower()
        got = Got(name, handed.upload.data, suffix if suffix in MEDIA_TYPES else "", adder.today, address)
        return name, adder.put(got)
    if handed.text:
        got = Got("the pasted text", handed.text.encode("utf-8"), "", adder.today, address, saved_surely=True)
        return got.what, adder.put(got)
    if not is_address(handed.address):
        raise InputError(handed.address, "it is no web address", "write it whole, beginning with https://")
    return handed.address, adder.add(handed.address)
