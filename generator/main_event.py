"""Which event a passage tells of: that of the story, another one, or what came before it.

The main event is what headlines, leads and the newest articles share: who takes part, and when. Tense says nothing of
it: "the dam broke" is told alike of this week and of 1998. What is not shown to be of another event is of this one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.language.calendar import ANY_WEEKDAY
from generator.language.dates import MAX_YEAR, MIN_YEAR, DateMention, Precision, find_dates
from generator.language.stems import Word, read_words
from generator.language.verbs import Form, lookup
from generator.model import Days, Kind, Metadata, Passage, Telling

LEADS = 3  # passages of an article in which it tells its news
SHARED = 1 / 2  # of the sources: what so many name there is of the main event
# What has ended longer before the first article than this is of another time. In 40 stories read by eye
# (docs/evaluation.md) 60 days find eleven passages less of 77, of which none is of the main event, 20 days two more.
LONG_BEFORE = timedelta(days=30)

_OCCURRENCES = (
    "accident|attack|blast|blaze|bombing|case|collapse|crash|derailment|disaster|earthquake|episode|explosion|fire"
    "|flood|hurricane|incident|killing|massacre|murder|quake|raid|robbery|shooting|storm|strike|tsunami|wildfire"
)
# "In a separate case", "a similar crash": one that is named beside that of the story.
_ANOTHER = re.compile(
    rf"\W*(?:(?:in|during|after)\s)?(?:a|an)\s(?:\w+ly\s)?(?:separate|unrelated|similar|previous|earlier)\s(?:\w+\s)?"
    rf"(?:{_OCCURRENCES})\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:[Ee]arlier this year|(?:[Ss]everal|[Mm]any|[Ss]ome|[Aa] few) (?:months|years|decades) (?:ago|earlier)"
    r"|[Dd]ecades ago|[Ff]or (?:many years|decades|centuries)|[Ii]n the (?:19|20)\d0s)\b"
)
_NOW = re.compile(r"\b(?:same (?:day|night|evening|morning|week)|(?:hours?|minutes?|days?) (?:later|earlier|before))\b")
_ASIDE = frozenset(
    """who which whose whom that where when after since before until while as because than following though although
    if""".split()
)
_BY_THE_WAY = _ASIDE - {"that"}  # "suspect that 140 million were taken in 2017" is what is asserted
_PAST = (Form.PAST, Form.PARTICIPLE, Form.EITHER, Form.SAME)
_NOT_PAST = frozenset("has have is are will would may might can could should must".split())
_FIRST = frozenset("first once originally initially last".split())
_BY_WORDS = "by words"  # how a time is known of which no day is named
_HELPED = 4  # words before a verb among which its auxiliaries stand
_TODAY = re.compile(rf"\b(?:{ANY_WEEKDAY})[’']s\b|\b[Tt]o(?:day|night)[’']s\b")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d(?=\s[a-z])")  # "the 2010 fire"
_BACK = frozenset("he she it they this that these those his her its their the".split())


@dataclass(frozen=True, slots=True)
class MainEvent:
    """Who takes part, by canonical names; the day of the first article, None where none is known; and the days that
    the leads of half the sources name."""

    actors: frozenset[str]
    first: date | None
    named: tuple[Days, ...]

    def holds(self, mention: DateMention) -> bool:
        """Whether a day may be one of the event's."""
        if self.first is None or self.first - mention.last <= LONG_BEFORE:
            return True
        return any(first <= mention.last and mention.first <= last for first, last in self.named)


def tell_events(
    passages: tuple[Passage, ...], metadata: tuple[Metadata, ...], sources: tuple[str, ...]
) -> tuple[Passage, ...]:
    """The passages with the event that each tells of, and why; what happened in another is background.

    ``metadata`` stands in the order of ``sources``. Passages that are left out, or read by their words only, are given
    back as they are.
    """
    days = {source: _published(known) for source, known in zip(sources, metadata, strict=True)}
    leads = {source: own[:LEADS] for source, own in _by_source(passages).items()}
    main = find_main_event(leads, days)
    leading = {passage.id: place for own in leads.values() for place, passage in enumerate(own)}
    told: list[Passage] = []
    for passage in passages:
        if not _is_read(passage):
            told.append(passage)
            continue
        before = told[-1] if told and told[-1].sentence.block == passage.sentence.block else None
        told.append(_told(passage, before, main, days[passage.source], leading.get(passage.id)))
    return tuple(told)


def find_main_event(leads: dict[str, list[Passage]], days: dict[str, date | None]) -> MainEvent:
    """What the leads of a story share; ``days`` are those of its articles."""
    written = [day for day in days.values() if day is not None]
    first = min(written, default=None)
    actors = Counter(actor for own in leads.values() for actor in {one for p in own for one in p.actors})
    mentions: Counter[Days] = Counter()
    for source, own in leads.items():
        anchor = days[source] or first
        mentions.update({(m.first, m.last) for p in own for m in find_dates(p.told, anchor)})
    least = max(2, SHARED * len(leads)) if len(leads) > 1 else 1
    return MainEvent(
        frozenset(actor for actor, number in actors.items() if number >= least),
        first,
        tuple(span for span, number in mentions.items() if number >= least),
    )


def _is_read(passage: Passage) -> bool:
    return passage.omit is None and passage.language is None


def _published(known: Metadata) -> date | None:
    return date.fromisoformat(known.published.value) if known.published else None


def _by_source(passages: Sequence[Passage]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        if _is_read(passage):
            found.setdefault(passage.source, []).append(passage)
    return found


def _told(passage: Passage, before: Passage | None, main: MainEvent, day: date | None, place: int | None) -> Passage:
    """A passage with its event; ``before`` is the one before it in its paragraph, ``place`` its own among the leads."""
    words = read_words(passage.told)
    mentions = _mentions(passage.told, day or main.first, main)
    passage = replace(passage, elsewhere=tuple(_asides(passage, words, mentions, main)))
    if place == 0:
        return replace(passage, telling_reason="the lead of its article")
    old = _of_old(passage, words, mentions, main)
    if old is not None:
        shown = passage.shown(old.start, old.end)
        days = None if old.how == _BY_WORDS else (old.first, old.last)
        return _turned(passage, main, f"of another time than the story: “{shown}”", days)
    named = _ANOTHER.match(passage.told)
    if named and not _NOW.search(passage.told) and not any(map(main.holds, mentions)):
        return _turned(passage, main, f"named beside the story: “{passage.shown(*named.span()).strip()}”")
    if before is not None and before.telling is Telling.ANOTHER and not mentions and _goes_on(passage, words, main):
        return _turned(passage, main, f"goes on with what is {before.telling_reason}", before.told_days)
    if place is not None:
        return replace(passage, telling_reason="in the lead of its article")
    now = next(filter(main.holds, mentions), None)
    return replace(passage, telling_reason=f"names its time: “{passage.shown(now.start, now.end)}”") if now else passage


def _mentions(text: str, anchor: date | None, main: MainEvent) -> tuple[DateMention, ...]:
    """The days that a text names, and those that it calls long ago without naming any."""
    found = find_dates(text, anchor)
    if main.first is None:
        return found
    day = main.first - LONG_BEFORE - timedelta(days=1)
    ago = [DateMention(*match.span(), day, day, Precision.YEAR, _BY_WORDS) for match in _LONG_AGO.finditer(text)]
    return (*(one for one in found if not any(a.start < one.end and one.start < a.end for a in ago)), *ago)


def _turned(passage: Passage, main: MainEvent, reason: str, days: Days | None = None) -> Passage:
    """The passage as one of another event, or of what came before where those take part who do in the main one."""
    telling = Telling.ANOTHER if main.actors.isdisjoint(passage.actors) else Telling.BEFORE
    if passage.kind in (Kind.EVENT, Kind.PLAN):
        passage = replace(passage, kind=Kind.BACKGROUND, kind_reason=reason)
    return replace(passage, telling=telling, telling_reason=reason, told_days=days)


def _of_old(
    passage: Passage, words: Sequence[Word], mentions: Sequence[DateMention], main: MainEvent
) -> DateMention | None:
    """The latest of the days of a passage, where what it asserts hangs on one and none can be of the main event."""
    if not mentions or any(main.holds(mention) for mention in mentions) or _TODAY.search(passage.told):
        return None
    hanging = [mention for mention in mentions if _is_asserted(passage, words, mention)]
    return max(hanging, key=lambda mention: mention.last, default=None)


def _is_asserted(passage: Passage, words: Sequence[Word], mention: DateMention) -> bool:
    """Whether a day dates what a passage asserts, in the past: it stands in the clause of its verb with no other verb
    between the two, or opens the sentence ("In 2015, …")."""
    verbs = [i for i, word in enumerate(words) if _is_past(words, i, passage.verb)]
    if verbs and passage.gloss is not None and passage.behind(mention.start, mention.end)[0] == 0:
        return True  # "Im Jahr 2019 …", whatever the order of the words in which it is read
    clause = next((word.clause for word in words if word.end > mention.start), None)
    own = next((i for i in verbs if words[i].clause == clause), None)
    if own is None:
        opening = [word for word in words if word.clause == 0]
        return bool(verbs) and clause == 0 and not any(_is_verb(word) for word in opening)
    low, high = sorted((words[own].start, mention.start))
    carried = words[own + 1 : own + 2]  # "began investigating in 2016" is one deed
    between = [
        word for word in words if low < word.start < high and not (word in carried and word.folded.endswith("ing"))
    ]
    before = [word for word in words[:own] if word.clause == clause and word.start < mention.start]
    first = before[:1] if mention.start < words[own].start else []
    return not any(word.folded in _ASIDE or _is_verb(word) for word in between) and not any(
        word.folded in _ASIDE for word in first
    )


def _is_past(words: Sequence[Word], at: int, verb: str | None) -> bool:
    """Whether the word at ``at`` is a passage's verb, and tells what was: "has", "is" and "will" before it do not."""
    form = lookup(words[at].folded)
    if form is None or form.form not in _PAST:
        return False
    following = lookup(words[at + 1].folded) if at + 1 < len(words) else None
    if form.lemma != verb and (following is None or following != (verb, Form.GERUND)):
        return False
    if at == 0 or (at == 1 and words[0].folded in _FIRST):
        return False  # "First elected in 1992, the senator said"
    before = words[max(0, at - _HELPED) : at]
    return not any(word.folded in _NOT_PAST and word.clause == words[at].clause for word in before)


def _is_verb(word: Word) -> bool:
    form = lookup(word.folded)
    return form is not None and not word.capital and form.form in (*_PAST, Form.THIRD, Form.GERUND)


def _goes_on(passage: Passage, words: Sequence[Word], main: MainEvent) -> bool:
    """Whether a passage tells more of what the one before it told: in the past, of something that it points back to,
    and of nobody who takes part in the main event."""
    if passage.kind is not Kind.EVENT or not words or not main.actors.isdisjoint(passage.actors):
        return False
    return words[0].folded in _BACK


def _asides(
    passage: Passage, words: Sequence[Word], mentions: Sequence[DateMention], main: MainEvent
) -> Iterator[tuple[int, int]]:
    """What a passage tells of another time by the way: "…, the worst since the 2010 fire that killed 40"."""
    old = [mention.start for mention in mentions if not main.holds(mention)]
    old += [match.start() for match in _YEAR.finditer(passage.told) if _is_old(int(match.group()), main)]
    for at in sorted(set(old)):
        clause = next((word.clause for word in words if word.end > at), None)
        inside = [word for word in words if word.clause == clause]
        opening = [word for word in inside if word.folded in _BY_THE_WAY and word.start < at]
        if opening:
            yield opening[-1].start, inside[-1].end


def _is_old(year: int, main: MainEvent) -> bool:
    known = MIN_YEAR <= year <= MAX_YEAR and main.first is not None
    return known and main.first is not None and main.first - date(year, 12, 31) > LONG_BEFORE
