"""The checks of built pages in a browser: each finds the fault that it looks for, and a sound page has none."""

import json
import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tools.audit import browser as checks
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
def examine(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Examine]:
    folder = tmp_path_factory.mktemp("site")
    file = folder / STORY.path
    file.parent.mkdir(parents=True)
    claims = [{"citations": [{"exact": QUOTE}]}]
    file.with_name("digest.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    with serving(folder) as address:

        def examined(check: Callable[[Lab, Page], Result], html: str) -> Result:
            file.write_text(html, encoding="utf-8")
            return check(Lab(browser, Site("invented", folder), address), STORY)

        yield examined


@pytest.mark.parametrize(
    "check",
    [
        checks.check_contrast,
        checks.check_layout,
        checks.check_wishes,
        checks.check_keyboard,
        checks.check_evidence,
        checks.check_print,
    ],
)
def test_a_sound_page_has_no_finding(examine: Examine, check: Callable[[Lab, Page], Result]) -> None:
    assert examine(check, SOUND).findings == ()


@pytest.mark.parametrize(
    ("check", "sound", "faulty"),
    [
        (checks.check_contrast, "<h1>", '<h1 style="color: #aaa">'),
        (checks.check_contrast, "<p>The", '<p style="opacity: .5">The'),
        (checks.check_layout, "<h1>", '<h1 style="width: 400px">'),
        (checks.check_layout, "padding: .5rem", "padding: 0; font-size: 9px; border: 0"),
        (checks.check_wishes, "<h1>", '<h1 style="transition: all 1s">'),
        (checks.check_wishes, "<h1>", '<svg><path d="M0 0H9" fill="Canvas"/></svg><h1>'),
        (checks.check_quiet, "</main>", "<script>console.log('read me')</script></main>"),
        (checks.check_quiet, "</main>", "<script>document.cookie = 'a=b'</script></main>"),
        (checks.check_quiet, "</main>", '<img src="http://127.0.0.2:9/dot.gif" alt=""></main>'),
        (checks.check_keyboard, "<style>", "<style>:focus-visible { outline: 0 }"),
        (checks.check_keyboard, 'popovertarget="e1">Ev', 'tabindex="-1" popovertarget="e1">Ev'),
        (checks.check_keyboard, "<div popover ", '<div popover="manual" '),
        (checks.check_evidence, QUOTE, "The bridge at Sarn is open"),
        (checks.check_evidence, "<div popover ", '<div popover style="top: 3000px; bottom: auto" '),
        (checks.check_print, "@media print", "@media speech"),
        (checks.check_print, "</main>", "<details><summary>2 more</summary><ul><li>a</li></ul></details></main>"),
    ],
)
def test_a_fault_is_found(examine: Examine, check: Callable[[Lab, Page], Result], sound: str, faulty: str) -> None:
    assert sound in SOUND
    assert not examine(check, SOUND.replace(sound, faulty, 1)).passed


def test_axe_finds_a_button_without_a_name(examine: Examine) -> None:
    if not (checks.MODULES / "axe-core").exists():
        pytest.skip("axe-core is not installed; make audit brings it")
    found = examine(checks.check_access, SOUND.replace(">Evidence</button>", "></button>", 1))
    assert any("button-name" in finding for finding in found.findings)
