"""Passages in languages that are read by words only: what is told in the same words is one claim, and a number, a day,
a negation or an opposite that differs never is; of each such pair the editor is told what differs."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from generator.comparison.by_words import compare_by_words
from generator.language.lexicon import LISTED
from generator.language.sentences import split
from generator.model import Kind, Match, Passage, Respect, Sentence, Verdict

NUMBER, DATE, STANCE = Respect.NUMBER, Respect.DATE, Respect.STANCE

# Two sentences that say the same in each language.
SAME = {
    "de": [("Rund 120 Gäste feierten am 4. Mai 2031 auf der Brücke.", "Etwa 120 Gäste feierten am 04.05.2031 auf der Brücke."),
           ("Der Bau hat 2,4 Mio. Kronen gekostet.", "Der Bau hat 2,4 Millionen Kronen gekostet."),
           ("Auf dem Platz standen sieben Buden.", "Auf dem Platz standen 7 Buden.")],
    "fr": [("Environ 1 400 habitants ont quitté la ville pendant la nuit.", "Près de 1.400 habitants ont quitté la ville dans la nuit."),
           ("Le conseil a approuvé mardi le contrat du port.", "Le conseil a approuvé le contrat du port mardi.")],
    "es": [("Unos 120 vecinos celebraron el 4 de mayo en el puente.", "Cerca de 120 vecinos celebraron el 4 de mayo en el puente."),
           ("La obra costó 2,4 millones de coronas.", "La obra costó 2.4 millones de coronas.")],
    "it": [("Circa 120 abitanti hanno festeggiato il 4 maggio sul ponte.", "Intorno a 120 abitanti hanno festeggiato il 4 maggio sul ponte.")],
    "pt": [("Cerca de 120 moradores deixaram a cidade durante a noite.", "Aproximadamente 120 moradores deixaram a cidade à noite.")],
    "nl": [("Ongeveer 120 bewoners vierden op 4 mei feest op de brug.", "Circa 120 bewoners vierden op 4 mei feest op de brug.")],
    "pl": [("Około 120 mieszkańców świętowało 4 maja na moście.", "Blisko 120 mieszkańców świętowało 4 maja na moście.")],
    "ru": [("Около 120 жителей были вынуждены ночью покинуть дома.", "Примерно 120 жителей были вынуждены покинуть дома ночью.")],
    "uk": [("Близько 120 мешканців залишили вночі свої домівки.", "Приблизно 120 мешканців залишили свої домівки вночі.")],
    "tr": [("Köprüde yaklaşık 120 kişi 4 Mayıs günü kutlama yaptı.", "Köprüde 120 kadar kişi 4 Mayıs günü kutlama yaptı.")],
    "ar": [("غادر نحو ١٢٠ من السكان منازلهم خلال الليل.", "غادر قرابة 120 من السكان منازلهم خلال الليل.")],
    "hi": [("करीब १२० लोगों ने पुल पर ४ मई को जश्न मनाया।", "लगभग 120 लोगों ने पुल पर 4 मई को जश्न मनाया।")],
    "zh": [("约一百二十名居民5月4日在桥上庆祝。", "大约120名居民五月四日在桥上庆祝。")],
    "ja": [("約百二十人の住民が5月4日に橋の上で祝った。", "およそ120人の住民が五月四日に橋の上で祝った。")],
    "ko": [("약 120명의 주민이 5월 4일 다리에서 축하했다.", "대략 120명의 주민이 5월 4일 다리에서 축하했다.")],
}  # fmt: skip

# Two that must stay two claims, with the respect in which they are told to differ.
APART = {
    "de": [("Der Rat hat den Vertrag am Dienstag gebilligt.", "Der Rat hat den Vertrag am Dienstag nicht gebilligt.", STANCE),
           ("Bei dem Sturm wurden sieben Menschen verletzt.", "Bei dem Sturm wurden neun Menschen verletzt.", NUMBER),
           ("Es traf siebenundzwanzig Häuser der alten Stadt.", "Es traf siebenunddreißig Häuser der alten Stadt.", NUMBER),
           ("Die Brücke öffnet am 4. Mai für alle.", "Die Brücke öffnet am 4. Juni für alle.", DATE),
           ("Der Pegel des Flusses ist gestiegen.", "Der Pegel des Flusses ist gefallen.", STANCE),
           ("Der Verdacht gegen den Vorstand ist bestätigt.", "Der Verdacht gegen den Vorstand ist unbestätigt.", STANCE)],
    "fr": [("Le conseil de Landt a approuvé le contrat.", "Le conseil de Landt n’a pas approuvé le contrat.", STANCE),
           ("Sept personnes ont été blessées au port.", "Neuf personnes ont été blessées au port.", NUMBER),
           ("Le pont rouvrira le 4 mai aux voitures.", "Le pont rouvrira le 4 juin aux voitures.", DATE),
           ("Le pont de Landt est resté ouvert.", "Le pont de Landt est resté fermé.", STANCE)],
    "es": [("El consejo de Landt aprobó el contrato.", "El consejo de Landt no aprobó el contrato.", STANCE),
           ("Siete personas resultaron heridas en el puerto.", "Nueve personas resultaron heridas en el puerto.", NUMBER),
           ("El puente abrirá el 4 de mayo al tráfico.", "El puente abrirá el 5 de mayo al tráfico.", DATE),
           ("El precio del pan subió el lunes.", "El precio del pan bajó el lunes.", STANCE)],
    "it": [("Il consiglio di Landt ha approvato il contratto.", "Il consiglio di Landt non ha approvato il contratto.", STANCE),
           ("Sette persone sono rimaste ferite al porto.", "Nove persone sono rimaste ferite al porto.", NUMBER),
           ("Erano ventisette barche nel porto vecchio.", "Erano ventinove barche nel porto vecchio.", NUMBER),
           ("Il ponte riapre il 4 maggio alle auto.", "Il ponte riapre il 4 giugno alle auto.", DATE)],
    "pt": [("O conselho de Landt aprovou o contrato.", "O conselho de Landt não aprovou o contrato.", STANCE),
           ("Sete pessoas ficaram feridas no porto.", "Nove pessoas ficaram feridas no porto.", NUMBER),
           ("A ponte abre a 4 de maio ao trânsito.", "A ponte abre a 4 de junho ao trânsito.", DATE)],
    "nl": [("De raad heeft het verdrag dinsdag goedgekeurd.", "De raad heeft het verdrag dinsdag niet goedgekeurd.", STANCE),
           ("Bij de storm raakten zeven mensen gewond.", "Bij de storm raakten negen mensen gewond.", NUMBER),
           ("De brug gaat op 4 mei weer open.", "De brug gaat op 4 juni weer open.", DATE),
           ("De brug gaat op maandag weer open.", "De brug gaat op dinsdag weer open.", DATE)],
    "pl": [("Rada miasta Landt przyjęła umowę.", "Rada miasta Landt nie przyjęła umowy.", STANCE),
           ("W porcie rannych zostało siedem osób.", "W porcie rannych zostało dziewięć osób.", NUMBER),
           ("Most zostanie otwarty 4 maja rano.", "Most zostanie otwarty 4 czerwca rano.", DATE)],
    "ru": [("Совет города Ландт одобрил договор.", "Совет города Ландт не одобрил договор.", STANCE),
           ("Семь человек пострадали в порту.", "Девять человек пострадали в порту.", NUMBER),
           ("Мост откроют 4 мая для всех.", "Мост откроют 4 июня для всех.", DATE),
           ("Совет города Ландт одобрил договор.", "Совет города Ландт отклонил договор.", STANCE)],
    "uk": [("Рада міста Ландт схвалила договір.", "Рада міста Ландт не схвалила договір.", STANCE),
           ("Семеро людей постраждали в порту.", "Дев’ятеро людей постраждали в порту.", NUMBER),
           ("Міст відкриють 4 травня для всіх.", "Міст відкриють 4 червня для всіх.", DATE)],
    "tr": [("Landt belediye meclisi liman sözleşmesini onayladı.", "Landt belediye meclisi liman sözleşmesini onaylamadı.", STANCE),
           ("Limanda yedi kişi hafif yaralandı.", "Limanda dokuz kişi hafif yaralandı.", NUMBER),
           ("Köprü 4 Mayıs sabahı yeniden açılacak.", "Köprü 4 Haziran sabahı yeniden açılacak.", DATE)],
    "ar": [("وافق مجلس المدينة على عقد الميناء.", "لم يوافق مجلس المدينة على عقد الميناء.", STANCE),
           ("أصيب سبعة أشخاص في حريق الميناء.", "أصيب تسعة أشخاص في حريق الميناء.", NUMBER),
           ("يفتح الجسر في ٤ مايو أمام الجميع.", "يفتح الجسر في ٤ يونيو أمام الجميع.", DATE)],
    "hi": [("परिषद ने बंदरगाह का समझौता मंजूर किया।", "परिषद ने बंदरगाह का समझौता मंजूर नहीं किया।", STANCE),
           ("बंदरगाह पर सात लोग घायल हो गए।", "बंदरगाह पर नौ लोग घायल हो गए।", NUMBER),
           ("पुल 4 मई को फिर खुलेगा।", "पुल 4 जून को फिर खुलेगा।", DATE)],
    "zh": [("市议会批准了港口合同。", "市议会没有批准港口合同。", STANCE),
           ("港口火灾造成七人受伤。", "港口火灾造成九人受伤。", NUMBER),
           ("大桥将于5月4日重新开放。", "大桥将于6月4日重新开放。", DATE),
           ("市议会批准了港口的新合同。", "市议会否决了港口的新合同。", STANCE)],
    "ja": [("市議会は港の契約を承認した。", "市議会は港の契約を承認しなかった。", STANCE),
           ("港の火事で七人がけがをした。", "港の火事で九人がけがをした。", NUMBER),
           ("橋は5月4日に再び開通する。", "橋は6月4日に再び開通する。", DATE)],
    "ko": [("시의회는 항구 계약을 화요일 승인했다.", "시의회는 항구 계약을 화요일 승인하지 않았다.", STANCE),
           ("항구 화재로 일곱 명이 다쳤다.", "항구 화재로 아홉 명이 다쳤다.", NUMBER),
           ("다리는 5월 4일 다시 열린다고 한다.", "다리는 6월 4일 다시 열린다고 한다.", DATE)],
}  # fmt: skip


def passage(text: str, language: str | None, source: str, torn: tuple[str, str] = ("", "")) -> Passage:
    sentence = Sentence(source, 0, len(text), 0)
    return Passage(
        f"{source}:0-{len(text)}", source, 0, len(text), text, sentence, 0, None, Kind.UNREAD, "", language=language, torn=torn
    )  # fmt: skip


def matched(a: str, b: str, language: str, other: str | None = None) -> Match | None:
    found = compare_by_words([passage(a, language, "one"), passage(b, other or language, "two")])
    return found[0] if found else None


@pytest.mark.parametrize(("language", "a", "b"), [(tag, *pair) for tag in SAME for pair in SAME[tag]])
def test_the_same_words_are_one_claim(language: str, a: str, b: str) -> None:
    match = matched(a, b, language)
    assert match is not None
    assert match.verdict is Verdict.COPY


@pytest.mark.parametrize(("language", "a", "b", "respect"), [(tag, *pair) for tag in APART for pair in APART[tag]])
def test_what_differs_in_a_number_a_day_or_a_denial_is_told_and_never_joined(
    language: str, a: str, b: str, respect: Respect
) -> None:
    match = matched(a, b, language)
    assert match is not None
    assert match.verdict in (Verdict.NEAR, Verdict.DIFFERENT)
    assert respect in {contrast.respect for contrast in match.contrasts if contrast.differs}


def test_every_listed_language_is_tried() -> None:
    assert set(SAME) == set(APART) == set(LISTED)


@pytest.mark.parametrize(
    ("a", "b", "language"),
    [
        ("Der Hund hat den Mann im Hof gebissen.", "Den Hund hat der Mann im Hof gebissen.", "de"),
        ("Landt hat gestern Merbau verklagt.", "Merbau hat gestern Landt verklagt.", "de"),
        ("Le train de Landt va à Velm.", "Le train de Velm va à Landt.", "fr"),
        ("Nur Holm hat dem Rat geschrieben.", "Holm hat nur dem Rat geschrieben.", "de"),
        ("„Wir hatten das Feuer im Griff.“", "Wir hatten das Feuer im Griff.", "de"),
        ("Le maire a signé le contrat ?", "Le maire a signé le contrat.", "fr"),
        ("Casi murió en el incendio del puerto.", "Murió en el incendio del puerto.", "es"),
        ("El barco lleva 1,400 toneladas de arroz.", "El barco lleva 1,4 toneladas de arroz.", "es"),
        ("Sild on täna kinni kogu päeva.", "Sild on täna lahti kogu päeva.", "et"),
    ],
)
def test_other_words_another_order_or_a_quotation_are_another_claim(a: str, b: str, language: str) -> None:
    match = matched(a, b, language)
    assert match is None or match.verdict in (Verdict.NEAR, Verdict.DIFFERENT)


def test_a_language_without_a_list_joins_what_is_the_same_but_for_case_and_marks() -> None:
    match = matched("Sild avati esmaspäeval 120 inimese ees.", "Sild avati, esmaspäeval, 120 inimese ees!", "et")
    assert match is not None
    assert match.verdict is Verdict.COPY


def test_two_languages_are_one_claim_only_in_the_same_text() -> None:
    text = "Museum Velm, Plan B 2031"
    same, other = matched(text, text, "de", "nl"), matched("Plan B 2031 in Velm", "In Velm Plan B 2031", "de", "nl")
    assert same is not None
    assert same.verdict is Verdict.COPY
    assert other is None


def test_a_region_is_no_other_language() -> None:
    match = matched("Cerca de 120 moradores saíram.", "Aproximadamente 120 moradores saíram.", "pt-BR", "pt-PT")
    assert match is not None
    assert match.verdict is Verdict.COPY


def test_sentences_on_other_things_are_no_match() -> None:
    assert (
        matched("Die Brücke ist seit Montag wieder offen.", "Der Rat wählt im Herbst einen neuen Vorstand.", "de")
        is None
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("und" * 5_000 + " und zwei", "de"),
        ("三" * 6_000 + "人", "zh"),
        ("7" * 6_000 + " Boote", "de"),
        ("a. " * 40_000, "fr"),
    ],
)
def test_no_text_is_too_strange_to_be_compared(text: str, language: str) -> None:
    match = matched(text, text, language)
    assert match is not None
    assert match.verdict is Verdict.COPY


def test_long_numbers_that_differ_in_their_last_digit_are_two() -> None:
    a, b = "Die Nummer lautet 12345678901234567.", "Die Nummer lautet 12345678901234568."
    match = matched(a, b, "de")
    assert match is not None
    assert match.verdict is Verdict.DIFFERENT


def test_a_text_without_an_end_is_cut_in_no_time() -> None:
    text = "a. " * 200_000 + "“" * 100_000
    assert len(list(split(text, 0, len(text), "de"))) == 1
