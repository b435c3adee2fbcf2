"""Clusters to groups: which passage words the claim, which say what it says, which differ from it, which say more.

A conflict decides a role, it does not split a group: only what a comparison finds free of any contrast, and what holds
what the wording says, supports it and is counted. What the lead alone says is cut from the wording where its sentence
allows that; and a passage of another group that carries the wording as well stands under it too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.comparison.days import says_when
from generator.comparison.support import Carried, Spans, Wordings, carried, left_out
from generator.groups import UNATTRIBUTED, beneath, group_of
from generator.language.openings import opens_unclear, points_away
from generator.model import (
    Cluster,
    Clustering,
    Contrast,
    Group,
    Kind,
    Match,
    Member,
    Passage,
    Respect,
    Role,
    Rulings,
    Verdict,
)

# Passages of one article say one thing twice only in nearly the same words: a writer goes on.
REPEATED = 0.75

# The first passages of an article, with which it tells its news: they word a claim before later ones. The summary tells
# the news in .857 of the topics of digest_mds, in .821 with none before the others; the open part is as good.
LEADING = 3

# Passages of one group that are tried as its wording, those that the others are most like: each is held against the
# whole group. A story of 160 wordings of one sentence takes 3.7 s with these, 14 s with all of them.
MOST_LEADS = 20

# What a passage that carries the wording has been found to say in these respects, it says.
_TOLD_BY_WORDS = frozenset({Respect.DEED, Respect.QUOTATION})

NOTHING_RULED = Rulings()
BY_EDITOR = "the editor says so"

Pairs = Mapping[frozenset[str], Match]


def assign_roles(
    passages: tuple[Passage, ...],
    clustering: Clustering,
    matches: Sequence[Match] = (),
    rulings: Rulings = NOTHING_RULED,
) -> tuple[Group, ...]:
    """A group for each cluster, in the clusters' order; its members are those of the cluster, each once, then passages
    of other clusters that carry its wording too. ``matches`` are those of the whole story; ``rulings`` the editor's,
    which are followed before all else."""
    known = {passage.id: passage for passage in passages}
    ruled = _Ruled(rulings, clustering)
    bench = _Bench(known, _by_pair(clustering, matches), Wordings(passages), _printed(clustering, known), ruled)
    groups = [_group(cluster, bench) for cluster in clustering.clusters]
    parted = [part for group in groups for part in (group, *_told_apart(group, bench))]
    ruled_groups = _as_ruled([_with_others(group, bench) for group in parted], rulings)
    return tuple(_attributed(group, known) for group in ruled_groups)


def _as_ruled(groups: list[Group], rulings: Rulings) -> Iterator[Group]:
    """The groups with the passages that the editor adds to them, each of which he gives words or a place as a claim of
    its own where it was no more than a detail, and in his words where he gives some."""
    groups = _with_own(groups, rulings)
    given: dict[int, dict[str, Member]] = defaultdict(dict)
    folded = beneath(groups, rulings)
    for one in rulings.assigned:
        place = group_of(groups, one.of)
        if one.passage in folded and one.role is Role.DETAIL:
            continue
        if place is not None and groups[place].lead.passage != one.passage:
            given[place][one.passage] = Member(one.passage, one.role, BY_EDITOR, one.respect)
    worded = {group_of(groups, one.passage): one.value for one in rulings.wordings}
    for place, group in enumerate(groups):
        wording = worded.get(place, "")
        cuts = () if wording else group.cuts
        members = {**{member.passage: member for member in group.members}, **given[place]}
        yield replace(group, members=tuple(members.values()), wording=wording, cuts=cuts)


def _attributed(group: Group, known: Mapping[str, Passage]) -> Group:
    """The group, in which what somebody says counts for no wording that names nobody, whoever joined the two: what is
    said never becomes a fact."""
    if group.wording or known[group.lead.passage].speaker is not None:
        return group
    members = (
        replace(one, role=Role.DETAIL, reason=UNATTRIBUTED)
        if one.role is Role.SUPPORT and known[one.passage].speaker is not None
        else one
        for one in group.members
    )
    return replace(group, members=tuple(members))


def _with_own(groups: list[Group], rulings: Rulings) -> list[Group]:
    named = (*rulings.wordings, *rulings.sections, *rulings.after)
    asked = dict.fromkeys((*(one.passage for one in named), *rulings.brief, *rulings.summary))
    assigned = {one.passage for one in rulings.assigned}
    made = list(groups)
    for passage in asked:
        place = group_of(made, passage)
        if place is None or passage in assigned:
            continue
        group = made[place]
        member = next(one for one in group.members if one.passage == passage)
        if member.role in (Role.LEAD, Role.SUPPORT):
            continue
        left = tuple(one for one in group.members if one is not member)
        first = group.lead.passage if group.first == passage else group.first
        made[place] = replace(group, members=left, first=first)
        made.append(Group((Member(passage, Role.LEAD, BY_EDITOR),), passage))
    return made


class _Ruled:
    """What the editor's rulings say of the roles in one group."""

    def __init__(self, rulings: Rulings, clustering: Clustering) -> None:
        self.leads = frozenset(one.passage for one in rulings.leads)
        self.worded = frozenset(one.passage for one in rulings.wordings)
        self._same = _sets_of(rulings.same)
        self._agreed = _sets_of(rulings.agreed)
        self._replaced = rulings.replaced
        self._apart = frozenset(frozenset(pair) for pair in rulings.apart)
        cluster_of = {one: place for place, cluster in enumerate(clustering.clusters) for one in cluster.members}
        self._assigned = {
            one.passage: one
            for one in rulings.assigned
            if one.role is not Role.SUPPORT and cluster_of.get(one.passage) == cluster_of.get(one.of, -1)
        }
        self._cluster_of = cluster_of
        self._differences = rulings.differences

    def role(self, lead: Passage, one: Passage) -> Member | None:
        """The role of a passage beside a lead by the editor's word, None where he says nothing of the two."""
        assigned = self._assigned.get(one.id)
        if assigned is not None and self._cluster_of.get(lead.id) == self._cluster_of.get(one.id):
            return Member(one.id, assigned.role, BY_EDITOR, assigned.respect)
        if not self._same[lead.id].isdisjoint(self._same[one.id]):
            return Member(one.id, Role.SUPPORT, BY_EDITOR)
        respect = self._respect_between(lead, one)
        return Member(one.id, Role.DIFFERS, BY_EDITOR, respect) if respect is not None else None

    def _respect_between(self, lead: Passage, one: Passage) -> Respect | None:
        """In which respect the editor has the two answer a question differently; None where he does not."""
        for difference in self._differences:
            sides = [side.passages for side in difference.sides]
            stated = {place for place, passages in enumerate(sides) if lead.id in passages}
            other = {place for place, passages in enumerate(sides) if one.id in passages}
            if stated and other and stated.isdisjoint(other):
                return Respect(difference.kind.value)
        return None

    def beside(self, one: Passage) -> bool:
        """Whether the editor sets a passage beside another of its cluster."""
        return one.id in self._assigned

    def agree(self, one: Passage, other: Passage) -> bool:
        """Whether the two do not contradict each other: the editor says so, or an older save of a page is one of
        them."""
        if not self._replaced.isdisjoint((one.source, other.source)):
            return True
        return any(not sets[one.id].isdisjoint(sets[other.id]) for sets in (self._same, self._agreed))

    def apart(self, one: Passage, others: Sequence[Passage]) -> bool:
        """Whether a passage is never to stand in one claim with some other."""
        return any(frozenset((one.id, other.id)) in self._apart for other in others)


def _sets_of(lists: Sequence[Sequence[str]]) -> defaultdict[str, frozenset[int]]:
    """For each passage the numbers of the lists in which it stands."""
    found: defaultdict[str, frozenset[int]] = defaultdict(frozenset)
    for number, each in enumerate(lists):
        for one in each:
            found[one] |= {number}
    return found


def _told_apart(group: Group, bench: _Bench) -> Iterator[Group]:
    """What a detail of a claim says, as a claim of its own, where the wording does not say it: what another source says
    too, and the sentence with which an article begins, unless another's words the claim.

    "31 people were hurt, five of them seriously", "Five people were badly hurt": the second is under both.
    """
    lead = bench.known[group.lead.passage]
    printed = replace(lead, text=_without(lead.text, group.cuts))
    told: list[Passage] = [printed]
    for member in group.members:
        detail = bench.known[member.passage]
        if member.role is not Role.DETAIL or member.passage in bench.copies or detail.opinion:
            continue
        if bench.ruled.role(lead, detail) is not None:
            continue
        if opens_unclear(detail) or detail.repeats_own_article or any(bench.says(detail, one) for one in told):
            continue
        near = [one for one in _near(detail, bench) if one.id not in bench.copies]
        near = [one for one in near if not bench.ruled.apart(one, [lead, detail])]
        cast = bench.others(detail, [detail, *(one for one in near if bench.role(detail, one).role is Role.SUPPORT)])
        supports = tuple(one for one in cast.members if one.role is Role.SUPPORT)
        cited = [bench.known[one.passage] for one in supports]
        if cast.sources(detail, bench.known, Role.SUPPORT) > 1 and _keeps_attribution(detail, cited):
            told.append(detail)
            worded = Member(detail.id, Role.LEAD, "what two sources say besides")
            yield Group((worded, *supports), detail.id, cuts=cast.cuts)
        elif (
            bench.begins(detail)
            and (lead.planned != detail.planned or not bench.begins(lead))
            and points_away(detail) is None
        ):
            told.append(detail)
            yield Group((Member(detail.id, Role.LEAD, "its article begins with it"),), detail.id)


def _places(passages: Iterable[Passage]) -> dict[str, int]:
    """For each passage how many assert something before it in its article."""
    before = Counter[str]()
    found: dict[str, int] = {}
    for passage in passages:
        found[passage.id] = before[passage.source]
        before[passage.source] += passage.omit is None
    return found


def _without(text: str, cuts: Spans) -> str:
    for start, end in reversed(cuts):
        text = text[:start] + text[end:]
    return text


def _by_pair(clustering: Clustering, matches: Sequence[Match]) -> Pairs:
    inside = (match for cluster in clustering.clusters for match in cluster.matches)
    return {frozenset((match.a, match.b)): match for match in (*inside, *matches)}


def _printed(clustering: Clustering, known: Mapping[str, Passage]) -> Mapping[str, Passage]:
    inside = (match for cluster in clustering.clusters for match in cluster.matches)
    return {match.b: known[match.a] for match in inside if match.verdict is Verdict.COPY}


@dataclass(frozen=True, slots=True)
class _Cast:
    """What the other passages are to a wording, and what is cut of it so that those that are counted carry it."""

    members: tuple[Member, ...] = ()
    cuts: Spans = ()

    def sources(self, lead: Passage, known: Mapping[str, Passage], role: Role) -> int:
        """How many sources stand in a role, the lead's among those that support it."""
        found = {known[member.passage].source for member in self.members if member.role is role}
        return len(found | {lead.source} if role is Role.SUPPORT else found)


class _Bench:
    """The passages of a story and what was found of each pair of them."""

    def __init__(
        self,
        known: Mapping[str, Passage],
        pairs: Pairs,
        wordings: Wordings,
        copies: Mapping[str, Passage],
        ruled: _Ruled,
    ) -> None:
        self.ruled = ruled
        self.known = known
        self.pairs = pairs
        self.wordings = wordings
        self.copies = copies  # of a passage that prints another's text that other, by id
        self._place = _places(known.values())
        self.partners: dict[str, list[str]] = defaultdict(list)
        self._differing: dict[str, set[str]] = defaultdict(set)
        for match in pairs.values():
            self.partners[match.a].append(match.b)
            self.partners[match.b].append(match.a)
            if any(contrast.differs for contrast in match.contrasts):
                self._differing[match.a].add(match.b)
                self._differing[match.b].add(match.a)

    def begins(self, one: Passage) -> bool:
        """Whether an article begins with a passage."""
        return self._place[one.id] == 0

    def is_leading(self, one: Passage) -> bool:
        """Whether a passage is one of the first of its article."""
        return self._place[one.id] < LEADING

    def contrasts(self, a: Passage, b: Passage) -> tuple[Contrast, ...]:
        match = self.pairs.get(frozenset((a.id, b.id)))
        return match.contrasts if match else ()

    def others(self, lead: Passage, members: Sequence[Passage]) -> _Cast:
        """What every other member is to a wording. What contradicts one that supports it differs, though the wording
        does not say in which respect: supports that are counted together say one thing."""
        roles = {one.id: self.role(lead, one) for one in members if one is not lead}
        cuts = self._cuts(lead, [one for one in members if one.id in roles and roles[one.id].role is Role.SUPPORT])
        found: list[Member] = []
        counted = [lead]
        for one in members:
            if one is lead:
                continue
            member = self.role(lead, one, cuts)
            if member.role is Role.SUPPORT:
                printed = self.copies.get(one.id, one)
                clash = next(filter(None, (self._clash(other, printed) for other in counted)), None)
                if clash is not None and self.ruled.role(lead, one) is None:
                    member = Member(one.id, Role.DIFFERS, clash.reason, clash.respect)
                elif printed is one:
                    counted.append(one)
            found.append(member)
        return _Cast(tuple(found), cuts)

    def _cuts(self, lead: Passage, supports: Sequence[Passage]) -> Spans:
        """What is cut of a wording so that these carry it, one a source, those first for whom the least has to go; what
        would leave too little of it is left aside."""
        own = [one for one in supports if self.copies.get(one.id) is not lead]
        needed = [(found, one) for one in own if (found := self._carried(lead, one)).missing is None]
        cuts: Spans = ()
        sources = {lead.source}
        for found, one in sorted(needed, key=lambda each: sum(end - start for start, end in each[0].cuts)):
            joined = None if one.source in sources else self.wordings.joined(lead, cuts, found.cuts)
            if joined is not None and (len(sources) == 1 or joined == cuts):
                cuts = joined
                sources.add(one.source)
        return cuts

    def says(self, wording: Passage, printed: Passage) -> bool:
        """Whether what is printed already says what a further wording would."""
        found = carried(wording, printed, self.wordings)
        return found.missing is None and not found.cuts

    def _carried(self, lead: Passage, one: Passage, cuts: Spans = (), member: bool = True) -> Carried:
        printed = self.copies.get(one.id, one)
        match = self.pairs.get(frozenset((lead.id, printed.id)))  # none where the editor alone brings both together
        alike = member and match is not None and match.verdict is Verdict.SAME
        return carried(lead, printed, self.wordings, cuts, alike)

    def closest(self, members: Sequence[Passage]) -> tuple[Passage, ...]:
        """The ``MOST_LEADS`` that were compared with the most others and share the most words with them, in order."""
        ids = {passage.id for passage in members}

        def rank(passage: Passage) -> tuple[int, float]:
            return sum(other in ids for other in self.partners[passage.id]), self.wordings.shared(passage, members)

        ranked = {passage.id for passage in sorted(members, key=rank, reverse=True)[:MOST_LEADS]}
        return tuple(passage for passage in members if passage.id in ranked)

    def _clash(self, a: Passage, b: Passage) -> Contrast | None:
        if self.ruled.agree(a, b) or b.id not in self._differing[a.id]:
            return None
        return next((contrast for contrast in self.contrasts(a, b) if contrast.differs), None)

    def role(self, lead: Passage, one: Passage, cuts: Spans | None = None, *, member: bool = True) -> Member:
        """What a passage is to the wording of another: as it is cut, or (None) as it could be. ``member``: both are of
        one cluster, and so tell of one thing."""
        ruled = self.ruled.role(lead, one)
        if ruled is not None:
            return ruled
        printed = self.copies.get(one.id)
        if printed is not None:
            return self._copy(lead, one, printed, cuts)
        found = tuple(each for each in self.contrasts(lead, one) if each.respect not in _TOLD_BY_WORDS)
        same_voice = lead.source == one.source and lead.speaker == one.speaker
        differs = all(contrast.differs for contrast in found) and not same_voice and not self.ruled.agree(lead, one)
        if found and differs:
            return Member(one.id, Role.DIFFERS, found[0].reason, found[0].respect)
        if found:
            return Member(one.id, Role.DETAIL, found[0].reason)
        if one.opinion and not lead.opinion:
            return Member(one.id, Role.DETAIL, "what somebody makes of it")
        if lead.source == one.source and not self._repeats(lead, one):
            return Member(one.id, Role.DETAIL, "its own article goes on")
        if lead.language is not None or one.language is not None:
            return Member(one.id, Role.DETAIL, "read by words only, and in other words")
        if frozenset((lead.id, one.id)) not in self.pairs:
            return Member(one.id, Role.DETAIL, "on the same thing, in words that are less alike")
        needed = self._carried(lead, one, cuts or (), member)
        if needed.missing is None and cuts is not None and needed.cuts != cuts:
            needed = Carried(missing="says less than the wording")
        if needed.missing is not None:
            return Member(one.id, Role.DETAIL, needed.missing)
        return Member(one.id, Role.SUPPORT, "says what the wording says")

    def _copy(self, lead: Passage, one: Passage, printed: Passage, cuts: Spans | None) -> Member:
        """What a passage is that prints another's text: what that other is."""
        if printed is lead:
            return Member(one.id, Role.SUPPORT, "prints the same text" if one.language is None else "in the same words")
        return replace(self.role(lead, printed, cuts), passage=one.id)

    def _repeats(self, lead: Passage, one: Passage) -> bool:
        return one.repeats_own_article or lead.repeats_own_article or self.wordings.alike(lead, one) >= REPEATED


def _group(cluster: Cluster, bench: _Bench) -> Group:
    members = tuple(bench.known[member] for member in cluster.members)
    lead, cast = _lead(bench, members)
    reason = "words the claim: most others say what it says" if len(members) > 1 else "stands alone"
    return Group(
        (Member(lead.id, Role.LEAD, reason), *cast.members), cluster.members[0], cluster.matches, cuts=cast.cuts
    )


def _lead(bench: _Bench, members: Sequence[Passage]) -> tuple[Passage, _Cast]:
    """The passage whose wording the most sources support, and what the others are to it: of those which the editor
    leads with, else which he words.

    Opinion words a claim only where nothing else is there. Where one of its supports names who says so, it does too:
    attribution survives merging. Then no passage that repeats its own article, nor one that points at what stands
    before it, if another is there; then one that keeps the numbers and days that others give too, and one of the first
    of its article, where reports tell the news; then the one that the fewest contradict, that names who says it, that
    says when, of which the least is cut, and that stands first.
    """
    if len(members) == 1:
        return members[0], _Cast()
    own = tuple(passage for passage in members if passage.id not in bench.copies)
    own = _prefer(own, lambda passage: not bench.ruled.beside(passage))
    choice = own if len(own) <= MOST_LEADS else bench.closest(own)
    choice = tuple(passage for passage in members if passage.id in bench.ruled.worded) or choice
    choice = tuple(passage for passage in members if passage.id in bench.ruled.leads) or choice
    casts = {passage.id: bench.others(passage, members) for passage in choice}

    def supports(lead: Passage) -> tuple[Passage, ...]:
        return tuple(bench.known[one.passage] for one in casts[lead.id].members if one.role is Role.SUPPORT)

    choice = _prefer(choice, lambda passage: not passage.opinion)
    choice = _prefer(choice, lambda passage: _keeps_attribution(passage, supports(passage)))
    choice = _prefer(choice, lambda passage: not passage.repeats_own_article)
    choice = _prefer(choice, lambda passage: points_away(passage) is None)
    best = max(
        choice,
        key=lambda passage: (
            casts[passage.id].sources(passage, bench.known, Role.SUPPORT),
            -left_out(passage, casts[passage.id].cuts, supports(passage)),
            bench.is_leading(passage),
            -casts[passage.id].sources(passage, bench.known, Role.DIFFERS),
            passage.speaker_actor is not None,
            says_when(passage.told),
            -sum(end - start for start, end in casts[passage.id].cuts),
            -passage.position,
        ),
    )
    return best, casts[best.id]


def _with_others(group: Group, bench: _Bench) -> Group:
    """The group with the passages of other groups that carry its wording as it is, of sources not counted yet."""
    lead = bench.known[group.lead.passage]
    inside = {member.passage for member in group.members}
    counted = [bench.known[m.passage] for m in group.members if m.role in (Role.LEAD, Role.SUPPORT)]
    sources = {passage.source for passage in counted}
    further: list[Member] = []
    for one in _near(lead, bench):
        if one.id in inside or one.id in bench.copies or one.source in sources or one.repeats_own_article:
            continue
        if bench.ruled.apart(one, counted) or bench.ruled.role(lead, one) is not None:
            continue
        if not _keeps_attribution(lead, (one,)) or any(bench._clash(one, other) for other in counted):
            continue
        member = bench.role(lead, one, group.cuts, member=False)
        if member.role is Role.SUPPORT:
            further.append(replace(member, reason="says what the wording says, and more"))
            counted.append(one)
            sources.add(one.source)
    return replace(group, members=(*group.members, *further)) if further else group


def _near(lead: Passage, bench: _Bench) -> Iterator[Passage]:
    """The passages that were compared with one and may share a group with it, the likest first."""
    compared = [(bench.pairs[frozenset((lead.id, other))], other) for other in bench.partners[lead.id]]
    usable = [(match.score, other) for match, other in compared if match.verdict in (Verdict.SAME, Verdict.NEAR)]
    for _, other in sorted(usable, key=lambda each: (-each[0], each[1])):
        yield bench.known[other]


def _keeps_attribution(lead: Passage, supports: Sequence[Passage]) -> bool:
    spoken = lead.speaker is not None or all(passage.speaker is None for passage in supports)
    alleged = lead.kind in (Kind.ALLEGATION, Kind.DENIAL) or all(p.kind is not Kind.ALLEGATION for p in supports)
    return spoken and alleged


def _prefer(passages: tuple[Passage, ...], wanted: Callable[[Passage], bool]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if wanted(passage)) or passages
