"""The catalogues of the theme, and what happens where there is none."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from jinja2 import Environment, nodes

from generator.build import SETTINGS, Plan, write_site
from generator.carried import carried_stories
from generator.catalogue import (
    catalogue_file,
    languages,
    missing,
    read_catalogue,
    site_words,
    strange_places,
    texts,
    untranslated,
)
from generator.errors import InputError
from generator.model import Digest
from generator.site.words import ENGLISH
from generator.terminal import count
from tests.site.conftest import ADDRESS
from tests.site.german import settings
from tools.catalogues import brought_up, collected, text_of

THEME = SETTINGS.parent / "theme"
FOLDER = THEME / "translations"
TEMPLATES = sorted((THEME / "templates").glob("*.html"))
LANGUAGES = languages(FOLDER)
# What a template may say in every language: names of formats and of the hash.
NAMES = re.compile(r"\S*/\S*|lang=\"|dir=\"auto\"|\b(?:RSS|Atom|JSON(?: Feed)?|SHA-256|feeds\.opml)\b")
MARKUP = re.compile(r"<[^>]*>|&\w+;")
SPOKEN = re.compile(r"""(?:aria-label|title|alt|placeholder|data-\w+)="([^"]*)\"""")
POLISH = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: pl\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "%(number)s claim"
msgid_plural "%(number)s claims"
msgstr[0] "%(number)s teza"
msgstr[1] "%(number)s tezy"
msgstr[2] "%(number)s tez"
"""


@pytest.fixture(scope="module")
def template() -> Catalog:
    return collected()


def translated(language: str) -> list[Message]:
    return [message for message in read_catalogue(catalogue_file(FOLDER, language)) if message.id]


def themed(folder: Path, language: str, catalogue: str | None = None, **more: str) -> Path:
    """Settings for a theme of one's own that has this catalogue, or none."""
    theme = folder / "theme"
    shutil.copytree(THEME, theme, ignore=shutil.ignore_patterns(language))
    if catalogue is not None:
        path = catalogue_file(theme / "translations", language)
        path.parent.mkdir(parents=True)
        path.write_text(catalogue, encoding="utf-8")
    return settings(folder, language, THEME=str(theme), **more)


def test_english_and_german_are_there() -> None:
    assert {"de", "en"} <= set(LANGUAGES)


def test_the_list_of_messages_is_that_of_templates_and_program(template: Catalog) -> None:
    assert (FOLDER / "messages.pot").read_text(encoding="utf-8") == text_of(template), "run: make catalogues"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_translated_and_none_guessed(language: str, template: Catalog) -> None:
    catalogue = read_catalogue(catalogue_file(FOLDER, language))
    assert missing(template, catalogue) == ()
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_and_the_markup_of_its_message(language: str) -> None:
    for message in translated(language):
        assert strange_places(message) == ()
        place = re.compile(r"%\(\w+\)s|<[^>]*>")
        wanted, given = ([set(place.findall(text)) for text in texts(one)] for one in (message.id, message.string))
        assert given[-1] == wanted[-1], message.id
        assert given[0] in wanted, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_ends_no_attribute(language: str) -> None:
    assert [m.id for m in translated(language) if any('"' in MARKUP.sub("", text) for text in texts(m.string))] == []


def test_the_english_catalogue_says_what_stands_in_the_code() -> None:
    assert [message.id for message in translated("en") if texts(message.id) != texts(message.string)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_says_anything_past_the_catalogue(path: Path) -> None:
    parsed = Environment(extensions=["jinja2.ext.i18n"]).parse(path.read_text(encoding="utf-8"))
    markup = "\0".join(data.data for data in parsed.find_all(nodes.TemplateData))
    if not path.stem.endswith(("sitemap", "headers", "robots")):
        said = [MARKUP.sub(" ", markup), *SPOKEN.findall(markup)]
        assert [text.strip() for text in said if re.search(r"[a-z]{2}", NAMES.sub("", text), re.I)] == []


def test_a_site_is_in_english_where_its_settings_do_not_say_otherwise() -> None:
    words = site_words(SETTINGS)
    assert (words.language, words.day(date(2023, 11, 3)), words.listed("ABC")) == (
        "en",
        "3 November 2023",
        "A, B and C",
    )


@pytest.mark.parametrize(
    ("value", "problem"), [("fr", "no catalogue for it"), ("klingon!", "no language"), ("", "no lan")]
)
def test_a_language_without_a_catalogue_is_refused_in_one_line(tmp_path: Path, value: str, problem: str) -> None:
    with pytest.raises(InputError, match=f"^settings.py:DEFAULT_LANG: .*{problem}.*; write ") as refused:
        site_words(settings(tmp_path, value))
    assert "\n" not in str(refused.value)


def test_a_refusal_names_the_languages_that_are_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r'write de or en, or begin one: make catalogues ARGS="--language fr"'):
        site_words(settings(tmp_path, "fr"))


def test_a_build_in_a_language_without_a_catalogue_leaves_the_site_as_it_was(
    tmp_path: Path, digests: tuple[Digest, ...]
) -> None:
    write_site(Plan(tmp_path / "output"), digests)
    before = (tmp_path / "output/index.html").read_bytes()
    with pytest.raises(InputError, match="DEFAULT_LANG"):
        write_site(Plan(tmp_path / "output", settings=settings(tmp_path, "fr")), digests)
    assert (tmp_path / "output/index.html").read_bytes() == before


@pytest.mark.parametrize(
    ("language", "tag", "day", "number"),
    [("de", "de", "3. Januar 2023", "1.204"), ("de_AT", "de-AT", "3. Jänner 2023", "1.204"),
     ("en-GB", "en-GB", "3 January 2023", "1,204"), ("en-US", "en-US", "January 3, 2023", "1,204")],
)  # fmt: skip
def test_a_region_has_its_own_days_and_numbers(tmp_path: Path, language: str, tag: str, day: str, number: str) -> None:
    words = site_words(settings(tmp_path, language))
    assert (words.language, words.day(date(2023, 1, 3)), words.number(1204)) == (tag, day, number)


def test_a_language_has_as_many_plural_forms_as_it_needs(tmp_path: Path) -> None:
    words = site_words(themed(tmp_path, "pl", POLISH))
    told = [words.ngettext("%(number)s claim", "%(number)s claims", number) for number in (1, 3, 5, 22)]
    assert told == ["1 teza", "3 tezy", "5 tez", "22 tezy"]


def test_what_a_catalogue_lacks_is_told_and_stands_in_english(tmp_path: Path) -> None:
    conf = themed(tmp_path, "pl", POLISH)
    words = site_words(conf)
    (notice,) = untranslated(conf, words)
    assert re.search(r"pl/LC_MESSAGES/messages\.po: \d+ messages are not translated", notice)
    assert words.gettext("Sources") == "Sources"


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (POLISH.replace("%(number)s tezy", "%(wrong)s tezy"), r"messages\.po:\d+: .*%\(wrong\)s.*; use the places"),
        (POLISH.replace("%(number)s tezy", "%(number)s % tezy"), r"messages\.po:\d+: .*has %, .*write % as %%"),
        (POLISH + "\nnonsense\n", r"messages\.po:13: 'nonsense' cannot be read; mend the line"),
        (
            POLISH.replace("(n==1 ?", "(os.n==1 ?"),
            r"messages\.po: its plural forms cannot be read.*; write Plural-Forms",
        ),
    ],
)
def test_a_broken_catalogue_is_refused_by_its_line(tmp_path: Path, broken: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        site_words(themed(tmp_path, "pl", broken))


def test_a_site_in_a_script_from_right_to_left_says_so(tmp_path: Path, digests: tuple[Digest, ...]) -> None:
    conf = themed(tmp_path, "ar", POLISH.replace("Language: pl", "Language: ar"))
    write_site(Plan(tmp_path / "output", settings=conf), digests)
    assert '<html lang="ar" dir="rtl">' in (tmp_path / "output/index.html").read_text(encoding="utf-8")


def test_pages_of_another_language_are_not_carried_over(tmp_path: Path, digests: tuple[Digest, ...]) -> None:
    output = tmp_path / "output"
    write_site(Plan(output, address=ADDRESS), digests)
    german = site_words(settings(tmp_path))
    assert [story.slug for story in carried_stories(output, ("velm-bridge",), ADDRESS, False, ENGLISH)] == [
        "velm-bridge"
    ]
    assert carried_stories(output, ("velm-bridge",), ADDRESS, False, german) == ()


def test_a_catalogue_that_is_brought_up_keeps_what_is_translated_and_guesses_nothing(template: Catalog) -> None:
    old = Catalog("de")
    old.add("Sources", "Fundstellen")
    old.add("What nobody says any more", "Was niemand mehr sagt")
    new = brought_up("de", template, old)
    assert new["Sources"].string == "Fundstellen"
    assert "What nobody says any more" not in new
    assert new["Archive"].string == ""


def test_the_command_line_counts_in_english() -> None:
    assert count(1204, "claim") == "1,204 claims"
