"""Forms of verbs outside any sentence: what a word alone may be."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from generator.language.tagger import VERBS, Tag, lemma_as, tags_of


class Form(StrEnum):
    BASE = "base"  # deny
    THIRD = "third"  # denies
    PAST = "past"  # gave
    PARTICIPLE = "participle"  # given
    EITHER = "either"  # denied: past or participle
    GERUND = "gerund"  # denying
    SAME = "same"  # put: base, past and participle


class VerbForm(NamedTuple):
    lemma: str
    form: Form


def lookup(word: str) -> VerbForm | None:
    """The verb of which ``word`` (lower case) may be a form, or None where it is hardly ever one."""
    found = [tag for tag in tags_of(word) if tag in VERBS]
    if not found:
        return None
    past, participle = Tag.PAST in found, Tag.PARTICIPLE in found
    if Tag.GERUND in found:
        return VerbForm(lemma_as(word, Tag.GERUND), Form.GERUND)
    if past or participle:
        lemma = lemma_as(word, Tag.PAST if past else Tag.PARTICIPLE)
        same = Tag.INFINITIVE in found or (Tag.PRESENT in found and word == lemma)
        either = (past and participle) or word.endswith("ed")
        form = Form.SAME if same else Form.EITHER if either else Form.PAST if past else Form.PARTICIPLE
        return VerbForm(word if same else lemma, form)
    if Tag.INFINITIVE in found or not word.endswith("s"):
        return VerbForm(word, Form.BASE)
    lemma = lemma_as(word, Tag.PRESENT)
    return VerbForm(lemma, Form.BASE if word == lemma else Form.THIRD)
