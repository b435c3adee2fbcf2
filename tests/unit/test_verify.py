"""Each promise, broken on purpose: verify must find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.compose import compose
from generator.edits import ANTECEDENT, CUT
from generator.errors import VerificationError
from generator.model import (
    Citation,
    Claim,
    Difference,
    Digest,
    Disagreement,
    DisagreementKind,
    Edit,
    EditorBody,
    Found,
    Kind,
    Section,
    Side,
    SourceReport,
    Use,
    Workings,
)
from generator.verify import verify
from tests.making import story, workings

ALPHA = (
    "Estmark says that Norland sent crates.\nThe minister called it “a sad day” for all.\n"
    "Sudland bought fish.\nNorland denies sending crates."
)
GAP = ALPHA.index("\n")
KNOWN: dict[str, dict[str, Any]] = {
    "Estmark": {"kind": Kind.ALLEGATION, "speaker": "Estmark"},
    "Norland": {"kind": Kind.DENIAL, "speaker": "Norland"},
}


def good() -> tuple[Digest, Workings]:
    one = story(alpha=ALPHA, beta="Sudland bought much fish in spring.")
    plain = workings(one)
    alleged, denial = plain.passages[0].id, plain.passages[3].id
    stance = Difference(
        DisagreementKind.STANCE, "Were crates sent?", (Side("yes", (alleged,)), Side("no", (denial,))), ""
    )
    fish = (plain.passages[2].id, plain.passages[4].id)
    works = workings(one, merged=(fish,), differences=(stance,), **KNOWN)
    return compose(one, works, None), works


def with_claim(digest: Digest, words: str, change: Callable[[Claim], Claim]) -> Digest:
    return replace(digest, claims=tuple(change(one) if words in one.text else one for one in digest.claims))


def cited(change: Callable[[Citation], Citation]) -> Callable[[Claim], Claim]:
    return lambda claim: replace(claim, citations=(change(claim.citations[0]), *claim.citations[1:]))


def _denial_apart(digest: Digest) -> Digest:
    denial = next(claim.id for claim in digest.claims if "denies" in claim.text)
    kept = [replace(one, claims=tuple(c for c in one.claims if c != denial)) for one in digest.sections]
    return replace(digest, sections=(*kept, Section("apart", "Apart", (denial,))))


def _altered(one: Disagreement) -> Disagreement:
    first, *others = one.positions
    citation = replace(first.citations[0], exact="Nobody knew")
    return replace(one, positions=(replace(first, citations=(citation,)), *others))


def findings(digest: Digest, works: Workings) -> str:
    with pytest.raises(VerificationError) as caught:
        verify(digest, works)
    return str(caught.value)


def test_an_honest_digest_passes() -> None:
    verify(*good())


def test_a_claim_without_a_citation_cannot_be_made() -> None:
    digest, _ = good()
    with pytest.raises(ValueError, match="has no citation"):
        replace(digest.claims[0], citations=())


def with_address(report: SourceReport, url: str) -> SourceReport:
    return replace(report, metadata=replace(report.metadata, url=Found(url, "link canonical")))


CHANGES: list[tuple[str, Callable[[Digest], Digest], str]] = [
    (
        "a quote with one letter changed",
        lambda d: with_claim(d, "fish", cited(lambda c: replace(c, exact=c.exact.replace("fish", "fizh")))),
        "the quote does not stand at",
    ),
    (
        "a position off by one",
        lambda d: with_claim(d, "fish", cited(lambda c: replace(c, start=c.start + 1))),
        "the quote does not stand at",
    ),
    (
        "a quote of nothing but white space",
        lambda d: with_claim(d, "sad day", cited(lambda c: replace(c, start=GAP, end=GAP + 1, exact="\n"))),
        "the quote does not stand at",
    ),
    (
        "an altered quote of a disagreement",
        lambda d: replace(d, disagreements=tuple(_altered(one) for one in d.disagreements)),
        "disagreement d-",
    ),
    (
        "an altered quote of a footnote",
        lambda d: replace(d, body=EditorBody("", (("1", replace(d.claims[0].citations[0], exact="Nobody knew")),))),
        "footnote 1: the quote does not stand at",
    ),
    (
        "what stands before another place",
        lambda d: with_claim(d, "fish", cited(lambda c: replace(c, prefix="elsewhere"))),
        "prefix or suffix do not stand around",
    ),
    (
        "what stands after another place",
        lambda d: with_claim(d, "fish", cited(lambda c: replace(c, suffix="elsewhere"))),
        "prefix or suffix do not stand around",
    ),
    (
        "a shown quote that is not the cited one",
        lambda d: with_claim(d, "fish", cited(lambda c: replace(c, quote="Sudland bought meat."))),
        "the quote shown is not the one cited",
    ),
    (
        "a source that is none",
        lambda d: with_claim(d, "fish", cited(lambda c: replace(c, source="gamma"))),
        "cites gamma, which is no source",
    ),
    (
        "a hash of another file",
        lambda d: replace(d, sources=(replace(d.sources[0], sha256="0" * 64), *d.sources[1:])),
        "SHA-256",
    ),
    (
        "a source that the story has not",
        lambda d: replace(d, sources=(replace(d.sources[0], id="gamma"), *d.sources[1:])),
        "source gamma: the recorded SHA-256",
    ),
    (
        "a wording that no source has",
        lambda d: with_claim(d, "fish", lambda c: replace(c, text="Sudland bought meat.")),
        "its wording is not the cited passage",
    ),
    (
        "an edit nobody sees",
        lambda d: with_claim(d, "fish", lambda c: replace(c, edits=(Edit("lead-in dropped", "Sudland", "Norland"),))),
        "its wording is not the cited passage",
    ),
    (
        "a negation cut",
        lambda d: with_claim(
            d, "fish", lambda c: replace(c, edits=(Edit(CUT, "Sudland did not buy", "Sudland […] buy"),))
        ),
        "leaves out a negation",
    ),
    (
        "a quotation altered",
        lambda d: with_claim(d, "sad day", lambda c: replace(c, text=c.text.replace("sad", "good"))),
        "no cited passage has the words 'a good day'",
    ),
    (
        "an attribution dropped",
        lambda d: with_claim(d, "Estmark says", lambda c: replace(c, attributed_to=None)),
        "a source says who claims it",
    ),
    (
        "an attribution to somebody whom the capture does not name",
        lambda d: with_claim(d, "Estmark says", lambda c: replace(c, attributed_to="Westmark")),
        "does not name 'Westmark'",
    ),
    (
        "an allegation printed as an event",
        lambda d: with_claim(d, "Estmark says", lambda c: replace(c, kind=Kind.EVENT)),
        "a source prints it as an allegation",
    ),
    (
        "a source counted twice",
        lambda d: with_claim(d, "fish", lambda c: replace(c, citations=(*c.citations, c.citations[0]))),
        "a source is counted twice",
    ),
    (
        "a copy counted as independent",
        lambda d: replace(d, sources=(d.sources[0], replace(d.sources[1], origin="alpha"))),
        "its origins are not those of its sources",
    ),
    (
        "a disagreement with one side",
        lambda d: replace(d, disagreements=tuple(replace(one, positions=one.positions[:1]) for one in d.disagreements)),
        "it has one side only",
    ),
    (
        "a denial far from what it denies",
        lambda d: _denial_apart(d),
        "the denial does not stand beside what it denies",
    ),
    (
        "a stretch not accounted for",
        lambda d: replace(d, coverage=d.coverage[1:]),
        "not accounted for: 'Estmark says",
    ),
    (
        "the end of a capture not accounted for",
        lambda d: replace(d, coverage=d.coverage[:-1]),
        "not accounted for: 'Sudland bought much",
    ),
    (
        "a citation not accounted for",
        lambda d: replace(d, coverage=(replace(d.coverage[0], use=Use.HEADING, claim=None), *d.coverage[1:])),
        "coverage does not account for alpha:0",
    ),
    (
        "a stretch that supports a claim that is none",
        lambda d: replace(d, coverage=(replace(d.coverage[0], claim="c-none"), *d.coverage[1:])),
        "coverage alpha:0: names no claim of the digest",
    ),
    (
        "an entry for no stretch",
        lambda d: replace(d, coverage=(replace(d.coverage[0], end=0), *d.coverage)),
        "overlaps what comes before",
    ),
    (
        "two entries for one stretch",
        lambda d: replace(d, coverage=(d.coverage[0], *d.coverage)),
        "overlaps what comes before",
    ),
    (
        "something left out without a reason",
        lambda d: replace(d, coverage=(replace(d.coverage[0], use=Use.OMITTED, claim=None), *d.coverage[1:])),
        "left out without a reason",
    ),
    (
        "a claim that no section prints",
        lambda d: replace(d, sections=d.sections[:-1]),
        "the sections do not hold every claim once",
    ),
    (
        "a claim that stands twice",
        lambda d: replace(d, claims=(*d.claims, d.claims[0])),
        "two claims have one id",
    ),
    (
        "no summary",
        lambda d: replace(d, summary="", summary_claims=()),
        "the summary is not made of claims",
    ),
    (
        "a summary of its own",
        lambda d: replace(d, summary="All is well."),
        "the summary is not made of claims",
    ),
    (
        "a character that turns the text around",
        lambda d: replace(d, title="A \u202etitle"),
        "title: holds characters that must not reach a page",
    ),
    (
        "an address that turns the text around",
        lambda d: replace(d, sources=(with_address(d.sources[0], "https://a.example/\u202e"), *d.sources[1:])),
        ": holds characters that must not reach a page",
    ),
    (
        "a name in brackets that its capture does not have",
        lambda d: with_claim(
            d,
            "fish",
            lambda c: replace(c, text="[Westland] bought fish.", edits=(Edit(ANTECEDENT, "Sudland", "[Westland]"),)),
        ),
        "its capture does not have 'Westland', which stands in brackets",
    ),
    (
        "a claim that turns the text around",
        lambda d: with_claim(d, "fish", lambda c: replace(c, text=f"\u202e{c.text}")),
        ": holds characters that must not reach a page",
    ),
]


@pytest.mark.parametrize(("change", "finding"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_broken_promise_is_found(change: Callable[[Digest], Digest], finding: str) -> None:
    digest, works = good()
    assert finding in findings(change(digest), works)


def test_a_finding_names_the_story_and_the_claim() -> None:
    digest, works = good()
    broken = with_claim(digest, "fish", lambda claim: replace(claim, text="Sudland bought meat."))
    claim = next(one for one in broken.claims if one.text == "Sudland bought meat.")
    assert f"invented: claim {claim.id}: " in findings(broken, works)
