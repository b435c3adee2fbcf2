"""The checks of built pages in a browser: each finds the fault that it looks for, and a sound page has none."""

import json
import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from tools.audit import browser
from tools.audit.browser import Lab
from tools.audit.findings import Result
from tools.audit.pages import Page, Site
from tools.audit.serve import serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not os.environ.get("CI") and not shutil.which("chromium"), reason="needs Chromium, which is not installed"
    ),
]

QUOTE = "The bridge at Sarn is open again"
SOUND = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sarn</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>button {{ font-size: 1rem; padding: .5rem }} @media print {{ [popover] {{ display: block }} }}</style></head>
<body><main><h1>Sarn</h1><p>The bridge is open.
<button popovertarget="e1">Evidence</button></p>
<div popover id="e1" role="note" aria-label="Evidence"><p>{QUOTE}</p><button popovertarget="e1"
popovertargetaction="hide">Close</button></div></main></body></html>"""
STORY = Page("story", "stories/sarn/index.html")

Examine = Callable[[Callable[[Lab, Page], Result], str], Result]


@pytest.fixture(scope="module")
def examine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Examine]:
    folder = tmp_path_factory.mktemp("site")
    file = folder / STORY.path
    file.parent.mkdir(parents=True)
    claims = [{"citations": [{"exact": QUOTE}]}]
    file.with_name("digest.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    with serving(folder) as address, browser.browsing() as chromium:

        def examined(check: Callable[[Lab, Page], Result], html: str) -> Result:
            file.write_text(html, encoding="utf-8")
            return check(Lab(chromium, Site("invented", folder), address), STORY)

        yield examined


@pytest.mark.parametrize(
    "check",
    [
        browser.check_contrast,
        browser.check_layout,
        browser.check_wishes,
        browser.check_keyboard,
        browser.check_evidence,
        browser.check_print,
    ],
)
def test_a_sound_page_has_no_finding(examine: Examine, check: Callable[[Lab, Page], Result]) -> None:
    assert examine(check, SOUND).findings == ()


@pytest.mark.parametrize(
    ("check", "sound", "faulty"),
    [
        (browser.check_contrast, "<h1>", '<h1 style="color: #aaa">'),
        (browser.check_contrast, "<p>The", '<p style="opacity: .5">The'),
        (browser.check_layout, "<h1>", '<h1 style="width: 400px">'),
        (browser.check_layout, "padding: .5rem", "padding: 0; font-size: 9px; border: 0"),
        (browser.check_wishes, "<h1>", '<h1 style="transition: all 1s">'),
        (browser.check_wishes, "<h1>", '<svg><path d="M0 0H9" fill="Canvas"/></svg><h1>'),
        (browser.check_quiet, "</main>", "<script>console.log('read me')</script></main>"),
        (browser.check_quiet, "</main>", "<script>document.cookie = 'a=b'</script></main>"),
        (browser.check_quiet, "</main>", '<img src="http://127.0.0.2:9/dot.gif" alt=""></main>'),
        (browser.check_keyboard, "<style>", "<style>:focus-visible { outline: 0 }"),
        (browser.check_keyboard, 'popovertarget="e1">Ev', 'tabindex="-1" popovertarget="e1">Ev'),
        (browser.check_keyboard, "<div popover ", '<div popover="manual" '),
        (browser.check_evidence, QUOTE, "The bridge at Sarn is open"),
        (browser.check_evidence, "<div popover ", '<div popover style="top: 3000px; bottom: auto" '),
        (browser.check_print, "@media print", "@media speech"),
        (browser.check_print, "</main>", "<details><summary>2 more</summary><ul><li>a</li></ul></details></main>"),
    ],
)
def test_a_fault_is_found(examine: Examine, check: Callable[[Lab, Page], Result], sound: str, faulty: str) -> None:
    assert sound in SOUND
    assert not examine(check, SOUND.replace(sound, faulty, 1)).passed


def test_axe_finds_a_button_without_a_name(examine: Examine) -> None:
    if not (browser.MODULES / "axe-core").exists():
        pytest.skip("axe-core is not installed; make audit brings it")
    found = examine(browser.check_access, SOUND.replace(">Evidence</button>", "></button>", 1))
    assert any("button-name" in finding for finding in found.findings)
