"""One bad story stops itself: every bad one is named in a line, and with --keep-going the others are built while its
last pages stay. The stories are invented."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import feedparser
import pytest

from generator import build, cli, pipeline
from generator.errors import VerificationError
from tests.site.reading import dead_links

PREVIEW = "http://localhost:8000"
PAGE = "---\ntitle: Method\n---\nHow this is made.\n"
STORY = "---\ntitle: The {name} of Vann\ndate: 2031-05-0{day}\ntags: [Vann, {name}]\n---\n"
ARTICLE = """Storm closes the {name} of Vann

The {name} of Vann was closed for two days after a storm tore away a part of its wall, officials said on Monday.

The council of the island met and decided to rebuild the {name} in stone, which will cost about two million crowns.
"""
NAMES = ("harbour", "lighthouse", "market")
BAD_FRONT = "---\ntitel: The lighthouse\n---\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder of three sound stories."""
    folder = tmp_path / "content"
    (folder / "pages").mkdir(parents=True)
    (folder / "pages/method.md").write_text(PAGE)
    for day, name in enumerate(NAMES, start=1):
        (folder / "stories" / name / "captures").mkdir(parents=True)
        (folder / "stories" / name / "story.md").write_text(STORY.format(name=name, day=day))
        (folder / "stories" / name / "captures/gazette.txt").write_text(ARTICLE.format(name=name))
    return folder


@pytest.fixture
def site(content: Path) -> Path:
    """The site of the three stories."""
    assert run(content) == 0
    return content.parent / "output"


def run(content: Path, *options: str) -> int:
    return build.main(["--content", str(content), "--output", str(content.parent / "output"), *options])


def spoil(content: Path, *names: str) -> None:
    for name in names:
        (content / "stories" / name / "story.md").write_text(BAD_FRONT)


def change(content: Path, name: str) -> None:
    story = content / "stories" / name / "story.md"
    story.write_text(story.read_text().replace("title: The", "title: The old"))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_bad_story_is_named_in_a_line_and_the_site_stays(
    content: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(site)
    spoil(content, "lighthouse", "market")
    capsys.readouterr()
    assert run(content) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split("/story.md")[0].rpartition("/")[2] for line in lines] == ["lighthouse", "market"]
    assert files(site) == before


def test_the_others_are_built_where_the_build_keeps_going(
    content: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(content, "lighthouse")
    change(content, "harbour")
    capsys.readouterr()
    assert run(content, "--keep-going") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "lighthouse/story.md:2: unknown key 'titel'" in line
    assert "last pages stay" in line
    assert "The old harbour of Vann" in (site / "stories/harbour/index.html").read_text()


def test_the_bad_story_keeps_every_file_of_its_last_pages(content: Path, site: Path) -> None:
    before = files(site / "stories/lighthouse")
    spoil(content, "lighthouse")
    (content / "stories/market/captures/gazette.txt").write_text(ARTICLE.format(name="old market"))
    run(content, "--keep-going")
    assert files(site / "stories/lighthouse") == before


def test_lists_and_feeds_go_on_telling_of_the_bad_story(content: Path, site: Path) -> None:
    spoil(content, "lighthouse")
    run(content, "--keep-going")
    for page in ("index.html", "archive/2031-05/index.html", "tags/vann/index.html", "tags/lighthouse/index.html"):
        assert "stories/lighthouse/" in (site / page).read_text(), page
    assert "/stories/lighthouse/sources/gazette/" in (site / "sitemap.xml").read_text()
    for feed in ("rss.xml", "atom.xml", "tags/vann/rss.xml"):
        titles = [entry.title for entry in feedparser.parse((site / feed).read_bytes()).entries]
        assert "The lighthouse of Vann" in titles, feed


def test_the_feed_entry_of_the_bad_story_is_the_one_that_subscribers_have(content: Path, site: Path) -> None:
    before = entry(site, "lighthouse")
    spoil(content, "lighthouse")
    run(content, "--keep-going")
    assert entry(site, "lighthouse") == before


def entry(site: Path, name: str) -> dict[str, Any]:
    items: list[dict[str, Any]] = json.loads((site / "feed.json").read_text())["items"]
    (found,) = (item for item in items if name in item["url"])
    return found


def test_no_link_dies_where_a_bad_story_keeps_its_pages(content: Path, site: Path) -> None:
    spoil(content, "market")
    run(content, "--keep-going")
    assert dead_links(site, PREVIEW) == []


def test_the_bad_story_leads_on_to_the_stories_that_are_beside_it_now(content: Path, site: Path) -> None:
    before = (site / "stories/lighthouse/index.html").read_text()
    spoil(content, "lighthouse")
    change(content, "harbour")
    run(content, "--keep-going")
    after = (site / "stories/lighthouse/index.html").read_text()
    assert after == before.replace("The harbour of Vann</a>", "The old harbour of Vann</a>") != before


def test_no_link_of_the_bad_story_leads_to_one_that_was_taken_away(content: Path, site: Path) -> None:
    spoil(content, "lighthouse")
    shutil.rmtree(content / "stories/harbour")
    run(content, "--keep-going")
    assert dead_links(site, PREVIEW) == []


def test_a_bad_story_stays_over_several_builds_and_comes_back_when_mended(content: Path, site: Path) -> None:
    before = files(site)
    sound = (content / "stories/market/story.md").read_text()
    spoil(content, "market")
    assert run(content, "--keep-going") == 1
    assert run(content, "--keep-going") == 1
    assert "stories/market/index.html" in files(site)
    (content / "stories/market/story.md").write_text(sound)
    assert run(content, "--keep-going") == 0
    assert files(site) == before


def test_a_bad_story_without_pages_is_left_out_and_the_line_says_so(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(content, "market")
    assert run(content, "--keep-going") == 1
    assert "left out" in capsys.readouterr().err
    assert not (content.parent / "output/stories/market").exists()


def test_pages_of_a_preview_are_not_carried_into_what_is_published(content: Path, site: Path) -> None:
    spoil(content, "market")
    run(content, "--keep-going", "--publish", "--unsigned", "--siteurl", PREVIEW)
    assert not (site / "stories/market").exists()


def test_pages_made_for_another_address_are_not_carried(content: Path, site: Path) -> None:
    spoil(content, "market")
    run(content, "--keep-going", "--siteurl", "https://news.example")
    assert not (site / "stories/market").exists()


def test_a_build_of_which_no_story_is_left_fails(content: Path, site: Path) -> None:
    before = files(site)
    spoil(content, *NAMES)
    assert run(content, "--keep-going") == 2
    assert files(site) == before


def crash(monkeypatch: pytest.MonkeyPatch, module: Any, function: str, error: Exception, slug: str) -> None:
    """Let a function of the program fail for one story."""
    original = getattr(module, function)

    def failing(first: Any, *others: Any) -> Any:
        if getattr(first, "slug", None) == slug:
            raise error
        return original(first, *others)

    monkeypatch.setattr(module, function, failing)


@pytest.mark.parametrize("error", [ZeroDivisionError("a\nb"), RecursionError("deep"), AssertionError()])
def test_a_fault_of_the_program_is_one_line_that_names_story_and_stage(
    error: Exception, content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    crash(monkeypatch, pipeline, "compose", error, "market")
    assert run(content, "--keep-going") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"market: an internal error in pipeline: {type(error).__name__}")
    assert "report it" in line


def test_the_stage_is_the_one_that_the_pipeline_had_called(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.segment.Sentence", None)
    assert run(content) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(": TypeError")[0] for line in lines] == [
        f"{name}: an internal error in segment" for name in NAMES
    ]


def test_a_broken_promise_is_one_line_that_names_the_story(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    crash(
        monkeypatch, pipeline, "verify", VerificationError(("market: claim c-1: x", "market: claim c-2: y")), "market"
    )
    assert run(content, "--keep-going") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("market: ")
    assert "claim c-1: x (and 1 more)" in line


def test_a_story_that_cannot_be_shown_fails_alone(
    content: Path, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from generator.pelican_plugin import entries

    before = files(site / "stories/market")
    crash(monkeypatch, entries, "source_pages", ValueError("no such place"), "market")
    crash(monkeypatch, entries, "news_article", ValueError("no such view"), "harbour")
    capsys.readouterr()
    assert run(content, "--keep-going") == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["harbour", "market"]
    assert files(site / "stories/market") == before


def test_the_trace_of_a_fault_is_shown_where_it_is_asked_for(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    crash(monkeypatch, pipeline, "compose", ZeroDivisionError("x"), "market")
    assert run(content, "--debug") == 2
    assert "Traceback" in capsys.readouterr().err


def test_the_command_digest_tells_a_fault_of_the_program_in_one_line(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    crash(monkeypatch, pipeline, "compose", ZeroDivisionError("x"), "market")
    assert cli.main(["digest", str(content / "stories/market")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "stories/market: an internal error in pipeline: ZeroDivisionError" in line
