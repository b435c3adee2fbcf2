"""``decide``: each act from the command line, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import cli, pipeline
from generator.desk.deciding import decide
from generator.drafting import make_draft
from generator.load.decisions import read_decisions
from generator.model import Decision, Quote, Role, Verb
from tests.desk.stories import make_story

CLOSED = "radio:Inspectors closed"
KNEW = "gazette:known of the cracks"
DENIED = "courier:Mayor Ines Tarrow denied"
CAKE = "radio:bakers of Velm"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return make_story(tmp_path)


def _decide(story: Path, *arguments: str) -> int:
    return cli.main(["decide", str(story), *arguments])


def _written(story: Path) -> str:
    path = story / "decisions.yaml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["same", KNEW, CAKE], '- {same: [{gazette: "known of the cracks"}, {radio: "bakers of Velm"}]}'),
        (["apart", CLOSED, "gazette:two of its piers"],
         '- {apart: [{radio: "Inspectors closed"}, {gazette: "two of its piers"}]}'),
        (["agree", KNEW, DENIED],
         '- {agree: [{gazette: "known of the cracks"}, {courier: "Mayor Ines Tarrow denied"}]}'),
        (["lead", "gazette:two of its piers"], '- {lead: {gazette: "two of its piers"}}'),
        (["drop", CAKE, "--why", "says nothing"], '- {drop: {radio: "bakers of Velm"}, why: "says nothing"}'),
        (["keep", CAKE], '- {keep: {radio: "bakers of Velm"}}'),
        (["brief", KNEW, DENIED],
         '- {brief: [{gazette: "known of the cracks"}, {courier: "Mayor Ines Tarrow denied"}]}'),
        (["summary", CLOSED], '- {summary: {radio: "Inspectors closed"}}'),
        (["furniture", "radio:Bridge closed"], '- {furniture: {radio: "Bridge closed"}}'),
        (["article", "radio:Bridge closed"], '- {article: {radio: "Bridge closed"}}'),
        (["text", "Bakers of Velm sell a cake.", "--of", CAKE],
         '- {text: "Bakers of Velm sell a cake.", of: {radio: "bakers of Velm"}}'),
        (["kind", "background", "--of", CAKE], '- {kind: background, of: {radio: "bakers of Velm"}}'),
        (["by", "", "--of", KNEW], '- {by: null, of: {gazette: "known of the cracks"}}'),
        (["section", "The town", "--of", CAKE], '- {section: "The town", of: {radio: "bakers of Velm"}}'),
        (["also", CAKE, "--of", CLOSED], '- {also: {radio: "bakers of Velm"}, of: {radio: "Inspectors closed"}}'),
        (["detail", CAKE, "--of", CLOSED], '- {detail: {radio: "bakers of Velm"}, of: {radio: "Inspectors closed"}}'),
        (["differs", DENIED, "--of", KNEW, "--as", "stance"],
         '- {differs: {courier: "Mayor Ines Tarrow denied"}, of: {gazette: "known of the cracks"}, as: stance}'),
        (["after", CLOSED, "--of", CAKE], '- {after: {radio: "Inspectors closed"}, of: {radio: "bakers of Velm"}}'),
        (["differ", "Did the city know?", "--as", "stance", "--side", "it is said to have known", KNEW, "--side",
          "denied", DENIED],
         '- {differ: "Did the city know?", as: stance, sides: [{say: "it is said to have known", in: {gazette: "known '
         'of the cracks"}}, {say: "denied", in: {courier: "Mayor Ines Tarrow denied"}}]}'),
        (["origin", "gazette", "radio"], "- {origin: [gazette, radio]}"),
    ],
)  # fmt: skip
def test_each_verb_writes_its_line(
    arguments: list[str], line: str, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _decide(story, *arguments) == 0
    assert _written(story) == f"{line}\n"
    assert capsys.readouterr().out.startswith(f"wrote: {line}\n")


def test_every_verb_that_load_knows_but_ask_is_tried_above() -> None:
    mark = next(one for one in test_each_verb_writes_its_line.pytestmark if one.name == "parametrize")
    assert {case[0][0] for case in mark.args[1]} == set(Verb) - {Verb.ASK}


def test_a_question_is_asked_in_other_words(story: Path) -> None:
    sides = ["--side", "it is said to have known", KNEW, "--side", "it had not", DENIED]
    _decide(story, "differ", "Did the city know?", *sides)
    assert _decide(story, "ask", "What did the city know?", "--of", KNEW) == 0
    assert _written(story).endswith('- {ask: "What did the city know?", of: {gazette: "known of the cracks"}}\n')


def test_a_claim_and_a_passage_are_named_as_explain_prints_them(story: Path) -> None:
    draft = make_draft(story)
    claim = next(claim for claim in draft.digest.claims if "bakers" in claim.text)
    passage = next(one for one in draft.workings.passages if "known of the cracks" in one.text)
    assert _decide(story, "same", claim.id, passage.id) == 0
    (made,) = read_decisions(story)
    assert [quote.source for quote in made.quotes] == ["radio", "gazette"]
    assert "bakers of Velm" in made.quotes[0].words


def test_words_cut_in_the_middle_are_written_whole(story: Path) -> None:
    _decide(story, "drop", "radio:akers of Vel")
    assert _written(story) == '- {drop: {radio: "bakers of Velm"}}\n'


def test_a_sentence_that_says_two_things_is_parted(story: Path) -> None:
    assert _decide(story, "apart", "radio:closed the harbour bridge on Tuesday", "radio:after finding cracks") == 0
    texts = [one.text for one in make_draft(story).workings.passages if one.source == "radio"]
    assert "after finding cracks in its piers." in texts


def test_what_changes_in_the_draft_is_told(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {claim.id: claim for claim in make_draft(story).digest.claims}
    _decide(story, "same", KNEW, CAKE)
    told = capsys.readouterr().out.splitlines()[1:]
    gone = [line.split()[1] for line in told if line.startswith("- ")]
    changed = [line for line in told if line.startswith("~ ")]
    assert len(gone) == 1 and "bakers" in before[gone[0]].text
    assert any("2 of 3 sources" in line for line in changed)


def test_what_changes_nothing_says_so(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _decide(story, "keep", CAKE)
    assert capsys.readouterr().out.splitlines()[1] == "the draft stays as it is"


def test_a_try_writes_nothing(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _decide(story, "drop", CAKE, "--try") == 0
    assert capsys.readouterr().out.startswith("would write: - {drop:")
    assert _written(story) == ""


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["drop", "radio:never printed"], "no passage of the source says that"),
        (["drop", "radio:bakers of Olm"], "nearest is “The bakers of Velm sell"),
        (["drop", "herald:bakers"], "there is no source 'herald'; write SOURCE:words, SOURCE one of courier, gazette"),
        (["drop", "bakers"], "it names no claim and no passage"),
        (["drop", "courier:bridge"], "stands in 3 passages of courier"),
        (["drop", "c-ffffffff"], "there is no such claim; list the claims"),
        (["drop", "radio:bakers", "--of", CAKE], "--of says nothing here"),
        (["text", "They sell a cake."], "write decide STORY text WORDS --of PASSAGE"),
        (["text", "", "--of", CAKE], "the words are empty"),
        (["kind", "rumour", "--of", CAKE], "there is no kind 'rumour'; use event"),
        (["same", CAKE], "write decide STORY same PASSAGE PASSAGE"),
        (["origin", "gazette", "herald"], "there is no source 'herald'"),
        (["differ", "Why?", "--side", "one", CAKE], "write decide STORY differ QUESTION"),
        (["by", "Ada Kell", "--of", CAKE], "no capture of these passages names 'Ada Kell'"),
        (["furniture", "radio:never printed"], "radio does not say 'never printed'"),
        (["also", KNEW, "--of", CLOSED], "the words of the claim name nobody"),
    ],
)
def test_what_names_nothing_or_says_nothing_is_refused_and_not_written(
    arguments: list[str], error: str, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _decide(story, *arguments) == 2
    told = capsys.readouterr().err
    assert error in told
    assert told.count("\n") == 1
    assert _written(story) == ""


@pytest.mark.parametrize(
    ("first", "second", "error"),
    [
        (["same", KNEW, CAKE], ["apart", KNEW, CAKE], "one pair is same and apart: lines 1 and 2"),
        (["drop", CAKE], ["keep", CAKE], "one passage is dropped and kept: lines 1 and 2"),
        (["lead", "gazette:two of its piers"], ["lead", CLOSED], "one claim has two leads: lines 1 and 2"),
        (["kind", "event", "--of", CAKE], ["kind", "plan", "--of", CAKE], "lines 1 and 2"),
        (["drop", CAKE], ["drop", CAKE, "--why", "again"], "this is decided already"),
        (
            ["text", "The bakers sell a cake.", "--of", CAKE, KNEW],
            ["differ", "What?", "--side", "a cake", CAKE, "--side", "cracks", KNEW],
            "passages that differ are given one wording: lines 1 and 2",
        ),
    ],
)
def test_what_contradicts_or_repeats_a_decision_is_refused_and_not_written(
    first: list[str], second: list[str], error: str, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _decide(story, *first) == 0
    before = _written(story)
    assert _decide(story, *second) == 2
    told = capsys.readouterr().err
    assert error in told
    assert "line 2 is this one, and is not written" in told or "decided already" in told
    assert _written(story) == before


def test_words_that_no_cited_passage_says_are_refused_and_not_written(
    story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.decide.wordings.unfounded", lambda wording, quotes: ("no passage says “sour”",))
    assert _decide(story, "text", "The bakers sell a sour cake.", "--of", CAKE) == 2
    assert "no passage says “sour”; say what the cited passages say" in capsys.readouterr().err
    assert _written(story) == ""


def test_undo_takes_the_last_line_back(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _decide(story, "drop", CAKE)
    _decide(story, "same", KNEW, DENIED)
    assert _decide(story, "undo") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("taken back: - {same:")
    assert [one.verb for one in read_decisions(story)] == [Verb.DROP]
    assert _decide(story, "undo") == 0
    assert _decide(story, "undo") == 2
    assert "there is no decision to take back" in capsys.readouterr().err


def test_a_detail_stands_beneath_its_claim(story: Path) -> None:
    _decide(story, "detail", CAKE, "--of", CLOSED)
    cited = [one for claim in make_draft(story).digest.claims for one in claim.citations if "bakers" in one.exact]
    assert [one.role for one in cited] == [Role.DETAIL]


def test_an_unknown_question_is_not_answered(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _decide(story, "ok", "q-00000000") == 2
    assert "no open question 'q-00000000'" in capsys.readouterr().err
    assert not (story / "desk.yaml").exists()


def test_help_teaches_every_verb_with_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["decide", "--help"])
    told = capsys.readouterr().out
    assert "examples:" in told
    assert [verb for verb in (*Verb, "ok", "undo") if f"  {verb} " not in told and f", {verb} P" not in told
            and f"  {verb}\n" not in told] == []  # fmt: skip


def test_a_verb_that_is_none_is_told_with_those_that_there_are(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _decide(story, "frobnicate", CAKE)
    assert "(choose from 'same', 'apart', " in capsys.readouterr().err


@pytest.mark.parametrize("command", [["diff"], ["hold", "--note", "why"], ["withdraw", "--note", "why"]])
def test_a_slip_in_a_storys_name_is_no_story_that_was_never_signed(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verb, *options = command
    assert cli.main([verb, str(tmp_path / "nothing"), *options]) == 2
    assert "there is no such story folder; name a folder that holds a story.md" in capsys.readouterr().err


def test_a_decision_reads_no_capture_again(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = make_draft(story)
    for stage in ("extract", "find_metadata", "segment", "find_passages"):
        monkeypatch.setattr(pipeline, stage, None)
    made = decide(story, draft, [Decision(Verb.DROP, 0, (Quote("radio", "bakers of Velm"),), why="says nothing")]).draft
    monkeypatch.undo()
    assert made.digest == make_draft(story).digest
