"""Whatever order the lines are put in, the draft stands so; and what stands so already changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.desk.buffer import UnreadableError, read
from generator.desk.outline import REST, Outline, render
from generator.desk.settling import draw
from generator.load.decisions import parse_decisions
from generator.model import Story, Workings
from tests.desk.buffers import applied, blocks, joined

# Each case draws a draft two to four times, so that to shrink one takes minutes.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_SLOW = settings(max_examples=15, deadline=None, phases=_PHASES, suppress_health_check=[HealthCheck.too_slow])


def _drawn(story: Story, data: bytes, order: tuple[str, ...] | None) -> tuple[Story, tuple[Outline, Workings]]:
    """The story as it is read again, and its draft."""
    decisions = parse_decisions(data, Path(story.decisions_path))
    read_again = replace(story, decisions=decisions, section_order=order or story.section_order)
    return read_again, draw(read_again)


@st.composite
def _orders(drawing: st.DrawFn, text: str) -> str:
    """A buffer of which the open lines are in any order under its headings in any order, one of them new."""
    found = blocks(text)
    rest = found.pop(f"== {REST}")
    lines = drawing(st.permutations([block for own in found.values() for block in own]))
    headings = drawing(st.permutations(list(dict.fromkeys([*found, "== The quay"]))))
    cuts = sorted(drawing(st.integers(0, len(lines))) for _ in headings[1:])
    edges = [0, *cuts, len(lines)]
    under = {heading: lines[edges[at] : edges[at + 1]] for at, heading in enumerate(headings)}
    return joined({**under, f"== {REST}": rest})


@_SLOW
@given(st.data())
def test_any_order_of_the_lines_is_the_order_of_the_draft(
    story: Story, draft: tuple[Outline, Workings], data: st.DataObject
) -> None:
    text = data.draw(_orders(render(draft[0])))
    wanted = read(text, draft[0])
    assert wanted is not None
    if not wanted.changes(draft[0]):
        return
    settled = applied(story, draft, text)
    _, (outline, _) = _drawn(story, settled.data, settled.section_order)
    assert {heading: outline.heads(heading) for heading in outline.headings} == dict(wanted.opened)
    assert list(outline.headings) == list(wanted.opened)
    marks = {line.key for line in outline.lines if line.brief}
    assert marks == {line.key for line in draft[0].lines if line.brief}


@_SLOW
@given(st.data())
def test_what_was_applied_changes_nothing_when_it_is_applied_again(
    story: Story, draft: tuple[Outline, Workings], data: st.DataObject
) -> None:
    text = data.draw(_orders(render(draft[0])))
    wanted = read(text, draft[0])
    if wanted is None or not wanted.changes(draft[0]):
        return
    settled = applied(story, draft, text)
    _, (outline, _) = _drawn(story, settled.data, settled.section_order)
    for again in (text, render(outline)):
        found = read(again, outline)
        assert found is not None
        assert not found.changes(outline)


@_SLOW
@given(st.data())
def test_one_order_after_another_leaves_the_decisions_of_the_last_alone(
    story: Story, draft: tuple[Outline, Workings], data: st.DataObject
) -> None:
    bytes_now, order, now, drawn = b"", None, story, draft
    for _ in range(2):
        text = data.draw(_orders(render(drawn[0])))
        wanted = read(text, drawn[0])
        assert wanted is not None
        if wanted.changes(drawn[0]):
            settled = applied(now, drawn, text, bytes_now)
            bytes_now, order = settled.data, settled.section_order or order
            now, drawn = _drawn(story, bytes_now, order)
        assert {heading: drawn[0].heads(heading) for heading in drawn[0].headings} == dict(wanted.opened)
    assert now.decisions == parse_decisions(bytes_now, Path(story.decisions_path))
    places = [(one.verb, quote) for one in now.decisions for quote in one.quotes]
    assert len(places) == len(set(places))


@st.composite
def _acts(drawing: st.DrawFn, text: str) -> str:
    """A buffer in which one line is dropped, merged, folded, opened or put among the rest."""
    found = blocks(text)
    rest = f"== {REST}"
    headings = [heading for heading, own in found.items() if own and heading != rest]
    heading = drawing(st.sampled_from(headings))
    own = found[heading]
    block = own[drawing(st.integers(0, len(own) - 1))]
    folded = [(each, line) for one in found.values() for each in one for line in each[1:]]
    act = drawing(st.sampled_from(("drop", "merge", "fold", "open", "raise", "rest")))
    if act in ("drop", "merge"):
        block[0] = f"{act} {block[0].split(maxsplit=1)[1]}"
    elif act == "fold" and block is not own[0]:
        own.remove(block)
        own[0] += [f"    keep {block[0].split(maxsplit=1)[1]}", *block[1:]]
    elif act == "open" and folded:
        each, line = drawing(st.sampled_from(folded))
        each.remove(line)
        own.append([line.lstrip()])
    elif act == "raise" and found[rest]:
        own.insert(0, found[rest].pop())
    elif act == "rest":
        own.remove(block)
        found[rest].append([f"keep {block[0].split(maxsplit=1)[1]}", *block[1:]])
    return joined(found)


@_SLOW
@given(st.data())
def test_whatever_is_done_to_a_line_no_decision_is_lost_and_the_open_lines_stand_as_they_were_left(
    story: Story, draft: tuple[Outline, Workings], data: st.DataObject
) -> None:
    text = data.draw(_acts(render(draft[0])))
    try:
        wanted = read(text, draft[0])
    except UnreadableError:  # nothing stands above to be merged into, or the last mark of a kind is gone
        return
    if wanted is None or not wanted.changes(draft[0]):
        return
    settled = applied(story, draft, text)
    _, (outline, workings) = _drawn(story, settled.data, settled.section_order)
    assert workings.rulings.lost == ()
    for heading, keys in wanted.opened.items():
        found = [line.key if (line := outline.holding(key)) else "" for key in keys]
        assert [one for one in outline.heads(heading) if one in found] == found
    again = read(render(outline), outline)
    assert again is not None
    assert not again.changes(outline)
