#!/usr/bin/env python3
"""Checks a news digest from outside: that no edition was changed, and that what it quotes stands in its sources.

One file, of standard-library Python (3.9 or later), that needs nothing else: save it anywhere and run

    python verify_digest.py https://news.example.org/

It knows the published format alone and shares no code with the program that makes the site.
"""

from __future__ import annotations

import argparse
import codecs
import hashlib
import http.client
import json
import os
import plistlib
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from functools import cached_property
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

Json = dict[str, Any]
Read = Callable[[str], bytes]  # a relative address -> the bytes there; raises UnusableError

DIGEST = "news-digest/2"
LIST = "news-editions/1"
STUB = "news-edition-withdrawn/1"  # stands in the place of an edition whose story was withdrawn since: its hash alone
NEWEST = "news-edition-newest/1"  # stands in the place of the newest edition, which digest.json is: its hash alone

MAX_BYTES = 20_000_000  # of one file: the longest entries have some hundred kilobytes
MAX_PAGE_BYTES = 250_000_000  # of a page saved with its pictures
_SILENCE_SECONDS = 20  # without a byte, after which a server is given up
_FILE_SECONDS = 120  # for one file, however steadily it drips
_MOST_EDITIONS = 1000  # of one story: a forged number must not ask for a billion files
_SHOWN = 90  # code points of a quote in a finding

ROLES = ("lead", "support", "differs", "detail")
USES = ("claim", "repeat", "omitted", "heading", "furniture")
KINDS = ("first", "updated", "corrected", "refiled", "withdrawn")

DESCRIPTION = """\
Check a news digest from outside, without its program and without trusting it:
  - the hash chain of every story's editions: none was changed, exchanged or taken away after the next one was signed;
  - the entry in itself: every claim has its lead and stands once, its quoted words stand in a passage that it cites,
    and what became of each source is accounted for, in order and without overlap;
  - with --page, the quotes against an article that you have or save yourself: to the letter where the file is the
    one that was cited (by SHA-256), else by looking for each quote in your copy of the page."""

EXAMPLES = """\
examples:
  {run} https://news.example.org/
  {run} https://news.example.org/stories/bridge-reopens/ --page saved.html
  {run} output/ --page courier.txt --page gazette.html

To check a quote: open the article at its publisher, save the page (HTML or text), and name the file with --page.
A quote that "does not stand in this copy" may have been changed by its publisher since; the site cites the page as
it was saved then. Keep editions.json of the site's root: if the hash of an edition in it ever changes, that edition
was rewritten.

Findings are lines that begin with "finding:". The last line says what was checked and what could not be.
Exit status: 0 all holds; 1 findings; 2 unusable input. Nothing is asked but the host that you name."""


class UnusableError(Exception):
    """What cannot be read. ``str(error)`` is one line."""


class MissingError(UnusableError):
    """There is no such file."""


class MalformedError(UnusableError):
    """The file is there, and is not JSON that has one meaning."""


@dataclass(frozen=True)
class Entry:
    """A digest as it was published: the story's slug, the parsed file, and which edition it is, None for the newest."""

    slug: str
    digest: Json
    number: int | None = None

    @property
    def label(self) -> str:
        return self.slug if self.number is None else f"{self.slug}, edition {self.number}"


@dataclass
class Page:
    """A file that the outsider has, whether it is the capture of a source met so far, and else the source of which it
    has the most quotes: how many and what part of them, the entry and the source."""

    name: str
    data: bytes
    is_capture: bool = False
    best: tuple[tuple[int, float], Entry, Json] | None = None

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def words(self) -> str:
        """What a reader sees of it, folded."""
        return "\n".join(folded(text, kind_of(name, text)) for name, text in self._texts())

    def _texts(self) -> Iterator[tuple[str, str]]:
        """The texts that it holds: itself, the parts of a mail or MHTML file, or the page of a web archive."""
        page = page_of_web_archive(self.data) if b"WebMainResource" in self.data else b""
        if page:
            yield "a.html", _guessed(page, None)
            return
        parts = parts_of(self.data) if is_message(self.data) else []
        for part in parts:
            if part.get_content_maintype() == "text":
                name = "a.html" if part.get_content_subtype() == "html" else "a.txt"
                yield name, _guessed(_payload(part), part.get_content_charset())
        if not parts:
            yield self.name, _guessed(self.data, None)


def _guessed(data: bytes, stated: str | None) -> str:
    """The text of what no notice tells the encoding of."""
    text = decoded(data)
    if text is None:
        declared = re.search(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", data[:2048], re.IGNORECASE)
        name = stated or (declared.group(1).decode("ascii") if declared else "windows-1252")
        text = decoded(data, [f"it was read as {name}"]) or data.decode("cp1252", "replace")
    return text


class Report:
    """What is printed, as it is found, what has been counted by then, and the pages to look into."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.findings = 0
        self.unread = 0
        self.counts: Counter[str] = Counter()
        self.seen: set[tuple[str, str]] = set()  # story and source of which a page was looked into

    def say(self, text: str) -> None:
        print(one_line(text))

    def finding(self, text: str) -> None:
        self.findings += 1
        print(f"finding: {one_line(text)}")

    def could_not(self, text: str) -> None:
        self.unread += 1
        print(one_line(text), file=sys.stderr)

    @property
    def status(self) -> int:
        return 1 if self.findings else 2 if self.unread else 0


def is_address(place: str) -> bool:
    """Whether a place is written as a web address rather than as a path."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", place) is not None


def reader_of(base: str) -> Read:
    """Reads files by their address relative to ``base``, a folder or a web address that ends with a slash."""
    if is_address(base):
        return lambda address: fetch(urllib.parse.urljoin(base, urllib.parse.quote(address, safe="/%~")))
    return lambda address: read_file(Path(base, address))


def read_file(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file. Raises UnusableError where it is none, cannot be read or is larger than ``most``."""
    try:
        if not path.exists():
            raise MissingError(f"{path}: there is no such file")
        if not path.is_file():  # a pipe or a device would never end
            raise UnusableError(f"{path}: it is not a file")
        with path.open("rb") as file:
            data = file.read(most + 1)
            _refuse_large(len(data), str(path), most)
            return data
    except (OSError, ValueError) as error:
        raise UnusableError(f"{path}: it cannot be read ({getattr(error, 'strerror', None) or error})") from None


def _refuse_large(size: int, shown: str, most: int = MAX_BYTES) -> None:
    if size > most:
        raise UnusableError(f"{shown}: it is larger than {most // 1_000_000} MB")


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to the host that was named."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if not _may_lead(req.full_url, newurl):
            raise UnusableError(
                f"{req.full_url}: it leads to {newurl}, which was not asked for; name that address yourself"
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _may_lead(here: str, there: str) -> bool:
    one, other = urllib.parse.urlsplit(here), urllib.parse.urlsplit(there)
    usual = {"http": 80, "https": 443}
    if other.scheme not in usual or (one.scheme == "https" and other.scheme == "http"):
        return False
    own_port, its_port = one.port or usual[one.scheme], other.port or usual[other.scheme]
    moved_up = (own_port, its_port) == (80, 443)
    return one.hostname == other.hostname and (own_port == its_port or moved_up)


_OPENER = urllib.request.build_opener(_SameHost)


def fetch(address: str) -> bytes:
    """The bytes at an http or https address. Raises UnusableError where they cannot be had, MissingError where there
    are none."""
    until = time.monotonic() + _FILE_SECONDS
    request = urllib.request.Request(address, headers={"User-Agent": "verify_digest"})
    try:
        with _OPENER.open(request, timeout=_SILENCE_SECONDS) as response:
            data = bytearray()
            while chunk := response.read1(65536):
                data += chunk
                _refuse_large(len(data), address)
                if time.monotonic() > until:
                    raise UnusableError(f"{address}: it took longer than {_FILE_SECONDS} seconds")
            if response.length:
                raise UnusableError(f"{address}: the answer broke off")
            return bytes(data)
    except urllib.error.HTTPError as error:
        with error:
            # Stores of files answer 403 for what they do not have.
            kind = MissingError if error.code in (403, 404, 410) else UnusableError
            raise kind(f"{address}: the server answers {error.code}") from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise UnusableError(f"{address}: it cannot be reached ({reason})") from None


def parse(data: bytes, shown: str) -> Any:
    """JSON of one meaning. Raises MalformedError: a doubled key would let two readers see two texts under one hash."""
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_each_key_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise MalformedError(f"{shown}: it is not JSON ({error})") from None


def _each_key_once(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def fingerprint(data: Any) -> str:
    """The SHA-256 of the canonical JSON of an edition: keys in order, no white space, UTF-8.

    Raises ValueError for text that UTF-8 cannot hold.
    """
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def one_line(text: str) -> str:
    """The text on one line, with what a terminal might obey as its escape."""
    text = " ".join(text.split("\n"))
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _short(quote: str) -> str:
    quote = " ".join(quote.split())
    return f"“{quote}”" if len(quote) <= _SHOWN else f"“{quote[: _SHOWN - 1]}…”"


_CITATION = {"source": str, "start": int, "end": int, "exact": str, "prefix": str, "suffix": str}
_EDITION = {
    "number": int,
    "kind": str,
    "signed": str,
    "note": str,
    "by?": (str, type(None)),
    "previous": (str, type(None)),
}
_DIGEST = {
    "slug": str,
    "title": str,
    "summary": str,
    "sources": [{"id": str, "path": str, "sha256": str, "notices": [str]}],
    "sections": [{"id": str, "claims": [str]}],
    "claims": [{"id": str, "text": str, "under?": str, "citations": [{"role": str, "respect?": str, **_CITATION}]}],
    "disagreements": [{"id": str, "positions": [{"text": str, "citations": [_CITATION]}]}],
    "coverage": [
        {"source": str, "start": int, "end": int, "use": str, "claim": (str, type(None)), "also": [str],
         "reason": (str, type(None))}
    ],
    "summary_claims": [str],
    "timeline": [{"claim": str}],
}  # fmt: skip
_LIST = {"stories": [{"slug": str, "address": str, "editions": [{"number": int, "sha256": str}]}]}


def misfits(value: Any, wanted: Any, where: str) -> Iterator[str]:
    """Where a parsed file is not of its format: ``wanted`` has a type for each value, and one item for each list; a key
    that ends with a question mark may be left out."""
    if isinstance(wanted, dict):
        if not isinstance(value, dict):
            yield f"{where} is no object"
            return
        for key, inner in wanted.items():
            name = key.rstrip("?")
            if name in value:
                yield from misfits(value[name], inner, f"{where}.{name}")
            elif name == key:
                yield f"{where} has no {name!r}"
    elif isinstance(wanted, list):
        if not isinstance(value, list):
            yield f"{where} is no list"
            return
        for index, item in enumerate(value):
            yield from misfits(item, wanted[0], f"{where}[{index}]")
    elif not isinstance(value, wanted) or isinstance(value, bool):
        yield f"{where} cannot be {_short(str(value))}"


def _schema(data: Any) -> str:
    return str(data.get("schema")) if isinstance(data, dict) else "none"


def chain_faults(newest: Json, editions: dict[int, Json], listed: dict[int, str] | None) -> Iterator[str]:
    """What is wrong with a story's chain.

    ``newest`` is its digest.json, ``editions`` the files that are there by their number, ``listed`` the hashes in
    editions.json, None where that list is not known. Hashes that are listed stand for files that are missing.
    """
    hashes = {number: _hash(edition) for number, edition in editions.items()}
    last = newest["edition"]["number"]
    if listed is not None and sorted(listed) != list(range(1, last + 1)):
        numbers = ", ".join(map(str, sorted(listed))) or "none"
        yield f"editions.json lists the editions {numbers}; digest.json is edition {last}"
    for number, edition in sorted(editions.items()):
        if listed is not None and listed.get(number, hashes[number]) != hashes[number]:
            yield f"edition {number} was changed: its sha256 is {hashes[number]}, editions.json has {listed[number]}"
        yield from _link_faults(number, edition, {**(listed or {}), **hashes})
        if is_stub(edition) and not _is_withdrawn(number, edition, editions):
            yield f"edition {number} is not published, and no later edition withdraws the story"
    signed = [(editions[number]["edition"]["signed"], number) for number in sorted(editions)]
    for (earlier, one), (later, other) in zip(signed, signed[1:]):
        if later < earlier:
            yield f"edition {other} is signed {later}, before edition {one} ({earlier})"
    known = hashes.get(last, (listed or {}).get(last))
    if known is not None and fingerprint(newest) != known:
        yield f"digest.json is not edition {last}: its sha256 is {fingerprint(newest)}, that of the edition is {known}"


def is_stub(edition: Json) -> bool:
    """Whether a file stands in the place of an edition and has its hash alone."""
    return edition.get("schema") in (STUB, NEWEST)


def _hash(edition: Json) -> str:
    """The hash of an edition; of one that stands elsewhere or nowhere the one that is stated in its place."""
    return str(edition.get("sha256")) if is_stub(edition) else fingerprint(edition)


def _is_withdrawn(number: int, stub: Json, editions: dict[int, Json]) -> bool:
    by = stub.get("withdrawn")
    if not isinstance(by, int) or by <= number:
        return False
    later = editions.get(by)
    return later is not None and later["edition"]["kind"] == "withdrawn"


def _link_faults(number: int, edition: Json, hashes: dict[int, str]) -> Iterator[str]:
    """What is wrong with one edition and its tie to the one before."""
    block = edition["edition"]
    if block["number"] != number:
        yield f"editions/{number}.json calls itself edition {block['number']}"
    if block["kind"] not in KINDS or (block["kind"] == "first") != (number == 1):
        yield f"edition {number} cannot be of the kind {block['kind']!r}"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]{8}(Z|\+00:00))?", block["signed"]):
        yield f"edition {number} is signed on {block['signed']!r}, which is no day or time in UTC"
    if block["kind"] in ("corrected", "withdrawn") and not block["note"].strip():
        yield f"edition {number} is {block['kind']} without a note that says what was wrong"
    if number == 1:
        if block["previous"] is not None:
            yield f"edition 1 names a previous edition, {block['previous']}"
    elif number - 1 in hashes and block["previous"] != hashes[number - 1]:
        before = hashes[number - 1]
        yield f"edition {number} does not follow edition {number - 1}: it names {block['previous']}, that is {before}"


def citations_of(digest: Json) -> Iterator[tuple[str, Json]]:
    """Every citation, with the name of what cites it."""
    for claim in digest["claims"]:
        for citation in claim["citations"]:
            yield f"claim {claim['id']}", citation
    for disagreement in digest["disagreements"]:
        for position in disagreement["positions"]:
            for citation in position["citations"]:
                yield f"disagreement {disagreement['id']}", citation


def inner_faults(digest: Json) -> Iterator[str]:
    """What contradicts itself in an entry, its coverage aside."""
    claims = {claim["id"]: claim for claim in digest["claims"]}
    sources = {source["id"] for source in digest["sources"]}
    for what, items in (("claims", digest["claims"]), ("sources", digest["sources"])):
        for name, times in Counter(item["id"] for item in items).items():
            if times > 1:
                yield f"{times} {what} have one id, {name}"
    held = Counter(name for section in digest["sections"] for name in section["claims"])
    for name in claims:
        if held[name] != 1:
            yield f"claim {name}: the sections hold it {held[name]} times, not once"
    for what, name in _named(digest):
        if name not in claims:
            yield f"{what} names {name}, which is no claim"
    for what, citation in citations_of(digest):
        if citation["source"] not in sources:
            yield f"{what}: cites {citation['source']}, which is no source"
        length = citation["end"] - citation["start"]
        if length != len(citation["exact"]) or not citation["exact"].strip():
            place = f"{citation['source']}:{citation['start']}-{citation['end']}"
            yield f"{what}: {_short(citation['exact'])} cannot stand at {place}, which has {length} characters"
    for claim in digest["claims"]:
        yield from _claim_faults(claim)
    yield from _quotation_faults(digest)
    summary = " ".join(claims[name]["text"] for name in digest["summary_claims"] if name in claims)
    if digest["summary_claims"] and summary != digest["summary"]:
        yield f"the summary is not made of the claims that it names: {_short(digest['summary'])}"


def _named(digest: Json) -> Iterator[tuple[str, Any]]:
    """Every claim id that is named somewhere, the coverage aside, with where."""
    for section in digest["sections"]:
        for name in section["claims"]:
            yield f"section {section['id']}", name
    for claim in digest["claims"]:
        if "under" in claim:
            yield f"claim {claim['id']}", claim["under"]
    for name in digest["summary_claims"]:
        yield "the summary", name
    for entry in digest["timeline"]:
        yield "the timeline", entry["claim"]


def _claim_faults(claim: Json) -> Iterator[str]:
    name, roles = claim["id"], [citation["role"] for citation in claim["citations"]]
    if roles.count("lead") != 1:
        yield f"claim {name}: {roles.count('lead')} passages lead it, not one"
    for role in sorted(set(roles) - set(ROLES)):
        yield f"claim {name}: {role!r} is no role"
    for citation in claim["citations"]:
        if (citation["role"] == "differs") != ("respect" in citation):
            yield f"claim {name}: what {citation['source']} says is in the role {citation['role']!r}" + (
                " and names a respect" if "respect" in citation else " and names no respect"
            )
    counted = Counter(one["source"] for one in claim["citations"] if one["role"] in ("lead", "support"))
    for source, times in counted.items():
        if times > 1:
            yield f"claim {name}: {source} is counted {times} times"


_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_INSERTED = re.compile(r"\[[^\[\]]*\]")  # what an editor puts into a wording stands in brackets
_WORD = re.compile(r"[^\W_]")


def _quotation_faults(digest: Json) -> Iterator[str]:
    """Words in quotation marks that stand in no passage cited for them, glyphs, white space and markup aside."""
    kinds = {source["id"]: kind_of(source["path"]) for source in digest["sources"]}
    worded = [(f"claim {claim['id']}", claim) for claim in digest["claims"]]
    for disagreement in digest["disagreements"]:
        worded += [(f"disagreement {disagreement['id']}", position) for position in disagreement["positions"]]
    for what, item in worded:
        quoted = [words for words in _QUOTED.findall(item["text"]) if _WORD.search(words)]
        if not quoted:
            continue
        passages = [_unmarked(folded(one["exact"], kinds.get(one["source"], ""))) for one in item["citations"]]
        for words in quoted:
            parts = [_unmarked(folded(part)) for part in _INSERTED.split(words)]
            if not any(all(_says(passage, part) for part in parts) for passage in passages):
                yield f"{what}: no passage that it cites has the words {_short(words)}"


_LINE_END = re.compile(r"(?<=\w)[-\u2010] (?=\w)")  # in a passage of several lines on one: a word that goes on below
_HYPHEN = re.compile(r"(?<=\w)[-\u2010] ?(?=\w)")


def _says(passage: str, words: str) -> bool:
    """Whether a passage has words; where a line of it ends in a hyphen, hyphens aside: who reads it may take that one
    for the word's own or not."""
    if words in passage:
        return True
    return _LINE_END.search(passage) is not None and _HYPHEN.sub("", words) in _HYPHEN.sub("", passage)


_NO_MARKS = str.maketrans("", "", '"[]')


def _unmarked(text: str) -> str:
    return " ".join(text.translate(_NO_MARKS).split())


def coverage_faults(digest: Json) -> Iterator[str]:
    """What is wrong with the account of what became of each source, as far as it shows without the source."""
    claims = {claim["id"] for claim in digest["claims"]}
    by_source: dict[str, list[Json]] = {source["id"]: [] for source in digest["sources"]}
    for entry in digest["coverage"]:
        where = f"coverage {entry['source']}:{entry['start']}-{entry['end']}"
        if entry["source"] not in by_source:
            yield f"{where}: it is of no source"
            continue
        by_source[entry["source"]].append(entry)
        if entry["use"] not in USES:
            yield f"{where}: {entry['use']!r} is no use"
        if entry["use"] in ("omitted", "furniture") and not entry["reason"]:
            yield f"{where}: left out without a reason"
        named = [name for name in (entry["claim"], *entry["also"]) if name is not None]
        for name in named:
            if name not in claims:
                yield f"{where}: names {name}, which is no claim"
        if entry["use"] in ("claim", "repeat") and not named:
            yield f"{where}: it is used for no claim"
    for source, entries in by_source.items():
        yield from _order_faults(source, entries)
    yield from _unaccounted(digest, by_source)


def _order_faults(source: str, entries: list[Json]) -> Iterator[str]:
    at = 0
    for entry in entries:
        where = f"coverage {source}:{entry['start']}-{entry['end']}"
        if entry["start"] < 0 or entry["end"] <= entry["start"]:
            yield f"{where}: it is no stretch of a text"
        elif entry["start"] < at:
            yield f"{where}: it overlaps what stands before it, or is out of order (before it ends {at})"
        at = max(at, entry["end"])


def _unaccounted(digest: Json, by_source: dict[str, list[Json]]) -> Iterator[str]:
    """Citations whose span the coverage does not give to their claim, or, of a disagreement, to anything."""
    ordered = {source: sorted(entries, key=lambda one: one["start"]) for source, entries in by_source.items()}
    starts = {source: [entry["start"] for entry in entries] for source, entries in ordered.items()}
    for what, citation in citations_of(digest):
        source, start, end = citation["source"], citation["start"], citation["end"]
        if source not in ordered:
            continue  # named already
        first = max(0, bisect_right(starts[source], start) - 1)
        touched = [one for one in ordered[source][first : bisect_right(starts[source], end - 1)] if one["end"] > start]
        owner = what.partition(" ")[2] if what.startswith("claim") else None
        whole = bool(touched) and touched[0]["start"] <= start and touched[-1]["end"] >= end
        if not whole or not all(owner is None or owner in (one["claim"], *one["also"]) for one in touched):
            yield f"{what}: coverage does not account for {source}:{start}-{end} under it"


def uses_of(digest: Json) -> Iterator[str]:
    """For each source a line of what became of it: stretches and code points by use."""
    for source in digest["sources"]:
        entries = [entry for entry in digest["coverage"] if entry["source"] == source["id"]]
        number = Counter(entry["use"] for entry in entries)
        size: Counter[str] = Counter()
        for entry in entries:
            size[entry["use"]] += entry["end"] - entry["start"]
        uses = ", ".join(f"{use} {number[use]} ({size[use]})" for use in USES if number[use])
        yield f"{source['id']}: stretches (and characters) by use: {uses or 'none'}"


_GLYPHS = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'")})
# What leaves no mark on a page: controls, soft hyphen, zero-width characters, marks and overrides of direction, and
# code points that are no characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_UNREAD = ("script", "style")
_PARTS_WORDS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html input legend li main menu nav ol optgroup option"
    " p pre search section select summary table tbody td textarea tfoot th thead tr ul".split()
)
_READ_AS = re.compile(
    r"(?:its part [0-9]{1,4} of [0-9]{1,4}|its WebMainResource) \(text/(html|plain)\)|it is read as (HTML|text)\b"
)
_HTML_START = re.compile(r"\s*(?:<!--|<\?xml|<!doctype\s+html|<html)", re.IGNORECASE)


class _Text(HTMLParser):
    """The words of a page, apart where a browser sets them apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._is_read = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_read = tag not in _UNREAD
        if tag in _PARTS_WORDS:
            self.pieces.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PARTS_WORDS:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._is_read = True
        if tag in _PARTS_WORDS:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if self._is_read:
            self.pieces.append(data)


def kind_of(path: str, text: str = "", notices: Sequence[str] = ()) -> str:
    """ "html", "markdown" or "": by what a notice of the digest says, by the name of a file, and by how its text begins
    where that says nothing."""
    said = _READ_AS.search(" ".join(notices))
    if said is not None:
        return "html" if (said.group(1) or said.group(2)).lower() == "html" else ""
    suffix = os.path.splitext(path)[1].lower()
    if suffix in (".html", ".htm", ".xhtml"):
        return "html"
    if suffix in (".md", ".markdown"):
        return "markdown"
    return "html" if suffix not in (".txt", ".text") and _HTML_START.match(text) else ""


# What mail programs and text browsers put before lines and links: "> " and "[12]".
_MAIL_OR_BROWSER = re.compile(r"(?m)(?<=\n)[ \t]*(?:>[ \t]?)+|\[[0-9]{1,4}\]")
# What a page shows over a name, copied with its text: the name in full, headlines, "MORE".
_OVER_A_NAME = re.compile(
    r"(?<![\w'’-])([A-Z][\w'’-]{1,30})"
    r" (?:[A-Z(\"“][\w.'’()\"“”-]{0,30} ){1,5}\1(?=[A-Z\d\"“'‘]).{10,700}? MORE\b"
)


def folded(text: str, kind: str = "") -> str:
    """What a reader sees of a text, with plain quotation marks and single spaces: so quotes are looked for."""
    if not kind:
        text = _OVER_A_NAME.sub(r"\1", _MAIL_OR_BROWSER.sub("", text))
    if kind == "markdown":
        text = _without_marks(text)
    if kind in ("html", "markdown"):
        parser = _Text()
        parser.feed(text.replace("<![", "<! ["))  # a comment to browsers, an error to some releases of the parser
        parser.close()
        text = "".join(parser.pieces)
    return " ".join(_UNSEEN.sub("", text).translate(_GLYPHS).split())


_TARGET = r"\((?:[^()]|\([^()]*\))*\)"
_MARKS = (
    (re.compile(r"\[\^[^\[\]]*\]"), ""),  # footnotes
    (re.compile(r"!\[[^\[\]]*\]" + _TARGET), ""),  # pictures
    (re.compile(r"\[([^\[\]]*)\]" + _TARGET), r"\1"),  # links
    (re.compile(r"(?<=[\])])\{[#.:][^{}]*\}"), ""),  # attributes, as pandoc writes them
    (re.compile(r"\]" + _TARGET + r"|\[(?![^\[\]]*\])"), ""),  # links that begin or end outside a passage
    (re.compile(r"^[ \t]*(?:[>#]+[ \t]*)+", re.MULTILINE), ""),  # headings and quotations
    (re.compile(r"(?<!\\)(?:[*`]+|(?<!\w)_+|_+(?!\w))"), ""),  # emphasis and code
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def _without_marks(text: str) -> str:
    """Markdown without its marks; its inline HTML stays."""
    for mark, kept in _MARKS:
        text = mark.sub(kept, text)
    return text


_PART = re.compile(r"the text that is cited is its part ([0-9]{1,4}) of [0-9]{1,4} \(text/")
_HEADER_LINE = re.compile(rb"[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*")


def is_message(data: bytes) -> bool:
    """Whether the bytes begin like a mail or a page saved as MHTML."""
    data = data.lstrip(_LEADING)[:200_000]
    at, names = (data.find(b"\n") + 1 if data.startswith(b"From ") else 0), set()
    while True:
        line = _HEADER_LINE.match(data, at)
        if line is None:
            break
        names.add(line.group().partition(b":")[0].strip().lower())
        at = line.end()
    return bool(names & {b"mime-version", b"content-type", b"content-transfer-encoding"}) or b"received" in names


_LEADING = b"\xef\xbb\xbf \t\r\n"


def _payload(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def parts_of(data: bytes) -> list[Message]:
    """The parts of a mail or MHTML file that have no parts of their own, in their order."""
    try:
        message = message_from_bytes(data.lstrip(_LEADING))
        return [part for part in message.walk() if not part.is_multipart()]
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError):
        return []


def page_of_web_archive(data: bytes) -> bytes:
    """The page in a web archive of Safari; nothing where the file is none."""
    try:
        main = plistlib.loads(data)["WebMainResource"]["WebResourceData"]
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError, ExpatError):
        return b""
    return main if isinstance(main, bytes) else b""


def decoded(data: bytes, notices: Sequence[str] = ()) -> str | None:
    """The text of a capture: UTF-8, its byte-order mark not counted, else in the encoding that its byte-order mark or
    a notice of the digest names; of a mail, MHTML file or web archive the part that a notice names. None where that
    cannot be told."""
    part = _PART.search(" ".join(notices))
    if part is not None:
        parts = parts_of(data)
        if not 0 < int(part.group(1)) <= len(parts):
            return None
        data = _payload(parts[int(part.group(1)) - 1])
    if "the text that is cited is its WebMainResource" in " ".join(notices):
        data = page_of_web_archive(data)
    if any("pdfminer" in notice and "The file is a PDF" in notice for notice in notices):
        return None
    for encoding in ("utf-16-le", "utf-16-be"):  # without a byte-order mark, its bytes may be UTF-8 as well
        if f"it was read as {encoding}" in " ".join(notices):
            return data.decode(encoding, "replace")
    if b"\x1b$" in data and "it was read as iso-2022-jp" in " ".join(notices):
        return data.decode("iso2022_jp", "replace")
    for mark, encoding in ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
                           (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):  # fmt: skip
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = re.search(r"it was read as (damaged UTF-8|[\w.:-]+)", " ".join(notices))
    if named is None:
        return None
    try:
        name = "utf-8-sig" if " " in named.group(1) else codecs.lookup(named.group(1)).name
        # The web means its own encoding by these two names.
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name, "replace")
    except LookupError:
        return None


def capture_faults(digest: Json, source: str, text: str) -> Iterator[str]:
    """What of a source does not stand in its capture as it is cited, and what of the capture is not accounted for."""
    for what, one in citations_of(digest):
        if one["source"] != source:
            continue
        start, end, exact = one["start"], one["end"], one["exact"]
        where = f"{what}: {source}:{start}-{end}"
        if start < 0 or text[start:end] != exact or not exact.strip():
            at = text.find(exact)
            yield f"{where} is not {_short(exact)}; that stands {'nowhere' if at < 0 else f'at {at}'}"
            continue
        if not text[:start].endswith(one["prefix"]) or not text.startswith(one["suffix"], end):
            yield f"{where}: what stands before or after {_short(exact)} is another prefix or suffix"
    at = 0
    for entry in (one for one in digest["coverage"] if one["source"] == source):
        if text[at : max(at, entry["start"])].strip():
            yield f"coverage {source}:{at}-{entry['start']}: not accounted for: {_short(text[at : entry['start']])}"
        at = max(at, entry["end"])
    if at > len(text):
        yield f"coverage {source}: it ends at {at}, the capture at {len(text)}"
    if text[at:].strip():
        yield f"coverage {source}:{at}-{len(text)}: not accounted for: {_short(text[at:])}"


_LIST_MARK = re.compile(r"(?:[•‣◦▪●·*+–-]|[0-9]{1,3}[.)]) ")  # a browser makes it, and a saved page has none


def quotes_of(digest: Json, source: Json) -> dict[str, str]:
    """The quotes of a source as they are looked for in another copy, each once, with what cites it first."""
    found: dict[str, str] = {}
    for what, citation in citations_of(digest):
        if citation["source"] == source["id"]:
            quote = folded(citation["exact"], kind_of(source["path"], "", source["notices"]))
            found.setdefault(_LIST_MARK.sub("", quote, count=1) if _LIST_MARK.match(quote) else quote, what)
    return found


def read_page(name: str) -> Page:
    """Raises UnusableError where there is no such file, or one in a format that hides its words."""
    if name.lower().endswith((".pdf", ".docx")):
        raise UnusableError(f"{name}: it is neither HTML, MHTML, mail nor text; save the page as one of them")
    return Page(name, read_file(Path(name), MAX_PAGE_BYTES))


def look_into(page: Page, entry: Entry, report: Report) -> None:
    """A page against the sources of an entry: to the letter against those with its hash; of the newest edition it is
    noted which source it is most like."""
    for source in entry.digest["sources"]:
        if source["sha256"] == page.sha256:
            page.is_capture = True
            _check_capture(page, entry, source, report)
        elif entry.number is None:
            stands = [quote in page.words for quote in quotes_of(entry.digest, source)]
            rank = (sum(stands), sum(stands) / max(1, len(stands)))
            if any(stands) and (page.best is None or rank > page.best[0]):
                page.best = rank, entry, source


def _check_capture(page: Page, entry: Entry, source: Json, report: Report) -> None:
    what = f"{entry.label}: {page.name} is the capture of {source['id']}"
    text = decoded(page.data, source["notices"])
    if text is None:
        report.could_not(f"{what}, byte for byte, but only the program can tell its text: no offset was checked")
        return
    number = len([one for _, one in citations_of(entry.digest) if one["source"] == source["id"]])
    faults = list(capture_faults(entry.digest, source["id"], text))
    report.seen.add((entry.slug, source["id"]))
    report.counts["captures"] += 1
    report.counts["citations in captures"] += number
    report.say(f"{what}, byte for byte: {number} citations and the whole text looked at, {len(faults)} do not hold")
    for fault in faults:
        report.finding(f"{entry.label}: {fault}")


def check_copy(page: Page, report: Report) -> None:
    """A page that is no capture, after all entries were met, against the source that it is most like."""
    report.counts["copies"] += 1
    if page.best is None:
        report.finding(f"{page.name}: no quote of any source stands in this copy; is it a page of this story?")
        return
    _, entry, source = page.best
    quotes = quotes_of(entry.digest, source)
    gone = [quote for quote in quotes if quote not in page.words]
    report.seen.add((entry.slug, source["id"]))
    report.counts["quotes looked for"] += len(quotes)
    report.say(
        f"{entry.label}: {page.name} is another copy (other bytes), most like {source['id']}: "
        f"{len(quotes) - len(gone)} of {len(quotes)} quotes stand in it"
    )
    for quote in gone:
        report.finding(f"{entry.label}: {quotes[quote]}: {_short(quote)} does not stand in this copy, {page.name}")


def check_digest(entry: Entry, report: Report) -> bool:
    """An entry in itself and against the pages. False where it is not of its format: then nothing can be said of it."""
    if _schema(entry.digest) != DIGEST:
        report.finding(f"{entry.label}: its schema is {_schema(entry.digest)}, not {DIGEST}")
        return False
    if _misfit(entry.label, entry.digest, _DIGEST, "digest", report):
        return False
    for fault in (*inner_faults(entry.digest), *coverage_faults(entry.digest)):
        report.finding(f"{entry.label}: {fault}")
    for page in report.pages:
        look_into(page, entry, report)
    return True


def _misfit(label: str, value: Any, wanted: Any, where: str, report: Report) -> bool:
    """Whether a value is not of its format; the first places where it is not are findings."""
    wrong = list(islice(misfits(value, wanted, where), 5))
    for fault in wrong:
        report.finding(f"{label}: {fault}")
    return bool(wrong)


def check_story(newest: Entry, read: Read | None, report: Report, listed: dict[int, str] | None) -> None:
    """A story: its digest, and its editions by their addresses relative to its page, where ``read`` is given.

    ``listed`` are the hashes in editions.json.
    """
    report.counts["stories"] += 1
    if check_digest(newest, report):
        report.counts["claims"] += len(newest.digest["claims"])
        report.counts["citations"] += len(list(citations_of(newest.digest)))
        report.counts["sources"] += len(newest.digest["sources"])
        for line in uses_of(newest.digest):
            report.say(f"{newest.slug}: {line}")
    if newest.digest.get("edition") is None and listed is None:
        report.counts["unsigned"] += 1
    elif read is None:
        report.counts["alone"] += 1
    elif not _misfit(newest.label, newest.digest.get("edition"), _EDITION, "edition", report):
        _check_editions(newest, read, report, listed)


def _check_editions(newest: Entry, read: Read, report: Report, listed: dict[int, str] | None) -> None:
    """The chain of a story, and every edition but the newest in itself."""
    slug, block = newest.slug, newest.digest["edition"]
    if not 1 <= block["number"] <= _MOST_EDITIONS:
        report.finding(f"{slug}: {block['number']} is no number of an edition")
        return
    editions = {}
    for number in sorted({*range(1, block["number"] + 1), *(listed or {})}):
        entry = _read_entry(slug, number, read, f"editions/{number}.json", report)
        if entry is None or _misfit(entry.label, entry.digest.get("edition"), _EDITION, "edition", report):
            continue
        editions[number] = edition = _published(entry.digest, newest.digest)
        report.counts["editions"] += 1
        if edition.get("schema") == STUB:
            report.counts["withdrawn"] += 1
            report.say(f"{slug}: edition {number} is withdrawn: not published any more")
        elif number != block["number"]:
            check_digest(Entry(slug, edition, number), report)
    for fault in chain_faults(newest.digest, editions, listed):
        report.finding(f"{slug}: {fault}")
    named = f"edition {block['number']} ({block['kind']}, signed {block['signed']})"
    report.say(f"{slug}: {named} has the sha256 {fingerprint(newest.digest)}")


def _published(edition: Json, newest: Json) -> Json:
    """What stands at an edition's address; ``newest`` where that is what it has the hash of."""
    is_newest = edition.get("schema") == NEWEST and edition.get("sha256") == fingerprint(newest)
    return newest if is_newest else edition


def _read_entry(slug: str, number: int | None, read: Read, address: str, report: Report) -> Entry | None:
    """A published file. One that is missing or no JSON object is a finding; what cannot be read may yet be there."""
    try:
        return Entry(slug, parse_entry(read(address), address), number)
    except MissingError:
        report.finding(f"{slug}: {address} is missing")
    except MalformedError as error:
        report.finding(f"{slug}: {error}")
    except UnusableError as error:
        report.could_not(str(error))
    return None


def parse_entry(data: bytes, shown: str) -> Json:
    """A JSON object of which there is a hash. Raises MalformedError."""
    found = parse(data, shown)
    if not isinstance(found, dict):
        raise MalformedError(f"{shown}: it is no JSON object")
    try:
        fingerprint(found)
    except (ValueError, RecursionError):
        raise MalformedError(f"{shown}: it holds what has no hash, such as half a character") from None
    return found


def check_site(read: Read, listing: Json, report: Report) -> None:
    """Every story that a site's editions.json lists."""
    if _misfit("editions.json", listing, _LIST, "the list", report):
        return
    for slug, times in Counter(story["slug"] for story in listing["stories"]).items():
        if times > 1:
            report.finding(f"{slug}: editions.json lists it {times} times")
    for story in listing["stories"]:
        slug, address = story["slug"], story["address"]
        if not _stays_inside(address):
            report.finding(f"{slug}: its address leads out of the site: {address}")
            continue
        below = _below(read, address)
        newest = _read_entry(slug, None, below, "digest.json", report)
        if newest is not None:
            check_story(newest, below, report, _hashes(story, report))


def _hashes(story: Json, report: Report) -> dict[int, str]:
    """The hashes that editions.json lists for a story, by number of edition."""
    listed = {edition["number"]: edition["sha256"] for edition in story["editions"]}
    if len(listed) < len(story["editions"]) or len(listed) > _MOST_EDITIONS:
        report.finding(f"{story['slug']}: editions.json lists an edition twice, or more than {_MOST_EDITIONS}")
    return dict(islice(listed.items(), _MOST_EDITIONS))


def _below(read: Read, folder: str) -> Read:
    return lambda address: read(f"{folder.rstrip('/')}/{address}")


def _stays_inside(address: str) -> bool:
    odd = any(char in address for char in "\\?#:\0")
    return bool(address.strip("/")) and not odd and not address.startswith("/") and ".." not in address.split("/")


@dataclass(frozen=True)
class Found:
    """What a place turned out to be: the base of what is read, the name of the file that tells, and its data."""

    base: str
    name: str
    data: Json


def find(place: str) -> Found:
    """What stands at a web address, folder or file. Raises UnusableError where it is neither a site nor a story."""
    base, name = _split(place)
    read = reader_of(base)
    if name.endswith(".json"):
        return Found(base, name, parse_entry(read(name), place))
    malformed = None
    for tried in ("editions.json", "digest.json"):
        try:
            return Found(base, tried, parse_entry(read(tried), tried))
        except MissingError:
            continue
        except MalformedError as error:  # some servers answer with a page for what they do not have
            malformed = malformed or error
    remedy = "name the root of a site, a story's page, its folder or its digest.json"
    raise malformed or UnusableError(f"{place}: there is neither editions.json nor digest.json; {remedy}")


def _split(place: str) -> tuple[str, str]:
    """The folder of what was named, and the file in it, if any."""
    if is_address(place):
        return _split_address(place)
    path = Path(place)
    try:
        if path.is_dir():
            return place, ""
        if path.is_file():
            return str(path.parent), path.name
    except (OSError, ValueError):  # a name that no file can have
        pass
    raise UnusableError(f"{place}: there is no such folder or file; name one, or an address that begins with https://")


def _split_address(place: str) -> tuple[str, str]:
    try:
        parts = urllib.parse.urlsplit(place)
        host = parts.netloc.encode("idna").decode("ascii")
    except ValueError:
        raise UnusableError(f"{place}: it is no web address") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnusableError(f"{place}: only http and https addresses are read")
    folder, _, name = parts.path.rpartition("/")
    if not name.endswith((".json", ".html")):
        folder, name = parts.path.rstrip("/"), ""
    folder = urllib.parse.quote(folder, safe="/%~:@!$&'()*+,;=")
    return urllib.parse.urlunsplit((parts.scheme, host, f"{folder}/", "", "")), name


def check(place: str, pages: Sequence[str] = ()) -> int:
    """Check a site or a story, and pages against it; print what is found. Returns the exit status.

    ``place`` is a web address, a folder or a file, ``pages`` are names of files.
    """
    report = Report()
    try:
        report.pages = [read_page(name) for name in pages]
        found = find(place)
        schema = _schema(found.data)
        if schema not in (LIST, DIGEST):
            raise UnusableError(
                f"{place}: {found.name} is of the format {schema}, which is neither {LIST} nor {DIGEST}"
            )
    except UnusableError as error:
        report.could_not(str(error))
        return report.status
    read = reader_of(found.base)
    if schema == LIST:
        check_site(read, found.data, report)
    else:
        _check_one(found, read, report)
    for page in report.pages:
        if not page.is_capture:
            check_copy(page, report)
    report.say(_summed_up(report))
    return report.status


def _check_one(found: Found, read: Read, report: Report) -> None:
    """One story, with its hashes from the site's list where that stands above it."""
    slug = str(found.data.get("slug"))
    newest = Entry(slug, found.data)
    if found.name != "digest.json":  # a file that somebody saved, or one edition of a story
        return check_story(newest, None, report, None)
    listing = _list_above(read)
    if listing is None:
        report.counts["unlisted"] += 1
        return check_story(newest, read, report, None)
    folder = os.path.basename(urllib.parse.urlsplit(found.base).path.rstrip("/") or os.path.abspath(found.base))
    for story in listing["stories"]:
        if folder == story["address"].rstrip("/").rpartition("/")[2]:
            return check_story(newest, read, report, _hashes(story, report))
    if found.data.get("edition") is not None:
        report.finding(f"{slug}: the site's editions.json does not list it")
    return check_story(newest, read, report, None)


def _list_above(read: Read) -> Json | None:
    """The site's list of editions, where a story's page stands two folders below it."""
    try:
        listing = parse_entry(read("../../editions.json"), "editions.json")
    except UnusableError:
        return None
    return listing if _schema(listing) == LIST and not any(misfits(listing, _LIST, "")) else None


def _summed_up(report: Report) -> str:
    """What was checked, what could not be, and how many findings there are, in one line."""
    counts = report.counts
    done = [
        _number(counts["stories"], "story", "stories"),
        _number(counts["editions"], "edition"),
        _number(counts["claims"], "claim"),
        _number(counts["citations"], "citation"),
        f"coverage of {_number(counts['sources'], 'source')}",
    ]
    if counts["captures"]:
        done.append(f"{_number(counts['citations in captures'], 'citation')} byte for byte in captures")
    if counts["copies"]:
        looked = _number(counts["quotes looked for"], "quote")
        done.append(f"{looked} looked for in {_number(counts['copies'], 'other copy', 'other copies')}")
    undone = []
    if counts["sources"] > len(report.seen):
        left = _number(counts["sources"] - len(report.seen), "source")
        undone.append(f"the quotes of {left} (no page of theirs was named with --page)")
    if counts["unsigned"]:
        undone.append(f"the chain of {_number(counts['unsigned'], 'entry', 'entries')} that nobody signed")
    if counts["withdrawn"]:
        undone.append(f"{_number(counts['withdrawn'], 'edition')} withdrawn and not published any more, hash aside")
    if counts["alone"]:
        undone.append("the chain (one file by itself)")
    if counts["unlisted"]:
        undone.append("the site's list of hashes (no editions.json above the story)")
    if report.unread:
        undone.append(f"{_number(report.unread, 'file')} that could not be read")
    not_done = f" Not checked: {'; '.join(undone)}." if undone else ""
    return f"Checked: {', '.join(done)}.{not_done} {_number(report.findings, 'finding').capitalize()}."


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count or 'no'} {one if count == 1 else many or one + 's'}"


def add_arguments(parser: argparse.ArgumentParser, run: str) -> None:
    """Give a parser what the command takes and teaches; ``run`` is how it is called."""
    parser.description = DESCRIPTION
    parser.epilog = EXAMPLES.format(run=run)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "place",
        metavar="URL-OR-FOLDER",
        help="the root of a site, a story's page, or its digest.json: an address, a folder or a file",
    )
    parser.add_argument(
        "--page",
        action="append",
        default=[],
        metavar="SAVED",
        help="an article that you saved, to look for the quotes in; may be given more than once",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="verify_digest.py")
    add_arguments(parser, "python verify_digest.py")
    options = parser.parse_args(arguments)
    try:
        return check(options.place, options.page)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


if __name__ == "__main__":
    sys.exit(main())
