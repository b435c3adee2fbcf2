"""A story -> its draft beside the edition that was last signed, and names for its passages. What it makes is made by
the pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator import pipeline
from generator.decide.quoting import Quoting
from generator.editions.edition import Edition, is_as_signed
from generator.editions.findings import refuse_held
from generator.editions.store import newest_edition
from generator.errors import HeldError, InputError, VerificationError
from generator.load import load_story
from generator.model import Digest, Match, Passage, Story, Workings
from generator.once import Memory, Store


@dataclass(frozen=True)
class Draft:
    """``edition`` is the last that was signed, None for a story that never was; ``store`` has what was read of its
    captures, for the draft that follows it."""

    story: Story
    workings: Workings
    digest: Digest
    edition: Edition | None
    store: Store

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

    @property
    def added(self) -> tuple[str, ...]:
        """Captures that the last edition has not; none for a story that was never signed."""
        known = {source.path for source in self.edition.digest.sources} if self.edition else None
        paths = (one.capture.path for one in self.story.sources)
        return tuple(path for path in paths if known is not None and path not in known)

    @cached_property
    def quoting(self) -> Quoting:
        """The words that name its passages."""
        return Quoting(self.workings.documents, self.workings.passages, self.story.decisions_path)

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """Its passages by their ids."""
        return {one.id: one for one in self.workings.passages}

    @cached_property
    def near(self) -> tuple[Match, ...]:
        """Pairs of passages so alike that an editor may be asked about them."""
        return pipeline.look_closer(self.workings)


def make_draft(folder: Path, edition: Edition | None = None, store: Store | None = None) -> Draft:
    """The draft of a story, with the ids that its last edition published; ``edition`` is that one where it has been
    read, and ``store`` has what was read of captures before, say for the draft before this one. Decisions that are lost
    are left aside: ``refuse_held`` tells of them. Raises as ``load_story`` and ``pipeline.build`` do, and HeldError
    where with its decisions a draft breaks a promise."""
    known = edition or newest_edition(folder)
    story = load_story(folder, known.history if known else None)
    try:
        return draft_of(story, known, store)
    except VerificationError as error:
        if not story.decisions:
            raise
        remedy = "take back the decision that says so, or report it, with what --debug prints"
        problems = (f"with these decisions the draft breaks a promise, {finding}" for finding in error.findings)
        raise HeldError(tuple(str(InputError(story.decisions_path, one, remedy)) for one in problems)) from error


def draft_of(story: Story, edition: Edition | None = None, store: Store | None = None) -> Draft:
    """The draft of a story that was read with the history of this edition. Raises as ``pipeline.build`` does."""
    store = Memory() if store is None else store
    workings = pipeline.work(story, store)
    return Draft(story, workings, pipeline.finish(story, workings), edition, store)


def make_sound_draft(folder: Path, edition: Edition | None, words: bool, store: Store) -> Draft:
    """The same. Raises HeldError as ``refuse_held`` does."""
    draft = make_draft(folder, edition, store)
    refuse_held(draft.workings.rulings, words)
    return draft
