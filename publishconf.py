"""The only Pelican configuration. What an adopter changes stands first; the build sets SITEURL and the output."""

from typing import Any

SITENAME = "The Collation"
SITESUBTITLE = "One story, several sources, every claim with its quote"
# The language of the site's own words, days and numbers; theme/translations has a catalogue for each, "en" and "de".
DEFAULT_LANG = "en"
# Identifies the entries in feeds for ever (RFC 4151: a domain of yours and a year in which it was yours). Set it once,
# before the first publication; a later change shows every entry to subscribers as new.
FEED_AUTHORITY = "news-digest.example,2026"
# Whom readers write to: printed at the foot of every page.
CONTACT = "editor@news-digest.example"
# What part of an article a story's page may print again; the rest is given by its place and first words.
REPRINT_SHARE = 0.25
# Whether stories that no editor has signed are published too, each with a line that says so.
PUBLISH_UNSIGNED = False
# Whether the site has its data: digest.json, each edition, their list and the program that checks them. Without, a
# signed story takes 70 KB and not 136 (60 real ones), and nobody can check it. Set it once: published addresses stay.
PUBLISH_DATA = True

PATH = "content"
THEME = "theme"
OUTPUT_PATH = ".build/pelican"  # of Pelican's own commands, which replace no site that was built whole
SITEURL = "http://localhost:8000"
PLUGINS = ["generator.pelican_plugin"]
DIGESTS_ALONE = True  # nothing else is published: no other articles, and what stands beside the pages is refused
UNSIGNED_STATUS = "published"  # in a preview; what is published is signed, unless PUBLISH_UNSIGNED says otherwise
STORY_CACHE = ".build/cache"
IGNORE_FILES = [".*", "captures", "story.md"]

TIMEZONE = "UTC"
LOCALE = ["C.UTF-8", "en_US.UTF-8", "C"]  # plain C would make ASCII the encoding of files
RELATIVE_URLS = True

ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
SLUGIFY_SOURCE = "basename"
THEME_STATIC_DIR = "theme"

# Lists. So many stories stand on one page: of 99 invented ones with long titles, thirty have 4.7 KB compressed, a third
# of the 14 KB that the first ten TCP segments carry.
DEFAULT_PAGINATION = 30
PAGINATED_TEMPLATES = {"index": None, "tag": None, "category": None, "period_archives": None, "person": None}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
DIRECT_TEMPLATES = ["index", "archives", "tags", "search", "404", "sitemap", "news_sitemap", "robots", "headers"]
INDEX_URL = ""
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archive/", "archive/index.html"
MONTH_ARCHIVE_URL, MONTH_ARCHIVE_SAVE_AS = "archive/{date:%Y-%m}/", "archive/{date:%Y-%m}/index.html"
TAGS_URL, TAGS_SAVE_AS = "tags/", "tags/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""  # "category/{slug}/index.html", and CATEGORY_URL, give categories lists
SEARCH_URL, SEARCH_SAVE_AS = "search/", "search/index.html"
SITEMAP_SAVE_AS, NEWS_SITEMAP_SAVE_AS = "sitemap.xml", "news-sitemap.xml"
ROBOTS_SAVE_AS, HEADERS_SAVE_AS = "robots.txt", "_headers"

# Feeds. Readers fetch one whole each time, and expect twenty to thirty entries.
FEED_MAX_ITEMS = 20
FEED_ALL_RSS, FEED_ALL_ATOM, FEED_ALL_JSON = "rss.xml", "atom.xml", "feed.json"
TAG_FEED_RSS, TAG_FEED_ATOM, TAG_FEED_JSON = "tags/{slug}/rss.xml", "tags/{slug}/atom.xml", "tags/{slug}/feed.json"
TAG_FEED_MIN_ITEMS = 2  # a feed of one story says what the feed of all says
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = False


def _jinja() -> dict[str, Any]:
    from jinja2 import StrictUndefined

    return {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}


JINJA_ENVIRONMENT = _jinja()
