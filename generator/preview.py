"""Serves a built site on this machine, and builds it again when something changes."""

from __future__ import annotations

import io
import os
import re
import stat
import subprocess
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO, Final

from generator.errors import InputError

_POLL_SECONDS = 0.5  # an editor does not notice half a second; reading the times of 1,000 files takes 5 ms
_NOTHING_BUILT = 2  # exit status of a build that left the site as it was
_ADDRESS = "127.0.0.1"  # a draft is nobody else's business
_OWN_NAME = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?", re.IGNORECASE)  # of this machine, in Host


class Server(ThreadingHTTPServer):
    """A server whose trouble with one request is a line, and nothing where the browser just went away."""

    def handle_error(self, request: object, client_address: object) -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError):
            print(f"preview: {type(error).__name__}: {error}", file=sys.stderr)


# What the preview alone adds to a page, on its way to the browser: a script that reloads it when the site was built
# after the page was sent. The policy of the page allows it nothing else.
_RELOAD: Final = "/.reload"
_SCRIPT: Final = (
    'const sent=document.currentScript.src.split("?")[1];'
    f'new EventSource("{_RELOAD}").onmessage=told=>{{if(told.data!==sent)location.reload()}}'
).encode()
_TAG: Final = f'<script src="{_RELOAD}.js?{{}}"></script>\n</body>'
_NO_SCRIPT: Final = b"default-src &#39;none&#39;; "
_OWN_SCRIPT: Final = _NO_SCRIPT + b"script-src &#39;self&#39;; "
_STILL_THERE: Final = 15  # seconds after which a page is written to again: else one that has gone would go unseen


class Builds:
    """How often the site was built while it is served, for pages that wait for the next time."""

    def __init__(self) -> None:
        self._number, self._changed = 0, threading.Condition()

    def done(self) -> None:
        """The site was built."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def after(self, number: int, seconds: float) -> int:
        """The number of the last build, as soon as it is another than this, or after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, seconds)
            return self._number


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder to whoever asks for this machine by its own name; an address that does not exist gets its
    404.html. Where ``builds`` are told of, open pages reload after each."""

    def __init__(self, *args: Any, builds: Builds | None = None, **options: Any) -> None:
        self._builds = builds
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """Answer with a file, or with the news of builds."""
        if self._builds is not None and _OWN_NAME.fullmatch(", ".join(self.headers.get_all("Host", []))):
            if self.path == _RELOAD:
                self._tell(self._builds)
                return
            if self.path.partition("?")[0] == f"{_RELOAD}.js":
                self._send(_SCRIPT, "text/javascript")
                return
        super().do_GET()

    def _tell(self, builds: Builds) -> None:
        """Send the number of the last build, and each that follows, as server-sent events (HTML standard, 9.2)."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number = builds.after(-1, 0)
        while True:
            self.wfile.write(f"data: {number}\n\n".encode())
            self.wfile.flush()
            number = builds.after(number, _STILL_THERE)

    def _reloading(self, page: bytes, builds: Builds) -> bytes:
        tag = _TAG.format(builds.after(-1, 0)).encode()
        if b"script-src" not in page:  # the page with the search box allows its own already
            page = page.replace(_NO_SCRIPT, _OWN_SCRIPT, 1)
        return page.replace(b"</body>", tag, 1)

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        # A page elsewhere may point a name of its own at this machine, and would then read drafts as its own pages.
        if not _OWN_NAME.fullmatch(", ".join(self.headers.get_all("Host", []))):
            self.send_error(403, "Forbidden", "The preview answers to localhost alone: open http://localhost:PORT/.")
            return None
        try:
            page = Path(self.translate_path(self.path), "index.html" if self.path.endswith("/") else "")
            if self._builds is not None and page.suffix == ".html" and page.is_file():
                self._send(self._reloading(page.read_bytes(), self._builds), "text/html; charset=utf-8")
                return None
            return super().send_head()
        except ValueError:  # an address that no file can have, such as one with a null character
            self.send_error(404)
            return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        self._send(page.read_bytes(), "text/html; charset=utf-8", 404)

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
        builds = Builds() if again else None
        server = Server((_ADDRESS, port), partial(Handler, directory=str(folder), builds=builds))
    except (OSError, OverflowError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise InputError(f"port {port}", problem.lower(), "choose another: --port or make serve PORT=…") from None
    with server:
        print(f"Serving at http://localhost:{port}/ until Ctrl-C.", flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            _watch(watched, again, builds) if builds else threading.Event().wait()
        except KeyboardInterrupt:
            print()
        server.shutdown()


class Builder:
    """A process that has loaded all that a build needs, and builds as soon as it is told to: a second less to wait. Of
    a process of its own changed code counts too, and one that fails leaves the site as it was."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = (*command, "--stand-by")
        self._process = self._begin()

    def build(self) -> int:
        """Build; returns the exit status. The next process is begun."""
        if self._process.poll() is not None:  # it could not even load the program as it was then
            self._process = self._begin()
        process = self._process
        process.communicate(b"\n")
        self._process = self._begin()
        return process.returncode

    def end(self) -> None:
        """Let the process that waits end."""
        self._process.communicate()

    def _begin(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=sys.stdout, stderr=sys.stderr)


def _watch(watched: tuple[Path, ...], command: tuple[str, ...], builds: Builds) -> None:
    builder = Builder(command)
    try:
        _build_on_changes(watched, builder, builds)
    finally:
        builder.end()


def _build_on_changes(watched: tuple[Path, ...], builder: Builder, builds: Builds) -> None:
    seen = _times(watched)
    while True:
        time.sleep(_POLL_SECONDS)
        now = _times(watched)
        if now == seen:
            continue
        seen = now
        print("Changed; building again.", flush=True)
        if builder.build() != _NOTHING_BUILT:
            builds.done()


def _times(watched: tuple[Path, ...]) -> dict[str, int]:
    times: dict[str, int] = {}
    for place in watched:
        _look(str(place), times, top=True)
    return times


def _look(place: str, times: dict[str, int], top: bool = False) -> None:
    """Note when a file, or each below a folder, was written last."""
    with suppress(OSError):  # an editor's own temporary file may be gone by now
        status = os.stat(place, follow_symlinks=top)
        if not stat.S_ISDIR(status.st_mode):
            times[place] = status.st_mtime_ns
            return
        for name in os.listdir(place):
            if name != "__pycache__":
                _look(f"{place}/{name}", times)
