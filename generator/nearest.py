"""To which stories an article may belong: by the words that both have and few others use, and by the day. Pure.

What it says is a suggestion: of four articles three or so have their story first, and an editor files.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.language.stems import read_words
from generator.similarity.background import rarity
from generator.similarity.profile import sense_of

# Articles in general that are counted beside those of the stories, so that of a few stories it is known as well which
# words are rare. Right first of 2,594 articles with 0 / 500: .831 / .832; of few stories there is no measure.
_GENERAL = 500
_RAREST = 0.004  # share of articles in general that have a stem of rarity 1: ten of 2,500 (similarity/background.py)
# Days after which half of what an article of a story loses with time is lost, and what is left of it after any time: a
# story may come up again years later. Right first, and among three: without days .832 .929, with 8 and nothing left
# .907 .973, 8 and .2 .904 .971, 16 and .2 .896 .971, 8 and .3 .898 .971. The mean over a story's articles, not the
# nearest one alone, without days: .832 against .773.
_HALF, _LEFT = 8, 0.2
# A story that is less like the article is not suggested. Of stories that are rightly first one in a hundred is less
# like a headline with 40 words than .046, one in two hundred less like a whole article than .082; half of the best
# wrong ones are more like it than .079 and .115, so that no bound tells what belongs to no story.
LEAST = 0.05
SHOWN = 4  # words that are told


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is weighed: its words, the headline among them, and its day where that is known."""

    words: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """A story that an article may belong to; ``score`` is 0 to 1, ``words`` those of the article that say so."""

    story: str
    score: float
    words: tuple[str, ...]


class Stories:
    """Stories with their articles, each weighed when it comes."""

    def __init__(self, stories: Mapping[str, Sequence[Text]]) -> None:
        bags = [(story, text.day, _bag(text.words)) for story, texts in stories.items() for text in texts]
        self._articles: list[tuple[str, int, date | None]] = []  # story, place in it, day
        self._vectors: list[dict[str, float]] = []
        self._lengths: Counter[str] = Counter()  # articles of each story
        self._counts = Counter(item for _, _, bag in bags for item in bag)
        self._holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._all = len(bags)
        for story, day, bag in bags:
            self._add(story, day, bag)

    def add(self, story: str, text: Text) -> None:
        """One more article of a story, which may be a new one."""
        bag = _bag(text.words)
        self._counts.update(bag.keys())
        self._all += 1
        self._add(story, text.day, bag)

    def _add(self, story: str, day: date | None, bag: Counter[str]) -> None:
        place = len(self._articles)
        self._articles.append((story, self._lengths[story], day))
        self._lengths[story] += 1
        self._vectors.append(vector := self._weighed(bag))
        for item, weight in vector.items():
            self._holding[item].append((place, weight))

    def nearest(self, text: Text, most: int = 3, without: tuple[str, int] | None = None) -> tuple[Near, ...]:
        """The stories that are most like an article, at most ``most``, the likeliest first. ``without`` leaves one
        article out, by its story and its place in it."""
        words = [word for word in read_words(text.words) if word.is_content]
        weighed = self._weighed(Counter(map(sense_of, words)))
        alike = [0.0] * len(self._articles)
        for item, weight in weighed.items():
            for place, other in self._holding.get(item, ()):
                alike[place] += weight * other
        scores: dict[str, list[float]] = defaultdict(list)
        for place, (story, number, day) in enumerate(self._articles):
            if (story, number) != without:
                scores[story].append(alike[place] * _by_day(text.day, day))
        means = {story: math.fsum(found) / len(found) for story, found in scores.items()}
        best = sorted(means, key=lambda story: (-means[story], story))[:most]
        spelled = {sense_of(word): text.words[word.start : word.end] for word in reversed(words)}
        return tuple(
            Near(story, means[story], tuple(spelled[item] for item in self._shared(story, weighed)))
            for story in best
            if means[story] >= LEAST
        )

    def _shared(self, story: str, weighed: Mapping[str, float]) -> list[str]:
        """The items of an article that make most of its likeness to a story."""
        shared: dict[str, float] = defaultdict(float)
        for place, (other, _, _) in enumerate(self._articles):
            if other == story:
                vector = self._vectors[place]
                for item in weighed.keys() & vector.keys():
                    shared[item] += weighed[item] * vector[item]
        return sorted(shared, key=lambda item: (-shared[item], item))[:SHOWN]

    def _weighed(self, bag: Counter[str]) -> dict[str, float]:
        vector = {item: (1 + math.log(count)) * self._rarity(item) for item, count in bag.items()}
        length = math.sqrt(math.fsum(weight * weight for weight in vector.values())) or 1.0
        return {item: weight / length for item, weight in vector.items()}

    def _rarity(self, item: str) -> float:
        articles = self._all + _GENERAL
        return math.log(1 + articles / (self._counts[item] + _GENERAL * _RAREST ** rarity(item)))


def _by_day(one: date | None, other: date | None) -> float:
    """1 for one day, less the further apart they are; for an unknown day as much as for the half."""
    apart = abs((one - other).days) if one is not None and other is not None else _HALF
    return _LEFT + (1 - _LEFT) / (1 + apart / _HALF)


def _bag(text: str) -> Counter[str]:
    return Counter(sense_of(word) for word in read_words(text) if word.is_content)
