"""Serves a built site on loopback as a host would: compressed, with the headers that ``_headers`` asks for."""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

_COMPRESSED: Final = (".html", ".css", ".svg", ".xml", ".json", ".opml", ".txt")
Rules = tuple[tuple[str, str, str], ...]


class _Handler(SimpleHTTPRequestHandler):
    """Answers GET from a folder and says nothing on standard error."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, rules: Rules, **known: str) -> None:
        self.rules = rules
        super().__init__(*args, **known)  # type: ignore[arg-type]  # whatever the server hands over

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        missing = not file.is_file()
        if missing:
            file = Path(self.directory, "404.html")
        data = file.read_bytes() if file.is_file() else b"not found"
        self.send_response(HTTPStatus.NOT_FOUND if missing else HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(file)}{'; charset=utf-8' if _is_text(file) else ''}")
        for pattern, name, value in self.rules:
            if fnmatch(self.path, pattern) and name != "Content-Type":
                self.send_header(name, value)
        if _is_text(file) and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the audit's own table is what is read."""


class _Server(ThreadingHTTPServer):
    """Takes it quietly that a browser closes its connections when it ends."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # passed on as it came


def _is_text(file: Path) -> bool:
    return file.suffix in _COMPRESSED


def _rules(folder: Path) -> Rules:
    found, pattern = [], ""
    headers = folder / "_headers"
    for line in headers.read_text(encoding="utf-8").splitlines() if headers.exists() else ():
        if line.startswith((" ", "\t")):
            name, _, value = line.strip().partition(":")
            found.append((pattern, name, value.strip()))
        else:
            pattern = line.strip()
    return tuple(found)


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[str]:
    """The address of a server of ``folder`` that ends with the block. ``port`` 0 takes a free one."""
    server = _Server(("127.0.0.1", port), partial(_Handler, directory=str(folder), rules=_rules(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def free_port() -> int:
    """A port of loopback that nothing uses at this moment."""
    with ThreadingHTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler) as server:
        return server.server_port
