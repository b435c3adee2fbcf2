"""The lines of a page as a sequence of numbers: each line with its neighbours, its place, and the page's main stretch.

Nothing here decides; ``generator.clean`` weighs these numbers with fitted trees. The order of a row is ``FEATURES``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.language.lines import CLASS_NAMES, FUNCTION_WORDS, Line

_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (3, 8, 20)
_FAR = 60  # lines; whatever lies further away is as good as absent
_BREAK = 6.0  # words of text that a line of something else costs the main stretch
_SIGN_WORDS = 8  # a line of at most so many words can open a part of the page
_TEASERS = CLASS_NAMES.index("teaser of other articles")
_COMMENTS = CLASS_NAMES.index("comments")
_END_CLASSES = (0, 1, _TEASERS, _COMMENTS)  # classes whose short lines open a part that is not the article

_OWN = (
    "size", "chars", "word_length", "function_share", "capital_share", "upper_share", "digit_share", "comma_share",
    "reporting", "address_share", "ends_sentence", "cut_short", "inner_ends", "bullet", "indent", "blank_before",
    "blank_after", "dated", "clock", "question", "colon", "lower_start", "quote_start", "foreign", "separators",
    "address_sign", "writer_share", "copies", "textlike", *(f"class_{index}" for index in range(len(CLASS_NAMES))),
)  # fmt: skip
_NEAR = ("size", "ends_sentence", "textlike", "signs", "bullet", "capital_share")
_PLACE = (
    *(f"text_within_{width}" for width in _WINDOWS),
    "lines_within_8_dated", "lines_within_8_cut", "lines_within_8_bullet", "words_within_3",
    "page_lines", "page_text", "place", "text_above", "text_below", "line_place",
    "from_core_start", "from_core_end", "in_core", "core_text_share", "core_words_seen", "text_past_core",
    "known_words", "known_share", "headline_words",
    "text_line_above", "text_line_below", "end_sign_above", "end_sign_class", "end_signs_in_core", "end_sign_below", "comment_sign_above", "teaser_sign_above", "lines_within_8_writer",
    "run_bullets", "run_short", "run_text", "run_place",
)  # fmt: skip
FEATURES: tuple[str, ...] = (*_OWN, *(f"{name}@{step}" for step in _NEIGHBOURS for name in _NEAR), *_PLACE)


def line_rows(lines: Sequence[Line]) -> list[list[float]]:
    """One row of numbers for each line, in the order of FEATURES."""
    if not lines:
        return []
    textlike = [_textlike(line) for line in lines]
    own = _own_rows(lines, textlike)
    near = _near_rows(lines, textlike)
    place = _place_rows(lines, textlike)
    return [a + b + c for a, b, c in zip(own, near, place, strict=True)]


def main_stretch(worth: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run whose sum is greatest (Kadane); the first such run, (0, 0) for an empty one."""
    best = total = float("-inf")
    first = last = start = 0
    for index, value in enumerate(worth):
        if total > 0:
            total += value
        else:
            total, start = value, index
        if total > best:
            best, first, last = total, start, index
    return first, last


def _textlike(line: Line) -> float:
    """Words of a line that reads like running text, else 0."""
    if line.cut_short:
        return 0.0
    if line.size < 10 and len(line.text) < 60:
        return 0.0
    if not (line.ends_sentence or line.inner_ends):
        return 0.0
    return float(min(line.size, 120))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _own_rows(lines: Sequence[Line], textlike: Sequence[float]) -> list[list[float]]:
    copies = Counter(line.text for line in lines)
    rows = []
    count = len(lines)
    for index, line in enumerate(lines):
        text, size = line.text, line.size
        length = len(text)
        first = text[0]
        rows.append(
            [
                float(size),
                float(length),
                length / (size + 1),
                _share(line.function_words, size),
                _share(line.capitalised, size),
                _share(line.upper, size),
                _share(line.digits, min(length, 200)),
                _share(line.commas, size),
                float(line.reporting),
                _share(line.address, size),
                float(line.ends_sentence),
                float(line.cut_short),
                float(line.inner_ends),
                float(line.bullet),
                float(line.indent),
                float(line.blank_before),
                float(index + 1 >= count or lines[index + 1].blank_before),
                float(line.dated),
                float(line.clock),
                float(text[-1] == "?"),
                float(text[-1] == ":"),
                float(first.islower()),
                float(first in "\"“'‘«"),
                float(not text.isascii() and sum(char > "ʯ" and char.isalpha() for char in text[:60]) > 5),
                float(text.count("|") + text.count("»") + text.count(" > ") + text.count("·")),
                float("@" in text or "http" in text or "www." in text),
                _share(line.writer, size),
                float(copies[text]),
                textlike[index],
                *map(float, line.classes),
            ]
        )
    return rows


def _near_rows(lines: Sequence[Line], textlike: Sequence[float]) -> list[list[float]]:
    facts = [
        [
            float(line.size),
            float(line.ends_sentence),
            words,
            float(sum(line.classes)),
            float(line.bullet),
            _share(line.capitalised, line.size),
        ]
        for line, words in zip(lines, textlike, strict=True)
    ]
    nothing = [-1.0] * len(_NEAR)
    count = len(lines)
    rows = []
    for index in range(count):
        row: list[float] = []
        for step in _NEIGHBOURS:
            other = index + step
            row += facts[other] if 0 <= other < count else nothing
        rows.append(row)
    return rows


def _place_rows(lines: Sequence[Line], textlike: Sequence[float]) -> list[list[float]]:
    count = len(lines)
    text_sum = _sums(textlike)
    word_sum = _sums([float(line.size) for line in lines])
    dated = _sums([float(line.dated or line.clock) for line in lines])
    cut = _sums([float(line.cut_short) for line in lines])
    bullets = _sums([float(line.bullet) for line in lines])
    total_text, total_words = text_sum[-1], word_sum[-1]
    first, last = main_stretch([words if words else -_BREAK for words in textlike])
    core_text = text_sum[last + 1] - text_sum[first]
    known = _known_words(lines, textlike, first, last)
    headline = _headline_words(lines, known, first)
    ends = [_end_class(line) for line in lines]
    end_sum = _sums([float(end >= 0) for end in ends])
    text_above, text_below = _distances([words > 0 for words in textlike])
    end_above, end_below = _distances([end >= 0 for end in ends])
    comment_above = _back_distances([bool(line.classes[_COMMENTS]) and line.size <= _SIGN_WORDS for line in lines])
    teaser_above = _back_distances([bool(line.classes[_TEASERS]) and line.size <= _SIGN_WORDS for line in lines])
    writer = _sums([float(line.writer > 0) for line in lines])
    bullet_runs = _runs([line.bullet for line in lines])
    short_runs = _runs([words == 0 for words in textlike])
    text_runs = _runs([words > 0 for words in textlike])
    rows = []
    for index, line in enumerate(lines):
        content = [word for word in line.words if len(word) > 3 and word not in FUNCTION_WORDS]
        own_share = 2 if first <= index <= last and textlike[index] else 1
        shared = sum(known[word] >= own_share for word in content)
        row = [_within(text_sum, index, width) for width in _WINDOWS]
        row += [_within(dated, index, 8), _within(cut, index, 8), _within(bullets, index, 8), _within(word_sum, index, 3)]
        row += [
            float(count),
            total_text,
            word_sum[index] / (total_words or 1.0),
            text_sum[index] / (total_text or 1.0),
            (total_text - text_sum[index + 1]) / (total_text or 1.0),
            index / count,
            float(max(-_FAR, min(_FAR, index - first))),
            float(max(-_FAR, min(_FAR, index - last))),
            float(first <= index <= last),
            core_text / (total_text or 1.0),
            text_sum[min(index, last + 1)] - text_sum[first] if index > first else 0.0,
            text_sum[index] - text_sum[last + 1] if index > last else 0.0,
            float(shared),
            shared / len(content) if content else -1.0,
            float(sum(word in headline for word in content)),
            float(text_above[index]),
            float(text_below[index]),
            float(end_above[index]),
            float(ends[index - end_above[index]] if 0 < end_above[index] < _FAR else -1),
            end_sum[index] - end_sum[first] if index > first else -1.0,
            float(end_below[index]),
            float(comment_above[index]),
            float(teaser_above[index]),
            _within(writer, index, 8),
            float(bullet_runs[index][0]),
            float(short_runs[index][0]),
            float(text_runs[index][0]),
            float(short_runs[index][1]),
        ]
        rows.append(row)
    return rows


def _known_words(lines: Sequence[Line], textlike: Sequence[float], first: int, last: int) -> Counter[str]:
    """Content words of the main stretch, each with the number of its text lines that have it."""
    known: Counter[str] = Counter()
    for index in range(first, last + 1):
        if textlike[index]:
            known.update({word for word in lines[index].words if len(word) > 3 and word not in FUNCTION_WORDS})
    return known


def _headline_words(lines: Sequence[Line], known: Counter[str], first: int) -> frozenset[str]:
    """Content words of the line above the main stretch that looks most like its headline."""
    best, words = 0.0, frozenset[str]()
    for index in range(max(0, first - 25), first):
        line = lines[index]
        if not 3 <= line.size <= 30:
            continue
        content = frozenset(word for word in line.words if len(word) > 3 and word not in FUNCTION_WORDS)
        worth = sum(word in known for word in content) - 0.5 * sum(word not in known for word in content)
        if worth >= best and worth > 0:
            best, words = worth, content
    return words


def _end_class(line: Line) -> int:
    """The class of a short line that opens a part which is not the article, else -1."""
    if line.size > _SIGN_WORDS or not line.size:
        return -1
    for index in _END_CLASSES:
        if line.classes[index] > 1 or (line.classes[index] and line.size < 4):
            return index
    return -1


def _sums(values: Sequence[float]) -> list[float]:
    """Running sums, one longer than the values: ``sums[b] - sums[a]`` is the sum of ``values[a:b]``."""
    sums = [0.0]
    total = 0.0
    for value in values:
        total += value
        sums.append(total)
    return sums


def _within(sums: Sequence[float], index: int, width: int) -> float:
    return sums[min(len(sums) - 1, index + width + 1)] - sums[max(0, index - width)]


def _distances(marks: Sequence[bool]) -> tuple[list[int], list[int]]:
    """For each position, how far the nearest mark above and below it is (not itself), at most _FAR."""
    above = _back_distances(marks)
    below = _back_distances(marks[::-1])[::-1]
    return above, below


def _back_distances(marks: Sequence[bool]) -> list[int]:
    distances = []
    distance = _FAR
    for mark in marks:
        distances.append(distance)
        distance = 1 if mark else min(_FAR, distance + 1)
    return distances


def _runs(marks: Sequence[bool]) -> list[tuple[int, int]]:
    """For each position the length of the run of marks that it is in, and its ordinal there; (0, 0) outside."""
    runs = [(0, 0)] * len(marks)
    start = 0
    while start < len(marks):
        end = start
        while end < len(marks) and marks[end]:
            end += 1
        for index in range(start, end):
            runs[index] = (end - start, index - start + 1)
        start = max(end, start + 1)
    return runs
