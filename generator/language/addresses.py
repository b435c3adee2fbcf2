"""Which addresses of captures may reach a page, a feed or data."""

from __future__ import annotations

import re

_WEB = re.compile(r"(https?://)([^/?#\\\"<>`^{|}]+)([/?#].*)?", re.IGNORECASE | re.DOTALL)
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{1,14}(?:[a-z]{2}_)?/|archive\.(?:today|ph|is|li|md|vn|fo)/(?:[\d.-]{4,20}/|o/\w+/)"
    r"|webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]{1,20}:)?)(https?://.+)",
    re.IGNORECASE | re.DOTALL,
)
_FRONT = re.compile(r"^(?:(?:www\d?|m|amp|mobile)\.)+(?=[^.]+\.)")
# Letters and marks by Unicode that show nothing (Default_Ignorable_Code_Point, and the blank braille pattern). What
# else shows nothing or turns the direction of text is no printable character to Python.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
_NO_PART = '"<>\\^`{|}'  # RFC 3986 has them nowhere, and a reader may take them for the end of the address


def web_address(text: str) -> str | None:
    """The web address as it may be shown, or None for what is none or names its host with characters that do not show.

    White space, controls, direction overrides, zero-width characters and noncharacters stand in it as their UTF-8 bytes
    (RFC 3986, section 2.1), as a browser asks for them, and so do marks that no address may hold; a lone surrogate
    vanishes.
    """
    parts = _WEB.fullmatch(text.strip())
    if parts is None or not all(map(_shows, parts[2])):
        return None
    rest = "".join(char if _shows(char) and char not in _NO_PART else _encoded(char) for char in parts[3] or "")
    return parts[1] + parts[2] + rest


def original(address: str) -> str:
    """The address of the page of which this is that of a copy in an archive; another address as it is."""
    found = _ARCHIVED.match(address)
    return address if found is None else found[1]


def site_of(address: str) -> str | None:
    """The host of a web address without "www." and a port; None for what names no site of the web, such as a number or
    a name without a dot."""
    parts = _WEB.fullmatch(address.strip())
    if parts is None:
        return None
    host = parts[2].rpartition("@")[2].partition(":")[0].lower().rstrip(".")
    host = _FRONT.sub("", host)
    return host if "." in host and not host.rpartition(".")[2].isdecimal() else None


def evidence(words: str) -> str:
    """The words that declare an address as they may be shown beside it: what does not show in them is encoded, too."""
    return "".join(char if _shows(char) or char.isspace() else _encoded(char) for char in words)


def _shows(char: str) -> bool:
    return char.isprintable() and not char.isspace() and not _BLANK.match(char)


def _encoded(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "ignore"))
