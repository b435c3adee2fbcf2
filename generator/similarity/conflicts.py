"""What forbids that two passages are one claim, however alike their words are. A table; the first that speaks decides.

In doubt two claims stay two: a wrong merge is the worst that can happen, a missed one is only untidy. Still each rule
asks for positive evidence on both sides: where one passage merely says less, nothing is opposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from generator.language.figures import differ, read_figures
from generator.language.polarity import NEGATING_VERBS, is_negator, opposites
from generator.language.roles import Holder, body_of, find_holders, same_person
from generator.language.stems import stem
from generator.language.tokens import words
from generator.language.verbs import lookup
from generator.model import Kind, Passage
from generator.similarity.measures import deed as deed_agreement
from generator.similarity.measures import share_figure
from generator.similarity.pairs import Pair, specific
from generator.similarity.profile import Profile, read

_QUOTED = re.compile(r"[\"“]([^\"“”]{12,})[\"”]")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w{1,20}ly\s)?\w{2,20}(?:ed|en|nt|pt|ld)\b")

# Character cosines. Words of one passage alone weigh little in them, so that .5 is not yet much.
MUCH_ALIKE = 0.5  # passages that each name one more actor may still be one from here on: at .75 recall of digest_mds
# falls from .51 to .49, without the rule its merge precision from .93 to .915
NEARLY_EQUAL = 0.75  # passages of one article are one from here on
# Of what is specific, for two sayings of one speaker to be one. As a bar for every pair it costs more than it saves:
# at 1.0 recall of digest_mds falls from .52 to .44 and of the invented stories a-m from .72 to .53.
OF_ONE_SPEAKER = 1.0

_SINCE = re.compile(r"\b(?:not|no|never|n['’]t)\b[^.;]{1,80}\bsince\b")
_MODAL = re.compile(r"\b(?:may|might|could|would)\b")
_AHEAD = re.compile(  # what is still to come, or is not certain, in whatever words
    r"\b(?:plans?|agreed|likely|expected|due|scheduled|promised|vow(?:ed|s)|pledged|intends?|will|would|to be|about to"
    r"|set to|thought|believed|suspect(?:s|ed)?|apparently|possibl[ey]|perhaps|could|may|might)\b"
)
_YEAR = re.compile(r"\b(?:(?:1[89]|20)\d\d|last year|the year before|(?:years?|decades?) (?:ago|earlier|before))\b")
_MONTH = (
    "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?\b")
_DAY = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_NOT_ON = re.compile(
    r"\b(?:by|since|until|till|before|after|from|between|for|this|last|next)\s$"
    r"|\b(?:said|says|told|announced|added|wrote|reported)\s(?:\w{1,20}\s){0,3}$"
)
_LEAD = 50  # code points before a day in which such words may stand
_COUNTERPART = re.compile(r"\bcounterpart,? ((?:[A-Z][\w’'-]{1,30} ){0,3}[A-Z][\w’'-]{1,30})")
_OPPOSED_PARTICLES = {"on": "off", "off": "on", "up": "down", "down": "up", "in": "out", "out": "in"}
_NONE: frozenset[str] = frozenset()
_REFUSAL = frozenset(map(stem, "refuse reject decline".split()))
_REFUSED = {stem("offer"): _REFUSAL} | {word: frozenset({stem("offer")}) for word in _REFUSAL}
_PRESS = frozenset(map(stem, "press news times post herald gazette tribune journal radio television tv".split()))
_AGENCIES = frozenset("AP AFP Reuters Associated Press UPI DPA EFE TASS BBC CNN NBC CBS ABC Xinhua".split())
_TITLES = frozenset(
    map(stem, """minister president secretary spokesman spokeswoman spokesperson chief head director leader official
    chairman chairwoman chair mayor governor general captain officer mr mrs ms dr former analyst professor manager
    ministry government department police prosecutor lawyer company city state national new""".split())
)  # fmt: skip


def denial(pair: Pair) -> str | None:
    """One denies, and the other neither denies nor says in its own words that it is not so."""
    a, b = pair.a.passage, pair.b.passage
    if (a.kind is Kind.DENIAL) == (b.kind is Kind.DENIAL):
        return None
    other = b if a.kind is Kind.DENIAL else a
    if other.negated:
        return None
    return f"a denial and {'an' if other.kind.value[0] in 'aeiou' else 'a'} {other.kind.value}"


def polarity(pair: Pair) -> str | None:
    """One negates its verb, and the other holds no word of negation at all."""
    a, b = pair.a.passage, pair.b.passage
    denied, other = (pair.a, pair.b) if a.negated else (pair.b, pair.a)
    if a.negated == b.negated or other.passage.kind is Kind.DENIAL or _negates(other.passage.text):
        return None
    if denied.passage.verb is not None and _begins(other, f"un{stem(denied.passage.verb)}"):
        return None  # "have not been disclosed", "remain undisclosed"
    if _SINCE.search(denied.passage.text):
        return None  # "has not seen one since 1998" says when the last one was
    return "one affirms, the other negates"


def opposed(pair: Pair) -> str | None:
    """Each has a word whose opposite the other has: "support" and "oppose", "switched on" and "switched off"."""
    if pair.a.passage.negated or pair.b.passage.negated:
        return None
    own, foreign = pair.a.stems - pair.b.stems, pair.b.stems - pair.a.stems
    for word in sorted(own):
        other = (opposites(word) | _REFUSED.get(word, _NONE)) & foreign
        if other:
            return f"opposed words: {word} / {min(other)}"
    for verb, particle in _particles(pair.a.passage.text):
        if (verb, _OPPOSED_PARTICLES[particle]) in _particles(pair.b.passage.text):
            return f"opposed words: {verb} {particle} / {verb} {_OPPOSED_PARTICLES[particle]}"
    return None


def time(pair: Pair) -> str | None:
    """One tells of a plan or of what may be, the other of what has happened or of something else."""
    a, b = pair.a.passage, pair.b.passage
    if a.planned != b.planned:
        other = b if a.planned else a
        if _AHEAD.search(other.text):
            return None
        if other.kind is Kind.EVENT:
            return "one is planned, the other has happened"
        return None if a.verb == b.verb else "one is planned, the other is told as a fact"
    if (_MODAL.search(a.text) is None) == (_MODAL.search(b.text) is None):
        return None
    certain = b if _MODAL.search(a.text) else a
    if certain.kind is not Kind.EVENT or _AHEAD.search(certain.text):
        return None
    return "one may be, the other has happened"


def years(pair: Pair) -> str | None:
    """One tells of a year or a time long past, and the other of another year, of this week or of another deed."""
    a, b = pair.a.passage, pair.b.passage
    one, other = _past(a.text), _past(b.text)
    if one & other or not (one or other):
        return None
    if one and other:
        return f"different years: {min(one)} / {min(other)}"
    now = b if one else a
    if _days(now.text) or (now.kind is Kind.EVENT and deed_agreement(pair) < 0):
        return f"then and now: {min(one or other)}"
    return None


def days(pair: Pair) -> str | None:
    """Each tells of a day on which it happened, and none is the same."""
    for found in (_days, _dates):
        one, other = found(pair.a.passage.text), found(pair.b.passage.text)
        if one and other and not one & other:
            return f"different days: {min(one)} / {min(other)}"
    return None


def holders(pair: Pair) -> str | None:
    """Two names for one office: "his counterpart, A" and "his counterpart, B"."""
    for one in _holders(pair.a.passage.text):
        for other in _holders(pair.b.passage.text):
            if one.office == other.office and same_person(one.name, other.name) is False:
                return f"two names for one office: {one.name} / {other.name}"
    return None


def subject(pair: Pair) -> str | None:
    """Different actors do it. "A placed B" and "B was placed" are told of the same actors: one is in the passive."""
    a, b = pair.a.passage, pair.b.passage
    if a.subject is None or b.subject is None or _same_name(a.subject, b.subject):
        return None
    if _is_state(a.subject) != _is_state(b.subject):
        return None  # "Ghana's former finance minister" is one of Ghana
    turned = bool(_PASSIVE.search(a.text)) != bool(_PASSIVE.search(b.text))
    if turned and (_spoken_of(a.subject, pair.b) or _spoken_of(b.subject, pair.a)):
        return None
    return f"different subject: {a.subject} / {b.subject}"


def speaker(pair: Pair) -> str | None:
    """Different speakers say it."""
    one, other = pair.a.passage.speaker_actor, pair.b.passage.speaker_actor
    if one is None or other is None or _same_name(one, other):
        return None
    if _spoken_of(one, pair.b) and _spoken_of(other, pair.a):
        return None
    if _described(pair.a.passage) & _described(pair.b.passage):
        return None  # the union, and the union's secretary
    return f"different speaker: {one} / {other}"


def deed(pair: Pair) -> str | None:
    """One is what somebody says, the other something else that the same one does."""
    said, done = pair.a.passage, pair.b.passage
    if said.speaker_actor is None:
        said, done = done, said
    if said.speaker_actor is None or done.speaker_actor is not None or done.subject is None or done.verb is None:
        return None
    if not _same_name(said.speaker_actor, done.subject) or done.verb in (said.verb, said.reporting):
        return None
    if share_figure(pair):
        return None  # "put the magnitude at 6.4" is how a figure is said
    return f"what {said.speaker_actor} says, and what {done.subject} does"


def saying(pair: Pair) -> str | None:
    """The same one speaks in both, of different deeds, and nothing else that is specific is shared."""
    one, other = pair.a.passage.speaker_actor, pair.b.passage.speaker_actor
    if one is None or other is None or not _same_name(one, other) or deed_agreement(pair) >= 0:
        return None
    return f"{one} says one thing, and another" if specific(pair) < OF_ONE_SPEAKER else None


def actors(pair: Pair) -> str | None:
    """Each names an actor whom the other does not, or they share none; of nearly equal wording only the latter."""
    a, b = _own_actors(pair.a.passage), _own_actors(pair.b.passage)
    one = [name for name in a if not _spoken_of(name, pair.b)]
    other = [name for name in b if not _spoken_of(name, pair.a)]
    if not one or not other:
        return None
    if pair.characters >= MUCH_ALIKE and len(one) < len(a) and len(other) < len(b):
        return None
    return f"different actors: {', '.join(one[:2])} / {', '.join(other[:2])}"


def figures(pair: Pair) -> str | None:
    """Both hold figures of one kind, and none of the one agrees with one of the other."""
    a, b = read_figures(pair.a.passage.text), read_figures(pair.b.passage.text)
    alike = [(x, y) for x in a for y in b if x.kind == y.kind]
    if not alike or not all(differ(x, y) for x, y in alike):
        return None
    x, y = alike[0]
    return f"different numbers: {pair.a.passage.text[x.start : x.end]} / {pair.b.passage.text[y.start : y.end]}"


def same_article(pair: Pair) -> str | None:
    """One article's passages, and not nearly the same words: a writer goes on rather than says a thing twice."""
    a, b = pair.a.passage, pair.b.passage
    if a.source != b.source or a.repeats_own_article or b.repeats_own_article or pair.characters >= NEARLY_EQUAL:
        return None
    return "one article that goes on"


def quotes(pair: Pair) -> str | None:
    """Both quote, and no quotation of one stands in the other."""
    a, b = _QUOTED.findall(pair.a.passage.text), _QUOTED.findall(pair.b.passage.text)
    if not a or not b or any(set(words(x)) & set(words(y)) for x in a for y in b):
        return None
    return "different quotations"


def _begins(profile: Profile, start: str) -> bool:
    return any(word.startswith(start) for word in profile.stems)


@lru_cache(maxsize=4096)
def _negates(text: str) -> bool:
    return any(is_negator(word) or word.stem in NEGATING_VERBS for word in read(text))


@lru_cache(maxsize=4096)
def _particles(text: str) -> frozenset[tuple[str, str]]:
    """Verbs with their particles: ("switch", "off")."""
    words = [word for word in read(text) if word.folded != "back"]
    return frozenset(
        (word.stem, following.folded)
        for word, following in pairwise(words)
        if following.folded in _OPPOSED_PARTICLES and lookup(word.folded) is not None
    )


@lru_cache(maxsize=4096)
def _days(text: str) -> frozenset[str]:
    """Days of the week on which something happened; not those until, since or by which, nor those of saying it."""
    return frozenset(
        match.group(1)
        for match in _DAY.finditer(text)
        if not _NOT_ON.search(text, max(0, match.start() - _LEAD), match.start())
    )


@lru_cache(maxsize=4096)
def _dates(text: str) -> frozenset[str]:
    """Days of a month: "9 July", "July 9th"."""
    return frozenset(
        f"{match.group(1) or match.group(4)} {(match.group(2) or match.group(3))[:3]}" for match in _DATE.finditer(text)
    )


@lru_cache(maxsize=4096)
def _past(text: str) -> frozenset[str]:
    """Years, and words for a time long past."""
    return frozenset(_YEAR.findall(text))


@lru_cache(maxsize=4096)
def _holders(text: str) -> tuple[Holder, ...]:
    counterparts = tuple(
        Holder("counterpart", "", match.group(1), match.start(1), match.end(1), "counterpart")
        for match in _COUNTERPART.finditer(text)
    )
    return find_holders(text) + counterparts


def _is_state(name: str) -> bool:
    return body_of(name) is not None


@lru_cache(maxsize=4096)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(word.stem for word in read(name) if word.is_content)


def _described(passage: Passage) -> frozenset[str]:
    """Stems of the words for the one who speaks, titles left aside."""
    return _words_of(f"{passage.speaker or ''} {passage.speaker_actor or ''}") - _TITLES


def _own_actors(passage: Passage) -> tuple[str, ...]:
    """The actors, without the press, which prints and does not act."""
    return tuple(name for name in passage.actors if not _words_of(name) & _PRESS and name not in _AGENCIES)


@lru_cache(maxsize=4096)
def _parts(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(name))


def _same_name(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it: "Lavrov" and "Sergey Lavrov"."""
    a, b = _parts(one), _parts(other)
    return a <= b or b <= a


def _spoken_of(name: str, profile: Profile) -> bool:
    """Whether a passage names this actor, in whichever form."""
    if any(_same_name(name, actor) for actor in profile.passage.actors):
        return True
    return bool(_surname(name) & profile.stems)


@lru_cache(maxsize=4096)
def _surname(name: str) -> frozenset[str]:
    parts = words(name)
    return frozenset({stem(parts[-1])}) if parts else frozenset()


Conflict = Callable[[Pair], str | None]

CONFLICTS: tuple[Conflict, ...] = (
    denial, polarity, opposed, time, years, days, subject, speaker, saying, deed, holders, actors, figures, quotes,
    same_article,
)  # fmt: skip


def find_conflict(pair: Pair) -> str | None:
    """The first reason why these passages cannot be one claim, or None."""
    for conflict in CONFLICTS:
        reason = conflict(pair)
        if reason is not None:
            return reason
    return None
