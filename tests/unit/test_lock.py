"""What of an editor's wording the cited quotes do not carry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.lock import Quoted, unfounded

LISTS = Path(__file__).parent.parent / "fixtures" / "lock"


def cases(key: str) -> list[Any]:
    """The wordings of all lists: (wording, quotes), each with a name that says where it stands."""
    return list(_cases(key))


def _cases(key: str) -> Iterator[Any]:
    for file in sorted(LISTS.glob("*.yaml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            quotes = tuple(
                Quoted(one["text"], one.get("speaker"), tuple(one.get("names", ())), one.get("written"))
                for one in case["quotes"]
            )
            for entry in case[key]:
                wording = entry if isinstance(entry, str) else entry["wording"]
                yield pytest.param(wording, quotes, id=f"{file.stem}: {wording}")


@pytest.mark.parametrize(("wording", "quotes"), cases("honest"))
def test_an_honest_paraphrase_passes(wording: str, quotes: tuple[Quoted, ...]) -> None:
    assert unfounded(wording, quotes) == ()


@pytest.mark.parametrize(("wording", "quotes"), cases("altered"))
def test_a_wording_with_one_thing_altered_is_refused(wording: str, quotes: tuple[Quoted, ...]) -> None:
    assert unfounded(wording, quotes)


@pytest.mark.parametrize("name", ["first", "second", "third", "fourth"])
def test_each_list_has_twenty_of_either(name: str) -> None:
    listed = yaml.safe_load((LISTS / f"{name}.yaml").read_text(encoding="utf-8"))
    assert (sum(len(case["honest"]) for case in listed), sum(len(case["altered"]) for case in listed)) == (20, 20)


def holds(wording: str, *quotes: str | Quoted) -> bool:
    return not unfounded(wording, [Quoted(quote) if isinstance(quote, str) else quote for quote in quotes])


def test_a_finding_says_what_stands_in_no_quote() -> None:
    assert unfounded("The fire destroyed 24 houses.", [Quoted("The fire destroyed 42 houses.")]) == (
        "the number “24 houses” stands in no cited quote",
    )


def test_a_wording_without_a_quote_has_nothing_to_stand_on() -> None:
    assert unfounded("The fire destroyed 24 houses.", []) == ("the wording cites no quote",)


def test_each_thing_may_stand_in_another_quote() -> None:
    assert holds("Ana Ruiz opened 12 schools.", "Ana Ruiz opened the schools.", "She opened twelve schools in all.")


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("Twelve ships left the port.", "12 ships left the port."),
        ("The contract is worth 1.1 billion euros.", "The contract is worth €1.1bn."),
        ("At least 12 ships left.", "At least twelve ships left."),
        ("The strike lasted two hours.", "The strike lasted about two hours."),
        ("Turnout was 63%.", "Turnout was 63 per cent."),
        ("It was her third visit.", "It was her 3rd visit."),
        ("The bridge was built in 1745.", "The bridge was built in 1745."),
        ("The train left at 3:07.", "The train left at 3.07."),
        ("Dozens of ships left the port.", "Some 40 ships left the port."),
    ],
)
def test_a_number_holds_by_its_value(wording: str, quote: str) -> None:
    assert holds(wording, quote)


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("The contract is worth 1.1 billion dollars.", "The contract is worth 1.1 billion euros."),
        ("The strike lasted 12 days.", "The strike lasted 12 hours."),
        ("Twelve ships left the port.", "Up to 12 ships left the port."),
        ("At least 12 ships left the port.", "12 ships left the port."),
        ("About 12 ships left the port.", "12 ships left the port."),
        ("The fire killed 30 people and injured 12.", "The fire killed 12 people and injured 30."),
        ("It was her fourth visit.", "It was her third visit."),
        ("The raid freed 24 women.", "The raid freed 24 men."),
        ("The bridge was built in 1754.", "The bridge was built in 1745."),
        ("Hundreds of ships left the port.", "Some 40 ships left the port."),
    ],
)
def test_a_number_of_something_else_or_otherwise_bounded_does_not(wording: str, quote: str) -> None:
    assert not holds(wording, quote)


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("Moscow recalled its envoy.", "Russia recalled its envoy."),
        ("Ruiz resigned.", "The mayor, Ana Ruiz, resigned."),
        ("Sergey Volkov resigned.", "Sergei Volkov resigned."),
        ("The EU approved the loan.", "The European Union approved the loan."),
        ("Europe’s first such plant opened.", "The first such European plant opened."),
        ("Joblessness fell.", "Unemployment fell."),
    ],
)
def test_a_name_holds_in_any_form_that_the_program_folds(wording: str, quote: str) -> None:
    assert holds(wording, quote)


def test_a_name_that_an_article_gives_for_a_pronoun_holds() -> None:
    assert holds("Volkov left for Oslo.", Quoted("He left for Oslo.", names=("Volkov",)))


@pytest.mark.parametrize("wording", ["Petrov resigned.", "Yuri Volkov resigned.", "Sergei Volkov resigned in Oslo."])
def test_a_name_that_no_quote_has_does_not(wording: str) -> None:
    assert not holds(wording, "Sergei Volkov resigned.")


WRITTEN = date(2031, 5, 14)  # a Wednesday


@pytest.mark.parametrize("wording", ["He left on 13 May 2031.", "He left on Tuesday.", "He left in May."])
def test_a_day_holds_that_a_quote_means_from_the_day_of_its_article(wording: str) -> None:
    assert holds(wording, Quoted("He left on Tuesday.", written=WRITTEN))


@pytest.mark.parametrize("wording", ["He left on 12 May 2031.", "He left on Monday.", "He left in April."])
def test_another_day_does_not(wording: str) -> None:
    assert not holds(wording, Quoted("He left on Tuesday.", written=WRITTEN))


def test_without_the_day_of_an_article_a_day_holds_by_its_words_alone() -> None:
    quote = Quoted("He left on 13 May.")
    assert holds("He left on 13 May.", quote)
    assert not holds("He left on 20 May.", quote)


@pytest.mark.parametrize("wording", ["Ruiz spoke of a 'grave mistake'.", "Ruiz spoke of a “grave … mistake”."])
def test_quoted_words_hold_whatever_the_marks(wording: str) -> None:
    assert holds(wording, 'Ruiz spoke of a "grave  mistake".')


def test_quoted_words_that_differ_do_not() -> None:
    assert not holds("Ruiz spoke of a “serious mistake”.", "Ruiz spoke of a “grave mistake”.")


@pytest.mark.parametrize("wording", ["Ruiz spoke of “harm”.", "Ruiz spoke of a “less … mistake”."])
def test_quoted_words_that_are_a_part_of_a_word_do_not(wording: str) -> None:
    assert not holds(wording, "Ruiz spoke of a harmless mistake.")


def test_quoted_words_may_be_a_part_of_text_without_spaces() -> None:
    assert holds("Ruiz: “火灾中没有人”.", "市长星期六表示，老码头的火灾中没有人受伤。")


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("The firm did not know of any fault.", "The firm knew of no fault."),
        ("The sum was not disclosed.", "The sum remains undisclosed."),
        ("The firm said there was no fault.", "The firm denied that there was a fault."),
        ("The crew did not stop.", "The crew failed to stop."),
        ("The driver was arrested.", "Nobody was hurt and the driver was arrested."),
        ("Nobody was hurt.", "Nobody was hurt and the driver was arrested."),
        ("The driver did not survive.", "The driver died."),
    ],
)
def test_a_denial_in_other_words_holds(wording: str, quote: str) -> None:
    assert holds(wording, quote)


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("The firm knew of a fault.", "The firm knew of no fault."),
        ("There was a fault in the brakes.", "Inspectors did not find a fault in the brakes."),
        ("The sum was disclosed.", "The sum remains undisclosed."),
        ("The crew stopped.", "The crew failed to stop."),
        ("The crew left with orders.", "The crew left without orders."),
        ("The driver was hurt.", "The driver was not hurt."),
        ("The driver was not arrested.", "Nobody was hurt and the driver was arrested."),
        ("The inquiry is not under way.", "The inquiry is under way."),
        ("The firm denied that it had not paid.", "The firm denied that it had paid."),
        ("The talks resumed.", "The talks were suspended."),
    ],
)
def test_what_is_denied_and_told_as_so_or_the_other_way_round_does_not(wording: str, quote: str) -> None:
    assert not holds(wording, quote)


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("The mayor might resign.", "The mayor may resign."),
        ("The mayor will visit the port.", "The mayor plans to visit the port."),
        ("The ship was reportedly sold.", "The ship was allegedly sold."),
        ("Ruiz was the first to visit the port, on a visit to Oslo.", "Ruiz visited the port first, and Oslo."),
        ("The crew were still missing.", "The crew were still missing."),
        ("The firm paid.", "The firm is known to have paid."),
    ],
)
def test_a_hedge_that_is_kept_holds(wording: str, quote: str) -> None:
    assert holds(wording, quote)


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("The mayor will resign.", "The mayor may resign."),
        ("The mayor resigned.", "The mayor may have resigned."),
        ("The mayor will resign.", "The mayor is expected to resign."),
        ("The mayor visited the port.", "The mayor plans to visit the port."),
        ("The mayor will visit the port.", "The mayor visited the port."),
        ("The mayor may have resigned.", "The mayor resigned."),
        ("The ship was sold.", "The ship was reportedly sold."),
        ("The visit is an opening for Norland.", "The visit is seen as an opening for Norland."),
        ("Protection wanes after two years.", "Protection seems to wane after two years."),
        ("The clerk hid the letters.", "Prosecutors accused the clerk of hiding the letters."),
        ("The firm will pay.", "The firm is known to have paid."),
    ],
)
def test_a_hedge_that_is_dropped_or_invented_does_not(wording: str, quote: str) -> None:
    assert not holds(wording, quote)


SPOKEN = Quoted("The bridge was closed for repairs, police said.", "police")


@pytest.mark.parametrize(
    "wording",
    [
        "Police said the bridge was closed.",
        "The bridge was closed, according to police.",
        "Police: “closed for repairs”",
    ],
)
def test_a_wording_that_names_the_speaker_of_its_quotes_holds(wording: str) -> None:
    assert holds(wording, SPOKEN)


@pytest.mark.parametrize("wording", ["The bridge was closed.", "The council said the bridge was closed."])
def test_one_that_names_nobody_or_somebody_else_does_not(wording: str) -> None:
    assert not holds(wording, SPOKEN)


def test_where_one_quote_tells_it_of_its_own_nobody_need_be_named() -> None:
    assert holds("The bridge was closed for repairs.", SPOKEN, "The bridge was closed for repairs.")


def test_a_speaker_who_is_a_pronoun_goes_by_the_names_of_the_article() -> None:
    quote = Quoted("He said the talks had failed.", "He", ("Volkov",))
    assert holds("Volkov said the talks had failed.", quote)


def test_what_one_says_is_not_said_by_another_who_speaks_of_something_else() -> None:
    quotes = (Quoted("Ruiz said prices had risen.", "Ruiz"), Quoted("Volkov said the talks had failed.", "Volkov"))
    assert holds("Volkov said the talks had failed.", *quotes)
    assert not holds("Ruiz said the talks had failed.", *quotes)


def test_a_firm_may_be_named_for_its_spokeswoman_who_speaks_of_it() -> None:
    quote = Quoted("A spokeswoman, Ana Ruiz, said the company had paid.", "A spokeswoman, Ana Ruiz")
    assert holds("The company said it had paid.", quote)


@pytest.mark.parametrize(
    ("wording", "quote", "held"),
    [
        ("Volkov was praised by Ruiz.", "Ruiz praised Volkov.", True),
        ("Volkov praised Ruiz.", "Ruiz praised Volkov.", False),
        ("Volkov met Ruiz.", "Ruiz met Volkov.", True),
        ("Estmark visited Ruiz.", "Ruiz paid a visit to Estmark.", False),
        ("Ruiz agreed to sue Volkov.", "Volkov agreed to sue Ruiz.", False),
        (
            "The army freed 41 men and the rebels left the town.",
            "The rebels freed 41 men and the army left the town.",
            False,
        ),
    ],
)
def test_who_does_it_to_whom_is_not_turned_round(wording: str, quote: str, held: bool) -> None:
    assert holds(wording, quote) is held


GERMAN = Quoted(
    "Bei dem Brand in der Fabrik sind nach Angaben der Polizei 14 Menschen verletzt worden, sagte Jens Bartel.",
    language="de",
)


def test_of_a_language_that_is_not_read_only_digits_quoted_words_and_names_are_asked_for() -> None:
    assert holds("Bei dem Brand wurden laut Jens Bartel 14 Menschen nicht verletzt.", GERMAN)


@pytest.mark.parametrize(
    "wording",
    ["Bei dem Brand wurden 41 Menschen verletzt.", "Das sagte Jens Bartels.", "Es war „ein Brand in der Werft“."],
)
def test_and_these_do_not_hold_where_no_quote_has_them(wording: str) -> None:
    assert not holds(wording, GERMAN)
