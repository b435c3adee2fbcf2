"""What a page says of its writer and of itself, at the beginning and end of an article: "Ann Bell is a staff writer at
the Courier", "The Courier is a nonprofit newsroom"."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Passage

_AT_THE_END = 6  # passages in which such a note stands
_AT_THE_START = 4
_WRITES = (
    r"editor|(?:staff |senior |political |national )?writer|reporter|columnist|correspondent|contributor|fellow|blogger"
    r"|co-?host|freelancer"
)
_PUBLISHES = (
    r"newsroom|news (?:site|outlet|organi[sz]ation|service|agency|website)|newspaper|magazine|publication"
    r"|media compan(?:y|ies)|provider of (?:[\w’'-]+ )?news"
)
_OF_A_WRITER = re.compile(
    r"(?-i:[A-Z])[\w.’'-]+(?: (?-i:[A-Z])[\w.’'-]+){1,3}(?:, [^,]{3,60},)? (?:is|was|are) (?:an? |the )?"
    rf"(?:[\w’'-]+,? ){{0,5}}?(?:{_WRITES})s?\b[^.]{{0,40}}\b(?:at|for|to|of|with|covering)\b",
    re.IGNORECASE,
)
_OF_THE_OUTLET = re.compile(
    rf"(?-i:[A-Z])[\w.’'& -]{{1,40}}(?:, [^,]{{3,90}},)? is (?:an?|one of) (?:[\w’'-]+,? ){{0,4}}?(?:{_PUBLISHES})\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(
    r"(?:follow|contact|reach|e-?mail|write to) (?:him|her|them|us|the (?:author|writer|reporter))\b"
    r"|\bcontributed (?:to this (?:report|story|article)|reporting)\b",
    re.IGNORECASE,
)
_REASON = "what the page says of its writer or of itself"


def leave_out_credits(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages of a document, in order, with the notes on writer and outlet at its beginning and end left out."""
    last = len(passages) - _AT_THE_END
    return tuple(
        replace(passage, omit=_REASON)
        if (place < _AT_THE_START or place >= last)
        and passage.omit is None
        and (_is_credit(passage.text.strip()) or _introduces(passages, place))
        else passage
        for place, passage in enumerate(passages)
    )


def _introduces(passages: tuple[Passage, ...], place: int) -> bool:
    """Whether one of the last sentences says who somebody is of whom the article has not spoken: its writer."""
    found = _IS_A.match(passages[place].text) if place >= max(_AT_THE_START, len(passages) - _INTRODUCED) else None
    if found is None:
        return False
    names = found["name"].split()
    before = passages[: len(passages) - _INTRODUCED]
    return not any(name in passage.text for passage in before for name in names)


_INTRODUCED = 3  # last passages of an article
_IS_A = re.compile(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?:, [^,]{3,60},)? is (?:an?|the) ")


def _is_credit(text: str) -> bool:
    return bool(_OF_A_WRITER.match(text) or _OF_THE_OUTLET.match(text) or _ADDRESSES.search(text))
