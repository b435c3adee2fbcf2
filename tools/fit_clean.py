"""Fit the line model of ``generator.clean`` and write it as JSON; or measure it, cross-validated.

    python -m tools.fit_clean DATA [--out generator/data/line_model.json]
    python -m tools.fit_clean DATA --check site|set

DATA is a folder with one folder a set, each with ``dump/`` (plain-text page dumps), ``gold/`` (the article of each, by
the same file name) and ``index.jsonl`` (``id`` and ``domain`` of each page). ``--check site`` predicts each page from
pages of other sites, in five parts; ``--check set`` predicts each set from the other sets.

Needs numpy and lightgbm, which the generator itself does not. Fitting takes about two minutes on two idle cores, a
check by site five times that.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from generator.clean import choose_article, is_sentence, page_lines
from generator.extract.plain import read_plain
from generator.language.lines import Line
from generator.language.page import FEATURES, end_class, line_rows
from generator.language.trees import LineModel
from generator.model import BlockKind, Capture, Source

ROUNDS = 240
SETTINGS = {
    "objective": "binary",
    "num_leaves": 24,
    "max_bin": 63,
    "learning_rate": 0.08,
    "min_data_in_leaf": 60,
    "min_sum_hessian_in_leaf": 5,
    "lambda_l2": 5,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "verbosity": -1,
    "num_threads": 2,
    "deterministic": True,
    "seed": 1,
}
SMALL_SETS = 400  # pages; a set below this weighs more, so that the largest does not decide alone
SMALL_SET_WEIGHT = 1.6
CROP_EVERY = 2  # of the pages, one in so many is learnt from once more, cropped: captures can be nearly clean texts
CROP_WEIGHT = 0.4
CROP_ABOVE, CROP_BELOW = 5, 8  # lines left around the article of a cropped page
SHORT_EVERY = 2  # of the pages, one in so many is learnt from as a few lines of its article alone
SHORT_LINES, SHORT_WEIGHT = 8, 0.15  # lines of such a page at most
DRAWS = 5  # at random from a page, until a few lines of its furniture are found that are no prose
STITCHED, STITCHED_EVERY = 4, 2  # articles stitched into one long page of many matters; of the pages one in so many
STITCHED_WEIGHT = 0.6
CUT_GAP = 3  # lines that are no prose, below a gold text that is cut short, after which its article does not go on
FOLDS = 5
RUN = 3  # words of a run by which a line is found in the gold text
NEAR = 12  # lines within which a short line looks for lines that are placed in the gold text
REACH = 40  # words of the gold text before or after a placed line in which a short line beside it may stand
CROPPED, SHORT, LONG = "cropped", "short", "long"  # the sets of pages that are made of others


@dataclass(frozen=True)
class Page:
    """One page of the data. ``labels``: is each line article text; ``rows``: its numbers; ``sizes``: its words."""

    set: str
    site: str
    gold: str
    texts: tuple[str, ...]
    lines: tuple[Line, ...]
    labels: tuple[bool, ...]
    sizes: tuple[int, ...]
    rows: Any

    @property
    def article(self) -> list[int]:
        """Places of its lines of article text."""
        return [place for place, label in enumerate(self.labels) if label]


def words(text: str) -> list[str]:
    """Words as they are written, marks left out, as the scorer of the evaluation data counts them."""
    return re.findall(r"\w+", text)


def read_pages(data: Path) -> list[Page]:
    """Every page of every set, in name order. Raises FileNotFoundError where the data is not there."""
    pages = []
    for folder in sorted(path for path in data.iterdir() if (path / "dump").is_dir()):
        index = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
        sites = {entry["id"]: entry["domain"] for entry in index}
        for dump in sorted((folder / "dump").iterdir()):
            gold = (folder / "gold" / dump.name).read_text(encoding="utf-8")
            pages.append(read_page(folder.name, dump, sites[dump.stem], gold))
    return pages


def read_page(set_name: str, dump: Path, site: str, gold: str) -> Page:
    """One page of a set from its dump and the text of its article."""
    text = dump.read_text(encoding="utf-8")
    document = read_plain(Source(dump.stem, Capture(dump.name, "text/plain", text, "")))
    open_blocks = (block for block in document.blocks if block.kind is not BlockKind.FURNITURE)
    texts = tuple(document.text[block.start : block.end] for block in open_blocks)
    labels = label_lines(texts, gold)
    lines = tuple(page_lines(document))
    sizes = tuple(len(words(line)) for line in texts)
    return Page(set_name, site, gold, texts, lines, labels, sizes, np.array(list(line_rows(lines))))


def label_lines(texts: Sequence[str], gold: str) -> tuple[bool, ...]:
    """Which lines stand in the gold text. A line of more than four words does when half of its runs of three words
    do; a shorter one when it stands, as a whole, in the gold text between the nearest lines that are placed there."""
    gold_words = words(gold)
    places: dict[tuple[str, ...], list[int]] = {}
    for index in range(len(gold_words) - RUN + 1):
        places.setdefault(tuple(gold_words[index : index + RUN]), []).append(index)
    lines = [words(text) for text in texts]
    labels: list[bool] = [False] * len(lines)
    spans: list[tuple[int, int] | None] = [None] * len(lines)
    for index, line in enumerate(lines):
        runs = [tuple(line[i : i + RUN]) for i in range(len(line) - RUN + 1)]
        if len(line) <= RUN + 1:
            continue
        labels[index] = 2 * sum(run in places for run in runs) >= len(runs)
        once = [places[run][0] for run in runs if len(places.get(run, ())) == 1]
        if labels[index] and once:
            spans[index] = once[0], once[-1] + RUN
    for index, line in enumerate(lines):
        if 0 < len(line) <= RUN + 1:
            above, below = spans[max(0, index - NEAR) : index][::-1], spans[index + 1 : index + 1 + NEAR]
            labels[index] = _stands_between(line, above, below, gold_words)
    return tuple(labels)


def _stands_between(
    line: list[str],
    above: Sequence[tuple[int, int] | None],
    below: Sequence[tuple[int, int] | None],
    gold_words: list[str],
) -> bool:
    before = next((span[1] for span in above if span), None)
    after = next((span[0] for span in below if span), None)
    if before is None and after is None:
        return False
    start = before if before is not None else (after or 0) - REACH
    end = after if after is not None else start + REACH
    part = gold_words[max(0, start - 2) : end + 2]
    return any(part[i : i + len(line)] == line for i in range(len(part) - len(line) + 1))


def crop(page: Page) -> Page:
    """The page as a capture of little more than its article would be."""
    places = page.article
    above, below = max(0, places[0] - CROP_ABOVE), min(len(page.lines), places[-1] + 1 + CROP_BELOW)
    return made_of(CROPPED, [(page, place) for place in range(above, below)])


def shorten(page: Page, choose: random.Random) -> Page:
    """A few lines of its article, one after another, and nothing else."""
    count = choose.randint(1, SHORT_LINES)
    start = choose.randrange(max(1, len(page.article) - count + 1))
    return made_of(SHORT, [(page, place) for place in page.article[start : start + count]])


def shorten_around(page: Page, choose: random.Random) -> Page | None:
    """A few lines of its furniture, one after another, and nothing else; None where such lines were not met with.

    No prose is among them: alone, two paragraphs of a sidebar are an article.
    """
    for _ in range(DRAWS):
        start = choose.randrange(len(page.lines))
        places = range(start, min(len(page.lines), start + choose.randint(1, SHORT_LINES)))
        if not any(page.labels[place] or is_sentence(page.lines[place]) for place in places):
            return made_of(SHORT, [(page, place) for place in places])
    return None


def stitch(pages: Sequence[Page]) -> Page:
    """The articles of several pages one after another, with what is above and below the first."""
    first = pages[0]
    above = [(first, place) for place in range(first.article[0])]
    below = [(first, place) for place in range(first.article[-1] + 1, len(first.lines))]
    return made_of(LONG, [*above, *((page, place) for page in pages for place in page.article), *below])


def made_of(name: str, parts: Sequence[tuple[Page, int]]) -> Page:
    """A page of the lines at these places of other pages."""
    lines = tuple(page.lines[place] for page, place in parts)
    return Page(
        name,
        parts[0][0].site,
        "",
        tuple(page.texts[place] for page, place in parts),
        lines,
        tuple(page.labels[place] for page, place in parts),
        tuple(page.sizes[place] for page, place in parts),
        np.array(list(line_rows(lines))),
    )


def enlarged(pages: Sequence[Page]) -> list[Page]:
    """The pages, and what is made of them: captures that are nearly clean, short, or long and of many matters."""
    choose = random.Random(1)
    articles = [page for page in pages if page.article]
    cropped = [crop(page) for page in pages[::CROP_EVERY] if page.article]
    short = [shorten(page, choose) for page in articles[1::SHORT_EVERY]]
    around = [made for page in pages[::SHORT_EVERY] if (made := shorten_around(page, choose)) is not None]
    choose.shuffle(articles)
    starts = range(0, len(articles) - STITCHED, STITCHED * STITCHED_EVERY)
    return [*pages, *cropped, *short, *around, *(stitch(articles[start : start + STITCHED]) for start in starts)]


def past_gold(page: Page) -> frozenset[int]:
    """Places of prose that goes on right below the last line of the gold text: the gold may be cut short, and whoever
    learns from it that this is furniture learns that articles end early."""
    found = set()
    gap = 0
    for place in range(page.article[-1] + 1 if page.article else len(page.lines), len(page.lines)):
        line = page.lines[place]
        if end_class(line) >= 0 or gap > CUT_GAP:
            break
        gap = 0 if is_sentence(line) and not line.bullet and not any(line.classes) else gap + 1
        if not gap:
            found.add(place)
    return frozenset(found)


def weights(pages: Sequence[Page]) -> list[float]:
    """A line weighs its share of its page's article, since the measure is averaged over pages; nothing where the gold
    text may be cut short."""
    sizes = Counter(page.set for page in pages)
    factors = {name: SMALL_SET_WEIGHT if size < SMALL_SETS else 1.0 for name, size in sizes.items()}
    factors |= {CROPPED: CROP_WEIGHT, SHORT: SHORT_WEIGHT, LONG: STITCHED_WEIGHT}
    found = []
    for page in pages:
        article = sum(size for size, label in zip(page.sizes, page.labels, strict=True) if label) + 30
        unsure = past_gold(page) if page.set != SHORT else ()
        found += [
            0.0 if place in unsure else factors[page.set] * (min(size, 200) + 2) / article
            for place, size in enumerate(page.sizes)
        ]
    mean = statistics.mean(found)
    return [value / mean for value in found]


def fit(pages: Sequence[Page]) -> dict[str, Any]:
    """The model fitted on these pages, as ``LineModel.from_json`` reads it."""
    pages = enlarged(pages)
    rows = np.vstack([page.rows for page in pages])
    labels = np.array([label for page in pages for label in page.labels], dtype=float)
    data = lightgbm.Dataset(rows, labels, weight=np.array(weights(pages)), feature_name=list(FEATURES))
    booster = lightgbm.train(SETTINGS, data, ROUNDS)
    trees = [plain_tree(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return {"features": list(FEATURES), "trees": trees}


def plain_tree(node: dict[str, Any]) -> list[Any] | float:
    """A tree as nested lists: [feature, threshold, tree where feature <= threshold, tree else], or a leaf's value."""
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 4)
    threshold = float(f"{node['threshold']:.4g}")
    return [node["split_feature"], threshold, plain_tree(node["left_child"]), plain_tree(node["right_child"])]


def overlap(gold: str, predicted: str) -> tuple[float, float, float]:
    """Counts of 4-word runs in both texts, in the prediction alone, in the gold text alone."""
    first, second = runs_of(gold), runs_of(predicted)
    both = first & second
    return float(both.total()), float((second - first).total()), float((first - second).total())


def runs_of(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text; a shorter text is one run."""
    found = words(text)
    return Counter(run for i in range(max(1, len(found) - 3)) if (run := tuple(found[i : i + 4])))


def report(pages: Sequence[Page], chosen: Sequence[Sequence[bool]]) -> str:
    """F1 of mean precision and mean recall, by set, with the median of the pages' own F1."""
    lines = []
    for name in sorted({page.set for page in pages}):
        precisions, recalls, own = [], [], []
        for page, keep in zip(pages, chosen, strict=True):
            if page.set != name:
                continue
            kept = "\n".join(text for text, flag in zip(page.texts, keep, strict=True) if flag)
            both, extra, lost = overlap(page.gold, kept)
            precision, recall = both / (both + extra or 1), both / (both + lost or 1)
            own.append(2 * both / (2 * both + extra + lost or 1))
            recalls.append(recall)
            if both + extra:
                precisions.append(precision)
        p, r = statistics.mean(precisions), statistics.mean(recalls)
        f1, median = 2 * p * r / (p + r), statistics.median(own)
        lines.append(f"{name:10} F1 {f1:.4f}  P {p:.3f}  R {r:.3f}  median {median:.3f}")
    return "\n".join(lines)


def check(pages: Sequence[Page], by: str) -> str:
    """Cross-validated figures: each page is predicted by a model that saw no page of its site, or none of its set."""
    groups = [page.set if by == "set" else fold_of(page.site) for page in pages]
    models = {group: LineModel.from_json(model) for group, model in fits_without(pages, groups).items()}
    return report(pages, [choose(page, models[group]) for page, group in zip(pages, groups, strict=True)])


def fits_without(pages: Sequence[Page], groups: Sequence[str]) -> dict[str, dict[str, Any]]:
    """For each group, what ``fit`` gives for all pages of the other groups; ``groups`` names that of each page."""
    return {
        group: fit([page for page, own in zip(pages, groups, strict=True) if own != group])
        for group in sorted(set(groups))
    }


def choose(page: Page, model: LineModel) -> list[bool]:
    """The lines of a page that ``generator.clean`` would keep with this model."""
    return choose_article(page.lines, model.scores(page.rows.tolist()))


def fold_of(site: str) -> str:
    """The part, of FOLDS, that all pages of a site are in."""
    return str(int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS)


def write(model: dict[str, Any], pages: Sequence[Page], path: Path) -> None:
    """Write a model as JSON, a tree a line, with what it was made from."""
    sets = Counter(page.set for page in pages)
    provenance = {
        "made by": "tools/fit_clean.py",
        "from": "lines of public page dumps, labelled by human-made article texts: "
        + ", ".join(f"{name} ({count} pages)" for name, count in sorted(sets.items())),
        "cropped": f"one page in {CROP_EVERY} is learnt from once more, cut to its article and a few lines around it",
        "short": f"one page in {SHORT_EVERY} also as at most {SHORT_LINES} lines of its article, alone, and as many as "
        "at most that many lines of its furniture",
        "long": f"one page in {STITCHED_EVERY} also as part of a page of {STITCHED} articles, one after another",
        "left out": "prose right below the end of an article's text, which may be cut short there",
        "method": f"gradient-boosted trees (LightGBM {lightgbm.__version__}), {ROUNDS} rounds of at most "
        f"{SETTINGS['num_leaves']} leaves; the score of a line is the sum of its leaves, in log-odds",
        "tree": "[feature index, threshold, tree if value <= threshold, tree otherwise], or a leaf's value",
    }
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in model["trees"])
    head = json.dumps({"provenance": provenance, "features": model["features"]}, indent=1)
    path.write_text(head[:-2] + ',\n "trees": [\n' + trees + "\n]}\n", encoding="utf-8")


def main() -> int:
    """Fit and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("generator/data/line_model.json"))
    parser.add_argument("--check", choices=("site", "set"))
    arguments = parser.parse_args()
    pages = read_pages(arguments.data)
    if arguments.check:
        print(check(pages, arguments.check))
        return 0
    model = fit(pages)
    write(model, pages, arguments.out)
    fitted = LineModel.from_json(model)
    print("on its own training pages:")
    print(report(pages, [choose(page, fitted) for page in pages]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
