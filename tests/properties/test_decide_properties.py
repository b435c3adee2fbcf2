"""Decisions apply by kind and not by their order, and a new capture breaks none."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.errors import InputError
from generator.load import load_story
from generator.model import Digest, Story
from tests.deciding import PIER, write_story

PASSAGES = tuple(
    f'{{{source}: "{words}"}}'
    for source, words in (
        ("gazette", "The pier of Orm opened on Monday"), ("gazette", "cost three million crowns"),
        ("gazette", "cut the ribbon"), ("gazette", "a band played"), ("gazette", "The council denied"),
        ("courier", "Visitors could walk"), ("courier", "cost four million crowns"),
        ("courier", "Two workers were hurt"), ("courier", "Hotels along the bay"),
        ("radio", "Hundreds of visitors came"), ("radio", "when it opened again"), ("radio", "Critics say"),
        ("radio", "The old lighthouse"),
    )
)  # fmt: skip
ONE = st.sampled_from(PASSAGES)
SOME = st.lists(ONE, min_size=2, max_size=3, unique=True).map(", ".join)
SOURCES = st.permutations(tuple(PIER)).map(lambda names: ", ".join(names[:2]))
LINE = st.one_of(
    *(st.builds(f"{verb}: [{{}}]".format, SOME) for verb in ("same", "apart", "agree", "brief", "summary")),
    *(
        st.builds(f"{verb}: {{}}".format, ONE)
        for verb in ("same", "lead", "drop", "keep", "furniture")
        if verb != "same"
    ),
    *(st.builds(f"{verb}: {{}}, of: {{}}".format, ONE, ONE) for verb in ("also", "differs", "detail", "after")),
    st.builds("text: {}, of: {}".format, st.sampled_from(("The pier opened.", "Nobody came.")), ONE),
    st.builds("kind: {}, of: {}".format, st.sampled_from(("plan", "event", "denial")), ONE),
    st.builds("by: {}, of: {}".format, st.sampled_from(("the council", "")), ONE),
    st.builds("ask: {}, of: {}".format, st.sampled_from(("What then", "Who then")), ONE),
    st.builds("differ: Which, sides: [{{say: one, in: {}}}, {{say: other, in: {}}}]".format, ONE, ONE),
    st.builds("origin: [{}]".format, SOURCES),
)


FEW = settings(max_examples=10)  # each draws drafts of a whole story


def story(*lines: str) -> Story:
    with tempfile.TemporaryDirectory() as folder:
        return load_story(write_story(Path(folder) / "pier", *lines))


def drafted(one: Story) -> Digest | str:
    """The digest of a story, or in words that its decisions contradict one another."""
    try:
        return pipeline.build(one)
    except InputError as error:
        return "refused" if error.path.endswith("decisions.yaml") else str(error)


@FEW
@given(st.lists(LINE, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_any_order_of_the_decisions_gives_the_same_digest(lines: list[str], chance: object) -> None:
    mixed = list(lines)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = story(*lines), story(*mixed)
    assert drafted(replace(other, path=one.path, slug=one.slug)) == drafted(one)


@FEW
@given(st.lists(LINE, min_size=1, max_size=5))
def test_a_line_that_stands_twice_says_nothing_more(lines: list[str]) -> None:
    assert drafted(replace(story(*lines, *lines), slug="pier")) == drafted(replace(story(*lines), slug="pier"))


@FEW
@given(st.lists(LINE, min_size=1, max_size=6))
def test_what_is_apart_and_set_beside_nothing_is_counted_in_no_claim_together(lines: list[str]) -> None:
    one = story(*lines)
    try:
        workings = pipeline.work(one)
    except InputError:
        return
    for group in workings.groups:
        counted = {member.passage for member in group.members if member.role in ("lead", "support")}
        assert not [pair for pair in workings.rulings.apart if counted.issuperset(pair)]
