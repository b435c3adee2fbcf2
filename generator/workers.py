"""Work that is spread over processes of this machine."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from typing import Any, TypeVar

_Job = TypeVar("_Job")
_Made = TypeVar("_Made")


def spread(
    work: Callable[[_Job], _Made | None], jobs: Sequence[_Job], processes: int
) -> Iterator[tuple[_Job, _Made | None]]:
    """What ``work`` made of each job, in their order, by so many forked processes; None where it made nothing, where a
    process ended, and where there is no use for several: the caller does it itself. Jobs and what is made of them are
    pickled; ``work`` is not, and has in each process what it had here when the first job was asked for."""
    done = 0
    if processes > 1 and len(jobs) > 1 and "fork" in get_all_start_methods():
        try:
            with ProcessPoolExecutor(min(processes, len(jobs)), get_context("fork"), _begin, (work,)) as pool:
                for job, made in zip(jobs, pool.map(_work, jobs), strict=True):
                    done += 1
                    yield job, made
        except BrokenProcessPool:  # one was killed, for want of memory as a rule
            pass
    yield from ((job, None) for job in jobs[done:])


_given: Callable[[Any], Any]  # of a worker: its work, which came to it when it was forked


def _work(job: Any) -> Any:
    return _given(job)


def _begin(work: Callable[[Any], Any]) -> None:
    """A worker ends with its parent, whose Ctrl-C it leaves to it."""
    global _given
    _given = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
