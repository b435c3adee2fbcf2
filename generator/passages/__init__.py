"""Sentences to passages: what each asserts, who says so, how surely, and about whom.

Reads only its own document. ``subject`` and ``verb`` of a passage are those of what is asserted: where somebody says
*that* something is so, they belong to the clause that is said, while ``speaker`` and ``reporting`` hold who says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.edits import GAP
from generator.language.clauses import AUXILIARY, FINITE, MODAL, NOT, NOUN, PRONOUN, RELATIVE, THAT, Clause, head_noun
from generator.language.gloss import Glossed, named_bodies
from generator.language.hedges import find_hedges
from generator.language.languages import language_of
from generator.language.names import Cast, Name, NameKind, make_cast
from generator.language.printable import printable
from generator.language.quotations import Quotation, around, find_quotations, torn, within
from generator.language.recognise import is_read, language_name
from generator.language.reporting import SPEAKERS
from generator.language.runon import LONGEST_SENTENCE, MOST_SENTENCES, TOO_MANY
from generator.language.scan import Token, read_tokens
from generator.language.tongues import block_languages
from generator.model import Antecedent, Block, BlockKind, Document, Kind, Passage, Sentence
from generator.passages.asides import joining_words, nothing_asserted
from generator.passages.credits import leave_out_credits
from generator.passages.cuts import find_cuts
from generator.passages.datelines import dateline_end
from generator.passages.fillers import leave_out_fillers
from generator.passages.joined import join_quotations
from generator.passages.kinds import judge
from generator.passages.places import Place, Repeated, find_places
from generator.passages.quoted import Person, attribute
from generator.passages.reading import Reading, actor_of, actors_in, read, role_holder
from generator.passages.speech import ACCORDING_TO, Speech, find_speech, released_by, speaker_actor
from generator.passages.split import Part, split

__all__ = ["find_passages"]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence leaves behind for the next one of its paragraph."""

    speech: Speech | None = None
    speaker: str | None = None
    actor: str | None = None
    person: str | None = None  # its subject, where that is one person and no other person is named
    person_name: str | None = None  # the same as the capture gives it
    body: str | None = None  # its subject, where that is the one state or organisation, and the one name, of it
    body_name: str | None = None  # the same as the capture gives it, with its article
    source: str | None = None  # who spoke last and was named or introduced, as the capture gives it
    source_actor: str | None = None


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
    said, above = _Said(), -1
    for block, group in groupby(enumerate(zip(sentences, scanned, strict=True)), key=lambda one: one[1][0].block):
        quotes = quotations[block]
        said = _across(said, document, above, block)
        above = block
        for place, (sentence, tokens) in group:
            if _is_run_on(sentence):
                passages.append(_unread(document, sentence, sentence.start, sentence.end, places[block], _RUN_ON))
                said = _Said()
            if not tokens:
                continue
            reading = _reading(document, sentence, tokens, quotes, cast.upto(place), glosses.get(sentence.start))
            found, said = _of_sentence(document, sentence, reading, quotes, said, places[block])
            passages += found
            if within(quotes, sentence.start, sentence.end) is None and (person := _of_whom(reading, said)):
                persons[found[-1].id] = person
        if not (quotes and not quotes[-1].closed):
            said = replace(said, speech=None)
    attributed = attribute(document, passages, [q for block in sorted(quotations) for q in quotations[block]], persons)
    joined = join_quotations(document, attributed)
    numbered = tuple(replace(passage, position=index) for index, passage in enumerate(joined))
    read_ones = leave_out_credits(leave_out_fillers(_mark_repeats(numbered, places)))
    return read_ones + tuple(
        _unread(document, s, s.start, s.end, places[s.block], TOO_MANY, len(read_ones) + index)
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
        passage = _unread(document, sentence, sentence.start, sentence.end, places[sentence.block], "")
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


def _unread(
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


_RUN_ON = "too long to be a sentence: a list, or text without full stops"


def _across(said: _Said, document: Document, above: int, block: int) -> _Said:
    """What carries over a paragraph's end: the person spoken of, unless a heading stands between; and the speaker of a
    quotation that was left open, where this paragraph opens it again, as printers do."""
    between = document.blocks[above + 1 : block] if above >= 0 else ()
    if above < 0 or any(b.kind is BlockKind.HEADING for b in between):
        return _Said()
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


def _of_sentence(
    document: Document, sentence: Sentence, reading: Reading, quotes: tuple[Quotation, ...], before: _Said, place: Place
) -> tuple[list[Passage], _Said]:
    passages: list[Passage] = []
    said = _Said()
    wholly_quoted = within(quotes, sentence.start, sentence.end) is not None
    begin = dateline_end(reading)
    if begin and not reading.opens(begin):
        begin = 0
    if begin:
        end = sentence.start + reading.span(0, begin)[1]
        omit = "a dateline: where it was written, and for whom"
        passages.append(_unread(document, sentence, sentence.start, end, place, omit))
    parts = split(reading, begin) if reading.gloss is None else (Part(begin, len(reading.tokens)),)
    for part in parts:
        passage, left = _passage(document, sentence, reading, part, before, place, wholly_quoted)
        passages.append(passage)
        before = replace(before, source=left.source, source_actor=left.source_actor)
        said = left if said == _Said() or left.speech is not None else replace(left, speech=said.speech)
    if wholly_quoted:  # of whom a quotation speaks is nobody of whom the article's next sentence says "he"
        said = replace(
            said, speech=before.speech, speaker=before.speaker, actor=before.actor,
            person=before.person, person_name=before.person_name, body=before.body, body_name=before.body_name,
        )  # fmt: skip
    return passages, said


def _passage(
    document: Document,
    sentence: Sentence,
    reading: Reading,
    part: Part,
    before: _Said,
    place: Place,
    wholly_quoted: bool,
) -> tuple[Passage, _Said]:
    tokens = reading.tokens
    begin = joining_words(reading, part.first, part.last, part.conjunction) if reading.gloss is None else part.first
    clause = reading.clause(begin, part.last)
    speech = find_speech(reading, begin, part.last, clause)
    denied = False
    if speech and speech.speaker and reading.quoted(speech.speaker[0]):
        denied = speech.kind == "denial"
        speech = None  # "We regret it" inside a quotation does not say who speaks
    speaker = _named_speaker(reading, speech)
    actor = speaker_actor(reading, speech) if speech and speaker else None
    hedges = find_hedges(tokens[begin : part.last])
    if speech and speech.verb == "allege":
        hedges = tuple(hedge for hedge in hedges if hedge != "alleged")
    kind, reason = judge(reading, begin, part.last, clause, speech, hedges)
    if speech is None and wholly_quoted and before.speech is not None and before.speaker:
        speech = replace(before.speech, speaker=None, content=(begin, part.last), holds_clause=False)
        speaker, actor = before.speaker, before.actor
        kind, reason = judge(reading, begin, part.last, clause, speech, hedges)
        reason = f"the quotation goes on: {reason}"
    if speech is None and reading.reported and before.source:
        speech = Speech(None, "say", "statement", (begin, part.last), True, "told as what somebody says")
        speaker, actor = before.source, before.source_actor
        kind, reason = judge(reading, begin, part.last, clause, speech, hedges)
    if speaker is None and (source := released_by(reading, clause)):
        speaker, actor = reading.surface(*source), actor_of(reading, source)
        if kind is not Kind.ALLEGATION:
            kind, reason = Kind.STATEMENT, f"put out by {speaker}"
    if denied:
        kind, reason = Kind.DENIAL, "a denial within a quotation"
    antecedent = _antecedent(reading, begin, before, sentence) or _body_speaks(reading, begin, speech, before, sentence)
    pronoun = tokens[speech.speaker[0]].low if speech and speech.speaker else ""
    if before.person and pronoun in _SINGULAR_PRONOUNS:
        speaker, actor = before.person_name, before.person
    elif antecedent and pronoun == "it":
        speaker, actor = before.body_name, before.body
    elif reading.gloss is not None and pronoun in _PRONOUNS and speaker is None and before.source:
        speaker, actor = before.source, before.source_actor  # "sie" is the union of the sentence before
    says = _says(reading, speech, begin, before, sentence)
    if speech and speech.speaker and (meant := _meant(reading, speech.speaker, before)):
        speaker, actor = meant
        says = _says_described(reading, speech, begin, speaker, sentence)
    asserted = _asserted(reading, speech, clause)
    subject = actor_of(reading, asserted.subject) if asserted else None
    if subject is None and antecedent and asserted and asserted.subject[0] == begin:
        subject = before.person if pronoun != "it" else before.body
    start, end = sentence.start + tokens[part.first].start, sentence.start + tokens[part.last - 1].end
    gloss = None
    if reading.gloss is not None:  # it is not parted, but for what stands before it
        ahead = reading.span(part.first, part.last)[0] if part.first else 0
        start, end = sentence.start + ahead, sentence.end
        gloss = replace(reading.gloss.of(tokens[part.first].start, ahead), voice=_voice(reading, speech, speaker))
    base = tokens[part.first].start
    plain = printable(document.text[start:end]) == document.text[start:end] and GAP not in document.text[start:end]
    cuts = (
        ()
        if wholly_quoted or not plain or reading.gloss is not None
        else find_cuts(reading, begin, part.last, clause, asserted, speech)
    )
    passage = Passage(
        id=f"{sentence.source}:{start}-{end}",
        source=sentence.source,
        start=start,
        end=end,
        text=document.text[start:end],
        sentence=sentence,
        position=0,
        heading=place.heading,
        kind=kind,
        kind_reason=reason,
        speaker=speaker,
        speaker_actor=actor,
        speaks_for=_speaks_for(reading, speech, actor, before),
        reporting=speech.verb if speech else None,
        hedges=hedges,
        negated=_negated(reading, asserted, part),
        actors=_with_antecedent(actors_in(reading, part.first, part.last), antecedent, actor, before),
        subject=subject,
        verb=asserted.verb.lemma if asserted else None,
        planned=bool(asserted and asserted.verb.planned),
        antecedent=antecedent,
        says=says,
        torn=torn(reading.quotes, start - sentence.start, end - sentence.start),
        lead_in=tokens[begin].start - tokens[part.first].start if begin < part.last else 0,
        gloss=gloss,
        cuts=tuple((tokens[cut.first].start - base, tokens[cut.last - 1].end - base) for cut in cuts),
        repeats_own_article=place.answers_question,
        omit=nothing_asserted(reading, begin, part.last, clause, speech, wholly_quoted),
    )
    return passage, _leaves(reading, speech, speaker, actor, clause, antecedent, before)


def _voice(reading: Reading, speech: Speech | None, speaker: str | None) -> str | None:
    """Who speaks, in the words of the gloss where they stand in it."""
    if speaker is None or speech is None or speech.speaker is None:
        return speaker
    named = reading.surface(*speech.speaker) == speaker
    return reading.told(*speech.speaker) if named else speaker


def _named_speaker(reading: Reading, speech: Speech | None) -> str | None:
    """The speaker's words, unless a bare pronoun: "he" on its own tells a reader nothing."""
    if speech is None or speech.speaker is None:
        return None
    first, last = speech.speaker
    if last == first + 1 and reading.tags[first] in (PRONOUN, RELATIVE, AUXILIARY):
        return None
    if any(token.text in _OF_THE_PAGE for token in reading.tokens[first:last]):
        return None
    return reading.surface(first, last).rstrip(" ,;:")


# What a page puts behind a name, with the headline of another article before it: "Ann Bell: pier reopens MORE".
_OF_THE_PAGE = frozenset(("MORE",))


def _speaks_for(reading: Reading, speech: Speech | None, actor: str | None, before: _Said) -> str | None:
    """The body for which a named person speaks, where the words for the speaker name it: "its director, Ana Ruiz"."""
    if speech is None or speech.speaker is None or actor not in reading.cast.persons:
        return None
    bodies = [
        name.canonical
        for name in reading.names_in(*speech.speaker)
        if name.kind in (NameKind.ORGANISATION, NameKind.COUNTRY) and name.canonical != actor
    ]
    if not bodies and reading.tokens[speech.speaker[0]].low in ("its", "their"):
        own = [name.canonical for name in reading.names_in(0, speech.speaker[0]) if name.kind is NameKind.ORGANISATION]
        bodies = own[:1] if own else [before.body] if before.body else []
    return bodies[0] if len(bodies) == 1 else None


def _meant(reading: Reading, span: tuple[int, int], before: _Said) -> tuple[str, str | None] | None:
    """Whom "that same source" or "the man" means: who spoke last, or the one person spoken of, name and actor."""
    tokens = reading.tokens[slice(*span)]
    names = reading.names_in(*span)
    if names and _is_surname_of(names[0], span, before.person, reading.cast):
        return reading.cast.shown.get(before.person or "", before.person_name or ""), before.person
    if tokens[0].low not in ("the", "that", "this") or names:
        return None
    if (holder := role_holder(reading, span)) is not None:
        return reading.cast.shown.get(holder, holder), holder
    if tokens[-1].low in _SOMEBODY and len(tokens) == 2 and before.person and before.person_name:
        return before.person_name, before.person
    again = tokens[0].low == "that" or any(token.low == "same" for token in tokens)
    if again and tokens[-1].low in _SOURCES and before.source:
        return before.source, before.source_actor
    return None


def _is_surname_of(name: Name, span: tuple[int, int], person: str | None, cast: Cast) -> bool:
    """Whether a surname that fits several persons stands for the one spoken of last."""
    alone = (name.first, name.last) == span and " " not in name.canonical
    return alone and person is not None and name.canonical not in cast.full and person.endswith(f" {name.canonical}")


_SOMEBODY = frozenset("man woman boy girl teenager".split())
_SOURCES = frozenset("source official person spokesman spokeswoman spokesperson diplomat lawyer witness".split())


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


_SINGULAR_PRONOUNS = frozenset("he she".split())
_PRONOUNS = frozenset("he she they it".split())


def _antecedent(reading: Reading, begin: int, before: _Said, sentence: Sentence) -> Antecedent | None:
    """A leading "He" or "She" that stands for the one person of the sentence before."""
    if begin >= len(reading.tokens) or before.person is None or before.person_name is None:
        return None
    token = reading.tokens[begin]
    if token.low not in _SINGULAR_PRONOUNS or reading.quoted(begin):
        return None
    return _stands_for(reading, sentence, begin, before.person_name)


def _stands_for(reading: Reading, sentence: Sentence, index: int, name: str) -> Antecedent:
    """The pronoun that token ``index`` is, and for whom it stands."""
    start, end = reading.span(index, index + 1)
    return Antecedent(sentence.start + start, sentence.start + end, name)


def _says(reading: Reading, speech: Speech | None, begin: int, before: _Said, sentence: Sentence) -> Antecedent | None:
    """The "he" of "…,” he said", where it stands for the one person of the sentence before."""
    if speech is None or speech.speaker is None or speech.speaker[0] == begin or before.person_name is None:
        return None
    token = reading.tokens[speech.speaker[0]]
    if token.low not in _SINGULAR_PRONOUNS:
        return None
    return _stands_for(reading, sentence, speech.speaker[0], before.person_name)


def _says_described(reading: Reading, speech: Speech, begin: int, name: str, sentence: Sentence) -> Antecedent | None:
    """The "the president" of "…,” the president said", where it stands for one person of the article."""
    if speech.speaker is None or speech.speaker[0] == begin or reading.gloss is not None:
        return None
    if reading.tokens[speech.speaker[0]].low != "the":
        return None
    start, end = reading.span(*speech.speaker)
    return Antecedent(sentence.start + start, sentence.start + end, name)


def _of_whom(reading: Reading, said: _Said) -> Person | None:
    """Whom a sentence is about, where that is one person, or a subject that may speak: "Petrov", "the minister"."""
    if said.person and said.person_name:
        return Person(said.person_name, said.person, True)
    clause = reading.clause(0, len(reading.tokens)) if reading.tokens else None
    if clause is None or clause.subject[0] >= clause.subject[1] or reading.quoted(clause.subject[0]):
        return None
    subject = reading.tokens[clause.subject[0] : clause.subject[1]]
    bare = all(token.capital for token in subject) and not set(reading.tags[slice(*clause.subject)]) - {NOUN}
    if not bare and not any(token.low in SPEAKERS for token in subject):
        return None
    return Person(reading.surface(*clause.subject), actor_of(reading, clause.subject), False)


def _body_speaks(
    reading: Reading, begin: int, speech: Speech | None, before: _Said, sentence: Sentence
) -> Antecedent | None:
    """A leading "It" that says something, and so stands for the one state or organisation of the sentence before."""
    if speech is None or speech.speaker != (begin, begin + 1) or before.body_name is None or reading.quoted(begin):
        return None
    token = reading.tokens[begin]
    if token.low != "it" or speech.kind == "view":
        return None
    return _stands_for(reading, sentence, begin, before.body_name)


def _with_antecedent(
    actors: tuple[str, ...], antecedent: Antecedent | None, speaker: str | None, before: _Said
) -> tuple[str, ...]:
    if antecedent is None:
        return actors
    meant = before.body if speaker is not None and speaker == before.body else before.person
    return tuple(dict.fromkeys((meant, *actors))) if meant else actors


def _leaves(
    reading: Reading,
    speech: Speech | None,
    speaker: str | None,
    actor: str | None,
    clause: Clause | None,
    antecedent: Antecedent | None,
    before: _Said,
) -> _Said:
    persons = {name.canonical: name for name in _persons(reading) if not reading.quoted(name.first)}
    person, shown = None, None
    speaking = _speaking(reading, speech)
    resolved = antecedent is not None or (before.person is not None and actor == before.person)
    if resolved and set(persons) <= {before.person}:
        person, shown = before.person, before.person_name
    elif speaking is not None and set(persons) <= {speaking.canonical}:
        person, shown = speaking.canonical, speaking.surface
    elif clause is not None and len(persons) == 1:
        name = next(iter(persons.values()))
        inside = clause.subject[0] <= name.first and name.last <= clause.subject[1]
        if inside and actor_of(reading, clause.subject) == name.canonical and not tokens_own(reading, name.last - 1):
            person, shown = name.canonical, name.surface
    if person is None and actor in reading.cast.persons and set(persons) <= {actor}:
        person, shown = actor, reading.cast.shown.get(actor, actor)
    body, body_name = _one_body(reading, clause)
    if antecedent is not None and actor == before.body and not reading.names:
        body, body_name = before.body, before.body_name
    fresh = speech is not None and speech.speaker is not None and speaker is not None
    source, source_actor = (speaker, actor) if fresh else (before.source, before.source_actor)
    return _Said(speech, speaker, actor, person, shown, body, body_name, source, source_actor)


def _speaking(reading: Reading, speech: Speech | None) -> Name | None:
    """The one person whom a speaker's words name: Petrov of "the minister, Ivan Petrov", not of "Petrov's lawyer"."""
    if speech is None or speech.speaker is None:
        return None
    inside = reading.names_in(*speech.speaker)
    named = [name for name in inside if name.kind is NameKind.PERSON]
    if not inside or tokens_own(reading, inside[-1].last - 1):
        return None
    if len(named) == 1:
        return named[0]
    first, last = speech.speaker
    word = reading.tokens[first]  # "Petrov said": of a surname alone nothing else tells that it is one
    alone = last == first + 1 and word.capital and not word.text.isupper() and inside[0].kind is not NameKind.COUNTRY
    return inside[0] if alone else None


def _one_body(reading: Reading, clause: Clause | None) -> tuple[str | None, str | None]:
    """The state or organisation that is a sentence's subject and its only name, with the words that name it."""
    named = {name.canonical for name in reading.names}
    if clause is None or len(named) != 1:
        return None, None
    name = reading.names[0]
    first = name.first - (name.first > 0 and reading.tokens[name.first - 1].low == "the")
    whole = (first, name.last) == clause.subject and not reading.tokens[name.last - 1].possessive
    if not whole or name.kind not in (NameKind.COUNTRY, NameKind.ORGANISATION) or name.demonym:
        return None, None
    words = reading.surface(first, name.last)
    return name.canonical, words[0].upper() + words[1:]


def tokens_own(reading: Reading, index: int) -> bool:
    """Whether a name is possessive: "Ruiz's visit" leaves no "he" behind."""
    return reading.tokens[index].possessive


def _persons(reading: Reading) -> Iterator[Name]:
    return (name for name in reading.names if name.kind is NameKind.PERSON)


def _mark_repeats(passages: tuple[Passage, ...], places: tuple[Place, ...]) -> tuple[Passage, ...]:
    """Mark what a summing-up part says again; where nothing sums up, nothing is compared."""
    if not any(places[passage.sentence.block].sums_up for passage in passages):
        return passages
    body = Repeated(p.text for p in passages if not places[p.sentence.block].sums_up)
    return tuple(
        replace(p, repeats_own_article=True) if places[p.sentence.block].sums_up and body.repeats(p.text) else p
        for p in passages
    )
