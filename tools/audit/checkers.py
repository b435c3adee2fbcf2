"""The checkers that npm brings: the Nu HTML checker and Lighthouse. Each runs as a process with a time limit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

from generator.build import ROOT
from tools.audit.findings import Result, outcome
from tools.audit.pages import Page, Site

MODULES: Final = ROOT / "node_modules"
CHROMIUM_FLAGS: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
_VNU: Final = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
_TRIES: Final = 3
_LIGHTHOUSE: Final = MODULES / "lighthouse" / "cli" / "index.js"
_LIMIT: Final = 150  # seconds for one run


class MissingToolError(Exception):
    """A checker that is not installed; the message names it and what installs it."""


def chromium() -> str:
    """Path of the browser. Raises MissingToolError."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    raise MissingToolError("chromium is not installed; on Debian: apt-get install chromium")


def check_markup(site: Site, pages: tuple[Page, ...]) -> Result:
    """The Nu HTML checker finds no error in pages and SVG files. Raises MissingToolError.

    Its check of style sheets is left out: it does not know anchor positioning yet.
    """
    drawings = sorted(str(path) for path in site.folder.rglob("*.svg"))
    files = [*(str(site.folder / page.path) for page in pages), *drawings]
    command = [_java(), "-jar", _installed(_VNU), "--also-check-svg", "--format", "json"]
    done = subprocess.run([*command, *files], capture_output=True, text=True, timeout=_LIMIT, check=False)
    messages = json.loads(done.stderr)["messages"]
    errors = [_message(one, site.folder) for one in messages if one["type"] != "info"]
    # A file: address has no origin, so that the checker takes 'self' in a page's policy for nothing: not counted.
    warnings = [one for one in messages if one["type"] == "info" and "Content Security Policy" not in one["message"]]
    measured = f"{len(files)} files, {len(errors)} errors, {len(warnings)} warnings"
    return outcome("Nu HTML checker", site.name, measured, errors)


def _message(message: dict[str, Any], folder: Path) -> str:
    place = message.get("url", "").removeprefix("file:").removeprefix(str(folder.resolve())).lstrip("/")
    return f"{place}:{message.get('lastLine', '?')}: {message['message']}"


def check_lighthouse(address: str, page: Page, name: str, folder: Path) -> Result:
    """Lighthouse gives a page 100 in all four categories, as it loads on a phone. ``folder`` gets its report. A page
    that falls short in speed alone is measured up to three times, since other work on the machine slows it. Raises
    MissingToolError."""
    for _ in range(_TRIES):
        scores, findings = _lighthouse(address, page, folder)
        if [category for category, score in scores.items() if score < 100] != ["performance"]:
            break
    return outcome("Lighthouse", name, " / ".join(str(score) for score in scores.values()), findings)


def _lighthouse(address: str, page: Page, folder: Path) -> tuple[dict[str, int], list[str]]:
    report = folder / f"lighthouse-{page.kind}.json"
    command = [
        _node(),
        _installed(_LIGHTHOUSE),
        address + page.address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(CHROMIUM_FLAGS)}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium()}
    done = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT, check=False, env=environment)
    if done.returncode:
        return dict.fromkeys(CATEGORIES, 0), [f"it did not run: {done.stderr.strip()[-300:]}"]
    found = json.loads(report.read_text(encoding="utf-8"))
    scores = {name: round((found["categories"][name]["score"] or 0) * 100) for name in CATEGORIES}
    findings = [line for name, score in scores.items() if score < 100 for line in _lost(found, name, score)]
    return scores, findings


def _lost(report: dict[str, Any], category: str, score: int) -> list[str]:
    references = [one for one in report["categories"][category]["auditRefs"] if one["weight"] > 0]
    audits = [report["audits"][one["id"]] for one in references]
    bad = [f"{one['title']} ({one['id']})" for one in audits if (1 if one["score"] is None else one["score"]) < 0.9]
    return [f"{category} {score}: {', '.join(bad) or 'no single reason'}"]


def _java() -> str:
    return _command("java", "default-jre-headless")


def _node() -> str:
    return _command("node", "nodejs")


def _command(name: str, package: str) -> str:
    found = shutil.which(name)
    if not found:
        raise MissingToolError(f"{name} is not installed; on Debian: apt-get install {package}")
    return found


def _installed(path: Path) -> str:
    if not path.exists():
        raise MissingToolError(f"{path.relative_to(ROOT)} is missing; npm ci --ignore-scripts brings it")
    return str(path)
