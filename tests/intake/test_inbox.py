"""``inbox``: what feeds announce and what lies in a folder, filed with one key or one command each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.errors import InputError
from generator.intake.inbox import Inbox
from generator.intake.sorting import Sorting
from generator.intake.web import Web
from tests.intake.articles import BRIDGE, FERRY, LUNCH, WEIR
from tests.intake.server import Answer, Site, page

Listed = Callable[..., list[dict[str, object]]]


def feed(site: Site, *items: tuple[str, str, str]) -> Answer:
    """An RSS feed of items: path, headline, beginning."""
    told = "".join(
        f"<item><title>{title}</title><link>{site.url(path)}</link><guid>{path}</guid><description>{text}</description>"
        f"<pubDate>Wed, 12 Mar 2031 09:00:00 GMT</pubDate></item>"
        for path, title, text in items
    )
    rss = f'<rss version="2.0"><channel><title>The Orle Courier</title>{told}</channel></rss>'
    return Answer(rss.encode(), headers={"Content-Type": "application/rss+xml"})


@pytest.fixture
def feeds(stories: Path, site: Site) -> Path:
    """A list of one feed, which announces a story of its own and one on the bridge, of which there is a story."""
    Path("b.html").write_bytes(page(BRIDGE, "Velm closes its bridge", publisher="Velm Gazette").body)
    Path("l.html").write_bytes(page(LUNCH, "No fish on Fridays").body)
    assert main(["add", "velm-bridge", "--new", "b.html"]) == main(["add", "school-lunch", "--new", "l.html"]) == 0
    site.pages["/ferry"] = page(FERRY, "Ferry wanted at Sund")
    site.pages["/feed"] = feed(
        site,
        ("/ferry", "Ferry wanted while harbour bridge is shut to lorries", FERRY[:120]),
        ("/weir", "Weir at Tarn Mill gives way", WEIR[:120]),
    )
    path = stories.parent / "feeds.opml"
    path.write_text(f'<opml version="2.0"><body><outline xmlUrl="{site.url("/feed")}"/></body></opml>')
    return path


@pytest.fixture
def listed(feeds: Path, capsys: pytest.CaptureFixture[str]) -> Listed:
    """What waits, as the command prints it for programs."""

    def asked(*arguments: str) -> list[dict[str, object]]:
        capsys.readouterr()
        assert main(["inbox", "--json", *arguments]) == 0
        return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]

    return asked


def key_of(items: list[dict[str, object]], title: str) -> str:
    return next(str(one["id"]) for one in items if str(one["title"]).startswith(title))


def test_new_entries_are_listed_with_the_nearest_story_first(listed: Listed) -> None:
    items = {str(one["title"])[:5]: one for one in listed()}
    assert set(items) == {"Ferry", "Weir "}
    (first, *_) = items["Ferry"]["suggestions"]  # type: ignore[misc]
    assert first["story"] == "velm-bridge" and "bridge" in first["words"]
    assert items["Ferry"]["day"] == "2031-03-12" and items["Ferry"]["feed"] == "The Orle Courier"


def test_without_a_terminal_each_key_has_its_command(feeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["inbox", "--list"]) == 0
    told = capsys.readouterr().out
    assert re.search(r"1 file: python -m generator inbox --file i-\w{8} velm-bridge\n", told)
    assert re.search(r"n new story: python -m generator inbox --file i-\w{8} weir-at-tarn-mill-gives --new\n", told)
    assert "later: python -m generator inbox --later i-" in told
    assert "discard: python -m generator inbox --discard i-" in told


def test_an_entry_is_filed_with_its_page_and_waits_no_more(stories: Path, site: Site, listed: Listed) -> None:
    assert main(["inbox", "--file", key_of(listed(), "Ferry"), "velm-bridge"]) == 0
    names = [path.name for path in (stories / "velm-bridge" / "captures").iterdir()]
    assert "orle-courier-ferry-wanted-at-sund.html" in names
    assert [one["title"] for one in listed()] == ["Weir at Tarn Mill gives way"]


def test_a_story_is_made_of_an_entry(stories: Path, listed: Listed, capsys: pytest.CaptureFixture[str]) -> None:
    key = key_of(listed(), "Weir")
    assert main(["inbox", "--file", key, "old-weir"]) == 2
    assert "there is no such story" in capsys.readouterr().err
    assert main(["inbox", "--file", key, "old-weir", "--new"]) == 0
    assert main(["digest", "old-weir"]) == 0


def test_a_story_is_found_by_what_add_finds_it_by(stories: Path, listed: Listed) -> None:
    key = key_of(listed(), "Ferry")
    (stories / "velm-bridge").rename("velm-bridge")
    (stories / "school-lunch").rename(stories / "velm-bridge")
    assert main(["inbox", "--file", key, "velm-bridge"]) == main(["add", "velm-bridge", "l.html"]) == 0
    assert len(list(Path("velm-bridge", "captures").glob("*.html"))) == 3


def test_what_was_discarded_or_put_off_is_kept_when_the_feed_has_it_no_more(site: Site, listed: Listed) -> None:
    items = listed()
    assert main(["inbox", "--discard", key_of(items, "Ferry")]) == 0
    assert main(["inbox", "--later", key_of(items, "Weir")]) == 0
    site.pages["/feed"] = feed(site)
    assert [(one["title"], one["state"]) for one in listed()] == [("Weir at Tarn Mill gives way", "later")]


def test_what_is_put_off_comes_after_what_is_new(site: Site, listed: Listed) -> None:
    assert main(["inbox", "--later", key_of(listed(), "Weir")]) == 0
    assert [str(one["title"])[:5] for one in listed()] == ["Ferry", "Weir "]
    assert main(["inbox", "--later", key_of(listed(), "Ferry")]) == 0
    site.pages["/feed"] = feed(site, ("/new", "A third thing", "It happened."))
    assert str(listed()[0]["title"]) == "A third thing"


def test_an_article_that_a_story_has_is_not_announced(site: Site, listed: Listed) -> None:
    assert main(["add", "weir", "--new", site.url("/weir")]) == 0
    assert [str(one["title"])[:5] for one in listed()] == ["Ferry"]


def test_a_page_that_cannot_be_had_leaves_its_entry_waiting(
    site: Site, listed: Listed, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/ferry"] = Answer(b"no", 403)
    assert main(["inbox", "--file", key_of(listed(), "Ferry"), "velm-bridge"]) == 2
    assert "403 Forbidden; open it in your browser, save the page, and add the file" in capsys.readouterr().err
    assert len(listed()) == 2


def test_a_feed_that_cannot_be_had_keeps_no_other_back(
    feeds: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = site.url("/gone")
    feeds.write_text(feeds.read_text().replace("<body>", f'<body><outline xmlUrl="{gone}"/>'))
    capsys.readouterr()
    assert main(["inbox", "--list"]) == 1
    told = capsys.readouterr()
    assert told.err == f"{gone}: the server answers 404 Not Found; check it in your browser\n"
    assert "Ferry wanted" in told.out


def test_a_public_feed_leads_to_nothing_on_this_machine(site: Site, stories: Path) -> None:
    inbox = Inbox(stories, stories.parent / "inbox", Web())
    Path("b.html").write_bytes(page(BRIDGE, "Velm closes its bridge").body)
    assert main(["add", "velm-bridge", "--new", "b.html"]) == 0
    site.pages["/feed"] = feed(site, ("/weir", "Weir", "gave way"))
    assert inbox.collect([site.url("/feed")], lambda error: pytest.fail(str(error))) == 1
    state = stories.parent / "inbox.json"
    state.write_text(state.read_text().replace(', "local": true', ""))  # as of a feed elsewhere
    site.asked.clear()
    with pytest.raises(InputError, match="is no machine of the public web"):
        inbox.file(inbox.waiting()[0], stories / "velm-bridge", date(2031, 3, 12))
    assert site.asked == []


@pytest.fixture
def dropped(stories: Path, feeds: Path) -> Path:
    """An inbox with a file and no feed."""
    feeds.unlink()
    folder = stories.parent / "inbox"
    folder.mkdir()
    (folder / "saved.html").write_bytes(page(FERRY, "Ferry wanted at Sund").body)
    (folder / ".DS_Store").write_bytes(b"\0")
    return folder


def test_a_file_goes_into_its_story_and_out_of_the_inbox(dropped: Path, stories: Path, listed: Listed) -> None:
    data = (dropped / "saved.html").read_bytes()
    (item,) = listed()
    assert item["where"] == "content/inbox/saved.html"
    assert main(["inbox", "--file", str(item["id"]), "velm-bridge"]) == 0
    assert not (dropped / "saved.html").exists()
    name = "orle-courier-ferry-wanted-at-sund.html"
    assert (stories / "velm-bridge" / "captures" / name).read_bytes() == data


def test_a_file_that_is_no_article_says_so_and_stays(
    dropped: Path, listed: Listed, capsys: pytest.CaptureFixture[str]
) -> None:
    (dropped / "saved.html").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (item,) = listed()
    assert str(item["text"]).startswith("No article: it is a PNG image, not text")
    assert main(["inbox", "--file", str(item["id"]), "velm-bridge"]) == 2
    assert (dropped / "saved.html").exists()


def test_a_file_that_cannot_be_read_keeps_no_other_back(
    dropped: Path, listed: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    (dropped / "film.html").write_bytes(b"x" * 2_000_001)
    monkeypatch.setattr("generator.intake.inbox.MAX_FILE_BYTES", 2_000_000)
    texts = {str(one["title"]): str(one["text"]) for one in listed()}
    assert set(texts) == {"Ferry wanted at Sund", "film.html"}
    assert texts["film.html"].startswith("No article: it is larger than 2 MB; ")


def test_a_file_is_read_as_an_article_once_in_a_round(
    dropped: Path, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (dropped / "other.html").write_bytes(page(WEIR, "Weir gives way").body)
    inbox = Inbox(stories, dropped, Web())
    first = inbox.waiting()
    monkeypatch.setattr(pipeline, "read_article", lambda source: pytest.fail(source.capture.path))
    assert inbox.waiting() == first
    (dropped / "other.html").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    assert [item.title for item in inbox.waiting() if item.text.startswith("No article")] == ["other.html"]


def test_files_of_another_folder_are_filed_by_the_command_that_is_listed(
    dropped: Path, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dropped.rename("Downloads")
    capsys.readouterr()
    assert main(["inbox", "--folder", "Downloads"]) == 0
    command = re.search(r"1 file: python -m generator (inbox .*)\n", capsys.readouterr().out)
    assert command is not None and main(command[1].split()) == 0
    assert not (Path("Downloads") / "saved.html").exists()
    assert len(list((stories / "velm-bridge" / "captures").glob("*.html"))) == 2


def test_a_discarded_file_is_moved_and_never_lost(dropped: Path, listed: Listed) -> None:
    (dropped / "discarded").mkdir()
    (dropped / "discarded" / "saved.html").write_text("another")
    data = (dropped / "saved.html").read_bytes()
    assert main(["inbox", "--discard", str(listed()[0]["id"])]) == 0
    assert listed() == []
    assert (dropped / "discarded" / "saved-2.html").read_bytes() == data
    assert (dropped / "discarded" / "saved.html").read_text() == "another"


def test_a_file_that_makes_a_story_is_there_when_the_story_cannot_be_made(
    dropped: Path, stories: Path, listed: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    (item,) = listed()
    (stories / "ferry").mkdir()
    (stories / "ferry" / "mine.txt").write_text("mine")
    assert main(["inbox", "--file", str(item["id"]), "ferry", "--new"]) == 2
    assert (dropped / "saved.html").exists() and (stories / "ferry" / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "state", ["{", "[]", '{"format": "other/1", "items": []}', '{"format": "news-digest-inbox/1"}']
)
def test_a_state_that_nobody_can_read_is_named_and_kept(
    state: str, stories: Path, dropped: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (stories.parent / "inbox.json").write_text(state)
    assert main(["inbox", "--list"]) == 2
    assert "content/inbox.json: it is no inbox that this program wrote" in capsys.readouterr().err
    assert (stories.parent / "inbox.json").read_text() == state


def test_an_item_that_does_not_wait_is_told(dropped: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inbox", "--discard", "i-nothing"]) == 2
    assert "no item 'i-nothing' waits; list them with" in capsys.readouterr().err


class Typist:
    """An editor who presses these keys, and writes this in the program for words."""

    def __init__(self, keys: str, words: str = "") -> None:
        self.keys, self.words = list(keys), words
        self.shown: list[str] = []

    def key(self) -> str:
        return self.keys.pop(0) if self.keys else "q"

    def page(self, text: str) -> None:
        self.shown.append(text)

    say = page

    def edit(self, text: str) -> str:
        self.shown.append(text)
        return self.words or text

    def open(self, path: Path) -> None:
        raise AssertionError(path)


def sort(stories: Path, keys: str, words: str = "", site: Site | None = None) -> list[str]:
    """Go through the inbox with these keys; what was shown."""
    inbox = Inbox(stories, stories.parent / "inbox", Web())
    if site is not None:
        inbox.collect([site.url("/feed")], lambda error: pytest.fail(str(error)))
    typist = Typist(keys, words)
    Sorting(inbox, inbox.weigh(), typist, date(2031, 3, 12)).run()
    return typist.shown


def test_one_key_files_an_item_and_the_next_is_asked(feeds: Path, stories: Path, site: Site) -> None:
    first = "Ferry" in sort(stories, "q", site=site)[0]
    shown = sort(stories, "1l" if first else "l1")
    news = [one.partition("\n")[0] for one in shown]
    assert "added, in velm-bridge: orle-courier-ferry-wanted-at-sund.html" in news
    assert "later: Weir at Tarn Mill gives way" in news
    assert "Nothing more waits. 1 filed" in shown[-1]
    assert (stories / "velm-bridge" / "captures" / "orle-courier-ferry-wanted-at-sund.html").is_file()


def test_a_screen_fits_a_terminal_and_shows_stories_with_words_and_keys(dropped: Path, stories: Path) -> None:
    (screen, *_) = sort(stories, "q")
    lines = screen.splitlines()
    assert len(lines) <= 24
    assert max(len(line) for line in lines if "saved.html" not in line) <= 80  # an address is printed whole
    assert lines[0].startswith("1 of 1  a file, 2031-03-11  i-") and lines[1] == "Ferry wanted at Sund"
    assert any(line.startswith("1  velm-bridge (0.") for line in lines)
    assert "file   n new story" in screen and "d discard" in screen


def test_a_new_story_takes_the_name_that_is_written(dropped: Path, stories: Path) -> None:
    shown = sort(stories, "n", "Sund ferry\n# remark\n")
    assert shown[1].startswith("ferry-wanted-at-sund\n")
    assert (stories / "sund-ferry" / "story.md").is_file() and not (dropped / "saved.html").exists()


def test_another_story_is_named_by_hand(dropped: Path, stories: Path) -> None:
    shown = sort(stories, "s", "school-lunch")
    assert "# school-lunch\n# velm-bridge\n" in shown[1]
    assert len(list((stories / "school-lunch" / "captures").iterdir())) == 3


def test_the_last_act_is_taken_back(dropped: Path, feeds: Path, stories: Path, site: Site) -> None:
    shown = sort(stories, "duq", site=site)
    assert shown[1].startswith("discarded: Ferry wanted at Sund\n") and shown[2].startswith("taken back: Ferry wanted")
    assert (dropped / "saved.html").exists() and shown[2].partition("\n\n")[2] == shown[0]


def test_a_key_without_meaning_tells_the_keys(dropped: Path, stories: Path) -> None:
    shown = sort(stories, "9q")
    assert shown[1].startswith("1  file it into velm-bridge\n") and "q  quit: all is written already" in shown[1]
    assert (dropped / "saved.html").exists()


def test_what_cannot_be_done_is_told_and_asked_again(dropped: Path, stories: Path) -> None:
    assert sort(stories, "sq", "no-such-story")[2].startswith("Not done: ")
    assert (dropped / "saved.html").exists()
