"""Line models fitted without the site that they are measured on: what is fitted on a set counts on it only so.

Needs NumPy and LightGBM, as the fitting does. The pages of all sets are dealt into parts by site; each page is cleaned
by a model that saw the other parts only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import generator.clean
from generator.language.trees import LineModel
from tools import fit_clean

_KEPT = Path(__file__).resolve().parents[2] / ".build" / "evaluation"


@contextmanager
def line_model_without(site: str, pages: Path) -> Iterator[None]:
    """While this is open, pages are cleaned by a model that never saw the site. ``pages`` holds all the sets."""
    model = _models(pages)[fit_clean.fold_of(site)]
    with patch.object(generator.clean, "load_model", lambda: model):
        yield


@cache
def _models(pages: Path) -> dict[str, LineModel]:
    """By part, the model that was fitted without it; kept in .build/, since fitting takes minutes."""
    read = fit_clean.read_pages(pages)
    parts = [fit_clean.fold_of(page.site) for page in read]
    kept = _KEPT / f"line-folds-{_mark(read)}.json"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(fit_clean.fits_without(read, parts)), encoding="utf-8")
    return {part: LineModel.from_json(model) for part, model in json.loads(kept.read_text(encoding="utf-8")).items()}


def _mark(pages: Sequence[fit_clean.Page]) -> str:
    """Changes with anything that the fit depends on: its code and settings, and what it is given."""
    digest = sha256(Path(fit_clean.__file__).read_bytes())
    for page in pages:
        digest.update(f"{page.site} {page.labels} {page.sizes}".encode())
        digest.update(page.rows.tobytes())
    return digest.hexdigest()[:16]
