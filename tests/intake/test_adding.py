"""``add``: from addresses, files and standard input to captures of a story, as an editor does it."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator import pipeline
from generator.cli import main
from generator.intake.saved import plain_address
from generator.load import load_story
from generator.model import Article, Source
from tests.intake.articles import BRIDGE, FERRY, LUNCH, MARKET, WEIR
from tests.intake.server import Answer, Site, page

WEIR_NAME = "orle-courier-weir-at-tarn-mill-gives-way.html"
ROOT = Path(__file__).resolve().parents[2]


def saved(folder: Path) -> list[str]:
    """The names of a story's captures, the list of them aside."""
    return sorted(path.name for path in (folder / "captures").iterdir() if path.name != "captures.yaml")


def recorded(folder: Path) -> dict[str, dict[str, object]]:
    """What captures.yaml says, by the names of captures."""
    found = yaml.safe_load((folder / "captures" / "captures.yaml").read_text(encoding="utf-8"))
    return {one["file"]: one for one in found}


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let standard input hold this."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.fixture
def story(stories: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> Path:
    """A story with one capture that was fetched."""
    assert main(["add", "weir", "--new", site.url("/weir")]) == 0
    capsys.readouterr()
    return stories / "weir"


def test_an_address_becomes_a_capture_with_where_when_and_what(stories: Path, site: Site) -> None:
    assert main(["add", "weir", "--new", site.url("/weir")]) == 0
    body = site.pages["/weir"].body
    assert (stories / "weir" / "captures" / WEIR_NAME).read_bytes() == body
    known = recorded(stories / "weir")[WEIR_NAME]
    assert known["url"] == site.url("/weir") and known["sha256"] == hashlib.sha256(body).hexdigest()
    assert len(str(known["saved"])) == 10
    (source,) = load_story(stories / "weir").sources
    assert (source.id, source.url) == (WEIR_NAME.removesuffix(".html"), site.url("/weir"))


def test_five_articles_in_every_way_are_a_story_that_builds(
    stories: Path, site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.html").write_bytes(page(LUNCH, "No fish on Fridays", publisher="Velm Gazette").body)
    Path("b.md").write_text(f"# A market hall for Sund\n\n{MARKET}\n", encoding="utf-8")
    typed(monkeypatch, f"Ferry wanted at Sund\n\n{FERRY}")
    arguments = [site.url("/weir"), "a.html", "-", "b.md", site.url("/bridge")]
    assert main(["add", "velm", *arguments, "--new"]) == 0
    assert len(saved(stories / "velm")) == 5
    assert capsys.readouterr().out.count("added content/stories/velm/captures/") == 5
    assert main(["digest", "velm"]) == 0


def test_options_may_stand_before_what_is_added_or_behind_it(stories: Path, site: Site) -> None:
    assert main(["add", "--new", "one", site.url("/weir"), site.url("/bridge")]) == 0
    assert main(["add", "two", "--new", site.url("/weir"), site.url("/bridge")]) == 0
    assert main(["add", "three", site.url("/weir"), "--new", site.url("/bridge")]) == 0
    assert saved(stories / "one") == saved(stories / "two") == saved(stories / "three")


def test_a_story_that_is_not_there_is_not_made_by_a_slip(
    stories: Path, story: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", "wier", site.url("/bridge")]) == 2
    told = "content/stories/wier: there is no such story; did you mean weir? else add --new, which makes it\n"
    assert capsys.readouterr().err == told
    assert [path.name for path in stories.iterdir()] == ["weir"]


@pytest.mark.parametrize(("answer", "made"), [("y", ["weir"]), ("", []), ("n", [])])
def test_at_a_terminal_a_new_story_is_asked_for(
    answer: str, made: list[str], stories: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert main(["add", "weir", site.url("/weir")]) == (0 if made else 2)
    assert [path.name for path in stories.iterdir()] == made


def test_a_folder_that_is_no_story_is_left_alone(stories: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", ".", site.url("/weir")]) == 2
    assert capsys.readouterr().err == ".: it is no story: it holds no story.md; name a story, or make a story.md\n"
    assert [path.name for path in Path().iterdir()] == ["content"]


def test_what_is_refused_is_told_and_the_others_are_added(
    stories: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("menu.html").write_text("<html><body><nav><a href=/>Home</a> <a href=/b>News</a></nav></body></html>")
    Path("a.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    site.pages["/gone"] = Answer(b"no such page", 410)
    bad = ["menu.html", "a.png", "missing.html", site.url("/gone"), "content", "ftp://paper.example/a"]
    assert main(["add", "weir", "--new", *bad, site.url("/weir")]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[0] for line in told[: len(bad)]] == bad
    assert "no article is found" in told[0] and "it is a PNG image" in told[1] and "there is no such file" in told[2]
    assert saved(stories / "weir") == [WEIR_NAME]


def test_the_folder_of_a_page_that_was_saved_complete_is_passed_over(
    stories: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.html").write_bytes(site.pages["/weir"].body)
    Path("a_files").mkdir()
    assert main(["add", "weir", "--new", "a.html", "a_files"]) == 0
    assert "a_files: passed over: it came with a page that was saved complete\n" in capsys.readouterr().err
    assert saved(stories / "weir") == [WEIR_NAME]


def test_an_address_is_as_long_as_it_likes_and_a_long_name_stops_no_other(
    stories: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    address = site.url(f"/weir?{'a' * 300}=1")
    site.pages[f"/weir?{'a' * 300}=1"] = site.pages["/weir"]
    assert main(["add", "weir", "--new", "b" * 300, address]) == 2
    assert capsys.readouterr().err.startswith("b" * 280)
    assert recorded(stories / "weir")[WEIR_NAME]["url"] == address


def test_no_story_is_made_of_what_is_refused(stories: Path, site: Site) -> None:
    assert main(["add", "weir", "--new", site.url("/gone")]) == 2
    assert list(stories.iterdir()) == []


def test_the_same_bytes_are_not_added_twice(story: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    Path("copy.html").write_bytes(site.pages["/weir"].body)
    assert main(["add", "weir", "copy.html"]) == 1
    told = f"copy.html: saved before: content/stories/weir/captures/{WEIR_NAME} (the same bytes)\n"
    assert capsys.readouterr().out == told
    assert saved(story) == [WEIR_NAME]


@pytest.mark.parametrize("end", ["", "/", "?utm_source=mail", "#part", "/index.html"])
def test_an_address_that_was_saved_is_not_even_asked_for(end: str, story: Path, site: Site) -> None:
    site.asked.clear()
    assert main(["add", "weir", site.url(f"/weir{end}")]) == 1
    assert site.asked == [] and saved(story) == [WEIR_NAME]


def test_another_address_is_known_by_where_it_leads(story: Path, site: Site) -> None:
    site.pages["/short"] = Answer(status=301, headers={"Location": "/weir"})
    site.pages["/weir"] = page(WEIR.replace("Forty", "Fifty"), "Weir at Tarn Mill gives way")
    assert main(["add", "weir", site.url("/short")]) == 1
    assert saved(story) == [WEIR_NAME]


def test_an_address_that_the_page_declares_is_known(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    declared = b'<link rel="canonical" href="https://www.courier.example/weir"></head>'
    body = page(WEIR, "Weir at Tarn Mill gives way").body.replace(b"</head>", declared)
    Path("a.html").write_bytes(body)
    Path("b.html").write_bytes(body.replace(b"Forty", b"Fifty").replace(b"The old weir", b"A weir"))
    assert main(["add", "weir", "--new", "a.html", "b.html"]) == 1
    assert "(the same address; --again stores it as its newer version)" in capsys.readouterr().out
    assert recorded(stories / "weir")[WEIR_NAME]["url"] == "https://www.courier.example/weir"


def test_nearly_the_same_text_of_one_publisher_is_one_article(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.html").write_bytes(page(WEIR.replace("four days", "five days"), "Weir at Tarn Mill breaks").body)
    assert main(["add", "weir", "b.html"]) == 1
    assert "% of its text; --again stores it as its newer version)" in capsys.readouterr().out
    assert saved(story) == [WEIR_NAME]


def test_two_publishers_may_print_one_text_and_that_is_told(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.html").write_bytes(page(WEIR, "Weir gives way", publisher="Sund Post").body)
    assert main(["add", "weir", "b.html"]) == 0
    assert f"100% of its text stands in {WEIR_NAME} too: of one origin" in capsys.readouterr().out
    assert len(saved(story)) == 2


def test_two_articles_of_one_publisher_are_two(story: Path, site: Site) -> None:
    assert main(["add", "weir", site.url("/bridge")]) == 0
    assert len(saved(story)) == 2


def test_a_capture_that_was_put_there_by_hand_is_recorded(story: Path, site: Site) -> None:
    path = story / "captures" / "bridge.html"
    path.write_bytes(site.pages["/bridge"].body)
    assert main(["add", "weir", str(path), "--url", "https://courier.example/bridge", "--saved", "2031-03-12"]) == 1
    known = recorded(story)["bridge.html"]
    assert (known["url"], str(known["saved"])) == ("https://courier.example/bridge", "2031-03-12")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("https://www.paper.example/a/", "http://paper.example/a"),
        ("https://paper.example/a?id=3&utm_medium=x&fbclid=9", "https://paper.example/a?id=3"),
        ("https://paper.example/a/index.html", "https://paper.example/a#top"),
        ("https://paper.example/a?b=1&c=2", "https://paper.example/a?c=2&b=1"),
        ("https://paper.example/a/amp/", "https://paper.example/a"),
    ],
)
def test_addresses_of_one_page_are_one(a: str, b: str) -> None:
    assert plain_address(a) == plain_address(b) is not None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("https://paper.example/a?id=3", "https://paper.example/a?id=4"),
        ("https://paper.example/a", "https://paper.example/A"),
        ("https://paper.example/a", "https://post.example/a"),
    ],
)
def test_addresses_of_two_pages_are_two(a: str, b: str) -> None:
    assert plain_address(a) != plain_address(b)


@pytest.mark.parametrize("address", ["https://paper.example/", "https://paper.example", "", "https://[::1", None])
def test_a_front_page_is_the_address_of_no_article(address: str | None) -> None:
    assert plain_address(address) is None


def changed(site: Site) -> None:
    """The page as it is a day later: a number is another, a sentence has come, one has gone."""
    lines = WEIR.replace("Forty families", "Forty-two families").split("\n")
    lines[3] = "A fifth house was given up on Wednesday morning, the fire brigade said."
    site.pages["/weir"] = page("\n".join(lines), "Weir at Tarn Mill gives way")


@pytest.mark.parametrize("named", [True, False])
def test_a_newer_version_is_stored_beside_the_older_and_what_changed_is_told(
    named: bool, story: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(site)
    assert main(["add", "weir", "--again", *([site.url("/weir")] if named else [])]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith(f": a newer version; replaces {WEIR_NAME}")
    starts = ["  - Forty families", "  - Nils Aske", "  + Forty-two families", "  + A fifth house"]
    assert [line[: len(start)] for line, start in zip(told[1:], starts, strict=True)] == starts
    older, newer = WEIR_NAME, next(name for name in saved(story) if name != WEIR_NAME)
    assert recorded(story)[newer]["replaces"] == older
    assert (story / "captures" / newer).read_bytes() == site.pages["/weir"].body
    assert {source.replaces for source in load_story(story).sources} == {None, older.removesuffix(".html")}


def test_the_newest_version_is_what_a_still_newer_one_replaces(story: Path, site: Site) -> None:
    changed(site)
    assert main(["add", "weir", "--again"]) == 0
    second = next(name for name in saved(story) if name != WEIR_NAME)
    site.pages["/weir"] = page(WEIR.replace("four days", "nine days"), "Weir at Tarn Mill gives way")
    assert main(["add", "weir", "--again"]) == 0
    third = next(name for name in saved(story) if name not in (WEIR_NAME, second))
    assert recorded(story)[third]["replaces"] == second
    assert main(["digest", "weir"]) == 0


def test_a_page_that_is_again_what_it_once_was_is_told_as_that(
    story: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    first = site.pages["/weir"]
    changed(site)
    assert main(["add", "weir", "--again"]) == 0
    site.pages["/weir"] = first
    capsys.readouterr()
    assert main(["add", "weir", "--again"]) == 1
    assert f"{WEIR_NAME} (the same bytes; replaced since by orle-courier-" in capsys.readouterr().out
    assert len(saved(story)) == 2


@pytest.mark.parametrize("aside", ["", "<!-- made at noon -->"])
def test_what_says_the_same_is_not_stored_again(
    aside: str, story: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/weir"].body += aside.encode()
    assert main(["add", "weir", "--again"]) == 0
    assert ": unchanged: " in capsys.readouterr().out
    assert saved(story) == [WEIR_NAME]


def test_again_asks_for_something_older(story: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "weir", "--again", site.url("/bridge")]) == 2
    assert capsys.readouterr().err.endswith(": the story has no older version of it; add it without --again\n")


def test_no_file_is_written_over(story: Path, site: Site) -> None:
    stranger = story / "captures" / "orle-courier-velm-closes-its-bridge.txt"
    stranger.write_text(LUNCH)
    assert main(["add", "weir", site.url("/bridge")]) == 0
    assert stranger.read_text() == LUNCH
    (made,) = set(saved(story)) - {WEIR_NAME, stranger.name}
    sha = hashlib.sha256(site.pages["/bridge"].body).hexdigest()
    assert made == f"orle-courier-velm-closes-its-bridge-{sha[:6]}.html"


def test_no_name_is_given_that_a_source_bears_as_its_id(story: Path, site: Site) -> None:
    (story / "story.md").write_text(
        f"---\nsources:\n  - {{file: captures/{WEIR_NAME}, id: orle-courier-velm-closes-its-bridge}}\n---\n"
    )
    assert main(["add", "weir", site.url("/bridge")]) == 0
    assert main(["digest", "weir"]) == 0


def test_a_fault_of_the_program_keeps_no_other_article_back(
    stories: Path, site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read = pipeline.read_article

    def faulty(source: Source) -> Article:
        if "bridge" in source.capture.text:
            raise ZeroDivisionError("odd")
        return read(source)

    monkeypatch.setattr(pipeline, "read_article", faulty)
    assert main(["add", "weir", "--new", site.url("/bridge"), site.url("/weir")]) == 2
    assert "/bridge: an internal error in " in capsys.readouterr().err
    assert saved(stories / "weir") == [WEIR_NAME]


def test_a_list_of_captures_that_cannot_be_added_to_leaves_all_as_it_was(
    story: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = story / "captures" / "captures.yaml"
    listed.write_text(f"[{{file: {WEIR_NAME}}}]\n")
    before = {path.name: path.read_bytes() for path in (story / "captures").iterdir()}
    assert main(["add", "weir", site.url("/bridge")]) == 2
    assert "captures.yaml: no line can be added to it" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in (story / "captures").iterdir()} == before


def test_two_editors_at_once_add_one_article_once(story: Path, site: Site) -> None:
    for number in range(4):
        (story.parents[2] / f"{number}.html").write_bytes(page(BRIDGE, "Velm closes its bridge").body)
    command = [sys.executable, "-m", "generator", "add", "weir"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.Popen([*command, f"{number}.html"], env=environment, stdout=subprocess.PIPE, text=True)
        for number in range(4)
    ]
    assert sorted(run.wait() for run in runs) == [0, 1, 1, 1]
    for run in runs:
        assert run.stdout is not None
        run.stdout.close()
    assert len(saved(story)) == len(recorded(story)) == 2


def test_what_a_kill_leaves_is_told_as_saved_before_and_recorded(story: Path, site: Site) -> None:
    code = "import os, sys; from generator.intake import adding; from generator.cli import main\n"
    code += "adding.add_lines = lambda *_: os._exit(9)\nmain(['add', 'weir', sys.argv[1]])"
    command = [sys.executable, "-c", code, site.url("/bridge")]
    assert subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}).returncode == 9
    assert main(["digest", "weir"]) == 0
    assert main(["add", "weir", site.url("/bridge")]) == 1
    assert len(saved(story)) == len(recorded(story)) == 2


@pytest.mark.parametrize(
    ("title", "publisher", "name"),
    [
        ("Weir gives way", "The Orle Courier", "orle-courier-weir-gives-way.html"),
        ("../../etc/passwd: “who” reads it?", "A/B\\C", "a-b-c-etc-passwd-who-reads-it.html"),
        ("Élection à Vélm : le pont fermé", "L’Écho", "l-echo-election-a-velm-le-pont-ferme.html"),
    ],
)
def test_a_name_is_made_of_publisher_and_headline(title: str, publisher: str, name: str, stories: Path) -> None:
    Path("x.html").write_bytes(page(WEIR, title, publisher=publisher).body)
    assert main(["add", "weir", "--new", "x.html"]) == 0
    assert saved(stories / "weir") == [name]


def test_a_long_name_is_cut_between_words_and_ends_in_a_hash(stories: Path) -> None:
    title = "Old weir above Tarn Mill gives way after four days of rain and floods the lower town in the night"
    body = page(WEIR, title).body
    Path("x.html").write_bytes(body)
    assert main(["add", "weir", "--new", "x.html"]) == 0
    sha = hashlib.sha256(body).hexdigest()
    assert saved(stories / "weir") == [f"orle-courier-old-weir-above-tarn-mill-{sha[:6]}.html"]


@pytest.mark.parametrize(
    ("address", "begins"),
    [
        ("https://www.pilot.example/weir", "pilot-example-"),
        ("https://m.pilot.example:8443/weir", "pilot-example-"),
        ("http://localhost/weir", "no-more-fish-"),
    ],
)
def test_without_a_publisher_the_host_is_in_the_name(
    address: str, begins: str, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, f"No more fish on Fridays\n\n{LUNCH}")
    assert main(["add", "weir", "--new", "-", "--url", address]) == 0
    (name,) = saved(stories / "weir")
    assert name.startswith(begins) and name.endswith(".txt")


@pytest.mark.parametrize("address", ["pilot.example/weir", "file:///etc/passwd", "http://[::1/weir", "https://"])
def test_what_is_no_web_address_is_nowhere_that_a_file_is_from(
    address: str, stories: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, LUNCH)
    assert main(["add", "weir", "--new", "-", "--url", address]) == 2
    assert f"{address!r} is not a web address; write the whole address" in capsys.readouterr().err
    assert list(stories.iterdir()) == []


MIME = "Subject: No fish\nMIME-Version: 1.0\nContent-Type: "
PARTS = "multipart/related; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n"


@pytest.mark.parametrize(
    ("head", "suffix"),
    [
        ("", ".txt"),
        (f"{MIME}text/plain; charset=utf-8\n\n", ".eml"),
        (f"To: desk@digest.example\n{MIME}{PARTS}\n", ".eml"),  # a mail with its pictures
        (f"{MIME}{PARTS}Content-Location: https://courier.example/fish\n\n", ".mhtml"),
        ("Message-ID: <1@courier.example>\nReceived: by courier.example\n\n", ".eml"),  # of before MIME
    ],
)
def test_what_has_no_name_is_kept_under_the_suffix_of_its_form(
    head: str, suffix: str, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, f"{head}No more fish on Fridays\n\n{LUNCH}")
    assert main(["add", "lunch", "--new", "-"]) == 0
    (name,) = saved(stories / "lunch")
    assert Path(name).suffix == suffix


def test_an_encoding_that_only_the_server_knows_is_not_lost(
    stories: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    text = WEIR.replace("Tarn Mill", "Tärn Mühle")
    site.pages["/old"] = Answer(
        f"Weir gives way\n\n{text}".encode("cp1250"), headers={"Content-Type": "text/plain; charset=windows-1250"}
    )
    assert main(["add", "weir", "--new", site.url("/old")]) == 0
    (source,) = load_story(stories / "weir").sources
    assert source.capture.text.endswith(text)
    assert "stored as UTF-8: only the server says that it is windows-1250" in capsys.readouterr().out


def comment(said: str) -> bytes:
    """A page with the comment of the program that saved it."""
    made = page(MARKET, "A market hall for Sund", publisher="Sund Courier").body
    return made.replace(b"<head>", f"<!-- {said} --><head>".encode(), 1)


SAVES = {
    "SingleFile": "Page saved with SingleFile\n url: https://c.example/a\n saved date: Mon Mar 10 2031 22:10:05",
    "monolith": "Saved from https://c.example/a at 2031-03-10T22:10:05Z using monolith v2.8.1",
}


@pytest.mark.parametrize("program", SAVES)
def test_the_day_of_saving_is_the_one_that_is_written_into_the_page(program: str, stories: Path) -> None:
    Path("hall.html").write_bytes(comment(SAVES[program]))
    assert main(["add", "hall", "--new", "hall.html"]) == 0
    (known,) = recorded(stories / "hall").values()
    assert (known["url"], str(known["saved"])) == ("https://c.example/a", "2031-03-10")


def test_the_editor_knows_the_day_of_saving_better_than_the_page(stories: Path) -> None:
    Path("hall.html").write_bytes(comment(SAVES["monolith"]))
    assert main(["add", "hall", "--new", "hall.html", "--saved", "2031-03-12"]) == 0
    (known,) = recorded(stories / "hall").values()
    assert str(known["saved"]) == "2031-03-12"


def test_what_a_page_does_not_say_of_itself_may_be_stated_and_the_line_for_it_is_given(
    stories: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "The weir gives way\n\n" + "The weir at Tarn mill gave way on Monday, the council said. " * 3)
    assert main(["add", "weir", "--new", "-"]) == 0
    (name,) = saved(stories / "weir")
    told = capsys.readouterr().err
    line = f"sources: [{{file: captures/{name}, publisher: …, author: …, published: …}}]"
    assert line in told
    story = stories / "weir/story.md"
    story.write_text(f"---\n{line.replace('…', '2031-05-04')}\n---\n", encoding="utf-8")
    (source,) = load_story(stories / "weir").sources
    assert source.publisher == "2031-05-04"
