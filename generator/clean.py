"""Document -> the same document with every block labelled: article text, heading, list item or page furniture.

Each line of a page is described in numbers (``language.lines``, ``language.page``) and weighed by fitted trees
(``data/line_model.json``, made by ``tools/fit_clean.py``). What is kept is then called paragraph, heading or list item
by its shape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from generator.errors import InputError
from generator.language.lines import CLASS_NAMES, Line, describe_line
from generator.language.page import FEATURES, line_rows
from generator.language.trees import LineModel, read_model
from generator.model import Block, BlockKind, Document

# Log-odds from which a line is article text, and by how much less beside a line that is. F1 on aeb, aed_dev and
# wcxb_dev, each page predicted by a model that saw no page of its site: one level of -0.35 .924 .899 .934, of 0.1
# .925 .902 .931; 0.1 with 0.5 less beside article text .925 .898 .935; 0.3 with 0.7 less .924 .899 .933.
_LEVEL, _BESIDE = 0.1, 0.5
# A page whose lines all score low (a language the model has not seen, an article of one list) is judged against its
# best line: log-odds below it that are still kept.
_BELOW_BEST = 1.5
# A page whose best line scores less has none that stands out. Of the 1095 pages, predicted as above, the lowest best
# line has -0.6; pages of menus or messages alone stay below -1.0.
_NO_ARTICLE = -0.75
_TEXT_WORDS, _TEXT_LENGTH = 12, 60  # words or, for scripts without spaces, code points of a line of running text
_WORDS_A_SIGN = 10  # running text may hold a word that is also a sign of furniture ("close") in so many words
_HEADING_WORDS = 16  # a kept line of at most so many words that ends like no sentence is a heading
# Most lines, and words of each, that join article text as subheadings; without: aeb .923, wcxb_dev .932 at -0.35.
_BRIDGE_LINES, _BRIDGE_WORDS = 3, 8
_RUN_TOGETHER = 3  # joins from which a line is a list of titles: one or two may be names
_BARE_LINK = re.compile(r"[^\w\[]*\[[^\]]*\]\([^)]*\)\W*")


def clean(document: Document) -> Document:
    """The document with a kind for every block; text and spans stay as they are.

    What the reader took from markup stays: furniture always, a list item of the article, and a heading in the article
    or right above it. Furniture always carries the rule that said so.
    Raises InputError where no block is article text.
    """
    open_blocks = [i for i, block in enumerate(document.blocks) if block.kind is not BlockKind.FURNITURE]
    lines = page_lines(document)
    score = load_model().score
    kept = choose_article(lines, [score(row) for row in line_rows(lines)])
    if not any(kept):
        raise InputError(
            document.source.capture.path, "no article is found in this capture", "save the page again, or leave it out"
        )
    ends = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    blocks = list(document.blocks)
    for index, block in enumerate(open_blocks):
        blocks[block] = _label(blocks[block], lines, kept, index, ends)
    return replace(document, blocks=tuple(blocks))


def page_lines(document: Document) -> list[Line]:
    """The facts of every block that is not yet known to be furniture, in order."""
    lines = []
    end = 0
    for block in document.blocks:
        gap = document.text[end : block.start]
        end = block.end
        if block.kind is BlockKind.FURNITURE:
            continue
        lines.append(
            describe_line(
                document.text[block.start : block.end],
                indent=len(gap) - gap.rfind("\n") - 1,
                blank_before=gap.count("\n") > 1,
                listed=block.kind is BlockKind.LIST_ITEM,
            )
        )
    return lines


def choose_article(lines: Sequence[Line], scores: Sequence[float]) -> list[bool]:
    """Which lines are article text, from their log-odds; none where the page holds no article.

    Where no line stands out, which a capture of one line or two cannot, lines that read like an article's are kept.
    """
    best = max(scores, default=_NO_ARTICLE)
    if best <= _NO_ARTICLE:
        return [_reads_like_text(line) for line in lines]
    level = min(_LEVEL, best - _BELOW_BEST)
    sure = [False, *(score >= level for score in scores), False]
    kept = [
        (sure[place] or (score >= level - _BESIDE and (sure[place - 1] or sure[place + 1]))) and not _broken(line)
        for place, (line, score) in enumerate(zip(lines, scores, strict=True), start=1)
    ]
    return _with_bridges(lines, kept)


def _reads_like_text(line: Line) -> bool:
    long = line.size >= _TEXT_WORDS or len(line.text) >= _TEXT_LENGTH
    return long and line.ends_sentence and not line.cut_short and sum(line.classes) * _WORDS_A_SIGN <= line.size


def _with_bridges(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The same, with its subheadings: one to three short lines with article text right above and below them, none of
    which shows a sign of furniture."""
    bridged = list(kept)
    places = [place for place, keep in enumerate(kept) if keep]
    for above, below in pairwise(places):
        if 1 < below - above <= _BRIDGE_LINES + 1 and all(map(_may_be_heading, lines[above + 1 : below])):
            bridged[above:below] = [True] * (below - above)
    return bridged


def _may_be_heading(line: Line) -> bool:
    shown = any(line.classes) or line.bullet or line.dated or line.clock or line.ends_sentence or _broken(line)
    return line.size <= _BRIDGE_WORDS and not shown


@cache
def load_model() -> LineModel:
    """The fitted trees, read once."""
    return read_model(Path(__file__).parent / "data" / "line_model.json", FEATURES)


def _label(block: Block, lines: list[Line], kept: list[bool], index: int, ends: tuple[int, int]) -> Block:
    """The block with its kind; ``ends`` are the first and the last line of the article."""
    line = lines[index]
    if block.kind is BlockKind.HEADING and any(kept[index : index + 2]):
        return block
    if not kept[index]:
        rule = _broken(line) or f"line model: {_reason(line, index, ends)}"
        return replace(block, kind=BlockKind.FURNITURE, rule=rule)
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    if line.bullet:
        return replace(block, kind=BlockKind.LIST_ITEM)
    if _is_heading(line) and index < ends[1]:
        return replace(block, kind=BlockKind.HEADING, rule="short line without a sentence's end")
    return block


def _broken(line: Line) -> str | None:
    """What makes a line furniture wherever it stands, or None."""
    if _BARE_LINK.fullmatch(line.text):
        return "nothing but a link"
    if line.joins >= _RUN_TOGETHER and not line.ends_sentence:
        return "titles run together in one line"
    return None


def _is_heading(line: Line) -> bool:
    return line.size <= _HEADING_WORDS and (not line.ends_sentence or line.text.endswith("?"))


def _reason(line: Line, index: int, ends: tuple[int, int]) -> str:
    signs = max(range(len(CLASS_NAMES)), key=line.classes.__getitem__)
    if line.classes[signs]:
        return CLASS_NAMES[signs]
    if index < ends[0]:
        return "above the article"
    return "inside the article" if index < ends[1] else "below the article"
