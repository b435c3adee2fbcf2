"""Checks in a real Chromium, driven by Playwright. Pages are opened from a server on loopback, as readers get them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
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
_TABS: Final = 60  # steps with the Tab key within which the first evidence is reached
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


@dataclass(frozen=True, slots=True)
class Lab:
    """A browser, a site and the address at which it is served."""

    browser: Browser
    site: Site
    address: str

    def named(self, page: Page) -> str:
        """A page as the table calls it."""
        return f"{self.site.name}, {page.path.removesuffix('/index.html') if page.kind == 'page' else page.kind}"

    @contextmanager
    def opened(self, page: Page, width: int = 1280, **emulated: Any) -> Iterator[Tab]:
        """A page in a fresh profile; ``emulated`` are settings of Playwright's contexts."""
        context = self.browser.new_context(viewport={"width": width, "height": _HEIGHT}, **emulated)
        context.set_default_timeout(_LIMIT)
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
    """axe-core finds no violation, by day and by night, on a phone and on a desktop, evidence closed and open."""
    findings = []
    for scheme, width in product(SCHEMES, WIDTHS):
        with lab.opened(page, width, color_scheme=scheme) as tab:
            tab.evaluate(_AXE.read_text(encoding="utf-8") + "; undefined")
            found = ask(tab, "axe")
            button = tab.locator("main button[popovertarget]").first
            if button.count():
                button.click()
                found += ask(tab, "axe")
            findings += [f"{scheme}, {width} px: {one}" for one in found]
    return outcome("axe-core", lab.named(page), "light, dark x 390, 1280 px", findings)


def check_contrast(lab: Lab, page: Page) -> Result:
    """Text of the article has a contrast of 7 or more, everything else of 4.5 or more, by day and by night."""
    findings: list[str] = []
    least = {"body": 21.0, "rest": 21.0}
    for scheme in SCHEMES:
        with lab.opened(page, color_scheme=scheme) as tab:
            button = tab.locator("main button[popovertarget]").first
            if button.count():
                button.click()
            found = ask(tab, "contrast")
        least = {name: min(low, found[name]) for name, low in least.items()}
        findings += [f"{scheme}: {one}" for one in found["findings"]]
    measured = f"text {least['body']:.1f}, small print {least['rest']:.1f} at least"
    return outcome("contrast", lab.named(page), measured, findings)


def check_layout(lab: Lab, page: Page) -> Result:
    """Nothing sticks out or is cut off at 320, 390, 1280 and 1920 px, nor with the page at 200 %."""
    findings = []
    for width, zoom in ((NARROW, 1), (390, 1), (1280, 1), (1920, 1), (1280, 2)):
        with lab.opened(page, width // zoom, device_scale_factor=zoom) as tab:
            findings += [f"{width} px at {zoom}00 %: {one}" for one in (*ask(tab, "overflow"), *ask(tab, "clipped"))]
            findings += [f"{width} px: {one}" for one in ask(tab, "targets") if zoom == 1]
    return outcome("layout", lab.named(page), "320 to 1920 px, zoom 200 %", findings)


def check_letters(lab: Lab, page: Page) -> Result:
    """Nothing sticks out or is cut off in a browser with LARGE_LETTERS."""
    findings = []
    for width in WIDTHS:
        with lab.opened(page, width) as tab:
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


def check_keyboard(lab: Lab, page: Page) -> Result:
    """The first evidence is reached, opened, walked through and closed with the keyboard, and focus returns; every
    control is reached, on the screen, with a visible focus."""
    with lab.opened(page) as tab:
        findings = [*_evidence_by_keyboard(tab), *_round(tab)]
        count = ask(tab, "reachable")
    return outcome("keyboard", lab.named(page), f"{count} controls", findings)


def _evidence_by_keyboard(tab: Tab) -> list[str]:
    button = _tab_to_evidence(tab)
    if button is None:
        return [f"no evidence is reached within {_TABS} steps"]
    identifier = button["target"]
    tab.keyboard.press("Enter")
    state = ask(tab, "open", identifier)
    findings = [] if state["open"] else ["Enter does not open the evidence"]
    findings += [] if state["shown"] else ["the open evidence is not in view"]
    tab.keyboard.press("Tab")
    inside = ask(tab, "focus")
    if inside is None or inside["inside"] != identifier:
        findings.append("Tab does not lead into the open evidence")
    tab.keyboard.press("Escape")
    if ask(tab, "open", identifier)["open"]:
        findings.append("Escape does not close the evidence")
    after = ask(tab, "focus")
    if after is None or after["target"] != identifier:
        findings.append(f"focus does not return to the button but to {after and after['name']}")
    return findings


def _tab_to_evidence(tab: Tab) -> dict[str, Any] | None:
    for _ in range(_TABS):
        tab.keyboard.press("Tab")
        found: dict[str, Any] | None = ask(tab, "focus")
        if found and found["target"]:
            return found
    return None


def _round(tab: Tab) -> list[str]:
    """Tab through the whole page from its beginning."""
    tab.reload()
    expected = ask(tab, "reachable")
    findings, reached = [], 0
    for _ in range(expected + 5):
        tab.keyboard.press("Tab")
        found = ask(tab, "focus")
        if found is None:
            break
        reached += 1
        findings += [] if found["marked"] else [f"focus is not seen on {found['name']}"]
        findings += [] if found["shown"] else [f"focus is off the screen on {found['name']}"]
    if reached < expected:
        findings.append(f"Tab reaches {reached} of {expected} controls")
    return findings


def check_evidence(lab: Lab, page: Page) -> Result:
    """With JavaScript off, every button opens its evidence, and that holds the exact quotes of the claim's citations
    in digest.json; Escape closes it."""
    digest = json.loads((lab.site.folder / page.path).with_name("digest.json").read_text(encoding="utf-8"))
    quotes = {" ".join(one["exact"].split()) for claim in digest["claims"] for one in claim["citations"]}
    shown: set[str] = set()
    findings = []
    for width in WIDTHS:
        with lab.opened(page, width, java_script_enabled=False) as tab:
            identifiers = list(dict.fromkeys(ask(tab, "evidence")))
            for identifier in identifiers:
                tab.locator(f"button[popovertarget={identifier}]").first.evaluate(
                    "(one) => { let at = one; while ((at = at.parentElement.closest('details'))) at.open = true }"
                )
                tab.locator(f"button[popovertarget={identifier}]").first.click()
                state = ask(tab, "open", identifier)
                findings += [] if state["open"] else [f"{width} px: {identifier} does not open"]
                findings += [] if state["shown"] else [f"{width} px: {identifier} opens out of view"]
                shown.add(" ".join(state["text"].split()))
                tab.keyboard.press("Escape")
                findings += [f"{width} px: {identifier} stays open"] if ask(tab, "open", identifier)["open"] else []
    everything = "\n".join(shown)
    findings += [f"no evidence shows: {quote[:60]}" for quote in sorted(quotes) if quote not in everything]
    return outcome("evidence without JavaScript", lab.named(page), f"{len(quotes)} quotes", findings)


def check_print(lab: Lab, page: Page) -> Result:
    """Print shows all evidence and all folded text, and no navigation."""
    with lab.opened(page) as tab:
        tab.emulate_media(media="print")
        findings = ask(tab, "print")
        pdf = tab.pdf(format="A4")
    return outcome("print", lab.named(page), f"PDF of {len(pdf) // 1024} KB", findings)
