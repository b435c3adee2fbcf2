"""What further decisions make of a draft: written where they can be, and told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.desk.lines import next_line
from generator.desk.writing import add_decisions, spell
from generator.drafting import Draft, draft_of
from generator.errors import InputError, VerificationError
from generator.load.decisions import FILE
from generator.model import Claim, Decision, Digest

SHOWN = 12  # changes that are told; what more of them says, the draft itself says better


@dataclass(frozen=True, slots=True)
class Outcome:
    """What decisions make of a draft: the lines that say them, what changes, and the new draft."""

    lines: tuple[str, ...]
    changes: tuple[str, ...]
    draft: Draft


def decide(folder: Path, draft: Draft, decisions: Sequence[Decision], *, write: bool = True) -> Outcome:
    """Write decisions and tell what they change; ``write``: or tell it alone.

    Raises InputError, with nothing written, for what is decided already, contradicts another decision, names no
    passage, puts words to a claim that no passage of it says, or breaks a promise that every digest keeps.
    """
    first = next_line(folder / FILE)
    known = {replace(one, line=0, why=""): one.line for one in draft.story.decisions}
    for decision in decisions:
        line = known.get(replace(decision, line=0, why=""))
        if line is not None:
            raise InputError(draft.story.decisions_path, "this is decided already", "nothing is to be done", line)
    added = tuple(replace(one, line=first + place) for place, one in enumerate(decisions))
    try:
        made = draft_of(replace(draft.story, decisions=(*draft.story.decisions, *added)), draft.edition, draft.store)
    except VerificationError as error:
        broken = error.findings[0].partition(": ")[2]
        problem = f"this would break a promise of the site: {broken}"
        raise InputError(draft.story.decisions_path, problem, "decide something else") from None
    except InputError as error:
        if not isinstance(error.place, int) or error.place < first:
            raise
        remedy = f"{error.remedy}: line {error.place} is this one, and is not written"
        raise InputError(error.path, error.problem, remedy, error.place) from None
    _refuse_lost(made, first)
    _refuse_unfounded(made, draft)
    changes = tuple(tell_changes(draft.digest, made.digest))
    lines = add_decisions(folder, decisions) if write else tuple(map(spell, decisions))
    return Outcome(lines, changes, made)


def _refuse_lost(made: Draft, first: int) -> None:
    for lost in made.workings.rulings.lost:
        if lost.path == made.story.decisions_path and lost.line >= first:
            near = f"; nearest is “{lost.nearest}”" if lost.nearest else ""
            problem = f"{lost.quote.source} does not say {lost.quote.words!r}{near}"
            raise InputError(made.story.decisions_path, problem, "quote words of the capture")


def _refuse_unfounded(made: Draft, before: Draft) -> None:
    known = {_finding(one) for one in before.workings.rulings.unfounded}
    for one in made.workings.rulings.unfounded:
        if _finding(one) not in known:
            raise InputError(made.story.decisions_path, _finding(one), "say what the cited passages say")


def _finding(line: str) -> str:
    """A finding without where it stands: a further decision may move it."""
    return line.partition(": ")[2]


def tell_changes(before: Digest, after: Digest) -> Iterator[str]:
    """What of a digest another one says otherwise, a line each, the first of them alone where they are many."""
    told = [*_claims(before, after), *_questions(before, after)]
    if before.summary != after.summary:
        told.append(f"~ summary: {after.summary}")
    yield from told[:SHOWN]
    if len(told) > SHOWN:
        yield f"… and {len(told) - SHOWN} more"


def _claims(before: Digest, after: Digest) -> Iterator[str]:
    old = {claim.id: claim for claim in before.claims}
    new = {claim.id: claim for claim in after.claims}
    for one in before.claims:
        if one.id not in new:
            yield f"- {one.id} {one.text}"
    for one in after.claims:
        if one.id not in old:
            yield f"+ {one.id} ({_count(one, after)}) {one.text}"
        elif _said(old[one.id], before) != _said(one, after):
            yield f"~ {one.id} ({_count(one, after)}) {one.text}"


def _said(claim: Claim, digest: Digest) -> tuple[object, ...]:
    section = next((section.title for section in digest.sections if claim.id in section.claims), "")
    cited = tuple(sorted((one.passage or "", one.role) for one in (*claim.citations, *claim.repeats)))
    return claim.text, claim.kind, claim.attributed_to, claim.sources, cited, section, claim.in_brief


def _count(claim: Claim, digest: Digest) -> str:
    return f"{len(claim.sources)} of {len(digest.sources)} sources"


def _questions(before: Digest, after: Digest) -> Iterator[str]:
    old, new = ([one.question for one in digest.disagreements] for digest in (before, after))
    yield from (f"- question: {one}" for one in old if one not in new)
    yield from (f"+ question: {one}" for one in new if one not in old)
