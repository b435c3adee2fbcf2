"""Sentences to passages: what each asserts, who says so, how surely, and about whom.

Reads only its own document. ``subject`` and ``verb`` of a passage are those of what is asserted: where somebody says
*that* something is so, they belong to the clause that is said, while ``speaker`` and ``reporting`` hold who says it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator.language.gloss import Glossed, named_bodies
from generator.language.languages import language_of
from generator.language.names import Cast, make_cast
from generator.language.quotations import Quotation, around, find_quotations, torn, within
from generator.language.recognise import is_read, language_name
from generator.language.runon import LONGEST_SENTENCE, MOST_SENTENCES, TOO_MANY
from generator.language.scan import Token, read_tokens
from generator.language.tongues import block_languages
from generator.model import Block, BlockKind, Document, Kind, Passage, Sentence
from generator.passages.carry import Said, of_whom
from generator.passages.credits import leave_out_credits
from generator.passages.fillers import leave_out_fillers
from generator.passages.joined import join_quotations
from generator.passages.places import Place, Repeated, find_places
from generator.passages.quoted import Person, attribute
from generator.passages.reading import Reading, read
from generator.passages.referents import Trace, resolve, trace
from generator.passages.sentence import of_sentence, unread_passage

__all__ = ["find_passages"]


def find_passages(
    document: Document, sentences: tuple[Sentence, ...], most: int = MOST_SENTENCES, language: str | None = None
) -> tuple[Passage, ...]:
    """The passages of a document in order; those of one sentence cover all its text but white space.

    ``sentences`` are spans of ``document.text`` in order, of which the first ``most`` are read and the rest left out
    with the reason. Of a text in a ``language`` that is not read, and of a paragraph in another one than that, each
    sentence is a passage of which nothing is known but its words. Linear in the length of the text.
    """
    tongues = block_languages(document, dict.fromkeys(s.block for s in sentences), language)
    unread = tuple(s for s in sentences if not is_read(tongues[s.block]))
    if unread:
        by_words = _by_words(document, unread, find_places(document), tongues)
        read_ones = _read(document, tuple(s for s in sentences if is_read(tongues[s.block])), most, tongues)
        together = sorted((*by_words, *read_ones), key=lambda passage: passage.start)
        return tuple(replace(passage, position=index) for index, passage in enumerate(together))
    return _read(document, sentences, most, tongues)


def _read(
    document: Document, sentences: tuple[Sentence, ...], most: int, languages: Mapping[int, str | None]
) -> tuple[Passage, ...]:
    """The passages of sentences that are read with their grammar."""
    behind = sentences[most:]
    sentences = sentences[:most]
    places = find_places(document)
    glosses = _glosses(document, sentences, languages)
    scanned = [
        () if _is_run_on(s) else glosses[s.start].tokens if s.start in glosses else read_tokens(_text_of(document, s))
        for s in sentences
    ]
    told = (glosses[s.start].gloss.text if s.start in glosses else _text_of(document, s) for s in sentences)
    cast = make_cast(zip(told, scanned, strict=True))
    cast = replace(cast, agents=cast.agents | named_bodies(glosses.values()))
    passages: list[Passage] = []
    quotations = _quotations(document)
    persons: dict[str, Person] = {}
    traces: dict[str, Trace] = {}
    said, above = Said(), -1
    for block, group in groupby(enumerate(zip(sentences, scanned, strict=True)), key=lambda one: one[1][0].block):
        quotes = quotations[block]
        said = _across(said, document, above, block)
        above = block
        for place, (sentence, tokens) in group:
            if _is_run_on(sentence):
                passages.append(
                    unread_passage(document, sentence, sentence.start, sentence.end, places[block], _RUN_ON)
                )
                said = Said()
            if not tokens:
                continue
            reading = _reading(document, sentence, tokens, quotes, cast.upto(place), glosses.get(sentence.start))
            found, said = of_sentence(document, sentence, reading, quotes, said, places[block])
            passages += found
            if reading.gloss is None:
                traces.update((passage.id, trace(reading, passage)) for passage in found)
            if within(quotes, sentence.start, sentence.end) is None and (person := of_whom(reading, said)):
                persons[found[-1].id] = person
        if not (quotes and not quotes[-1].closed):
            said = replace(said, speech=None)
    attributed = attribute(document, passages, [q for block in sorted(quotations) for q in quotations[block]], persons)
    joined = join_quotations(document, resolve(document, attributed, traces))
    numbered = tuple(replace(passage, position=index) for index, passage in enumerate(joined))
    read_ones = leave_out_credits(leave_out_fillers(_mark_repeats(numbered, places)))
    return read_ones + tuple(
        unread_passage(document, s, s.start, s.end, places[s.block], TOO_MANY, len(read_ones) + index)
        for index, s in enumerate(behind)
    )


def _text_of(document: Document, sentence: Sentence) -> str:
    return document.text[sentence.start : sentence.end]


def _glosses(
    document: Document, sentences: Sequence[Sentence], languages: Mapping[int, str | None]
) -> dict[int, Glossed]:
    """The gloss of each sentence by its place, where its language has one."""
    found: dict[int, Glossed] = {}
    for code in dict.fromkeys(languages.values()):
        language = language_of(code)
        if language is None or language.gloss is None:
            continue
        own = [s for s in sentences if languages[s.block] == code and not _is_run_on(s)]
        glosses = language.gloss([_text_of(document, s) for s in own])
        found.update((s.start, gloss) for s, gloss in zip(own, glosses, strict=True))
    return found


def _by_words(
    document: Document, sentences: tuple[Sentence, ...], places: Sequence[Place], languages: Mapping[int, str | None]
) -> tuple[Passage, ...]:
    """A passage for each sentence, of which nothing is known but its words."""
    quotations = _quotations(document)
    found = []
    for sentence in sentences:
        language = languages[sentence.block] or ""
        passage = unread_passage(document, sentence, sentence.start, sentence.end, places[sentence.block], "")
        quotes = quotations.get(sentence.block, ())
        found.append(
            replace(
                passage,
                kind=Kind.UNREAD,
                kind_reason=f"not read, for it is in {language_name(language)}",
                torn=torn(quotes, sentence.start, sentence.end),
                language=language,
                omit=None if any(letter.isalpha() for letter in passage.text) else "no words",
            )
        )
    return tuple(found)


def _is_run_on(sentence: Sentence) -> bool:
    return sentence.end - sentence.start > LONGEST_SENTENCE


_RUN_ON = "too long to be a sentence: a list, or text without full stops"


def _across(said: Said, document: Document, above: int, block: int) -> Said:
    """What carries over a paragraph's end: the person spoken of, unless a heading stands between; and the speaker of a
    quotation that was left open, where this paragraph opens it again, as printers do."""
    between = document.blocks[above + 1 : block] if above >= 0 else ()
    if above < 0 or any(b.kind is BlockKind.HEADING for b in between):
        return Said()
    opens = document.text[document.blocks[block].start] in '“"„»'
    return said if opens else replace(said, speech=None, speaker=None, actor=None)


def _quotations(document: Document) -> dict[int, tuple[Quotation, ...]]:
    """The quotations of each block, by its index. A heading ends what is left open; furniture does not."""
    found: list[Quotation] = []
    run: list[Block] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            found += find_quotations(document.text, [(one.start, one.end) for one in run])
            run = []
        elif block.kind is not BlockKind.FURNITURE and block.end > block.start:
            run.append(block)
    found += find_quotations(document.text, [(one.start, one.end) for one in run])
    return {i: around(found, b.start, b.end) for i, b in enumerate(document.blocks)}


def _reading(
    document: Document,
    sentence: Sentence,
    tokens: tuple[Token, ...],
    quotes: tuple[Quotation, ...],
    cast: Cast,
    glossed: Glossed | None,
) -> Reading:
    begin, end = sentence.start, sentence.end
    inside = tuple(
        quote._replace(
            start=max(quote.start, begin) - begin,
            end=min(quote.end, end) - begin,
            opened=quote.opened and quote.start >= begin,
            closed=quote.closed and quote.end <= end,
        )
        for quote in around(quotes, begin, end)
    )
    return read(document.text[sentence.start : sentence.end], tokens, inside, cast, glossed)


def _mark_repeats(passages: tuple[Passage, ...], places: tuple[Place, ...]) -> tuple[Passage, ...]:
    """Mark what a summing-up part says again; where nothing sums up, nothing is compared."""
    if not any(places[passage.sentence.block].sums_up for passage in passages):
        return passages
    body = Repeated(p.text for p in passages if not places[p.sentence.block].sums_up)
    return tuple(
        replace(p, repeats_own_article=True) if places[p.sentence.block].sums_up and body.repeats(p.text) else p
        for p in passages
    )
