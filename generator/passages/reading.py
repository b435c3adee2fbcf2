"""A sentence read once: its words, names, tags and quotations. What the other modules of this stage look at."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.language.clauses import NOUN, Clause, head_noun, main_clause
from generator.language.gloss import Glossed
from generator.language.names import OTHER_OFFICE, Cast, Name, NameKind, find_names
from generator.language.parsed import inside, parse
from generator.language.quotations import Quotation
from generator.language.reporting import SAID_THINGS, SPEAKERS, STANDS_FOR_STATE, may_speak
from generator.language.scan import Token
from generator.language.tagger import Tag
from generator.model import Gloss

_ACTORS = frozenset({NameKind.COUNTRY, NameKind.ORGANISATION, NameKind.PERSON})
_PERSON_PRONOUNS = frozenset("he she they we i who".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """``text`` is the sentence; token, name and quote offsets count from its first code point. Of a sentence in another
    language it is the gloss, and ``printed`` the sentence."""

    text: str
    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    names: tuple[Name, ...]
    quotes: tuple[Quotation, ...]
    cast: Cast
    gloss: Gloss | None = None
    printed: str = ""
    reported: bool = False  # tells what somebody says whom it does not name, as the subjunctive of other languages does

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where in the sentence tokens ``first`` to ``last`` (exclusive) stand."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return (start, end) if self.gloss is None else self.gloss.behind(start, end) or (0, len(self.printed))

    def opens(self, index: int) -> bool:
        """Whether what stands before token ``index`` also comes before it in the sentence."""
        return self.gloss is None or self.span(0, index)[1] <= self.span(index, len(self.tokens))[0]

    def surface(self, first: int, last: int) -> str:
        """The words of tokens ``first`` to ``last`` (exclusive) as they stand, a final possessive ending left off."""
        if self.gloss is not None:
            return self.printed[slice(*self.span(first, last))].strip(" ,")
        return self.told(first, last)

    def told(self, first: int, last: int) -> str:
        """The same in the words that the rules know."""
        token = self.tokens[last - 1]
        end = token.start + len(token.text) if token.possessive else token.end
        return self.text[self.tokens[first].start : end]

    def names_in(self, first: int, last: int) -> tuple[Name, ...]:
        return tuple(name for name in self.names if first <= name.first and name.last <= last)

    def quoted(self, index: int) -> bool:
        """Whether token ``index`` stands inside a quotation."""
        start = self.tokens[index].start
        return any(quote.start <= start < quote.end for quote in self.quotes)

    def opens_quotation(self, index: int) -> bool:
        """Whether token ``index`` is the mark that opens a quotation."""
        return any(quote.opened and quote.start == self.tokens[index].start for quote in self.quotes)

    def closes_quotation(self, index: int) -> bool:
        """Whether token ``index`` is the mark that closes one."""
        return any(quote.closed and quote.end == self.tokens[index].end for quote in self.quotes)

    def clause(self, first: int, last: int) -> Clause | None:
        return main_clause(self.tokens, self.tags, first, last)


def read(
    text: str, tokens: tuple[Token, ...], quotes: tuple[Quotation, ...], cast: Cast, glossed: Glossed | None = None
) -> Reading:
    """Read one sentence with what its document shows. With ``glossed`` its gloss is read, whose ``tokens`` these are;
    ``quotes`` are spans of ``text`` all the same."""
    if glossed is not None:
        return _read_gloss(text, quotes, cast, glossed)
    return Reading(text, *parse(text, cast, tokens), quotes, cast)


def _read_gloss(text: str, quotes: tuple[Quotation, ...], cast: Cast, glossed: Glossed) -> Reading:
    names = find_names(glossed.gloss.text, cast, glossed.tokens, mid_sentence=True)
    named = inside(names)
    letters = tuple(NOUN if index in named else letter for index, letter in enumerate(glossed.letters))
    spans = (_in_gloss(quote, glossed.gloss) for quote in quotes)
    kept = tuple(quote for quote in spans if quote is not None)
    return Reading(
        glossed.gloss.text, glossed.tokens, letters, names, kept, cast, glossed.gloss, text, glossed.reported
    )  # fmt: skip


def _in_gloss(quote: Quotation, gloss: Gloss) -> Quotation | None:
    """A quotation of a sentence as a span of its gloss; None where no word of it stands there."""
    spans = [(start, end) for start, end, first, last in gloss.spans if first < quote.end and quote.start < last]
    if not spans:
        return None
    return quote._replace(start=min(start for start, _ in spans), end=max(end for _, end in spans))


def actor_of(reading: Reading, span: tuple[int, int]) -> str | None:
    """The canonical actor of a noun phrase, or None.

    Its head where that is a name or "South Korean officials"; else whose it is: "Lavrov's visit", "the visit by
    Lavrov", "reports from the United States". Of several joined by "and" the first is taken only where they head it.
    """
    person = role_holder(reading, span)
    head = head_noun(reading.tokens, reading.tags, span)
    if person or head is None:
        return person
    kinds = (*_ACTORS, NameKind.OTHER)
    actors = [name for name in reading.names_in(*span) if not name.modifier and name.kind in kinds]
    return described_body(reading, span, head) or (_named(reading, span, head, actors) if actors else None)


def _named(reading: Reading, span: tuple[int, int], head: int, actors: list[Name]) -> str | None:
    """The actor whom names of a noun phrase name: in apposition, after a title, joined, as its head, or as whose it
    is."""
    apposed = next((name for name in actors if _is_apposed(reading, name, head, span)), None)
    titled = next((n for n in actors if n.last == span[1] and n.first > span[0] and n.kind is NameKind.PERSON), None)
    if titled is not None and not _is_title(reading, span[0], titled.first):
        titled = None
    joined = None if apposed or titled else _joined(reading, actors, span)
    heading = next((name for name in actors if name.first <= head < name.last), None)
    found = apposed or titled or (None if joined else heading or _owner(reading, head, actors))
    return joined if found is None else found.canonical


def _owner(reading: Reading, head: int, actors: list[Name]) -> Name | None:
    """Whose a thing is: named before it ("Lavrov's visit"), or after it ("the visit by Lavrov")."""
    stands = reading.tokens[head].low in STANDS_FOR_STATE
    before = [name for name in actors if name.last <= head and (stands or not name.demonym)]
    if before and (stands or not _owns(reading, before[-1], head)):
        return before[-1]
    after = next((name for name in actors if name.first > head), None)
    led = after is not None and _marker_before(reading, head, after.first) in {"by", "from", "of", ","}
    return after if led else None


def _owns(reading: Reading, name: Name, head: int) -> bool:
    """Whether a name only says whose somebody it is: "Ruiz's doctor" is not Ruiz, "Ruiz's visit" is hers."""
    return reading.tokens[name.last - 1].possessive and may_speak(reading.tokens[head].low)


def described_body(reading: Reading, span: tuple[int, int], head: int) -> str | None:
    """The one body that "the bank" means in this document, where the phrase is an article and that word alone."""
    first, last = span
    if last - first != 2 or head != first + 1 or reading.tokens[first].low not in _POINTS:
        return None
    return reading.cast.bodies.get(reading.tokens[head].low)


_POINTS = frozenset("the this that".split())


def _is_apposed(reading: Reading, name: Name, head: int, span: tuple[int, int]) -> bool:
    """Whether a name tells who a description is: "one of the lawyers, Ana Ruiz"."""
    if name.first <= head + 1 or reading.tokens[name.first - 1].text != ",":
        return False
    if name.kind is NameKind.PERSON:
        return name.first == head + 2 or name.last == span[1]
    return name.last == span[1] and reading.tokens[name.first - 2].low in SPEAKERS


def _is_title(reading: Reading, first: int, last: int) -> bool:
    """Whether the words before a person's name only say who it is: "union spokesman", "Friends of Tarn director"."""
    plain = all(tag in "ND" or reading.tokens[first + i].low == "of" for i, tag in enumerate(reading.tags[first:last]))
    return plain and reading.tags[last - 1] == "N"


def _joined(reading: Reading, actors: list[Name], span: tuple[int, int]) -> str | None:
    """ "Japan and South Korea", whichever is named first, where the phrase is names and nothing else."""
    if len(actors) < 2 or any(reading.tokens[i].low not in {"the", "both"} for i in range(span[0], actors[0].first)):
        return None
    between = [reading.tokens[i].low for a, b in pairwise(actors) for i in range(a.last, b.first)]
    if "and" not in between or not all(word in {"and", ",", "the", "both"} for word in between):
        return None
    return " and ".join(sorted({name.canonical for name in actors}))


def _marker_before(reading: Reading, head: int, first: int) -> str:
    """The preposition or comma that first follows a head noun."""
    for index in range(head + 1, first):
        if reading.tags[index] == "P" or reading.tokens[index].text == ",":
            return reading.tokens[index].low
    return ""


def role_holder(reading: Reading, span: tuple[int, int]) -> str | None:
    """The person whom an office stands for, where this document names exactly one: "the Russian foreign minister"."""
    if not reading.cast.roles or any(n.kind is NameKind.PERSON for n in reading.names_in(*span)):
        return None
    head = head_noun(reading.tokens, reading.tags, span)
    if head is None:
        return None
    if any(token.low in _OF for token in reading.tokens[head + 1 : span[1]]):
        return None  # "the inspector general for the agency" is not the one of another body that was named before
    state = next((n.canonical for n in reading.names_in(*span) if n.kind is NameKind.COUNTRY and n.last <= head), None)
    first = next((n.last for n in reading.names_in(*span) if n.last <= head), span[0])
    for begin in range(first, head + 1):
        if begin > span[0] and reading.tokens[begin - 1].low in OTHER_OFFICE:
            return None
        office = " ".join(token.low for token in reading.tokens[begin : head + 1])
        holder = reading.cast.roles.get((state, office))
        if holder:
            return holder
    return None


_OF = frozenset("of for at".split())


def can_speak(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether a noun phrase is somebody who can say something, or something in which somebody says it."""
    head = head_noun(reading.tokens, reading.tags, span)
    if head is None:
        return False
    token = reading.tokens[head]
    if token.low in _PERSON_PRONOUNS or may_speak(token.low):
        return True
    if token.tag is Tag.NUMBER and token.low.isalpha():  # "hundreds", "two"
        return True
    if any(
        near.low in SPEAKERS or near.low in SAID_THINGS for near in reading.tokens[max(span[0], head - 2) : head + 1]
    ):
        return True
    return any(name.first <= head < name.last for name in reading.names_in(*span))


def actors_in(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """Canonical actors in order of mention, each once; places and states that only describe a person left out."""
    found = dict.fromkeys(
        name.canonical for name in reading.names_in(first, last) if name.kind in _ACTORS and not name.modifier
    )
    return tuple(found)
