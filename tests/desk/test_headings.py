"""The line ``sections:`` of story.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.headings import sections_line, with_sections

PATH = Path("story/story.md")
STORY = b"---\n# by Ada\ntitle: The bridge\n---\n\nOur words.\n"


def test_the_line_is_added_at_the_end_of_the_front_matter() -> None:
    made = with_sections(STORY, PATH, ("The signal", "Background"))
    assert made == STORY.replace(b"bridge\n---", b"bridge\nsections: [The signal, Background]\n---")


def test_a_line_that_is_there_is_written_anew_and_the_others_stay() -> None:
    data = STORY.replace(b"title:", b"sections: [One, Two] # ours\ntitle:").replace(b"\n", b"\r\n")
    made = with_sections(data, PATH, ("Two", "One"))
    assert made == data.replace(b"[One, Two]", b"[Two, One]")


def test_names_that_yaml_reads_otherwise_are_put_in_quotes() -> None:
    assert sections_line(["On: the quay", "1871", "Who’s who"]) == 'sections: ["On: the quay", "1871", Who’s who]'


@pytest.mark.parametrize("written", [b"sections:\n  - One\n  - Two\n", b"sections: [One,\n  Two]\n"])
def test_a_list_of_several_lines_is_left_to_the_editor(written: bytes) -> None:
    assert with_sections(STORY.replace(b"# by Ada\n", written), PATH, ("Two", "One")) is None
