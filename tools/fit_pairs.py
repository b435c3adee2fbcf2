"""Fit the pair model: ``python tools/fit_pairs.py [--write]``, with the evaluation data in ``../shared/data``.

Each measure of ``generator.similarity.measures`` gets a curve, straight between knots that stand at quantiles of its
values; all curves together are a logistic regression on hat functions, solved by L-BFGS with a ridge. Needs NumPy and
SciPy, which the program itself does not. Prints average precisions, cross-validated where a set takes part in the fit.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from generator.similarity.measures import MEASURES
from generator.similarity.pairs import make_pairs
from generator.similarity.profile import make_profiles
from tools.evaluation.statements import read_statement

DATA = Path(__file__).parents[2] / "shared" / "data"
MODEL = Path(__file__).parents[1] / "generator" / "data" / "pair_model.json"
KNOTS = (0.0, 0.5, 0.9, 0.98, 1.0)  # quantiles of a measure's values where its curve may bend
RIDGE = 120.0  # of 3, 20, 60, 120, 250: pairs_mds .476 .477 .479 .480 .482, pairs_ecb/dev .751 .753 .753 .752 .749
FOLDS = 7
# Log-odds added to the bias, so that about 0.5 is where two passages are one claim; ``generator.compare.SAME`` has the
# measurements.
SHIFT = -0.17
NOTE = (
    "Fitted by tools/fit_pairs.py on pairs_ecb/train, merge_pyramids/train and pairs_mds, each set counting alike. "
    "Average precision: pairs_ecb/dev .758, merge_pyramids/val pairs .794, pairs_mds by topic .481; .752, .788, .480 "
    "without senses, figures and main verbs; of the character cosine alone .697, .769, .478. The bias is lowered by "
    "SHIFT."
)

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Topic:
    """The sentences of one story and labelled pairs of them (indices, 1 for "says the same")."""

    name: str
    texts: list[str]
    pairs: list[tuple[int, int]]
    labels: list[int]


@dataclass(frozen=True, slots=True)
class Table:
    """Measured pairs: one row each, with label and topic."""

    values: Array
    labels: Array
    topics: Array


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_pairs(name: str) -> list[Topic]:
    """The topics of a set of labelled sentence pairs."""
    topics: dict[str, tuple[dict[str, int], list[tuple[int, int]], list[int]]] = {}
    gold = {row["id"]: row["label"] for row in read_lines(DATA / name / "gold.jsonl")}
    for row in read_lines(DATA / name / "inputs.jsonl"):
        texts, pairs, labels = topics.setdefault(f"{name}/{row['topic']}", ({}, [], []))
        a, b = (texts.setdefault(row[side], len(texts)) for side in "ab")
        pairs.append((a, b))
        labels.append(gold[row["id"]])
    return [Topic(topic, list(texts), pairs, labels) for topic, (texts, pairs, labels) in topics.items()]


def read_pyramids(part: str) -> list[Topic]:
    """Topics of statements grouped by content unit: every pair of one topic, 1 for the same unit."""
    gold = json.loads((DATA / "merge_pyramids" / part / "gold.json").read_text(encoding="utf-8"))
    topics = []
    for row in read_lines(DATA / "merge_pyramids" / part / "inputs.jsonl"):
        units = [gold[row["group"]][item["id"]] for item in row["items"]]
        pairs = [(i, j) for j in range(len(units)) for i in range(j)]
        texts = [item["span"] for item in row["items"]]
        topics.append(Topic(row["group"], texts, pairs, [int(units[i] == units[j]) for i, j in pairs]))
    return topics


def measure(topics: list[Topic]) -> Table:
    """All labelled pairs of the topics, measured inside their topic."""
    rows, labels, names = [], [], []
    for topic in topics:
        profiles = make_profiles([read_statement(f"s{i}", text) for i, text in enumerate(topic.texts)])
        wanted = list(dict.fromkeys(topic.pairs))
        measured = dict(zip(wanted, make_pairs(profiles, wanted), strict=True))
        for pair, label in zip(topic.pairs, topic.labels, strict=True):
            rows.append([found(measured[pair]) for found in MEASURES.values()])
            labels.append(label)
            names.append(topic.name)
    return Table(np.array(rows), np.array(labels), np.array(names))


def knots_of(values: Array) -> list[Array]:
    """For each column the points at which its curve may bend."""
    return [np.unique(np.round(np.quantile(column, KNOTS), 3)) for column in values.T]


def ramps(values: Array, knots: list[Array]) -> Array:
    """For each column and each two of its knots how far the value has come from the one to the other, 0 to 1."""
    return np.hstack(
        [
            np.clip((column[:, None] - at[:-1]) / (at[1:] - at[:-1]), 0, 1)
            for column, at in zip(values.T, knots, strict=True)
        ]
    )


def solve(inputs: Array, labels: Array, weights: Array) -> Array:
    """Weights of a ridge logistic regression, none below 0 (no measure counts against likeness); the last is the
    bias, which is free."""

    def loss(found: Array) -> tuple[float, Array]:
        odds = inputs @ found[:-1] + found[-1]
        error = weights * (1 / (1 + np.exp(-odds)) - labels)
        slope = np.append(inputs.T @ error + RIDGE * found[:-1], error.sum())
        cost = weights @ (np.logaddexp(0, odds) - labels * odds) + RIDGE / 2 * found[:-1] @ found[:-1]
        return float(cost), slope

    count = inputs.shape[1]
    bounds = [(0.0, None)] * count + [(None, None)]
    return np.asarray(minimize(loss, np.zeros(count + 1), jac=True, method="L-BFGS-B", bounds=bounds).x)


def fit(tables: list[Table]) -> tuple[list[Array], Array]:
    """Knots and weights fitted on several sets, each of which counts alike, however many pairs it has."""
    values = np.vstack([table.values for table in tables])
    labels = np.concatenate([table.labels for table in tables])
    weights = np.concatenate([np.full(len(table.labels), 1 / table.labels.sum()) for table in tables])
    knots = knots_of(values)
    return knots, solve(ramps(values, knots), labels, weights * len(labels) / weights.sum())


def predict(model: tuple[list[Array], Array], values: Array) -> Array:
    """Log-odds of measured pairs."""
    knots, found = model
    return np.asarray(ramps(values, knots) @ found[:-1] + found[-1])


def average_precision(labels: Array, scores: Array) -> float:
    """As the scorer of the evaluation data has it, apart from ties."""
    ranked = labels[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked == 1].mean())


def cross_validate(part: Table, others: list[Table]) -> float:
    """Average precision on a set, each topic predicted by a model that saw the other sets and other topics only."""
    topics = np.array(sorted(set(part.topics)))
    scores = np.zeros(len(part.labels))
    for fold in range(FOLDS):
        held = np.isin(part.topics, topics[fold::FOLDS])
        rest = Table(part.values[~held], part.labels[~held], part.topics[~held])
        scores[held] = predict(fit([*others, rest]), part.values[held])
    return average_precision(part.labels, scores)


def as_json(model: tuple[list[Array], Array], shift: float, note: str) -> dict[str, Any]:
    """The fitted model as the program reads it; every curve adds nothing at its lowest knot."""
    knots, found = model
    curves, bias, first = [], float(found[-1]), 0
    for name, at in zip(MEASURES, knots, strict=True):
        steps = found[first : first + len(at) - 1]
        first += len(at) - 1
        curves.append({"measure": name, "at": at.tolist(), "adds": np.round(np.cumsum([0, *steps]), 3).tolist()})
    return {"provenance": note, "bias": round(bias + shift, 3), "curves": curves}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write generator/data/pair_model.json")
    arguments = parser.parse_args()
    events, alignment = measure(read_pairs("pairs_ecb/train")), measure(read_pairs("pairs_mds/dev"))
    statements = measure(read_pyramids("train"))
    events_dev, statements_val = measure(read_pairs("pairs_ecb/dev")), measure(read_pyramids("val"))
    model = fit([events, statements, alignment])
    for name, table in (("pairs_ecb/dev", events_dev), ("merge_pyramids/val pairs", statements_val)):
        print(f"{name}: average precision {average_precision(table.labels, predict(model, table.values)):.3f}")
    print(f"pairs_mds, by topic: average precision {cross_validate(alignment, [events, statements]):.3f}")
    if arguments.write:
        note = NOTE
        written = json.dumps(as_json(model, SHIFT, note), indent=1)
        MODEL.write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
