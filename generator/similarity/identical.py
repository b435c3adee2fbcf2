"""Passages that print one and the same text, or all but the same: found by looking texts up, not by comparing pairs.

One of them is compared with the rest of the story; the others stand wherever it stands. So a sentence that a hundred
sources print costs as much as one, and no bound on candidates can come between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language.kin import sense
from generator.language.polarity import is_negator, opposites
from generator.language.stems import Word, read_words
from generator.model import Passage

# Content words from which one more or less makes no other claim: of six, five are shared, as of two sayings of one
# thing that the pair model joins. Below, every word counts.
LEAST_WORDS = 6
MOST_WORDS = 40  # of a longer text only the whole is looked up: its variants would take a share of its square
# Grammar that changes nothing; prepositions, modal verbs and negators are kept, since they do.
_DROPPED = frozenset("a an the that this these those also then however meanwhile and but".split())

Key = tuple[object, ...]


def find_copies(passages: Sequence[Passage]) -> dict[str, str]:
    """Passage id -> id of the first passage, in the order given, whose text it prints; what no other prints left out.

    Both say the same things of the same actors in the same way (kind, speaker, subject, verb, names, numbers, negation,
    quotation), and in the same words, articles and inflection aside; in a long one a single further word may stand,
    unless its opposite stands in a text that was joined before and it does not.
    """
    first: dict[Key, str] = {}
    members: dict[str, set[str]] = {}  # every word of those joined, by the first
    copies: dict[str, str] = {}
    for passage in passages:
        words = read_words(passage.told)
        if not words:
            continue
        signature, content = _signature(passage, words), _content(words)
        whole = (signature, content)
        shorter = list(_shorter(content))
        found = first.get(whole) or first.get((signature, content, "less"))
        found = found or next((first[key] for one in shorter if (key := (signature, one)) in first), None)
        stems = {word.stem for word in words}
        if found is not None and not any(opposites(word) & members[found] for word in stems - members[found]):
            copies[passage.id] = found
            members[found] |= stems
            continue
        first.setdefault(whole, passage.id)
        members[passage.id] = stems
        for one in shorter:
            first.setdefault((signature, one, "less"), passage.id)
    return copies


def _signature(passage: Passage, words: Sequence[Word]) -> Key:
    """What both must have in common, whatever their other words are."""
    return (
        passage.kind,
        passage.speaker_actor or (passage.speaker or "").casefold(),
        passage.antecedent and passage.antecedent.name,
        passage.reporting,
        passage.subject,
        passage.verb,
        passage.negated,
        passage.planned,
        passage.hedges,
        passage.actors,
        passage.repeats_own_article,
        sum(passage.told.count(mark) for mark in '“”"„«»'),
        passage.told.rstrip("\"”’'").endswith("?"),
        tuple(word.folded for word in words if is_negator(word) or word.folded[0].isdigit()),
        tuple(word.folded for word in words[1:] if word.capital),
        tuple(word.folded for word in words if not word.is_content and word.folded not in _DROPPED),
    )


def _content(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(sense(word.stem) for word in words if word.is_content)


def _shorter(content: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The same with one word less, where enough are left."""
    if LEAST_WORDS < len(content) <= MOST_WORDS:
        for i in range(len(content)):
            yield content[:i] + content[i + 1 :]
