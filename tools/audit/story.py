"""Checks of a story's page in the browser: its evidence, and what is left of it without style, and on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Page as Tab

from generator.model import FOLDED, Role
from generator.site.addresses import safe
from tools.audit.browser import WIDTHS, Lab, ask
from tools.audit.checkers import MODULES
from tools.audit.findings import Result, outcome
from tools.audit.pages import Page

PAPER: Final = 4  # pages of A4 that an entry takes at most
_TABS: Final = 60  # steps with the Tab key within which the first evidence is reached
_UNSIGNED: Final = "unsigned page"  # what a source without a name is called
_READABILITY: Final = MODULES / "@mozilla" / "readability" / "Readability.js"
_PDF_PAGE: Final = re.compile(rb"/Type\s*/Page\b(?!s)")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What digest.json says that the page shows in the open. ``summary`` are the ids of the claims of the summary."""

    summary: tuple[str, ...]
    claims: tuple[dict[str, Any], ...]
    disagreements: tuple[dict[str, Any], ...]
    names: dict[str, str]  # of sources, by id

    @property
    def ids(self) -> list[str]:
        return [safe(claim["id"]) for claim in self.claims]

    def by(self, claim: dict[str, Any]) -> str:
        """The name of the source that words a claim."""
        return self.names[claim["citations"][0]["source"]]


def _entry(lab: Lab, page: Page) -> _Entry:
    digest = json.loads((lab.site.folder / page.path).with_name("digest.json").read_text(encoding="utf-8"))
    sections = (section["claims"] for section in digest["sections"] if section["id"] != FOLDED)
    order = dict.fromkeys((*digest["summary_claims"], *(one for section in sections for one in section)))
    claims = {claim["id"]: claim for claim in digest["claims"]}
    names = {source["id"]: _plain(source["publisher"] or _UNSIGNED) for source in digest["sources"]}
    return _Entry(
        tuple(digest["summary_claims"]), tuple(claims[one] for one in order), tuple(digest["disagreements"]), names
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def check_keyboard(lab: Lab, page: Page) -> Result:
    """The first evidence is reached, opened, walked through and closed with the keyboard; every control is reached, on
    the screen, with a visible focus."""
    with lab.opened(page) as tab:
        findings = [*_evidence_by_keyboard(tab), *_round(tab)]
        count = ask(tab, "reachable")
    return outcome("keyboard", lab.named(page), f"{count} controls", findings)


def _evidence_by_keyboard(tab: Tab) -> list[str]:
    number = _tab_to_evidence(tab)
    if number is None:
        return [f"no evidence is reached within {_TABS} steps"]
    tab.keyboard.press("Enter")
    state = ask(tab, "proof", number)
    findings = [] if state["open"] else ["Enter does not open the evidence"]
    findings += [] if state["shown"] else ["the open evidence is not in view"]
    tab.keyboard.press("Tab")
    inside = ask(tab, "focus")
    if inside is None or inside["inside"] != number:
        findings.append("Tab does not lead into the open evidence")
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Enter")
    if ask(tab, "proof", number)["open"]:
        findings.append("Enter does not close the evidence")
    return findings


def _tab_to_evidence(tab: Tab) -> int | None:
    for _ in range(_TABS):
        tab.keyboard.press("Tab")
        found: dict[str, Any] | None = ask(tab, "focus")
        if found and found["proof"] is not None:
            return int(found["proof"])
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
    """With JavaScript off, all evidence opens in view. Of every claim in the open the page shows the exact quote, in
    its wording or in its evidence, and of every other source that it counts the quote or its beginning; of every side
    of a difference the quote."""
    entry = _entry(lab, page)
    findings: list[str] = []
    for width in WIDTHS:
        with lab.opened(page, width, java_script_enabled=False) as tab:
            findings += [f"{width} px: {one}" for one in _opens(tab)]
            shown, sides = ask(tab, "quotes", entry.ids), ask(tab, "sides")
    for claim in entry.claims:
        found = shown[safe(claim["id"])]
        findings += _unquoted(claim, [_plain(text) for text in (found["wording"], *found["quotes"])])
    everything = [*(text for one in shown.values() for text in (one["wording"], *one["quotes"])), *sides]
    findings += _unquoted_sides(entry, [_plain(text) for text in everything])
    return outcome("evidence without JavaScript", lab.named(page), f"{len(entry.claims)} claims", findings)


def _opens(tab: Tab) -> Iterator[str]:
    for number in range(ask(tab, "proofs")):
        control = tab.locator("details.proof > summary").nth(number)
        control.evaluate("one => one.scrollIntoView({block: 'center', behavior: 'instant'})")
        control.click()
        state = ask(tab, "proof", number)
        if not state["open"]:
            yield f"evidence {number + 1} does not open"
        elif not state["shown"]:
            yield f"evidence {number + 1} opens out of view"


def _unquoted(claim: dict[str, Any], shown: Sequence[str]) -> Iterator[str]:
    """What is not quoted: of a claim in a source's words that source, of one in the editor's any one of those that are
    counted is quoted whole; the first words of the others stand there."""
    worded = "worded" in claim
    counted = [_plain(one["exact"]) for one in claim["citations"] if one["role"] in (Role.LEAD, Role.SUPPORT)]
    if worded and not any(exact in text for exact in counted for text in shown):
        yield f"claim {claim['id']} shows no quote of those that it counts"
    for citation in claim["citations"]:
        exact, role = _plain(citation["exact"]), citation["role"]
        if role == Role.DETAIL or any(exact in text for text in shown):
            continue
        if (role == Role.LEAD and not worded) or not any(_begins(exact, text) for text in shown):
            yield f"claim {claim['id']} does not show the quote of its {role}: {exact[:60]}"


def _unquoted_sides(entry: _Entry, shown: Sequence[str]) -> Iterator[str]:
    for disagreement in entry.disagreements:
        for position in disagreement["positions"]:
            exact = _plain(position["citations"][0]["exact"])
            if not any(exact in text for text in shown):
                yield f"difference {disagreement['id']} does not show the quote: {exact[:60]}"


def _begins(exact: str, shown: str) -> bool:
    """Whether a text that ends with an ellipsis is the beginning of a quote, but for the marks that pair its own."""
    start, cut = re.subn(r" …$", "", shown)
    bare = re.compile('[“”"]')
    return bool(cut) and bare.sub("", exact).startswith(bare.sub("", start))


def check_covered(lab: Lab, page: Page) -> Result:
    """With all evidence opened, nothing lies over the text of a claim or of a difference."""
    entry = _entry(lab, page)
    ids = [*entry.ids, *(safe(one["id"]) for one in entry.disagreements)]
    findings = []
    for width in WIDTHS:
        with lab.opened(page, width) as tab:
            ask(tab, "unfold")
            findings += [f"{width} px: {one}" for one in ask(tab, "covered", ids)]
    return outcome("covered text", lab.named(page), "390, 1280 px", findings)


def check_reader(lab: Lab, page: Page) -> Result:
    """The reader mode of browsers keeps every claim in the open, after it who says it, and what differs, also where it
    drops evidence."""
    entry = _entry(lab, page)
    with lab.opened(page) as tab:
        tab.evaluate(_READABILITY.read_text(encoding="utf-8") + "; window.Readability = Readability; undefined")
        found = ask(tab, "reader")
    text = _plain(found["text"])
    findings = [*_unsaid(entry, text), *_undiffering(entry, text, found["differing"])]
    return outcome("reader mode", lab.named(page), f"{len(text.split()):,} words", findings)


def _unsaid(entry: _Entry, text: str) -> Iterator[str]:
    """Claims that a text leaves out, or that it does not say who says before it goes on to the next. Who says what the
    summary tells stands beneath the whole of it."""
    places = {claim["id"]: text.find(_plain(claim["text"])) for claim in entry.claims}
    ends = [at for one, at in places.items() if one not in entry.summary]
    ends += [text.find(_plain(one["question"])) for one in entry.disagreements]
    for claim in entry.claims:
        place = places[claim["id"]]
        if place < 0:
            yield f"is left out: {claim['text'][:60]}"
            continue
        end = min((at for at in ends if at > place), default=len(text))
        if entry.by(claim).casefold() not in text[place:end].casefold():
            yield f"does not say who says: {claim['text'][:60]}"


def _undiffering(entry: _Entry, text: str, differing: Sequence[str]) -> Iterator[str]:
    sides = [
        (position["text"], position["citations"][0]) for one in entry.disagreements for position in one["positions"]
    ]
    wanted = [*differing, *(one["question"] for one in entry.disagreements), *(told for told, _ in sides)]
    wanted += [entry.names[citation["source"]] for _, citation in sides]
    yield from (f"is left out: {one[:60]}" for one in map(_plain, wanted) if one.casefold() not in text.casefold())


def check_plain(lab: Lab, page: Page) -> Result:
    """Without style sheets, as in a text browser, the line after each claim names who says it. Who says what the
    summary tells stands beneath it, before the first section."""
    entry = _entry(lab, page)
    with lab.opened(page) as tab:
        text = ask(tab, "plain")
    lines = [_plain(line) for line in text.splitlines() if line.strip()]
    findings = [line for claim in entry.claims for line in _unnamed(entry, claim, lines)]
    return outcome("text browser", lab.named(page), f"{len(lines)} lines", findings)


def _unnamed(entry: _Entry, claim: dict[str, Any], lines: Sequence[str]) -> Iterator[str]:
    text, told = _plain(claim["text"]), claim["id"] in entry.summary
    place = next((at for at, line in enumerate(lines) if line == text or (told and text in line)), None)
    if place is None:
        yield f"has no line of its own: {text[:60]}"
        return
    first = next((_plain(one["text"]) for one in entry.claims if one["id"] not in entry.summary), "")
    end = lines.index(first) if told and first in lines else place + 2
    if not any(entry.by(claim).casefold() in line.casefold() for line in lines[place + 1 : end]):
        yield f"is not followed by who says it: {text[:60]}"


def check_print(lab: Lab, page: Page) -> Result:
    """Print shows summary, claims, differences and sources on at most PAPER pages, nothing folded and no navigation,
    and parts no heading from its text."""
    entry = _entry(lab, page)
    wanted = {safe(claim["id"]): (claim["text"],) for claim in entry.claims}
    for one in entry.disagreements:
        wanted[safe(one["id"])] = (one["question"], *(position["text"] for position in one["positions"]))
    wanted |= {f"source-{safe(source)}": (name,) for source, name in entry.names.items()}
    with lab.opened(page) as tab:
        tab.emulate_media(media="print")
        findings = list(ask(tab, "print"))
        shown = {name: _plain(text).casefold() for name, text in ask(tab, "texts", list(wanted)).items()}
        pages = len(_PDF_PAGE.findall(tab.pdf(format="A4")))
    findings += [
        f"is not printed: {text[:60]}"
        for name, texts in wanted.items()
        for text in texts
        if _plain(text).casefold() not in shown[name]
    ]
    findings += [f"{pages} pages are more than {PAPER}"] if pages > PAPER else []
    return outcome("print", lab.named(page), f"{pages} of {PAPER} pages", findings)
