"""Words by which a text holds back: it may be so, it is said to be so."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.scan import Token

# Somebody else's word, not named: the text itself does not vouch for it.
HEARSAY = frozenset(
    """
    reportedly allegedly purportedly supposedly ostensibly apparently alleged purported rumored rumoured
    """.split()
)
ACCUSING = frozenset("allegedly alleged".split())  # of these an accusation; the others only leave it open
UNCONFIRMED = ("said to", "believed to", "thought to")  # as the end of a phrase: somebody says or believes it so
# The text's own caution.
CAUTION = frozenset(
    """may might could potentially possibly probably likely unlikely perhaps maybe presumably seemingly appear appears
    appeared seem seems seemed suggests suspected perceived arguably""".split()
)
_PHRASES = (
    ("is", "said", "to"), ("are", "said", "to"), ("was", "said", "to"), ("were", "said", "to"),
    ("is", "believed", "to"), ("are", "believed", "to"), ("was", "believed", "to"), ("were", "believed", "to"),
    ("is", "thought", "to"), ("are", "thought", "to"), ("was", "thought", "to"), ("were", "thought", "to"),
    ("is", "seen", "as"), ("are", "seen", "as"), ("was", "seen", "as"),
    ("is", "expected", "to"), ("are", "expected", "to"), ("was", "expected", "to"), ("were", "expected", "to"),
    ("remains", "to", "be", "seen"), ("it", "is", "possible"), ("not", "clear"), ("remains", "unclear"),
)  # fmt: skip
_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(phrase for phrase in _PHRASES if phrase[0] == first) for first in {phrase[0] for phrase in _PHRASES}
}


def find_hedges(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The hedges of a sentence in lower case, in order of their first mention, each once.

    "May" is a hedge only in lower case, since it is also a month; "could" counts, "can" does not.
    """
    found: dict[str, None] = {}
    lows = [token.low for token in tokens]
    for index, low in enumerate(lows):
        if low in HEARSAY or (low in CAUTION and tokens[index].text != "May"):
            found[low] = None
        for phrase in _BY_FIRST.get(low, ()):
            if tuple(lows[index : index + len(phrase)]) == phrase:
                found[" ".join(phrase)] = None
    return tuple(found)
