"""The one or two sentences that tell the news of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.compose.ranking import Ranked
from generator.compose.salience import content_words
from generator.compose.telling import FIRST_LINES, Tells
from generator.edits import GAP
from generator.language.openings import points_away, told_before
from generator.language.quotations import outside
from generator.model import Claim, Kind, Telling

SUMMARY_KINDS = (Kind.EVENT, Kind.PLAN, Kind.STATEMENT, Kind.BACKGROUND)
SUMMARY_WORDS = 70  # two sentences longer than this together are not taken in at a glance
SENTENCE_WORDS = (4, 60)  # of one that may stand in the summary: two sentences of the usual length in one, at most
SUMMARY_LIKENESS = 0.35  # cosine from which the second sentence would tell the first again
MOST_ASKED = 100  # claims that are weighed for the summary, the most telling ones
BACKGROUND = 0.1  # less for what was so before the news
# What a second sentence adds at least of what others tell in front. In 40 stories read by eye (docs/evaluation.md) what
# adds less is a trifle. Of the 28 topics of digest_mds 13 have one, and .857 tell the news; with .025 10 and .821, with
# 0 21 and .893.
SECOND = 0.02


def summarise(ranked: Ranked) -> tuple[Claim, ...]:
    """Up to two claims that tell the news and can be read alone: the one that tells most of it, and the one that adds
    most of what other sources tell in front, if any does.

    Nothing is alleged in it without who says so, and what is denied stands there only with its denial beside it: then
    these two are the summary. Otherwise both take one side of every question, and tell of one state of things. What
    somebody makes of the news, a bare quotation, and what is in a language that is not read are none, so that there may
    be no summary.
    """
    fit = [claim for claim in ranked.claims[:MOST_ASKED] if _is_fit(claim, ranked)]
    denied = frozenset(ranked.denials.values())
    fit = [claim for claim in fit if claim.id not in denied or _both_sides(claim, fit, ranked)]
    if not fit:
        return tuple(claim for claim in ranked.claims if ranked.leads[claim.id].language is None)[:1]
    tells = Tells(ranked)
    told = {claim.id: tells.alone(claim) - BACKGROUND * _is_context(claim, ranked) for claim in fit}
    first = max(fit, key=lambda claim: told[claim.id])
    first = max(_overtaking(first, fit, ranked), key=lambda claim: told[claim.id], default=first)
    if (disputed := _both_sides(first, fit, ranked)) is not None:
        return disputed
    near = ranked.on_one_thing(first)
    alone = (claim for claim in fit if claim.id not in denied and claim.id not in ranked.denials)
    others = {claim.id: claim for claim in alone if _may_follow(first, claim, near, ranked)}
    adds = {one: tells.beyond(first, claim) for one, claim in others.items()}
    second = max(adds, key=lambda one: adds[one], default=None)
    return (first,) if second is None or adds[second] < SECOND else (first, others[second])


def _both_sides(first: Claim, fit: Sequence[Claim], ranked: Ranked) -> tuple[Claim, Claim] | None:
    """What is alleged and its denial, where the first is one of the two and there is room for both."""
    for claim in fit:
        if ranked.denials.get(claim.id) == first.id and _words(first, claim) <= SUMMARY_WORDS:
            return first, claim
        if ranked.denials.get(first.id) == claim.id and _words(first, claim) <= SUMMARY_WORDS:
            return claim, first
    return None


def _words(*claims: Claim) -> int:
    return sum(len(claim.text.split()) for claim in claims)


def _may_follow(first: Claim, other: Claim, near: frozenset[str], ranked: Ranked) -> bool:
    """Whether a claim may be the second sentence: another one, short enough, told by several or in front of its
    article, on the same side and state of things. ``near`` are the passages that probably say what the first does."""
    lead = ranked.leads[other.id]
    place = min(one.position for one in ranked.counted(other))
    return (
        other is not first
        and not _is_quoted(other)
        and _words(first, other) <= SUMMARY_WORDS
        and (len(other.origins) > 1 or 0 < place < len(FIRST_LINES))
        and ranked.likeness(first, other) <= SUMMARY_LIKENESS
        and lead.id not in near
        and told_before(lead) <= ranked.headlined | content_words(first.text) | _DEEDS
        and not ranked.opposed(first, other)
        and not _two_states(first, other, ranked)
    )


# "The move": the deed of which the sentence before has told.
_DEEDS = frozenset("move decision step vote announcement ruling order deal agreement measure plan proposal".split())


def _overtaking(claim: Claim, others: Sequence[Claim], ranked: Ranked) -> Iterator[Claim]:
    """What tells as done what a claim tells as planned, and is not known to be older."""
    if not _is_ahead(claim, ranked):
        return
    near = ranked.on_one_thing(claim)
    for other in others:
        older = _days_later(claim, other, ranked)
        if ranked.leads[other.id].id in near and not _is_ahead(other, ranked) and (older is None or older <= 0):
            yield other


def _two_states(first: Claim, other: Claim, ranked: Ranked) -> bool:
    """Whether one tells as planned what the other may tell as done: two articles of which the second is not known to be
    as new. One writer who tells both knows which is which."""
    if _is_ahead(first, ranked) == _is_ahead(other, ranked):
        return False
    older = _days_later(first, other, ranked)
    return ranked.leads[first.id].source != ranked.leads[other.id].source and (older is None or older > 0)


def _days_later(one: Claim, other: Claim, ranked: Ranked) -> int | None:
    """How many days after another a claim was written, None where that is not known."""
    own, others = ranked.leads[one.id].written, ranked.leads[other.id].written
    return None if own is None or others is None else (own - others).days


def _is_ahead(claim: Claim, ranked: Ranked) -> bool:
    """Whether a claim tells of what is to come, in front of any clause that stands aside."""
    lead = ranked.leads[claim.id]
    return lead.planned or lead.kind is Kind.PLAN or _AHEAD.search(_ASIDE.split(lead.told)[0]) is not None


_AHEAD = re.compile(
    r"\b(?:(?:plans?|planned|scheduled|set|due|expected|intends?|intention|agreed) to|(?<!that )will)\b"
)
_ASIDE = re.compile(r"\b(?:where|which|who|whose|after|when|while|because|as)\b|--")


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


_OPENING = "“\"‘' "  # marks that may stand before the first letter


def _is_context(claim: Claim, ranked: Ranked) -> bool:
    """Whether a claim tells what was so before the news, with which no article begins, only that the news came at some
    time, or hardly more than somebody's words."""
    before = claim.kind is Kind.BACKGROUND and ranked.leads[claim.id].position > 0
    return before or _is_quoted(claim) or _COMES_AS.match(claim.text) is not None


def _is_quoted(claim: Claim) -> bool:
    return 2 * len(outside(claim.text).split()) < len(claim.text.split())


# "Mr Ruiz’s comments come as the council decides": the subject is the news, and what follows is not.
_COMES_AS = re.compile(r"(?:\S+ ){1,5}(?:comes?|came|follows|followed)\b(?! up)")
