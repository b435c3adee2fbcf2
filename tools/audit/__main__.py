"""Checks the built pages: markup, links, access, layout, keyboard, evidence, reader mode, print, sizes, speed.

Builds the site as for publication, the demonstration site as for preview and a site of stories of real articles where
they are there, serves them on loopback, and prints what every check found on every page. Exit status: 0 all passed, 1
with findings, 2 a checker or the content cannot be used.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from generator import pipeline
from generator.build import ROOT, Plan, build_site, write_site
from generator.errors import InputError, VerificationError
from generator.terminal import quiet_end
from tools.audit import browser, checkers, files, story
from tools.audit.findings import Result, details, outcome, table, together
from tools.audit.pages import Page, Site
from tools.audit.serve import free_port, serving
from tools.demo import __main__ as demo
from tools.evaluate import SHARED
from tools.evaluation.entries import chosen_stories
from tools.evaluation.shared import MissingDataError, open_shared
from tools.simulate import simulate_story

SUMMARY: Final = ROOT / "docs" / "audit.md"
_WORK: Final = ROOT / ".build" / "audit"  # ignored by git
_PREVIEW: Final = "http://localhost:8000"

Check = Callable[[browser.Lab, Page], Result]
EVERY_PAGE: Final[tuple[Check, ...]] = (
    browser.check_access,
    browser.check_contrast,
    browser.check_layout,
    browser.check_targets,
    browser.check_words,
    browser.check_names,
    browser.check_marks,
    browser.check_glue,
    browser.check_images,
    browser.check_wishes,
    browser.check_quiet,
)
STORY: Final[tuple[Check, ...]] = (
    story.check_keyboard,
    story.check_evidence,
    story.check_covered,
    story.check_reader,
    story.check_plain,
    story.check_print,
)
REAL: Final[tuple[Check, ...]] = (browser.check_layout, browser.check_names, browser.check_marks)
_SOURCES: Final = (5, 10, 20)  # of the stories that show how the weight of a page grows


@quiet_end
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the checks, print their table, and return the exit status."""
    options = _parser().parse_args(arguments)
    begun = time.monotonic()
    try:
        results = _run(_progress(), options.quick)
    except (InputError, VerificationError, checkers.MissingToolError) as error:
        print(error, file=sys.stderr)
        return 2
    _progress()("")
    shown = table(results)
    print(shown)
    failed = [one for one in results if not one.passed]
    print(f"\n{len(results)} checks, {len(failed)} failed, {time.monotonic() - begun:.0f} s.")
    if failed:
        print(f"\n{details(results)}")
    if options.write:
        SUMMARY.write_text(_summary(results, shown), encoding="utf-8", newline="\n")
    return 1 if failed else 0


def _run(progress: Callable[[str], None], quick: bool) -> list[Result]:
    results = []
    parts = [_site(quick)] if quick else [_site(quick), _demonstration(), _growing(), _real(SHARED)]
    for result in chain.from_iterable(parts):
        progress(f"{result.check}: {result.page}")
        results.append(result)
    return results


def _site(quick: bool) -> Iterator[Result]:
    """Every check of the site, built as for publication; ``quick`` leaves out Lighthouse."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    site = Site("site", _WORK / "site")
    build_site(Plan(site.folder, address=address, publish=True, unsigned=True))
    yield checkers.check_markup(site, site.pages())
    yield from _on_disk(site, address)
    with serving(site.folder, port):
        yield from _in_browser(site, site.samples(), address)
        if not quick:
            yield from _lighthouse(site, address)


def _demonstration() -> Iterator[Result]:
    """The checks of the demonstration site, built as for preview, on the pages that list or tell stories."""
    content = _WORK / "demo" / "content"
    demo.write_content(content)
    site = Site("100 stories", _WORK / "demo" / "site")
    build_site(Plan(site.folder, content, demo.SETTINGS, _PREVIEW))
    pages = tuple(page for page in site.samples() if page.kind not in ("page", "not found"))
    yield checkers.check_markup(site, pages)
    yield from _on_disk(site, _PREVIEW)
    yield files.check_story_sizes(site)
    with serving(site.folder) as address:
        yield from _in_browser(site, pages, address)


def _growing() -> Iterator[Result]:
    """The weight of pages of stories with more and more sources."""
    site = Site("more sources", _WORK / "growing")
    write_site(Plan(site.folder), tuple(pipeline.build(simulate_story(number, number)) for number in _SOURCES))
    yield files.check_story_weights(site)


def _real(folder: Path) -> Iterator[Result]:
    """What no invented article shows: the checks of stories of real articles, where ``folder`` holds them."""
    try:
        stories = chosen_stories(open_shared(folder))
    except (MissingDataError, OSError):
        yield outcome("real articles", "none", "not looked at: the articles are not there")
        return
    site = Site(f"{len(stories)} real stories", _WORK / "real")
    write_site(Plan(site.folder, address=_PREVIEW), tuple(map(pipeline.build, stories)))
    yield files.check_links(site, _PREVIEW)
    yield files.check_no_script(site, _PREVIEW)
    yield files.check_story_weights(site)
    yield files.check_story_sizes(site)
    pages = [page for page in site.pages() if page.kind == "story"]
    with serving(site.folder) as address, browser.browsing() as chromium:
        lab = browser.Lab(chromium, site, address)
        found = {page.path: [check(lab, page) for check in REAL] for page in pages}
    for number in range(len(REAL)):
        yield together({path: results[number] for path, results in found.items()}, site.name)


def _on_disk(site: Site, built_for: str) -> Iterator[Result]:
    yield files.check_links(site, built_for)
    yield files.check_data_links(site, built_for)
    yield files.check_no_script(site, built_for)
    yield files.check_vocabulary(site)
    yield files.check_story_weights(site)
    yield files.check_weight(site, "index", files.INDEX_BUDGET)


def _in_browser(site: Site, pages: tuple[Page, ...], address: str) -> Iterator[Result]:
    with browser.browsing() as chromium:
        lab = browser.Lab(chromium, site, address)
        for page in pages:
            yield from (check(lab, page) for check in EVERY_PAGE)
        yield from (check(lab, site.one("story")) for check in STORY)
    with browser.browsing(browser.LARGE_LETTERS) as chromium:
        lab = browser.Lab(chromium, site, address)
        yield from (browser.check_letters(lab, page) for page in pages)


def _lighthouse(site: Site, address: str) -> Iterator[Result]:
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("story", "index"):
            page = site.one(kind)
            yield checkers.check_lighthouse(address, page, f"{site.name}, {kind}", Path(folder))


def _summary(results: Sequence[Result], shown: str) -> str:
    failed = [one for one in results if not one.passed]
    state = "All pass." if not failed else f"{len(failed)} fail:\n\n```\n{details(results)}\n```"
    return (
        "# What the built pages were checked for\n\n"
        '`make audit ARGS="--write"` wrote this. `site` is the site itself, built as for publication; `100 stories` is'
        " the\ndemonstration of `make demo`; `more sources` are invented stories of 5, 10 and 20 articles; `real"
        " stories` are\nthose of the evaluation data, where they are there. Of each type of page the largest is opened;"
        " links, scripts,\nweights and words are looked for in all. Lighthouse gives performance / accessibility / best"
        " practices / search\nengines.\n\n"
        f"{len(results)} checks. {state}\n\n{shown}\n"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.audit", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the site alone, without Lighthouse")
    parser.add_argument("--write", action="store_true", help="record the outcome in docs/audit.md")
    return parser


def _progress() -> Callable[[str], None]:
    """Shows one changing line on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda text: print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
