"""What work costs, for tests that compare two amounts of it; no test knows how fast a machine is."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def cost(work: Callable[[], object]) -> float:
    """Processor time of the best of three runs, in seconds; what other work has left to collect is no part of it."""
    gc.collect()
    gc.disable()
    try:
        return min(_once(work) for _ in range(3))
    finally:
        gc.enable()


def is_in_proportion(work: Callable[[int], object], size: int) -> bool:
    """Whether work on an input of ``size`` takes about as many times what an eighth of it takes: 8 times in
    proportion, 64 where every pair is looked at. The large one is done once."""
    small = cost(lambda: work(size // 8))
    return _once(lambda: work(size)) < 24 * small


def _once(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin
