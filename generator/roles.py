"""Clusters to groups: which passage words the claim, which say what it says, which differ from it, which say more.

A conflict decides a role, it does not split a group: only what a comparison finds free of any contrast, and what holds
the figures and names of the wording, supports it and is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.comparison.support import Wordings, unsupported
from generator.language.openings import opens_unclear
from generator.model import Cluster, Clustering, Contrast, Group, Kind, Match, Member, Passage, Role, Verdict

# Passages of one article say one thing twice only in nearly the same words: a writer goes on.
REPEATED = 0.75

Pairs = Mapping[frozenset[str], Match]


def assign_roles(passages: tuple[Passage, ...], clustering: Clustering) -> tuple[Group, ...]:
    """A group for each cluster, in the clusters' order; its members are those of the cluster, each once."""
    known = {passage.id: passage for passage in passages}
    wordings = Wordings(passages)
    return tuple(_group(cluster, known, wordings) for cluster in clustering.clusters)


@dataclass(frozen=True, slots=True)
class _Bench:
    """The members of a cluster and what was found of each pair of them."""

    members: tuple[Passage, ...]
    pairs: Pairs
    wordings: Wordings
    copies: Mapping[str, Passage]  # of a passage that prints another's text that other, by id

    def contrasts(self, a: Passage, b: Passage) -> tuple[Contrast, ...]:
        match = self.pairs.get(frozenset((a.id, b.id)))
        return match.contrasts if match else ()

    def others(self, lead: Passage) -> tuple[Member, ...]:
        """What every other member is to a wording. What contradicts one that supports it differs, though the wording
        does not say in which respect: supports that are counted together say one thing."""
        found: list[Member] = []
        counted = [lead]
        for one in self.members:
            if one is lead:
                continue
            member = self.role(lead, one)
            if member.role is Role.SUPPORT:
                printed = self.copies.get(one.id, one)
                clash = next(filter(None, (self._clash(other, printed) for other in counted)), None)
                if clash is not None:
                    member = Member(one.id, Role.DIFFERS, clash.reason, clash.respect)
                elif printed is one:
                    counted.append(one)
            found.append(member)
        return tuple(found)

    def _clash(self, a: Passage, b: Passage) -> Contrast | None:
        return next((contrast for contrast in self.contrasts(a, b) if contrast.differs), None)

    def role(self, lead: Passage, one: Passage) -> Member:
        """What a member is to the wording of another."""
        printed = self.copies.get(one.id)
        if printed is not None:
            return self._copy(lead, one, printed)
        found = self.contrasts(lead, one)
        same_voice = lead.source == one.source and lead.speaker == one.speaker
        if found and all(contrast.differs for contrast in found) and not same_voice:
            return Member(one.id, Role.DIFFERS, found[0].reason, found[0].respect)
        if found:
            return Member(one.id, Role.DETAIL, found[0].reason)
        if one.opinion and not lead.opinion:
            return Member(one.id, Role.DETAIL, "what somebody makes of it")
        if lead.source == one.source and not self._repeats(lead, one):
            return Member(one.id, Role.DETAIL, "its own article goes on")
        match = self.pairs.get(frozenset((lead.id, one.id)))
        if match is None or match.verdict is not Verdict.SAME:
            return Member(one.id, Role.DETAIL, "on the same thing, in words that are less alike")
        missing = unsupported(lead, one, self.wordings)
        if missing is not None:
            return Member(one.id, Role.DETAIL, missing)
        return Member(one.id, Role.SUPPORT, "says what the wording says")

    def _copy(self, lead: Passage, one: Passage, printed: Passage) -> Member:
        """What a passage is that prints another's text: what that other is."""
        if printed is lead:
            return Member(one.id, Role.SUPPORT, "prints the same text")
        return replace(self.role(lead, printed), passage=one.id)

    def _repeats(self, lead: Passage, one: Passage) -> bool:
        return one.repeats_own_article or lead.repeats_own_article or self.wordings.alike(lead, one) >= REPEATED


def _group(cluster: Cluster, known: Mapping[str, Passage], wordings: Wordings) -> Group:
    members = tuple(known[member] for member in cluster.members)
    pairs = {frozenset((match.a, match.b)): match for match in cluster.matches}
    copies = {match.b: known[match.a] for match in cluster.matches if match.verdict is Verdict.COPY}
    bench = _Bench(members, pairs, wordings, copies)
    lead = _lead(bench)
    others = bench.others(lead)
    reason = "words the claim: most others say what it says" if len(members) > 1 else "stands alone"
    return Group((Member(lead.id, Role.LEAD, reason), *others), cluster.members[0], cluster.matches)


def _lead(bench: _Bench) -> Passage:
    """The passage whose wording the most sources support.

    Opinion words a claim only where nothing else is there. Where one of its supports names who says so, it does too:
    attribution survives merging. Then no passage that repeats its own article, nor one that opens with an unresolved
    pronoun, if another is there; then the one that the fewest contradict and whose words the others share most, for a
    wording must not claim for all what one alone says.
    """
    if len(bench.members) == 1:
        return bench.members[0]
    choice = tuple(passage for passage in bench.members if passage.id not in bench.copies)
    roles = {passage.id: bench.others(passage) for passage in choice}
    known = {passage.id: passage for passage in bench.members}

    def having(lead: Passage, role: Role) -> tuple[Passage, ...]:
        return tuple(known[member.passage] for member in roles[lead.id] if member.role is role)

    choice = _prefer(choice, lambda passage: not passage.opinion)
    choice = _prefer(choice, lambda passage: _keeps_attribution(passage, having(passage, Role.SUPPORT)))
    choice = _prefer(choice, lambda passage: not passage.repeats_own_article)
    choice = _prefer(choice, lambda passage: not opens_unclear(passage))
    return max(
        choice,
        key=lambda passage: (
            _sources((passage, *having(passage, Role.SUPPORT))),
            -_sources(having(passage, Role.DIFFERS)),
            round(bench.wordings.shared(passage, bench.members), 2),
        ),
    )


def _keeps_attribution(lead: Passage, supports: Sequence[Passage]) -> bool:
    spoken = lead.speaker is not None or all(passage.speaker is None for passage in supports)
    alleged = lead.kind in (Kind.ALLEGATION, Kind.DENIAL) or all(p.kind is not Kind.ALLEGATION for p in supports)
    return spoken and alleged


def _sources(passages: Sequence[Passage]) -> int:
    return len({passage.source for passage in passages})


def _prefer(passages: tuple[Passage, ...], wanted: Callable[[Passage], bool]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if wanted(passage)) or passages
