"""What the header of a page says in fifteen languages: names, days, labels. All text is invented."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.language.days import find_days
from generator.metadata import find_metadata
from generator.metadata.byline import byline_name
from generator.model import Metadata
from tests.making import document

DAY = "2026-05-04"
# Language, article, byline, names, line of the day of publication, line of a later change.
PAGES = [
    (
        "de",
        "Die Hafenbehörde schätzt den Schaden an der alten Mole auf zwei Millionen Kronen und "
        "rechnet mit sechs Wochen für die Reparatur, teilte sie am Montag mit.",
        "Von Mira Halvorsen und Ole Brandt",
        "Mira Halvorsen und Ole Brandt",
        "4. Mai 2026, 9:15 Uhr",
        "Aktualisiert am 6. Mai 2026",
    ),
    (
        "fr",
        "L’autorité portuaire estime les dégâts de la jetée à deux millions de couronnes et prévoit "
        "six semaines de travaux pour la réparer, a-t-elle indiqué lundi.",
        "Par Mira Halvorsen avec AFP",
        "Mira Halvorsen",
        "Publié le 4 mai 2026 à 9h15",
        "Mis à jour le 6 mai 2026",
    ),
    (
        "es",
        "La autoridad portuaria calcula los daños del muelle en dos millones de coronas y prevé seis "
        "semanas de obras para repararlo, según informó el lunes.",
        "Por Mira Halvorsen y Ole Brandt",
        "Mira Halvorsen y Ole Brandt",
        "Publicado el 4 de mayo de 2026",
        "Actualizado el 6 de mayo de 2026",
    ),
    (
        "it",
        "L’autorità portuale stima i danni al molo in due milioni di corone e prevede sei settimane "
        "di lavori per ripararlo, ha comunicato lunedì.",
        "di Mira Halvorsen",
        "Mira Halvorsen",
        "4 maggio 2026 alle 9:15",
        "Aggiornato il 6 maggio 2026",
    ),
    (
        "pt",
        "A autoridade portuária calcula os danos do cais em dois milhões de coroas e prevê seis "
        "semanas de obras para repará-lo, informou na segunda-feira.",
        "Por Mira Halvorsen e Ole Brandt",
        "Mira Halvorsen e Ole Brandt",
        "04/05/2026 09h15",
        "Atualizado em 06/05/2026",
    ),
    (
        "nl",
        "De havendienst schat de schade aan de oude pier op twee miljoen kronen en verwacht dat het "
        "herstel zes weken zal duren, zo werd maandag bekend.",
        "Door Mira Halvorsen",
        "Mira Halvorsen",
        "Gepubliceerd op 4 mei 2026",
        "Laatst gewijzigd op 6 mei 2026",
    ),
    (
        "pl",
        "Zarząd portu szacuje szkody na starym molo na dwa miliony koron i przewiduje, że naprawa "
        "potrwa sześć tygodni, jak podano w poniedziałek.",
        "Autor: Mira Halvorsen",
        "Mira Halvorsen",
        "4 maja 2026, 9:15",
        "Aktualizacja: 6 maja 2026",
    ),
    (
        "ru",
        "Администрация порта оценивает ущерб старому причалу в два миллиона крон и рассчитывает "
        "закончить ремонт через шесть недель, сообщили в понедельник.",
        "Автор: Мира Халворсен",
        "Мира Халворсен",
        "4 мая 2026 г., 9:15",
        "Обновлено 6 мая 2026",
    ),
    (
        "uk",
        "Адміністрація порту оцінює збитки старого причалу у два мільйони крон і розраховує "
        "завершити ремонт за шість тижнів, повідомили в понеділок.",
        "Автор: Міра Халворсен",
        "Міра Халворсен",
        "4 травня 2026, 9:15",
        "Оновлено 6 травня 2026",
    ),
    (
        "tr",
        "Liman idaresi eski iskeledeki hasarı iki milyon kron olarak tahmin ediyor ve onarımın altı "
        "hafta süreceğini pazartesi günü açıkladı.",
        "Yazan: Mira Şahin",
        "Mira Şahin",
        "Yayınlanma: 4 Mayıs 2026 09:15",
        "Güncelleme: 6 Mayıs 2026",
    ),
    (
        "ar",
        "قدرت سلطة الميناء الأضرار التي لحقت بالرصيف القديم بمليوني كرونة وتتوقع أن تستغرق أعمال "
        "الإصلاح ستة أسابيع كما أعلنت يوم الاثنين.",
        "بقلم ميرا هالفورسن",
        "ميرا هالفورسن",
        "نشر في ٤ مايو ٢٠٢٦",
        "آخر تحديث: 6 مايو 2026",
    ),
    (
        "hi",
        "बंदरगाह प्राधिकरण ने पुराने घाट को हुए नुकसान का अनुमान बीस लाख क्रोन लगाया है और सोमवार को "
        "कहा कि मरम्मत में छह सप्ताह लगेंगे।",
        "लेखक: मीरा शर्मा",
        "मीरा शर्मा",
        "प्रकाशित: 4 मई 2026",
        "अपडेटेड: 6 मई 2026",
    ),
    (
        "zh",
        "港口管理局星期一表示，旧码头的损失估计为二百万克朗，预计修复工作需要六周时间，在此期间渡轮将"
        "停靠北面的码头，货车必须绕行。",
        "记者 王小明",
        "王小明",
        "2026年5月4日 09:15",
        "更新时间：2026-05-06",
    ),
    (
        "ja",
        "港湾局は月曜日、古い桟橋の被害額を二百万クローネと見積もり、修復には六週間かかる見通しだと発"
        "表した。その間、フェリーは北の桟橋に着く。",
        "文・山田太郎",
        "山田太郎",
        "公開日：2026年5月4日",
        "更新日：2026年5月6日",
    ),
    (
        "ko",
        "항만 당국은 월요일 낡은 부두의 피해를 이백만 크로네로 추산하고 복구에 육 주가 걸릴 것으로 예상한다고 밝혔다.",
        "홍길동 기자",
        "홍길동",
        "입력 2026.05.04. 09:15",
        "수정 2026.05.06. 10:00",
    ),
]
IDS = [page[0] for page in PAGES]


def page_of(language: str, article: str, *header: str) -> Metadata:
    lines = "".join(f"<p>{line}</p>" for line in header)
    return find_metadata(
        clean(
            document(
                f"<html lang={language}><article><h1>{article[:40]}</h1>{lines}<p>{article}</p><p>{article[::-1]}</p>"
                "</article></html>",
                media_type="text/html",
            )
        )
    )


@pytest.mark.parametrize(("language", "article", "byline", "names", "published", "updated"), PAGES, ids=IDS)
def test_the_names_of_a_byline_are_its_author(
    language: str, article: str, byline: str, names: str, published: str, updated: str
) -> None:
    assert byline_name(byline, language) == names
    found = page_of(language, article, byline, published)
    assert found.author is not None and found.author.value == names


@pytest.mark.parametrize(("language", "article", "byline", "names", "published", "updated"), PAGES, ids=IDS)
def test_the_day_of_publication_is_told_from_that_of_a_change(
    language: str, article: str, byline: str, names: str, published: str, updated: str
) -> None:
    for header in ((published, updated), (updated, published), (f"{published} {updated}",)):
        found = page_of(language, article, byline, *header)
        assert found.published is not None
        assert (found.published.value, found.published.doubt) == (DAY, None), header


@pytest.mark.parametrize(("language", "article", "byline", "names", "published", "updated"), PAGES, ids=IDS)
def test_the_day_of_a_change_alone_is_in_doubt(
    language: str, article: str, byline: str, names: str, published: str, updated: str
) -> None:
    found = page_of(language, article, updated)
    assert found.published is not None and found.published.value == "2026-05-06"
    assert found.published.doubt is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "04.05.2026"),
        ("de-AT", "4. Mai 2026"),
        ("fr", "lundi 4 mai 2026"),
        ("fr", "04/05/2026"),
        ("es", "4 may 2026"),
        ("pt-BR", "4 de maio de 2026"),
        ("nl", "04-05-2026"),
        ("pl", "04.05.2026"),
        ("ru", "04.05.2026"),
        ("tr", "04 MAYIS 2026"),
        ("ar", "4 مايو/أيار 2026"),
        ("ar", "4 أيار 2026"),
        ("hi", "मई 4, 2026"),
        ("zh", "2026年05月04日"),
        ("ja", "2026/05/04"),
        ("ko", "2026년 5월 4일"),
        ("en-GB", "04/05/2026"),
        ("en-US", "05/04/2026"),
    ],
)
def test_a_day_is_read_as_its_language_writes_it(language: str, text: str) -> None:
    assert [str(mention.first) for mention in find_days(text, language)] == [DAY]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "04/05/2026"),
        (None, "04/05/2026"),
        ("de", "2026 Euro"),
        ("xx", "4 Mai 2026"),
        ("de", "31. Februar 2026"),
        ("de", "4. Mai 20261"),
    ],
)
def test_what_can_be_read_in_two_ways_or_is_no_day_is_none(language: str | None, text: str) -> None:
    assert find_days(text, language) == ()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Von Anfang bis Ende"),
        ("de", "Von der Mole aus"),
        ("fr", "Par la rédaction"),
        ("es", "Por qué se cerró el puerto"),
        ("it", "Di cosa parliamo oggi"),
        ("zh", "记者从港口管理局获悉"),
        ("ko", "복구에 육 주가 걸릴 것으로 예상한다고 기자에게 밝혔다."),
        ("ru", "Текст закона опубликован"),
    ],
)
def test_a_line_that_only_begins_like_a_byline_is_none(language: str, line: str) -> None:
    assert byline_name(line, language) is None


def test_a_name_behind_the_word_for_reporter_is_a_byline() -> None:
    assert byline_name("記者 鈴木一郎", "ja") == "鈴木一郎"
