"""Questions and answers in the passages' own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.language.names import find_names
from generator.language.quotations import without_marks
from generator.language.reporting import may_speak
from generator.language.scan import read_tokens
from generator.language.stopwords import STOPWORDS
from generator.language.tagger import Tag
from generator.language.verbs import Form, lookup

_LONGEST = 120  # code points of an answer; a reader takes in about two lines
_SHORTEST = 40  # code points of a question before what is joined to it


def shorten(text: str) -> str:
    """A passage in at most ``_LONGEST`` code points, cut between words, without its full stop."""
    plain = " ".join(text.split()).rstrip(".")
    if len(plain) <= _LONGEST:
        return plain
    return (
        plain[: plain.rindex(" ", 0, _LONGEST)].rstrip(",;:–—- ") + " …"
        if " " in plain[:_LONGEST]
        else plain[:_LONGEST]
    )


def is_it_true(text: str, foreign: bool = False) -> str:
    """A question on a whole passage: "Is it true that the bridge was closed?"; one in another language or in somebody's
    own words is quoted."""
    plain = shorten(text).rstrip("!? ")
    as_it_stands = foreign or _SAID.search(plain) is not None
    return f"Is it true: {quoted(plain)}?" if as_it_stands else f"Is it true that {lower_first(plain)}?"


# Of words that somebody has said so: marks, two sentences, "we".
_SAID = re.compile(r"[\"“”]|[.!?] [A-Z“]|\b(?:I|we|We|my|My|our|Our|us|you|You|your)\b")


def which_is_right(what: str, text: str, start: int, end: int) -> str:
    """A passage as a question for ``text[start:end]``: "Which number is right: “They sent … parcels”?"."""
    return f"Which {what} is right: {with_gap(text, start, end)}?"


def with_gap(text: str, start: int, end: int) -> str:
    """A passage in marks, with a gap for ``text[start:end]``, cut to a length of which the gap is a part."""
    before, after = " ".join(text[:start].split()), " ".join(text[end:].split())
    far = len(before) - (_LONGEST - _SHORTEST)
    if far > 0 and " " in before[far:]:
        before = f"… {before[before.index(' ', far) + 1 :]}"
    return quoted(f"{before} … {after}")


def quoted(text: str) -> str:
    """A passage in marks, shortened, without its own."""
    return f"“{shorten(without_marks(text)).strip()}”"


def did(subject: str, lemma: str, rest: str) -> str | None:
    """A question on a past act: ("Norland", "deliver", "shells") -> "Did Norland deliver shells?".

    None where no known verb has this lemma (it may be guessed: "grop" from "groped"), and for "be".
    """
    if lemma == "be" or lookup(lemma) is None:
        return None
    return clip(f"Did {subject} {lemma} {_first_predicate(rest)}") + "?"


def clip(question: str) -> str:
    """A question without its mark, in at most ``_LONGEST`` code points: what is joined to it goes first."""
    plain = question.rstrip(" ?.")
    joints = [plain.rfind(joint, _SHORTEST, _LONGEST) for joint in (" and ", " while ", ", ", " which ")]
    if len(plain) <= _LONGEST:
        return plain
    return plain[: max(joints)].rstrip(", ") if max(joints) > 0 else shorten(plain).rstrip(" …")


def _first_predicate(rest: str) -> str:
    """The words after a verb up to a second verb that is joined to it: "the plant and said it ..."."""
    words = rest.split()
    for i, (word, following) in enumerate(pairwise(words)):
        form = lookup(following.lower())
        if word in ("and", "or", "but") and form and form.form is not Form.BASE and form.form is not Form.THIRD:
            return " ".join(words[:i])
    return " ".join(words)


def lower_first(text: str) -> str:
    """A passage's text for use inside a sentence: its first word is lowered where it is no name."""
    first, second = (*read_tokens(text)[:2], None, None)[:2]
    named = any(name.start == 0 for name in find_names(text))
    if first is None or named or first.text[1:] != first.text[1:].lower():
        return text
    grammar = first.low.split("’")[0].split("'")[0] in STOPWORDS - {"i"}
    speaks = may_speak(first.low) and (second is None or second.tag is not Tag.NOUN)  # "Rovers chairwoman Ada Brell"
    several = first.lemma != first.low and second is not None and second.tag is Tag.PREPOSITION
    lowered = grammar or first.tag is Tag.NUMBER or (first.tag is Tag.NOUN and (speaks or several))
    return text[:1].lower() + text[1:] if lowered else text


def lower_the(shown: str) -> str:
    """A description for use inside a sentence: "The union" -> "the union"."""
    return f"the {shown[4:]}" if shown.startswith("The ") else shown


def possessive(name: str) -> str:
    """Whose something is: "Holm’s", "Voss’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def capitalise(text: str) -> str:
    """A text with its first letter as at the start of a sentence."""
    return text[:1].upper() + text[1:]


def joined(names: Sequence[str]) -> str:
    """Names as a list in words, each once: "the White House, Japan and the union"."""
    unique = list({name.lower(): name for name in reversed(names)}.values())[::-1]
    unique = [unique[0], *map(lower_first, unique[1:])]
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"
