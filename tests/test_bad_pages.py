"""What may lie in content/pages: only Markdown with front matter becomes a page, and nothing takes the place of what
the site has of its own. Every fault is one line that names the file, and the existing site stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build, newsroom
from generator.build import Plan, write_site
from generator.errors import InputError
from generator.site import addresses
from tests.factories import digest
from tests.site.reading import dead_links

METHOD = "---\ntitle: Method\n---\nHow this is made.\n"
SCRIPT = "<html><head><title>A page</title></head><body><script>alert(1)</script></body></html>"


def page(front: str, body: str = "Words.") -> str:
    return f"---\n{front}\n---\n{body}\n"


SOUND = page("title: About us")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of pages with the one that every site needs."""
    folder = tmp_path / "content/pages"
    folder.mkdir(parents=True)
    (folder / "method.md").write_text(METHOD)
    return folder


def make(pages: Path) -> Path:
    """The site with these pages and an invented story."""
    output = pages.parents[1] / "output"
    write_site(Plan(output, pages.parent), (digest(),))
    return output


def refused(pages: Path) -> str:
    with pytest.raises(InputError) as caught:
        make(pages)
    assert not (pages.parents[1] / "output").exists()
    assert str(caught.value).isprintable()
    return str(caught.value)


def bomb(levels: int = 9) -> str:
    """A small front matter that stands for a very large one."""
    lines = ["title:", "  - &b0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"  - &b{n} [{', '.join([f'*b{n - 1}'] * 10)}]" for n in range(1, levels)]
    return page("\n".join(lines))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (bomb(), ("about.md:4: ", "aliases")),
        (page("title: " + "[" * 5_000), ("about.md:2: ", "nested too deeply")),
        (page("title: " + "{a: " * 3_000), ("about.md:2: ", "nested too deeply")),
        (page("title: X\ndescription: " + "x" * 300_000), ("about.md:1: ", "shorten it")),
        (page("title: [a]"), ("about.md:2: ", "not a single value")),
        (page("title: X\ntitle: Y"), ("about.md:3: ", "stands twice")),
        (page("title:"), ("about.md:2: ", "add title")),
        (page("description: X"), ("about.md:1: ", "add title")),
        (page("title: '\u200b\u3164'"), ("about.md:2: ", "nothing that can be seen")),
        (page("title: " + "W" * 60_000), ("about.md:2: ", "60,000 characters")),
        (page('title: "\\U99999999"'), ("about.md: ", "not YAML")),
        (page("titel: X"), ("about.md:2: ", "did you mean 'title'?")),
        (page("title: X\ntemplate: nosuch"), ("about.md:3: ", "'nosuch'", "use corrections or page or subscribe")),
        (page("title: X\ntemplate: story"), ("about.md:3: ", "'story'", "use corrections or page or subscribe")),
        (page("title: X\ntemplate: ../page"), ("about.md:3: ", "use corrections or page or subscribe")),
        ("Words without front matter.\n", ("about.md:1: ", "begin it with")),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_a_page_that_cannot_be_used_is_named_with_its_line(text: str, named: tuple[str, ...], pages: Path) -> None:
    (pages / "about.md").write_text(text)
    error = refused(pages)
    assert all(part in error for part in named), error


@pytest.mark.parametrize("name", ["tags", "archive", "search", "stories", "theme", "Tags", "people and places"])
def test_a_page_does_not_take_the_place_of_what_the_site_has(name: str, pages: Path) -> None:
    (pages / f"{name}.md").write_text(SOUND)
    assert f"pages/{name}.md: its address would be" in refused(pages)


def test_two_pages_of_one_address_are_named(pages: Path) -> None:
    (pages / "more").mkdir()
    for name in ("about.md", "more/About.md"):
        (pages / name).write_text(SOUND)
    error = refused(pages)
    assert "about.md" in error
    assert "more/About.md" in error


def test_a_page_whose_name_makes_no_address_is_refused(pages: Path) -> None:
    (pages / "!!!.md").write_text(SOUND)
    assert "no letter or digit" in refused(pages)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.rst", "a.markdown", "a.mkd", "a.txt", "a.HTML", "deep/a.html"])
def test_only_markdown_is_a_page_and_other_files_are_refused(name: str, pages: Path) -> None:
    (pages / name).parent.mkdir(exist_ok=True)
    (pages / name).write_text(SCRIPT)
    assert f"pages/{name}: it is no page" in refused(pages)


def fifo(pages: Path) -> None:
    os.mkfifo(pages / "about.md")


def control_name(pages: Path) -> None:
    (pages / "red\x1b[31m.md").write_text(SOUND)


def broken_name(pages: Path) -> None:
    Path(os.fsdecode(os.fsencode(pages) + b"/caf\xe9.md")).write_text(SOUND)


def two_lines(pages: Path) -> None:
    (pages / "about\nus.md").write_text(SOUND)


def loop(pages: Path) -> None:
    (pages / "again").symlink_to(".")


def nowhere(pages: Path) -> None:
    (pages / "about.md").symlink_to("nosuch.md")


@pytest.mark.parametrize("put", [fifo, control_name, broken_name, two_lines, loop, nowhere])
def test_what_is_no_plain_file_is_refused_by_name(put: Callable[[Path], None], pages: Path) -> None:
    put(pages)
    assert "/pages" in refused(pages)


def test_a_site_without_its_method_is_refused_because_every_story_leads_to_it(pages: Path) -> None:
    (pages / "method.md").unlink()
    assert "pages/method.md: the page is missing" in refused(pages)


def test_pages_that_the_site_can_do_without_leave_no_dead_link(pages: Path) -> None:
    assert dead_links(make(pages), "http://localhost:8000") == []


def test_what_systems_and_editors_leave_among_pages_is_passed_over(pages: Path) -> None:
    for name in ("desktop.ini", "Thumbs.db", ".DS_Store", "._method.md", "~$about.md", "method.md~", ".method.md.swp"):
        (pages / name).write_bytes(b"\x00\x01")
    assert (make(pages) / "method/index.html").exists()


def test_control_characters_of_a_word_processor_do_not_reach_a_page(pages: Path) -> None:
    (pages / "about.md").write_text(page('title: "One\\x0btwo"', "three\x0bfour &#x202e;five\x00"))
    shown = (make(pages) / "about/index.html").read_text()
    assert "<h1>One two</h1>" in shown
    assert "three four five" in shown


def test_an_address_of_a_page_that_would_be_too_long_is_cut(pages: Path) -> None:
    for ending in ("ы", "э"):
        (pages / f"{'щ' * 100}{ending}.md").write_text(SOUND)
    made = [path.name for path in make(pages).iterdir() if path.name.startswith("shch")]
    assert len(made) == 2
    assert all(len(name) <= 255 for name in made)


def test_everything_at_the_root_of_a_site_is_reserved(pages: Path) -> None:
    own = {path.name for path in make(pages).iterdir() if not path.name.startswith(".")}
    assert own - {"method"} <= addresses.RESERVED | addresses.SHARED


def test_a_bad_page_is_told_before_the_stories_are_read(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "about.md").write_text(bomb())
    monkeypatch.setattr(newsroom, "story_folders", None)
    assert build.main(["--content", str(pages.parent), "--output", str(pages.parents[1] / "output")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "pages/about.md:4: " in line
