"""What pages show, decided before any markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.edits import QUOTE, SPEAKER, WHO
from generator.model import (
    FOLDED,
    Digest,
    Disagreement,
    DisagreementKind,
    Edit,
    Kind,
    Position,
    Role,
    Section,
    SourceReport,
    Use,
    When,
)
from generator.site import addresses, lists, words
from generator.site.markup import render
from generator.site.reprint import reprint
from generator.site.source_page import source_pages
from generator.site.sources import source_views
from generator.site.story import story_view
from generator.site.structured import news_article
from generator.site.views import ClaimView, SourcePage, StoryView
from tests.factories import CLOSED, cite, claims, digest, led


def shown(story: Digest) -> StoryView:
    return story_view(story, reprint(story))


def pages(story: Digest) -> tuple[SourcePage, ...]:
    found = reprint(story)
    return source_pages(story, story_view(story, found), found)


def claim(view: StoryView, claim_id: str) -> ClaimView:
    (found,) = [claim for claim in view.claims if claim.id == claim_id]
    return found


def copied(source: SourceReport) -> SourceReport:
    return replace(source, origin="gazette", copied_share=0.83) if source.id == "courier" else source


def test_a_story_names_its_outlets_in_one_line() -> None:
    assert shown(digest()).outlets == "Velm Gazette, Coast Courier and Radio <b>Five</b>"


def test_the_minutes_to_read_are_those_of_the_open_part() -> None:
    view = shown(digest())
    assert (view.words, view.minutes) == (100, 1)


def test_an_uncertain_day_is_told_as_such_and_says_what_it_rests_on() -> None:
    when = When(date(2031, 4, 1), date(2031, 4, 8), "between 1 and 8 April 2031", False, "1 April: a comment")
    view = shown(replace(digest(), when=when))
    assert (view.date, view.iso, view.basis) == ("Between 1 and 8 April 2031", "", "1 April: a comment")


def test_a_copy_is_counted_as_a_source_but_not_as_an_origin() -> None:
    story = digest()
    closed = replace(story.claims[0], origins=("gazette", "radio<b>"))
    view = shown(replace(story, sources=tuple(map(copied, story.sources)), claims=(closed, *story.claims[1:])))
    assert claim(view, "c-closed").tally == "3 of 3, 2 independent"
    assert view.sources[1].copies == "83 % of it also stands in Velm Gazette; the two count as one origin."


def test_a_claim_that_one_of_several_sources_reports_is_marked_as_such() -> None:
    view = shown(digest())
    assert claim(view, "c-planned").single
    assert not claim(view, "c-closed").single


def test_a_claim_of_copies_alone_is_single() -> None:
    story = digest()
    both = replace(story.claims[3], citations=(*story.claims[3].citations, cite("gazette", "Old bridge")),
                   origins=("gazette",))  # fmt: skip
    view = shown(replace(story, claims=(*story.claims[:3], both, *story.claims[4:])))
    assert claim(view, "c-planned").single


def test_a_story_of_one_source_marks_nothing_as_single() -> None:
    story = digest()
    only = tuple(claim for claim in story.claims if claim.sources == ("gazette",))
    view = shown(
        replace(story, sources=story.sources[:1], claims=only, disagreements=(), summary_claims=(),
                coverage=tuple(entry for entry in story.coverage if entry.source == "gazette"),
                sections=(Section("what-was-said", "What was said", tuple(claim.id for claim in only)),))
    )  # fmt: skip
    assert [claim.single for claim in view.claims] == [False, False]
    assert [claim.tally for claim in view.claims] == ["", ""]


@pytest.mark.parametrize(
    ("kind", "label"),
    [(Kind.EVENT, ""), (Kind.STATEMENT, ""), (Kind.BACKGROUND, ""), (Kind.ALLEGATION, "alleged"),
     (Kind.DENIAL, "denied"), (Kind.PLAN, "planned"), (Kind.ASSESSMENT, "assessment")],
)  # fmt: skip
def test_only_what_is_not_plain_fact_is_labelled(kind: Kind, label: str) -> None:
    story = digest()
    first = replace(story.claims[0], kind=kind)
    assert claim(shown(replace(story, claims=(first, *story.claims[1:]))), "c-closed").label == label


@pytest.mark.parametrize(
    ("edit", "note"),
    [
        (Edit("lead-in", "However, t", "T"), "“However,” was left out."),
        (Edit("pronoun", "He", "[Lane]"), "“[Lane]” stands for “He”."),
        (Edit("capital", "t", "T"), ""),
        (Edit("part", ",", "."), "The sentence goes on in the source."),
        (Edit(WHO, "afe,” he said.", "afe,” [Lane] said."), "“[Lane]” stands for “he” or “she”."),
        (Edit(SPEAKER, "", "Ada Kell: "), "“Ada Kell” was put before the words, to say whose they are."),
        (
            Edit(QUOTE, "They left.", "“They left.”"),
            "These words are a part of a longer quotation in the source, and were given its quotation marks.",
        ),
    ],
)
def test_evidence_says_how_the_wording_differs(edit: Edit, note: str) -> None:
    story = digest()
    first = replace(story.claims[0], edits=(edit,))
    assert claim(shown(replace(story, claims=(first, *story.claims[1:]))), "c-closed").note == note


def test_evidence_is_shown_with_the_marks_of_the_quotation_it_is_part_of() -> None:
    story = digest()
    first = story.claims[0].citations[0]
    torn = replace(first, before="He said: “It rained.", shown=f"“{first.quote}”", after="They left,” he said.")
    changed = replace(story, claims=(replace(story.claims[0], citations=(torn,)), *story.claims[1:]))

    (quote,) = claim(shown(changed), story.claims[0].id).quotes
    assert quote.before == "He said: “It rained.”"
    assert quote.quote == f"“{first.quote}”"
    assert quote.after == "“They left,” he said."


def test_a_claim_that_is_disputed_gives_the_other_side_in_a_few_words() -> None:
    view = shown(digest())
    disputed = {claim.id: claim.dispute.text for claim in view.claims if claim.dispute}
    assert disputed == {"c-lorries": "Radio <b>Five</b>: 60", "c-sixty": "Velm Gazette: 40"}


def test_the_summary_as_text_gives_the_other_side_of_what_is_disputed() -> None:
    told = shown(replace(digest(), summary_claims=("c-lorries",))).told
    assert told.endswith("(Radio <b>Five</b>: 60)")


def test_the_summary_as_text_gives_what_differs_from_it() -> None:
    story = digest()
    against = replace(cite("radio<b>", SIXTY), role=Role.DIFFERS, wording=SIXTY)
    first = replace(story.claims[0], citations=(*story.claims[0].citations, against))
    told = shown(replace(story, claims=(first, *story.claims[1:]), summary_claims=(first.id,))).told
    assert told == f"{CLOSED} (Radio <b>Five</b>: {SIXTY})"


def test_two_sides_of_one_question_answer_each_other_in_the_summary() -> None:
    told = shown(replace(digest(), summary_claims=("c-lorries", "c-sixty"))).told
    assert "(" not in told


def test_what_tells_beside_something_else_that_a_thing_was_done_is_not_disputed() -> None:
    story = digest()
    done = replace(story.disagreements[0].positions[0],
                   citations=(cite("gazette", CLOSED), *story.disagreements[0].positions[0].citations))  # fmt: skip
    status = replace(story.disagreements[0], kind=DisagreementKind.STATUS,
                     positions=(done, story.disagreements[0].positions[1]))  # fmt: skip
    view = shown(replace(story, disagreements=(status,)))
    assert claim(view, "c-lorries").dispute is None
    assert claim(view, "c-closed").dispute


def test_words_of_the_editor_are_disputed_only_where_all_of_their_passages_answer_so() -> None:
    story = digest()
    lorries, sixty = (next(one for one in story.claims if one.id == name) for name in ("c-lorries", "c-sixty"))
    crossed = replace(lorries, text="Lorries had crossed it.", worded=True, origins=("gazette", "radio<b>"),
                      citations=(*lorries.citations, replace(sixty.citations[0], role=Role.SUPPORT)))  # fmt: skip
    both = replace(story, claims=tuple(crossed if one is lorries else one for one in story.claims))
    alone = tuple(replace(one, worded=True) if one is lorries else one for one in story.claims)
    assert claim(shown(both), "c-lorries").dispute is None
    assert claim(shown(replace(story, claims=alone)), "c-lorries").dispute


def test_claims_are_numbered_in_the_order_of_the_page() -> None:
    view = shown(digest())
    assert [claim.number for claim in view.claims] == [1, 2, 3, 4, 5, 6, 7]


def test_what_the_summary_tells_is_not_told_again() -> None:
    view = shown(digest())
    assert [claim.id for claim in view.summary] == ["c-closed"]
    assert "c-closed" not in [claim.id for section in view.sections for claim in section.claims]


def test_a_quote_that_its_claim_prints_is_not_printed_again() -> None:
    told = [quote.told for quote in claim(shown(digest()), "c-closed").quotes]
    assert told == [True, False, False]


def folded() -> Digest:
    """The digest with what was said folded: one claim beneath another, the rest by source."""
    story = digest()
    sections = (Section("what-happened", "What happened", ("c-closed", "c-planned", "c-fourth")),
                Section(FOLDED, "Also reported", ("c-warned", "c-denied", "c-lorries", "c-sixty")))  # fmt: skip
    below = tuple(replace(one, under="c-planned") if one.id == "c-warned" else one for one in story.claims)
    return replace(story, sections=sections, claims=below, disagreements=())


def test_what_is_folded_beneath_a_claim_stands_there_and_the_rest_by_its_source() -> None:
    view = shown(folded())
    assert [one.id for one in claim(view, "c-planned").further] == ["c-warned"]
    assert [(rest.source.id, [one.id for one in rest.items]) for rest in view.rest] == [
        ("gazette", ["c-lorries", "c-denied"]),
        ("radio<b>", ["c-sixty"]),
    ]
    assert view.rest[0].title == "What else Velm Gazette says, 2 statements"


def test_no_more_of_an_article_is_printed_than_its_share() -> None:
    found = reprint(folded(), share=0.5)
    assert found.shares["gazette"] <= 0.5
    view = story_view(folded(), found)
    assert [one.text for one in view.rest[0].items] == [
        "The port authority said that …",
        "Mayor Ines Tarrow denied that …",
    ]
    assert [one.names for one in view.rest[0].items] == ["sentence 2", "sentence 3"]


def test_what_stands_in_the_open_is_printed_whole_whatever_its_share() -> None:
    found = reprint(folded(), share=0.0)
    assert ("gazette", folded().claims[0].citations[0].start) in found.whole
    assert found.shares["gazette"] > 0.3


def test_of_the_passages_behind_words_of_the_editor_one_is_printed_where_there_is_room() -> None:
    story = folded()
    worded = replace(story, claims=tuple(replace(one, worded=True) for one in story.claims))
    assert not reprint(worded, share=0.0).whole
    found = reprint(worded, share=0.5)
    assert all(share <= 0.5 for share in found.shares.values())
    closed = next(one for one in worded.claims if one.id == "c-closed")
    assert any((one.source, one.start) in found.whole for one in closed.supports)


def test_the_first_words_of_a_folded_statement_name_its_speaker_once() -> None:
    story = folded()
    (warned,) = [one for one in story.claims if one.id == "c-warned"]
    said = replace(warned, text="The engineers' union: The city of Velm was warned in spring.",
                   attributed_to="The engineers' union", edits=())  # fmt: skip
    story = replace(story, claims=tuple(said if one is warned else one for one in story.claims))
    (beneath,) = claim(story_view(story, reprint(story, share=0.0)), "c-planned").further
    assert beneath.text == "The engineers' union: The city of Velm was …"


def test_an_apostrophe_among_the_first_words_of_a_statement_is_no_quotation_mark() -> None:
    story = folded()
    (warned,) = [one for one in story.claims if one.id == "c-warned"]
    said = replace(warned, text="Velm’s engineers warned the city in spring.", attributed_to=None, edits=())
    story = replace(story, claims=tuple(said if one is warned else one for one in story.claims))
    (beneath,) = claim(story_view(story, reprint(story, share=0.0)), "c-planned").further
    assert beneath.text == "Velm’s engineers warned the city …"


def test_the_first_sections_stand_before_the_differences_as_long_as_several_sources_say_most_of_them() -> None:
    story = digest()
    sections = (Section("closure", "The closure", ("c-closed",)),
                Section("lorries", "Lorries", ("c-lorries", "c-sixty")))  # fmt: skip
    view = shown(replace(story, sections=sections, summary_claims=()))
    assert [section.id for section in view.shared] == ["closure"]
    assert [section.id for section in view.single] == ["lorries"]


def test_a_source_page_holds_back_what_the_story_does_not_print_unless_it_is_a_preview() -> None:
    story = folded()
    found = reprint(story, share=0.0)
    view = story_view(story, found)
    (held, _, _), (whole, _, _) = (source_pages(story, view, found, preview) for preview in (False, True))
    assert held.passages[1].quote.quote == "The port authority said that 40 …"
    assert whole.passages[1].quote.quote.endswith("crossed it that morning.")


def test_what_differs_from_a_claim_is_printed_in_its_own_wording() -> None:
    story = digest()
    against = replace(cite("radio<b>", SIXTY), role=Role.DIFFERS, wording=SIXTY)
    lorries = next(one for one in story.claims if one.id == "c-lorries")
    more = replace(lorries, citations=(*lorries.citations, against))
    view = shown(replace(story, claims=tuple(more if one is lorries else one for one in story.claims)))
    (one,) = claim(view, "c-lorries").against
    assert (one.quote.wording, one.quote.told) == (SIXTY, True)
    assert claim(view, "c-lorries").dispute is None


def test_many_names_give_way_to_a_number() -> None:
    sources = tuple(replace(digest().sources[0], id=name, origin=name) for name in ("a", "b", "c", "d", "e"))
    citations = tuple(replace(cite("gazette", "Old bridge"), source=source.id) for source in sources)
    first = replace(claims()[0], citations=led(*citations), origins=())
    view = shown(replace(digest(), sources=sources, claims=(first,), sections=(), disagreements=(), coverage=()))
    assert view.claims[0].names == "Velm Gazette (1), Velm Gazette (2) and 3 more"


def test_a_source_without_a_publisher_is_an_unsigned_page() -> None:
    unnamed = replace(digest().sources[0], metadata=replace(digest().sources[0].metadata, publisher=None))
    changed = replace(digest(), sources=(unnamed, *digest().sources[1:]))
    source = source_views(changed)["gazette"]
    assert (source.name, source.heading) == ("an unsigned page", "An unsigned page")
    assert shown(changed).outlets == "Coast Courier, Radio <b>Five</b> and an unsigned page"
    assert "unsigned" not in news_article(shown(changed), "Site", "https://a.example")


def test_a_strip_covers_the_capture_and_says_its_shares() -> None:
    strip = shown(digest()).sources[0].strip
    assert [part.use for part in strip.stretches] == ["furniture", "heading", "claim", "omitted"]
    assert strip.stretches[0].x == 0
    assert strip.stretches[-1].x + strip.stretches[-1].width == 1000
    assert strip.text.startswith("69 % became claims, 13 % left out")


def test_a_source_page_names_the_claims_that_rest_on_each_passage() -> None:
    page = pages(digest())[1]
    assert [[(use.label, use.claim) for use in passage.uses] for passage in page.passages] == [
        [("Says what it says:", "claim 1")],
        [("The words of", "claim 3")],
        [("The words of", "claim 2")],
    ]
    assert page.cite == "(Jon Addel, Coast Courier)"


def test_how_to_cite_a_quotation_gives_author_source_and_day_and_not_the_quote_again() -> None:
    page = pages(digest())[0]
    assert page.cite == "(Mara Quill, Velm Gazette, 8 April 2031)"


def test_structured_data_cannot_end_its_script_element() -> None:
    view = replace(shown(digest()), title="</script><!-- & \u2028")
    text = news_article(view, "Site", "https://a.example")
    assert not set("<>&\u2028") & set(text)


def test_a_story_knows_what_came_after_and_before_it() -> None:
    stories = tuple(shown(digest(slug)) for slug in "abc")
    assert [(n and n.slug, o and o.slug) for n, o in lists.neighbours(stories)] == [
        (None, "b"),
        ("a", "c"),
        ("b", None),
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//a.example", "http://", "https://a b.example"]
)
def test_only_ordinary_web_addresses_become_links(url: str) -> None:
    assert addresses.web(url) == ""


def test_marks_that_no_address_may_hold_are_encoded() -> None:
    assert addresses.web('https://a.example/b"<c>`d{e}|f\\g^') == "https://a.example/b%22%3Cc%3E%60d%7Be%7D%7Cf%5Cg%5E"


@pytest.mark.parametrize("url", ['https://a"b.example/', "https://a<b>.example/", "https://a.example\\b"])
def test_an_address_whose_host_holds_such_marks_is_no_link(url: str) -> None:
    assert addresses.web(url) == ""


def test_two_identifiers_never_share_an_address() -> None:
    names = ["a", "a b", "a~20b", "a/b", "..", ".", "ä", "a_b"]
    assert len({addresses.safe(name) for name in names}) == len(names)
    assert not [name for name in names if addresses.safe(name) in (".", "..") or "/" in addresses.safe(name)]


def test_a_long_quote_is_found_by_its_first_and_last_words() -> None:
    words_ = "one two three four five six seven eight nine ten eleven-twelve"
    assert addresses.text_fragment("https://a.example/x#y", words_) == (
        "https://a.example/x#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven%2Dtwelve"
    )


@pytest.mark.parametrize(
    ("part", "shown"), [(0.0, "0 %"), (0.004, "under 1 %"), (0.5, "50 %"), (0.999, "over 99 %"), (1.0, "100 %")]
)
def test_a_share_is_shown_as_nothing_or_all_only_where_it_is(part: float, shown: str) -> None:
    assert words.ENGLISH.share(part) == shown


def test_text_for_a_page_has_no_characters_that_reorder_it() -> None:
    assert words.printable("a\u202eb\x00c \n d") == "abc d"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>"]
)
def test_an_editors_markdown_cannot_make_scripts(text: str) -> None:
    html = render(text, "x", "page.md", 1)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_a_repeat_stands_apart_from_the_citations_and_counts_for_nothing() -> None:
    original = digest()
    denied = next(claim for claim in original.claims if claim.id == "c-denied")
    again = replace(denied, repeats=(cite("gazette", "People in the town will be watching closely."),))
    story = replace(original, claims=tuple(again if c is denied else c for c in original.claims))
    one = claim(shown(story), "c-denied")
    assert (one.repeats, len(one.quotes), one.tally) == (1, 1, "1 of 3")
    assert pages(story)[0].passages[-1].uses[0].label == "Says again"


def test_a_name_leads_to_every_story_about_it_where_there_are_several() -> None:
    one = shown(replace(digest("a"), actors=("Orm",)))
    two = shown(replace(digest("b"), actors=("Orm", "Velm")))
    found = [(person.name, [story.slug for story in stories]) for person, stories in lists.actors((one, two))]
    assert found == [("Orm", ["a", "b"])]


def test_a_list_of_a_name_stays_when_one_of_two_stories_names_it_no_more() -> None:
    one = shown(replace(digest("a"), actors=("Orm",)))
    two = shown(replace(digest("b"), actors=(), former=(("actor", "Orm"),)))
    found = [(person.name, [story.slug for story in stories]) for person, stories in lists.actors((one, two))]
    assert found == [("Orm", ["a", "b"])]


def differing(kind: DisagreementKind, *exact: tuple[str, str]) -> str:
    """The label of a disagreement of this kind on two quotes of the invented captures."""
    (given,) = digest().disagreements
    positions = tuple(
        replace(position, citations=(cite(*quote),)) for position, quote in zip(given.positions, exact, strict=True)
    )
    view = shown(replace(digest(), disagreements=(replace(given, kind=kind, positions=positions),)))
    return view.disagreements[0].label


WARNED = ("courier", "According to the engineers' union, the city was warned in spring.")
SIXTY = "Some 60 lorries had crossed that morning, the drivers' association said."
DENIED = ("gazette", "Mayor Ines Tarrow denied that the city had been warned in spring.")
FORTY = ("gazette", "The port authority said that 40 lorries had crossed it that morning.")


def test_a_claim_against_its_denial_is_labelled_so() -> None:
    assert differing(DisagreementKind.STANCE, WARNED, DENIED) == "Claimed and denied"


def test_opposed_accounts_without_a_denial_are_not_labelled_as_one() -> None:
    assert differing(DisagreementKind.STANCE, WARNED, FORTY) == ""


def test_what_is_planned_here_and_done_there_is_labelled_so() -> None:
    assert differing(DisagreementKind.STATUS, DENIED, FORTY) == "Planned or done"


def test_of_two_questions_the_claim_is_disputed_in_the_one_that_its_words_answer() -> None:
    made = digest()
    said = made.claims[0]
    other = next(one for one in made.claims if one.citations[0].source != said.citations[0].source)

    def asked(name: str, own: str, against: str) -> Disagreement:
        sides = (Position(own, said.citations[:1]), Position(against, other.citations[:1]))
        return Disagreement(name, DisagreementKind.NAME, f"{name}?", sides)

    answer = " ".join(said.text.split()[:3])
    questions = (asked("d-far", "elsewhere", "nowhere"), asked("d-near", answer, "somebody else"))
    claims = (replace(said, citations=said.citations[:1], worded=False), *made.claims[1:])
    view = shown(replace(made, claims=claims, disagreements=questions))
    (found,) = [one for one in view.claims if one.text == said.text]
    assert found.dispute is not None
    assert "somebody else" in found.dispute.text


def test_how_an_entry_was_made_tells_what_was_left_out_where_something_was() -> None:
    every = digest()
    none = replace(every, coverage=tuple(one for one in every.coverage if one.use is not Use.OMITTED))
    assert "left out, " in shown(every).how[0]
    assert "left out, " not in shown(none).how[0]
