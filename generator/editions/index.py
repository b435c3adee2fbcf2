"""The list of all editions that a site publishes, with the hashes by which anybody can check that none was changed."""

from __future__ import annotations

from collections.abc import Mapping

from generator.editions.edition import Edition
from generator.site import addresses
from generator.writers.json import json_text

SCHEMA = "news-editions/1"


def editions_index(editions: Mapping[str, tuple[Edition, ...]]) -> str:
    """JSON text: for each story by slug its address, relative to the site's root, and number and SHA-256 of each of its
    editions."""
    stories = [
        {
            "slug": slug,
            "address": addresses.story(slug),
            "editions": [{"number": one.mark.number, "sha256": one.sha256} for one in found],
        }
        for slug, found in sorted(editions.items())
    ]
    return json_text({"schema": SCHEMA, "stories": stories})
