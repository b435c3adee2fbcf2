"""What one run of Pelican makes its pages of: the stories at hand, and which pages need not be made again."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from pelican.generators import ArticlesGenerator

from generator.errors import StoriesError
from generator.fingerprint import UntoldError, fingerprint, plain_settings, program, words_hash
from generator.pelican_plugin.environment import STRICTLY, guest_environment
from generator.pelican_plugin.links import Links, leads_nowhere
from generator.site import addresses, lists, markup
from generator.site.reprint import REPRINT_SHARE
from generator.site.views import CarriedStory, Listed, State, StoryView, Tag
from generator.site.words import ENGLISH, Words
from generator.stories import Shown
from generator.writers import feeds

if TYPE_CHECKING:
    from generator.keeper import Keeper, Made

ALONE: Final = "DIGESTS_ALONE"  # a setting: the site holds digests and the editor's pages, and nothing else
WORDS: Final = "WORDS"  # keys of the settings: the words of the site,
PRESS: Final = "PRESS"  # what this run makes its pages of,
SHELF: Final = "SHELF"  # and what it keeps for the next one
PREVIEW_ADDRESS: Final = "http://localhost:8000"  # where ``make serve`` shows the site
# Nothing but our own style and pictures. No page has a script that connect-src would allow anything; without it
# Lighthouse, which asks for robots.txt from inside a page, says that there is none.
_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
# One page has a script, where the site is built with its search; the script reads an index by WebAssembly.
_SEARCH_POLICY: Final = f"{_POLICY}; script-src 'self' 'wasm-unsafe-eval'"
_HANDED_OVER: Final = frozenset({"STORIES", "CARRIED", "NOTICES", "KEEPER", "JOBS", "OUTPUT_PATH", WORDS, PRESS, SHELF})


@dataclass(frozen=True, slots=True)
class Site:
    """What every template knows of the site. ``address`` is absolute, without a final "/"."""

    name: str
    subtitle: str
    address: str
    published: bool
    contact: str = ""  # where readers write to: an address of mail or of a page
    language: str = ENGLISH.language
    direction: str = ENGLISH.direction
    policy: str = _POLICY  # content security policy, as a meta element may state it
    search_policy: str = ""  # the same for the page with the search box; "" where the site has none
    data: bool = True  # whether each story has its data and editions beside its page, as PUBLISH_DATA says
    alone: bool = True  # whether the site is one of digests: else what stands around an entry is another theme's

    @property
    def root(self) -> str:
        """The path of the address, "" where the site has a host of its own."""
        return urlsplit(self.address).path


@dataclass(frozen=True, slots=True)
class Linked:
    """A page of the editor's, as every other page knows it."""

    url: str
    title: str
    slug: str


class Press:
    """The stories of a run, and the writing of files that may be kept.

    The settings may hand over STORIES that are worked, CARRIED those whose pages stay as they are, KEEPER, which knows
    what need not be made, NOTICES, a list that takes what an editor should know, and say by JOBS how many processes
    may write entries.
    """

    def __init__(self, generator: ArticlesGenerator, stories: Shown) -> None:
        settings = generator.settings
        self.settings: dict[str, Any] = settings
        self.say: Words = settings[WORDS]
        self.shown = stories
        self.share: float = settings.get("REPRINT_SHARE", REPRINT_SHARE)
        self.keeper: Keeper | None = settings.get("KEEPER")
        self.known = {one.slug: one for one in stories.known}
        told = lists.told_apart(tuple(one.listed for one in stories.known if one.listed is not None), self.say)
        carried: tuple[CarriedStory, ...] = settings.get("CARRIED", ())
        self.listed: dict[str, Listed] = {story.slug: story for story in (*told, *carried)}
        self.site = _site(settings, self.say)
        self.context: dict[str, Any] = generator.context
        self.own: dict[str, Any] = {}
        self.fed: frozenset[str] = frozenset()  # slugs of the stories of which the feed of all tells at length
        self._generator = generator
        self.strict = generator.env.overlay(**STRICTLY) if self.site.alone else guest_environment(self.say)
        self._entries: dict[str, feeds.Entry] = {}
        self._key = ""
        self._led: dict[str, dict[str, str]] = {}  # where the links of each story's text lead that has any
        root = Path(generator.path, "stories")
        places = ((slug, stories.folders.get(slug, root / slug) / "story.md") for slug in self.listed)
        self.slugs = {os.path.abspath(path): slug for slug, path in places}

    def begin(self) -> None:
        """Take in what the other generators found; called before the first file is written."""
        pages = self.context["pages"]
        # What does not hang on other stories. Pages that are kept are made of this alone, so that none can be out of
        # date unseen: a template that asks for more ends in an error.
        self.own = {key: value for key, value in self.context.items() if key.isupper()} | {
            "pages": [Linked(page.url, page.title, page.slug) for page in pages],
            "site": self.site,
            "feed_files": feeds.FILES,
            "page_slugs": frozenset(page.slug for page in pages if self.site.alone),
        }
        self._lead_links()
        self._key = self._site_key()
        self.fed = frozenset(story.slug for story in self.stories[: self.settings["FEED_MAX_ITEMS"]])

    def _lead_links(self) -> None:
        """Find out where the links of editors' texts to files lead. Raises InputError for one of a page that leads
        nowhere, StoriesError for those of stories; what was signed is shown all the same, with the words alone."""
        links = Links(self.settings, self.context)
        if self.site.alone:
            for page in self.context["pages"]:
                self._check_page(page, links)
        failures: list[tuple[str, Exception]] = []
        for path, slug in self.slugs.items():
            known = self.known.get(slug)
            if known is None or known.listed is None or not known.links:
                continue
            source = os.path.relpath(path, self._generator.path)
            self._led[slug] = links.lead(known.links, Path(source).as_posix(), "../" * known.listed.href.count("/"))
            lost = [
                leads_nowhere(link, Path(path), self.settings) for link in known.links if link not in self._led[slug]
            ]
            if known.state in (State.SIGNED, State.HELD):
                self.settings.get("NOTICES", []).extend(f"{slug}: {error} [its words stay]" for error in lost)
            else:
                failures += [(slug, error) for error in lost[:1]]
        if failures:
            raise StoriesError(tuple(failures))

    def _check_page(self, page: Any, links: Links) -> None:
        found = markup.file_links(page._content)
        led = links.lead(found, page.get_relative_source_path(), "")
        for link in found:
            if link not in led:
                raise leads_nowhere(link, Path(page.source_path), self.settings)
        page._content = page._content.replace('="{attach}', '="{static}')

    @property
    def is_keeping(self) -> bool:
        """Whether what is written is noted for the next run: then no plugin of others has a part in it."""
        return bool(self._key)

    @property
    def tags(self) -> list[Any]:
        """Pelican's tags."""
        return list(self._generator.tags)

    @property
    def stories(self) -> tuple[Listed, ...]:
        """The stories that lists show, in the order of Pelican's articles."""
        return tuple(article.listed for article in self._generator.articles if hasattr(article, "listed"))

    @cached_property
    def people(self) -> tuple[tuple[lists.Person, tuple[Listed, ...]], ...]:
        """Who has a list of stories; asked for when Pelican has read its articles."""
        return lists.actors(self.stories)

    @cached_property
    def _with_list(self) -> frozenset[str]:
        return frozenset(person.slug for person, _ in self.people)

    def named(self, actors: tuple[Tag, ...]) -> tuple[Tag, ...]:
        """Whom a story names, with an address where there is a list of stories."""
        return tuple(one if one.slug in self._with_list else replace(one, href="") for one in actors)

    def view(self, slug: str) -> StoryView:
        """All that the page of a story shows."""
        found = self.shown.whole(slug).view(self.say, self.share)
        found = replace(found, actors=self.named(found.actors))
        return replace(found, body=markup.filled(found.body, self._led[slug])) if slug in self._led else found

    def ours(self, name: str) -> Any:
        """A template of ours, which escapes whatever it shows, in any theme."""
        return self.strict.get_template(f"digest/{name}.html")

    def entry_html(self, view: StoryView, root: str, former: tuple[str, ...] = ()) -> str:
        """A whole entry as HTML for any theme; ``root`` leads to the site's root, and what stands below the story's
        address is linked relative to that. ``former`` are places that earlier editions had."""
        template = self.ours("entry")
        return str(template.render({**self.own, "story": view, "former": former, "SITEURL": root}))

    def _site_key(self) -> str:
        """What every page hangs on: program, settings, templates and the editor's pages; "" where that cannot be
        told."""
        if self.keeper is None:
            return ""
        settings = {key: value for key, value in self.settings.items() if key not in _HANDED_OVER}
        folders = [Path(self._generator.theme, "templates"), *map(Path, settings["THEME_TEMPLATES_OVERRIDES"])]
        templates = [
            (path.relative_to(folder).as_posix(), path.read_bytes())
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        ]
        try:
            return fingerprint(
                program(), plain_settings(settings), words_hash(self.say), templates, self.own["pages"], self.site
            )
        except UntoldError:
            return ""

    def kept(self, parts: tuple[object, ...], write: Callable[[], tuple[str, ...] | None]) -> tuple[str, ...]:
        """Write what ``write`` does, unless the site that stands has it of the same ``parts``, an empty one of which
        cannot be told. Returns the notices that it gives, or gave then."""
        if self.keeper is None:
            return write() or ()
        notices = self.standing(parts)
        return self.make(self.keeper, parts, write).notices if notices is None else notices

    def standing(self, parts: tuple[object, ...]) -> tuple[str, ...] | None:
        """The notices on what the site that stands has of these ``parts``, which is kept; None where it has nothing."""
        kept = self.keeper.keep(self._part_key(parts)) if self.keeper else None
        return kept.notices if kept else None

    def make(self, keeper: Keeper, parts: tuple[object, ...], write: Callable[[], tuple[str, ...] | None]) -> Made:
        """Write what ``write`` does, and let the keeper note it under ``parts``."""
        self.read_templates()
        return keeper.make(self._part_key(parts), write)

    def made_apart(self, keeper: Keeper, parts: tuple[object, ...], made: Made) -> None:
        """Let the keeper note what another process wrote."""
        keeper.made_apart(self._part_key(parts), made)

    def _part_key(self, parts: tuple[object, ...]) -> str:
        return fingerprint(self._key, *parts) if self._key and all(parts) else ""

    def read_templates(self) -> None:
        """Read all templates of the theme before the first page is made, and none again, so that what is made is of
        those that its key tells. Where one was changed since that was told, nothing more is kept."""
        generator = self._generator
        if not generator.env.auto_reload:
            return
        generator.env.auto_reload = False
        for path in sorted(Path(generator.theme, "templates").glob("*.html")):
            generator.env.get_template(path.name)
        if self._site_key() != self._key:
            self._key = ""

    def print(self, story: Listed | None) -> str:
        """All that lists show of a story, in a hash."""
        if story is None:
            return "none"
        known = self.known.get(story.slug)
        return f"{known.print}{story.page_title}" if known else fingerprint(story)

    def story_key(self, slug: str) -> str:
        """All that a story is made of, and where its links lead, in a hash; "" where that cannot be told."""
        known = self.known.get(slug)
        if known is None:
            return fingerprint(self.listed[slug])
        return fingerprint(known.key, self._led[slug]) if known.key and slug in self._led else known.key

    def entry(self, slug: str) -> feeds.Entry | None:
        """What feeds tell of a story, where that is known."""
        found = self._entries.get(slug)
        key = self._entry_key(slug)
        if found is None and self.keeper is not None and key:
            found = self.keeper.get(key)
        return found if isinstance(found, feeds.Entry) else None

    def put_entry(self, slug: str, entry: feeds.Entry) -> None:
        """Keep what feeds tell of a story."""
        key = self._entry_key(slug)
        if key and self.keeper is not None:
            self.keeper.put(key, entry)
        else:
            self._entries[slug] = entry

    def _entry_key(self, slug: str) -> str:
        key = self.story_key(slug)
        return f"entry:{fingerprint(self._key, key)}" if self._key and key else ""

    def template(self, name: str) -> Any:
        """A template of the theme's."""
        return self._generator.get_template(name)

    def text(self, name: str, text: str) -> None:
        """Write a file of the site."""
        self.bytes(name, text.encode())

    def bytes(self, name: str, data: bytes) -> None:
        """Write a file of the site."""
        path = Path(self.settings["OUTPUT_PATH"], name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.wrote(name)

    def wrote(self, name: str) -> None:
        """A file of the site was written."""
        if self.keeper is not None:
            self.keeper.wrote(name)

    def tag_uri(self, name: str) -> str:
        """What identifies a story or a feed for ever: a tag URI (RFC 4151), which no change of title, date or address
        moves; in a blog that names no FEED_AUTHORITY a place at its address."""
        authority = self.settings.get("FEED_AUTHORITY")
        return (
            f"tag:{authority}:{addresses.spelled(name)}"
            if authority
            else f"{self.site.address}/#{addresses.spelled(name)}"
        )


def _site(settings: Mapping[str, Any], say: Words) -> Site:
    return Site(
        settings["SITENAME"],
        settings.get("SITESUBTITLE", ""),
        (settings["SITEURL"] or PREVIEW_ADDRESS).rstrip("/"),
        settings.get("PUBLISH", False),
        settings.get("CONTACT", ""),
        say.language,
        say.direction,
        search_policy=_SEARCH_POLICY if settings.get("SEARCH", False) else "",
        data=settings.get("PUBLISH_DATA", True),
        alone=settings.get(ALONE, False),
    )
