"""Which claims stand in the open, and beneath which of them others are folded.

Facility location (Lin and Bilmes 2011, "A class of submodular functions for document summarization"): greedily the
claim that most of the story's claims are like, each weighed by how telling it is, beyond what the chosen ones are like
already, with more for each further source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.compose.ranking import SAME_THING, Ranked
from generator.compose.salience import content_words
from generator.edits import MARKS, SPEAKER, WHO
from generator.language.openings import points_away, told_before
from generator.language.quotations import outside
from generator.language.reporting import SAID_THINGS, SPEAKERS, may_speak
from generator.language.scan import read_tokens
from generator.language.scripts import count_words
from generator.language.tagger import VERBS, Tag
from generator.model import BlockKind, Claim, Document, Match, Passage

OPEN_MOST = 25  # claims in the open: with what differs from them, about four minutes of reading
OPEN_SHARE = 0.25  # of all statements, where that is fewer
OPEN_LEAST = 6  # but for these
# Of an article's words that are printed in the open, past the first six claims. Of the summary sentences of digest_mds
# the open part told .61 at .25, .62 here, .63 without a bound, which prints a short article nearly whole; .55 since
# supports have to say all that a wording says, and a claim therefore cites fewer articles.
WORDS_SHARE = 0.27
SHORTER = 0.93  # of the words of the shortest article, which all that is open, headline aside, may take together
SHORTEST_QUOTE = 8  # words of somebody that stand as a line of their own where nothing else but who says them does
ATTRIBUTION = 3  # words besides the speaker's name that only say so: "he told reporters"
SHORTEST_OPEN = 5  # words of a line that tells anything: "None did." does not
LONGEST_OPEN = 60  # words; a longer one is no line of a digest
# Gain for each source after the first: of twelve real stories two in three shared claims then are open.
FURTHER_SOURCE = 4.0
# Two claims restate one another from this likeness of their words (cosine) or probability of saying the same on. Told
# in the open, and claims that restate another, on digest_mds: .625 and .101 here, .621 and .098 at .42, but there what
# a repair cost stands folded beneath the repair.
RESTATES = 0.48
# Claims that are weighed, the most telling ones: no other of a very large story comes near the 25.
MOST_WEIGHED = 250


NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Ids of the claims in the open, the most telling first; for each that is folded beneath one the id of that."""

    opened: tuple[str, ...]
    under: Mapping[str, str]


def choose(
    ranked: Ranked, summary: Sequence[Claim], placed: Sequence[str] = (), folded: Mapping[str, str] = NOTHING
) -> Chosen:
    """What the summary tells is in the open, and so is what the editor ``placed``; a denial and what it denies are
    opened as one. ``folded`` is what he folds beneath which claim."""
    opened = _open(ranked, summary, placed)
    return Chosen(opened, _under(ranked, frozenset(opened), folded))


def _open(ranked: Ranked, summary: Sequence[Claim], placed: Sequence[str]) -> tuple[str, ...]:
    placed = tuple(dict.fromkeys((*(ranked.denials[one] for one in placed if one in ranked.denials), *placed)))
    weighed = tuple(claim for place, claim in enumerate(ranked.claims) if place < MOST_WEIGHED or claim.id in placed)
    likeness = _likeness(ranked, weighed)
    further = {claim.id: FURTHER_SOURCE * (len(claim.origins) - 1) for claim in weighed}
    room = _Room(ranked)
    statements = sum(passage.omit is None for passage in ranked.workings.passages)
    most = min(OPEN_MOST, max(OPEN_LEAST, round(OPEN_SHARE * statements)))
    first = [claim.id for claim in summary if claim.id in likeness and claim.id not in placed]
    first = [*(one for one in placed if one in likeness), *first]
    left = [claim.id for claim in weighed if claim.id not in ranked.denials and claim.id not in first]
    claims = {claim.id: claim for claim in weighed}
    known = ranked.known.union(*(content_words(claim.text) for claim in summary))
    left = [one for one in left if _stands_alone(claims[one], ranked.leads[one], known)] or left
    told: dict[str, float] = {}
    gain: dict[str, float] = {}  # of those on which nothing was told since they were weighed
    opened: list[str] = []
    while first or (left and len(opened) < most):
        for one in () if first else left:
            if one not in gain:
                gain[one] = further[one] + _gain(likeness[one], ranked.scores, told)
        best = first[0] if first else max(left, key=lambda one: gain[one])
        (first or left).remove(best)
        together = [best, *(one for one in likeness if ranked.denials.get(one) == best and one not in opened)]
        restates = any(likeness[best].get(other, 0.0) >= RESTATES for other in opened)
        needed = best in placed or len(opened) < OPEN_LEAST
        if best in opened or (restates and best not in placed) or not room.takes(together, needed):
            continue
        opened += together
        for other, like in (pair for one in together for pair in likeness[one].items()):
            if like > told.get(other, 0.0):
                told[other] = like
                for one in likeness[other]:
                    gain.pop(one, None)
    return tuple(opened)


class _Room:
    """How many words of each article, and of all, may still be printed in the open."""

    def __init__(self, ranked: Ranked) -> None:
        lengths = {document.source.id: _length(document) for document in ranked.workings.documents}
        self._claims = {claim.id: claim for claim in ranked.claims}
        self._left = {source: WORDS_SHARE * length for source, length in lengths.items()}
        self._all = SHORTER * min(lengths.values())
        for difference in ranked.workings.differences:
            for passage in {side.passages[0]: None for side in difference.sides}:
                self._left[ranked.passages[passage].source] -= count_words(ranked.passages[passage].text)
            self._all -= sum(map(count_words, (difference.question, *(s.text for s in difference.sides))))

    def takes(self, claims: Sequence[str], even_so: bool) -> bool:
        """Whether there is room for the wordings of some claims, which then are counted; ``even_so``: they are counted
        all the same."""
        needs = Counter[str]()
        for one in claims:
            for citation in (self._claims[one].citations[0], *self._claims[one].differing):
                needs[citation.source] += count_words(citation.quote)
        full = any(words > self._left[source] for source, words in needs.items()) or needs.total() > self._all
        if full and not even_so:
            return False
        for source, words in needs.items():
            self._left[source] -= words
        self._all -= needs.total()
        return True


def _gain(like: Mapping[str, float], weights: Mapping[str, float], told: Mapping[str, float]) -> float:
    return sum(weights[other] * max(0.0, share - told.get(other, 0.0)) for other, share in like.items())


def _stands_alone(claim: Claim, lead: Passage, known: frozenset[str]) -> bool:
    """Whether a claim is a line of its own: not too long, pointing at nothing, no part of a quotation that goes on, no
    words of nobody, nor a bare short quotation."""
    words = count_words(claim.text)
    if (
        not SHORTEST_OPEN <= words <= LONGEST_OPEN
        or points_away(lead) is not None
        or any(edit.rule == MARKS for edit in claim.edits)
        or not told_before(lead) <= known
        or _said_by_nobody(claim, lead)
    ):
        return False
    if lead.torn[0] and len(claim.origins) == 1:
        return False
    told = count_words(outside(claim.text))
    attributed = len((lead.speaker or "").split()) + ATTRIBUTION
    whole = lead.speaker is None or told > attributed or told == words
    return whole or words - told >= SHORTEST_QUOTE or len(claim.origins) > 1


def _said_by_nobody(claim: Claim, lead: Passage) -> bool:
    """Whether a claim is a bare quotation that nobody is named with, or somebody of whom only the article has said who
    it is: "The official: …"."""
    if lead.speaker is None:
        return not any(letter.isalpha() for letter in outside(claim.text))
    words = lead.speaker.lower().split()
    second = lead.speaker.split()[1:2]
    goes_on = any(not one[0].isupper() for one in second)  # as "Acting Mayor Ada Brell" does not
    if words[0].endswith("ing") and goes_on and words[0] not in ("king", "ming"):
        return True  # "Speaking in Tarn: …" names nobody
    rules = {edit.rule for edit in claim.edits}
    described = words[0] in ("the", "a", "an", "one", "that", "this", "another")
    if described and words[-1] in _ANYBODY and SPEAKER in rules:
        return True
    if not rules.isdisjoint((SPEAKER, WHO)) and _names_nobody(lead.speaker, described):
        return True
    unnamed = words[0] == "the" and not any(letter.isupper() for letter in lead.speaker[1:])
    return unnamed and len(words) > 1 and words[1] in _SOMEBODY


def _names_nobody(speaker: str, described: bool) -> bool:
    """Whether the words that are taken for a speaker are none: "agreed with the president's Friday", "another way"."""
    first, *others = read_tokens(speaker)
    last = others[-1].low if others else ""
    thing = described and not any(letter.isupper() for letter in speaker[1:])
    led = bool(others) and others[0].tag is Tag.PREPOSITION  # "aware of the crowds, the president"
    clause = first.text.islower() and (first.tag in VERBS or (first.tag is Tag.ADJECTIVE and led))
    return clause or (thing and (last in SAID_THINGS or not any(may_speak(one.low) for one in others)))


# Offices that one person holds at a time say who speaks; these do not.
_ONE_HOLDER = frozenset("president government administration minister pope king queen court parliament".split())
_ANYBODY = (SPEAKERS - _ONE_HOLDER) | frozenset("democrat republican congressman congresswoman man woman".split())
_SOMEBODY = frozenset(
    """man woman mother father actor actress singer author writer official officer student teacher parent driver doctor
    nurse lawyer insider source senator congressman congresswoman politician lawmaker comedian host star aide
    rep representative spokesman spokeswoman spokesperson attorney agent""".split()
)


def _length(document: Document) -> int:
    """Words of an article."""
    return sum(
        count_words(document.text[block.start : block.end])
        for block in document.blocks
        if block.kind is not BlockKind.FURNITURE
    )


def _likeness(ranked: Ranked, claims: Sequence[Claim]) -> dict[str, dict[str, float]]:
    """For each claim how like it the others are, 0 to 1, and 1 for itself: the cosine of their words, or the
    probability that two of their counted passages say the same, whichever is higher."""
    like: dict[str, dict[str, float]] = {claim.id: {claim.id: 1.0} for claim in claims}
    for place, claim in enumerate(claims):
        for other in claims[:place]:
            share = ranked.likeness(claim, other)
            if share:
                like[claim.id][other.id] = like[other.id][claim.id] = share
    for (one, two), score in _scores(claims, ranked.workings.matches).items():
        like[one][two] = max(like[one].get(two, 0.0), score)
    return like


def _scores(claims: Sequence[Claim], matches: Sequence[Match]) -> dict[tuple[str, str], float]:
    """The highest score between the counted passages of two claims, in both orders."""
    claim_of = {citation.passage: claim.id for claim in claims for citation in claim.supports}
    scores: dict[tuple[str, str], float] = {}
    for match in matches:
        a, b = claim_of.get(match.a), claim_of.get(match.b)
        if a is not None and b is not None and a != b:
            scores[a, b] = scores[b, a] = max(scores.get((a, b), 0.0), match.score)
    return scores


def _under(ranked: Ranked, opened: frozenset[str], folded: Mapping[str, str]) -> dict[str, str]:
    """What is folded beneath which claim in the open: what the editor folds there, what is on the same thing, and what
    goes on from its words."""
    under = {one: of for one, of in folded.items() if one not in opened and of in opened}
    best = dict.fromkeys(under, 1.0)
    for (one, other), score in _scores(ranked.claims, ranked.workings.matches).items():
        if one not in opened and other in opened and score >= max(SAME_THING, best.get(one, 0.0)):
            under[one], best[one] = other, score
    leads = ranked.leads
    at = {(leads[claim.id].source, leads[claim.id].position): claim.id for claim in ranked.claims}
    for claim in sorted(ranked.claims, key=lambda claim: leads[claim.id].position):
        lead = leads[claim.id]
        before = at.get((lead.source, lead.position - 1))
        if claim.id in opened or claim.id in under or before is None:
            continue
        if (before in opened or before in under) and (lead.torn[0] or points_away(lead) is not None):
            under[claim.id] = under.get(before, before)
    return under
