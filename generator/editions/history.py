"""The editions of a story -> what its page of changes shows, and which places of earlier editions its pages keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.editions.changes import Act, Change, Part, changes
from generator.editions.edition import Edition, withdrawn_up_to
from generator.model import Citation, Claim, Digest, EditionKind, Kind, Role
from generator.site import addresses, words
from generator.site.drafted import drafted
from generator.site.edition import gone_passages
from generator.site.reprint import REPRINT_SHARE, reprint
from generator.site.sources import source_names
from generator.site.story import when_in_words
from generator.site.views import GoneView
from generator.site.words import ENGLISH, Words, gettext_noop, printable

_KINDS = {
    EditionKind.FIRST: gettext_noop("Edition %(number)s, first"),
    EditionKind.UPDATED: gettext_noop("Edition %(number)s, updated: there was news"),
    EditionKind.CORRECTED: gettext_noop("Edition %(number)s, corrected"),
    EditionKind.REFILED: gettext_noop("Edition %(number)s, refiled: nothing that readers need to be told of"),
    EditionKind.WITHDRAWN: gettext_noop("Edition %(number)s, withdrawn"),
}
_ENTRY = {
    Part.TITLE: gettext_noop("The title"),
    Part.SUMMARY: gettext_noop("The summary"),
    Part.WHEN: gettext_noop("When it was"),
    Part.TEXT: gettext_noop("The editor’s own text"),
    Part.TAGS: gettext_noop("The tags"),
}
_SOURCES = {
    Act.NEW: gettext_noop("New source: %(sources)s"),
    Act.GONE: gettext_noop("No longer among the sources: %(sources)s"),
    Act.REWORDED: gettext_noop("Saved anew, with other words: %(sources)s"),
}
_LABELS = {
    Act.NEW: gettext_noop("New"),
    Act.GONE: gettext_noop("Withdrawn"),
    Act.JOINED: gettext_noop("Joined with another statement"),
    Act.SPLIT: gettext_noop("Parted from another statement"),
    Act.REWORDED: gettext_noop("Reworded"),
}
_CITED = {
    (Act.GAINED, Role.SUPPORT): gettext_noop("New source: %(sources)s"),
    (Act.LOST, Role.SUPPORT): gettext_noop("No longer a source: %(sources)s"),
    (Act.QUOTED, Role.SUPPORT): gettext_noop("Other words are cited of %(sources)s"),
    (Act.GAINED, Role.DIFFERS): gettext_noop("Says otherwise now: %(sources)s"),
    (Act.LOST, Role.DIFFERS): gettext_noop("Says otherwise no longer: %(sources)s"),
    (Act.QUOTED, Role.DIFFERS): gettext_noop("Says otherwise in other words: %(sources)s"),
}
_ANSWERS = {
    Act.NEW: gettext_noop("New answer, %(sources)s: %(words)s"),
    Act.GONE: gettext_noop("Answer withdrawn: %(words)s"),
    Act.GAINED: gettext_noop("Also answered by %(sources)s: %(words)s"),
    Act.LOST: gettext_noop("No longer answered by %(sources)s: %(words)s"),
}
# In an edition that is withdrawn no words are printed again: what became of things is counted.
_COUNTED = {
    Act.NEW: gettext_noop("%(number)s new"),
    Act.GONE: gettext_noop("%(number)s withdrawn"),
    Act.JOINED: gettext_noop("%(number)s joined with others"),
    Act.SPLIT: gettext_noop("%(number)s parted from others"),
    Act.REWORDED: gettext_noop("%(number)s reworded"),
}
_PLAIN = gettext_noop("plainly reported")
_NEWEST = "digest.json"  # where the data of what a page shows stand
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


def history(
    editions: Sequence[Edition], share: float = REPRINT_SHARE, draft: Digest | None = None, say: Words = ENGLISH
) -> History:
    """What the page of a story's changes shows of its editions, which stand in their order, and of a ``draft`` that an
    editor looks at. What is folded is printed again up to a ``share`` of its article, else by its first words. Of an
    edition that was withdrawn, and of those before it, no words are printed again."""
    last = withdrawn_up_to(editions)
    steps = []
    for place, edition in enumerate(editions):
        before = editions[place - 1] if place else None
        steps.append(_step(edition, before, edition.mark.number <= last, share, say))
    newest = editions[-1].digest
    if draft is None:
        steps[-1] = replace(steps[-1], data=_NEWEST)
    else:
        step = Step(editions[-1].mark.number + 1, say.gettext("The draft, which nobody has signed"))
        steps.append(_compared(step, newest, draft, share, say))
    return History(printable(newest.title), addresses.story(newest.slug), tuple(reversed(steps)))


def former_passages(
    editions: Sequence[Edition], shown: Digest, say: Words = ENGLISH
) -> dict[str, tuple[GoneView, ...]]:
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
        found.setdefault(source, []).append(gone_passages(ids, number, say))
    return {source: tuple(views) for source, views in found.items()}


def _places(digest: Digest) -> Iterator[tuple[str, int]]:
    cited: list[Citation] = [one for claim in digest.claims for one in (*claim.citations, *claim.repeats)]
    cited += [one for item in digest.disagreements for side in item.positions for one in side.citations]
    return ((one.source, one.start) for one in cited)


def _step(edition: Edition, before: Edition | None, withheld: bool, share: float, say: Words) -> Step:
    mark = edition.mark
    step = Step(
        number=mark.number,
        title=say.gettext(_KINDS[mark.kind], number=say.number(mark.number)),
        day=say.day(mark.signed.date()),
        iso=mark.signed.isoformat(),
        by=printable(mark.by),
        note=printable(mark.note),
        data=f"editions/{mark.number}.json",
    )
    if before is None:
        return replace(step, lines=(_stock(edition.digest, say),))
    if withheld:
        return replace(step, lines=tuple(_withheld(before.digest, edition, say)))
    return _compared(step, before.digest, edition.digest, share, say)


def _compared(step: Step, old: Digest, new: Digest, share: float, say: Words) -> Step:
    shown = _Shown(old, new, share, say)
    found = replace(step, entry=shown.entry(), claims=shown.claims(), questions=shown.questions(), lines=shown.lines())
    nothing = say.gettext("No word, source or question is another one.")
    return found if found != step else replace(step, lines=(nothing,))


def _stock(digest: Digest, say: Words) -> str:
    counted = {
        "statements": say.ngettext("%(number)s statement", "%(number)s statements", len(digest.claims)),
        "sources": say.ngettext("from %(number)s source", "from %(number)s sources", len(digest.sources)),
    }
    if not digest.disagreements:
        return say.gettext("%(statements)s %(sources)s.", **counted)
    return say.ngettext(
        "%(statements)s %(sources)s and %(number)s question on which they differ.",
        "%(statements)s %(sources)s and %(number)s questions on which they differ.",
        len(digest.disagreements),
        **counted,
    )


def _withheld(old: Digest, edition: Edition, say: Words) -> Iterator[str]:
    """What became of statements and questions in numbers, since no words of them are printed again."""
    found = changes(old, edition.digest)
    of_part = {Part.CLAIM: gettext_noop("Statements: %(acts)s."), Part.QUESTION: gettext_noop("Questions: %(acts)s.")}
    for part, message in of_part.items():
        acts = Counter(change.act for change in found if change.part is part)
        told = [say.gettext(label, number=say.number(acts[act])) for act, label in _COUNTED.items() if acts[act]]
        if told:
            yield say.gettext(message, acts=", ".join(told))
    yield say.gettext("The story was withdrawn: what it said is not printed again.")


class _Shown:
    """What changed between two editions, in words for a page."""

    def __init__(self, old: Digest, new: Digest, share: float, say: Words) -> None:
        self._say = say
        self._changes = changes(old, new)
        self._days = {Part.WHEN: (_when(old, say), _when(new, say))}
        self._names = {**source_names(old.sources, say), **source_names(new.sources, say)}
        self._claims = tuple({claim.id: claim for claim in one.claims} for one in (old, new))
        self._whole = tuple(reprint(one, share).whole for one in (old, new))
        self._questions = {one.id: one for one in (*old.disagreements, *new.disagreements)}

    def entry(self) -> tuple[Item, ...]:
        return tuple(
            Item(self._say.gettext(_ENTRY[one.part]), "", _plain(before), _plain(after), "", ())
            for one in self._changes
            if one.part in _ENTRY
            for before, after in (self._days.get(one.part, _both(one)),)
        )

    def lines(self) -> tuple[str, ...]:
        told = [
            self._say.gettext(
                _SOURCES[act], sources=self._listed(tuple(one.id for one in self._of(Part.SOURCE) if one.act is act))
            )
            for act in _SOURCES
            if any(one.act is act for one in self._of(Part.SOURCE))
        ]
        moved = sum(one.act is Act.MOVED for one in self._changes)
        if moved:
            told.append(
                self._say.ngettext(
                    "%(number)s statement stands at another place of the entry.",
                    "%(number)s statements stand at another place of the entry.",
                    moved,
                )
            )
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
        return self._item(label, name, before, after, lines)

    def _claim_line(self, change: Change) -> str:
        if change.act is Act.KIND:
            before, after = (self._say.gettext(words.KIND_LABELS.get(Kind(kind), _PLAIN)) for kind in _both(change))
            told = self._say.gettext("Now %(kind)s, before %(former)s", kind=after, former=before)
            return told if before != after else ""
        if change.act is Act.SPEAKER:
            before, after = (printable(name) or self._say.gettext("nobody") for name in _both(change))
            return self._say.gettext("Said by %(name)s now, by %(former)s before", name=after, former=before)
        form = _CITED.get((change.act, change.role)) if change.role else None
        return self._say.gettext(form, sources=self._listed(change.sources)) if form else ""

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
            label = gettext_noop("Joined with another question")
        asked = self._questions[name].question
        before, after = (drafted(text, self._say) for text in (_both(own) if own else (asked, asked)))
        lines = [self._answer(one) for one in found if one.part is Part.ANSWER]
        if own is not None and own.act is Act.NEW:
            lines += [
                f"{self._listed(tuple(one.source for one in side.citations))}: {drafted(side.text, self._say)}"
                for side in self._questions[name].positions
            ]
        return self._item(label, name, before, after, tuple(lines))

    def _answer(self, change: Change) -> str:
        sources, told = self._listed(change.sources), drafted(change.words, self._say)
        return self._say.gettext(_ANSWERS[change.act], sources=sources, words=told)

    def _listed(self, sources: tuple[str, ...]) -> str:
        return self._say.listed(self._names[name] for name in dict.fromkeys(sources))

    def _item(self, label: str, name: str, before: str, after: str, lines: tuple[str, ...]) -> Item:
        href = f"#{addresses.safe(name)}"
        if label:
            return Item(self._say.gettext(label), href, before, after, "", lines)
        return Item(self._say.gettext("Changed"), href, "", "", after, lines)


def _both(change: Change) -> tuple[str, str]:
    return change.before, change.after


def _when(digest: Digest, say: Words) -> str:
    if digest.when is None:
        return digest.date.isoformat()
    told = when_in_words(digest.when, say)
    return f"{told} ({drafted(digest.when.basis, say)})" if digest.when.basis else told


def _plain(text: str) -> str:
    """Words of the editor without the marks and the text of their footnotes."""
    return printable(_NOTE.sub("", text))
