"""``python -m tests.fuzz``: tries the promises of the program on invented stories.

Exit status: 0 every promise was kept, 1 one was broken; the smallest input of each kind of fault is then kept.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from pathlib import Path
from typing import Final

from tests.fuzz.cases import make_case
from tests.fuzz.fuzzing import Report, fuzz, keep_smallest, kinds
from tests.fuzz.running import ROOT, run_case, run_site

SITE_SHARE: Final = 20


def main() -> int:
    options = _parser().parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    if options.case is not None:
        return _one(seed, options.case, options.keep)
    print(f"Seed {seed}, {options.cases:,} cases in {options.jobs} processes.", flush=True)
    begun = time.monotonic()
    report = fuzz(seed, options.cases, options.jobs, SITE_SHARE, progress=_progress(options.cases))
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(
        f"{report.cases:,} stories in {time.monotonic() - begun:.0f} s: {report.digests:,} digests with "
        f"{report.claims:,} claims and {report.citations:,} citations, {report.cases - report.digests:,} refused; "
        f"{report.built:,} built as pages and feeds."
    )
    if not report.found:
        print("Every promise was kept.")
        return 0
    for (promise, place), count in kinds(report).most_common():
        print(f"BROKEN {promise}: {count} times{f' at {place}' if place else ''}")
    for found, folder in keep_smallest(report, options.keep):
        print(f"case {found.number}, {found.fault.promise}: {found.fault.detail[:300]}\n  smallest input: {folder}")
    print(f'Again: make fuzz ARGS="--seed {seed} --cases {options.cases}"; one of them: --case NUMBER')
    return 1


def _one(seed: int, number: int, keep: Path) -> int:
    """Run one case, leave its story to be looked at, and print what it breaks."""
    case = make_case(seed, number)
    outcome = run_case(case)
    faults = outcome.faults + [fault for _, fault in run_site([outcome])]
    if not (keep / case.name).exists():
        print(f"The story is in {case.write(keep)}.")
    for fault in faults:
        print(f"BROKEN {fault.promise}: {fault.detail}")
    return 1 if faults else 0


def _progress(cases: int):  # type: ignore[no-untyped-def]
    told = 0

    def show(report: Report) -> None:
        nonlocal told
        for found in report.found[told:]:
            print(
                f"case {found.number}, {found.fault.promise}: {found.fault.detail[:300]}", file=sys.stderr, flush=True
            )
        told = len(report.found)
        end = "\r" if sys.stderr.isatty() else "\n"
        if end == "\r" or report.cases % 1000 == 0 or report.cases == cases:
            print(
                f"{report.cases:,} of {cases:,} cases, {len(report.found)} faults", end=end, file=sys.stderr, flush=True
            )

    return show


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, help="of the run (chance; it is printed)")
    parser.add_argument("--cases", type=int, default=10_000, help="how many stories (10,000)")
    parser.add_argument("--case", type=int, metavar="NUMBER", help="run this one of them alone, and keep its story")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (as many as processors)")
    parser.add_argument(
        "--keep", type=Path, default=ROOT / ".build" / "fuzz", metavar="DIR", help="for smallest inputs"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
