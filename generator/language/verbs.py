"""Forms of verbs outside any sentence: what a word alone may be."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from generator.language.tagger import VERBS, Tag, tags_of


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
    found = {tagged.tag: tagged.lemma for tagged in tags_of(word) if tagged.tag in VERBS}
    if not found:
        return None
    lemma = next(iter(found.values()))
    past, participle = Tag.PAST in found, Tag.PARTICIPLE in found
    if Tag.GERUND in found:
        return VerbForm(found[Tag.GERUND], Form.GERUND)
    if past or participle:
        same = Tag.INFINITIVE in found or (Tag.PRESENT in found and word == lemma)
        either = (past and participle) or word.endswith("ed")
        form = Form.SAME if same else Form.EITHER if either else Form.PAST if past else Form.PARTICIPLE
        return VerbForm(lemma, form)
    return VerbForm(lemma, Form.BASE if word == lemma else Form.THIRD)
