"""German words of a sentence with class and dictionary form, and which of a document's capitals are names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.language.german.words import MONTHS, NAMES, NOUNS, SAYS, VERBS, WEEKDAYS
from generator.language.tagger import is_german_word, tag_german

_TOKEN = re.compile(
    r"\d+-[^\W\d_]\w*(?:-\w+)*"  # "34-Jährige"
    r"|\d{1,3}\.(?=\s?[^\W\d_])"  # "4. Mai", "in der 89. Minute"; what ends a sentence has nothing behind it
    r"|\d+(?:[.,:]\d+)*"
    r"|(?:z|d|u|i|o)\.\s?(?:B|T|h|a|d|R|ä)\.|(?:Dr|Prof|Ing|Dipl\.-[A-Z][a-z]{1,4}|med|jur|phil)\."
    r"|(?:sog|ggf|inkl|ca|Mio|Mrd|St|Nr|bzw|usw|etc)\."
    r"|[^\W_]+(?:[-’'/][^\W_]+)*"
    r"|\S"
)
_MARKS = {"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "‚": "'", "‘": "'", "’": "'", "–": "-", "—": "-", "…": "."}
_SHORT = {
    "Mio.": "Millionen", "Mrd.": "Milliarden", "ca.": "circa", "z. B.": "beispielsweise", "z.B.": "beispielsweise",
}  # fmt: skip
NOUN_CLASSES = ("NN", "NNA", "NNI")
# Nouns after which another noun is what they measure, and no name: "vier Jahre Haft", "2,3 Millionen Euro".
MEASURING = frozenset(
    """Prozent Million Milliarde Billion Tausend Hundert Dutzend Euro Dollar Franken Pfund Jahr Monat Woche Tag Stunde
    Minute Kilometer Meter Zentimeter Hektar Tonne Kilogramm Kilo Grad Liter Ende Anfang Mitte Beginn Mal Uhr
    Reihe Zahl Art Menge""".split()
)


class Word(NamedTuple):
    """A word or mark at ``sentence[start:end]``; ``tag`` is of the Stuttgart-Tübingen tagset, as HanTa writes it."""

    start: int
    end: int
    text: str
    low: str
    tag: str
    lemma: str

    @property
    def is_noun(self) -> bool:
        return self.tag in NOUN_CLASSES

    @property
    def is_mark(self) -> bool:
        return not self.text[0].isalnum()


def read_words(sentence: str) -> tuple[Word, ...]:
    """The words of a sentence in order."""
    spans = [match.span() for match in _TOKEN.finditer(sentence)]
    texts = [sentence[start:end] for start, end in spans]
    asked = tuple(_SHORT.get(text, _MARKS.get(text, text)) for text in texts)
    words = [
        Word(start, end, text, known.lower(), _mended(known, tag), _spelled(lemma, known))
        for (start, end), text, known, (lemma, tag) in zip(spans, texts, asked, tag_german(asked), strict=True)
    ]
    words = [_as_noun(words, place) for place in range(len(words))]
    words = [_as_finite(words, place) for place in range(len(words))]
    return tuple(_as_infinitive(words, place) for place in range(len(words)))


def _as_noun(words: Sequence[Word], place: int) -> Word:
    """A capital within a sentence is that of a noun or a name, whatever verb is spelled like it: "FC Tarn"."""
    word, before = words[place], words[place - 1] if place else None
    verbal = word.tag[:2] in ("VV", "VA", "VM") or word.tag in ("ADJ(D)", "ADV", "PTKVZ")
    if before is None or before.is_mark or not word.text[0].isupper() or not verbal:
        return word
    return word._replace(tag="NE")


def _as_infinitive(words: Sequence[Word], place: int) -> Word:
    """A verb in -n that is no finite form beside an auxiliary of its part of the sentence: "soll ... haben"."""
    word = words[place]
    if not word.tag.endswith("(FIN)") or word.low != word.lemma.lower():
        return word
    begin = next((i + 1 for i in range(place - 1, -1, -1) if words[i].is_mark), 0)
    end = next((i for i in range(place + 1, len(words)) if words[i].is_mark), len(words))
    helpers = [
        one
        for one in (*words[begin:place], *words[place + 1 : end])
        if one.tag == "VM(FIN)" or (one.tag == "VA(FIN)" and one.lemma == "werden" and one.low != "werden")
    ]
    joined = any(one.tag == "KON" for one in words[begin:end])
    return word._replace(tag=f"{word.tag[:2]}(INF)") if helpers and not joined else word


def _spelled(lemma: str, word: str) -> str:
    """A dictionary form in the spelling of its word: the model knows "Ausschuß"."""
    noun = lemma[:1].isupper() and "ß" in lemma and "ß" not in word
    return lemma.replace("ß", "ss") if noun else lemma


def _as_finite(words: Sequence[Word], place: int) -> Word:
    """A participle that is the present of its verb ("behauptet", "erwartet"), where its part of the sentence has no
    other verb: it stands before a clause, or more than an adverb follows it."""
    word = words[place]
    if word.tag != "VV(PP)" or not word.low.endswith("t") or not word.low.startswith(word.lemma[:3].lower()):
        return word
    begin = next((i + 1 for i in range(place - 1, -1, -1) if words[i].is_mark), 0)
    end = next((i for i in range(place + 1, len(words)) if words[i].is_mark), len(words))
    own = (*words[begin:place], *words[place + 1 : end])
    if place == begin or any(one.tag[:2] in ("VA", "VM", "VV") for one in own):
        return word
    says = VERBS.get(word.lemma.lower()) in SAYS and end < len(words) and words[end].text in ",:"
    says = says or (end < len(words) and end == place + 1 and words[end].text in ".;")  # "Die Polizei ermittelt."
    object_follows = any(one.is_noun or one.tag in ("ART", "PPER", "NE", "PIAT") for one in words[place + 1 : end])
    return word._replace(tag="VV(FIN)") if says or object_follows else word


def _mended(word: str, tag: str) -> str:
    """The class of a word, where the model has mistaken a function word for a name: "von" before one."""
    if tag == "NE" and word[0].isdigit():
        return "CARD"
    return _SURE.get(word.lower(), tag) if tag == "NE" or word.lower() in _ALWAYS else tag


_SURE = {
    "von": "APPR", "will": "VM(FIN)", "man": "PIS", "elf": "CARD", "fort": "PTKVZ", "laut": "APPR", "mit": "APPR",
}  # fmt: skip
_ALWAYS = frozenset(("laut",))


def find_names(sentences: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The capitalised words of a document that are names: those that the model takes for one and no article precedes,
    and those that no dictionary knows and that stand beside a noun or a name ("die Firma Nordkontor")."""
    names: Counter[str] = Counter()
    common: set[str] = set()
    for words in sentences:
        for place, word in enumerate(words):
            if not word.text[0].isupper() or word.text in MONTHS or _is_day(word.text):
                continue
            before = words[place - 1] if place else None
            if before is not None and _determines(before) and not word.text.isupper():
                common.add(word.text)
                continue
            if (word.tag == "NE" and not is_calling(word)) or (word.is_noun and _stands_as_name(words, place)):
                names[word.text] += 1
    return frozenset(name for name in names if name not in common and name not in NOUNS) | frozenset(NAMES)


def _is_day(word: str) -> bool:
    return any(word.startswith(day) for day in WEEKDAYS)


def _determines(word: Word) -> bool:
    return word.tag in ("ART", "PPOSAT", "PIAT", "PDAT", "ADJ(A)", "CARD", "APPRART")


def _stands_as_name(words: Sequence[Word], place: int) -> bool:
    word, before = words[place], words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    if is_surname(words, place):
        return True
    if word.text.isupper() and len(word.text) > 1:
        return True
    compound = known_compound(word.lemma)
    if compound is not None and compound[1] in _PLACES and before is not None and before.low in _INTO:
        return True  # "in Talberg", which is no hill
    if word.lemma in NOUNS or compound is not None:
        return False
    if before is not None and before.is_noun and before.lemma not in MEASURING and before.text[0].isupper():
        return True
    if is_german_word(word.text) or is_german_word(word.lemma):
        return False
    beside_name = (
        after is not None
        and after.tag == "NE"
        and not is_calling(word)
        and not (before is not None and _determines(before))
    )
    return beside_name or before is None or before.tag in ("APPR", "NE") or before.is_mark


_LEAST_TITLE = 7  # letters
_CALLINGS = (
    "erin", "istin", "ätin", "entin", "orin", "chef", "chefin", "leiter", "sprecher", "vertreter", "meister",
    "direktor",
    "führer", "minister", "kanzler", "richter", "anwalt", "präsident", "sekretär", "vorsitzende", "rat", "experte",
)  # fmt: skip


# A town may be called like what it lies at.
_PLACES = frozenset("Berg See Wald Dorf Stadt Fluss Haus Tor Insel Hafen Brücke Feld Werk Bahnhof".split())
_INTO = frozenset("in aus nach bei".split())


def is_calling(word: Word) -> bool:
    """Whether a noun says by its ending what somebody is, and is no given name: "Feuerwehrchefin"."""
    return len(word.text) >= _LEAST_TITLE and word.low.endswith(_CALLINGS)


def is_surname(words: Sequence[Word], place: int) -> bool:
    """Whether a noun stands behind a given name, whatever else it may mean: "Paul Renner"."""
    before = words[place - 1] if place else None
    if before is None or before.tag != "NE" or before.text.isupper() or not words[place].text[0].isupper():
        return False
    return place < 2 or not _determines(words[place - 2])


def known_compound(lemma: str) -> tuple[str, str] | None:
    """A compound as its first part and the known noun it ends in: "Lagerhalle" -> "Lager", "Halle"; None for none."""
    for at in range(_LEAST_PART, len(lemma) - _LEAST_HEAD + 1):
        head = lemma[at].upper() + lemma[at + 1 :]
        if head in NOUNS:
            first = lemma[:at].rstrip("-")
            return (first, head) if first else None
    return None


_LEAST_PART = 3  # letters
_LEAST_HEAD = 4
