"""What was read of captures, and is not read again."""

from __future__ import annotations

import pytest

from generator import once
from generator.once import Memory, once_each


def test_what_one_draft_read_is_not_read_for_the_next() -> None:
    memory = Memory()
    asked: list[str] = []
    for _ in range(2):
        found = once_each(memory, "length", ("a", "bb", "a"), str, lambda one: (asked.append(one), len(one))[1])
        assert found == (1, 2, 1)
    assert asked == ["a", "bb"]


def test_a_memory_that_is_full_lets_go_what_was_asked_for_least(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "REMEMBERED", 2)
    memory = Memory()
    memory.put("a", 1)
    memory.put("b", 2)
    memory.get("a")
    memory.put("c", 3)
    assert [memory.get(key) for key in "abc"] == [1, None, 3]
