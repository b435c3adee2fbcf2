"""The server of a preview."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from html import unescape
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from generator.errors import InputError
from generator.preview import Builder, Builds, Handler, Server, serve
from tests.site.test_build import ROOT


@pytest.fixture
def address(preview: Path) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), partial(Handler, directory=str(preview)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_page_is_served_and_not_kept_by_the_browser(address: str) -> None:
    with urlopen(f"{address}stories/velm-bridge/") as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        assert b"Velm closes its old bridge" in answer.read()


def test_an_address_that_does_not_exist_gets_the_sites_own_page(address: str) -> None:
    with pytest.raises(HTTPError) as error:
        urlopen(f"{address}nothing/here")
    assert error.value.code == 404
    assert b"There is nothing at this address" in error.value.read()


def test_a_port_that_is_taken_is_named_with_a_remedy(preview: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as taken, pytest.raises(InputError, match="choose another"):
        serve(preview, taken.server_port)


def ask(address: str, path: str, *hosts: str) -> tuple[int, bytes]:
    """The status and body of an answer to a request with these Host headers."""
    connection = HTTPConnection(address.split("/")[2])
    connection.putrequest("GET", path, skip_host=True)
    for host in hosts:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, answer.read()


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST", "127.0.0.1:9000", "[::1]:8000"])
def test_whoever_asks_for_this_machine_by_its_own_name_is_answered(host: str, address: str) -> None:
    status, body = ask(address, "/", host)
    assert status == 200
    assert b"Velm closes its old bridge" in body


@pytest.mark.parametrize(
    "hosts",
    [
        ("evil.example:8000",),
        ("localhost.evil.example",),
        ("127.0.0.1.evil.example:8000",),
        ("localhost:8000@evil.example",),
        ("192.168.0.7:8000",),
        ("",),
        (),
        ("localhost:8000", "evil.example"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/nothing/here", "/stories"])
def test_a_page_elsewhere_that_names_this_machine_reads_no_draft(
    path: str, hosts: tuple[str, ...], address: str
) -> None:
    status, body = ask(address, path, *hosts)
    assert status == 403
    assert b"localhost alone" in body
    assert b"Velm" not in body


@pytest.mark.parametrize("path", ["/%00", "/stories/%00/", "/%ed%a0%80", "/" + "a" * 3000])
def test_an_address_that_no_file_can_have_gets_the_sites_own_page_and_no_message(
    path: str, address: str, capfd: pytest.CaptureFixture[str]
) -> None:
    status, body = ask(address, path, "localhost")
    assert status == 404
    assert b"There is nothing at this address" in body
    assert capfd.readouterr().err == ""


def test_a_browser_that_goes_away_is_no_message(
    preview: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = threading.Event()

    def go_away(*_: object) -> None:
        broken.set()
        raise ConnectionResetError(104, "Connection reset by peer")

    monkeypatch.setattr(Handler, "copyfile", go_away)
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(preview))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with socket.create_connection(server.server_address[:2]) as browser:
            browser.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            while browser.recv(4096):
                pass
        server.shutdown()
    assert broken.is_set()
    assert capfd.readouterr().err == ""


def test_other_trouble_with_a_request_is_one_line(
    preview: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise PermissionError(13, "Permission denied", "index.html")

    monkeypatch.setattr(Handler, "do_GET", fail)
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(preview))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with socket.create_connection(server.server_address[:2]) as browser:
            browser.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            while browser.recv(4096):
                pass
        server.shutdown()
    told = capfd.readouterr().err
    assert told.count("\n") == 1
    assert "Permission denied" in told


@pytest.fixture
def watched(preview: Path) -> Iterator[tuple[str, Builds]]:
    """The address of a site that is built again on changes, and what tells of its builds."""
    builds = Builds()
    server = Server(("127.0.0.1", 0), partial(Handler, directory=str(preview), builds=builds))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", builds
    server.shutdown()
    server.server_close()


def test_a_page_that_is_open_is_told_of_the_next_build(watched: tuple[str, Builds]) -> None:
    address, builds = watched
    page = urlopen(f"{address}stories/velm-bridge/").read().decode()
    assert '<script src="/.reload.js?0"></script>' in page
    with urlopen(f"{address}.reload") as news:
        assert news.headers["Content-Type"] == "text/event-stream"
        assert (news.readline(), news.readline()) == (b"data: 0\n", b"\n")
        builds.done()
        assert news.readline() == b"data: 1\n"
    assert '<script src="/.reload.js?1"></script>' in urlopen(address).read().decode()


def test_a_page_that_is_reloaded_may_run_that_script_and_nothing_else(watched: tuple[str, Builds]) -> None:
    page = unescape(urlopen(watched[0]).read().decode())
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in page
    assert b"EventSource" in urlopen(f"{watched[0]}.reload.js?0").read()


def test_news_of_builds_are_for_this_machine_alone(watched: tuple[str, Builds]) -> None:
    assert ask(watched[0], "/.reload", "elsewhere.example")[0] == 403


def test_a_site_that_is_not_built_again_has_no_such_script(address: str) -> None:
    assert b"<script src" not in urlopen(f"{address}stories/velm-bridge/").read()
    with pytest.raises(HTTPError):
        urlopen(f"{address}.reload")


def test_no_page_on_disk_has_the_script_of_the_preview(preview: Path, published: Path) -> None:
    pages = (page for site in (preview, published) for page in site.rglob("*.html"))
    assert not [page for page in pages if ".reload" in page.read_text(encoding="utf-8")]


def test_a_process_that_waits_builds_when_it_is_told_to(tmp_path: Path) -> None:
    told = tmp_path / "told"
    code = f"import sys; sys.stdin.readline() and open({str(told)!r}, 'a').write('built'); sys.exit(1)"
    builder = Builder((sys.executable, "-c", code))
    assert [builder.build(), builder.build()] == [1, 1]
    builder.end()
    assert told.read_text() == "built" * 2


def test_a_process_that_could_not_wait_is_begun_again(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.touch()
    code = (
        f"import os, sys; os.path.exists({str(broken)!r}) and sys.exit(2); sys.exit(0 if sys.stdin.readline() else 3)"
    )
    builder = Builder((sys.executable, "-c", code))
    builder._process.wait()
    broken.unlink()
    assert builder.build() == 0
    builder.end()


STANDING_BY = """
import sys
from generator import build
build.is_changed = lambda: {changed}
build.os.execv = lambda *given: sys.exit(str(given[1][1:]))
sys.exit(build.main(sys.argv[1:]))
"""


@pytest.mark.parametrize(("line", "changed", "status"), [("", False, 0), ("\n", False, 0), ("\n", True, 1)])
def test_a_build_that_stands_by_builds_at_a_line_and_begins_anew_where_its_program_changed(
    line: str, changed: bool, status: int, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-c", STANDING_BY.format(changed=changed), "--stand-by", "--output", str(site)]
    run = subprocess.run(command, cwd=ROOT, input=line, capture_output=True, text=True)
    assert run.returncode == status
    assert site.exists() == (line != "" and not changed)
    assert ("'-m', 'generator.build', '--output'" in run.stderr) == changed
