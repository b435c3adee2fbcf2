"""Checks in a real Chromium, driven by Playwright. Pages are opened from a server on loopback, as readers get them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from playwright.sync_api import Browser, BrowserContext, sync_playwright
from playwright.sync_api import Page as Tab

from tools.audit.checkers import CHROMIUM_FLAGS, MODULES, chromium
from tools.audit.findings import Result, outcome
from tools.audit.pages import Page, Site

WIDTHS: Final = (390, 1280)  # CSS pixels: a phone, a desktop
NARROW: Final = 320  # what WCAG 1.4.10 asks for; also a window of 1280 at 400 %
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
LARGE_LETTERS: Final = "--blink-settings=defaultFontSize=32"  # twice what browsers come with
_HEIGHT: Final = 900
_LIMIT: Final = 15_000  # milliseconds for one step
_PROBES: Final = Path(__file__).with_name("probes.js")
_AXE: Final = MODULES / "axe-core" / "axe.min.js"


@contextmanager
def browsing(*flags: str) -> Iterator[Browser]:
    """A browser that ends with the block; ``flags`` go with the usual ones. Raises MissingToolError."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=[*CHROMIUM_FLAGS, *flags], headless=True)
        try:
            yield browser
        finally:
            browser.close()


@dataclass(slots=True)
class Lab:
    """A browser, a site and the address at which it is served; the page last asked for stays open for more checks."""

    browser: Browser
    site: Site
    address: str
    _at: Page | None = None
    _tabs: dict[tuple[str, int], Tab] = field(default_factory=dict)

    def named(self, page: Page) -> str:
        """A page as the table calls it."""
        return f"{self.site.name}, {page.path.removesuffix('/index.html') if page.kind == 'page' else page.kind}"

    def at(self, page: Page, width: int = 1280, scheme: Literal["light", "dark"] = "light", zoom: int = 1) -> Tab:
        """A page with all that is folded opened, in a window of ``width`` pixels of a screen that shows it at ``zoom``.
        The same tab serves several checks: none may change the page."""
        if self._at != page:
            self.leave()
            self._at = page
        tab = self._tabs.get((scheme, zoom))
        if tab is None:
            context = self._context(width, color_scheme=scheme, device_scale_factor=zoom)
            tab = self._tabs[scheme, zoom] = context.new_page()
            tab.goto(self.address + page.address, wait_until="load")
            ask(tab, "unfold")
        tab.set_viewport_size({"width": width // zoom, "height": _HEIGHT})
        return tab

    def leave(self) -> None:
        """Closes the page that stayed open."""
        for tab in self._tabs.values():
            tab.context.close()
        self._tabs.clear()
        self._at = None

    def _context(self, width: int, **emulated: Any) -> BrowserContext:
        context = self.browser.new_context(viewport={"width": width, "height": _HEIGHT}, **emulated)
        context.set_default_timeout(_LIMIT)
        return context

    @contextmanager
    def opened(self, page: Page, width: int = 1280, **emulated: Any) -> Iterator[Tab]:
        """A page in a fresh profile; ``emulated`` are settings of Playwright's contexts."""
        context = self._context(width, **emulated)
        try:
            tab = context.new_page()
            tab.goto(self.address + page.address, wait_until="load")
            yield tab
        finally:
            context.close()


def ask(tab: Tab, probe: str, argument: object = None) -> Any:
    """The answer of a function in probes.js."""
    return tab.evaluate(f"(argument) => ({_probes()}).{probe}(argument)", argument)


def _probes() -> str:
    """The object, without the semicolon that ends its file."""
    return _PROBES.read_text(encoding="utf-8").strip().removesuffix(";")


def check_access(lab: Lab, page: Page) -> Result:
    """axe-core finds no violation, by day on a phone and by night on a desktop, all that is folded opened. Width and
    colours change what it finds each by itself, so that two runs of the four show as much in half the time."""
    findings = []
    for scheme, width in zip(SCHEMES, WIDTHS, strict=True):
        tab = lab.at(page, width, scheme)
        tab.evaluate(_AXE.read_text(encoding="utf-8") + "; undefined")
        findings += [f"{scheme}, {width} px: {one}" for one in ask(tab, "axe")]
    return outcome("axe-core", lab.named(page), "light at 390, dark at 1280 px", findings)


def check_contrast(lab: Lab, page: Page) -> Result:
    """Text of the article has a contrast of 7 or more, everything else of 4.5 or more, by day and by night."""
    findings: list[str] = []
    least = {"body": 21.0, "rest": 21.0}
    for scheme in SCHEMES:
        found = ask(lab.at(page, scheme=scheme), "contrast")
        least = {name: min(low, found[name]) for name, low in least.items()}
        findings += [f"{scheme}: {one}" for one in found["findings"]]
    measured = f"text {least['body']:.1f}, small print {least['rest']:.1f} at least"
    return outcome("contrast", lab.named(page), measured, findings)


def check_layout(lab: Lab, page: Page) -> Result:
    """Nothing sticks out or is cut off at 320, 390, 1280 and 1920 px, nor with the page at 200 %."""
    findings = []
    for width, zoom in ((NARROW, 1), (390, 1), (1280, 1), (1920, 1), (1280, 2)):
        tab = lab.at(page, width, zoom=zoom)
        findings += [f"{width} px at {zoom}00 %: {one}" for one in (*ask(tab, "overflow"), *ask(tab, "clipped"))]
    return outcome("layout", lab.named(page), "320 to 1920 px, zoom 200 %", findings)


def check_targets(lab: Lab, page: Page) -> Result:
    """Buttons, summaries and links that stand alone measure 24 px or more each way, all that is folded opened."""
    findings = [f"{width} px: {one}" for width in WIDTHS for one in ask(lab.at(page, width), "targets")]
    return outcome("target size", lab.named(page), "24 px at 390, 1280 px", findings)


def check_words(lab: Lab, page: Page) -> Result:
    """On a phone no word is broken within, except in code and addresses."""
    findings = [f"{width} px: {one}" for width in (NARROW, 390) for one in ask(lab.at(page, width), "broken")]
    return outcome("broken words", lab.named(page), "320, 390 px", findings)


def check_names(lab: Lab, page: Page) -> Result:
    """Every button and summary has a name, and no two have the same."""
    names = ask(lab.at(page), "names")
    findings = [f"{count} controls are called “{name}”" for name, count in Counter(names).items() if name and count > 1]
    findings += ["a control has no name"] if "" in names else []
    return outcome("names of controls", lab.named(page), f"{len(names)} controls", findings)


def check_marks(lab: Lab, page: Page) -> Result:
    """Every quotation mark of what the page says in its own text has its partner; evidence is as its source has it."""
    blocks = ask(lab.at(page), "blocks")
    findings = [f"without its partner: {text[:80]}" for text in blocks if not _paired(text)]
    return outcome("quotation marks", lab.named(page), f"{len(blocks)} blocks of text", findings)


def _paired(text: str) -> bool:
    depth = 0
    for character in text:
        depth += {"“": 1, "”": -1}.get(character, 0)
        if depth < 0:
            return False
    return depth == 0 and len(re.findall(r'(?<!\d)"', text)) % 2 == 0  # after a digit it stands for inches


def check_glue(lab: Lab, page: Page) -> Result:
    """Without style sheets, as in a text browser, no two words are glued together."""
    return outcome("glued words", lab.named(page), "", [f"glued: {one}" for one in ask(lab.at(page), "glued")])


def check_images(lab: Lab, page: Page) -> Result:
    """Every picture loads and says what it shows, or that it shows nothing."""
    found = ask(lab.at(page), "images")
    return outcome("pictures", lab.named(page), f"{found['count']} pictures", found["findings"])


def check_letters(lab: Lab, page: Page) -> Result:
    """Nothing sticks out or is cut off in a browser with LARGE_LETTERS."""
    findings = []
    for width in WIDTHS:
        tab = lab.at(page, width)
        findings += [f"{width} px: {one}" for one in (*ask(tab, "overflow"), *ask(tab, "clipped"))]
    return outcome("letters at 200 %", lab.named(page), "390, 1280 px", findings)


def check_wishes(lab: Lab, page: Page) -> Result:
    """Forced colours leave the pictures and the cited words to be told apart; reduced motion moves nothing."""
    with lab.opened(page, forced_colors="active", reduced_motion="reduce") as tab:
        findings = [*ask(tab, "forced"), *ask(tab, "motion"), *ask(tab, "overflow")]
    return outcome("forced colours, reduced motion", lab.named(page), "", findings)


def check_quiet(lab: Lab, page: Page) -> Result:
    """Loading a page asks nothing of another host, sets no cookie, stores nothing and logs nothing."""
    context = lab.browser.new_context(viewport={"width": 1280, "height": _HEIGHT})
    requests: list[str] = []
    said: list[str] = []
    try:
        _record(context, requests, said)
        tab = context.new_page()
        answer = tab.goto(lab.address + page.address, wait_until="networkidle")
        expected = 404 if page.kind == "not found" else 200
        if page.kind != "not found" and (answer is None or answer.status != expected):
            said.append("the page did not load")
        stored = tab.evaluate("localStorage.length + sessionStorage.length")
        cookies = context.cookies()
    finally:
        context.close()
    foreign = [f"asks for {url}" for url in requests if not url.startswith((f"{lab.address}/", "data:"))]
    findings = [*foreign, *said, *(f"sets the cookie {cookie.get('name')}" for cookie in cookies)]
    findings += ["keeps data in the browser"] if stored else []
    return outcome("requests, cookies, console", lab.named(page), f"{len(requests)} requests", findings)


def _record(context: BrowserContext, requests: list[str], said: list[str]) -> None:
    context.on("request", lambda request: requests.append(request.url))
    context.on("requestfailed", lambda request: said.append(f"fails: {request.url}"))
    context.on("console", lambda message: said.append(f"console: {message.text}"))
    context.on("weberror", lambda error: said.append(f"error: {error.error}"))
