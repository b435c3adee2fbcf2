"""What the header of a mail or MHTML file says of the article in it."""

from __future__ import annotations

from generator.language.addresses import web_address
from generator.metadata.page import QUOTE, Page, shares_words
from generator.model import Envelope, Found


def _mail(page: Page) -> Envelope | None:
    envelope = page.document.source.capture.envelope
    return envelope if envelope is not None and envelope.is_mail else None


def subject_of_its_article(page: Page) -> Found | None:
    """The subject of a mail, where it speaks of what the article speaks of."""
    found = subject(page)
    return found if found is not None and shares_words(page, found.value) else None


def subject(page: Page) -> Found | None:
    """The subject of a mail, whatever it says."""
    mail = _mail(page)
    if mail is None or mail.subject is None:
        return None
    return Found(mail.subject, "subject of the mail", f"Subject: {mail.subject}")


def sender_of_a_list(page: Page) -> Found | None:
    """Who sends a newsletter, unless its page declares a publisher."""
    mail = _mail(page)
    if mail is None or mail.sender is None or not mail.is_bulk or mail.is_forwarded:
        return None
    if page.declared("publisher") is not None:
        return None
    return Found(mail.sender, "sender of the mail", f"From: {mail.sender}", "the sender of a newsletter may not own it")


def sender(page: Page) -> Found | None:
    """Who writes a mail that is no newsletter and no other's words."""
    mail = _mail(page)
    if mail is None or mail.sender is None or mail.is_bulk or mail.is_forwarded:
        return None
    return Found(mail.sender, "sender of the mail", f"From: {mail.sender}")


def day_sent(page: Page) -> Found | None:
    """The day on which a mail was sent, unless it hands on what was written before, or its page declares a day."""
    mail = _mail(page) if page.declared("published") is None else None
    if mail is None or mail.day is None or mail.is_forwarded:
        return None
    return Found(mail.day, "date of the mail", f"Date: {mail.day}")


def day_forwarded(page: Page) -> Found | None:
    """The day on which a mail was forwarded."""
    mail = _mail(page)
    if mail is None or mail.day is None or not mail.is_forwarded:
        return None
    doubt = "the day on which the mail was forwarded: published on this day or before"
    return Found(mail.day, "date of the mail", f"Date: {mail.day}", doubt)


def address_of_the_save(page: Page) -> Found | None:
    """Where a page stood when it was saved: by the comment of the program that saved it, or by its MHTML file."""
    for fact in page.document.declared:
        if fact.name == "url" and fact.how.startswith("comment of") and (address := web_address(fact.value)):
            quote = page.document.source.capture.text[fact.start : fact.end]
            return Found(address, fact.how, quote[:QUOTE])
    envelope = page.document.source.capture.envelope
    if envelope is None or envelope.address is None:
        return None
    return Found(envelope.address, "address in the file of the save", envelope.address)
