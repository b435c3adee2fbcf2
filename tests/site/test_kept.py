"""What one build keeps for the next: nothing of it is ever wrong, and what did not change costs nothing."""

from __future__ import annotations

import ast
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator import build, newsroom, pelican_plugin, pipeline, stories, unchanged
from generator.build import Built, Plan, build_site
from generator.catalogue import catalogue_file, read_catalogue
from generator.drafting import make_draft
from generator.editions import store
from generator.editions.edition import make_edition
from generator.errors import StoriesError
from generator.fingerprint import _PACKAGES, Looked
from generator.model import EditionKind, Hold
from generator.pelican_plugin import entries, press
from generator.pelican_plugin.press import Press
from generator.shelf import FILE, Shelf
from generator.unchanged import inputs_hash
from tests.site.test_build import ROOT, files

STORY = "---\ntitle: The {name} of Vann\ndate: 2031-05-0{day}\ntags: [Vann, {name}]\n---\n{body}"
ARTICLE = """Storm closes the {name} of Vann

The {name} of Vann was closed for two days after a storm tore away a part of its wall, officials said on Monday.

The council of the island met and decided to rebuild the {name} in stone, which will cost about two million crowns.
"""
VISIT = """Ada Kell visits the {name} of Vann

Ada Kell visited the {name} on Monday, the council said. Ada Kell praised the wall of the {name} in a speech.

On Tuesday Ada Kell met the fishermen of the island, who had asked for money.
"""
NAMES = ("harbour", "lighthouse", "market")


class Newsroom:
    """A content folder, a theme and settings of its own, with the site that builds with a cache make of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.cache = folder / "cache"
        self.site = folder / "site"
        self.address = "https://vann.example"
        shutil.copytree(ROOT / "content/pages", self.content / "pages")
        shutil.copytree(ROOT / "theme", folder / "theme")
        shutil.copy(ROOT / "publishconf.py", folder / "publishconf.py")
        for day, name in enumerate(NAMES, start=1):
            self.add(name, day)

    def add(self, name: str, day: int) -> None:
        self.write(f"{name}/story.md", STORY.format(name=name, day=day, body=""))
        self.write(f"{name}/captures/gazette.txt", ARTICLE.format(name=name))

    def path(self, name: str) -> Path:
        return self.content / "stories" / name

    def write(self, name: str, text: str) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text(text, encoding="utf-8")

    def change(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def sign(self, name: str) -> None:
        folder = self.path(name)
        last = store.newest_edition(folder)
        kind = EditionKind.UPDATED if last else EditionKind.FIRST
        at = datetime(2031, 5, 9, 8 + (last.mark.number if last else 0), tzinfo=UTC)
        store.write_edition(folder, make_edition(make_draft(folder).digest, last, kind, at))

    def picture(self, shade: int) -> None:
        Image.new("L", (40, 30), shade).save(self.path("market/plan.png"))

    def image(self, data: bytes) -> None:
        (self.content / "images").mkdir(exist_ok=True)
        (self.content / "images/plan.svg").write_bytes(data)

    def build(self, output: Path | None = None, cached: bool = True, jobs: int = 1) -> Built:
        settings = self.folder / "publishconf.py"
        cache = self.cache if cached else None
        return build_site(Plan(output or self.site, self.content, settings, self.address, cache=cache, jobs=jobs))

    def clean(self) -> dict[str, bytes]:
        """The files of a site that is built of the same with nothing that was kept."""
        output = self.folder / "clean"
        self.build(output, cached=False)
        found = files(output)
        shutil.rmtree(output)
        return found


def is_same(path: Path, before: os.stat_result) -> bool:
    """Whether a file is the one that it was, untouched."""
    if not path.exists():
        return False
    now = path.stat()
    return (now.st_ino, now.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


CHANGES: tuple[tuple[str, Callable[[Newsroom], object]], ...] = (
    ("nothing", lambda room: None),
    ("a capture", lambda room: room.change(room.path("market/captures/gazette.txt"), "two million", "three million")),
    ("a new capture", lambda room: room.write("market/captures/post.txt", ARTICLE.format(name="market"))),
    ("a tag", lambda room: room.change(room.path("harbour/story.md"), "Vann, harbour", "Vann, sea, harbour")),
    ("a title, and with it the links of its neighbours",
     lambda room: room.change(room.path("lighthouse/story.md"), "title: The", "title: The old")),
    ("a decision", lambda room: room.write(
        "market/decisions.yaml", '- {drop: {gazette: "The council of the island met"}, why: "dull"}\n')),
    ("another decision", lambda room: room.write(
        "market/decisions.yaml", '- {furniture: {gazette: "The council of the island met"}}\n')),
    ("a capture that holds the same", lambda room: shutil.copy(
        room.path("market/captures/gazette.txt"), room.path("market/captures/copy.txt"))),
    ("a capture under another name", lambda room: room.path("market/captures/copy.txt").rename(
        room.path("market/captures/again.txt"))),
    ("what an editor says of a capture", lambda room: room.change(
        room.path("market/story.md"), "tags:", "sources: [{file: captures/again.txt, publisher: Vann Post}]\ntags:")),
    ("a capture that another form reads", lambda room: room.path("harbour/captures/gazette.txt").rename(
        room.path("harbour/captures/gazette.md"))),
    ("an edition", lambda room: room.sign("market")),
    ("a second edition", lambda room: (
        room.change(room.path("market/captures/gazette.txt"), "three million", "four million"), room.sign("market"))),
    ("a hold", lambda room: store.write_hold(
        room.path("market"), Hold(datetime(2031, 5, 10, 9, tzinfo=UTC), "We are asking the council."))),
    ("a picture", lambda room: (room.picture(40), room.write(
        "market/story.md", STORY.format(name="market", day=3, body="\n![A plan](plan.png)\n")))),
    ("another picture of the same name", lambda room: room.picture(90)),
    ("another story", lambda room: room.add("pier", 2)),
    ("a name that one story has", lambda room: room.write("pier/captures/visit.txt", VISIT.format(name="pier"))),
    ("a name that two stories have", lambda room: room.write(
        "harbour/captures/visit.txt", VISIT.format(name="harbour"))),
    ("a story that goes", lambda room: shutil.rmtree(room.path("lighthouse"))),
    ("a page of the editor's", lambda room: (room.content / "pages/help.md").write_text(
        "---\ntitle: Help\n---\nHere.\n")),
    ("a template", lambda room: room.change(
        room.folder / "theme/templates/article.html", "summary_large_image", "summary")),
    ("a template that others include", lambda room: room.change(
        room.folder / "theme/templates/turn.html", 'class="turn"', 'class="beside"')),
    ("the style sheet", lambda room: (room.folder / "theme/static/site.css").write_text("body { color: black }\n")),
    ("a setting", lambda room: room.change(room.folder / "publishconf.py", "The Collation", "The Vann Collation")),
    ("the language", lambda room: room.change(
        room.folder / "publishconf.py", 'DEFAULT_LANG = "en"', 'DEFAULT_LANG = "de"')),
    ("a translation", lambda room: room.change(
        room.folder / "theme/translations/de/LC_MESSAGES/messages.po", 'msgstr "Archiv"', 'msgstr "Ablage"')),
    ("a file that pages may link to", lambda room: room.image(b"one")),
    ("another file of the same name and size", lambda room: room.image(b"two")),
    ("a file of the site that is gone", lambda room: (room.site / "stories/market/index.html").unlink()),
    ("a capture that goes", lambda room: room.path("market/captures/post.txt").unlink()),
    ("a cache of other bytes", lambda room: (room.cache / FILE).write_bytes(os.urandom(5000))),
    ("no cache", lambda room: shutil.rmtree(room.cache)),
    ("a site that is gone", lambda room: shutil.rmtree(room.site)),
    ("a story that comes again", lambda room: room.add("lighthouse", 2)),
)  # fmt: skip


def test_whatever_changes_the_site_is_that_of_a_clean_build_byte_for_byte(room: Newsroom) -> None:
    room.build()
    for what, change in CHANGES:
        change(room)
        room.build()
        assert files(room.site) == room.clean(), what


def test_another_release_of_the_program_makes_everything_anew(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.build()
    monkeypatch.setattr("generator.site.story._WORDS_A_MINUTE", 1)
    for module in (stories, press, unchanged):
        monkeypatch.setattr(module, "program", lambda: "another")
    room.build()
    assert files(room.site) == room.clean()


def test_every_package_that_a_build_computes_with_is_told_by_its_release() -> None:
    apart = (Path("generator/desk/web"), Path("generator/intake"))  # of which no build asks anything
    paths = [path for path in Path("generator").rglob("*.py") if not any(path.is_relative_to(one) for one in apart)]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    named = [one.name for node in nodes if isinstance(node, ast.Import) for one in node.names]
    named += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    modules = {name.partition(".")[0] for name in named} - sys.stdlib_module_names - {"generator"}
    installed = packages_distributions()
    # Plugins share the namespace of what they plug into, whose own name is that of the module.
    owners = {module: module if module in installed[module] else installed[module][0] for module in modules}
    needed = {re.sub(r"[._]", "-", owner).lower() for owner in owners.values()}
    assert {"babel", "pdfminer-six"} <= needed
    assert needed - {package.lower() for package in _PACKAGES} == set()


def assert_is_put_back(room: Newsroom, path: Path, monkeypatch: pytest.MonkeyPatch, *replaced: Any) -> None:
    """A build with something replaced, which changes a file, leaves nothing wrong for the next, which has it back."""
    first = path.read_text(encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(*replaced)
        room.build()
    path.write_text(first, encoding="utf-8")
    room.build()
    assert files(room.site) == room.clean()


def test_a_file_that_is_changed_while_its_story_is_drafted_is_kept_under_no_name_of_what_it_was(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, path = newsroom.work_story, room.path("market/captures/gazette.txt")

    def saved_meanwhile(folder: Path, *others: Any) -> Any:
        if folder.name == "market":
            room.change(path, "two million", "three million")
        return work(folder, *others)

    assert_is_put_back(room, path, monkeypatch, newsroom, "work_story", saved_meanwhile)


def test_a_template_that_is_changed_while_pages_are_made_is_kept_under_no_name_of_what_it_was(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, path = Press.read_templates, room.folder / "theme/templates/article.html"

    def saved_meanwhile(self: Press) -> None:
        path.write_text(path.read_text(encoding="utf-8").replace("summary_large_image", "summary"))
        read(self)

    assert_is_put_back(room, path, monkeypatch, Press, "read_templates", saved_meanwhile)


def test_a_program_that_was_changed_since_it_was_started_leaves_nothing_behind(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "is_changed", lambda: True)
    room.build()
    with monkeypatch.context() as patch, pytest.raises(StoriesError):
        patch.setattr(pipeline, "work", None)
        room.build()


def test_an_unchanged_story_is_not_drafted_and_its_pages_are_not_rendered(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.build()
    before = files(room.site)
    monkeypatch.setattr(pipeline, "work", None)
    monkeypatch.setattr(stories, "story_view", None)
    monkeypatch.setattr(entries, "card_png", None)
    room.build()
    assert files(room.site) == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_a_story_that_an_editor_decides_on_or_adds_to_only_what_is_new_is_read(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    room.build(jobs=jobs)
    for stage in ("extract", "find_metadata", "segment", "find_passages"):
        monkeypatch.setattr(pipeline, stage, None)
    room.write("market/decisions.yaml", '- {drop: {gazette: "The council of the island met"}, why: "dull"}\n')
    shutil.copy(room.path("market/captures/gazette.txt"), room.path("harbour/captures/post.txt"))
    room.build(jobs=jobs)
    monkeypatch.undo()
    assert files(room.site) == room.clean()


def test_what_was_read_of_a_story_that_failed_is_not_read_again(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "compare", None)
    with pytest.raises(StoriesError):
        room.build()
    monkeypatch.undo()
    for stage in ("extract", "find_metadata", "segment", "find_passages"):
        monkeypatch.setattr(pipeline, stage, None)
    room.build()
    monkeypatch.undo()
    assert files(room.site) == room.clean()


def test_an_edition_is_read_once_for_a_story(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.sign("market")
    read, numbers = store.read_edition, []
    monkeypatch.setattr(store, "read_edition", lambda folder, number: (numbers.append(number), read(folder, number))[1])
    assert [one.mark.number for one in store.all_editions(room.path("market"))] == [1]
    assert numbers == [1]


def test_what_is_kept_is_kept_for_longer_than_a_minute(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.build()
    later = datetime.now(UTC) + timedelta(days=1)  # Babel writes the time of reading into what it has read
    read = read_catalogue(catalogue_file(room.folder / "theme/translations", "en"))
    monkeypatch.setattr(read, "creation_date", later)
    monkeypatch.setattr("generator.catalogue.read_catalogue", lambda _: read)
    monkeypatch.setattr(pipeline, "work", None)
    room.build()


def test_a_draft_that_cannot_be_made_is_tried_and_told_at_every_build(room: Newsroom) -> None:
    room.write("market/story.md", "---\ntitel: The market\n---\n")
    for _ in range(2):
        with pytest.raises(StoriesError, match="titel"):
            room.build()


def test_a_file_with_the_same_bytes_stays_the_same_file_with_its_time(room: Newsroom) -> None:
    room.build()
    before = {path: path.stat() for path in room.site.rglob("*") if path.is_file()}
    room.change(room.path("harbour/captures/gazette.txt"), "two million", "three million")
    room.build()
    same = {path.relative_to(room.site).as_posix() for path, one in before.items() if is_same(path, one)}
    assert {"theme/site.css", "stories/market/index.html", "stories/market/card.png", "404.html"} <= same
    assert "stories/harbour/index.html" not in same
    assert "rss.xml" not in same


def test_what_a_story_had_is_gone_with_it_at_the_next_build_and_the_one_after(room: Newsroom) -> None:
    for _ in range(3):
        room.build()
    shutil.rmtree(room.path("market"))
    for _ in range(2):
        room.build()
        assert not (room.site / "stories/market").exists()
        assert not (room.site / "tags/market").exists()


def test_nothing_is_left_beside_the_site(room: Newsroom) -> None:
    for day in range(3):
        room.add("pier", day + 1)
        room.build()
    assert sorted(path.name for path in room.folder.iterdir()) == [
        "cache",
        "content",
        "publishconf.py",
        "site",
        "theme",
    ]


def test_a_file_of_the_site_that_somebody_changed_is_refused_though_its_size_and_time_are_the_same(
    room: Newsroom,
) -> None:
    for _ in range(2):
        room.build()
    page = room.site / "stories/market/index.html"
    status, data = page.stat(), page.read_bytes()
    page.write_bytes(data.replace(b"market", b"MARKET"))
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    with pytest.raises(Exception, match="not as the build wrote it"):
        room.build()


def test_a_file_that_appears_in_the_site_is_kept_and_never_lost_with_the_old_one(room: Newsroom) -> None:
    room.build()
    (room.site / "letter.txt").write_text("mine")
    for _ in range(3):
        built = room.build()
        assert any("letter.txt: no build made it; it is kept" in notice for notice in built.notices)
        assert (room.site / "letter.txt").read_text() == "mine"
    (room.site / "letter.txt").unlink()
    for _ in range(2):
        room.build()
        assert not (room.site / "letter.txt").exists()


def test_two_folders_take_turns_as_the_site_whichever_story_changed(room: Newsroom) -> None:
    room.build()
    found = set()
    for name in ("harbour", "market", "lighthouse"):
        room.change(room.path(f"{name}/story.md"), f"title: The {name}", f"title: The new {name}")
        room.build()
        (aside,) = (room.cache / "sites").iterdir()
        found.add(frozenset(path.stat().st_ino for path in (room.site, aside)))
    assert len(found) == 1
    assert files(room.site) == room.clean()


def test_several_processes_make_the_same_bytes_as_one(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.build(cached=False)
    monkeypatch.setattr(entries, "_MANY", 2)
    settings, cache = room.folder / "publishconf.py", room.folder / "another cache"
    plan = Plan(room.folder / "other", room.content, settings, room.address, cache=cache, jobs=3)
    with monkeypatch.context() as patch:
        patch.setattr(entries.Entries, "_write_here", None)
        build_site(plan)
    assert files(plan.output) == files(room.site)
    room.change(room.path("market/captures/gazette.txt"), "two million", "three million")
    build_site(plan)
    assert files(plan.output) == room.clean()


def test_an_entry_that_fails_in_another_process_is_told_as_in_this(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(title: str, *others: str) -> bytes:
        raise ZeroDivisionError(title)

    monkeypatch.setattr(entries, "_MANY", 2)
    monkeypatch.setattr(entries, "card_png", failing)
    with pytest.raises(StoriesError, match=r"market: .*ZeroDivisionError: The market of Vann"):
        build_site(Plan(room.folder / "other", room.content, room.folder / "publishconf.py", jobs=2))


def test_a_failure_in_another_process_is_told_as_one_in_this(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.segment.Sentence", None)
    plan = Plan(room.folder / "other", room.content, room.folder / "publishconf.py", jobs=2)
    with pytest.raises(StoriesError, match="market: an internal error in segment: TypeError"):
        build_site(plan)


def test_what_is_put_on_a_shelf_is_there_for_the_next(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("a", ("bridge", 1))
    assert shelf.get("a") == ("bridge", 1)
    shelf.close()
    assert Shelf(tmp_path).get("a") == ("bridge", 1)
    assert Shelf(tmp_path).get("b") is None


def test_a_damaged_item_is_as_if_it_had_never_been_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("a", "bridge")
    shelf.save()
    connection = shelf._connection()
    assert connection is not None
    with connection:
        connection.execute("UPDATE item SET data = substr(data, 1, 20) || x'00' || substr(data, 22)")
    assert shelf.get("a") is None


def test_a_shelf_that_is_full_lets_go_what_was_used_least(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, most_bytes=100_000)
    for number in range(10):
        shelf._today = number
        shelf.put(str(number), os.urandom(20_000))
    shelf.close()
    kept = [number for number in range(10) if Shelf(tmp_path).get(str(number)) is not None]
    assert kept == [7, 8, 9]
    assert (tmp_path / FILE).stat().st_size < 150_000


def test_a_shelf_that_another_build_is_writing_to_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("a", 1)
    shelf.close()
    monkeypatch.setattr("generator.shelf._WAIT", 0.01)
    with sqlite3.connect(tmp_path / FILE, isolation_level="EXCLUSIVE") as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        waiting = Shelf(tmp_path)
        waiting.put("b", 2)
        waiting.close()
        other.rollback()
    other.close()
    assert Shelf(tmp_path).get("a") == 1


def test_a_shelf_that_cannot_be_made_keeps_nothing_and_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    shelf = Shelf(tmp_path / "file")
    shelf.put("a", 1)
    shelf.close()
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("old", [False, True])
def test_a_file_with_other_bytes_of_the_same_size_and_time_is_another(old: bool, tmp_path: Path) -> None:
    folder, shelf = tmp_path / "story", Shelf(tmp_path / "cache")
    folder.mkdir()
    (folder / "story.md").write_text("one")
    if old:
        os.utime(folder / "story.md", ns=(0, 10**18 + 1))
    looked = Looked(tmp_path, shelf)
    first = looked.hash(folder)
    looked.save()
    status = (folder / "story.md").stat()
    (folder / "story.md").write_text("two")
    os.utime(folder / "story.md", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert Looked(tmp_path, shelf).hash(folder) != first


def test_a_folder_with_a_link_to_another_folder_has_no_hash(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "story").mkdir()
    (tmp_path / "story/captures").symlink_to(tmp_path / "elsewhere")
    assert Looked(tmp_path, Shelf(tmp_path / "cache")).hash(tmp_path / "story") is None


def test_a_site_in_which_nothing_changed_stays_where_it_is(room: Newsroom) -> None:
    room.build()
    time.sleep(0.1)
    room.build()
    before = {path: path.stat().st_ino for path in (room.site, room.site / "stories", room.site / "index.html")}
    room.build()
    assert {path: path.stat().st_ino for path in before} == before
    assert [path.name for path in room.folder.iterdir() if path.name.startswith(".site")] == []


def test_a_site_in_which_nothing_changed_is_told_of_again_and_neither_pelican_nor_the_pipeline_runs(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = room.build()
    monkeypatch.setattr(pelican_plugin, "run", None)
    monkeypatch.setattr(newsroom, "Newsroom", None)
    again = room.build()
    assert again == first


def test_a_build_in_which_nothing_changed_loads_neither_pelican_nor_the_pipeline(room: Newsroom) -> None:
    room.build()
    code = (
        "import sys; from pathlib import Path; from generator.build import Plan, build_site;"
        "build_site(Plan(*map(Path, sys.argv[1:4]), sys.argv[5], cache=Path(sys.argv[4])));"
        "print({'pelican', 'lxml', 'generator.pipeline', 'generator.site'} & set(sys.modules))"
    )
    settings = room.folder / "publishconf.py"
    given = [*map(str, (room.site, room.content, settings, room.cache)), room.address]
    told = subprocess.run([sys.executable, "-c", code, *given], check=True, cwd=ROOT, capture_output=True, text=True)
    assert told.stdout == "set()\n"


def test_a_story_that_is_held_is_told_of_at_every_build(room: Newsroom) -> None:
    room.sign("market")
    room.write("market/decisions.yaml", '- {drop: {gazette: "words that nobody wrote"}, why: "dull"}\n')
    for _ in range(2):
        assert list(room.build().held) != []


@pytest.mark.parametrize(
    "setting", ['PLUGINS = [*PLUGINS, "another"]', 'STATIC_PATHS = ["../images"]', "JINJA = print"]
)
def test_settings_that_no_hash_tells_let_every_build_look_at_all(setting: str, room: Newsroom) -> None:
    path = room.folder / "publishconf.py"
    looked = Looked(room.content, Shelf(room.cache))
    assert inputs_hash(path, room.content, looked) != ""
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{setting}\n", encoding="utf-8")
    assert inputs_hash(path, room.content, looked) == ""


def test_a_folder_of_stories_that_leads_elsewhere_now_is_another(room: Newsroom, tmp_path: Path) -> None:
    shutil.move(room.path("market"), tmp_path / "north")
    shutil.copytree(tmp_path / "north", tmp_path / "south")
    found = set()
    for name in ("north", "south"):
        room.path("market").unlink(missing_ok=True)
        room.path("market").symlink_to(tmp_path / name)
        found.add(inputs_hash(room.folder / "publishconf.py", room.content, Looked(room.content, Shelf(room.cache))))
    assert len(found) == 2


def test_a_template_is_compiled_once_for_all_builds(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.build()
    monkeypatch.setattr("jinja2.environment.Environment.compile", None)
    room.change(room.path("harbour/captures/gazette.txt"), "two million", "three million")
    room.build()
    assert "three million" in (room.site / "stories/harbour/index.html").read_text(encoding="utf-8")
