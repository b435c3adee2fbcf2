"""Whether what stands in a byline or is declared as an author is the name of a person."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from generator.language.headers import headers_of
from generator.language.scripts import SIGNS, UNSPACED
from generator.metadata.page import letters

_PARTICLES = frozenset(
    "de del della der den van von da di du la le el al bin ibn abu ter and y e of & dos das zu zur af av af ten te"
    " los las do und et i ed".split()
)
_NO_NAMES = frozenset(
    "the a an this that these your our my their his her its it signing clicking using continuing subscribing submitting"
    " numbers number staff admin editor editors reading using now here social links use law nature default design"
    " contrast popular category date topic author all any more most how what when where why who".split()
)
# Words of agencies, houses and desks, which stand for no person.
_HOUSE = re.compile(
    r"\b(?:news|newsroom|newsdesk|desk|staff|team|editors?|editorial|redaktion|r[ée]daction|redacci[óo]n|redazione"
    r"|reda[çc][ãa]o|redactie|redakcja|haber merkezi|agency|agence|agencia|agenzia|agentur|ag[êe]ncia|press|presse"
    r"|reuters|afp|ap|dpa|apa|ansa|efe|pap|tass|bloomberg|wires?|service|bureau|admin|administrator|webmaster|web"
    r"|correspondents?|reporters?|contributors?|columnist|critic|times|herald|tribune|gazette|journal|magazine|media|tv"
    r"|radio|online|zeitung|nachrichten|group|ltd|gmbh|inc|llc|email|e-mail|contact|follow|author|profile|posts?)\b"
    r"|(?:редакци[яию]|редакція|тасс|интерфакс|риа|укринформ|编辑部|編輯部|编辑|編輯|本报讯|综合|新华社|中新社|編集部|新聞社|通信社"
    r"|共同|時事|연합뉴스|뉴스|편집부|온라인|وكالات|التحرير|رويترز|डेस्क|एजेंसी|भाषा|ब्यूरो)",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{SIGNS}'’.-])*\.?")
_UNSPACED_NAME = re.compile(rf"[{UNSPACED}\uac00-\ud7a3]{{2,6}}|[{UNSPACED}]{{1,8}}[・·][{UNSPACED}]{{1,10}}")
_TOKENS = range(2, 6)  # of the name of one person in a script that parts words


def is_name(tokens: list[str]) -> bool:
    """Whether words can be the name of one person or of several: each begins with a capital, where its script has
    them, or is a particle."""
    if any(token.lower().strip(".,") in _NO_NAMES for token in tokens):
        return False
    return all(
        token.lower() in _PARTICLES or (not token[0].islower() and _TOKEN.fullmatch(token) is not None)
        for token in tokens
    )


def is_person(name: str, houses: Collection[str] = ()) -> bool:
    """Whether a name is that of one person: of two words or more, none of which is a house's. ``houses`` are names of
    the site as ``letters`` has them."""
    if _HOUSE.search(name) or letters(name) in houses:
        return False
    if _UNSPACED_NAME.fullmatch(name):
        return True
    tokens = name.split()
    return len(tokens) in _TOKENS and is_name(tokens)


def people(text: str, language: str | None) -> list[str]:
    """The names that a list of them holds: "Ann Lee, Bo Ek and Cy Dee"."""
    return [name for part in _joint(language).split(text) if (name := part.strip(" .,;:"))]


@cache
def _joint(language: str | None) -> re.Pattern[str]:
    joins = "|".join(words.joins for words in headers_of(language) if words.joins)
    return re.compile(rf"\s*[,;、，；]\s*(?:(?:{joins})\s)?|\s(?:{joins})\s", re.IGNORECASE)
