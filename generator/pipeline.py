"""The whole program on one screen: a story of captures in, one cited digest out. Pure: no files, clock or network."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath
from typing import Final

from generator.asof import place_in_time
from generator.clean import clean
from generator.cluster import cluster
from generator.compare import ASKED, compare, narrowed
from generator.compose import compose
from generator.decide import check_wordings, rule_blocks, rule_clusters, rule_differences, rule_origins, rule_passages
from generator.disagree import find_differences
from generator.editor_body import read_body
from generator.errors import InputError
from generator.extract import extract
from generator.genre import weigh_by_genre
from generator.main_event import tell_events
from generator.metadata import cross_check, find_metadata
from generator.model import Article, Digest, Document, Match, Passage, Source, Story, Workings
from generator.once import (
    Nothing,
    Store,
    content_of,
    content_of_document,
    once_each,
    passages_given_to,
    sentences_given_to,
)
from generator.origins import find_origins, shared_text
from generator.passages import find_passages
from generator.roles import assign_roles
from generator.segment import most_read, segment
from generator.verify import verify

NOTHING: Final = Nothing()


def work(story: Story, store: Store = NOTHING) -> Workings:
    """Run every stage up to composition. What stages make of one capture is taken from ``store``, and kept there.

    Raises InputError where a capture holds no article, and where no capture asserts anything.
    """
    documents, lost = rule_blocks(story, _articles(story, store))
    metadata = cross_check(once_each(store, "facts", documents, _facts_of, find_metadata))
    origins = rule_origins(story, find_origins(documents))
    languages = [known.language.value if known.language else None for known in metadata]
    read = _passages(documents, languages, store)
    sources = tuple(document.source.id for document in documents)
    placed = place_in_time(weigh_by_genre(read, metadata, sources), metadata, documents)
    placed = tell_events(placed, metadata, sources)
    passages, rulings = rule_passages(story, documents, placed)
    if all(passage.omit for passage in passages):
        raise InputError(story.path, "no capture asserts anything", "add a capture that tells what happened")
    matches = compare(passages)
    clustering = rule_clusters(cluster(passages, matches), rulings, passages, matches, story.decisions_path)
    groups = assign_roles(passages, clustering, matches, rulings)
    found, uncompared = find_differences(passages, matches, groups)
    differences = rule_differences(found, rulings)
    rulings, groups = check_wordings(story, rulings, documents, passages, groups, lost)
    notices = (*narrowed(passages, matches), *uncompared)
    return Workings(documents, metadata, origins, passages, matches, clustering, groups, differences, rulings, notices)


def _articles(story: Story, store: Store) -> tuple[Document, ...]:
    try:
        return once_each(
            store,
            "document",
            story.sources,
            content_of,
            lambda source: clean(extract(source)),
            lambda document, source: replace(document, source=source),
        )
    except InputError as error:  # it names the capture by its path in the story; there may be many stories
        path = PurePosixPath(story.path).parent / error.path
        raise InputError(path.as_posix(), error.problem, error.remedy, error.place) from None


def _facts_of(document: Document) -> Hashable:
    """What the facts of a source are found in: its capture, and what the editor states of it."""
    source = document.source
    return content_of_document(document), source.publisher, source.author, source.url, source.published


def _passages(documents: tuple[Document, ...], languages: Sequence[str | None], store: Store) -> tuple[Passage, ...]:
    known = tuple(zip(documents, languages, strict=True))
    sentences = once_each(
        store,
        "sentences",
        known,
        lambda one: (content_of_document(one[0]), one[1]),
        lambda one: segment(*one),
        lambda found, one: sentences_given_to(one[0].source, found),
    )
    most = most_read([len(found) for found in sentences])
    read = once_each(
        store,
        "passages",
        tuple(zip(documents, languages, sentences, strict=True)),
        lambda one: (content_of_document(one[0]), one[1], most),
        lambda one: find_passages(one[0], one[2], most, one[1]),
        lambda found, one: passages_given_to(one[0].source, found),
    )
    return tuple(chain.from_iterable(read))


def read_article(source: Source) -> Article:
    """One capture, read alone. Raises InputError where it holds no article."""
    document = clean(extract(source))
    return Article(document, find_metadata(document), segment(document))


def shared(a: Article, b: Article) -> float:
    """How much of the shorter of two articles stands in the other, 0 to 1."""
    return shared_text(a.document, b.document)


def look_closer(workings: Workings) -> tuple[Match, ...]:
    """The pairs of passages about which an editor may be asked: also those that are too little alike for the program to
    weigh them."""
    return compare(workings.passages, ASKED)


def build(story: Story) -> Digest:
    """The finished, verified digest of a story.

    Raises InputError where the story cannot be used and VerificationError where the digest breaks a promise.
    """
    return finish(story, work(story))


def finish(story: Story, workings: Workings) -> Digest:
    """Compose the digest and verify it. Raises as ``build`` does."""
    digest = compose(story, workings, read_body(story, workings.documents))
    verify(digest, workings)
    return digest
