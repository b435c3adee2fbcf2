"""Of articles that were left out of their stories, how many have their story suggested first, or among three."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from generator.nearest import Stories, Text
from tools.evaluation.outcome import Case, Outcome, with_progress
from tools.evaluation.shared import Row, Shared, read_json, read_rows

_LEAD = 40  # words of an article that a feed has of it, besides the headline
_THREE = 3
_MOST = 1_000  # articles of a set that are left out in turn, evenly taken


def evaluate_nearest(shared: Shared, name: str) -> Outcome:
    """Each article of a set of stories in turn against all stories, its own without it: whole, as a saved file is, and
    by headline and beginning, as feeds announce it."""
    folder = shared.data / name
    rows = read_rows(folder / "inputs.jsonl")
    gold = read_json(folder / "gold.json")["all"]
    texts: dict[str, list[Text]] = {}
    asked: list[tuple[str, int, Row]] = []
    for row in rows:
        story = gold[row["id"]]
        asked.append((story, len(texts.setdefault(story, [])), row))
        texts[story].append(_text(row))
    stories = Stories(texts)
    ranks, leads, cases = [], [], []
    for story, place, row in with_progress(name, asked[:: math.ceil(len(asked) / _MOST)]):
        found = [one.story for one in stories.nearest(texts[story][place], _THREE, (story, place))]
        ranks.append(_rank(story, found))
        leads.append(_rank(story, [one.story for one in stories.nearest(_text(row, _LEAD), _THREE, (story, place))]))
        if ranks[-1] > 0:
            cases.append(Case(float(ranks[-1]), story, f"{_text(row).words[:100]!r}: {', '.join(found)}"))
    figures = {
        "first": _share(ranks, 1),
        "among_three": _share(ranks, _THREE),
        "lead_first": _share(leads, 1),
        "lead_among_three": _share(leads, _THREE),
    }
    return Outcome(figures, tuple(cases))


def _text(row: Row, lead: int | None = None) -> Text:
    """An article, or its headline and so many words of it."""
    day = row.get("date", "")
    body = row["text"] if lead is None else " ".join(row["text"].split()[:lead])
    return Text(f"{row.get('title', '')}\n{body}", date.fromisoformat(day[:10]) if day else None)


def _rank(story: str, found: Sequence[str]) -> int:
    return found.index(story) if story in found else _THREE


def _share(ranks: Sequence[int], most: int) -> float:
    return sum(rank < most for rank in ranks) / len(ranks)
