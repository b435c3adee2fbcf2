"""Who says it, and what the same one says and does besides."""

from __future__ import annotations

from generator.comparison.names import namesakes, same_name, spoken_of, words_of
from generator.language.reporting import TITLES
from generator.language.stems import stems
from generator.model import Contrast, Passage, Respect
from generator.similarity.measures import deed as deed_agreement
from generator.similarity.measures import share_figure
from generator.similarity.pairs import Pair, specific

OF_ONE_SPEAKER = 1.0
_TITLES = stems(
    TITLES
    | frozenset(
        """analyst professor manager ministry government department police prosecutor lawyer company city state national
        new""".split()
    )
)


def speaker(pair: Pair) -> Contrast | None:
    """Different speakers say it."""
    one, other = pair.a.passage.speaker_actor, pair.b.passage.speaker_actor
    if one is None or other is None or same_name(one, other):
        return None
    if not namesakes(one, other) and spoken_of(one, pair.b) and spoken_of(other, pair.a):
        return None
    if any(same_name(a, b) for a in pair.a.voices for b in pair.b.voices):
        return None  # the union, and its director
    if described_alike(pair.a.passage, pair.b.passage):
        return None  # the union, and the union's secretary
    return Contrast(Respect.SPEAKER, f"different speaker: {one} / {other}")


def deed(pair: Pair) -> Contrast | None:
    """One is what somebody says, the other something else that the same one does."""
    said, done = pair.a.passage, pair.b.passage
    if said.speaker_actor is None:
        said, done = done, said
    if said.speaker_actor is None or done.speaker_actor is not None or done.subject is None or done.verb is None:
        return None
    if not same_name(said.speaker_actor, done.subject) or done.verb in (said.verb, said.reporting):
        return None
    if share_figure(pair):
        return None  # "put the magnitude at 6.4" is how a figure is said
    return Contrast(Respect.DEED, f"what {said.speaker_actor} says, and what {done.subject} does")


def saying(pair: Pair) -> Contrast | None:
    """The same one speaks in both, of different deeds, and nothing else that is specific is shared."""
    one, other = pair.a.passage.speaker_actor, pair.b.passage.speaker_actor
    if one is None or other is None or not same_name(one, other) or deed_agreement(pair) >= 0:
        return None
    return Contrast(Respect.DEED, f"{one} says one thing, and another") if specific(pair) < OF_ONE_SPEAKER else None


def described_alike(a: Passage, b: Passage) -> bool:
    """Whether the words for those who speak share one that is no title: "the finance ministry", "a spokeswoman for the
    finance ministry". Of two persons of one family name they say nothing."""
    if a.speaker_actor is not None and b.speaker_actor is not None and namesakes(a.speaker_actor, b.speaker_actor):
        return False
    return bool(_described(a) & _described(b))


def _described(passage: Passage) -> frozenset[str]:
    """Stems of the words for the one who speaks, titles left aside."""
    return words_of(f"{passage.voice or ''} {passage.speaker_actor or ''}") - _TITLES
