"""Statements and sentences taken out of their articles: which say the same, and how alike are two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

from generator.cluster import cluster
from generator.compare import compare, compare_all
from generator.extract import extract
from generator.model import Capture, Passage, Source
from generator.passages import find_passages
from generator.segment import segment
from tools.evaluation.outcome import Case, Outcome, with_progress
from tools.evaluation.shared import Row, Shared, read_json, read_rows

Judges = Callable[[str, Path], AbstractContextManager[None]]


def evaluate_clusters(shared: Shared, name: str) -> Outcome:
    """Cluster the statements of each group as the passages of one story, each from a source of its own."""
    folder = shared.data / name
    groups, gold = read_rows(folder / "inputs.jsonl"), read_json(folder / "gold.json")
    predicted = {group["group"]: _clusters(group["items"]) for group in with_progress(name, groups)}
    cases = [
        _group_case(shared, group, gold[group["group"]], predicted[group["group"]])
        for group in groups
        if group["group"] in gold
    ]
    return Outcome(shared.score.score_cluster(gold, predicted), tuple(cases))


def evaluate_pairs(shared: Shared, name: str, judged_by: Judges = lambda topic, data: nullcontext()) -> Outcome:
    """Score pairs of sentences; those of one topic stand in one story, which says how rare each word is.

    ``judged_by`` opens, by topic and folder of all sets, the model that may judge it: one that was not fitted on it.
    """
    folder = shared.data / name
    rows, gold = read_rows(folder / "inputs.jsonl"), read_rows(folder / "gold.jsonl")
    by_topic: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_topic[str(row["topic"])].append(row)
    score_of: dict[str, float] = {}
    for topic in with_progress(name, list(by_topic)):
        with judged_by(topic, shared.data):
            score_of.update(_scores(by_topic[topic]))
    predicted = [{"id": row["id"], "score": score_of[row["id"]]} for row in rows]
    label_of = {row["id"]: int(row["label"]) for row in gold}
    cases = [
        Case(
            abs(label_of[row["id"]] - score_of[row["id"]]),
            f"{row['topic']} {row['id']}",
            f"gold {label_of[row['id']]}, score {score_of[row['id']]:.2f}\n  {row['a']}\n  {row['b']}",
        )
        for row in rows
    ]
    return Outcome(shared.score.score_pairs(gold, predicted), tuple(cases))


def read_statement(name: str, text: str) -> Passage:
    """A sentence or statement as one passage of a source of its own, as the stages would read it in an article.

    Where they would split it or leave it out, it is the passage that the longest part makes, over the whole text:
    what is measured here is comparison alone.
    """
    flat = " ".join(text.split())
    document = extract(Source(name, Capture(name, "text/plain", flat, "")))
    parts = find_passages(document, segment(document))
    longest = max(parts, key=lambda part: part.end - part.start)
    return replace(longest, id=name, start=0, end=len(flat), text=flat, omit=None)


def _clusters(items: Sequence[Row]) -> dict[str, str]:
    passages = tuple(read_statement(item["id"], item["span"]) for item in items)
    found = cluster(passages, compare(passages))
    return {member: str(number) for number, group in enumerate(found.clusters) for member in group.members}


def _scores(rows: Sequence[Row]) -> dict[str, float]:
    texts = list(dict.fromkeys(text for row in rows for text in (row["a"], row["b"])))
    place = {text: number for number, text in enumerate(texts)}
    passages = [read_statement(f"s{number}", text) for number, text in enumerate(texts)]
    scores = compare_all(passages, [(place[row["a"]], place[row["b"]]) for row in rows])
    return {row["id"]: score for row, score in zip(rows, scores, strict=True)}


def _group_case(shared: Shared, group: Row, gold: dict[str, str], predicted: dict[str, str]) -> Case:
    precision, recall = shared.score.bcubed(gold, predicted)
    text_of = {item["id"]: item["span"] for item in group["items"]}
    number = {label: place for place, label in enumerate(sorted(set(gold.values())))}
    lines = sorted((predicted[item], number[label], text_of[item]) for item, label in gold.items())
    shown = "\n".join(f"  put in {put}, belongs in {belongs}: {text}" for put, belongs, text in lines)
    return Case(1 - shared.score.f1(precision, recall), group["group"], f"P {precision:.2f} R {recall:.2f}\n{shown}")
