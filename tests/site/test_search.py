"""Search: an addition that no page needs, on one page, the only one with a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import search
from generator.build import Plan, write_site
from generator.errors import InputError
from generator.model import Digest
from generator.output import MARK
from tests.site.conftest import ADDRESS
from tests.site.reading import dead_links, pages, read
from tests.site.test_build import files


@pytest.fixture(scope="session")
def searchable(tmp_path_factory: pytest.TempPathFactory, digests: tuple[Digest, ...]) -> Path:
    """The published site of the same stories with a search box."""
    pytest.importorskip("pagefind")
    output = tmp_path_factory.mktemp("searchable") / "output"
    write_site(Plan(output, address=ADDRESS, publish=True, search=True), digests)
    return output


def test_without_a_search_box_the_page_is_a_list_of_ways_to_a_story(published: Path) -> None:
    page = read((published / "search/index.html").read_text(encoding="utf-8"))
    links = {link["href"].removeprefix(ADDRESS) for link in page.having("a")}
    assert {"../archive/2031-04/", "../tags/velm/", "../people-and-places/ines-tarrow/"} <= links
    assert page.having("script") == []


def test_a_site_is_not_replaced_by_one_whose_search_cannot_be_made(
    tmp_path: Path, digests: tuple[Digest, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(Plan(tmp_path / "output"), digests)
    before = files(tmp_path / "output")
    monkeypatch.setattr(search, "find_spec", lambda _: None)
    with pytest.raises(InputError, match="Pagefind is not installed; build with make html SEARCH=1"):
        write_site(Plan(tmp_path / "output", search=True), digests)
    assert files(tmp_path / "output") == before


def test_search_changes_no_other_page(searchable: Path, published: Path) -> None:
    with_it, without = files(searchable), files(published)
    assert {name for name in without if with_it[name] != without[name]} == {"search/index.html", "_headers", MARK}
    assert {name.partition("/")[0] for name in with_it.keys() - without.keys()} == {"search", "pagefind"}


def test_only_the_page_with_the_box_allows_a_script(searchable: Path) -> None:
    allowing = []
    for name, page in pages(searchable):
        (policy,) = page.having("meta", **{"http-equiv": "Content-Security-Policy"})
        if "script-src 'self' 'wasm-unsafe-eval'" in policy["content"]:
            allowing.append(name)
    assert allowing == ["search/index.html"]


def test_a_site_with_search_has_no_dead_link(searchable: Path) -> None:
    assert dead_links(searchable, ADDRESS) == []


def test_two_indexes_of_the_same_stories_are_identical(
    searchable: Path, digests: tuple[Digest, ...], tmp_path: Path
) -> None:
    write_site(Plan(tmp_path / "output", address=ADDRESS, publish=True, search=True), digests)
    assert files(tmp_path / "output") == files(searchable)
