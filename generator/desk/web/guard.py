"""What a request has to show before anything is done with it, and the headers of every answer.

A page elsewhere can send a browser here, and a name elsewhere can be pointed at this machine. So a request has to be
for this machine by its own name and carry the secret of this desk; an act has to come from a page of the desk as well,
which its origin and the secret in its form prove.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from generator.desk.web.handing import Upload
from generator.desk.web.upload import FORM as _WITH_FILE
from generator.desk.web.upload import read_upload

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

MAX_FORM_BYTES = 1_000_000  # an outline of 1,000 claims has about 200,000
MAX_UPLOAD_BYTES = 120_000_000  # of a form with a file: saved pages with pictures of up to 108 MB have been seen
MAX_FIELDS = 2_000
UPLOADS = "/add"  # at the end of the addresses to which a file may be sent
_FORM = "application/x-www-form-urlencoded"
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # under no-referrer a browser names no origin either
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of one run: ``address`` stands in the address that is printed and then in a cookie, ``form`` in every
    form, so that a page that is saved or shown holds no way in."""

    port: int
    address: str = field(default_factory=secrets.token_urlsafe)
    form: str = field(default_factory=secrets.token_urlsafe)

    @property
    def cookie(self) -> str:
        """The cookie's name: all ports of a machine share their cookies."""
        return f"desk-{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which this machine may be called."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"


@dataclass(frozen=True, slots=True)
class _Refusal:
    status: int
    words: str


_STRANGER = _Refusal(403, "Open the address that was printed when the desk was started: it holds the key.")


class Guard:
    """An application that passes on what may be heard. The fields of a form that has come are ``scope["form"]``, its
    file is ``scope["upload"]``."""

    def __init__(self, app: App, keys: Keys) -> None:
        self._app, self._keys = app, keys

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._heard(scope, receive, _with_headers(send))

    async def _heard(self, scope: Message, receive: Receive, send: Send) -> None:
        refusal = self._stranger(scope)
        if refusal is None and self._brings_key(scope):
            await _answer(send, 303, "", (b"location", b"/"), (b"set-cookie", self._cookie().encode()))
            return
        if refusal is None and not self._has_key(scope):
            refusal = _STRANGER
        if refusal is None and scope["method"] not in ("GET", "HEAD"):
            refusal = self._foreign(scope) or await self._take_form(scope, receive)
        if refusal is not None:
            await _answer(send, refusal.status, refusal.words)
            return
        await self._app(scope, receive, send)

    def _stranger(self, scope: Message) -> _Refusal | None:
        named = tuple(_values(scope, b"host"))
        if len(named) == 1 and named[0] in self._keys.hosts:
            return None
        return _Refusal(403, "The desk answers to 127.0.0.1 and localhost alone.")

    def _brings_key(self, scope: Message) -> bool:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        return scope["path"] == "/" and scope["method"] == "GET" and self._is_key(given)

    def _has_key(self, scope: Message) -> bool:
        pairs = (one.strip().partition("=") for value in _values(scope, b"cookie") for one in value.split(";"))
        return self._is_key([value for name, _, value in pairs if name == self._keys.cookie])

    def _is_key(self, given: list[str]) -> bool:
        return len(given) == 1 and _same(given[0], self._keys.address)

    def _cookie(self) -> str:
        return f"{self._keys.cookie}={self._keys.address}; Path=/; HttpOnly; SameSite=Strict"

    def _foreign(self, scope: Message) -> _Refusal | None:
        if scope["method"] != "POST":
            return _Refusal(405, "The desk knows GET and POST.")
        origins = tuple(_values(scope, b"origin"))
        if len(origins) != 1 or origins[0] not in {f"http://{host}" for host in self._keys.hosts}:
            return _Refusal(403, "An act has to come from a page of this desk.")
        if _kind(scope) != _FORM and not (_kind(scope) == _WITH_FILE and scope["path"].endswith(UPLOADS)):
            return _Refusal(415, "An act has to come from a form.")
        return None

    async def _take_form(self, scope: Message, receive: Receive) -> _Refusal | None:
        body, more, limit = bytearray(), True, MAX_UPLOAD_BYTES if _kind(scope) == _WITH_FILE else MAX_FORM_BYTES
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return _Refusal(400, "The form did not arrive.")
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > limit:
                return _Refusal(413, "The form is too large.")
        try:
            fields, scope["upload"] = _read(bytes(body), next(_values(scope, b"content-type")))
        except ValueError:
            return _Refusal(400, "The form cannot be read.")
        given = fields.pop("token", [])
        if len(given) != 1 or not _same(given[0], self._keys.form):
            return _Refusal(403, "The page is of an earlier run of the desk: load it again.")
        scope["form"] = fields
        return None


def _kind(scope: Message) -> str:
    """The media type of what a request brings."""
    return next(_values(scope, b"content-type"), "").partition(";")[0].strip().lower()


def _read(body: bytes, content_type: str) -> tuple[dict[str, list[str]], Upload | None]:
    """The fields of a form and its file. Raises ValueError for what is none."""
    if content_type.partition(";")[0].strip().lower() == _WITH_FILE:
        return read_upload(body, content_type, MAX_FIELDS)
    text = body.decode("ascii")
    return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS), None


def _same(given: str, key: str) -> bool:
    return secrets.compare_digest(given.encode(), key.encode())


def _values(scope: Message, name: bytes) -> Iterator[str]:
    """The values of a header, which stands there once as a rule."""
    return (value.decode("latin-1") for known, value in scope["headers"] if known == name)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *_HEADERS]
        await send(message)

    return sent


async def _answer(send: Send, status: int, words: str, *headers: tuple[bytes, bytes]) -> None:
    body = words.encode()
    told = ((b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": [*told, *headers]})
    await send({"type": "http.response.body", "body": body})
