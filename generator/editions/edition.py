"""A signed state of an entry: what was published, whole, and what of it may never vanish."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from generator.model import Claim, Decision, Digest, EditionKind, EditionMark, Founded, Published
from generator.writers.json import to_json


@dataclass(frozen=True, slots=True)
class Edition:
    """``published`` is the digest.json of this edition, ``history`` what of the story was published up to it,
    ``inputs`` the hash of the files of which it was made, ``program`` that of the program, ``decisions`` the editor's
    by which it was made."""

    digest: Digest
    history: Published
    published: Mapping[str, Any]
    inputs: str = ""
    program: str = ""
    decisions: tuple[Decision, ...] = ()

    @property
    def mark(self) -> EditionMark:
        """Its number, kind, day and note."""
        return self.digest.editions[-1]

    @property
    def sha256(self) -> str:
        """The hash by which the next edition names it."""
        return canonical_hash(self.published)


def canonical_hash(data: Mapping[str, Any]) -> str:
    """SHA-256 (hexadecimal) of JSON data written in one way: keys sorted, no spaces, UTF-8."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def make_edition(
    draft: Digest,
    before: Edition | None,
    kind: EditionKind,
    signed: datetime,
    note: str = "",
    by: str = "",
    inputs: str = "",
    program: str = "",
    decisions: tuple[Decision, ...] = (),
) -> Edition:
    """The edition of a draft that was made with the history of the edition ``before``, signed at a time in UTC."""
    number = 1 if before is None else before.mark.number + 1
    mark = EditionMark(number, kind, signed, note, by, None if before is None else before.sha256)
    marks = (mark,) if before is None else (*before.digest.editions, mark)
    holds = () if before is None else before.digest.holds
    digest = replace(
        draft,
        editions=marks,
        published=_first_day(draft, before) or marks[0].signed.date(),
        updated=last_change(marks).signed.date(),
        holds=tuple(hold if hold.until else replace(hold, until=number) for hold in holds),
        former=_former(draft, before),
        claims=tuple(_since(claim, number) for claim in draft.claims),
        near_misses=(),
    )
    if kind is EditionKind.WITHDRAWN:
        digest = _emptied(digest)
    history = _history(digest, before)
    return Edition(digest, history, json.loads(to_json(digest)), inputs, program, decisions)


def _first_day(draft: Digest, before: Edition | None) -> date | None:
    """The day of publication: of a story that was published before there were editions its editor states it."""
    return draft.published if before is None else before.digest.published


def is_as_signed(draft: Digest, edition: Edition) -> bool:
    """Whether a draft that was made with the history of an edition says what that says."""
    return _said(draft) == _said(edition.digest)


def _said(digest: Digest) -> Digest:
    """A digest without what signing adds to it."""
    return replace(digest, editions=(), published=None, updated=None, holds=(), former=())


def last_change(marks: Sequence[EditionMark]) -> EditionMark:
    """The last edition of which readers are told: not a refile."""
    return next((mark for mark in reversed(marks) if mark.kind is not EditionKind.REFILED), marks[0])


def withdrawn_up_to(editions: Sequence[Edition]) -> int:
    """The number of the last edition that withdrew the story, 0 where none did: what was said before it is not
    published any more."""
    return max((one.mark.number for one in editions if one.mark.kind is EditionKind.WITHDRAWN), default=0)


def _since(claim: Claim, number: int) -> Claim:
    return claim if claim.since else replace(claim, since=number)


def _emptied(digest: Digest) -> Digest:
    """A withdrawn entry: its address and title, with nothing that it said."""
    gone = dict(digest.withdrawn)
    mark = digest.editions[-1]
    said = [(one.id, *one.joined) for one in digest.claims] + [(one.id, *one.joined) for one in digest.disagreements]
    for name in (name for names in said for name in names):
        gone.setdefault(name, mark.number)
    return replace(
        digest,
        summary="",
        sections=(),
        claims=(),
        disagreements=(),
        coverage=(),
        summary_claims=(),
        timeline=(),
        body=None,
        withdrawn=tuple(gone.items()),
    )


def _former(draft: Digest, before: Edition | None) -> tuple[tuple[str, str], ...]:
    """The tags and names of earlier editions that the draft has no more."""
    if before is None:
        return ()
    last = before.digest
    sources = tuple(source.id for source in draft.sources)
    now = {"tag": draft.tags, "actor": draft.actors, "source": sources}
    then = {"tag": last.tags, "actor": last.actors, "source": tuple(source.id for source in last.sources)}
    gone = [(what, name) for what, old in then.items() for name in old if name not in now[what]]
    kept = [(what, name) for what, name in last.former if name not in now[what]]
    return tuple(dict.fromkeys((*kept, *gone)))


def _history(digest: Digest, before: Edition | None) -> Published:
    """What of a story was published up to an edition: each id with the words on which it was founded first."""
    old = Published() if before is None else before.history
    number = digest.editions[-1].number
    known = {founded.id for founded in old.claims}
    differing = {founded.id for founded in old.disagreements}
    claims = [_founded(claim, number) for claim in digest.claims if claim.id not in known]
    disagreements = [
        Founded(one.id, (first := one.positions[0].citations[0]).source, first.exact, number)
        for one in digest.disagreements
        if one.id not in differing
    ]
    return Published(
        edition=number,
        claims=(*old.claims, *claims),
        disagreements=(*old.disagreements, *disagreements),
        withdrawn=digest.withdrawn,
        stood=tuple((claim.id, one.source, one.exact) for claim in digest.claims for one in claim.supports),
    )


def _founded(claim: Claim, number: int) -> Founded:
    lead = claim.citations[0]
    if claim.told:
        return Founded(claim.id, "", claim.text, number)
    return Founded(claim.id, lead.source, lead.exact, number, claim.split_from)
