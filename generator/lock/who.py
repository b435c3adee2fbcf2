"""Who does it to whom: a wording that has both the other way round than every quote."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from generator.language.clauses import NOUN, PREPOSITION, TO, head_noun
from generator.language.kin import sense
from generator.language.stems import stem
from generator.language.tokens import words
from generator.lock.reading import Part, Scene, Sentence

# What one does to another the other does too.
_MUTUAL = frozenset("meet talk agree marry face discuss negotiate speak sign join play be have fight debate".split())


class _Deed(NamedTuple):
    """A verb's sense, who does it, to whom, and the names of all that come after it."""

    verb: str
    doer: frozenset[str]
    done_to: frozenset[str] | None
    others: tuple[frozenset[str], ...]
    shown: str


def turned_round(scene: Scene) -> Iterator[str]:
    """A finding for each deed that the quotes tell of those to whom it is done here, and not of who does it here."""
    cited = [deed for sentences in scene.cited for sentence in sentences for deed in _deeds(sentence)]
    for sentence in scene.told:
        for deed in _deeds(sentence):
            same = [other for other in cited if other.verb == deed.verb]
            if any(_one(deed.doer, other.doer) for other in same):
                continue
            turned = next((other for other in same if _turned(deed, other)), None)
            if turned is not None:
                yield f"“{deed.shown}” does here what “{turned.shown}” does in the cited quote"


def swapped(scene: Scene) -> Iterator[str]:
    """A finding for two who do here what the quotes tell of the other: "the army freed them, the rebels withdrew"."""
    cited = {(act.verb, act.doer) for sentences in scene.cited for sentence in sentences for act in _acts(sentence)}
    told = [act for sentence in scene.told for act in _acts(sentence)]
    for one, other in combinations(told, 2):
        apart = one.verb != other.verb and one.doer != other.doer
        here = (one.verb, one.doer) in cited or (other.verb, other.doer) in cited
        if apart and not here and (one.verb, other.doer) in cited and (other.verb, one.doer) in cited:
            yield f"“{one.shown}” does here what “{other.shown}” does in the cited quote"


class _Act(NamedTuple):
    """The sense of a verb and that of the noun that does it, and the noun itself."""

    verb: str
    doer: str
    shown: str


def _acts(sentence: Sentence) -> Iterator[_Act]:
    for part in sentence.parts:
        head = head_noun(sentence.tokens, sentence.tags, part.subject)
        if part.finite and head is not None and part.first <= part.subject[0] < part.subject[1]:
            token = sentence.tokens[head]
            yield _Act(_sense(part.verb), _sense(token.low), token.text)


def _turned(deed: _Deed, other: _Deed) -> bool:
    if deed.done_to is not None and _one(deed.done_to, other.doer):
        return True
    swapped = any(_one(deed.doer, name) for name in other.others)
    return swapped and any(_one(name, other.doer) for name in deed.others)


def _one(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


def _deeds(sentence: Sentence) -> Iterator[_Deed]:
    yield from _by_nouns(sentence)
    for part in sentence.parts:
        own_subject = part.first <= part.subject[0] < part.subject[1]
        joined = part.lead > 0 and sentence.tags[part.first] == TO and sentence.lead_at(part.first - 1)
        if part.lead < 0 or not (joined or (part.finite and own_subject)) or part.verb in _MUTUAL:
            continue
        subject = _only_name(sentence, *part.subject)
        after = _names(sentence, part.lead + 1, part.last)
        object_ = _object(sentence, part)
        if part.passive:
            if object_ is not None:
                others = () if subject is None else (_parts(subject[1]),)
                yield _Deed(_sense(part.verb), _parts(object_[1]), others[0] if others else None, others, object_[0])
        elif subject is not None:
            done_to = None if object_ is None else _parts(object_[1])
            verbs = {part.verb, *_carried(sentence, part)}
            for verb in sorted(verbs):
                yield _Deed(_sense(verb), _parts(subject[1]), done_to, after, subject[0])


def _by_nouns(sentence: Sentence) -> Iterator[_Deed]:
    """ "Ruiz’s visit to Norland"."""
    for name in sentence.names:
        at = name.last
        if sentence.tokens[at - 1].possessive and at < len(sentence.tokens) and sentence.tags[at] == NOUN:
            noun = sentence.tokens[at].low
            yield _Deed(_sense(noun), _parts(name.canonical), None, _names(sentence, at + 1, at + _REACH), name.surface)


_REACH = 6  # words after a noun in which to whom it is done stands
_CARRIES = frozenset("pay make give hold take conduct launch carry".split())


def _carried(sentence: Sentence, part: Part) -> Iterator[str]:
    """The noun that tells the deed where the verb does not: "paid a visit"."""
    if part.verb in _CARRIES:
        for index in range(part.lead + 1, min(part.lead + 4, part.last)):
            if sentence.tags[index] == NOUN:
                yield sentence.tokens[index].low


def _sense(word: str) -> str:
    return sense(stem(word))


def _names(sentence: Sentence, first: int, last: int) -> tuple[frozenset[str], ...]:
    return tuple(
        _parts(name.canonical)
        for name in sentence.names
        if first <= name.first and name.last <= last and not name.modifier
    )


def _parts(name: str) -> frozenset[str]:
    return frozenset(words(name))


def _only_name(sentence: Sentence, first: int, last: int) -> tuple[str, str] | None:
    """The one name of a subject; none where it has several."""
    inside = [name for name in sentence.names if first <= name.first and name.last <= last and not name.modifier]
    found = [name for name in inside if not name.demonym] or inside
    if len(found) != 1 and not (found and all(name.canonical == found[0].canonical for name in found)):
        return None
    return found[0].surface, found[0].canonical


def _object(sentence: Sentence, part: Part) -> tuple[str, str] | None:
    """The name right after a verb, or after "by" where it is passive."""
    index = part.lead + 1
    if part.passive:
        while index < part.last and sentence.tokens[index].low != "by":
            index += 1
        index += 1
    for name in sentence.names:
        if name.first >= index and name.last <= part.last and not name.modifier:
            between = range(index, name.first)
            if any(sentence.tags[i] == PREPOSITION or sentence.tokens[i].text in ",;:“" for i in between):
                return None
            return name.surface, name.canonical
    return None
