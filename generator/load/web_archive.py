"""A web archive of Safari -> the page in it. The archive is a property list, binary or XML; the page is the data of its
``WebMainResource``, which an outsider finds again by the standard library (``plistlib``)."""

from __future__ import annotations

import plistlib
from xml.parsers.expat import ExpatError

from generator.errors import InputError
from generator.language.addresses import web_address
from generator.load.mail import Part
from generator.model import Envelope

_BINARY, _XML = b"bplist00", b"<plist"
_XML_HEAD = 1_000  # bytes in which the root of an XML property list stands
_MAIN = "WebMainResource"
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_LINK = ("it is a link, not its page", "open the link, and save the page")
_UNUSABLE = "in Safari choose File > Save As > Page Source"


def is_property_list(data: bytes) -> bool:
    """Whether the bytes are a property list that may hold a page."""
    return data.startswith(_BINARY) or (_XML in data[:_XML_HEAD] and _MAIN.encode() in data)


def read_web_archive(data: bytes, shown: str) -> Part:
    """The page of a web archive. ``shown`` names the file in errors.

    Raises InputError for a property list that is no such archive, as that of a link, and for a broken one.
    """
    try:
        held = plistlib.loads(data)
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError, ExpatError):
        raise InputError(shown, "it is a web archive that cannot be read", _UNUSABLE) from None
    main = held.get(_MAIN) if isinstance(held, dict) else None
    if main is None:
        raise InputError(shown, *_LINK)
    page = main.get("WebResourceData") if isinstance(main, dict) else None
    kind = str(main.get("WebResourceMIMEType", _PAGES[0])).lower() if isinstance(main, dict) else ""
    if not isinstance(page, bytes) or kind not in _PAGES:
        raise InputError(shown, "it is a web archive that holds no page", _UNUSABLE)
    address = web_address(str(main.get("WebResourceURL", "")))
    return Part(
        data=page,
        media_type="text/plain" if kind == "text/plain" else "text/html",
        encoding=str(main.get("WebResourceTextEncodingName", "")),
        envelope=Envelope(is_mail=False, address=address),
        of="a web archive",
        place=f"its {_MAIN}",
    )
