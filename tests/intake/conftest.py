"""A site on this machine, and stories in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.intake.articles import BRIDGE, WEIR
from tests.intake.server import Site, page, serving


@pytest.fixture
def site() -> Iterator[Site]:
    pages = {"/weir": page(WEIR, "Weir at Tarn Mill gives way"), "/bridge": page(BRIDGE, "Velm closes its bridge")}
    with serving(pages) as running:
        yield running


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the stories, none in it, in the folder where commands are given."""
    made = tmp_path / "content" / "stories"
    made.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return made
