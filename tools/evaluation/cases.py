"""The trap stories of the evaluation data, and the project's own invented stories, scored from outside."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.spec.gold import ENGLISH, read, slugs
from tools import spec_score
from tools.evaluation.outcome import Case, Outcome
from tools.evaluation.shared import MissingDataError, Shared

_FIGURE = re.compile(r"^(?P<name>[A-Za-z, ]+?)\s+(?P<right>\d+)/(?P<all>\d+)$", re.MULTILINE)
_MISS = re.compile(r"^  (?:MISS|ODD ) .*$", re.MULTILINE)
_STORY = re.compile(r"^== (?P<name>\S+):", re.MULTILINE)


def evaluate_cases(shared: Shared) -> Outcome:
    """Run the trap stories' own scorer, which sees nothing but the command ``digest``; each figure is a share.

    Raises MissingDataError where the stories are missing or cannot be scored.
    """
    script = shared.data.parent / "cases" / "score.py"
    if not script.exists():
        raise MissingDataError(f"no trap stories: looked for {script}")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, cwd=Path.cwd())
    if done.returncode:
        raise MissingDataError(f"the trap stories cannot be scored: {done.stderr.strip()[-200:]}")
    found = {match["name"]: (int(match["right"]), int(match["all"])) for match in _FIGURE.finditer(done.stdout)}
    figures = {name: right / count if count else 0.0 for name, (right, count) in found.items()}
    figures["odd"] = -float(found.get("disagreements nobody expects", (0, 0))[1])
    return Outcome(figures, tuple(_cases(done.stdout)))


def _cases(printed: str) -> list[Case]:
    story, found = "", []
    for line in printed.splitlines():
        head = _STORY.match(line)
        if head:
            story = head["name"]
        elif _MISS.match(line):
            found.append(Case(1.0, story, line.strip()))
    return found


def evaluate_invented(shared: Shared, language: str = ENGLISH) -> Outcome:
    """The project's invented stories in a language against their editor's gold, both halves together, as counts."""
    total = sum((spec_score.score(read(slug, language)) for slug in slugs(language)), start=spec_score.Tally())
    figures = {
        "in_one_claim": float(total.joined),
        "counted_wrongly": -float(total.wrong),
        "disagreements": float(total.found),
        "false_disagreements": -float(total.false),
        "speakers": float(total.speakers),
        "kinds": float(total.kinds),
    }
    return Outcome(figures, tuple(Case(1.0, "invented", line) for line in total.shown))
