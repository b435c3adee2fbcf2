"""A site built by Pelican from invented digests, shared by the tests that read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build import Plan, write_site
from generator.model import Digest
from tests.factories import digest

ADDRESS = "https://news.example/digest"


@pytest.fixture(scope="session")
def digests() -> tuple[Digest, ...]:
    strike = digest("ferry-strike", "The ferries to Orm stand still", date(2031, 3, 2), ("Orm", "Roads & bridges"))
    return (
        replace(digest(), actors=("Velm", "Ines Tarrow")),
        replace(strike, actors=("Ines Tarrow",)),
        digest("old-quay", "The old quay is sold", date(2030, 12, 30), ()),
    )


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, digests: tuple[Digest, ...]) -> Path:
    """The site as it is built for hosting below a path."""
    output = tmp_path_factory.mktemp("site") / "output"
    write_site(Plan(output, address=ADDRESS, publish=True), digests)
    return output


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory, digests: tuple[Digest, ...]) -> Path:
    """The site as it is built without an address."""
    output = tmp_path_factory.mktemp("preview") / "output"
    write_site(Plan(output), digests)
    return output


@pytest.fixture(scope="session")
def story(published: Path) -> str:
    """The HTML of the newest story's page."""
    return (published / "stories/velm-bridge/index.html").read_text(encoding="utf-8")
