"""Pairs of passages of two sources that may be one claim, or contradict each other, by how likely it is."""

from __future__ import annotations

import math
from itertools import combinations

from generator.desk.answers import Answers
from generator.desk.cards import pair_of
from generator.drafting import Draft
from generator.language.figures import Figure, agree, read_figures
from generator.model import Kind, Match, Respect, Verdict

# A pair of claims is so many times less likely to be one for each respect in which it is not alike, and for each source
# that would say it twice. Average precision by the gold of the invented stories: .29 by the score alone; .54 at .6,
# .575 at .5, .57 at .4, in both halves alike.
AGAINST = 0.5
# Likelihood below which nobody is asked. Pairs in one claim at the end of the queue, and questions of sixteen stories:
# .91 and 210 at .05, .90 and 180 at .1, .87 and 147 at .2.
ASKED = 0.05
# Score of passages of two claims from which on it is asked whether they contradict each other, where a comparison says
# so: 1 of 15 does, below 1 of 60.
OPPOSED = 0.3
_ATTRIBUTES = (Respect.NUMBER, Respect.DATE, Respect.NAME, Respect.PLACE, Respect.WHO, Respect.STATUS, Respect.STANCE)


class Pairs:
    """The pairs of a draft of which the editor has not said what they are."""

    def __init__(self, draft: Draft, answers: Answers) -> None:
        self._workings, self._passages, self._answers = draft.workings, draft.passages, answers
        self._near = [match for match in draft.near if self._asks(match)]
        clusters = draft.workings.clustering.clusters
        self.cluster = {one: place for place, each in enumerate(clusters) for one in each.members}

    def _asks(self, match: Match) -> bool:
        a, b = self._passages[match.a], self._passages[match.b]
        return a.source != b.source and match.verdict is not Verdict.COPY and a.omit is None and b.omit is None

    def alike(self) -> dict[tuple[int, int], tuple[float, Match]]:
        """For each two clusters that may be one, and are no question answered, how likely it is, and by which pair."""
        together = {
            frozenset(pair)
            for group in self._workings.groups
            for pair in combinations([one.passage for one in group.members], 2)
        }
        sources = [
            frozenset(self._passages[one].source for one in each.members) for each in self._workings.clustering.clusters
        ]
        closed = self._closed()
        links: dict[tuple[int, int], tuple[float, Match]] = {}
        for match in self._near:
            a, b = self.cluster[match.a], self.cluster[match.b]
            if a == b or match.verdict is Verdict.DIFFERENT or frozenset((match.a, match.b)) in together:
                continue
            likely = match.score * AGAINST ** (len(match.contrasts) + len(sources[a] & sources[b]))
            pair = pair_of(a, b)
            if pair not in closed and likely >= ASKED and (pair not in links or links[pair][0] < likely):
                links[pair] = (likely, match)
        return links

    def opposed(self) -> dict[tuple[str, str], tuple[float, Respect]]:
        """Pairs of passages that no disagreement tells and no answer settles, by how likely they contradict."""
        sides = [[frozenset(side.passages) for side in each.sides] for each in self._workings.differences]
        told = [frozenset().union(*each) for each in sides]
        closed = (*told, *self._answers.on_pairs())
        links: dict[tuple[str, str], tuple[float, Respect]] = {}
        for match in self._near:
            both = {match.a, match.b}
            respect = self._respect(match, frozenset().union(*told))
            if respect is not None and not any(both <= each for each in closed):
                links[pair_of(match.a, match.b)] = (match.score, respect)
        return links

    def _respect(self, match: Match, told: frozenset[str]) -> Respect | None:
        """In which respect two passages seem to contradict each other; None where they do not. A denial that stands
        in a disagreement has found what it denies."""
        found = next((one.respect for one in match.contrasts if one.differs and one.respect in _ATTRIBUTES), None)
        if self.cluster[match.a] == self.cluster[match.b]:
            return found or (Respect.NUMBER if self._other_figures(match) else None)
        if match.verdict is Verdict.DIFFERENT:
            a, b = self._passages[match.a], self._passages[match.b]
            denial = a if a.kind is Kind.DENIAL else b
            return None if denial.id in told or a.speaker_actor == b.speaker_actor else found
        return found if match.score >= OPPOSED else None

    def _other_figures(self, match: Match) -> bool:
        """Whether each of two passages on one thing gives a figure of one kind that the other does not give."""
        a, b = (read_figures(self._passages[name].told) for name in (match.a, match.b))
        own = {one.kind for one in a if not any(_is_given(one, other) for other in b)}
        return any(one.kind in own and not any(_is_given(one, other) for other in a) for one in b)

    def _closed(self) -> set[tuple[int, int]]:
        """The pairs of clusters that the editor has answered for, in whatever way."""
        closed: set[tuple[int, int]] = set()
        for named in self._answers.on_pairs():
            clusters = sorted({self.cluster[one] for one in named if one in self.cluster})
            closed.update(combinations(clusters, 2))
        return closed


def _is_given(one: Figure, other: Figure) -> bool:
    """Whether two figures are one for an editor: "at least 11" is not 14, though it does not contradict it."""
    return agree(one, other) and math.isinf(one.high) == math.isinf(other.high)
