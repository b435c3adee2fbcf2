"""The settings and the catalogues of a theme -> the words of the site.

A theme has a folder ``translations`` with ``<language>/LC_MESSAGES/messages.po`` for each language, and the list of all
messages beside them, ``messages.pot``. Both are made by ``make catalogues``; what is committed is text, and is read
anew with each build.
"""

from __future__ import annotations

import re
import runpy
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations

from generator.errors import InputError
from generator.site.words import ENGLISH, Words

SETTING: Final = "DEFAULT_LANG"
DOMAIN: Final = "messages"
_PLACE: Final = re.compile(r"%\(\w+\)s|%%|%")


def site_words(settings: Path) -> Words:
    """The words of the site with these settings: those of the catalogue for DEFAULT_LANG, with the days and numbers of
    its region. English is what stands in the code; its catalogue need say only what a site says otherwise.

    Raises InputError for a language that is none, or of which the theme has no catalogue, and for a catalogue that
    cannot be used.
    """
    return theme_words(*spoken(settings), settings.name)


def spoken(settings: Path) -> tuple[Path, str]:
    """The folder of translations of the theme that these settings name, and the language that they ask for."""
    given = runpy.run_path(str(settings))
    return _folder(settings, given), str(given.get(SETTING, ENGLISH.language))


def theme_words(folder: Path, language: str, settings: str = SETTING) -> Words:
    """The same of a theme's folder of translations and of a language; ``settings`` names what says it."""
    locale = _locale(settings, language)
    tag = str(locale).replace("_", "-")
    found = next((path for name in (tag, locale.language) if (path := catalogue_file(folder, name)).is_file()), None)
    if found is not None:
        return Words(tag, _conventions(locale), _translations(found, read_catalogue(found)))
    if locale.language == ENGLISH.base:
        return Words(tag, _conventions(locale), NullTranslations())
    known = languages(folder) or (ENGLISH.language,)
    problem = f"{SETTING} is {language!r}, and {folder.as_posix()} has no catalogue for it"
    remedy = f'write {" or ".join(known)}, or begin one: make catalogues ARGS="--language {tag}"'
    raise InputError(settings, problem, remedy, SETTING)


def untranslated(settings: Path, words: Words) -> tuple[str, ...]:
    """A notice where the catalogue of a site lacks messages, which then stand there in English."""
    folder = _folder(settings, runpy.run_path(str(settings)))
    template = folder / f"{DOMAIN}.pot"
    if words.base == ENGLISH.base or not template.is_file():
        return ()
    path = next(path for name in (words.language, words.base) if (path := catalogue_file(folder, name)).is_file())
    lacking = missing(read_catalogue(template), read_catalogue(path))
    if not lacking:
        return ()
    return (f"{path.as_posix()}: {len(lacking)} messages are not translated and stand in English",)


def languages(folder: Path) -> tuple[str, ...]:
    """The languages of which a folder of translations has catalogues, by name."""
    return tuple(sorted(path.parents[1].name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def catalogue_file(folder: Path, language: str) -> Path:
    """Where a folder of translations has the catalogue of a language."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_catalogue(path: Path) -> Catalog:
    """The messages of a catalogue. Raises InputError for what is none, and for a translation that cannot be filled: one
    with a place of which its message knows nothing, or with a single "%"."""
    try:
        with path.open("rb") as file:
            found = read_po(file, abort_invalid=True)
    except PoFileError as error:
        raise InputError(path.as_posix(), f"{error.line!r} cannot be read", "mend the line", error.lineno + 1) from None
    except (OSError, ValueError) as error:
        raise InputError(path.as_posix(), f"it cannot be read: {error}", "mend the file, or take it away") from None
    for message in found:
        strange = strange_places(message) if message.id else ()
        if strange:
            problem = f"the translation has {strange[0]}, and its message has not"
            raise InputError(path.as_posix(), problem, "use the places of the message; write % as %%", message.lineno)
    return found


def strange_places(message: Message) -> tuple[str, ...]:
    """The places of a translation that its message does not have, and a "%" that would be taken for one."""
    known = {place for text in texts(message.id) for place in _PLACE.findall(text)}
    return tuple(place for text in texts(message.string) for place in _PLACE.findall(text) if place not in known)


def missing(template: Catalog, catalogue: Catalog) -> tuple[str, ...]:
    """The messages of a template that a catalogue has not, has not translated, or translates by guess (fuzzy)."""
    lacking = []
    for message in template:
        own = catalogue.get(texts(message.id)[0], message.context) if message.id else None
        if message.id and (own is None or own.fuzzy or not all(texts(own.string))):
            lacking.append(texts(message.id)[0])
    return tuple(lacking)


def texts(text: Any) -> tuple[str, ...]:
    """A message, or its forms, as a tuple."""
    return (text,) if isinstance(text, str) else tuple(text)


def _folder(settings: Path, given: Mapping[str, Any]) -> Path:
    return settings.resolve().parent / str(given.get("THEME", "theme")) / "translations"


def _locale(settings: str, language: str) -> Locale:
    try:
        return Locale.parse(language.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        problem = f"{SETTING} is {language!r}, which is no language"
        raise InputError(settings, problem, 'write its code, such as "en" or "de"', SETTING) from None


def _conventions(locale: Locale) -> Locale:
    """Whose days and numbers a site has: those of the project's English, where no region is named."""
    return ENGLISH.locale if str(locale) == ENGLISH.language else locale


def _translations(path: Path, catalogue: Catalog) -> Translations:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    try:
        return Translations(compiled, domain=DOMAIN)
    except ValueError as error:
        remedy = "write Plural-Forms in its head as gettext has them"
        raise InputError(path.as_posix(), f"its plural forms cannot be read: {error}", remedy) from None
