"""A desk that runs on this machine, and a browser of a few lines: it keeps its cookie, and sends forms as they are."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode, urljoin

from lxml import html

from generator.desk.web.guard import Keys
from generator.desk.web.server import listening, server
from generator.intake.handing import take


@dataclass(frozen=True)
class Page:
    """An answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str

    @property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.body.decode("utf-8"))

    @property
    def text(self) -> str:
        """What a reader sees, spaces between single."""
        return " ".join(self.tree.text_content().split())

    def form(self, button: str, place: int = 0) -> html.HtmlElement:
        """The form that holds a button with these words, the first unless another place is given."""
        found = [one for one in self.tree.iter("form") if any(_words(each) == button for each in one.iter("button"))]
        return found[place]


def _words(button: html.HtmlElement) -> str:
    return " ".join((button.text or "").split())


def _fields(form: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for one in form.iter("input", "textarea", "select"):
        name, kind = one.get("name"), one.get("type")
        if not name or (kind in ("checkbox", "radio") and one.get("checked") is None):
            continue
        if one.tag == "select":
            chosen = [each for each in one.iter("option") if each.get("selected") is not None] or [
                next(one.iter("option"))
            ]
            yield name, chosen[0].get("value", chosen[0].text_content())
        else:
            yield name, one.text_content() if one.tag == "textarea" else one.get("value", "")


@dataclass
class Visitor:
    """Somebody with a browser, who has opened the address that was printed, unless told otherwise."""

    keys: Keys
    cookie: str = ""
    own: dict[str, str] = field(default_factory=dict)

    def enter(self) -> Visitor:
        answer = self.ask("GET", f"/?token={self.keys.address}")
        self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return self

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Page:
        """One request, as it is; headers are written with ``_`` for ``-``."""
        connection = http.client.HTTPConnection("127.0.0.1", self.keys.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {**({"Cookie": self.cookie} if self.cookie else {}), **named})
        answer = connection.getresponse()
        page = Page(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read(), path)
        connection.close()
        return page

    def open(self, path: str) -> Page:
        """A page, by way of where it leads."""
        page = self.ask("GET", path.partition("#")[0])
        return self.open(urljoin(path, page.headers["location"])) if page.status == 303 else page

    def post(self, path: str, fields: Mapping[str, str] | Sequence[tuple[str, str]], **headers: str) -> Page:
        """A form as a page of the desk sends it."""
        kept = {
            "Origin": f"http://127.0.0.1:{self.keys.port}",
            "Content-Type": "application/x-www-form-urlencoded",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        page = self.ask(
            "POST", path, urlencode(fields).encode(), **{name: value for name, value in kept.items() if value}
        )
        return self.open(urljoin(path, page.headers["location"])) if page.status == 303 else page

    def press(self, page: Page, button: str, place: int = 0, ticked: Sequence[str] = (), **fields: str) -> Page:
        """Press a button of a page; ``ticked`` are the values of boxes, ``fields`` what is written into others."""
        form = page.form(button, place)
        pressed = next(one for one in form.iter("button") if _words(one) == button)
        sent = [(name, fields.get(name, value)) for name, value in _fields(form)]
        sent += [("mark", value) for value in ticked]
        known = {name for name, _ in sent}
        sent += [(name, value) for name, value in fields.items() if name not in known]
        if pressed.get("name"):
            sent.append((pressed.get("name"), pressed.get("value", "")))
        action = urljoin(page.address, form.get("action", page.address))
        if form.get("method") == "get":
            return self.open(f"{action}?{urlencode(sent)}")
        return self.post(action, sent)


@contextmanager
def serving(stories: Path) -> Iterator[Visitor]:
    """A desk for these stories, and somebody at it."""
    with listening(0) as opened, TemporaryDirectory() as previews:
        keys = Keys(opened.getsockname()[1])
        desk = server(stories, keys, Path(previews), take)
        thread = threading.Thread(target=desk.run, kwargs={"sockets": [opened]}, daemon=True)
        thread.start()
        while not desk.started:
            time.sleep(0.01)
        try:
            yield Visitor(keys).enter()
        finally:
            desk.should_exit = True
            thread.join()
