"""Sizes that readers pay for, compressed as hosts send them."""

from __future__ import annotations

import gzip
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.build import Plan, write_site
from tests.factories import digest

FRONT_BYTES = 14_000  # what the first ten TCP segments carry
STORY_BYTES = 30_000
STYLE_BYTES = 12_000  # before compression
LONG_TITLE = "Councillors of Velm and Orm quarrel over who is to pay for the old harbour bridge, day"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("many") / "output"
    first = date(2031, 1, 1)
    digests = (digest(f"day-{n}", f"{LONG_TITLE} {n}", first + timedelta(days=4 * n)) for n in range(50))
    write_site(Plan(output), tuple(digests))
    return output


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_the_front_page_of_many_stories_arrives_at_once(many: Path) -> None:
    assert compressed(many / "index.html") < FRONT_BYTES


def test_stories_that_left_the_front_page_are_in_the_archive(many: Path) -> None:
    front = (many / "index.html").read_text(encoding="utf-8")
    assert "day-49" in front
    assert "day-0/" not in front
    assert "stories/day-0/" in (many / "archive/2031-01/index.html").read_text(encoding="utf-8")


def test_a_story_page_and_its_style_are_small(many: Path) -> None:
    page = compressed(many / "stories/day-7/index.html") + compressed(many / "theme/site.css")
    assert page < STORY_BYTES


def test_the_style_sheet_is_small(many: Path) -> None:
    assert len((many / "theme/site.css").read_bytes()) < STYLE_BYTES
