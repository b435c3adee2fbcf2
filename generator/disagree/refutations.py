"""A claim that another text calls untrue: "the story was a hoax"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.disagree.reading import Answer, Bench, Finding, Reading, by_group, claims_asked, ordered
from generator.disagree.wording import is_it_true, shorten
from generator.language.polarity import is_negator, refutations
from generator.model import DisagreementKind, Telling

# Share of a claim's words that must stand near the words that call it untrue. Where one claim is asked about, the
# text is about it; where claims are looked for among all passages of a story, chance agreement is likelier. Precision
# and recall on headlines against articles (FNC-1): .69 and .39 at .15, .73 and .36 at .25, .76 and .26 at .35.
_NEAR_ONE_CLAIM = 0.25
# The same where the one claim calls something untrue: precision as the mean over stories .45 at .25, .50 at .35, .48 at
# .45 (there with less recall, .26, .25, .25).
_NEAR_HEADLINE = 0.35
_NEAR_ANY_CLAIM = 0.6
_LEAST_SHARED = 2
_LEAST_SHARED_ANY = 4
_LEAST_MUTUAL = 0.4  # a claim much shorter than what calls something untrue is not what that is about
_RUN = 6  # words in a row that only a quotation or a copy has in common
_MOST_DISTANCE = 0.02  # share of words of claiming and reporting above which a text makes no claims of its own
# "In 2013, a man was jailed for a bomb hoax": what a sentence tells that opens with another time is not this claim.
_ELSEWHERE = re.compile(
    r"\W*(?:[Ii]n|[Ll]ast|[Ii]n (?:early|late)) (?:year|(?:19|20)\d\d|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b"
)
# Who reports or doubts a claim does not make it, and who doubts a refutation does not make that.
_DISTANCE = frozenset(
    """claim claims claimed claiming report reports reported reportedly allegedly alleged alleges rumor rumors rumour
    rumours could may might say says said saying deny denies denied probably likely perhaps supposedly
    apparently""".split()
)
_DOUBT = frozenset("could may might possibly probably likely perhaps if whether rumor rumors rumour rumours".split())


def refuted_claims(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Claims of one group that another group calls untrue, each with the passages that do so.

    A group that speaks of a falsehood itself (a story about a hoax, a suit over false accusations) makes no such claim.
    """
    all_cues = [(reading, cue) for reading in readings if (cue := _unhedged_cue(reading))]
    cues = bench.few(all_cues, lambda told: told[0], "what is called untrue")
    if not cues:
        return
    single = claims_asked(readings)
    refuting = {reading.group for reading in readings if refutations(reading.words)}
    retelling = frozenset(group for group, members in by_group(readings).items() if _hands_on(members))
    near = {reading.order: _surroundings(reading, readings) for reading, _ in cues}
    for reading in readings:
        if reading.group in refuting or not _asserts(reading):
            continue
        against = [
            (other, cue)
            for other, cue in cues
            if other.group != reading.group
            and not _same_speaker(reading, other)
            and _is_about(reading, other, near[other.order], single, retelling)
        ]
        if against:
            yield _finding(reading, against)


def _is_about(
    claim: Reading, refuting: Reading, near: frozenset[str], single: frozenset[str], retelling: frozenset[str]
) -> bool:
    """Whether the words that call something untrue stand near the claim's own words, or speak of little else."""
    if claim.group in single:
        return _covers(near, claim.content, _NEAR_ONE_CLAIM, _LEAST_SHARED)
    if refuting.group in single:
        return claim.group not in retelling and _covers(claim.content, refuting.content, _NEAR_HEADLINE, _LEAST_SHARED)
    if len(claim.content) < _LEAST_MUTUAL * len(refuting.content):
        return False
    covers = _covers(refuting.content, claim.content, _NEAR_ANY_CLAIM, _LEAST_SHARED_ANY)
    return covers and not _quote_the_same(claim, refuting)


def _quote_the_same(a: Reading, b: Reading) -> bool:
    """Whether two passages share a run of words, and so repeat one statement rather than contradict each other."""
    left = {tuple(word.folded for word in a.words[i : i + _RUN]) for i in range(len(a.words) - _RUN + 1)}
    return any(tuple(word.folded for word in b.words[i : i + _RUN]) in left for i in range(len(b.words) - _RUN + 1))


def _hands_on(members: Sequence[Reading]) -> bool:
    """Whether a text mostly tells what others claim, and so claims nothing itself."""
    words = [word for reading in members for word in reading.words]
    return sum(word.folded in _DISTANCE for word in words) > _MOST_DISTANCE * len(words)


def _same_speaker(a: Reading, b: Reading) -> bool:
    """Two reports of one speaker's words do not contradict each other."""
    return a.passage.speaker is not None and a.passage.speaker.lower() == (b.passage.speaker or "").lower()


def _unhedged_cue(reading: Reading) -> str | None:
    if any(word.folded in _DOUBT for word in reading.words) or reading.text.rstrip().endswith("?"):
        return None
    if _is_elsewhere(reading) or "{" in reading.text:
        return None  # of another time, or the code of a page
    cues = refutations(reading.words)
    return cues[0].text if cues else None


def _asserts(reading: Reading) -> bool:
    """Whether a passage makes a claim of its own, neither denied nor handed on from somebody else."""
    if "?" in reading.text or len(reading.content) <= _LEAST_SHARED:
        return False
    if any(is_negator(word) or word.folded in _DISTANCE for word in reading.words):
        return False
    return not refutations(reading.words)


def _surroundings(reading: Reading, readings: Sequence[Reading]) -> frozenset[str]:
    """What a passage and its neighbours speak of: the words that call a claim untrue often follow the claim."""
    around = [
        other for other in readings[max(0, reading.order - 1) : reading.order + 2] if other.group == reading.group
    ]
    return frozenset().union(*(other.content for other in around if not _is_elsewhere(other)))


def _is_elsewhere(reading: Reading) -> bool:
    return reading.passage.telling is not Telling.MAIN or _ELSEWHERE.match(reading.text) is not None


def _covers(words: frozenset[str], claim: frozenset[str], share: float, least: int) -> bool:
    shared = len(words & claim)
    return shared >= least and shared >= share * len(claim)


def _finding(claim: Reading, against: Sequence[tuple[Reading, str]]) -> Finding:
    answers = (
        Answer(shorten(claim.printed), (claim,)),
        Answer(f"Called untrue: {shorten(against[0][0].printed)}", tuple(reading for reading, _ in against)),
    )
    reason = f"a claim of one text that another calls untrue (“{against[0][1]}”)"
    return Finding(DisagreementKind.STANCE, is_it_true(claim.printed, claim.foreign), ordered(answers), reason)
