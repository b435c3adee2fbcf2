"""The editions of a story -> what its page of changes shows, and which places of earlier editions its pages keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.editions.changes import Act, Change, Part, changes
from generator.editions.edition import Edition, withdrawn_up_to
from generator.model import Citation, Claim, Digest, EditionKind, Kind, Role
from generator.site import addresses, words
from generator.site.edition import gone_view
from generator.site.reprint import REPRINT_SHARE, reprint
from generator.site.sources import source_names
from generator.site.views import GoneView
from generator.site.words import count, listed, printable

_KINDS = {
    EditionKind.FIRST: "first",
    EditionKind.UPDATED: "updated: there was news",
    EditionKind.CORRECTED: "corrected",
    EditionKind.REFILED: "refiled: nothing that readers need to be told of",
    EditionKind.WITHDRAWN: "withdrawn",
}
_ENTRY = {
    Part.TITLE: "The title",
    Part.SUMMARY: "The summary",
    Part.WHEN: "When it was",
    Part.TEXT: "The editor’s own text",
    Part.TAGS: "The tags",
}
_SOURCES = {
    Act.NEW: "New source: {}",
    Act.GONE: "No longer among the sources: {}",
    Act.REWORDED: "Saved anew, with other words: {}",
}
_LABELS = {
    Act.NEW: "New",
    Act.GONE: "Withdrawn",
    Act.JOINED: "Joined with another statement",
    Act.SPLIT: "Parted from another statement",
    Act.REWORDED: "Reworded",
}
_CITED = {
    (Act.GAINED, Role.SUPPORT): "New source: {}",
    (Act.LOST, Role.SUPPORT): "No longer a source: {}",
    (Act.QUOTED, Role.SUPPORT): "Other words are cited of {}",
    (Act.GAINED, Role.DIFFERS): "Says otherwise now: {}",
    (Act.LOST, Role.DIFFERS): "Says otherwise no longer: {}",
    (Act.QUOTED, Role.DIFFERS): "Says otherwise in other words: {}",
}
_ANSWERS = {
    Act.NEW: "New answer, {}: {}",
    Act.GONE: "Answer withdrawn{}: {}",
    Act.GAINED: "Also answered by {}: {}",
    Act.LOST: "No longer answered by {}: {}",
}
# In an edition that is withdrawn no words are printed again: what became of things is counted.
_COUNTED = {
    Act.NEW: "new",
    Act.GONE: "withdrawn",
    Act.JOINED: "joined with others",
    Act.SPLIT: "parted from others",
    Act.REWORDED: "reworded",
}
_NOTE = re.compile(r"^\[\^[^\]]+\]:.*$|\[\^[^\]]+\]|\^\[[^\]]*\]", re.MULTILINE)  # a footnote of Markdown, or its mark


@dataclass(frozen=True, slots=True)
class Item:
    """What became of a part of the entry: a ``label`` ("Reworded"), where it stands, its words ``before`` and
    ``after``, and further lines. ``text`` are the words of what kept them, "" for what did not."""

    label: str
    href: str
    before: str
    after: str
    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """An edition, and what it changed in the one before: by the whole entry, by its statements and questions, each an
    Item, and in further lines. Of a draft all that belongs to signing is ""."""

    number: int
    title: str  # "Edition 2, corrected"
    day: str = ""
    iso: str = ""
    by: str = ""
    note: str = ""
    data: str = ""  # address of the edition's data, relative to the story's page
    entry: tuple[Item, ...] = ()
    claims: tuple[Item, ...] = ()
    questions: tuple[Item, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """All editions of a story, the newest first."""

    title: str
    href: str
    steps: tuple[Step, ...]


def history(editions: Sequence[Edition], share: float = REPRINT_SHARE, draft: Digest | None = None) -> History:
    """What the page of a story's changes shows of its editions, which stand in their order, and of a ``draft`` that an
    editor looks at. What is folded is printed again up to a ``share`` of its article, else by its first words. Of an
    edition that was withdrawn, and of those before it, no words are printed again."""
    last = withdrawn_up_to(editions)
    steps = []
    for place, edition in enumerate(editions):
        before = editions[place - 1] if place else None
        steps.append(_step(edition, before, edition.mark.number <= last, share))
    newest = editions[-1].digest
    if draft is not None:
        step = Step(editions[-1].mark.number + 1, "The draft, which nobody has signed")
        steps.append(_compared(step, newest, draft, share))
    return History(printable(newest.title), addresses.story(newest.slug), tuple(reversed(steps)))


def former_passages(editions: Sequence[Edition], shown: Digest) -> dict[str, tuple[GoneView, ...]]:
    """By source the places on its page that editions had and what is shown has not: links still lead there."""
    now = set(_places(shown))
    last: dict[tuple[str, int], int] = {}
    for edition in editions:
        last |= dict.fromkeys(_places(edition.digest), edition.mark.number)
    by_fate: dict[tuple[str, int], list[str]] = {}
    for (source, start), number in sorted(last.items()):
        if (source, start) not in now:
            by_fate.setdefault((source, number), []).append(addresses.passage(start))
    found: dict[str, list[GoneView]] = {}
    for (source, number), ids in by_fate.items():
        found.setdefault(source, []).append(gone_view(ids, "passage", f"cited until edition {number}"))
    return {source: tuple(views) for source, views in found.items()}


def _places(digest: Digest) -> Iterator[tuple[str, int]]:
    cited: list[Citation] = [one for claim in digest.claims for one in (*claim.citations, *claim.repeats)]
    cited += [one for item in digest.disagreements for side in item.positions for one in side.citations]
    return ((one.source, one.start) for one in cited)


def _step(edition: Edition, before: Edition | None, withheld: bool, share: float) -> Step:
    mark = edition.mark
    step = Step(
        number=mark.number,
        title=f"Edition {mark.number}, {_KINDS[mark.kind]}",
        day=words.day(mark.signed.date()),
        iso=mark.signed.isoformat(),
        by=printable(mark.by),
        note=printable(mark.note),
        data=f"editions/{mark.number}.json",
    )
    if before is None:
        return replace(step, lines=(_stock(edition.digest),))
    if withheld:
        return replace(step, lines=tuple(_withheld(before.digest, edition)))
    return _compared(step, before.digest, edition.digest, share)


def _compared(step: Step, old: Digest, new: Digest, share: float) -> Step:
    shown = _Shown(old, new, share)
    found = replace(step, entry=shown.entry(), claims=shown.claims(), questions=shown.questions(), lines=shown.lines())
    return found if found != step else replace(step, lines=("No word, source or question is another one.",))


def _stock(digest: Digest) -> str:
    parts = [count(len(digest.claims), "statement"), f"from {count(len(digest.sources), 'source')}"]
    if digest.disagreements:
        parts.append(f"and {count(len(digest.disagreements), 'question')} on which they differ")
    return f"{' '.join(parts)}."


def _withheld(old: Digest, edition: Edition) -> Iterator[str]:
    """What became of statements and questions in numbers, since no words of them are printed again."""
    found = changes(old, edition.digest)
    for part, noun in ((Part.CLAIM, "statement"), (Part.QUESTION, "question")):
        acts = Counter(change.act for change in found if change.part is part)
        told = [f"{acts[act]:,} {label}" for act, label in _COUNTED.items() if acts[act]]
        if told:
            yield f"{noun.capitalize()}s: {', '.join(told)}."
    yield "The story was withdrawn: what it said is not printed again."


class _Shown:
    """What changed between two editions, in words for a page."""

    def __init__(self, old: Digest, new: Digest, share: float) -> None:
        self._changes = changes(old, new)
        self._names = {**_names(old), **_names(new)}
        self._claims = tuple({claim.id: claim for claim in one.claims} for one in (old, new))
        self._whole = tuple(reprint(one, share).whole for one in (old, new))
        self._questions = {one.id: one for one in (*old.disagreements, *new.disagreements)}

    def entry(self) -> tuple[Item, ...]:
        return tuple(
            Item(_ENTRY[one.part], "", _plain(one.before), _plain(one.after), "", ())
            for one in self._changes
            if one.part in _ENTRY
        )

    def lines(self) -> tuple[str, ...]:
        told = [
            _SOURCES[act].format(self._listed(tuple(one.id for one in self._of(Part.SOURCE) if one.act is act)))
            for act in _SOURCES
            if any(one.act is act for one in self._of(Part.SOURCE))
        ]
        moved = sum(one.act is Act.MOVED for one in self._changes)
        if moved:
            told.append(f"{count(moved, 'statement stands', 'statements stand')} at another place of the entry.")
        return tuple(told)

    def claims(self) -> tuple[Item, ...]:
        return tuple(self._items((Part.CLAIM,), self._claim))

    def questions(self) -> tuple[Item, ...]:
        return tuple(self._items((Part.QUESTION, Part.ANSWER), self._question))

    def _of(self, *parts: Part) -> Iterator[Change]:
        return (one for one in self._changes if one.part in parts)

    def _items(self, parts: tuple[Part, ...], make: Callable[[str, tuple[Change, ...]], Item | None]) -> Iterator[Item]:
        for name, group in groupby(self._of(*parts), key=lambda one: one.id):
            item = make(name, tuple(group))
            if item is not None:
                yield item

    def _claim(self, name: str, found: tuple[Change, ...]) -> Item | None:
        acts = {one.act for one in found}
        label = next((_LABELS[act] for act in _LABELS if act in acts), "")
        lines = tuple(filter(None, map(self._claim_line, found)))
        if not label and not lines:
            return None
        other = next((one.other for one in found), "")
        before = self._text(0, other if Act.SPLIT in acts else name)
        after = self._text(1, other if Act.JOINED in acts else name)
        return _item(label, name, before, after, lines)

    def _claim_line(self, change: Change) -> str:
        if change.act is Act.KIND:
            before, after = (words.KIND_LABELS.get(Kind(kind), "plainly reported") for kind in _both(change))
            return f"Now {after}, before {before}" if before != after else ""
        if change.act is Act.SPEAKER:
            before, after = (printable(name) or "nobody" for name in _both(change))
            return f"Said by {after} now, by {before} before"
        form = _CITED.get((change.act, change.role)) if change.role else None
        return form.format(self._listed(change.sources)) if form else ""

    def _text(self, state: int, name: str) -> str:
        """The words of a claim in the older (0) or the newer state (1): of what is folded no more than may be printed
        again."""
        claim: Claim | None = self._claims[state].get(name)
        if claim is None:
            return ""
        lead = claim.citations[0]
        whole = claim.worded or claim.told or (lead.source, lead.start) in self._whole[state]
        return printable(claim.text) if whole else words.first_words(printable(claim.text))

    def _question(self, name: str, found: tuple[Change, ...]) -> Item:
        own = next((one for one in found if one.part is Part.QUESTION), None)
        label = _LABELS.get(own.act, "") if own else ""
        if own is not None and own.act is Act.JOINED:
            label = "Joined with another question"
        asked = printable(self._questions[name].question)
        before, after = (printable(own.before), printable(own.after)) if own else (asked, asked)
        lines = [self._answer(one) for one in found if one.part is Part.ANSWER]
        if own is not None and own.act is Act.NEW:
            lines += [
                f"{self._listed(tuple(one.source for one in side.citations))}: {printable(side.text)}"
                for side in self._questions[name].positions
            ]
        return _item(label, name, before, after, tuple(lines))

    def _answer(self, change: Change) -> str:
        return _ANSWERS[change.act].format(self._listed(change.sources), printable(change.words))

    def _listed(self, sources: tuple[str, ...]) -> str:
        return listed(tuple(self._names[name] for name in dict.fromkeys(sources)))


def _item(label: str, name: str, before: str, after: str, lines: tuple[str, ...]) -> Item:
    href = f"#{addresses.safe(name)}"
    return Item(label, href, before, after, "", lines) if label else Item("Changed", href, "", "", after, lines)


def _both(change: Change) -> tuple[str, str]:
    return change.before, change.after


def _names(digest: Digest) -> Mapping[str, str]:
    return source_names(digest.sources)


def _plain(text: str) -> str:
    """Words of the editor without the marks and the text of their footnotes."""
    return printable(_NOTE.sub("", text))
