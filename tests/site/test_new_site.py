"""The program as a package: installed from its wheel, it makes a new site and builds it, far from this repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import build
from generator.starter.package import write_wheel

HARBOUR = """The harbour of Kessel reopens

Mayor Ilse Brandt reopened the harbour of Kessel on 4 May 2031 after repairs that took two years.

The repairs cost 12 million euros, the council said.
"""
GAZETTE = """Harbour open again

4 May 2031

Ilse Brandt, the mayor, reopened the harbour of Kessel on 4 May 2031. Fishermen said the quay is still too low.

The repairs cost 14 million euros, the council said.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A virtual environment with the wheel, and what it needs as it is installed here: no network is asked."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(folder, symlinks=True)
    python = folder / "bin/python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-index", "--no-deps", str(wheel)], check=True)
    packages = next(folder.glob("lib/*/site-packages"))
    (packages / "needed.pth").write_text("\n".join(sysconfig.get_path(kind) for kind in ("purelib", "platlib")))
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, environment: Path) -> Path:
    """A new site with a story of two captures, built by its own Makefile."""
    folder = tmp_path_factory.mktemp("adopter") / "site"
    command = [environment / "bin/news-digest", "init", folder, "--name", "Kessel Digest", "--language", "de"]
    command += ["--contact", "desk@kessel.example", "--feed-authority", "kessel.example,2031"]
    made = run(*command, cwd=folder.parent)
    assert made.returncode == 0, made.stderr
    (folder / ".venv").symlink_to(environment)
    (environment / ".installed").touch()
    assert make(folder, "html").returncode == 0
    return folder


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    known = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "MAKEFLAGS", "OUTPUT")}
    return subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, env=known)


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run("make", *words, cwd=folder)


def test_the_wheel_has_the_theme_and_its_catalogues_and_no_story(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    bundle = "generator/bundle"
    assert f"{bundle}/theme/templates/article.html" in names
    assert f"{bundle}/theme/translations/de/LC_MESSAGES/messages.po" in names
    assert f"{bundle}/theme/static/site.css" in names
    assert "generator/data/pair_model.json" in names and "generator/desk/web/templates/queue.html" in names
    assert not [name for name in names if "stories/" in name or name.startswith(("tests/", "tools/"))]


def test_a_new_site_without_a_story_says_so_on_its_front_page(site: Path) -> None:
    front = (site / "output/index.html").read_text()
    assert "Kessel Digest" in front and "Hier ist noch kein Beitrag erschienen." in front


def test_the_program_of_a_new_site_is_the_package_that_made_it(site: Path, wheel: Path) -> None:
    own = next((site / "wheels").glob("*.whl"))
    assert own.name == wheel.name
    with ZipFile(own) as packed, ZipFile(wheel) as built:
        assert packed.testzip() is None
        ours = {name: built.read(name) for name in built.namelist() if not name.endswith("RECORD")}
        assert {name: packed.read(name) for name in packed.namelist() if not name.endswith("RECORD")} == ours


def test_a_story_of_two_captures_is_built_and_published_by_the_site_s_own_makefile(site: Path) -> None:
    captures = site / "content/stories/harbour/captures"
    captures.mkdir(parents=True)
    (captures / "courier.txt").write_text(HARBOUR)
    (captures / "gazette.txt").write_text(GAZETTE)
    (captures.parent / "story.md").write_text("---\n---\n")
    built = make(site, "html")
    assert built.returncode == 0, built.stderr
    assert "Built 1 story from 2 sources" in built.stdout
    page = (site / "output/stories/harbour/index.html").read_text()
    assert 'lang="de"' in page and "<details" in page and "12 million" in page and "14 million" in page
    digest = json.loads((site / "output/stories/harbour/digest.json").read_text())
    assert {one["source"] for claim in digest["claims"] for one in claim["citations"]} == {"courier", "gazette"}

    assert make(site, "publish", "SITEURL=https://kessel.example").returncode == 2
    signed = run(site / ".venv/bin/news-digest", "sign", "harbour", "--as", "first", cwd=site)
    assert signed.returncode == 0, signed.stderr
    published = make(site, "publish", "SITEURL=https://kessel.example")
    assert published.returncode == 0, published.stderr
    assert "https://kessel.example/stories/harbour/" in (site / "output/rss.xml").read_text()
    checked = run(site / ".venv/bin/news-digest", "verify", "output", cwd=site)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_outside_a_site_the_installed_program_says_how_to_get_one(environment: Path, tmp_path: Path) -> None:
    told = run(environment / "bin/python", "-m", "generator.build", cwd=tmp_path)
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "publishconf.py: there is no such file here; " in told.stderr and "news-digest init DIR" in told.stderr


def test_a_site_whose_stories_are_gone_is_left_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "content"
    (content / "stories/harbour/captures").mkdir(parents=True)
    (content / "stories/harbour/story.md").write_text("---\ndate: 2031-05-04\n---\n")
    (content / "stories/harbour/captures/courier.txt").write_text(HARBOUR)
    (content / "pages").mkdir()
    (content / "pages/method.md").write_text("---\ntitle: Method\n---\nHow this is made.\n")
    output = tmp_path / "output"
    assert build.main(["--content", str(content), "--output", str(output)]) == 0
    before = (output / "index.html").read_bytes()
    (content / "stories/harbour").rename(tmp_path / "harbour")
    assert build.main(["--content", str(content), "--output", str(output)]) == 2
    assert "content/stories: it holds no story, and the site in " in capsys.readouterr().err
    assert (output / "index.html").read_bytes() == before
