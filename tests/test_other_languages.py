"""Whole stories in languages that are read by words only: nothing is left out, what two sources say in the same words is
one claim of two, and what they say differently is never one."""

# ruff: noqa: E501
from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import NamedTuple

import pytest

from generator.model import Capture, Digest, Kind, Source, Story, Use
from generator.pipeline import build
from generator.site.feed_entry import feed_entry
from generator.site.reprint import reprint
from generator.site.story import story_view


class Told(NamedTuple):
    """Two articles, the beginnings of the claims that both make, and pairs of words that no claim counts together."""

    one: str
    other: str
    shared: tuple[str, ...]
    apart: tuple[tuple[str, str], ...]
    sentences: int


STORIES = {
    "fr": Told(
        "Le vieux pont de Velm a rouvert lundi après deux ans de travaux. Environ 300 personnes ont assisté à la fête pendant la nuit. Le maire, M. Oss, a déclaré : « Nous avons attendu longtemps. » Le chantier a coûté 2,4 millions de couronnes. Sept ouvriers ont été décorés par la ville.",
        "Le vieux pont de Velm a rouvert lundi après deux ans de travaux. Près de 300 personnes ont assisté à la fête dans la nuit. Le chantier n’a pas coûté 2,4 millions de couronnes. Neuf ouvriers ont été décorés par la ville. Les camions y sont interdits, p. ex. ceux du port.",
        ("Le vieux pont", "Environ 300"),
        (("Sept ouvriers", "Neuf ouvriers"), ("chantier a coûté", "chantier n’a pas")),
        10,
    ),
    "es": Told(
        "El viejo puente de Velm reabrió el lunes tras dos años de obras. Unas 300 personas asistieron a la fiesta durante la noche. «Esperamos mucho», dijo el alcalde, el Sr. Oss. La obra costó 2,4 millones de coronas. Siete obreros recibieron una medalla.",
        "El viejo puente de Velm reabrió el lunes tras dos años de obras. Cerca de 300 personas asistieron a la fiesta en la noche. La obra no costó 2,4 millones de coronas. Nueve obreros recibieron una medalla. ¿Pasarán camiones? Nadie lo sabe.",
        ("El viejo puente", "Unas 300"),
        (("Siete obreros", "Nueve obreros"), ("obra costó", "obra no costó")),
        11,
    ),
    "ru": Told(
        "Старый мост в Вельме открыли в понедельник после двух лет ремонта. Около 300 жителей пришли ночью на праздник у реки. Ремонт идёт с 4 мая 2029 г. по просьбе города. Мэр А. С. Осс сказал: «Мы долго ждали». Город одобрил новый договор с компанией.",
        "Старый мост в Вельме открыли в понедельник после двух лет ремонта. Примерно 300 жителей пришли на праздник у реки ночью. Ремонт шёл без перерыва. Город не одобрил новый договор с компанией.",
        ("Старый мост", "Около 300"),
        (("Город одобрил", "Город не одобрил"),),
        9,
    ),
    "ar": Told(
        "أعيد فتح الجسر القديم في فيلم يوم الاثنين بعد عامين من العمل. حضر نحو ٣٠٠ شخص الاحتفال خلال الليل. هل تمر الشاحنات؟ لا أحد يعرف. وافق المجلس على عقد جديد مع الشركة. تم تكريم سبعة عمال في المدينة.",
        "أعيد فتح الجسر القديم في فيلم يوم الاثنين بعد عامين من العمل. حضر قرابة 300 شخص الاحتفال خلال الليل. لم يوافق المجلس على عقد جديد مع الشركة. تم تكريم تسعة عمال في المدينة.",
        ("أعيد فتح", "حضر نحو"),
        (("سبعة عمال", "تسعة عمال"),),
        10,
    ),
    "hi": Told(
        "वेल्म का पुराना पुल सोमवार को दो साल बाद फिर खुल गया। करीब ३०० लोग रात में नदी किनारे समारोह में आए। मेयर डॉ. ओस ने कहा, “हमने लंबा इंतजार किया।” परिषद ने नया समझौता मंजूर किया। सात मजदूरों को सम्मान मिला।",
        "वेल्म का पुराना पुल सोमवार को दो साल बाद फिर खुल गया। लगभग 300 लोग रात में नदी किनारे समारोह में आए। परिषद ने नया समझौता मंजूर नहीं किया। नौ मजदूरों को सम्मान मिला।",
        ("वेल्म का", "करीब ३००"),
        (("सात मजदूरों", "नौ मजदूरों"), ("मंजूर किया", "मंजूर नहीं")),
        9,
    ),
    "ja": Told(
        "ヴェルムの古い橋は月曜日、二年間の工事を経て再び開通した。約三百人の住民が川辺の祭りに参加した。市長のオス氏は「長く待った。うれしい。」と述べた。市議会は新しい契約を承認した。七人の作業員が表彰された。",
        "ヴェルムの古い橋は月曜日、2年間の工事を経て再び開通した。およそ300人の住民が川辺の祭りに参加した。市議会は新しい契約を承認しなかった。九人の作業員が表彰された。",
        ("ヴェルムの", "約三百人"),
        (("七人の", "九人の"), ("承認した", "承認しなかった")),
        9,
    ),
    "zh": Told(
        "维尔姆的旧桥经过两年的维修于周一重新开放。约三百名居民参加了河边的庆典。市长说：“我们等了很久。”市议会批准了新合同。七名工人受到表彰。",
        "维尔姆的旧桥经过两年的维修于星期一重新开放。大约300名居民参加了河边的庆典。市议会没有批准新合同。九名工人受到表彰。",
        ("维尔姆的", "约三百名"),
        (("七名工人", "九名工人"), ("批准了新", "没有批准")),
        9,
    ),
    "tr": Told(
        "Velm’in eski köprüsü iki yıl sonra pazartesi günü yeniden açıldı. Törene yaklaşık 300 kişi katıldı ve nehir kıyısında kutlama yaptı. Dr. Ayşe Oss 4. Madde için konuştu. Meclis yeni sözleşmeyi dün onayladı. Yedi işçi şehirde ödül aldı.",
        "Velm’in eski köprüsü iki yıl sonra pazartesi günü yeniden açıldı. Törene 300 kadar kişi katıldı ve nehir kıyısında kutlama yaptı. Meclis yeni sözleşmeyi dün onaylamadı. Dokuz işçi şehirde ödül aldı.",
        ("Velm’in", "Törene yaklaşık"),
        (("Yedi işçi", "Dokuz işçi"), ("dün onayladı", "dün onaylamadı")),
        9,
    ),
    "pl": Told(
        "Stary most w Velmie otwarto w poniedziałek po dwóch latach prac. Około 300 mieszkańców przyszło w nocy na święto nad rzeką. Prof. Oss mówił o tym w 2029 r. na rynku. Rada miasta przyjęła nową umowę. Siedmiu robotników dostało medale.",
        "Stary most w Velmie otwarto w poniedziałek po dwóch latach prac. Blisko 300 mieszkańców przyszło w nocy na święto nad rzeką. Rada miasta nie przyjęła nowej umowy. Dziewięciu robotników dostało medale.",
        ("Stary most", "Około 300"),
        (("Siedmiu", "Dziewięciu"), ("miasta przyjęła", "nie przyjęła")),
        9,
    ),
}  # fmt: skip
ENGLISH = "The old bridge of Velm was opened again on Monday after two years of work. The mayor, Ines Oss, said that the town had waited for it for a long time."


def digest(*texts: str) -> Digest:
    sources = tuple(
        Source(f"s{n}", Capture(f"captures/s{n}.txt", "text/plain", text, sha256(text.encode()).hexdigest()))
        for n, text in enumerate(texts)
    )
    return build(Story("velm", "story.md", sources, title="Velm", date=date(2031, 4, 8)))


@pytest.fixture(scope="module", params=STORIES)
def told(request: pytest.FixtureRequest) -> tuple[str, Told, Digest]:
    story = STORIES[request.param]
    return request.param, story, digest(story.one, story.other)


def test_its_language_is_recognised_and_said(told: tuple[str, Told, Digest]) -> None:
    language, _, found = told
    assert [s.metadata.language.value for s in found.sources if s.metadata.language] == [language, language]
    assert all(any(notice.code == "language" for notice in source.notices) for source in found.sources)


def test_nothing_is_left_out_and_no_sentence_is_cut_in_two(told: tuple[str, Told, Digest]) -> None:
    _, story, found = told
    assert {entry.use for entry in found.coverage} <= {Use.CLAIM, Use.REPEAT}
    assert sum(entry.use is Use.CLAIM for entry in found.coverage) == story.sentences


def test_what_both_say_in_the_same_words_is_one_claim_of_two_sources(told: tuple[str, Told, Digest]) -> None:
    _, story, found = told
    shared = [claim.text for claim in found.claims if len(claim.sources) == 2]
    assert len(shared) == len(story.shared)
    assert all(any(text.startswith(begin) for text in shared) for begin in story.shared)


def test_numbers_and_denials_that_differ_are_two_claims(told: tuple[str, Told, Digest]) -> None:
    _, story, found = told
    for pair in story.apart:
        both = [[claim.id for claim in found.claims if words in claim.text] for words in pair]
        assert all(both)
        assert not set(both[0]) & set(both[1])


def test_the_editor_is_told_of_what_nearly_is_one_claim(told: tuple[str, Told, Digest]) -> None:
    _, story, found = told
    assert len([match for match in found.near_misses if any(one.differs for one in match.contrasts)]) >= len(
        story.apart
    )


def test_what_they_tell_in_the_same_words_but_one_is_shown_as_a_disagreement(told: tuple[str, Told, Digest]) -> None:
    _, story, found = told
    sides = [{citation.source for side in one.positions for citation in side.citations} for one in found.disagreements]
    assert sides
    assert all(one == {"s0", "s1"} for one in sides)
    for pair in story.apart:
        asked = [[one for side in item.positions for one in pair if one in side.text] for item in found.disagreements]
        assert any(set(one) == set(pair) for one in asked) or not any(asked)


def test_no_kind_is_pretended_and_no_stop_of_ours_added(told: tuple[str, Told, Digest]) -> None:
    _, story, found = told
    assert {claim.kind for claim in found.claims} == {Kind.UNREAD}
    printed = " ".join((story.one + story.other).split())
    assert all(claim.text.strip("“”„«»「」 ") in printed for claim in found.claims)


def test_the_page_and_the_feed_mark_every_claim_with_its_language(told: tuple[str, Told, Digest]) -> None:
    language, _, found = told
    view = story_view(found, reprint(found))
    entry = feed_entry(view, "", "https://a.example")
    assert {claim.language for claim in view.claims} == {language}
    lines = (line for part in entry.parts for line in part.lines)
    assert {one.language for line in lines for one in line.answers or (line,)} == {language}
    assert view.teaser.language == language
    assert view.unread.startswith("Read by words only")
    assert entry.unread == view.unread


def test_beside_english_what_is_not_read_says_its_language() -> None:
    found = digest(ENGLISH, STORIES["fr"].one)
    view = story_view(found, reprint(found))
    labels = {claim.language: claim.label for claim in view.claims}
    assert labels["fr"] == "in French, not read"
    assert labels.get("en", labels.get("")) == ""


def test_a_paragraph_in_another_language_is_read_as_what_it_is() -> None:
    found = digest(f"{ENGLISH}\n\n{STORIES['fr'].one}")
    languages = {claim.text[:12]: claim.kind for claim in found.claims}
    assert languages["Le vieux pon"] is Kind.UNREAD
    assert languages["The old brid"] is not Kind.UNREAD
    view = story_view(found, reprint(found))
    assert {claim.language for claim in view.claims if claim.text.startswith("Le ")} == {"fr"}


@pytest.mark.parametrize(("marked", "unread"), [(' lang="fr"', True), ("", False), (' lang="fr!"', False)])
def test_a_short_paragraph_is_in_the_language_that_its_markup_says(marked: str, unread: bool) -> None:
    found = of_page(
        f"<html lang='en'><body><article><h1>Velm</h1><p>{ENGLISH}</p><p{marked}>Oss a ouvert le port lundi.</p></article></body></html>"
    )
    claim = next(claim for claim in found.claims if claim.text.startswith("Oss"))
    assert (claim.kind is Kind.UNREAD) is unread


def test_a_paragraph_is_cut_by_the_stops_of_its_own_language() -> None:
    german = "Der Rat tagt am 4. Mai im alten Hafen, z. B. über die Brücke, und Dr. Oss leitet die Sitzung der Stadt mit den Gästen aus Velm."
    found = of_page(
        f"<html lang='en'><body><article><h1>Velm</h1><p>{ENGLISH}</p><p lang='de'>{german}</p></article></body></html>"
    )
    assert german in {claim.text for claim in found.claims}


def test_markup_that_the_words_show_to_be_wrong_is_not_believed() -> None:
    found = of_page(f"<html><body><article><h1>Velm</h1><p lang='fr'>{ENGLISH}</p></article></body></html>")
    assert Kind.UNREAD not in {claim.kind for claim in found.claims}


def of_page(page: str) -> Digest:
    source = Source("s", Capture("captures/s.html", "text/html", page, sha256(page.encode()).hexdigest()))
    return build(Story("velm", "story.md", (source,), title="Velm", date=date(2031, 4, 8)))


def test_where_most_is_not_read_the_summary_is_of_what_is() -> None:
    english = (
        "He said that it was closed for two weeks. They were told of it by those who had seen the other one there."
    )
    found = digest(STORIES["fr"].one, STORIES["fr"].other, english)
    assert found.claims[0].kind is Kind.UNREAD
    assert found.summary
