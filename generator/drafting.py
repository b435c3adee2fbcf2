"""A story folder -> its draft beside the edition that was last signed. Reads files; what it makes is made by the
pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import pipeline
from generator.editions.edition import Edition, is_as_signed
from generator.editions.findings import refuse_held
from generator.editions.store import newest_edition
from generator.errors import HeldError, InputError, VerificationError
from generator.load import load_story
from generator.model import Digest, Match, Story, Workings


@dataclass(frozen=True, slots=True)
class Draft:
    """``edition`` is the last that was signed, None for a story that never was."""

    story: Story
    workings: Workings
    digest: Digest
    edition: Edition | None

    @property
    def is_signed(self) -> bool:
        """Whether it says what the last edition says."""
        return self.edition is not None and is_as_signed(self.digest, self.edition)

    @property
    def merges(self) -> Iterator[Match]:
        """The weakest pair of each cluster of more than one passage."""
        for cluster in self.workings.clustering.clusters:
            if cluster.matches:
                yield min(cluster.matches, key=lambda match: match.score)


def make_draft(folder: Path, edition: Edition | None = None) -> Draft:
    """The draft of a story, with the ids that its last edition published; ``edition`` is that one where it has been
    read. Decisions that are lost are left aside: ``refuse_held`` tells of them. Raises as ``load_story`` and
    ``pipeline.build`` do, and HeldError where with its decisions a draft breaks a promise."""
    known = edition or newest_edition(folder)
    story = load_story(folder, known.history if known else None)
    workings = pipeline.work(story)
    try:
        return Draft(story, workings, pipeline.finish(story, workings), known)
    except VerificationError as error:
        if not story.decisions:
            raise
        remedy = "take back the decision that says so, or report it, with what --debug prints"
        problems = (f"with these decisions the draft breaks a promise, {finding}" for finding in error.findings)
        raise HeldError(tuple(str(InputError(story.decisions_path, one, remedy)) for one in problems)) from error


def make_sound_draft(folder: Path, edition: Edition | None = None, words: bool = False) -> Draft:
    """The same. Raises HeldError as ``refuse_held`` does."""
    draft = make_draft(folder, edition)
    refuse_held(draft.workings.rulings, words)
    return draft
