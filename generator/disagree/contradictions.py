"""One act, said to be so by one speaker and not to be so by another; or accepted and not accepted by one actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.comparison.names import same_name, words_of
from generator.disagree.asking import ask_of_act, ask_whether
from generator.disagree.reading import Answer, Bench, Finding, Reading, negates_manner, ordered, quotes_unnamed, said
from generator.disagree.wording import is_it_true, lower_the, shorten
from generator.language.kin import sense, sense_at, senses
from generator.language.stems import Word, stem
from generator.model import DisagreementKind, Kind

_LEAST_SHARED = 2  # senses, the act's own aside, where two speakers contradict each other,
_LEAST_SHARE = 0.4  # and so much of the shorter of what they say
_OBJECT_REACH = 4  # words after an act in which what it is done to stands
_MOST_WORDS = 60  # a passage that is longer is no one statement
_LIMITING = frozenset("in on at against near among outside inside".split())
_OPEN = frozenset("whether can cannot can't could may might if unless should would".split())
_SPOKEN = (Kind.STATEMENT, Kind.ALLEGATION, Kind.DENIAL)
# Acts too common for a contradiction to rest on them.
_EMPTY = frozenset("be have do make take get go come say tell want need see think know seem".split())


def contradicted_statements(readings: Sequence[Reading], bench: Bench) -> Iterator[Finding]:
    """Pairs of passages of a story of which one negates the act that the other tells."""
    told: dict[str, list[tuple[Reading, bool]]] = {}
    for reading in readings:
        if len(reading.words) > _MOST_WORDS or "?" in reading.text:
            continue
        nothing = _act_that_is_missing(reading)
        act = nothing or _act(reading)
        if act:
            told.setdefault(act, []).append((reading, bool(nothing) or reading.passage.negated))
    for act, members in told.items():
        denying = [reading for reading, negated in members if negated]
        affirming = [reading for reading, negated in members if not negated and not reading.negates]
        if not denying or not affirming:
            continue
        affirming = bench.few(affirming, _itself, _MATTER)
        for no in bench.few(denying, _itself, _MATTER):
            yes = [r for r in affirming if _contradict(r, no, act)]
            if yes:
                yield _finding(yes, no)


_MATTER = "what was done and what was not"


def _itself(reading: Reading) -> Reading:
    return reading


def _act_that_is_missing(reading: Reading) -> str | None:
    """The act of "received no warning", where other words may tell it as well."""
    for i, word in enumerate(reading.words[:-1]):
        if word.folded == "no" and (found := sense(reading.words[i + 1].stem)).startswith("="):
            return found
    return None


def _act(reading: Reading) -> str | None:
    """The sense of the main verb, with its particle where both make a phrase of a class."""
    verb = reading.passage.verb
    if verb is None or verb in _EMPTY:
        return None
    return sense_at(reading.words, verb)


def _verb_at(reading: Reading) -> int | None:
    """Index of the word that is the main verb."""
    wanted = None if reading.passage.verb is None else stem(reading.passage.verb)
    return next((i for i, word in enumerate(reading.words) if word.stem == wanted), None)


def _contradict(yes: Reading, no: Reading, act: str) -> bool:
    missing = _act_that_is_missing(no)
    if missing:
        spoken = _have_two_speakers(yes, no) and yes.passage.speaker is not None
        return spoken and not _is_limited(no, act, yes)
    at = _verb_at(no)
    if yes.group == no.group or (at is not None and negates_manner(no, at)):
        return False
    if _actor(yes) is not None and _actor(yes) == _actor(no):
        if any(word.folded == "had" for word in yes.words) != any(word.folded == "had" for word in no.words):
            return False  # "had pleaded not guilty" is what came before
        return not _objects(yes).isdisjoint(_objects(no) - {act})
    if not _have_two_speakers(yes, no) or any(word.folded in _OPEN for word in (*yes.words, *no.words)):
        return False
    left, right = _matter(yes, act), _matter(no, act)
    shared = len(left & right)
    return shared >= max(_LEAST_SHARED, _LEAST_SHARE * min(len(left), len(right)))


def _is_limited(reading: Reading, act: str, yes: Reading) -> bool:
    """Whether a passage says that an act is missing in one place alone, of which the other says nothing, or outside of
    it: "no attacks in Kabul", "no deaths outside of China"."""
    words = reading.words
    at = next((i for i, word in enumerate(words[:-1]) if word.folded == "no" and sense(words[i + 1].stem) == act), None)
    if at is None:
        return False
    clause = [word for word in words[at + 2 :] if word.clause == words[at].clause]
    limit = next((i for i, word in enumerate(clause) if word.folded in _LIMITING), None)
    if limit is None:
        return False
    return clause[limit].folded == "outside" or senses(clause[limit:]).isdisjoint(_matter(yes, act))


def _actor(reading: Reading) -> str | None:
    """Who does the act: its subject, or who speaks of "it"."""
    return reading.passage.subject or reading.passage.speaker_actor


def _have_two_speakers(yes: Reading, no: Reading) -> bool:
    """Whether somebody says that it is not so, and it is somebody else, or nobody named, who says that it is."""
    if no.passage.kind not in _SPOKEN or not no.passage.speaker or quotes_unnamed(yes):
        return False
    if (yes.passage.speaker or "").lower() == no.passage.speaker.lower():
        return False
    one, other = yes.passage.speaker_actor, no.passage.speaker_actor or no.passage.speaker
    return one is None or not (same_name(one, other) or len(words_of(one) & words_of(other)) > 1)


def _objects(reading: Reading) -> frozenset[str]:
    at = _verb_at(reading)
    return frozenset() if at is None else senses(_plain(reading.words[at + 1 : at + 1 + _OBJECT_REACH]))


def _plain(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if not word.capital]


def _matter(reading: Reading, act: str) -> frozenset[str]:
    """What a passage speaks of, who says it and its act aside."""
    speaker = frozenset(stem(word.lower()) for word in (reading.passage.voice or "").split())
    return frozenset(one for one in reading.senses if one != act and one not in speaker and not one[0].isdigit())


def _finding(yes: Sequence[Reading], no: Reading) -> Finding:
    clause, speaker = said(yes[0]), yes[0].passage.speaker or ""
    shown = lower_the(speaker)
    asked = None
    if not yes[0].foreign:
        asked = ask_whether(clause, shown, bool(speaker)) or ask_of_act(clause, shown, bool(speaker))
    answers = (
        Answer(shorten(yes[0].printed), tuple(yes)),
        Answer(shorten(no.printed), (no,)),
    )
    return Finding(
        DisagreementKind.STANCE,
        asked or is_it_true(clause, yes[0].foreign),
        ordered(answers),
        f"one act, affirmed and negated: {yes[0].passage.verb} / not {no.passage.verb}",
    )
