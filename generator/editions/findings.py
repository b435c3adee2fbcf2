"""What of an editor's work on a story no longer holds, in lines."""

from __future__ import annotations

from generator.errors import HeldError, InputError, one_line
from generator.model import Lost, Rulings


def lost_lines(rulings: Rulings) -> tuple[str, ...]:
    """A line for each decision or footnote of which a quote is not to be found, with the passage nearest to it."""
    return tuple(map(_lost, rulings.lost))


def holding_lines(rulings: Rulings) -> tuple[str, ...]:
    """The same of those that hold the story."""
    return tuple(_lost(lost) for lost in rulings.lost if lost.holds)


def _lost(lost: Lost) -> str:
    if not lost.quote.words:
        problem = f"the story has no source {lost.quote.source!r} ({lost.what})"
        remedy = f"name one of {lost.nearest}, or remove it"
        return str(InputError(lost.path, problem, remedy, lost.line))
    near = f"; nearest: “{lost.nearest}”" if lost.nearest else ""
    remedy = "quote words that stand there, or remove it"
    what = f"{lost.quote.source} does not say {lost.quote.words!r} any more ({lost.what})"
    return f"{one_line(f'{lost.path}:{lost.line}')}: {one_line(what + near)}; {remedy}"


def refuse_held(rulings: Rulings, words: bool = False) -> None:
    """Raise HeldError where the story cannot be shown as its editor means it; with ``words`` also where some of his are
    not carried by what they cite."""
    holding = holding_lines(rulings)
    unfounded = tuple(map(one_line, rulings.unfounded)) if words else ()
    if holding or unfounded:
        raise HeldError((*holding, *unfounded))
