"""The virtual environment that make uses, made once and never over somebody's own, and what make runs in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "tools" / "environment.sh"


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Answers every question with yes; makes a virtual environment of one file."""
    path = tmp_path / "python"
    path.write_text(
        '#!/bin/sh\n[ "$2" != venv ] || { mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; : > "$3/pyvenv.cfg"; }\n'
    )
    path.chmod(0o755)
    return path


def make(folder: Path, python: Path | str, name: str = ".venv") -> subprocess.CompletedProcess[str]:
    folder.mkdir(exist_ok=True)
    return subprocess.run(["sh", SCRIPT, str(python), name], cwd=folder, capture_output=True, text=True)


def test_an_environment_is_made_where_there_is_none(tmp_path: Path, python: Path) -> None:
    assert make(tmp_path / "checkout", python).returncode == 0
    assert (tmp_path / "checkout/.venv/bin/python").exists()


def test_an_environment_of_the_users_own_is_left_alone_and_named(tmp_path: Path, python: Path) -> None:
    own = tmp_path / "checkout/.venv/lib/theirs.py"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    run = make(tmp_path / "checkout", python)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert ".venv was not made by make" in run.stderr
    assert own.read_text() == "mine"


@pytest.mark.parametrize(("text", "beside"), [("mine", "pyvenv.cfg"), ("", "notes.txt")])
def test_a_file_of_the_users_own_with_the_name_of_an_earlier_mark_makes_no_folder_ours(
    text: str, beside: str, tmp_path: Path, python: Path
) -> None:
    own = tmp_path / "checkout/.venv/.runtime"
    own.parent.mkdir(parents=True)
    own.write_text(text)
    (own.parent / beside).touch()
    assert make(tmp_path / "checkout", python).returncode == 2
    assert (own.read_text(), (own.parent / beside).exists()) == (text, True)


def test_an_environment_of_an_earlier_version_is_made_anew(tmp_path: Path, python: Path) -> None:
    old = tmp_path / "checkout/.venv"
    old.mkdir(parents=True)
    for name in (".runtime", "pyvenv.cfg", "old"):
        (old / name).touch()
    assert make(tmp_path / "checkout", python).returncode == 0
    assert not (old / "old").exists()


@pytest.mark.parametrize(
    "name", ["a b", "it's", 'a "b"', "$a$(b)`c`", "a#b%c", "Ünï 北京", "two\nlines", "end ", "-a;b&c"]
)
def test_an_environment_is_made_below_a_path_of_any_characters(name: str, tmp_path: Path, python: Path) -> None:
    assert make(tmp_path / name, python).returncode == 0
    assert (tmp_path / name / ".venv/bin/python").exists()
    assert [path.name for path in tmp_path.iterdir() if path != python] == [name]


def test_an_environment_that_a_link_leads_to_is_left_as_it_is(tmp_path: Path, python: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/mine").touch()
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout/.venv").symlink_to(tmp_path / "theirs")
    assert make(tmp_path / "checkout", python).returncode == 2
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == ["mine"]


def test_an_environment_that_make_made_is_made_anew(tmp_path: Path, python: Path) -> None:
    make(tmp_path / "checkout", python)
    (tmp_path / "checkout/.venv/old").touch()
    assert make(tmp_path / "checkout", python).returncode == 0
    assert not (tmp_path / "checkout/.venv/old").exists()


def test_an_environment_whose_making_was_stopped_is_made_anew(tmp_path: Path, python: Path) -> None:
    stopped = tmp_path / "stopped"
    stopped.write_text('#!/bin/sh\n[ "$2" != venv ] || exit 1\n')
    stopped.chmod(0o755)
    assert make(tmp_path / "checkout", stopped).returncode == 2
    assert make(tmp_path / "checkout", python).returncode == 0


def test_an_environment_whose_python_is_gone_says_so_and_is_made_anew(tmp_path: Path, python: Path) -> None:
    make(tmp_path / "checkout", python)
    (tmp_path / "checkout/.venv/bin/python").unlink()
    run = make(tmp_path / "checkout", python)
    assert run.returncode == 0
    assert ".venv: its Python is gone; it is made again." in run.stderr
    assert (tmp_path / "checkout/.venv/bin/python").exists()


def test_a_path_with_a_colon_is_named_as_what_is_in_the_way(tmp_path: Path, python: Path) -> None:
    run = make(tmp_path / "news: digest", python)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "a path with a colon" in run.stderr
    assert not (tmp_path / "news: digest/.venv").exists()


def test_a_python_that_is_not_there_is_not_called_too_old(tmp_path: Path) -> None:
    run = make(tmp_path / "checkout", "python-of-nobody")
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "there is no python-of-nobody" in run.stderr


def planned(target: str, *settings: str) -> str:
    """What make would run, were everything installed."""
    known = {key: value for key, value in os.environ.items() if key not in ("SEARCH", "OUTPUT", "MAKEFLAGS")}
    run = subprocess.run(["make", "-n", target, *settings], cwd=ROOT, capture_output=True, text=True, env=known)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_make_makes_an_environment_again_whose_python_is_gone(tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin/python").symlink_to(sys.executable)
    (environment / ".runtime").touch()
    assert "environment.sh" not in planned("html", f"VENV={environment}")
    (environment / "bin/python").unlink()
    (environment / "bin/python").symlink_to(tmp_path / "removed")
    assert "environment.sh" in planned("html", f"VENV={environment}")


@pytest.mark.parametrize("off", ["0", "no", "off", "false", ""])
def test_search_is_off_where_it_is_said_to_be(off: str) -> None:
    assert "--search" not in planned("html", f"SEARCH={off}")


def test_search_is_on_where_it_is_asked_for() -> None:
    assert "--search" in planned("html", "SEARCH=1")


def test_a_search_that_is_neither_on_nor_off_is_refused() -> None:
    run = subprocess.run(["make", "-n", "html", "SEARCH=perhaps"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 2
    assert "say SEARCH=1 or SEARCH=0" in run.stderr


@pytest.mark.parametrize("target", ["serve", "devserver"])
def test_what_is_served_has_a_folder_of_its_own(target: str) -> None:
    assert '--output ".build/preview"' in planned(target)


@pytest.mark.parametrize("target", ["html", "publish"])
def test_what_is_built_to_be_taken_elsewhere_is_in_output(target: str) -> None:
    assert '--output "output"' in planned(target, "SITEURL=https://news.example")
