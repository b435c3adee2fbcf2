"""The checks of built pages in a browser: each finds the fault that it looks for, and a sound page has none."""

import json
import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tools.audit import browser as checks
from tools.audit import story
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

QUOTE = "On Monday the bridge at Sarn, shut since March, was opened."
FURTHER = "Lorries cross the bridge at Sarn since Monday morning."
LONG = "Brueckenzollverordnungsdurchfuehrungsbestimmungsentwurf"
DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
SOUND = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sarn</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ overflow-wrap: anywhere }} h1, h2, h3 {{ break-after: avoid }}
summary, .here, h3 a, figcaption a {{ display: inline-block; min-width: 24px; min-height: 24px }}
@media print {{ details, .here {{ display: none }} }}</style></head>
<body><main><h1>Sarn</h1>
<p class="standfirst"><span id="c-open">The bridge at Sarn is open again.</span></p>
<div class="told"><div class="by"><span class="who">Velm Gazette, Orm Post</span> <a class="here" href="#c-open">#1</a>
<details class="proof"><summary>Evidence for claim 1</summary>
<figure><blockquote><p><mark>{QUOTE}</mark></p></blockquote>
<figcaption><a href="#source-gazette">Velm Gazette</a></figcaption></figure>
<figure><blockquote><p><mark>Lorries cross …</mark></p></blockquote></figure></details></div></div>
<section><h2>What several say</h2><ul><li id="c-toll"><p>The toll is “two crowns”.</p>
<div class="by"><span class="who">Orm Post</span> <a class="here" href="#c-toll">#2</a>
<details class="proof"><summary>Evidence for claim 2</summary><figure><p>[…] Nobody paid.</p></figure></details></div>
<p class="against"><b class="kind">another number</b> <span>The toll is three crowns.</span>
<a href="#a">Velm Gazette</a></p></li></ul></section>
<section class="differ"><h2>Where the sources differ</h2><section id="d-who"><h3>Who opened it?</h3>
<dl><dt>Velm Gazette</dt><dd>Ada Brook
<details class="proof"><summary>Evidence for Ada Brook</summary>
<p><mark>Ada Brook cut the ribbon.</mark></p></details></dd>
<dt>Orm Post</dt><dd>Linus Vane
<details class="proof"><summary>Evidence for Linus Vane</summary>
<p><mark>Linus Vane cut it.</mark></p></details></dd></dl></section>
</section>
<section><h2>Sources</h2><ul><li id="source-gazette"><h3><a href="#a" id="a">Velm Gazette</a></h3></li>
<li id="source-post"><h3>Orm Post</h3> <code>{LONG}</code> https://sarn.example/{LONG}</li></ul>
<img src="{DOT}" alt=""></section></main></body></html>"""
STORY = Page("story", "stories/sarn/index.html")


def cited(source: str, exact: str, role: str = "lead") -> dict[str, str]:
    return {"source": source, "exact": exact, "role": role}


DIGEST = {
    "summary_claims": ["c-open"],
    "sections": [{"id": "several-say", "claims": ["c-toll"]}, {"id": "also-reported", "claims": ["c-closed"]}],
    "claims": [
        {
            "id": "c-open",
            "text": "The bridge at Sarn is open again.",
            "citations": [cited("gazette", QUOTE), cited("post", FURTHER, "support"), cited("post", "Hm.", "detail")],
        },
        {
            "id": "c-toll",
            "text": "The toll is “two crowns”.",
            "citations": [
                cited("post", "The toll is “two crowns”."),
                cited("gazette", "The toll is three crowns.", "differs"),
            ],
        },
        {"id": "c-closed", "text": "It rained.", "citations": [cited("post", "It rained.")]},
    ],
    "disagreements": [
        {
            "id": "d-who",
            "question": "Who opened it?",
            "positions": [
                {"text": "Ada Brook", "citations": [cited("gazette", "Ada Brook cut the ribbon.")]},
                {"text": "Linus Vane", "citations": [cited("post", "Linus Vane cut it.")]},
            ],
        }
    ],
    "sources": [{"id": "gazette", "publisher": "Velm Gazette"}, {"id": "post", "publisher": "Orm Post"}],
}

Examine = Callable[[Callable[[Lab, Page], Result], str], Result]


@pytest.fixture(scope="module")
def examine(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Examine]:
    folder = tmp_path_factory.mktemp("site")
    file = folder / STORY.path
    file.parent.mkdir(parents=True)
    file.with_name("digest.json").write_text(json.dumps(DIGEST), encoding="utf-8")
    with serving(folder) as address:

        def examined(check: Callable[[Lab, Page], Result], html: str) -> Result:
            file.write_text(html, encoding="utf-8")
            lab = Lab(browser, Site("invented", folder), address)
            try:
                return check(lab, STORY)
            finally:
                lab.leave()

        yield examined


@pytest.mark.parametrize(
    "check",
    [
        checks.check_contrast,
        checks.check_layout,
        checks.check_targets,
        checks.check_words,
        checks.check_names,
        checks.check_marks,
        checks.check_glue,
        checks.check_images,
        checks.check_wishes,
        story.check_keyboard,
        story.check_evidence,
        story.check_covered,
        story.check_plain,
        story.check_print,
    ],
)
def test_a_sound_page_has_no_finding(examine: Examine, check: Callable[[Lab, Page], Result]) -> None:
    assert examine(check, SOUND).findings == ()


def fault(check: Callable[[Lab, Page], Result], sound: str, faulty: str, name: str) -> object:
    return pytest.param(check, sound, faulty, id=name)


@pytest.mark.parametrize(
    ("check", "sound", "faulty"),
    [
        fault(checks.check_contrast, "<h1>", '<h1 style="color: #aaa">', "pale text"),
        fault(checks.check_contrast, '<p class="st', '<p style="opacity: .5" class="st', "half of a colour"),
        fault(checks.check_contrast, "<mark>Lo", '<mark style="color: #bb0">Lo', "pale evidence"),
        fault(checks.check_layout, "<h1>", '<h1 style="width: 400px">', "a heading wider than a phone"),
        fault(checks.check_layout, "<figure>", '<figure style="width: 500px">', "evidence wider than a phone"),
        fault(checks.check_targets, "<summary>", '<summary style="min-height: 0; font-size: 9px">', "a small summary"),
        fault(checks.check_targets, "</main>", '<p><a href="#a">go</a></p></main>', "a small link that stands alone"),
        fault(checks.check_words, "<h1>Sarn", f"<h1>Sarn {LONG}", "a heading that is broken within a word"),
        fault(checks.check_words, "<mark>Lo", f"<mark>{LONG} Lo", "evidence that is broken within a word"),
        fault(checks.check_names, "for claim 2", "for claim 1", "two controls of one name"),
        fault(checks.check_names, "<summary>Evidence for claim 2", "<summary>", "a control without a name"),
        fault(checks.check_marks, "two crowns”", "two crowns", "a mark that is not closed"),
        fault(checks.check_marks, "three crowns.", "three crowns.”", "a mark that was not opened"),
        fault(checks.check_marks, "three crowns.", '"three crowns.', "a plain mark without its partner"),
        fault(checks.check_images, 'alt=""', "", "a picture that is not described"),
        fault(checks.check_images, DOT, "gone.png", "a picture that is not there"),
        fault(checks.check_wishes, "<h1>", '<h1 style="transition: all 1s">', "something that moves"),
        fault(checks.check_wishes, "<h1>", '<svg><path d="M0 0H9" fill="Canvas"/></svg><h1>', "a blank picture"),
        fault(checks.check_quiet, "</main>", "<script>console.log('read me')</script></main>", "talk in the console"),
        fault(checks.check_quiet, "</main>", "<script>document.cookie = 'a=b'</script></main>", "a cookie"),
        fault(checks.check_quiet, "</main>", '<img src="http://127.0.0.2:9/dot.gif" alt=""></main>', "another host"),
        fault(story.check_keyboard, "<style>", "<style>:focus-visible { outline: 0 }", "a focus that is not seen"),
        fault(story.check_keyboard, "<summary>", '<summary tabindex="-1">', "evidence that Tab passes over"),
        fault(story.check_keyboard, "<summary>", '<summary onclick="return false">', "Enter opens nothing"),
        fault(story.check_keyboard, '<a href="#source-gazette">Velm Gazette</a>', "Velm", "Tab does not enter it"),
        fault(story.check_evidence, QUOTE, "On Monday the bridge at Sarn was opened.", "a quote with words left out"),
        fault(story.check_evidence, QUOTE, "On Monday the bridge …", "a first quote that is cut"),
        fault(story.check_evidence, "Lorries cross …", "Few lorries cross …", "a beginning that is none"),
        fault(story.check_evidence, "Lorries cross …", "Lorries cross", "a quote that is cut without a sign"),
        fault(story.check_evidence, "<mark>Linus Vane cut it.", "<mark>Linus Vane …", "a side without its quote"),
        fault(story.check_evidence, "</style>", "figure { position: fixed; top: 3000px }</style>", "out of view"),
        fault(story.check_covered, "</style>", "figure { position: fixed; inset: 0 }</style>", "text that is covered"),
        fault(story.check_plain, '<span class="who">Orm Post</span>', "", "a claim without its source"),
        fault(story.check_plain, '<span class="who">Velm Gazette, Orm Post</span>', "", "a summary without its source"),
        fault(checks.check_glue, "</b> <span>", "</b><span>", "two words glued together"),
        fault(story.check_print, "@media print", "@media speech", "what is folded, printed"),
        fault(story.check_print, "break-after: avoid", "break-after: auto", "a heading that is parted from its text"),
        fault(story.check_print, "@media print {", "@media print { li p { display: none }", "a lost claim"),
        fault(story.check_print, "@media print {", "@media print { dd { display: none }", "a lost side"),
        fault(story.check_print, "</main>", '<p style="height: 150cm">a</p></main>', "more than four pages"),
    ],
)  # fmt: skip
def test_a_fault_is_found(examine: Examine, check: Callable[[Lab, Page], Result], sound: str, faulty: str) -> None:
    assert sound in SOUND
    assert not examine(check, SOUND.replace(sound, faulty, 1)).passed


def test_axe_finds_a_summary_without_a_name(examine: Examine) -> None:
    if not (checks.MODULES / "axe-core").exists():
        pytest.skip("axe-core is not installed; make audit brings it")
    found = examine(checks.check_access, SOUND.replace("Evidence for claim 1", "", 1))
    assert any("summary-name" in finding for finding in found.findings)


@pytest.mark.parametrize(
    ("sound", "faulty", "finding"),
    [
        pytest.param("<h1>", "<h1>", "", id="nothing"),
        pytest.param("<p>The toll", '<p style="display: none">The toll', "is left out: The toll", id="a claim"),
        pytest.param('<span class="who">Orm', '<button class="who">Orm', "does not say who", id="who says it"),
        pytest.param('<p class="against"', '<p hidden class="against"', "is left out: another", id="what differs"),
        pytest.param("<dd>Linus", "<dd hidden>Linus", "is left out: Linus Vane", id="a side of a difference"),
    ],
)
def test_reader_mode_is_found_to_lose(examine: Examine, sound: str, faulty: str, finding: str) -> None:
    if not (checks.MODULES / "@mozilla").exists():
        pytest.skip("Readability is not installed; make audit brings it")
    assert sound in SOUND
    found = examine(story.check_reader, SOUND.replace(sound, faulty, 1)).findings
    assert found[0].startswith(finding) if finding else found == ()
