"""A decision as a line of decisions.yaml: what is written is read as the same, and nothing else is touched."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.writing import add_decisions, last_decision, remove_decision, spell
from generator.errors import InputError
from generator.language.printable import printable
from generator.load.decisions import read_decisions
from generator.model import KINDS, Answer, Decision, Quote, Respect, Verb

VISIT = Decision(Verb.SAME, 0, (Quote("tome", "paid a visit"), Quote("bbn", "travelled to the north")))
DROP = Decision(Verb.DROP, 0, (Quote("bbn", "One key point"),), why='says "nothing": {really}')


def _plain(text: str) -> str:
    return " ".join(printable(text).split())


TEXTS = st.text(min_size=1, max_size=60).map(_plain).filter(bool)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,12}", fullmatch=True)
QUOTES = st.builds(Quote, IDS, TEXTS)
LISTS = st.lists(QUOTES, min_size=1, max_size=4).map(tuple)
PAIRS = st.lists(QUOTES, min_size=2, max_size=4).map(tuple)
RESPECTS = st.none() | st.sampled_from([respect.value for respect in Respect])
WHY = st.just("") | TEXTS


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """Any decision that ``load`` accepts."""
    verb = draw(st.sampled_from(Verb))
    made = Decision(verb, 0, why=draw(WHY))
    if verb is Verb.ORIGIN:
        return replace(made, sources=draw(st.lists(IDS, min_size=2, max_size=3).map(tuple)))
    if verb is Verb.DIFFER:
        answers = st.lists(st.builds(Answer, TEXTS, LISTS), min_size=2, max_size=3).map(tuple)
        return replace(made, value=draw(TEXTS), respect=draw(RESPECTS), answers=draw(answers))
    if verb in (Verb.SAME, Verb.APART, Verb.AGREE):
        return replace(made, quotes=draw(PAIRS))
    made = replace(made, quotes=draw(LISTS))
    if verb in (Verb.ALSO, Verb.DETAIL, Verb.AFTER, Verb.DIFFERS):
        respect = draw(RESPECTS) if verb is Verb.DIFFERS else None
        return replace(made, beside=draw(LISTS), respect=respect)
    if verb is Verb.KIND:
        return replace(made, value=draw(st.sampled_from(KINDS)).value)
    if verb is Verb.BY:
        return replace(made, value=draw(st.just("") | TEXTS))
    if verb in (Verb.TEXT, Verb.SECTION, Verb.ASK):
        return replace(made, value=draw(TEXTS))
    return made


@given(st.lists(decisions(), min_size=1, max_size=4))
def test_what_is_written_is_read_as_the_same(written: list[Decision]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for decision in written:
            add_decisions(Path(folder), [decision])
        read = read_decisions(Path(folder))
    assert [replace(one, line=0) for one in read] == written
    assert [one.line for one in read] == list(range(1, len(written) + 1))


@given(decisions())
def test_a_decision_is_one_line(decision: Decision) -> None:
    assert len(spell(decision).splitlines()) == 1


def test_a_line_reads_as_an_editor_would_write_it() -> None:
    assert spell(VISIT) == '- {same: [{tome: "paid a visit"}, {bbn: "travelled to the north"}]}'
    assert spell(DROP) == '- {drop: {bbn: "One key point"}, why: "says \\"nothing\\": {really}"}'
    nobody = Decision(Verb.BY, 0, (Quote("bbn", "One key point"),), "")
    assert spell(nobody) == '- {by: null, of: {bbn: "One key point"}}'


def test_a_first_decision_makes_the_file(tmp_path: Path) -> None:
    assert add_decisions(tmp_path, [VISIT]) == (spell(VISIT),)
    assert (tmp_path / "decisions.yaml").read_text(encoding="utf-8") == f"{spell(VISIT)}\n"


@pytest.mark.parametrize(
    "old",
    [
        "# mine\n- {drop: {a: one}}   # sure\n\n# more to come\n",
        "- drop: {a: one}\n  why: 'it is'",
        "- {drop: {a: one}}\r\n# so\r\n",
        "# nothing yet\n",
    ],
)
def test_lines_and_comments_that_stand_there_stay_byte_for_byte(old: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(old.encode())
    add_decisions(tmp_path, [VISIT])
    assert path.read_bytes().startswith(old.encode())
    assert remove_decision(tmp_path, spell(VISIT))
    assert path.read_bytes().rstrip() == old.encode().rstrip()


def test_line_ends_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(b"- {drop: {a: one}}\r\n")
    add_decisions(tmp_path, [VISIT])
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n") == 2


@pytest.mark.parametrize("old", ["[{drop: {a: one}}]\n", "  - {drop: {a: one}}\n", "- {drop: {a: one}}\n...\n"])
def test_a_file_to_which_no_line_can_be_added_is_refused_and_kept(old: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(old, encoding="utf-8")
    with pytest.raises(InputError, match="no line can be added to it; write it as one decision a line"):
        add_decisions(tmp_path, [VISIT])
    assert path.read_text(encoding="utf-8") == old
    assert [one.name for one in tmp_path.iterdir()] == ["decisions.yaml"]


def test_a_line_is_taken_back_and_what_is_alike_before_it_stays(tmp_path: Path) -> None:
    add_decisions(tmp_path, [VISIT, DROP, VISIT])
    assert remove_decision(tmp_path, spell(VISIT))
    assert [one.verb for one in read_decisions(tmp_path)] == [Verb.SAME, Verb.DROP]


def test_a_file_without_a_line_is_taken_away(tmp_path: Path) -> None:
    add_decisions(tmp_path, [VISIT])
    remove_decision(tmp_path, spell(VISIT))
    assert list(tmp_path.iterdir()) == []


def test_a_line_that_somebody_changed_is_not_taken_back(tmp_path: Path) -> None:
    add_decisions(tmp_path, [VISIT])
    assert not remove_decision(tmp_path, spell(DROP))
    assert len(read_decisions(tmp_path)) == 1


def test_the_last_decision_is_found_below_comments(tmp_path: Path) -> None:
    assert last_decision(tmp_path) == ""
    add_decisions(tmp_path, [VISIT, DROP])
    with (tmp_path / "decisions.yaml").open("a", encoding="utf-8") as file:
        file.write("# done\n")
    assert last_decision(tmp_path) == spell(DROP)


def test_a_link_is_followed_and_the_rights_of_the_file_stay(tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_text("- {drop: {a: one}}\n", encoding="utf-8")
    real.chmod(0o640)
    story = tmp_path / "story"
    story.mkdir()
    (story / "decisions.yaml").symlink_to(real)
    add_decisions(story, [VISIT])
    assert (story / "decisions.yaml").is_symlink()
    assert (real.stat().st_mode & 0o777, len(read_decisions(story))) == (0o640, 2)
