"""Numbers, dates and names in the words of the site. The same for every locale, since none is asked."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from generator.language import scripts
from generator.language.printable import printable as safe_text
from generator.language.quotations import balanced
from generator.language.scripts import first_part, head
from generator.model import Kind, Respect, Use
from generator.site import addresses

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# What is plainly reported needs no label; a claim of another kind must not be taken for it.
NO_LONGER = "no longer printed"  # by a page of which a newer save is there

KIND_LABELS: dict[Kind, str] = {
    Kind.ALLEGATION: "alleged",
    Kind.DENIAL: "denied",
    Kind.PLAN: "planned",
    Kind.ASSESSMENT: "assessment",
}

# Where the question does not say it: one side is a denial, or tells as planned what the other tells as done.
STATUS_LABEL = "Planned or done"
# How a passage differs from the claim under which it stands.
RESPECT_LABELS: dict[Respect, str] = {
    Respect.WHO: "somebody else",
    Respect.DEED: "something else",
    Respect.NUMBER: "another number",
    Respect.DATE: "another day",
    Respect.PLACE: "another place",
    Respect.NAME: "another name",
    Respect.STATUS: "planned, not done",
    Respect.STANCE: "the opposite",
    Respect.CAUSE: "another cause",
    Respect.SPEAKER: "another speaker",
    Respect.QUOTATION: "other words",
}
DENIED_LABEL = "Claimed and denied"  # of opposed accounts, where one of them is a denial

USE_LABELS: dict[Use, str] = {
    Use.CLAIM: "became claims",
    Use.REPEAT: "repeats",
    Use.OMITTED: "left out",
    Use.HEADING: "headings",
    Use.FURNITURE: "menus, forms and the like",
}


def printable(text: str) -> str:
    """Text that a page or a feed may hold, on one line: without what ``language.printable`` removes, and with single
    spaces between words."""
    return re.sub(r"\s+", " ", safe_text(text)).strip()


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 source", "1,204 claims"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def share(part: float) -> str:
    """A share of 0 to 1 as a whole per cent; only nothing is shown as 0 %, only all as 100 %."""
    if 0 < part < 0.01:
        return "under 1 %"
    if 0.99 < part < 1:
        return "over 99 %"
    return f"{round(part * 100)} %"


def day(value: date) -> str:
    """A day as readers write it: "3 November 2023"."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """A month as readers write it: "November 2023"."""
    return f"{_MONTHS[value.month - 1]} {value.year}"


def iso_day(value: str) -> date | None:
    """The day of an ISO date or date and time; None for anything else."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def listed(items: tuple[str, ...]) -> str:
    """Items in a sentence: "A", "A and B", "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def sentence(text: str) -> str:
    """Text with a capital at the start and a full stop at the end."""
    text = text.strip()
    if not text:
        return text
    return capital(text) + ("" if text[-1] in ".!?…" else ".")


def excerpt(text: str, limit: int, mark: str = "…") -> str:
    """The text, cut at a word where it is longer than ``limit`` code points, with an ellipsis."""
    if len(text) <= limit:
        return text
    return head(text, limit).rstrip(" ,;:…") + mark


def tail(text: str, limit: int) -> str:
    """The end of a text, cut at a word where it is longer than ``limit`` code points, after an ellipsis."""
    if len(text) <= limit:
        return text
    return "… " + scripts.tail(text, limit)


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def first_words(text: str, number: int = 5) -> str:
    """The beginning of a text, its quotation marks paired, with an ellipsis where there is more."""
    part = first_part(text, number)
    return text if part == text else balanced(part.rstrip(" ,;:、，"), opens_before=True) + " …"


def slug(text: str) -> str:
    """A name for an address: lower case, letters and digits of any script, hyphens between words; cut if too long."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return addresses.fitting(re.sub(r"[\W_]+", "-", folded).strip("-") or "unnamed")
