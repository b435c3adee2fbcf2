"""Many stories, where Pelican has nothing for them: which titles need a day, what the front page shows, what is
news, whom stories name, and what comes before and after one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, islice
from typing import Any

from generator.site import addresses
from generator.site.views import CarriedStory, Listed, Teaser
from generator.site.words import ENGLISH, Words

LISTED = 2  # stories
NEWS = timedelta(days=2)  # https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap


@dataclass(frozen=True, slots=True)
class Person:
    """A person, a state or a body that stories name; ``url`` is the folder of its list, as it is called."""

    name: str
    slug: str
    url: str


@dataclass(frozen=True, slots=True)
class Front:
    """What a page of the newest stories shows: one at length, on the first page, and the others by day."""

    lead: Teaser | None
    days: tuple[tuple[date, tuple[Teaser, ...]], ...]


def front(teasers: Iterable[Teaser], number: int) -> Front:
    """The page ``number``, from 1, of stories in their order; the newest day first, within a day in that order."""
    shown = tuple(teasers)
    lead = next((one for one in shown if number == 1 and not one.withdrawn), None)
    rest = sorted((one for one in shown if one is not lead), key=lambda one: one.day, reverse=True)
    return Front(lead, tuple((day, tuple(own)) for day, own in groupby(rest, key=lambda one: one.day)))


def told_apart(stories: tuple[Listed, ...], say: Words = ENGLISH) -> tuple[Listed, ...]:
    """The stories, those of one title each with its day in its page's title, or its slug where the day is the same."""
    titles = Counter(story.title for story in stories)
    days = Counter((story.title, story.day) for story in stories)

    def apart(story: Listed) -> Listed:
        alone = days[story.title, story.day] == 1
        return replace(story, page_title=f"{story.title} ({say.day(story.day) if alone else story.slug})")

    return tuple(apart(story) if titles[story.title] > 1 else story for story in stories)


def news(stories: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """Of stories in their order those of the last days before the newest, which a sitemap of news may hold."""
    shown = standing(stories)
    return tuple(story for story in shown if shown[0].day - story.day <= NEWS)


def standing(stories: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """The stories that are not withdrawn."""
    return tuple(story for story in stories if not story.withdrawn)


def several(articles: Iterable[Any]) -> bool:
    """Whether a list tells two stories or more that are not withdrawn. Every page of a list asks, so that it looks no
    further than it must."""
    there = (article for article in articles if not article.listed.withdrawn)
    return len(tuple(islice(there, LISTED))) == LISTED


def actors(stories: Iterable[Listed]) -> tuple[tuple[Person, tuple[Listed, ...]], ...]:
    """People, states and bodies by name, each with the stories that are about it, or were in an earlier edition, where
    that are LISTED or more: of one the list would say no more than its page. A page that was carried links to all of
    its own. Spellings that share an address are one under the first of them."""
    people: dict[str, Person] = {}
    found: dict[str, list[Listed]] = {}
    for story in stories:
        for actor in (*story.actors, *story.former_actors):
            people.setdefault(actor.slug, Person(actor.name, actor.slug, addresses.in_files(actor.href)))
            found.setdefault(actor.slug, []).append(story)
    order = sorted(people.values(), key=lambda person: (person.name.casefold(), person.slug))
    listed = ((person, tuple(found[person.slug])) for person in order)
    return tuple((one, own) for one, own in listed if len(own) >= LISTED or isinstance(own[0], CarriedStory))


def neighbours(stories: tuple[Listed, ...]) -> tuple[tuple[Listed | None, Listed | None], ...]:
    """For each story the one after it and the one before it in time; None at the ends."""
    with_ends = (None, *stories, None)
    return tuple(zip(with_ends, with_ends[2:], strict=False))
