"""What verbs mean together with their nouns and prepositions: "ums Leben kommen", "von 2.100 sprechen"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from generator.language.german.phrases import Kind, Phrase
from generator.language.german.tokens import Word
from generator.language.german.words import JOINED_VERBS, MONTHS, VERBS, WEEKDAYS
from generator.language.gloss import Piece
from generator.language.tagger import Tag


def says_when(phrase: Phrase) -> bool:
    """Whether a phrase says when: a day, a month, a season, a year."""
    words = [
        word for word in phrase.words if word.text in MONTHS or word.lemma in _SEASONS or word.text.startswith(_DAYS)
    ]
    years = [
        word for word in phrase.words if word.text[:2] in ("19", "20") and len(word.text) == 4 and word.text.isdigit()
    ]
    return bool(words or years)


_SEASONS = frozenset("Frühjahr Frühling Sommer Herbst Winter Woche Monat Jahresende".split())
_DAYS = tuple(WEEKDAYS)


def wholly(phrase: Phrase) -> bool:
    """Whether a phrase denies altogether: "niemandem", "keine einzige", "nie", "zu keinem Zeitpunkt"."""
    lows = {word.low for word in phrase.words}
    single = any(low.startswith("einzig") for low in lows)
    return (
        bool(lows & _NEVER)
        or (phrase.denies and single)
        or (any(low.startswith("kein") for low in lows) and "zeitpunkt" in lows)
    )


_NEVER = frozenset("niemand niemanden niemandem nie niemals".split())


def patient(phrases: Sequence[Phrase]) -> Phrase | None:
    """Who is accused or investigated: "Ihm wird vorgeworfen", "gegen den Mann wird ermittelt"."""
    for phrase in phrases:
        if phrase.kind is Kind.NOUN and phrase.pieces:
            said = {"him": "he", "her": "she", "them": "they"}.get(phrase.pieces[0].text, phrase.pieces[0].text)
            phrase.pieces = [phrase.pieces[0]._replace(text=said, lemma=said), *phrase.pieces[1:]]
            return phrase
        if phrase.kind is Kind.PREPOSITION and phrase.words[0].low == "gegen":
            phrase.pieces = phrase.pieces[1:]
            return phrase
    return None


def part_charge(phrases: Sequence[Phrase], subject: Phrase | None) -> None:
    """ "Warf der Regierung Versagen vor" -> "accused the government of failure"."""
    objects = [phrase for phrase in phrases if phrase.kind is Kind.NOUN and phrase is not subject and phrase.pieces]
    if len(objects) > 1:
        objects[1].pieces = [Piece("of", Tag.PREPOSITION, "of"), *objects[1].pieces]


def affirm(phrase: Phrase) -> None:
    """ "Keine Ermittlungen" after a verb that is denied: "any"."""
    said = {"no": "any", "nothing": "anything", "nobody": "anybody"}
    phrase.pieces = [
        piece._replace(text=said.get(piece.text, piece.text), lemma=said.get(piece.text, piece.lemma))
        for piece in phrase.pieces
    ]


def fixed_verb(phrases: Sequence[Phrase], verbs: Sequence[Word]) -> str | None:
    """The English verb of a German one with its noun or preposition, None where they are nothing of the kind. A noun
    that goes into the verb is left empty."""
    lemmas = {word.lemma.lower() for word in verbs}
    particle = next((word.low for word in verbs if word.tag == "PTKVZ"), "")
    lemmas |= {particle + lemma for lemma in lemmas}
    return _with_noun(phrases, lemmas) or _by_preposition(phrases, lemmas)


def _with_noun(phrases: Sequence[Phrase], lemmas: Set[str]) -> str | None:
    """ "Ums Leben gekommen" is "died"; a budget that is "beschlossen" is approved."""
    if "beschließen" in lemmas and any(one.kind is Kind.NOUN and not one.subject and one.pieces for one in phrases):
        return "approve"
    if lemmas & {"fordern", "verlangen"} and any(phrase.head in _PENALTIES for phrase in phrases):
        return "seek"  # what is asked for in court is no saying
    if "bestreiten" in lemmas and any(map(_is_contest, phrases)):
        return "play"  # what is done in sport, and no denial
    for phrase in phrases:
        for lemma in sorted(lemmas):
            said = JOINED_VERBS.get((lemma, phrase.head))
            if said is not None:
                phrase.pieces = [] if said[1] else phrase.pieces
                return said[0]
    return None


def _is_contest(phrase: Phrase) -> bool:
    """Whether a match is what is contested: no example, and not what the denial comes after ("nach dem Spiel")."""
    head = phrase.head.lower()
    return phrase.kind is Kind.NOUN and head.endswith(_CONTESTS) and head != "beispiel"


_CONTESTS = ("spiel", "spiele", "partie", "kampf", "rennen", "duell")  # at the end: "Länderspiel"
_PENALTIES = frozenset("Haft Gefängnis Haftstrafe Freiheitsstrafe Geldstrafe Bewährungsstrafe Freispruch".split())


def _by_preposition(phrases: Sequence[Phrase], lemmas: Set[str]) -> str | None:
    """ "Sprach von 2.100 Teilnehmern" says how many there were; "beziffert auf" says at what; "stimmt für" votes."""
    _from_to(phrases)
    for phrase in phrases:
        if phrase.kind is not Kind.PREPOSITION or not phrase.pieces:
            continue
        low = phrase.words[0].low
        counted = any(piece.tag is Tag.NUMBER for piece in phrase.pieces)
        if "verurteilen" in lemmas and low in ("zu", "zur", "zum"):
            return "sentence"
        if "sprechen" in lemmas and low == "von" and counted:
            phrase.pieces = phrase.pieces[1:]
            return "report"
        if lemmas & {"beziffern", "schätzen", "veranschlagen", "belaufen"} and low == "auf":
            phrase.pieces[0] = phrase.pieces[0]._replace(text="at", lemma="at")
            return "amount" if "belaufen" in lemmas else "estimate"
        if (
            low == "auf"
            and counted
            and {VERBS.get(lemma) for lemma in lemmas} & {"rise", "fall", "raise", "reduce", "grow"}
        ):
            phrase.pieces[0] = phrase.pieces[0]._replace(text="to", lemma="to")
        if "halten" in lemmas and low == "für":
            phrase.pieces = phrase.pieces[1:]
            return "consider"
        if "sprechen" in lemmas and low == "von":
            phrase.pieces = phrase.pieces[1:]
            return "mention"
        if "stimmen" in lemmas and low in ("für", "gegen"):
            return "vote"
    return None


def _from_to(phrases: Sequence[Phrase]) -> None:
    """ "Von 38 auf 61 Millionen" -> "from 38 to 61 million"."""
    for one, other in pairwise(phrases):
        both = one.kind is other.kind is Kind.PREPOSITION and bool(one.pieces) and bool(other.pieces)
        if both and one.words[0].low == "von" and other.words[0].low in ("auf", "bis"):
            one.pieces[0] = one.pieces[0]._replace(text="from", lemma="from")
            other.pieces[0] = other.pieces[0]._replace(text="to", lemma="to")


def spoken_from(phrases: Sequence[Phrase], verbs: Sequence[Word], subject: Phrase | None) -> Phrase | None:
    """Who speaks in "aus dem Ministerium hieß es", "heißt es in dem Bericht"."""
    if subject is None or subject.head != "es" or not any(w.lemma.lower() in ("heißen", "verlauten") for w in verbs):
        return None
    for phrase in phrases:
        if phrase.kind is Kind.PREPOSITION and phrase.words[0].low in ("aus", "in", "im", "bei", "beim", "von", "vom"):
            speaker = Phrase(Kind.NOUN, phrase.pieces[1:], True, False, phrase.head, words=phrase.words[1:])
            phrase.pieces, subject.pieces = [], []
            return speaker
    return None
