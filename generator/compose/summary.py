"""The one or two sentences that tell the news of a story, and the claims in brief beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.compose.ranking import Ranked
from generator.compose.salience import content_words
from generator.language.openings import points_away
from generator.language.quotations import outside
from generator.model import Claim, Difference, Kind, Passage

BRIEF_MOST = 6  # claims in brief
BRIEF_LEAST = 3
SUMMARY_KINDS = (Kind.EVENT, Kind.PLAN, Kind.STATEMENT, Kind.BACKGROUND)  # an allegation waits for its denial
SUMMARY_WORDS = 60  # two sentences longer than this together are not taken in at a glance
SENTENCE_WORDS = (4, 40)  # of one that may stand in the summary: two sentences of the usual length in one, at most
SUMMARY_LIKENESS = 0.35  # cosine from which the second sentence would tell the first again
MOST_ASKED = 100  # claims that are weighed for the summary, the most telling ones
# What a sentence of the news is like. Of the 28 topics of digest_mds the summary tells one of the first two sentences
# of the human one in .79 to .89 with any of these halved or doubled, fewer where support is weighed too; the
# first 120 characters of two captures do in .821.
HEADLINES = 0.5  # for its mean likeness to the headlines
FIRST_LINES = 1.0  # for its mean likeness to what the articles begin with
POSITION = 0.5  # for standing first in its own, falling with position
BEGINNING = 3  # passages
SECOND = 0.35  # as telling as the first a second sentence is at least, as a share

_AHEAD = re.compile(r"\b(?:(?:plans?|planned|scheduled|set|due|expected|intends?|intention|agreed) to|will)\b")


def summarise(ranked: Ranked) -> tuple[Claim, ...]:
    """Up to two claims that tell the news and can be read alone, the first the better.

    What is alleged or denied is none of them, for its denial would not stand beside it; nor is what somebody makes of
    the news, a bare quotation, or what is in a language that is not read, so that there may be none. Both take one side
    of every question, and tell of one state of things.
    """
    denied = set(ranked.denials.values())
    fit = [claim for claim in ranked.claims[:MOST_ASKED] if claim.id not in denied and _is_fit(claim, ranked)]
    if not fit:
        return tuple(claim for claim in ranked.claims[:1] if ranked.leads[claim.id].language is None)
    telling = _telling(fit, ranked)
    first, *others = sorted(fit, key=lambda claim: -telling[claim.id])
    for other in others:
        alike = ranked.likeness(first, other) > SUMMARY_LIKENESS
        long = len(first.text.split()) + len(other.text.split()) > SUMMARY_WORDS
        weak = telling[other.id] < SECOND * telling[first.id]
        opposed = _opposed(first, other, ranked.workings.differences)
        if not (alike or long or weak or opposed or _two_states(ranked.leads[first.id], ranked.leads[other.id])):
            return first, other
    return (first,)


def _two_states(first: Passage, other: Passage) -> bool:
    """Whether one tells as planned what the other may tell as done: two articles of which the second is not known to be
    as new. One writer who tells both knows which is which."""
    if _is_ahead(first) == _is_ahead(other) or first.source == other.source:
        return False
    return first.written is None or other.written is None or other.written < first.written


def _is_ahead(passage: Passage) -> bool:
    return passage.planned or passage.kind is Kind.PLAN or _AHEAD.search(passage.text) is not None


def _is_fit(claim: Claim, ranked: Ranked) -> bool:
    lead = ranked.leads[claim.id]
    shortest, longest = SENTENCE_WORDS
    if lead.language is not None:
        return False
    own_words = shortest <= len(outside(claim.text).split()) and len(claim.text.split()) <= longest
    return (
        own_words
        and claim.text[:1].isupper()
        and claim.kind in SUMMARY_KINDS
        and not lead.opinion
        and not points_away(lead)
    )


def _telling(claims: Sequence[Claim], ranked: Ranked) -> dict[str, float]:
    """How much each claim is like the news, by its id."""
    salience, leads = ranked.salience, ranked.leads
    headlines = [content_words(known.title.value) for known in ranked.workings.metadata if known.title]
    beginnings = _beginnings(ranked.workings.passages)
    told = {}
    for claim in claims:
        lead = leads[claim.id]
        words = salience.words(lead)
        like = [salience.cosine(words, headline) for headline in headlines]
        lines = [max(salience.likeness(lead, one) for one in first) for first in beginnings]
        place = min(passage.position for passage in ranked.counted(claim))
        told[claim.id] = HEADLINES * _mean(like) + FIRST_LINES * _mean(lines) + POSITION / (1 + place / BEGINNING)
    return told


def _beginnings(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], ...]:
    """The first passages of each source that assert something."""
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        own = found.setdefault(passage.source, [])
        if passage.omit is None and len(own) < BEGINNING:
            own.append(passage)
    return tuple(tuple(own) for own in found.values() if own)


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0


def in_brief(ranked: Ranked, opened: Sequence[str], summary: Sequence[Claim]) -> frozenset[str]:
    """Ids of three to six claims of the open, given the most telling first, that say more than the summary does and
    contradict nothing of it; a story of few claims has fewer."""
    claims = {claim.id: claim for claim in ranked.claims}
    further = [claims[one] for one in opened if claims[one] not in summary]
    told = [claim for claim in further if claim.kind not in (Kind.ASSESSMENT, Kind.BACKGROUND)]
    differences = ranked.workings.differences
    news = [claim for claim in told if not any(_opposed(one, claim, differences) for one in summary)]
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


def _opposed(one: Claim, other: Claim, differences: tuple[Difference, ...]) -> bool:
    """Do two claims take different sides of a question?"""
    a, b = ({citation.passage for citation in claim.citations} for claim in (one, other))
    for difference in differences:
        sides = [side.passages for side in difference.sides]
        if all(a.isdisjoint(side) for side in sides):
            continue
        if any(
            not a.isdisjoint(side) and not b.isdisjoint(rest) for side in sides for rest in sides if rest is not side
        ):
            return True
    return False
