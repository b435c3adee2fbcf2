"""A site whose settings say that it has no data: its pages are all that is published, and none leads to what is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build import SETTINGS, Plan, write_shown
from generator.carried import carried_stories
from generator.stories import Whole
from tests.editions.signing import again, published, reworded
from tests.factories import digest
from tests.site.conftest import ADDRESS
from tests.site.reading import dead_links
from tests.site.test_build import files

CHECKED = {"editions.json", "digest.schema.json", "verify_digest.py"}


def build(folder: Path, settings: str) -> Path:
    """A site of a story of two editions and a draft, by these settings."""
    path = folder / "publishconf.py"
    path.write_text(settings, encoding="utf-8")
    (folder / "theme").symlink_to(SETTINGS.parent / "theme")
    editions = again(published(), reworded)
    draft = digest("old-quay", "The old quay is sold", date(2030, 12, 30), ())
    stories = [Whole(editions[-1].digest, editions=editions), Whole(draft)]
    write_shown(Plan(folder / "output", settings=path, address=ADDRESS, publish=True), stories)
    return folder / "output"


@pytest.fixture(scope="module")
def with_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("with"), SETTINGS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def without_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = SETTINGS.read_text(encoding="utf-8")
    assert "\nPUBLISH_DATA = True\n" in settings
    without = settings.replace("\nPUBLISH_DATA = True\n", "\nPUBLISH_DATA = False\n")
    return build(tmp_path_factory.mktemp("without"), without)


def is_data(name: str) -> bool:
    return name in CHECKED or name.endswith("/digest.json") or "/editions/" in name


def test_without_data_a_site_lacks_its_data_and_nothing_else(with_data: Path, without_data: Path) -> None:
    had, has = set(files(with_data)), set(files(without_data))
    assert {"stories/velm-bridge/digest.json", "stories/velm-bridge/editions/2.json"} <= had
    assert has == {name for name in had if not is_data(name)}


def test_without_data_no_page_leads_to_it(without_data: Path) -> None:
    assert dead_links(without_data, ADDRESS) == []
    words = (b"digest.json", b"editions.json", b"digest.schema.json", b"verify_digest.py", b"editions/1.json")
    assert [name for name, data in files(without_data).items() if any(word in data for word in words)] == []


def test_without_data_the_page_of_changes_still_tells_each_edition(without_data: Path) -> None:
    page = (without_data / "stories/velm-bridge/changes/index.html").read_text(encoding="utf-8")
    assert page.index('id="e2"') < page.index('id="e1"')
    assert "signed by Ada Kell" in page


def test_a_page_that_leads_to_data_leads_to_its_schema_and_its_list(with_data: Path) -> None:
    assert dead_links(with_data, ADDRESS) == []
    pages = files(with_data)
    assert b'href="digest.json"' in pages["stories/velm-bridge/index.html"]
    assert b"editions.json" in pages["stories/velm-bridge/changes/index.html"]


def test_without_data_an_entry_leads_to_the_method_and_the_corrections_alone(without_data: Path) -> None:
    page = (without_data / "stories/old-quay/index.html").read_text(encoding="utf-8")
    line = next(line for line in page.splitlines() if "The method at length" in line)
    assert line.startswith("<p><a ")
    assert line.endswith(">Corrections</a></p>")
    assert line.count(" · ") == 1


def test_pages_of_a_story_that_cannot_be_made_anew_are_kept_by_its_data_alone(
    with_data: Path, without_data: Path
) -> None:
    kept = [
        [one.slug for one in carried_stories(site, ("old-quay",), ADDRESS, True)] for site in (with_data, without_data)
    ]
    assert kept == [["old-quay"], []]
