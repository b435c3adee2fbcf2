from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator import pipeline
from generator.compose import compose
from generator.compose.choosing import OPEN_LEAST, OPEN_MOST, WORDS_SHARE
from generator.compose.coverage import OVER_A_NAME
from generator.errors import InputError
from generator.model import (
    FOLDED,
    Antecedent,
    BlockKind,
    Claim,
    Cluster,
    Clustering,
    Difference,
    Digest,
    DisagreementKind,
    Found,
    Kind,
    Match,
    Metadata,
    Origin,
    Side,
    Story,
    Use,
    Verdict,
    Workings,
)
from generator.roles import assign_roles
from generator.site.pictures import used
from generator.verify import verify
from tests.making import source, story, workings

ALPHA = "Norland shipped grain to Estmark on Monday.\nAnalysts see a thaw between both neighbours."
BETA = "Norland sent grain to Estmark.\nThe harbour of Estmark closed for two days after a storm."
ALLEGED: dict[str, Any] = {"kind": Kind.ALLEGATION, "speaker": "Norland", "speaker_actor": "Norland"}


def digest_of(one: Story, works: Workings) -> Digest:
    return compose(one, works, None)


def ids(works: Workings, *openings: str) -> tuple[str, ...]:
    return tuple(
        next(passage.id for passage in works.passages if passage.text.startswith(opening)) for opening in openings
    )


def merged(*openings: str, on: Story | None = None, **known: dict[str, Any]) -> tuple[Story, Workings]:
    one = on or story(alpha=ALPHA, beta=BETA)
    members = ids(workings(one), *openings)
    return one, workings(one, merged=(members,), **known)


def claim_with(digest: Digest, words: str) -> Claim:
    return next(claim for claim in digest.claims if any(words in cited.quote for cited in claim.citations))


def test_a_cluster_becomes_one_claim_that_cites_each_source() -> None:
    digest = digest_of(*merged("Norland shipped", "Norland sent"))
    claim = claim_with(digest, "Norland shipped")
    assert sorted(claim.sources) == ["alpha", "beta"]
    assert len(digest.claims) == 3


def test_the_wording_is_cited_first() -> None:
    digest = digest_of(*merged("Norland shipped", "Norland sent"))
    claim = claim_with(digest, "Norland shipped")
    assert claim.citations[0].quote == claim.text


def test_the_wording_is_the_one_that_the_others_support_most() -> None:
    one = story(alpha="Norland shipped grain to Estmark after a quarrel about fish.", beta="Norland shipped grain.")
    digest = digest_of(*merged("Norland shipped grain to", "Norland shipped grain.", on=one))
    assert digest.claims[0].text == "Norland shipped grain."


def test_a_second_passage_of_one_source_is_a_repeat_and_no_second_source() -> None:
    one = story(alpha="Norland shipped grain.\nIn short, Norland shipped grain.")
    digest = digest_of(*merged("Norland", "In short", on=one))
    (claim,) = digest.claims
    assert (len(claim.citations), len(claim.repeats), claim.sources) == (1, 1, ("alpha",))


def test_a_member_with_a_speaker_words_the_claim() -> None:
    one = story(
        alpha="Norland shipped a thousand crates of grain on Monday.",
        beta="Officials say Norland sent crates of grain.",
    )
    speaking = {"speaker": "Officials", "reporting": "say", "kind": Kind.STATEMENT}
    digest = digest_of(*merged("Norland", "Officials", on=one, Officials=speaking))
    (claim,) = digest.claims
    assert claim.attributed_to == "Officials"
    assert claim.text.startswith("Officials say")


def test_a_member_that_opens_with_a_bare_pronoun_does_not_word_the_claim() -> None:
    one = story(alpha="It shipped grain to Estmark.", beta="Norland shipped grain to Estmark.")
    digest = digest_of(*merged("It shipped", "Norland shipped", on=one))
    assert digest.claims[0].text == "Norland shipped grain to Estmark."


def test_a_pronoun_that_is_certain_may_word_the_claim() -> None:
    one = story(alpha="It shipped grain to Estmark.", beta="Norland shipped grain to Estmark.")
    known = {"It": {"antecedent": Antecedent(0, 2, "Norland")}}
    digest = digest_of(*merged("It shipped", "Norland shipped", on=one, **known))
    assert digest.claims[0].text == "[Norland] shipped grain to Estmark."


def test_a_repetition_of_its_own_article_does_not_word_the_claim() -> None:
    one = story(alpha="Grain was shipped to Estmark.", beta="Norland shipped grain to Estmark.")
    known = {"Grain": {"repeats_own_article": True}}
    digest = digest_of(*merged("Grain was", "Norland shipped", on=one, **known))
    assert digest.claims[0].text == "Norland shipped grain to Estmark."


def test_a_denial_stays_one_though_another_source_prints_it_as_an_allegation() -> None:
    one = story(alpha="Norland denies that it shipped grain.", beta="Reports say Norland denies that.")
    known = {"Norland": {"kind": Kind.DENIAL, "speaker": "Norland"}, "Reports": {"kind": Kind.ALLEGATION}}
    digest = digest_of(*merged("Norland denies", "Reports say", on=one, **known))
    assert digest.claims[0].kind is Kind.DENIAL


def test_what_one_source_alleges_stays_an_allegation_though_another_states_it() -> None:
    one = story(alpha="Officials say Norland sent crates.", beta="Norland sent a thousand crates on Monday.")
    digest = digest_of(
        *merged("Officials", "Norland", on=one, Officials={"kind": Kind.ALLEGATION, "speaker": "Officials"})
    )
    assert digest.claims[0].kind is Kind.ALLEGATION


def test_copies_of_one_text_are_two_sources_of_one_origin() -> None:
    one, works = merged("Norland shipped", "Norland sent")
    works = replace(works, origins=(Origin("alpha", "alpha", 0.0), Origin("beta", "alpha", 1.0)))
    claim = claim_with(digest_of(one, works), "Norland shipped")
    assert (len(claim.sources), claim.origins) == (2, ("alpha",))


def test_every_claim_stands_in_exactly_one_section() -> None:
    digest = digest_of(*merged("Norland shipped", "Norland sent"))
    printed = [claim for section in digest.sections for claim in section.claims]
    assert sorted(printed) == sorted(claim.id for claim in digest.claims)


def test_a_claim_of_two_sources_comes_before_one_of_a_single_source() -> None:
    one = story(alpha="A storm closed the harbour of Estmark.\n" + ALPHA, beta=BETA)
    digest = digest_of(*merged("Norland shipped", "Norland sent", on=one))
    assert len(digest.claim(digest.sections[0].claims[0]).sources) == 2


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (Kind.EVENT, "What happened"),
        (Kind.STATEMENT, "What was said"),
        (Kind.BACKGROUND, "Background"),
        (Kind.ASSESSMENT, "Outlook and opinion"),
    ],
)
def test_the_kind_decides_the_section(kind: Kind, title: str) -> None:
    one = story(alpha="Norland shipped grain.")
    digest = digest_of(one, workings(one, Norland={"kind": kind}))
    assert [section.title for section in digest.sections] == [title]


def test_what_an_outsider_says_in_answer_is_a_reaction() -> None:
    one = story(
        alpha="Norland shipped grain to Estmark.\nNorland and Estmark met in Quill.\n"
        "Estmark paid Norland.\nSudland condemned Norland for its grain."
    )
    both = {"actors": ("Norland", "Estmark", "Quill")}
    outsider = {"actors": ("Sudland",), "subject": "Sudland", "verb": "condemn", "kind": Kind.STATEMENT}
    digest = digest_of(one, workings(one, Norland=both, Estmark=both, Sudland=outsider))
    reactions = next(section for section in digest.sections if section.title == "Reactions")
    assert [digest.claim(one).text for one in reactions.claims] == ["Sudland condemned Norland for its grain."]


def many(number: int, start: int = 0) -> str:
    """So many sentences, a line each, of which no two are about the same."""
    return "\n".join(f"Town{n} opened bridge{n} and school{n} near river{n}." for n in range(start, start + number))


def opened(digest: Digest) -> list[str]:
    """The wordings of the claims in the open."""
    return [digest.claim(one).text for section in digest.sections if section.id != FOLDED for one in section.claims]


@pytest.mark.parametrize(("claims", "shown"), [(4, 4), (12, OPEN_LEAST), (60, 15), (200, OPEN_MOST)])
def test_a_quarter_of_the_claims_stands_in_the_open(claims: int, shown: int) -> None:
    one = story(alpha=many(claims))
    digest = digest_of(one, workings(one))
    assert len(opened(digest)) == shown
    assert len(digest.claims) == claims


def test_of_two_claims_that_restate_one_another_one_is_in_the_open() -> None:
    one = story(alpha=f"Norland shipped grain to Estmark.\nNorland shipped much grain to Estmark.\n{many(30)}")
    assert sum("grain" in text for text in opened(digest_of(one, workings(one)))) == 1


def test_what_several_sources_say_is_in_the_open_before_what_one_says() -> None:
    lines = "Norland sent grain to Estmark."
    one = story(alpha=f"{many(20)}\nNorland shipped grain to Estmark on Monday.", beta=f"{many(20, 20)}\n{lines}")
    digest = digest_of(*merged("Norland shipped", "Norland sent", on=one))
    assert digest.sections[0].title == "What several say"
    assert opened(digest)[0] in (lines, "Norland shipped grain to Estmark on Monday.")


@pytest.mark.parametrize(
    "dangling",
    ["He said the bridge was old.", "These tests failed in every town.", "Both sides agreed to meet again.",
     "That was the moment when it fell.", "At the time, Estmark had no bridge at all.", "The man ran into a field."],
)  # fmt: skip
def test_what_points_at_another_sentence_is_not_in_the_open(dangling: str) -> None:
    one = story(alpha=f"Norland opened a bridge.\n{dangling}\n{many(8)}")
    assert dangling not in opened(digest_of(one, workings(one)))


@pytest.mark.parametrize(
    "whole",
    ["It is not known whether the bridge will hold.", "When he arrived, Petrov praised the bridge.",
     "Both Norland and Estmark agreed to meet.", "This week the bridge opened.", "The man who ran was caught."],
)  # fmt: skip
def test_what_can_be_read_alone_may_be_in_the_open(whole: str) -> None:
    one = story(alpha=f"{whole}\nNorland opened a bridge.\nEstmark closed a school.")
    assert whole in opened(digest_of(one, workings(one)))


def test_what_goes_on_from_a_claim_in_the_open_is_folded_beneath_it() -> None:
    one = story(alpha=f"Norland opened a bridge on Monday.\nIt cost two million crowns.\n{many(30)}")
    digest = digest_of(one, workings(one))
    beneath = claim_with(digest, "It cost")
    assert beneath.under == claim_with(digest, "Norland opened").id


def test_no_article_is_printed_in_the_open_beyond_its_share() -> None:
    one = story(alpha=many(40), beta="\n".join(f"Port{n} sold {n} boats to {n} men." for n in range(10)))
    digest = digest_of(one, workings(one))
    words = Counter[str]()
    for section in digest.sections:
        for claim in (digest.claim(one) for one in section.claims if section.id != FOLDED):
            words[claim.citations[0].source] += len(claim.text.split())
    assert words["beta"] <= WORDS_SHARE * 10 * 8 + 1


def denied(words: str = "Norland denies sending crates.") -> tuple[Story, Workings]:
    one = story(alpha=f"Estmark says that Norland sent crates.\nSudland praised the harvest, officials said.\n{words}")
    plain = workings(one)
    alleged, denial = ids(plain, "Estmark", "Norland")
    stance = Difference(
        DisagreementKind.STANCE,
        "Were crates sent?",
        (Side("yes", (alleged,)), Side("no", (denial,))),
        "claim and denial",
    )
    return one, workings(
        one,
        differences=(stance,),
        Estmark={**ALLEGED, "speaker": "Estmark"},
        Norland={"kind": Kind.DENIAL, "speaker": "Norland"},
        Sudland={"kind": Kind.STATEMENT, "speaker": "officials"},
    )


def test_a_denial_stands_right_after_what_it_denies() -> None:
    digest = digest_of(*denied())
    said = [digest.claim(one).text for section in digest.sections for one in section.claims]
    assert said.index("Norland denies sending crates.") == said.index("Estmark says that Norland sent crates.") + 1


def test_a_disagreement_cites_every_side() -> None:
    (disagreement,) = digest_of(*denied()).disagreements
    assert [position.citations[0].quote for position in disagreement.positions] == [
        "Estmark says that Norland sent crates.",
        "Norland denies sending crates.",
    ]


def test_the_summary_is_made_of_claims() -> None:
    digest = digest_of(*merged("Norland shipped", "Norland sent"))
    assert digest.summary == " ".join(digest.claim(one).text for one in digest.summary_claims)
    assert 1 <= len(digest.summary_claims) <= 2


def test_in_brief_an_allegation_has_its_denial() -> None:
    brief = [claim.kind for claim in digest_of(*denied()).claims if claim.in_brief]
    assert Kind.ALLEGATION in brief and Kind.DENIAL in brief


def test_what_is_alleged_stands_in_the_summary_only_with_its_denial() -> None:
    assert digest_of(*denied()).summary == "Estmark says that Norland sent crates. Norland denies sending crates."


def test_what_is_alleged_and_denied_in_words_that_point_elsewhere_is_no_summary() -> None:
    assert digest_of(*denied("Norland denies this.")).summary == "Sudland praised the harvest, officials said."


def test_what_nobody_is_named_with_is_not_alleged_in_a_summary() -> None:
    one = story(alpha="Norland sent crates to Estmark.\nSudland praised the harvest, officials said.")
    works = workings(one, Norland={"kind": Kind.ALLEGATION})
    assert digest_of(one, works).summary == "Sudland praised the harvest, officials said."


def test_the_summary_takes_no_two_sides() -> None:
    one = story(
        alpha="Norland opened the dam on Monday.\nEngineers expect the first water in May.\nA whale was found.",
        beta="It opened on Monday.\nIt brings water in May, engineers hope.",
    )
    works = workings(one)
    done, planned = ids(works, "Norland opened", "Engineers expect")
    status = Difference(DisagreementKind.STATUS, "Is it open?", (Side("yes", (done,)), Side("not yet", (planned,))), "")
    assert digest_of(one, works).summary.endswith("Engineers expect the first water in May.")
    assert "Engineers expect" not in digest_of(one, replace(works, differences=(status,))).summary


def test_three_to_six_claims_are_in_brief() -> None:
    lines = "\n".join(f"Town{n} opened bridge{n} and school{n} near river{n}." for n in range(20))
    one = story(alpha=lines)
    assert 3 <= sum(claim.in_brief for claim in digest_of(one, workings(one)).claims) <= 6


def test_claims_in_brief_do_not_say_the_same_twice() -> None:
    one = story(
        alpha="Norland shipped grain to Estmark.\nNorland shipped much grain to Estmark.\nA storm closed a harbour.\n"
        "Fishermen found a whale.\nThe king opened a school."
    )
    digest = digest_of(one, workings(one))
    told = [claim.text for claim in digest.claims if claim.in_brief or claim.id in digest.summary_claims]
    assert sum("Norland" in text for text in told) == 1


def test_ids_do_not_change_when_a_source_is_added() -> None:
    before = digest_of(*merged("Norland shipped", "Norland sent"))
    bigger = story(alpha=ALPHA, beta=BETA, gamma="Norland delivered grain to Estmark in many ships.")
    after = digest_of(*merged("Norland shipped", "Norland sent", "Norland delivered", on=bigger))
    assert {claim.id for claim in before.claims} == {claim.id for claim in after.claims}


def test_two_equal_passages_kept_apart_have_different_ids() -> None:
    one = story(alpha="Norland shipped grain.\nNorland shipped grain.")
    assert len({claim.id for claim in digest_of(one, workings(one)).claims}) == 2


def test_coverage_names_what_is_left_out_and_why() -> None:
    one = story(alpha="Norland shipped grain.\nWatch this space.")
    digest = digest_of(one, workings(one, Watch={"omit": "asserts nothing"}))
    assert [(entry.use, entry.reason) for entry in digest.coverage] == [
        (Use.CLAIM, None),
        (Use.OMITTED, "asserts nothing"),
    ]


def test_prose_that_is_set_aside_is_left_out_of_the_article_and_so_never_counted_as_used() -> None:
    one = story(alpha="Norland shipped grain.\nEstmark paid for it.")
    known = workings(one)
    document = known.documents[0]
    aside = replace(document.blocks[1], kind=BlockKind.FURNITURE, rule="a rule", set_aside=True)
    known = replace(
        known,
        documents=(replace(document, blocks=(document.blocks[0], aside)),),
        passages=known.passages[:1],
        groups=known.groups[:1],
    )
    coverage = digest_of(one, known).coverage
    assert [entry.use for entry in coverage] == [Use.CLAIM, Use.OMITTED]
    assert coverage[1].reason == "reads like the article's text, but is set aside (a rule)"
    assert used(coverage) < 0.6


def test_without_an_editors_title_the_most_central_headline_leads() -> None:
    one = story(title=None, alpha=ALPHA, beta=BETA)
    titled = tuple(
        Metadata(title=Found(title, "headline"))
        for title in ("Ten recipes for spring", "Norland ships grain to Estmark")
    )
    digest = digest_of(one, replace(workings(one), metadata=titled))
    assert digest.title == "Norland ships grain to Estmark"


@pytest.mark.parametrize(
    "promise",
    ["Why Norland ships grain to Estmark", "7 moments of the grain ships of Norland", "Norland should ship grain?"],
)
def test_a_headline_that_tells_no_news_is_no_title_beside_one_that_does(promise: str) -> None:
    one = story(title=None, alpha=ALPHA, beta=BETA)
    titled = tuple(Metadata(title=Found(title, "headline")) for title in (promise, "Norland ships grain to Estmark"))
    assert digest_of(one, replace(workings(one), metadata=titled)).title == "Norland ships grain to Estmark"


def test_a_columns_headline_is_no_title_beside_a_reports() -> None:
    one = story(title=None, alpha=ALPHA, beta=BETA)
    titled = tuple(
        Metadata(title=Found(title, "headline")) for title in ("Grain ships to Estmark, at last", "Norland ships grain")
    )
    works = workings(one, Norland={"opinion": True})
    works = replace(works, passages=tuple(replace(p, opinion=p.source == "alpha") for p in works.passages))
    assert digest_of(one, replace(works, metadata=titled)).title == "Norland ships grain"


def test_the_summary_tells_no_event_twice_in_other_words() -> None:
    one = story(
        alpha="Norland shipped grain to Estmark on Monday.\nFour vessels brought wheat to the south.",
        beta="It has shipped grain.\nIt brought much wheat by four vessels.",
    )
    works = workings(one)
    first, second = ids(works, "Norland shipped", "Four vessels")
    alike = replace(works, matches=(Match(first, second, 0.6, (), Verdict.NEAR, "given"),))
    assert [len(digest_of(one, each).summary_claims) for each in (works, alike)] == [2, 1]


NEWS = "Norland opened a bridge over the Tarn on Monday.\n"


def test_what_one_article_alone_tells_is_no_second_sentence() -> None:
    one = story(alpha=f"{NEWS}Cooks served two hundred bowls of soup.", beta="It was opened over the Tarn.")
    assert digest_of(one, workings(one)).summary == NEWS.strip()


def test_what_another_article_begins_with_adds_a_second_sentence() -> None:
    soup = "Cooks served two hundred bowls of soup."
    one = story(alpha=f"{NEWS}{soup}", beta="It was opened over the Tarn.\nIt came with bowls of soup.")
    assert digest_of(one, workings(one)).summary == f"{NEWS}{soup}".replace("\n", " ")


def test_what_speaks_of_something_told_before_is_no_second_sentence() -> None:
    soup = "The cooks served two hundred bowls of soup."
    one = story(alpha=f"{NEWS}{soup}", beta="It was opened over the Tarn.\nIt came with bowls of soup.")
    assert digest_of(one, workings(one)).summary == NEWS.strip()


def test_the_beginning_of_another_article_is_no_second_sentence() -> None:
    again = "At long last ferries over the Tarn are history."
    one = story(alpha=f"{NEWS}Ferries are history.", beta=f"{again}\nA bridge was opened.")
    assert again not in digest_of(one, workings(one)).summary


def test_bare_words_of_somebody_are_no_second_sentence() -> None:
    quoted = "“Cooks served two hundred bowls of soup,” Vale said on Monday."
    one = story(alpha=f"{NEWS}{quoted}", beta="It was opened over the Tarn.\nIt came with bowls of soup.")
    assert digest_of(one, workings(one, **{"“Cooks": {"speaker": "Vale"}})).summary == NEWS.strip()


def test_what_is_planned_is_no_summary_where_another_article_tells_it_as_done() -> None:
    done = "The bridge over the Tarn in Norland was opened."
    one = story(
        alpha="Norland plans to open a bridge over the Tarn on Monday.", beta=f"Rain fell on the ferries.\n{done}"
    )
    works = workings(one)
    ahead, other = ids(works, "Norland plans", "The bridge")
    alike = replace(works, matches=(Match(ahead, other, 0.6, (), Verdict.NEAR, "given"),))
    assert digest_of(one, alike).summary == done


def test_without_an_editors_date_the_newest_of_the_captures_counts() -> None:
    one = story(on=None, alpha=ALPHA, beta=BETA)
    dated = tuple(Metadata(published=Found(value, "header")) for value in ("2024-03-01", "2024-03-05"))
    assert digest_of(one, replace(workings(one), metadata=dated)).date == date(2024, 3, 5)


def test_a_story_without_any_date_is_refused_with_a_remedy() -> None:
    one = story(on=None, alpha=ALPHA)
    with pytest.raises(InputError, match="no date in any capture; give the story a date"):
        digest_of(one, workings(one))


def test_a_story_without_any_title_is_refused_with_a_remedy() -> None:
    one = story(title=None, alpha=ALPHA)
    with pytest.raises(InputError, match="no headline in any capture; give the story a title"):
        digest_of(one, workings(one))


LONG = " ".join(["Norland shipped grain to the harbour of Estmark", *(f"past mile{n}" for n in range(17))]) + "."
OTHER = " ".join(["The president of Sudland opened a bridge", *(f"over river{n}" for n in range(17))]) + "."


def test_two_long_sentences_are_too_much_for_a_summary() -> None:
    one = story(alpha=f"{LONG}\n{OTHER}")
    digest = digest_of(one, workings(one))
    assert len(digest.summary_claims) == 1 and digest.summary in (LONG, OTHER)


@pytest.mark.parametrize(
    "unfit", [f"{LONG[:-1]} and {OTHER[:1].lower()}{OTHER[1:]}", "iPhones went to Norland in May."]
)
def test_a_sentence_that_is_overlong_or_begins_small_is_no_summary(unfit: str) -> None:
    one = story(alpha=f"{unfit}\nSudland opened a bridge.")
    assert digest_of(one, workings(one)).summary == "Sudland opened a bridge."


def test_an_assessment_is_no_summary() -> None:
    one = story(alpha="Analysts expect a thaw.\nSudland opened a bridge.")
    works = workings(one, Analysts={"kind": Kind.ASSESSMENT})
    assert digest_of(one, works).summary == "Sudland opened a bridge."


def test_markup_between_the_words_of_a_page_is_accounted_for_as_markup() -> None:
    page = "<!-- saved --><p>Norland shipped <b>grain</b>.</p><!-- cut --><p>Estmark was glad of it.</p><hr>"
    one = replace(story(), sources=(source(page, media_type="text/html"),))
    works = workings(one)
    digest = digest_of(one, works)
    verify(digest, works)
    markup = [page[entry.start : entry.end] for entry in digest.coverage if entry.reason == "markup"]
    assert markup == ["<!-- saved --><p>", "</p><!-- cut --><p>", "</p><hr>"]


def test_headings_and_furniture_are_accounted_for_with_their_rules() -> None:
    one = story(alpha="Menu\nFish\nSudland bought fish.")
    works = workings(one)
    (page,) = works.documents
    menu, heading, text = page.blocks
    blocks = (
        replace(menu, kind=BlockKind.FURNITURE, rule="navigation"),
        replace(heading, kind=BlockKind.HEADING),
        text,
    )
    passage = works.passages[2]
    works = replace(
        works,
        documents=(replace(page, blocks=blocks),),
        passages=(passage,),
        groups=assign_roles((passage,), Clustering((Cluster((passage.id,)),))),
    )
    digest = digest_of(one, works)
    verify(digest, works)
    assert [(entry.use, entry.reason) for entry in digest.coverage] == [
        (Use.FURNITURE, "navigation"),
        (Use.HEADING, None),
        (Use.CLAIM, None),
    ]


def test_two_differences_that_ask_the_same_have_ids_of_their_own() -> None:
    one = story(alpha="Norland has 4 ships.\nNorland has 6 boats.", beta="Norland has 5 ships.\nNorland has 7 boats.")
    ids = [passage.id for passage in workings(one).passages]
    asked = tuple(
        Difference(DisagreementKind.NUMBER, "How many?", (Side("a", (a,)), Side("b", (b,))), "given")
        for a, b in ((ids[0], ids[2]), (ids[1], ids[3]))
    )
    digest = digest_of(one, workings(one, differences=asked))
    assert len({disagreement.id for disagreement in digest.disagreements}) == 2


def test_what_opens_with_a_gap_may_be_the_summary() -> None:
    """What only one source says is cut from the words in which two tell the news."""
    one = "After nine months of talks, the council of Tarn reopened the old harbour bridge to lorries, the mayor said."
    two = "Despite doubts among engineers, the council of Tarn reopened the old harbour bridge to lorries."
    digest = pipeline.build(story(one=f"{one}\n\nFishermen sold herring.", two=f"{two}\n\nA choir sang there."))
    assert digest.summary.startswith("[…] The council of Tarn reopened")


@pytest.mark.parametrize(
    ("speaker", "stands"),
    [("One estimate", False), ("The statement", False), ("the spokeswoman", False), ("The mayor of Tarn", True)],
)
def test_words_of_what_is_no_speaker_stand_folded(speaker: str, stands: bool) -> None:
    given = "“Ferries will be kept out of the harbour of Tarn from the first of May until autumn.”"
    others = "\n".join(f"Town{n} opened bridge{n} and school{n} near river{n}." for n in range(8))
    one = story(alpha=f"{given}\n{others}")
    spoken = {"speaker": speaker, "reporting": "say", "kind": Kind.STATEMENT}
    digest = digest_of(one, workings(one, **{"“Ferries": spoken}))
    claim = next(claim for claim in digest.claims if "Ferries" in claim.text)
    folded = next((section.claims for section in digest.sections if section.id == FOLDED), ())
    assert (claim.id not in folded) is stands


def test_links_over_a_name_between_two_sentences_are_accounted_for() -> None:
    card = "Ada Jo BrellFerries stop at noon Two held after a fire in Tarn MORE"
    text = (
        "The pier of Tarn was closed on Monday after a fire, the harbour office said.\n\n"
        f"The pier will be opened by Ada Brell {card}\n\n"
        "Divers found cracks below the water line on Tuesday.\n"
    )
    (found,) = [one for one in pipeline.build(story(one=text)).coverage if one.reason == OVER_A_NAME]
    assert text[found.start : found.end] == card
