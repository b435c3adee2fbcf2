"""In which language markup says that a part of a page is: the ``lang`` of the nearest element around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.elements import Element

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def part_language(elements: Sequence[Element], index: int) -> str | None:
    """The language (a BCP 47 tag) of what stands right in an element, the page's own aside; None where none is said."""
    while index:
        element = elements[index]
        said = element.attributes.get("lang") or element.attributes.get("xml:lang")
        if said and element.name != "html":
            return said if _TAG.fullmatch(said) else None
        index = element.parent
    return None
