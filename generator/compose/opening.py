"""What a reader sees first: title, date, summary, claims in brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.compose.salience import Salience, content_words, overlap
from generator.compose.sections import ALSO_REPORTED, Arranged
from generator.compose.timeline import day_in_words
from generator.errors import InputError
from generator.language.printable import printable
from generator.model import Claim, Difference, Kind, Metadata, Story, When

BRIEF_MOST = 6  # claims in brief
BRIEF_LEAST = 3
BRIEF_OVERLAP = 0.25  # Jaccard overlap of content words above which two claims say too much alike to stand in brief
SUMMARY_KINDS = (Kind.EVENT, Kind.PLAN, Kind.STATEMENT)  # an allegation waits for its denial
SUMMARY_WORDS = 60  # two sentences longer than this together are not taken in at a glance
SENTENCE_WORDS = 40  # of one that may stand in the summary: two sentences of the usual length in one, at most


@dataclass(frozen=True, slots=True)
class Opening:
    """``text`` is the summary, made of the wordings of ``summary_claims``; ``claims`` are all, some now in brief."""

    text: str
    summary_claims: tuple[str, ...]
    claims: tuple[Claim, ...]


def headline(story: Story, metadata: tuple[Metadata, ...], salience: Salience) -> str:
    """The editor's title, else the headline whose words most sources use. Raises InputError where there is none."""
    if story.title:
        return story.title
    headlines = [known.title.value for known in metadata if known.title]
    if not headlines:
        raise InputError(story.path, "no headline in any capture", "give the story a title", "title")
    return printable(max(headlines, key=lambda one: salience.centrality(content_words(one))))


def when(story: Story, metadata: tuple[Metadata, ...]) -> When:
    """The editor's day; else the newest day on which a source says for certain that it was published, if no other may
    be newer; else all days between the bounds, with what each rests on. Raises InputError where there is none.
    """
    if story.date:
        return When(story.date, story.date, day_in_words(story.date), True)
    found = sorted(
        ((date.fromisoformat(known.published.value), known.published) for known in metadata if known.published),
        key=lambda dated: dated[0],
    )
    if not found:
        raise InputError(story.path, "no date in any capture", "give the story a date: YYYY-MM-DD", "date")
    (first, earliest), (last, newest) = found[0], found[-1]
    if newest.doubt is None:
        return When(last, last, day_in_words(last), True)
    if first == last:
        return When(last, last, f"{day_in_words(last)}, not certain: {newest.doubt}", False)
    bounds = f"{day_in_words(first)} ({earliest.doubt or earliest.how}) and {day_in_words(last)} ({newest.doubt})"
    return When(first, last, f"between {bounds}", False)


def summarise(arranged: Arranged, salience: Salience, differences: tuple[Difference, ...]) -> Opening:
    """One or two sentences, and three to six claims in brief beside them: the best of those in the open, each telling
    something else. A story of few claims has fewer.

    What is alleged or denied does not stand in the summary, where its denial would not stand beside it. Summary and
    brief take no two sides of a question: what their first sentence would contradict is passed over, and
    stands among the disagreements.
    """
    opened = {claim for section in arranged.sections if section.id != ALSO_REPORTED for claim in section.claims}
    ranked = sorted(
        (claim for claim in arranged.claims if claim.id in opened),
        key=lambda claim: -arranged.scores[claim.id],
    )
    words = {claim.id: salience.words(arranged.leads[claim.id]) for claim in ranked}
    denied = set(arranged.denials.values())
    leading = [claim for claim in ranked if _can_lead(claim) and claim.id not in denied]
    leading = [claim for claim in leading if not _opposed(leading[0], claim, differences)]
    summary = _distinct(leading, words, 2) or ranked[:1]
    if len(summary) == 2 and sum(len(claim.text.split()) for claim in summary) > SUMMARY_WORDS:
        summary = summary[:1]
    further = [claim for claim in ranked if claim not in summary]
    told = [claim for claim in further if claim.kind not in (Kind.ASSESSMENT, Kind.BACKGROUND)]
    news = [claim for claim in told if not any(_opposed(one, claim, differences) for one in summary)]
    brief = _with_denials(_distinct(news, words, BRIEF_MOST, summary), further, arranged.denials)
    if len(brief) < BRIEF_LEAST:
        brief = [*brief, *(claim for claim in further if claim not in brief), *summary][:BRIEF_LEAST]
    chosen = {claim.id for claim in brief}
    return Opening(
        text=" ".join(claim.text for claim in summary),
        summary_claims=tuple(claim.id for claim in summary),
        claims=tuple(replace(claim, in_brief=claim.id in chosen) for claim in arranged.claims),
    )


def _can_lead(claim: Claim) -> bool:
    return claim.kind in SUMMARY_KINDS and len(claim.text.split()) <= SENTENCE_WORDS and claim.text[:1].isupper()


def _with_denials(brief: list[Claim], further: list[Claim], denials: dict[str, str]) -> list[Claim]:
    """The claims in brief, each with its denial and each denial with what it denies; what then has no room goes."""
    chosen: list[Claim] = []
    for claim in brief:
        denied = denials.get(claim.id, claim.id)
        group = [one for one in further if denied in (one.id, denials.get(one.id)) and one not in chosen]
        if len(chosen) + len(group) <= BRIEF_MOST:
            chosen += group
    return chosen


def _opposed(one: Claim, other: Claim, differences: tuple[Difference, ...]) -> bool:
    """Do two claims take different sides of a question?"""
    a, b = ({citation.passage for citation in claim.citations} for claim in (one, other))
    for difference in differences:
        sides = [side.passages for side in difference.sides]
        if all(a.isdisjoint(side) for side in sides):
            continue
        if any(
            not a.isdisjoint(side) and not b.isdisjoint(rest) for side in sides for rest in sides if rest is not side
        ):
            return True
    return False


def _distinct(
    ranked: list[Claim], words: dict[str, frozenset[str]], most: int, told: Sequence[Claim] = ()
) -> list[Claim]:
    """The first ``most`` claims that neither repeat one another nor what is ``told`` already."""
    chosen: list[Claim] = []
    for claim in ranked:
        if len(chosen) == most:
            break
        if all(overlap(words[claim.id], words[other.id]) <= BRIEF_OVERLAP for other in (*chosen, *told)):
            chosen.append(claim)
    return chosen
