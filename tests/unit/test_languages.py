"""Articles in a language that is not read: said so, marked, and nothing made up of them."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest

from generator.language import recognise as recognising
from generator.language.recognise import is_english, language_name, recognise, recognise_surely
from generator.model import Capture, Digest, Kind, Source, Story
from generator.pipeline import build
from generator.site.feed_entry import feed_entry
from generator.site.reprint import reprint
from generator.site.story import story_view

DAY = date(2031, 4, 8)
OPENED = "De oude havenbrug van Velm is maandag na twee jaar weer geopend voor het verkeer."
DUTCH = f"{OPENED} Burgemeester Ines Tarrow zei: “We hebben lang gewacht.” De werkzaamheden hebben 14 miljoen kronen gekost, deelde de stad mee. De bond van vrachtwagenchauffeurs ontkende dat de brug nu veilig is."  # noqa: E501
OTHER = f"{OPENED} De werkzaamheden hebben 17 miljoen kronen gekost, deelde de stad mee. Twaalf schepen begeleidden het feest, en de stad nodigde alle bewoners uit voor een maaltijd."  # noqa: E501
GERMAN = "Die alte Hafenbrücke von Velm ist am Montag nach zwei Jahren wieder geöffnet worden. Bürgermeisterin Ines Tarrow sagte: „Wir haben lange gewartet.“ Die Arbeiten hätten 14 Millionen Kronen gekostet, teilte die Stadt mit. Der Verband der Lastwagenfahrer bestritt, dass die Brücke nun sicher sei."  # noqa: E501
ENGLISH = "The old harbour bridge of Velm was opened again on Monday after two years. Mayor Ines Tarrow said that the town had waited for it for a long time, and that it cost 14 million crowns."  # noqa: E501
FRENCH = "Le pont du vieux port a été rouvert lundi après deux ans de travaux. La mairie a déclaré que la ville avait attendu longtemps."  # noqa: E501
CHINESE = "维尔姆的旧港口大桥经过两年的维修于周一重新开放。市长表示，全市为此等待了很久，工程耗资一千四百万克朗。卡车司机协会否认大桥现在是安全的。"  # noqa: E501


def digest(*texts: str) -> Digest:
    sources = tuple(
        Source(f"s{n}", Capture(f"captures/s{n}.txt", "text/plain", text, sha256(text.encode()).hexdigest()))
        for n, text in enumerate(texts)
    )
    return build(Story("velm", "story.md", sources, title="Velm", date=DAY))


@pytest.mark.parametrize(("text", "english"), [(ENGLISH, True), (GERMAN, False), (CHINESE, False), ("Bonjour.", None)])
def test_english_is_told_by_its_letters_and_commonest_words(text: str, english: bool | None) -> None:
    assert is_english(text) is english


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (FRENCH, "fr"), (CHINESE, "zh")])
def test_another_language_is_recognised(text: str, language: str) -> None:
    assert recognise(text) == language


def test_a_language_goes_by_its_name() -> None:
    assert (language_name("de-AT"), language_name("xx")) == ("German", "the language “xx”")


def test_an_article_that_is_not_read_is_said_to_be_so() -> None:
    (source,) = digest(DUTCH).sources
    (notice,) = [notice for notice in source.notices if notice.code == "language"]
    assert notice.message.startswith("The article is in Dutch and is read by words only")


def test_nothing_of_it_pretends_to_be_a_kind_a_speaker_or_a_summary() -> None:
    found = digest(DUTCH)
    assert {claim.kind for claim in found.claims} == {Kind.UNREAD}
    assert {claim.attributed_to for claim in found.claims} == {None}
    assert (found.summary, found.summary_claims) == ("", ())
    assert found.sections[0].title == "What one source says"


def test_what_is_printed_alike_is_one_claim_and_what_differs_in_a_word_is_two() -> None:
    found = digest(DUTCH, OTHER)
    shared = [claim.text for claim in found.claims if len(claim.sources) == 2]
    assert shared == [OPENED]
    assert sum("miljoen kronen" in claim.text for claim in found.claims) == 2
    assert [one.question for one in found.disagreements] == ["Which is right: “14” or “17”?"]


def test_every_sentence_is_kept_and_accounted_for() -> None:
    used = [entry for entry in digest(DUTCH).coverage if entry.use.value == "claim"]
    assert sum(entry.end - entry.start for entry in used) > 0.95 * len(DUTCH)


def test_page_and_feed_say_which_language_and_that_it_is_read_by_words() -> None:
    found = digest(DUTCH)
    view = story_view(found, reprint(found))
    assert view.language == "nl"
    assert {claim.language for claim in view.claims} == {"nl"}
    assert view.unread.startswith("Read by words only: what is in Dutch.")
    entry = feed_entry(view, "", "https://a.example")
    assert (entry.summary, entry.unread) == ("", view.unread)
    assert {line.language for part in entry.parts for line in part.lines} == {"nl"}


def test_an_english_article_beside_it_is_read_as_ever() -> None:
    found = digest(ENGLISH, DUTCH)
    assert "harbour bridge" in found.summary
    assert any(claim.attributed_to == "Mayor Ines Tarrow" for claim in found.claims)
    assert story_view(found, reprint(found)).language in ("en", "nl")


def test_a_page_that_declares_english_and_is_german_is_german() -> None:
    page = f'<html lang="en"><body><article><h1>Velm</h1><p>{GERMAN}</p></article></body></html>'
    source = Source("s", Capture("captures/s.html", "text/html", page, sha256(page.encode()).hexdigest()))
    found = build(Story("velm", "story.md", (source,), title="Velm", date=DAY))
    assert found.sources[0].metadata.language is not None
    assert found.sources[0].metadata.language.value == "de"


def test_the_recogniser_is_not_loaded_for_english_words_that_are_not_the_commonest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recognising, "_identifier", None)
    assert recognise_surely("“Nobody should believe him,” Tarrow told reporters. “We would never have agreed.”") is None


def test_a_short_sentence_in_another_language_is_still_told_from_english() -> None:
    assert recognise_surely("Le vieux pont de Velm a rouvert lundi après deux ans de travaux, dit le maire.") == "fr"
