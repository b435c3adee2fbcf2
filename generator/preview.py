"""Serves a built site on this machine, and builds it again when something changes."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import InputError

if TYPE_CHECKING:
    from generator.build import Plan

_POLL_SECONDS = 0.5  # an editor does not notice half a second; reading the times of 1,000 files takes 5 ms
_ADDRESS = "127.0.0.1"  # a draft is nobody else's business


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder; an address that does not exist gets its 404.html."""

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


def serve(plan: Plan, port: int, again: list[str] | None) -> None:
    """Serve the output until interrupted. ``again`` is the command that builds it anew on a change, if any.

    Raises InputError for a port that cannot be had.
    """
    try:
        server = ThreadingHTTPServer((_ADDRESS, port), partial(Handler, directory=str(plan.output)))
    except (OSError, OverflowError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise InputError(f"port {port}", problem.lower(), "choose another: --port or make serve PORT=…") from None
    with server:
        print(f"Serving at http://localhost:{port}/ until Ctrl-C.", flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            _watch(plan, again) if again else threading.Event().wait()
        except KeyboardInterrupt:
            print()
        server.shutdown()


def _watch(plan: Plan, command: list[str]) -> None:
    seen = _times(plan)
    while True:
        time.sleep(_POLL_SECONDS)
        now = _times(plan)
        if now == seen:
            continue
        seen = now
        print("Changed; building again.", flush=True)
        # A process of its own, so that changed code counts too. One that fails leaves the site as it was.
        subprocess.run(command, check=False, stdout=sys.stdout, stderr=sys.stderr)


def _times(plan: Plan) -> dict[Path, int]:
    root = plan.settings.parent
    folders = (plan.content, root / "theme", root / "generator")
    files = [path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts]
    return {path: path.stat().st_mtime_ns for path in (*files, plan.settings) if path.is_file()}
