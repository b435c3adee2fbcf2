"""Names of months and days of the week in any language. The one module of the language that knows Babel, whose tables
are those of Unicode's CLDR; loaded for what is not read as English alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from generator.language.lexicon import primary

if TYPE_CHECKING:
    from babel import Locale

# Arabic has other names in the east, in Egypt and in the west.
_ALSO = {"ar": ("ar_SY", "ar_DZ", "ar_MA"), "zh": ("zh_Hant",), "pt": ("pt_PT",), "de": ("de_AT",)}
_LEAST = 2  # letters of a name: "M" may be anything


@cache
def months(language: str) -> Mapping[str, int]:
    """The names of the months, in lower case and without stops, with their numbers; none for a language that CLDR does
    not have."""
    return _table(language, "months")


@cache
def weekdays(language: str) -> Mapping[str, int]:
    """The same of the days of the week, Monday 0."""
    return _table(language, "days")


@cache
def decimal_comma(language: str) -> bool:
    """Whether "2,4" is two and four tenths."""
    return any(symbols.get("decimal") == "," for symbols in _symbols(language))


@cache
def date_order(language: str) -> str:
    """The order of day, month and year in a date of digits: "dmy", "mdy" or "ymd"; "" where the language has several,
    as English has without a region."""
    from babel import Locale, UnknownLocaleError

    if language.lower() in ("", "en"):
        return ""
    try:
        pattern = str(Locale.parse(language.replace("-", "_")).date_formats["short"])
    except (UnknownLocaleError, ValueError):
        return ""
    return "".join(sorted("dmy", key=pattern.lower().index))


def _symbols(language: str) -> Iterator[Mapping[str, str]]:
    for locale in _locales(language):
        yield locale.number_symbols.get("latn", {})


def _table(language: str, what: str) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for locale in _locales(language):
        table = getattr(locale, what)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in table.get(context, {}).get(width, {}).items():
                    folded = str(name).strip(".॰").casefold()
                    if len(folded) >= _LEAST or not folded.isascii():
                        found.setdefault(folded, int(number))
    return found


def _locales(language: str) -> Iterator[Locale]:
    from babel import Locale, UnknownLocaleError  # its tables are read when the first text needs them

    for tag in (primary(language), *_ALSO.get(primary(language), ())):
        try:
            yield Locale.parse(tag)
        except (UnknownLocaleError, ValueError):
            continue
