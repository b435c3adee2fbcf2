"""The claims in brief: three to six of the open that say more than the summary does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.compose.ranking import Ranked
from generator.model import Claim, Kind

BRIEF_MOST = 6
BRIEF_LEAST = 3


def in_brief(ranked: Ranked, opened: Sequence[str], summary: Sequence[Claim]) -> frozenset[str]:
    """Ids of three to six claims of the open, given the most telling first, that say more than the summary does and
    contradict nothing of it; a story of few claims has fewer."""
    claims = {claim.id: claim for claim in ranked.claims}
    further = [claims[one] for one in opened if claims[one] not in summary]
    told = [claim for claim in further if claim.kind not in (Kind.ASSESSMENT, Kind.BACKGROUND)]
    news = [claim for claim in told if not any(ranked.opposed(one, claim) for one in summary)]
    brief = _with_denials(news, further, ranked.denials)
    if len(brief) < BRIEF_LEAST:
        brief = [*brief, *(claim for claim in further if claim not in brief), *summary][:BRIEF_LEAST]
    return frozenset(claim.id for claim in brief)


def _with_denials(brief: list[Claim], further: list[Claim], denials: Mapping[str, str]) -> list[Claim]:
    """The claims in brief, each with its denial and each denial with what it denies; what then has no room goes."""
    chosen: list[Claim] = []
    for claim in brief:
        denied = denials.get(claim.id, claim.id)
        group = [one for one in further if denied in (one.id, denials.get(one.id)) and one not in chosen]
        if len(chosen) + len(group) <= BRIEF_MOST:
            chosen += group
    return chosen
