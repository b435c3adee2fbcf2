"""What waits to be filed: entries of feeds and files of a folder, with what was said of them before.

Entries go from their feeds after some days, so what was seen is kept in a file beside the stories; a file waits in its
folder as long as it is there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.desk.lines import alone
from generator.errors import InputError, told
from generator.intake.adding import Adder, Done, day_of
from generator.intake.feeds import Entry, read_feed
from generator.intake.saved import capture_files, plain_address, recorded_addresses
from generator.intake.web import Web, is_this_machine
from generator.load import load_source, story_folders
from generator.load.capture import MAX_FILE_BYTES, read_bytes
from generator.load.left_over import is_left_over
from generator.model import Article
from generator.nearest import Stories, Text
from generator.results import replace_whole

STATE = "inbox.json"
FOLDER = "inbox"
DISCARDED = "discarded"
_FORMAT = "news-digest-inbox/1"
_MOST_STATE = 50_000_000
_KEY = 8  # hexadecimal digits: of 10,000 items two are alike once in a hundred inboxes


class State(StrEnum):
    NEW = "new"
    LATER = "later"
    FILED = "filed"
    DISCARDED = "discarded"


_WAITING = (State.NEW, State.LATER)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that may be an article for a story. ``where`` is its address, or the file's path; ``feed`` the name of
    the feed, "" for a file; ``local`` says that its feed is on this machine; ``story`` where it was filed."""

    key: str
    where: str
    title: str = ""
    text: str = ""
    day: str = ""
    feed: str = ""
    local: bool = False
    state: State = State.NEW
    story: str = ""

    @property
    def is_file(self) -> bool:
        return not self.feed

    @property
    def weighed(self) -> Text:
        """What it is compared with stories by."""
        return Text(f"{self.title}\n{self.text}", date.fromisoformat(self.day) if self.day else None)


@dataclass(slots=True)
class Inbox:
    """The inbox of the stories in ``stories``; the files are those in ``folder``."""

    stories: Path
    folder: Path
    web: Web
    _read: dict[tuple[Path, str], Item] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Where it is kept what was said of items."""
        return self.stories.parent / STATE

    def waiting(self) -> tuple[Item, ...]:
        """What waits, files and entries that were seen: what is new first, then what was put off, the newest day first.
        Raises InputError where the file of the inbox cannot be read."""
        known = {item.key: item for item in read_state(self.path)}
        files = [replace(one, state=known[one.key].state if one.key in known else one.state) for one in self._files()]
        found = [*files, *(item for item in known.values() if not item.is_file)]
        waiting = [item for item in found if item.state in _WAITING]
        newest = sorted(waiting, key=lambda item: (item.day, item.key), reverse=True)
        return tuple(sorted(newest, key=lambda item: (item.state is State.LATER, not item.is_file)))

    def _files(self) -> Iterable[Item]:
        paths = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        for path in paths:
            if path.is_file() and not is_left_over(path):
                yield self._of_file(path)

    def _of_file(self, path: Path) -> Item:
        """The item of a file, which is read as an article once, however often it is asked what waits."""
        try:
            key = _key("file", sha256(read_bytes(path, MAX_FILE_BYTES)).hexdigest())
        except InputError as error:
            return _no_article(_key("file", path.name), path, error)
        if (path, key) not in self._read:
            self._read[path, key] = _of_file(path, key)
        return self._read[path, key]

    def collect(self, feeds: Sequence[str], trouble: Callable[[InputError], None]) -> int:
        """See what feeds announce that was never seen and that no story has; how many that are. ``trouble`` is told of
        each feed that cannot be had."""
        known = read_state(self.path)
        keys = {item.key for item in known}
        addresses = {plain for item in known if (plain := plain_address(item.where))}
        addresses.update(one for folder in self._folders() for one in recorded_addresses(folder))
        found: list[Item] = []
        for feed in feeds:
            try:
                fetched = self.web.fetch(feed)
                entries = read_feed(fetched.data, fetched.address, fetched.media_type)
            except InputError as error:
                trouble(error)
                continue
            for entry in entries:
                item = _of_entry(entry, is_this_machine(feed))
                plain = plain_address(item.where)
                if item.key in keys or plain in addresses:
                    continue
                found.append(item)
                keys.add(item.key)
                if plain is not None:
                    addresses.add(plain)
        if found:
            self._keep(found)
        return len(found)

    def find(self, key: str) -> Item:
        """The item of a key, or of its beginning. Raises InputError where none waits, or several do."""
        found = [item for item in self.waiting() if item.key.startswith(key)]
        if len(found) == 1:
            return found[0]
        problem = f"{len(found)} items begin with {key!r}" if found else f"no item {key!r} waits"
        raise InputError("inbox", problem, "list them with: python -m generator inbox --list")

    def file(self, item: Item, folder: Path, today: date) -> Done:
        """Put an item into the story in a folder, and take it out of the inbox. Raises as ``put`` does; then it waits
        on."""
        done = self.put(item, folder, today)
        self.settle(item, done, folder)
        return done

    def put(self, item: Item, folder: Path, today: date) -> Done:
        """Put an item into the story in a folder. Raises InputError where it cannot be had or holds no article."""
        return Adder(folder, today, web=self.web).add(item.where, local=item.local)

    def settle(self, item: Item, done: Done, folder: Path) -> None:
        """Take an item out of the inbox that stands in a story by now: a file goes where the story has its very bytes,
        and is set aside where the story has its article from elsewhere."""
        if not item.is_file:
            self.mark(item, State.FILED, folder.name)
        elif (folder / "captures" / done.name).read_bytes() == Path(item.where).read_bytes():
            Path(item.where).unlink()
            self._forget(item)
        else:
            self.discard(item)

    def discard(self, item: Item) -> None:
        """Never ask of an item again. A file is moved into a folder of its own, and stays there."""
        if item.is_file:
            aside = self.folder / DISCARDED
            aside.mkdir(exist_ok=True)
            Path(item.where).rename(_free(aside / Path(item.where).name))
            self._forget(item)
        else:
            self.mark(item, State.DISCARDED)

    def restore(self, item: Item) -> None:
        """Put a file that was discarded last back where it was. Raises InputError where it is not there any more."""
        place = Path(item.where)
        for path in sorted((self.folder / DISCARDED).glob(f"*{place.suffix}")):
            if not place.exists() and _key("file", sha256(path.read_bytes()).hexdigest()) == item.key:
                path.rename(place)
                return
        raise InputError(item.where, "it is not among what was discarded", "look for it there")

    def mark(self, item: Item, state: State, story: str = "") -> None:
        """Keep what was said of an item."""
        self._keep([replace(item, state=state, story=story)])

    def _keep(self, items: Sequence[Item]) -> None:
        self._change(lambda known: {**known, **{item.key: item for item in items}})

    def _forget(self, item: Item) -> None:
        self._change(lambda known: {key: one for key, one in known.items() if key != item.key})

    def _change(self, change: Callable[[dict[str, Item]], dict[str, Item]]) -> None:
        """Change the file of the inbox as it is by now, whole or not at all, one command after another."""
        with alone(self.stories.parent):
            known = {item.key: item for item in read_state(self.path)}
            changed = change(known)
            if changed != known:
                replace_whole(self.path, _spelled(changed.values()))

    def _folders(self) -> tuple[Path, ...]:
        try:
            return story_folders(self.stories)
        except InputError:  # there is none yet
            return ()

    def weigh(self, progress: Callable[[str], None] = lambda _: None) -> Stories:
        """The stories as items are compared with them; a capture that holds no article is passed over."""
        found = {}
        for folder in self._folders():
            progress(f"reading {folder.name}")
            texts = tuple(_texts(folder))
            if texts:
                found[folder.name] = texts
        return Stories(found)


def _texts(folder: Path) -> Iterable[Text]:
    for path in capture_files(folder):
        try:
            yield _weighed(pipeline.read_article(load_source(path)))
        except InputError:
            continue


def _weighed(article: Article) -> Text:
    known = article.metadata
    day = date.fromisoformat(known.published.value) if known.published else None
    return Text("\n".join([known.title.value if known.title else "", *article.texts]), day)


def _of_file(path: Path, key: str) -> Item:
    try:
        article = pipeline.read_article(load_source(path))
    except Exception as error:  # whatever it is, the others are listed all the same
        return _no_article(key, path, error)
    known = article.metadata
    title = known.title.value if known.title else path.name
    published = known.published.value if known.published else day_of(path).isoformat()
    return Item(key, path.as_posix(), title, " ".join(article.texts), published)


def _no_article(key: str, path: Path, error: Exception) -> Item:
    reason = f"{error.problem}; {error.remedy}" if isinstance(error, InputError) else told(error, path.name)
    return Item(key, path.as_posix(), path.name, f"No article: {reason}.", day_of(path).isoformat())


def _of_entry(entry: Entry, local: bool) -> Item:
    day = entry.day.isoformat() if entry.day else ""
    return Item(_key("feed", entry.id), entry.address, entry.title, entry.text, day, entry.feed, local)


def _key(kind: str, name: str) -> str:
    return f"i-{sha256(f'{kind} {name}'.encode()).hexdigest()[:_KEY]}"


def _free(path: Path) -> Path:
    """The path, or where something stands there one with a number."""
    paths = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 10_000)))
    return next(one for one in paths if not one.exists())


def read_state(path: Path) -> tuple[Item, ...]:
    """What was seen before, none where nothing was. Raises InputError for a file that no inbox wrote."""
    if not path.exists():
        return ()
    try:
        found = json.loads(read_bytes(path, _MOST_STATE))
        if found["format"] != _FORMAT:
            raise KeyError(_FORMAT)
        return tuple(_item(one) for one in found["items"])
    except (ValueError, KeyError, TypeError, RecursionError):
        problem = "it is no inbox that this program wrote"
        raise InputError(
            path.as_posix(), problem, "restore it, or move it away, and every entry is new again"
        ) from None


def _item(found: Mapping[str, Any]) -> Item:
    names = {one.name for one in fields(Item)}
    known = {key: value for key, value in found.items() if key in names}
    item = Item(**{**known, "state": State(known.get("state", State.NEW))})
    if item.day:
        date.fromisoformat(item.day)
    return item


def _spelled(items: Iterable[Item]) -> bytes:
    """One item a line, without the text of what is settled or can be read in its file."""
    lines = []
    for item in sorted(items, key=lambda one: one.key):
        kept = item if item.state in _WAITING and not item.is_file else replace(item, text="")
        facts = {key: value for key, value in asdict(kept).items() if value}
        lines.append(json.dumps(facts, ensure_ascii=False))
    return f'{{"format": "{_FORMAT}", "items": [\n{",".join(chr(10) + one for one in lines).lstrip()}\n]}}\n'.encode()
