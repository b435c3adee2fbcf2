"""Invented stories for the benchmarks are the same on every machine and every run."""

from __future__ import annotations

from tools.simulate import SENTENCES, simulate_story


def test_the_same_seed_gives_the_same_story() -> None:
    assert simulate_story(7, captures=3) == simulate_story(7, captures=3)


def test_another_seed_gives_another_story() -> None:
    assert (
        simulate_story(7, captures=1).sources[0].capture.text != simulate_story(8, captures=1).sources[0].capture.text
    )


def test_a_story_has_the_captures_asked_for_each_with_its_own_text() -> None:
    sources = simulate_story(1, captures=10).sources
    assert len({source.id for source in sources}) == len({source.capture.sha256 for source in sources}) == 10


def test_captures_of_a_story_tell_some_of_the_same_facts() -> None:
    numbers = [
        {word for word in source.capture.text.split() if word.isdigit() and len(word) == 3}
        for source in simulate_story(1, captures=2).sources
    ]
    assert numbers[0] & numbers[1]


def test_a_capture_has_furniture_around_its_sentences() -> None:
    text = simulate_story(1, captures=1).sources[0].capture.text
    assert text.startswith("Home\n")
    assert text.count(".") >= SENTENCES
