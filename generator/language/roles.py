"""Who holds which office: "Russian Foreign Minister Sergei Lavrov", "his North Korean counterpart, Ri Son Gwon".

Only offices that one person holds at a time, with the body they belong to. "Former", "deputy" and the like are another
office, and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from generator.language.calendar import WEEK, YEAR
from generator.language.countries import states

_MINISTRIES = """foreign defense defence finance interior justice health education trade energy economy economics
transport environment culture labour labor agriculture home prime"""
_OFFICES = {
    "president": "president", "premier": "prime minister", "chancellor": "chancellor", "king": "monarch",
    "queen": "monarch", "emperor": "monarch", "pope": "pope", "leader": "leader", "supreme leader": "leader",
    "secretary of state": "foreign minister", "foreign secretary": "foreign minister",
    "external affairs minister": "foreign minister", "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister", "defense secretary": "defence minister",
    "secretary of defense": "defence minister", "minister of defence": "defence minister",
    "minister of defense": "defence minister", "treasury secretary": "finance minister",
    "attorney general": "attorney general", "chief executive": "chief executive", "ceo": "chief executive",
    "chief executive officer": "chief executive", "director general": "director general",
    "director-general": "director general",
    "general secretary": "general secretary", "fire chief": "fire chief",
    "presiding judge": "presiding judge", "trial judge": "presiding judge", "chief negotiator": "chief negotiator",
    "lead negotiator": "chief negotiator", "chief investigator": "chief investigator",
    "lead investigator": "chief investigator", "principal investigator": "chief investigator",
    "sporting director": "sporting director", "chief prosecutor": "chief prosecutor",
    "chairman": "chair", "chairwoman": "chair", "chair": "chair",
    "secretary-general": "secretary-general", "secretary general": "secretary-general", "mayor": "mayor",
    "governor": "governor", "gov": "governor", "head coach": "head coach", "police chief": "police chief",
} | {f"{name} minister": f"{name} minister" for name in _MINISTRIES.split()}  # fmt: skip
_SPELLINGS = {"defense minister": "defence minister", "labor minister": "labour minister",
              "economics minister": "economy minister"}  # fmt: skip
# Offices of bodies that no list holds: a firm, a town, a club. Their body is the name that stands beside the office.
_OF_ANY_BODY = frozenset(
    (
        "chief executive",
        "chair",
        "mayor",
        "governor",
        "head coach",
        "police chief",
        "director general",
        "general secretary",
        "fire chief",
        "presiding judge",
        "chief negotiator",
        "chief investigator",
        "sporting director",
        "chief prosecutor",
    )
)
_COUNTERPART = "counterpart"
_OTHER_OFFICE = frozenset(
    """former ex late deputy vice then acting assistant shadow candidate incoming outgoing future next previous
    opposition party lady rebel longtime one-time onetime de-facto would-be self-proclaimed old new ousted
    deposed exiled""".split()
)
_NOT_YET = frozenset("elect candidate nominee hopeful designate emeritus".split())

# A word, with the full stop of an abbreviation: "U.S.", "J."
_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*(?:(?<=\b[A-Z])\.)?")
_NAME_PARTICLES = frozenset("al bin ibn de da del der di la le van von abu".split())
_NOT_NAMES = (
    WEEK
    | YEAR
    | frozenset(
        "the a an mr mrs ms dr sir on in at his her its their he she it but and while as after democratic"
        " republican".split()
    )
)


class Holder(NamedTuple):
    """Somebody in an office: ``office`` in plain words, ``body`` the state or organisation (canonical), ``name`` as
    it stands at ``text[start:end]``. ``how`` says which words show it."""

    office: str
    body: str
    name: str
    start: int
    end: int
    how: str


class _Token(NamedTuple):
    text: str
    folded: str
    start: int
    end: int
    gap: str  # what stands between this token and the next


def find_holders(text: str, known: Sequence[Holder] = ()) -> tuple[Holder, ...]:
    """Offices and their holders that a text names, in order.

    ``known`` are holders found before (in the whole story): "his North Korean counterpart" is read with their help,
    for a counterpart holds the same office elsewhere.
    """
    lower = text.lower()
    if not any(word in lower for word in _FIRST_LOOK):
        return ()
    tokens = _tokens(text)
    found: list[Holder] = []
    for i in range(len(tokens)):
        office, after = _office_at(tokens, i)
        if office and not _is_other_office(tokens, i, after):
            found.extend(_read_office(text, tokens, i, after, office))
        elif tokens[i].folded == _COUNTERPART and known:
            found.extend(_read_counterpart(text, tokens, i, known))
    return tuple(found)


def speaks_of_counterpart(text: str) -> bool:
    """Whether a text may name somebody as the counterpart of somebody else."""
    return _COUNTERPART in text.lower()


def same_person(a: str, b: str) -> bool | None:
    """Whether two names are one person's: True where one name holds the other, False where they share no family or
    given name at either end, None where it cannot be said. Spelling in transliteration ("Sergei", "Sergey") is folded.
    """
    left, right = _name_parts(a), _name_parts(b)
    shorter, longer = sorted((left, right), key=len)
    matched = [part for part in shorter if any(_alike(part, other) for other in longer)]
    if len(matched) == len(shorter):
        return True
    if _alike(left[-1], right[-1]) or _alike(left[0], right[0]):
        return None
    return False if len(shorter) > 1 or not matched else None


def body_of(surface: str) -> str | None:
    """The state or organisation that a name, an adjective or a capital stands for; None where it is none."""
    return _bodies().get(surface.lower().replace("’", "'").removesuffix("'s").removeprefix("the "))


@cache
def _bodies() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, *others in states():
        for value in (name, *chain.from_iterable(others)):
            table.setdefault(value.lower(), name)
    return table


_FIRST_LOOK = tuple(sorted({office.split()[-1] for office in _OFFICES} | {_COUNTERPART}))


def _tokens(text: str) -> list[_Token]:
    spans = [match.span() for match in _TOKEN.finditer(text)]
    ends = [start for start, _ in spans[1:]] + [len(text)]
    return [
        _Token(text[start:end], text[start:end].lower().replace("’", "'"), start, end, text[end:until])
        for (start, end), until in zip(spans, ends, strict=True)
    ]


def _office_at(tokens: Sequence[_Token], i: int) -> tuple[str | None, int]:
    """The office whose words begin at token ``i``, longest first, and the index after it."""
    for words, office in _OFFICES_BY_FIRST.get(tokens[i].folded, ()):
        part = tokens[i : i + len(words)]
        if tuple(token.folded for token in part) == words and all(token.gap == " " for token in part[:-1]):
            return office, i + len(words)
    return None, i


def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, office in _OFFICES.items():
        words = tuple(name.split())
        table.setdefault(words[0], []).append((words, _SPELLINGS.get(office, office)))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[0]))) for first, entries in table.items()}


_OFFICES_BY_FIRST = _by_first_word()


def _is_other_office(tokens: Sequence[_Token], i: int, after: int) -> bool:
    before = [token.folded for token in tokens[max(0, i - 3) : i]]
    if any(word in _OTHER_OFFICE for word in before) or any("ex-" in word or "vice-" in word for word in before):
        return True
    return after < len(tokens) and (tokens[after].folded in _NOT_YET or tokens[after - 1].gap.startswith("-"))


def _read_office(text: str, tokens: Sequence[_Token], i: int, after: int, office: str) -> Iterable[Holder]:
    if i and tokens[i - 1].folded in _FOR_NOW and tokens[i - 1].gap == " ":
        office, i = f"{_FOR_NOW_NAME} {office}", i - 1
    any_body = office.removeprefix(f"{_FOR_NOW_NAME} ") in _OF_ANY_BODY
    body, first = _named_before(tokens, i) if any_body else _body_before(tokens, i)
    if body is None and not any_body:
        body, first = _possessor_before(tokens, i)
    if body is None:
        body, after = _named_after(tokens, after) if any_body else _body_after(tokens, after)
    if body is None and office.removeprefix(f"{_FOR_NOW_NAME} ") in _OF_ONE_FIRM:
        body, first = UNNAMED_BODY, _unnamed_before(tokens, i)
    if body is None:
        return
    name = _name_after(tokens, after) or _name_before(tokens, first)
    if name:
        begin, end = tokens[name[0]].start, tokens[name[1] - 1].end
        surface = _without_possessive(text[begin:end])
        yield Holder(
            office, body, surface, begin, begin + len(surface), f"“{_around(text, tokens, first, after, begin, end)}”"
        )


# A story about one firm names its heads without it; a story may have many mayors and police chiefs.
_OF_ONE_FIRM = _OF_ANY_BODY - {"chair", "mayor", "governor", "police chief"}
_FOR_NOW = frozenset(("interim", "caretaker"))
_FOR_NOW_NAME = "interim"
UNNAMED_BODY = ""  # of "its chief executive": one that is named elsewhere, if at all


def _unnamed_before(tokens: Sequence[_Token], i: int) -> int:
    """Where "its" or "the company's" begins before token ``i``."""
    if not i or tokens[i - 1].gap != " ":
        return i
    if tokens[i - 1].folded in ("its", "the", "their"):
        return i - 1
    owned = tokens[i - 1].folded.endswith("'s") and i > 1 and tokens[i - 2].folded in ("the", "its")
    return i - 2 if owned else i


def _possessor_before(tokens: Sequence[_Token], i: int) -> tuple[str | None, int]:
    """The name in "Norland's foreign minister" that no list of states holds, and the index where it begins."""
    if not i or not tokens[i - 1].folded.endswith("'s"):
        return None, i
    return _named_before(tokens, i)


def _read_counterpart(text: str, tokens: Sequence[_Token], i: int, known: Sequence[Holder]) -> Iterable[Holder]:
    name = _name_after(tokens, i + 1)
    if name is None:
        return
    body, first = _body_before(tokens, i)
    if body is None:
        body, first = _named_before(tokens, i)
    if first == 0:
        return
    owner_token = tokens[first - 1].folded
    own = owner_token in ("his", "her", "their")
    if not own and not owner_token.endswith("'s"):
        return
    surface = _without_possessive(text[tokens[name[0]].start : tokens[name[1] - 1].end])
    owner = _owner(tokens, first - 1 if own else first, known, body, surface)
    if owner is None:
        return
    body = body or _last_other_body(tokens, first - 1, owner.body)
    if body is None:
        return
    begin = tokens[name[0]].start
    how = f"“{text[tokens[first - 1].start : begin + len(surface)]}” of {owner.name}, {owner.body}’s {owner.office}"
    yield Holder(owner.office, body, surface, begin, begin + len(surface), how)


def _owner(tokens: Sequence[_Token], until: int, known: Sequence[Holder], body: str | None, name: str) -> Holder | None:
    """The known office holder who was named last before a token and does not belong to the counterpart's own body."""
    for j in range(until - 1, -1, -1):
        word = tokens[j].folded.removesuffix("'s")
        if not tokens[j].text[0].isupper():
            continue
        holders = [holder for holder in known if _alike(_name_parts(holder.name)[-1], word)]
        holders += [holder for holder in known if word in _name_parts(holder.name) and len(holder.name.split()) > 2]
        fitting = [holder for holder in holders if holder.body != body and same_person(holder.name, name) is not True]
        offices = {(holder.office, holder.body) for holder in fitting}
        if len(offices) == 1:
            return fitting[0]
        if offices:
            return None
    return None


def _last_other_body(tokens: Sequence[_Token], until: int, own: str) -> str | None:
    for j in range(until - 1, -1, -1):
        body, _ = _body_before(tokens, j + 1)
        if body and body != own:
            return body
    return None


def _body_before(tokens: Sequence[_Token], i: int) -> tuple[str | None, int]:
    """The state or organisation named right before token ``i``, and the index where its name begins."""
    for length in (3, 2, 1):
        first = i - length
        if first < 0 or any(token.gap != " " for token in tokens[first:i]):
            continue
        body = body_of(" ".join(token.text for token in tokens[first:i]))
        if body:
            return body, first
    return None, i


def _body_after(tokens: Sequence[_Token], after: int) -> tuple[str | None, int]:
    """The same for "of North Korea" after an office, and the index after it."""
    if after >= len(tokens) or tokens[after].folded not in ("of", "for") or tokens[after - 1].gap != " ":
        return None, after
    first = after + 1
    if first < len(tokens) and tokens[first].folded == "the":
        first += 1
    for length in (3, 2, 1):
        part = tokens[first : first + length]
        if len(part) == length and all(token.gap == " " for token in part[:-1]):
            body = body_of(" ".join(token.text for token in part))
            if body:
                return body, first + length
    return None, after


def _named_before(tokens: Sequence[_Token], i: int) -> tuple[str | None, int]:
    """The capitalised name that ends right before token ``i``, and the index where it begins."""
    first = i
    while (
        first
        and i - first < _LONGEST_BODY
        and tokens[first - 1].gap == " "
        and _is_name_token(tokens, first - 1, False)
    ):
        first -= 1
    return (_spelled(tokens[first:i]) if first < i else None), first


def _named_after(tokens: Sequence[_Token], after: int) -> tuple[str | None, int]:
    """The same for "of Northport Shipping" after an office, and the index after it."""
    if after >= len(tokens) or tokens[after].folded not in ("of", "at") or tokens[after - 1].gap != " ":
        return None, after
    first = last = after + 1
    while last < len(tokens) and last - first < _LONGEST_BODY and _is_name_token(tokens, last, False):
        last += 1
        if tokens[last - 1].gap != " ":
            break
    return (_spelled(tokens[first:last]), last) if first < last else (None, after)


def _spelled(tokens: Sequence[_Token]) -> str:
    return _without_possessive(" ".join(token.text for token in tokens))


_LONGEST_BODY = 3  # words of the name of a firm, a town, a club


def _name_after(tokens: Sequence[_Token], after: int) -> tuple[int, int] | None:
    """The person's name that follows token ``after - 1`` at once or after a comma, as token indices."""
    if after >= len(tokens) or not after or tokens[after - 1].gap not in (" ", ", "):
        return None
    last = after
    while last < len(tokens) and last - after < 4 and _is_name_token(tokens, last, last > after):
        last += 1
        if tokens[last - 1].gap != " " or tokens[last - 1].folded.endswith("'s"):
            break
    while last > after and tokens[last - 1].folded in _NAME_PARTICLES:
        last -= 1
    if last == after or body_of(" ".join(token.text for token in tokens[after:last])):
        return None
    if tokens[after - 1].gap == ", " and last - after < 2:
        return None
    return after, last


def _name_before(tokens: Sequence[_Token], first: int) -> tuple[int, int] | None:
    """The name in "Choe Son Hui, North Korea's foreign minister" and "Choe Son Hui is the foreign minister of"."""
    last = first
    if last and tokens[last - 1].folded in ("the", "a"):
        last -= 1
    if last and tokens[last - 1].folded in ("is", "becomes", "remains"):
        last -= 1
    elif not last or tokens[last - 1].gap != ", ":
        return None
    begin = last
    while begin and last - begin < 4 and _is_name_token(tokens, begin - 1, True):
        if begin < last and tokens[begin - 1].gap != " ":
            break
        begin -= 1
    if last - begin < 2 or body_of(" ".join(token.text for token in tokens[begin:last])):
        return None
    return begin, last


def _is_name_token(tokens: Sequence[_Token], i: int, inner: bool) -> bool:
    token = tokens[i]
    if inner and token.folded in _NAME_PARTICLES:
        return True
    return token.text[0].isupper() and token.folded not in _NOT_NAMES and not _office_at(tokens, i)[0]


def _without_possessive(name: str) -> str:
    return name[:-2] if name.endswith(("'s", "’s")) else name


def _around(text: str, tokens: Sequence[_Token], first: int, after: int, begin: int, end: int) -> str:
    return text[min(tokens[first].start, begin) : max(tokens[after - 1].end, end)]


@cache
def _name_parts(name: str) -> tuple[str, ...]:
    parts = tuple(part for part in re.split(r"[\s.'’-]+", name.lower()) if part)
    return parts or (name.lower(),)


def _alike(a: str, b: str) -> bool:
    """Whether two parts of names are one in another spelling: "sergei", "sergey"; "j" for "john"."""
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    return len(a) > 3 and len(b) > 3 and _skeleton(a) == _skeleton(b)


@cache
def _skeleton(part: str) -> str:
    """A name part without what transliterations disagree on: vowels, doubled letters, y, j, h, and c, k, q."""
    kept = part[0]
    for letter in part[1:]:
        letter = {"c": "k", "q": "k", "w": "v", "z": "s"}.get(letter, letter)
        if letter not in "aeiouyjh" and letter != kept[-1]:
            kept += letter
    return kept
