"""What must hold of citations for any text."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.cite import anchor, anchor_quote, cite
from generator.model import Citation
from tests.making import document

pages = st.text(min_size=1, max_size=200).map(document).filter(lambda page: bool(page.text.strip()))


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, int, int, Citation]:
    """A capture's text, a span of it, and the citation of that span."""
    page = draw(pages)
    start = draw(st.integers(0, len(page.text) - 1))
    end = draw(st.integers(start + 1, len(page.text)))
    return page.source.capture.text, *page.to_capture(start, end), cite(page, start, end)


def plain(text: str) -> str:
    """Quote glyphs and white space folded by another way than the code's."""
    for glyphs, mark in (("“”„«»", '"'), ("‘’‚", "'")):
        for glyph in glyphs:
            text = text.replace(glyph, mark)
    return " ".join(re.split(r"\s+", text)).strip()


@given(spans())
def test_a_citation_anchors_where_it_was_cut(span: tuple[str, int, int, Citation]) -> None:
    text, start, end, citation = span
    assert citation.exact == text[start:end]
    assert anchor(text, citation) == (start, end)


@given(spans())
def test_prefix_and_suffix_stand_around_the_quote(span: tuple[str, int, int, Citation]) -> None:
    text, start, end, citation = span
    assert text[:start].endswith(citation.prefix)
    assert text[end:].startswith(citation.suffix)


@given(spans(), st.text(max_size=40))
def test_a_citation_survives_text_put_in_front_of_it(span: tuple[str, int, int, Citation], added: str) -> None:
    text, start, end, citation = span
    assume(text.count(citation.exact) == 1 and (added + text).count(citation.exact) == 1)
    assert anchor(added + text, citation) == (start + len(added), end + len(added))


@given(spans())
def test_a_quote_that_is_not_in_the_text_does_not_anchor(span: tuple[str, int, int, Citation]) -> None:
    text, _, _, citation = span
    foreign = replace(citation, exact=citation.exact + "\ue000")
    assert anchor(text.replace("\ue000", ""), foreign) is None


@given(spans())
def test_a_quote_of_whole_words_is_found_whatever_its_quote_glyphs_and_white_space(
    span: tuple[str, int, int, Citation],
) -> None:
    text, start, end, _ = span
    assume(text[start:end].strip())
    assume(not any(re.match(r"\w\w", text[max(0, at - 1) : at + 1]) for at in (start, end)))
    altered = text[start:end].replace("“", '"').replace("’", "'").replace(" ", "\n  ")
    found = anchor_quote(text, altered)
    assert found is not None
    assert plain(text[found[0] : found[1]]) == plain(altered)
