"""What must hold of the whole pipeline for any captures: a verified digest, or an error that says what is wrong.

``pipeline.build`` ends in ``verify``, so a digest that comes back has exact citations and a complete account of every
capture; these tests count on that and check it once more from outside.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.errors import InputError
from generator.model import Digest, Story
from tests.making import story

FRAGMENTS = (
    "The minister of Norland, Aldo Ferrant, said on Thursday that 214 people were safe.",
    "Norland denies these allegations, while Estmark claims that it sent crates.",
    "“We know nothing,” she told reporters. He left at 2:40 a.m.",
    "However, the visit is scheduled for October 2023; the talks may fail.",
    "In 1987 about 1,200 sheep (some say 900) were moved to St. Vann Island, e.g. by Capt. Brandt.",
    "Home | News | Sport", "Subscribe to our newsletter", "• One item", "Heading 1: Introduction", "By Mara Oduya",
    "© 2024 Coast Gazette", "March 14, 2024", "Frequently Asked Questions", "Who opened the bridge?", "-", "...", '"',
    "“", "(", "U.S. officials", "No. 5", "http://example.org/a?b=c", "<b>bold</b> & <script>alert(1)</script>",
    "\u202eabc\u202c",
)  # fmt: skip

ARTICLE = """The harbour of Vann was closed for two days after a storm tore away a part of the old pier, officials said.

The council of the island met on Monday and decided to rebuild it in stone, which will cost about two million crowns.

Fishermen welcomed the plan, but the opposition leader Tova Lindqvist called it too late and too expensive for Vann.
"""

lines = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=40))
texts = st.lists(lines, min_size=1, max_size=12).map("\n".join)
joined = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map(" ".join)
within = st.builds(lambda before, after: f"{before}\n\n{ARTICLE}\n{after}", texts, joined)
captures = st.lists(st.one_of(within, within, texts, joined), min_size=1, max_size=3)


def built(texts: list[str]) -> Digest | None:
    try:
        return pipeline.build(_story(texts))
    except InputError as error:
        assert "\n" not in str(error)
        return None


def _story(texts: list[str]) -> Story:
    return story(**{f"source{index}": text for index, text in enumerate(texts)})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(captures)
def test_any_captures_give_a_verified_digest_or_a_clear_error(texts: list[str]) -> None:
    digest = built(texts)
    if digest is None:
        return
    by_id = {f"source{index}": text for index, text in enumerate(texts)}
    for claim in digest.claims:
        for citation in claim.citations + claim.repeats:
            assert by_id[citation.source][citation.start : citation.end] == citation.exact


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(captures)
def test_coverage_leaves_only_white_space_between_its_entries(texts: list[str]) -> None:
    digest = built(texts)
    if digest is None:
        return
    for index, text in enumerate(texts):
        at = 0
        for entry in (entry for entry in digest.coverage if entry.source == f"source{index}"):
            assert at <= entry.start < entry.end <= len(text)
            assert not text[at : entry.start].strip()
            at = entry.end
        assert not text[at:].strip()


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(captures)
def test_the_same_captures_give_the_same_digest(texts: list[str]) -> None:
    assert built(texts) == built(texts)
