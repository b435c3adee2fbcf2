"""One person under several names, and the office in which a text names somebody, in the text's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.calendar import CALENDAR
from generator.language.names import NameKind, find_names

# What stands before a name and is none of its words: "Special Counsel Robert Mueller".
_OFFICES = frozenset(
    """president minister secretary general counsel speaker leader chief director lawyer attorney senator
    representative congressman congresswoman governor mayor sheriff judge justice chairman chairwoman chair ceo founder
    spokesman spokeswoman spokesperson professor ambassador adviser advisor commissioner king queen pope prince princess
    prosecutor envoy chancellor premier coach captain superintendent administrator treasurer whip deputy""".split()
)
_ABBREVIATED = {
    "sen.": "Senator", "rep.": "Representative", "gov.": "Governor", "atty.": "Attorney", "gen.": "General",
}  # fmt: skip
_BESIDE = frozenset(
    """former acting vice deputy prime foreign defense defence finance interior justice attorney special state
    national security press personal executive first associate assistant majority minority then-president
    presidential republican democratic independent co-founder""".split()
)
_JOINING = frozenset("of and for the".split())
_MOST_WORDS = 8  # of an office
_SHORT = {
    short: full
    for full, shorts in {
        "william": "bill will billy", "robert": "bob rob bobby", "james": "jim jimmy", "michael": "mike",
        "charles": "chuck charlie", "joseph": "joe", "edward": "ed ted", "richard": "rick dick", "thomas": "tom",
        "anthony": "tony", "daniel": "dan danny", "christopher": "chris", "elizabeth": "liz beth", "rudolph": "rudy",
        "donald": "don", "stephen": "steve", "steven": "steve", "timothy": "tim", "kenneth": "ken", "ronald": "ron",
        "patrick": "pat", "matthew": "matt", "benjamin": "ben", "samuel": "sam", "alexander": "alex", "gregory": "greg",
        "jeffrey": "jeff", "andrew": "andy", "david": "dave", "katherine": "kate kathy", "susan": "sue",
    }.items()
    for short in shorts.split()
}  # fmt: skip


def person_key(name: str) -> tuple[str, str] | None:
    """What the names of one person have in common: given name in full and family name, in lower case. None for a name
    of one word: "Bill A. Barr" and "Attorney General William Barr" are ("william", "barr")."""
    words = [word.lower().rstrip(".,") for word in name.split()]
    while len(words) > 2 and (words[0] in _OFFICES or words[0] in _BESIDE):
        words = words[1:]
    words = [word for word in words if len(word) > 1 and word not in ("jr", "sr")]
    if len(words) < 2:
        return None
    return _SHORT.get(words[0], words[0]), words[-1]


def has_office(name: str) -> bool:
    """Whether a name begins with an office: "Counsel Ada Brell"."""
    return name.split()[0].lower() in _OFFICES | _BESIDE


def is_body(name: str) -> bool:
    """Whether a name is that of a state or an organisation."""
    kinds = {one.kind for one in find_names(name, mid_sentence=True)}
    return bool(kinds & {NameKind.COUNTRY, NameKind.ORGANISATION})


def is_garbled(name: str) -> bool:
    """Whether what reads like a name is what a page or a writer put beside one: "Ann Bell Ann BellGOP", "Tarn-led
    Senate"."""
    words = name.split()
    if any(word.endswith("-led") or word == "MORE" for word in words):
        return True
    return any(one != other and one.startswith(other) and one[len(other)].isupper() for one in words for other in words)


def offices_of(text: str, name: str) -> Iterator[str]:
    """The offices in which a text names somebody, each in its own words: "House Speaker" of "House Speaker Ann Bell",
    "lawyer for Vann" of "Ann Bell, a lawyer for Vann, said". ``name`` is given name and family name."""
    words = r" (?:[A-Z]\.? )?".join(map(re.escape, name.split()))
    for found in re.finditer(rf"(?<!\w){words}(?!\w)", text):
        before = _office_before(text[: found.start()])
        if before:
            yield before
        after = _AFTER.match(text, found.end())
        if after and after["noun"] in _OFFICES:
            yield after["office"]


_OF_WHAT = r"(?: (?:of|for|at) (?:the )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*)?"
_AFTER = re.compile(rf",\s+(?:an?|the)\s+(?P<office>(?:[\w’'.-]+ ){{0,4}}?(?P<noun>[a-z]+){_OF_WHAT}),")


def _office_before(text: str) -> str:
    """The words of an office at the end of a text, "" where it ends in none."""
    if not text.endswith(" "):
        return ""
    words: list[str] = []
    for word in reversed(text.split()[-_MOST_WORDS:]):
        low = word.lower()
        if low in _ABBREVIATED:
            words.insert(0, _ABBREVIATED[low])
            break
        if not _belongs(word, bool(words)):
            break
        words.insert(0, word)
    words = _of_one(words)
    while words and words[0].lower() in _JOINING | _NOT_FIRST | CALENDAR:
        words = words[1:]
    held = any(word.lower() in _OFFICES for word in words)
    ends = bool(words) and words[-1].lower() in _OFFICES | _IN_FULL
    return " ".join(words) if ends or (held and "of" in words) else ""


def _belongs(word: str, inside: bool) -> bool:
    """Whether a word may be one of an office; ``inside``: another one of it follows."""
    low = word.lower()
    if word[-1] in ',.:;)”"' and low not in ("u.s.", "u.n.", "u.k."):
        return False
    return low in _OFFICES or low in _BESIDE or word[0].isupper() or (inside and (low in _JOINING or word[0].isdigit()))


def _of_one(words: list[str]) -> list[str]:
    """The words without those that are somebody else's: "President Orm and Defence Secretary", "aides for special
    counsel"."""
    for place in reversed(range(len(words))):
        others = words[:place] if words[place] == "and" else words[place + 1 :] if words[place] in _JOINING else []
        if any(word.lower() in _OFFICES for word in others):
            return words[place + 1 :]
    return words


_IN_FULL = frozenset(word.lower() for word in _ABBREVIATED.values())
_NOT_FIRST = frozenset(
    """in on at but when while after before as by with from said told his her their its our my mr mrs ms dr
    even only also now then""".split()
)
