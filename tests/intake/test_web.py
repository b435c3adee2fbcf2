"""What is fetched, and what is refused, with a server on this machine."""

from __future__ import annotations

import socket
from ipaddress import ip_address

import pytest

from generator.errors import InputError
from generator.intake.web import Limits, Web, is_public
from tests.intake.server import Answer, Site

MOVED = {"Location": "/weir"}


def robots(rules: str, status: int = 200) -> Answer:
    return Answer(rules.encode(), status, {"Content-Type": "text/plain"})


def refused(site: Site, path: str, **limits: float) -> str:
    """The one line that refuses an address."""
    with pytest.raises(InputError) as told:
        Web(Limits(**limits)).fetch(site.url(path))  # type: ignore[arg-type]
    assert str(told.value).startswith(f"{site.url(path)}: ") and "\n" not in str(told.value)
    return str(told.value)


def test_a_page_comes_as_its_server_sends_it(site: Site) -> None:
    found = Web().fetch(site.url("/weir"))
    assert (found.data, found.media_type, found.charset) == (site.pages["/weir"].body, "text/html", "utf-8")


def test_a_packed_page_is_unpacked(site: Site) -> None:
    site.pages["/weir"].packed = True
    assert Web().fetch(site.url("/weir")).data == site.pages["/weir"].body


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_page_that_has_moved_is_found_where_it_is(status: int, site: Site) -> None:
    site.pages["/old"] = Answer(status=status, headers=MOVED)
    found = Web().fetch(site.url("/old#part"))
    assert (found.address, found.data) == (site.url("/weir"), site.pages["/weir"].body)


def test_who_is_sent_in_a_circle_stops(site: Site) -> None:
    site.pages["/round"] = Answer(status=302, headers={"Location": "/round"})
    assert "it is sent on more than 5 times; open it in your browser" in refused(site, "/round")
    assert site.asked.count("/round") == 6


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("http://10.0.0.1/secret", "10.0.0.1 (10.0.0.1) is no machine of the public web"),
        ("http://169.254.169.254/latest", "is no machine of the public web"),
        ("http://[fd00::1]/", "is no machine of the public web"),
        ("file:///etc/passwd", "it leads to 'file:///etc/passwd', which is no web address"),
        ("ftp://files.example/a", "which is no web address"),
    ],
)
def test_nobody_is_sent_into_a_network_of_ones_own(location: str, told: str, site: Site) -> None:
    site.pages["/old"] = Answer(status=302, headers={"Location": location})
    assert told in refused(site, "/old")


def test_a_public_name_that_names_this_machine_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.address.rpartition(":")[2])
    place = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [place])
    with pytest.raises(InputError, match=r"paper.example \(127.0.0.1\) is no machine of the public web"):
        Web().fetch(f"http://paper.example:{port}/weir")
    assert site.asked == []


def test_this_machine_is_asked_only_where_that_is_allowed(site: Site) -> None:
    with pytest.raises(InputError, match="is no machine of the public web"):
        Web().fetch(site.url("/weir"), local=False)
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("0.0.0.0", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("224.0.0.1", False), ("255.255.255.255", False),
        ("::1", False), ("::", False), ("fe80::1", False), ("fc00::1", False), ("ff02::1", False),
        ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False),
        ("64:ff9b::5db8:d70e", True),
    ],
)  # fmt: skip
def test_private_addresses_are_known_in_every_guise(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


@pytest.mark.parametrize(
    "address", ["ftp://paper.example/a", "file:///etc/passwd", "https://", "http://[::1", "javascript://x"]
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(InputError, match="it is no web address; write the whole address, beginning with https://"):
        Web().fetch(address)


def test_a_password_is_sent_to_nobody(site: Site) -> None:
    with pytest.raises(InputError, match="it holds a name or a password"):
        Web().fetch(site.url("/weir").replace("://", "://ada:secret@"))
    assert site.asked == []


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_that_is_too_large_is_refused_packed_or_not(packed: bool, site: Site) -> None:
    site.pages["/big"] = Answer(b"a" * 3_000_000, packed=packed)
    assert "it is larger than 2 MB" in refused(site, "/big", size=2_000_000)


def test_a_server_that_answers_byte_by_byte_is_given_up(site: Site) -> None:
    site.pages["/slow"] = Answer(b"a" * 1000, slow=0.05)
    assert "the server takes more than 0.3 seconds" in refused(site, "/slow", seconds=0.3)
    assert site.slowly < 1000


def test_a_server_that_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"http://127.0.0.1:{mute.getsockname()[1]}/"
        with pytest.raises(InputError, match=r"the server takes more than 0.2 seconds"):
            Web(Limits(seconds=0.2)).fetch(address)


def test_half_a_page_is_none(site: Site) -> None:
    site.pages["/half"] = Answer(b"<p>The old weir", says=1000)
    assert "it cannot be fetched (the answer ends early or is none: " in refused(site, "/half")


def test_a_server_that_is_not_there_is_told_in_a_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(InputError, match=r"it cannot be fetched \(connection refused\)"):
        Web().fetch(f"http://127.0.0.1:{port}/")


def test_a_host_that_is_not_found_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(InputError, match=r"the host paper\.example is not found; check the address and the network"):
        Web().fetch("https://paper.example/weir")


def test_what_speaks_no_http_is_told_in_a_line(site: Site) -> None:
    with pytest.raises(InputError, match=r"its connection is not safe|it cannot be fetched"):
        Web().fetch(site.url("/weir").replace("http://", "https://"))


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (403, "the server answers 403 Forbidden; open it in your browser, save the page, and add the file"),
        (404, "the server answers 404 Not Found; check it in your browser"),
        (500, "the server answers 500 Internal Server Error"),
    ],
)
def test_what_the_server_refuses_is_told_with_a_way_out(status: int, told: str, site: Site) -> None:
    site.pages["/weir"].status = status
    assert told in refused(site, "/weir")


def test_an_empty_page_is_none(site: Site) -> None:
    site.pages["/empty"] = Answer(b" \n")
    assert "the server sends an empty page" in refused(site, "/empty")


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /weir",
        "User-agent: *\nDisallow: /",
        "User-agent: news-digest\nDisallow: /*ir$",
        "User-agent: *\nAllow: /\n\nUser-agent: News-Digest\nDisallow: /",
    ],
)
def test_what_robots_txt_keeps_is_not_fetched(rules: str, site: Site) -> None:
    site.pages["/robots.txt"] = robots(rules)
    assert f"{site.address}/robots.txt asks programs not to fetch it; open it in your browser" in refused(site, "/weir")
    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "rules", ["User-agent: other\nDisallow: /", "User-agent: *\nDisallow: /\nAllow: /weir", "User-agent: *\nDisallow:"]
)
def test_what_robots_txt_allows_is_fetched(rules: str, site: Site) -> None:
    site.pages["/robots.txt"] = robots(rules)
    assert Web().fetch(site.url("/weir")).data


def test_robots_txt_is_asked_of_where_a_page_has_moved_to(site: Site) -> None:
    site.pages["/old"] = Answer(status=302, headers=MOVED)
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /weir")
    assert "asks programs not to fetch it" in refused(site, "/old")
    assert "/weir" not in site.asked


def test_rules_that_cannot_be_had_keep_everything(site: Site) -> None:
    site.pages["/robots.txt"] = robots("", 503)
    assert "/robots.txt cannot be read (503), so that nothing may be fetched" in refused(site, "/weir")


def test_the_rules_of_a_site_are_asked_for_once(site: Site) -> None:
    errand = Web()
    errand.fetch(site.url("/weir"))
    errand.fetch(site.url("/bridge"))
    assert site.asked == ["/robots.txt", "/weir", "/bridge"]
