"""decisions.yaml as it is written: each decision, and each slip with its file, its line and its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.load.decisions import read_decisions
from generator.model import Answer, Decision, Quote, Verb

A, B = '{gazette: "the pier opened"}', '{courier: "walk on the pier"}'
OPENED, WALK = Quote("gazette", "the pier opened"), Quote("courier", "walk on the pier")


def read(folder: Path, text: str) -> tuple[Decision, ...]:
    (folder / "decisions.yaml").write_text(text, encoding="utf-8")
    return read_decisions(folder)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        read(folder, text)
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix((folder / "decisions.yaml").as_posix())


def test_a_story_without_the_file_has_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path) == ()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n"])
def test_a_file_without_decisions_holds_none(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (f"{{same: [{A}, {B}]}}", Decision(Verb.SAME, 1, (OPENED, WALK))),
        (f"{{apart: [{A}, {B}], why: effect; aim}}", Decision(Verb.APART, 1, (OPENED, WALK), why="effect; aim")),
        (f"{{agree: [{A}, {B}]}}", Decision(Verb.AGREE, 1, (OPENED, WALK))),
        *((f"{{{verb}: {A}}}", Decision(verb, 1, (OPENED,)))
          for verb in (Verb.LEAD, Verb.DROP, Verb.KEEP, Verb.FURNITURE, Verb.ARTICLE)),
        *((f"{{{verb}: [{A}, {B}]}}", Decision(verb, 1, (OPENED, WALK))) for verb in (Verb.BRIEF, Verb.SUMMARY)),
        *((f"{{{verb}: words, of: {A}}}", Decision(verb, 1, (OPENED,), "words"))
          for verb in (Verb.TEXT, Verb.BY, Verb.SECTION, Verb.ASK)),
        (f"{{kind: plan, of: [{A}, {B}]}}", Decision(Verb.KIND, 1, (OPENED, WALK), "plan")),
        *((f"{{{verb}: {B}, of: {A}}}", Decision(verb, 1, (WALK,), beside=(OPENED,)))
          for verb in (Verb.ALSO, Verb.DETAIL)),
        (f"{{differs: {B}, of: {A}, as: number}}",
         Decision(Verb.DIFFERS, 1, (WALK,), beside=(OPENED,), respect="number")),
        (f"{{after: {B}, of: {A}}}", Decision(Verb.AFTER, 1, (OPENED,), beside=(WALK,))),
        (f"{{differ: \"Is it open?\", as: stance, sides: [{{say: yes, in: {A}}}, {{say: no, in: {B}}}]}}",
         Decision(Verb.DIFFER, 1, value="Is it open?", respect="stance",
                  answers=(Answer("yes", (OPENED,)), Answer("no", (WALK,))))),
        ("{origin: [gazette, courier]}", Decision(Verb.ORIGIN, 1, sources=("gazette", "courier"))),
    ],
)  # fmt: skip
def test_each_decision_is_a_line(tmp_path: Path, written: str, expected: Decision) -> None:
    assert read(tmp_path, f"- {written}\n") == (expected,)


def test_every_verb_can_be_written(tmp_path: Path) -> None:
    shown = test_each_decision_is_a_line.pytestmark[0].args[1]
    assert {expected.verb for _, expected in shown} == set(Verb)


def test_block_style_is_the_same_thing(tmp_path: Path) -> None:
    block = "- text: The pier is open.\n  of:\n    - gazette: the pier opened\n    - courier: walk on the pier\n"
    assert read(tmp_path, block) == read(tmp_path, f"- {{text: The pier is open., of: [{A}, {B}]}}\n")


def test_each_decision_knows_its_line(tmp_path: Path) -> None:
    assert [one.line for one in read(tmp_path, f"# pier\n\n- {{drop: {A}}}\n\n- keep: {B}\n")] == [3, 5]


@pytest.mark.parametrize("nobody", ["", '""', "null"])
def test_nobody_says_it_is_written_as_nothing(tmp_path: Path, nobody: str) -> None:
    assert read(tmp_path, f"- {{by: {nobody}, of: {A}}}\n")[0].value == ""


@pytest.mark.parametrize(
    ("text", "place", "problem", "remedy"),
    [
        (f"drop: {A}\n", 1, "it is not a list of decisions", "write one decision a line"),
        ("- drop\n", 1, "a decision is not written as keys", "write - {drop: "),
        (f"\n- {{dorp: {A}}}\n", 2, "unknown verb 'dorp'", "did you mean 'drop'?"),
        (f"- {{xyzzy: {A}}}\n", 1, "unknown verb 'xyzzy'", "use one of same, apart,"),
        (f"- {{lead: {A}, drop: {A}}}\n", 1, "a decision has two verbs", "write two decisions"),
        (f"- {{drop: {A}, of: {B}}}\n", 1, "unknown key 'of'", "use drop, why"),
        (f"- {{drop: {A}, drop: {B}}}\n", 1, "the key 'drop' stands twice", "keep one of them"),
        (f"- {{same: {A}}}\n", 1, "'same' has fewer than 2 quotes", "write [{one: "),
        ("- {drop: words}\n", 1, "'drop' is not a quote", "write {source: "),
        ("- {drop: }\n", 1, "'drop' is not a quote", "write {source: "),
        ("- {drop: {gazette: }}\n", 1, "'drop' is not a single value", "write it in quotes"),
        ('- {drop: {gazette: " "}}\n', 1, "'drop' is empty", "write words, or remove the decision"),
        ("- {text: The pier is open.}\n", 1, "'text' does not say of what", "add of: {source: "),
        (f"- {{detail: {A}}}\n", 1, "'detail' does not say of what", "add of: {source: "),
        (f"- {{after: [{A}, {B}], of: {A}}}\n", 1, "'after' has more than one quote", "name the one claim after"),
        (f"- {{kind: rumour, of: {A}}}\n", 1, "there is no kind 'rumour'", "use event, statement"),
        (f"- {{differs: {A}, of: {B}, as: colour}}\n", 1, "'as' names no respect: 'colour'", "use who, deed"),
        (f"- {{text: {'x ' * 600}, of: {A}}}\n", 1, "'text' has 1,199 characters", "shorten it to 1,000"),
        (f"- {{drop: {{gazette: {'x ' * 2100}}}}}\n", 1, "'drop' has 4,199 characters", "shorten it to 4,000"),
        ("- {origin: gazette}\n", 1, "'origin' names fewer than two sources", "write origin: [one, two]"),
        (f'- {{differ: "Open?", sides: [{{say: yes, in: {A}}}]}}\n', 1, "fewer than two sides", "add sides: "),
        (
            f'- {{differ: "Open?", sides: [{{say: yes}}, {{say: no, in: {B}}}]}}\n',
            1,
            "not written as say and in",
            "add",
        ),
        ("- {drop: {gazette: *a}}\n", 1, "it is not YAML: aliases", "mend the line"),
        (f"- {{drop: {A}\n", 2, "it is not YAML", "mend the line or put its value in quotes"),
    ],
)
def test_a_slip_is_told_with_its_line_and_a_remedy(
    tmp_path: Path, text: str, place: int, problem: str, remedy: str
) -> None:
    told = refused(tmp_path, text)
    assert told.startswith(f":{place}: ")
    assert problem in told
    assert remedy in told.split("; ", 1)[1]
