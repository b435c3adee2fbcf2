"""Models fitted without what they are measured on: what is fitted on a set counts on it only so.

Needs NumPy and SciPy, as the fitting does. Each topic of the alignment set is judged by a model that saw the other sets
and other topics only; the whole digests of ``digest_mds`` are of the same topics, so the same models judge them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

import numpy as np

import generator.compare
from generator.similarity.measures import MEASURES
from generator.similarity.model import Curve, PairModel, load_model
from tools import fit_pairs

ALIGNMENT = "pairs_mds/dev"


@contextmanager
def pair_model_without(topic: str, data: Path) -> Iterator[None]:
    """While this is open, stories are compared by a model that never saw the topic. ``data`` holds all the sets."""
    model = _models(data)[topic]
    with patch.object(generator.compare, "load_model", lambda: model):
        yield


@cache
def _models(data: Path) -> dict[str, PairModel]:
    """By topic, the model that was fitted without it."""
    with patch.object(fit_pairs, "DATA", data):
        others, part = _tables()
    # The shipped model may be shifted towards precision after the fit; those of the folds are shifted as much.
    shift = load_model().bias - _as_model(fit_pairs.fit([*others, part])).bias
    topics = np.array(sorted(set(part.topics)))
    models: dict[str, PairModel] = {}
    for fold in range(fit_pairs.FOLDS):
        held = np.isin(part.topics, topics[fold :: fit_pairs.FOLDS])
        rest = fit_pairs.Table(part.values[~held], part.labels[~held], part.topics[~held])
        model = _as_model(fit_pairs.fit([*others, rest]), shift)
        models.update({str(topic).rpartition("/")[2]: model for topic in topics[fold :: fit_pairs.FOLDS]})
    return models


def _tables() -> tuple[list[fit_pairs.Table], fit_pairs.Table]:
    """Measured pairs of the sets that take part in every fit, and of the one whose topics are held out."""
    others = [
        fit_pairs.measure(fit_pairs.read_pairs("pairs_ecb/train")),
        fit_pairs.measure(fit_pairs.read_pyramids("train")),
    ]
    return others, fit_pairs.measure(fit_pairs.read_pairs(ALIGNMENT))


def _as_model(fitted: object, shift: float = 0.0) -> PairModel:
    written = fit_pairs.as_json(fitted, shift, "")  # type: ignore[arg-type]
    curves = tuple(
        Curve(curve["measure"], MEASURES[curve["measure"]], tuple(curve["at"]), tuple(curve["adds"]))
        for curve in written["curves"]
    )
    return PairModel(written["bias"], curves)
