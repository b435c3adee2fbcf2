"""Invented news in other languages than English: read with its grammar (German), or by its words only."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Final

from tests.fuzz.grammar import Article, Block

_SENTENCES: Final = {
    "de": (
        "Die Polizei in Vann teilte am Montag mit, dass {n} Menschen bei dem Sturm verletzt worden sind.",
        "Bei dem Sturm in Vann sind nach Angaben der Polizei {n} Menschen verletzt worden.",
        "Der Bürgermeister wies den Vorwurf zurück, er habe {n} Kronen aus der Kasse genommen.",
        "„Wir haben den Pier nicht verkauft“, sagte Petrov am Dienstag.",
        "Der Hafen soll am 3. Mai 2031 wieder geöffnet werden, wie das Ministerium ankündigte.",
        "Etwa {n} Häuser waren ohne Strom, darunter das Krankenhaus.",
    ),
    "fr": (
        "La police de Vann a déclaré lundi que {n} personnes ont été blessées dans la tempête.",
        "Le maire a nié avoir pris {n} couronnes dans la caisse de la ville.",
        "« Nous n’avons pas vendu le quai », a dit Petrov mardi devant le conseil.",
        "Le port sera rouvert le 3 mai 2031, selon le ministère des travaux.",
    ),
    "es": (
        "La policía de Vann dijo el lunes que {n} personas resultaron heridas por la tormenta.",
        "El alcalde negó que hubiera tomado {n} coronas de la caja de la ciudad.",
        "«No vendimos el muelle», dijo Petrov el martes ante el consejo de la ciudad.",
    ),
    "ru": (
        "Полиция Ванна сообщила в понедельник, что в бурю пострадали {n} человек.",
        "Мэр отрицает, что взял {n} крон из кассы города.",
        "«Мы не продавали причал», — сказал Петров во вторник.",
    ),
    "zh": (
        "万恩警方星期一表示，风暴造成{n}人受伤。",
        "市长否认从市库中拿走{n}克朗。",
        "“我们没有出售码头，”彼得罗夫星期二说。",
    ),
    "ar": ("قالت الشرطة يوم الاثنين إن {n} شخصا أصيبوا في العاصفة.", "نفى رئيس البلدية أنه أخذ {n} كرونة من الصندوق."),
}  # fmt: skip


def told_abroad(random: Random, article: Article) -> Article:
    """The article in another language, wholly or in some of its paragraphs. Who says what in it is not known."""
    sentences = random.choice(tuple(_SENTENCES.values()))

    def block() -> Block:
        told = random.choices(sentences, k=random.randint(1, 4))
        return Block("p", " ".join(one.replace("{n}", str(random.randint(2, 30))) for one in told))

    if random.random() < 0.3:
        blocks = tuple(block() if random.random() < 0.4 else one for one in article.blocks)
        return replace(article, blocks=blocks, spoken=())
    return replace(article, blocks=tuple(block() for _ in range(random.randint(2, 8))), spoken=())
