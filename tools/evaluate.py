"""Measure the generator on human-made data: python -m tools.evaluate --help."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from generator.terminal import quiet_end
from tests.spec.gold import GERMAN
from tools.evaluation.cases import evaluate_cases, evaluate_invented
from tools.evaluation.digests import evaluate_digests
from tools.evaluation.disagreements import evaluate_headlines, evaluate_pairs_of_texts
from tools.evaluation.entries import evaluate_seeds, evaluate_stories
from tools.evaluation.extraction import evaluate_extraction, evaluate_wrapped
from tools.evaluation.floors import fallen, raised, read_floors, write_floors
from tools.evaluation.forms import evaluate_forms
from tools.evaluation.measures import MEASURES
from tools.evaluation.nearest import evaluate_nearest
from tools.evaluation.outcome import Case, Outcome, worst
from tools.evaluation.report import table, with_figures
from tools.evaluation.shared import MissingDataError, Shared, open_shared
from tools.evaluation.statements import evaluate_clusters, evaluate_pairs

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "tests" / "evaluation" / "floors.json"
PAGE = ROOT / "docs" / "evaluation.md"


# What fits a model or runs trafilatura needs packages that nothing else does: imported by the sets that do.
def _without_site(site: str, pages: Path) -> AbstractContextManager[None]:
    """The line model fitted without this site."""
    from tools.evaluation.line_folds import line_model_without

    return line_model_without(site, pages)


def _without_topic(topic: str, data: Path) -> AbstractContextManager[None]:
    """The pair model fitted without this topic."""
    from tools.evaluation.pair_folds import pair_model_without

    return pair_model_without(topic, data)


def _evaluate_pages(shared: Shared, name: str) -> Outcome:
    """The set's pages as HTML, beside trafilatura."""
    from tools.evaluation.pages import evaluate_pages

    return evaluate_pages(shared, name)


# What every set is measured by. Those fitted on are named in docs/evaluation.md, with how they are cross-validated.
SETS: Mapping[str, Callable[[Shared], Outcome]] = {
    "aeb": partial(evaluate_extraction, name="aeb", judged_by=_without_site),
    "aed_dev": partial(evaluate_extraction, name="aed_dev", judged_by=_without_site),
    "wcxb_dev": partial(evaluate_extraction, name="wcxb_dev", judged_by=_without_site),
    "aeb_wrapped": partial(evaluate_wrapped, name="aeb", judged_by=_without_site),
    "aed_dev_wrapped": partial(evaluate_wrapped, name="aed_dev", judged_by=_without_site),
    "wcxb_dev_wrapped": partial(evaluate_wrapped, name="wcxb_dev", judged_by=_without_site),
    "aeb_html": partial(_evaluate_pages, name="aeb"),
    "aed_dev_html": partial(_evaluate_pages, name="aed_dev"),
    "digest_mds": partial(evaluate_digests, name="digest_mds", judged_by=_without_topic),
    "merge_pyramids": partial(evaluate_clusters, name="merge_pyramids/val"),
    "pairs_ecb": partial(evaluate_pairs, name="pairs_ecb/dev"),
    "pairs_mds": partial(evaluate_pairs, name="pairs_mds/dev", judged_by=_without_topic),
    "contradiction_rte3": partial(evaluate_pairs_of_texts, name="contradiction_rte3/dev"),
    "disagree_fnc1": partial(evaluate_headlines, name="disagree_fnc1"),
    "cases": evaluate_cases,
    "invented": evaluate_invented,
    "german": partial(evaluate_invented, language=GERMAN),
    "seeds": lambda _: evaluate_seeds(ROOT / "content" / "stories"),
    "stories_allsides": evaluate_stories,
    "nearest_allsides": partial(evaluate_nearest, name="stories_allsides/dev"),
    "nearest_ecb": partial(evaluate_nearest, name="stories_ecb/train"),
    "forms": evaluate_forms,
}


@quiet_end
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the sets; return 0, 1 where a figure fell under its recorded value, 2 where the data are missing."""
    options = _parser().parse_args(arguments)
    try:
        shared = open_shared(options.shared)
    except MissingDataError as error:
        print(f"{error}; name their folder with --shared", file=sys.stderr)
        return 2
    outcomes: dict[str, Outcome] = {}
    for name in options.set or SETS:
        outcomes[name] = SETS[name](shared)
        print(_figures({name: outcomes[name]}), file=sys.stderr)
    now = _figures(outcomes)
    figures = table(MEASURES, now)
    print(figures)
    if not options.set:
        PAGE.write_text(with_figures(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")
    for name, outcome in outcomes.items():
        _show(name, worst(outcome.cases, options.worst))
    recorded = {measure.name for measure in MEASURES if measure.recorded}
    return _judge({name: figure for name, figure in now.items() if name in recorded}, options.raise_floors)


def _figures(outcomes: Mapping[str, Outcome]) -> dict[str, float]:
    """By the measure's name, as the scorer rounds them."""
    return {
        measure.name: round(float(outcomes[measure.set].figures[measure.key]), 4)
        for measure in MEASURES
        if measure.set in outcomes and measure.key in outcomes[measure.set].figures
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.evaluate",
        description="Run the generator on every evaluation set and compare its figures with what was recorded.",
    )
    parser.add_argument(
        "--set", action="append", choices=list(SETS), metavar="NAME", help=f"one of {', '.join(SETS)}; may be repeated"
    )
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N worst cases of each set")
    parser.add_argument("--raise-floors", action="store_true", help="record this run's figures, if none has fallen")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="holds data/ and tools/score.py")
    return parser


def _show(name: str, cases: Sequence[Case]) -> None:
    for case in cases:
        print(f"\n== {name}: {case.badness:.2f} {case.where}\n{case.text}")


def _judge(now: Mapping[str, float], raise_floors: bool) -> int:
    recorded = read_floors(FLOORS)
    under = fallen(recorded, now)
    for line in under:
        print(line, file=sys.stderr)
    if under:
        return 1
    if raise_floors:
        write_floors(FLOORS, raised(recorded, now))
    return 0


if __name__ == "__main__":
    sys.exit(main())
