"""Who does it to whom: a wording that has both the other way round than every quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.language.clauses import PREPOSITION
from generator.language.kin import sense
from generator.language.stems import stem
from generator.language.tokens import words
from generator.lock.reading import Part, Scene, Sentence

# What one does to another the other does too.
_MUTUAL = frozenset("meet talk agree marry face discuss negotiate speak sign join play be have fight debate".split())


class _Deed(NamedTuple):
    """A verb's sense, the name of who does it and the name of whom it is done to."""

    verb: str
    doer: frozenset[str]
    done_to: frozenset[str]
    doer_shown: str
    shown: str


def turned_round(scene: Scene) -> Iterator[str]:
    """A finding for each deed that a quote tells of the same two, and the other way round."""
    cited = [deed for sentences in scene.cited for sentence in sentences for deed in _deeds(sentence)]
    for sentence in scene.told:
        for deed in _deeds(sentence):
            same = [other for other in cited if other.verb == deed.verb]
            if any(_one(deed.doer, other.doer) for other in same):
                continue
            turned = next(
                (other for other in same if _one(deed.doer, other.done_to) and _one(deed.done_to, other.doer)), None
            )
            if turned is not None:
                yield f"“{deed.doer_shown}” does here what “{turned.doer_shown}” does in the cited quote"


def _one(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


def _deeds(sentence: Sentence) -> Iterator[_Deed]:
    for part in sentence.parts:
        if part.lead < 0 or not part.finite or part.verb in _MUTUAL:
            continue
        subject = _last_name(sentence, *part.subject)
        other = _object(sentence, part)
        if subject is None or other is None:
            continue
        doer, target = (other, subject) if part.passive else (subject, other)
        yield _Deed(sense(stem(part.verb)), _parts(doer[1]), _parts(target[1]), doer[0], target[0])


def _parts(name: str) -> frozenset[str]:
    return frozenset(words(name))


def _last_name(sentence: Sentence, first: int, last: int) -> tuple[str, str] | None:
    """The one name of a subject; none where it has several."""
    found = [name for name in sentence.names if first <= name.first and name.last <= last and not name.modifier]
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
