"""Writes a content folder of invented stories and builds a site from it: ``make demo``.

The same seed gives the same bytes. Nothing is written into the project's own content.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from generator.build import ROOT, Plan, build_site, report
from generator.errors import InputError, StoriesError, told
from generator.terminal import quiet_end
from tools.demo.captures import Page, save
from tools.demo.grammar import Plot, Tale, days, outlets, read_plots, tell

FOLDER: Final = ROOT / ".build" / "demo"  # ignored by git
SETTINGS: Final = Path(__file__).with_name("settings.py")
STORIES: Final = 100
SEED: Final = 1
_LAST_DAY: Final = date(2026, 3, 14)
_SPAN: Final = 425  # days, about fourteen months
_NOTE: Final = "Everything in this story is invented: countries, towns, people, outlets, quotes and numbers."


@quiet_end
def main(arguments: Sequence[str] | None = None) -> int:
    """Write the stories and build their site; return the exit status: 0, or 2 where the build refused a story."""
    options = _parser().parse_args(arguments)
    content = options.folder / "content"
    write_content(content, options.stories, options.seed)
    plan = Plan(options.folder / "site", content, SETTINGS, options.siteurl.rstrip("/"))
    try:
        digests = build_site(plan)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    except StoriesError as error:
        for slug, failure in error.failures:
            print(told(failure, slug), file=sys.stderr)
        return 2
    print(report(plan, digests).splitlines()[0])
    print(f"The demonstration site is in {plan.output.as_posix()}.")
    return 0


def write_content(folder: Path, stories: int = STORIES, seed: int = SEED) -> None:
    """Replace ``folder`` by a content folder of invented stories and the project's own pages."""
    shutil.rmtree(folder, ignore_errors=True)
    plots = read_plots()
    for number, day in enumerate(days(stories, _LAST_DAY, _SPAN)):
        random = Random(f"{seed}/{number}")
        plot = plots[number % len(plots)]
        teasers = tuple(tell(random.choice(plots), day, 1, random).title for _ in range(4))
        _write_story(folder / "stories" / f"{plot.name}-{number + 1:03}", plot, day, teasers, random)
    shutil.copytree(ROOT / "content" / "pages", folder / "pages")


def _write_story(folder: Path, plot: Plot, day: date, teasers: tuple[str, ...], random: Random) -> None:
    tale = tell(plot, day, random.randint(3, 5), random)
    names = outlets(random, len(tale.articles))
    captures = folder / "captures"
    captures.mkdir(parents=True)
    for article, outlet in zip(tale.articles, names, strict=True):
        byline = outlets(random, 1)[0].split()[0]
        printed = day + timedelta(days=random.choice((0, 1, 1, 2)))
        page = Page(
            article, outlet, f"{random.choice('ABCDEFGHIJK')}. {byline}", printed, tuple(random.sample(teasers, 3))
        )
        saved = save(page, random)
        stem = outlet.lower().replace(" ", "-")
        (captures / f"{stem}.{saved.suffix}").write_text(saved.text, encoding="utf-8", newline="\n")
    (folder / "story.md").write_text(_front_matter(tale, random), encoding="utf-8", newline="\n")


def _front_matter(tale: Tale, random: Random) -> str:
    title = [f'title: "{tale.title}"'] if random.random() < 0.5 else []
    return "\n".join(["---", *title, f"tags: [{', '.join(('Invented', *tale.tags))}]", "---", "", _NOTE, ""])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, metavar="DIR", help="gets content/ and site/")
    parser.add_argument("--stories", type=int, default=STORIES, metavar="N", help=f"how many ({STORIES})")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help=f"of the text ({SEED})")
    parser.add_argument("--siteurl", default="http://localhost:8000", metavar="URL", help="where it will be looked at")
    return parser


if __name__ == "__main__":
    sys.exit(main())
