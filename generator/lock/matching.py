"""Which words of the quotes stand for a word of the wording, and which parts of the quotes say what a part says."""

from __future__ import annotations

from generator.language.stems import akin
from generator.lock.reading import Item, Part, Scene, Sentence

# A part of a quote says what a part of the wording says from this share of what the best of them has in common with it.
# Of .6, .7 and .8 the lists of tests/fixtures/lock are alike; .6 refuses one more of the 409 entailed sentences of
# contradiction_rte3, .8 passes one altered wording more.
NEAR = 0.7
# Parts tell of one thing, though with another verb, from this share of words. Of the 409 entailed sentences of
# contradiction_rte3 .5 and .45 refuse four more; of the altered wordings of the spec stories all refuse as many.
ALIKE = 0.6
HALF = 0.5  # the same where both have the same verb, which says nothing of its own: "is", "has"
_OF_VERB = 1.5  # words that the verb of a part is worth,
_OF_NAME = 0.5  # and a word of a name, which stands in many parts
_BESIDE = 0.3  # of what other parts of the same sentence have in common with it


def same(a: Item, b: Item) -> bool:
    """Whether two words may stand for one another: of one sense or stem, or one made of the other."""
    if a.key == b.key or a.stem == b.stem:
        return True
    return a.key[0] != "@" != b.key[0] and (akin(a.stem, b.stem) or _compound(a.stem, b.stem))


_TURNS = ("anti", "counter", "dis", "mis", "non", "over", "under", "out")  # these make another word of it
_LEAST = 5  # letters of a word that another one may end in: "wreck", "shipwreck"
_MORE = 3  # letters that come before it


def _compound(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) < _LEAST or len(longer) - len(shorter) < _MORE or longer.startswith(_TURNS):
        return False
    return longer.endswith(shorter)


Place = tuple[int, Sentence, Part]  # the quote's index, its sentence, the part


def aligned(scene: Scene, part: Part) -> list[Place]:
    """The parts of the quotes that say most of what a part of the wording says; none where they share no word."""
    scored = [(_score(part, place), place) for place in scene.cited_parts()]
    best = max((score for score, _ in scored), default=0.0)
    return [place for score, place in scored if score and score >= NEAR * best]


def covered(part: Part, other: Part) -> float:
    """The share of the words of a part, names left aside, that another part has; 0 where both share too little to tell
    of one thing."""
    items = [item for item in part.items if item.key[0] != "@"]
    found = sum(any(same(item, candidate) for candidate in other.items) for item in items)
    named = sum(any(item.key == candidate.key for candidate in other.items) for item in part.items) - found
    return found / len(items) if found and found + _OF_NAME * named > 1 else 0.0


def names_one(part: Part, other: Part) -> float:
    """The share of all the words of a part, names among them, that another has."""
    weigh = [(_OF_NAME if item.key[0] == "@" else 1.0, item) for item in part.items]
    shared = sum(weight for weight, item in weigh if any(same(item, candidate) for candidate in other.items))
    return shared / sum(weight for weight, _ in weigh) if weigh else 0.0


def _score(part: Part, place: Place) -> float:
    _, sentence, own = place
    shared = _shared(part, own)
    if not shared:
        return 0.0
    return shared + _BESIDE * sum(_shared(part, other) for other in sentence.parts if other is not own)


def _shared(part: Part, other: Part) -> float:
    return sum(
        _OF_VERB if item.at == part.lead else _OF_NAME if item.key[0] == "@" else 1.0
        for item in part.items
        if any(same(item, candidate) for candidate in other.items)
    )
