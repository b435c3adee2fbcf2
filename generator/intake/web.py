"""An address of the web -> the bytes that its server sends. The one module that asks other machines for anything.

Addresses come from editors, but also from feeds and from servers that send elsewhere: whatever they name, nothing
inside the editor's own network is asked for. So a host's name is looked up here, every machine that it names must be a
public one, and the connection is made to that machine and to no other.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException, responses
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Event, Timer
from typing import NoReturn
from urllib.parse import urljoin

from protego import Protego
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Url, parse_url

from generator.errors import InputError

NAME = "news-digest"  # by which robots.txt may speak to us
_AGENT = f"{NAME} (an editor saves this page)"
_ACCEPT = "text/html, application/xhtml+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
_SCHEMES = {"http": 80, "https": 443}
_MOVED = (301, 302, 303, 307, 308)
_WALLED = (401, 402, 403, 407, 429, 451, 503)  # a browser may be let in where we are not
_ROBOTS_BYTES = 500_000  # RFC 9309, section 2.5: what has to be read of a robots.txt
_BY_BROWSER = "open it in your browser, save the page, and add the file"
# Addresses that stand for an IPv4 address of any network (RFC 6052, RFC 8215).
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))

_Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost. An article has .1 to 2 MB; the largest of the pages that were measured, with its pictures
    inside, 9 MB. Browsers follow twenty redirects, and no page that was met needed more than three."""

    size: int = 25_000_000  # bytes, unpacked
    seconds: float = 30.0  # for the whole of one answer, however slowly it comes
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """``address`` is where it was found in the end; ``media_type`` and ``charset`` are what the server says of it, ""
    where it says nothing."""

    address: str
    data: bytes
    media_type: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    data: bytes
    location: str
    content_type: str


@dataclass(slots=True)
class Web:
    """One errand to the web: what each site's robots.txt says is asked for once."""

    limits: Limits = Limits()
    _robots: dict[tuple[str, bool], Protego | None] = field(default_factory=dict)

    def fetch(self, address: str, local: bool | None = None) -> Fetched:
        """What stands at an address. ``local`` lets it be on this machine, as an address may that names this machine in
        so many words (the default asks for that): an editor who tries a page of his own writes such a one.

        Raises InputError, which names the address, for what is no public web address, what robots.txt keeps from us,
        what the server does not give, and what is too large, too slow or sent on too often.
        """
        url = _url(address, address)
        here = _names_this_machine(url) if local is None else local
        for _ in range(self.limits.redirects + 1):
            self._refuse_kept(url, here, address)
            answer = self._ask(url, here, address, self.limits.size)
            if answer.status not in _MOVED or not answer.location:
                return _given(answer, url, address)
            url = _url(urljoin(url.url, answer.location), address)
        problem = f"it is sent on more than {self.limits.redirects} times"
        raise InputError(address, problem, _BY_BROWSER)

    def _refuse_kept(self, url: Url, local: bool, address: str) -> None:
        """Raise InputError where the site's robots.txt asks us not to fetch this."""
        site = f"{url.scheme}://{url.netloc}"
        key = (site, local)
        if key not in self._robots:
            self._robots[key] = self._read_robots(site, local, address)
        robots = self._robots[key]
        if robots is not None and not robots.can_fetch(url.url, NAME):
            raise InputError(address, f"{site}/robots.txt asks programs not to fetch it", _BY_BROWSER)

    def _read_robots(self, site: str, local: bool, address: str) -> Protego | None:
        """A site's rules; None where it has none. One whose rules cannot be had is left alone (RFC 9309)."""
        url = _url(f"{site}/robots.txt", address)
        for _ in range(self.limits.redirects + 1):
            answer = self._ask(url, local, address, _ROBOTS_BYTES, whole=False)
            if answer.status not in _MOVED or not answer.location:
                break
            url = _url(urljoin(url.url, answer.location), address)
        if answer.status >= 500:
            problem = f"{site}/robots.txt cannot be read ({answer.status}), so that nothing may be fetched"
            raise InputError(address, problem, f"try again later, or {_BY_BROWSER}")
        return Protego.parse(answer.data.decode("utf-8", "replace")) if answer.status == 200 else None

    def _ask(self, url: Url, local: bool, address: str, most: int, whole: bool = True) -> _Answer:
        """One question and its answer, of which ``most`` bytes are read at most: with ``whole``, more is refused."""
        with _told(address, self.limits.seconds), _connected(url, local, address, self.limits.seconds) as connection:
            connection.request(
                "GET",
                url.request_uri,
                headers={
                    "Host": url.netloc or "",
                    "User-Agent": _AGENT,
                    "Accept": _ACCEPT,
                    "Accept-Encoding": "gzip, deflate",
                },
                preload_content=False,
            )
            answer = connection.getresponse()
            data = answer.read(most + 1) if answer.status == 200 else b""
        if len(data) > most and whole:
            problem = f"it is larger than {most // 1_000_000} MB"
            raise InputError(address, problem, "save only the article's own page or text, and add the file")
        location, content_type = (answer.headers.get(name, "") for name in ("Location", "Content-Type"))
        return _Answer(answer.status, data[:most], location, content_type)


def is_address(text: str) -> bool:
    """Whether it is meant as an address and not as a file."""
    scheme, colon, rest = text.partition("://")
    return bool(colon) and scheme.isalpha() and bool(rest)


def _url(address: str, asked: str) -> Url:
    """The parts of an address, written as servers are asked. ``asked`` is what the editor asked for."""
    try:
        url = parse_url(address.strip())
    except LocationParseError:
        url = Url()
    if url.scheme not in _SCHEMES or not url.host:
        problem = "it is no web address" if address == asked else f"it leads to {address!r}, which is no web address"
        raise InputError(asked, problem, "write the whole address, beginning with https://")
    if url.auth:
        raise InputError(asked, "it holds a name or a password", "leave them out, or save the page in your browser")
    return url._replace(path=url.path or "/", fragment=None)


def _given(answer: _Answer, url: Url, address: str) -> Fetched:
    if answer.status != 200:
        words = responses.get(answer.status, "")
        problem = f"the server answers {answer.status}{f' {words}' if words else ''}"
        raise InputError(address, problem, _BY_BROWSER if answer.status in _WALLED else "check it in your browser")
    if not answer.data.strip():
        raise InputError(address, "the server sends an empty page", _BY_BROWSER)
    media_type, _, rest = answer.content_type.partition(";")
    label = rest.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    return Fetched(url.url, answer.data, media_type.strip().lower(), label)


def is_this_machine(address: str) -> bool:
    """Whether an address names this machine in so many words."""
    return _names_this_machine(_url(address, address))


def _names_this_machine(url: Url) -> bool:
    host = (url.host or "").strip("[]")
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_public(address: _Address) -> bool:
    """Whether it is an address of the public internet, and no other network's behind a translation."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and any(address in network for network in _TRANSLATED):
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def _places(url: Url, local: bool, address: str) -> list[_Address]:
    """The machines of a host. Raises InputError where it has none, or one that may not be asked."""
    host, port = (url.host or "").strip("[]"), url.port or _SCHEMES[url.scheme or ""]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputError(address, f"the host {host} is not found", "check the address and the network") from None
    machines = list(dict.fromkeys(ip_address(str(place[4][0]).partition("%")[0]) for place in found))
    for machine in machines:
        if not (is_public(machine) or (local and machine.is_loopback)):
            problem = f"{host} ({machine}) is no machine of the public web"
            raise InputError(address, problem, "save the page in your browser, and add the file")
    return machines


@contextmanager
def _connected(url: Url, local: bool, address: str, seconds: float) -> Iterator[HTTPConnection]:
    """A connection to the first of a host's machines that answers, cut off when its time is over."""
    over = Event()
    connection = _connect(url, _places(url, local, address), seconds)
    timer = Timer(seconds, _cut_off, (connection.sock, over))
    timer.daemon = True
    timer.start()
    try:
        yield connection
    except (HTTPError, HTTPException, OSError):
        if over.is_set():
            _too_slow(address, seconds)
        raise
    finally:
        timer.cancel()
        connection.close()
    if over.is_set():
        _too_slow(address, seconds)


def _connect(url: Url, machines: list[_Address], seconds: float) -> HTTPConnection:
    for place, machine in enumerate(machines):
        connection = _connection(url, str(machine), seconds)
        try:
            connection.connect()
            return connection
        except (HTTPError, OSError) as error:
            connection.close()
            if place == len(machines) - 1 or isinstance(error, ssl.SSLError):
                raise
    raise OSError("no machine")


def _connection(url: Url, machine: str, seconds: float) -> HTTPConnection:
    """A connection to a machine; a secure one is to show the certificate of the host that is meant."""
    port = url.port or _SCHEMES[url.scheme or ""]
    if url.scheme == "http":
        return HTTPConnection(machine, port, timeout=seconds)
    host = (url.host or "").strip("[]")
    context = ssl.create_default_context()
    return HTTPSConnection(machine, port, timeout=seconds, server_hostname=host, ssl_context=context)


def _cut_off(channel: object, over: Event) -> None:
    """End a connection from another thread: what waits for its next byte stops waiting."""
    over.set()
    if isinstance(channel, socket.socket):
        try:
            socket.socket.shutdown(channel, socket.SHUT_RDWR)
        except OSError:  # it has ended by itself
            return


@contextmanager
def _told(address: str, seconds: float) -> Iterator[None]:
    """Whatever goes wrong with a connection is told in one line."""
    try:
        yield
    except ssl.SSLError as error:
        problem = f"its connection is not safe ({error.reason or error})"
        raise InputError(address, problem, _BY_BROWSER) from None
    except TimeoutError:
        _too_slow(address, seconds)
    except (HTTPError, HTTPException, OSError) as error:
        if isinstance(error.__cause__, ssl.SSLError) or "CERTIFICATE" in str(error):
            raise InputError(address, "its connection is not safe (its certificate)", _BY_BROWSER) from None
        if "timed out" in str(error):
            _too_slow(address, seconds)
        raise InputError(address, f"it cannot be fetched ({_kind(error)})", "check it in your browser") from None


def _kind(error: Exception) -> str:
    """What went wrong with a connection, in a few words."""
    inner = next((one for one in (error.__cause__, *error.args) if isinstance(one, OSError)), error)
    words = inner.strerror if isinstance(inner, OSError) and inner.strerror else type(inner).__name__
    return words.lower() if " " in words else f"the answer ends early or is none: {words}"


def _too_slow(address: str, seconds: float) -> NoReturn:
    raise InputError(address, f"the server takes more than {seconds:g} seconds", f"try again later, or {_BY_BROWSER}")
