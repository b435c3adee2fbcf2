"""How much a passage tells of its story, and how alike two passages are in their words."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from generator.language.scripts import count_words
from generator.language.stopwords import STOPWORDS
from generator.language.tokens import words
from generator.model import Kind, Passage, Workings


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part adds to a passage's score.

    Set by 925 claims of 28 news topics (``digest_mds`` of the evaluation data), of which a human summary tells .32:
    each part alone tells those from the others with an area under the curve of .74 (lead), .71 (frequency), .62
    (length) and .57 (support). Names, figures and hedges lie between .50 and .57 and add nothing to these four.
    """

    lead: float = 1.5  # for the first passage of its article, falling with position
    frequency: float = 15.0  # for the mean share of the story's passages that use its words, 0 to 1
    length: float = 0.03  # for each word, up to forty
    support: float = 0.4  # for each independent origin after the first


WEIGHTS = Weights()
LONGEST = 40  # words; more of them tell no more
UNSEEN = 3.0  # weight of a headline's word that no passage uses: that of one in fifteen passages

# Set by reading: what was done and said comes before what somebody makes of it.
KIND_WEIGHT = {Kind.BACKGROUND: -0.2, Kind.ASSESSMENT: -0.4}


class Salience:
    """Scores passages of one story. Built once from its workings; pure afterwards."""

    def __init__(self, workings: Workings) -> None:
        passages = workings.passages
        contents = {text: content_words(text) for text in dict.fromkeys(passage.text for passage in passages)}
        self._words = {passage.id: contents[passage.text] for passage in passages}
        self._origin = {origin.source: origin.origin for origin in workings.origins}
        used = Counter(one for passage in passages for one in self._words[passage.id])
        self._share = {one: number / len(passages) for one, number in used.items()}
        self._weight = {one: math.log(1 / share) + 0.3 for one, share in self._share.items()}
        self._square = {one: weight**2 for one, weight in self._weight.items()}
        self._norm = {name: math.sqrt(self._sum(found)) or 1.0 for name, found in self._words.items()}

    def words(self, passage: Passage) -> frozenset[str]:
        """The passage's content words."""
        return self._words[passage.id]

    def origins(self, passages: tuple[Passage, ...]) -> tuple[str, ...]:
        """Independent origins of some passages, in their order, each once."""
        return tuple(dict.fromkeys(self._origin[passage.source] for passage in passages))

    def frequency(self, text_words: frozenset[str]) -> float:
        """Mean over content words of the share of passages that use the word, 0 to 1 (0 for no words)."""
        if not text_words:
            return 0.0
        return sum(self._share.get(one, 0.0) for one in sorted(text_words)) / len(text_words)

    def likeness(self, one: Passage, other: Passage) -> float:
        """Cosine of two passages' content words, each weighed by how rare it is in the story: 0 to 1."""
        shared = self._words[one.id] & self._words[other.id]
        return self._sum(shared) / (self._norm[one.id] * self._norm[other.id]) if shared else 0.0

    def cosine(self, some: frozenset[str], others: frozenset[str]) -> float:
        """The same of any two sets of content words."""
        size = math.sqrt(self._sum(some) * self._sum(others))
        return self._sum(some & others) / size if size else 0.0

    def cover(self, some: frozenset[str], others: frozenset[str]) -> float:
        """How much of the weight of the other words is among some."""
        size = self._sum(others)
        return self._sum(some & others) / size if size else 0.0

    def score(self, lead: Passage, support: tuple[Passage, ...]) -> float:
        """How telling a claim is that is worded by ``lead`` and supported by these passages; above 0, and only
        comparisons within one story mean anything."""
        told = (
            WEIGHTS.lead / (1 + min(passage.position for passage in support) / 4)
            + WEIGHTS.frequency * self.frequency(self._words[lead.id])
            + WEIGHTS.length * min(LONGEST, count_words(lead.text))
            + WEIGHTS.support * (len(self.origins(support)) - 1)
            + KIND_WEIGHT.get(lead.kind, 0.0)
        )
        return max(0.01, told)

    def _sum(self, found: frozenset[str]) -> float:
        return sum(sorted(self._square.get(one, UNSEEN**2) for one in found))


def content_words(text: str) -> frozenset[str]:
    """Distinct words that carry meaning, folded."""
    return frozenset(one for one in words(text) if one not in STOPWORDS and len(one) > 1)
