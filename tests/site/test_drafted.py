"""What the pipeline drafts in English is known by its form, so that a site says it in its own words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import catalogue_file, site_words
from generator.model import When
from generator.site.drafted import FORMS, drafted
from generator.site.story import when_in_words
from generator.site.words import ENGLISH, Words
from tests.site.german import settings

CORE = ("load", "extract", "metadata", "compose")  # whose sentences are printed on pages
# Printed nowhere: they tell the language and the kind of text of a page, of which the notices speak.
UNSEEN = (
    "common English words",
    "recognised by its letters",
    "the page says that",
    "the page's own line",
    "the section",
)


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Words:
    return site_words(settings(tmp_path_factory.mktemp("german")))


def sentences(path: Path) -> Iterator[tuple[str, int]]:
    """Of a module what it writes as the message of a notice, and as the way or the doubt of a fact: each with its line,
    a "*" in each place."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        given: list[ast.expr] = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called = {"Notice": (1,), "Found": (1, 3), "_not_utf8": (1,)}.get(node.func.id, ())
            given = [node.args[place] for place in called if place < len(node.args)]
            given += [one.value for one in node.keywords if one.arg in ("how", "doubt", "message")]
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            given = [node.value] if node.targets[0].id in ("message", "how", "doubt", "reason") else []
            if isinstance(node.value, ast.Dict) and node.targets[0].id == "_OF_GENRE":
                given = list(node.value.values)
        elif isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple) and "message" in ast.dump(node.target):
            given = [one.elts[-1] for one in node.iter.elts if isinstance(one, ast.Tuple)]
        for one in given:
            text = written(one)
            if text.strip("*"):
                yield text, one.lineno


def written(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def shape(text: str) -> re.Pattern[str]:
    return re.compile(".+?".join(map(re.escape, re.split(r"\*+", text))), re.IGNORECASE)


def test_every_sentence_that_the_pipeline_can_print_has_a_form() -> None:
    found = [
        (f"{path}:{line}", text)
        for folder in CORE
        for path in sorted(Path("generator", folder).rglob("*.py"))
        for text, line in sentences(path)
        if not text.startswith(UNSEEN)
    ]
    assert len(found) > 40
    assert [
        one
        for one in found
        if not any(shape(one[1]).fullmatch(form.rstrip(end)) for form in FORMS for end in ("", "."))
    ] == []


@pytest.mark.parametrize(
    ("english", "german_words"),
    [
        ("The page has no headline.", "Die Seite hat keine Überschrift."),
        ("What several say", "Was mehrere berichten"),
        (
            "The date 2023-11-03 is uncertain: the day of an update: published on this day or before.",
            "Das Datum 3. November 2023 ist unsicher: der Tag einer Aktualisierung: an diesem Tag oder früher "
            "veröffentlicht.",
        ),
        (
            "3 March 2024: date line above the article; 4 March 2024: the day of a change: published on this day or "
            "before",
            "3. März 2024: Datumszeile über dem Artikel; 4. März 2024: der Tag einer Änderung: an diesem Tag oder "
            "früher veröffentlicht",
        ),
        (
            "The page is longer than any article; its last 12,345 characters are not read.",
            "Die Seite ist länger als jeder Artikel; ihre letzten 12.345 Zeichen sind nicht gelesen.",
        ),
        (
            "The other sources are of 2022 to 2023, this page bears the date 2031-05-01 and the copyright year 2030; "
            "it may have been changed or saved later.",
            "Die anderen Quellen sind von 2022 bis 2023, diese Seite trägt das Datum 1. Mai 2031 und das "
            "Copyright-Jahr 2030; vielleicht wurde sie später geändert oder gespeichert.",
        ),
        (
            "The article is in French and is read by words only: who says what, what is denied, planned or alleged is "
            "not told, and only what is told in the same words is merged.",
            "Sprache des Artikels: Französisch. Er wird nur nach Wörtern gelesen: Wer was sagt, was bestritten, "
            "geplant oder behauptet wird, wird nicht erkannt, und nur was mit denselben Worten erzählt ist, wird "
            "zusammengelegt.",
        ),
        ("Is it true: “Die Brücke wurde gesperrt”?", "Stimmt es: „Die Brücke wurde gesperrt“?"),
        ("Norland, Estmark and Velm deny it", "Norland, Estmark und Velm bestreiten es"),
        (
            "The file is not UTF-8; it was read as utf-16 (its byte-order mark says so).",
            "Die Datei ist nicht in UTF-8; sie wurde als utf-16 gelesen (das sagt ihre Byte-Reihenfolge-Markierung).",
        ),
    ],
)
def test_a_drafted_sentence_is_said_in_the_words_of_the_site(german: Words, english: str, german_words: str) -> None:
    assert drafted(english, german) == german_words


def test_a_drafted_sentence_stays_as_it_is_where_the_site_is_in_english() -> None:
    assert drafted("The page has no headline.", ENGLISH) == "The page has no headline."


def test_a_site_in_the_english_of_another_country_has_its_days(tmp_path: Path) -> None:
    american = site_words(settings(tmp_path, "en-US"))
    when = When(date(2023, 10, 19), date(2023, 11, 3), "between 19 October and 3 November 2023", False)
    assert when_in_words(when, american) == "between October 19 and November 3, 2023"
    assert when_in_words(when, ENGLISH) == when.text
    found = drafted("The page bears another date around its article: 2023-11-03.", american)
    assert found == "The page bears another date around its article: November 3, 2023."


def test_a_site_may_word_a_drafted_sentence_otherwise_in_english(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    path = catalogue_file(theme / "translations", "en")
    path.parent.mkdir(parents=True)
    path.write_text('msgid "What several say"\nmsgstr "What more than one says"\n', encoding="utf-8")
    own = site_words(settings(tmp_path, "en", THEME=str(theme)))
    assert drafted("What several say", own) == "What more than one says"
    assert drafted("The date 2023-11-03 is uncertain: x.", own) == "The date 2023-11-03 is uncertain: x."


def test_words_of_sources_and_editors_stay_as_they_are(german: Words) -> None:
    assert drafted("Wer leitet die Werft?", german) == "Wer leitet die Werft?"


def test_no_translation_of_a_form_loses_a_place(german: Words) -> None:
    places = re.compile(r"%\((\w+)\)s")
    lost = [
        form
        for form in FORMS
        if sorted(places.findall(form)) != sorted(places.findall(german.translations.gettext(form)))
    ]
    assert lost == []
