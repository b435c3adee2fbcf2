"""Whether words are affirmed or denied: negation, words that call a story untrue, and words of opposed sense."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from typing import NamedTuple

from generator.language.stems import Word, stem, stems

NEGATORS = frozenset("not no never nobody nothing none neither nor without cannot nope".split())
NEGATING_VERBS = stems("refuse refusal fail failure decline deny denial")
_DOWNTONERS = frozenset("little few barely hardly rarely unable instead rather unlikely".split())
_TURNS = frozenset("but and because while although".split())  # words at which a negator's scope ends
_SCOPE = 4  # words after a negator that it still governs; the end of its clause cuts it short
_VERB_SCOPE = 2  # words after "refused", "failed" that it governs: "refused to leave"

_UNTRUE = frozenset(
    """hoax hoaxer hoaxster fake faked fakery false untrue debunk debunks debunked debunking fabricated
    fabrication fictitious fictional bogus baseless discredited disproved disproven satire satirical inaccurate
    erroneous misreported mistranslated misinformation retracted unfounded groundless
    nonsense""".split()
)
_UNTRUE_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "not true", "isn't true", "wasn't true", "aren't true", "remotely true", "not real", "isn't real", "no truth",
        "never happened", "didn't happen", "did not happen", "not actually", "isn't actually", "wasn't actually",
        "aren't actually", "didn't actually", "hasn't actually", "doesn't actually", "urban legend", "urban legends",
        "urban myth", "urban myths", "too good to be true", "too good to check", "denied reports", "denied rumours",
        "denied rumors", "fell for", "were fooled", "was fooled", "been fooled", "were duped", "been duped",
    )
)  # fmt: skip
_PHRASES_BY_FIRST = {
    first: tuple(phrase for phrase in _UNTRUE_PHRASES if phrase[0] == first)
    for first in sorted({phrase[0] for phrase in _UNTRUE_PHRASES})
}

# Words on the left exclude those on the right when said of the same thing at the same time. Converses (buy, sell) and
# steps of one course of events (arrest, release) are not here: both can be true of one story.
_OPPOSITES = """
rise increase grow climb|fall decrease decline drop shrink
win|lose
profit earn earnings|loss lose
accept approve pass adopt endorse|reject veto
get receive accept|decline reject
support back favour favor endorse|oppose
welcome praise applaud|condemn criticise criticize denounce
confirm admit acknowledge|deny
allow permit legal|ban forbid prohibit prevent illegal
begin start|end stop cease
survive alive|die dead
guilty convict|innocent acquit
succeed|fail
remain stay keep|leave quit abandon
easy|difficult
liberal|conservative
strengthen|weaken
raise|lower
cause|prevent
resume|suspend halt
attend|boycott skip
include|exclude
for|against
"""


class Cue(NamedTuple):
    """Words that say something is untrue, and ``at``, the index of the first of them."""

    text: str
    at: int


def is_negator(word: Word) -> bool:
    """Whether a word turns what follows into its opposite ("not", "didn't", "without")."""
    return word.folded in NEGATORS or word.folded.endswith("n't")


def negated(words: Sequence[Word], index: int) -> bool:
    """Whether the word at ``index`` stands under an odd number of negators of its own clause."""
    here = words[index].clause
    count = 0
    joined = any(word.folded == "or" for word in words[max(0, index - 2) : index])  # "not a fake or a hoax"
    for distance in range(1, min(_SCOPE + 2 * joined, index) + 1):
        word = words[index - distance]
        if word.clause != here or word.folded in _TURNS:
            break
        negates = is_negator(word) and words[index - distance + 1].folded != "only"
        count += negates or (distance <= _VERB_SCOPE and word.stem in NEGATING_VERBS)
    return count % 2 == 1


def negates(words: Sequence[Word]) -> bool:
    """Whether a text negates or refuses anything."""
    return any(is_negator(word) or word.stem in NEGATING_VERBS for word in words)


def negates_anything(words: Sequence[Word]) -> bool:
    """Whether a text negates, refuses or plays down anything at all."""
    return negates(words) or any(word.folded in _DOWNTONERS for word in words)


def refutations(words: Sequence[Word]) -> tuple[Cue, ...]:
    """Where a text calls something untrue. "It is not a hoax" does not."""
    found: list[Cue] = []
    for i, word in enumerate(words):
        if word.folded in _UNTRUE and not _describes(words, i) and not negated(words, i):
            found.append(Cue(word.folded, i))
        for phrase in _PHRASES_BY_FIRST.get(word.folded, ()):
            if tuple(w.folded for w in words[i : i + len(phrase)]) == phrase:
                found.append(Cue(" ".join(phrase), i))
    return tuple(found)


def _describes(words: Sequence[Word], i: int) -> bool:
    """Whether a word only describes the next one: in "fake news" and "hoax calls" no claim is called untrue."""
    following = words[i + 1] if i + 1 < len(words) else None
    return following is not None and following.clause == words[i].clause and following.is_content


def opposites(stem_of_word: str) -> frozenset[str]:
    """Stems of the words that exclude this one: "reject" for "approve"."""
    return _opposed().get(stem_of_word, frozenset())


def have_opposites() -> Set[str]:
    """Stems of the words that exclude another."""
    return _opposed().keys()


@cache
def _opposed() -> dict[str, frozenset[str]]:
    return exclusions(_OPPOSITES)


def exclusions(lines: str) -> dict[str, frozenset[str]]:
    """A table by stems of lines of words, of which those left of a "|" exclude those right of it, and the reverse."""
    table: dict[str, set[str]] = {}
    for line in lines.split("\n"):
        left, _, right = line.partition("|")
        for a in map(stem, left.split()):
            for b in map(stem, right.split()):
                table.setdefault(a, set()).add(b)
                table.setdefault(b, set()).add(a)
    return {word: frozenset(opposed) for word, opposed in table.items()}
