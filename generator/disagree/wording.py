"""Questions and answers in the passages' own words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.language.quotations import balanced, without_marks
from generator.language.verbs import Form, lookup

_LONGEST = 120  # code points of an answer; a reader takes in about two lines
_SHORTEST = 40  # code points of a question before what is joined to it
_LOWERED = frozenset(
    "a an the this that these those it he she they we its his her their some many more most several two three".split()
)


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
    """A question on a whole passage: "Is it true that the bridge was closed?"; one in another language is quoted."""
    plain = shorten(text).rstrip("!? ")
    return f"Is it true: “{without_marks(plain)}”?" if foreign else f"Is it true that {lower_first(plain)}?"


def which_is_right(what: str, text: str, start: int, end: int) -> str:
    """A passage as a question for ``text[start:end]``: "Which number is right: “They sent … parcels”?"."""
    gap = " ".join(f"{text[:start]}… {text[end:]}".split())
    return f"Which {what} is right: “{balanced(shorten(gap))}”?"


def ask_in_place(text: str, start: int, end: int, asking: str) -> str:
    """A passage as a question, with ``asking`` in place of ``text[start:end]``: "Inspectors found how many cracks?"."""
    plain = " ".join(f"{text[:start]}{asking}{text[end:]}".split())
    short = shorten(plain).rstrip("!? …")
    return f"{capitalise(short if asking in short else asking)}?"


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
    """A passage's text for use inside a sentence: its first word is lowered where it is grammar, not a name."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in _LOWERED else text


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
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"
