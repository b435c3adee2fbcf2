"""What a capture tells of itself: headline, publisher, byline, date, language and address, each with the words that
show it and the doubt that stays; and the notices that an attentive editor would write.

Each fact has a file with its rules in their order. What markup declares comes before what the text shows, and what
the editor states in story.md before both.
"""

from __future__ import annotations

from dataclasses import replace

from generator.language.addresses import web_address
from generator.metadata.across import cross_check
from generator.metadata.address import ADDRESS_RULES, LANGUAGE_RULES
from generator.metadata.byline import BYLINE_RULES
from generator.metadata.envelope import (
    address_of_the_save,
    day_forwarded,
    day_sent,
    sender,
    sender_of_a_list,
    subject,
    subject_of_its_article,
)
from generator.metadata.genre import GENRE_RULES
from generator.metadata.notices import find_notices
from generator.metadata.page import Page, Rule
from generator.metadata.published import DATE_RULES
from generator.metadata.publisher import PUBLISHER_RULES
from generator.metadata.title import TITLE_RULES
from generator.model import Document, Found, Metadata

__all__ = ["cross_check", "find_metadata"]


def find_metadata(document: Document) -> Metadata:
    """What is known of a source from its cleaned document (furniture labelled). Every value but an editor's carries
    the verbatim words that show it."""
    page = Page(document)
    source = document.source
    published = None if source.published is None else source.published.isoformat()
    found = Metadata(
        title=_first(page, (subject_of_its_article, *TITLE_RULES, subject)),
        publisher=_stated(source.publisher) or _first(page, (sender_of_a_list, *PUBLISHER_RULES)),
        author=_stated(source.author) or _first(page, (*BYLINE_RULES, sender)),
        published=_stated(published) or _first(page, (day_sent, *DATE_RULES, day_forwarded)),
        url=_stated(web_address(source.url or "")) or _first(page, (*ADDRESS_RULES, address_of_the_save)),
        language=_first(page, LANGUAGE_RULES),
        genre=_first(page, GENRE_RULES),
    )
    return replace(found, notices=source.capture.notices + document.notices + tuple(find_notices(page, found)))


def _stated(value: str | None) -> Found | None:
    return Found(value, "stated in story.md") if value else None


def _first(page: Page, rules: tuple[Rule, ...]) -> Found | None:
    for rule in rules:
        found = rule(page)
        if found is not None:
            return found
    return None
