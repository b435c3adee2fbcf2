"""Stories and corrections as feeds carry them."""

from __future__ import annotations

from dataclasses import replace

from generator.editions.corrections import Correction
from generator.pelican_plugin.press import Press
from generator.site import markup
from generator.site.feed_entry import feed_entry
from generator.site.views import CarriedStory, Listed, StoryView
from generator.writers import feeds


def entry_of(press: Press, story: Listed, view: StoryView | None = None) -> feeds.Entry:
    """What a feed carries of a story; without its text, unless that is carried or its ``view`` is at hand."""
    url = f"{press.site.address}/{story.href}"
    html = story.html if isinstance(story, CarriedStory) else ""
    if view is not None:
        entry = feed_entry(view, markup.absolute(view.body, url), press.site.address, press.say)
        html = press.template("feed_entry").render(entry=entry)
    signed = press.shown.signed.get(story.slug)
    # Subscribers know a story by the slug under which it was published first, whatever its folder is called by now.
    own = story.id if isinstance(story, CarriedStory) else ""
    return feeds.Entry(
        own or press.tag_uri(signed.slug if signed else story.slug),
        story.title,
        url,
        story.told,
        html,
        story.published,
        story.updated,
        tuple(tag.name for tag in story.tags),
        story.updated if story.withdrawn else None,
    )


def whole_entry(press: Press, story: Listed) -> feeds.Entry:
    """The same with its text."""
    if isinstance(story, CarriedStory):
        return entry_of(press, story)
    found = press.entry(story.slug)
    if found is None:
        found = entry_of(press, story, press.view(story.slug))
        press.put_entry(story.slug, found)
    return found


def brief_entry(press: Press, story: Listed) -> feeds.Entry:
    """What the feed of a tag carries of a story, which the feed of all carries at length."""
    html = press.template("feed_brief").render(story=story, url=f"{press.site.address}/{story.href}")
    return replace(entry_of(press, story), html=html)


def correction_of(press: Press, one: Correction) -> feeds.Entry:
    """What the feed of corrections carries of one."""
    slug, name = one.id
    html = press.template("correction_entry").render(one=one, site=press.site)
    url = f"{press.site.address}/{one.href}"
    return feeds.Entry(
        f"{press.tag_uri(slug)}/{name}", one.heading, url, one.note.line, html, one.note.when, one.changed, ()
    )
