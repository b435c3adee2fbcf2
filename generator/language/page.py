"""The lines of a page as a sequence of numbers: each line with its neighbours, its place, and the page's main stretch.

Nothing here decides; ``generator.clean`` weighs these numbers with fitted trees. The order of a row is ``FEATURES``.
No number grows or shrinks with the length of the page: each is taken from the line's surroundings, or ends at a cap. So
a paragraph in the middle of a book reads as one in the middle of a report does.
"""

from __future__ import annotations

from array import array
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import chain, islice, repeat

from generator.language.lines import CLASS_NAMES, FUNCTION_WORDS, HEAD, Line

_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_REACH = max(_NEIGHBOURS)
_WINDOWS = (3, 8, 20)
_FAR = 60  # lines; whatever lies further away is as good as absent
_AROUND = 240  # lines on either side that stand for the page where shares are taken
TOPIC = 40  # lines of the main stretch on either side whose words a line is compared with
_MANY_WORDS = 3000.0  # words of text in a row from which more of them say nothing new
_MANY_LINES = 100  # lines in a row from which more of them say nothing new
_COPIES = 3  # the same for lines that are repeated
_BREAK = 6.0  # words of text that a line of something else costs the main stretch
_SIGN_WORDS = 8  # a line of at most so many words can open a part of the page
_TEASERS = CLASS_NAMES.index("teaser of other articles")
_COMMENTS = CLASS_NAMES.index("comments")
_END_CLASSES = (0, 1, _TEASERS, _COMMENTS)  # classes whose short lines open a part that is not the article

_OWN = (
    "size", "chars", "word_length", "function_share", "capital_share", "upper_share", "digit_share", "comma_share",
    "reporting", "address_share", "ends_sentence", "cut_short", "inner_ends", "bullet", "indent", "blank_before",
    "blank_after", "dated", "clock", "question", "colon", "lower_start", "quote_start", "foreign", "separators",
    "address_sign", "writer_share", "joins", "copies", "textlike",
    *(f"class_{index}" for index in range(len(CLASS_NAMES))),
)  # fmt: skip
_NEAR = ("size", "ends_sentence", "textlike", "signs", "bullet", "capital_share")
_NOTHING = [-1.0] * len(_NEAR)  # where there is no neighbour
_PLACE = (
    *(f"text_within_{width}" for width in _WINDOWS),
    "lines_within_8_dated", "lines_within_8_cut", "lines_within_8_bullet", "words_within_3",
    "lines_above", "lines_below", "text_above", "text_below", "place", "text_place", "text_share",
    "from_core_start", "from_core_end", "in_core", "core_share", "core_words_seen", "text_past_core",
    "known_words", "known_share", "headline_words",
    "text_line_above", "text_line_below", "end_sign_above", "end_sign_class", "end_signs_above", "end_sign_below",
    "comment_sign_above", "teaser_sign_above", "lines_within_8_writer",
    "run_bullets", "run_short", "run_text", "run_place",
)  # fmt: skip
FEATURES: tuple[str, ...] = (*_OWN, *(f"{name}@{step}" for step in _NEIGHBOURS for name in _NEAR), *_PLACE)


def line_rows(lines: Sequence[Line]) -> Iterator[list[float]]:
    """One row of numbers for each line, in the order of FEATURES; made one at a time, since pages can have hundreds of
    thousands of lines."""
    if not lines:
        return iter(())
    textlike = [_textlike(line) for line in lines]
    columns = _place_columns(lines, textlike)
    rows = zip(_own_rows(lines, textlike), _near_rows(lines, textlike), zip(*columns, strict=True), strict=True)
    return ([*own, *near, *place] for own, near, place in rows)


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


def _own_rows(lines: Sequence[Line], textlike: Sequence[float]) -> Iterator[list[float]]:
    copies = Counter(line.text for line in lines)
    blank_after = chain((line.blank_before for line in lines[1:]), [True])
    for line, words, blank in zip(lines, textlike, blank_after, strict=True):
        yield _own_row(line, words, copies[line.text], blank)


def _own_row(line: Line, textlike: float, copies: int, blank_after: bool) -> list[float]:
    text, size = line.text, line.size
    length = len(text)
    return [
        float(size),
        float(length),
        length / (size + 1),
        _share(line.function_words, size),
        _share(line.capitalised, size),
        _share(line.upper, size),
        _share(line.digits, min(length, HEAD)),
        _share(line.commas, size),
        float(line.reporting),
        _share(line.address, size),
        float(line.ends_sentence),
        float(line.cut_short),
        float(line.inner_ends),
        float(line.bullet),
        float(line.indent),
        float(line.blank_before),
        float(blank_after),
        float(line.dated),
        float(line.clock),
        float(text[-1] == "?"),
        float(text[-1] == ":"),
        float(text[0].islower()),
        float(text[0] in "\"“'‘«"),
        float(_in_another_script(text)),
        float(text.count("|") + text.count("»") + text.count(" > ") + text.count("·")),
        float("@" in text or "http" in text or "www." in text),
        _share(line.writer, size),
        float(line.joins),
        float(min(_COPIES, copies)),
        textlike,
        *map(float, line.classes),
    ]


def _in_another_script(text: str) -> bool:
    """Whether a line begins with letters that are not Latin (U+02AF is the last of the Latin blocks)."""
    return not text.isascii() and sum(char > "\u02af" and char.isalpha() for char in text[:60]) > 5


def _near_rows(lines: Sequence[Line], textlike: Sequence[float]) -> Iterator[list[float]]:
    facts = deque[list[float]]([_NOTHING] * (_REACH + 1), maxlen=2 * _REACH + 1)
    coming = chain(map(_near_facts, lines, textlike), repeat(_NOTHING))
    facts.extend(islice(coming, _REACH))
    for _ in lines:
        facts.append(next(coming))
        yield [fact for step in _NEIGHBOURS for fact in facts[_REACH + step]]


def _near_facts(line: Line, textlike: float) -> list[float]:
    return [
        float(line.size),
        float(line.ends_sentence),
        textlike,
        float(sum(line.classes)),
        float(line.bullet),
        _share(line.capitalised, line.size),
    ]


def _place_columns(lines: Sequence[Line], textlike: Sequence[float]) -> list[array[float]]:
    first, last = main_stretch([words if words else -_BREAK for words in textlike])
    columns = chain(
        _window_columns(lines, textlike),
        _edge_columns(lines, textlike),
        _core_columns(textlike, first, last),
        _word_columns(lines, textlike, first, last),
        _sign_columns(lines, textlike, first),
        _run_columns(lines, textlike),
    )
    return [array("d", column) for column in columns]


def _window_columns(lines: Sequence[Line], textlike: Sequence[float]) -> list[list[float]]:
    places = range(len(lines))
    text = _sums(textlike)
    dated = _sums([float(line.dated or line.clock) for line in lines])
    cut = _sums([float(line.cut_short) for line in lines])
    bullets = _sums([float(line.bullet) for line in lines])
    words = _sums([float(line.size) for line in lines])
    return [
        *([_within(text, place, width) for place in places] for width in _WINDOWS),
        *([_within(sums, place, 8) for place in places] for sums in (dated, cut, bullets)),
        [_within(words, place, 3) for place in places],
    ]


def _edge_columns(lines: Sequence[Line], textlike: Sequence[float]) -> list[list[float]]:
    """How much of the page lies above and below each line, as far as it is near, and how much of that is text."""
    count = len(lines)
    text = _sums(textlike)
    words = _sums([float(line.size) for line in lines])
    first = [max(0, place - _AROUND) for place in range(count)]
    last = [min(count, place + 1 + _AROUND) for place in range(count)]
    above = [text[place] - text[first[place]] for place in range(count)]
    below = [text[last[place]] - text[place + 1] for place in range(count)]
    return [
        [float(place - first[place]) for place in range(count)],
        [float(last[place] - place - 1) for place in range(count)],
        [min(_MANY_WORDS, value) for value in above],
        [min(_MANY_WORDS, value) for value in below],
        [(place - first[place]) / (last[place] - first[place]) for place in range(count)],
        [up / (text[last[place]] - text[first[place]] or 1.0) for place, up in enumerate(above)],
        [
            (up + down) / (words[last[place]] - words[first[place]] or 1.0)
            for place, (up, down) in enumerate(zip(above, below, strict=True))
        ],
    ]


def _core_columns(textlike: Sequence[float], first: int, last: int) -> list[list[float]]:
    """Where each line stands to the main stretch, and how much of the stretch is passed there."""
    count = len(textlike)
    text = _sums(textlike)
    return [
        [float(max(-_FAR, min(_FAR, place - first))) for place in range(count)],
        [float(max(-_FAR, min(_FAR, place - last))) for place in range(count)],
        [float(first <= place <= last) for place in range(count)],
        [_share_of_core(text, place, first, last) for place in range(count)],
        [
            min(_MANY_WORDS, text[min(place, last + 1)] - text[first]) if place > first else 0.0
            for place in range(count)
        ],
        [min(_MANY_WORDS, text[place] - text[last + 1]) if place > last else 0.0 for place in range(count)],
    ]


def _share_of_core(text: Sequence[float], place: int, first: int, last: int) -> float:
    """How much of the text near a line lies in the main stretch; ``text`` is the running sum."""
    begin, end = max(0, place - _AROUND), min(len(text) - 1, place + _AROUND + 1)
    inside = text[max(begin, min(end, last + 1))] - text[min(end, max(begin, first))]
    return max(0.0, inside) / (text[end] - text[begin] or 1.0)


def _word_columns(lines: Sequence[Line], textlike: Sequence[float], first: int, last: int) -> list[list[float]]:
    """Words that a line shares with the main stretch near it and with its headline: teasers of other articles share
    few."""
    contents = [frozenset(content_words(line)) for line in lines]
    headline = _headline_words(lines, contents, textlike, first, last)
    shared, shares, in_headline = [], [], []
    for place, (line, known) in enumerate(zip(lines, _known_words(contents, textlike, first, last), strict=True)):
        content = content_words(line)
        own = 2 if first <= place <= last and textlike[place] else 1
        found = sum(known[word] >= own for word in content)
        shared.append(float(found))
        shares.append(found / len(content) if content else -1.0)
        in_headline.append(float(sum(word in headline for word in content)))
    return [shared, shares, in_headline]


def _sign_columns(lines: Sequence[Line], textlike: Sequence[float], first: int) -> list[list[float]]:
    """How far the nearest text and the nearest signs of another part of the page are."""
    ends = [end_class(line) for line in lines]
    end_sums = _sums([float(end >= 0) for end in ends])
    text_above, text_below = _distances([words > 0 for words in textlike])
    end_above, end_below = _distances([end >= 0 for end in ends])
    writers = _sums([float(line.writer > 0) for line in lines])
    return [
        text_above,
        text_below,
        end_above,
        [float(ends[place - int(back)] if 0 < back < _FAR else -1) for place, back in enumerate(end_above)],
        [
            end_sums[place] - end_sums[max(first, place - _FAR)] if place > first else -1.0
            for place in range(len(lines))
        ],
        end_below,
        _distances([_has_sign(line, _COMMENTS) for line in lines])[0],
        _distances([_has_sign(line, _TEASERS) for line in lines])[0],
        [_within(writers, place, 8) for place in range(len(lines))],
    ]


def _run_columns(lines: Sequence[Line], textlike: Sequence[float]) -> list[list[float]]:
    short, place = _runs([words == 0 for words in textlike])
    return [_runs([line.bullet for line in lines])[0], short, _runs([words > 0 for words in textlike])[0], place]


def _known_words(
    contents: Sequence[frozenset[str]], textlike: Sequence[float], first: int, last: int
) -> Iterator[Counter[str]]:
    """For each line the content words of the main stretch near it, each with the number of the text lines there that
    have it; one counter, which moves on with the line."""
    known: Counter[str] = Counter()
    begin = end = first
    for place in range(len(contents)):
        nearest = max(first, min(last, place))
        while end <= min(last, nearest + TOPIC):
            if textlike[end]:
                known.update(contents[end])
            end += 1
        while begin < nearest - TOPIC:
            if textlike[begin]:
                known.subtract(contents[begin])
            begin += 1
        yield known


def _headline_words(
    lines: Sequence[Line], contents: Sequence[frozenset[str]], textlike: Sequence[float], first: int, last: int
) -> frozenset[str]:
    """Content words of the line above the main stretch that looks most like its headline."""
    known = {
        word for place in range(first, min(last, first + TOPIC) + 1) if textlike[place] for word in contents[place]
    }
    best, words = 0.0, frozenset[str]()
    for index in range(max(0, first - 25), first):
        if not 3 <= lines[index].size <= 30:
            continue
        content = contents[index]
        worth = len(content & known) - 0.5 * len(content - known)
        if worth >= best and worth > 0:
            best, words = worth, content
    return words


def content_words(line: Line) -> list[str]:
    """The longer words of a line that are no function words, in its order."""
    return [word for word in line.words if len(word) > 3 and word not in FUNCTION_WORDS]


def _has_sign(line: Line, index: int) -> bool:
    return line.classes[index] > 0 and line.size <= _SIGN_WORDS


def end_class(line: Line) -> int:
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


def _distances(marks: Sequence[bool]) -> tuple[list[float], list[float]]:
    """For each position, how far the nearest mark above and below it is (not itself), at most _FAR."""
    above = _back_distances(marks)
    below = _back_distances(marks[::-1])[::-1]
    return above, below


def _back_distances(marks: Sequence[bool]) -> list[float]:
    distances = []
    distance = float(_FAR)
    for mark in marks:
        distances.append(distance)
        distance = 1.0 if mark else min(float(_FAR), distance + 1)
    return distances


def _runs(marks: Sequence[bool]) -> tuple[list[float], list[float]]:
    """For each position the length of the run of marks that it is in, and its ordinal there, both at most _MANY_LINES;
    0 outside."""
    lengths, ordinals = [0.0] * len(marks), [0.0] * len(marks)
    start = 0
    for end in range(len(marks) + 1):
        if end < len(marks) and marks[end]:
            continue
        for place in range(start, end):
            lengths[place] = float(min(_MANY_LINES, end - start))
            ordinals[place] = float(min(_MANY_LINES, place - start + 1))
        start = end + 1
    return lengths, ordinals
