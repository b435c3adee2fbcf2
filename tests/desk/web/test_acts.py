"""Each act of a page writes the line that the command writes."""

from __future__ import annotations

import re
import shutil
import threading
from pathlib import Path

import pytest

from generator import cli
from generator.drafting import make_draft
from generator.editions import newest_edition
from generator.editions.store import read_hold
from generator.load.decisions import read_decisions
from tests.desk.stories import COURIER
from tests.desk.web.visiting import Page, Visitor

STORY = "/story/velm-bridge/"
OUTLINE = f"{STORY}outline/"
CAKE = "radio:bakers of Velm"


def _written(story: Path, name: str = "decisions.yaml") -> str:
    path = story / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _by_command(story: Path, *arguments: str) -> str:
    """What ``decide`` writes for the story as it was."""
    copy = story.parent.parent / "copy" / story.name
    shutil.copytree(story, copy)
    assert cli.main(["decide", str(copy), *arguments]) == 0
    return _written(copy)


def _quote(story: Path, words: str) -> str:
    """The value of the passage with these words, as pages have it."""
    draft = make_draft(story)
    quote = draft.quoting.quote(next(one for one in draft.workings.passages if words in one.text))
    assert quote is not None
    return f"{quote.source}:{quote.words}"


def _lead(story: Path, words: str) -> str:
    """The id of the claim under which the passage with these words stands."""
    draft = make_draft(story)
    wanted = next(one.id for one in draft.workings.passages if words in one.text)
    return next(claim.id for claim in draft.digest.claims if any(one.passage == wanted for one in claim.citations))


def _send(desk: Visitor, act: str, claim: str, **fields: str) -> Page:
    return desk.post(f"{STORY}claim", {"token": desk.keys.form, "claim": claim, "act": act, **fields})


@pytest.mark.parametrize("act", ["lead", "drop"])
def test_a_button_at_a_passage_rules_it(act: str, desk: Visitor, story: Path) -> None:
    passage = _quote(story, "old harbour bridge at Velm")
    expected = _by_command(story, act, passage)
    assert _send(desk, f"{act} {passage}", passage).status == 200
    assert _written(story) == expected


@pytest.mark.parametrize(("act", "words"), [("apart", "harbour bridge has been shut"), ("same", "At least 11 lorries")])
def test_a_button_sets_a_passage_beside_the_wording(act: str, words: str, desk: Visitor, story: Path) -> None:
    passage = _quote(story, words)
    expected = _by_command(story, act, _lead(story, words), passage)
    assert _send(desk, f"{act} {passage}", passage).status == 200
    assert _written(story) == expected


def test_a_button_makes_a_passage_say_more(desk: Visitor, story: Path) -> None:
    passage = _quote(story, "old harbour bridge at Velm")
    expected = _by_command(story, "detail", passage, "--of", _lead(story, "old harbour bridge at Velm"))
    assert _send(desk, f"detail {passage}", passage).status == 200
    assert _written(story) == expected


@pytest.mark.parametrize(
    ("act", "words"),
    [("text", "Bakers of Velm sell a cake."), ("section", "The town"), ("kind", "background"), ("by", "")],
)
def test_words_written_for_a_claim_are_said_of_it(act: str, words: str, desk: Visitor, story: Path) -> None:
    expected = _by_command(story, act, words, "--of", _lead(story, "bakers of Velm"))
    assert _send(desk, act, _quote(story, "bakers of Velm"), **{act: words}).status == 200
    assert _written(story) == expected


@pytest.mark.parametrize(("act", "verb"), [("merge", "same"), ("under", "detail"), ("after", "after")])
def test_a_claim_is_set_beside_another(act: str, verb: str, desk: Visitor, story: Path) -> None:
    claim, other = _lead(story, "bakers of Velm"), _lead(story, "Inspectors closed")
    given = {
        "same": ["same", other, claim],
        "detail": ["detail", claim, "--of", other],
        "after": ["after", other, "--of", claim],
    }[verb]
    expected = _by_command(story, *given)
    assert _send(desk, act, _quote(story, "bakers of Velm"), other=other).status == 200
    assert _written(story) == expected


@pytest.mark.parametrize("verb", ["brief", "summary"])
def test_a_claim_is_put_on_a_list_with_those_that_stand_there(verb: str, desk: Visitor, story: Path) -> None:
    digest = make_draft(story).digest
    stand = [
        claim.id
        for claim in digest.claims
        if (claim.in_brief if verb == "brief" else claim.id in digest.summary_claims)
    ]
    expected = _by_command(story, verb, *stand, _lead(story, "engineers' union"))
    assert _send(desk, verb, _quote(story, "engineers' union")).status == 200
    assert _written(story) == expected


@pytest.mark.parametrize("verb", ["brief", "summary"])
def test_a_claim_is_taken_off_a_list_whose_line_gives_way_to_a_new_one(verb: str, desk: Visitor, story: Path) -> None:
    for act in (verb, f"not-{verb}"):
        _send(desk, act, _quote(story, "engineers' union"))
    (decision,) = read_decisions(story)
    assert "engineers' union claimed" not in {quote.words for quote in decision.quotes}


def test_the_last_claim_of_a_list_stays_on_it(desk: Visitor, story: Path) -> None:
    (story / "decisions.yaml").write_text("- {brief: {radio: bakers of Velm}}\n", encoding="utf-8")
    page = _send(desk, "not-brief", CAKE)
    assert page.status == 422
    assert _written(story) == "- {brief: {radio: bakers of Velm}}\n"


def test_a_claim_of_its_own_is_apart_from_all_that_were_counted_with_it(desk: Visitor, story: Path) -> None:
    passage = _quote(story, "old harbour bridge at Velm")
    _send(desk, f"own {passage}", passage)
    assert [one.verb for one in read_decisions(story)] == ["apart", "apart"]
    own = next(claim for claim in make_draft(story).digest.claims if "at Velm" in claim.text)
    assert own.sources == ("gazette",)


@pytest.mark.parametrize("verb", ["drop", "keep", "furniture", "article"])
def test_words_of_a_capture_are_decided_on(verb: str, desk: Visitor, story: Path) -> None:
    expected = _by_command(story, verb, CAKE)
    fields = {"token": desk.keys.form, "words": "bakers of Velm", "act": verb}
    assert desk.post(f"{STORY}capture/radio", fields).status == 200
    assert _written(story) == expected


def test_words_that_markup_calls_no_article_are_made_a_part_of_it(desk: Visitor, story: Path) -> None:
    aside = "<aside><p>Divers went down to the third pier at noon and saw no damage there.</p></aside>"
    lines = "".join(f"<p>{line}</p>" for line in COURIER.splitlines()[2:])
    html = f"<html><body><article><h1>Velm shuts its bridge</h1>{lines}</article>{aside}</body></html>"
    (story / "captures" / "herald.html").write_text(html, encoding="utf-8")
    assert "Divers" in desk.open(f"{STORY}capture/herald/").text
    fields = {"token": desk.keys.form, "words": "Divers went down to the third pier", "act": "article"}
    assert desk.post(f"{STORY}capture/herald", fields).status == 200
    cited = [one.quote for claim in make_draft(story).digest.claims for one in claim.citations]
    assert any(one.startswith("Divers went down") for one in cited)


def test_a_reason_is_kept_with_the_decision(desk: Visitor, story: Path) -> None:
    passage = _quote(story, "bakers of Velm")
    expected = _by_command(story, "drop", passage, "--why", "says nothing")
    _send(desk, f"drop {passage}", passage, why="says nothing")
    assert _written(story) == expected


def test_a_question_is_answered_by_its_page(desk: Visitor, story: Path) -> None:
    page = desk.open(STORY)
    form = page.form("agree")
    marks = [one.get("value") for one in form.iter("input") if one.get("name") == "mark"]
    expected = _by_command(story, "agree", *marks)
    after = desk.press(page, "agree")
    assert after.status == 200
    assert _written(story) == expected
    assert f"wrote: {expected.strip()}" in after.text


def test_lines_that_are_ticked_are_meant(desk: Visitor, story: Path) -> None:
    page = desk.open(STORY)
    marks = [one.get("value") for one in page.form("drop").iter("input") if one.get("name") == "mark"]
    expected = _by_command(story, "drop", marks[1])
    desk.press(page, "drop", ticked=[marks[1]])
    assert _written(story) == expected


def test_a_contradiction_is_written_with_its_question_and_answers(desk: Visitor, story: Path) -> None:
    page = desk.open(STORY)
    marks = [one.get("value") for one in page.form("differ").iter("input") if one.get("name") == "mark"]
    sides = ["--side", "14", marks[0], "--side", "11", marks[1]]
    expected = _by_command(story, "differ", "How many lorries?", "--as", "number", *sides)
    answers = {f"answer {marks[0]}": "14", f"answer {marks[1]}": "11"}
    desk.press(page, "differ", differ="How many lorries?", **answers)
    assert _written(story) == expected


def test_what_is_right_as_it_is_is_not_asked_again(desk: Visitor, story: Path) -> None:
    page = desk.open(STORY)
    (key,) = [one.get("value") for one in page.form("ok").iter("input") if one.get("name") == "question"]
    copy = story.parent.parent / "copy" / story.name
    shutil.copytree(story, copy)
    cli.main(["decide", str(copy), "ok", key])
    after = desk.press(page, "ok")
    assert _written(story, "desk.yaml") == _written(copy, "desk.yaml") != ""
    assert key not in after.body.decode()


def test_what_was_found_right_is_asked_again_where_its_line_is_taken_out(desk: Visitor, story: Path) -> None:
    page = desk.open(STORY)
    (key,) = [one.get("value") for one in page.form("ok").iter("input") if one.get("name") == "question"]
    desk.press(page, "ok")
    desk.press(desk.open(f"{STORY}decisions/"), "ask again")
    assert _written(story, "desk.yaml") == ""
    assert key in desk.open(STORY).body.decode()


def test_a_claim_is_worded_anew_in_the_place_of_its_old_words(desk: Visitor, story: Path) -> None:
    passage = _quote(story, "bakers of Velm")
    _send(desk, "text", passage, text="The bakers sell a cake.")
    _send(desk, "text", passage, text="Bakers of Velm sell a cake.")
    (decision,) = read_decisions(story)
    assert decision.value == "Bakers of Velm sell a cake."


def test_an_act_is_taken_back_with_what_it_replaced(desk: Visitor, story: Path) -> None:
    passage = _quote(story, "bakers of Velm")
    _send(desk, "text", passage, text="The bakers sell a cake.")
    before = _written(story)
    after = _send(desk, "text", passage, text="Bakers of Velm sell a cake.")
    desk.press(after, "Take it back")
    assert _written(story) == before


def test_an_act_is_taken_back_at_its_own_story_alone(desk: Visitor, story: Path) -> None:
    shutil.copytree(story, story.parent / "another")
    passage = _quote(story, "bakers of Velm")
    after = _send(desk, f"drop {passage}", passage)
    (name,) = [one.get("value") for one in after.form("Take it back").iter("input") if one.get("name") == "done"]
    assert desk.post("/story/another/undo", {"token": desk.keys.form, "done": name}).status == 422
    assert len(read_decisions(story)) == 1


def test_a_line_is_removed_and_the_others_stay_as_they_are(desk: Visitor, story: Path) -> None:
    kept = "# mine\n- {lead: {gazette: 'two of its piers'}}  # as written\n"
    (story / "decisions.yaml").write_text(f"{kept}- {{drop: {{radio: bakers of Velm}}}}\n", encoding="utf-8")
    page = desk.open(f"{STORY}decisions/")
    desk.press(page, "remove", place=1)
    assert _written(story) == kept


def test_a_decision_over_several_lines_is_removed_whole(desk: Visitor, story: Path) -> None:
    kept = "- lead: {gazette: two of its piers}\n  why: shorter\n"
    (story / "decisions.yaml").write_text(f"{kept}- drop: {{radio: bakers of Velm}}\n  why: empty\n", encoding="utf-8")
    desk.press(desk.open(f"{STORY}decisions/"), "remove", place=1)
    assert _written(story) == kept


def test_a_claim_is_worded_anew_where_its_old_words_stand_over_several_lines(desk: Visitor, story: Path) -> None:
    (story / "decisions.yaml").write_text("- text: The bakers sell a cake.\n  of: {radio: bakers of Velm}\n", "utf-8")
    _send(desk, "text", _quote(story, "bakers of Velm"), text="Bakers of Velm sell a cake.")
    assert [one.value for one in read_decisions(story)] == ["Bakers of Velm sell a cake."]


def test_lines_are_saved_as_the_command_saves_them(desk: Visitor, story: Path) -> None:
    page = desk.open(f"{STORY}lines/")
    text = next(page.tree.iter("textarea")).text_content()
    changed = "\n".join(re.sub(r"^\S+", "drop", line) if "sell a cake" in line else line for line in text.splitlines())
    copy, file = story.parent.parent / "copy" / story.name, story.parent.parent / "lines.txt"
    shutil.copytree(story, copy)
    file.write_text(changed, encoding="utf-8")
    assert cli.main(["outline", str(copy), "--apply", str(file)]) == 0
    assert desk.press(page, "Save what is changed", lines=changed.replace("\n", "\r\n")).status == 200
    assert _written(story) == _written(copy) != ""


def test_lines_that_are_left_as_they_are_write_nothing(desk: Visitor, story: Path) -> None:
    page = desk.press(desk.open(f"{STORY}lines/"), "Save what is changed")
    assert "Nothing was changed" in page.text
    assert not (story / "decisions.yaml").exists()


@pytest.mark.parametrize("lines", ["burn c-0000 words", "", "# nothing"])
def test_lines_that_cannot_be_used_are_given_back(lines: str, desk: Visitor, story: Path) -> None:
    page = desk.press(desk.open(f"{STORY}lines/"), "Save what is changed", lines=lines)
    assert page.status == 422
    assert lines in {one.get("value") for one in page.form("Try again").iter("input")}
    assert not (story / "decisions.yaml").exists()


def test_words_that_no_source_says_are_refused_and_given_back(desk: Visitor, story: Path) -> None:
    page = _send(desk, "text", _quote(story, "bakers of Velm"), text="999 bakers of Velm sell a cake.")
    assert page.status == 422
    assert "stands in no cited quote" in page.text
    assert "999 bakers of Velm sell a cake." in {one.get("value") for one in page.form("Try again").iter("input")}
    assert not (story / "decisions.yaml").exists()


def test_what_was_refused_can_be_mended_and_sent_again(desk: Visitor, story: Path) -> None:
    page = _send(desk, "text", _quote(story, "bakers of Velm"), text="999 bakers of Velm sell a cake.")
    assert desk.press(page, "Try again", text="Bakers of Velm sell a cake.").status == 200
    assert "Bakers of Velm sell a cake." in _written(story)


def test_two_decisions_that_contradict_each_other_are_refused(desk: Visitor, story: Path) -> None:
    passage = _quote(story, "At least 11 lorries")
    _send(desk, f"same {passage}", passage)
    before = _written(story)
    page = _send(desk, f"apart {passage}", _quote(story, "Some 14 lorries"))
    assert page.status == 422
    assert "one pair is same and apart" in page.text
    assert _written(story) == before


def test_an_act_without_its_marks_says_what_is_missing(desk: Visitor, story: Path) -> None:
    page = desk.press(desk.open(STORY), "drop")
    assert page.status == 422
    assert "Tick the passages that are meant" in page.text
    assert not (story / "decisions.yaml").exists()


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("claim", {"claim": "radio:bakers of Velm", "act": "burn radio:bakers of Velm"}),
        ("claim", {"claim": "radio:no such words", "act": "brief"}),
        ("claim", {"claim": "radio:bakers of Velm", "act": "merge", "other": "c-none"}),
        ("claim", {"claim": "radio:bakers of Velm", "act": "kind", "kind": "gossip"}),
        ("claim", {"claim": "radio:bakers of Velm", "act": "drop radio:no such words"}),
        ("answer", {"question": "q-00000000", "act": "same"}),
        ("capture/radio", {"words": "no such words", "act": "drop"}),
        ("capture/radio", {"words": "bakers of Velm", "act": "text"}),
        ("undo", {"done": "00000000"}),
        ("remove", {"file": "decisions.yaml", "line": "- {drop: {radio: cake}}"}),
        ("sign", {"kind": "first", "state": "of another draft"}),
        ("hold", {"note": "We look into it."}),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(
    path: str, fields: dict[str, str], desk: Visitor, story: Path
) -> None:
    assert desk.post(f"{STORY}{path}", {"token": desk.keys.form, **fields}).status == 422
    assert sorted(one.name for one in story.iterdir()) == ["captures", "story.md"]


def test_a_story_is_signed_as_the_command_signs_it(desk: Visitor, story: Path) -> None:
    page = desk.press(desk.open(f"{STORY}sign/"), "Sign", kind="first", by="Ada Kell")
    edition = newest_edition(story)
    assert page.status == 200
    assert edition is not None
    assert (edition.mark.number, edition.mark.kind, edition.mark.by) == (1, "first", "Ada Kell")


def test_what_stands_open_is_listed_and_is_not_signed(desk: Visitor, story: Path) -> None:
    (story / "decisions.yaml").write_text("- {drop: {radio: nobody wrote this}}\n", encoding="utf-8")
    page = desk.open(f"{STORY}sign/")
    assert "It cannot be signed before this is mended" in page.text
    assert "decisions.yaml:1" in page.text
    refused = desk.press(page, "Sign", kind="first")
    assert refused.status == 422
    assert "decisions.yaml:1" in refused.text
    assert newest_edition(story) is None


def test_a_lost_decision_that_holds_nothing_is_no_reason_not_to_sign(desk: Visitor, story: Path) -> None:
    (story / "decisions.yaml").write_text("- {keep: {radio: nobody wrote this}}\n", encoding="utf-8")
    page = desk.open(f"{STORY}sign/")
    assert "It cannot be signed before this is mended" not in page.text
    assert desk.press(page, "Sign", kind="first").status == 200
    assert newest_edition(story) is not None


def test_a_draft_that_was_changed_since_its_page_was_shown_is_not_signed(desk: Visitor, story: Path) -> None:
    page = desk.open(f"{STORY}sign/")
    passage = _quote(story, "bakers of Velm")
    _send(desk, f"drop {passage}", passage)
    refused = desk.press(page, "Sign", kind="first")
    assert refused.status == 422
    assert "changed since this page was shown" in refused.text
    assert newest_edition(story) is None


def test_a_correction_without_a_note_is_refused_and_gives_back_the_name(desk: Visitor, story: Path) -> None:
    desk.press(desk.open(f"{STORY}sign/"), "Sign", kind="first")
    passage = _quote(story, "bakers of Velm")
    _send(desk, f"drop {passage}", passage)
    refused = desk.press(desk.open(f"{STORY}sign/"), "Sign", kind="corrected", by="Ada Kell")
    assert refused.status == 422
    assert b"Ada Kell" in refused.body
    edition = newest_edition(story)
    assert edition is not None
    assert edition.mark.number == 1


def test_a_signed_story_is_put_on_hold(desk: Visitor, story: Path) -> None:
    desk.press(desk.open(f"{STORY}sign/"), "Sign", kind="first")
    page = desk.press(
        desk.open(f"{STORY}sign/"), "Hold: what is published stands, with this note", note="We look into it."
    )
    hold = read_hold(story)
    assert page.status == 200
    assert hold is not None
    assert hold.note == "We look into it."


def test_a_signed_story_is_withdrawn(desk: Visitor, story: Path) -> None:
    desk.press(desk.open(f"{STORY}sign/"), "Sign", kind="first")
    button = "Withdraw: its address stays, with this note"
    page = desk.press(desk.open(f"{STORY}sign/"), button, note="None of it happened.")
    edition = newest_edition(story)
    assert page.status == 200
    assert edition is not None
    assert (edition.mark.number, edition.mark.kind, edition.mark.note) == (2, "withdrawn", "None of it happened.")


def test_two_browsers_at_once_lose_nothing(desk: Visitor, story: Path) -> None:
    words = ["bakers of Velm", "built in 1931", "ferry for cars", "Otto Falk built", "asked the engineers"]
    passages = [_quote(story, one) for one in words]
    pages: list[Page] = []

    def drop(passage: str) -> None:
        other = Visitor(desk.keys).enter()
        pages.append(_send(other, f"drop {passage}", passage))

    threads = [threading.Thread(target=drop, args=(one,)) for one in passages]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [page.status for page in pages] == [200] * len(passages)
    assert sorted(one.quotes[0].words for one in read_decisions(story)) == sorted(
        one.partition(":")[2] for one in passages
    )


def test_a_question_that_somebody_else_has_answered_says_so(desk: Visitor, story: Path) -> None:
    mine, theirs = desk.open(STORY), desk.open(STORY)
    desk.press(theirs, "agree")
    page = desk.press(mine, "same")
    assert page.status == 422
    assert "no longer open" in page.text
    assert len(read_decisions(story)) == 1


def test_what_the_commands_write_meanwhile_is_seen(desk: Visitor, story: Path) -> None:
    passage = _quote(story, "bakers of Velm")
    desk.open(OUTLINE)
    cli.main(["decide", str(story), "drop", passage])
    assert "sell a cake" not in desk.open(OUTLINE).text
    assert "bakers of Velm" in desk.open(f"{STORY}decisions/").text
