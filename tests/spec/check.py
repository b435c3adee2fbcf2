"""Does every quote of the specification stand in its capture, once? ``python -m tests.spec.check``"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain, combinations

from tests.spec.gold import FOLDERS, KINDS, SPOKEN, Gold, Quote, captures, read, slugs


def findings(gold: Gold) -> Iterator[str]:
    """What is wrong with one story's ``gold.json``, a line each; nothing where it is sound."""
    texts = captures(gold)
    for quote in _quotes(gold):
        if quote.source not in texts:
            yield f"{gold.slug}: no capture {quote.source!r}"
        elif (count := texts[quote.source].count(quote.exact)) != 1:
            yield f"{gold.slug}: {count} times in {quote.source}: {quote.exact!r}"
    yield from _shape(gold)
    yield from _contradictions(gold)


def _quotes(gold: Gold) -> Iterator[Quote]:
    yield from chain.from_iterable((*gold.same, *gold.not_same, gold.omit))
    for conflict in gold.disagreements:
        yield from chain.from_iterable(conflict.sides)
    for entry in gold.attributed:
        yield entry.quote


def _shape(gold: Gold) -> Iterator[str]:
    for group in gold.same:
        if len(group) < 2:
            yield f"{gold.slug}: a group of one: {group}"
    for pair in gold.not_same:
        if len(pair) != 2:
            yield f"{gold.slug}: not a pair: {pair}"
    for conflict in gold.disagreements:
        if conflict.kind not in KINDS or len(conflict.sides) != 2 or not all(conflict.sides):
            yield f"{gold.slug}: a disagreement has a known kind and two sides: {conflict}"
    for entry in gold.attributed:
        if entry.kind not in SPOKEN:
            yield f"{gold.slug}: unknown kind {entry.kind!r}"


def _contradictions(gold: Gold) -> Iterator[str]:
    apart = {frozenset(pair) for pair in gold.not_same}
    apart |= {
        frozenset(pair)
        for conflict in gold.disagreements
        for pair in ((a, b) for a in conflict.sides[0] for b in conflict.sides[-1])
    }
    for group in gold.same:
        for pair in combinations(group, 2):
            if frozenset(pair) in apart:
                yield f"{gold.slug}: the same and not the same: {pair}"


def main() -> int:
    """Print every finding; exit status 1 where there is one."""
    stories = [read(slug, language) for language in FOLDERS for slug in slugs(language)]
    problems = [line for gold in stories for line in findings(gold)]
    print("\n".join(problems) or f"{len(stories)} stories, every quote stands in its capture")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
