"""Editions: what is published is what was signed, whatever becomes of captures, decisions, program and machine."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator import build, cli, pipeline
from generator.compose import choosing
from generator.desk import signing, status
from generator.desk.signing import put_on_hold, sign, withdraw
from generator.desk.status import story_status
from generator.drafting import make_draft
from generator.editions import store
from generator.editions.store import newest_edition, read_edition, read_editions, read_hold
from generator.errors import HeldError, InputError
from generator.model import EditionKind
from tests.deciding import decide, write_story

AT = datetime(2031, 5, 5, 9, 30, tzinfo=UTC)
ADDRESS = "https://news.example"
FIRST, UPDATED, CORRECTED, REFILED = (
    EditionKind.FIRST, EditionKind.UPDATED, EditionKind.CORRECTED, EditionKind.REFILED
)  # fmt: skip
DROP_BAND = 'drop: {gazette: "a band played"}'
LOST = 'drop: {gazette: "wholly other words"}'
NOTE = "The band is not certain."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story of the content folder, not signed."""
    pages = tmp_path / "content/pages"
    pages.mkdir(parents=True)
    (pages / "method.md").write_text("---\ntitle: Method\n---\nHow this is made.\n")
    return write_story(tmp_path / "content/stories/pier")


@pytest.fixture
def signed(story: Path) -> Path:
    sign(story, FIRST, AT, by="Ada Kell")
    return story


def later(hours: int = 1) -> datetime:
    return AT + timedelta(hours=hours)


def again(folder: Path, *decisions: str, kind: EditionKind = CORRECTED, note: str = NOTE) -> None:
    """One edition more, after these decisions."""
    decide(folder, *decisions)
    sign(folder, kind, later(), note)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def site(folder: Path, *options: str) -> dict[str, bytes]:
    """The files of the site, built for publication, of the content folder that holds this story."""
    output = folder.parents[2] / "output"
    status = build.main(["--content", str(folder.parents[1]), "--output", str(output), "--publish",
                         "--siteurl", ADDRESS, *options])  # fmt: skip
    assert status == 0
    return files(output)


def test_the_same_editions_give_the_same_bytes(signed: Path) -> None:
    assert site(signed) == site(signed)


def test_another_program_changes_no_byte_of_a_published_site(signed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = site(signed)
    monkeypatch.setattr(choosing, "OPEN_LEAST", 1)
    monkeypatch.setattr(choosing, "WORDS_SHARE", 0.01)
    monkeypatch.setattr(pipeline, "find_differences", lambda *_: ((), ()))
    monkeypatch.setattr(store, "program_hash", lambda: "another")
    assert pipeline.build(signing.make_draft(signed).story) != newest_edition(signed)
    assert site(signed) == before


def test_a_published_site_asks_the_pipeline_for_nothing(signed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "work", _fail)
    site(signed)


def test_what_is_in_the_folder_and_not_signed_is_not_published(signed: Path) -> None:
    before = site(signed)
    decide(signed, DROP_BAND)
    (signed / "captures/radio.txt").unlink()
    (signed / "story.md").write_text("no front matter at all")
    assert site(signed) == before


def test_a_story_that_nobody_signed_is_named_and_left_out(signed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_story(signed.parent / "draft")
    made = site(signed)
    assert not [name for name in made if name.startswith("stories/draft/")]
    assert "Not signed, and left out (1):\n  draft\n" in capsys.readouterr().out


def test_a_story_that_nobody_signed_is_published_as_unread_where_that_is_wanted(story: Path) -> None:
    made = site(story, "--unsigned")
    assert b"No editor has read this yet." in made["stories/pier/index.html"]


def test_where_nothing_is_signed_there_is_nothing_to_publish(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(AssertionError):
        site(story)
    assert "no story is signed, so that there is nothing to publish; sign one: " in capsys.readouterr().err


def test_a_story_that_lost_a_decision_stays_at_its_edition_while_the_others_are_built(
    signed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_story(signed.parent / "other", front="title: The other pier\ndate: 2031-05-04\n")
    write_story(signed.parent / "unsigned", LOST, front="title: Nobody signed it\ndate: 2031-05-04\n")
    decide(signed, LOST)
    output = signed.parents[2] / "preview"
    assert build.main(["--content", str(signed.parents[1]), "--output", str(output)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [("pier/decisions.yaml:1: " in one, "unsigned/decisions.yaml:1: " in one) for one in told] == [
        (False, True), (True, False)
    ]  # fmt: skip
    assert told[1].endswith("[pier stays at its last edition]")
    made = files(output)
    assert b"This is edition 1: the draft cannot be shown" in made["stories/pier/index.html"]
    assert "stories/other/index.html" in made
    assert "stories/unsigned/index.html" not in made


@pytest.mark.parametrize("decisions", [
    (LOST,),
    ('text: "The pier opened on Friday.", of: {gazette: "The pier of Orm opened"}',),
    ('by: "the fire brigade", of: {gazette: "cut the ribbon"}',),
])  # fmt: skip
def test_a_story_of_which_something_stands_open_is_not_signed(story: Path, decisions: tuple[str, ...]) -> None:
    decide(story, *decisions)
    with pytest.raises(HeldError) as caught:
        sign(story, FIRST, AT)
    (finding,) = caught.value.findings
    assert finding.startswith(f"{(story / 'decisions.yaml').as_posix()}:1: ")
    assert not (story / "editions").exists()


def test_all_that_stands_open_is_listed(story: Path) -> None:
    text = 'text: "The pier opened on Friday.", of: {gazette: "The pier of Orm opened"}'
    write_story(story, LOST, text, body="A sentence that cites nothing.\n")
    with pytest.raises(HeldError) as caught:
        sign(story, FIRST, AT)
    assert len(caught.value.findings) == 3


@pytest.mark.parametrize(
    ("kind", "note", "problem"),
    [
        (UPDATED, NOTE, "there is no edition that could be updated; sign it --as first"),
        (CORRECTED, NOTE, "there is no edition that could be corrected; sign it --as first"),
        (REFILED, "", "there is no edition that could be refiled; sign it --as first"),
    ],
)
def test_nothing_can_be_changed_before_it_was_published(
    story: Path, kind: EditionKind, note: str, problem: str
) -> None:
    with pytest.raises(InputError, match=problem):
        sign(story, kind, AT, note)


@pytest.mark.parametrize(
    ("kind", "note", "problem"),
    [
        (FIRST, "", "edition 1 is there already; sign it --as updated, corrected or refiled"),
        (UPDATED, " ", "an edition that is updated has no note; say to readers"),
        (CORRECTED, "", "an edition that is corrected has no note; say to readers"),
        (CORRECTED, "x" * 1001, "the note has 1,001 characters; shorten it to 1,000"),
    ],
)
def test_an_edition_says_what_it_is(signed: Path, kind: EditionKind, note: str, problem: str) -> None:
    decide(signed, DROP_BAND)
    with pytest.raises(InputError, match=problem):
        sign(signed, kind, later(), note)


def test_where_nothing_has_changed_there_is_nothing_to_sign(signed: Path) -> None:
    with pytest.raises(InputError, match="the draft says what edition 1 says; there is nothing to sign"):
        sign(signed, CORRECTED, later(), NOTE)


def test_an_edition_is_not_signed_before_the_one_that_it_follows(signed: Path) -> None:
    decide(signed, DROP_BAND)
    with pytest.raises(InputError, match="edition 1 was signed at 2031-05-05T09:30\\+00:00, after this"):
        sign(signed, CORRECTED, AT - timedelta(days=1), NOTE)


def test_an_edition_that_is_read_is_the_one_that_was_signed(story: Path) -> None:
    assert sign(story, FIRST, AT) == read_edition(story, 1)


@pytest.mark.parametrize("part", ["published", "entry", "history"])
def test_an_edition_that_was_changed_is_refused(signed: Path, part: str) -> None:
    path = signed / "editions/0001.json"
    data = json.loads(path.read_text())
    _alter(data[part])
    path.write_text("{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in data.items()) + "}")
    with pytest.raises(InputError, match=r"0001.json: it was changed after it was signed; restore it from the"):
        newest_edition(signed)


def _alter(data: dict[str, Any]) -> None:
    """Another word in the first text of some data."""
    for key, value in data.items():
        if key in ("title", "exact", "text"):
            data[key] = f"{value} altered"
            return
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                _alter(one)
                return


@pytest.mark.parametrize("text", ["", "{}", "[]", "{", '{"schema": "news-edition/1"}'])
def test_a_file_that_is_no_edition_is_refused(signed: Path, text: str) -> None:
    (signed / "editions/0001.json").write_text(text)
    with pytest.raises(InputError, match=r"editions/0001.json: it is no"):
        newest_edition(signed)


def test_an_edition_that_is_missing_is_named(signed: Path) -> None:
    again(signed, DROP_BAND)
    (signed / "editions/0001.json").unlink()
    with pytest.raises(InputError, match=r"editions/0001.json: the edition is missing; restore it from the repository"):
        newest_edition(signed)


def test_an_edition_that_follows_another_one_is_refused(signed: Path) -> None:
    again(signed, DROP_BAND)
    other = write_story(signed.parent / "other", front="title: Another pier\ndate: 2031-05-05\n")
    sign(other, FIRST, AT)
    shutil.copy(other / "editions/0001.json", signed / "editions/0001.json")
    with pytest.raises(InputError, match=r"0002.json: it follows another edition 1 than the one that is there"):
        read_editions(signed)


def test_a_broken_chain_is_not_published(signed: Path) -> None:
    test_an_edition_that_follows_another_one_is_refused(signed)
    with pytest.raises(AssertionError):
        site(signed)


def test_each_edition_names_the_one_before(signed: Path) -> None:
    again(signed, DROP_BAND)
    assert read_edition(signed, 2).mark.previous == read_edition(signed, 1).sha256


def test_of_two_who_sign_at_once_one_is_refused(signed: Path) -> None:
    decide(signed, DROP_BAND)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        done = pool.map(_sign, [str(signed)] * 2)
    assert sorted(one.partition(";")[0] for one in done)[1] == "signed"
    assert sorted(done)[0].startswith((f"{signed.as_posix()}", f"{(signed / 'editions').as_posix()}"))
    read_editions(signed)
    assert sorted(path.name for path in (signed / "editions").iterdir()) == ["0001.json", "0002.json"]


def _sign(folder: str) -> str:
    try:
        sign(Path(folder), CORRECTED, later(), NOTE)
    except InputError as error:
        return str(error)
    return "signed"


@pytest.mark.parametrize("act", ["sign", "hold", "withdraw"])
@pytest.mark.parametrize("where", ["write_text", "link"])
def test_a_write_that_fails_leaves_all_as_it_was(
    signed: Path, monkeypatch: pytest.MonkeyPatch, act: str, where: str
) -> None:
    decide(signed, DROP_BAND)
    before = files(signed)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        if where == "write_text":
            patched.setattr(Path, "write_text", full)
            patched.setattr(Path, "write_bytes", full)
        else:
            patched.setattr(os, "link", full)
            patched.setattr(Path, "open", _no_writing(Path.open))
        with pytest.raises(OSError, match="No space left"):
            _act(act, signed)
    assert files(signed) == before
    _act(act, signed)


def _no_writing(opened: Callable[..., Any]) -> Callable[..., Any]:
    """Files can be made, but hold nothing."""

    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    def open_full(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if mode != "xb":
            return opened(path, mode, *rest, **more)
        opened(path, mode).close()
        return Full()

    return open_full


def _act(name: str, folder: Path) -> None:
    acts: dict[str, Callable[[], object]] = {
        "sign": lambda: sign(folder, CORRECTED, later(), NOTE),
        "hold": lambda: put_on_hold(folder, later(), NOTE),
        "withdraw": lambda: withdraw(folder, later(), NOTE),
    }
    acts[name]()


def test_what_a_kill_leaves_is_no_edition_and_stops_nothing(signed: Path) -> None:
    code = "import os, sys; from generator import results; from tests import test_signing as t\n"
    code += "results._put_in_place = lambda *_: os._exit(9)\nt._sign(sys.argv[1])"
    decide(signed, DROP_BAND)
    root = Path(__file__).resolve().parents[1]
    assert subprocess.run([sys.executable, "-c", code, str(signed)], cwd=root).returncode == 9
    edition = newest_edition(signed)
    assert edition is not None and edition.mark.number == 1
    before = site(signed)
    again(signed, DROP_BAND)
    assert site(signed) != before


def test_a_hold_ends_with_the_edition_that_ends_it(signed: Path) -> None:
    put_on_hold(signed, later(), "We are asking.")
    edition = newest_edition(signed)
    assert edition is not None and [hold.until for hold in edition.digest.holds] == [None]
    sign(signed, REFILED, later(2))
    assert read_hold(signed) is None
    assert [hold.until for hold in read_edition(signed, 2).digest.holds] == [2]


def test_a_hold_that_an_edition_ended_is_over_though_the_kill_left_its_file(signed: Path) -> None:
    put_on_hold(signed, later(), "We are asking.")
    lasting = (signed / "editions/hold.json").read_bytes()
    sign(signed, REFILED, later(2))
    (signed / "editions/hold.json").write_bytes(lasting)
    edition = newest_edition(signed)
    assert edition is not None and [hold.until for hold in edition.digest.holds] == [2]
    put_on_hold(signed, later(3), "We are asking again.")


def test_a_decision_that_is_lost_and_harmless_keeps_nobody_from_signing(story: Path) -> None:
    decide(story, 'same: [{gazette: "cut the ribbon"}, {radio: "wholly other words"}]')
    sign(story, FIRST, AT)


def test_a_story_that_is_withdrawn_says_no_more_than_the_note(signed: Path) -> None:
    put_on_hold(signed, later(), "We are asking.")
    withdraw(signed, later(2), "It is another pier.")
    made = site(signed)
    page = made["stories/pier/index.html"].decode()
    assert "It is another pier." in page
    assert "ribbon" not in page
    assert not read_edition(signed, 2).digest.claims


def test_a_story_that_was_withdrawn_may_come_back(signed: Path) -> None:
    withdraw(signed, later(), "It is another pier.")
    with pytest.raises(InputError, match="it was withdrawn with edition 2"):
        withdraw(signed, later(), "Again.")
    sign(signed, CORRECTED, later(2), "It was this pier after all.")
    first, back = read_edition(signed, 1).digest, read_edition(signed, 3).digest
    assert {one.id for one in back.claims} == {one.id for one in first.claims}


def _fail(*_: object) -> None:
    raise AssertionError("the pipeline was asked")


def test_a_story_of_which_nothing_has_changed_is_not_drafted_anew(
    signed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "work", _fail)
    assert story_status(signed).line == "pier: edition 1 (first, 2031-05-05): as it was signed"


@pytest.mark.parametrize("name", ["story.md", "decisions.yaml", "captures/radio.txt"])
def test_a_story_of_which_a_file_has_changed_is_drafted_anew(signed: Path, name: str) -> None:
    with (signed / name).open("a") as file:
        file.write("\n")
    assert "as it was signed" not in story_status(signed).line


@pytest.mark.parametrize("name", ["pier.png", "pictures/pier.png"])
def test_a_story_of_which_a_picture_has_changed_is_drafted_anew(story: Path, name: str) -> None:
    shown = f'![The pier of Orm]({name} "Photo: Ada Kell")\n'
    (story / name).parent.mkdir(exist_ok=True)
    Image.new("RGB", (2, 2)).save(story / name)
    write_story(story, body=shown)
    sign(story, FIRST, AT)
    assert story_status(story).sound
    Image.new("RGB", (3, 2)).save(story / name)
    assert story_status(story).line.endswith("the draft differs")


def test_what_the_desk_keeps_beside_a_story_is_no_part_of_it(signed: Path) -> None:
    (signed / "review.yaml").write_text("- whatever\n")
    assert story_status(signed).line.endswith("as it was signed")


def test_a_story_that_another_program_may_draft_otherwise_is_drafted_anew(
    signed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "program_hash", lambda: "another")
    assert story_status(signed).line.endswith("the draft says the same")


def test_decisions_are_told_by_what_became_of_them(signed: Path) -> None:
    decide(signed, DROP_BAND, LOST, 'lead: {gazette: "a band played"}')
    found = story_status(signed)
    assert found.line == (
        "pier: edition 1 (first, 2031-05-05): the draft differs; 3 decisions: 1 applied, 1 moot, 1 lost; held until "
        "that is mended"
    )
    assert len(found.findings) == 1


@pytest.mark.parametrize(
    ("dropped", "told"),
    [
        ('{gazette: "a band played"}', "2 applied, 0 moot"),
        ('{courier: "walk on"}, {gazette: "a band"}', "1 applied, 1 moot"),
    ],
)
def test_a_decision_is_moot_where_all_that_it_rules_on_is_left_out(signed: Path, dropped: str, told: str) -> None:
    both = '[{courier: "Visitors could walk on the pier"}, {gazette: "a band played"}]'
    decide(signed, f"drop: [{dropped}]", f"section: The day, of: {both}")
    assert story_status(signed).line.endswith(f"2 decisions: {told}, 0 lost")


def test_explain_names_the_claims_of_a_signed_story_as_decide_takes_them(
    signed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(signed, 'lead: {courier: "Visitors could walk on"}')
    assert cli.main(["explain", str(signed)]) == 0
    named = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert named == [claim.id for claim in make_draft(signed).digest.claims]


def test_a_story_that_cannot_be_drafted_is_told_in_a_line(signed: Path) -> None:
    (signed / "story.md").write_text("no front matter")
    found = story_status(signed)
    assert found.line == "pier: cannot be drafted"
    assert found.findings[0].startswith(f"{(signed / 'story.md').as_posix()}:1: ")


def test_a_capture_that_is_added_to_a_signed_story_is_used_and_named(
    signed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The pier of Vann was reopened on Friday.\n\nA brass band played at the reopening.\n"
    (signed / "captures/added.txt").write_text(text, encoding="utf-8")
    build.main(["--content", str(signed.parents[1]), "--output", str(tmp_path / "preview")])
    told = capsys.readouterr().out
    assert f"and that are used (1):\n  {signed.name}: captures/added.txt" in told
