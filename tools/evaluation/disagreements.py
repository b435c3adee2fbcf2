"""Flags of disagreement between two texts; those that are false cost a reader's trust."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.disagree import contradicts
from generator.extract import extract
from generator.model import Capture, Passage, Source
from generator.passages import find_passages
from generator.segment import segment
from tools.evaluation.outcome import Case, Outcome, with_progress
from tools.evaluation.shared import Row, Shared, read_rows


def evaluate_pairs_of_texts(shared: Shared, name: str) -> Outcome:
    """A text and a hypothesis: is any passage of the one contradicted by one of the other?"""
    folder = shared.data / name
    rows = read_rows(folder / "inputs.jsonl")
    flagged = {row["id"]: find_contradiction(row["a"], row["b"]) for row in with_progress(name, rows)}
    return _outcome(shared, read_rows(folder / "gold.jsonl"), rows, flagged, "contradiction")


def evaluate_headlines(shared: Shared, name: str) -> Outcome:
    """A headline and an article: does any passage of the article contradict the headline?"""
    folder = shared.data / name
    rows = read_rows(folder / "inputs.jsonl")
    text_of = {row["body_id"]: row["body"] for row in rows}
    bodies = {number: _passages("article", text) for number, text in text_of.items()}
    flagged = {
        row["id"]: _conflict(_passages("headline", row["claim"]), bodies[row["body_id"]])
        for row in with_progress(name, rows)
    }
    gold = read_rows(folder / "gold.jsonl")
    outcome = _outcome(shared, gold, rows, flagged, "disagree")
    story_of = {row["id"]: str(row["story"]) for row in rows}
    means = mean_over_stories({row["id"]: row["label"] == "disagree" for row in gold}, flagged, story_of)
    return Outcome({**outcome.figures, **means}, outcome.cases)


def mean_over_stories(
    disagrees: Mapping[str, bool], flagged: Mapping[str, str | None], story_of: Mapping[str, str]
) -> dict[str, float]:
    """Precision as the mean over the stories with a flag, recall as that over those with a disagreement, 0 to 1: few
    rumours have most of the headlines, and one rule that fits them would make the figure."""
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for name, disagreeing in disagrees.items():
        story, flag = story_of[name], flagged[name] is not None
        told[story] += flag
        there[story] += disagreeing
        right[story] += flag and disagreeing
    return {
        "precision_by_story": _mean([right[story] / count for story, count in told.items() if count]),
        "recall_by_story": _mean([right[story] / count for story, count in there.items() if count]),
    }


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def find_contradiction(a: str, b: str) -> str | None:
    """The first disagreement of two texts with the words of both sides, to be read, or None."""
    return _conflict(_passages("a", a), _passages("b", b))


def _passages(name: str, text: str) -> tuple[Passage, ...]:
    document = extract(Source(name, Capture(name, "text/plain", text, "")))
    return find_passages(document, segment(document))


def _conflict(a: tuple[Passage, ...], b: tuple[Passage, ...]) -> str | None:
    found = contradicts(a, b)
    if found is None:
        return None
    text_of = {passage.id: passage.text for passage in (*a, *b)}
    sides = "\n".join(f"  {side.text}: {text_of[side.passages[0]]}" for side in found.sides)
    return f"{found.reason}\n{sides}"


def _outcome(
    shared: Shared, gold: Sequence[Row], rows: Sequence[Row], flagged: Mapping[str, str | None], label: str
) -> Outcome:
    predicted = [{"id": name, "label": label if found else "none"} for name, found in flagged.items()]
    figures = shared.score.score_labels(gold, predicted)["classes"][label]
    text_of = {row["id"]: f"  {row.get('a', row.get('claim'))}\n  {row.get('b', '')}" for row in rows}
    cases = []
    for row in gold:
        found = flagged[row["id"]]
        if found and row["label"] != label:
            cases.append(Case(1.0, row["id"], f"false flag, gold {row['label']}: {found}"))
        elif not found and row["label"] == label:
            cases.append(Case(0.5, row["id"], f"not flagged\n{text_of[row['id']]}"))
    return Outcome({"precision": figures["p"], "recall": figures["r"], "f1": figures["f1"]}, tuple(cases))
