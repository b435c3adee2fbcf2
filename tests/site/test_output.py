"""What stands in a build's output before it: a site of ours is replaced at once, and nobody's files are lost."""

from __future__ import annotations

import fcntl
import json
import multiprocessing
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator import output
from generator.build import Plan, build_site, main, write_site
from generator.errors import InputError
from tests.factories import digest
from tests.site.conftest import ADDRESS
from tests.site.test_build import ROOT, files

PUBLISHED = {"address": ADDRESS, "publish": True}


def fill(folder: Path, text: str, kind: str = output.PREVIEW) -> tuple[str, ...]:
    """A build of a site of one page, without Pelican."""
    with output.holding(folder, lambda: None):
        output.check_ours(folder)
        with output.in_the_making(folder) as made:
            (made / "page").mkdir()
            (made / "page/index.html").write_text(text)
            return output.put_in_place(made, folder, kind, ADDRESS)


def page(folder: Path) -> str:
    return (folder / "page/index.html").read_text()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that a build made."""
    fill(tmp_path / "output", "old")
    return tmp_path / "output"


def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two names in one step."""
    monkeypatch.setattr(output, "_exchange_at_once", lambda *_: False)


def test_a_folder_of_another_sites_with_the_same_hidden_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".nojekyll").touch()
    (tmp_path / "CNAME").write_text("news.example")
    with pytest.raises(InputError, match="something else than a built site; name another"):
        write_site(Plan(tmp_path), (digest(),))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".nojekyll", "CNAME"]


@pytest.mark.parametrize("mark", ["", "{}", "[]", '{"kind": "preview", "address": "", "files": 1}', "\0"])
def test_a_mark_without_content_makes_no_folder_ours(mark: str, tmp_path: Path) -> None:
    (tmp_path / output.MARK).write_text(mark)
    with pytest.raises(InputError, match="something else"):
        output.check_ours(tmp_path)


@pytest.mark.parametrize("repository", [".git", ".hg"])
def test_a_repository_is_refused_even_with_a_site_of_ours_in_it(repository: str, site: Path) -> None:
    (site / repository).mkdir()
    with pytest.raises(InputError, match=f"a repository, with {repository}"):
        fill(site, "new")
    assert page(site) == "old"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    fill(tmp_path / "output", "new")
    assert page(tmp_path / "output") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("place", ["content", "content/stories/new", "content/stories/pier/captures", "."])
def test_an_output_in_the_content_or_around_it_is_refused_at_the_first_build(place: str, tmp_path: Path) -> None:
    (tmp_path / "content/stories/pier/captures").mkdir(parents=True)
    with pytest.raises(InputError, match=r"lies in|would replace"):
        build_site(Plan(tmp_path / place, tmp_path / "content"))
    assert [path.name for path in tmp_path.rglob("*")] == ["content", "stories", "pier", "captures"]


def test_an_output_that_is_a_link_is_refused_with_the_folder_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "content/stories").mkdir(parents=True)
    (tmp_path / "served").mkdir()
    (tmp_path / "output").symlink_to("served")
    with pytest.raises(InputError, match=r"the output is a link; name the folder itself: .*/served$"):
        build_site(Plan(tmp_path / "output", tmp_path / "content"))


def test_an_output_in_a_story_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content/stories").mkdir(parents=True)
    (tmp_path / "content/stories/pier").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError, match="lies in"):
        build_site(Plan(tmp_path / "elsewhere/output", tmp_path / "content"))


def add_files(site: Path) -> None:
    (site / "CNAME").write_text("news.example")
    (site / "media/empty").mkdir(parents=True)
    (site / "media/film.mp4").write_bytes(b"film")
    (site / "latest").symlink_to("page/index.html")
    (site / "page/note.txt").write_text("mine")


@pytest.mark.parametrize("at_once", [True, False])
def test_files_that_no_build_made_are_kept_and_named(
    at_once: bool, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not at_once:
        no_exchange(monkeypatch)
    add_files(site)
    for text in ("new", "newer"):
        notices = fill(site, text)
        assert [notice.rpartition("output/")[2] for notice in notices] == [
            f"{name}: no build made it; it is kept" for name in ("CNAME", "latest", "media", "page/note.txt")
        ]
        assert page(site) == text
        assert (site / "CNAME").read_text() == "news.example"
        assert (site / "media/film.mp4").read_bytes() == b"film"
        assert (site / "latest").readlink() == Path("page/index.html")
        assert (site / "media/empty").is_dir()
        assert [path.name for path in site.parent.iterdir()] == ["output"]


def test_files_are_kept_where_the_file_system_has_no_links(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)
    add_files(site)
    fill(site, "new")
    assert (site / "media/film.mp4").read_bytes() == b"film"
    assert (site / "latest").is_symlink()
    assert [path.name for path in site.parent.iterdir()] == ["output"]


def test_the_report_of_a_build_names_what_was_kept(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "CNAME").write_text("news.example")
    assert main(["--output", str(site)]) == 0
    assert "output/CNAME: no build made it; it is kept" in capsys.readouterr().out


def test_a_file_where_the_new_site_has_one_of_its_own_is_refused(site: Path) -> None:
    (site / "404.html").write_text("mine")
    with pytest.raises(InputError, match=r"404\.html: no build made it, and the site has something of that name"):
        write_site(Plan(site), (digest(),))
    assert (site / "404.html").read_text() == "mine"
    assert page(site) == "old"
    assert [path.name for path in site.parent.iterdir()] == ["output"]


def test_a_file_of_the_site_that_somebody_changed_is_refused(site: Path) -> None:
    (site / "page/index.html").write_text("mine")
    with pytest.raises(InputError, match=r"page/index\.html: it is not as the build wrote it"):
        fill(site, "new")
    assert page(site) == "mine"


def test_a_file_that_appears_in_the_old_site_at_the_last_moment_is_not_removed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange = output._exchange

    def late(made: Path, folder: Path) -> None:
        (folder / "late.txt").write_text("mine")
        exchange(made, folder)

    monkeypatch.setattr(output, "_exchange", late)
    (notice,) = fill(site, "new")
    (old,) = (path for path in site.parent.iterdir() if path != site)
    assert notice.startswith(f"{old.as_posix()}: this old site could not be removed")
    assert [path.name for path in old.iterdir() if path.name != output.MARK] == ["late.txt"]


def test_what_is_cleared_away_is_the_site_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "CNAME").write_text("news.example")
    assert output.main([str(site)]) == 0
    assert "it holds files that no build made; they are left there" in capsys.readouterr().err
    assert [path.name for path in site.iterdir() if path.name != output.MARK] == ["CNAME"]
    (site / "CNAME").unlink()
    assert output.main([str(site), str(site)]) == 0
    assert list(site.parent.iterdir()) == []


def test_a_site_is_cleared_away_before_there_is_an_environment(site: Path) -> None:
    command = [sys.executable, "-S", "-m", "generator.output", str(site)]  # -S: without any package
    subprocess.run(command, cwd=ROOT, check=True)
    assert not site.exists()


def test_a_folder_that_no_build_made_is_not_cleared_away(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert output.main([str(site.parent)]) == 2
    assert "something else than a built site" in capsys.readouterr().err
    assert page(site) == "old"


def test_a_build_waits_for_another_of_the_same_folder_and_says_so(site: Path) -> None:
    waiting, done = threading.Event(), []

    def second() -> None:
        with output.holding(site, waiting.set):
            done.append(page(site))

    with output.holding(site, lambda: None):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(30)
        assert done == []
        (site / "page/index.html").write_text("made by the first")
    thread.join(30)
    assert done == ["made by the first"]
    assert [path.name for path in site.parent.iterdir()] == ["output"]


def _build_often(folder: Path, text: str) -> None:
    for _ in range(20):
        fill(folder, text)


def test_builds_at_once_leave_the_whole_site_of_one_of_them(site: Path) -> None:
    builders = [multiprocessing.get_context("fork").Process(target=_build_often, args=(site, text)) for text in "abc"]
    for builder in builders:
        builder.start()
    while any(builder.is_alive() for builder in builders):
        assert page(site) in ("old", "a", "b", "c")
    assert [builder.exitcode for builder in builders] == [0, 0, 0]
    assert [path.name for path in site.parent.iterdir()] == ["output"]


def test_a_lock_of_a_killed_build_holds_nobody_up(site: Path) -> None:
    (site.parent / ".output.news-digest-lock").touch()
    fill(site, "new")
    assert [path.name for path in site.parent.iterdir()] == ["output"]


def test_a_second_build_says_in_one_line_that_it_waits(site: Path) -> None:
    lock = site.parent / ".output.news-digest-lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        command = [sys.executable, "-m", "generator.build", "--output", str(site)]
        build = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        assert build.stderr is not None
        assert "another build is at work there; waiting" in build.stderr.readline()
        assert page(site) == "old"
        lock.unlink()
    assert build.communicate()[1] == ""
    assert build.returncode == 0


def test_a_site_is_marked_with_what_it_was_built_for(published: Path, preview: Path) -> None:
    assert [(mark.kind, mark.address) for mark in map(output.read_mark, (published, preview)) if mark] == [
        ("publication", ADDRESS),
        ("preview", "http://localhost:8000"),
    ]
    assert set(json.loads((published / output.MARK).read_text())["files"]) == set(files(published)) - {output.MARK}


def test_what_is_rebuilt_while_it_is_served_never_replaces_a_publication(tmp_path: Path) -> None:
    fill(tmp_path / "output", "for readers", output.PUBLICATION)
    with pytest.raises(InputError, match=f"holds the site for {ADDRESS}"):
        write_site(Plan(tmp_path / "output", spare_publication=True), (digest(),))
    assert page(tmp_path / "output") == "for readers"


def test_a_preview_that_replaces_a_publication_says_so(tmp_path: Path) -> None:
    fill(tmp_path / "output", "for readers", output.PUBLICATION)
    assert [notice.partition(": ")[2] for notice in fill(tmp_path / "output", "draft")] == [
        f"it held the site for {ADDRESS}; it is a preview now"
    ]


@pytest.mark.parametrize("options", [["--serve"], ["--serve", "--watch"]])
def test_a_served_site_is_built_into_a_folder_of_its_own(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[tuple[Path, tuple[str, ...]]] = []
    monkeypatch.setattr("generator.preview.serve", lambda folder, *given: served.append((folder, given[-1])))
    monkeypatch.chdir(tmp_path)
    assert main(options) == 0
    ((folder, again),) = served
    assert folder == Path(".build/preview")
    assert not again or ("--spare-publication" in again and str(folder) in again)
    assert not (tmp_path / "output").exists()


class Killed(BaseException):
    """Stands for the end of the process."""


def kill_at_rename(number: int, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """End a build instead of its ``number``-th rename; nothing of it is cleaned up."""
    rename, seen = Path.rename, []

    def killing(path: Path, target: Path) -> Path:
        seen.append(path)
        if len(seen) == number:
            raise Killed
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", killing)
        patch.setattr(output, "_exchange_at_once", lambda *_: False)
        patch.setattr(output, "_put_back", lambda _: None)
        with pytest.raises(Killed):
            fill(site, "new")


@pytest.mark.parametrize("number", [1, 2])
def test_a_build_that_fails_after_a_kill_between_two_renames_has_the_good_site_back(
    number: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_at_rename(number, site, monkeypatch)
    assert site.exists() == (number == 1)
    with pytest.raises(InputError), output.holding(site, lambda: None):
        raise InputError("story.md", "a typo", "mend it")
    assert page(site) == "old"


@pytest.mark.parametrize("number", [1, 2])
def test_the_next_build_removes_what_a_kill_left(number: int, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kill_at_rename(number, site, monkeypatch)
    assert fill(site, "newest") == ()
    assert page(site) == "newest"
    assert [path.name for path in site.parent.iterdir()] == ["output"]


def test_builds_that_are_killed_again_and_again_do_not_fill_the_disk(site: Path) -> None:
    for name in ("one", "two"):
        left = site.parent / f".output.news-digest-new-{name}"
        left.mkdir()
        output._write_mark(left, output.Mark("unfinished"))
        (left / "index.html").write_text("half")
    with output.holding(site, lambda: None), output.in_the_making(site) as made:
        assert list(site.parent.glob(".output.news-digest-new-*")) == [made]


def test_of_a_site_in_the_making_the_mark_is_removed_last(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = site.parent / ".output.news-digest-new-one"
    (left / "tags").mkdir(parents=True)
    output._write_mark(left, output.Mark("unfinished"))
    for number in range(20):
        (left / f"{number}.html").write_text("half")
    unlink = Path.unlink

    def killed(path: Path, missing_ok: bool = False) -> None:
        if path.name == "7.html":
            raise Killed
        unlink(path, missing_ok)

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(Path, "unlink", killed)
        fill(site, "new")
    assert (left / output.MARK).exists()
    fill(site, "newer")
    assert [path.name for path in site.parent.iterdir()] == ["output"]


def test_a_site_is_exchanged_in_one_step_where_the_system_can(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can")
    renamed: list[Path] = []
    monkeypatch.setattr(Path, "rename", lambda path, _: renamed.append(path))
    fill(site, "new")
    assert page(site) == "new"
    assert renamed == []


def test_a_folder_of_somebodys_own_with_a_name_like_ours_is_left_alone(site: Path) -> None:
    own = site.parent / ".output.news-digest-new-ideas"
    own.mkdir()
    (own / "letter.txt").write_text("mine")
    for name in (".output.new", ".output.old"):
        (site.parent / name).mkdir()
    fill(site, "new")
    assert (own / "letter.txt").read_text() == "mine"
    assert (site.parent / ".output.old").exists()


def test_an_old_site_that_cannot_be_removed_is_a_notice_at_every_build_and_no_error(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refused)
        patch.setattr(Path, "rmdir", refused)
        for text in ("new", "newer"):
            notices = fill(site, text)
            assert page(site) == text
            assert notices
            assert all("this old site could not be removed; look into it" in notice for notice in notices)
    assert fill(site, "newest") == ()
    assert [path.name for path in site.parent.iterdir()] == ["output"]


def test_what_is_mounted_in_an_old_site_is_not_emptied(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "mounted").mkdir()
    (site / "mounted/film.mp4").write_bytes(b"film")
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path).name == "mounted")
    kept, notice = fill(site, "new")
    (old,) = (path for path in site.parent.iterdir() if path != site)
    assert kept == f"{site.as_posix()}/mounted: no build made it; it is kept"
    assert old.as_posix() in notice
    assert (old / "mounted/film.mp4").read_bytes() == (site / "mounted/film.mp4").read_bytes() == b"film"


def test_an_output_that_cannot_be_replaced_is_named_in_one_line(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise OSError(16, "Device or resource busy")

    no_exchange(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", busy)
        with pytest.raises(InputError, match=r"it cannot be replaced \(Device or resource busy\); name another folder"):
            fill(site, "new")
    assert page(site) == "old"
    assert [path.name for path in site.parent.iterdir()] == ["output"]
