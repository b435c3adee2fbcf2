"""What an editor may do wrong, through the commands: one line, exit status 2, an existing site untouched; and what is
odd but works, with a notice. The stories are invented."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from generator import build, cli
from tests.site.reading import dead_links

FRONT = "---\ntitle: The old pier\ndate: 2031-05-02\n---\n"
ARTICLE = """Storm closes the harbour of Vann

The harbour of Vann was closed for two days after a storm tore away a part of the old pier, officials said.

The council of the island met on Monday and decided to rebuild it in stone, which will cost about two million crowns.

Fishermen welcomed the plan, but the opposition leader Tova Lindqvist called it too late and too expensive for Vann.
"""
LISTED = "---\ntitle: The old pier\ndate: 2031-05-02\nsources:\n"
PAGE = "---\ntitle: Method\n---\nHow this is made.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder of one sound story, ``pier``, and one page."""
    captures = tmp_path / "content/stories/pier/captures"
    captures.mkdir(parents=True)
    (captures.parent / "story.md").write_text(FRONT)
    (captures / "gazette.txt").write_text(ARTICLE)
    (tmp_path / "content/pages").mkdir()
    (tmp_path / "content/pages/method.md").write_text(PAGE)
    return tmp_path / "content"


def put(story: Path, name: str, data: bytes) -> None:
    (story / "captures" / name).write_bytes(data)


def tell(story: Path, text: str) -> None:
    (story / "story.md").write_text(text, encoding="utf-8")


def no_captures(story: Path) -> None:
    (story / "captures/gazette.txt").unlink()


def link_out(story: Path) -> None:
    outside = story.parents[2] / "private.txt"
    outside.write_text(ARTICLE)
    (story / "captures/link.txt").symlink_to(outside)


def second_story(story: Path) -> None:
    other = story.parent / "Pier!"
    (other / "captures").mkdir(parents=True)
    tell(other, FRONT)
    put(other, "gazette.txt", ARTICLE.encode())


def two_sources(story: Path) -> None:
    put(story, "courier.txt", ARTICLE.encode())
    files = ("gazette", "courier")
    tell(story, LISTED + "".join(f"  - file: captures/{name}.txt\n    id: one\n" for name in files) + "---\n")


def control_name(story: Path) -> None:
    put(story, "red\x1b[31m\nname.txt", ARTICLE.encode())


# What is done to the story, and what the line on standard error must name: file, place and remedy.
BAD: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "no captures": (no_captures, ("pier/captures: ", "no captures", "put the articles there")),
    "no date anywhere": (
        lambda story: tell(story, "---\ntitle: The old pier\n---\n"),
        ("pier/story.md:date: ", "no date in any capture", "give the story a date"),
    ),
    "no headline anywhere": (
        lambda story: (tell(story, "---\ndate: 2031-05-02\n---\n"), put(story, "gazette.txt", ARTICLE[34:].encode())),
        ("pier/story.md:title: ", "no headline", "give the story a title"),
    ),
    "bad YAML": (
        lambda story: tell(story, '---\ntitle: "The old pier\ndate: 2031-05-02\n---\n'),
        ("pier/story.md:", "not YAML", "mend the line"),
    ),
    "an unknown key": (
        lambda story: tell(story, "---\ntitle: The old pier\ntgas: [Vann]\n---\n"),
        ("pier/story.md:3: ", "'tgas'", "did you mean 'tags'?"),
    ),
    "an unknown key of a source": (
        lambda story: tell(story, LISTED + "  - file: captures/gazette.txt\n    pubisher: X\n---\n"),
        ("pier/story.md:6: ", "'pubisher'", "did you mean 'publisher'?"),
    ),
    "a date that is none": (
        lambda story: tell(story, "---\ndate: 2031-02-30\n---\n"),
        ("pier/story.md:2: ", "'2031-02-30'", "write it as"),
    ),
    "no front matter": (lambda story: tell(story, "The old pier\n"), ("pier/story.md:1: ", "begin it with a line ---")),
    "two sources with one id": (two_sources, ("pier/story.md:8: ", "captures/gazette.txt and captures/courier.txt")),
    "two stories with one slug": (second_story, ("stories/", "'pier'", "rename one")),
    "a file above the story's folder": (
        lambda story: tell(story, LISTED + "  - file: ../private.txt\n---\n"),
        ("pier/story.md:5: ", "'../private.txt'", "copy it into captures/"),
    ),
    "a file by its absolute path": (
        lambda story: tell(story, LISTED + "  - file: /etc/hostname\n---\n"),
        ("pier/story.md:5: ", "'/etc/hostname'", "copy it into captures/"),
    ),
    "a link out of the story's folder": (link_out, ("pier/captures/link.txt: ", "link out of", "copy the file itself")),
    "a missing capture": (
        lambda story: tell(story, LISTED + "  - file: captures/courier.txt\n---\n"),
        ("pier/story.md:5: ", "captures/courier.txt is missing", "check the name"),
    ),
    "an empty capture": (
        lambda story: put(story, "gazette.txt", b""),
        ("pier/captures/gazette.txt: ", "empty", "save the article again"),
    ),
    "a capture of white space": (
        lambda story: put(story, "gazette.txt", b" \r\n\t\n"),
        ("pier/captures/gazette.txt: ", "empty", "save the article again"),
    ),
    "a capture of invisible characters": (
        lambda story: put(story, "gazette.txt", "\u202e\u2066\ufeff\u200b\n".encode()),
        ("pier/captures/gazette.txt: ", "empty", "save the article again"),
    ),
    "a binary capture": (
        lambda story: put(story, "gazette.txt", bytes(range(256)) * 40),
        ("pier/captures/gazette.txt: ", "binary", "save the article as text or HTML"),
    ),
    "a picture": (
        lambda story: put(story, "gazette.txt", b"\x89PNG\r\n\x1a\n" + bytes(99)),
        ("pier/captures/gazette.txt: ", "PNG", "save the article as text or HTML"),
    ),
    "a capture without an article": (
        lambda story: put(story, "gazette.txt", b"Home\nNews\nSport\nLog in\nSubscribe\n"),
        ("pier/captures/gazette.txt: ", "no article", "save the page again"),
    ),
    "captures that assert nothing": (
        lambda story: (
            put(
                story,
                "gazette.html",
                b"<!doctype html><article><p>Who is to pay for the old harbour bridge?</p></article>",
            ),
            (story / "captures" / "gazette.txt").unlink(),
        ),
        ("pier/", "asserts anything", "add a capture"),
    ),
    "a capture above 5 MB": (
        lambda story: put(story, "gazette.txt", b"The harbour of Vann was closed on Monday.\n" * 125_000),
        ("pier/captures/gazette.txt: ", "larger than 5 MB", "save only the article"),
    ),
    "a file name that cannot be shown": (control_name, ("pier/captures: ", "cannot be shown", "rename the file")),
    "a file name of two lines": (
        lambda story: put(story, "old\npier.txt", ARTICLE.encode()),
        ("pier/captures: ", "cannot be shown", "rename the file"),
    ),
    "a pipe among the captures": (
        lambda story: os.mkfifo(story / "captures/pipe.txt"),
        ("pier/captures/pipe.txt", "is not a file", "copy what it holds into a file"),
    ),
    "a folder among the captures": (
        lambda story: (story / "captures/more.txt").mkdir(),
        ("pier/captures/more.txt", "is not a file", "move its files into captures"),
    ),
    "a title of invisible characters": (
        lambda story: tell(story, "---\ntitle: '\u200b\u3164\u2800'\ndate: 2031-05-02\n---\n"),
        ("pier/story.md:2: ", "nothing that can be seen", "leave the key out"),
    ),
    "a tag of invisible characters": (
        lambda story: tell(story, '---\ndate: 2031-05-02\ntags: [Vann, "\\u200b"]\n---\n'),
        ("pier/story.md:3: ", "nothing that can be seen", "leave the key out"),
    ),
    "a title of one endless word": (
        lambda story: tell(story, f"---\ntitle: {'W' * 60_000}\ndate: 2031-05-02\n---\n"),
        ("pier/story.md:2: ", "60,000 characters", "shorten it to 500"),
    ),
    "an address with a broken host": (
        lambda story: tell(story, LISTED + "  - file: captures/gazette.txt\n    url: 'https://[vann'\n---\n"),
        ("pier/story.md:6: ", "not a web address", "write the whole address"),
    ),
    "an address with a vertical tab": (
        lambda story: tell(story, LISTED + '  - file: captures/gazette.txt\n    url: "https://a.example/\\v1"\n---\n'),
        ("pier/story.md:6: ", "not a web address", "write the whole address"),
    ),
    "a character that no machine has": (
        lambda story: tell(story, '---\ntitle: "\\U99999999"\n---\n'),
        ("pier/story.md: ", "not YAML", "put the value in quotes"),
    ),
    "a YAML version without end": (
        lambda story: tell(story, f"---\n%YAML 1.{'9' * 5_000}\n---\n"),
        ("pier/story.md: ", "not YAML", "remove the number"),
    ),
    "a footnote that quotes what no capture says": (
        lambda story: tell(story, f'{FRONT}The pier.[^a]\n\n[^a]: gazette: "the pier burned down"\n'),
        ("pier/story.md:7: ", "the pier burned down", "; "),
    ),
}


def one_line(error: str, named: tuple[str, ...]) -> None:
    assert error.endswith("\n") and len(error.splitlines()) == 1, error
    assert all(part in error for part in named), error
    assert error[:-1].isprintable(), error


@pytest.mark.parametrize("case", [case for case in BAD if case != "two stories with one slug"])
def test_bad_input_is_one_line_with_file_place_and_remedy(
    case: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, named = BAD[case]
    story = content / "stories/pier"
    spoil(story)
    assert cli.main(["digest", str(story)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    one_line(captured.err, named)


@pytest.fixture
def site(content: Path) -> dict[str, bytes]:
    """The files of the site of the sound story."""
    assert build.main(arguments(content)) == 0
    return files(content.parent / "output")


def arguments(content: Path) -> list[str]:
    return ["--content", str(content), "--output", str(content.parent / "output")]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_bad_input_leaves_an_existing_site_byte_for_byte(
    content: Path, site: dict[str, bytes], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    sound = files(content)
    for case, (spoil, named) in BAD.items():
        story = content / "stories/pier"
        spoil(story)
        capsys.readouterr()
        assert build.main(arguments(content)) == 2, case
        one_line(capsys.readouterr().err, named)
        assert files(tmp_path / "output") == site, case
        restore(content, sound)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "private.txt") == ["content", "output"]


def restore(content: Path, sound: dict[str, bytes]) -> None:
    for path in sorted(content.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
    for name, data in sound.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(data)


ONE_LINE = " ".join(ARTICLE.split("\n\n")[1:]).replace("\n", "")
ENDLESS = "The harbour of Vann was closed " + "and the ferry was late and the crew waited " * 1_200 + "on Monday."
ODD: dict[str, tuple[bytes, str]] = {
    "not UTF-8": (f"{ARTICLE}\nThe café “Zoë” of Vann stayed open, its owner said.\n".encode("cp1252"), "not UTF-8"),
    "UTF-16": (ARTICLE.encode("utf-16"), "UTF-16"),
    "a byte-order mark": (ARTICLE.encode("utf-8-sig"), "byte-order mark"),
    "CR LF": (ARTICLE.replace("\n", "\r\n").encode(), "CR LF"),
    "NUL": (ARTICLE.replace("storm", "sto\x00rm").encode(), "NUL"),
    "control characters": (ARTICLE.replace("storm", "sto\x07rm\x1b[31m").encode(), "control characters"),
    "direction overrides": (ARTICLE.replace("storm", "\u202emrots\u202c").encode(), "direction of text"),
    "a sentence of 10,000 words": (f"{ARTICLE}\n{ENDLESS}\n".encode(), "words without the end of a sentence"),
    "one line": (ONE_LINE.encode(), "no headline"),
}


@pytest.mark.parametrize("case", ODD)
def test_an_odd_capture_gives_a_digest_and_a_notice(
    case: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, notice = ODD[case]
    put(content / "stories/pier", "gazette.txt", data)
    assert cli.main(["digest", str(content / "stories/pier")]) == 0
    captured = capsys.readouterr()
    digest = json.loads(captured.out)
    assert any("old pier" in claim["text"] for claim in digest["claims"])
    assert any(notice in told for told in digest["sources"][0]["notices"])
    assert notice in captured.err
    assert all(line.isprintable() for line in captured.err.splitlines())


def test_one_source_makes_a_story(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["digest", str(content / "stories/pier")]) == 0
    assert [source["origin"] for source in json.loads(capsys.readouterr().out)["sources"]] == ["gazette"]


def test_two_identical_captures_are_one_origin(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(content / "stories/pier", "reprint.txt", ARTICLE.encode())
    assert cli.main(["digest", str(content / "stories/pier")]) == 0
    assert {source["origin"] for source in json.loads(capsys.readouterr().out)["sources"]} == {"gazette"}


def test_a_sentence_of_ten_thousand_words_is_no_claim(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(content / "stories/pier", "gazette.txt", ODD["a sentence of 10,000 words"][0])
    cli.main(["digest", str(content / "stories/pier")])
    digest = json.loads(capsys.readouterr().out)
    assert max(len(claim["text"]) for claim in digest["claims"]) < 200
    assert "too long to be a sentence" in " ".join(entry["reason"] or "" for entry in digest["coverage"])


@pytest.mark.parametrize("arguments", [["digest"], ["explain"]])
def test_a_story_that_does_not_exist_is_named(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*arguments, "no-such-story"]) == 2
    one_line(capsys.readouterr().err, ("no-such-story", "name a folder"))


def test_extract_names_a_file_that_does_not_exist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(tmp_path / "none.txt")]) == 2
    one_line(capsys.readouterr().err, ("none.txt", "check the name"))


@pytest.mark.parametrize("case", ODD)
def test_extract_gives_the_article_of_an_odd_file(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.txt").write_bytes(ODD[case][0])
    assert cli.main(["extract", str(tmp_path / "odd.txt")]) == 0
    assert "The council of the island met on Monday" in capsys.readouterr().out


PARAGRAPHS = "".join(f"<p>{text}</p>" for text in ARTICLE.split("\n\n")[1:])


def web_page(head: str = "", more: str = "") -> bytes:
    return (
        f"<!doctype html><html><head>{head}</head><body><article><h1>Storm closes the harbour of Vann</h1>{PARAGRAPHS}"
        f"{more}</article></body></html>"
    ).encode()


def json_ld(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **facts})}</script>'


def counted(number: str) -> bytes:
    return (
        f"{ARTICLE}\nOfficials of Vann counted {number} dead on Monday.\n\n"
        f"The number of deaths in Vann stood at {number} on Monday, the council of the island said.\n"
    ).encode()


# What looks like a number or a tag, or is no character of a page, and must not stop a build.
HARMLESS: dict[str, tuple[str, bytes]] = {
    "superscripts": ("gazette.txt", counted("14²")),
    "superscripts alone": ("gazette.txt", counted("²³")),
    "numbers in circles": ("gazette.txt", counted("3①")),
    "Arabic digits": ("gazette.txt", counted("٣٤")),
    "Roman numerals of one sign": ("gazette.txt", counted("Ⅻ")),
    "vulgar fractions": ("gazette.txt", counted("½")),
    "four hundred digits": ("gazette.txt", counted("9" * 400)),
    "an end tag that is none": ("gazette.html", web_page(more="</ä></1></ ></İ>")),
    "a start tag that is none": ("gazette.html", web_page(more="<ä><é b='><a\x00b>")),
    "tags that are none in Markdown": ("gazette.md", f"{ARTICLE}\n</ä> <ä b= and </ of Vann.\n".encode()),
    "a reference of 5,000 digits": ("gazette.html", web_page(f"<title>Storm &#{'9' * 5_000}; hits Vann</title>")),
    "the same in an attribute": ("gazette.html", web_page(f"<meta name='author' content='&#{'9' * 5_000};'>")),
    "the same in JSON-LD": ("gazette.html", web_page(json_ld(author=f"&#{'9' * 5_000};"))),
    "a control character in a link": ("gazette.html", web_page("<link rel=canonical href='https://a.example/\x0b1'>")),
    "a noncharacter in a link": ("gazette.html", web_page("<link rel=canonical href='https://a.example/\ufffe1'>")),
    "a lone surrogate in a link": ("gazette.html", web_page(json_ld(url="https://a.example/\ud800"))),
    "a direction override in a link": ("gazette.html", web_page(json_ld(url="https://a.example/\u202e1"))),
    "a broken host in a link": ("gazette.html", web_page("<link rel=canonical href='https://[a'>")),
    "facts of control characters": ("gazette.html", web_page(json_ld(headline="\x0b\ufffe", publisher="\x00\ud800"))),
    "an endless headline": ("gazette.html", web_page(f"<meta property='og:title' content='{'W' * 60_000}'>")),
    "an invisible headline": ("gazette.html", web_page("<meta property='og:title' content='\u200b\u3164'>")),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_an_odd_capture_makes_a_site_whose_feeds_can_be_read(case: str, content: Path) -> None:
    name, data = HARMLESS[case]
    story = content / "stories/pier"
    no_captures(story)
    put(story, name, data)
    assert build.main(arguments(content)) == 0
    output = content.parent / "output"
    for feed in ("rss.xml", "atom.xml"):
        etree.fromstring((output / feed).read_bytes())
    written = "".join(path.read_text(encoding="utf-8") for path in output.rglob("*.html"))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\ufffe\uffff]", written)
    assert "W" * 1_000 not in written


def test_a_capture_whose_headline_shows_nothing_gets_its_next_best(content: Path) -> None:
    story = content / "stories/pier"
    no_captures(story)
    tell(story, "---\ndate: 2031-05-02\n---\n")
    put(story, *HARMLESS["an invisible headline"])
    assert build.main(arguments(content)) == 0
    page = (content.parent / "output/stories/pier/index.html").read_text(encoding="utf-8")
    assert ">Storm closes the harbour of Vann</h1>" in page


def test_the_marks_that_a_word_processor_leaves_do_not_reach_page_and_feed(content: Path) -> None:
    front = "---\ntitle: The old\x0bpier\ndate: 2031-05-02\ntags: ['old\x0cpier']\n---\n"
    tell(content / "stories/pier", f"{front}The council\x0bof the\x0cisland\x00 met. &#x202e;\ufffe\n")
    assert build.main(arguments(content)) == 0
    output = content.parent / "output"
    assert "The council of the island met." in (output / "stories/pier/index.html").read_text(encoding="utf-8")
    etree.fromstring((output / "rss.xml").read_bytes())


LONG_NAMES = ("Переговоры" * 9, "谈判代表团抵达" * 8, "щ" * 120, "a" * 250)


@pytest.mark.parametrize("name", LONG_NAMES, ids=["Cyrillic", "Chinese", "one letter", "Latin"])
def test_a_long_file_name_is_cut_in_addresses_and_stays_one_of_its_own(name: str, content: Path) -> None:
    captures = content / "stories/pier/captures"
    no_captures(captures.parent)
    for number, ending in enumerate("бв"):
        text = ARTICLE.replace("two days", f"{number + 5} days").replace("Monday", ("Friday", "Sunday")[number])
        (captures / f"{name[: 250 // len(name[0].encode()) - 2]}{ending}.txt").write_text(text)
    assert build.main(arguments(content)) == 0
    sources = [path.name for path in (content.parent / "output/stories/pier/sources").iterdir()]
    assert len(sources) == 2
    assert all(len(source.encode()) <= 255 for source in sources)
    assert dead_links(content.parent / "output", "http://localhost:8000") == []


@pytest.mark.parametrize("name", ["щ" * 127, "判" * 85, "ﷺ" * 80], ids=["Cyrillic", "Chinese", "ligatures"])
def test_a_long_name_of_a_story_or_a_tag_is_cut_in_addresses(name: str, content: Path) -> None:
    (content / "stories/pier").rename(content / "stories" / name)
    tell(content / "stories" / name, f"---\ntitle: The pier\ndate: 2031-05-02\ntags: [{name * 2}]\n---\n")
    assert build.main(arguments(content)) == 0
    assert dead_links(content.parent / "output", "http://localhost:8000") == []


LEFT_OVER = ("desktop.ini", "Thumbs.db", ".DS_Store", "._gazette.txt", "~$gazette.docx", ".~lock.gazette.txt#",
             ".gazette.txt.swp", "gazette.txt~", "#gazette.txt#")  # fmt: skip


def test_what_systems_and_editors_leave_among_captures_is_passed_over_and_named(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in LEFT_OVER:
        put(content / "stories/pier", name, b"\x00\x01\x02")
    assert build.main(arguments(content)) == 0
    captured = capsys.readouterr()
    assert all(name in captured.out for name in LEFT_OVER)
    assert cli.main(["digest", str(content / "stories/pier")]) == 0
    captured = capsys.readouterr()
    assert all(name in captured.err for name in LEFT_OVER)
    assert [source["path"] for source in json.loads(captured.out)["sources"]] == ["captures/gazette.txt"]


@pytest.mark.parametrize("folder", ["saved_files", "saved.files", "saved-Dateien", "saved_fichiers", "saved_plik"])
def test_the_folder_of_a_page_saved_complete_is_passed_over_and_named(
    folder: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = content / "stories/pier"
    put(story, "saved.html", web_page())
    (story / "captures" / folder).mkdir()
    put(story, f"{folder}/style.css", b"p { color: red }")
    assert build.main(arguments(content)) == 0
    assert f"{folder}/" in capsys.readouterr().out
