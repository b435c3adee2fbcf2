"""What a site of digests alone has besides Pelican's own lists and feeds."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from pelican.generators import Generator

from generator.editions.corrections import newest_first
from generator.editions.index import editions_index
from generator.model import Status
from generator.pelican_plugin.feeding import correction_of
from generator.pelican_plugin.press import PRESS, Press
from generator.site import addresses, lists
from generator.writers import feeds
from generator.writers.json import checker, schema_json


class Lists(Generator):
    """Writes the lists of people and places, the feeds of corrections, and what checks and hosts read."""

    def generate_context(self) -> None:
        """Tell templates of people and places, of corrections and of the newest stories."""
        self._press: Press = self.settings[PRESS]
        self.site = self._press.site
        stories = self._press.stories
        articles = {article.slug: article for article in self.context["articles"]}
        self.people = [(person, [articles[story.slug] for story in found]) for person, found in self._press.people]
        listed = {slug for slug, one in self._press.listed.items() if one.status is not Status.HIDDEN}
        signed = (one.corrections for slug, one in self._press.shown.signed.items() if slug in listed)
        self.corrections = newest_first(one for own in signed for one in own)
        self.context.update(
            site=self.site,
            feed_files=feeds.FILES,
            page_slugs=frozenset(page.slug for page in self.context["pages"]),
            corrections=self.corrections,
            people=self.people,
            news=lists.news(stories),
        )

    def generate_output(self, writer: Any) -> None:
        """Write pages, data and feeds below the output folder."""
        press = self._press
        if self.site.data:
            self._data()
        self._corrections()
        self._people(writer)
        if self.site.search_policy:
            for path in sorted(Path(self.theme, "search").iterdir()):
                press.bytes(f"search/{path.name}", path.read_bytes())
        press.text("feeds.opml", self._opml())
        press.text(".nojekyll", "")

    def _data(self) -> None:
        """What tells of the data of all stories, and checks them."""
        press, signed = self._press, self._press.shown.signed
        press.text("editions.json", editions_index({slug: one.editions for slug, one in signed.items()}))
        press.text("digest.schema.json", schema_json())
        press.text("verify_digest.py", checker())

    def _people(self, writer: Any) -> None:
        place = f"{addresses.PEOPLE}index.html"
        writer.write_file(place, self.get_template("people"), self.context, relative_urls=True)
        template = self.get_template("person")
        for person, articles in self.people:
            writer.write_file(
                f"{person.url}index.html",
                template,
                self.context,
                relative_urls=True,
                template_name="person",
                url=person.url,
                person=person,
                articles=articles,
            )

    def _corrections(self) -> None:
        """The feeds of corrections; their list is a page of the editor's."""
        press, site = self._press, self.site
        feed = feeds.Feed(
            press.tag_uri("corrections:"),
            self._corrections_title(),
            press.say.gettext("What %(site)s corrected, put on hold or withdrew", site=site.name),
            self._corrections_home(),
            {form: f"{site.address}/{addresses.CORRECTIONS}{name}" for form, name in feeds.FILES.items()},
            site.name,
            tuple(correction_of(press, one) for one in self.corrections),
            press.say.language,
        )
        for form, name in feeds.FILES.items():
            press.text(f"{addresses.CORRECTIONS}{name}", feeds.written(feeds.made(feed, form), form))

    def _corrections_home(self) -> str:
        """The page to which feeds of corrections belong: that of the site, where its editor has none for them."""
        own = addresses.CORRECTIONS.rstrip("/") in self.context["page_slugs"]
        return f"{self.site.address}/{addresses.CORRECTIONS if own else ''}"

    def _corrections_title(self) -> str:
        return self._press.say.gettext("%(site)s: corrections", site=self.site.name)

    def _opml(self) -> str:
        address, settings = self.site.address, self.settings
        outlines = [(self.site.name, f"{address}/{settings['FEED_ALL_RSS']}", f"{address}/")]
        corrected = f"{address}/{addresses.CORRECTIONS}{feeds.FILES['rss']}"
        outlines.append((self._corrections_title(), corrected, self._corrections_home()))
        for tag, articles in self.context["tags"]:
            if len(articles) >= settings["TAG_FEED_MIN_ITEMS"]:
                feed = quote(settings["TAG_FEED_RSS"].format(slug=tag.slug))
                outlines.append((f"{self.site.name}: {tag.name}", f"{address}/{feed}", f"{address}/{quote(tag.url)}"))
        changed = max((story.updated for story in self._press.stories), default=None)
        return feeds.opml(self.site.name, changed, tuple(outlines))
