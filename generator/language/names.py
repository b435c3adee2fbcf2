"""Names of persons, states and bodies: where they stand in a text, and one canonical name for each.

States, their people, their seats of government and their organs are one actor ("Moscow", "the Kremlin", "Russian
officials" -> "Russia"). A person is one actor under every spelling and, inside a document, under the surname alone; a
``Cast`` holds what a document shows about that. Nothing is guessed: a short form that fits two full names stays as it
is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.language.calendar import CALENDAR, YEAR
from generator.language.countries import bodies, states
from generator.language.lists import read_lists
from generator.language.reporting import SAID_THINGS, may_speak
from generator.language.scan import Token, scan
from generator.language.tagger import Tag, is_word, may_be
from generator.language.tokens import without_accents


class NameKind(StrEnum):
    COUNTRY = "country"
    ORGANISATION = "organisation"
    PERSON = "person"
    OTHER = "other"  # a place, a product, or a name of which the text does not show what it is


class Name(NamedTuple):
    """A mention. ``text[start:end] == surface``; ``first`` and ``last`` are token indices, ``last`` exclusive.

    ``modifier`` marks a state that only describes a named person or body ("Russian Foreign Minister Lavrov").
    ``role`` is the office that stands with a person ("foreign minister").
    """

    start: int
    end: int
    surface: str
    canonical: str
    kind: NameKind
    first: int
    last: int
    demonym: bool = False
    modifier: bool = False
    role: str | None = None


class _Entry(NamedTuple):
    words: tuple[str, ...]
    canonical: str
    kind: NameKind
    demonym: bool


@cache
def _gazetteer() -> dict[str, tuple[_Entry, ...]]:
    """Entries by their first word, longest first."""
    entries: dict[str, list[_Entry]] = {}

    def add(surfaces: Iterable[str], canonical: str, kind: NameKind, demonym: bool = False) -> None:
        for surface in surfaces:
            words = tuple(token.text for token in scan(surface))
            entries.setdefault(words[0], []).append(_Entry(words, canonical, kind, demonym))

    for state in states():
        add([state.name, *state.seats, *state.others], state.name, NameKind.COUNTRY)
        add(state.people, state.name, NameKind.COUNTRY, demonym=True)
    for body in bodies():
        add([body.name, *body.others], body.name, NameKind.ORGANISATION)
    return {first: tuple(sorted(found, key=lambda e: -len(e.words))) for first, found in entries.items()}


# Offices and titles that precede a name. Two-word offices are matched before one-word ones.
_ROLES = frozenset(
    """
        president premier chancellor minister secretary senator governor ambassador spokesman spokeswoman
    spokesperson     king queen prince princess pope emperor sultan emir general admiral colonel major captain
    lieutenant sergeant marshal     judge justice mayor chief chairman chairwoman chair director commissioner
    congressman congresswoman representative     professor doctor leader speaker deputy sheriff officer detective
    inspector envoy attorney prosecutor ceo cfo     coach founder editor analyst economist counterpart mr mrs ms
    miss dr sir lord lady dame sen rep gov gen col lt sgt     prof rev reverend archbishop bishop cardinal imam
    ayatollah sheikh rabbi vice former acting then-president     ex-president co-founder counselor adviser advisor
    head
    """.split()
)
_ROLE_MODIFIERS = frozenset(
    """prime foreign defense defence finance interior justice energy trade health education deputy vice supreme
    secretary attorney national security chief executive press state general first senior interim acting former house
    senate opposition majority minority special permanent""".split()
)
_ABBREVIATED = frozenset("mr mrs ms dr sen rep gov gen col lt sgt prof rev st jr sr adm capt cpl maj messrs".split())
PARTICLES = frozenset("bin ibn al el de del della der den van von da di du dos la le ben ter ul".split())
_BODY_WORDS = frozenset(
    """
    ministry department government parliament army navy forces force embassy agency council committee commission court
    university college institute institution bank party union group corporation corp company inc ltd llc plc association
    federation organization organisation foundation center centre office bureau board police service services society
    assembly congress senate house duma authority administration league club times post news journal press tribune
    herald guardian network television media airlines airways airport hospital church school academy museum fund
    alliance coalition movement front brigade battalion guard guards cabinet treasury intelligence secretariat
    """.split()
)
_VAGUE_BODIES = frozenset(  # alone they name no body, capital or not
    "office center centre bureau board service services society network group company party times post news".split()
)
# With an adjective of nationality these organs of a state act for it.
_ORGANS = frozenset(
    """ministry government parliament army navy military forces embassy defence defense foreign interior affairs state
    department administration officials officials' presidency cabinet treasury air force security council intelligence
    """.split()
)
_PLACE_WORDS = frozenset(
    """peninsula sea ocean river lake mountain mountains island islands street avenue road square county province
    region valley bay gulf strait straits coast desert city town village district territory east west north south
    hill bridge park border zone""".split()
)
_NOBODY = CALENDAR | frozenset(
    """mon tue wed thu fri sat sun christmas easter ramadan internet english god covid-19 covid i i'm i've i'd i'll am
    pm est edt gmt""".split()
)
_DIRECTIONS = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern mainland".split()
)
# Words that open a sentence with a capital and are never part of the name that follows.
_OPENERS = frozenset(
    """
    a an the this that these those he she it they we you his her its their our my your in on at by for with from to of
    as and but or nor so yet if when while although though because since after before until unless once whereas amid
    amidst among during despite without within through throughout toward towards across around about against between
    under over above below behind beyond near off out up down along upon via per like than into both all some many
    most more much few several other another such each every any no not only even just also then there here now today
    yesterday tomorrow however moreover furthermore meanwhile additionally nonetheless nevertheless still thus hence
    therefore instead overall recently earlier later finally what which who whose whom
    where why how is are was were has have had do does did will would can could may might must should one two three
    four five six seven eight nine ten half according asked speaking following given including unlike whether
    perhaps maybe indeed yes well recent former top key senior
    """.split()
)
# Spellings of one given name, folded by ending. Only words of five letters and more, so that "Wei" and "Ali" stay.
_ENDINGS = (("skyy", "sky"), ("skiy", "sky"), ("skii", "sky"), ("ei", "ey"), ("iy", "y"), ("ii", "y"), ("tri", "try"))
_SPELLINGS = {
    "yuri": "Yury", "mohamed": "Mohammed", "mohammad": "Mohammed", "muhammad": "Mohammed", "muhammed": "Mohammed",
    "aleksandr": "Alexander", "alexandr": "Alexander", "aleksander": "Alexander", "aleksey": "Alexey",
    "yevgeny": "Evgeny", "hussain": "Hussein", "husain": "Hussein", "abdallah": "Abdullah", "gadhafi": "Gaddafi",
    "qaddafi": "Gaddafi", "kadhafi": "Gaddafi", "volodimir": "Volodymyr",
}  # fmt: skip


def _fold_word(word: str) -> str:
    plain = without_accents(word)
    if len(plain) >= 5:
        for ending, kept in _ENDINGS:
            if plain.endswith(ending):
                plain = plain[: -len(ending)] + kept
                break
    return _SPELLINGS.get(plain.lower(), plain)


def _fold_person(words: Iterable[str]) -> str:
    """One spelling of a person's name: "Sergei Lavrov" and "Sergey Lavrov", "Kim Jong-un" and "Kim Jong Un"."""
    parts: list[str] = []
    for word in words:
        head, hyphen, tail = word.partition("-")
        if hyphen and tail.islower():
            parts += [_fold_word(head), _fold_word(tail.capitalize())]
        else:
            parts.append(_fold_word(word))
    return " ".join(parts)


@lru_cache(maxsize=4096)
def canonical(surface: str) -> str:
    """The one name of what ``surface`` names, without regard to any document.

    "the White House" -> "United States", "Moscow" -> "Russia", "Sergei Lavrov" -> "Sergey Lavrov". A surface that
    holds no name comes back with its white space trimmed.
    """
    names = [name for name in find_names(surface, mid_sentence=True) if not name.modifier]
    return names[0].canonical if names else " ".join(surface.split())


Office = tuple[str | None, str]  # a state, None for any, and an office in it


@dataclass(frozen=True, slots=True)
class Cast:
    """What a document shows about its names.

    ``full`` maps a short form to the one full name that it fits ("Lavrov" -> "Sergey Lavrov"); ``agents`` are names of
    unknown kind that somewhere do something; ``persons`` are full names known to be persons'; ``capitals`` holds words
    seen with a capital inside a sentence, ``lowers`` words seen without; ``roles`` maps an office, with and without its
    state, to its one holder, ``since`` to the sentence that first names one; ``acronyms`` maps what a document
    introduces in brackets; ``bodies`` maps a word for a kind of body to the one such body that is named ("university"
    to "University of Tarn"); ``shown`` maps a full name to its spelling in the document.
    """

    full: dict[str, str] = field(default_factory=dict)
    agents: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    lowers: frozenset[str] = frozenset()
    roles: dict[Office, str] = field(default_factory=dict)
    since: dict[Office, int] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def upto(self, sentence: int) -> Cast:
        """The same without the offices whose holder is named only after this sentence, counted from 0: "the president"
        is nobody whom the text has yet to name."""
        if all(first <= sentence for first in self.since.values()):
            return self
        return replace(
            self, roles={office: one for office, one in self.roles.items() if self.since[office] <= sentence}
        )


EMPTY_CAST = Cast()


def find_names(
    text: str, cast: Cast = EMPTY_CAST, tokens: Sequence[Token] | None = None, mid_sentence: bool = False
) -> tuple[Name, ...]:
    """The names in one sentence, in order, not overlapping.

    ``cast`` is what the document shows; ``tokens`` are ``scan(text)`` where the caller has them; ``mid_sentence`` says
    that the first word's capital is its own. Linear in the length of the text.
    """
    tokens = scan(text) if tokens is None else tokens
    names: list[Name] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not token.capital and token.text[:2] != "al":
            index += 1
            continue
        opens = not mid_sentence and _opens_sentence(tokens, index)
        if not _may_begin(token, opens, cast, tokens, index):
            index += 1
            continue
        end = _run_end(tokens, index, cast)
        names += _read_run(text, tokens, index, end, opens, cast)
        index = end
    for position, (name, after) in enumerate(pairwise(names)):
        names[position] = _describes(name, after, tokens)
    return tuple(names)


def _describes(name: Name, after: Name, tokens: Sequence[Token]) -> Name:
    """Mark the state of "the Russian foreign minister, Sergey Lavrov": it only says whose minister he is."""
    if name.kind is not NameKind.COUNTRY or after.kind is not NameKind.PERSON:
        return name
    between = [token.low for token in tokens[name.last : after.first]]
    if between and between[-1] == ",":
        between.pop()
    office = bool(between) and between[-1] in _ROLES and all(word in _ROLES | _ROLE_MODIFIERS for word in between)
    return name._replace(modifier=True) if office else name


def _opens_sentence(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].text in {"“", '"', "‘", ":", "(", "[", "•", "-", "*", "—"}


def _may_begin(token: Token, opens: bool, cast: Cast, tokens: Sequence[Token], index: int) -> bool:
    if not token.capital and not (token.text == "al" or token.text.startswith("al-")):
        return False
    plain = token.low.split("'")[0]
    if len(token.text) == 1 and index + 1 < len(tokens) and tokens[index + 1].start == token.end:
        return tokens[index + 1].text == "."  # an initial
    if plain in YEAR:
        return not _is_nobody(tokens, index, cast)  # "may" is a word that opens sentences too
    if plain in _NOBODY or (plain in _OPENERS and (opens or len(token.text) == 1 or not token.text.isupper())):
        # "US" and "WHO" are names, "Us" and "Who" are not; "The Hague" and "New Zealand" are found in the gazetteer
        hit = _gazetteer_hit(tokens, index)
        return hit is not None and len(hit.words) > 1
    return True


def _is_nobody(tokens: Sequence[Token], index: int, cast: Cast) -> bool:
    """Whether a capital is no name's. A month is one's behind a given name or a form of address ("Theresa May", "Mrs
    May"), and alone where the document has that person."""
    token = tokens[index]
    if token.low.split("'")[0] not in YEAR:
        return token.low in _NOBODY
    before = tokens[index - 1] if index else None
    if before is not None and (before.low in _DATING or before.text.isdigit()):
        return True
    if index + 1 < len(tokens) and tokens[index + 1].text.isdigit():
        return True
    if before is not None and before.text == "." and index > 1:
        before = tokens[index - 2]  # "Mrs. May"
    named = before is not None and (before.text in _GIVEN or before.low in _ADDRESSES)
    return not named and token.text not in cast.full


_ADDRESSES = frozenset("mr mrs ms miss dr sir".split())
_DATING = frozenset("in on of since by until till last next this early late mid before after from to through".split())


def _gazetteer_hit(tokens: Sequence[Token], index: int) -> _Entry | None:
    for entry in _gazetteer().get(tokens[index].text, ()):
        size = len(entry.words)
        if size == 1:
            return entry
        inner = tokens[index : index + size]
        if [t.text for t in inner] == list(entry.words) and not any(t.possessive for t in inner[:-1]):
            return entry
    return None


_LONGEST_RUN = 24  # tokens; a longer stretch of capitals is a heading run together, not a name


def _run_end(tokens: Sequence[Token], begin: int, cast: Cast) -> int:
    """End of the stretch of capitalised words that begins here, linking words included where a capital follows."""
    hit = _gazetteer_hit(tokens, begin)
    index = begin + (len(hit.words) if hit else 1)
    limit = min(len(tokens), begin + _LONGEST_RUN)
    while index < limit and not tokens[index - 1].possessive:
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.capital and not _is_nobody(tokens, index, cast):
            hit = _gazetteer_hit(tokens, index)
            index += len(hit.words) if hit else 1
        elif (
            token.text == "." and _abbreviates(tokens[index - 1]) and following is not None and following.capital
        ) or (following is not None and following.capital and _links(token, tokens[index - 1])):
            index += 1
        else:
            break
    return index


def _abbreviates(token: Token) -> bool:
    return token.low in _ABBREVIATED or (len(token.text) == 1 and token.text.isupper())


def _links(token: Token, before: Token) -> bool:
    if token.low in PARTICLES:
        return before.capital
    return token.low == "of" and (before.low in _BODY_WORDS or before.low in {"secretary", "chamber", "republic"})


def _read_run(text: str, tokens: Sequence[Token], begin: int, end: int, opens: bool, cast: Cast) -> list[Name]:
    """The names of one capitalised stretch: a state that describes, an office, then a person or body."""
    found: list[Name] = []
    index = begin
    state: Name | None = None
    while index < end:
        hit = _gazetteer_hit(tokens, index)
        if hit is None:
            break
        last = index + len(hit.words)
        state = _name(text, tokens, index, last, hit.canonical, hit.kind, demonym=hit.demonym)
        rest = [t.low for t in tokens[last:end]]
        if not rest:
            return [*found, state]
        if rest[-1] in _PLACE_WORDS and rest[0] not in _ROLES:  # "the Indian Ocean" is no India
            break
        if state.demonym or rest[0] in _ROLES or rest[0] in _ROLE_MODIFIERS:
            if all(word in _ORGANS or word == "of" for word in rest):
                return [*found, _name(text, tokens, index, end, hit.canonical, NameKind.COUNTRY)]
            found.append(state)
            index = last
            continue
        if hit.kind is NameKind.ORGANISATION or _gazetteer_hit(tokens, last):
            found.append(state)
            index = last
            continue
        break
    if index == begin and opens and end - begin > 1 and _plain_opener(tokens[begin], cast):
        index += 1
        return _read_run(text, tokens, index, end, False, cast)
    return found + _read_named(text, tokens, index, end, opens and index == begin, state, found, cast)


def _plain_opener(token: Token, cast: Cast) -> bool:
    return token.low in _OPENERS or (token.low in cast.lowers and token.text not in cast.capitals)


def _read_named(
    text: str,
    tokens: Sequence[Token],
    begin: int,
    end: int,
    opens: bool,
    state: Name | None,
    found: list[Name],
    cast: Cast,
) -> list[Name]:
    index = begin
    while index < end and (
        tokens[index].low in _ROLES
        or tokens[index].low in _ROLE_MODIFIERS
        or tokens[index].text == "."
        or (tokens[index].low == "of" and index > begin)
        or (tokens[index].low in _DIRECTIONS and index == begin)
    ):
        index += 1
    role = " ".join(t.low for t in tokens[begin:index] if t.text != ".") or None
    if role and role in _DIRECTIONS:
        role = None
    if index == end:
        return []
    words = [t.text for t in tokens[index:end] if t.text != "."]
    if index > begin and (hit := _gazetteer_hit(tokens, index)) and index + len(hit.words) == end:
        return [_name(text, tokens, index, end, hit.canonical, hit.kind, demonym=hit.demonym)]
    if opens and index == begin and end - index == 1 and role is None and not _known(tokens[index], cast):
        return []
    index = _after_description(tokens, index, end)
    words = [t.text for t in tokens[index:end] if t.text != "."]
    given = next((i for i in range(index + 1, end - 1) if tokens[i].text in _GIVEN), None)
    if role is None and given is not None and tokens[index].text not in _GIVEN and not _is_place(tokens[index]):
        index, words = given, [t.text for t in tokens[given:end] if t.text != "."]  # "District Supervisor Ana Ruiz"
    if _shouted(words) and role is None:
        return []
    name = _classify(text, tokens, index, end, words, role, cast)
    if state is not None and found and found[-1] is state and name.kind is NameKind.PERSON:
        found[-1] = state._replace(modifier=True)
    return [name]


def _after_description(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where a person's name begins after capitalised words that only describe: "Oscar Winner Ana Ruiz" -> at "Ana"."""
    for index in range(begin + 1, end - 2):
        noun = tokens[index].low
        if not is_word(noun) or not may_be(noun, Tag.NOUN):
            continue
        named = may_speak(noun) and tokens[index + 1].text in _GIVEN
        if named or _may_be_person(tokens[index + 1 : end], surely=not may_speak(noun)):
            return index + 1
    return begin


def _may_be_person(words: Sequence[Token], surely: bool) -> bool:
    """Whether what follows an office ("County Clerk") reads as a name: two words that are none otherwise; one of them
    where the office is that of somebody who speaks."""
    if len(words) != 2 or any(word.low in _BODY_WORDS | _PLACE_WORDS for word in words):
        return False
    strange = sum(not is_word(word.low) for word in words)
    return strange == len(words) if surely else strange > 0


def _is_place(token: Token) -> bool:
    return token.low in _BEFORE_PLACES


_BEFORE_PLACES = frozenset("st saint san santa fort camp mount lake port los las la el new cape".split())


def _shouted(words: list[str]) -> bool:
    """Whether a run is a label in capitals ("PHOTOS", "CORRECTS SOURCE") rather than a name."""
    return any(len(word) > 5 and word.isupper() for word in words) and all(word.isupper() for word in words)


def _known(token: Token, cast: Cast) -> bool:
    return token.text in cast.capitals or token.text in cast.full or _is_acronym(token.text)


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isupper() and word.isalpha()


def _classify(
    text: str, tokens: Sequence[Token], first: int, last: int, words: list[str], role: str | None, cast: Cast
) -> Name:
    lows = {word.lower() for word in words}
    joined = " ".join(words)
    if joined in cast.acronyms:
        return _name(text, tokens, first, last, cast.acronyms[joined], NameKind.ORGANISATION)
    if len(words) == 1 and lows <= _BODY_WORDS and cast.bodies.get(joined.lower()):
        return _name(text, tokens, first, last, cast.bodies[joined.lower()], NameKind.ORGANISATION)
    if len(words) == 1 and _is_acronym(words[0]):
        kind = NameKind.ORGANISATION if joined in cast.agents else NameKind.OTHER
        return _name(text, tokens, first, last, joined, kind)
    if lows & _BODY_WORDS:
        kind = NameKind.OTHER if lows <= _VAGUE_BODIES else NameKind.ORGANISATION
        return _name(text, tokens, first, last, joined, kind)
    if lows & _PLACE_WORDS or any(word[:1].isdigit() for word in words) or len(words) > 4:
        return _name(text, tokens, first, last, joined, NameKind.OTHER)
    folded = _fold_person(words)
    whole = cast.full.get(folded, folded)
    person = role is not None or whole in cast.persons
    kind = NameKind.PERSON if person else NameKind.ORGANISATION if whole in cast.agents else NameKind.OTHER
    return _name(text, tokens, first, last, whole, kind)._replace(role=role)


def _name(
    text: str, tokens: Sequence[Token], first: int, last: int, canonical: str, kind: NameKind, demonym: bool = False
) -> Name:
    start, end = tokens[first].start, tokens[last - 1].end
    if tokens[last - 1].possessive:
        end -= len(text[start:end]) - len(text[start:end].rstrip("s").rstrip("'’"))
        end = max(end, start + 1)
    return Name(start, end, text[start:end], canonical, kind, first, last, demonym)


_GIVEN = frozenset(name for line in read_lists("names.txt")["given"] for name in line.split())

# Families whose name stands first; a three-part name of short parts is read that way too.
_FAMILY_FIRST = frozenset(
    """
    Kim Ri Choe Choi Pak Park Lee Xi Li Wang Zhang Chen Liu Yang Hu Jiang Mao Moon Yoon Ban
    """.split()
)


def make_cast(sentences: Iterable[tuple[str, Sequence[Token]]]) -> Cast:
    """What a document's sentences, each with its tokens, show about names. Independent of their order."""
    pairs = list(sentences)
    capitals: Counter[str] = Counter()
    lowers: set[str] = set()
    for _, tokens in pairs:
        for index, token in enumerate(tokens):
            if not token.text[0].isalpha():
                continue
            if not token.capital:
                lowers.add(token.low)
            elif not _opens_sentence(tokens, index):
                capitals[token.text] += 1
    first = Cast(capitals=frozenset(capitals), lowers=frozenset(lowers))
    found = [(place, name) for place, (text, tokens) in enumerate(pairs) for name in find_names(text, first, tokens)]
    mentions = [(name, pairs[place][1]) for place, name in found]
    acronyms = _acronyms(mentions)
    full, persons = _full_names(mentions, lowers)
    roles, since = _role_holders(mentions, [place for place, _ in found], full, persons)
    return Cast(
        full,
        _agents(mentions),
        persons,
        first.capitals,
        first.lowers,
        roles,
        since,
        acronyms,
        _bodies(mentions),
        _shown(mentions),
    )


def _agents(mentions: list[tuple[Name, Sequence[Token]]]) -> frozenset[str]:
    """Names of unknown kind right before a finite verb: what acts counts as an actor."""
    found: set[str] = set()
    for name, tokens in mentions:
        if name.kind is not NameKind.OTHER or name.last >= len(tokens) or tokens[name.last - 1].possessive:
            continue
        if tokens[name.last].tag in (Tag.PAST, Tag.PRESENT) and tokens[name.last].lemma not in ("be", "have", "do"):
            found.add(name.canonical)
    return frozenset(found)


def _shown(mentions: list[tuple[Name, Sequence[Token]]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, _ in mentions:
        if " " in name.canonical:
            found.setdefault(name.canonical, name.surface)
    return found


def _bodies(mentions: list[tuple[Name, Sequence[Token]]]) -> dict[str, str]:
    """ "university" -> "University of Tarn", where one body alone is named that says in its name what it is.

    Not so of a "Bank of ...": that is the state's, and "the bank" mostly another.
    """
    named: dict[str, set[str]] = {}
    for name, _ in mentions:
        words = name.canonical.split()
        if name.kind is NameKind.ORGANISATION and len(words) > 1:
            for word in ({words[0].lower()} - {"bank"} | {words[-1].lower()}) & _BODY_WORDS:
                named.setdefault(word, set()).add(name.canonical)
    return {word: next(iter(bodies)) for word, bodies in named.items() if len(bodies) == 1}


def _acronyms(mentions: list[tuple[Name, Sequence[Token]]]) -> dict[str, str]:
    """ "International Energy Board (IEB)" -> {"IEB": "International Energy Board"}, where the initials agree."""
    found: dict[str, str] = {}
    for name, tokens in mentions:
        if name.last + 2 >= len(tokens) or tokens[name.last].text != "(" or tokens[name.last + 2].text != ")":
            continue
        short = tokens[name.last + 1].text
        if short.isupper() and short == initials(name.canonical):
            found[short] = name.canonical
    return found


def initials(name: str) -> str:
    """What a body is called for short: "IEB" of "International Energy Board"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _full_names(
    mentions: list[tuple[Name, Sequence[Token]]], lowers: set[str]
) -> tuple[dict[str, str], frozenset[str]]:
    """Short forms with the one full name that they fit, and the full names known to be persons'."""
    candidates = {
        name.canonical: name.role
        for name, _ in sorted(mentions, key=lambda pair: pair[0].role or "")
        if name.kind in (NameKind.PERSON, NameKind.OTHER) and 2 <= len(name.canonical.split()) <= 4
    }
    singles = {
        name.canonical for name, _ in mentions
        if name.kind in (NameKind.PERSON, NameKind.OTHER) and " " not in name.canonical
    }  # fmt: skip
    fits: dict[str, set[str]] = {}
    for whole in candidates:
        words = whole.split()
        fits.setdefault(words[-1], set()).add(whole)
        if words[0] in _FAMILY_FIRST or (len(words) == 3 and max(map(len, words)) <= 4):
            fits.setdefault(words[0], set()).add(whole)
    full = {short: next(iter(w)) for short, w in fits.items() if len(w) == 1 and short.lower() not in lowers}
    persons = {whole for whole, role in candidates.items() if role or looks_like_person(whole)}
    persons |= {n.canonical for n, tokens in mentions if n.canonical in candidates and _shows_person(n, tokens)}
    persons |= {whole for short, whole in full.items() if short in singles}
    firsts = Counter(whole.split()[0] for whole in persons)
    for whole in sorted(persons):
        first = whole.split()[0]
        if firsts[first] == 1 and first not in fits:
            full[first] = whole
    return full, frozenset(persons)


def _shows_person(name: Name, tokens: Sequence[Token]) -> bool:
    """Whether the words beside a name say that it is a person's: an office, an age, "who"."""
    after = [token.low for token in tokens[name.last : name.last + 3]]
    if after[:1] == [","]:
        after = after[1:]
    aged = after[:1] != [] and after[0].isdigit() and len(after[0]) < 4 and after[1:2] in ([","], ["."])
    return aged or after[:1] == ["who"] or _office_before(name, tokens) is not None


def looks_like_person(whole: str) -> bool:
    words = whole.split()
    family_first = words[0] in _FAMILY_FIRST and len(words) == 3 and max(map(len, words)) <= 5
    return family_first or words[0] in _GIVEN


def _role_holders(
    mentions: list[tuple[Name, Sequence[Token]]], places: Sequence[int], full: dict[str, str], persons: frozenset[str]
) -> tuple[dict[Office, str], dict[Office, int]]:
    """Offices with their one holder, by state and office, and by office alone where only one holder is named; and the
    sentence that first names one. ``places`` are the sentences of the mentions."""
    held: dict[Office, set[str]] = {}
    since: dict[Office, int] = {}
    state: Name | None = None
    for (name, tokens), place in zip(mentions, places, strict=True):
        if name.kind is NameKind.COUNTRY:
            state = name
            continue
        holder = full.get(name.canonical, name.canonical)
        person = name.kind is NameKind.PERSON or holder in persons
        office = name.role or _office_before(name, tokens, person)
        if not office or not (person or name.role) or office.split()[-1] in _NO_OFFICES:
            continue
        if not office.startswith(_NO_LONGER) and _held_before(name, tokens):
            office = f"{_NO_LONGER} {office}"
        near = state is not None and 0 <= name.first - state.last <= 4
        offices = {(state.canonical if near and state else None, office), (None, office)}
        if (name.kind is NameKind.PERSON or " " in holder) and OTHER_OFFICE.isdisjoint(office.split()):
            offices.add((None, office.split()[-1]))  # "the minister" after "energy minister"
        for one in offices:
            held.setdefault(one, set()).add(holder)
            since.setdefault(one, place)
    roles = {one: next(iter(holders)) for one, holders in held.items() if len(holders) == 1}
    return roles, {one: since[one] for one in roles}


_NO_LONGER = "former"
# With one of these before it an office is another one: "the vice president" is not the president.
OTHER_OFFICE = frozenset((_NO_LONGER, *"vice deputy acting assistant then late ex outgoing incoming".split()))
_REACH = 6  # tokens before a name in which "former" is of its office


def _held_before(name: Name, tokens: Sequence[Token]) -> bool:
    """Whether an office is one that somebody held: "Former Vice President Ada Brell"."""
    near = [token.low for token in tokens[max(0, name.first - _REACH) : name.first]]
    return _NO_LONGER in near and "and" not in near[near.index(_NO_LONGER) :]


# "In the letter, Ruiz says": what stands there is no office; and "Mr" is everybody's.
_NO_OFFICES = SAID_THINGS | _ADDRESSES | frozenset("interview meeting briefing conference call".split())


def _office_before(name: Name, tokens: Sequence[Token], person: bool = False) -> str | None:
    """ "the foreign minister, Ana Ruiz", "harbour master Tom Vale": the office in the words just before a name.

    Any noun is one that stands right before the name, or before a comma with an article or owner in front of it; where
    the name is not known to be a ``person``'s, a noun for somebody.
    """
    index = name.first - 1
    comma = index >= 0 and tokens[index].text == ","
    index -= comma
    words: list[str] = []
    while index >= 0 and _in_office(tokens[index], bool(words)):
        words.insert(0, tokens[index].low)
        index -= 1
    if not words or (words[-1] not in _ROLES and not person and not may_speak(words[-1])):
        return None
    owned = index >= 0 and (tokens[index].tag is Tag.DETERMINER or tokens[index].possessive)
    return " ".join(words) if words[-1] in _ROLES or owned or not comma else None


def _in_office(token: Token, follows: bool) -> bool:
    if token.possessive or token.capital:
        return False
    if token.low in _ROLES or (follows and token.low in _ROLE_MODIFIERS):
        return True
    return token.tag is Tag.NOUN or (follows and token.tag is Tag.ADJECTIVE and token.low not in _NOT_OFFICE)


_NOT_OFFICE = frozenset("former late other first second last same".split())
