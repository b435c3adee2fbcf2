"""What readers are given: whether the summary tells the news, what the open part tells, and how long an entry is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html import unescape
from itertools import chain
from pathlib import Path
from re import DOTALL, sub
from tempfile import TemporaryDirectory
from typing import Any

from generator.build import Plan, write_site
from generator.load import load_story, story_folders
from generator.model import FOLDED, Capture, Citation, Claim, Digest, Source, Story
from generator.pipeline import build
from generator.site.reprint import reprint
from generator.site.story import story_view
from generator.writers.feeds import FILES
from tools.evaluation.outcome import Case, Outcome, with_progress
from tools.evaluation.shared import Row, Shared, read_json, read_rows

NEWS_SENTENCES = 2  # of a human summary: those that hold the news
READ = 12  # stories that are read by eye
SEED = 9  # by which they were chosen
_TOGETHER = 3  # articles of such a story


def told(shared: Shared, digests: Sequence[Digest], gold: Sequence[Row]) -> dict[str, float]:
    """Of human summaries, what entries tell: shares of topics whose summary tells one of the first two sentences, of
    sentences that the open part tells, and, negative, of open claims that tell only what another has told."""
    summaries = sentences = found = claims = again = 0
    for digest, topic in zip(digests, gold, strict=True):
        highlights = topic["highlights"]
        summary = set[str]().union(
            *(_tells(shared, digest.claim(one).supports, topic) for one in digest.summary_claims)
        )
        summaries += not summary.isdisjoint(_news(topic))
        tells: set[str] = set()
        for claim in opened(digest):
            own = _tells(shared, (*claim.supports, *claim.differing), topic)
            again += bool(own) and own <= tells
            tells |= own
            claims += 1
        for disagreement in digest.disagreements:
            tells |= _tells(shared, tuple(position.citations[0] for position in disagreement.positions), topic)
        sentences += len({highlight["summary_sentence"] for highlight in highlights})
        found += len(tells)
    return {
        "summary_tells": summaries / len(digests),
        "open_tells": found / sentences,
        "open_restates": -again / claims,
    }


def opened(digest: Digest) -> tuple[Claim, ...]:
    """The claims in the open, in the order of the page."""
    return tuple(digest.claim(one) for section in digest.sections if section.id != FOLDED for one in section.claims)


def _tells(shared: Shared, citations: Sequence[Citation], topic: Row) -> set[str]:
    cited = [{"doc": one.source, "start": one.start, "end": one.end} for one in citations]
    return set[str]().union(*(shared.score.cited_summary_sentences(one, topic["highlights"]) for one in cited))


def _news(topic: Row) -> set[str]:
    sentences = {highlight["summary_sentence"] for highlight in topic["highlights"]}
    return set(sorted(sentences, key=lambda one: topic["summary"].find(one[:40]))[:NEWS_SENTENCES])


def evaluate_seeds(stories: Path) -> Outcome:
    """How long the machine's entries of a folder of stories are, as pages and in the feed; figures of length are
    negative."""
    drafts = (load_story(folder, decisions=False) for folder in story_folders(stories))
    digests = tuple(build(replace(story, body="", section_order=())) for story in drafts)
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        write_site(Plan(site), digests)
        feed = (site / FILES["rss"]).read_text(encoding="utf-8")
        entries = [unescape(one) for one in feed.split("<content:encoded>")[1:]]
        pages = [(site / f"stories/{digest.slug}/index.html").read_text(encoding="utf-8") for digest in digests]
    views = [story_view(digest, reprint(digest)) for digest in digests]
    claims = [claim for digest in digests for claim in opened(digest)]
    figures = {
        "open_claims": -len(claims),
        "shared_claims": sum(len(claim.sources) > 1 for claim in claims),
        "open_words": -sum(view.words for view in views),
        "page_words": -sum(_words(page[page.index("<main") : page.index("</main>")]) for page in pages),
        "feed_words": -sum(_words(entry.partition("</content:encoded>")[0]) for entry in entries),
    }
    return Outcome({name: float(value) for name, value in figures.items()}, ())


def _words(html: str) -> int:
    return len(unescape(sub(r"<!\[CDATA\[|\]\]>|<[^>]*>", " ", html, flags=DOTALL)).split())


def evaluate_stories(shared: Shared) -> Outcome:
    """Real stories of three articles, chosen by seed: how long an entry is against its shortest article (negative)."""
    ratios, cases = [], []
    for story in with_progress("stories_allsides", chosen_stories(shared)):
        view = story_view(digest := build(story), reprint(digest))
        shortest = min(len(source.capture.text.split()) for source in story.sources)
        ratios.append(view.words / shortest)
        cases.append(Case(ratios[-1], story.slug, f"{view.words} words, its shortest article {shortest}"))
    return Outcome({"longest": -max(ratios)}, tuple(cases))


def chosen_stories(shared: Shared, number: int = READ, seed: int = SEED) -> list[Story]:
    """Stories of three articles of different outlets, as an editor would save them, headline first."""
    articles = _articles(shared)
    chosen = random.Random(seed).sample(list(articles), number)
    return [_story(name, articles[name]) for name in chosen]


def large_story(shared: Shared, captures: int, seed: int = SEED) -> Story:
    """One story of so many real articles: those of stories of three, by seed."""
    stories = list(_articles(shared).values())
    random.Random(seed).shuffle(stories)
    return _story(f"of-{captures}", list(chain.from_iterable(stories))[:captures])


def _articles(shared: Shared) -> dict[str, list[Row]]:
    """The articles of each story of three of them, both by name."""
    folder = shared.data / "stories_allsides" / "dev"
    members: dict[str, list[str]] = {}
    for one, name in read_json(folder / "gold.json")["all"].items():
        members.setdefault(name, []).append(one)
    rows = {row["id"]: row for row in read_rows(folder / "inputs.jsonl")}
    return {name: [rows[one] for one in sorted(ids)] for name, ids in sorted(members.items()) if len(ids) == _TOGETHER}


def _story(name: str, articles: Sequence[dict[str, Any]]) -> Story:
    sources = []
    for place, article in enumerate(articles):
        text = f"{article['title']}\n\n{article['text']}"
        capture = Capture(f"captures/{place}.txt", "text/plain", text, sha256(text.encode()).hexdigest())
        day = date.fromisoformat(article["date"][:10]) if article["date"] else None
        sources.append(Source(f"s{place}", capture, publisher=article["outlet"], published=day))
    dated = any(source.published for source in sources)
    return Story(name, name, tuple(sources), date=None if dated else date(2020, 1, 1))
