"""Story folders of invented text with the decisions of an editor, for tests that need both."""

from __future__ import annotations

from pathlib import Path

from generator import pipeline
from generator.load import load_story
from generator.model import Claim, Digest, Workings

GAZETTE = """The pier of Orm opened on Monday after two years of repairs.

The repairs cost three million crowns, the council said.

Mayor Ada Kell cut the ribbon, and a band played on the quay.

The council denied that workers had been hurt.
"""
COURIER = """Visitors could walk on the pier of Orm again from Monday.

The repairs of the pier cost four million crowns, harbour master Jon Addel said.

Two workers were hurt during the repairs, their union said.

Hotels along the bay expect more guests in summer.
"""
RADIO = """Hundreds of visitors came to the pier of Orm on Monday, when it opened again.

Critics say the money was needed for the school.

The old lighthouse stays closed.
"""
PIER = {"gazette": GAZETTE, "courier": COURIER, "radio": RADIO}
FRONT = "title: The pier of Orm\ndate: 2031-05-05\n"


def write_story(folder: Path, *decisions: str, front: str = FRONT, body: str = "", **captures: str) -> Path:
    """A story folder of plain-text captures, by their names those of the pier where none are given, and of decisions,
    a line each, without the dash."""
    (folder / "captures").mkdir(parents=True, exist_ok=True)
    (folder / "story.md").write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    for name, text in (captures or PIER).items():
        (folder / f"captures/{name}.txt").write_text(text, encoding="utf-8")
    decide(folder, *decisions)
    return folder


def decide(folder: Path, *decisions: str) -> Path:
    """The same folder with these decisions in place of its own."""
    text = "".join(f"- {{{one}}}\n" for one in decisions)
    (folder / "decisions.yaml").write_text(text, encoding="utf-8")
    return folder


def build(folder: Path) -> Digest:
    return pipeline.build(load_story(folder))


def work(folder: Path) -> Workings:
    return pipeline.work(load_story(folder))


def claim(digest: Digest, words: str) -> Claim:
    """The claim whose wording has these words."""
    (found,) = [one for one in digest.claims if words in one.text]
    return found


def quotes(one: Claim, role: str = "") -> set[str]:
    """The words that a claim cites, in one role or in all."""
    cited = [(each, each.role.value) for each in one.citations] + [(each, "support") for each in one.repeats]
    return {each.quote for each, own in cited if not role or own == role}
