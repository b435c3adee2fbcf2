"""Two states of an entry -> what changed from the older to the newer, claim by claim. Nothing is read or written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from generator.model import FOLDED, Citation, Claim, Digest, Disagreement, Position, Role


class Part(StrEnum):
    """What of an entry changed."""

    TITLE = "title"
    SUMMARY = "summary"
    WHEN = "when"
    TEXT = "text"  # the editor's own
    TAGS = "tags"
    SOURCE = "source"
    CLAIM = "claim"
    QUESTION = "question"  # on which sources differ
    ANSWER = "answer"  # to such a question


class Act(StrEnum):
    """What became of it."""

    NEW = "new"
    GONE = "gone"
    JOINED = "joined"  # it is a part of another
    SPLIT = "split"  # it was a part of another
    REWORDED = "reworded"
    KIND = "kind"
    SPEAKER = "speaker"
    GAINED = "gained"  # sources
    LOST = "lost"  # sources
    QUOTED = "quoted"  # other words of the same source are cited
    MOVED = "moved"  # to another place of the entry


@dataclass(frozen=True, slots=True)
class Change:
    """``id`` is that of the claim, question or source; ``before`` and ``after`` are its words, kind, speaker or place,
    "" where there is none; of a question's ``answer`` the words of the answer. ``other`` is the claim or question that
    it has joined or was a part of, ``sources`` are those that were gained, lost or quoted otherwise, in ``role``."""

    part: Part
    act: Act
    id: str = ""
    before: str = ""
    after: str = ""
    other: str = ""
    sources: tuple[str, ...] = ()
    role: Role | None = None

    @property
    def words(self) -> str:
        """Those of the newer state, or of the older where it has none."""
        return self.after or self.before


def changes(old: Digest, new: Digest) -> tuple[Change, ...]:
    """What changed from one state of a story to another: of the whole entry, its sources, claims and questions, each in
    the order of the newer state, then what is gone. Claims and questions are told apart by their ids."""
    return (*_entry(old, new), *_sources(old, new), *_claims(old, new), *_questions(old, new))


def differing(old: Digest, new: Digest) -> tuple[str, ...]:
    """The fields in which two states of a story are not equal, what signing adds left aside."""
    signed = ("editions", "published", "updated", "holds", "former")
    names = (field.name for field in fields(Digest) if field.compare and field.name not in signed)
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def _entry(old: Digest, new: Digest) -> Iterator[Change]:
    whole = (
        (Part.TITLE, old.title, new.title),
        (Part.SUMMARY, old.summary, new.summary),
        (Part.WHEN, _when(old), _when(new)),
        (Part.TEXT, _text(old), _text(new)),
        (Part.TAGS, ", ".join(old.tags), ", ".join(new.tags)),
    )
    for part, before, after in whole:
        if before != after:
            yield Change(part, Act.REWORDED, before=before, after=after)


def _when(digest: Digest) -> str:
    if digest.when is None:
        return digest.date.isoformat()
    return f"{digest.when.text} ({digest.when.basis})" if digest.when.basis else digest.when.text


def _text(digest: Digest) -> str:
    return digest.body.markdown.strip() if digest.body else ""


def _sources(old: Digest, new: Digest) -> Iterator[Change]:
    before = {source.id: source for source in old.sources}
    after = {source.id: source for source in new.sources}
    for name, source in after.items():
        if name not in before:
            yield Change(Part.SOURCE, Act.NEW, name)
        elif before[name].sha256 != source.sha256:
            yield Change(Part.SOURCE, Act.REWORDED, name)
    for name in before:
        if name not in after:
            yield Change(Part.SOURCE, Act.GONE, name)


def _claims(old: Digest, new: Digest) -> Iterator[Change]:
    before = {claim.id: claim for claim in old.claims}
    after = {claim.id: claim for claim in new.claims}
    joined = {name: claim for claim in new.claims for name in claim.joined}
    for claim in new.claims:
        if claim.id in before:
            yield from _claim(before[claim.id], claim, _place(old, claim.id), _place(new, claim.id))
        elif not claim.told:  # a sentence of the summary, which is told of as a whole
            yield _come(claim, before)
    for claim in old.claims:
        if claim.id in after or claim.told:
            continue
        to = joined.get(claim.id)
        if to is None:
            yield Change(Part.CLAIM, Act.GONE, claim.id, before=claim.text)
        else:
            yield Change(Part.CLAIM, Act.JOINED, claim.id, claim.text, to.text, to.id)


def _come(claim: Claim, before: Mapping[str, Claim]) -> Change:
    whole = before.get(claim.split_from or "")
    if whole is not None:
        return Change(Part.CLAIM, Act.SPLIT, claim.id, whole.text, claim.text, whole.id)
    return Change(Part.CLAIM, Act.NEW, claim.id, after=claim.text, sources=claim.sources)


def _claim(old: Claim, new: Claim, was: str, now: str) -> Iterator[Change]:
    """What changed of one claim, that stood ``was`` and stands ``now``."""
    told = (
        (Act.REWORDED, old.text, new.text),
        (Act.KIND, old.kind.value, new.kind.value),
        (Act.SPEAKER, old.attributed_to or "", new.attributed_to or ""),
        (Act.MOVED, was, now),
    )
    for act, before, after in told:
        if before != after:
            yield Change(Part.CLAIM, act, new.id, before, after)
    for role in (Role.SUPPORT, Role.DIFFERS, Role.DETAIL):
        yield from _cited(
            Change(Part.CLAIM, Act.QUOTED, new.id, role=role), _by_source(old, role), _by_source(new, role)
        )


def _by_source(claim: Claim, role: Role) -> dict[str, str]:
    """The words of each source in a role; the lead is one of the supports."""
    return _words(one for one in claim.citations if (Role.SUPPORT if one.role is Role.LEAD else one.role) is role)


def _words(citations: Iterator[Citation]) -> dict[str, str]:
    words: dict[str, str] = {}
    for one in citations:
        words[one.source] = f"{words[one.source]} … {one.exact}" if one.source in words else one.exact
    return words


def _cited(change: Change, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    """What changed of the sources that stand in one place, each with its words; ``change`` says in which."""
    gained = tuple(source for source in new if source not in old)
    lost = tuple(source for source in old if source not in new)
    for act, sources in ((Act.GAINED, gained), (Act.LOST, lost)):
        if sources:
            yield Change(change.part, act, change.id, after=change.after, sources=sources, role=change.role)
    if change.part is Part.ANSWER:
        return
    for source in new:
        if source in old and old[source].split() != new[source].split():
            yield Change(change.part, Act.QUOTED, change.id, old[source], new[source], "", (source,), change.role)


def _place(digest: Digest, name: str) -> str:
    section = next((section for section in digest.sections if name in section.claims), None)
    if section is not None and section.id != FOLDED:
        return section.title
    if name in digest.summary_claims:
        return "the summary"
    under = digest.claim(name).under
    return f"folded beneath {under}" if under else "folded"


def _questions(old: Digest, new: Digest) -> Iterator[Change]:
    before = {one.id: one for one in old.disagreements}
    after = {one.id: one for one in new.disagreements}
    joined = {name: one for one in new.disagreements for name in one.joined}
    for question in new.disagreements:
        if question.id in before:
            yield from _question(before[question.id], question)
        else:
            yield Change(Part.QUESTION, Act.NEW, question.id, after=question.question)
    for question in old.disagreements:
        to = joined.get(question.id)
        if question.id not in after and to is None:
            yield Change(Part.QUESTION, Act.GONE, question.id, before=question.question)
        elif question.id not in after and to is not None:
            yield Change(Part.QUESTION, Act.JOINED, question.id, question.question, to.question, to.id)


def _question(old: Disagreement, new: Disagreement) -> Iterator[Change]:
    if old.question != new.question:
        yield Change(Part.QUESTION, Act.REWORDED, new.id, old.question, new.question)
    before = {side.text: side for side in old.positions}
    after = {side.text: side for side in new.positions}
    for text, side in after.items():
        if text in before:
            yield from _cited(Change(Part.ANSWER, Act.QUOTED, new.id, after=text), _of(before[text]), _of(side))
        else:
            yield Change(Part.ANSWER, Act.NEW, new.id, after=text, sources=tuple(_of(side)))
    for text in before:
        if text not in after:
            yield Change(Part.ANSWER, Act.GONE, new.id, before=text)


def _of(side: Position) -> dict[str, str]:
    return _words(iter(side.citations))
