"""Sentences that close a paragraph with a figure of speech: "The sea keeps its secrets."."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.language.verbs import Form, lookup
from generator.model import Kind, Passage
from generator.passages.places import content_words

_LONGEST = 9  # words
_PRONOUNS = frozenset("he she they i you his her their these those him them".split())
_PAST = frozenset((Form.PAST, Form.EITHER, Form.PARTICIPLE, Form.GERUND))
_STATES = (Kind.BACKGROUND, Kind.ASSESSMENT)
_PLAIN = frozenset("not no unclear unknown without nobody none open".split())


def leave_out_fillers(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Mark the closing sentences of paragraphs that speak of nothing of which their article speaks.

    Only short ones in the present, in nobody's words, with neither name nor number: what happened, what is planned and
    what somebody says is always kept.
    """
    last = {passage.sentence.block: passage.id for passage in passages}
    candidates = [p for p in passages if last[p.sentence.block] == p.id and _may_be(p)]
    if not candidates:
        return passages
    spoken_of = Counter(word for passage in passages for word in content_words(passage.told))
    empty = {p.id for p in candidates if all(spoken_of[word] == 1 for word in content_words(p.told))}
    reason = "a figure of speech: no word of it stands elsewhere in the article"
    return tuple(replace(passage, omit=reason) if passage.id in empty else passage for passage in passages)


def _may_be(passage: Passage) -> bool:
    if passage.omit or passage.kind not in _STATES or passage.speaker or passage.reporting or passage.actors:
        return False
    words = passage.told.split()
    if len(words) > _LONGEST or any(not c.isalpha() and c not in " '’,.!-—–" for c in passage.told):
        return False
    if any(word[0].isupper() for word in words[1:]):
        return False
    lows = [word.strip(",.!-—–’'").lower() for word in words]
    return not any(low in _PRONOUNS or low in _PLAIN or _tells_an_act(low) for low in lows)


def _tells_an_act(low: str) -> bool:
    form = lookup(low)
    return form is not None and form.form in _PAST
