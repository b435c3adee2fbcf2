"""Who says what in one sentence: the verb of saying, its speaker, and the stretch that is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.language.calendar import CALENDAR
from generator.language.clauses import (
    ADVERB,
    AND,
    AUXILIARY,
    DETERMINER,
    FINITE,
    GERUND,
    MARK,
    MODAL,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    main_clause,
)
from generator.language.reporting import (
    CLAIM_NOUNS,
    DENIAL_OF_CLAIM,
    NEEDS_CLAUSE,
    SAID_THINGS,
    TAKES_CLAUSE,
    VIEW,
    may_speak,
    speech_class,
)
from generator.language.runon import KEPT_TEXTS
from generator.language.tagger import Tag
from generator.lock.reading import Part, Sentence

_SHOWS = frozenset("find show report".split())
_CLOSES = frozenset(',”"—–')


@dataclass(frozen=True, slots=True)
class Saying:
    """``speaker`` in its own words, None where the sentence names nobody. What is said are the tokens ``first`` to
    ``last`` (exclusive); ``clausal`` says that it is a clause of its own, not the object of "praised"."""

    speaker: str | None
    kind: str
    first: int
    last: int
    clausal: bool

    def covers(self, part: Part) -> bool:
        """Whether a part is said so: its verb stands within, or, without one, its beginning."""
        at = part.lead if part.lead >= 0 else part.first
        return self.first <= at < self.last


@lru_cache(maxsize=KEPT_TEXTS)
def find_sayings(sentence: Sentence) -> tuple[Saying, ...]:
    """The sayings of a sentence in order."""
    return (*_according_to(sentence), *_before_colon(sentence), *_by_nouns(sentence), *_by_verbs(sentence))


def _according_to(sentence: Sentence) -> Iterator[Saying]:
    tokens = sentence.tokens
    for index in range(len(tokens) - 1):
        opens = index == 0 or tokens[index - 1].text == ","
        if tokens[index].low == "per" and opens and _can_speak(sentence, index + 1, _phrase_end(sentence, index + 1)):
            end = _phrase_end(sentence, index + 1)
            content = (end, len(tokens)) if index <= 1 else (0, index)
            yield Saying(sentence.surface(index + 1, end), "statement", *content, True)
    for index in range(len(tokens) - 2):
        if tokens[index].low == "according" and tokens[index + 1].low == "to":
            end = _phrase_end(sentence, index + 2)
            content = (end, len(tokens)) if index <= 1 else (0, index)
            yield Saying(sentence.surface(index + 2, end), "statement", *content, True)


def _before_colon(sentence: Sentence) -> Iterator[Saying]:
    """ "Ruiz: “...”"."""
    tokens = sentence.tokens
    colon = next((index for index, token in enumerate(tokens) if token.text == ":"), None)
    if not colon or colon + 1 == len(tokens) or tokens[colon + 1].text not in '“"‘':
        return
    if not any(tag in (FINITE, AUXILIARY, MODAL) for tag in sentence.tags[:colon]):
        yield Saying(sentence.surface(0, colon), "statement", colon + 1, len(tokens), True)


def _by_nouns(sentence: Sentence) -> Iterator[Saying]:
    """ "Ruiz’s praise for the plan", "Ruiz’s claim that it failed"."""
    tokens = sentence.tokens
    for name in sentence.names:
        after = name.last
        if after < len(tokens) and tokens[after - 1].possessive and _tells(tokens[after].low):
            yield Saying(name.surface, "statement", after + 1, len(tokens), False)


def _tells(noun: str) -> bool:
    return noun in SAID_THINGS or noun in CLAIM_NOUNS or speech_class(noun.removesuffix("s")) == "statement"


def _phrase_end(sentence: Sentence, begin: int) -> int:
    """End of a noun phrase: before a comma, a clause or a verb."""
    for index in range(begin, len(sentence.tokens)):
        tag, text = sentence.tags[index], sentence.tokens[index].text
        if tag in (RELATIVE, FINITE, AUXILIARY, MODAL) or (tag == MARK and text not in "-’'&./"):
            return index
        if index > begin and tag == PREPOSITION and text.lower() not in ("of", "for", "from", "with"):
            return index
        if text == "." and index == len(sentence.tokens) - 1:
            return index
    return len(sentence.tokens)


def _by_verbs(sentence: Sentence) -> Iterator[Saying]:
    tokens, tags = sentence.tokens, sentence.tags
    main = main_clause(tokens, tags)
    for part in sentence.parts:
        kind = _kind(sentence, part)
        if kind is None:
            continue
        index = part.lead
        if part.passive and tags[index] != PARTICIPLE:
            yield from _passive(sentence, part, kind)
            continue
        after = _after_content(sentence, part)
        if after is not None:
            speaker, end = after
            if _can_speak(sentence, *speaker, plain=part.verb in _PLAIN):
                yield Saying(sentence.surface(*speaker), kind, 0, end, True)
            continue
        if tags[index] == PARTICIPLE:
            continue
        subject = part.subject
        if main is not None and main.verb.head == index and main.subject[0] < main.subject[1]:
            subject = main.subject
        speaker = _speaker(sentence, subject)
        says_that = index + 1 < len(tags) and tags[index + 1] == THAT
        if not _can_speak(sentence, *speaker, plain=says_that or part.verb in _PLAIN):
            continue
        last = _end_of_content(sentence, index + 1)
        clausal = part.verb in TAKES_CLAUSE and _clause_follows(sentence, index + 1)
        if part.verb in _NOT_ALONE and not clausal and "“" not in [token.text for token in sentence.tokens[index:]]:
            continue
        yield Saying(sentence.surface(*speaker), kind, index + 1, last, clausal)


def _kind(sentence: Sentence, part: Part) -> str | None:
    """The class of a verb of saying; None for any other verb, and for "is expected to"."""
    if part.lead < 0 or (part.verb in ("call", "continue", "offer") and not part.finite):
        return None
    kind = speech_class(part.verb)
    if part.verb in DENIAL_OF_CLAIM:
        return "denial"
    estimates = part.verb == "put" and any(token.low == "at" for token in sentence.tokens[part.lead : part.last])
    shows = part.verb in _SHOWS and _clause_follows(sentence, part.lead + 1)
    if kind is None and (shows or estimates):
        kind = "statement"
    if part.verb in _SEES and not any(token.low == "as" for token in sentence.tokens[part.lead : part.last]):
        return None
    if part.verb in VIEW and (part.passive or not part.finite):
        return None
    if part.standing.denied and not _clause_follows(sentence, part.lead + 1):
        return None  # "did not comment"
    if part.standing.planned and kind is not None and part.verb not in VIEW:
        return None  # "will announce": not said yet
    gerund = sentence.tags[part.lead] == GERUND
    late = sentence.tags[part.lead] == PARTICIPLE and part.verb in TAKES_CLAUSE
    return kind if part.finite or gerund or late else None


# These say something only with a clause after them, or words in quotation marks: "wrote that", never "wrote a book".
_NOT_ALONE = NEEDS_CLAUSE | frozenset("write state report suspect think believe expect assume feel reckon post".split())
_SEES = frozenset("see view regard consider".split())


def _clause_follows(sentence: Sentence, begin: int) -> bool:
    """Whether "that" or a subject with its verb follows before any mark."""
    for index in range(begin, len(sentence.tokens)):
        if sentence.tags[index] in (THAT, FINITE, AUXILIARY, MODAL):
            return True
        if sentence.tags[index] in (MARK, AND, RELATIVE, SUBORDINATOR):
            return False
    return False


def _passive(sentence: Sentence, part: Part, kind: str) -> Iterator[Saying]:
    """ "was accused by Ruiz of ..."; "confirmed dead by noon" names nobody."""
    tokens = sentence.tokens
    for index in range(part.lead + 1, min(part.lead + 8, len(tokens))):
        if tokens[index].low == "by":
            end = _phrase_end(sentence, index + 1)
            if _can_speak(sentence, index + 1, end):
                yield Saying(sentence.surface(index + 1, end), kind, part.first, len(tokens), False)
            return


def _after_content(sentence: Sentence, part: Part) -> tuple[tuple[int, int], int] | None:
    """The speaker, and the end of what is said, where "Ruiz said" or "said Ruiz" stands after it."""
    tokens, tags, head = sentence.tokens, sentence.tags, part.lead
    if part.verb not in _FOLLOWS or tags[head] == GERUND:
        return None
    back = head - 1
    while back >= 0 and tags[back] == ADVERB:
        back -= 1
    if back < 2:
        return None
    if tokens[back].text in _CLOSES and head + 1 < len(tokens) and tags[head + 1] in (NOUN, DETERMINER, PRONOUN):
        inverted = part.verb not in _TO_SOMEBODY and _no_verb(sentence, head + 1) and _is_told(sentence, back)
        if inverted:  # "..., said Ruiz"
            return (head + 1, _speaker_end(sentence, head + 1)), back
    if tokens[back].text == "," and _ends(sentence, head + 1):  # "..., Ana Ruiz, the mayor, said"
        begin = _back_to(sentence, back - 1)
        while begin is not None and begin > 1 and not _is_told(sentence, begin):
            begin = _back_to(sentence, begin - 1)
        return None if begin is None or not _is_told(sentence, begin) else ((begin + 1, back), begin)
    if tokens[back].text == ",":
        return None
    begin = _back_to(sentence, back)
    if begin is None or not _is_told(sentence, begin) or not _ends(sentence, head + 1):
        return None
    return (begin + 1, back + 1), begin


def _is_told(sentence: Sentence, end: int) -> bool:
    """Whether what stands before a comma or closing mark can be what is said: it has a verb, or ends a quotation."""
    closed = sentence.tokens[end].text in '”"' or (end > 0 and sentence.tokens[end - 1].text in '”"')
    return closed or any(tag in (FINITE, AUXILIARY, MODAL) for tag in sentence.tags[:end])


_TO_SOMEBODY = frozenset("tell ask inform".split())
_FOLLOWS = TAKES_CLAUSE | _TO_SOMEBODY | {"report", "post"}


def _back_to(sentence: Sentence, index: int) -> int | None:
    """The comma or closing mark before a token, past the commas of an apposition with nothing but a name in it."""
    for back in range(index, 0, -1):
        if sentence.tokens[back].text in _CLOSES:
            return back
        if sentence.tags[back] in (FINITE, AUXILIARY, MODAL, RELATIVE):
            return None
    return None


def _no_verb(sentence: Sentence, begin: int) -> bool:
    """Whether a noun phrase that begins here does nothing: no verb follows it before a mark or a relative clause."""
    for index in range(begin, len(sentence.tokens)):
        if sentence.tags[index] in (MARK, RELATIVE, PREPOSITION, SUBORDINATOR):
            return True
        if sentence.tags[index] in (FINITE, AUXILIARY, MODAL):
            return False
    return True


def _speaker_end(sentence: Sentence, begin: int) -> int:
    """End of a speaker after "said", a name set off by a comma included: "a spokeswoman, Ana Ruiz"."""
    end = _phrase_end(sentence, begin)
    tokens = sentence.tokens
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].capital:
        return _phrase_end(sentence, end + 1)
    return end


def _ends(sentence: Sentence, begin: int) -> bool:
    """Whether no clause follows a verb of saying: the sentence ends, or when and where it was said comes."""
    for index in range(begin, len(sentence.tokens)):
        tag, text = sentence.tags[index], sentence.tokens[index].text
        if text in ".,;!" or tag in (PREPOSITION, SUBORDINATOR, AND):
            return True
        if tag == THAT or text in '“"':
            return False
        if tag in (FINITE, AUXILIARY, MODAL):
            return False
    return True


_PLAIN = frozenset("say tell announce".split())  # whatever is the subject of these speaks


def _can_speak(sentence: Sentence, first: int, last: int, plain: bool = False) -> bool:
    """Whether a phrase names somebody, or something, that says: "police", "a study", "they", "Ruiz"; after a ``plain``
    verb of saying, and before "that", any noun does."""
    tokens = sentence.tokens[first:last]
    if first >= last or sentence.tags[first] == PREPOSITION or any(token.low == "than" for token in tokens):
        return False  # "fewer than engineers had feared"
    if plain and NOUN in sentence.tags[first:last]:
        return True
    return any(
        may_speak(token.low)
        or token.low in SAID_THINGS
        or token.low in _PERSONS
        or (token.capital and index + first > 0 and token.low not in CALENDAR)
        or token.tag is Tag.NAME
        for index, token in enumerate(tokens)
    )


_PERSONS = frozenset("he she they we i it who".split())


def _speaker(sentence: Sentence, subject: tuple[int, int]) -> tuple[int, int]:
    """A subject without what its relative clause or its second apposition says."""
    first, last = subject
    for index in range(first + 1, last):
        adverbial = sentence.tokens[index - 1].text == "," and sentence.tags[index] == PREPOSITION
        if sentence.tags[index] == RELATIVE or adverbial:
            last = index
            break
    while first < last and sentence.tags[first] in (MARK, AND):
        first += 1
    return first, last


def _end_of_content(sentence: Sentence, begin: int) -> int:
    return next((i for i in range(begin, len(sentence.tokens)) if sentence.tokens[i].text == ";"), len(sentence.tokens))
