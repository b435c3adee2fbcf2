"""A case that breaks a promise -> the smallest found that still breaks it, by leaving out files, lines and words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from tests.fuzz.cases import Case

TRIES: Final = 150  # runs of the program for one case: a few seconds, with sites some minutes
# What the inventor knows of a story, such as which of its words are hidden, holds for whole lines only.
BY_LINES: Final = ("hidden text", "speakers", "apart", "balanced marks", "quotation lock")


def smallest(case: Case, promise: str, breaks: Callable[[Case], bool], tries: int = TRIES) -> Case:
    """The case without whatever it can do without. ``breaks`` says whether a case still breaks the promise."""
    left = tries

    def still(candidate: Case) -> bool:
        nonlocal left
        left -= 1
        return left >= 0 and breaks(candidate)

    for path in sorted(case.planted.encodings):
        fewer = _without(case, path)
        if len(case.planted.encodings) > 1 and still(fewer):
            case = fewer
    if case.files.get("story.md") != b"---\ntitle: A\ndate: 2031-05-02\n---\n":
        bare = _with(case, "story.md", b"---\ntitle: A\ndate: 2031-05-02\n---\n")
        case = bare if still(bare) else case
    for separator in (b"\n",) if promise in BY_LINES else (b"\n", b" ", b""):
        for path in sorted(case.files):
            case = _shorter(case, path, separator, still)
    return case


def _shorter(case: Case, path: str, separator: bytes, still: Callable[[Case], bool]) -> Case:
    """The case with a file from which as many pieces are left out as can be, in ever smaller runs."""
    pieces = _pieces(case.files[path], separator)
    run = len(pieces) // 2
    while run:
        at = 0
        while at < len(pieces):
            fewer = pieces[:at] + pieces[at + run :]
            candidate = _with(case, path, separator.join(fewer))
            if fewer != pieces and still(candidate):
                case, pieces = candidate, fewer
            else:
                at += run
        run //= 2
        if not separator and run < 4:  # single bytes take more runs than they are worth
            break
    return case


def _pieces(data: bytes, separator: bytes) -> list[bytes]:
    return data.split(separator) if separator else [data[at : at + 1] for at in range(len(data))]


def _with(case: Case, path: str, data: bytes) -> Case:
    return replace(case, files={**case.files, path: data})


def _without(case: Case, path: str) -> Case:
    planted = case.planted
    kept: Iterator[str] = (one for one in planted.encodings if one != path)
    encodings = {one: planted.encodings[one] for one in kept}
    spoken = {one: planted.spoken[one] for one in encodings}
    files = {one: data for one, data in case.files.items() if one != path}
    return replace(case, files=files, planted=replace(planted, encodings=encodings, spoken=spoken))
