"""What a site publishes of editions as data: each of them, and the list of all with the hashes by which anybody can
check that none was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.editions.edition import Edition, withdrawn_up_to
from generator.site import addresses
from generator.writers.json import json_text

SCHEMA = "news-editions/1"
WITHDRAWN_SCHEMA = "news-edition-withdrawn/1"  # docs/subscribe.md


def editions_index(editions: Mapping[str, tuple[tuple[int, str], ...]]) -> str:
    """JSON text: for each story by slug its address, relative to the site's root, and each of its editions, which are
    given by number and SHA-256."""
    stories = [
        {
            "slug": slug,
            "address": addresses.story(slug),
            "editions": [{"number": number, "sha256": sha256} for number, sha256 in found],
        }
        for slug, found in sorted(editions.items())
    ]
    return json_text({"schema": SCHEMA, "stories": stories})


def edition_texts(editions: Sequence[Edition]) -> Iterator[tuple[int, str]]:
    """For each edition of a story its number and the JSON text that is published of it: what was published before, word
    for word; where the story was withdrawn since, no more than which edition it was and its hash, so that the chain can
    still be followed."""
    last = withdrawn_up_to(editions)
    for edition in editions:
        number = edition.mark.number
        yield number, json_text(edition.published if number >= last else _stub(edition, last), compact=True)


def _stub(edition: Edition, withdrawn: int) -> dict[str, object]:
    return {
        "schema": WITHDRAWN_SCHEMA,
        "slug": edition.published["slug"],
        "sha256": edition.sha256,
        "withdrawn": withdrawn,
        "edition": edition.published["edition"],
    }
