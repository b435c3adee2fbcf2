"""What a site publishes of editions as data: each of them, and the list of all with the hashes by which anybody can
check that none was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.editions.edition import Edition, withdrawn_up_to
from generator.site import addresses
from generator.writers.json import json_text

SCHEMA = "news-editions/1"
WITHDRAWN_SCHEMA = "news-edition-withdrawn/1"  # docs/subscribe.md
NEWEST_SCHEMA = "news-edition-newest/1"  # docs/subscribe.md


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


def edition_texts(editions: Sequence[Edition], elsewhere: bool) -> Iterator[tuple[int, str]]:
    """For each edition of a story its number and the JSON text that is published of it: what was published before, word
    for word. Of those whose story was withdrawn since, and of the newest, where it stands ``elsewhere`` as
    ``digest.json``, no more than which edition it was and its hash, so that the chain can be followed."""
    last = withdrawn_up_to(editions)
    for edition in editions:
        given = _named(edition) if elsewhere and edition is editions[-1] else _standing(edition, last)
        yield edition.mark.number, json_text(given, compact=True)


def _standing(edition: Edition, withdrawn: int) -> Mapping[str, object]:
    if edition.mark.number >= withdrawn:
        return edition.published
    return {"schema": WITHDRAWN_SCHEMA, **_stub(edition), "withdrawn": withdrawn}


def _named(edition: Edition) -> Mapping[str, object]:
    return {"schema": NEWEST_SCHEMA, **_stub(edition), "digest": "../digest.json"}


def _stub(edition: Edition) -> dict[str, object]:
    published = edition.published
    return {"slug": published["slug"], "sha256": edition.sha256, "edition": published["edition"]}
