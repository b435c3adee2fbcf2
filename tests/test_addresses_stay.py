"""No address or anchor that was published ever answers with nothing: whatever an editor does to a signed story, the
next site has every file and every anchor of the one before."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator import build
from generator.desk.signing import sign, withdraw
from generator.editions import newest_edition
from generator.errors import HeldError
from generator.model import EditionKind
from tests.deciding import FRONT, claim, decide, write_story
from tests.site.reading import dead_links, pages

ROOT = Path(__file__).parent
ADDRESS = "https://news.example"
AT = datetime(2031, 5, 5, 9, 30, tzinfo=UTC)
STORIES = ("stories/dam-talks", "spec/ghana-election-count", "spec/port-strike-saltholm")
CAPTURES = [(story, path.name) for story in STORIES for path in sorted((ROOT / story / "captures").iterdir())]
Places = set[tuple[str, str]]  # a file of the site and an anchor in it, "" for the file


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """The folder of stories of a content folder."""
    folder = tmp_path / "content/stories"
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/method.md").write_text("---\ntitle: Method\n---\nHow this is made.\n")
    folder.mkdir()
    return folder


def places(stories: Path) -> Places:
    """All that the published site of these stories has; no link in it leads to nothing."""
    output = stories.parents[1] / "output"
    options = ["--content", str(stories.parent), "--output", str(output), "--publish", "--siteurl", ADDRESS]
    assert build.main(options) == 0
    assert dead_links(output, ADDRESS) == []
    found = {(path.relative_to(output).as_posix(), "") for path in output.rglob("*") if path.is_file()}
    listing = ("404.html", "index.html")  # of the latest stories: what they list goes with time
    return found | {(name, one) for name, page in pages(output) for one in page.ids if name not in listing}


def lost(story: Path, change: Callable[[Path], object], *further: Callable[[Path], object]) -> Places:
    """What the site has no more after each change of a signed story, which is then signed anew."""
    sign(story, EditionKind.FIRST, AT)
    before = places(story.parent)
    gone: Places = set()
    for number, one in enumerate((change, *further), start=1):
        moved = one(story)
        story = moved if isinstance(moved, Path) else story
        edition = newest_edition(story)
        if edition is None or edition.mark.number == number:
            sign(story, EditionKind.CORRECTED, AT + timedelta(days=40 * number), "Mended.")
        after = places(story.parent)
        gone |= before - after
        before |= after
    return gone


@pytest.mark.parametrize(("name", "capture"), CAPTURES)
def test_with_a_capture_that_comes_later_every_address_stays(stories: Path, name: str, capture: str) -> None:
    story = stories / Path(name).name
    shutil.copytree(ROOT / name, story)
    data = (story / "captures" / capture).read_bytes()
    (story / "captures" / capture).unlink()
    assert lost(story, lambda folder: (folder / "captures" / capture).write_bytes(data)) == set()


OPENED, RIBBON = '{gazette: "The pier of Orm opened"}', '{gazette: "cut the ribbon"}'
CAME, BAND = '{radio: "Hundreds of visitors came"}', '{gazette: "a band played"}'
CRITICS, HURT = '{radio: "Critics say"}', '{courier: "Two workers were hurt"}'
THREE, FOUR = '{gazette: "cost three million"}', '{courier: "cost four million"}'
CHANGES = {
    "dropped": (f"drop: {RIBBON}", f"drop: {CRITICS}"),
    "joined": (f"same: [{RIBBON}, {BAND}, {CAME}]",),
    "apart": (f"apart: [{OPENED}, {CAME}]",),
    "parted": ('apart: [{radio: "Hundreds of visitors"}, {radio: "when it opened"}]',),
    "worded": (f'text: "The pier opened.", of: {OPENED}', f'text: "Ada Kell cut the ribbon.", of: {RIBBON}'),
    "placed": (f"section: The day, of: [{RIBBON}, {CRITICS}, {HURT}]",),
    "agreed": (f"agree: [{THREE}, {FOUR}]",),
    "asked": (f'ask: "What did it cost?", of: {THREE}',),
    "summarised": (f"summary: [{RIBBON}]",),
    "furniture": (f"furniture: {CRITICS}",),
    "nothing left of a source": tuple(f"drop: {{radio: {one!r}}}" for one in (
        "Hundreds of visitors came", "Critics say", "The old lighthouse")),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_the_editor_decides_every_address_stays(stories: Path, name: str) -> None:
    story = write_story(stories / "pier")
    assert lost(story, lambda folder: decide(folder, *CHANGES[name]) and None, lambda folder: decide(folder)) == set()


def retold(front: str, body: str = "") -> Callable[[Path], None]:
    return lambda folder: (folder / "story.md").write_text(f"---\n{front}---\n{body}") and None


SUMMARY = FRONT + 'summary: "The pier of Orm opened.[^1] A band played.[^2]"\n'
NOTES = '[^1]: gazette: "The pier of Orm opened"\n[^2]: gazette: "a band played"\n'
TOLD = f"The pier of Orm opened.[^1] A band played on the quay.[^2]\n\n{NOTES}"


@pytest.mark.parametrize(("first", "then"), [
    ((FRONT + "tags: [Orm, Piers]\n", ""), (FRONT + "tags: [Harbours]\n", "")),
    ((FRONT, ""), ("title: The other pier\ndate: 2031-07-01\n", "")),
    ((FRONT, ""), (FRONT + "leave-out: [captures/radio.txt]\n", "")),
    ((FRONT + "leave-out: [captures/gazette.txt]\n", ""), (FRONT, "")),
    ((SUMMARY, NOTES), (FRONT, "")),
    ((SUMMARY, NOTES), (SUMMARY.replace("A band played.[^2]", ""), NOTES.splitlines()[0] + "\n")),
    ((FRONT, TOLD), (FRONT, "")),
    ((FRONT + "sources:\n  - {file: captures/radio.txt, id: wireless}\n", ""), (FRONT, "")),
])  # fmt: skip
def test_whatever_the_editor_writes_every_address_stays(
    stories: Path, first: tuple[str, str], then: tuple[str, str]
) -> None:
    story = write_story(stories / "pier", front=first[0], body=first[1])
    assert lost(story, retold(*then), retold(*first)) == set()


def test_a_story_that_is_withdrawn_and_comes_back_keeps_every_address(stories: Path) -> None:
    story = write_story(stories / "pier", front=FRONT + "tags: [Orm]\n")
    taken = lost(story, lambda folder: withdraw(folder, AT + timedelta(days=1), "Another pier.") and None,
                 lambda folder: decide(folder, f"drop: {RIBBON}") and None)  # fmt: skip
    assert taken == set()


def test_a_story_that_is_renamed_leads_from_its_old_addresses_to_the_new_ones(stories: Path) -> None:
    story = write_story(stories / "pier")
    sign(story, EditionKind.FIRST, AT)
    before = {name for name, _ in places(stories) if not name.endswith((".json", ".png"))}
    shutil.move(story, stories / "quay")
    retold(FRONT + "aliases: [pier]\n")(stories / "quay")
    sign(stories / "quay", EditionKind.REFILED, AT + timedelta(days=1))
    assert before - {name for name, _ in places(stories)} == set()


def page(stories: Path) -> str:
    places(stories)
    return (stories.parents[1] / "output/stories/pier/index.html").read_text()


def signed_twice(stories: Path, *decisions: str) -> tuple[Path, dict[str, str]]:
    """A story signed before and after these decisions, and the ids of its first claims by their first words."""
    story = write_story(stories / "pier")
    first = sign(story, EditionKind.FIRST, AT).digest
    decide(story, *decisions)
    sign(story, EditionKind.CORRECTED, AT + timedelta(days=1), "Mended.")
    return story, {" ".join(one.text.split()[:2]): one.id for one in first.claims}


def test_where_a_dropped_claim_stood_it_says_that_it_was_withdrawn(stories: Path) -> None:
    story, ids = signed_twice(stories, f"drop: {RIBBON}")
    edition = newest_edition(story)
    assert edition is not None and edition.digest.withdrawn == ((ids["Mayor Ada"], 2),)
    assert f'id="{ids["Mayor Ada"]}"' in page(stories)
    assert "withdrawn in edition 2" in page(stories)


def test_a_claim_that_others_have_joined_bears_their_anchors(stories: Path) -> None:
    story, ids = signed_twice(stories, f"same: [{RIBBON}, {BAND}]", f"lead: {RIBBON}")
    edition = newest_edition(story)
    assert edition is not None
    found = claim(edition.digest, "cut the ribbon")
    assert (found.id, found.joined) == (ids["Mayor Ada"], (ids["A band"],))


def test_a_claim_that_was_split_from_another_says_so(stories: Path) -> None:
    story, ids = signed_twice(stories, f"apart: [{OPENED}, {CAME}]")
    edition = newest_edition(story)
    assert edition is not None
    kept, parted = claim(edition.digest, "The pier of Orm opened"), claim(edition.digest, "Hundreds of visitors")
    assert kept.id == ids["The pier"]
    assert parted.split_from == kept.id
    assert parted.since == 2
    assert f"before that a part of #{kept.id}" in page(stories) or parted.under


def test_a_claim_keeps_its_id_whatever_words_and_sources_it_has(stories: Path) -> None:
    same = f'same: [{OPENED}, {{courier: "Visitors could walk"}}]'
    story, ids = signed_twice(stories, same)
    decide(story, same, f'text: "The pier opened.", of: {OPENED}')
    edition = sign(story, EditionKind.CORRECTED, AT + timedelta(days=2), "In fewer words.")
    found = claim(edition.digest, "The pier opened.")
    assert (found.id, "courier" in found.sources) == (ids["The pier"], True)


def test_a_claim_that_was_withdrawn_and_comes_back_has_its_id_again(stories: Path) -> None:
    story, ids = signed_twice(stories, f"drop: {RIBBON}")
    decide(story)
    edition = sign(story, EditionKind.CORRECTED, AT + timedelta(days=2), "It was right.")
    assert claim(edition.digest, "cut the ribbon").id == ids["Mayor Ada"]
    assert edition.digest.withdrawn == ()


def test_ids_that_were_published_are_given_to_no_other_claim(stories: Path) -> None:
    story, ids = signed_twice(stories, f"drop: {RIBBON}", f"drop: {CRITICS}")
    edition = newest_edition(story)
    assert edition is not None
    assert {ids["Mayor Ada"], ids["Critics say"]}.isdisjoint(one.id for one in edition.digest.claims)


def test_a_signed_story_of_which_the_capture_is_gone_is_published_all_the_same(stories: Path) -> None:
    story = write_story(stories / "pier", f"drop: {RIBBON}")
    sign(story, EditionKind.FIRST, AT)
    before = places(stories)
    (story / "captures/gazette.txt").unlink()
    with pytest.raises(HeldError):
        sign(story, EditionKind.CORRECTED, AT + timedelta(days=1), "Mended.")
    assert places(stories) == before
