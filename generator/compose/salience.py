"""How much a passage tells of its story: support, centrality and specifics, summed with visible weights."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.stopwords import STOPWORDS
from generator.language.tokens import words
from generator.model import Kind, Passage, Workings


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part adds to a claim's score.

    Looked at on 28 news topics with human summaries (``digest_mds`` of the evaluation data): of the claims in summary
    and brief a human summary tells .63 too; .60 without the lead, .60 with five times the weight of length. Any other
    weight, left out or doubled, moves it by .02 at most, which is noise on 200 claims: those are set by reading.
    """

    support: float = 1.0  # for each independent origin after the first
    centrality: float = 1.5  # for the mean share of sources that use its words, 0 to 1
    names: float = 0.15  # for each actor named, up to four
    figures: float = 0.2  # for each number, up to three
    lead: float = 2.0  # for the first passage of its article, falling with position
    hedge: float = 0.2  # against, for each hedge, up to two
    length: float = 0.2  # against, for each twenty words away from the usual length


WEIGHTS = Weights()
USUAL_LENGTH = 24  # words; set by reading, above the 18 of a median news sentence: a claim stands alone with its names

# Set by reading: what was done and said comes before what somebody makes of it.
KIND_WEIGHT = {
    Kind.EVENT: 0.6,
    Kind.STATEMENT: 0.6,
    Kind.ALLEGATION: 0.8,
    Kind.DENIAL: 0.8,
    Kind.PLAN: 0.6,
    Kind.BACKGROUND: 0.0,
    Kind.ASSESSMENT: -0.6,
}


class Salience:
    """Scores passages of one story. Built once from its workings; pure afterwards."""

    def __init__(self, workings: Workings) -> None:
        self._words = {passage.id: content_words(passage.text) for passage in workings.passages}
        self._origin = {origin.source: origin.origin for origin in workings.origins}
        used_by: dict[str, set[str]] = {}
        for passage in workings.passages:
            for one in self._words[passage.id]:
                used_by.setdefault(one, set()).add(self._origin[passage.source])
        origins = max(1, len(set(self._origin.values())))
        self._share = {one: len(users) / origins for one, users in used_by.items()}

    def words(self, passage: Passage) -> frozenset[str]:
        """The passage's content words."""
        return self._words[passage.id]

    def origins(self, passages: tuple[Passage, ...]) -> tuple[str, ...]:
        """Independent origins of some passages, in their order, each once."""
        return tuple(dict.fromkeys(self._origin[passage.source] for passage in passages))

    def centrality(self, text_words: frozenset[str]) -> float:
        """Mean over content words of the share of sources that use the word, 0 to 1 (0 for no words)."""
        if not text_words:
            return 0.0
        return sum(self._share.get(one, 0.0) for one in sorted(text_words)) / len(text_words)

    def score(self, lead: Passage, support: tuple[Passage, ...]) -> float:
        """The score of a claim worded by ``lead`` and supported by these passages; only comparisons within one story
        mean anything."""
        length = len(lead.text.split())
        return (
            WEIGHTS.support * (len(self.origins(support)) - 1)
            + WEIGHTS.centrality * self.centrality(self._words[lead.id])
            + WEIGHTS.names * min(4, len(lead.actors))
            + WEIGHTS.figures * min(3, sum(one[0].isdigit() for one in lead.text.split()))
            + WEIGHTS.lead / (1 + min(passage.position for passage in support) / 4)
            - WEIGHTS.hedge * min(2, len(lead.hedges))
            - WEIGHTS.length * abs(length - USUAL_LENGTH) / 20
            + KIND_WEIGHT[lead.kind]
        )


def content_words(text: str) -> frozenset[str]:
    """Distinct words that carry meaning, folded."""
    return frozenset(one for one in words(text) if one not in STOPWORDS and len(one) > 1)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard overlap of two sets of words, 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0
