"""Stock phrases with which writers end a paragraph without saying anything: "remains to be seen", "anyone's guess"."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 20  # words; a longer sentence says something besides its stock phrase

_PHRASES = tuple(
    f" {' '.join(phrase.split())} "
    for phrase in """
    anyone's guess|anybody's guess|remains to be seen|remain to be seen|remains an open question|is an open question
    only time will tell|time will tell|time alone will tell|history will judge|history will be the judge|future holds
    holds its breath|hold its breath|holding its breath|hold their breath|holding their breath|with bated breath
    light at the end of the tunnel|end of the tunnel|hangs in the balance|hang in the balance|hanging in the balance
    will show how|will show whether|will show if|will be telling|will be decisive|will be crucial|will tell whether
    nobody will forget|no one will forget|will never forget|will not forget|will not soon forget|will be remembered
    will long be remembered|never be the same|will live long in the memory|one for the history books
    many unknowns|more questions than answers|many questions remain|questions remain unanswered|questions still remain
    questions remain open|open questions remain|plenty of questions|raises many questions|leaves many questions
    one thing is clear|one thing is certain|one thing is for sure|only one thing is certain|nothing is certain
    the stakes are high|the stakes could not be higher|the stakes have never been higher|much is at stake
    a lot is at stake|clock is ticking|time is running out|time is of the essence|the ball is in
    all eyes are on|all eyes will be on|all eyes are now on|all eyes now turn to|all eyes turn to|eyes of the world
    the world is watching|the whole world is watching|a long way to go|a long road ahead|the road ahead|a long way off
    the jury is still out|the dust has yet to settle|until the dust settles|when the dust settles|the dust settles
    easier said than done|no easy answers|no easy answer|no simple answers|no simple answer|no quick fix
    a new chapter|a new era|turn the page|end of an era|calm before the storm|tip of the iceberg|wake-up call
    nothing will be the same|life goes on|the show must go on|hope dies last|hope for the best|glimmer of hope
    ray of hope|a race against time|a game of cat and mouse|back to square one|a ticking time bomb|so near yet so far
    watch this space|stay tuned|the plot thickens|the rest is history|the saga continues|the story is far from over
    is far from over|uncharted waters|uncharted territory|what comes next|what happens next|for better or worse
    a day to remember|a night to remember|a sad day for|a dark day for|a black day for|a day of mourning for us all
    the people deserve|deserves better|deserve better|deserve answers|when it rains|heart of the matter
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
_KNOWING = frozenset("say tell know knows says tells answer".split())
_WE = frozenset("we we'll let let's".split())
_TOGETHER = frozenset("together forget overcome rebuild stand remember endure prevail through hope pray".split())
_LONGEST_APPEAL = 10  # words


def is_stock_phrase(words: Sequence[str]) -> bool:
    """Whether a sentence is a stock phrase and little else. ``words`` are its words in lower case, marks left out.

    A sentence with a number tells something, and so does a long one.
    """
    if len(words) > _LONGEST or any(word[0].isdigit() for word in words):
        return False
    joined = f" {' '.join(words)} "
    return any(phrase in joined for phrase in _PHRASES)


def only_they_know(words: Sequence[str]) -> bool:
    """Whether a sentence leaves its matter to those who know: "Where it is now, only the thieves can say"."""
    return len(words) <= _LONGEST and words[-1] in _KNOWING and "only" in words[-6:-1]


def speaks_for_us(words: Sequence[str]) -> bool:
    """Whether a sentence, outside any quotation, is the writer's appeal to the readers: "We will get through this"."""
    return len(words) <= _LONGEST_APPEAL and words[0] in _WE and not _TOGETHER.isdisjoint(words)
