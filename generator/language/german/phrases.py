"""Phrases of a German clause said in English: noun phrases with their case and number, days, figures, adverbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from generator.language.german.saying import (
    base_of,
    day_of,
    hour_of,
    in_plural,
    is_ordinal,
    is_year,
    mark_piece,
    one_piece,
    own_word,
    say_adjective,
    say_beside_number,
    say_determiner,
    say_noun,
    say_number,
)
from generator.language.german.tokens import MEASURING, Word, is_calling, is_surname
from generator.language.german.words import (
    ADJECTIVES,
    ADVERBS,
    CONJUNCTIONS,
    IDIOMS,
    MONTHS,
    NAMES,
    NOUNS,
    PARTICLES,
    PREPOSITIONS,
    SOURCE_NOUNS,
    WEEKDAYS,
    number_of,
)
from generator.language.gloss import Piece
from generator.language.tagger import Tag


class Kind(StrEnum):
    NOUN = "noun"  # noun phrase
    PREPOSITION = "preposition"
    ADVERB = "adverb"
    SOURCE = "source"  # "nach Angaben der Polizei"
    NOT = "not"
    MARK = "mark"
    CLAUSE = "clause"  # a clause within the clause, said already


@dataclass(slots=True)
class Phrase:
    """A phrase in English. ``subject`` says whether its form may be that of a subject; ``plural`` is None where its
    form does not tell. ``denies`` marks "kein" and "nichts", by which German denies the verb."""

    kind: Kind
    pieces: list[Piece] = field(default_factory=list)
    subject: bool = False
    plural: bool | None = None
    head: str = ""  # dictionary form of its noun
    denies: bool = False
    words: list[Word] = field(default_factory=list)


@dataclass(slots=True)
class _NounPhrase(Phrase):
    """A noun phrase while it is read: its last determiner, and whether nothing more belongs to it."""

    determiner: str = ""
    ended: bool = False


_NOMINATIVE = frozenset(
    "der die das ein eine kein keine sein seine ihr ihre unser unsere mein meine dieser diese dieses "
    "jeder jede jedes alle viele beide einige mehrere welche welcher manche".split()
)
_SUBJECT_PRONOUNS = frozenset(
    "er sie es ich wir man wer das dies niemand jemand alle viele beide nichts keiner keine "
    "einige mehrere andere der die etwas du".split()
)
_PLURAL_PRONOUNS = frozenset("wir alle viele beide einige mehrere andere".split())
_BESIDE_NUMBER = frozenset(
    "rund etwa ungefähr circa ca. knapp fast beinahe mindestens wenigstens höchstens maximal über "
    "gut nur lediglich erst insgesamt weitere weiteren".split()
)
_TIME = frozenset("Jahr Monat Woche Tag Stunde Minute".split())
# "Davon aus, dass": it points at the clause behind it.
_POINTS_AHEAD = frozenset("davon darauf dafür dazu daran darüber darum damit daraus dadurch".split())
_DEEPEST = 6  # noun phrases within one another; what is longer is a list run together
_OPENING = frozenset('„»"')
_COMPARED = frozenset("mehr weniger eher anders höher größer früher später".split())
_GENITIVE = frozenset(
    "des der eines einer ihres ihrer seines seiner dieses dieser unseres unserer deren beider".split()
)


class Reader:
    """Reads the phrases of a clause. ``names`` are the words that are names in its document."""

    def __init__(self, words: Sequence[Word], names: frozenset[str]) -> None:
        self.words, self.names = words, names
        self._depth = 0  # of noun phrases within noun phrases

    def phrases(self) -> list[Phrase]:
        found: list[Phrase] = []
        at = 0
        while at < len(self.words):
            phrase, at = self._phrase(at, found)
            if phrase is not None:
                found.append(phrase)
        return found

    def _phrase(self, at: int, before: list[Phrase]) -> tuple[Phrase | None, int]:
        word = self.words[at]
        if word.is_mark and word.text not in "-'":
            return self._mark(at, before)
        if word.low == "weder":
            return Phrase(Kind.NOT, words=[word]), at + 1
        if word.low in ("nicht", "nie", "niemals", "keineswegs", "keinesfalls", "mitnichten"):
            only = at + 1 < len(self.words) and self.words[at + 1].low in ("nur", "mehr")
            kind = Kind.NOT if not only or self.words[at + 1].low == "mehr" else Kind.ADVERB
            skip = 2 if only and kind is Kind.NOT else 1
            said = "never" if word.low in ("nie", "niemals") else "not"
            return Phrase(kind, [one_piece(word, said, Tag.NOT)], head=said, words=[word]), at + skip
        if (fixed := self._idiom(at)) is not None:
            return fixed
        if (source := self._source(at)) is not None:
            return source
        if (ago := self._ago(at)) is not None:
            return ago
        if word.tag in ("APPR", "APPRART") and word.low not in ("als", "wie") and not self._is_number_adverb(at):
            return self._with_preposition(at)
        if self._opens_noun(at):
            return self._noun(at)
        if word.tag in ("KON", "KOKOM", "KOUS", "KOUI") or word.low in ("als", "wie"):
            said = CONJUNCTIONS.get(word.low) or {"wie": "like", "um": "in order"}.get(word.low, word.low)
            if word.low == "als" and any(
                one.low in _COMPARED or one.low.endswith("er") for one in self.words[max(0, at - 3) : at]
            ):
                said = "than"
            if word.low == "noch" or (word.low in ("und", "oder") and said == word.low):
                said = "and"
            tag = Tag.CONJUNCTION if word.tag == "KON" else Tag.PREPOSITION
            return Phrase(Kind.ADVERB, [one_piece(word, said, tag)], words=[word]), at + 1
        return self._adverb(at)

    def _idiom(self, at: int) -> tuple[Phrase, int] | None:
        for length in (5, 4, 3, 2):
            words = self.words[at : at + length]
            said = IDIOMS.get(tuple(word.low for word in words)) if len(words) == length else None
            if said is None:
                continue
            denies = said.startswith("not")
            pieces = [Piece(part, Tag.ADVERB, part, words[0].start, words[-1].end) for part in said.split()]
            return Phrase(Kind.NOT if denies else Kind.ADVERB, pieces, words=list(words)), at + length
        return None

    def _mark(self, at: int, before: list[Phrase]) -> tuple[Phrase | None, int]:
        word = self.words[at]
        apposed = None
        if word.text == "," and before and before[-1].kind in (Kind.NOUN, Kind.PREPOSITION, Kind.SOURCE):
            apposed = self._apposition(at + 1)
        if apposed is None:
            return Phrase(Kind.MARK, [mark_piece(word)], words=[word]), at + 1
        phrase, after = apposed
        before[-1].pieces += [mark_piece(word), *phrase.pieces]
        before[-1].words += [word, *phrase.words]
        if after < len(self.words) and self.words[after].text == ",":
            before[-1].pieces.append(mark_piece(self.words[after]))
            after += 1
        return None, after

    def _apposition(self, at: int) -> tuple[Phrase, int] | None:
        """A noun phrase between commas that says who somebody is: ", Jörn Tiedtke,"."""
        if at >= len(self.words) or not self._opens_noun(at) or self.words[at].tag in ("CARD", "PPER"):
            return None
        phrase, after = self._noun(at)
        closes = after >= len(self.words) or self.words[after].text in ",."
        return (phrase, after) if closes and phrase.head else None

    def _source(self, at: int) -> tuple[Phrase, int] | None:
        """ "Nach Angaben der Polizei", "laut Polizei", "dem Bericht zufolge", "nach Firmenangaben"."""
        word = self.words[at]
        if word.low in ("laut", "gemäß") and at + 1 < len(self.words) and self._opens_noun(at + 1):
            phrase, after = self._noun(at + 1)
            return self._according(phrase), after
        if word.low == "nach" and at + 1 < len(self.words):
            begin = at + 1
            while begin < len(self.words) and self.words[begin].tag in ("ADJ(A)", "ART", "PPOSAT"):
                begin += 1
            if begin < len(self.words) and self.words[begin].is_noun:
                return self._after_nach(begin)
        if self._opens_noun(at):
            phrase, after = self._noun(at)
            if after < len(self.words) and self.words[after].low == "zufolge":
                return self._according(phrase), after + 1
        return None

    def _after_nach(self, at: int) -> tuple[Phrase, int] | None:
        noun = self.words[at]
        if noun.lemma in SOURCE_NOUNS and at + 1 < len(self.words):
            following = self.words[at + 1]
            if following.low in ("von", "aus", "vom") and at + 2 < len(self.words) and self._opens_noun(at + 2):
                phrase, after = self._noun(at + 2)
                return self._according(phrase), after
            if self._opens_noun(at + 1) and following.tag != "CARD":
                phrase, after = self._noun(at + 1)
                return self._according(phrase), after
        split = next((end for end in ("angaben", "informationen", "darstellung") if noun.low.endswith(end)), None)
        if split and len(noun.low) > len(split) + 2:
            first = noun.text[: -len(split)]
            pieces = say_noun(noun, first)
            return self._according(Phrase(Kind.NOUN, pieces, head=first, words=[noun])), at + 1
        return None

    def _according(self, phrase: Phrase) -> Phrase:
        begin = [Piece("according", Tag.PREPOSITION, "according"), Piece("to", Tag.PREPOSITION, "to")]
        return Phrase(Kind.SOURCE, begin + phrase.pieces, head=phrase.head, words=phrase.words)

    def _ago(self, at: int) -> tuple[Phrase, int] | None:
        """ "Vor drei Tagen" -> "three days ago"."""
        words = self.words[at : at + 3]
        if len(words) < 3 or words[0].low != "vor" or words[2].lemma not in _TIME:
            return None
        if words[1].tag != "CARD" and number_of(words[1].low) is None and words[1].low not in ("einem", "einer"):
            return None
        phrase, after = self._noun(at + 1)
        phrase.pieces.append(one_piece(words[0], "ago", Tag.ADVERB))
        return Phrase(Kind.ADVERB, phrase.pieces, words=[words[0], *phrase.words]), after

    def _is_number_adverb(self, at: int) -> bool:
        """ "Über 200 Menschen", "bis zu 40": bounds of a number."""
        following = self.words[at + 1 : at + 3]
        return (
            self.words[at].low in ("über", "unter")
            and bool(following)
            and following[0].tag == "CARD"
            and not is_year(following[0].text)
            and at > 0
            and not self.words[at - 1].is_noun
        )

    def _with_preposition(self, at: int) -> tuple[Phrase, int]:
        word = self.words[at]
        lemma = _PREPOSITION_OF.get(word.low, word.lemma.lower())
        after = at + 1
        if word.low == "bis" and after < len(self.words) and self.words[after].low in ("zu", "zum", "zur"):
            after += 1
            if after < len(self.words) and self.words[after].tag == "CARD" and word.low == "bis":
                phrase, after = self._noun(after)
                begin = [one_piece(word, "up", Tag.ADVERB), Piece("to", Tag.PREPOSITION, "to")]
                return Phrase(Kind.NOUN, begin + phrase.pieces, True, True, phrase.head, words=phrase.words), after
        said = PREPOSITIONS.get(lemma, PREPOSITIONS.get(word.low, lemma))
        if lemma == "nach" and after < len(self.words):
            said = "to" if self._is_name(after) or self.words[after].text in NAMES else "after"
        if (
            lemma == "um"
            and after < len(self.words)
            and (self.words[after].tag == "CARD" or self.words[after].low in _BESIDE_NUMBER)
        ):
            clock = any(one.low == "uhr" for one in self.words[after : after + 3])
            said = "at" if clock else "by"
        if after >= len(self.words):
            return Phrase(Kind.ADVERB, [one_piece(word, said, Tag.PREPOSITION)], words=[word]), after
        if (dated := self._dated(word, lemma, after)) is not None:
            return dated
        if self._opens_noun(after):
            phrase, after = self._noun(after)
            pieces = [*(one_piece(word, part, Tag.PREPOSITION) for part in said.split()), *phrase.pieces]
            found = Phrase(
                Kind.PREPOSITION, pieces, head=phrase.head, denies=phrase.denies, words=[word, *phrase.words]
            )
            return found, after
        phrase, after = self._adverb(after)
        return Phrase(Kind.PREPOSITION, [one_piece(word, said, Tag.PREPOSITION), *phrase.pieces], words=[word]), after

    def _dated(self, word: Word, lemma: str, at: int) -> tuple[Phrase, int] | None:
        """ "Am Montagabend", "am 4. Mai", "im Jahr 2021", "im März", "am vergangenen Donnerstag"."""
        begin = at
        if self.words[begin].tag == "ART" and begin + 1 < len(self.words):
            begin += 1
        which = None
        if self.words[begin].tag == "ADJ(A)" and begin + 1 < len(self.words):
            stem = ADJECTIVES.get(base_of(self.words[begin]))
            which = stem if stem in ("last", "next") else None
            begin += which is not None
        if begin >= len(self.words):
            return None
        first = self.words[begin]
        if first.lemma in _TIME | {"Frühjahr", "Sommer", "Herbst", "Winter"} and which:
            pieces = [
                one_piece(self.words[begin - 1], which, Tag.ADJECTIVE),
                one_piece(first, NOUNS[first.lemma], Tag.NOUN),
            ]
            return Phrase(Kind.ADVERB, pieces, words=[word, first]), begin + 1
        day = day_of(first)
        if first.lemma == "Jahr" and begin + 1 < len(self.words) and is_year(self.words[begin + 1].text):
            year = self.words[begin + 1]
            said = {"an": "in", "ab": "from"}.get(lemma, PREPOSITIONS.get(lemma, lemma))
            pieces = [one_piece(word, said, Tag.PREPOSITION), one_piece(year, year.text, Tag.NUMBER)]
            return Phrase(Kind.PREPOSITION, pieces, words=[word, year]), begin + 2
        numbered = is_ordinal(first) and begin + 1 < len(self.words) and self.words[begin + 1].text in MONTHS
        month = first.text in MONTHS or (
            first.lemma in ("Ende", "Anfang", "Mitte")
            and begin + 1 < len(self.words)
            and self.words[begin + 1].text in MONTHS
        )
        if not (day or numbered or month):
            return None
        phrase, after = self._date(begin)
        said = {"an": "on", "ab": "from", "zu": "by", "in": "on" if day else "in", "auf": "to"}.get(
            lemma, PREPOSITIONS.get(lemma, lemma)
        )
        if which and day:
            pieces = [one_piece(self.words[begin - 1], which, Tag.ADJECTIVE), *phrase]
        else:
            pieces = [one_piece(word, said, Tag.PREPOSITION), *phrase]
        return Phrase(Kind.PREPOSITION, pieces, head=first.lemma, words=[word, *self.words[begin:after]]), after

    def _date(self, at: int) -> tuple[list[Piece], int]:
        """ "Montagabend", "4. Mai 2024", "Ende März", "Montag, 4. Mai"."""
        pieces: list[Piece] = []
        while at < len(self.words):
            word = self.words[at]
            if day := day_of(word):
                pieces += [one_piece(word, part, Tag.NAME if part in _ENGLISH_DAYS else Tag.NOUN) for part in day]
            elif is_ordinal(word) and at + 1 < len(self.words) and self.words[at + 1].text in MONTHS:
                pieces.append(one_piece(word, word.text.rstrip("."), Tag.NUMBER))
            elif word.text in MONTHS:
                pieces.append(one_piece(word, MONTHS[word.text], Tag.NAME))
            elif word.lemma in ("Ende", "Anfang", "Mitte") and not pieces:
                said = {"Ende": "late", "Anfang": "early", "Mitte": "mid"}[word.lemma]
                pieces.append(one_piece(word, said, Tag.ADJECTIVE))
            elif is_year(word.text) and pieces and pieces[-1].text in _ENGLISH_MONTHS:
                pieces.append(one_piece(word, word.text, Tag.NUMBER))
            elif (
                word.text == ","
                and at + 2 < len(self.words)
                and (is_ordinal(self.words[at + 1]) or self.words[at + 1].low in ("dem", "den"))
                and any(one.text in MONTHS for one in self.words[at + 1 : at + 4])
            ):
                pieces.append(mark_piece(word))
                at += self.words[at + 1].low in ("dem", "den")
            else:
                break
            at += 1
        return pieces, at

    def _is_common(self, at: int) -> bool:
        """Whether an article right before a word shows that it is no name."""
        before = self.words[at - 1] if at else None
        return (
            before is not None and before.tag in ("ART", "PPOSAT", "PIAT", "PDAT") and not self.words[at].text.isupper()
        )

    def _is_name(self, at: int) -> bool:
        word = self.words[at]
        return word.text in self.names or is_surname(self.words, at)

    def _opens_noun(self, at: int) -> bool:
        word = self.words[at]
        if self._is_name(at):
            return True
        if word.low in _BESIDE_NUMBER:
            return at + 1 < len(self.words) and (
                self.words[at + 1].tag == "CARD" or (word.tag == "ADJ(A)" and self._opens_noun(at + 1))
            )
        if word.low in ("mehr", "weniger") and at + 1 < len(self.words):
            return self.words[at + 1].low == "als" and at + 2 < len(self.words) and self.words[at + 2].tag == "CARD"
        if self._is_number_adverb(at):
            return True
        if word.tag == "ADJ(A)" or word.is_noun or word.tag in ("NE", "FM", "TRUNC", "CARD", "ART", "PPER", "PPOSAT"):
            return word.low not in ("mich", "sich")
        return word.tag in ("PIAT", "PIDAT", "PDAT", "PIS", "PDS", "PWS", "PWAT", "PRELS", "PRELAT", "PPOSS")

    def _noun(self, at: int) -> tuple[Phrase, int]:
        begin = at
        phrase = _NounPhrase(Kind.NOUN, subject=True)
        while at < len(self.words) and (after := self._part_of_noun(phrase, at)) is not None:
            at = after
        at = self._closed(phrase, at)
        if at == begin:  # nothing that a noun phrase begins with
            phrase.pieces.append(one_piece(self.words[at], self.words[at].low, Tag.ADVERB))
            at += 1
        phrase.words = list(self.words[begin:at])
        if phrase.head in _TIME and phrase.determiner not in ("der", "die", "das"):
            phrase.subject = False  # "fällt mehrere Wochen aus"
        if phrase.plural is None:
            phrase.plural = self._plural(phrase, phrase.determiner)
        return self._with_genitive(phrase, at)

    def _closed(self, phrase: Phrase, at: int) -> int:
        """Add the mark that closes a quotation opened within a phrase; the place after it."""
        opened = sum(piece.text == "“" for piece in phrase.pieces) - sum(piece.text == "”" for piece in phrase.pieces)
        if not opened or at >= len(self.words) or self.words[at].text not in '“«"':
            return at
        phrase.pieces.append(mark_piece(self.words[at]))
        return at + 1

    def _part_of_noun(self, phrase: _NounPhrase, at: int) -> int | None:
        """Add the word at ``at`` to a noun phrase, and the place after it; None where the phrase has ended before."""
        if phrase.ended:
            return None
        word = self.words[at]
        if word.is_mark:
            if phrase.head or word.text not in _OPENING or not self._may_head(at + 1) or not phrase.pieces:
                return None
            phrase.pieces.append(mark_piece(word))
            return at + 1
        if phrase.head and not self._goes_on(at):
            return None
        if word.low in ("mehr", "weniger") and word.text not in self.names:
            said = "more than" if word.low == "mehr" else "less than"
            phrase.pieces += [one_piece(word, part, Tag.ADVERB) for part in said.split()]
            phrase.plural = True
            return at + 2
        if word.low in _BESIDE_NUMBER and word.tag != "ADJ(A)":
            phrase.pieces += say_beside_number(word)
        elif self._is_name(at) or (word.tag == "NE" and not self._is_common(at) and not is_calling(word)):
            phrase.pieces += self._name(word)
            phrase.head = phrase.head or word.text
        elif word.tag == "CARD" or (number_of(word.low) is not None and word.tag != "ART"):
            return self._add_number(phrase, at)
        elif word.is_noun or word.tag in ("FM", "TRUNC", "NE"):
            self._add_common(phrase, at)
        elif word.tag == "ADJ(A)":
            phrase.pieces += say_adjective(word)
            if not self._may_head(at + 1):
                phrase.head = word.lemma  # "der 34-Jährige"
        elif word.tag in ("PPER", "PIS", "PDS", "PWS", "PRELS", "PPOSS") and not self._is_article(at):
            if phrase.pieces and word.tag != "PIS":
                return None
            self._pronoun(word, phrase)
            phrase.ended = True
        else:
            return self._add_determiner(phrase, at)
        return at + 1

    def _add_number(self, phrase: Phrase, at: int) -> int:
        word = self.words[at]
        phrase.pieces.append(say_number(word))
        phrase.plural = word.low not in ("ein", "eine", "einen", "einem", "einer", "1")
        after = self.words[at + 1] if at + 1 < len(self.words) else None
        if after is not None and after.low == "uhr":
            phrase.pieces = [*phrase.pieces[:-1], *hour_of(word, after)]
            phrase.head = "Uhr"
            return at + 2
        if after is None or not self._may_head(at + 1):
            phrase.head = word.text
        return at + 1

    def _add_common(self, phrase: Phrase, at: int) -> None:
        word = self.words[at]
        if word.is_noun and phrase.head and self._is_called(at):
            phrase.pieces.append(one_piece(word, word.text, Tag.NAME))
            return
        if word.lemma in ("Haft", "Gefängnis") and phrase.head in _TIME:
            phrase.pieces.append(Piece("in", Tag.PREPOSITION, "in"))  # "three years in prison"
        phrase.pieces += self._common(word, phrase)
        phrase.head = word.lemma

    def _add_determiner(self, phrase: _NounPhrase, at: int) -> int | None:
        word = self.words[at]
        several = phrase.pieces and self.words[at - 1].tag in ("CARD", "PIS") and word.low == "der"
        if several or (phrase.pieces and not self._may_head(at + 1)):
            phrase.head = phrase.head or self.words[at - 1].text
            return None
        phrase.determiner = word.low
        phrase.denies = phrase.denies or word.low.startswith("kein")
        phrase.pieces.append(say_determiner(word))
        phrase.subject = word.low in _NOMINATIVE
        return at + 1

    def _is_article(self, at: int) -> bool:
        """Whether what is taken for a relative pronoun is an article: "der Eigentümer, die Holm GmbH"."""
        word = self.words[at]
        return word.tag == "PRELS" and word.low in ("der", "die", "das") and self._may_head(at + 1)

    def _may_head(self, at: int) -> bool:
        """Whether what stands at ``at`` may belong to a noun phrase that has no noun yet."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        if word.text in _OPENING and at + 1 < len(self.words):
            return self._may_head(at + 1)
        if self._is_name(at) or word.is_noun or word.tag in ("ADJ(A)", "CARD", "NE", "TRUNC", "FM", "PIS"):
            return True
        return word.tag in ("ART", "PIAT", "PPOSAT", "PIDAT") or (word.tag == "ADJ(D)" and self._may_head(at + 1))

    def _goes_on(self, at: int) -> bool:
        """Whether a noun phrase that has its noun goes on: a name, a measure, "und" between two nouns."""
        word, before = self.words[at], self.words[at - 1]
        if self._is_name(at) or word.tag == "NE":
            return True
        if word.is_noun:
            return before.is_noun and word.low != "uhr"
        return False

    def _is_called(self, at: int) -> bool:
        """Whether a noun right behind another is what that is called: "die Gewerkschaft Handel und Lager"."""
        before = self.words[at - 1]
        return before.is_noun and before.lemma not in MEASURING and day_of(before) is None and before.text not in MONTHS

    def _with_genitive(self, phrase: Phrase, at: int) -> tuple[Phrase, int]:
        """A noun phrase with whose it is, "der Sprecher des Ministeriums", and what is joined to it by "und"."""
        self._depth += 1
        while at < len(self.words) and phrase.head and self._depth <= _DEEPEST:
            word = self.words[at]
            if word.low in ("von", "vom") and self._of_name(at):
                owner, after = self._noun(at + 1)
                phrase.pieces += [one_piece(word, "of", Tag.PREPOSITION), *owner.pieces]
                phrase.words += [word, *owner.words]
                at = after
                continue
            owned = word.low in _GENITIVE and word.tag in ("ART", "PPOSAT", "PDAT", "PIAT") and self._owner(at)
            if owned:
                owner, after = self._noun(at)
                phrase.pieces += [Piece("of", Tag.PREPOSITION, "of"), *owner.pieces]
                phrase.words += owner.words
                at = after
                continue
            if word.low in ("und", "&") and at + 1 < len(self.words) and self._is_name_joined(at, phrase):
                name = self.words[at + 1]
                phrase.pieces += [one_piece(word, "and", Tag.CONJUNCTION), one_piece(name, name.text, Tag.NAME)]
                phrase.words += self.words[at : at + 2]
                at += 2
                continue
            if word.low in ("und", "sowie", "oder") and at + 1 < len(self.words) and self._joins(at):
                other, after = self._noun(at + 1)
                said = CONJUNCTIONS.get(word.low, "and")
                phrase.pieces += [one_piece(word, said, Tag.CONJUNCTION), *other.pieces]
                phrase.words += [word, *other.words]
                phrase.plural = True
                at = after
                continue
            break
        self._depth -= 1
        return phrase, at

    def _of_name(self, at: int) -> bool:
        """ "Der Polizeichef von Ahlfeld": whose it is, behind a noun."""
        before = self.words[at - 1]
        return before.is_noun and not self._is_name(at - 1) and at + 1 < len(self.words) and self._is_name(at + 1)

    def _is_name_joined(self, at: int, phrase: Phrase) -> bool:
        """Whether "und" stands within a name: "Gewerkschaft Handel und Lager"."""
        before, after = self.words[at - 1], self.words[at + 1]
        named = before.text in self.names or (len(phrase.words) > 1 and self._is_called(at - 1))
        described = any(word.is_noun and word.text not in self.names for word in phrase.words[:-1])
        return named and described and after.is_noun and after.text not in MONTHS

    def _owner(self, at: int) -> bool:
        before = self.words[at - 1]
        of_several = before.tag == "CARD" or before.low in ("einer", "eine", "eines", "viele", "keiner", "beide")
        if of_several and self.words[at].low == "der":
            return self._may_head(at + 1)
        if not (before.is_noun or before.text in self.names) or day_of(before) or before.text in MONTHS:
            return False
        return at + 1 < len(self.words) and self._may_head(at + 1)

    def _joins(self, at: int) -> bool:
        """Whether "und" joins two nouns: what follows is a noun phrase, and no verb stands right behind it."""
        if not self._opens_noun(at + 1) or self.words[at + 1].tag == "PPER":
            return False
        after = at + 1
        while after < len(self.words) and (self._may_head(after) or self._opens_noun(after)):
            after += 1
        return not (after < len(self.words) and self.words[after].tag.endswith("(FIN)"))

    def _plural(self, phrase: Phrase, determiner: str) -> bool | None:
        """Whether the form of a noun phrase is a plural; None where it may be either."""
        noun = next((word for word in reversed(phrase.words) if word.is_noun and word.text not in self.names), None)
        if determiner in ("das", "ein", "eine", "kein", "dieses", "jeder", "jede", "jedes", "der", "dieser"):
            return False
        if determiner in ("alle", "viele", "beide", "einige", "mehrere", "manche"):
            return True
        if noun is None:
            return False if phrase.head else None
        changed = noun.text != noun.lemma and noun.text not in (noun.lemma + "s", noun.lemma + "es")
        if noun.tag in ("NNA", "NNI"):
            return None
        return changed or (None if noun.lemma.endswith(("er", "en", "el")) else False)

    def _pronoun(self, word: Word, phrase: Phrase) -> None:
        low = word.low
        phrase.subject = low in _SUBJECT_PRONOUNS
        phrase.plural = True if low in _PLURAL_PRONOUNS else None if low in ("sie", "die", "das") else False
        phrase.denies = low in ("nichts", "niemand", "niemanden", "niemandem", "keiner", "keinen")
        phrase.head = low
        said = _PRONOUNS.get(low) or ADVERBS.get(low) or low
        tag = Tag.NOUN if low in ("niemand", "nichts", "jemand", "etwas", "keiner") else Tag.PRONOUN
        phrase.pieces.append(one_piece(word, said, tag))

    def _name(self, word: Word) -> list[Piece]:
        text = NAMES.get(word.text, word.text).removesuffix(".")  # "Dr."
        bare = text[:-1] if text.endswith("s") and text[:-1] in self.names else text
        return [one_piece(word, bare, Tag.NAME)]

    def _common(self, word: Word, phrase: Phrase) -> list[Piece]:
        if (day := day_of(word)) is not None:
            return [one_piece(word, part, Tag.NAME if part in _ENGLISH_DAYS else Tag.NOUN) for part in day]
        if word.text in MONTHS:
            return [one_piece(word, MONTHS[word.text], Tag.NAME)]
        if aged := re.fullmatch(r"(\d+)-?jährige[nrms]?", word.low):
            return [one_piece(word, f"{aged[1]}-year-old", Tag.NOUN)]
        if word.tag in ("NNA", "NNI"):
            known = NOUNS.get(word.lemma, own_word(word.lemma.lower()))
            return [one_piece(word, in_plural(known, bool(phrase.plural)), Tag.NOUN)]
        if "-" in word.text:
            return self._hyphened(word)
        counted = not phrase.head or phrase.head in ("Million", "Milliarde", "Billion", "Tausend", "Hundert", "Dutzend")
        plural = (bool(phrase.plural) and counted) or (
            word.text != word.lemma and word.text not in (word.lemma + "s", word.lemma + "es", word.lemma + "n")
        )
        return say_noun(word, word.lemma, plural)

    def _hyphened(self, word: Word) -> list[Piece]:
        """ "CDP-Fraktionschef", "Online-Handel"."""
        pieces: list[Piece] = []
        for part in word.text.split("-"):
            named = part.isupper() or part in self.names
            pieces += [one_piece(word, part, Tag.NAME)] if named else say_noun(word, part) if part else []
        return pieces

    def _adverb(self, at: int) -> tuple[Phrase, int]:
        word = self.words[at]
        low = word.low
        if word.tag == "PTKA":
            return Phrase(Kind.ADVERB, [one_piece(word, "too", Tag.ADVERB)], words=[word]), at + 1
        if low in _POINTS_AHEAD or low in PARTICLES or word.tag in ("PRF", "PTKANT"):
            return Phrase(Kind.ADVERB, [], words=[word]), at + 1
        said = ADVERBS.get(low) or ADJECTIVES.get(base_of(word)) or PREPOSITIONS.get(low)
        own = own_word(low)
        if said is None and (day := day_of(word)):
            said = " ".join(day)
        if word.tag == "ADJ(D)" or (said is not None and said in ADJECTIVES):
            return Phrase(
                Kind.ADVERB,
                [one_piece(word, said or own_word(word.lemma.lower()), Tag.ADJECTIVE)],
                words=[word],
                head=word.lemma,
            ), at + 1
        return Phrase(
            Kind.ADVERB,
            [one_piece(word, part, Tag.ADVERB) for part in (said or own).split()],
            words=[word],
            head=word.lemma,
        ), at + 1


_PRONOUNS = {
    "das": "that", "dies": "this", "sich": "itself", "sie": "she", "er": "he", "es": "it", "wir": "we", "ich": "I",
    "ihn": "him", "ihm": "him", "ihnen": "them", "uns": "us", "mir": "me", "man": "one", "wer": "who", "was": "what",
    "niemand": "nobody", "niemanden": "nobody", "niemandem": "nobody", "nichts": "nothing", "jemand": "somebody",
    "etwas": "something", "alle": "all", "viele": "many", "beide": "both", "einige": "some", "mehrere": "several",
    "keiner": "nobody", "der": "who", "die": "which", "den": "which", "dem": "which", "denen": "which",
    "ihr": "her", "du": "you", "dessen": "whose", "deren": "whose", "andere": "others", "einer": "one",
}  # fmt: skip
_PREPOSITION_OF = {"am": "an", "im": "in", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei", "ins": "in",
                   "ans": "an", "ums": "um", "aufs": "auf", "fürs": "für", "durchs": "durch"}  # fmt: skip
_ENGLISH_DAYS = frozenset(WEEKDAYS.values())
_ENGLISH_MONTHS = frozenset(MONTHS.values())
