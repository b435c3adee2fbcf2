"""``status``: every story, its draft beside its edition, and what became of its decisions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.drafting import Draft, make_draft
from generator.editions.findings import lost_lines
from generator.editions.store import inputs_hash, program_hash, read_head, read_hold
from generator.errors import one_line, told
from generator.load import story_slug
from generator.terminal import count


@dataclass(frozen=True, slots=True)
class Status:
    """A line for a story, and lines on what its editor should look at; ``sound``: there is none of these."""

    line: str
    findings: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        return not self.findings


def story_status(folder: Path) -> Status:
    """The state of a story. One of which no file has changed since it was signed, and the program neither, is not
    drafted anew: reading and hashing its files takes a millisecond."""
    try:
        head = read_head(folder)
        held = ", on hold" if read_hold(folder) else ""
        if head is not None:
            signed = f"edition {head.mark.number} ({head.mark.kind}, {head.mark.signed.date().isoformat()}){held}"
            if head.inputs == inputs_hash(folder) and head.program == program_hash():
                return Status(f"{story_slug(folder)}: {signed}: as it was signed")
        else:
            signed = "never signed"
        return _drafted(folder, signed, make_draft(folder))
    except Exception as error:  # whatever it is, the other stories are to be told of too
        return Status(f"{folder.name}: cannot be drafted", (told(error, folder.name),))


def _drafted(folder: Path, signed: str, draft: Draft) -> Status:
    rulings = draft.workings.rulings
    decisions = len(draft.story.decisions)
    lost = {lost.line for lost in rulings.lost if lost.path == draft.story.decisions_path}
    if draft.edition is None:
        state = "a draft"
    else:
        state = "the draft says the same" if draft.is_signed else "the draft differs"
    parts = [f"{story_slug(folder)}: {signed}: {state}"]
    if decisions:
        moot = _moot(draft) - lost
        applied = decisions - len(lost) - len(moot)
        parts.append(f"{count(decisions, 'decision')}: {applied} applied, {len(moot)} moot, {len(lost)} lost")
    findings = (*lost_lines(rulings), *map(one_line, (*rulings.unfounded, *rulings.uncited)))
    if rulings.holding and draft.edition is not None:
        parts.append("held until that is mended")
    return Status("; ".join(parts), findings)


def _moot(draft: Draft) -> set[int]:
    """Lines of the decisions that change nothing: all that they rule on is left out anyway."""
    left_out = {passage.id for passage in draft.workings.passages if passage.omit is not None}
    rulings = draft.workings.rulings
    ruled = (*rulings.leads, *rulings.wordings, *rulings.sections, *rulings.after)
    return {one.line for one in ruled} - {one.line for one in ruled if one.passage not in left_out}
