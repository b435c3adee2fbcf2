"""In which language markup says that a part of a page is: the ``lang`` of the nearest element around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.elements import Element

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def part_languages(elements: Sequence[Element]) -> list[str | None]:
    """For each element the language (a BCP 47 tag) of what stands right in it, the page's own aside; None where none is
    said."""
    found: list[str | None] = [None]
    for element in elements[1:]:
        attributes = element.attributes
        said = (attributes.get("lang") or attributes.get("xml:lang")) if attributes else None
        if not said or element.name == "html":
            found.append(found[element.parent])
        else:
            found.append(said if _TAG.fullmatch(said) else None)
    return found
