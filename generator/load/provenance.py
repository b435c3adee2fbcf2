"""captures/captures.yaml -> where each capture came from, when it was saved, and what it replaces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from generator.errors import InputError
from generator.language.addresses import web_address
from generator.language.printable import printable
from generator.load.front_matter import Plain, read_yaml

FILE = "captures.yaml"
_KEYS = ("file", "url", "saved", "sha256", "replaces")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What was recorded of a capture when it was saved; None where nothing was. ``saved`` is a day in ISO form,
    ``replaces`` the file of which it is a newer save."""

    url: str | None = None
    saved: str | None = None
    sha256: str | None = None
    replaces: str | None = None


def read_provenance(folder: Path, name: str = FILE) -> Mapping[PurePosixPath, Provenance]:
    """What a story folder records of its captures, by their paths in it; empty where it records nothing. ``name`` is
    that of the file in captures/, where it is to be read before it bears its own.

    Raises InputError for a file that is no list of captures, and for a capture that is not there or stands twice.
    """
    path = folder / "captures" / name
    if not path.exists():
        return {}
    plain = read_yaml(path)
    listed = plain.value if isinstance(plain.value, tuple) else () if plain.value is None else None
    if listed is None:
        remedy = "write one a line: - {file: NAME, url: https://…, saved: 2026-05-04}"
        raise InputError(path.as_posix(), "it is not a list of captures", remedy, plain.line)
    found: dict[PurePosixPath, Provenance] = {}
    for one in listed:
        file, known = _recorded(path.as_posix(), one)
        if file in found:
            raise InputError(path.as_posix(), f"{file.name!r} stands twice", "keep one of them", one.line)
        if not (folder / file).is_file():
            problem = f"there is no capture {file.name!r}"
            raise InputError(path.as_posix(), problem, "restore the file, or take it off the list", one.line)
        found[file] = known
    return found


def _recorded(path: str, plain: Plain) -> tuple[PurePosixPath, Provenance]:
    keys = plain.value if isinstance(plain.value, Mapping) else {}
    unknown = next((key for key in keys if key not in _KEYS), None)
    if unknown is not None or "file" not in keys:
        problem = f"unknown key {unknown!r}" if unknown is not None else "a capture has no 'file'"
        raise InputError(path, problem, f"use {', '.join(_KEYS)}", plain.line)
    found = {key: " ".join(printable(str(value.value)).split()) for key, value in keys.items() if value.value}
    if "sha256" in found and not _SHA256.fullmatch(found["sha256"]):
        raise InputError(path, "'sha256' is not 64 hexadecimal digits", "copy it whole", keys["sha256"].line)
    if "url" in found and web_address(found["url"]) is None:
        problem = f"the url {found['url']!r} is not a web address"
        raise InputError(path, problem, "write the whole address, beginning with https://", keys["url"].line)
    if "saved" in found and not _is_day(found["saved"]):
        raise InputError(path, "'saved' is not a day", "write it as 2031-05-31", keys["saved"].line)
    name = PurePosixPath(found.get("file", "")).name
    known = Provenance(found.get("url"), found.get("saved"), found.get("sha256"), found.get("replaces"))
    return PurePosixPath("captures", name), known


def _is_day(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
