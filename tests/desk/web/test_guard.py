"""Who is heard by the desk: whoever brings the key, by this machine's own name, and acts from a page of the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.web.guard import MAX_FORM_BYTES
from tests.desk.web.visiting import Visitor

OUTLINE = "/story/velm-bridge/outline/"
PAGES = (
    "/", "/story/velm-bridge/", OUTLINE, "/story/velm-bridge/lines/", "/story/velm-bridge/decisions/",
    "/story/velm-bridge/sign/", "/story/velm-bridge/add/",
    "/story/velm-bridge/capture/radio/?words=Inspectors+closed", "/story/velm-bridge/preview/", "/desk.css", "/desk.js",
)  # fmt: skip
ACTS = ("answer", "claim", "lines", "capture/radio", "add", "remove", "undo", "sign", "hold", "withdraw", "preview")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_shown_to_whoever_brings_the_key(page: str, shown: Visitor) -> None:
    assert shown.ask("GET", page).status == 200


@pytest.mark.parametrize("page", [*PAGES, "/nowhere"])
@pytest.mark.parametrize("cookie", ["", "desk=wrong", "desk-{port}=wrong", "desk-{port}="])
def test_nothing_is_shown_without_the_key(page: str, cookie: str, shown: Visitor) -> None:
    stranger = Visitor(shown.keys, cookie.format(port=shown.keys.port))
    answer = stranger.ask("GET", page)
    assert answer.status == 403
    assert b"Velm" not in answer.body


@pytest.mark.parametrize("query", ["token=wrong", "token=", "token={key}x", "token={key}&token=wrong"])
def test_a_wrong_key_in_the_address_opens_nothing(query: str, shown: Visitor) -> None:
    answer = Visitor(shown.keys).ask("GET", f"/?{query.format(key=shown.keys.address)}")
    assert answer.status == 403
    assert "set-cookie" not in answer.headers


def test_the_key_goes_from_the_address_into_a_cookie_that_no_script_and_no_other_site_can_use(shown: Visitor) -> None:
    answer = Visitor(shown.keys).ask("GET", f"/?token={shown.keys.address}")
    assert answer.status == 303
    assert answer.headers["location"] == "/"
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(answer.headers["set-cookie"].split("; "))


def test_no_page_holds_the_key(shown: Visitor) -> None:
    assert not any(shown.keys.address.encode() in shown.ask("GET", page).body for page in PAGES)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost", "[::1]:{port}", ""]
)
@pytest.mark.parametrize("page", ["/", "/?token={key}"])
def test_another_host_is_refused_even_with_the_key(host: str, page: str, shown: Visitor) -> None:
    address = page.format(key=shown.keys.address)
    assert shown.ask("GET", address, Host=host.format(port=shown.keys.port)).status == 403


def test_this_machine_may_be_called_localhost(shown: Visitor) -> None:
    assert shown.ask("GET", "/", Host=f"localhost:{shown.keys.port}").status == 200


@pytest.mark.parametrize(
    "origin", ["", "null", "https://evil.example", "http://127.0.0.1:1", "https://127.0.0.1:{port}"]
)
@pytest.mark.parametrize("act", ACTS)
def test_an_act_that_comes_from_elsewhere_is_refused(act: str, origin: str, desk: Visitor, story: Path) -> None:
    before = _files(story)
    fields = {
        "token": desk.keys.form,
        "act": "drop radio:bakers of Velm",
        "claim": "radio:bakers of Velm",
        "kind": "first",
    }
    answer = desk.post(f"/story/velm-bridge/{act}", fields, Origin=origin.format(port=desk.keys.port))
    assert answer.status == 403
    assert _files(story) == before


@pytest.mark.parametrize("token", [None, "", "wrong", "{address}"])
@pytest.mark.parametrize("act", ACTS)
def test_an_act_without_the_secret_of_its_form_is_refused(
    act: str, token: str | None, desk: Visitor, story: Path
) -> None:
    before = _files(story)
    fields = {"act": "drop radio:bakers of Velm", "claim": "radio:bakers of Velm", "kind": "first"}
    if token is not None:
        fields["token"] = token.format(address=desk.keys.address)
    assert desk.post(f"/story/velm-bridge/{act}", fields).status == 403
    assert _files(story) == before


def test_an_act_without_the_key_is_refused(desk: Visitor, story: Path) -> None:
    fields = {"token": desk.keys.form, "act": "drop radio:bakers of Velm", "claim": "radio:bakers of Velm"}
    assert Visitor(desk.keys).post("/story/velm-bridge/claim", fields).status == 403
    assert not (story / "decisions.yaml").exists()


@pytest.mark.parametrize("act", ACTS)
def test_an_act_asked_for_by_get_is_none(act: str, desk: Visitor, story: Path) -> None:
    before = _files(story)
    fields = f"token={desk.keys.form}&act=drop+radio:bakers+of+Velm&claim=radio:bakers+of+Velm&kind=first"
    assert desk.ask("GET", f"/story/velm-bridge/{act}?{fields}").status in (200, 307, 404, 405)
    assert _files(story) == before


def test_no_page_changes_a_file(desk: Visitor, story: Path) -> None:
    before = _files(story)
    for page in PAGES:
        desk.ask("GET", page)
        desk.ask("HEAD", page)
    assert _files(story) == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(method: str, shown: Visitor) -> None:
    assert shown.ask(method, OUTLINE).status == 405


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"x" * (MAX_FORM_BYTES + 1), "application/x-www-form-urlencoded", 413),
        (b'{"token": 1}', "application/json", 415),
        (b"--x", "multipart/form-data; boundary=x", 415),
        (b"\xff=\xff", "application/x-www-form-urlencoded", 400),
        (b"a=%ff", "application/x-www-form-urlencoded", 400),
    ],
)  # fmt: skip
def test_what_is_no_form_is_refused(body: bytes, kind: str, status: int, shown: Visitor) -> None:
    origin = f"http://127.0.0.1:{shown.keys.port}"
    assert shown.ask("POST", "/story/velm-bridge/claim", body, Origin=origin, Content_Type=kind).status == status


@pytest.mark.parametrize("page", [*PAGES, "/nowhere", "/story/none/"])
def test_every_answer_forbids_what_the_desk_does_not_use(page: str, shown: Visitor) -> None:
    headers = shown.ask("GET", page).headers
    policy = dict(one.split(" ", 1) for one in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["form-action"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


def test_a_refusal_has_the_same_headers(shown: Visitor) -> None:
    assert "content-security-policy" in Visitor(shown.keys).ask("GET", "/").headers


@pytest.mark.parametrize(
    "page",
    [
        "/story/../",
        "/story/%2e%2e/outline/",
        "/story/..%2f..%2fetc/",
        "/story/velm-bridge/capture/..%2fstory.md/",
        "/story/velm-bridge/preview/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd",
        "/story/velm-bridge/preview//etc/passwd",
    ],
)
def test_an_address_names_no_path(page: str, shown: Visitor) -> None:
    answer = shown.ask("GET", page)
    assert answer.status == 404
    assert b"root:" not in answer.body
