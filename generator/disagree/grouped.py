"""What differs inside a group: one subject, told with words that exclude each other, of two days, with two names.

The comparison has found the respect; here it is asked whether both tell so much the same that a reader has to know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.comparison.names import same_name
from generator.comparison.offices import subject_title
from generator.comparison.support import shared
from generator.disagree.asking import ask_of_day
from generator.disagree.reading import Answer, Finding, Reading, ordered, quotes_unnamed, said
from generator.disagree.wording import is_it_true, shorten
from generator.language.calendar import ANY_WEEKDAY
from generator.language.kin import sense
from generator.language.polarity import opposites
from generator.language.stems import stem
from generator.model import Contrast, DisagreementKind, Group, Respect, Role, Verdict

# Share of the words of either that the other has, by weight. Of what differs in the groups of the invented stories and
# was in no other rule's finding, 3 of 3 within these bounds were disagreements, 0 of 11 beyond.
LEAST_SHARED = 0.55  # where both have one subject
LEAST_SHARED_ALONE = 0.75  # where they have one verb
LEAST_WORDS = 3  # that both have in the latter case: "I don't know" and "We know" tell nothing of each other
_NEXT = 2  # words on either side of a day
_DAY = re.compile(rf"\b(?:{ANY_WEEKDAY})\b|\b\d{{1,2}} [A-Z][a-z]{{2,}}|\b[A-Z][a-z]{{2,}} \d{{1,2}}\b")


def differing_in_groups(readings: Sequence[Reading], groups: Sequence[Group]) -> Iterator[Finding]:
    """The differences inside each group, in the groups' order; what the wording and its supports say comes first."""
    known = {reading.passage.id: reading for reading in readings}
    for group in groups:
        counted = [m.passage for m in group.members if m.role in (Role.LEAD, Role.SUPPORT)]
        pairs = sorted(group.matches, key=lambda match: match.a not in counted and match.b not in counted)
        for match in pairs:
            one, other = known.get(match.a), known.get(match.b)
            if one is None or other is None or one.group == other.group or match.verdict is not Verdict.SAME:
                continue
            contrast = match.contrasts[0] if match.contrasts else None
            if contrast is None or not all(each.differs for each in match.contrasts):
                continue
            if _tell_one_thing(one, other) and (found := _finding(contrast, one, other)) is not None:
                yield found


def _tell_one_thing(one: Reading, other: Reading) -> bool:
    a, b = one.passage, other.passage
    alike = max(shared(a, b), shared(b, a))
    if a.subject is not None and a.subject == b.subject:
        return alike >= LEAST_SHARED
    if subject_title(a) is not None and subject_title(b) is not None:
        return alike >= LEAST_SHARED
    if a.subject is not None or b.subject is not None:
        return False  # "both pleaded guilty" is of others than "Papadopoulos pleaded guilty"
    one_verb = a.verb is not None and b.verb is not None and sense(stem(a.verb)) == sense(stem(b.verb))
    return one_verb and alike >= LEAST_SHARED_ALONE and len(one.content & other.content) >= LEAST_WORDS


def _finding(contrast: Contrast, one: Reading, other: Reading) -> Finding | None:
    asked = _ASKED.get(contrast.respect)
    told = asked(one, other) if asked else None
    if told is None:
        return None
    kind, question, mine, theirs = told
    answers = ordered((Answer(mine, (one,)), Answer(theirs, (other,))))
    return Finding(kind, question, answers, f"in one claim: {contrast.reason}")


Told = tuple[DisagreementKind, str, str, str]


def _stance(one: Reading, other: Reading) -> Told | None:
    if (
        _of_one_speaker(one, other)
        or not _oppose_alike(one, other)
        or any(word.folded == "whether" for word in (*one.words, *other.words))
    ):
        return None
    return DisagreementKind.STANCE, is_it_true(said(one), one.foreign), shorten(one.printed), shorten(other.printed)


def _of_one_speaker(one: Reading, other: Reading) -> bool:
    """Whether one and the same is, or may be, quoted in both: what he says in many words in two ways is no dispute."""
    if quotes_unnamed(one) or quotes_unnamed(other):
        return True
    a, b = one.passage.speaker_actor, other.passage.speaker_actor
    return a is not None and b is not None and same_name(a, b)


def _oppose_alike(one: Reading, other: Reading) -> bool:
    """Whether words that exclude each other, where there are such, are both what is done, or are told of one word: "a
    request that was rejected" stands against no verb, "ban" not against "the legal battle"."""
    verbs = [stem(each.passage.verb or "") for each in (one, other)]
    pairs = [(word, against) for word in one.content for against in opposites(word) & other.content]
    return not pairs or any(
        (word == verbs[0] and against == verbs[1])
        or (word not in verbs and against not in verbs and not _near(one, word).isdisjoint(_near(other, against)))
        for word, against in pairs
    )


def _near(reading: Reading, word: str) -> frozenset[str]:
    content = [each.stem for each in reading.words if each.is_content]
    at = content.index(word) if word in content else 0
    return frozenset((*content[max(0, at - _NEXT) : at], *content[at + 1 : at + 1 + _NEXT]))


def _date(one: Reading, other: Reading) -> Told | None:
    mine, theirs = _DAY.search(one.text), _DAY.search(other.text)
    if mine is None or theirs is None or _beside(one, mine).isdisjoint(_beside(other, theirs)):
        return None  # "invited on Tuesday", "to a briefing on Wednesday"
    question = ask_of_day(one, *mine.span())
    return DisagreementKind.DATE, question, one.passage.shown(*mine.span()), other.passage.shown(*theirs.span())


def _beside(reading: Reading, day: re.Match[str]) -> frozenset[str]:
    """The senses of the content words next to a day, on either side: what happened then."""
    content = [word for word in reading.words if word.is_content]
    before = [word for word in content if word.end <= day.start()][-_NEXT:]
    after = [word for word in content if word.start >= day.end()][:_NEXT]
    return frozenset(sense(word.stem) for word in (*before, *after))


def _name(one: Reading, other: Reading) -> Told | None:
    mine, theirs = subject_title(one.passage), subject_title(other.passage)
    if mine is None or theirs is None:
        return None
    office = max(mine.shown, theirs.shown, key=len)
    return DisagreementKind.NAME, f"Who is {office}?", mine.name, theirs.name


_ASKED: Mapping[Respect, Callable[[Reading, Reading], Told | None]] = {
    Respect.STANCE: _stance,
    Respect.DATE: _date,
    Respect.NAME: _name,
}
