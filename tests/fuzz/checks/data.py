"""digest.json against the bytes of the captures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from itertools import combinations
from typing import Any, Final

from tests.fuzz.cases import Case
from tests.fuzz.checks import Fault
from tests.fuzz.checks.texts import (
    Reading,
    decoded,
    is_noncharacter,
    marks_are_balanced,
    parts_of,
    quoted,
    readable,
    value,
)

Json = dict[str, Any]

USES: Final = ("claim", "repeat", "omitted", "heading", "furniture")
KINDS: Final = ("event", "statement", "allegation", "denial", "plan", "background", "assessment", "unread")
_FIELDS: Final[dict[str, type]] = {
    "slug": str, "title": str, "summary": str, "date": str, "sources": list, "sections": list, "claims": list,
    "disagreements": list, "coverage": list,
}  # fmt: skip
_COUNTED: Final = (None, "lead", "support")  # roles of citations that are counted; the first format has none
_BIDI: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_JOINING: Final = frozenset(("same", "also", "text", "lead"))  # verbs by which the editor joins
_WORDING: Final = frozenset(("text", "by"))  # verbs by which he words claims
_INSERTED: Final = re.compile(r"\[[^\[\]]*\]")


def check_data(case: Case, digest: Json) -> Iterator[Fault]:
    """Every promise that the data alone can show."""
    shape = tuple(_shape(digest))
    if shape:
        yield from shape  # the other checks read what they need without asking whether it is there
        return
    texts = {source["id"]: _text(case, digest, source) for source in digest["sources"]}
    yield from _sources(case, digest)
    yield from _evidence(digest, texts)
    yield from _accounting(digest, texts)
    yield from _counting(case, digest)
    yield from _wordings(digest, texts, case.planted.decided)
    if case.planted.decided.isdisjoint(_JOINING):
        yield from _apart(case, digest)
    yield from _unseen(case, digest)
    yield from _characters(digest)


def _shape(digest: Json) -> Iterator[Fault]:
    """The fields of the format, each of its type; that ids lead somewhere and stand once."""

    def wrong(what: str) -> Fault:
        return Fault("shape of the data", what)

    for key, kind in _FIELDS.items():
        if not isinstance(digest.get(key), kind):
            yield wrong(f"{key} is {type(digest.get(key)).__name__}")
            return
    if not str(digest.get("schema")).startswith("news-digest/"):
        yield wrong("schema")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", digest["date"]):
        yield wrong(f"date {digest['date']!r}")
    if not digest["title"].strip() or not digest["claims"] or not digest["sources"]:
        yield wrong("no title, no claim or no source")
    for source in digest["sources"]:
        published = source.get("published")
        try:
            known = published is None or date.fromisoformat(published[:10])
        except ValueError:
            known = False
        if not known or not all(isinstance(source.get(key), str) for key in ("id", "path", "sha256", "origin")):
            yield wrong(f"source {source}")
    claims = [claim.get("id") for claim in digest["claims"]]
    sources = {source.get("id") for source in digest["sources"]}
    if len(set(claims)) < len(claims) or len(sources) < len(digest["sources"]):
        yield wrong("an id stands twice")
    placed = [claim for section in digest["sections"] for claim in section["claims"]]
    if sorted(placed) != sorted(claims):
        yield wrong("the sections do not hold every claim once")
    for claim in digest["claims"]:
        if claim.get("kind") not in KINDS or not value(claim, "text").strip() or not claim.get("citations"):
            yield wrong(f"claim {claim.get('id')}")
    for what, citation in _citations(digest):
        if citation.get("source") not in sources:
            yield wrong(f"{what} cites {citation.get('source')}")
    for entry in digest["coverage"]:
        if entry.get("use") not in USES or entry.get("source") not in sources:
            yield wrong(f"coverage {entry}")
        elif entry["use"] in ("claim", "repeat") and entry.get("claim") not in claims:
            yield wrong(f"coverage {entry['source']}:{entry['start']} names no claim")
        elif entry["use"] in ("omitted", "furniture") and not entry.get("reason"):
            yield wrong(f"coverage {entry['source']}:{entry['start']} gives no reason")
    for difference in digest["disagreements"]:
        if len(difference["positions"]) < 2 or not all(one["citations"] for one in difference["positions"]):
            yield wrong(f"disagreement {difference['id']} has no two sides")


def _citations(digest: Json) -> Iterator[tuple[str, Json]]:
    for claim in digest["claims"]:
        for citation in claim["citations"]:
            yield f"claim {claim['id']}", citation
    for difference in digest["disagreements"]:
        for position in difference["positions"]:
            for citation in position["citations"]:
                yield f"disagreement {difference['id']}", citation


def _text(case: Case, digest: Json, source: Json) -> str:
    """The text of a capture; where its bytes are no UTF-8, that one of their readings on which most citations hold."""
    path = source["path"]
    named = re.findall(r"read as ([A-Za-z0-9_-]+)", " ".join(source.get("notices", ())))
    data = _cited_part(case.files.get(path, b""), source)
    texts = decoded(data, (case.planted.encodings.get(path, "utf-8"), *named))
    mine = [citation for _, citation in _citations(digest) if citation["source"] == source["id"]]
    return max(texts, key=lambda text: sum(_holds(text, one) for one in mine))


_PART: Final = re.compile(r"the text that is cited is its part (\d+) of (\d+) \((text/\w+)\)")


def _part_of(source: Json) -> re.Match[str] | None:
    """What a source's notices say of the part of its file that is cited."""
    return _PART.search(" ".join(source.get("notices", ())))


def _cited_part(data: bytes, source: Json) -> bytes:
    """The bytes of a file, of a mail or a saved page those of the part that the source's notice names."""
    told = _part_of(source)
    if told is None:
        return data
    parts = parts_of(data)
    number = int(told.group(1))
    return parts[number - 1] if 0 < number <= len(parts) == int(told.group(2)) else b""


def _holds(text: str, citation: Json) -> bool:
    start, end = citation["start"], citation["end"]
    around = text[:start].endswith(citation["prefix"]) and text[end:].startswith(citation["suffix"])
    return around and text[start:end] == citation["exact"]


def _sources(case: Case, digest: Json) -> Iterator[Fault]:
    """Every capture is a source, under the hash of its bytes."""
    paths = [source["path"] for source in digest["sources"]]
    if sorted(paths) != sorted(case.planted.encodings):
        yield Fault("full accounting", f"the sources are {paths}, the captures {list(case.planted.encodings)}")
    for source in digest["sources"]:
        if source["sha256"] != sha256(case.files.get(source["path"], b"")).hexdigest():
            yield Fault("one hash a capture", f"{source['path']}: {source['sha256']}")


def _evidence(digest: Json, texts: dict[str, str]) -> Iterator[Fault]:
    for what, one in _citations(digest):
        text, start, end = texts[one["source"]], one["start"], one["end"]
        at = f"{what}, {one['source']}:{start}-{end}"
        if not 0 <= start < end or text[start:end] != one["exact"] or not one["exact"].strip():
            yield Fault("exact evidence", f"{at}: {one['exact']!r} is not {text[start:end]!r}")
        elif not text[:start].endswith(one["prefix"]) or (start > 0 and not one["prefix"]):
            yield Fault("exact evidence", f"{at}: the prefix {one['prefix']!r} does not stand before it")
        elif not text[end:].startswith(one["suffix"]) or (end < len(text) and not one["suffix"]):
            yield Fault("exact evidence", f"{at}: the suffix {one['suffix']!r} does not stand after it")


def _accounting(digest: Json, texts: dict[str, str]) -> Iterator[Fault]:
    for source, text in texts.items():
        entries = [entry for entry in digest["coverage"] if entry["source"] == source]
        at = 0
        for entry in entries:
            if entry["start"] < at or entry["end"] <= entry["start"]:
                yield Fault("full accounting", f"{source}:{entry['start']} overlaps what stands before")
            elif text[at : entry["start"]].strip():
                yield Fault("full accounting", f"{source}:{at} is lost: {text[at : entry['start']]!r}")
            at = max(at, entry["end"])
        if text[at:].strip() or at > len(text):
            yield Fault("full accounting", f"{source}:{at} is lost, of {len(text)}: {text[at:]!r}")
    for what, one in _citations(digest):
        if what.startswith("claim") and not _is_used(digest, one):
            yield Fault("full accounting", f"{what}: {one['source']}:{one['start']} is cited and not accounted for so")


def _is_used(digest: Json, citation: Json) -> bool:
    """Whether a stretch that is accounted for as evidence holds the beginning of a citation."""
    return any(
        entry["source"] == citation["source"]
        and entry["use"] in ("claim", "repeat")
        and entry["start"] <= citation["start"] < entry["end"]
        for entry in digest["coverage"]
    )


def counted(claim: Json) -> list[str]:
    """The sources that a claim counts, as often as it counts them."""
    return [one["source"] for one in claim["citations"] if one.get("role") in _COUNTED]


def _counting(case: Case, digest: Json) -> Iterator[Fault]:
    """No source is counted twice, and captures of the same bytes are one origin."""
    for claim in digest["claims"]:
        sources = counted(claim)
        if len(set(sources)) < len(sources):
            yield Fault("honest counting", f"claim {claim['id']} counts a source twice: {sources}")
    origins = {source["id"]: source["origin"] for source in digest["sources"]}
    for source, origin in origins.items():
        if origins.get(origin) != origin:
            yield Fault("honest counting", f"{origin}, the origin of {source}, is not its own")
    for one, other in combinations(digest["sources"], 2):
        same = case.files.get(one["path"]) == case.files.get(other["path"])
        if same and one["origin"] != other["origin"]:
            yield Fault("honest counting", f"{one['path']} and {other['path']} are one text and two origins")


def _paths(digest: Json) -> dict[str, str]:
    """The files of the sources under names that say how each is read, where a notice says that it is not as its own
    name has it: a text with the ends of three blocks is a page."""
    read_as = {"and it is read as HTML.": ".html", "and it is read as text.": ".txt"}
    part_as = {"text/html": ".html", "text/plain": ".txt"}
    return {
        source["id"]: source["path"]
        + "".join(end for told, end in read_as.items() if any(one.endswith(told) for one in source.get("notices", ())))
        + (part_as.get(part.group(3), "") if (part := _part_of(source)) else "")
        for source in digest["sources"]
    }


def _wordings(digest: Json, texts: dict[str, str], decided: frozenset[str]) -> Iterator[Fault]:
    """A claim's words are those of the passage that leads it, but for insertions in square brackets and who says it
    before a colon, unless the editor words claims; what it quotes stands in a source; no quotation mark has lost its
    other half."""
    paths = _paths(digest)
    readings = {source: Reading(text, paths[source]) for source, text in texts.items()}
    for claim in digest["claims"]:
        lead = next((one for one in claim["citations"] if one.get("role") in (None, "lead")), claim["citations"][0])
        own = Reading(lead["exact"], paths[lead["source"]])
        if decided.isdisjoint(_WORDING) and not _says(own, _unnamed(claim)):
            yield Fault("own words", f"claim {claim['id']}: {claim['text']!r} is not {lead['exact']!r}")
        if not marks_are_balanced(claim["text"], nested=True) and _is_orderly(texts[lead["source"]], lead):
            yield Fault("balanced marks", f"claim {claim['id']}: {claim['text']!r}")
        for quotation in quoted(claim["text"]):
            if not any(_says(readings[one["source"]], quotation) for one in claim["citations"]):
                yield Fault("quotation lock", f"claim {claim['id']}: nobody is quoted with {quotation!r}")


# Who says it, before words that stand in marks: a name may itself hold what does not print.
_SAID_BY: Final = re.compile(r"^[^“„\"«»”‘`]{1,200}: (?=[“„\"«»”‘'`])")


def _unnamed(claim: Json) -> str:
    """A wording without the name of who says it, where the program put that before the words."""
    said_by = " ".join(value(claim, "attributed_to").split())
    text = " ".join(str(claim["text"]).split())
    if said_by and text.casefold().startswith(f"{said_by}:".casefold()):
        return text[len(said_by) + 1 :]
    return _SAID_BY.sub("", text) if said_by else text


def _says(reading: Reading, text: str) -> bool:
    """Whether the words of a text stand in a stretch of a capture, insertions aside."""
    return reading.says(text) or all(reading.says(part) for part in _INSERTED.split(text))


def _is_orderly(text: str, citation: Json) -> bool:
    """Whether the capture itself uses its marks well where it is cited: each paragraph near the passage has both
    halves of its marks, or only opens them at its start, as a quotation over several paragraphs does."""
    start = text.rfind("\n", 0, citation["start"]) + 1
    end = text.find("\n", citation["end"])
    around = readable(text[start : len(text) if end < 0 else end], ".html").strip()
    return marks_are_balanced(around) or marks_are_balanced(around[1:])


def _apart(case: Case, digest: Json) -> Iterator[Fault]:
    """A charge and its denial, and two figures of one event, are never counted for one claim, where both stand as they
    were invented: a stray mark within a sentence may make another of it."""
    paths = _paths(digest)
    for pair in case.planted.apart:
        for claim in digest["claims"]:
            counted_ones = [one for one in claim["citations"] if one.get("role") in _COUNTED]
            cited = [" ".join(readable(one["exact"], paths[one["source"]]).split()) for one in counted_ones]
            if all(any(sentence in text for text in cited) for sentence in pair):
                yield Fault("apart", f"claim {claim['id']}: {pair[0]!r} and {pair[1]!r}")


def _unseen(case: Case, digest: Json) -> Iterator[Fault]:
    """Words that no reader of a page sees, unless the editor says that they are the article's: a style may be wrong."""
    if "article" in case.planted.decided:
        return
    for hidden in case.planted.unseen:
        for what, text in _shown(digest):
            if hidden in text.lower():
                yield Fault("hidden text", f"{what}: {text!r}")


def _shown(digest: Json) -> Iterator[tuple[str, str]]:
    yield "title", digest["title"]
    yield "summary", digest["summary"]
    for claim in digest["claims"]:
        yield f"claim {claim['id']}", f"{claim['text']} {value(claim, 'attributed_to')}"
    for difference in digest["disagreements"]:
        yield f"disagreement {difference['id']}", value(difference, "question")
        for position in difference["positions"]:
            yield f"disagreement {difference['id']}", position["text"]


def _characters(digest: Json) -> Iterator[Fault]:
    for what, text in _shown(digest):
        for char in text:
            if is_unfit(char):
                yield Fault("plain characters", f"{what}: U+{ord(char):04X} in {text!r}")
                break


def is_unfit(char: str) -> bool:
    """Whether a character may stand on no page: a control, a direction override, a surrogate, a noncharacter."""
    code = ord(char)
    return (code < 32 and char not in "\t\n") or 0x7F <= code < 0xA0 or char in _BIDI or 0xD800 <= code < 0xE000 \
        or is_noncharacter(char)  # fmt: skip
