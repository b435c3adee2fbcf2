"""``diff``: what changed between two editions of a story, or between one of them and its draft, as plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.drafting import make_draft
from generator.editions.changes import Act, Change, Part, changes, differing
from generator.editions.findings import lost_lines
from generator.editions.store import newest_edition, read_edition
from generator.errors import InputError, one_line
from generator.language.printable import printable
from generator.load import story_slug
from generator.model import Decision, Digest, Quote, Role

_ROLES = {Role.SUPPORT: "", Role.DIFFERS: " as differing", Role.DETAIL: " as detail"}
_ACTS = {
    Act.NEW: "new",
    Act.GONE: "gone",
    Act.JOINED: "joined to {other}",
    Act.SPLIT: "parted from {other}",
    Act.REWORDED: "reworded",
    Act.KIND: "kind: {before} -> {after}",
    Act.SPEAKER: "speaker: {before} -> {after}",
    Act.GAINED: "sources gained{role}: {sources}",
    Act.LOST: "sources lost{role}: {sources}",
    Act.QUOTED: "other words of {sources} cited{role}",
    Act.MOVED: "moved: {before} -> {after}",
}
_SOURCES = {Act.NEW: "new source", Act.GONE: "source gone", Act.REWORDED: "source saved anew"}
_NOBODY = "nobody"
_WITH_WORDS = (Act.NEW, Act.GONE, Act.JOINED, Act.SPLIT, Act.REWORDED, Act.QUOTED)


@dataclass(frozen=True, slots=True)
class Compared:
    """What ``diff`` prints: which states were compared, the lines of what changed, none where nothing did, and what of
    the editor's work no longer holds."""

    heading: str
    lines: tuple[str, ...]
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    name: str
    digest: Digest
    decisions: tuple[Decision, ...]
    findings: tuple[str, ...] = ()


def compare(folder: Path, first: int | None = None, second: int | None = None) -> Compared:
    """The draft of a story against its last edition, or against the edition ``first``; with ``second``, that edition
    against ``first``. Raises InputError for a story or an edition that is not there, and as ``make_draft`` does."""
    old = _edition(folder, first)
    new = _draft(folder) if second is None else _edition(folder, second)
    heading = f"{story_slug(folder)}: {old.name} -> {new.name}"
    return Compared(heading, (*_changed(old.digest, new.digest), *_decided(old.decisions, new.decisions)), new.findings)


def _edition(folder: Path, number: int | None) -> _State:
    edition = newest_edition(folder) if number is None else read_edition(folder, number)
    if edition is None:
        remedy = "there is nothing to compare the draft with: see it with make html"
        raise InputError(folder.as_posix(), "the story was never signed", remedy)
    return _State(f"edition {edition.mark.number}", edition.digest, edition.decisions)


def _draft(folder: Path) -> _State:
    draft = make_draft(folder)
    rulings = draft.workings.rulings
    findings = (*lost_lines(rulings), *map(one_line, rulings.unfounded))
    return _State("the draft", draft.digest, draft.story.decisions, findings)


def _changed(old: Digest, new: Digest) -> Iterator[str]:
    found = changes(old, new)
    texts = {claim.id: claim.text for claim in (*old.claims, *new.claims)}
    for change in found:
        yield from _lines(change, texts.get(change.id, ""))
    fields = differing(old, new)
    if fields and not found:
        yield f"no word, source or place changed, but the data did: {', '.join(fields)}"


def _lines(change: Change, text: str) -> Iterator[str]:
    """The lines of a change; ``text`` are the words of its claim, "" where it is of none."""
    what = _SOURCES if change.part is Part.SOURCE else _ACTS
    told = what[change.act].format(
        other=change.other,
        before=printable(change.before) or _NOBODY,
        after=printable(change.after) or _NOBODY,
        role=_ROLES[change.role] if change.role else "",
        sources=", ".join(change.sources),
    )
    answer = f" answer “{printable(change.words)}”" if change.part is Part.ANSWER else ""
    yield f"{change.id or change.part}{answer}: {told}"
    if change.act not in _WITH_WORDS and text:
        yield f"    {printable(text)}"
    if change.act not in _WITH_WORDS or change.part in (Part.SOURCE, Part.ANSWER):
        return
    for sign, words in (("-", change.before), ("+", change.after)):
        for line in words.splitlines():
            yield f"  {sign} {printable(line)}"


def _decided(old: tuple[Decision, ...], new: tuple[Decision, ...]) -> Iterator[str]:
    before, after = _unplaced(old), _unplaced(new)
    told = [f"  - {_decision(one)}" for one in before if one not in after]
    told += [f"  + {_decision(one)}" for one in after if one not in before]
    if told:
        yield "decisions"
        yield from told


def _unplaced(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions wherever they stand in their file, which is nothing that they say."""
    return [replace(decision, line=0) for decision in decisions]


def _decision(one: Decision) -> str:
    parts = [f"“{one.value}”"] if one.value else []
    parts += [_quoted(quote) for quote in one.quotes]
    parts += ["of", *map(_quoted, one.beside)] if one.beside else []
    parts += [f"as {one.respect}"] if one.respect else []
    for answer in one.answers:
        parts += [f"“{answer.text}” in", *map(_quoted, answer.quotes)]
    parts += one.sources
    parts += [f"(why: {one.why})"] if one.why else []
    return printable(f"{one.verb}: {' '.join(parts)}")


def _quoted(quote: Quote) -> str:
    return f"{quote.source}: “{quote.words}”"
