"""Names and their one canonical form. All persons and bodies are invented; states are real."""

from __future__ import annotations

import unicodedata

import pytest

from generator.language.names import NameKind, canonical, find_names, make_cast
from generator.language.scan import read_tokens


def cast_of(*sentences: str):  # type: ignore[no-untyped-def]
    return make_cast((sentence, read_tokens(sentence)) for sentence in sentences)


def found(text: str, *others: str) -> list[str]:
    """Canonical names of a sentence, read with what it and other sentences of its document show."""
    return [name.canonical for name in find_names(text, cast_of(text, *others), read_tokens(text))]


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("the United States", "United States"),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("Washington", "United States"),
        ("the White House", "United States"),
        ("American officials", "United States"),
        ("Moscow", "Russia"),
        ("the Kremlin", "Russia"),
        ("the Russian Foreign Ministry", "Russia"),
        ("North Korea’s", "North Korea"),
        ("the DPRK", "North Korea"),
        ("South Korean", "South Korea"),
        ("Kiev", "Ukraine"),
        ("Kyiv", "Ukraine"),
        ("The Hague", "Netherlands"),
        ("Niger", "Niger"),
        ("Nigerian", "Nigeria"),
        ("U.N. Security Council", "United Nations Security Council"),
        ("the UN", "United Nations"),
        ("NATO", "North Atlantic Treaty Organization"),
    ],
)
def test_states_and_bodies_have_one_name(surface: str, name: str) -> None:
    assert canonical(surface) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Marnov", "Sergey Marnov"),
        ("Dmitri Halevsky", "Dmitriy Halevskiy"),
        ("Kim Tae-ro", "Kim Tae Ro"),
        ("Mohamed Sarun", "Muhammad Sarun"),
        ("José Tarrín", "Jose Tarrin"),
    ],
)
def test_spellings_of_one_person_are_one_name(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), [("Wei Tarn", "Wey Tarn"), ("Niger", "Nigeria"), ("Austria", "Australia")])
def test_names_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_a_surname_stands_for_the_one_person_who_bears_it() -> None:
    assert found("On Monday Kell left.", "President Ada Kell arrived.") == ["Ada Kell"]


@pytest.mark.parametrize("text", ["Theresa May arrived in May.", "On Tuesday May arrived, days before 7 May."])
def test_a_month_is_a_surname_behind_a_given_name_and_where_the_document_has_that_person(text: str) -> None:
    assert found(text, "Voters know Theresa May well.") == ["Theresa May"]


def test_a_month_is_nobody_where_the_document_has_no_such_person() -> None:
    assert found("It was said on Friday May 24, and again in June, that June was warm.") == []


def test_a_surname_that_two_persons_bear_stays_as_it_is() -> None:
    assert found("On Monday Kell left.", "President Ada Kell arrived.", "Mayor Jon Kell stayed.") == ["Kell"]


def test_a_family_name_that_stands_first_is_a_short_form_too() -> None:
    assert found("On Monday Kim left.", "They met leader Kim Tae Ro.") == ["Kim Tae Ro"]


def test_an_acronym_stands_for_what_it_was_introduced_for() -> None:
    assert found("Then the TFA met.", "The Tarn Fishing Agency (TFA) met.") == ["Tarn Fishing Agency"]


def test_a_title_is_no_part_of_a_name_but_is_kept_as_its_office() -> None:
    text = "Danish Foreign Minister Ada Kell left."
    state, person = find_names(text, cast_of(text))

    assert (state.canonical, state.modifier) == ("Denmark", True)
    assert (person.surface, person.role, person.kind) == ("Ada Kell", "foreign minister", NameKind.PERSON)


def test_an_office_stands_for_its_one_holder() -> None:
    cast = cast_of("Danish Foreign Minister Ada Kell left.")

    assert cast.roles[("Denmark", "foreign minister")] == "Ada Kell"


def test_an_office_with_two_holders_stands_for_nobody() -> None:
    cast = cast_of("Danish Foreign Minister Ada Kell left.", "Norwegian Foreign Minister Jon Lund stayed.")

    assert (None, "foreign minister") not in cast.roles


def test_the_first_word_of_a_sentence_is_a_name_only_where_the_text_shows_it() -> None:
    assert found("Observers left.") == []
    assert found("Velmora left.", "They went to Velmora.") == ["Velmora"]


def test_months_and_weekdays_are_no_names() -> None:
    assert found("They met on Monday in October.") == []


def test_a_state_inside_a_longer_name_is_that_name() -> None:
    assert found("They read the Washington Courier.") == ["Washington Courier"]


def test_two_states_joined_by_a_hyphen_are_two_names() -> None:
    assert found("They spoke of US-Russia relations.") == ["United States", "Russia"]


def test_a_state_before_a_participle_is_named() -> None:
    assert found("They feared U.S.-led drills.") == ["United States"]


def test_surfaces_stand_in_the_text_without_possessive_endings() -> None:
    text = "They praised Norway’s boats and the Netherlands’ dams."

    assert [(text[n.start : n.end], n.canonical) for n in find_names(text)] == [
        ("Norway", "Norway"),
        ("Netherlands", "Netherlands"),
    ]


def test_labels_in_capitals_are_no_names() -> None:
    assert found("PHOTOS: They left PHOTOS behind.") == []


def test_an_initial_begins_a_name() -> None:
    assert found("They met A. J. Kellner.", "Director A. J. Kellner left.") == ["A J Kellner"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("He hit 30 homers with 90 RBI in May.", {"RBI": NameKind.OTHER}),
        ("The RBI left its rates as they were.", {"RBI": NameKind.ORGANISATION}),
        ("The Office of the mayor was shut.", {"Office": NameKind.OTHER}),
        ("The ship sank in the Indian Ocean.", {"Indian Ocean": NameKind.OTHER}),
        ("Oscar Winner Ana Ruiz came.", {"Ana Ruiz": NameKind.PERSON}),
        ("Pelle Tarrow, who farms there, came.", {"Pelle Tarrow": NameKind.PERSON}),
        ("Pelle Tarrow, 34, came.", {"Pelle Tarrow": NameKind.PERSON}),
    ],
)
def test_capitals_alone_make_no_actor(text: str, kinds: dict[str, NameKind]) -> None:
    assert {name.canonical: name.kind for name in find_names(text, cast_of(text), read_tokens(text))} == kinds


def test_an_office_is_any_noun_that_a_name_fills() -> None:
    cast = cast_of("The harbour master, Tom Vale, left.", "Their pool warden Anna Kern stayed.")

    assert cast.roles[(None, "harbour master")] == "Tom Vale"
    assert cast.roles[(None, "pool warden")] == "Anna Kern"


def test_what_says_something_and_a_title_of_respect_are_no_offices() -> None:
    cast = cast_of("In the letter, Ida Halm promised much.", "Mr Tom Vale left.", "The mayor, Ida Halm, stayed.")

    assert set(cast.roles.values()) == {"Ida Halm"}
    assert (None, "letter") not in cast.roles


def test_a_vice_president_and_a_former_one_are_no_president() -> None:
    cast = cast_of("Former Vice President Ida Halm came.", "President Tom Vale stayed.", "Vale spoke.", "Halm spoke.")

    assert cast.roles.get((None, "president")) == "Tom Vale"
    assert cast.roles.get((None, "former vice president")) == "Ida Halm"


def test_an_office_that_two_names_fill_means_neither() -> None:
    cast = cast_of("The harbour master, Tom Vale, left.", "The harbour master, Anna Kern, stayed.")

    assert (None, "harbour master") not in cast.roles


def test_a_word_for_a_body_means_the_one_body_of_that_kind() -> None:
    one = cast_of("The University of Tarn shut.", "The Kell Savings Bank shut.")
    two = cast_of("The University of Tarn shut.", "The University of Kell shut.")

    assert one.bodies == {"university": "University of Tarn", "bank": "Kell Savings Bank"}
    assert two.bodies == {}


def test_accents_that_stand_as_signs_of_their_own_part_no_word() -> None:
    text = unicodedata.normalize("NFD", "The café in Tarn was sold by Jörg Ümit, police said.")
    assert [token.text for token in read_tokens(text)][:2] == ["The", unicodedata.normalize("NFD", "café")]
