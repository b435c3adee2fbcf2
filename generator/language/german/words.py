"""German words in the words that the reading knows: the lists of ``data/german.txt``, and what is said in two words."""

from __future__ import annotations

from collections.abc import Mapping

from generator.language.lists import read_lists

_LISTS = read_lists("german.txt")


def _table(name: str) -> Mapping[str, str]:
    """German word -> the first English one that stands for it."""
    found: dict[str, str] = {}
    for line in _LISTS[name]:
        english, _, german = line.partition(":")
        for word in german.split():
            found.setdefault(word, english.strip())
    return found


VERBS = _table("verbs")

# Of these the perfect is made with "sein" though they are no passive: "sind gestorben".
WITH_SEIN = frozenset(
    """sterben kommen umkommen gehen fahren fliegen laufen steigen ansteigen sinken fallen zurückgehen ausbrechen
    entstehen entgleisen abstürzen einstürzen zurücktreten zurückkehren ankommen eintreffen anreisen reisen abreisen
    fliehen flüchten bleiben verbleiben sein werden geschehen passieren verschwinden scheitern gelingen misslingen
    erscheinen auftreten einbrechen zusammenbrechen ertrinken verunglücken erliegen wachsen anwachsen schrumpfen
    klettern folgen treten ziehen umziehen aufsteigen absteigen eintreten beitreten ausscheiden aufwachen wandern
    kollidieren zusammenstoßen zusammenprallen zusammenkommen explodieren platzen brechen geraten verlorengehen
    eingehen vorgehen
    untergehen aufbrechen ausreisen einreisen anlaufen starten""".split()
)

NOUNS = _table("nouns")

ADJECTIVES = _table("adjectives")

NAMES = _table("names")

PREPOSITIONS = _table("prepositions")

CONJUNCTIONS = _table("conjunctions")

SUBORDINATORS = _table("subordinators")

ADVERBS = _table("adverbs")

PARTICLES = frozenset("es sich ja doch eben halt mal gar denn zwar nämlich freilich schließlich".split())

DETERMINERS = _table("determiners")

MONTHS = _table("months")
WEEKDAYS = _table("weekdays")
PARTS_OF_DAY = _table("parts of day")

_ONES = dict(
    zip(
        "null ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
        "siebzehn achtzehn neunzehn".split(),
        (0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19),
        strict=True,
    )
)
_TENS = {
    word: 10 * value
    for value, word in enumerate("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), 2)
}


def number_of(word: str) -> int | None:
    """The value of a number word in lower case: "zwölf", "einundzwanzig", "dreihundert", "zweitausend"."""
    if word in _ONES:
        return _ONES[word]
    if word in _TENS:
        return _TENS[word]
    for scale, value in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = word.partition(scale)
        if found:
            many = 1 if not head else number_of(head)
            rest = 0 if not tail else number_of(tail.removeprefix("und"))
            return None if many is None or rest is None else many * value + rest
    one, found, ten = word.partition("und")
    if found and ten in _TENS and one in _ONES:
        return _TENS[ten] + _ONES[one]
    return None


# "Nach Angaben der Polizei", "nach Darstellung des Ministeriums": what follows says it.
SOURCE_NOUNS = frozenset(
    """Angabe Darstellung Aussage Auskunft Schätzung Einschätzung Zählung Überzeugung Ansicht Meinung Auffassung Wort
    Information Erkenntnis Recherche Bericht Mitteilung Berechnung Ermittlung Schilderung Lesart""".split()
)
SAYS = frozenset(
    "say tell report announce declare add explain note stress confirm admit insist argue contend warn "
    "predict reply reveal inform write claim promise suggest recommend complain demand testify "
    "believe think fear hope expect deny threaten decide agree learn know propose estimate".split()
)
# With an infinitive these tell what somebody means to do; the others of "sollen", what is said of a state.
STATES = frozenset("sein liegen betragen haben gehören stehen geben wissen kennen leiden umfassen kosten".split())
# What is said to be so is not: "ist frei erfunden", "sei erlogen".
UNTRUE = frozenset("erfinden erlügen".split())
# A verb and its noun that are one deed, by the noun whether it goes: "ums Leben gekommen" is "died".
JOINED_VERBS = {
    ("kommen", "Leben"): ("die", True),
    ("verlieren", "Leben"): ("die", True),
    ("erleiden", "Verletzung"): ("injure", True),
    ("gehen", "verloren"): ("disappear", True),
    ("geben", "bekannt"): ("announce", True),
    ("einlegen", "Revision"): ("appeal", True),
    ("einlegen", "Berufung"): ("appeal", True),
    ("einlegen", "Rechtsmittel"): ("appeal", True),
    ("einlegen", "Einspruch"): ("appeal", True),
    ("leisten", "Widerstand"): ("resist", True),
    ("stellen", "Antrag"): ("request", True),
    ("treffen", "Entscheidung"): ("decide", True),
    ("ergreifen", "Flucht"): ("flee", True),
    ("nehmen", "Stellung"): ("comment", True),
    ("legen", "Arbeit"): ("strike", False),
    ("niederlegen", "Arbeit"): ("strike", False),
    ("niederlegen", "Amt"): ("resign", False),
}
# What closes a report and says only that the future will tell.
STOCK_PHRASES = frozenset(
    (
        "man darf gespannt sein", "es bleibt spannend", "es bleibt abzuwarten", "das bleibt abzuwarten",
        "die zeit wird es zeigen", "das wird die zeit zeigen", "die zukunft wird es zeigen", "fortsetzung folgt",
        "das letzte wort ist noch nicht gesprochen", "die nächsten wochen werden es zeigen", "man wird sehen",
    )
)  # fmt: skip
# Fixed phrases, by their words in lower case.
IDIOMS: Mapping[tuple[str, ...], str] = {
    tuple(german.split()): english
    for german, english in (
        ("dem vernehmen nach", "reportedly"), ("nach eigenen angaben", "by own account"), ("vor allem", "above all"),
        ("unter anderem", "among others"), ("zum beispiel", "for example"), ("nach wie vor", "still"),
        ("auf anfrage", "on request"), ("vor ort", "there"), ("bis auf weiteres", "until further notice"),
        ("aus der luft gegriffen", "untrue"), ("nicht zuletzt", "also"), ("so genannte", "so-called"),
        ("noch nicht", "not yet"), ("noch immer", "still"), ("immer noch", "still"), ("nicht mehr", "not"),
    )
}  # fmt: skip
