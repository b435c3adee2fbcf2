from __future__ import annotations

import errno

import pytest

from generator.errors import InputError, StoriesError, VerificationError, one_line, told


def test_an_error_of_the_input_is_one_line_with_file_place_and_remedy() -> None:
    assert str(InputError("a.md", "no title", "add one", 3)) == "a.md:3: no title; add one"


@pytest.mark.parametrize(
    "text", ["a\nb", "a\r\nb", "a\x1b[31mb", "a\x0bb", "a\u2028b", "a\u202eb", "a\udce9b", "a\ufffeb"]
)
def test_nothing_that_moves_a_terminal_stands_in_a_line(text: str) -> None:
    assert one_line(text).isprintable()
    assert len(str(InputError(text, text, text)).splitlines()) == 1


def test_a_value_of_one_endless_word_is_cut_in_the_middle() -> None:
    cut = one_line("a" * 30_000 + "z" * 30_000)
    assert len(cut) < 500
    assert cut.startswith("aaa")
    assert cut.endswith("zzz")


def test_a_text_that_any_terminal_shows_stays_as_it_is() -> None:
    assert one_line("Élan “of” 北京") == "Élan “of” 北京"


def test_a_fault_of_the_system_names_its_file() -> None:
    assert told(PermissionError(13, "Permission denied", "/x/a.txt"), "pier").startswith(
        "/x/a.txt: permission denied; "
    )


def test_a_fault_of_the_program_says_so_and_asks_for_a_report() -> None:
    line = told(ValueError("of no\nuse"), "pier")
    assert line.startswith("pier: an internal error in ")
    assert "ValueError: of no use; report it" in line


def test_of_a_full_disk_the_remedy_is_room() -> None:
    assert told(OSError(errno.ENOSPC, "No space left on device"), "site") == (
        "site: no space left on device; make room, and try again"
    )


def test_of_several_broken_promises_the_first_is_told() -> None:
    assert "no such words (and 2 more)" in told(VerificationError(("no such words", "b", "c")), "pier")


def test_failed_stories_have_a_line_each() -> None:
    failed = StoriesError((("pier", InputError("p.md", "x", "y")), ("quay", ValueError("z"))))
    assert len(str(failed).splitlines()) == 2
