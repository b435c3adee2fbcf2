"""The one or two sentences that tell the news of a story, and the claims in brief beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.compose.ranking import Ranked
from generator.compose.salience import content_words
from generator.edits import GAP
from generator.language.openings import points_away, told_before
from generator.language.quotations import outside
from generator.model import Claim, Difference, Kind, Passage, Telling

BRIEF_MOST = 6  # claims in brief
BRIEF_LEAST = 3
SUMMARY_KINDS = (Kind.EVENT, Kind.PLAN, Kind.STATEMENT, Kind.BACKGROUND)
SUMMARY_WORDS = 60  # two sentences longer than this together are not taken in at a glance
SENTENCE_WORDS = (4, 60)  # of one that may stand in the summary: two sentences of the usual length in one, at most
SUMMARY_LIKENESS = 0.35  # cosine from which the second sentence would tell the first again
MOST_ASKED = 100  # claims that are weighed for the summary, the most telling ones
# What a story's news is: its headlines and what its articles begin with, each with its weight. Of the 28 topics of
# digest_mds the summary tells one of the first two sentences of the human one in .857, and in .82 to .857 with any one
# number here halved or doubled; the first 120 characters of two captures do in .821. No topic was kept apart.
HEADLINE = 1.0
FIRST_LINES = (1.0, 0.7, 0.5)
POSITION = 0.25  # for standing first in its own article, falling with position
BEGINNING = 3  # passages from which on a place is worth half
BACKGROUND = 0.1  # less for what was so before the news
SECOND = 0.1  # what a second sentence adds at least, of the 1.5 that a first one may be worth

_AHEAD = re.compile(r"\b(?:(?:plans?|planned|scheduled|set|due|expected|intends?|intention|agreed) to|will)\b")


def summarise(ranked: Ranked) -> tuple[Claim, ...]:
    """Up to two claims that tell the news and can be read alone: the one that tells most of it, and the one that then
    adds most.

    Nothing is alleged in it without who says so, and what is denied stands there only with its denial beside it: then
    these two are the summary. What somebody makes of the news, a bare quotation, and what is in a language that is not
    read are none, so that there may be no summary. Otherwise both take one side of every question, and tell of one
    state of things.
    """
    fit = [claim for claim in ranked.claims[:MOST_ASKED] if _is_fit(claim, ranked)]
    answers = _answers(fit, ranked)
    fit = [claim for claim in fit if claim.id in answers]
    if not fit:
        return tuple(claim for claim in ranked.claims if ranked.leads[claim.id].language is None)[:1]
    telling = _Telling(fit, ranked)
    first = max(fit, key=telling.alone)
    if (answer := answers[first.id]) is not None:
        return first, answer
    charge = next((claim for claim in fit if ranked.denials.get(first.id) == claim.id), None)
    if charge is not None and _words(charge, first) <= SUMMARY_WORDS:
        return charge, first
    near = ranked.on_one_thing(first)
    others = [
        claim for claim in fit if _is_told_alone(claim, answers, ranked) and _may_follow(first, claim, near, ranked)
    ]
    second = max(others, key=lambda claim: telling.beside(first, claim), default=None)
    return (first,) if second is None or telling.beside(first, second) < SECOND else (first, second)


def _answers(fit: Sequence[Claim], ranked: Ranked) -> dict[str, Claim | None]:
    """By the ids of claims that may stand in the summary, what has to stand beside each: None, or the denial of it.
    What is denied by words that are not fit for a summary is not there."""
    denied: dict[str, list[Claim]] = {one: [] for one in ranked.denials.values()}
    for claim in fit:
        if claim.id in ranked.denials:
            denied[ranked.denials[claim.id]].append(claim)
    answers: dict[str, Claim | None] = {}
    for claim in fit:
        beside = [one for one in denied.get(claim.id, ()) if _words(claim, one) <= SUMMARY_WORDS]
        if claim.id not in denied or beside:
            answers[claim.id] = beside[0] if beside else None
    return answers


def _is_told_alone(claim: Claim, answers: Mapping[str, Claim | None], ranked: Ranked) -> bool:
    return answers[claim.id] is None and claim.id not in ranked.denials


def _words(*claims: Claim) -> int:
    return sum(len(claim.text.split()) for claim in claims)


def _may_follow(first: Claim, other: Claim, near: frozenset[str], ranked: Ranked) -> bool:
    """Whether a claim may be the second sentence: another one, short enough, on the same side and state of things.
    ``near`` are the passages that probably say what the first does."""
    return (
        other is not first
        and _words(first, other) <= SUMMARY_WORDS
        and ranked.likeness(first, other) <= SUMMARY_LIKENESS
        and near.isdisjoint(citation.passage for citation in other.citations)
        and not _opposed(first, other, ranked.workings.differences)
        and not _two_states(ranked.leads[first.id], ranked.leads[other.id])
    )


class _Telling:
    """How much of a story's news some claims tell: of its headlines and of what its articles begin with, those of
    opinion left aside where there are others."""

    def __init__(self, claims: Sequence[Claim], ranked: Ranked) -> None:
        salience = ranked.salience
        headlines = [
            content_words(known.title.value)
            for document, known in zip(ranked.workings.documents, ranked.workings.metadata, strict=True)
            if known.title and document.source.id not in ranked.opinion
        ]
        lines = _beginnings(ranked)
        whole = HEADLINE * len(headlines) + sum(weight for _, weight in lines)
        self._place = {}
        self._like = {}
        for claim in claims:
            lead, counted = ranked.leads[claim.id], ranked.counted(claim)
            own = {passage.id for passage in counted}
            self._like[claim.id] = [
                *(HEADLINE / whole * salience.cosine(salience.words(lead), headline) for headline in headlines),
                *(
                    weight / whole * (1.0 if line.id in own else salience.likeness(lead, line))
                    for line, weight in lines
                ),
            ]
            place = min(passage.position for passage in counted)
            self._place[claim.id] = POSITION / (1 + place / BEGINNING) - BACKGROUND * _is_context(claim)

    def alone(self, claim: Claim) -> float:
        """How much a claim tells, up to 1, and how far in front it stands, up to POSITION."""
        return sum(self._like[claim.id]) + self._place[claim.id]

    def beside(self, first: Claim, other: Claim) -> float:
        """The same of what a claim tells beyond another."""
        pairs = zip(self._like[first.id], self._like[other.id], strict=True)
        return sum(max(0.0, new - told) for told, new in pairs) + self._place[other.id]


def _two_states(first: Passage, other: Passage) -> bool:
    """Whether one tells as planned what the other may tell as done: two articles of which the second is not known to be
    as new. One writer who tells both knows which is which."""
    if _is_ahead(first) == _is_ahead(other) or first.source == other.source:
        return False
    return first.written is None or other.written is None or other.written < first.written


def _is_ahead(passage: Passage) -> bool:
    return passage.planned or passage.kind is Kind.PLAN or _AHEAD.search(passage.told) is not None


_OPENING = "“\"‘' "


def _is_fit(claim: Claim, ranked: Ranked) -> bool:
    lead = ranked.leads[claim.id]
    shortest, longest = SENTENCE_WORDS
    if lead.telling is not Telling.MAIN:
        return False
    if lead.language is not None or lead.opinion or not claim.text.lstrip(_OPENING + GAP)[:1].isupper():
        return False
    attributed = claim.kind in (Kind.ALLEGATION, Kind.DENIAL) and claim.attributed_to is not None
    return (
        (claim.kind in SUMMARY_KINDS or attributed)
        and shortest <= len(outside(claim.text).split())
        and len(claim.text.split()) <= longest
        and points_away(lead) is None
        and told_before(lead) <= ranked.known
    )


def _is_context(claim: Claim) -> bool:
    """Whether a claim tells what was so before the news, only that the news came at some time, or hardly more than
    somebody's words."""
    quoted = 2 * len(outside(claim.text).split()) < len(claim.text.split())
    return claim.kind is Kind.BACKGROUND or quoted or _COMES_AS.match(claim.text) is not None


# "Mr Ruiz’s comments come as the council decides": the subject is the news, and what follows is not.
_COMES_AS = re.compile(r"(?:\S+ ){1,5}(?:comes?|came|follows|followed)\b(?! up)")


def _beginnings(ranked: Ranked) -> list[tuple[Passage, float]]:
    """The first passages of each source that assert something, each with its weight."""
    found: dict[str, list[Passage]] = {}
    for passage in ranked.workings.passages:
        own = found.setdefault(passage.source, [])
        if passage.omit is None and len(own) < len(FIRST_LINES):
            own.append(passage)
    reports = [own for source, own in found.items() if source not in ranked.opinion] or list(found.values())
    return [pair for own in reports for pair in zip(own, FIRST_LINES, strict=False)]


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
