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
# Words of houses, agencies, desks and posts, none of which is a name of a person.
_OF_HOUSES = frozenset(
    "news newsroom newsdesk desk staff team editor editors editorial redaktion redaction rédaction redaccion redacción"
    " redazione redacao redação redactie redakcja редакция редакции редакція merkezi agency agence agencia agência"
    " agenzia agentur press presse reuters afp ap dpa apa ansa efe pap tass тасс интерфакс риа укринформ bloomberg wire"
    " wires service bureau admin administrator webmaster web correspondent correspondents reporter reporters"
    " contributor contributors contributing columnist critic writer writers analyst producer photographer director"
    " manager chief university institute council foundation school office committee center centre times herald tribune"
    " gazette journal magazine media tv radio online zeitung nachrichten group ltd gmbh inc llc email e-mail contact"
    " follow author profile post posts".split()
)
_OF_HOUSES_WITHIN = re.compile(
    "编辑|編輯|編集|本报讯|综合|新华社|中新社|新聞社|通信社|共同|時事|연합뉴스|뉴스|편집부|온라인"
    "|وكالات|التحرير|رويترز|डेस्क|एजेंसी|भाषा|ब्यूरो"
)
_TOKEN = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{SIGNS}'’.-])*\.?")
_UNSPACED_NAME = re.compile(rf"[{UNSPACED}\uac00-\ud7a3]{{2,5}}|[{UNSPACED}]{{1,8}}[・·][{UNSPACED}]{{1,10}}")
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
    if letters(name) in houses or _OF_HOUSES_WITHIN.search(name):
        return False
    if any(token.lower().strip(".,:") in _OF_HOUSES for token in re.split(r"[\s-]", name)):
        return False
    if _UNSPACED_NAME.fullmatch(name):
        return True
    tokens = name.split()
    return len(tokens) in _TOKENS and is_name(tokens)


def people(text: str, language: str | None) -> list[str]:
    """The names that a list of them holds: "Ann Lee, Bo Ek and Cy Dee"."""
    return [name for part in _joint(language).split(text) if (name := part.strip(" ,;:"))]


@cache
def _joint(language: str | None) -> re.Pattern[str]:
    joins = "|".join(words.joins for words in headers_of(language) if words.joins)
    return re.compile(rf"\s*[,;、，；]\s*(?:(?:{joins})\s)?|\s(?:{joins})\s", re.IGNORECASE)
