"""Links of an editor's text to files of the content, as Pelican has them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build import Plan, build_site
from generator.errors import InputError, StoriesError
from tests.site.test_build import ROOT, files
from tests.site.test_by_pelican import pelican
from tests.site.test_kept import STORY, Newsroom

HARBOUR = (
    "[how]({filename}/pages/method.md#top) [next]({filename}../market/story.md) [map]({static}/images/a%20map.png)"
)
LED = (
    '<a href="../../method/#top">how</a> <a href="../../stories/market/">next</a> '
    '<a href="../../images/a%20map.png">map</a>'
)


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    found = Newsroom(tmp_path)
    (found.content / "images").mkdir()
    (found.content / "images/a map.png").write_bytes(b"map")
    return found


def tell(room: Newsroom, name: str, body: str) -> None:
    room.write(f"{name}/story.md", STORY.format(name=name, day=1, body=body))


def page(room: Newsroom, body: str) -> None:
    (room.content / "pages/help.md").write_text(f"---\ntitle: Help\n---\n{body}\n")


def shown(room: Newsroom, place: str) -> str:
    return (room.site / place).read_text(encoding="utf-8")


def test_links_of_a_story_lead_to_pages_stories_and_files(room: Newsroom) -> None:
    tell(room, "harbour", HARBOUR)
    room.build()
    assert LED in shown(room, "stories/harbour/index.html")
    assert (room.site / "images/a map.png").read_bytes() == b"map"


def test_links_in_feeds_are_absolute(room: Newsroom) -> None:
    tell(room, "harbour", HARBOUR)
    room.build()
    feed = shown(room, "atom.xml")
    for place in ("method/#top", "stories/market/", "images/a%20map.png"):
        assert f"https://vann.example/{place}" in feed
    assert "{filename}" not in feed
    assert "%7B" not in feed


def test_links_of_a_page_lead_to_stories_pages_and_files(room: Newsroom) -> None:
    page(room, "[a]({filename}method.md) [b]({filename}/stories/market/story.md) ![c]({attach}../images/a%20map.png)")
    room.build()
    html = shown(room, "help/index.html")
    for led in ('href="../method/"', 'href="../stories/market/"', 'src="../images/a'):
        assert led in html


def test_pelican_leads_links_where_our_build_does(room: Newsroom) -> None:
    tell(room, "harbour", HARBOUR)
    page(room, "[b]({filename}/stories/market/story.md) ![c]({attach}../images/a%20map.png)")
    shutil.copy(ROOT / "pelicanconf.py", room.folder / "pelicanconf.py")
    run = pelican(room.folder, "-o", "other", "--fatal", "warnings")
    assert run.returncode == 0, run.stdout + run.stderr
    room.address = "http://localhost:8000"
    room.build()
    for place in ("stories/harbour/index.html", "help/index.html", "atom.xml", "images/a map.png"):
        assert (room.folder / "other" / place).read_bytes() == (room.site / place).read_bytes()


def test_a_link_of_a_story_that_leads_nowhere_is_one_line(room: Newsroom) -> None:
    tell(room, "harbour", "One line.\n\n[gone]({filename}gone.md)")
    with pytest.raises(StoriesError) as raised:
        room.build()
    assert [slug for slug, _ in raised.value.failures] == ["harbour"]
    line = str(raised.value)
    assert "harbour/story.md:8: the link {filename}gone.md leads to no page or story" in line
    assert "name its .md file" in line
    assert "\n" not in line


def test_a_story_whose_link_leads_nowhere_stops_no_other(room: Newsroom) -> None:
    tell(room, "harbour", "[gone]({filename}gone.md)")
    built = build_site(
        Plan(room.site, room.content, room.folder / "publishconf.py", "https://vann.example", keep_going=True)
    )
    assert [slug for slug, _ in built.failures] == ["harbour"]
    assert (room.site / "stories/market/index.html").is_file()
    assert not (room.site / "stories/harbour").exists()


def test_a_link_of_a_page_that_leads_nowhere_is_one_line(room: Newsroom) -> None:
    page(room, "Words\n\nand [a]({static}/images/gone.png)")
    with pytest.raises(InputError, match=r"help\.md:6: the link \{static\}/images/gone\.png .*; put it into images/"):
        room.build()


@pytest.mark.parametrize("link", ["{static}/stories/market/captures/gazette.txt", "{attach}captures/gazette.txt"])
def test_a_link_publishes_no_capture(room: Newsroom, link: str) -> None:
    tell(room, "market", f"[all]({link})")
    with pytest.raises(StoriesError, match="leads to no file that is published"):
        room.build()
    tell(room, "market", "")
    page(room, "[all]({static}/stories/market/captures/gazette.txt)")
    with pytest.raises(InputError, match="leads to no file that is published"):
        room.build()


def test_what_was_signed_stays_when_its_link_leads_nowhere_any_more(room: Newsroom) -> None:
    page(room, "Help.")
    tell(room, "harbour", "See [the *page*]({filename}/pages/help.md).")
    room.sign("harbour")
    edition = next(room.path("harbour").glob("editions/*.json")).read_bytes()
    room.build()
    assert '<a href="../../help/">the <em>page</em></a>' in shown(room, "stories/harbour/index.html")
    (room.content / "pages/help.md").unlink()
    built = room.build()
    assert "See the <em>page</em>." in shown(room, "stories/harbour/index.html")
    assert any("harbour/story.md:" in line and "[its words stay]" in line for line in built.notices)
    assert next(room.path("harbour").glob("editions/*.json")).read_bytes() == edition


def test_a_page_that_is_kept_follows_what_it_links_to(room: Newsroom) -> None:
    page(room, "Help.")
    tell(room, "harbour", "See [the page]({filename}/pages/help.md) and [more]({filename}../market/story.md).")
    room.sign("harbour")
    room.build()
    shutil.rmtree(room.path("market"))
    room.build()
    assert files(room.site) == room.clean()


def test_other_braces_in_an_address_stay_what_they_were(room: Newsroom) -> None:
    tell(room, "harbour", "[a](https://a.example/{x}) [b]({other}z)")
    room.build()
    html = shown(room, "stories/harbour/index.html")
    assert 'href="https://a.example/%7Bx%7D"' in html
    assert 'href="%7Bother%7Dz"' in html
