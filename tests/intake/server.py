"""A web server on this machine for the length of a test: what stands at each path is said in a table."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """``slow`` are seconds between two bytes; ``says`` is a length that is not the body's."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    packed: bool = False
    slow: float = 0.0
    says: int | None = None


@dataclass
class Site:
    """``pages`` may be changed while the server runs; ``asked`` are the paths that were asked for, ``slowly``
    counts the bytes that were sent one by one."""

    address: str
    pages: dict[str, Answer]
    asked: list[str] = field(default_factory=list)
    slowly: int = 0

    def url(self, path: str) -> str:
        return f"{self.address}{path}"


def page(text: str, title: str = "", **known: Any) -> Answer:
    """A page of paragraphs, as a small paper would have it."""
    paragraphs = "".join(f"<p>{one}</p>\n" for one in text.strip().split("\n"))
    site = known.pop("publisher", "The Orle Courier")
    head = f'<title>{title}</title><meta property="og:site_name" content="{site}">'
    head += f'<meta property="article:published_time" content="{known.pop("day", "2031-03-11")}">'
    html = f"<!doctype html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a></nav>"
    html += f"<article><h1>{title}</h1>{paragraphs}</article></body></html>"
    return Answer(html.encode(), **known)


@contextmanager
def serving(pages: dict[str, Answer]) -> Iterator[Site]:
    """The site, as long as the block lasts."""
    site = Site("", pages)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path
            site.asked.append(path)
            answer = site.pages.get(path)
            if answer is None:
                answer = Answer(b"gone", 404)
            body = gzip.compress(answer.body) if answer.packed else answer.body
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body) if answer.says is None else answer.says))
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            self._write(body, answer.slow)

        def _write(self, body: bytes, slow: float) -> None:
            try:
                if not slow:
                    self.wfile.write(body)
                for byte in body if slow else b"":
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    site.slowly += 1
                    time.sleep(slow)
            except OSError:  # the other side has hung up
                return

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
