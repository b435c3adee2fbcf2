"""A desk with one invented story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.stories import make_story
from tests.desk.web.visiting import Visitor, serving


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The story's folder, into which a test writes as it likes."""
    (tmp_path / "stories").mkdir()
    return make_story(tmp_path / "stories")


@pytest.fixture
def desk(story: Path) -> Iterator[Visitor]:
    with serving(story.parent) as visitor:
        yield visitor


@pytest.fixture(scope="package")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A desk whose story no test changes."""
    with serving(make_story(tmp_path_factory.mktemp("stories")).parent) as visitor:
        yield visitor
