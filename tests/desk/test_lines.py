"""A file of a story is replaced whole, and never what somebody else has written meanwhile."""

from __future__ import annotations

import fcntl
import os
import threading
from pathlib import Path

import pytest

from generator.desk.lines import replace_file
from generator.errors import InputError


def test_a_file_that_was_changed_in_the_meantime_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(b"# newer\n")
    with pytest.raises(InputError, match="changed in the meantime"):
        replace_file(path, b"# older\n", b"# mine\n")
    assert path.read_bytes() == b"# newer\n"
    assert [one.name for one in tmp_path.iterdir()] == ["decisions.yaml"]


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(b"# older\n")
    path.chmod(0o640)
    replace_file(path, b"# older\n", b"# mine\n")
    assert path.read_bytes() == b"# mine\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_of_which_nothing_is_left_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(b"# older\n")
    replace_file(path, b"# older\n", b"")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_after_whoever_else_writes_in_its_story(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(b"# older\n")
    other = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    writer = threading.Thread(target=replace_file, args=(path, b"# older\n", b"# mine\n"))
    writer.start()
    writer.join(0.2)
    assert path.read_bytes() == b"# older\n"
    os.close(other)
    writer.join()
    assert path.read_bytes() == b"# mine\n"
