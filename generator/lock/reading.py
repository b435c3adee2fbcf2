"""A wording and its quotes, read for the lock: clauses around their verbs, and in them words that are affirmed or
denied, sure or held back, each with who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.language.clauses import (
    ADVERB,
    AND,
    AUXILIARY,
    BARE,
    DETERMINER,
    FINITE,
    GERUND,
    MODAL,
    NOT,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    read_verb,
)
from generator.language.hedges import ACCUSING
from generator.language.kin import phrase_at, sense
from generator.language.names import Cast, Name
from generator.language.parsed import Parsed, parse
from generator.language.polarity import NEGATORS
from generator.language.reporting import DENIAL, DENIAL_OF_CLAIM, TAKES_CLAUSE, speech_class
from generator.language.runon import KEPT_TEXTS
from generator.language.scan import Token
from generator.language.sentences import split
from generator.language.stems import Word, read_words, stem
from generator.language.tagger import Tag, is_word, tags_of
from generator.language.tokens import words as words_of
from generator.language.verbs import Form, lookup
from generator.lock.standing import PLAIN, Standing, hanging, intends, lessens, of_nouns, of_part, of_verb


@dataclass(frozen=True, slots=True)
class Quoted:
    """A cited passage: its readable text, who says it as far as the passage knows, further names by which those in it
    are known in its own article, the day of the article where that is certain, and its language where that is not read
    with its grammar."""

    text: str
    speaker: str | None = None
    names: tuple[str, ...] = ()
    written: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A content word: ``key`` is its sense, ``at`` the index of its token."""

    key: str
    stem: str
    text: str
    at: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence around one verb, or without any. ``lead`` is the index of its verb's token, -1 without;
    ``verb`` its lemma; ``subject`` the tokens before it that do what it tells. ``cancelled``: denied twice, and so
    affirmed ("denied that he had not"). ``purpose``: an infinitive that says what something is for, or came of it.
    """

    first: int
    last: int
    lead: int
    verb: str
    finite: bool
    passive: bool
    cancelled: bool
    purpose: bool
    subject: tuple[int, int]
    standing: Standing
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence; ``start`` is its offset in the text that holds it. A sentence equals itself alone, so that what is
    found in it can be kept by it."""

    text: str
    start: int
    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    names: tuple[Name, ...]
    parts: tuple[Part, ...]

    def lead_at(self, index: int) -> bool:
        """Whether the verb of some part stands at a token."""
        return any(part.lead == index for part in self.parts)

    def surface(self, first: int, last: int) -> str:
        """The words of tokens ``first`` to ``last`` (exclusive) as they stand."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A wording beside the quotes that it cites, and the sentences of both where they are read."""

    wording: str
    quotes: tuple[Quoted, ...]
    told: tuple[Sentence, ...] = ()
    cited: tuple[tuple[Sentence, ...], ...] = ()

    def cited_parts(self) -> Iterator[tuple[int, Sentence, Part]]:
        """Every part of every quote, with the index of the quote."""
        for index, sentences in enumerate(self.cited):
            for sentence in sentences:
                for part in sentence.parts:
                    yield index, sentence, part


def read_scene(wording: str, quotes: tuple[Quoted, ...]) -> Scene:
    """A wording and its quotes with every sentence read."""
    known = frozenset(
        word
        for quote in quotes
        for text in (quote.text, *quote.names, quote.speaker or "")
        for word in _CAPITAL.findall(text)
    )
    capitals = frozenset(word for word in known if not is_word(word.lower()))
    cited = tuple(read(quote.text, capitals) for quote in quotes)
    return Scene(wording, quotes, read(wording, capitals), cited)


_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")


@lru_cache(maxsize=KEPT_TEXTS)
def read(text: str, capitals: frozenset[str]) -> tuple[Sentence, ...]:
    """The sentences of a text; ``capitals`` are words known to be names where one begins a sentence."""
    cast = Cast(capitals=capitals)
    return tuple(_sentence(text[start:end], start, cast) for start, end in split(text, 0, len(text)))


def _sentence(text: str, start: int, cast: Cast) -> Sentence:
    parsed = parse(text, cast)
    return Sentence(text, start, *parsed, _parts(_line(text, parsed)))


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb and where its part begins at the earliest."""

    first: int
    last: int
    head: int
    lemma: str
    finite: bool
    passive: bool
    standing: Standing


class _Line(NamedTuple):
    """A sentence before its parts are told: its words and the place among them of the token at which each begins, the
    name to which a token belongs, and how a word of its own holds a noun back."""

    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    words: tuple[Word, ...]
    places: Mapping[int, int]
    names: Mapping[int, Name]
    shades: Mapping[int, Standing]


def _line(text: str, parsed: Parsed) -> _Line:
    tokens, tags, names = parsed
    starts = {token.start: index for index, token in enumerate(tokens)}
    words = tuple(word for word in read_words(text) if word.start in starts)
    places = {starts[word.start]: place for place, word in enumerate(words)}
    named = {index: name for name in names for index in range(name.first, name.last)}
    return _Line(tokens, tags, words, places, named, of_nouns(tokens, tags))


def _parts(line: _Line) -> tuple[Part, ...]:
    verbs = tuple(_verbs(line.tokens, line.tags))
    starts = [0, *(_border(line.tokens, line.tags, a, b) for a, b in pairwise(verbs))]
    ends = [*starts[1:], len(line.tokens)]
    found: list[Part] = []
    for first, last, verb in zip(starts, ends, verbs or (None,), strict=True):
        found.append(_part(line, first, last, verb, found))
    return tuple(found)


def _verbs(tokens: Sequence[Token], tags: Sequence[str]) -> Iterator[_Verb]:
    index = 0
    while index < len(tokens):
        letter = tags[index]
        if letter in (FINITE, AUXILIARY, MODAL):
            verb = _finite(tokens, tags, index)
            yield verb
            index = verb.last
        elif tokens[index].low in _PREPOSITIONS:
            index += 1
        else:
            bare = letter == BARE and index > 0 and tags[index - 1] == TO
            if bare or letter == GERUND or (letter == PARTICIPLE and not _describes(tokens, tags, index)):
                head = index
                while bare and head + 1 < len(tokens) and tokens[head].lemma in ("be", "have"):
                    if tags[head + 1] not in (BARE, PARTICIPLE):
                        break
                    head += 1
                first = index - 1 if bare else index
                yield _Verb(
                    first, head + 1, head, tokens[head].lemma, False, letter == PARTICIPLE or head > index, PLAIN
                )
                index = head
            index += 1


def _describes(tokens: Sequence[Token], tags: Sequence[str], index: int) -> bool:
    """Whether a participle only stands before its noun: "two sanctioned firms"."""
    after = index + 1 < len(tokens) and tags[index + 1] == NOUN
    return after and index > 0 and tags[index - 1] in (DETERMINER, NOUN, PREPOSITION)


# Forms in -ing that open no clause.
_PREPOSITIONS = frozenset("according including regarding concerning excluding pending during following".split())


def _finite(tokens: Sequence[Token], tags: Sequence[str], index: int) -> _Verb:
    """The verb group that begins here; what an adverb parts from its "be" belongs to it: "were still missing"."""
    verb = read_verb(tokens, tags, index, len(tokens))
    head, passive = verb.head, verb.passive
    following = next((i for i in range(verb.last, len(tokens)) if tags[i] not in (ADVERB, NOT)), len(tokens))
    parted = following < len(tokens) and tags[following] in (PARTICIPLE, GERUND)
    if parted and verb.lemma in ("be", "have") and tokens[following].low not in _PREPOSITIONS:
        head, passive = following, verb.lemma == "be" and tags[following] == PARTICIPLE
    denied = any(tags[i] == NOT for i in range(verb.last, head))
    standing = of_verb(verb).with_(Standing(denied=denied, touched=denied))
    return _Verb(verb.first, max(verb.last, head + 1), head, tokens[head].lemma, True, passive, standing)


def _border(tokens: Sequence[Token], tags: Sequence[str], before: _Verb, verb: _Verb) -> int:
    """Where the part of a verb begins, after the verb before it."""
    begin, end = before.last, verb.first
    if not verb.finite:
        joints = [index for index in range(begin, end) if tags[index] == AND]
        if joints and before.passive and tags[end] == PARTICIPLE:
            return joints[-1]  # "12 were killed and 31 injured"
        lead = end
        while lead - 1 >= begin and tags[lead - 1] == ADVERB:
            lead -= 1  # "potentially to help"
        if lead - 1 >= begin and tags[lead - 1] in (PREPOSITION, SUBORDINATOR):
            lead -= 1
        return lead
    for index in range(begin, end):
        if tags[index] in (RELATIVE, SUBORDINATOR) or _opens_that(tags, index):
            return index
    opens = [index for index in range(begin + 1, end) if tokens[index].low in _TWO_FACED and tags[index] == PREPOSITION]
    if opens:
        return opens[-1]  # "found no fault before the ship sailed"
    if before.lemma in TAKES_CLAUSE and not any(tokens[i].text in ",;" for i in range(begin, end)):
        return begin
    for index in range(begin, end):
        if tokens[index].text in ";:—–":
            return index
    joints = [index for index in range(begin, end) if tags[index] == AND]
    if joints:
        return joints[-1] if not any(tokens[i].text == "," for i in range(joints[-1], end)) else joints[0]
    commas = [index for index in range(begin, end) if tokens[index].text == ","]
    return commas[0] if commas else begin


def _opens_that(tags: Sequence[str], index: int) -> bool:
    """Whether a clause begins with "that" here; "that of the ship" is a noun."""
    return tags[index] == THAT and index + 1 < len(tags) and tags[index + 1] != PREPOSITION


_TWO_FACED = frozenset("as after before since until till once".split())  # these open a clause, or a noun phrase


def _part(line: _Line, first: int, last: int, verb: _Verb | None, earlier: Sequence[Part]) -> Part:
    tokens, tags = line.tokens, line.tags
    before = earlier[-1] if earlier else None
    lead = -1 if verb is None else verb.head
    standing = PLAIN if verb is None else verb.standing
    above = _governor(tokens, tags, first, verb, earlier)
    cancelled = purpose = False
    if above is not None and verb is not None:
        hung = hanging(tokens, tags, above.standing, above.lead, above.verb, first, verb.first)
        cancelled = hung.denied and standing.denied
        purpose = tags[verb.first] == TO and not intends(above.verb)
        standing = standing.with_(hung)
    standing = standing.with_(of_part(tokens, tags, first, last))
    subject = _subject(tokens, tags, first, verb, before)
    lessened = verb is not None and lessens(verb.lemma)
    denied, nouns = _negated(tokens, tags, first, last, verb, standing.denied)
    standing = Standing(denied, standing.touched or denied or bool(nouns), *standing[2:])
    items = tuple(_items(line, first, last, lead, standing, nouns, lessened))
    standing = standing.with_(Standing(touched=lessened))
    return Part(
        first,
        last,
        lead,
        "" if verb is None else verb.lemma,
        verb is not None and verb.finite,
        verb is not None and verb.passive,
        cancelled,
        purpose,
        subject,
        standing,
        items,
    )


def _governor(
    tokens: Sequence[Token], tags: Sequence[str], first: int, verb: _Verb | None, earlier: Sequence[Part]
) -> Part | None:
    """The part whose verb a part hangs on: "plans" of "plans to meet", "denied" of "denied that he knew"."""
    if not earlier or verb is None:
        return None
    before = earlier[-1]
    if verb.finite and _opens_that(tags, first):
        if tags[first - 1] == NOUN and (not _says(before) or verb.lemma in DENIAL | DENIAL_OF_CLAIM):
            return None  # "a letter that bears her name", "a charge that the bank denies"
        return next((part for part in reversed(earlier) if _says(part)), None)
    return before if not verb.finite or (before.verb in TAKES_CLAUSE and first == before.lead + 1) else None


def _says(part: Part) -> bool:
    return not part.passive and (speech_class(part.verb) is not None or part.verb in TAKES_CLAUSE)


def _negated(
    tokens: Sequence[Token], tags: Sequence[str], first: int, last: int, verb: _Verb | None, denied: bool
) -> tuple[bool, frozenset[int]]:
    """Whether a part's verb is denied, and which tokens stand under a negator of their own ("no fault")."""
    nouns: set[int] = set()
    for index in range(first, last):
        low = tokens[index].low
        if low not in NEGATORS or (index + 1 < last and tokens[index + 1].low in ("only", "least")):
            continue
        if low in ("without", "nor") and tags[index + 1 : index + 2] == (GERUND,):
            continue
        if verb is not None and index < verb.first and low != "without":
            denied = not denied  # "nobody was hurt", "no passenger was hurt"
        scope = index + 1
        while scope < last and (tags[scope] in (NOUN, DETERMINER, PARTICIPLE) or tokens[scope].low == "of"):
            if verb is not None and scope == verb.head:
                break
            nouns.add(scope)
            scope += 1
        if low == "without" and verb is not None and first == index and not verb.finite:
            denied = not denied
        if verb is not None and index < verb.head and low == "never":
            denied = True
    return denied, frozenset(nouns)


def _subject(
    tokens: Sequence[Token], tags: Sequence[str], first: int, verb: _Verb | None, before: Part | None
) -> tuple[int, int]:
    if verb is None:
        return first, first
    if not verb.finite:
        return before.subject if before is not None else (first, first)
    begin = first
    while begin < verb.first and (
        tags[begin] in (AND, THAT, SUBORDINATOR, RELATIVE, ADVERB) or tokens[begin].text in ',;:—–“”"'
    ):
        begin += 1
    end = verb.first
    while end > begin and tags[end - 1] in (ADVERB, NOT):
        end -= 1
    if any(tags[i] in (NOUN, PRONOUN) for i in range(begin, end)):
        return begin, end
    if before is None:
        return begin, begin
    if tags[first] == RELATIVE:  # whom the words before it name
        return max(before.first, first - _REACH), first
    return before.subject


_REACH = 5  # words before "who" in which its antecedent stands


def _items(
    line: _Line, first: int, last: int, lead: int, standing: Standing, nouns: frozenset[int], lessened: bool
) -> Iterator[Item]:
    for index in range(first, last):
        place = line.places.get(index)
        if place is None:
            continue
        word, text = line.words[place], line.tokens[index].text
        if not word.is_content or word.folded in ACCUSING or word.folded[0].isdigit():
            continue
        touched = standing.touched or standing.denied or (lessened and index != lead)
        denied = standing.denied if index == lead else index in nouns
        own = Standing(denied, touched, *standing[2:]).with_(line.shades.get(index, PLAIN))
        name = line.names.get(index)
        if name is not None:
            for piece in words_of(name.canonical) if index == max(first, name.first) else ():
                yield Item(f"@{piece}", piece, text, index, own)
            continue
        base = _undone(word.folded)
        if base is not None:
            only_describes = index != lead and index + 1 < last and line.tags[index + 1] == NOUN
            undone = own.with_(Standing(touched=True)) if only_describes else own.turned()
            yield Item(sense(stem(base)), stem(base), text, index, undone)
            continue
        phrase = phrase_at(line.words, place)
        key = phrase[0] if phrase is not None else sense(word.stem)
        yield Item(key, word.stem, text, index, own)


def _undone(word: str) -> str | None:
    """ "disclosed" of "undisclosed": what the word denies."""
    rest = word.removeprefix("un")
    if rest == word or len(rest) < 4 or not is_word(rest):
        return None
    if Tag.ADJECTIVE in tags_of(rest)[:1]:
        return rest
    verb = lookup(rest)
    done = verb is not None and verb.form in (Form.EITHER, Form.PARTICIPLE, Form.PAST, Form.SAME)
    return rest if done else None
