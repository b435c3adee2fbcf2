"""``desk`` on the command line."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from generator import cli
from generator.desk.web.guard import Keys
from generator.desk.web.server import listening
from tests.conftest import ROOT
from tests.desk.web.visiting import Visitor


def test_it_prints_an_address_that_opens_it_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "content" / "stories" / "a-story").mkdir(parents=True)
    command = [sys.executable, "-m", "generator", "desk"]
    path = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=path, stdout=subprocess.PIPE, text=True) as desk:
        try:
            assert desk.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=(\S+)", desk.stdout.readline())
            assert found is not None
            visitor = Visitor(Keys(int(found[1]), found[2])).enter()
            assert "a-story" in visitor.open("/").text
            desk.send_signal(signal.SIGINT)
            assert desk.wait(timeout=60) == 0
        finally:
            desk.kill()


def test_it_listens_to_this_machine_alone() -> None:
    with listening(0) as opened:
        assert opened.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert cli.main(["desk", "--port", str(taken.getsockname()[1])]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "choose another: desk --port N" in told


def test_where_the_extra_is_missing_it_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def without(name: str) -> ModuleSpec | None:
        return None if name == "uvicorn" else ModuleSpec(name, None)

    monkeypatch.setattr(cli, "find_spec", without)
    assert cli.main(["desk"]) == 2
    assert (
        capsys.readouterr().err == "desk: Starlette and uvicorn are not installed; run make desk, which installs them\n"
    )
