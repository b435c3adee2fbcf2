"""Questions and answers in the passages' own words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.verbs import Form, lookup

_LONGEST = 120  # code points of an answer; a reader takes in about two lines
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


def is_it_true(text: str) -> str:
    """A question on a whole passage: "Is it true that the bridge was closed?"."""
    plain = shorten(text).rstrip("!? ")
    return f"Is it true that {lower_first(plain)}?"


def did(subject: str, verb: str, rest: str) -> str | None:
    """A question on a clause in the past: ("Norland", "delivered", "shells") -> "Did Norland deliver shells?".

    None where ``verb`` is not a past form."""
    form = lookup(verb.lower())
    if form is None or form.form not in (Form.PAST, Form.PARTICIPLE, Form.EITHER) or form.lemma == "be":
        return None
    return f"Did {subject} {form.lemma} {rest}".rstrip() + "?"


def lower_first(text: str) -> str:
    """A passage's text for use inside a sentence: its first word is lowered where it is grammar, not a name."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in _LOWERED else text


def capitalise(text: str) -> str:
    """A text with its first letter as at the start of a sentence."""
    return text[:1].upper() + text[1:]


def joined(names: Sequence[str]) -> str:
    """Names as a list in words, each once: "the White House, Japan and the union"."""
    unique = list({name.lower(): name for name in reversed(names)}.values())[::-1]
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"
