"""Mails and newsletters: what is told from their text. All text is invented."""

from __future__ import annotations

import pytest

from generator.extract import extract
from generator.model import BlockKind, Document
from tests.making import source

HEADER = (
    "From: {who}\nTo: desk@digest.example\nDate: Thu, 7 May 2026 11:00:00 +0200\nSubject: Night train to Halden\n\n"
)
TEXT = (
    "The night train between Velby and Halden ran again on Monday after a rockfall had closed the line for two weeks.",
    "“We have checked every one of the forty-one bridges,” said the spokeswoman Ida Brenner on the platform in Velby.",
    "The repairs cost 1.4 million crowns and were finished four days earlier than planned, the rail authority said.",
)


def mail(*lines: str, who: str = "Coast Daily <news@coast.example>") -> Document:
    return extract(source(HEADER.format(who=who) + "\n\n".join(lines)))


def kept(document: Document) -> list[str]:
    blocks = (block for block in document.blocks if block.kind is not BlockKind.FURNITURE)
    return [document.text[block.start : block.end] for block in blocks]


@pytest.mark.parametrize(
    "line",
    [
        "View this email in your browser <https://coast.example/v?u=1>",
        "Trouble viewing this email? Read it online",
        "You are receiving this email because you signed up at coast.example. Unsubscribe <https://coast.example/u>",
        "You’re receiving this newsletter as a reader of Coast Daily.",
        "This message was sent to desk@digest.example by Coast Daily.",
        "Share this newsletter | Forward to a friend",
        "Forwarded this newsletter? Sign up here <https://coast.example/s>",
        "Coast Daily is free today. Tell its writers that their work is valuable to you by pledging a subscription.",
        "Facebook <https://f.example> | Twitter <https://t.example> | Instagram",
        "Manage your preferences or unsubscribe here.",
        "Newsletter im Browser ansehen",
        "Sie erhalten diesen Newsletter, weil Sie sich auf coast.example angemeldet haben.",
        "Newsletter abbestellen",
        "Si vous ne voyez pas correctement cet e-mail, consultez la version en ligne",
        "Vous recevez cet e-mail car vous êtes inscrit. Se désabonner",
        "Ver este correo en su navegador",
        "Ricevi questa newsletter perché sei iscritto. Annulla l’iscrizione",
        "Bekijk deze nieuwsbrief in je browser",
        "Sent from my iPhone",
    ],
)
def test_the_frame_of_a_newsletter_is_furniture(line: str) -> None:
    assert kept(mail(*TEXT, line)) == list(TEXT)


def test_what_stands_above_the_link_to_the_page_and_around_the_end_is_furniture() -> None:
    end = (
        "Coast Daily, Quay 4, 1100 Velby",
        "© 2026 Coast Daily",
        "You are receiving this mail because you signed up.",
        "Contact",
    )
    assert kept(mail("The trains run, the bridges hold", "View in your browser", *TEXT, *end)) == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "The ministry said that anybody can unsubscribe from its letters, which nobody had been able to do since it "
        "sent the first of them to every household in the country, and that it regrets this.",
        "See how the new page looks in a browser",
        "Date: Saturday",
        "From: that is where the train comes, and Velby is where it goes.",
        "On Monday the mayor wrote: nobody will be left behind on the platform in Velby, whatever it costs us.",
    ],
)
def test_a_text_that_is_no_mail_stays_whole(line: str) -> None:
    assert kept(extract(source("\n\n".join((*TEXT, line))))) == [*TEXT, line]


def test_the_quotations_of_a_text_that_is_no_mail_stay() -> None:
    assert len(kept(extract(source("\n\n".join((TEXT[0], f"> {TEXT[1]}", TEXT[2])))))) == 3


@pytest.mark.parametrize(
    "wrote",
    [
        "On Wed, 6 May 2026 at 10:00, Desk <desk@digest.example> wrote:",
        "Am 06.05.2026 um 10:00 schrieb Desk <desk@digest.example>:",
        "Le mer. 6 mai 2026 à 10:00, Desk <desk@digest.example> a écrit :",
        "El mié, 6 may 2026 a las 10:00, Desk (<desk@digest.example>) escribió:",
    ],
)
def test_what_a_reply_quotes_is_told_from_it(wrote: str) -> None:
    asked = "> How much did the repairs of the line between Velby and Halden cost, and who pays for them?"
    document = mail(
        *TEXT, "-- ", "Ida Brenner", "Nordrail", f"{wrote}\n{asked}", who="Ida Brenner <ida@nordrail.example>"
    )
    assert kept(document) == list(TEXT)
    assert [notice.code for notice in document.notices] == ["mail-quoted"]


@pytest.mark.parametrize(
    "seam",
    ["---------- Forwarded message ---------", "Begin forwarded message:", "-----Ursprüngliche Nachricht-----"],
)
def test_a_note_above_a_forwarded_mail_is_told_from_it(seam: str) -> None:
    inner = "From: Coast Daily\nDate: Mon, 4 May 2026 at 09:00\nSubject: Night train to Halden\nTo: Ole Brandt"
    document = mail("Is this of use to us, or have we had it from the agency?", seam, inner, *TEXT)
    assert kept(document) == list(TEXT)


def test_a_mail_that_is_quoted_whole_under_a_note_is_the_text() -> None:
    document = mail("See below, from my brother at the Daily, who was there.", *(f"> {line}" for line in TEXT))
    assert kept(document) == list(TEXT)
    assert document.text[document.blocks[-1].start - 2 : document.blocks[-1].start] == "> "


@pytest.mark.parametrize("link", ["Read more <https://click.coast.example/a8>", "Read more »", "Weiterlesen"])
def test_a_link_to_the_rest_of_an_item_is_told_from_it(link: str) -> None:
    assert kept(mail(TEXT[0], f"{TEXT[2]} {link}", TEXT[1])) == [TEXT[0], TEXT[2], TEXT[1]]


@pytest.mark.parametrize("end", ["and it will cost the line a million or more.", "and Oliver wants more"])
def test_a_sentence_that_ends_in_more_stays_whole(end: str) -> None:
    assert kept(mail(*TEXT, f"The bridges are to be painted {end}"))[-1].endswith(end)


def test_a_mail_below_a_note_is_told_by_its_header() -> None:
    below = ("From: Coast Daily", "Sent: Sunday, 11 March 2031 08:00", "To: Ida Brenner", "Subject: Night train")
    found = mail(
        "I think that this is worth a look for the digest of tomorrow, see below.",
        "\n".join(below),
        *TEXT,
        who="Ida Brenner <ida@digest.example>",
    )
    assert kept(found) == list(TEXT)
    assert [notice.code for notice in found.notices] == ["mail-quoted"]
