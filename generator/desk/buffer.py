"""The buffer of an outline as it was saved -> what its editor wants, or what in it cannot be read, line by line.

Pure: the text and the outline that it was made from in, a ``Wanted`` out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from generator.desk.order import unmoved
from generator.desk.outline import (
    BRIEF,
    DETAIL,
    DROP,
    KEEP,
    MERGE,
    REST,
    STATE,
    SUMMARY,
    Line,
    Outline,
    short_ids,
    suffix,
    verb,
)

_VERBS = {"k": KEEP, "b": BRIEF, "s": SUMMARY, "m": MERGE, "d": DROP}
_KNOWN = (KEEP, BRIEF, SUMMARY, MERGE, DROP, DETAIL)
_HEADING = re.compile(r"==\s*(?P<title>.*?)\s*=*\s*")
_LINE = re.compile(r"(?P<indent>\s*)(?P<verb>\S+)(?:\s+(?P<id>\S+)(?:\s+(?P<rest>.*?))?)?\s*")
_ID = re.compile(r"[cp]-[0-9a-f]+")
_TALLY = re.compile(r"\d+-of-\d+(?:\s+|$)")
_SOURCES = re.compile(r"\s+\[(?P<sources>[^\[\]]+)\]$")


class UnreadableError(Exception):
    """A buffer that cannot be read. ``findings`` are lines that name place, what is wrong and what to do."""

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(findings))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an editor wants of the lines of a draft, by their keys. ``opened`` has the headings in their order with what
    stands under each; the others hold what was changed alone, but for ``brief`` and ``summary``, which hold all that
    is marked."""

    opened: Mapping[str, tuple[str, ...]]
    rested: tuple[str, ...] = ()  # moved to the rest
    folded: Mapping[str, str] = field(default_factory=dict)  # moved beneath another line
    worded: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    merged: Mapping[str, str] = field(default_factory=dict)  # into which line
    brief: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()  # what of the buffer is not followed

    @property
    def rearranges(self) -> bool:
        """Whether claims become others, and not only stand elsewhere."""
        return bool(self.folded or self.worded or self.dropped or self.merged)

    def changes(self, outline: Outline) -> bool:
        """Whether anything is wanted that the draft is not."""
        before = {heading: outline.heads(heading) for heading in outline.headings}
        stands = [*self.opened.items()] == [(heading, keys) for heading, keys in before.items() if keys]
        brief = {line.key for line in outline.lines if line.brief} - {*self.dropped, *self.merged}
        summary = {line.key for line in outline.lines if line.summary} - {*self.dropped, *self.merged}
        marked = brief == {*self.brief} and summary == {*self.summary}
        return self.rearranges or bool(self.rested) or not (stands and marked)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line as it was saved."""

    number: int
    line: Line
    verbs: tuple[str, ...]
    text: str
    section: str
    indented: bool


def read(text: str, outline: Outline) -> Wanted | None:
    """What the editor of a buffer wants; None where it says nothing at all, so that the editor gives up.

    Raises UnreadableError for a line with an unknown verb or id, one that is gone or stands twice, and for what no
    decision can say.
    """
    reader = _Reader(outline)
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        reader.take(number, line)
    if not reader.entries and not reader.findings:
        return None
    return reader.wanted()


def state_of(text: str) -> str | None:
    """The state of the draft from which a buffer was made, None where it does not say."""
    return next((line.removeprefix(STATE).strip() for line in text.splitlines() if line.startswith(STATE)), None)


class _Reader:
    """The lines of a buffer, one after another, and what is wrong with them."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.entries: list[_Entry] = []
        self.findings: list[str] = []
        self.headings: list[str] = []
        self._all: list[_Entry | str] = []  # lines and headings
        self._seen: set[str] = set()
        self._ids = short_ids(outline)
        self._sources = {source for line in outline.lines for source in line.sources}

    def take(self, number: int, written: str) -> None:
        if not written.strip() or written.lstrip().startswith("#"):
            return
        heading = _HEADING.fullmatch(written.strip())
        if heading:
            self._head(number, heading["title"])
            return
        match = _LINE.fullmatch(written)
        problem = self._line(number, match) if match else "it cannot be read"
        if problem:
            self.findings.append(f"line {number}: {problem}: {written.strip()[:80]!r}")

    def _head(self, number: int, title: str) -> None:
        own = (*self.outline.headings, REST)
        title = next((one for one in own if one.casefold() == title.casefold()), title)
        if not title:
            self.findings.append(f"line {number}: a heading without a name")
        elif title in self.headings:
            self.findings.append(f"line {number}: the heading {title!r} stands twice")
        self.headings.append(title)
        self._all.append(title)

    def _line(self, number: int, match: re.Match[str]) -> str | None:
        """Take a line; what is wrong with it, None where nothing is."""
        name = match["id"] or ""
        line = self._known(name)
        twice = line is not None and line.key in self._seen
        if line is not None:
            self._seen.add(line.key)
        verbs = tuple(_VERBS.get(one, one) for one in match["verb"].split("+"))
        unknown = next((one for one in verbs if one not in _KNOWN), None)
        if unknown is not None:
            return self._unknown(unknown)
        if line is None:
            return f"no line of this draft has the id {name!r}"
        if len(verbs) > 1 and set(verbs) != {BRIEF, SUMMARY}:
            return "only brief and summary are said of one line, as brief+summary"
        if twice:
            return f"{self._ids[line.key]} stands twice"
        if not self.headings:
            return "it stands above the first heading"
        words = self._words(match["rest"] or "", line)
        if isinstance(words, _Wrong):
            return words.problem
        entry = _Entry(number, line, verbs, words, self.headings[-1], bool(match["indent"]))
        self.entries.append(entry)
        self._all.append(entry)
        return None

    def _unknown(self, verb: str) -> str:
        known = self._known(verb)
        if known is not None:
            self._seen.add(known.key)
            return f"it has no verb, such as {KEEP}"
        near = get_close_matches(verb, _KNOWN, n=1)
        return f"unknown verb {verb!r}, {f'did you mean {near[0]!r}?' if near else 'use ' + ', '.join(_KNOWN)}"

    def _known(self, name: str) -> Line | None:
        if not _ID.fullmatch(name):
            return None
        found = [line for line in self.outline.lines if line.id.startswith(name)]
        return found[0] if len(found) == 1 else None

    def _words(self, rest: str, line: Line) -> str | _Wrong:
        text = _TALLY.sub("", rest, count=1) if _TALLY.match(rest) else rest
        if text.endswith(suffix(line)):
            text = text.removesuffix(suffix(line))
        else:
            found = _SOURCES.search(text)
            if found and {one.strip() for one in found["sources"].split(",")} <= self._sources:
                return _Wrong(f"its sources are not changed here; they are {suffix(line)}")
        text = " ".join(text.split())
        return text or _Wrong("it has no words")

    def wanted(self) -> Wanted:
        self._find_gone()
        unders = {entry.line.key: self._under(place, entry) for place, entry in enumerate(self.entries)}
        merged = self._merged()
        for entry in self.entries:
            self._refuse(entry, unders[entry.line.key])
        self._refuse_no_marks()
        if self.findings:
            raise UnreadableError(self.findings)
        kept = [entry for entry in self.entries if not {DROP, MERGE} & set(entry.verbs)]
        moved = {one.line.key: under for one in kept if (under := unders[one.line.key]) not in (None, one.line.under)}
        heads = {title: [one for one in kept if one.section == title and not one.indented] for title in self.headings}
        carried = self._carry_denials(heads)
        rested = [one.line for one in heads.pop(REST, [])]
        return Wanted(
            opened={title: tuple(one.line.key for one in found) for title, found in heads.items() if found},
            rested=tuple(line.key for line in rested if line.under is not None or line.section != REST),
            folded={key: merged.get(under, under) for key, under in moved.items() if under is not None},
            worded={one.line.key: one.text for one in kept if one.text != one.line.text},
            dropped=tuple(one.line.key for one in self.entries if DROP in one.verbs),
            merged=merged,
            brief=tuple(one.line.key for one in kept if BRIEF in one.verbs),
            summary=tuple(one.line.key for one in kept if SUMMARY in one.verbs),
            remarks=(*carried, *self._unordered(kept, unders)),
        )

    def _find_gone(self) -> None:
        for line in self.outline.lines:
            if line.key not in self._seen:
                remedy = f"put it back, with {DROP} before it to leave it out"
                self.findings.append(f"{self._ids[line.key]} is gone, {remedy}: {line.text[:80]!r}")
        if REST not in self.headings and any(entry.line.section == REST for entry in self.entries):
            self.findings.append(f"the heading '== {REST}' is gone, put it back above the lines that stood below it")

    def _under(self, place: int, entry: _Entry) -> str | None:
        """The line beneath which one stands: by its indent, or its old one where that was moved away from above it."""
        if not entry.indented or not {DROP, MERGE}.isdisjoint(entry.verbs):
            return None
        above = next((one for one in self.entries[:place][::-1] if not one.indented), None)
        found = above if above is not None and above.section == entry.section else None
        if entry.line.under is not None and (found is None or found.line.key != entry.line.under):
            old = self._before_old[entry.line.key]
            left = found is None and entry.section == entry.line.section
            if left or old == self._before_new[entry.line.key]:
                return entry.line.under
        if found is None:
            self._refused(entry, "nothing stands above it to fold it beneath")
            return None
        if DROP in found.verbs and found.line.key != entry.line.under:
            self._refused(entry, f"it is folded beneath {self._ids[found.line.key]}, which is dropped")
        return found.line.key

    def _refused(self, entry: _Entry, problem: str) -> None:
        shown = f"{self._ids[entry.line.key]} {entry.line.text[:60]}"
        self.findings.append(f"line {entry.number}: {problem}: {shown!r}")

    @cached_property
    def _before_old(self) -> Mapping[str, str]:
        """By the key of each folded line what last stood above it in the draft that was not moved."""
        items = [
            (heading, line)
            for heading in (*self.outline.headings, REST)
            for line in (None, *(one for one in self.outline.lines if one.section == heading))
        ]
        return self._before([(f"== {heading}" if line is None else line.key, line) for heading, line in items])

    @cached_property
    def _before_new(self) -> Mapping[str, str]:
        """The same of the buffer."""
        return self._before([(self._named(one), one.line if isinstance(one, _Entry) else None) for one in self._all])

    @staticmethod
    def _named(one: _Entry | str) -> str:
        return one.line.key if isinstance(one, _Entry) else f"== {one}"

    def _before(self, items: Sequence[tuple[str, Line | None]]) -> Mapping[str, str]:
        found: dict[str, str] = {}
        last = ""
        for name, line in items:
            if name in self._fixed:
                last = name
            elif line is not None and line.under is not None:
                found[name] = last
        return found

    @cached_property
    def _fixed(self) -> frozenset[str]:
        """Headings that were not moved, and lines without an indent that were not moved under their own."""
        found = {f"== {one}" for one in unmoved((*self.outline.headings, REST), self.headings)}
        for heading in self.headings:
            now = [one.line.key for one in self.entries if one.section == heading and not one.indented]
            found |= unmoved(self.outline.heads(heading), now)
        return frozenset(found)

    def _merged(self) -> Mapping[str, str]:
        """Into which line each goes that is merged: the claim above it."""
        found: dict[str, str] = {}
        target: _Entry | None = None
        for entry in self.entries:
            if MERGE not in entry.verbs:
                target = target if entry.line.detail and entry.indented else entry
            elif target is None or target.section != entry.section:
                self._refused(entry, "no claim stands above it to merge it into")
            elif DROP in target.verbs:
                self._refused(entry, "it is merged into a line that is dropped")
            else:
                found[entry.line.key] = target.line.key
        return found

    def _refuse(self, entry: _Entry, under: str | None) -> None:
        """Name what a line asks that no decision can say."""
        verbs, line = set(entry.verbs), entry.line
        if DETAIL in verbs and not line.detail:
            self._refused(entry, "it is a claim; indent it beneath another to make it a detail of that")
        if (under is None and entry.section != REST) or {DROP, MERGE} & verbs:
            return
        if {BRIEF, SUMMARY} & verbs and verbs != set(verb(line).split("+")):
            self._refused(entry, "what is folded is not marked; move it under a heading, without an indent")
        if entry.text != line.text:
            self._refused(entry, "what is folded is not worded; move it under a heading, without an indent")

    def _refuse_no_marks(self) -> None:
        for mark in (BRIEF, SUMMARY):
            lost = [one for one in self.entries if mark in verb(one.line).split("+") and not self._marked(mark, one)]
            if lost and not any(mark in entry.verbs for entry in self.entries):
                self._refused(lost[0], f"no line is {mark} any more; mark one")
        if self.outline.told and any(SUMMARY in entry.verbs for entry in self.entries):
            self.findings.append("story.md words the summary; take 'summary' out of it to choose claims instead")

    @staticmethod
    def _marked(mark: str, entry: _Entry) -> bool:
        """Whether a line has a mark still, or is gone with it."""
        return not {mark, DROP, MERGE}.isdisjoint(entry.verbs)

    def _carry_denials(self, heads: Mapping[str, list[_Entry]]) -> Sequence[str]:
        """Put each denial right after what it denies, wherever that was moved; what is said of those that stood
        elsewhere."""
        before = {one.line.key: _above(found, one) for found in heads.values() for one in found}
        for line in self.outline.lines[::-1]:
            place = {one.line.key: found for found in heads.values() for one in found}
            if line.denies in place and line.key in place:
                denial = next(one for one in place[line.key] if one.line is line)
                place[line.key].remove(denial)
                denied = next(number for number, one in enumerate(place[line.denies]) if one.line.key == line.denies)
                place[line.denies].insert(denied + 1, denial)
        denials = [(one, _above(found, one)) for found in heads.values() for one in found if one.line.denies]
        moved = [self._ids[one.line.key] for one, above in denials if before[one.line.key] != above]
        return tuple(f"{one} stands right after what it denies" for one in moved)

    def _unordered(self, kept: Sequence[_Entry], unders: Mapping[str, str | None]) -> Sequence[str]:
        """What is said of lines that stay folded where they were, and stand in another order."""
        place = {line.key: number for number, line in enumerate(self.outline.lines)}
        last: dict[str | None, int] = {}
        for entry in kept:
            under = unders[entry.line.key]
            if under == entry.line.under and (under is not None or entry.section == entry.line.section == REST):
                if place[entry.line.key] < last.get(under, -1):
                    return ("the order of folded lines is the program's own, and is not kept",)
                last[under] = place[entry.line.key]
        return ()


def _above(found: Sequence[_Entry], one: _Entry) -> str:
    """The key of the line right above one of its heading."""
    place = found.index(one)
    return found[place - 1].line.key if place else ""


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What is wrong with the words of a line."""

    problem: str
