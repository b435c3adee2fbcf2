"""The invented story, drawn once."""

from __future__ import annotations

import pytest

from generator.desk.outline import Outline
from generator.desk.settling import draw
from generator.load import load_story
from generator.model import Story, Workings
from tests.desk.fair import folder


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return load_story(folder(tmp_path_factory.mktemp("stories") / "marrow"))


@pytest.fixture(scope="session")
def draft(story: Story) -> tuple[Outline, Workings]:
    return draw(story)


@pytest.fixture(scope="session")
def outline(draft: tuple[Outline, Workings]) -> Outline:
    return draft[0]
