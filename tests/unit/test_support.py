"""Whether a passage carries a wording. All text is invented."""

from __future__ import annotations

import pytest

from generator.comparison.support import Wordings, carried, left_out
from generator.model import Passage
from generator.passages import find_passages
from generator.segment import segment
from tests.making import document


def read(text: str, source: str) -> Passage:
    made = document(text, source)
    (found,) = find_passages(made, segment(made))
    return found


def without(wording: str, cited: str, alike: bool = True) -> list[str] | None:
    """What has to be cut of a wording so that a passage carries it; None where it does not carry it."""
    lead, other = read(wording, "gazette"), read(cited, "courier")
    found = carried(lead, other, Wordings((lead, other)), alike=alike)
    return None if found.missing is not None else [lead.text[start:end] for start, end in found.cuts]


CARRIED = [
    ("The tunnel is 30 miles long.", "The tunnel is 48.2 kilometres long."),
    ("Nearly 4,000 homes burned in Tarn.", "In Tarn 3,960 homes burned."),
    ("The plant supplies 60,000 homes.", "It will supply power for 60,000 households, the minister said."),
    ("The tunnel will take three and a half years to build.", "Building the tunnel will take 42 months."),
    ("Ada Kell said the plan was a mistake.", "“The plan was a mistake,” Kell said."),
    ("The mayor did not answer the Courier.", "The mayor did not come to Tarn and did not answer the Courier."),
    ("No people were injured.", "Nobody was hurt in either fire."),
    ("The clerk hid the report.", "The clerk, who denied knowing of a fire, hid the report."),
    ("The island bought goods for $539.5 million.", "The island has bought goods for $540 million."),
]
NOT_CARRIED = [
    ("Nearly 107,000 acres burned near Tarn.", "More than 115,000 acres burned near Tarn."),
    ("Here’s the harbour committee’s report.", "The report was compiled for the harbour committee on Tuesday."),
    ("Ada Kell refused to discuss the “harbour question”.", "Ada Kell refused to discuss the question of the bridge."),
    ("“Rigged old contest!” Ada Kell wrote of the vote.", "“This old contest is over,” Ada Kell said of the vote."),
    ("At least 14 people died in Tarn.", "At least 11 people died in Tarn."),
    ("Two suspects were students, and they were not known to police.", "The two suspects were students at the school."),
    ("Did the mayor know of the leak?", "The mayor said she knew of the leak."),
    ("Facebook has failed on civil rights.", "Criticism of the firm has not come from civil rights groups alone."),
    (
        "Ada Kell accused officials of hiding the harbour report.",
        "22 people were hurt on the island on Tuesday, and officials denied hiding the harbour report.",
    ),
    (
        "Ada Kell accused the union of dockers of hiding the harbour report.",
        "The union of dockers denied hiding the harbour plans 22 people were hurt on the island.",
    ),
    ("Officials hid the report.", "The storm came late; officials denying that they hid the report left."),
    ("Ada Kell did not meet the candidates.", "Ada Kell would not name the candidates who met Jon Orm."),
    ("The ferry firm did not own the harbour records.", "The ferry firm, which holds no land, sold harbour records."),
    ("Ada Kell said: “Declare a holiday on the island.”", "I will declare a holiday on the island."),
    ("The court's liberal judges dissented.", "The court's judges joined the opinion of the majority."),
    ("Former Harbour Secretary Ada Kell.", "Former Harbour Secretary Ada Kell spoke in Tarn, and two others."),
    (
        "Ada Kell said: “We send help and our love to all on the old harbour.”",
        "Ada Kell said: “All on the harbour are old; our love and the help that we send are small.”",
    ),
    (
        "The clerk said the ferry was ‘holed and then left to sink’.",
        "The clerk said it was left in Tarn, holed.",
    ),
    ("The island bought goods for $539.5 million.", "Goods that the island bought for $550 million came late."),
]


@pytest.mark.parametrize(("wording", "cited"), CARRIED)
def test_a_passage_that_says_it_in_other_words_carries_a_wording(wording: str, cited: str) -> None:
    assert without(wording, cited) == []


@pytest.mark.parametrize(("wording", "cited"), NOT_CARRIED)
def test_a_passage_that_says_something_near_does_not(wording: str, cited: str) -> None:
    assert without(wording, cited) is None


def test_what_the_passage_does_not_say_is_cut() -> None:
    wording = "The clerk ordered a new count of 4,200 ballots after tests in Hollin had shown faults."
    cited = "The clerk has ordered a count of some 4,200 ballots."
    assert without(wording, cited) == ["after tests in Hollin had shown faults"]


def test_a_day_that_only_the_wording_has_is_cut() -> None:
    assert without("The mayor opened the bridge on Thursday.", "The mayor opened the bridge.") == ["on Thursday"]


@pytest.mark.parametrize(("other", "number"), [("In July the bridge was open.", 1), ("The bridge was open.", 0)])
def test_numbers_and_days_that_a_cut_leaves_out_count_where_another_gives_them(other: str, number: int) -> None:
    wording = read("The mayor opened the bridge during July, when 300 boats came.", "gazette")
    cut = wording.text.index("during"), len(wording.text) - 1
    assert left_out(wording, (cut,), [read(other, "courier")]) == number
    assert left_out(wording, (), [read(other, "courier")]) == 0


def test_what_cannot_be_cut_is_missing() -> None:
    assert without("The 90-metre dam at Tarn was approved.", "The dam at Tarn was approved.") is None


def test_passages_that_are_less_alike_must_share_the_verb() -> None:
    wording, cited = "The firm shut the plant in Tarn.", "Workers of the firm in Tarn marched past the plant."
    assert without(wording, cited, alike=False) is None
