"""``init`` makes a site of somebody's own, all of it or nothing, of what is given or asked for."""

from __future__ import annotations

import json
import os
import pty
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator import starter
from generator.build import SETTINGS
from generator.cli import main

ROOT = Path(__file__).resolve().parents[1]
GIVEN = {
    "--name": "Courier Digest",
    "--contact": "desk@courier.example",
    "--feed-authority": "courier.example,2026",
    "--url": "https://digest.courier.example/news",
}


@pytest.fixture(autouse=True)
def no_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Building one takes seconds; tests/site/test_new_site.py does."""
    monkeypatch.setattr(starter, "write_wheel", lambda folder: (folder / "news_digest-1-py3-none-any.whl").touch())


def init(folder: Path, *more: str, **changed: str) -> int:
    given = GIVEN | {f"--{key.replace('_', '-')}": value for key, value in changed.items()}
    options = [word for option, value in given.items() for word in (option, value)]
    return main(["init", str(folder), *options, *more])


def test_the_settings_of_a_new_site_are_ours_with_what_the_adopter_says(tmp_path: Path) -> None:
    assert init(tmp_path / "site") == 0
    ours, made = (runpy.run_path(str(path)) for path in (SETTINGS, tmp_path / "site/publishconf.py"))
    own = {"SITENAME", "CONTACT", "FEED_AUTHORITY", "THEME", "DEFAULT_LANG", "JINJA_ENVIRONMENT"}
    kept = {key for key in ours if key.isupper()} - own
    assert {key: made[key] for key in kept} == {key: ours[key] for key in kept}
    assert made["SITENAME"] == "Courier Digest"
    assert made["CONTACT"] == "desk@courier.example"
    assert made["FEED_AUTHORITY"] == "courier.example,2026"
    assert made["DEFAULT_LANG"] == "en"
    assert Path(made["THEME"]) == ROOT / "theme"


def test_every_comment_of_our_settings_stands_in_those_of_a_new_site(tmp_path: Path) -> None:
    init(tmp_path / "site")
    made = (tmp_path / "site/publishconf.py").read_text()
    comments = [line for line in SETTINGS.read_text().splitlines() if line.startswith("#")]
    assert [line for line in comments if line not in made] == []


@pytest.mark.parametrize("name", ['"""', "a \\ b", "{0} %s $HOME", "Ünïcødé “quoted”", "#", "'"])
def test_a_name_is_the_same_in_the_settings_whatever_it_holds(tmp_path: Path, name: str) -> None:
    assert init(tmp_path / "site", name=name) == 0
    assert runpy.run_path(str(tmp_path / "site/publishconf.py"))["SITENAME"] == name


@pytest.mark.parametrize(
    ("option", "value", "problem"),
    [
        ("name", "", "it is empty"),
        ("name", " \t", "it is empty"),
        ("name", "Courier\nDigest", "cannot be shown"),
        ("name", "Courier\x1b[31m", "cannot be shown"),
        ("name", "Courier \u202egnp", "cannot be shown"),
        ("name", "Courier \udcff", "cannot be shown"),
        ("contact", "nobody", "neither a mail nor a web address"),
        ("contact", "a@\nb.example", "cannot be shown"),
        ("feed_authority", "courier.example", "no domain and year"),
        ("feed_authority", "courier example,2026", "no domain and year"),
        ("feed_authority", "courier.example,26", "no domain and year"),
        ("language", "xx", "only for de and en"),
        ("language", "", "it is empty"),
        ("url", "courier.example", "no plain web address"),
        ("url", "https://courier.example/$(HOME)", "no plain web address"),
        ("url", "https://courier.example/'; true", "no plain web address"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_line_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, problem: str
) -> None:
    assert init(tmp_path / "site", **{option: value}) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"--{option.replace('_', '-')}: ") and problem in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--name", "--contact", "--feed-authority"])
def test_without_a_terminal_what_is_not_given_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setattr("sys.stdin", open(os.devnull))  # noqa: SIM115
    options = [word for one, value in GIVEN.items() if one != option for word in (one, value)]
    assert main(["init", str(tmp_path / "site"), *options]) == 2
    assert capsys.readouterr().err == f"init: {option} is not given; give it, or run init in a terminal, which asks\n"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_refused_and_stays_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert init(tmp_path) == 2
    assert "it is not empty: it holds notes.txt; name a new folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def _killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: int) -> None:
    """An init that is killed after it moved so many things."""
    kept, places = Path.rename, list[Path]()

    def rename(path: Path, target: Path) -> Path:
        if len(places) == moved:
            os._exit(9)  # as a kill does: nothing is undone
        places.append(target)
        return kept(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    child = os.fork()
    if child == 0:
        init(tmp_path)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    monkeypatch.undo()


def test_an_init_that_was_killed_while_it_made_the_site_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _killed(tmp_path, monkeypatch, moved=0)
    assert init(tmp_path) == 2
    assert "remove all that is in the folder, and run init again" in capsys.readouterr().err


@pytest.mark.parametrize("moved", [1, 2, 5, 9])
def test_an_init_that_was_killed_while_it_put_the_site_in_place_is_finished_by_the_next(
    moved: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(tmp_path / "other") == 0
    (tmp_path / "site").mkdir()
    _killed(tmp_path / "site", monkeypatch, moved)
    assert init(tmp_path / "site") == 0
    assert "Finished the site" in capsys.readouterr().out
    there, wanted = (
        {path.relative_to(one) for path in one.rglob("*")} for one in (tmp_path / "site", tmp_path / "other")
    )
    assert there == wanted


def test_an_init_is_not_finished_over_what_was_put_there_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _killed(tmp_path, monkeypatch, moved=1)
    (tmp_path / "Makefile").write_text("mine")
    assert init(tmp_path) == 2
    assert "Makefile is in the way" in capsys.readouterr().err
    assert (tmp_path / "Makefile").read_text() == "mine"


def _file(path: Path) -> None:
    path.write_text("mine")


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


@pytest.mark.parametrize("put", [_file, _dangling])
def test_a_file_in_the_way_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], put: Callable[[Path], None]
) -> None:
    put(tmp_path / "site")
    assert init(tmp_path / "site") == 2
    assert "site: a file is in the way; " in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_in_no_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(tmp_path / "far/site") == 2
    assert "there is no folder to make it in; make that one first" in capsys.readouterr().err


def test_an_empty_folder_becomes_the_site_where_one_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert init(Path(".")) == 0
    assert Path("publishconf.py").is_file() and Path("content/pages/method.md").is_file()
    assert not list(tmp_path.glob(".init-*"))


@pytest.mark.parametrize("stands", [True, False])
def test_where_something_goes_wrong_nothing_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, stands: bool
) -> None:
    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device", str(folder))

    monkeypatch.setattr(starter, "write_wheel", full)
    if stands:
        (tmp_path / "site").mkdir()
    assert init(tmp_path / "site") == 2
    assert "no space left on device" in capsys.readouterr().err
    assert list(tmp_path.rglob("*")) == ([tmp_path / "site"] if stands else [])


def test_a_move_that_fails_midway_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == "publishconf.py":
            raise OSError(5, "Input/output error", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    (tmp_path / "site").mkdir()
    assert init(tmp_path / "site") == 2
    assert list((tmp_path / "site").iterdir()) == []


def test_a_site_has_a_theme_of_its_own_where_that_is_asked_for(tmp_path: Path) -> None:
    assert init(tmp_path / "site", "--own-theme") == 0
    assert Path(runpy.run_path(str(tmp_path / "site/publishconf.py"))["THEME"]) == tmp_path / "site/theme"
    assert (tmp_path / "site/theme/templates/article.html").is_file()


def test_the_workflow_publishes_one_after_another_and_can_be_started_by_hand(tmp_path: Path) -> None:
    init(tmp_path / "site")
    workflow = yaml.load((tmp_path / "site/.github/workflows/site.yml").read_text(), yaml.BaseLoader)
    assert "workflow_dispatch" in workflow["on"]
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    steps = workflow["jobs"]["site"]["steps"]
    publish = next(step for step in steps if "run" in step)
    assert publish["run"].startswith("make publish ") and publish["env"] == {"SITEURL": GIVEN["--url"]}
    assert all(step.get("uses", "actions/").startswith("actions/") for step in steps)


def test_a_site_without_an_address_is_published_where_its_host_says(tmp_path: Path) -> None:
    init(tmp_path / "site", url="")
    workflow = (tmp_path / "site/.github/workflows/site.yml").read_text()
    assert "SITEURL: ${{ steps.pages.outputs.base_url }}" in workflow
    assert "SITEURL ?= \n" in (tmp_path / "site/Makefile").read_text()


def test_the_targets_of_a_new_site_are_called_as_ours(tmp_path: Path) -> None:
    init(tmp_path / "site")
    shown = subprocess.run(["make", "-C", tmp_path / "site", "help"], capture_output=True, text=True, check=True).stdout
    ours = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    lines = [line for line in shown.splitlines() if line.startswith("  make ")]
    assert {line.split()[1] for line in lines} == {"help", "html", "serve", "devserver", "publish", "desk", "clean"}
    assert {line.split()[1] for line in lines} <= {line.split()[1] for line in ours.splitlines() if "make" in line}


def test_a_terminal_is_asked_for_what_is_not_given_until_it_can_be_used(tmp_path: Path) -> None:
    given = "\n".join(["", "Courier Digest", "https://courier.example", "nobody", "desk@courier.example", "", "de", ""])
    code = f"""if True:
        from generator import starter
        starter.write_wheel = lambda folder: None
        from generator.cli import main
        raise SystemExit(main(["init", {json.dumps(str(tmp_path / "site"))}]))"""
    host, terminal = pty.openpty()
    try:
        run = subprocess.Popen(
            [sys.executable, "-c", code], cwd=ROOT, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        os.write(host, given.encode())
        out, err = run.communicate(timeout=60)
    finally:
        os.close(terminal)
        os.close(host)
    assert run.returncode == 0, err
    assert b"something is needed here" in err and b"nobody: it is neither a mail nor a web address" in err
    made = runpy.run_path(str(tmp_path / "site/publishconf.py"))
    assert (made["SITENAME"], made["DEFAULT_LANG"]) == ("Courier Digest", "de")
    assert made["FEED_AUTHORITY"].startswith("courier.example,20")
    assert b"Made the site Courier Digest" in out
