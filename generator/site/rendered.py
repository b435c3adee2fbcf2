"""What is read of pages that this program has rendered."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html


def ids(html: str) -> tuple[str, ...]:
    """The ids of its elements in their order, each once."""
    return tuple(dict.fromkeys(map(str, lxml.html.document_fromstring(html).xpath("//@id"))))


def links_into(html: str, folder: str) -> Iterator[tuple[str, str]]:
    """Of each link to a page right below a folder of the site the name of that page, as addresses spell it, and the
    words of the link."""
    for link in lxml.html.document_fromstring(html).iter("a"):
        match link.get("href", "").split("/"):
            case [*_, above, name, ""] if above == folder and name:
                yield name, link.text_content()
