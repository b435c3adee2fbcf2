"""One sentence to its passages: what each asserts, who says so, how surely, and about whom."""

from __future__ import annotations

from dataclasses import replace

from generator.edits import GAP
from generator.language.clauses import AUXILIARY, FINITE, MODAL, NOT, THAT, Clause, head_noun
from generator.language.printable import printable
from generator.language.quotations import Quotation, torn, within
from generator.model import Document, Gloss, Kind, Passage, Sentence
from generator.passages.asides import joining_words, nothing_asserted
from generator.passages.carry import Said, body_speaks, find_antecedent, leaves, says, with_antecedent
from generator.passages.cuts import find_cuts
from generator.passages.datelines import dateline_end
from generator.passages.places import Place
from generator.passages.reading import Reading, actor_of, actors_in
from generator.passages.speech import ACCORDING_TO, Speech
from generator.passages.split import Part, split
from generator.passages.told import Told, resolved, speaks_for, tell, voice, without_hearer


def of_sentence(
    document: Document, sentence: Sentence, reading: Reading, quotes: tuple[Quotation, ...], before: Said, place: Place
) -> tuple[list[Passage], Said]:
    """The passages of a sentence, and what it leaves behind; ``before`` is what the one before has left."""
    passages: list[Passage] = []
    said = Said()
    wholly_quoted = within(quotes, sentence.start, sentence.end) is not None
    begin = dateline_end(reading)
    if begin and not reading.opens(begin):
        begin = 0
    if begin:
        end = sentence.start + reading.span(0, begin)[1]
        omit = "a dateline: where it was written, and for whom"
        passages.append(unread_passage(document, sentence, sentence.start, end, place, omit))
    parts = split(reading, begin) if reading.gloss is None else (Part(begin, len(reading.tokens)),)
    for part in parts:
        passage, left = _passage(document, sentence, reading, part, before, place, quotes)
        passages.append(passage)
        before = replace(before, source=left.source, source_actor=left.source_actor)
        said = left if said == Said() or left.speech is not None else replace(left, speech=said.speech)
    if wholly_quoted:  # of whom a quotation speaks is nobody of whom the article's next sentence says "he"
        said = replace(
            said, speech=before.speech, speaker=before.speaker, actor=before.actor,
            person=before.person, person_name=before.person_name, body=before.body, body_name=before.body_name,
        )  # fmt: skip
    return passages, said


def unread_passage(
    document: Document, sentence: Sentence, start: int, end: int, place: Place, omit: str, position: int = 0
) -> Passage:
    """The passage of what is left out unread, so that nothing after it has to read it."""
    return Passage(
        id=f"{sentence.source}:{start}-{end}",
        source=sentence.source,
        start=start,
        end=end,
        text=document.text[start:end],
        sentence=sentence,
        position=position,
        heading=place.heading,
        kind=Kind.EVENT,
        kind_reason="not read",
        omit=omit,
    )


def _passage(
    document: Document,
    sentence: Sentence,
    reading: Reading,
    part: Part,
    before: Said,
    place: Place,
    quotes: tuple[Quotation, ...],
) -> tuple[Passage, Said]:
    tokens, last = reading.tokens, part.last
    wholly_quoted = within(quotes, sentence.start, sentence.end) is not None
    begin = joining_words(reading, part.first, last, part.conjunction) if reading.gloss is None else part.first
    clause = reading.clause(begin, last)
    told = tell(reading, begin, last, clause, before, wholly_quoted)
    before = without_hearer(reading, told.pronoun, before)
    speech = told.speech
    antecedent = find_antecedent(reading, begin, before, sentence) or body_speaks(
        reading, begin, speech, before, sentence
    )
    told = resolved(told, reading, antecedent, before)
    asserted = _asserted(reading, speech, clause)
    start, end, gloss = _place(sentence, reading, part, told)
    text = document.text[start:end]
    passage = Passage(
        id=f"{sentence.source}:{start}-{end}",
        source=sentence.source,
        start=start,
        end=end,
        text=text,
        sentence=sentence,
        position=0,
        heading=place.heading,
        kind=told.kind,
        kind_reason=told.reason,
        speaker=told.speaker,
        speaker_actor=told.actor,
        speaks_for=speaks_for(told, reading, before),
        reporting=speech.verb if speech else None,
        hedges=told.hedges,
        negated=_negated(reading, asserted, part),
        actors=with_antecedent(actors_in(reading, part.first, last), antecedent, told.actor, before),
        subject=_subject(
            reading,
            asserted,
            told,
            antecedent is not None and asserted is not None and asserted.subject[0] == begin,
            before,
        ),
        verb=asserted.verb.lemma if asserted else None,
        planned=bool(asserted and asserted.verb.planned),
        antecedent=antecedent,
        says=says(reading, speech, begin, before, sentence),
        torn=torn(quotes, start, end),
        lead_in=tokens[begin].start - tokens[part.first].start if begin < last else 0,
        gloss=gloss,
        cuts=() if wholly_quoted or gloss else _cuts(reading, begin, part, clause, asserted, speech, text),
        repeats_own_article=place.answers_question,
        omit=nothing_asserted(reading, begin, last, clause, speech, wholly_quoted),
    )
    return passage, leaves(reading, speech, told.speaker, told.actor, clause, antecedent, before)


def _place(sentence: Sentence, reading: Reading, part: Part, told: Told) -> tuple[int, int, Gloss | None]:
    """Where a part stands in its document, and its gloss; a sentence with one is not parted, but for what stands before
    it."""
    first = reading.tokens[part.first]
    if reading.gloss is None:
        return sentence.start + first.start, sentence.start + reading.tokens[part.last - 1].end, None
    ahead = reading.span(part.first, part.last)[0] if part.first else 0
    gloss = replace(reading.gloss.of(first.start, ahead), voice=voice(told, reading))
    return sentence.start + ahead, sentence.end, gloss


def _cuts(
    reading: Reading,
    begin: int,
    part: Part,
    clause: Clause | None,
    asserted: Clause | None,
    speech: Speech | None,
    text: str,
) -> tuple[tuple[int, int], ...]:
    """What may be left out of a part, as offsets in its text; nothing of a text that is not printed as it stands."""
    if printable(text) != text or GAP in text:
        return ()
    tokens, base = reading.tokens, reading.tokens[part.first].start
    cuts = find_cuts(reading, begin, part.last, clause, asserted, speech)
    return tuple((tokens[cut.first].start - base, tokens[cut.last - 1].end - base) for cut in cuts)


def _subject(reading: Reading, asserted: Clause | None, told: Told, pronoun_opens: bool, before: Said) -> str | None:
    """The actor who does what is asserted: by its words, or for whom the pronoun stands that opens it."""
    subject = actor_of(reading, asserted.subject) if asserted else None
    if subject is not None or not pronoun_opens:
        return subject
    it = told.pronoun >= 0 and reading.tokens[told.pronoun].low == "it"
    return before.body if it else before.person


def _asserted(reading: Reading, speech: Speech | None, clause: Clause | None) -> Clause | None:
    """The clause that is said where somebody says that something is so, else the main clause."""
    if speech is None or not speech.holds_clause:
        return clause
    first, last = speech.content
    if speech.speaker and speech.speaker[1] <= first and speech.rule != ACCORDING_TO:
        first = _after_that(reading, first, last)
    while first < last and reading.tags[first] in ("K", ".", "C"):
        first += 1
    return reading.clause(first, last) or clause


def _after_that(reading: Reading, first: int, last: int) -> int:
    """Where what is said begins: after the "that" of "on Friday that ..."; ``first`` where a verb comes before it."""
    for index in range(first, min(last, first + _THAT_REACH)):
        if reading.tags[index] == THAT:
            return index + 1
        if reading.tags[index] in (FINITE, AUXILIARY, MODAL):
            return first
    return first


_THAT_REACH = 12  # tokens after a verb of saying


def _negated(reading: Reading, clause: Clause | None, part: Part) -> bool:
    """Whether the asserted verb is negated, or its subject is ("no evidence was found")."""
    if clause is None:
        return False
    if clause.verb.negated:
        return True
    head = head_noun(reading.tokens, reading.tags, clause.subject)
    subject = range(clause.subject[0], clause.subject[0] if head is None else head + 1)
    return any(reading.tokens[i].low in ("no", "nobody", "none", "neither") for i in subject) or any(
        reading.tags[i] == NOT for i in range(clause.verb.first, min(clause.verb.last + 1, part.last))
    )
