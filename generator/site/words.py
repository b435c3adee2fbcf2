"""What the site says in its own words: messages, numbers, days and lists, in the language of the site.

``Words`` is handed down to whatever makes text for a page or a feed; nothing asks the locale of a process. A message
stands in the code in English, is looked up by that in the catalogue of the language (``generator/catalogue.py``), and
its places are filled by name: ``words.gettext("Edition %(number)s", number=3)``. In tables it is only marked, by
``gettext_noop``, and looked up where it is used; ``make catalogues`` finds both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.support import NullTranslations

from generator.language import scripts
from generator.language.printable import printable as safe_text
from generator.language.quotations import balanced
from generator.language.scripts import first_part, head
from generator.model import Kind, Respect, Use
from generator.site import addresses


def gettext_noop(message: str) -> str:
    """The message as it is: marks it for the catalogues."""
    return message


@dataclass(frozen=True, slots=True)
class Words:
    """A site's words. ``language`` is its tag in HTML (BCP 47), ``locale`` whose days, numbers and lists it has."""

    language: str
    locale: Locale
    translations: NullTranslations  # which gives the English that it is asked for; a catalogue is a kind of it

    @property
    def base(self) -> str:
        """The language without its region: "de" of "de-AT"."""
        return self.language.split("-")[0].lower()

    @property
    def as_drafted(self) -> bool:
        """Whether days and numbers are written as in a digest, in the project's own English."""
        return self.locale == ENGLISH.locale

    @property
    def direction(self) -> str:
        """In which direction its script runs: "ltr" or "rtl"."""
        return self.locale.text_direction

    def gettext(self, message: str, **values: object) -> str:
        """The message, its places filled."""
        return _filled(self.translations.gettext(message), values)

    def ngettext(self, one: str, several: str, number: int, **values: object) -> str:
        """The form that the language has for a number; its place is named ``number``."""
        found = self.translations.ngettext(one, several, number)
        return _filled(found, {"number": self.number(number), **values})

    def number(self, value: int) -> str:
        """A whole number: "1,204"."""
        return _decimal(value, self.locale)

    def share(self, part: float) -> str:
        """A share of 0 to 1 as a whole per cent; only nothing is shown as 0 %, only all as 100 %."""
        if 0 < part < 0.01:
            return self.gettext("under 1 %")
        if 0.99 < part < 1:
            return self.gettext("over 99 %")
        return self.gettext("%(number)s %%", number=self.number(round(part * 100)))

    def day(self, value: date) -> str:
        """A day as readers write it: "3 November 2023"."""
        return format_date(value, "long", self.locale)

    def month(self, value: date) -> str:
        """A month as readers write it: "November 2023"."""
        return format_skeleton("yMMMM", value, locale=self.locale)

    def days(self, first: date, last: date) -> str:
        """That something was on one of these days: "between 19 October and 3 November 2023"."""
        start = self.day(first)
        if first.year == last.year:
            start = format_skeleton("MMMMd", first, locale=self.locale)
        return self.gettext("between %(first)s and %(last)s", first=start, last=self.day(last))

    def listed(self, items: Iterable[str]) -> str:
        """Items in a sentence: "A", "A and B", "A, B and C"."""
        return format_list(tuple(items), locale=self.locale)

    def name_of(self, language: str) -> str:
        """A language by its name; its code where the name is not known."""
        found = self.locale.languages.get(language.split("-")[0].lower())
        return found or self.gettext("the language “%(code)s”", code=language)

    def in_own_words(self, english: str) -> str:
        """A language that is named in English, by its name here; as it stands where the name is not known."""
        names = ENGLISH.locale.languages
        return next((self.name_of(code) for code, name in names.items() if name == english), english)


def _filled(message: str, values: dict[str, object]) -> str:
    return message % values if values else message


# The project's own conventions, which are those of its sources' text: "3 November 2023", "A, B and C".
ENGLISH = Words("en", Locale("en", "GB"), NullTranslations())

NO_LONGER = gettext_noop("no longer printed")  # by a page of which a newer save is there

# What is plainly reported needs no label; a claim of another kind must not be taken for it.
KIND_LABELS: dict[Kind, str] = {
    Kind.ALLEGATION: gettext_noop("alleged"),
    Kind.DENIAL: gettext_noop("denied"),
    Kind.PLAN: gettext_noop("planned"),
    Kind.ASSESSMENT: gettext_noop("assessment"),
}

# Where the question does not say it: one side is a denial, or tells as planned what the other tells as done.
STATUS_LABEL = gettext_noop("Planned or done")
# How a passage differs from the claim under which it stands.
RESPECT_LABELS: dict[Respect, str] = {
    Respect.WHO: gettext_noop("somebody else"),
    Respect.DEED: gettext_noop("something else"),
    Respect.NUMBER: gettext_noop("another number"),
    Respect.DATE: gettext_noop("another day"),
    Respect.PLACE: gettext_noop("another place"),
    Respect.NAME: gettext_noop("another name"),
    Respect.STATUS: gettext_noop("planned, not done"),
    Respect.STANCE: gettext_noop("the opposite"),
    Respect.CAUSE: gettext_noop("another cause"),
    Respect.SPEAKER: gettext_noop("another speaker"),
    Respect.QUOTATION: gettext_noop("other words"),
}
DENIED_LABEL = gettext_noop("Claimed and denied")  # of opposed accounts, where one of them is a denial

USE_LABELS: dict[Use, str] = {
    Use.CLAIM: gettext_noop("became claims"),
    Use.REPEAT: gettext_noop("repeats"),
    Use.OMITTED: gettext_noop("left out"),
    Use.HEADING: gettext_noop("headings"),
    Use.FURNITURE: gettext_noop("menus, forms and the like"),
}


@lru_cache(maxsize=10_000)  # a page has a hundred, and Babel takes 40 microseconds for each
def _decimal(value: int, locale: Locale) -> str:
    return str(format_decimal(value, locale=locale))


def printable(text: str) -> str:
    """Text that a page or a feed may hold, on one line: without what ``language.printable`` removes, and with single
    spaces between words."""
    return re.sub(r"\s+", " ", safe_text(text)).strip()


def iso_day(value: str) -> date | None:
    """The day of an ISO date or date and time; None for anything else."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


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
