"""Captures handed in at the desk: a file, an address, pasted text. All articles are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.desk.web import guard
from generator.desk.web.upload import read_upload
from tests.desk.web.visiting import Page, Visitor
from tests.intake.articles import FERRY, MARKET
from tests.intake.server import page, serving

ADD = "/story/velm-bridge/add"
EDGE = "----x1"


def _upload(desk: Visitor, data: bytes, name: str = "page.html", path: str = ADD, token: str = "", **more: str) -> Page:
    fields = {"token": token or desk.keys.form, "act": "file", **more}
    parts = [f'Content-Disposition: form-data; name="{key}"\r\n\r\n{value}'.encode() for key, value in fields.items()]
    head = f'Content-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: application/x\r\n\r\n'
    parts.append(head.encode() + data)
    body = b"".join(f"--{EDGE}\r\n".encode() + part + b"\r\n" for part in parts) + f"--{EDGE}--\r\n".encode()
    origin = f"http://127.0.0.1:{desk.keys.port}"
    answer = desk.ask("POST", path, body, Origin=origin, Content_Type=f"multipart/form-data; boundary={EDGE}")
    return desk.open(answer.headers["location"]) if answer.status == 303 else answer


def _added(story: Path) -> dict[str, str]:
    path = story / "captures" / "captures.yaml"
    return {one["file"]: one.get("url", "") for one in yaml.safe_load(path.read_text())} if path.is_file() else {}


def test_a_file_is_put_where_it_belongs_byte_by_byte(desk: Visitor, story: Path) -> None:
    data = page(MARKET, "Sund gets its hall", publisher="The Sund Post").body + b"\r\n\xff\r\n--not the end\r\n"
    answer = _upload(desk, data, address="https://post.example/hall")
    assert answer.status == 200
    assert "added captures/" in answer.text
    [(name, url)] = _added(story).items()
    assert (story / "captures" / name).read_bytes() == data
    assert url == "https://post.example/hall"
    assert "The hall is to hold forty stalls" in desk.open(f"/story/velm-bridge/capture/{Path(name).stem}/").text


def test_the_name_that_a_browser_gives_is_no_path(desk: Visitor, story: Path) -> None:
    before = {one.parent for one in story.parent.rglob("*")}
    _upload(desk, page(MARKET, "Sund gets its hall").body, "../../evil/hall.txt")
    assert len(_added(story)) == 1
    assert {one.parent for one in story.parent.rglob("*")} == before


def test_pasted_text_is_added_with_the_lines_that_it_has(desk: Visitor, story: Path) -> None:
    form = desk.open(f"{ADD}/")
    written = f"A ferry for Sund\n\n{FERRY}".replace("\n", "\r\n")
    answer = desk.press(form, "Add the text", text=written, address="https://pilot.example/ferry")
    assert "added captures/" in answer.text
    [(name, url)] = _added(story).items()
    assert (story / "captures" / name).read_text(encoding="utf-8") == written.replace("\r\n", "\n")
    assert url == "https://pilot.example/ferry"


def test_what_stands_at_an_address_is_fetched_and_added_once(desk: Visitor, story: Path) -> None:
    with serving({"/ferry": page(FERRY, "A ferry for Sund")}) as site:
        form = desk.open(f"{ADD}/")
        assert "added captures/" in desk.press(form, "Fetch and add it", address=site.url("/ferry")).text
        assert "saved before" in desk.press(form, "Fetch and add it", address=site.url("/ferry")).text
    assert list(_added(story).values()) == [site.url("/ferry")]


def test_a_newer_version_is_kept_beside_the_older_one_and_told(desk: Visitor, story: Path) -> None:
    with serving({"/ferry": page(FERRY, "A ferry for Sund")}) as site:
        form = desk.open(f"{ADD}/")
        desk.press(form, "Fetch and add it", address=site.url("/ferry"))
        site.pages["/ferry"] = page(FERRY.replace("two hours", "three hours"), "A ferry for Sund")
        answer = desk.press(form, "Fetch and add it", address=site.url("/ferry"), again="yes")
    assert "a newer version" in answer.text
    assert "three hours" in answer.text
    assert len(_added(story)) == 2


@pytest.mark.parametrize(
    ("button", "fields", "said"),
    [
        ("Add the text", {"text": "Too short."}, "no article"),
        ("Add the text", {"text": " "}, "Paste the text first"),
        ("Fetch and add it", {"address": "/etc/passwd"}, "no web address"),
        ("Fetch and add it", {"address": "file:///etc/passwd"}, "no web address"),
        ("Fetch and add it", {"address": ""}, "Write its address first"),
    ],
)
def test_what_is_refused_says_why_and_gives_back_what_was_written(
    button: str, fields: dict[str, str], said: str, desk: Visitor, story: Path
) -> None:
    answer = desk.press(desk.open(f"{ADD}/"), button, **fields)
    assert answer.status == 422
    assert said in answer.text
    written = " ".join(one.get("value") or one.text or "" for one in answer.tree.iter("input", "textarea"))
    assert all(value.strip() in written for value in fields.values())
    assert _added(story) == {}


def test_a_file_that_holds_no_article_is_refused_by_its_form(desk: Visitor, story: Path) -> None:
    answer = _upload(desk, b"\x89PNG\r\n\x1a\n" + bytes(100), "photo.html")
    assert answer.status == 422
    assert "PNG image" in answer.text
    assert _added(story) == {}


def test_a_file_is_taken_by_no_other_act(desk: Visitor) -> None:
    assert _upload(desk, b"text", path="/story/velm-bridge/claim").status == 415


def test_a_file_without_the_secret_of_its_form_is_refused(desk: Visitor, story: Path) -> None:
    assert _upload(desk, page(MARKET, "Sund gets its hall").body, token="wrong").status == 403
    assert _added(story) == {}


def test_a_file_that_is_too_large_is_refused(desk: Visitor, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_UPLOAD_BYTES", 2_000)
    assert _upload(desk, b"x" * 2_000).status == 413


def test_a_story_without_a_capture_gets_its_first_one(desk: Visitor, story: Path) -> None:
    empty = story.parent / "hall"
    empty.mkdir()
    (empty / "story.md").write_text("---\ntitle: The hall\n---\n", encoding="utf-8")
    answer = desk.press(desk.open("/story/hall/add/"), "Add the text", text=f"A hall for Sund\n\n{MARKET}")
    assert "added captures/" in answer.text


@pytest.mark.parametrize(
    "body", [b"", b"--x", b"--x\r\n\r\n--x--", b"--x\r\nA: b\r\n\r\nc\r\n--x--", b"--x\r\nA: b\r\n\r\n" * 9 + b"--x--"]
)
def test_what_is_no_form_with_a_file_is_told(body: bytes) -> None:
    with pytest.raises(ValueError, match="form"):
        read_upload(body, "multipart/form-data; boundary=x", 5)


def test_a_form_with_two_files_is_refused() -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\none\r\n'
    with pytest.raises(ValueError, match="more files than one"):
        read_upload(part + part + b"--x--\r\n", "multipart/form-data; boundary=x", 5)
