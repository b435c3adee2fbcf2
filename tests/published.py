"""Invented sites as they are published: editions.json, and for each story its digest and its editions. The hashes are
made here anew, so that no test of the checker rests on the checker."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.writers.json import to_json
from tests.factories import CAPTURES, digest

Json = dict[str, Any]


def entry(slug: str = "velm-bridge") -> Json:
    """An entry without an edition, of three invented sources."""
    data: Json = json.loads(to_json(digest(slug)))
    return data


def fingerprint(data: Json) -> str:
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()


def editions(*entries: Json) -> list[Json]:
    """The entries signed one after the other: the first, and corrections of it."""
    signed: list[Json] = []
    for number, data in enumerate(entries, 1):
        block = {
            "number": number,
            "kind": "first" if number == 1 else "corrected",
            "signed": f"2031-04-{8 + number:02}",
            "note": "" if number == 1 else "The number of lorries was wrong.",
            "previous": fingerprint(signed[-1]) if signed else None,
        }
        signed.append({**data, "edition": block})
    return signed


def corrected(slug: str = "velm-bridge") -> list[Json]:
    """A story of two editions, of which the second has another title."""
    return editions({**entry(slug), "title": "A bridge is closed"}, entry(slug))


def publish(folder: Path, *stories: Sequence[Json]) -> Path:
    """Write a site of stories, each a list of its editions; returns the folder."""
    listed = []
    for story in stories:
        slug = story[-1]["slug"]
        write(folder / f"stories/{slug}/digest.json", story[-1])
        for number, edition in enumerate(story[:-1], 1):
            write(folder / f"stories/{slug}/editions/{number}.json", edition)
        write(folder / f"stories/{slug}/editions/{len(story)}.json", pointer(story[-1]))
        hashes = [{"number": number, "sha256": fingerprint(one)} for number, one in enumerate(story, 1)]
        listed.append({"slug": slug, "address": f"stories/{slug}/", "editions": hashes})
    write(folder / "editions.json", {"schema": "news-editions/1", "stories": listed})
    return folder


def pointer(newest: Json) -> Json:
    """What stands at the address of the newest edition, which digest.json is."""
    named = {"slug": newest["slug"], "sha256": fingerprint(newest), "edition": newest["edition"]}
    return {"schema": "news-edition-newest/1", **named, "digest": "../digest.json"}


def write(path: Path, data: Json) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def read(path: Path) -> Json:
    data: Json = json.loads(path.read_text(encoding="utf-8"))
    return data


def save_captures(folder: Path) -> dict[str, str]:
    """The captures of the sources of ``entry``, byte for byte: the file of each source."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for number, (source, text) in enumerate(CAPTURES.items()):
        path = folder / f"{number}.txt"
        path.write_bytes(text.encode("utf-8"))
        files[source] = str(path)
    return files
