"""Where a page stood, and in which language it is written."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.addresses import web_address
from generator.language.recognise import ENGLISH, is_english, is_read, recognise
from generator.metadata.page import Page, Rule
from generator.model import Found

_ADDRESS = re.compile(
    r"(?:(?:url|source|link|original|retrieved from|via)\s*:\s*)?(https?://[^\s<>\"]{4,300})", re.IGNORECASE
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


def _shown(found: Found) -> Found | None:
    """The same with an address that may be shown; None where it is none."""
    address = web_address(found.value)
    return None if address is None else replace(found, value=address)


def _declared_language(page: Page) -> Found | None:
    found = page.declared("language")
    if found is None or not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", found.value):
        return None
    return replace(found, value=found.value.replace("_", "-"))


def _language(page: Page) -> Found | None:
    """What the words show, where they show it: a template declares its own language, whatever its article's. English is
    told by its commonest words, another language by what is declared, if that is none of the read ones, else by its
    letters."""
    declared = _declared_language(page)
    lines = page.body or page.lines
    text = "\n".join(line.text for line in lines)
    english = is_english(text)
    if english is None or not lines:
        return declared
    quote = lines[0].quote
    if english:
        return declared if declared and is_read(declared.value) else Found(ENGLISH, "common English words", quote)
    if declared is not None and not is_read(declared.value):
        return declared
    return Found(recognise(text), "recognised by its letters", quote)


ADDRESS_RULES: tuple[Rule, ...] = (_declared_url, _address_line)
LANGUAGE_RULES: tuple[Rule, ...] = (_language,)
