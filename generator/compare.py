"""Passages to scored matches: which pairs say the same, which come close, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.comparison import contrasts, splits
from generator.comparison.by_words import LONGEST_POSTING as BY_WORDS
from generator.comparison.by_words import compare_by_words, hardly_compared
from generator.language.stems import read_words
from generator.model import Contrast, Match, Notice, Passage, Term, Verdict
from generator.similarity.identical import find_copies
from generator.similarity.measures import one_attribute
from generator.similarity.model import PairModel, load_model, log_odds, probability
from generator.similarity.pairs import (
    LONGEST_POSTING,
    MOST_PARTNERS,
    Pair,
    candidate_pairs,
    hardly_told,
    make_pairs,
    partners,
)
from generator.similarity.profile import make_profiles, sense_of
from generator.similarity.shared import shared_words

# From here on two passages tell of the same thing. Recall and precision of what digest_mds joins: .61 and .925 here,
# .53 and .93 at .56, .62 and .89 at .44.
SAME = 0.48
# Pairs below are no matches. Low, since a third passage may join two alike ones only where each pair of them was looked
# at: merge_pyramids/val, BCubed .831 at .3, .835 at .05.
NEAR = 0.05
# Pairs below are looked at only where a third passage brings them together, and their terms are left out.
EXPLAINED = 0.3
MEET = 0.57  # two passages that give one figure of one attribute meet, however little else they share
PRINTED = "print one text"


# Pairs below are no question for an editor. Of the 15 pairs of the invented stories from a to m that are one claim by
# the gold and stand in two, 6 score .3, 12 .1 and 15 .04; of all pairs of two sources 22 a story score .3, 63 .1.
ASKED = 0.1


def compare(passages: tuple[Passage, ...], explained: float = EXPLAINED) -> tuple[Match, ...]:
    """The close pairs of the passages that assert something, in story order, across sources and within one.

    A match is the same or near by its score, with its terms (log-odds), and holds the respects in which the two differ.
    Only what may never be one claim, a charge and its denial, is kept apart whatever its score. Of passages that print
    one text the first is compared, and each other is matched with it alone. What is in a language that is not read is
    compared by its words. ``explained`` is the score from which on every pair is given, whatever stands about it.
    """
    whole = [passage for passage in passages if passage.omit is None]
    asserting = [passage for passage in whole if passage.language is None]
    copies = find_copies(asserting)
    unread = compare_by_words([passage for passage in whole if passage.language is not None])
    profiles = make_profiles([passage for passage in asserting if passage.id not in copies])
    model = load_model()
    pairs = candidate_pairs(profiles)
    close = ((place, _terms(pair, model, explained)) for place, pair in enumerate(pairs))
    found = {place: _judge(pairs[place], model, terms) for place, terms in close if terms is not None}
    group = _groups(pairs, found)
    for place, pair in enumerate(pairs):
        if place not in found and _together(pair, group):
            found[place] = _judge(pair, model, model.terms(pair))
    close_ones = tuple(found[place] for place in sorted(found) if found[place].score >= NEAR)
    printed = (Match(first, copy, 1.0, (), Verdict.COPY, PRINTED) for copy, first in copies.items())
    return (*close_ones, *printed, *unread)


def narrowed(passages: Sequence[Passage], matches: Sequence[Match]) -> tuple[Notice, ...]:
    """What is to be said where a story has so many passages that each is compared with fewer than in a usual one, or
    uses some words so often that these bring none together."""
    copies = {match.b for match in matches if match.verdict is Verdict.COPY}
    compared = [p for p in passages if p.omit is None and p.language is None and p.id not in copies]
    found = []
    if partners(len(compared)) < MOST_PARTNERS:
        message = (
            f"The story has {len(compared):,} different passages: each is compared with the {partners(len(compared))} "
            f"that share most words with it, not with {MOST_PARTNERS}; what is told in other words may stand apart."
        )
        found.append(Notice("few-compared", message))
    common = hardly_told([frozenset(sense_of(w) for w in read_words(p.text) if w.is_content) for p in compared])
    if common:
        message = (
            f"{len(common):,} passages are told mostly in words that more than {LONGEST_POSTING} others use, and are "
            "compared by their other words alone; what says the same may stand apart."
        )
        found.append(Notice("few-compared", message, compared[common[0]].text[:_QUOTED].rstrip()))
    unread = hardly_compared([passage for passage in passages if passage.omit is None and passage.language is not None])
    if unread:
        message = (
            f"{len(unread):,} passages in languages that are read by words only are told mostly in words that more "
            f"than {BY_WORDS} others have in the same order; what differs from them may not be found."
        )
        found.append(Notice("few-compared", message, unread[0].text[:_QUOTED].rstrip()))
    return tuple(found)


_QUOTED = 160  # code points of such a passage


def compare_all(passages: Sequence[Passage], pairs: Sequence[tuple[int, int]]) -> tuple[float, ...]:
    """Scores, 0 to 1, of the given pairs (indices into ``passages``), candidates or not; for evaluation.

    The rules count as they do in a story: what may never share a group scores 0.
    """
    profiles = make_profiles(passages)
    model = load_model()
    return tuple(
        0.0 if splits(pair, contrasts(pair)) else probability(model.odds(pair)) for pair in make_pairs(profiles, pairs)
    )


def _terms(pair: Pair, model: PairModel, explained: float) -> tuple[Term, ...] | None:
    """The terms of a pair that is close, or that is on one attribute whatever its score; None for any other."""
    terms = model.terms_reaching(pair, log_odds(explained))
    return model.terms(pair) if terms is None and one_attribute(pair) else terms


def _judge(pair: Pair, model: PairModel, terms: tuple[Term, ...]) -> Match:
    score = probability(model.odds_of(terms))
    if one_attribute(pair):
        score = max(score, MEET)
    found = contrasts(pair)
    verdict, reason = _verdict(pair, score, found)
    shown = terms if score >= EXPLAINED else ()
    return Match(pair.a.passage.id, pair.b.passage.id, round(score, 4), shown, verdict, reason, found)


def _groups(pairs: Sequence[Pair], found: Mapping[int, Match]) -> dict[str, str]:
    """Passage ids to that of one passage of their group: those linked by pairs that may be joined."""
    leader: dict[str, str] = {}
    for place, match in found.items():
        pair = pairs[place]
        repeat = pair.a.passage.repeats_own_article or pair.b.passage.repeats_own_article
        if match.verdict is Verdict.SAME or (repeat and match.verdict is Verdict.NEAR):
            a, b = _leader(match.a, leader), _leader(match.b, leader)
            leader[a] = leader[b] = min(a, b)
    return {name: _leader(name, leader) for name in leader}


def _leader(name: str, leader: dict[str, str]) -> str:
    while leader.setdefault(name, name) != name:
        name = leader[name]
    return name


def _together(pair: Pair, group: Mapping[str, str]) -> bool:
    """Whether clustering may come to ask about this pair."""
    one = group.get(pair.a.passage.id)
    return one is not None and one == group.get(pair.b.passage.id)


def _verdict(pair: Pair, score: float, found: tuple[Contrast, ...]) -> tuple[Verdict, str]:
    apart = splits(pair, found)
    if apart is not None:
        return Verdict.DIFFERENT, apart
    if score >= SAME:
        return Verdict.SAME, f"on the same thing (score {score:.2f}), both: {', '.join(shared_words(pair))}"
    return Verdict.NEAR, f"close, but not close enough (score {score:.2f})"
