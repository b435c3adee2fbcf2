"""What a wording may leave out of a sentence, and what it may not. All text is invented."""

from __future__ import annotations

import pytest

from generator.passages import find_passages
from generator.segment import segment
from tests.making import document

MAY_GO = [
    ("The clerk ordered a new count after a scanner misread 37 ballots.", "after a scanner misread 37 ballots"),
    ("Verity Systems, which leases the machines, will send an engineer.", ", which leases the machines,"),
    ("A lorry hit the bridge, injuring four people.", ", injuring four people"),
    ("On Monday, the council closed the library.", "On Monday,"),
    ("The mayor on Thursday opened the bridge.", "on Thursday"),
    ("Ada Kell left the house and was arrested in Tarn.", "and was arrested in Tarn"),
    ("The tunnel will be two miles long and carry 38,000 cars.", "and carry 38,000 cars"),
    ("The state will pay 60 percent and the city the rest.", "and the city the rest"),
    ("The firm (formerly Tarn Steel) closed two plants.", "(formerly Tarn Steel)"),
    ("A scanner at a counting centre read 37 ballots twice.", "at a counting centre"),
    ("The fault came to light when a volunteer noticed the ballots.", "The fault came to light when"),
    ("The price had doubled since the first estimate.", "since the first estimate"),
]
STAYS = [
    ("The agency counted 98 cases in 18 countries outside Norland.", "outside Norland"),
    ("The ministry counted 98 cases in 18 other countries, but no deaths.", "in 18 other countries"),
    ("Ada Kell was identified as the person in custody after the fire.", "in custody"),
    ("The bridge was closed, police said.", "police"),
    ("It was the largest fire in the city's history.", "in the city's history"),
    ("Nobody was hurt in the fire.", "in the fire"),
    ("The town did not vote on Monday.", "on Monday"),
    ("The dam, which was not inspected, broke.", "which was not inspected"),
    ("The bank may close a branch in Tarn if the strike goes on.", "in Tarn"),
    ("The talks resulted in a treaty.", "in a treaty"),
    ("The council pledged on Sunday to disband the force.", "to disband the force"),
    ('The minister said: "We found oil in the north."', "in the north"),
    ("Ada Kell told the court on the first day that her brother was afraid.", "her brother was afraid"),
    ("The signal came back a week after the test.", "after the test"),
    ("She took a degree in Tarn in 2015, and, according to Jo Hale, has been teaching since May.", "and,"),
    ("The firm reportedly sold the plant, allegedly at a loss.", "allegedly"),
    ("Pardons shorten terms being served but don't erase the verdicts.", "erase the verdicts"),
]


def cuts(text: str) -> list[str]:
    made = document(text)
    return [one.text[start:end] for one in find_passages(made, segment(made)) for start, end in one.cuts]


@pytest.mark.parametrize(("sentence", "stretch"), MAY_GO)
def test_what_only_adds_to_a_sentence_may_go(sentence: str, stretch: str) -> None:
    assert stretch in cuts(sentence)


@pytest.mark.parametrize(("sentence", "stretch"), STAYS)
def test_what_a_sentence_needs_to_be_true_stays(sentence: str, stretch: str) -> None:
    assert not [cut for cut in cuts(sentence) if stretch in cut]


def test_the_shortest_stretch_comes_first() -> None:
    found = cuts("The clerk ordered a count in Tarn after a scanner misread 37 ballots.")
    assert len(found) > 1
    assert found == sorted(found, key=len)
