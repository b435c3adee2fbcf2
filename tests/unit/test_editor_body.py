from __future__ import annotations

import pytest

from generator.editor_body import read_body
from generator.errors import InputError
from generator.model import EditorBody
from tests.making import document, story

TEXT = "The council “closed the old\nbridge” on Monday. Nobody was hurt."


def read(body: str) -> EditorBody | None:
    return read_body(story(body=body, alpha=TEXT), (document(TEXT, "alpha"),))


def test_no_body_is_none() -> None:
    assert read("  \n") is None


def test_a_footnote_becomes_an_exact_citation() -> None:
    body = read('It is shut.[^1]\n\n[^1]: alpha: "Nobody was hurt."')
    assert body is not None
    ((label, citation),) = body.citations
    assert (label, TEXT[citation.start : citation.end]) == ("1", "Nobody was hurt.")


def test_quote_glyphs_and_line_breaks_need_not_agree() -> None:
    body = read('It is shut.[^1]\n\n[^1]: alpha: "The council "closed the old bridge" on Monday."')
    assert body is not None
    assert body.citations[0][1].exact == "The council “closed the old\nbridge” on Monday."


def test_a_definition_may_go_on_on_an_indented_line() -> None:
    body = read('Shut.[^1]\n\n[^1]: alpha: "Nobody\n    was hurt."')
    assert body is not None
    assert body.citations[0][1].exact == "Nobody was hurt."


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('Shut.[^1]\n\n[^1]: alpha: "Somebody was hurt."', "7: footnote '1': captures/alpha.txt does not say"),
        ('Shut.[^1]\n\n[^1]: gamma: "Nobody was hurt."', "7: footnote '1' names no source 'gamma'; use alpha"),
        ("Shut.[^1]\n\n[^1]: see the council’s page", "7: footnote '1' cites nothing"),
        ("Shut.[^1]", "5: footnote '1' has no definition"),
        ('[^1]: alpha: "Nobody"\n[^1]: alpha: "hurt"', "6: footnote '1' is defined twice"),
    ],
)
def test_a_footnote_that_does_not_hold_names_line_and_remedy(body: str, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        read(body)
    assert str(caught.value).startswith(f"content/stories/invented/story.md:{problem}")
