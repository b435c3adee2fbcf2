"""What the wording affirms and every quote denies, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.language.polarity import exclusions, opposites
from generator.language.reporting import speech_class
from generator.lock.matching import ALIKE, Place, aligned, covered, same
from generator.lock.reading import Item, Part, Scene

# Besides the words that exclude each other in any two reports, those that do so in a wording and its own quotes.
_FURTHER = """
propose offer|reject refuse oppose
welcome praise|fear worry concern
expand|shrink cut reduce
increase raise|cut reduce lower
early|late
high|low
public|secret private
possible|impossible
true|false
present|absent
agree|disagree
gain|lose
open|close shut
arrive enter|leave depart
join|leave
hire appoint|fire dismiss sack
north northern|south southern
east eastern|west western
morning|evening afternoon night
majority|minority
man|woman
boy|girl
mother|father
son|daughter
husband|wife
brother|sister
innocent|guilty
known|unknown
"""


@cache
def _further() -> dict[str, frozenset[str]]:
    return exclusions(_FURTHER)


def negations(scene: Scene) -> Iterator[str]:
    """A finding for each word that stands affirmed here and denied there, and for each told as its opposite."""
    for sentence in scene.told:
        for part in sentence.parts:
            places = aligned(scene, part)
            told = [finding for item in part.items if (finding := _turned(scene, part, item, places))]
            yield from told[:1] or _as_a_whole(sentence.surface(part.first, part.last), part, places)


def _turned(scene: Scene, part: Part, item: Item, places: list[Place]) -> str | None:
    if item.key.startswith("@"):
        return None
    near = [other for _, _, place in places for other in place.items]
    found = [other for other in near if same(item, other)]
    found = found or [other for _, _, place in scene.cited_parts() for other in place.items if same(item, other)]
    standing = item.standing
    against = opposites(item.stem) | _further().get(item.stem, frozenset())
    opposed = [other for other in near if other.stem in against]
    if standing.denied:
        held = any(other.standing.denied or other.standing.touched for other in found)
        held = held or any(not other.standing.denied for other in opposed)
        near_by = (other for _, sentence, _ in places for other in sentence.parts)
        held = held or (not found and any(other.standing.touched for other in near_by))
        return None if held else f"“{item.text}” is denied here and in no cited quote"
    if found:
        affirmed = not standing.touched or (part.cancelled and item.at == part.lead)
        denied = affirmed and all(other.standing.denied for other in found)
        return f"“{item.text}” is told as so, and every cited quote that has it denies it" if denied else None
    other = next((other for other in opposed if not other.standing.denied), None)
    if other is not None and not standing.touched:
        return f"“{other.text}” of the cited quote is told as “{item.text}”"
    return None


def _as_a_whole(words: str, part: Part, places: list[Place]) -> Iterator[str]:
    """What no single word shows: "there was a fault" for "did not find a fault", "is not under way" for "is"."""
    if part.lead < 0 or not places:
        return
    lead = next((item for item in part.items if item.at == part.lead), None)
    if part.standing.denied and lead is None and not any(place.standing.touched for _, _, place in places):
        yield f"“{words.strip(' ,.')}” is denied here and in no cited quote"
    if part.standing.touched or part.standing.denied or speech_class(part.verb):
        return
    if lead is not None and any(same(lead, other) for _, _, place in places for other in place.items):
        return
    telling = [place for _, _, place in places if covered(part, place) >= ALIKE]
    if telling and all(place.standing.denied for place in telling):
        yield f"“{words.strip(' ,.')}” is told as so, and every cited quote denies it"
