"""``review``: one key an act, each written at once, and taken back by undo."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator import cli
from generator.desk.review import Review, open_questions
from generator.desk.screen import KEYS, act_of, show_question
from generator.drafting import make_draft
from generator.errors import InputError
from generator.load.decisions import read_decisions
from generator.model import Verb
from tests.conftest import ROOT
from tests.desk.stories import make_story


class Scripted:
    """A terminal at which keys are given, and words for each time that they are asked for."""

    def __init__(self, keys: Iterable[str], words: Iterable[str] = ()) -> None:
        self._keys, self._words = iter(keys), iter(words)
        self.pages: list[str] = []
        self.said: list[str] = []
        self.given: list[str] = []
        self.opened: list[Path] = []

    def key(self) -> str:
        return next(self._keys, "")

    def page(self, text: str) -> None:
        self.pages.append(text)

    def say(self, text: str) -> None:
        self.said.append(text)

    def edit(self, text: str) -> str:
        self.given.append(text)
        words = next(self._words, None)
        if words is None:
            raise InputError("vi", "it ended with status 1", "name your program in EDITOR")
        return words

    def open(self, path: Path) -> None:
        self.opened.append(path)
        path.write_text(next(self._words), encoding="utf-8")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return make_story(tmp_path)


def _review(story: Path, keys: Iterable[str], *words: str) -> Scripted:
    terminal = Scripted(keys, words)
    Review(story, terminal).run()
    return terminal


def _keys(page: str) -> list[str]:
    """The keys of question that a page is on."""
    return re.findall(r"q-[0-9a-f]{8}", page)


def test_the_first_question_is_shown_whole_with_its_keys(story: Path) -> None:
    (page,) = _review(story, "q").pages
    question = open_questions(story, make_draft(story))[0]
    assert page == show_question(question, f"1 of {len(open_questions(story, make_draft(story)))}")
    for line in question.lines:
        shown = " ".join(page.replace("*", "").split())
        assert " ".join(line.text.split()) in shown
    assert "f differ   g agree   s same   p apart   d drop   o ok   1-2 mark" in page


def test_each_act_is_written_at_once(story: Path) -> None:
    terminal = Scripted("gq")
    written: list[int] = []

    def page(text: str) -> None:
        written.append(len(read_decisions(story)))

    terminal.page = page  # type: ignore[method-assign]
    Review(story, terminal).run()
    assert written == [0, 1]


def test_an_act_tells_what_it_wrote_and_changed_above_the_next_question(story: Path) -> None:
    pages = _review(story, "gq").pages
    assert pages[1].startswith("- {agree: [{")
    assert _keys(pages[0]) != _keys(pages[1])


def test_what_is_right_as_it_is_goes_to_desk_yaml_alone(story: Path) -> None:
    _review(story, "oq")
    assert (story / "desk.yaml").read_text(encoding="utf-8").startswith("- {ok: values, of: [")
    assert not (story / "decisions.yaml").exists()


def test_a_review_goes_on_where_the_last_one_ended(story: Path) -> None:
    first = _review(story, "ogo").pages
    second = _review(story, "q").pages
    assert _keys(second[0]) == _keys(first[3])


def test_answering_everything_ends_the_review_and_the_next_asks_nothing(story: Path) -> None:
    assert _review(story, "o" * 50).pages[-1].startswith("Nothing more is asked of this story.")
    assert _review(story, "").pages == [
        f"Nothing more is asked of this story. 0 answers, written to decisions.yaml and desk.yaml in {story}."
    ]


def test_undo_takes_back_one_act_after_another(story: Path) -> None:
    before = {path.name for path in story.iterdir()}
    terminal = _review(story, "go2duuuq")
    assert {path.name for path in story.iterdir()} == before
    assert _keys(terminal.pages[-1]) == _keys(terminal.pages[0])
    assert "taken back: - {agree:" in terminal.pages[-1]


def test_undo_of_nothing_says_so(story: Path) -> None:
    assert _review(story, "uq").pages[1].startswith("There is nothing to take back in this review.")


def test_undo_leaves_a_line_that_somebody_changed(story: Path) -> None:
    class Changing(Scripted):
        def key(self) -> str:
            key = super().key()
            if key == "u":
                path = story / "decisions.yaml"
                path.write_text(path.read_text(encoding="utf-8").replace("}\n", ", why: mine}\n"), encoding="utf-8")
            return key

    terminal = Changing("guq")
    Review(story, terminal).run()
    assert "1 lines are no longer as they were written, and stay" in terminal.pages[-1]
    assert len(read_decisions(story)) == 1


def test_what_is_skipped_waits_for_the_next_review(story: Path) -> None:
    terminal = _review(story, "kq")
    assert _keys(terminal.pages[0]) != _keys(terminal.pages[1])
    assert _keys(_review(story, "q").pages[0]) == _keys(terminal.pages[0])


def test_undo_brings_back_what_was_skipped(story: Path) -> None:
    pages = _review(story, "kuq").pages
    assert _keys(pages[2]) == _keys(pages[0])


def test_a_number_marks_a_line_and_takes_the_mark_off(story: Path) -> None:
    pages = _review(story, "22q").pages
    marked = [re.findall(r"^x (\d)", page, re.MULTILINE) for page in pages]
    assert marked == [[], ["2"], []]


def test_an_act_is_done_on_the_marked_line(story: Path) -> None:
    question = open_questions(story, make_draft(story))[0]
    _review(story, "2dq")
    (made,) = read_decisions(story)
    assert (made.verb, made.quotes) == (Verb.DROP, (question.lines[1].quote,))


def test_an_act_that_could_mean_several_lines_asks_which(story: Path) -> None:
    terminal = _review(story, "dq")
    assert terminal.said[0] == "say of which: press its number, then this key"
    assert read_decisions(story) == ()


def test_a_key_that_is_none_prints_the_keys(story: Path) -> None:
    terminal = _review(story, "zq")
    assert terminal.said[0].startswith("no key 'z' here\nf  differ: they contradict each other")
    assert len(terminal.pages) == 1


def test_a_question_mark_tells_what_each_key_does(story: Path) -> None:
    (told, _) = _review(story, "?q").said
    assert "u  undo: take back the last act of this review" in told


def test_why_tells_what_the_program_found_and_stays_at_the_question(story: Path) -> None:
    terminal = _review(story, "wq")
    assert "reported in" in terminal.said[0]
    assert len(terminal.pages) == 1


def test_words_are_written_in_the_editors_program(story: Path) -> None:
    terminal = _review(story, "fq", "How many lorries were stopped?\n14\nat least 11\n# no answer\n")
    (made,) = read_decisions(story)
    assert (made.value, [answer.text for answer in made.answers]) == (
        "How many lorries were stopped?",
        ["14", "at least 11"],
    )
    assert "# courier: Some 14 lorries" in terminal.given[0]


def test_a_wording_starts_from_the_words_that_stand_there(story: Path) -> None:
    lead = [question.ask for question in open_questions(story, make_draft(story))].index("lead")
    terminal = _review(story, "o" * lead + "rq", "The mayor has asked the engineers for a report by Friday.\n")
    assert terminal.given[0].startswith("He has asked the engineers for a report by Friday.\n# Write the claim")
    assert read_decisions(story)[0].value == "The mayor has asked the engineers for a report by Friday."


@pytest.mark.parametrize("words", ["", "# only a note\n", "How many?\n14\n"])
def test_words_that_do_not_suffice_decide_nothing_and_stay_at_the_question(words: str, story: Path) -> None:
    terminal = _review(story, "fq", words)
    assert len(terminal.pages) == 1
    assert read_decisions(story) == ()


def test_a_program_that_fails_decides_nothing(story: Path) -> None:
    terminal = _review(story, "fq")
    assert terminal.said[0] == "Not done: vi: it ended with status 1; name your program in EDITOR"


def test_a_decision_that_is_refused_is_told_and_the_question_stays(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.decide.wordings.unfounded", lambda wording, quotes: (f"nobody says {wording!r}",))
    terminal = _review(story, "fq", "How many?\n14\n12\n")
    assert "Not done:" in terminal.said[0] and "nobody says '14'" in terminal.said[0]
    assert not (story / "decisions.yaml").exists()


def _to_sources(story: Path) -> str:
    return "o" * [question.ask for question in open_questions(story, make_draft(story))].index("source")


def test_story_md_is_opened_and_read_again(story: Path) -> None:
    known = ", ".join(f"{{file: captures/{name}.txt, publisher: P, published: 2031-04-08}}"
                      for name in ("gazette", "courier", "radio"))  # fmt: skip
    terminal = _review(story, f"{_to_sources(story)}eq", f"---\ntitle: Velm\nsources: [{known}]\n---\n")
    assert terminal.opened == [story / "story.md"]
    assert "publisher or the day" not in terminal.pages[-1]


def test_a_story_md_that_cannot_be_read_is_told_and_asked_about_again(story: Path) -> None:
    terminal = _review(story, f"{_to_sources(story)}eq", "title: Velm\n")
    assert "it does not begin with front matter" in terminal.pages[-1]
    assert "publisher or the day" in terminal.pages[-1]


def test_no_two_acts_of_one_question_have_one_key(story: Path) -> None:
    for question in open_questions(story, make_draft(story)):
        assert len({KEYS[act][0] for act in question.acts}) == len(question.acts)
        assert all(act_of(question, KEYS[act][0]) is act for act in question.acts)
        assert not {KEYS[act][0] for act in question.acts} & set("kuwq?123456789")


def test_questions_of_the_seed_story_fit_a_screen_where_their_passages_allow_it() -> None:
    seed = ROOT / "content" / "stories" / "lavrov-pyongyang"
    for question in open_questions(seed, make_draft(seed)):
        page = show_question(question, "1 of 99").splitlines()
        assert max(map(len, page)) <= 80
        assert len(page) <= 24 or sum(len(line.text) + len(line.note) for line in question.lines) > 900


def test_without_a_terminal_every_question_is_printed_with_a_command_for_each_key(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["review", str(story)]) == 0
    told = capsys.readouterr().out
    queue = open_questions(story, make_draft(story))
    assert [key for key in _keys(told) if told.count(key)][::2] == [question.key for question in queue]
    assert f"g agree: python -m generator decide {story} agree 'courier:" in told


def test_the_commands_that_are_printed_run(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import shlex

    cli.main(["review", str(story)])
    printed = [line.partition(": python -m generator ")[2] for line in capsys.readouterr().out.splitlines()]
    commands = [shlex.split(line) for line in printed if line and "WORDS" not in line and "QUESTION" not in line]
    assert len(commands) > 20
    for command in commands:
        for path in ("decisions.yaml", "desk.yaml"):
            (story / path).unlink(missing_ok=True)
        assert cli.main(command) == 0, command


def test_an_answered_story_says_that_nothing_is_asked(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    while queue := open_questions(story, make_draft(story)):
        assert cli.main(["decide", str(story), "ok", *(question.key for question in queue)]) == 0
    capsys.readouterr()
    cli.main(["review", str(story)])
    assert capsys.readouterr().out == "Nothing is asked of this story.\n"


class Pty:
    """``review`` in a terminal of its own."""

    def __init__(self, story: Path, editor: str = "true") -> None:
        self._ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "dumb", "EDITOR": editor, "VISUAL": ""}
        command = [sys.executable, "-m", "generator", "review", str(story)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        )
        os.close(theirs)
        self.text = ""

    def wait_for(self, words: str) -> str:
        """What is shown until these words are; fails where they never are."""
        ends = time.monotonic() + 120
        while words not in self.text:
            assert time.monotonic() < ends, self.text
            if select.select([self._ours], [], [], 1)[0]:
                try:
                    self.text += os.read(self._ours, 65536).decode("utf-8", "replace")
                except OSError:
                    break
        assert words in self.text, self.text
        shown, _, self.text = self.text.partition(words)
        return shown

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())


def test_a_terminal_takes_keys_without_a_line_end_and_writes_at_once(story: Path) -> None:
    terminal = Pty(story)
    terminal.wait_for("? keys")
    terminal.press("g")
    terminal.wait_for("- {agree:")
    terminal.wait_for("? keys")
    assert [one.verb for one in read_decisions(story)] == [Verb.AGREE]
    terminal.press("u")
    terminal.wait_for("taken back")
    terminal.wait_for("? keys")
    assert not (story / "decisions.yaml").exists()
    terminal.press("q")
    terminal.wait_for("0 answers, written to")
    assert terminal.process.wait(60) == 0


def test_a_killed_review_loses_no_answer(story: Path) -> None:
    terminal = Pty(story)
    terminal.wait_for("? keys")
    terminal.press("g")
    terminal.wait_for("? keys")
    terminal.process.kill()
    terminal.process.wait(60)
    assert [one.verb for one in read_decisions(story)] == [Verb.AGREE]
    assert sorted(path.name for path in story.iterdir()) == ["captures", "decisions.yaml", "story.md"]


def test_an_arrow_is_one_key_and_none_of_the_numbers_in_it(story: Path) -> None:
    terminal = Pty(story)
    terminal.wait_for("? keys")
    terminal.press("\x1b[15~")
    terminal.wait_for("no key")
    terminal.press("q")
    shown = terminal.wait_for("0 answers")
    assert "x 1" not in shown
    assert terminal.process.wait(60) == 0


def test_the_program_that_editor_names_writes_the_words(story: Path, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\nprintf 'How many?\\n14\\nat least 11\\n' > \"$1\"\n", encoding="utf-8")
    program.chmod(0o755)
    terminal = Pty(story, str(program))
    terminal.wait_for("? keys")
    terminal.press("f")
    terminal.wait_for("- {differ:")
    terminal.press("q")
    terminal.wait_for("1 answers")
    assert read_decisions(story)[0].value == "How many?"
