"""What the wording tells as sure or done and every quote holds back, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.clauses import PARTICIPLE
from generator.language.reporting import speech_class
from generator.lock.matching import ALIKE, HALF, Place, aligned, covered, names_one, same
from generator.lock.reading import Part, Scene
from generator.lock.speech import find_sayings
from generator.lock.standing import CONDITIONS, Standing


def hedges(scene: Scene) -> Iterator[str]:
    """A finding for each part that drops the hedge of its quotes, or holds back what they tell as sure."""
    for sentence in scene.told:
        for part in sentence.parts:
            if not part.items or sentence.tokens[part.first].low in CONDITIONS:
                continue
            if (
                part.lead >= 0
                and sentence.tags[part.lead] == PARTICIPLE
                and any(other.finite for other in sentence.parts)
            ):
                continue  # "Crestal, based in Riga, denies": only describes
            says = speech_class(part.verb) is not None and not part.passive
            places = aligned(scene, part)
            by_verb = _with_verb(part, places)
            if not by_verb and (says or not part.finite):
                continue
            standings = [_of(part, place) for place in by_verb or _alike(part, places)]
            own = part.standing
            if not by_verb or part.purpose:  # of another deed it says nothing whether it is still to come
                standings = [standing._replace(planned=own.planned) for standing in standings]
            if any(saying.covers(part) for saying in find_sayings(sentence)):
                standings = [standing._replace(hearsay=own.hearsay) for standing in standings]
            if standings and not any(_agree(own, other) for other in standings):
                words = sentence.surface(part.first, part.last).strip(" ,.;")
                yield _told(words, own, standings[0])


def _with_verb(part: Part, places: list[Place]) -> list[Place]:
    """Of the parts that say the same, those with its verb; of a verb of saying those with another of its class too."""
    lead = next((item for item in part.items if item.at == part.lead), None)
    exact = [place for place in places if lead and any(lead.stem == item.stem for item in place[2].items)]
    if exact:
        return exact  # "is expected to meet", where "talks" are held with somebody else
    spoken = speech_class(part.verb) if part.finite else None
    return [
        place
        for place in places
        if (lead and any(same(lead, item) for item in place[2].items))
        or (spoken is not None and speech_class(place[2].verb) == spoken)
        or (lead is None and part.verb == place[2].verb and names_one(part, place[2]) >= HALF)
    ]


def _alike(part: Part, places: list[Place]) -> list[Place]:
    return [place for place in places if covered(part, place[2]) >= ALIKE]


def _of(part: Part, place: Place) -> Standing:
    """How a part of a quote holds what a part of the wording tells: by the word of its verb, else as a whole."""
    other = place[2]
    lead = next((item for item in part.items if item.at == part.lead), None)
    found = next((item.standing for item in other.items if lead and same(lead, item)), None)
    if found is not None:
        return found
    both = [item for item in other.items if any(same(item, mine) for mine in part.items)]
    shared = [item.standing for item in both if item.key[0] != "@"] or [item.standing for item in both]
    return min(shared, key=lambda standing: standing[2:], default=other.standing)


def _agree(told: Standing, quoted: Standing) -> bool:
    """Whether the wording is as sure as the quote."""
    if quoted.uncertain != told.uncertain:
        return False
    if quoted.hearsay and not (told.hearsay or told.uncertain):
        return False
    if told.hearsay and not quoted.hearsay:
        return False
    return quoted.planned == told.planned or quoted.uncertain


def _told(words: str, told: Standing, quoted: Standing) -> str:
    if quoted.uncertain and not told.uncertain:
        return f"“{words}” is told as sure, and the cited quote holds it as possible only"
    if quoted.hearsay and not told.hearsay:
        return f"“{words}” is told as fact, and the cited quote has it from hearsay or as an accusation"
    if quoted.planned and not told.planned:
        return f"“{words}” is told as done, and the cited quote as still to come"
    if told.planned and not quoted.planned:
        return f"“{words}” is told as still to come, and the cited quote has it done"
    return f"“{words}” is held back, and the cited quote tells it as sure"
