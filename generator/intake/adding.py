"""What an editor saves -> a capture in a story's folder, and a line of captures.yaml that says where it is from."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import pipeline
from generator.desk.lines import add_lines, alone
from generator.desk.writing import quoted
from generator.errors import InputError
from generator.intake.naming import capture_stem
from generator.intake.saved import Match, Saved, addresses_of, at_address, find_saved, much_the_same, read_saved
from generator.intake.web import Web, is_address
from generator.language.addresses import web_address
from generator.language.days import find_days
from generator.load import load_source
from generator.load.capture import MAX_FILE_BYTES
from generator.load.charsets import codec
from generator.load.forms import MEDIA_TYPES, is_pdf
from generator.load.provenance import FILE, read_provenance
from generator.load.sources import is_web_address
from generator.model import Article, Capture, Document, Notice, Source
from generator.results import write_new

STDIN = "-"
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_SUFFIX_OF = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}


class Outcome(StrEnum):
    ADDED = "added"
    KNOWN = "saved before"
    NEWER = "newer version"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one thing. ``name`` is the capture's in captures/, ``told`` what else an editor should know."""

    outcome: Outcome
    name: str
    told: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Got:
    """Bytes as they came. ``what`` is how the editor calls them; ``saved`` is the day that the file system tells, where
    ``saved_surely`` does not say that it is known."""

    what: str
    data: bytes
    suffix: str
    saved: date
    address: str | None = None
    told: tuple[str, ...] = ()
    saved_surely: bool = False


@dataclass(slots=True)
class Adder:
    """Adds to the story in ``folder``; ``again`` stores newer versions of what it has. ``today`` is the day on which it
    saves what is fetched or read from standard input."""

    folder: Path
    today: date
    again: bool = False
    web: Web = field(default_factory=Web)
    _read: dict[tuple[str, str | None], Article] = field(default_factory=dict)

    def add(self, what: str, address: str | None = None, saved: date | None = None, local: bool | None = None) -> Done:
        """Add a file, what stands at an address, or with "-" standard input. ``address`` is where a file is from,
        ``saved`` when it was saved, where the editor knows better than the file; ``local`` as ``Web.fetch`` has it.

        Raises InputError, with nothing written, for what cannot be read or fetched, and for what holds no article.
        """
        if is_address(what) and not self.again:
            known = at_address(read_saved(self.folder, self._article), what)
            if known is not None:
                return self._known(Match(known, "the same address"))
        got = self._got(what, local)
        got = replace(got, address=address or got.address)
        return self.put(got if saved is None else replace(got, saved=saved, saved_surely=True))

    def put(self, got: Got) -> Done:
        """Add what has come already. Raises as ``add`` does."""
        if got.address is not None and not is_web_address(web_address(got.address) or ""):
            remedy = "write the whole address, beginning with https://"
            raise InputError(got.what, f"{got.address!r} is not a web address", remedy)
        article = self._checked(got)
        if not got.saved_surely:
            got = replace(got, saved=day_of_the_save(article.document) or got.saved)
        address = got.address or (article.metadata.url.value if article.metadata.url else None)
        with alone(self.folder):
            saved = read_saved(self.folder, self._article)
            match = find_saved(article, addresses_of(article, got.address), saved)
            if self.again:
                return self._newer(got, article, address, match, saved)
            if match is not None:
                return self._known(match, got, address)
            name = self._write(got, article, address, None, saved)
            return Done(Outcome.ADDED, name, tuple(_remarks(got, article, saved)), article.metadata.notices)

    def _got(self, what: str, local: bool | None) -> Got:
        if what == STDIN:
            return Got("standard input", _read_bytes(what), "", self.today)
        if is_address(what):
            fetched = self.web.fetch(what, local)
            suffix = _SUFFIX_OF.get(fetched.media_type, "")
            got = Got(what, fetched.data, suffix, self.today, fetched.address, saved_surely=True)
            return _in_utf8(got, fetched.charset)
        path = Path(what)
        data = _read_bytes(what)
        suffix = path.suffix.lower()
        return Got(what, data, suffix if suffix in MEDIA_TYPES else "", day_of(path))

    def _checked(self, got: Got) -> Article:
        """The article in these bytes, read as it will be in its story. Raises InputError where there is none."""
        with TemporaryDirectory() as folder:
            path = Path(folder, f"capture{got.suffix}")
            path.write_bytes(got.data)
            try:
                return pipeline.read_article(replace(load_source(path), url=got.address))
            except InputError as error:
                raise InputError(got.what, error.problem, error.remedy, error.place) from None

    def _article(self, source: Source) -> Article:
        """The article of a capture that the story has; read once however many are added."""
        key = (source.capture.sha256, source.publisher)
        if key not in self._read:
            self._read[key] = pipeline.read_article(source)
        return self._read[key]

    def _known(self, match: Match, got: Got | None = None, address: str | None = None) -> Done:
        told = [match.how]
        name = match.saved.name
        if got is not None and match.same_bytes and not self._is_recorded(name):
            self._record(name, got, match.saved.sha256, address, None)
            told.append(f"recorded in {FILE}")
        if not match.same_bytes:
            told.append("--again stores it as its newer version")
        return Done(Outcome.KNOWN, name, tuple(told))

    def _newer(
        self, got: Got, article: Article, address: str | None, match: Match | None, saved: tuple[Saved, ...]
    ) -> Done:
        if match is None:
            raise InputError(got.what, "the story has no older version of it", "add it without --again")
        if match.same_bytes and match.saved.newer:
            return Done(Outcome.KNOWN, match.saved.name, (match.how, f"replaced since by {match.saved.newer}"))
        if match.same_bytes:
            return Done(Outcome.UNCHANGED, match.saved.name, (match.how,))
        changed = tuple(_changes(match.saved.article, article))
        if not changed:
            return Done(Outcome.UNCHANGED, match.saved.name, ("headline and sentences are the same",))
        name = self._write(got, article, address, match.saved, saved)
        told = (f"replaces {match.saved.name}", *changed)
        return Done(Outcome.NEWER, name, told, article.metadata.notices)

    def _write(
        self, got: Got, article: Article, address: str | None, older: Saved | None, saved: tuple[Saved, ...]
    ) -> str:
        """Put the capture in its place under a name that no file bears and no source as its id, and record it."""
        captures = self.folder / "captures"
        captures.mkdir(exist_ok=True)
        taken = {path.stem.casefold() for path in captures.iterdir()} | {one.id.casefold() for one in saved}
        suffix = _suffix(got, article.document.source.capture)
        stem = capture_stem(article, address)
        name = f"{stem if stem not in taken else capture_stem(article, address, alone=False)}{suffix}"
        try:
            write_new(captures / name, got.data)
        except FileExistsError:
            problem = "a file of this name is there already"
            raise InputError((captures / name).as_posix(), problem, "rename one of the two") from None
        try:
            self._record(name, got, article.document.source.capture.sha256, address, older)
        except BaseException:
            (captures / name).unlink()
            raise
        return name

    def _is_recorded(self, name: str) -> bool:
        return any(file.name == name for file in read_provenance(self.folder))

    def _record(self, name: str, got: Got, sha256: str, address: str | None, older: Saved | None) -> None:
        url = web_address(address) if address else None
        facts = {
            "file": _spelled(name),
            "url": quoted(url) if url else "",
            "saved": got.saved.isoformat(),
            "sha256": sha256,
            "replaces": _spelled(older.name) if older else "",
        }
        line = ", ".join(f"{key}: {value}" for key, value in facts.items() if value)
        path = self.folder / "captures" / FILE

        def check(made: Path) -> None:
            try:
                known = read_provenance(self.folder, made.name)
            except InputError as error:
                remedy = "write it as one capture a line, each with - at the beginning of its line"
                raise InputError(path.as_posix(), f"no line can be added to it: {error.problem}", remedy) from None
            if not any(file.name == name for file in known):
                raise InputError(path.as_posix(), "no line can be added to it", "write one capture a line")

        add_lines(path, [f"- {{{line}}}"], check)


def _read_bytes(what: str) -> bytes:
    try:
        if what == STDIN:
            data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        else:
            with Path(what).open("rb") as file:
                data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        remedy = "check the name; an address is written whole, beginning with https://"
        raise InputError(what, "there is no such file", remedy) from None
    except IsADirectoryError:
        raise InputError(what, "it is a folder", "name the files in it that are articles") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(what, f"it cannot be read ({reason})", "check the file and its permissions") from None
    if len(data) > MAX_FILE_BYTES:
        raise InputError(
            what, f"it is larger than {MAX_FILE_BYTES // 1_000_000} MB", "save only the article's own page"
        )
    return data


def _suffix(got: Got, capture: Capture) -> str:
    """The suffix of what the bytes turned out to be, as the loader tells it: of a page or text the one it came with."""
    if is_pdf(got.data):
        return ".pdf"
    if capture.envelope is not None:
        return ".eml" if capture.envelope.is_mail else ".mhtml"
    return got.suffix or _SUFFIX_OF[capture.media_type]


def day_of(path: Path) -> date:
    """When a file was saved, as far as it tells: the day of its last change."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()


def day_of_the_save(document: Document) -> date | None:
    """The day on which a page was saved, as the program that saved it wrote into it: SingleFile the date as a browser
    spells it ("Mon Apr 17 2023 12:00:00 GMT+0200"), monolith and MHTML one in ISO form."""
    envelope = document.source.capture.envelope
    told = [fact.value for fact in document.declared if fact.name == "saved"]
    if envelope is not None and not envelope.is_mail and envelope.day is not None:
        told.append(envelope.day)
    return next((found[0].first for one in told if (found := find_days(one, None))), None)


def _in_utf8(got: Got, charset: str) -> Got:
    """The same as UTF-8 where only the server says in which encoding its page is: a file has nobody to say so."""
    encoding = codec(charset)
    if encoding is None or encoding.replace("-", "").lower() in ("utf8", "ascii"):
        return got
    try:
        text = got.data.decode(encoding)
    except ValueError:
        return got
    try:
        got.data.decode("utf-8")
        return got
    except UnicodeDecodeError:
        pass
    if re.search(rb"charset|encoding\s*=", got.data[:2048], re.IGNORECASE):  # the page says so itself
        return got
    told = f"stored as UTF-8: only the server says that it is {charset}"
    return replace(got, data=text.encode("utf-8"), told=(told,))


def _remarks(got: Got, article: Article, saved: tuple[Saved, ...]) -> Iterator[str]:
    yield from got.told
    yield summary(article)
    alike = much_the_same(article, saved)
    if alike is not None:
        share, one = alike
        yield f"{share:.0%} of its text stands in {one.name} too: of one origin, they count as one source"


def summary(article: Article) -> str:
    """An article in a line: its headline, whose it is, of which day, and how long."""
    known = article.metadata
    title = f"“{known.title.value}”" if known.title else "no headline found"
    facts = [found.value for found in (known.publisher, known.published) if found]
    words = sum(len(text.split()) for text in article.texts)
    return f"{title} ({', '.join([*facts, f'{words} words'])})"


def _changes(old: Article | None, new: Article) -> Iterator[str]:
    """What a newer version says otherwise: its headline, and sentences taken out and put in."""
    if old is None:
        yield "the older version cannot be read, so that nothing can be compared"
        return
    before, after = (one.metadata.title.value if one.metadata.title else "" for one in (old, new))
    if before != after:
        yield f"~ headline: {before or 'none'} -> {after or 'none'}"
    kept = Counter(old.texts) & Counter(new.texts)
    yield from (f"- {text}" for text in _without(old.texts, kept))
    yield from (f"+ {text}" for text in _without(new.texts, kept))


def _without(texts: tuple[str, ...], kept: Counter[str]) -> Iterator[str]:
    left = Counter(kept)
    for text in texts:
        if left[text] > 0:
            left[text] -= 1
        else:
            yield text


def _spelled(name: str) -> str:
    return name if _PLAIN_NAME.fullmatch(name) else quoted(name)
