"""A draft as lines of a buffer: what stands in the open under its headings, what is folded, and what it is made of.

Pure: a digest and its workings in, an ``Outline`` out, and an ``Outline`` as text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.groups import group_of
from generator.language.printable import printable
from generator.model import FOLDED, Citation, Claim, Digest, Disagreement, Group, Role, Workings

REST = "Also reported"  # the heading over what is folded beneath nothing
KEEP, DROP, MERGE, DETAIL, BRIEF, SUMMARY = "keep", "drop", "merge", "detail", "brief", "summary"
ID_DIGITS = 4  # of an id, at least; more where two begin alike
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Line:
    """A claim of the draft, or a passage that says more on one (``detail``), which is no claim.

    ``key`` is the passage that words it, by which it is known whatever becomes of its id; ``counted`` are the passages
    that stand under no other claim and that it counts, ``members`` all that are of its group. ``under`` is the key of
    the line beneath which it stands.
    """

    key: str
    id: str
    text: str
    sources: tuple[str, ...]
    count: int  # independent sources
    section: str  # the heading above it
    under: str | None
    detail: bool
    brief: bool
    summary: bool
    counted: tuple[str, ...]
    members: tuple[str, ...]
    remarks: tuple[str, ...] = ()  # what differs from it
    denies: str | None = None  # the key of the claim that it denies

    @property
    def opened(self) -> bool:
        """Whether it stands in the open."""
        return self.under is None and self.section != REST


@dataclass(frozen=True, slots=True)
class Outline:
    """A draft as lines in the order of its page. ``told`` are sentences of a summary in story.md, which no decision
    moves; ``differences`` what the sources disagree on; ``origins`` how many independent sources there are."""

    title: str
    lines: tuple[Line, ...]
    headings: tuple[str, ...]  # without that of the rest
    told: tuple[str, ...]
    differences: tuple[str, ...]
    origins: int

    @property
    def state(self) -> str:
        """A mark of all that an editor may change in the buffer: another draft has another one."""
        shown = [repr((line.id, line.text, line.sources, line.section, line.under, verb(line))) for line in self.lines]
        return hashlib.sha256("\n".join(shown).encode("utf-8", "replace")).hexdigest()[:10]

    def heads(self, heading: str) -> tuple[str, ...]:
        """Keys of the lines under a heading that stand beneath no other."""
        return tuple(line.key for line in self.lines if line.under is None and line.section == heading)

    def holding(self, passage: str) -> Line | None:
        """The line that a passage words, else the one that it belongs to; None where it is in none."""
        own = [line for line in self.lines if line.key == passage]
        own += [line for line in self.lines if passage in line.counted or passage in line.members]
        return own[0] if own else None


def outline_of(digest: Digest, workings: Workings) -> Outline:
    """The outline of a draft."""
    lines = _Lines(digest, workings)
    found = tuple(lines.all())
    return Outline(
        title=_shown(digest.title),
        lines=found,
        headings=tuple(dict.fromkeys(line.section for line in found if line.section != REST)),
        told=tuple(_shown(claim.text) for claim in digest.claims if claim.id in lines.told),
        differences=tuple(_difference(one) for one in digest.disagreements),
        origins=len({source.origin for source in digest.sources}),
    )


class _Lines:
    """The lines of a draft."""

    def __init__(self, digest: Digest, workings: Workings) -> None:
        self._digest = digest
        self._groups = [group for group in workings.groups if not group.told]
        self._of_lead: dict[str, Group] = {group.lead.passage: group for group in self._groups}
        self._clusters = {one: cluster.members for cluster in workings.clustering.clusters for one in cluster.members}
        worded = {group.wording for group in workings.groups if group.told}
        self.told = frozenset(
            claim.id for claim in digest.claims if claim.text in worded and claim.id in digest.summary_claims
        )
        self._key_of = {claim.id: claim.citations[0].passage or "" for claim in digest.claims}
        self._beneath: dict[str, list[Claim]] = {}
        for claim in digest.claims:
            if claim.under is not None and claim.id not in self.told:
                self._beneath.setdefault(claim.under, []).append(claim)

    def all(self) -> Iterator[Line]:
        claims = {claim.id: claim for claim in self._digest.claims if claim.id not in self.told}
        first: dict[str, int] = {source.id: place for place, source in enumerate(self._digest.sources)}
        for section in self._digest.sections:
            heads = [claims[one] for one in section.claims if one in claims and claims[one].under not in claims]
            heading = section.title
            if section.id == FOLDED:
                heads.sort(key=lambda claim: first[claim.citations[0].source])
                heading = REST
            for claim in heads:
                yield from self._with_folded(claim, heading)

    def _with_folded(self, claim: Claim, heading: str) -> Iterator[Line]:
        head = self._line(claim, heading, None)
        yield head
        for citation in claim.details:
            passage = citation.passage or ""
            own = group_of(self._groups, passage)
            if passage not in self._of_lead and own is not None and self._groups[own].lead.passage == head.key:
                yield _detail(citation, passage, head)
        for folded in self._beneath.get(claim.id, ()):
            yield self._line(folded, heading, head.key)

    def _line(self, claim: Claim, heading: str, under: str | None) -> Line:
        key = claim.citations[0].passage or ""
        group = self._of_lead[key]
        own = [one for one in group.members if self._is_own(one.passage, group)]
        return Line(
            key=key,
            id=claim.id,
            text=_shown(claim.text),
            sources=claim.sources,
            count=len(claim.origins or claim.sources),
            section=heading,
            under=under,
            detail=False,
            brief=claim.in_brief,
            summary=claim.id in self._digest.summary_claims,
            counted=tuple(one.passage for one in own if one.role in (Role.LEAD, Role.SUPPORT)),
            members=tuple(one.passage for one in own),
            remarks=tuple(_against(one) for one in claim.differing),
            denies=self._key_of.get(claim.denies or ""),
        )

    def _is_own(self, passage: str, group: Group) -> bool:
        place = group_of(self._groups, passage)
        return place is not None and self._groups[place] is group


def _detail(citation: Citation, passage: str, head: Line) -> Line:
    words = f"{citation.source}\n{citation.exact}\n{passage}"
    return Line(
        key=passage,
        id=f"p-{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:10]}",
        text=_shown(citation.wording or citation.quote),
        sources=(citation.source,),
        count=0,
        section=head.section,
        under=head.key,
        detail=True,
        brief=False,
        summary=False,
        counted=(passage,),
        members=(passage,),
    )


def _against(citation: Citation) -> str:
    respect = f" in {citation.respect.value}" if citation.respect else ""
    return f"differs{respect}: {_shown(citation.wording or citation.quote)}  [{citation.source}]"


def _difference(one: Disagreement) -> str:
    sides = [
        f"“{_shown(side.text)}” [{', '.join(dict.fromkeys(each.source for each in side.citations))}]"
        for side in one.positions
    ]
    return f"{_shown(one.question)} {' / '.join(sides)}"


def _shown(text: str) -> str:
    return " ".join(printable(text).split())


def verb(line: Line) -> str:
    """The verb that stands before a line that nobody has changed."""
    if line.detail:
        return DETAIL
    marks = [name for name, marked in ((BRIEF, line.brief), (SUMMARY, line.summary)) if marked]
    return "+".join(marks) or KEEP


def short_ids(outline: Outline) -> Mapping[str, str]:
    """By its key the beginning of each line's id that no other one has."""
    whole = {line.key: line.id for line in outline.lines}
    digits = ID_DIGITS
    while len({one[: 2 + digits] for one in whole.values()}) < len(set(whole.values())):
        digits += 1
    return {key: one[: 2 + digits] for key, one in whole.items()}


def suffix(line: Line) -> str:
    """What stands after the words of a line: its sources."""
    return f"[{', '.join(line.sources)}]"


STATE = "# state "
REFUSED = "# refused: "  # what is wrong with words, at the top of a buffer


def render(outline: Outline) -> str:
    """The buffer: what an editor reads and changes."""
    return "\n".join([*_head(outline), *_body(outline), *_foot(outline), ""])


def _head(outline: Outline) -> Iterator[str]:
    claims = [line for line in outline.lines if not line.detail]
    opened = sum(line.opened for line in claims)
    yield f"# {outline.title}"
    yield f"# {len(claims)} claims, {opened} of them in the open. How to change them is said at the end."
    yield f"{STATE}{outline.state}"


def _body(outline: Outline) -> Iterator[str]:
    ids = short_ids(outline)
    wide = max((len(verb(line)) for line in outline.lines), default=0)
    source = ""
    for heading in (*outline.headings, REST):
        yield ""
        yield f"== {heading}"
        for line in (one for one in outline.lines if one.section == heading):
            if heading == REST and line.under is None and line.sources[0] != source:
                source = line.sources[0]
                yield f"# from {source}"
            indent = INDENT if line.under else ""
            tally = "" if line.detail else f"{line.count}-of-{outline.origins} "
            yield f"{indent}{verb(line):{wide}} {ids[line.key]} {tally}{line.text}  {suffix(line)}"
            yield from (f"#{INDENT}{remark}" for remark in line.remarks)


def _foot(outline: Outline) -> Iterator[str]:
    yield ""
    for title, remarks in (("The sources differ:", outline.differences), ("In story.md, as summary:", outline.told)):
        if remarks:
            yield f"# {title}"
            yield from (f"#   {remark}" for remark in remarks)
            yield "#"
    yield from HELP.strip("\n").split("\n")


HELP = """
# Each line is VERB ID SOURCES-THAT-SAY-IT WORDS [SOURCES]. Lines are moved, verbs and words are changed:
#   k, keep      the claim stands where its line stands
#   b, brief     it is in brief too; s, summary: it tells the news (brief+summary: both)
#   m, merge     it says what the claim on the line above says: they are one claim, in the words of that above
#   d, drop      its passages are left out
#   detail       says more on the line above it: moved under a heading, without its indent, it is a claim
# An indented line is folded beneath the one above it without an indent. Indent a line beneath another to fold it
# there; take its indent away under a heading to open it. A line that is moved alone takes along what is beneath it,
# and the denial of what it says.
# A line == NAME is a heading; type a new one where you want it. Words that you change have to be in the sources.
# A line that is gone is an error, so that nothing is dropped by accident; lines with # say nothing.
# Close without a change, or remove every line, and nothing is written.
"""
