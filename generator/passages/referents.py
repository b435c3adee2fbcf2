"""For whom a leading "He" or "Her" stands, where the sentence right before it does not tell: the person of whom the
article has been speaking.

Read over a whole article, when it is known who speaks each quotation. Nothing is guessed: one candidate, spoken of as a
subject, of the gender that the article itself shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.language.clauses import head_noun
from generator.language.names import Name, NameKind, looks_like_person
from generator.language.reporting import may_speak
from generator.language.scan import Token
from generator.language.tagger import Tag
from generator.model import Antecedent, BlockKind, Document, Passage
from generator.passages.carry import as_written
from generator.passages.reading import Reading, actor_of, role_holder

FARTHEST = 2  # sentences that speak of nobody, between a person and the pronoun
# Beside others the subject of the sentence before is meant where the article has it as a subject so often, and so many
# times as often as any of them.
OFTEN = 4
TIMES = 2

_GENDERS: Mapping[str, str] = {
    "he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f",
}  # fmt: skip
_LEADING = frozenset("he she his her".split())
_GOES_ON = frozenset("also then later further again".split())  # "He also": the same one does more
# Of what may speak, bodies are no "he".
_BODIES = frozenset(
    """government ministry department agency commission committee court parliament embassy military army navy company
    union group organisation organization newspaper broadcaster delegation administration campaign party family
    police media opposition council board office bank team university firm center centre tower paper voter
    order power number""".split()
)
_SOMEBODY = frozenset(
    """man woman boy girl teenager suspect gunman shooter father mother husband wife son daughter brother sister child
    friend king queen president prince princess candidate senator nominee mayor judge student chief somebody someone
    guy kid baby colleague""".split()
)


@dataclass(frozen=True, slots=True)
class Trace:
    """What a passage shows of persons outside its quotations. Canonical names."""

    persons: Mapping[str, str]  # each with the words that name it
    unsure: frozenset[str]  # of these the names that nothing here shows to be a person's
    places: frozenset[str]  # of those the ones that stand as places do, "in Tarn", "the Courier"
    described: bool  # somebody is there who is not named: "a doctor"
    subject: str | None  # the person who is its subject
    facing: bool  # whom that one does something to is a person: "Kell pressed Brandt to answer"
    pronouns: frozenset[str]  # the genders of its pronouns, its leading one aside
    leading: Token | None  # the pronoun that it begins with, or that is its subject after an opening: "In May, he"
    ahead: frozenset[str]  # who is named before that
    goes_on: bool  # "He also": with a sign that the same one is spoken of
    speaks: bool  # what it begins with is who says it: "He said"
    votes: tuple[tuple[str, str], ...]  # persons with the gender that the passage shows


@dataclass(frozen=True, slots=True)
class _Focus:
    """Of whom the article speaks: the one subject of the sentences before."""

    person: str
    name: str
    others: tuple[str, ...]  # who could be meant as well
    described: bool  # somebody could who is not named
    facing: bool  # somebody whom the subject does something to could
    spoke: bool
    ago: int = 0


def trace(reading: Reading, passage: Passage) -> Trace:
    """What a passage of the sentence ``reading`` shows of persons."""
    offset = passage.start - passage.sentence.start
    own = [i for i, one in enumerate(reading.tokens) if offset <= one.start < offset + len(passage.text)]
    first, last = (own[0], own[-1] + 1) if own else (0, 0)
    begin = next((i for i in own if reading.tokens[i].start >= offset + passage.lead_in), first)
    names = [
        name for name in reading.names_in(first, last) if _may_be(reading, name) and not reading.quoted(name.first)
    ]
    tokens = [(i, reading.tokens[i]) for i in own if not reading.quoted(i)]
    subject = _subject(reading, begin, last, names)
    described = [i for i, one in tokens if _is_somebody(reading, i, one, names, subject)]
    at = _pronoun(reading, begin, last)
    if at > begin and (passage.says is not None or any(i < at for i in described)):
        at = -1
    following = reading.tokens[at + 1 : min(at + 3, last)] if at >= 0 else ()
    return Trace(
        persons={name.canonical: as_written(reading, name) for name in names},
        unsure=frozenset(name.canonical for name in names if name.kind is not NameKind.PERSON),
        places=frozenset(name.canonical for name in names if _is_place(reading, name)),
        described=bool(described),
        subject=subject,
        facing=_acts_on_somebody(reading, begin, last, names),
        pronouns=frozenset(_GENDERS[one.low] for i, one in tokens if one.low in _PRONOUNS and i != at),
        leading=reading.tokens[at] if at >= 0 else None,
        ahead=frozenset(name.canonical for name in names if name.last <= at),
        goes_on=any(one.low in _GOES_ON for one in following),
        speaks=passage.reporting is not None and any(one.lemma == passage.reporting for one in following),
        votes=tuple(_votes(reading, tokens, names, subject)),
    )


_PRONOUNS = frozenset("he she him her his hers himself herself".split())


def _pronoun(reading: Reading, begin: int, last: int) -> int:
    """The token of the pronoun that a passage begins with, or that is the subject of its main clause; -1 without."""
    if begin >= last or reading.quoted(begin):
        return -1
    if reading.tokens[begin].low in _LEADING:
        return begin
    clause = reading.clause(begin, last)
    if clause is None or clause.subject[1] - clause.subject[0] != 1 or reading.quoted(clause.subject[0]):
        return -1
    return clause.subject[0] if reading.tokens[clause.subject[0]].low in _SUBJECTS else -1


def _acts_on_somebody(reading: Reading, begin: int, last: int, names: Sequence[Name]) -> bool:
    """Whether a person is named right behind the main verb, or with an office before the name."""
    clause = reading.clause(begin, last) if begin < last else None
    return clause is not None and any(0 <= name.first - clause.verb.last <= _NEAR for name in names)


_NEAR = 2  # tokens between a verb and the name of whom it is done to


def _is_place(reading: Reading, name: Name) -> bool:
    led = name.first > 0 and reading.tokens[name.first - 1].low in _BEFORE_PLACES
    return led and not reading.tokens[name.last - 1].possessive


_BEFORE_PLACES = frozenset("in at on near outside across into the".split())


def _may_be(reading: Reading, name: Name) -> bool:
    """Whether a name may be a person's: it is one, or nothing shows what it is the name of."""
    return name.kind in (NameKind.PERSON, NameKind.OTHER) or name.canonical in reading.cast.agents


def _subject(reading: Reading, begin: int, last: int, names: Sequence[Name]) -> str | None:
    """The person who is the subject of what stands here, by name or office: not "Ruiz" of "Ruiz's visit"."""
    clause = reading.clause(begin, last) if begin < last else None
    if clause is None or clause.subject[0] >= clause.subject[1]:
        return None
    if not reading.names_in(*clause.subject) and (holder := role_holder(reading, clause.subject)) is not None:
        return holder  # not "the former New York mayor", who may be another one
    head = head_noun(reading.tokens, reading.tags, clause.subject)
    actor = actor_of(reading, clause.subject)
    inside = [n for n in names if clause.subject[0] <= n.first and n.last <= clause.subject[1]]
    if head is None or len(inside) != 1 or inside[0].canonical != actor:
        return None
    name = inside[0]
    heads = name.first <= head < name.last or (name.kind is NameKind.PERSON and name.first > head)
    return actor if heads and not reading.tokens[name.last - 1].possessive else None


def _is_somebody(reading: Reading, index: int, token: Token, names: Sequence[Name], subject: str | None) -> bool:
    """Whether a noun stands for one person who is not named beside it."""
    if token.tag is not Tag.NOUN or token.capital or token.low in _BODIES:
        return False
    if token.low not in _SOMEBODY and (not may_speak(token.low) or token.low.endswith("s")):
        return False
    sure = [name for name in names if name.kind is NameKind.PERSON]
    if any(0 <= name.first - index <= 3 or 0 <= index - name.last <= 5 for name in sure):
        return False  # an office before a name, or what is told of it behind: "Ana Ruiz, the mayor of Tarn"
    return not (subject is not None and role_holder(reading, (max(0, index - 2), index + 1)) == subject)


def _votes(
    reading: Reading, tokens: Sequence[tuple[int, Token]], names: Sequence[Name], subject: str | None
) -> Iterator[tuple[str, str]]:
    """Persons with the gender that a title or a pronoun behind the only name shows: of a name that nothing else shows
    to be a person's where it is the subject and the pronoun is one too."""
    for name in names:
        before = reading.tokens[name.first - 1].low if name.first else ""
        words = (before, *(one.low for one in reading.tokens[name.first : name.last]))
        yield from ((name.canonical, _GENDERS[one]) for one in words if one in _GENDERS)
    if len({name.canonical for name in names}) != 1:
        return
    sure = names[0].kind is NameKind.PERSON
    shows = _PRONOUNS if sure else _SUBJECTS
    behind = {_GENDERS[one.low] for i, one in tokens if one.low in shows and i >= names[0].last}
    if len(behind) == 1 and (sure or subject == names[0].canonical):
        yield names[0].canonical, behind.pop()


_SUBJECTS = frozenset(("he", "she"))


def resolve(document: Document, passages: Sequence[Passage], traces: Mapping[str, Trace]) -> tuple[Passage, ...]:
    """The passages of a document in order, each leading pronoun that stands for one person with that person's name.
    ``traces`` are those of its passages by their ids; one without is of another language."""
    article = _article(document, passages, traces)
    focus: _Focus | None = None
    done: list[Passage] = []
    above = -1
    for passage in passages:
        if _heading_between(document, above, passage.sentence.block):
            focus = None
        above = passage.sentence.block
        seen = traces.get(passage.id)
        if seen is None:
            focus = None
        else:
            passage = _with_name(passage, seen, focus, article)
            focus = _next(focus, passage, seen, article)
        done.append(passage)
    return tuple(done)


def _heading_between(document: Document, above: int, block: int) -> bool:
    return above >= 0 and any(one.kind is BlockKind.HEADING for one in document.blocks[above + 1 : block])


@dataclass(frozen=True, slots=True)
class _Article:
    """What a whole article shows of its persons: their genders, and how often each is a subject."""

    persons: frozenset[str]
    shown: Mapping[str, str]  # the words that name each the first time
    genders: Mapping[str, frozenset[str]]
    subjects: Mapping[str, int]
    told_of: Mapping[str, int]  # the same, and how often each speaks

    def fits(self, person: str, gender: str) -> bool:
        return self.genders.get(person, frozenset((gender,))) == {gender}

    def named_in(self, seen: Trace) -> tuple[str, ...]:
        """Who is named in a passage and may be a person."""
        return tuple(
            one for one in seen.persons if one not in seen.unsure or one in self.persons or one not in seen.places
        )

    def mostly_of(self, person: str, others: Iterable[str]) -> bool:
        """Whether the article is of this person and of none of the others."""
        often = self.subjects.get(person, 0)
        return often >= max(OFTEN, TIMES * max((self.told_of.get(one, 0) for one in others), default=0))


def _article(document: Document, passages: Sequence[Passage], traces: Mapping[str, Trace]) -> _Article:
    votes: dict[str, Counter[str]] = {}
    subjects, told_of = Counter[str](), Counter[str]()
    for passage in passages:
        if (seen := traces.get(passage.id)) is None:
            continue
        subjects.update((seen.subject,) if seen.subject else ())
        told_of.update({one for one in (seen.subject, passage.speaker_actor) if one})
        for person, gender in (*seen.votes, *_antecedent_votes(document, passage)):
            votes.setdefault(person, Counter())[gender] += 1
    genders = {
        person: frozenset(gender for gender, count in found.items() if CLEARLY * count >= found.total())
        for person, found in votes.items()
    }
    speakers = {passage.speaker_actor for passage in passages}
    persons = frozenset(
        person for seen in traces.values() for person in seen.persons
        if _is_known(person, person not in seen.unsure, person in speakers, votes.get(person, Counter()), genders)
    )  # fmt: skip
    shown = {person: words for seen in reversed(list(traces.values())) for person, words in seen.persons.items()}
    return _Article(persons, shown, genders, subjects, told_of)


def _is_known(
    person: str, sure: bool, speaks: bool, votes: Counter[str], genders: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a name is surely a person's: by its given name, or by a pronoun for it; a surname by its office too."""
    words = len(person.split())
    if sure:
        return words == 1 or looks_like_person(person) or person in genders
    return words < 3 and person in genders and (speaks or votes.total() > 1)


CLEARLY = 4  # a gender that fewer than one in four pronouns shows is a mistake of the reading


def _antecedent_votes(document: Document, passage: Passage) -> Iterator[tuple[str, str]]:
    if passage.antecedent is not None and passage.subject is not None:
        low = document.text[passage.antecedent.start : passage.antecedent.end].lower()
        if low in _GENDERS:
            yield passage.subject, _GENDERS[low]


def _with_name(passage: Passage, seen: Trace, focus: _Focus | None, article: _Article) -> Passage:
    """The passage with the person for whom its leading pronoun stands, where that is certain."""
    pronoun = seen.leading
    if pronoun is None or passage.antecedent is not None or passage.torn != ("", ""):
        return passage
    if pronoun.low not in _SUBJECTS and (passage.speaker or "").lower().startswith(f"{pronoun.low} "):
        return passage  # "His aides said": who speaks is named by these words
    if focus is None or focus.person in seen.persons or focus.person not in article.persons:
        return passage
    if not (article.persons | article.subjects.keys()).isdisjoint(seen.ahead) or _RUN_TOGETHER.search(focus.name):
        return passage
    if focus.ago and pronoun.low not in _SUBJECTS:
        return passage  # "His decision" after a sentence on a ruling is that of its judge
    gender = _GENDERS[pronoun.low]
    others = [one for one in focus.others if article.fits(one, gender)]
    alone = not others and not focus.described
    goes_on = (focus.spoke and seen.speaks) or seen.goes_on
    mostly = not focus.facing and article.mostly_of(focus.person, others)
    if not article.fits(focus.person, gender) or not (alone or goes_on or mostly):
        return passage
    start = passage.sentence.start + pronoun.start
    named = Antecedent(start, start + len(pronoun.text), focus.name)
    actors = tuple(dict.fromkeys((focus.person, *passage.actors)))
    passage = replace(passage, antecedent=named, actors=actors)
    if seen.speaks and passage.speaker_actor is None:  # "the judge" is who stands in the brackets
        return replace(passage, speaker=focus.name, speaker_actor=focus.person)
    acts = pronoun.low in ("he", "she") and passage.subject is None and passage.reporting is None
    return replace(passage, subject=focus.person) if acts else passage


_RUN_TOGETHER = re.compile(r"[a-z][A-Z]{2}")  # "BrellNEWS": a name with what stands beside it on its page


def _next(focus: _Focus | None, passage: Passage, seen: Trace, article: _Article) -> _Focus | None:
    """Of whom the article speaks after a passage; what is quoted changes nothing."""
    if passage.torn != ("", "") and not seen.persons and not seen.described:
        return focus
    person, name = _person(focus, passage, seen, article)
    if person is None:
        return _still(focus, seen, article)
    others = tuple(one for one in article.named_in(seen) if one != person)
    return _Focus(person, name, others, seen.described, seen.facing, passage.speaker_actor == person)


def _still(focus: _Focus | None, seen: Trace, article: _Article) -> _Focus | None:
    """The same after a passage that names nobody new, and has no pronoun for another one."""
    if focus is None or article.named_in(seen) or seen.described or seen.leading or focus.ago >= FARTHEST:
        return None
    same = all(article.fits(focus.person, gender) for gender in seen.pronouns)
    return replace(focus, ago=focus.ago + 1) if same else None


def _person(focus: _Focus | None, passage: Passage, seen: Trace, article: _Article) -> tuple[str | None, str]:
    """The person of whom a passage speaks, canonical and by its words: whom its pronoun means, who speaks, its
    subject."""
    if seen.leading is not None:
        if passage.antecedent is None:
            return None, ""
        named = next((one for one in passage.actors if one not in seen.persons), None)
        return named, passage.antecedent.name
    person, kept = seen.subject, ""
    if passage.speaker_actor is not None and passage.speaker_actor in article.persons:
        person = passage.speaker_actor
        kept = passage.says.name if passage.says is not None and passage.says.name.endswith(person.split()[-1]) else ""
    if person is None:
        return None, ""
    known = focus.name if focus is not None and focus.person == person else article.shown.get(person, "")
    name = seen.persons.get(person, kept or known)
    return (person, name) if name else (None, "")
