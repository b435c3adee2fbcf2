"""What README, the pages under docs/ and the pins say is so."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from generator import cli
from generator.load import load_story
from generator.model import Verb
from tests.published import corrected, publish

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FURTHER_PINS = ("requirements-dev.txt", "requirements-fit.txt", "requirements-search.txt", "requirements-desk.txt")
PAGES = ("README.md", "docs/evaluation.md", "docs/benchmarks.md", "docs/reliability.md", "docs/verify.md")


def _fenced(text: str, language: str = "") -> list[str]:
    fences = re.findall(r"^ *```(\w*)\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE)
    return [block for spoken, block in fences if spoken == language]


def _commands(text: str, start: str) -> list[list[str]]:
    """The words of each line of the fenced blocks that begins so, without its comment."""
    lines = [line.strip() for block in _fenced(text) for line in block.splitlines()]
    return [shlex.split(line, comments=True) for line in lines if line.startswith(start)]


def _targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+) \\$", text, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_that_a_page_names_exists(page: str) -> None:
    named = set(re.findall(r"\bmake ([a-z]+)\b", (ROOT / page).read_text(encoding="utf-8")))
    assert named <= _targets()


def test_make_help_lists_every_target() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert set(re.findall(r"^  make ([a-z]+)", shown, re.MULTILINE)) == _targets()


@pytest.mark.parametrize("address", ["", "news.example.org", "https://"])
def test_make_publish_refuses_to_run_without_an_address(address: str) -> None:
    run = subprocess.run(["make", "publish", f"SITEURL={address}"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 2
    assert "make publish SITEURL=https://example.org" in run.stderr


def test_options_shown_for_make_evaluate_exist() -> None:
    _parse_shown_options("docs/evaluation.md", "evaluate", "tools.evaluate")


def test_options_shown_for_make_bench_exist() -> None:
    _parse_shown_options("docs/benchmarks.md", "bench", "tools.bench")
    _parse_shown_options("docs/reliability.md", "bench", "tools.bench")


def test_options_shown_for_make_fuzz_exist() -> None:
    _parse_shown_options("docs/reliability.md", "fuzz", "tests.fuzz")


def test_options_shown_for_make_large_exist() -> None:
    _parse_shown_options("docs/reliability.md", "large", "tools.large")


def _parse_shown_options(page: str, target: str, module: str) -> None:
    known = subprocess.run(
        [sys.executable, "-m", module, "--help"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    shown = re.findall(rf'make {target} ARGS="([^"]*)"', (ROOT / page).read_text(encoding="utf-8"))
    flags = {word for arguments in shown for word in arguments.split() if word.startswith("--")}
    assert flags, f"{page} shows no options"
    assert {flag for flag in flags if flag not in known.stdout} == set()


def test_readme_shows_and_describes_every_verb() -> None:
    shown = {words[3] for words in _commands(README, ".venv/bin/python -m generator")}
    described = set(re.findall(r"^\| `([a-z]+) ", README, re.MULTILINE))
    assert described == _verbs()
    assert {"digest", "extract", "explain", "status"} <= shown <= described  # what writes is not run by a test


def _verbs() -> set[str]:
    shown = subprocess.run(
        [sys.executable, "-m", "generator", "--help"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return set(re.findall(r"^    ([a-z]+) ", shown, re.MULTILINE))


@pytest.mark.parametrize(
    "verb",
    [
        "digest",
        "extract",
        "explain",
        "verify",
        "review",
        "decide",
        "outline",
        "desk",
        "add",
        "inbox",
        "notices",
        "init",
    ],
)
def test_options_that_readme_gives_a_verb_are_those_it_has(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main([verb, "--help"])
    help_text = capsys.readouterr().out
    row = next(line for line in README.splitlines() if line.startswith(f"| `{verb} "))
    documented, real = (set(re.findall(r"--[a-z]+", text)) - {"--help"} for text in (row, help_text))
    assert documented == real


def test_readme_describes_every_verb_of_a_decision() -> None:
    rows = re.findall(r"^\| ([a-z, ]+) \| [a-z, ]*\|", README, re.MULTILINE)
    assert set(", ".join(rows).split(", ")) - {"verb", "page"} == {*Verb, "ok", "undo"}


def test_the_commands_of_readme_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    site = str(publish(tmp_path, corrected()))
    for words in _commands(README, ".venv/bin/python -m generator"):
        if words[3] == "init":
            continue  # it asks, and writes beside the checkout
        arguments = [site if found == "output/" else found for word in words[3:] for found in _expand(word)]
        if "CLAIM" in arguments:
            cli.main(arguments[:-1])
            arguments[-1] = capsys.readouterr().out.split()[0]
        assert cli.main(arguments) == 0, words
        assert capsys.readouterr().out, words


def _expand(word: str) -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob(word)) if "*" in word else [word]


def test_the_story_that_readme_shows_is_read_as_it_says(tmp_path: Path) -> None:
    story = tmp_path / "bridge-reopens"
    (story / "captures").mkdir(parents=True)
    (story / "captures" / "courier.txt").write_text(
        "The bridge reopened on Sunday, the mayor said.\n", encoding="utf-8"
    )
    for name in ("courier-1", "old"):
        (story / "captures" / f"{name}.txt").write_text("The bridge is to reopen.\n", encoding="utf-8")
    (front,) = _fenced(README, "yaml")[:1]
    (story / "story.md").write_text(front, encoding="utf-8")
    read = load_story(story)
    assert (read.title, str(read.date), read.tags) == ("The bridge reopens", "2026-05-04", ("Transport", "Riverton"))
    source, older = read.sources
    assert (source.replaces, read.left_out) == (older.id, ("captures/old.txt",))
    assert (source.id, source.publisher, source.author) == ("courier", "The Riverton Courier", "Ada Smith")
    assert (source.url, str(source.published)) == ("https://courier.example/bridge", "2026-05-03")


def test_readme_documents_every_key_of_a_story(tmp_path: Path) -> None:
    front = yaml.safe_load(_fenced(README, "yaml")[0].strip("-\n"))
    assert _allowed_keys(tmp_path, "bogus: 1") == set(front)
    assert _allowed_keys(tmp_path, "sources:\n  - file: captures/a.txt\n    qqqqq: 1") == set(front["sources"][0])


def _allowed_keys(folder: Path, front: str) -> set[str]:
    """The keys that the reader offers when it meets one that it does not know."""
    (folder / "captures").mkdir(exist_ok=True)
    (folder / "captures" / "a.txt").write_text("Text.\n", encoding="utf-8")
    (folder / "story.md").write_text(f"---\n{front}\n---\n", encoding="utf-8")
    with pytest.raises(Exception, match="use one of") as caught:
        load_story(folder)
    return set(str(caught.value).rpartition("use one of ")[2].split(", "))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-build.txt", *FURTHER_PINS])
def test_everything_installed_is_pinned_with_hashes_and_no_registry_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9].*(?:\n    --hash=.*)*", text, re.MULTILINE)
    assert packages
    assert [package for package in packages if "==" not in package or "--hash=sha256:" not in package] == []
    assert not re.search(r"https?:|index-url|find-links|trusted-host|file:/", text)


@pytest.mark.parametrize("name", FURTHER_PINS)
def test_development_uses_the_same_versions_as_the_site(name: str) -> None:
    assert _pins("requirements.txt").items() <= _pins(name).items()


def test_every_dependency_of_the_project_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert _names(project["dependencies"]) <= _pins("requirements.txt").keys()
    for extra, needed in project["optional-dependencies"].items():
        assert _names(needed) <= _pins(f"requirements-{extra}.txt").keys()


def test_what_builds_a_source_package_is_pinned_and_nothing_else_is_built() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert _names(project["build-system"]["requires"]) <= _pins("requirements-build.txt").keys()
    installs = re.findall(r"^\t@\$\((\w+)\) (.*)--?requirement (\S+)$", makefile, re.MULTILINE)
    assert [name for _, _, name in installs][:2] == ["requirements-build.txt", "requirements.txt"]
    assert {command for command, _, name in installs if name != "requirements-build.txt"} == {"INSTALL"}
    (install,) = re.findall(r"^INSTALL := (.*)$", makefile, re.MULTILINE)
    assert "--no-build-isolation" in install
    assert "--only-binary :all:" in install


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ]", requirement)[0].lower() for requirement in requirements}
