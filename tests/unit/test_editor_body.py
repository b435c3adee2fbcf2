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
        ('Shut,\nthey say.[^1] Or not.[^2]\n\n[^1]: alpha: "Nobody was hurt."', "6: footnote '2' has no definition"),
        ('Shut. ^[alpha: "Somebody was hurt."]', "5: footnote '^1': captures/alpha.txt does not say"),
        ('Shut. ^[alpha: "body was hur"]', "5: footnote '^1': captures/alpha.txt does not say"),
        ("Shut.\nAgain ^[see the page]", "6: footnote '^1' cites nothing"),
        ('Shut.[^1]\n\n- > [^1]: alpha: "Somebody was hurt."', "7: footnote '1': captures/alpha.txt does not say"),
        ('Shut.[^é/?]\n\n[^é/?]: alpha: "Somebody was hurt."', "7: footnote 'é/?': captures/alpha.txt does not say"),
        ('Shut.[^1]\n\n[^1]: alpha: "Nobody was hurt."\n\n    "Somebody was hurt."', "7: footnote '1' cites nothing"),
        ('Shut.[^1]\n\n[^1]: alpha: "Nobody was hurt."\nBut "somebody" was.', "7: footnote '1' cites nothing"),
        (
            "Shut.[^1]\n\n[^1]: alpha: &quot;Somebody was hurt.&quot;",
            "7: footnote '1': captures/alpha.txt does not say",
        ),
        ('Shut.[^1]\n\n[^1]: alpha: "[Somebody](https://a.example/) was hurt."', "7: footnote '1': captures/alpha.txt"),
        ('Shut.[^1]\n\n[^1]: alpha: "Somebody\\\n    was hurt."', "7: footnote '1': captures/alpha.txt does not say"),
        ('Shut.[^1]\n\n[^1]: alpha: "![Nobody was hurt.](a.png)"', "7: footnote '1' cites nothing"),
        ('Shut.[^1]\n\n[^1]: **alpha:** "Nobody was hurt."', "7: footnote '1' cites nothing"),
        (
            'Shut.[^1]\n\n[^1]: alpha: "Nobody was hurt."[^2]\n\n[^2]: alpha: "Somebody was hurt."',
            "9: footnote '2': captures/alpha.txt does not say",
        ),
        ('> [^1]: alpha: "Nobody"\n\n[^1]: alpha: "hurt"', "7: footnote '1' is defined twice"),
        ('[^1]: alpha: "Nobody"\n[^1]: alpha: "hurt"', "6: footnote '1' is defined twice"),
    ],
)
def test_a_footnote_that_does_not_hold_names_line_and_remedy(body: str, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        read(body)
    assert str(caught.value).startswith(f"content/stories/invented/story.md:{problem}")


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ('Shut. ^[alpha: "Nobody was hurt."]', ("^1",)),
        ('Shut.[^1]\n\n- > [^1]: alpha: "Nobody was hurt."', ("1",)),
        ('Shut.[^é/?]\n\n[^é/?]: alpha: "Nobody was hurt."', ("é/?",)),
        ("Shut.[^1]\n\n[^1]: alpha: &quot;Nobody was hurt.&quot;", ("1",)),
        ('Shut.[^1]\n\n[^1]: alpha: "*Nobody* [was][w] hurt."\n\n[w]: https://a.example/', ("1",)),
        ('Shut.[^1]\n\n[^1]:\n    alpha: "Nobody was hurt."', ("1",)),
        ('Shut.[^1]\n\n[^1]: alpha: "Nobody\nwas hurt."', ("1",)),
        ('Shut. ^[alpha: "closed the old bridge" ^[alpha: "Nobody was hurt."]]', ("^1", "^2")),
        ('Shut.[^b][^a]\n\n[^a]: alpha: "Nobody"\n\n[^b]: alpha: "hurt"', ("b", "a")),
    ],
)
def test_a_footnote_is_read_as_it_is_rendered(body: str, labels: tuple[str, ...]) -> None:
    made = read(body)
    assert made is not None
    assert tuple(label for label, _ in made.citations) == labels
    assert all(citation.exact in TEXT for _, citation in made.citations)


@pytest.mark.parametrize(
    "body",
    [
        "A footnote is written `[^1]`.",
        '    [^1] in a block of code\n    [^1]: gamma: "words"',
        '```\n[^1]: gamma: "words"\n[^1]: gamma: "words"\n```',
        "A mark \\[^1] that is none.",
        "A link, [^1](https://a.example/).",
        'Nothing refers to it.\n\n[^1]: gamma: "words that are not rendered"',
    ],
)
def test_what_is_not_rendered_as_a_footnote_is_none(body: str) -> None:
    made = read(body)
    assert made is not None
    assert made.citations == ()
