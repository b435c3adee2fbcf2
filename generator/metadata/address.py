"""Where a page stood, and in which language it is written."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.addresses import web_address
from generator.language.tokens import words
from generator.metadata.page import BODY_WORDS, Page, Rule
from generator.model import Found

_ADDRESS = re.compile(
    r"(?:(?:url|source|link|original|retrieved from|via)\s*:\s*)?(https?://[^\s<>\"]{4,300})", re.IGNORECASE
)
_ENGLISH = frozenset("the of and to in a that is for on with as was by at from has it be are an this which".split())
_ENGLISH_SHARE = 0.2  # of the words of an article; English news has .35 to .45, other languages under .08 ("in", "a")


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


def _common_words(page: Page) -> Found | None:
    for line in page.body:
        tokens = words(line.text)
        if len(tokens) >= BODY_WORDS:
            share = sum(token in _ENGLISH for token in tokens) / len(tokens)
            return Found("en", "common English words", line.quote) if share >= _ENGLISH_SHARE else None
    return None


ADDRESS_RULES: tuple[Rule, ...] = (_declared_url, _address_line)
LANGUAGE_RULES: tuple[Rule, ...] = (_declared_language, _common_words)
