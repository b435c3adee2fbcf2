"""The published story: the traps of its five captures, each of which must come out right, in the machine's draft and in
the entry that its editor made of it.

The captures are the project's own content, so their words may stand here.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.load import load_story
from generator.model import (
    FOLDED,
    BlockKind,
    Claim,
    Digest,
    DisagreementKind,
    Kind,
    Role,
    SourceReport,
    Story,
    Use,
    Workings,
)
from generator.site.reprint import REPRINT_SHARE, reprint
from generator.site.story import story_view
from generator.site.views import StoryView

FOLDER = Path(__file__).parent.parent / "content" / "stories" / "lavrov-pyongyang"


@pytest.fixture(scope="module")
def story() -> Story:
    return load_story(FOLDER)


@pytest.fixture(scope="module")
def workings(story: Story) -> Workings:
    return pipeline.work(story)


@pytest.fixture(scope="module")
def digest(story: Story, workings: Workings) -> Digest:
    """The entry as its editor has it."""
    return pipeline.finish(story, workings)


@pytest.fixture(scope="module")
def page(digest: Digest) -> StoryView:
    return story_view(digest, reprint(digest))


@pytest.fixture(scope="module")
def draft() -> Digest:
    """What the machine makes of the captures alone."""
    return pipeline.build(load_story(FOLDER, decisions=False))


def use_of(digest: Digest, story: Story, source: str, words: str) -> Use:
    """What became of the stretch of a capture that begins with these words."""
    text = next(one for one in story.sources if one.id == source).capture.text
    at = text.index(words)
    return next(entry.use for entry in digest.coverage if entry.source == source and entry.start <= at < entry.end)


def report(digest: Digest, source: str) -> SourceReport:
    return next(one for one in digest.sources if one.id == source)


FURNITURE = [
    ("tome", "Friday, November 3, 2023"),
    ("tome", "Latest stories"),
    ("informabank", "NEWSLETTER"),
    ("informabank", "Mastering Fair Stock Price Calculation"),
    ("informabank", "6 Min Read 98.7k Views"),
    ("informabank", "IntroductionThe Context of the Meeting"),
    ("informabank", "Be keep up! Get the latest breaking news"),
    ("informabank", "In recent years, global geopolitical tensions"),
    ("informabank", "The deployment of the Virginia-class submarine"),
    ("informabank", "We use our own and third-party cookies"),
    ("informabank", "© 2025"),
    ("scoop360", "Home » Russian Foreign Minister"),
    ("scoop360", "by Ayushi Veda"),
    ("scoop360", "You may also like"),
    ("scoop360", "Copyright @2022"),
    ("bbn", "LOGIN"),
    ("bbn", "by Lucas Garcia"),
    ("bbn", "• [U.S. alleges North Korea transferred munitions"),
    ("bbn", "Diplomacy key in region"),
    ("bbn", "wow! Russin foreign minstr"),
    ("bbn", "BNB – Big Big News is a news portal"),
]


@pytest.mark.parametrize(("source", "words"), FURNITURE, ids=[words for _, words in FURNITURE])
def test_page_furniture_is_no_evidence(digest: Digest, story: Story, source: str, words: str) -> None:
    assert use_of(digest, story, source, words) is Use.FURNITURE


HEADINGS = [
    ("tome", "Heading 2: Russia’s Strategic Interests in North Korea"),
    ("tome", "Heading 1: Conclusion"),
    ("informabank", "Regional and Global Reactions\n\nThe visit"),
    ("scoop360", "More About The Visit"),
    ("bbn", "Frequently Asked Questions (FAQs)"),
]


@pytest.mark.parametrize(("source", "words"), HEADINGS, ids=[words for _, words in HEADINGS])
def test_headings_are_no_claims(digest: Digest, story: Story, source: str, words: str) -> None:
    assert use_of(digest, story, source, words) is Use.HEADING


BODY_LINES = {"tome": 9, "informabank": 15, "unsigned": 8, "scoop360": 7, "bbn": 16}  # counted by eye


@pytest.mark.parametrize(("source", "lines"), BODY_LINES.items())
def test_no_line_of_the_article_is_lost(digest: Digest, story: Story, source: str, lines: int) -> None:
    """Each line of body text, answers of the FAQ included, is evidence, a repeat, or left out with a reason."""
    text = next(one for one in story.sources if one.id == source).capture.text
    kept = {Use.CLAIM, Use.REPEAT, Use.OMITTED}
    spans = [(one.start, one.end) for one in digest.coverage if one.source == source and one.use in kept]
    starts = {text.count("\n", 0, start) for start, _ in spans}
    assert len(starts) == lines


def test_nothing_of_the_faq_is_a_second_source(digest: Digest) -> None:
    for claim in digest.claims:
        assert len(claim.sources) == len(claim.supports)


def test_no_claim_is_carried_by_the_questions_of_the_faq(digest: Digest) -> None:
    assert not any(claim.text.startswith(("What ", "How has")) for claim in digest.claims)


def test_the_draft_finds_three_disagreements_and_no_other(draft: Digest) -> None:
    found = {(one.question, tuple(position.text for position in one.positions)) for one in draft.disagreements}
    assert len(found) == 3
    questions = " ".join(question for question, _ in found)
    assert "foreign minister" in questions and "munitions" in questions and "visit" in questions


def test_the_draft_quotes_both_names_of_the_foreign_minister(draft: Digest) -> None:
    (names,) = [one for one in draft.disagreements if one.kind is DisagreementKind.NAME]
    assert [position.text for position in names.positions] == ["Ri Son Gwon", "Choe Son Hui"]
    for position in names.positions:
        assert all(position.text in citation.exact for citation in position.citations)
    assert {citation.source for citation in names.positions[0].citations} == {"unsigned", "scoop360"}


def test_the_draft_has_the_denial_as_a_side_of_the_question_of_munitions(draft: Digest) -> None:
    munitions = next(one for one in draft.disagreements if "munitions" in one.question)
    sides = [" ".join(citation.exact for citation in position.citations) for position in munitions.positions]
    assert any("The White House has claimed" in side and "United States allege" in side for side in sides)
    assert any("North Korea denies these allegations" in side for side in sides)


def test_in_the_draft_the_visit_is_planned_in_two_sources_and_has_happened_in_three(draft: Digest) -> None:
    visit = next(one for one in draft.disagreements if "visit" in one.question)
    sides = [{citation.source for citation in position.citations} for position in visit.positions]
    assert sides == [{"tome", "informabank", "bbn"}, {"unsigned", "scoop360"}]


def test_what_the_white_house_claims_stays_a_claim_of_the_white_house(digest: Digest) -> None:
    claim = next(one for one in digest.claims if "1,000 containers" in one.text)
    assert (claim.kind, claim.attributed_to) == (Kind.ALLEGATION, "The White House")


def test_the_denial_stands_beside_what_it_denies(digest: Digest) -> None:
    for section in digest.sections:
        for before, after in zip(section.claims, section.claims[1:], strict=False):
            if digest.claim(after).kind is Kind.DENIAL:
                assert digest.claim(before).kind is Kind.ALLEGATION


def test_what_only_says_that_the_world_watches_is_left_out(digest: Digest, story: Story) -> None:
    assert use_of(digest, story, "informabank", "The world watches closely") is Use.OMITTED
    assert use_of(digest, story, "scoop360", "As Lavrov prepares for his visit") is Use.OMITTED


NOTICES = [
    ("tome", "no-byline", None),
    ("tome", "uncertain-date", "Friday, November 3, 2023"),
    ("tome", "template-text", "Heading 1: "),
    ("informabank", "no-byline", None),
    ("informabank", "no-date", None),
    ("informabank", "copyright-year", "2025"),
    ("unsigned", "no-headline", None),
    ("unsigned", "no-publisher", None),
    ("unsigned", "no-byline", None),
    ("unsigned", "no-date", None),
    ("scoop360", "no-date", None),
    ("scoop360", "copyright-year", "@2022"),
    ("bbn", "uncertain-date", "October 19, 2023"),
    ("bbn", "template-text", "(Insert URL here)"),
    ("bbn", "two-names", "BNB"),
    ("bbn", "repeats-itself", "Frequently Asked Questions"),
]


@pytest.mark.parametrize(("source", "code", "words"), NOTICES, ids=[f"{one}-{two}" for one, two, _ in NOTICES])
def test_each_source_bears_its_notices(digest: Digest, source: str, code: str, words: str | None) -> None:
    (notice,) = [one for one in report(digest, source).notices if one.code == code]
    assert words is None or words in (notice.quote or "")


def test_the_page_of_2025_does_not_fit_the_others(digest: Digest) -> None:
    messages = " ".join(notice.message for notice in report(digest, "informabank").notices)
    assert "The other sources are of 2023" in messages and "2025" in messages


KNOWN = [
    ("tome", "TOME", None, "2023-11-03"),
    ("informabank", "InformaBank", None, None),
    ("unsigned", None, None, None),
    ("scoop360", "Scoop360", "Ayushi Veda", None),
    ("bbn", "BBN – Big Big News", "Lucas Garcia", "2023-10-19"),
]


@pytest.mark.parametrize(("source", "publisher", "author", "published"), KNOWN)
def test_publisher_byline_and_date_are_found(
    digest: Digest, source: str, publisher: str | None, author: str | None, published: str | None
) -> None:
    known = report(digest, source).metadata
    found = [fact.value if fact else None for fact in (known.publisher, known.author, known.published)]
    assert found == [publisher, author, published]


def opened(digest: Digest) -> list[Claim]:
    """The claims in the open."""
    return [digest.claim(one) for section in digest.sections if section.id != FOLDED for one in section.claims]


def test_every_decision_of_the_editor_holds(story: Story, workings: Workings) -> None:
    assert len(story.decisions) > 100
    assert not workings.rulings.lost


def test_no_word_of_the_editor_is_unfounded(workings: Workings) -> None:
    assert not workings.rulings.unfounded
    assert not workings.rulings.holding


def test_the_entry_has_about_thirty_claims_all_in_words_of_the_editor(digest: Digest) -> None:
    found = opened(digest)
    assert 28 <= len(found) <= 36
    assert all(claim.worded for claim in found)


def test_most_claims_have_two_sources_or_more(digest: Digest) -> None:
    assert sum(len(claim.origins) > 1 for claim in opened(digest)) >= 18


def test_every_source_says_something_that_others_say(digest: Digest) -> None:
    shared = {source for claim in opened(digest) if len(claim.origins) > 1 for source in claim.sources}
    assert shared == {source.id for source in digest.sources}


def test_the_real_differences_are_shown_each_side_quoted(digest: Digest) -> None:
    assert {(one.question, tuple(side.text for side in one.positions)) for one in digest.disagreements} == {
        ("Has the visit taken place?", ("It has", "It is planned", "Foreign ministers are to meet")),
        ("When is the visit?", ("On a Thursday", "In October")),
        ("Who is North Korea’s foreign minister?", ("Ri Son Gwon", "Choe Son Hui")),
        ("Whom does Lavrov meet?", ("Kim Jong Un", "Kim and his counterpart", "His counterpart")),
        (
            "What is the visit for?",
            ("Stronger ties", "Diplomatic channels", "Influence in the region", "Regular security talks"),
        ),
        (
            "Did North Korea transfer munitions?",
            ("The United States says so", "North Korea denies it", "It delivered them"),
        ),
        ("Does Russia support the sanctions?", ("Russia has supported them", "It would ease some")),
        ("How does China see it?", ("It welcomed the dialogue", "It may see a challenge")),
    }
    assert all(side.citations for one in digest.disagreements for side in one.positions)


def test_no_passage_is_lost(digest: Digest, workings: Workings) -> None:
    """Each stands under a claim in the open or beneath one, or is left out for a reason; none under a source alone."""
    cited = {one.passage for claim in digest.claims for one in claim.citations + claim.repeats}
    assert all(passage.omit or passage.id in cited for passage in workings.passages)
    found = {claim.id for claim in opened(digest)}
    assert all(claim.id in found or claim.under in found for claim in digest.claims)


def test_what_the_editor_leaves_out_he_gives_a_reason_for(workings: Workings) -> None:
    left_out = [passage.omit for passage in workings.passages if passage.omit and "editor" in passage.omit]
    assert left_out and all(reason.startswith("left out by the editor: says ") for reason in left_out)


def test_nothing_is_printed_twice(page: StoryView) -> None:
    texts = [claim.text for claim in page.claims]
    texts += [one.text for claim in page.claims for one in claim.further if not one.text.endswith("…")]
    assert len(texts) == len(set(texts))


def test_the_entry_is_shorter_than_the_shortest_article(page: StoryView, workings: Workings) -> None:
    def length(source: str) -> int:
        (document,) = [one for one in workings.documents if one.source.id == source]
        blocks = [one for one in document.blocks if one.kind is not BlockKind.FURNITURE]
        return sum(len(document.text[block.start : block.end].split()) for block in blocks)

    assert page.words < min(length(source.id) for source in page.sources)


def test_the_summary_is_two_sentences_and_one_source_has_the_visit_still_to_come(digest: Digest) -> None:
    assert digest.summary == (
        "Russia’s foreign minister, Sergey Lavrov, visited North Korea. Moscow seeks closer ties with Pyongyang."
    )
    visit = digest.claim(digest.summary_claims[0])
    assert [(one.source, one.role) for one in visit.differing] == [("scoop360", Role.DIFFERS)]


def test_the_day_is_no_more_certain_than_the_captures_are(digest: Digest) -> None:
    assert digest.when is not None and not digest.when.certain
    assert (digest.when.first.isoformat(), digest.when.last.isoformat()) == ("2023-10-19", "2023-11-03")


def test_no_more_of_an_article_is_printed_again_than_may_be(digest: Digest) -> None:
    found = reprint(digest)
    assert all(share <= REPRINT_SHARE for share in found.shares.values())
    for claim in opened(digest):
        assert any((one.source, one.start) in found.whole for one in claim.supports), claim.text


@pytest.mark.parametrize("held_back", BODY_LINES)
def test_without_one_of_the_captures_there_is_an_entry_all_the_same(story: Story, held_back: str) -> None:
    sources = tuple(one for one in story.sources if one.id != held_back)
    without = replace(story, sources=sources, body="")
    found = pipeline.work(without)
    assert found.rulings.holding
    assert all(lost.quote.source == held_back for lost in found.rulings.lost)
    assert pipeline.finish(without, found).claims
