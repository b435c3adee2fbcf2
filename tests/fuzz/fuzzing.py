"""A run of the fuzzer: many cases in several processes, and a report of the promises that were broken."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from tests.fuzz.cases import Case, make_case
from tests.fuzz.checks import Fault
from tests.fuzz.running import Outcome, limit_memory, run_case, run_extract, run_site
from tests.fuzz.smaller import smallest

BATCH: Final = 100  # cases that a process runs before it reports
EXTRACTED: Final = 10  # of so many cases one is also extracted
_SHOWN: Final = 1  # cases that are kept of each kind of fault


@dataclass(frozen=True, slots=True)
class Found:
    """A fault and the number of its case, None where only the whole site shows it."""

    number: int | None
    fault: Fault


@dataclass(slots=True)
class Report:
    """What a run found. ``digests`` counts the stories that were not refused, ``built`` those of which a site was
    made."""

    seed: int
    cases: int = 0
    digests: int = 0
    built: int = 0
    claims: int = 0
    citations: int = 0
    found: list[Found] = field(default_factory=list)

    def broken(self, promise: str) -> list[str]:
        """A line for each case that breaks this promise."""
        return [f"case {one.number}: {one.fault.detail}" for one in self.found if one.fault.promise == promise]

    def add(self, other: Report) -> None:
        self.cases += other.cases
        self.digests += other.digests
        self.built += other.built
        self.claims += other.claims
        self.citations += other.citations
        self.found += other.found


def fuzz(
    seed: int,
    cases: int,
    jobs: int,
    site_share: int,
    batch: int = BATCH,
    progress: Callable[[Report], None] = lambda _: None,
) -> Report:
    """Run ``cases`` cases in ``jobs`` processes; a site is built of one in ``site_share``. ``progress`` sees the report
    as it grows."""
    report = Report(seed)
    starts = range(0, cases, batch)
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=limit_memory) as pool:
        running = {
            pool.submit(run_batch, seed, start, min(start + batch, cases), site_share): start for start in starts
        }
        for done in as_completed(running):
            try:
                report.add(done.result())
            except BrokenProcessPool:
                report.found.append(Found(None, Fault("ends well", f"the process of {running[done]} died", "died")))
            progress(report)
    report.found.sort(key=lambda one: (one.number is None, one.number or 0))
    return report


def run_batch(seed: int, start: int, end: int, site_share: int) -> Report:
    """Cases ``start`` to ``end`` in this process, and the site of their share."""
    report = Report(seed)
    for_site: list[Outcome] = []
    for number in range(start, end):
        outcome = run_case(make_case(seed, number))
        report.cases += 1
        if outcome.digest is not None:
            report.digests += 1
            report.claims += len(outcome.digest.get("claims", ()))
            report.citations += sum(len(claim["citations"]) for claim in outcome.digest.get("claims", ()))
        report.found += [Found(number, fault) for fault in outcome.faults]
        if number % EXTRACTED == 0:
            report.found += [Found(number, fault) for fault in run_extract(outcome.case)]
        if number % site_share == 0 and outcome.ended_well:
            for_site.append(outcome)
    report.found += _site_faults(for_site)
    report.built += sum(outcome.digest is not None for outcome in for_site)
    return report


def _site_faults(outcomes: list[Outcome]) -> Iterator[Found]:
    """The faults of the site of these stories. Where the whole site fails, each story is tried alone."""
    faults = run_site(outcomes)
    if all(name for name, _ in faults):
        yield from (Found(int(name.rpartition("-")[2]), fault) for name, fault in faults)
        return
    alone = [(outcome, fault) for outcome in outcomes for _, fault in run_site([outcome], again=False)]
    yield from (Found(int(outcome.case.name.rpartition("-")[2]), fault) for outcome, fault in alone)
    shown = {fault.promise for _, fault in alone}
    yield from (Found(None, fault) for name, fault in faults if not name and fault.promise not in shown)


def kinds(report: Report) -> Counter[tuple[str, str]]:
    """How often each kind of fault was found: the promise and the place in the program."""
    return Counter((one.fault.promise, one.fault.place) for one in report.found)


def keep_smallest(report: Report, folder: Path) -> Iterator[tuple[Found, Path]]:
    """Write the smallest input of a few cases of each kind of fault below ``folder``; give each with its folder."""
    shutil.rmtree(folder, ignore_errors=True)
    kept: Counter[tuple[str, str]] = Counter()
    for one in report.found:
        kind = (one.fault.promise, one.fault.place)
        if one.number is None or kept[kind] >= _SHOWN:
            continue
        kept[kind] += 1
        case = smallest(
            make_case(report.seed, one.number), kind[0], lambda candidate, kind=kind: kind in _kinds(candidate, kind)
        )
        place = folder / "-".join((_dashed(" ".join(kind)), str(kept[kind])))
        case.write(place)
        details = [fault.detail for fault in _faults(case, kind) if fault.promise == kind[0]]
        told = "\n".join((f"case {one.number} of seed {report.seed}", *details, ""))
        (place / "fault.txt").write_text(told, "utf-8", "backslashreplace")
        yield one, place


def _dashed(place: str) -> str:
    return "-".join(re.findall(r"\w+", place))[:80]


def _kinds(case: Case, wanted: tuple[str, str]) -> set[tuple[str, str]]:
    return {(fault.promise, fault.place) for fault in _faults(case, wanted)}


def _faults(case: Case, wanted: tuple[str, str]) -> list[Fault]:
    """The faults of one case, from its site only where its data do not show the wanted one."""
    outcome = run_case(case)
    if any((fault.promise, fault.place) == wanted for fault in outcome.faults):
        return outcome.faults
    return outcome.faults + [fault for _, fault in run_site([outcome], again=False)]
