"""Document -> the same document with every block labelled: article text, heading, list item or page furniture.

Each line of a dump is described in numbers (``language.lines``, ``language.page``) and weighed by fitted trees
(``data/line_model.json``, made by ``tools/fit_clean.py``). Of what markup calls the article the trees take
nothing. What is kept is then called paragraph, heading or list item by its shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from generator.errors import InputError
from generator.language.heads import Below, head_of
from generator.language.lines import CLASS_NAMES, LINE_ENDS, Line, describe_line, in_title_capitals
from generator.language.page import FEATURES, TOPIC, content_words, end_class, line_rows
from generator.language.quotations import find_quotations
from generator.language.trees import LineModel, read_model
from generator.language.wraps import PRINTED
from generator.model import Block, BlockKind, Document

_BREAK = re.compile(rf"\r\n|[{LINE_ENDS}]")
# Log-odds from which a line is article text, and by how much less beside a line that is. F1 on aeb, aed_dev and
# wcxb_dev and last paragraphs kept, each page predicted by a model that saw no page of its site, before heads ended
# articles: -0.1 with 0.5 less .930 .903 .938, .92 .95 .91; 0.0 with 0.5 .930 .904 .937, .92 .94 .91; 0.1 with 0.8 .928
# .903 .937, .91 .94 .90; 0.2 with 0.5 .930 .906 .936, .92 .93 .89.
_LEVEL, _BESIDE = -0.1, 0.5
# A page whose lines all score low (a language the model has not seen, an article of one list) is judged against its
# best line: log-odds below it that are still kept.
_BELOW_BEST = 1.5
# A page whose best line scores less has none that stands out. Of the 1095 pages, predicted as above, the lowest best
# line has -0.59; pages of menus alone stay below -2.9, and an error message of three lines reaches -0.67.
_NO_ARTICLE = -0.65
# Lines that are no prose between two lines of the article across which it goes on, and by how much less a line of prose
# beside the article may score. With one model for all: without both .923 .898 .931 and last paragraphs of 78 % of
# wcxb_dev; 8 and 2 .925 .897 .932 and 84 %; 4 and 2 .925 .896 .932; 8 and 3 .925 .895 .932. That short sentences join
# an end of the article as well, and that what says when is not counted, moves none by more than .0001.
_PROSE_GAP, _PROSE_BESIDE = 8, 2.5
# A head of what stands below articles ends one that has so many lines and words above it, if what is kept below is at
# most such a share of it; a head of readers' comments also above more, if so many lines there have a time or speak of
# comments. Without: F1 .930 .903 .938 on the three sets, with .936 .904 .941; five pages lose up to .08.
_ARTICLE_LINES, _ARTICLE_WORDS, _BELOW_SHARE, _VOICES = 3, 60, 0.2, 2
_SENTENCE_WORDS = 8  # a line of fewer words may be a menu's or a button's, though it ends like a sentence ...
_SHORT_SENTENCE = 4  # ... but not between lines of the article, or right beside one
_STAMP_WORDS = 6  # a longer line with a day or an hour may be a headline or a caption
_NEXT_TO = 6  # lines above and below the article in which prose may still be its own
_SAME_MATTER = 0.4  # of the longer words of such prose stand in the article
_TEXT_WORDS = 12  # words of a line of running text
_WORDS_A_SIGN = 10  # running text may hold a word that is also a sign of furniture ("close") in so many words
_COMMENTS = CLASS_NAMES.index("comments")
_LEGAL, _PAIR = CLASS_NAMES.index("legal notice"), 2  # a pair of words counts as two signs
_HEADING_WORDS = 16  # a kept line of at most so many words that ends like no sentence is a heading
# Most lines, and words of each, that join article text as subheadings; without: aeb .923, wcxb_dev .932 at -0.35.
_BRIDGE_LINES, _BRIDGE_WORDS = 3, 8
_RUN_TOGETHER = 3  # joins from which a line is a list of titles: one or two may be names
_MARKED = frozenset(["text/html", "text/markdown"])  # what is open of these is what their markup calls the article
_NOTICE_WORDS, _CAPTION_WORDS = 40, 60  # longest lines that are one notice of rights, or one caption
_NOTICE = re.compile(
    r"(?<!Ã)©|\(c\) (?:19|20)\d\d|\ball rights reserved\b|\bcopyright (?:©|(?:19|20)\d\d)"
    r"|\bpersonal,? non-?commercial use\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"<(?:img|iframe|script|a|div|noscript|style|link)\b[^>]*\b(?:src|href|class|style)=", re.IGNORECASE
)
_LEAST_TEXT = 2  # lines of an article of which no tail is taken
_CONTACT = re.compile(
    r"\S@\w[\w.-]*\.\w|(?:^|\s)@\w{3,}.*\b(?:Twitter|Instagram|Threads|Bluesky|X)\b"
)  # how to reach who writes
_ABOUT_LINES = 5  # of the last lines of an article one may head what a company says about itself
# Below a company's report: whom to ask, and whose it is. In a dump what such a text says about itself is told by these:
# "About" heads the lives of writers as well, which the gold of the extraction sets keeps and drops alike.
_OF_RELEASES = re.compile(r"(?i:media|press) (?i:contacts?)\b|SOURCE:? [A-Z]")
_ABOUT = re.compile(r"About (?:the )?[A-Z]|Über [A-Z]")
# Where a page of an agency's report ends, or the report.
_OF_AGENCIES = re.compile(r"[\W_]*(?:MORE|ENDS?|ENDE|FIN)[\W_]*|[-–—]+ ?30 ?[-–—]+")
_EDIT = re.compile(
    r"\[ ?(?:edit|bearbeiten|modifier|editar|modifica|bewerken|edytuj|править)\b[^\[\]]{0,30}\]", re.IGNORECASE
)
_PAGE_NUMBER, _DIGITS = re.compile(r"(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?", re.IGNORECASE), re.compile(r"\d+")
_DRAWN = re.compile(r"(?:[^\w\s]\s?)+")  # between parts, or below a headline
_ACCOUNT = re.compile(r"@\w{2,30}")  # who posts, above each post
_TO_WORDS = "#:~:text="  # in the address that a browser puts below copied words
_NUMBERED_HEAD = re.compile(r"\b(?:page|seite|página|pagina|strona|sayfa) \d{1,4}\b", re.IGNORECASE)
# A day with the abbreviation of "year" behind it ends like a sentence: "7 мая 2026 г."
_DAY = re.compile(r"\W*\d{1,2} [^\W\d_]{3,12} (?:19|20)\d\d (?:г|р|r)\.(?:,? \d{1,2}:\d\d)?")
_ADVERTISEMENT = re.compile(
    r"\W*(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|publicidade|reklama"
    r"|реклама|sponsored content|promoted|story continues below.{0,20})\W*",
    re.IGNORECASE,
)
_DISCLOSURE_WORDS = 70
_DISCLOSURE = re.compile(r"\bwe may (?:earn|receive|get)\b.{0,60}\b(?:commission|compensation)\b", re.IGNORECASE)
_BARE_LINK = re.compile(r"[^\w\[]*\[[^\]]*\]\([^)]*\)\W*")


def clean(document: Document) -> Document:
    """The document with a kind for every block; text and spans stay as they are.

    What the reader took from markup stays: furniture always, a list item of the article, and a heading in the article
    or right above it. Furniture always carries the rule that said so; where it reads like the article's text and stands
    in it or next to it, the block says that it was set aside.
    Raises InputError where no block is article text.
    """
    open_blocks = [i for i, block in enumerate(document.blocks) if block.kind is not BlockKind.FURNITURE]
    lines = page_lines(document)
    marked = document.source.capture.media_type in _MARKED
    kept = choose_marked(lines) if marked else choose_article(lines, _scores(lines))
    if not any(kept):
        raise InputError(
            document.source.capture.path, "no article is found in this capture", "save the page again, or leave it out"
        )
    ends = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    aside = _set_aside(lines, kept, ends)
    blocks = list(document.blocks)
    for index, block in enumerate(open_blocks):
        blocks[block] = replace(_label(blocks[block], lines, kept, index, ends, marked), set_aside=index in aside)
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
                indent=len(_BREAK.split(gap)[-1]),
                blank_before=len(_BREAK.findall(gap)) > 1,
                listed=block.kind is BlockKind.LIST_ITEM,
            )
        )
    return lines


def _scores(lines: Sequence[Line]) -> list[float]:
    """The log-odds of each line."""
    return load_model().scores(line_rows(lines))


def choose_marked(lines: Sequence[Line]) -> list[bool]:
    """Which lines of what markup calls the article are its text: all but those that are none wherever they stand; none
    where no line reads like an article's."""
    kept = [_broken(line) is None and not _is_notice(line) for line in lines]
    if not any(keep and _may_be_article(line) for keep, line in zip(kept, lines, strict=True)):
        return [False] * len(lines)
    first = next(place for place, line in enumerate(lines) if kept[place] and _may_be_article(line))
    above = [keep and not _is_byline(line) for keep, line in zip(kept[:first], lines[:first], strict=True)]
    return _without_tail(lines, [*above, *kept[first:]])


def _is_notice(line: Line) -> bool:
    """Whether a line is a notice of rights, or of who pays, and nothing else. Of dumps the line model tells."""
    if line.size <= _NOTICE_WORDS and _NOTICE.search(line.text) is not None:
        return True
    return line.size <= _DISCLOSURE_WORDS and _DISCLOSURE.search(line.text) is not None


def _is_byline(line: Line) -> bool:
    """Whether a line above the article's first paragraph says who wrote it, or when."""
    return _says_when(line, _HEADING_WORDS)


def _says_when(line: Line, most_words: int) -> bool:
    """Whether a line of at most so many words, which is no sentence, has a day or an hour."""
    return line.size <= most_words and not line.ends_sentence and (line.dated or line.clock)


def _may_be_article(line: Line) -> bool:
    return is_sentence(line) or line.size >= _TEXT_WORDS


def _without_tail(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The same, without what pages put below their articles: headings of other parts, how to reach who writes, and what
    the publisher says about itself."""
    trimmed = _without_about(lines, kept)
    for place in reversed([place for place, keep in enumerate(trimmed) if keep][_LEAST_TEXT:]):
        if end_class(lines[place]) < 0 and not _CONTACT.search(lines[place].text):
            break
        trimmed[place] = False
    return trimmed


def _without_running_heads(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The same, without the numbers of printed pages and what stands beside them on one page as on another."""
    numbered: dict[str, dict[str, set[int]]] = {}  # the places of each head, by the numbers beside it
    for place, line in enumerate(lines):
        for beside in (place - 1, place + 1) if _PAGE_NUMBER.fullmatch(line.text) else ():
            if 0 <= beside < len(lines) and _may_be_running_head(lines[beside]):
                places = numbered.setdefault(_DIGITS.sub("0", lines[beside].text), {})
                places.setdefault(line.text, set()).update((place, beside))
    printed = [place for place, line in enumerate(lines) if PRINTED.fullmatch(line.text) or _is_numbered_head(line)]
    count = Counter(_DIGITS.sub("0", lines[place].text) for place in printed)
    again = {place for place in printed if count[_DIGITS.sub("0", lines[place].text)] > 1}
    drawn = {
        place for by_number in numbered.values() if len(by_number) > 1 for at in by_number.values() for place in at
    }
    return [keep and place not in drawn | again for place, keep in enumerate(kept)]


def _without_below(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The same, without what stands below the head of readers' comments, of other articles, or of references."""
    total = sum(line.size for line, keep in zip(lines, kept, strict=True) if keep)
    above = count = 0
    for place, (line, keep) in enumerate(zip(lines, kept, strict=True)):
        above, count = (above + line.size, count + 1) if keep else (above, count)
        if count < _ARTICLE_LINES or above < _ARTICLE_WORDS or (head := head_of(line)) is None:
            continue
        is_rest = total - above <= _BELOW_SHARE * above
        if is_rest or (head is Below.COMMENTS and sum(map(_is_of_comments, lines[place + 1 :])) >= _VOICES):
            return [keep and at < place for at, keep in enumerate(kept)]
    return list(kept)


def _is_of_comments(line: Line) -> bool:
    return line.size <= _HEADING_WORDS and (line.dated or line.clock or line.classes[_COMMENTS] > 0)


def _is_numbered_head(line: Line) -> bool:
    return line.size <= _HEADING_WORDS and not line.ends_sentence and _NUMBERED_HEAD.search(line.text) is not None


def _may_be_running_head(line: Line) -> bool:
    return 2 <= line.size <= _SENTENCE_WORDS and line.text[0].isupper() and not line.ends_sentence


def _without_about(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The same, without what a company says about itself below its reports."""
    text = [place for place, keep in enumerate(kept) if keep]
    about = next((place for place in text[_LEAST_TEXT:][-_ABOUT_LINES:] if _is_about(lines[place])), len(lines))
    return [keep and place < about for place, keep in enumerate(kept)]


def _is_about(line: Line) -> bool:
    """Whether a line heads what a company says about itself below its reports, or holds that below its head."""
    head, _, rest = line.text.partition("\n")
    is_head = _ABOUT.match(head) is not None and len(head.split()) <= _SENTENCE_WORDS
    return is_head and (bool(rest) or not line.ends_sentence)


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
    kept = _with_open_quotations(lines, _with_turns(lines, kept))
    whole = _with_bridges(lines, _with_prose(lines, scores, kept, level - _PROSE_BESIDE))
    whole = _without_below(lines, _without_running_heads(lines, whole))
    return _without_about(lines, whole) if any(_OF_RELEASES.match(line.text) for line in lines) else whole


def is_sentence(line: Line) -> bool:
    """Whether a line ends like a sentence and is as long as one."""
    return line.size >= _SENTENCE_WORDS and line.ends_sentence and not line.cut_short


def _is_prose(line: Line) -> bool:
    """Whether a line is a sentence or more that shows next to no sign of furniture. One pair of a legal notice does not
    count: "do not" and "may not" are words of any text."""
    signs = sum(line.classes) - min(_PAIR, line.classes[_LEGAL])
    return is_sentence(line) and (signs <= 1 or signs * _WORDS_A_SIGN <= line.size) and _broken(line) is None


def _may_be_sentence(line: Line) -> bool:
    """Whether a line may be a short sentence."""
    return line.size >= _SHORT_SENTENCE and _may_be_words(line)


def _may_be_words(line: Line) -> bool:
    """Whether a line ends like a sentence, of however few words, and shows no sign of furniture."""
    shown = any(line.classes) or line.bullet or line.dated or line.clock or line.cut_short or _broken(line)
    return line.ends_sentence and not shown


def _is_stamp(line: Line) -> bool:
    """Whether a line says when what follows was said or written, and nothing else: a transcript has one before each."""
    return _says_when(line, _STAMP_WORDS)


def _with_prose(lines: Sequence[Line], scores: Sequence[float], kept: Sequence[bool], least: float) -> list[bool]:
    """The same, with the prose that the article goes on with: what stands between two of its lines with little else
    there, whatever its score; and what follows the article or leads to it line by line and scores ``least``."""
    text = [_is_prose(line) or _may_be_sentence(line) for line in lines]
    unstamped = [place for place, line in enumerate(lines) if not _is_stamp(line)]
    other = {place for place in unstamped if not text[place]}
    grown = list(kept)
    for above, below in pairwise(place for place, keep in enumerate(kept) if keep):
        if sum(place in other for place in range(above + 1, below)) <= _PROSE_GAP:
            grown[above + 1 : below] = text[above + 1 : below]
    may_join = [good and score >= least for good, score in zip(text, scores, strict=True)]
    for above, below in pairwise(unstamped):
        grown[below] = grown[below] or (may_join[below] and grown[above])
    for below, above in pairwise(reversed(unstamped)):
        grown[above] = grown[above] or (may_join[above] and grown[below])
    return grown


# Who speaks, or when, before what is said: "Q: ", "MR. PELL: ", "[00:14] Pell: ", "— ".
_TURN = re.compile(
    r"(?:[\[(]?\d{1,3}(?::\d\d){1,2}[\])]?[\s,–—-]*)?([A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3}) ?:\s+(?=\S)"
    r"|([–—]) (?=\S)"
)
# Fewer are no conversation; a voice takes a turn so often; and such a share of the turns ends like a sentence, as the
# lines of a list of prices, authors or links do not. With the shipped model the text of none of the 1095 pages of aeb,
# aed_dev and wcxb_dev changes: one has such turns that the trees leave out, a transcript, and its prose is kept anyway.
_TURNS, _OFTEN, _SPOKEN = 6, 3, 0.9


def _with_turns(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The same, with the turns of a conversation that the article prints: lines that begin with who speaks, where two
    or more speak again and again, or with a dash."""
    found = ((place, _TURN.match(line.text)) for place, line in enumerate(lines))
    turns = {place: match[1] or match[2] for place, match in found if match is not None}
    count = Counter(turns.values())
    own = [place for place, voice in turns.items() if count[voice] >= _OFTEN]
    voices = {turns[place] for place in own}
    ended = [place for place in own if lines[place].ends_sentence and _broken(lines[place]) is None]
    is_conversation = len(own) >= _TURNS and (len(voices) > 1 or not voices.isdisjoint("–—"))
    if not is_conversation or len(ended) < _SPOKEN * len(own) or not any(kept[place] for place in own):
        return list(kept)
    spoken = frozenset(ended)
    return [keep or place in spoken for place, keep in enumerate(kept)]


def _with_open_quotations(lines: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """The same, with the lines that go on with a quotation which the article's line above them leaves open: each begins
    with its mark again, as papers print what runs over paragraphs. Who said it stands in the last of them.

    Of the 1,095 pages of aeb, aed_dev and wcxb_dev none changes: there such lines are long, and kept anyway."""
    grown = list(kept)
    for place in range(1, len(lines)):
        mark = _left_open(lines[place - 1].text) if grown[place - 1] else None
        grown[place] = grown[place] or (mark is not None and lines[place].text.startswith(mark))
    return grown


def _left_open(text: str) -> str | None:
    """The mark of the quotation that is open where a line ends, None where none is."""
    for opening, closing in (("“", "”"), ("«", "»")):
        if text.count(opening) > text.count(closing):
            return opening
    return '"' if text.count('"') % 2 else None


def _set_aside(lines: Sequence[Line], kept: Sequence[bool], ends: tuple[int, int]) -> frozenset[int]:
    """Lines of prose, and short sentences, that are not kept though they stand in the article, or next to it: right
    there, or prose near it and on the same matter. Where prose that is not kept is more than what is, all of it,
    wherever it stands."""
    first, last = ends
    prose = [_is_prose(line) for line in lines]
    out = frozenset(place for place, good in enumerate(prose) if good and not kept[place])
    used = sum(line.size for line, keep in zip(lines, kept, strict=True) if keep)
    if sum(lines[place].size for place in out) > used:
        return out
    text = [good or _may_be_sentence(line) for good, line in zip(prose, lines, strict=True)]
    aside = {place for place in range(first, last) if not kept[place] and text[place]}
    for near, edge, step in ((range(first, first + TOPIC), first, -1), (range(last, last - TOPIC, -1), last, 1)):
        matter = {word for place in near if first <= place <= last for word in content_words(lines[place])}
        aside.update(_text_next_to(lines, prose, text, edge, step, matter))
    return frozenset(aside)


def _text_next_to(
    lines: Sequence[Line], prose: Sequence[bool], text: Sequence[bool], edge: int, step: int, matter: Collection[str]
) -> Iterator[int]:
    """Places of text beyond an edge of the article, up to where another part of the page begins: what joins it line by
    line, and farther on prose that shares most of its words with it (``matter``)."""
    joins = True
    for place in range(edge + step, len(lines) if step > 0 else -1, step):
        near = abs(place - edge) <= _NEXT_TO
        joins = joins and (text[place] or _is_stamp(lines[place]) or _may_be_words(lines[place]))
        if end_class(lines[place]) >= 0 or not (joins or near):
            return
        words = content_words(lines[place])
        shared = sum(word in matter for word in words)
        if (joins and text[place]) or (prose[place] and near and shared >= _SAME_MATTER * len(words)):
            yield place


def _reads_like_text(line: Line) -> bool:
    return (
        line.size >= _TEXT_WORDS
        and line.ends_sentence
        and not line.cut_short
        and sum(line.classes) * _WORDS_A_SIGN <= line.size
    )


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
    return line.size <= _BRIDGE_WORDS and not shown and any(map(str.isalpha, line.text))


@cache
def load_model() -> LineModel:
    """The fitted trees, read once."""
    return read_model(Path(__file__).parent / "data" / "line_model.json", FEATURES)


def _label(block: Block, lines: list[Line], kept: list[bool], index: int, ends: tuple[int, int], marked: bool) -> Block:
    """The block with its kind; ``ends`` are the first and the last line of the article, ``marked`` says whether markup
    told it."""
    line = lines[index]
    if block.kind is BlockKind.HEADING and any(kept[index : index + 2]):
        return block
    if not kept[index]:
        rule = _broken(line) or f"{'line' if marked else 'line model'}: {_reason(line, index, ends)}"
        return replace(block, kind=BlockKind.FURNITURE, rule=rule)
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    if line.bullet:
        return replace(block, kind=BlockKind.LIST_ITEM)
    if _is_heading(line) and index < ends[1]:
        return replace(block, kind=BlockKind.HEADING, rule="short line without a sentence's end")
    if in_title_capitals(line.text) and index < ends[1]:
        return replace(block, kind=BlockKind.HEADING, rule="line in the capitals of a title")
    return block


def _broken(line: Line) -> str | None:
    """What makes a line furniture wherever it stands, or None."""
    if _BARE_LINK.fullmatch(line.text):
        return "nothing but a link"
    if _DRAWN.fullmatch(line.text):
        return "no word"
    if _ACCOUNT.fullmatch(line.text):
        return "name of an account"
    if _TO_WORDS in line.text:
        return "link to copied words"
    if _ADVERTISEMENT.fullmatch(line.text):
        return "advertisement"
    if _DAY.fullmatch(line.text):
        return "day alone"
    if _OF_AGENCIES.fullmatch(line.text):
        return "mark of an agency"
    if _EDIT.fullmatch(line.text):
        return "link to change the page"
    if line.credit and line.size <= _CAPTION_WORDS:
        return "caption or credit"
    if _MARKUP.match(line.text):
        return "markup as text"
    if line.joins >= _RUN_TOGETHER and not line.ends_sentence:
        return "titles run together in one line"
    return None


def _is_heading(line: Line) -> bool:
    if line.size > _HEADING_WORDS or (line.ends_sentence and not line.text.endswith("?")):
        return False
    quotations = find_quotations(line.text, ((0, len(line.text)),))
    return not quotations or quotations[-1].closed  # what a line leaves open goes on in the next one


def _reason(line: Line, index: int, ends: tuple[int, int]) -> str:
    signs = max(range(len(CLASS_NAMES)), key=line.classes.__getitem__)
    if line.classes[signs]:
        return CLASS_NAMES[signs]
    if index < ends[0]:
        return "above the article"
    return "inside the article" if index < ends[1] else "below the article"
