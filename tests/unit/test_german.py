"""German sentences: who says it, what is denied, planned, said to be so, how many, when. All text is invented."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from generator.language.dates import find_dates
from generator.language.figures import read_figures
from generator.language.german import gloss_german, words
from generator.language.openings import points_away
from generator.model import Block, BlockKind, Capture, Digest, Document, Kind, Passage, Source, Story
from generator.passages import find_passages
from generator.pipeline import build
from generator.segment import segment
from tests.making import source


def article(*paragraphs: str) -> tuple[Passage, ...]:
    """The passages of a German document."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph), BlockKind.PARAGRAPH))
        text += paragraph + "\n\n"
    document = Document(source(text, "tarn"), text, tuple(blocks))
    passages = find_passages(document, segment(document, "de"), language="de")
    assert all(text[p.start : p.end] == p.text for p in passages)
    return passages


def only(sentence: str) -> Passage:
    (passage,) = article(sentence)
    return passage


def gloss(sentence: str) -> str:
    (glossed,) = gloss_german([sentence])
    return glossed.gloss.text


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Die Brücke sei sicher, sagte Bürgermeisterin Ines Tarrow.", "Bürgermeisterin Ines Tarrow"),
        ("„Die Brücke ist sicher“, sagte Bürgermeisterin Ines Tarrow dem Sender.", "Bürgermeisterin Ines Tarrow"),
        ("»Die Brücke ist sicher«, so Tarrow.", "Tarrow"),
        ("Tarrow sagte am Montag, die Brücke sei sicher.", "Tarrow"),
        ("Nach Angaben der Polizei wurden zwölf Menschen verletzt.", "der Polizei"),
        ("Laut Polizei wurden zwölf Menschen verletzt.", "Polizei"),
        ("Zwölf Menschen wurden verletzt, wie die Polizei am Abend mitteilte.", "die Polizei"),
        ("Wie die Polizei mitteilte, wurden zwölf Menschen verletzt.", "die Polizei"),
        ("Zwölf Menschen wurden verletzt, teilte die Polizei mit.", "die Polizei"),
        ("Zeugen zufolge fielen mehrere Schüsse.", "Zeugen"),
        ("Nach Firmenangaben kann sich der Gurt lösen.", "Firmen"),
        ("Aus dem Rathaus hieß es, die Brücke werde gesperrt.", "dem Rathaus"),
        ("Der Sprecher der Stadt, Jan Weller, kündigte Gespräche an.", "Der Sprecher der Stadt, Jan Weller"),
        ("Die Gewerkschaft Handel und Lager forderte mehr Lohn.", "Die Gewerkschaft Handel und Lager"),
    ],
)  # fmt: skip
def test_whoever_says_it_is_told_as_the_capture_names_them(sentence: str, speaker: str) -> None:
    assert (only(sentence).speaker or "").startswith(speaker)


@pytest.mark.parametrize("title", ["Dr. Ing.", "Dr. med.", "Dipl.-Ing."])
def test_the_titles_of_who_says_it_end_no_sentence(title: str) -> None:
    assert only(f"Nach Angaben von {title} Peter Roth sind zwei Lager gerissen.").speaker == f"{title} Peter Roth"


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Minister wies die Vorwürfe zurück.",
        "Der Minister dementierte die Berichte.",
        "Die Firma bestreitet, Rechnungen gefälscht zu haben.",
        "Die Firma bestritt, dass die Ausgänge verschlossen waren.",
        "„Das ist frei erfunden“, sagte der Sprecher.",
        "„Das stimmt nicht“, erklärte die Ministerin.",
        "„Wir haben niemandem gedroht“, sagte Tarrow.",
    ],
)
def test_a_denial_is_one_in_whatever_words(sentence: str) -> None:
    assert only(sentence).kind is Kind.DENIAL


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("Die Stadt hat den Vertrag nicht unterzeichnet.", True),
        ("Die Stadt hat keinen Vertrag unterzeichnet.", True),
        ("Niemand wurde verletzt.", True),
        ("Der Sprecher hat nichts bestätigt.", True),
        ("Der Verein hat den Vertrag nie verlängert.", True),
        ("Die Stadt hat den Vertrag unterzeichnet.", False),
        ("Nicht nur die Stadt hat den Vertrag unterzeichnet.", False),
    ],
)
def test_what_is_not_so_is_negated(sentence: str, negated: bool) -> None:
    assert only(sentence).negated is negated


@pytest.mark.parametrize(
    ("sentence", "planned", "kind"),
    [
        ("Am Donnerstag soll ein Gutachter die Halle untersuchen.", True, Kind.PLAN),
        ("Die Kommission will den Vertrag im Herbst unterzeichnen.", True, Kind.PLAN),
        ("Der Minister wird am Montag nach Ankara reisen.", True, Kind.PLAN),
        ("Der Minister ist nach Ankara gereist.", False, Kind.EVENT),
        ("Der Minister reiste nach Ankara.", False, Kind.EVENT),
        ("Die Kommission hat den Vertrag unterzeichnet.", False, Kind.EVENT),
    ],
)
def test_what_is_planned_and_what_is_done_are_told_apart(sentence: str, planned: bool, kind: Kind) -> None:
    passage = only(sentence)
    assert (passage.planned, passage.kind) == (planned, kind)


def test_what_is_announced_is_still_to_come() -> None:
    passage = only("Tarrow kündigte an, alle Brücken prüfen zu lassen.")
    assert (passage.planned, passage.reporting, passage.verb) == (True, "announce", "inspect")


def test_what_is_said_to_have_happened_is_no_plan() -> None:
    passage = only("Die Firma soll Rechnungen gefälscht haben.")
    assert (passage.planned, passage.kind) == (False, Kind.ALLEGATION)


def test_an_accusation_names_who_makes_it_and_no_one_else() -> None:
    passage = only("Die Opposition wirft der Ministerin vor, Mails gelöscht zu haben.")
    assert (passage.kind, passage.speaker) == (Kind.ALLEGATION, "Die Opposition")


def test_the_subjunctive_without_a_name_is_the_word_of_who_spoke_last() -> None:
    *_, passage = article("Die Brücke sei sicher, sagte Bürgermeisterin Ines Tarrow. Man habe jeden Pfeiler geprüft.")
    assert (passage.kind, passage.speaker) == (Kind.STATEMENT, "Bürgermeisterin Ines Tarrow")


def test_a_pronoun_that_speaks_stands_for_the_union_of_the_sentence_before() -> None:
    *_, passage = article("Die Gewerkschaft Bau sagte den Streik ab, teilte sie mit. Sie verlangt acht Prozent.")
    assert passage.reporting == "demand"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Die Polizei nahm zwei Männer fest.", "the police arrested 2 men."),
        ("Der Stadtrat lehnte den Haushalt ab.", "the council rejected the budget."),
        ("Bei dem Brand kamen drei Menschen ums Leben.", "3 people died at the fire."),
        ("Den Preis schätzt das Gericht auf 3 Millionen Euro.", "the court estimates the price at 3 million euros."),
        ("Es gibt keine Einigung.", "there is not any agreement."),
        ("Er will das Werk schließen und verkaufen.", "he plans to close the factory and plans to sell."),
    ],
)  # fmt: skip
def test_a_parted_verb_is_one_and_the_subject_stands_before_it(sentence: str, said: str) -> None:
    assert gloss(sentence) == said


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("1.234,5 Euro", 1234.5, 1234.5),
        ("3.400 Beschäftigte", 3400, 3400),
        ("zwei Millionen Euro", 2e6, 2e6),
        ("1,2 Mio. Euro", 1.2e6, 1.2e6),
        ("mehr als 40 Menschen", 40, float("inf")),
        ("mindestens zwölf Menschen", 12, float("inf")),
        ("einundzwanzig Arbeiter", 21, 21),
        ("8,5 Prozent", 8.5, 8.5),
    ],
)
def test_a_figure_is_read_as_german_writes_it(words: str, low: float, high: float) -> None:
    passage = only(f"In Tarn waren {words} betroffen.")
    (figure,) = read_figures(passage.told)
    assert (figure.low, figure.high) == (low, high)
    assert passage.shown(figure.start, figure.end) in words


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("am 4. Mai", date(2031, 5, 4)),
        ("am 4. Mai 2029", date(2029, 5, 4)),
        ("am Montag", date(2031, 5, 5)),
        ("am Montagabend", date(2031, 5, 5)),
        ("gestern", date(2031, 5, 6)),
        ("am vergangenen Donnerstag", date(2031, 5, 1)),
    ],
)
def test_a_day_is_read_and_shown_as_it_stands(words: str, day: date) -> None:
    passage = only(f"Die Brücke wurde {words} gesperrt.")
    (mention,) = find_dates(passage.told, date(2031, 5, 7))
    assert (mention.first, mention.last) == (day, day)
    assert passage.shown(mention.start, mention.end) in words


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Außenminister Paul Renner traf in Wien seinen Amtskollegen Emre Yalin.", {"Paul Renner", "Emre Yalin"}),
        ("Die Firma Nordkontor verkauft ihr Lager in Tarn.", {"Nordkontor"}),
        ("Russland hat die Gespräche abgesagt.", {"Russia"}),
    ],
)
def test_names_are_told_from_other_nouns(sentence: str, actors: set[str]) -> None:
    assert set(only(sentence).actors) >= actors
    assert not {"Firma", "Lager", "Gespräche", "Wien"} & set(only(sentence).actors)


def test_a_german_word_that_looks_like_an_english_one_denies_nothing() -> None:
    assert not only("Die Notunterkunft wurde am Montag geöffnet.").negated


def test_a_dateline_is_left_out() -> None:
    dateline, passage = article("BERLIN (dpa) - Die Zahl der Arbeitslosen ist im Mai auf 2,72 Millionen gesunken.")
    assert dateline.omit is not None
    assert passage.text.startswith("Die Zahl")


def test_what_only_says_that_the_future_will_tell_asserts_nothing() -> None:
    assert only("Man darf gespannt sein.").omit is not None


def digest(*texts: str) -> Digest:
    sources = tuple(
        Source(f"s{n}", Capture(f"captures/s{n}.txt", "text/plain", text, sha256(text.encode()).hexdigest()))
        for n, text in enumerate(texts)
    )
    return build(Story("velm", "story.md", sources, title="Velm", date=date(2031, 4, 8)))


OPENED = (
    "Die alte Hafenbrücke von Velm ist am Montag nach zwei Jahren wieder geöffnet worden. Bürgermeisterin Ines Tarrow "
    "sagte: „Wir haben lange gewartet.“ Die Arbeiten hätten 14 Millionen Euro gekostet, teilte die Stadt mit. Bei dem "
    "Unfall im Herbst waren zwei Arbeiter gestorben."
)
TOLD_AGAIN = (
    "Am Montag wurde die Hafenbrücke in Velm nach zwei Jahren wieder geöffnet. Die Arbeiten kosteten nach Angaben des "
    "Verbandes der Spediteure 19 Millionen Euro. Niemand bestritt, dass die Brücke nun sicher ist. Die Stadt will im "
    "Mai auch die neue Schleuse eröffnen."
)


def test_what_two_german_articles_tell_is_one_claim_and_what_differs_is_asked() -> None:
    found = digest(OPENED, TOLD_AGAIN)
    assert [claim for claim in found.claims if len(claim.sources) == 2 and "geöffnet" in claim.text]
    (asked,) = [one for one in found.disagreements if one.kind == "number"]
    assert {side.text for side in asked.positions} == {"14 Millionen Euro", "19 Millionen Euro"}


def test_nothing_of_a_gloss_is_printed() -> None:
    found = digest(OPENED, TOLD_AGAIN)
    printed = " ".join([found.summary, *(claim.text for claim in found.claims)])
    assert found.summary
    assert not {"the", "million", "said", "opened"} & set(printed.split())


def test_a_german_article_is_not_said_to_be_read_by_words_only() -> None:
    found = digest(OPENED, TOLD_AGAIN)
    assert not [notice for one in found.sources for notice in one.notices if notice.code == "language"]


def test_no_german_word_stands_for_two_english_ones() -> None:
    source = (Path(words.__file__)).read_text(encoding="utf-8")
    for table in re.findall(r'_table\("""(.*?)"""\)', source, re.DOTALL):
        listed = [word for line in table.strip().splitlines() for word in line.partition(":")[2].split()]
        assert len(listed) == len(set(listed)), sorted(word for word in set(listed) if listed.count(word) > 1)


@pytest.mark.parametrize(
    "sentence", ["Weller bestritt für Tarn 96 Spiele.", "Tarrow hat in Velm ihren letzten Kampf bestritten."]
)
def test_who_contests_a_match_denies_nothing(sentence: str) -> None:
    assert only(sentence).kind is not Kind.DENIAL


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Ministerium bestritt den Einsatz von Tränengas.",
        "Weller bestritt nach dem Spiel die Vorwürfe.",
        "Weller bestritt nach dem Kampf, dass er gedopt hat.",
    ],
)
def test_who_contests_a_charge_after_a_match_denies_it(sentence: str) -> None:
    assert only(sentence).kind is Kind.DENIAL


@pytest.mark.parametrize(
    "sentence",
    [
        "Das gaben beide Vereine am Dienstag bekannt.",
        "Er soll am Freitag nach Tarn kommen.",
        "Sie wurden am Montag ins Krankenhaus gebracht.",
    ],
)
def test_a_sentence_that_opens_with_a_pronoun_cannot_be_read_alone(sentence: str) -> None:
    assert points_away(only(sentence)) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Rathaus von Tarn wurde am Dienstag geschlossen.",
        "Es wurden am Montag zwölf Menschen verletzt.",
        "Nach Angaben der Polizei wurden zwölf Menschen verletzt.",
        "Diese Woche hat der Stadtrat von Tarn den Haushalt beschlossen.",
    ],
)
def test_a_sentence_that_names_what_it_tells_of_can_be_read_alone(sentence: str) -> None:
    assert points_away(only(sentence)) is None


def test_a_sentence_that_stands_in_a_german_text_is_no_support_of_an_english_one() -> None:
    german = (
        "Bei dem Sturm in Velm sind nach Angaben der Polizei 29 Menschen verletzt worden. Der Hafen soll am Montag "
        "wieder geöffnet werden, wie das Ministerium ankündigte. Norland did not deliver the crane to Velm, "
        "Ada Kell said."
    )
    english = "The storm closed the port of Velm. Norland delivered the crane to Velm on Monday, Bo Ruiz said."
    found = digest(german, english)
    told = [{citation.quote for citation in claim.supports} for claim in found.claims]
    assert not [one for one in told if len(one) > 1 and any("did not deliver" in quote for quote in one)]


LONG = "Der neue Deich von Velm hält nach zwölf Jahren Arbeit auch dem schwersten Sturm aus dem Norden stand."


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        # The order of words in a gloss, and its length, are not those of the sentence.
        ("Am Montag tagte der Rat. On Tuesday Ada Kell said, «It took twelve years to find it.»", [("", "")] * 2),
        (f"Tarrow sagte am Montag: „{LONG} {LONG}“", [("", "“"), ("„", "")]),
        (f"„{LONG} {LONG[:-1]}“, sagte am Montag Ines Tarrow.", [("", "“"), ("„", "")]),
        ("Nach Angaben der Polizei sagte er: „Niemand hat den Deich verkauft.“", [("", "")]),
    ],
)
def test_a_passage_misses_a_mark_only_where_its_sentence_does(text: str, torn: list[tuple[str, str]]) -> None:
    assert [passage.torn for passage in article(text)] == torn
