"""Many stories: the front page, the archive by month, the tags, and what comes before and after a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from generator.site import addresses
from generator.site.views import FrontPage, Group, Listed, Overview, Tag, Teaser
from generator.site.words import ENGLISH, Words

# Of 99 invented stories, the front page with thirty teasers has 4.7 KB compressed, a third of the 14 KB that the first
# ten TCP segments carry: room for titles and summaries three times as long.
FRONT_STORIES = 30

NEWS = timedelta(days=2)  # https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap


def overviews(say: Words) -> tuple[Overview, Overview, Overview]:
    """The pages that list months, tags, and the people and places that stories name."""
    named = say.gettext("Whom and what the stories name, with the stories.")
    return (
        Overview(say.gettext("Archive"), say.gettext("Every story by month."), "archive/"),
        Overview(say.gettext("Tags"), say.gettext("Every tag with its stories."), "tags/", feeds=True),
        Overview(say.gettext("People and places"), named, "people-and-places/"),
    )


def newest_first(stories: Iterable[Listed]) -> tuple[Listed, ...]:
    """Stories by their first publication, the newest first; those of one time by slug."""
    return tuple(sorted(stories, key=lambda story: (-story.published.timestamp(), story.slug)))


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


def front_page(stories: tuple[Listed, ...], say: Words = ENGLISH) -> FrontPage:
    """The front page of stories in their order: the first that is not withdrawn at length, some by day, the rest by
    month in the archive."""
    lead = next(iter(standing(stories)), None)
    others = [story for story in stories if story is not lead]
    shown = [story.teaser for story in others[:FRONT_STORIES]]
    return FrontPage(lead.teaser if lead else None, _days(shown, say), months(stories, say), len(others) - len(shown))


def _days(teasers: Iterable[Teaser], say: Words) -> tuple[Group, ...]:
    days = groupby(teasers, key=lambda teaser: teaser.day)
    return tuple(Group(say.day(day), day.isoformat(), "", tuple(group)) for day, group in days)


def months(stories: tuple[Listed, ...], say: Words = ENGLISH) -> tuple[Group, ...]:
    """The archive, the newest month first."""
    groups = []
    for (year, number), run in groupby(stories, key=lambda story: (story.day.year, story.day.month)):
        teasers = tuple(story.teaser for story in run)
        href = addresses.month(year, number)
        groups.append(Group(say.month(teasers[0].day), f"{year:04d}-{number:02d}", href, teasers))
    return tuple(groups)


def tags(stories: tuple[Listed, ...]) -> tuple[Group, ...]:
    """The tags by name, each with its stories. Spellings that share an address are one tag under its first name."""
    return _by_tag((tag, story) for story in stories for tag in (*story.tags, *story.former_tags))


def actors(stories: tuple[Listed, ...]) -> tuple[Group, ...]:
    """People, states and bodies by name, each with the stories that are about it."""
    return _by_tag((actor, story) for story in stories for actor in (*story.actors, *story.former_actors))


def _by_tag(tagged: Iterable[tuple[Tag, Listed]]) -> tuple[Group, ...]:
    tags: dict[str, Tag] = {}
    teasers: dict[str, list[Teaser]] = {}
    for tag, story in tagged:
        tags.setdefault(tag.slug, tag)
        teasers.setdefault(tag.slug, []).append(story.teaser)
    order = sorted(tags.values(), key=lambda tag: (tag.name.casefold(), tag.slug))
    return tuple(Group(tag.name, tag.slug, tag.href, tuple(teasers[tag.slug])) for tag in order)


def neighbours(stories: tuple[Listed, ...]) -> tuple[tuple[Listed | None, Listed | None], ...]:
    """For each story the one after it and the one before it in time; None at the ends."""
    with_ends = (None, *stories, None)
    return tuple(zip(with_ends, with_ends[2:], strict=False))
