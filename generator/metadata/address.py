"""Where a page stood, and in which language it is written."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.addresses import original, web_address
from generator.metadata.page import Page, Rule
from generator.model import Found

_ADDRESS = re.compile(
    r"(?:(?:url|source|link|original|retrieved from|via)\s*:\s*)?(https?://[^\s<>\"]{4,300})", re.IGNORECASE
)


# Above a copy in an archive or a cache: where the page stood.
_COPIED = re.compile(
    r"(?:The Wayback Machine - |This is Google['’]s cache of |Saved from\s)\s*(https?://[^\s<>\"]{4,300}?)\.?(?:\s|$)"
)


def _declared_url(page: Page) -> Found | None:
    found = page.declared("url")
    return None if found is None else _shown(found)


def _address_line(page: Page) -> Found | None:
    for line in page.top:
        match = _ADDRESS.fullmatch(page.written(line)) if len(line.text) < 400 else None
        if match is not None and match.group(1).count("/") > 2:
            return _shown(Found(match.group(1), "address in a line above the article", line.quote))
    return None


def _of_a_copy(page: Page) -> Found | None:
    for line in page.top:
        if (match := _COPIED.match(page.written(line))) is not None:
            return _shown(Found(match[1], "address in the line of an archive", line.quote))
    return None


def _shown(found: Found) -> Found | None:
    """The same with an address that may be shown; None where it is none."""
    address = web_address(original(found.value))
    return None if address is None else replace(found, value=address)


def _language(page: Page) -> Found | None:
    return page.language


ADDRESS_RULES: tuple[Rule, ...] = (_declared_url, _of_a_copy, _address_line)
LANGUAGE_RULES: tuple[Rule, ...] = (_language,)
