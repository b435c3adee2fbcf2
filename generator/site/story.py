"""A digest as its page shows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator.edits import CUT, DAY, MARKS, QUOTATION_MARKS, QUOTE, SPEAKER, WHO
from generator.language.quotations import balanced
from generator.language.recognise import ENGLISH, is_read
from generator.language.scripts import count_words
from generator.model import (
    FOLDED,
    OPINION,
    SHARED,
    Citation,
    Claim,
    Digest,
    Disagreement,
    DisagreementKind,
    Edit,
    Kind,
    Position,
    Section,
    Use,
    When,
)
from generator.site import addresses, words
from generator.site.drafted import drafted
from generator.site.edition import edition_view, first_published, iso, last_changed, since, state_bar
from generator.site.people import offices
from generator.site.reprint import Reprint
from generator.site.sources import outlets, quote_view, source_views
from generator.site.views import (
    AgainstView,
    ClaimView,
    DisagreementView,
    DisputeView,
    FoldedView,
    PositionView,
    QuoteView,
    RestView,
    SectionView,
    SourceView,
    State,
    StoryView,
    Tag,
)
from generator.site.words import KIND_LABELS, Words, gettext_noop, printable

WORDED = gettext_noop("The words are the editor’s; each quote was checked to carry them.")
_NAMES_SHOWN = 3  # more names than that would outweigh the claim that they mark
_OTHER_SIDE = 60  # code points of what others say to a disputed claim, beside it
_WORDS_A_MINUTE = 230  # read silently, English non-fiction: Brysbaert 2019, "How many words do we read per minute?"


@dataclass(frozen=True, slots=True)
class _Context:
    say: Words
    digest: Digest
    sources: Mapping[str, SourceView]
    reprint: Reprint
    origins: int
    numbers: Mapping[str, int]
    leading: Mapping[tuple[str, int], int]  # place of a passage to the number of the claim in the open that it words
    beneath: Mapping[str, tuple[Claim, ...]]  # by the id of the claim in the open
    sentences: Mapping[tuple[str, int], str]  # place of a passage in its article, in words


def story_view(
    digest: Digest, reprint: Reprint, body: str = "", state: State = State.SIGNED, say: Words = words.ENGLISH
) -> StoryView:
    """The page of a digest, on which the citations of ``reprint`` are printed whole. ``body`` is the HTML of the
    editor's own text, "" where there is none; ``state`` what it is to the last edition; ``say`` the site's words."""
    sections = tuple(section for section in digest.sections if section.id != FOLDED)
    order = dict.fromkeys((*digest.summary_claims, *(one for section in sections for one in section.claims)))
    sources = source_views(digest, say)
    context = _Context(
        say,
        digest,
        sources,
        reprint,
        len({source.origin for source in digest.sources}),
        {claim_id: number for number, claim_id in enumerate(order, start=1)},
        {_place(digest.claim(claim_id).citations[0]): number for number, claim_id in enumerate(order, start=1)},
        _beneath(digest, frozenset(order)),
        _sentences(digest, say),
    )
    claims = {claim_id: _claim(context, digest.claim(claim_id)) for claim_id in order}
    summary = tuple(claims[claim_id] for claim_id in digest.summary_claims)
    shown = tuple(_section(section, claims, summary, say) for section in sections)
    disagreements = tuple(_disagreement(context, disagreement) for disagreement in digest.disagreements)
    published, updated = first_published(digest), last_changed(digest)
    story = StoryView(
        slug=digest.slug,
        title=printable(digest.title),
        language=_language(tuple(sources.values())),
        unread=_unread(tuple(_language_of(context, claim) for claim in digest.claims), say),
        page_title=printable(digest.title),
        summary=summary,
        href=addresses.story(digest.slug),
        digest_href=addresses.digest(digest.slug),
        card_href=f"{addresses.story(digest.slug)}card.png",
        day=digest.published or digest.date,
        date=words.capital(when_in_words(digest.when, say)) if digest.when else say.day(digest.date),
        basis=drafted(digest.when.basis, say) if digest.when else "",
        iso=digest.date.isoformat() if digest.when is None or digest.when.certain else "",
        span=f"{digest.when.first}/{digest.when.last}" if digest.when else digest.date.isoformat(),
        published=published,
        updated=updated,
        published_iso=iso(published, digest),
        updated_iso=iso(updated, digest),
        outlets=outlets(tuple(source.name if source.named else "" for source in sources.values()), say),
        minutes=0,
        words=0,
        tags=_tags(digest.tags, addresses.tag),
        actors=_actors(digest, say),
        body=body,
        sections=tuple(section for section in shown if section.claims),
        rest=_rest(context, frozenset(order)),
        disagreements=disagreements,
        sources=tuple(sources.values()),
        how=_how(context),
        edition=edition_view(digest, say),
        bar=state_bar(state, digest, say),
        differs=state is State.DIFFERS,
        category=printable(digest.category),
        status=digest.status,
        former_tags=_tags(tuple(name for what, name in digest.former if what == "tag"), addresses.tag),
        former_actors=_tags(tuple(name for what, name in digest.former if what == "actor"), addresses.actor),
    )
    open_words = _open_words(story)
    return replace(story, words=open_words, minutes=max(1, round(open_words / _WORDS_A_MINUTE)))


def _language(sources: tuple[SourceView, ...]) -> str:
    """The language of most sources, of which the title is; English where that is not known."""
    return Counter(source.language or ENGLISH for source in sources).most_common(1)[0][0]


def when_in_words(when: When, say: Words) -> str:
    """The days to which a story belongs, in the words of the site; as they were drafted where these are those."""
    if say.as_drafted:
        return printable(when.text)
    if when.first != when.last:
        return say.days(when.first, when.last)
    day = say.day(when.last)
    return day if when.certain else say.gettext("%(day)s, not certain", day=day)


def _language_of(context: _Context, claim: Claim) -> str:
    """The language of the passage that words a claim, "" where nothing says it."""
    lead = claim.citations[0]
    return lead.language or context.sources[lead.source].language


def _unread(languages: tuple[str, ...], say: Words) -> str:
    """That some of the claims are in languages that are not read, in a sentence; "" where none is."""
    languages = tuple(dict.fromkeys(say.name_of(one) for one in languages if not is_read(one or None)))
    if not languages:
        return ""
    return say.gettext(
        "Read by words only: what is in %(languages)s. Who says what there, and what is denied, planned or alleged, is "
        "not told, and no summary is made of it.",
        languages=say.listed(languages),
    )


def _place(citation: Citation) -> tuple[str, int]:
    return citation.source, citation.start


def _open_words(story: StoryView) -> int:
    """Words of title, summary, claims with what differs from them, and disagreements."""
    texts = [story.title, *(claim.text for claim in story.claims)]
    texts += [one.quote.wording for claim in story.claims for one in claim.against]
    for item in story.disagreements:
        texts += [item.question, *(position.text for position in item.positions)]
    return sum(map(count_words, texts))


def _tags(names: tuple[str, ...], address: Callable[[str], str]) -> tuple[Tag, ...]:
    slugs = {words.slug(name): printable(name) for name in names}
    return tuple(Tag(name, slug, address(slug)) for slug, name in slugs.items())


def _actors(digest: Digest, say: Words) -> tuple[Tag, ...]:
    notes = {printable(actor): printable(note) for actor, note in offices(digest, say).items()}
    return tuple(replace(tag, note=notes.get(tag.name, "")) for tag in _tags(digest.actors, addresses.actor))


def _beneath(digest: Digest, opened: frozenset[str]) -> dict[str, tuple[Claim, ...]]:
    beneath: dict[str, tuple[Claim, ...]] = {}
    for claim in digest.claims:
        if claim.under in opened and claim.id not in opened and claim.under is not None:
            beneath[claim.under] = (*beneath.get(claim.under, ()), claim)
    return beneath


def _sentences(digest: Digest, say: Words) -> dict[tuple[str, int], str]:
    """For each passage, by source and start, its place among those of its article: "sentence 12"."""
    starts: dict[str, list[int]] = {}
    for entry in digest.coverage:
        if entry.use in (Use.CLAIM, Use.REPEAT, Use.OMITTED):
            starts.setdefault(entry.source, []).append(entry.start)
    return {
        (source, start): say.gettext("sentence %(number)s", number=say.number(place))
        for source, own in starts.items()
        for place, start in enumerate(own, start=1)
    }


def _section(section: Section, claims: Mapping[str, ClaimView], told: tuple[ClaimView, ...], say: Words) -> SectionView:
    shown = tuple(claims[claim_id] for claim_id in section.claims if claims[claim_id] not in told)
    if section.id == OPINION:  # what the heading says, no claim need say again
        shown = tuple(replace(claim, label="") for claim in shown)
    several = sum(not claim.single for claim in shown)
    shared = section.id == SHARED or 2 * several > len(shown)
    return SectionView(addresses.safe(section.id), drafted(section.title, say), shown, shared)


def _rest(context: _Context, opened: frozenset[str]) -> tuple[RestView, ...]:
    """What is neither in the open nor beneath it, by source, each in the order of its article."""
    shown = opened | {claim.id for claims in context.beneath.values() for claim in claims}
    by_source: dict[str, list[Claim]] = {source: [] for source in context.sources}
    for claim in context.digest.claims:
        if claim.id not in shown:
            by_source[claim.citations[0].source].append(claim)
    rest = []
    for name, claims in by_source.items():
        source = context.sources[name]
        claims.sort(key=lambda claim: claim.citations[0].start)
        if claims:
            title = context.say.ngettext(
                "What else %(source)s says, %(number)s statement",
                "What else %(source)s says, %(number)s statements",
                len(claims),
                source=source.name,
            )
            rest.append(RestView(source, title, tuple(_by_place(context, claim) for claim in claims)))
    return tuple(rest)


def _folded_claim(context: _Context, claim: Claim) -> FoldedView:
    folded = _folded(context, claim.citations[0], claim.text, printable(claim.attributed_to or ""))
    joined = tuple(map(addresses.safe, claim.joined))
    return replace(folded, id=addresses.safe(claim.id), names=_names(context, claim.sources), joined=joined)


def _beginning(text: str, speaker: str) -> str:
    """The first words of a text, after its speaker; "" where words of somebody unknown here are among them."""
    named = f"{speaker}: "
    first = words.first_words(text[len(named) :] if text.casefold().startswith(named.casefold()) else text)
    if speaker:
        return first if speaker.casefold() in first.casefold() else f"{words.capital(speaker)}: {first}"
    return "" if any(mark in _APOSTROPHE.sub("", first) for mark in QUOTATION_MARKS) else first


_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


def _by_place(context: _Context, claim: Claim) -> FoldedView:
    """The same beneath the name of its source."""
    others = tuple(context.sources[name].name for name in claim.sources if name != claim.citations[0].source)
    place = context.sentences.get(_place(claim.citations[0]), "")
    if others:
        place = context.say.gettext("%(place)s, also %(sources)s", place=place, sources=context.say.listed(others))
    return replace(_folded_claim(context, claim), names=place)


def _folded(context: _Context, citation: Citation, text: str, speaker: str = "") -> FoldedView:
    """A passage that is printed as ``text``, or by its first words: after its ``speaker``, where those do not name one;
    of words that somebody unknown here says, no more than the place."""
    source = context.sources[citation.source]
    whole = _place(citation) in context.reprint.whole
    shown = printable(text)
    return FoldedView(
        id="",
        text=shown
        if whole
        else _beginning(shown, speaker) or words.capital(context.sentences.get(_place(citation), "")),
        names=source.name,
        page=f"{source.inside}#{addresses.passage(citation.start)}",
        language=citation.language or source.language,
    )


def _claim(context: _Context, claim: Claim) -> ClaimView:
    origins = len(claim.origins or claim.sources)
    text = printable(claim.text)
    further = (
        *(_folded(context, citation, citation.wording) for citation in claim.details),
        *(_folded_claim(context, other) for other in context.beneath.get(claim.id, ())),
    )
    return ClaimView(
        id=addresses.safe(claim.id),
        number=context.numbers[claim.id],
        text=text,
        label=_label(context, claim),
        attribution=printable(claim.attributed_to or ""),
        names=_names(context, claim.sources),
        tally=_tally(context, claim, origins),
        single=context.origins > 1 and origins == 1,
        quotes=tuple(_quote(context, citation, text) for citation in claim.supports),
        repeats=len(claim.repeats),
        against=tuple(_against(context, citation) for citation in claim.differing),
        further=further,
        note=context.say.gettext(WORDED) if claim.worded else _note(claim.edits, context.say),
        href=addresses.claim(context.digest.slug, claim.id),
        dispute=_dispute(context, claim),
        joined=tuple(map(addresses.safe, claim.joined)),
        since=since(claim, context.digest, context.say),
        split_from=addresses.safe(claim.split_from) if claim.split_from else "",
        language="" if claim.worded else _language_of(context, claim),
    )


def _label(context: _Context, claim: Claim) -> str:
    """What is said before a claim: that none of its pages prints it any more, of what kind it is, or, beside claims of
    which that is known, that it is in a language that is not read."""
    replaced = {source.id for source in context.digest.sources if source.replaced_by}
    say = context.say
    if replaced.issuperset(claim.sources):
        return say.gettext(words.NO_LONGER)
    if claim.kind is Kind.UNREAD and any(one.kind is not Kind.UNREAD for one in context.digest.claims):
        return say.gettext("in %(language)s, not read", language=say.name_of(_language_of(context, claim)))
    return say.gettext(KIND_LABELS[claim.kind]) if claim.kind in KIND_LABELS else ""


def _quote(context: _Context, citation: Citation, told: str = "") -> QuoteView:
    whole = _place(citation) in context.reprint.whole
    return quote_view(context.sources[citation.source], citation, whole, told)


def _against(context: _Context, citation: Citation) -> AgainstView:
    label = context.say.gettext(words.RESPECT_LABELS[citation.respect]) if citation.respect else ""
    return AgainstView(label, _quote(context, citation, printable(citation.wording)))


def _dispute(context: _Context, claim: Claim) -> DisputeView | None:
    """The other side of the disagreement in which the claim's own words take one, of several that in which they give
    the answer itself; None where what differs from it stands beside it already."""
    if claim.differing:
        return None
    taken: list[tuple[bool, DisputeView]] = []
    for disagreement in context.digest.disagreements:
        sides = disagreement.positions
        own = next((side for side in sides if _takes(claim, side, disagreement.kind)), None)
        other = next((side for side in sides if side is not own), None)
        if own is not None and other is not None:
            name = context.sources[other.citations[0].source].name
            said = balanced(words.excerpt(drafted(other.text, context.say), _OTHER_SIDE, " …"), opens_before=True)
            view = DisputeView(f"{name}: {said}", f"#{addresses.safe(disagreement.id)}")
            taken.append((own.text.casefold() in claim.text.casefold(), view))
    return max(taken, key=lambda each: each[0])[1] if taken else None


def _takes(claim: Claim, side: Position, kind: DisagreementKind) -> bool:
    """Whether a claim's own words are an answer: of what is planned or done only those that say it best are, for others
    tell it beside something else; words of the editor, which say less than their passages, only where all of these
    answer so."""
    said = {_place(one) for one in (side.citations[:1] if kind is DisagreementKind.STATUS else side.citations)}
    told = claim.supports if claim.worded else claim.citations[:1]
    return all(_place(one) in said for one in told)


def _names(context: _Context, sources: tuple[str, ...]) -> str:
    names = [context.sources[source].name for source in sources]
    if len(names) <= _NAMES_SHOWN:
        return ", ".join(names)
    shown = _NAMES_SHOWN - 1
    more = len(names) - shown
    return context.say.ngettext(
        "%(names)s and %(number)s more", "%(names)s and %(number)s more", more, names=", ".join(names[:shown])
    )


def _tally(context: _Context, claim: Claim, origins: int) -> str:
    if len(context.sources) == 1:
        return ""
    say, sources = context.say, len(claim.sources)
    tally = say.gettext("%(number)s of %(all)s", number=say.number(sources), all=say.number(len(context.sources)))
    if origins >= sources:
        return tally
    return say.ngettext("%(tally)s, %(number)s independent", "%(tally)s, %(number)s independent", origins, tally=tally)


def _note(edits: tuple[Edit, ...], say: Words) -> str:
    return " ".join(dict.fromkeys(filter(None, (_edit(edit, say) for edit in edits))))


def _edit(edit: Edit, say: Words) -> str:
    """What an edit changed, in words; "" for spaces and capitals, which readers need not be told of."""
    if edit.rule in _EDITS:
        return say.gettext(_EDITS[edit.rule])
    before, after = printable(edit.before), printable(edit.after)
    if edit.rule == WHO:  # the words around the pronoun only tell where it stands
        named = after[after.find("[") : after.rfind("]") + 1]
        return say.gettext("“%(name)s” stands for “he” or “she”.", name=named)
    if edit.rule == SPEAKER:
        name = after.removesuffix(":")
        return say.gettext("“%(name)s” was put before the words, to say whose they are.", name=name)
    if before.casefold() == after.casefold():
        return ""
    if not any(map(str.isalnum, before + after)):
        return say.gettext("The sentence goes on in the source.")
    if not before.casefold().endswith(after.casefold()):
        return say.gettext("“%(after)s” stands for “%(before)s”.", after=after, before=before)
    return say.gettext("“%(words)s” was left out.", words=before[: len(before) - len(after)].strip())


_EDITS = {
    CUT: gettext_noop("[…] stands where the claim leaves out what its other sources do not say."),
    DAY: gettext_noop(
        "The source does not say for certain when it was written, so that it is not known which day is meant."
    ),
    QUOTE: gettext_noop(
        "These words are a part of a longer quotation in the source, and were given its quotation marks."
    ),
    MARKS: gettext_noop("A quotation mark that had no partner was dropped or given one."),
}


def _disagreement(context: _Context, disagreement: Disagreement) -> DisagreementView:
    positions = tuple(_position(context, position) for position in disagreement.positions)
    say = context.say
    question = drafted(disagreement.question, say)
    answers = "; ".join(f"{words.capital(position.held_by)}: {position.text}" for position in positions)
    return DisagreementView(
        addresses.safe(disagreement.id),
        say.gettext(label) if (label := _difference(context.digest, disagreement)) else "",
        question,
        positions,
        words.sentence(printable(disagreement.reason)),
        balanced(words.excerpt(f"{question} {answers}", _TEASER, " …"), opens_before=True),
        tuple(map(addresses.safe, disagreement.joined)),
    )


_TEASER = 160  # code points of a question with its answers in a list of stories: two lines


def _difference(digest: Digest, disagreement: Disagreement) -> str:
    """What the question does not say of a difference: that one side denies it, or that one is planned; else ""."""
    if disagreement.kind is DisagreementKind.STATUS:
        return words.STATUS_LABEL
    denials = {
        (citation.source, citation.start)
        for claim in digest.claims
        if claim.kind is Kind.DENIAL
        for citation in claim.citations + claim.repeats
    }
    cited = {(one.source, one.start) for position in disagreement.positions for one in position.citations}
    return words.DENIED_LABEL if disagreement.kind is DisagreementKind.STANCE and cited & denials else ""


def _position(context: _Context, position: Position) -> PositionView:
    text = drafted(position.text, context.say)
    first = {citation.source: citation for citation in reversed(position.citations)}  # each source's first
    cited = [citation for citation in position.citations if first[citation.source] is citation]
    quotes = tuple(
        replace(_quote(context, citation, text), claim=context.leading.get(_place(citation), 0)) for citation in cited
    )
    held_by = words.capital(context.say.listed(quote.source.name for quote in quotes))
    language = "" if is_read(quotes[0].language or None) else quotes[0].language
    return PositionView(text, held_by, quotes, language)


def _how(context: _Context) -> tuple[str, ...]:
    digest, say = context.digest, context.say
    passages = sum(len(claim.citations) + len(claim.repeats) for claim in digest.claims)
    omitted = sum(1 for entry in digest.coverage if entry.use is Use.OMITTED)
    became = say.ngettext("%(number)s claim", "%(number)s claims", len(digest.claims))
    made = [
        say.ngettext("%(number)s saved article went in.", "%(number)s saved articles went in.", len(digest.sources)),
        say.ngettext(
            "%(number)s sentence of them became %(claims)s: what says the same was merged, and in doubt two stayed "
            "two.",
            "%(number)s sentences of them became %(claims)s: what says the same was merged, and in doubt two stayed "
            "two.",
            passages,
            claims=became,
        ),
    ]
    if omitted:
        left_out = say.ngettext(
            "%(number)s sentence was left out, for a reason in the data.",
            "%(number)s sentences were left out, each for a reason in the data.",
            omitted,
        )
        made.append(left_out)
    if any(one.worded for one in digest.claims):
        own = say.gettext("The wording of a claim is a source’s own, or the editor’s where its evidence says so.")
    else:
        own = say.gettext("The wording of a claim is a source’s own.")
    rest = say.gettext(
        "Where a word was left out or put in brackets, it is said beside its evidence. A claim in several sources is "
        "not thereby true: outlets repeat one another."
    )
    return " ".join(made), f"{own} {rest}"
