"""Which sources tell a text of their own, and which copy another."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from generator.model import BlockKind, Document
from generator.origins import find_origins, shared_text
from tests.making import document

WIRE = (
    "The harbour bridge at Velm was closed on Tuesday after inspectors found cracks in two of its piers. "
    "The port authority said that forty lorries had crossed it that morning before the police stopped them. "
    "Engineers will drill into the foundations this week and report to the council before the end of the month."
)
OWN = (
    "Nobody in the fish market remembers a spring without a ferry, and this year there will be none. "
    "The last boat was sold to a museum upriver, where children may steer it on Sundays for a small fee."
)


def told(**texts: str) -> tuple[Document, ...]:
    return tuple(document(text, name) for name, text in texts.items())


def origins(**texts: str) -> dict[str, str]:
    return {found.source: found.origin for found in find_origins(told(**texts))}


def test_different_texts_are_origins_of_their_own() -> None:
    assert origins(gazette=WIRE, courier=OWN) == {"gazette": "gazette", "courier": "courier"}


def test_two_identical_captures_are_one_origin_the_first() -> None:
    first, second = find_origins(told(gazette=WIRE, courier=WIRE))
    assert (first.origin, second.origin) == ("gazette", "gazette")
    assert (first.shared, second.shared) == (0.0, 1.0)


def test_two_identical_captures_without_a_word_are_one_origin() -> None:
    found = find_origins((document("?", "a"), document("?", "b"), document("!", "c")))
    assert [one.origin for one in found] == ["a", "a", "c"]


def test_a_shortened_copy_has_the_longer_text_as_its_origin() -> None:
    short = WIRE[: WIRE.index("Engineers")]
    assert origins(courier=short, gazette=WIRE) == {"courier": "gazette", "gazette": "gazette"}


def test_quotation_marks_and_capitals_do_not_hide_a_copy() -> None:
    assert origins(gazette=WIRE, courier=WIRE.upper()) == {"gazette": "gazette", "courier": "gazette"}


def test_a_sentence_in_common_makes_no_copy() -> None:
    quoting = OWN + " " + OWN.replace("ferry", "train") + " " + WIRE[: WIRE.index("The port")]
    assert origins(gazette=WIRE, courier=quoting) == {"gazette": "gazette", "courier": "courier"}


def test_the_shared_part_of_a_copy_is_told() -> None:
    _, copy = find_origins(told(gazette=WIRE, courier=WIRE[: WIRE.index("Engineers")] + OWN[: OWN.index("The last")]))
    assert 0.5 < copy.shared < 1.0


def test_a_story_of_one_source_has_one_origin() -> None:
    assert origins(gazette=WIRE) == {"gazette": "gazette"}


def test_of_two_that_credit_one_agency_less_need_be_shared() -> None:
    rewritten = WIRE[: WIRE.index("The port")] + OWN[: OWN.index("The last")]
    longer = WIRE + " Divers had seen the damage in winter, and wrote to the council, which did not answer them."
    assert origins(gazette=longer, courier=rewritten)["courier"] == "courier"
    credited = {"gazette": f"VELM (AP) {longer}", "courier": f"VELM (AP) {rewritten}"}
    assert origins(**credited)["courier"] == "gazette"


def test_furniture_in_common_makes_no_copy() -> None:
    pages = told(gazette=f"{WIRE} {WIRE[:80]}\n{OWN}", courier=f"Other words\n{OWN}")
    blocks = [(page, (page.blocks[0], replace(page.blocks[1], kind=BlockKind.FURNITURE))) for page in pages]
    found = find_origins(tuple(replace(page, blocks=each) for page, each in blocks))
    assert [one.origin for one in found] == ["gazette", "courier"]


def test_of_texts_in_any_mixture_each_is_held_against_the_origin_that_holds_most_of_it() -> None:
    chance = Random(3)
    lines = [" ".join(chance.choice("abcdefghij") for _ in range(12)) for _ in range(40)]
    documents = told(**{f"s{place}": ". ".join(chance.sample(lines, chance.randint(1, 20))) for place in range(30)})
    found = {one.source: one for one in find_origins(documents)}
    own = [document for document in documents if found[document.source.id].shared == 0.0]
    assert 1 < len(own) < len(documents)
    for one in documents:
        if found[one.source.id].shared:
            assert found[one.source.id].shared == round(max(shared_text(one, other) for other in own), 4)
