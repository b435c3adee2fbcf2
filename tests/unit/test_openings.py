"""What can be read alone, and why something else cannot: the kinds, each with what looks like it and is none."""

from __future__ import annotations

import pytest

from generator.language.openings import points_away, told_before
from generator.model import Antecedent, Passage
from tests.making import passage


def said(text: str, **known: object) -> Passage:
    return passage(text, **known)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brell did not have to go along with this.",
        "Ada Brell took this as a chance to speak of the harbour.",
        "Ada Brell said that this was a mistake.",
        "Ada Brell did not think that made sense.",
        "That set up a quarrel over the pier.",
        "If that order stands, the ferry will leave.",
        "Tarn has had such an agreement since 1998.",
        "Ada Brell and Jon Orm voted down all three.",
        "In it, Ada Brell spoke of the pier.",
        "Ada Brell has denied that, but the pier stays closed.",
        "After the call, the two leaders spoke of the pier.",
        "About 1 percent were withheld.",
        "Ada Brell, the former harbour secretary, agrees.",
        "Around the same time, Ada Brell sold the ferry.",
        "All this time, Ada Brell kept the pier closed.",
        "Earlier in the day, he was honoured in Tarn by Ada Brell, whose son went there.",
        "The island hero was greeted by a choir.",
        "Keeping this kind of ferry afloat is dear.",
        "Ada Brell would like to have that too.",
        "Opponents are angry that that's been said, but Ada Brell stays.",
        "That, too, Ada Brell forgot.",
        "The proposal comes as the council of Tarn runs out of money.",
        "Ada Brell said five more have been sunk.",
        "It is scheduled to last two hours, but Ada Brell spoke for three.",
        "It's a sign that the harbour of Tarn is rich.",
        "After graduating from East Haven in May, he served on the ferry.",
        "“The bill that they put forth will not pass,” Ada Brell said.",
        "A senator once said to me that Ada Brell was no friend of ferries.",
    ],
)
def test_what_is_named_before_is_pointed_at(text: str) -> None:
    assert points_away(said(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brell said that prices rose in May.",
        "The bill that made the island rich was repealed in May.",
        "Ada Brell will speak in Tarn this week.",
        "Those who live on the island pay for the ferry.",
        "Ada Brell said that such as it was, the pier stood.",
        "Ada Brell and Jon Orm met in Tarn, where the two leaders spoke of the pier.",
        "Surveys suggest that only three of the harbours will open.",
        "If the council closes the pier, this will cost the ferry a year.",
        "The two most recent ferries were built in Tarn.",
        "Ada Brell agrees that the pier is old.",
        "It is likely that the harbour of Tarn closes.",
        "After a call from Jon Orm, he left the pier.",
        "“The owners of the pier will get what they want,” Ada Brell said.",
        "The storm killed two people in Tarn and 20 more were injured.",
    ],
)
def test_what_only_looks_like_it_points_at_nothing(text: str) -> None:
    assert points_away(said(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brell has been unwilling to offer them anything.",
        "Ada Brell told him the inquiry was about taxes.",
        "Once the hearing began, he spoke of the pier.",
        "Democrats are almost all opposed to it.",
        "The candidates did not go after him at first.",
        "The women of the island say he closed the pier.",
        "One of them closed the pier in May.",
        "His friend on the council, Ada Brell, closed the pier.",
    ],
)
def test_a_pronoun_needs_what_it_stands_for_before_it(text: str) -> None:
    assert points_away(said(text, actors=("Ada Brell",))) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The fishermen said they would leave.",
        "Ada Brell and Jon Orm said they would leave.",
        "A nurse from Tarn said she would leave.",
        "The council said it would close the pier.",
        "It is not known whether the pier will open.",
        "Electors may vote for whomever they want.",
        "Ahead of her vote on Thursday, Ada Brell spoke to the council.",
    ],
)
def test_a_pronoun_with_its_noun_is_plain(text: str) -> None:
    assert points_away(said(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brell is right! pic.twitter.com/abc",
        "Ada Brell Ada BrellHarbour reopens MORE (D-Tarn) said the pier was safe.",
        "MAYOR OF TARN OPENS PIER, COUNCIL SAYS IT IS SAFE.",
        "Image The letters of the mayor of Tarn were shown.",
        "CLOSE Ada Brell speaks of the harbour in Tarn.",
        "Pier costs (in millions) rose in May.",
    ],
)
def test_what_a_page_puts_into_its_text_is_no_line(text: str) -> None:
    assert points_away(said(text)) == "holds what its page put into the text"


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office did not immediately respond to a request for comment.",
        "Ada Brell, who ran the harbour until May, could not be reached for comment on Monday.",
        "The council and the ferry line declined to comment.",
        "A spokesman for the ferry line didn’t return calls from the Courier.",
    ],
)
def test_that_somebody_did_not_comment_is_no_line_of_a_digest(text: str) -> None:
    assert points_away(said(text)) == "tells only that somebody did not comment"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brell declined to comment on whether the pier will close.",
        "The harbour office did not return the calls for help of the ferry, an inquiry found.",
        "The council did not respond to the storm for three days.",
    ],
)
def test_a_silence_that_is_the_news_is_one(text: str) -> None:
    assert points_away(said(text)) is None


def test_a_sentence_that_lost_a_word_before_its_colon_is_none() -> None:
    assert points_away(said("Ada Brell first defended the: “Everybody has read it.”", speaker="Ada Brell")) is not None


def test_words_whose_speaker_another_sentence_names_are_not_alone() -> None:
    assert points_away(said("“The pier is safe,” she exhorted.")) is not None
    assert points_away(said("Tarn, she said, was safe.", reporting="say")) is not None
    named = Antecedent(19, 22, "Ada Brell")
    assert points_away(said("“The pier is safe,” she said.", speaker="Ada Brell", says=named)) is None


def test_what_has_no_finite_verb_is_no_statement() -> None:
    assert points_away(said("Nearly two million crowns in aid to the island.")) == "no whole statement"


def test_a_writer_who_is_told_something_speaks_of_himself_though_another_speaks() -> None:
    assert points_away(said("Ada Brell told me that the pier was safe.", speaker="Ada Brell")) is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The move came a day after the storm.", {"move"}),
        ("Prices fell after the announcement, then rose.", {"announcement"}),
        ("The move to close the pier came a day after the storm.", set()),
        ("The president spoke of the economy.", set()),
        ("Ada Brell spoke of “the announcement” in May.", set()),
    ],
)
def test_a_bare_noun_of_an_act_was_told_before(text: str, told: set[str]) -> None:
    assert told_before(said(text)) == told


def test_their_stands_for_two_people_who_are_named_apart() -> None:
    two = said("Ada Brell, who was married to Jon Orm, left their house in May.", actors=("Ada Brell", "Jon Orm"))
    one = said("Ada Brell left their house in May.", actors=("Ada Brell",))
    assert points_away(two) is None
    assert points_away(one) is not None


def test_him_stands_for_who_owns_something_before() -> None:
    assert points_away(said("Guards saw the soldier's lamp, opened the gate and led him to the post.")) is None


@pytest.mark.parametrize("bid", ["Create a new harbour office.", "Establish the office in Tarn, where ferries land."])
def test_a_bid_is_no_whole_statement(bid: str) -> None:
    assert points_away(said(bid)) == "bids somebody do something"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A company that had an interest in the pier.", "no whole statement"),
        (
            "Fishermen who mend their nets are shown walking in Tarn, June 19, 2018.",
            "holds what its page put into the text",
        ),
    ],
)
def test_a_description_and_a_caption_are_no_statements(text: str, reason: str) -> None:
    assert points_away(said(text)) == reason


def test_a_description_with_a_verb_of_its_own_is_one() -> None:
    assert points_away(said("A company that had an interest in the pier bought the ferry.")) is None
    assert points_away(said("The ferry that carried pupils across the river will stop running on Friday.")) is None
