"""Serves a built site on this machine, and builds it again when something changes."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from generator.errors import InputError

_POLL_SECONDS = 0.5  # an editor does not notice half a second; reading the times of 1,000 files takes 5 ms
_ADDRESS = "127.0.0.1"  # a draft is nobody else's business
_OWN_NAME = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?", re.IGNORECASE)  # of this machine, in Host


class Server(ThreadingHTTPServer):
    """A server whose trouble with one request is a line, and nothing where the browser just went away."""

    def handle_error(self, request: object, client_address: object) -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError):
            print(f"preview: {type(error).__name__}: {error}", file=sys.stderr)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder to whoever asks for this machine by its own name; an address that does not exist gets its
    404.html."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        # A page elsewhere may point a name of its own at this machine, and would then read drafts as its own pages.
        if not _OWN_NAME.fullmatch(", ".join(self.headers.get_all("Host", []))):
            self.send_error(403, "Forbidden", "The preview answers to localhost alone: open http://localhost:PORT/.")
            return None
        try:
            return super().send_head()
        except ValueError:  # an address that no file can have, such as one with a null character
            self.send_error(404)
            return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def serve(folder: Path, port: int, watched: tuple[Path, ...] = (), again: tuple[str, ...] = ()) -> None:
    """Serve a folder until interrupted. ``again`` is the command that builds it anew on a change of a file in
    ``watched``, files and folders, if any.

    Raises InputError for a port that cannot be had.
    """
    try:
        server = Server((_ADDRESS, port), partial(Handler, directory=str(folder)))
    except (OSError, OverflowError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise InputError(f"port {port}", problem.lower(), "choose another: --port or make serve PORT=…") from None
    with server:
        print(f"Serving at http://localhost:{port}/ until Ctrl-C.", flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            _watch(watched, again) if again else threading.Event().wait()
        except KeyboardInterrupt:
            print()
        server.shutdown()


def _watch(watched: tuple[Path, ...], command: tuple[str, ...]) -> None:
    seen = _times(watched)
    while True:
        time.sleep(_POLL_SECONDS)
        now = _times(watched)
        if now == seen:
            continue
        seen = now
        print("Changed; building again.", flush=True)
        # A process of its own, so that changed code counts too. One that fails leaves the site as it was.
        subprocess.run(command, check=False, stdout=sys.stdout, stderr=sys.stderr)


def _times(watched: tuple[Path, ...]) -> dict[Path, int]:
    files = [path for place in watched for path in (place, *place.rglob("*")) if "__pycache__" not in path.parts]
    times = {}
    for path in files:
        with suppress(OSError):  # an editor's own temporary file may be gone by now
            if path.is_file():
                times[path] = path.stat().st_mtime_ns
    return times
