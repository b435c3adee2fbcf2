"""Collects the site's messages and brings the catalogues of the theme up to them: ``make catalogues``.

``theme/translations/messages.pot`` becomes the list of all messages of templates and program; each language's
``messages.po`` keeps what is translated, loses what is no longer said, and gets what is new with an empty translation.
English says what stands in the code, unless its catalogue already says otherwise. Nothing is guessed (no "fuzzy").
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from generator.build import ROOT
from generator.catalogue import DOMAIN, catalogue_file, languages, missing, read_catalogue, texts
from generator.errors import InputError

FOLDER: Final = ROOT / "theme" / "translations"
# What holds messages: Babel's method for each kind of file, and the names of the functions that look them up.
_SOURCES: Final = (
    ("theme/templates", "*.html", "jinja2"),
    ("generator/templates", "*.html", "jinja2"),
    ("generator", "*.py", "python"),
)
_KEYWORDS: Final = {"_": None, "gettext": None, "gettext_noop": None, "ngettext": (1, 2)}
_WIDTH: Final = 120


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the template and the catalogues; return the exit status: 0, or 2 for a language that is none."""
    options = _parser().parse_args(arguments)
    try:
        wanted = {*languages(FOLDER), *filter(None, [options.language])}
        template = collected()
        _write(FOLDER / f"{DOMAIN}.pot", template)
        for language in sorted(wanted):
            _bring_up(language, template)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def collected() -> Catalog:
    """All messages of templates and program, each with the files that say it."""
    template = Catalog(charset="utf-8")
    for path, method in _files():
        place = path.relative_to(ROOT).as_posix()
        for line, message, comments, context in extract_from_file(method, path, _KEYWORDS):
            template.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return template


def brought_up(language: str, template: Catalog, old: Catalog) -> Catalog:
    """A language's catalogue with the messages of the template, in their order, and its own translations."""
    new = Catalog(Locale.parse(language, sep="-"), charset="utf-8")
    for message in template:
        if message.id:
            known = old.get(texts(message.id)[0])
            string = known.string if known is not None and known.pluralizable == message.pluralizable else ""
            if language == "en" and not all(texts(string)):
                string = message.id
            new.add(message.id, string, message.locations, message.flags)
    return new


def text_of(catalogue: Catalog) -> str:
    """A catalogue as the text of its file: no clock in it, and no line numbers, which change with every edit."""
    head = ['msgid ""', 'msgstr ""']
    if catalogue.locale is not None:
        head.append(f'"Language: {str(catalogue.locale).replace("_", "-")}\\n"')
    head += ['"MIME-Version: 1.0\\n"', '"Content-Type: text/plain; charset=utf-8\\n"']
    head.append('"Content-Transfer-Encoding: 8bit\\n"')
    if catalogue.locale is not None:
        head.append(f'"Plural-Forms: {catalogue.plural_forms}\\n"')
    file = BytesIO()
    write_po(file, catalogue, width=_WIDTH, omit_header=True, include_lineno=False, ignore_obsolete=True)
    return "\n".join(head) + "\n\n" + file.getvalue().decode()


def _files() -> Iterator[tuple[Path, str]]:
    for folder, pattern, method in _SOURCES:
        yield from ((path, method) for path in sorted((ROOT / folder).rglob(pattern)) if "desk" not in path.parts)


def _bring_up(language: str, template: Catalog) -> None:
    try:
        Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        raise InputError("--language", f"{language!r} is no language", 'write its code, such as "fr"') from None
    path = catalogue_file(FOLDER, language)
    old = read_catalogue(path) if path.is_file() else Catalog()
    new = brought_up(language, template, old)
    _write(path, new)
    lacking = len(missing(template, new))
    print(f"{path.relative_to(ROOT).as_posix()}: {len(template)} messages, {lacking} not translated")


def _write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text_of(catalogue), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.catalogues", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--language", metavar="CODE", help="begin a catalogue for another language")
    return parser


if __name__ == "__main__":
    sys.exit(main())
