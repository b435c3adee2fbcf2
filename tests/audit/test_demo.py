"""The invented stories of the demonstration site."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from generator import pipeline
from generator.load import load_story, story_folders
from generator.model import Digest, Story
from tools.demo.__main__ import write_content
from tools.demo.grammar import Plot, days, read_plots, tell


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "content"
    write_content(folder, stories=7, seed=3)
    return folder


def _stories(content: Path) -> list[Story]:
    return [load_story(folder) for folder in story_folders(content / "stories")]


@pytest.fixture(scope="module")
def digests(content: Path) -> list[Digest]:
    return [pipeline.build(story) for story in _stories(content)]


def test_the_same_seed_gives_the_same_bytes(content: Path, tmp_path: Path) -> None:
    write_content(tmp_path / "again", stories=7, seed=3)
    assert _bytes(tmp_path / "again") == _bytes(content)


def test_another_seed_gives_other_stories(content: Path, tmp_path: Path) -> None:
    write_content(tmp_path / "other", stories=7, seed=4)
    assert _bytes(tmp_path / "other") != _bytes(content)


def test_every_story_says_that_it_is_invented(content: Path) -> None:
    for story in _stories(content):
        assert "Invented" in story.tags
        assert "invented" in story.body


def test_a_story_has_three_to_five_captures(content: Path) -> None:
    assert {3 <= len(story.sources) <= 5 for story in _stories(content)} == {True}


def test_the_captures_come_as_dumps_pages_and_markdown(content: Path) -> None:
    assert {path.suffix for path in content.glob("stories/*/captures/*")} == {".txt", ".html", ".md"}


def test_every_story_becomes_an_entry_in_which_sources_agree_somewhere(digests: list[Digest]) -> None:
    for digest in digests:
        assert any(len(claim.sources) > 1 for claim in digest.claims), digest.slug


def test_no_claim_is_made_of_what_stands_around_an_article(digests: list[Digest]) -> None:
    claims = [claim.text for digest in digests for claim in digest.claims]
    assert not [text for text in claims if "newsletter" in text or "ADVERTISEMENT" in text or "All rights" in text]


@pytest.mark.parametrize("plot", read_plots(), ids=lambda plot: plot.name)
def test_every_wording_can_be_filled_in(plot: Plot) -> None:
    for seed in range(20):
        tale = tell(plot, date(2025, 6, 5), 5, Random(seed))
        printed = " ".join(text for article in tale.articles for text in (article.headline, *article.paragraphs))
        assert not set("{}[]|*>?") & set(printed)


def test_the_last_source_gives_another_number_than_the_others() -> None:
    flood = next(plot for plot in read_plots() if plot.name == "flood")
    articles = tell(flood, date(2025, 6, 5), 4, Random(1)).articles
    tolls = [{word for word in " ".join(article.paragraphs).split() if word.isdigit()} for article in articles]
    assert tolls[-1] - set.union(*tolls[:-1])


def test_the_stories_spread_over_fourteen_months() -> None:
    found = days(100, date(2026, 3, 14), 425)
    assert len(found) == 100
    assert len({(day.year, day.month) for day in found}) >= 14
