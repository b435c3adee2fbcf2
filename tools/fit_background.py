"""Count in how many news articles each stem stands: ``python -m tools.fit_background [--write]``.

The articles are those of ``stories_allsides`` in ``../shared/data``, evenly taken. Only counts are kept, in
``generator/data/background.json``; a stem that fewer than LEAST articles have is as rare as one that none has.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from generator.language.kin import sense
from generator.language.stems import content_stems, read_words

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "stories_allsides" / "dev" / "inputs.jsonl"
BACKGROUND = Path(__file__).parents[1] / "generator" / "data" / "background.json"
SAMPLE = 2500  # articles
LEAST = 10  # articles; below it counts say more of the sample than of the word, and names of persons begin
NOTE = (
    "Counted by tools/fit_background.py on {count} English news articles of some hundred outlets (stories_allsides, "
    "grouped by AllSides): the number of articles in which each stem, or class of stems (with =), stands, where it is "
    "{least} or more."
)


def count_stems() -> tuple[int, Counter[str]]:
    """The number of articles read, and of those that have each stem."""
    rows = ARTICLES.read_text(encoding="utf-8").split("\n")
    texts = [json.loads(row)["text"] for row in rows if row.strip()]
    chosen = [texts[i * len(texts) // SAMPLE] for i in range(SAMPLE)] if len(texts) > SAMPLE else texts
    counts: Counter[str] = Counter()
    for text in chosen:
        counts.update({sense(stem) for stem in content_stems(read_words(text))})
    return len(chosen), counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write generator/data/background.json")
    arguments = parser.parse_args()
    articles, counts = count_stems()
    kept = {stem: counts[stem] for stem in sorted(counts) if counts[stem] >= LEAST and stem.lstrip("=").isalpha()}
    print(f"{articles} articles, {len(counts)} stems, {len(kept)} of them in {LEAST} articles or more")
    if arguments.write:
        note = NOTE.format(count=articles, least=LEAST)
        table = {"provenance": note, "articles": articles, "counts": kept}
        BACKGROUND.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
