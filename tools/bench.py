"""Time and memory of every stage: python -m tools.bench --help. Figures are printed and recorded, never asserted."""

from __future__ import annotations

import argparse
import platform
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from types import FunctionType
from typing import Any

from generator import once, pipeline
from generator.garbage import seldom_collecting
from generator.load import load_story
from generator.model import Story
from generator.terminal import quiet_end
from tools.evaluation.outcome import with_progress
from tools.evaluation.report import with_figures
from tools.simulate import simulate_story
from tools.site_bench import DRAFTED, site_table

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "content" / "stories" / "lavrov-pyongyang"
PAGE = ROOT / "docs" / "benchmarks.md"

_ROUNDS = 5  # the least of so many: what else the machine does only ever adds time
_CURVE = (5, 10, 20, 40, 80, 160)


@dataclass(slots=True)
class Spent:
    """CPU seconds and the highest memory (bytes, as Python allocates it) by stage, in the order of the first call."""

    seconds: dict[str, float] = field(default_factory=dict)
    peak: dict[str, int] = field(default_factory=dict)


@quiet_end
def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, and write them to docs/benchmarks.md unless a part alone was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description="Time and memory of the pipeline.")
    parser.add_argument("--part", choices=list(_PARTS), help="measure this alone, and write nothing")
    parser.add_argument("--stories", type=int, default=100, metavar="N", help="how many invented stories")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="N", help="part site: so many stories, site by site")
    parser.add_argument(
        "--drafts", type=int, default=DRAFTED, metavar="N", help=f"part site: so many are drafted ({DRAFTED})"
    )
    parser.add_argument("--alone", action="store_true", help="part site: without the other generators")
    options = parser.parse_args(arguments)
    wanted = [options.part] if options.part else list(_PARTS)
    figures = "\n\n".join(_PARTS[part](options) for part in wanted)
    print(figures)
    if not options.part and options.stories == 100:
        PAGE.write_text(with_figures(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")
    return 0


def _imports(_: argparse.Namespace) -> str:
    bare = min(_child_seconds("pass") for _ in range(_ROUNDS))
    loaded = min(_child_seconds("import generator.pipeline") for _ in range(_ROUNDS))
    return (
        f"Python {platform.python_version()}. Importing the pipeline: {loaded - bare:.3f} CPU seconds"
        f" (target under 0.4), over {bare:.3f} for Python alone."
    )


def _child_seconds(program: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _seeds(_: argparse.Namespace) -> str:
    story = load_story(SEEDS)
    pipeline.build(story)  # tables that are read on first use
    runs = [_run(story) for _ in with_progress("seeds", range(_ROUNDS))]
    best = min(runs, key=lambda run: sum(run.seconds.values()))
    memory = _run(story, trace=True)
    total = sum(best.seconds.values())
    title = f"The five seed captures, from captures to digest: {total:.3f} CPU seconds (target 0.35)"
    return f"{title}\n\n{_stages(best, memory)}"


def _many(options: argparse.Namespace) -> str:
    spent = Spent()
    for seed in with_progress("invented stories", range(options.stories)):
        _add(spent, _run(simulate_story(seed, captures=10)))
    memory = _run(simulate_story(0, captures=10), trace=True)
    total = sum(spent.seconds.values())
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    title = (
        f"{options.stories} invented stories of 10 captures: {total:.1f} CPU seconds,"
        f" {total / options.stories:.3f} a story; the process held at most {resident:.0f} MB."
        " The memory of the stages is that of one story."
    )
    return f"{title}\n\n{_stages(spent, memory)}"


def _curve(_: argparse.Namespace) -> str:
    lines = ["One invented story, by number of captures (targets: 40 under 4 CPU seconds, 160 under 12)", ""]
    lines += [
        "| captures | sentences | pairs scored | of all pairs | CPU seconds | a capture |",
        "|---|---|---|---|---|---|",
    ]
    for captures in with_progress("curve", _CURVE):
        story = simulate_story(1, captures)
        seconds = min(sum(_run(story).seconds.values()) for _ in range(2))
        workings = pipeline.work(story)
        passages = sum(1 for passage in workings.passages if passage.omit is None)
        pairs = passages * (passages - 1) // 2
        lines.append(
            f"| {captures} | {passages} | {len(workings.matches)} | {len(workings.matches) / max(1, pairs):.1%}"
            f" | {seconds:.2f} | {seconds / captures:.3f} |"
        )
    return "\n".join(lines)


def _site(options: argparse.Namespace) -> str:
    """Whole sites, each as drafts and signed, beside other generators."""
    sizes = options.sizes or [options.stories]
    return "\n\n".join(site_table(stories, not options.alone, options.drafts) for stories in sizes)


_PARTS: dict[str, Callable[[argparse.Namespace], str]] = {
    "imports": _imports,
    "seeds": _seeds,
    "many": _many,
    "curve": _curve,
    "site": _site,
}


def _run(story: Story, *, trace: bool = False) -> Spent:
    """What one build of a story spends in every stage. Tracing memory slows it down, so it is asked for by itself."""
    spent = Spent()
    with seldom_collecting(), _watched(spent, trace):  # as every command works
        pipeline.build(story)
    return spent


@contextmanager
def _watched(spent: Spent, trace: bool) -> Iterator[None]:
    """Watch every stage where the pipeline calls it, so that what is measured is the program itself; what calls stages
    for it (``once``) is none, and would be counted twice."""
    stages = {
        name: function
        for name, function in vars(pipeline).items()
        if isinstance(function, FunctionType) and function.__module__ not in (pipeline.__name__, once.__name__)
    }
    for name, function in stages.items():
        setattr(pipeline, name, _watch(name, function, spent, trace))
    if trace:
        tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()
        for name, function in stages.items():
            setattr(pipeline, name, function)


def _watch(name: str, stage: Callable[..., Any], spent: Spent, trace: bool) -> Callable[..., Any]:
    @wraps(stage)
    def watched(*values: Any) -> Any:
        if trace:
            tracemalloc.reset_peak()
            held = tracemalloc.get_traced_memory()[0]
        began = time.process_time()
        result = stage(*values)
        spent.seconds[name] = spent.seconds.get(name, 0.0) + time.process_time() - began
        if trace:
            peak = tracemalloc.get_traced_memory()[1] - held
            spent.peak[name] = max(spent.peak.get(name, 0), peak)
        return result

    return watched


def _add(total: Spent, one: Spent) -> None:
    for name, seconds in one.seconds.items():
        total.seconds[name] = total.seconds.get(name, 0.0) + seconds


def _stages(spent: Spent, memory: Spent) -> str:
    whole = sum(spent.seconds.values()) or 1.0
    rows = ["| stage | CPU seconds | share | memory, MB |", "|---|---|---|---|"]
    rows += [
        f"| {name} | {seconds:.3f} | {seconds / whole:.0%} | {memory.peak.get(name, 0) / 1e6:.1f} |"
        for name, seconds in spent.seconds.items()
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
