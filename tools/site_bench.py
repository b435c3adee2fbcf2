"""Whole sites: what their builds take, beside other generators that make as many pages of the same size."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Final

from generator.build import SETTINGS
from generator.editions.edition import make_edition
from generator.editions.store import newest_edition, write_edition
from generator.fingerprint import Looked
from generator.load import story_folders
from generator.model import EditionKind
from generator.preparing import mode_of
from generator.shelf import Shelf
from generator.stories import Mode, Whole, kept_story, kept_whole, story_key
from tools.demo.__main__ import write_content
from tools.peers.content import write_content as write_peers
from tools.peers.running import PEERS, ROOT, Cost, fetch, measure

DRAFTED: Final = 100  # of more stories the others are signed copies of these, for drafting takes .1 s each
_ADDRESS: Final = "https://bench.example"
_TITLE: Final = "| build | seconds | CPU seconds | memory, MB |\n|---|---|---|---|"
_DRAFTS, _FIRST, _SAME, _EDITED = "drafts, all for the first time", "signed, first", "nothing changed", "one edited"
_AGAIN: Final = "a third one edited, after two edits"
_DAY: Final = timedelta(days=1)


def site_table(stories: int, beside: bool, drafted: int = DRAFTED) -> str:
    """Costs of builds of a site of so many invented stories as a table: as drafts, where there are no more than
    ``drafted``, then signed; ``beside`` others, which are fetched. Raises whatever a build or a peer ends with."""
    if beside:
        fetch()
    with tempfile.TemporaryDirectory(prefix="news-digest-bench-") as name:
        costs: dict[str, Cost] = {}
        for what, cost in _costs(Path(name), stories, min(stories, drafted), beside):
            print(f"{stories} stories, {what}: {cost.seconds:.1f} s, {cost.processor:.1f} CPU s", file=sys.stderr)
            costs[what] = cost
    rows = [f"| {what} | {one.seconds:.1f} | {one.processor:.1f} | {one.memory:.0f} |" for what, one in costs.items()]
    title = f"The site of {stories} invented stories of 3 to 5 captures, with {os.cpu_count()} processors"
    return "\n".join((f"{title}; memory is that of the largest process", "", _TITLE, *rows, *_ratios(costs)))


def _ratios(costs: dict[str, Cost]) -> list[str]:
    """The targets that hang on another generator: seconds by seconds, and CPU seconds, which other work on the machine
    moves less."""
    hugo, pelican = "Hugo", "Pelican with markdown-it-py"
    wanted = ((_EDITED, hugo, 0.5), (_AGAIN, hugo, 0.5), (_SAME, hugo, 0.25), (_DRAFTS, pelican, 4.0))
    lines = ["", "| build | beside | seconds | CPU seconds | at most |", "|---|---|---|---|---|"]
    for build, peer, most in wanted:
        if build in costs and peer in costs:
            ours, theirs = costs[build], costs[peer]
            wall, processor = ours.seconds / theirs.seconds, ours.processor / theirs.processor
            lines.append(f"| {build} | {peer} | {wall:.2f} x | {processor:.2f} x | {most:g} x |")
    return lines if len(lines) > 3 else []


def _costs(folder: Path, stories: int, drafted: int, beside: bool) -> Iterator[tuple[str, Cost]]:
    content = folder / "content"
    write_content(content, drafted)
    cost = _build(folder)
    if stories == drafted:
        yield _DRAFTS, cost
    if beside and stories == drafted:
        yield from _peers(folder)
    shutil.rmtree(folder / "site")
    _sign(folder, stories)
    shutil.rmtree(folder / "cache")
    yield _FIRST, _build(folder, publish=True)
    if beside and stories > drafted:
        yield from _peers(folder)
    yield _SAME, _build(folder, publish=True)
    folders = story_folders(content / "stories")
    _edit(folders[stories // 2])
    yield _EDITED, _build(folder, publish=True)
    _edit(folders[stories // 3])
    _build(folder, publish=True)
    _edit(folders[stories // 4])
    yield _AGAIN, _build(folder, publish=True)


def _peers(folder: Path) -> Iterator[tuple[str, Cost]]:
    write_peers(folder / "site", folder / "peers")
    for name, build in PEERS.items():
        work = folder / "work"
        work.mkdir()
        yield name, build(folder / "peers", work)
        shutil.rmtree(work)


def _build(folder: Path, publish: bool = False) -> Cost:
    command = [sys.executable, "-m", "generator.build", "--content", str(folder / "content")]
    command += ["--output", str(folder / "site"), "--cache", str(folder / "cache")]
    return measure([*command, *(("--publish", "--siteurl", _ADDRESS) if publish else ())], ROOT)


def _sign(folder: Path, stories: int) -> None:
    """Sign what was drafted, which the cache has, and copies of it under other names up to so many stories."""
    shelf = Shelf(folder / "cache")
    mode = mode_of(SETTINGS)
    drafts = story_folders(folder / "content" / "stories")
    looked = Looked(folder / "content" / "stories", shelf)
    wholes = [_drafted(one, mode, shelf, looked) for one in drafts]
    shelf.close()
    for number in range(stories):
        folder, whole = drafts[number % len(drafts)], wholes[number % len(drafts)]
        digest = whole.digest
        if number >= len(drafts):
            copy = folder.with_name(f"{folder.name}-{number}")
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("editions"))
            folder, digest = copy, replace(digest, slug=copy.name)
        at = datetime.combine(digest.date + _DAY, time(8), UTC)
        write_edition(folder, make_edition(digest, None, EditionKind.FIRST, at))


def _drafted(folder: Path, mode: Mode, shelf: Shelf, looked: Looked) -> Whole:
    known = kept_story(story_key(folder, mode, looked.hash(folder)), shelf)
    whole = kept_whole(known, shelf) if known else None
    if whole is None:
        raise LookupError(f"{folder}: the build kept nothing of it")
    return whole


def _edit(folder: Path) -> None:
    """Another title of a story, signed."""
    last = newest_edition(folder)
    assert last is not None
    digest = replace(last.digest, title=f"{last.digest.title}, once more")
    at = last.mark.signed + _DAY
    write_edition(folder, make_edition(digest, last, EditionKind.UPDATED, at))
