"""Invented digests for tests that need a finished one. Nothing in them has happened."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from generator.model import (
    Citation,
    Claim,
    CoverageEntry,
    Digest,
    Disagreement,
    DisagreementKind,
    Edit,
    Found,
    Kind,
    Metadata,
    Notice,
    Position,
    Role,
    Section,
    SourceReport,
    Use,
)

CLOSED = "The old harbour bridge at Velm was closed on Tuesday after inspectors found cracks in two of its piers."
CAPTURES = {
    "gazette": (
        "MENU  Home  Weather\n\n"
        "Old bridge at Velm closed after inspection\n\n"
        f"{CLOSED} "
        "The port authority said that 40 lorries had crossed it that morning. "
        "Mayor Ines Tarrow denied that the city had been warned in spring. "
        "People in the town will be watching closely.\n"
    ),
    "courier": (
        "By Jon Addel\n\n"
        "Velm's old harbour bridge has been closed to all traffic since Tuesday, when inspectors found cracks. "
        "According to the engineers' union, the city was warned in spring. "
        "A replacement is planned for next year.\n"
    ),
    "radio<b>": (
        "Inspectors closed the harbour bridge on Tuesday after finding cracks in its piers. "
        "Some 60 lorries had crossed that morning, the drivers' association said. "
        "It is the fourth closure of a bridge on the coast in ten years.\n"
    ),
}


def cite(source: str, exact: str) -> Citation:
    """A citation of the first place in an invented capture that reads exactly so."""
    text = CAPTURES[source]
    start = text.index(exact)
    end = start + len(exact)
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    return Citation(
        source, start, end, exact, before[-32:], after[:32], exact, before, after, f"{source}:{start}-{end}"
    )


def led(*citations: Citation) -> tuple[Citation, ...]:
    """The citations of a claim, the first of which words it."""
    return (replace(citations[0], role=Role.LEAD), *citations[1:])


def report(source: str, **known: Found | None) -> SourceReport:
    """A source report on an invented capture."""
    metadata = Metadata(**known)
    digest = hashlib.sha256(CAPTURES[source].encode()).hexdigest()
    notices = (Notice("no-date", "No date was found in this capture."),) if metadata.published is None else ()
    return SourceReport(source, f"captures/{source}.txt", digest, source, metadata, notices)


def claims() -> tuple[Claim, ...]:
    """Claims of most kinds: in one source and in several, repeated, shortened, attributed."""
    closed = tuple(
        cite(source, exact)
        for source, exact in (
            ("gazette", CLOSED),
            ("courier", "Velm's old harbour bridge has been closed to all traffic since Tuesday, when inspectors found "
                        "cracks."),
            ("radio<b>", "Inspectors closed the harbour bridge on Tuesday after finding cracks in its piers."),
        )
    )  # fmt: skip
    return (
        Claim("c-closed", Kind.EVENT, closed[0].quote, None, led(*closed), True,
              origins=("gazette", "courier", "radio<b>"),
              reason="three sources name the same bridge, day and cause"),
        Claim("c-denied", Kind.DENIAL, "Mayor Ines Tarrow denied that the city had been warned in spring.",
              "Mayor Ines Tarrow",
              led(cite("gazette", "Mayor Ines Tarrow denied that the city had been warned in spring.")), True,
              origins=("gazette",)),
        Claim("c-warned", Kind.ALLEGATION, "According to the engineers' union, the city was warned in spring.",
              "the engineers' union",
              led(cite("courier", "According to the engineers' union, the city was warned in spring.")), True,
              origins=("courier",), edits=(Edit("lead-in", "However, ", ""),)),
        Claim("c-planned", Kind.PLAN, "A replacement is planned for next year.", None,
              led(cite("courier", "A replacement is planned for next year.")), origins=("courier",)),
        Claim("c-lorries", Kind.STATEMENT, "The port authority said that 40 lorries had crossed it that morning.",
              "the port authority",
              led(cite("gazette", "The port authority said that 40 lorries had crossed it that morning.")),
              origins=("gazette",)),
        Claim("c-sixty", Kind.STATEMENT, "Some 60 lorries had crossed that morning, the drivers' association said.",
              "the drivers' association",
              led(cite("radio<b>", "Some 60 lorries had crossed that morning, the drivers' association said.")),
              origins=("radio<b>",)),
        Claim("c-fourth", Kind.BACKGROUND, "It is the fourth closure of a bridge on the coast in ten years.", None,
              led(cite("radio<b>", "It is the fourth closure of a bridge on the coast in ten years.")),
              origins=("radio<b>",)),
    )  # fmt: skip


def coverage() -> tuple[CoverageEntry, ...]:
    """What became of every line and sentence of the invented captures."""
    entries = []
    for claim in claims():
        for index, citation in enumerate(claim.citations):
            use = Use.CLAIM if index == 0 else Use.REPEAT
            entries.append(CoverageEntry(citation.source, citation.start, citation.end, use, claim.id))
    for source, exact, use, reason in (
        ("gazette", "MENU  Home  Weather", Use.FURNITURE, "menu"),
        ("gazette", "Old bridge at Velm closed after inspection", Use.HEADING, None),
        ("gazette", "People in the town will be watching closely.", Use.OMITTED, "asserts nothing"),
        ("courier", "By Jon Addel", Use.FURNITURE, "byline"),
    ):
        start = CAPTURES[source].index(exact)
        entries.append(CoverageEntry(source, start, start + len(exact), use, None, reason))
    order = list(CAPTURES)
    return tuple(sorted(entries, key=lambda entry: (order.index(entry.source), entry.start)))


def digest(slug: str = "velm-bridge", title: str = "Velm closes its old bridge", day: date = date(2031, 4, 8),
           tags: tuple[str, ...] = ("Velm", "Roads & bridges")) -> Digest:  # fmt: skip
    """A finished digest of three invented sources. One source id and one capture hold markup."""
    return Digest(
        slug=slug,
        title=title,
        summary=CLOSED,
        date=day,
        tags=tags,
        sources=(
            report(
                "gazette",
                title=Found("Old bridge at Velm closed after inspection", "first heading"),
                publisher=Found("Velm Gazette", "stated in story.md"),
                author=Found("Mara Quill", "byline", "By Mara Quill"),
                published=Found("2031-04-08", "header date", "8 April 2031", "may be the day of capture"),
                url=Found("https://gazette.example/bridge?a=1&b=2", "stated in story.md"),
                language=Found("en", "declared"),
            ),
            report("courier", publisher=Found("Coast Courier", "page name"), author=Found("Jon Addel", "byline")),
            report("radio<b>", publisher=Found("Radio <b>Five</b>", "page name"),
                   url=Found("javascript:alert(1)", "declared")),
        ),
        sections=(
            Section("what-happened", "What happened", ("c-closed", "c-planned")),
            Section("what-was-said", "What was said", ("c-warned", "c-denied", "c-lorries", "c-sixty")),
            Section("background", "Background", ("c-fourth",)),
        ),
        claims=claims(),
        disagreements=(
            Disagreement(
                "d-lorries",
                DisagreementKind.NUMBER,
                "How many lorries had crossed that morning?",
                (
                    Position("40", (cite("gazette", "The port authority said that 40 lorries had crossed it that "
                                                    "morning."),)),
                    Position("60", (cite("radio<b>", "Some 60 lorries had crossed that morning, the drivers' "
                                                     "association said."),)),
                ),
                "the same noun with different numbers",
            ),
        ),
        coverage=coverage(),
        summary_claims=("c-closed",),
    )  # fmt: skip
