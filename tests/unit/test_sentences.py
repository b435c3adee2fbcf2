"""Sentences of languages other than English: their abbreviations, ordinals, initials, quotations and stops end none too
early, and what is written without spaces is parted at its own stops."""

from __future__ import annotations

import pytest

from generator.language.sentences import split

SPACED = {
    "de": (
        "Die Brücke ist z. B. wegen der Flut noch zu.",
        "Der Verein sucht seit dem 4. Mai einen Helfer.",
        "Dr. Ines Tarrow sagte: „Gut so.“",
        "Danach stieg der Pegel auf 24.",
        "Die Stadt zahlt 2,4 Mio. Kronen an die Velm AG.",
        "Das gab es zuletzt im 19. Jahrhundert.",
        "»Nein.«",
        "Er ging gegen 8 Uhr usw.",
        "Das war alles.",
    ),
    "fr": (
        "« C’est fini. »",
        "M. Le Guen est venu à 23 h.",
        "Il a cité l’art. 5, p. ex. mardi.",
        "Mme Tarrow, M. Oss, etc.",
        "Les autres sont restés.",
        "Pourquoi ?",
        "La société Velm S.A.",
        "Elle a payé.",
    ),
    "es": (
        "El dueño, Velm S. A., pagó los daños.",
        "¿Cuál fue la causa?",
        "El Sr. De la Vega llegó el 4 de mayo.",
        "«¡Basta!»",
        "Luego calló.",
    ),
    "it": ("L’on. La Torre è arrivato.", "Vale l’art. 5.", "Sono 2,4 mln di corone, ecc.", "La polizia indaga."),
    "pt": ("O Sr. Silva chegou no séc. XIX.", "A empresa Velm S.A.", "O prejuízo é grande, etc.", "A polícia investiga."),  # noqa: E501
    "nl": ("Dhr. De Jong kwam om 8 uur.", "’s Avonds was het stil, d.w.z. leeg.", "J. van Dijk zei het."),
    "pl": ("Sąd przy ul. Długiej milczy.", "Prof. Nowak mówił w 2031 r.", "Policja szuka, m.in. w Velmie itd.", "Wszyscy poszli."),  # noqa: E501
    "ru": ("Мост открыт с 4 мая 2031 г. по просьбе города.", "Это было в 2030 г.", "Полиция молчала.", "А. С. Орлов родился в г. Вельм."),  # noqa: E501
    "uk": ("Міст відкрили 4 травня 2031 р.", "На вул. Садовій тихо.", "Т. Г. Орел мовчав."),
    "tr": ("Dr. Ayşe Kaya 4. Madde için konuştu.", "T.C. Sağlık Bakanlığı sustu vb.", "Bu doğru."),
    "ar": ("قال د. سالم إن الجسر فتح.", "هل عرف السبب؟", "«انتهى الأمر.»", "وسكتت الشرطة."),
    "hi": ("पुल खुल गया।", "डॉ. शर्मा ने कहा, “अच्छा हुआ।”", "क्या हुआ?", "पता नहीं।"),
    "ko": ("배 30척이 왔다.", "그는 “기쁘다.”라고 말했다.", "정말?", "4.5% 올랐다."),
    "cs": ("Most otevřeli 4. května.", "Dr. Malý a prof. Novák mlčeli.", "Konec."),
}  # fmt: skip
UNSPACED = {
    "zh": ("市长说：“我们等了很久。", "很高兴。”塔罗说。", "第二天，他走了！", "真的吗？", "是。"),
    "ja": ("市長は「長く待った。うれしい。」と述べた。", "船は来ましたか？", "はい、来ました。"),
}  # fmt: skip


@pytest.mark.parametrize("language", SPACED)
def test_a_text_is_cut_where_its_sentences_end(language: str) -> None:
    text = " ".join(SPACED[language])
    assert tuple(text[a:b] for a, b in split(text, 0, len(text), language)) == SPACED[language]


@pytest.mark.parametrize("language", UNSPACED)
def test_a_text_without_spaces_is_cut_at_its_own_stops(language: str) -> None:
    text = "".join(UNSPACED[language])
    assert tuple(text[a:b] for a, b in split(text, 0, len(text), language)) == UNSPACED[language]


def test_a_language_with_a_region_is_cut_as_the_language() -> None:
    text = "Es öffnet am 4. Mai. Mehr folgt."
    assert len(list(split(text, 0, len(text), "de-AT"))) == 2


def test_nothing_of_a_text_without_stops_is_lost() -> None:
    text = "สะพานเปิดแล้ว เมื่อวันจันทร์ มีเรือ 30 ลำ"
    assert list(split(text, 0, len(text), "th")) == [(0, len(text))]
