"""A newer save of a page is one source in two states."""

from __future__ import annotations

from dataclasses import replace

from generator import pipeline
from generator.model import Claim, Digest, Story
from generator.site.reprint import reprint
from generator.site.story import story_view
from tests.making import story

BEFORE = "The ferry sank off Orm on Monday.\n\nTwelve people drowned in the harbour of Orm.\n\nThe captain slept.\n"
AFTER = "The ferry sank off Orm on Monday.\n\nFourteen people drowned in the harbour of Orm.\n"
OTHER = "The ferry sank off the coast of Orm on Monday.\n\nFourteen people drowned in the harbour of Orm.\n"


def saved_twice() -> Story:
    made = story(first=BEFORE, second=AFTER, other=OTHER)
    first, second, other = made.sources
    return replace(made, sources=(first, replace(second, replaces="first"), other))


def build() -> Digest:
    return pipeline.build(saved_twice())


def claim(digest: Digest, words: str) -> Claim:
    return next(one for one in digest.claims if words in one.text)


def test_two_saves_of_a_page_count_as_one_origin() -> None:
    digest = build()
    assert {source.id: source.origin for source in digest.sources}["second"] == "first"
    assert len(claim(digest, "ferry sank").origins) == 2


def test_what_an_older_save_says_otherwise_is_no_disagreement() -> None:
    two_pages = pipeline.build(replace(saved_twice(), sources=story(first=BEFORE, second=AFTER, other=OTHER).sources))
    assert two_pages.disagreements or any(one.differing for one in two_pages.claims)
    digest = build()
    assert digest.disagreements == ()
    assert [one.text for one in digest.claims if one.differing] == []


def test_what_only_an_older_save_prints_is_said_to_be_no_longer_printed() -> None:
    digest = build()
    shown = story_view(digest, reprint(digest))
    labels = {one.text: one.label for one in shown.claims}
    assert labels["The captain slept."] == "no longer printed"
    assert labels[claim(digest, "ferry sank").text] == ""


def test_an_older_save_is_named_as_one() -> None:
    digest = build()
    assert [source.name for source in story_view(digest, reprint(digest)).sources] == [
        "an unsigned page, as saved before",
        "an unsigned page (1)",
        "an unsigned page (2)",
    ]
