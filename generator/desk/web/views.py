"""What templates show of a story: values, made of its draft and its files, so that no template decides anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.desk.answered import read_answered, spell_answer
from generator.desk.differing import MARK, mark_differing
from generator.desk.questions import NEEDS_WORDS, Act, Ask, Line, Question
from generator.desk.screen import KEYS
from generator.desk.signing import DANGEROUS
from generator.desk.web.acts import OWN, counted, named
from generator.desk.writing import spell
from generator.drafting import Draft
from generator.editions.findings import holding_lines
from generator.editions.store import inputs_hash, program_hash, read_head, read_hold
from generator.errors import InputError, one_line, told
from generator.explain import explain
from generator.load.decisions import read_decisions
from generator.model import Citation, Claim, Digest, EditionKind, Role, Verb
from generator.site import addresses
from generator.site.capture import layers
from generator.site.sources import source_names
from generator.site.words import ENGLISH, RESPECT_LABELS, first_words, printable
from generator.terminal import count

_BEGINNING = 9  # words by which a claim or a passage is called in a list
_NOTED = re.compile(r"\[\^([^\[\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class StoryRow:
    slug: str
    standing: str


def standing(folder: Path) -> str:
    """How a story stands, told by its files alone: no draft of it is made for this."""
    try:
        head, held = read_head(folder), ", on hold" if read_hold(folder) else ""
        if head is None:
            return "never signed"
        mark = head.mark
        as_signed = head.inputs == inputs_hash(folder) and head.program == program_hash()
        state = "as it was signed" if as_signed else "changed since"
        return f"edition {mark.number} ({mark.kind}, {ENGLISH.day(mark.signed.date())}){held}: {state}"
    except (InputError, OSError) as error:
        return told(error, folder.name)


@dataclass(frozen=True, slots=True)
class LineView:
    """A passage of a question. ``parts`` are its words, and whether the others do not have them."""

    number: int
    quote: str
    source: str
    note: str
    href: str
    parts: tuple[tuple[str, bool], ...]
    answer: str  # that was found for it, "" for none


@dataclass(frozen=True, slots=True)
class ActView:
    act: str
    name: str
    help: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """``plain`` are the acts that need no words, ``worded`` those that do; ``previous`` and ``following`` are keys."""

    key: str
    kind: str
    title: str
    lines: tuple[LineView, ...]
    told: tuple[str, ...]
    why: tuple[str, ...]
    plain: tuple[ActView, ...]
    worded: frozenset[str]
    text: str
    asks: str
    respect: str
    numbered: bool  # lines are put in an order, and not ticked
    opposed: bool  # that they contradict each other is what is asked
    in_story: bool  # is answered in story.md
    place: int
    previous: str
    following: str


def question_view(draft: Draft, queue: Sequence[Question], place: int) -> QuestionView:
    """A question of a queue as its page shows it; ``place`` counts from 0."""
    question = queue[place]
    plain = (act for act in question.acts if act not in (*NEEDS_WORDS, Act.STORY))
    suggested = question.suggests
    return QuestionView(
        key=question.key,
        kind=_KINDS[question.ask],
        title=question.title,
        lines=tuple(_lines(draft, question)),
        told=question.told,
        why=tuple(_why(draft, question)),
        plain=tuple(ActView(act.value, KEYS[act][1], KEYS[act][2]) for act in plain),
        worded=frozenset(act.value for act in question.acts if act in NEEDS_WORDS),
        text=question.lines[0].text,
        asks=suggested.text if suggested else "",
        respect=(suggested.respect if suggested else "") or question.respect,
        numbered=question.ask is Ask.SUMMARY,
        opposed=question.ask in (Ask.VALUES, Ask.DIFFERENCE),
        in_story=Act.STORY in question.acts,
        place=place,
        previous=queue[place - 1].key if place else "",
        following=queue[place + 1].key if place + 1 < len(queue) else "",
    )


_KINDS = {
    Ask.CHARGE: "Charge and denial",
    Ask.WORDED: "Your words, other sources",
    Ask.SUPPORT: "Weak support",
    Ask.NEAR: "Near miss",
    Ask.VALUES: "Other values",
    Ask.DIFFERENCE: "Disagreement",
    Ask.LEAD: "Wording",
    Ask.SOURCE: "Sources",
    Ask.FURNITURE: "Set aside",
    Ask.SUMMARY: "Summary",
}


def _lines(draft: Draft, question: Question) -> Iterator[LineView]:
    marked = mark_differing([line.text for line in question.lines])
    answers = question.suggests.answers if question.suggests else ()
    for place, (line, text) in enumerate(zip(question.lines, marked, strict=True)):
        quote_ = line.quote
        yield LineView(
            number=place + 1,
            quote=named(quote_),
            source=line.source,
            note=line.note,
            href=_in_capture(quote_.source, _start(draft, line)),
            parts=_parts(line.text, text),
            answer=answers[place] if place < len(answers) else "",
        )


def _parts(text: str, marked: str) -> tuple[tuple[str, bool], ...]:
    """A text in parts, of which those between stars are marked; one that has stars of its own is left as it is."""
    if MARK in text:
        return ((text, False),)
    return tuple((part, place % 2 == 1) for place, part in enumerate(marked.split(MARK)) if part)


def _start(draft: Draft, line: Line) -> int | None:
    """Where a line begins in its capture, as coverage counts; None where it stands under no claim."""
    wanted = {one.id for one in draft.quoting.passages(line.quote)[:1]}
    cited = (one for claim in draft.digest.claims for one in (*claim.citations, *claim.repeats))
    return next((one.start for one in cited if one.passage in wanted), None)


def _in_capture(source: str, start: int | None = None) -> str:
    return f"capture/{quote(source)}/" + (f"#{_place(start)}" if start is not None else "")


def _place(start: int) -> str:
    """The anchor in a capture of what begins there."""
    return f"at-{start}"


def _why(draft: Draft, question: Question) -> Iterator[str]:
    claim = next((one for one in draft.digest.claims if one.id == question.claim), None)
    if claim is not None:
        yield from explain(draft.digest, draft.workings, claim)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    key: str
    kind: str
    words: str


def question_rows(queue: Sequence[Question]) -> tuple[QuestionRow, ...]:
    """The questions of a queue as a list."""
    return tuple(QuestionRow(one.key, _KINDS[one.ask], first_words(one.lines[0].text, _BEGINNING)) for one in queue)


def _names(digest: Digest) -> Mapping[str, str]:
    """What each source is called by its id: its publisher; one without is known to its editor by the id."""
    names = source_names(digest.sources)
    return {one.id: names[one.id] if one.metadata.publisher else one.id for one in digest.sources}


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage under a claim. ``quote`` is "" where no words name it; ``acts`` are (value, name on the button)."""

    quote: str
    role: str
    source: str
    text: str
    words: str
    href: str
    acts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    id: str
    anchor: str
    quote: str
    text: str
    words: str
    count: str
    kind: str
    by: str
    section: str
    marks: tuple[str, ...]
    in_brief: bool
    in_summary: bool
    told: bool  # a sentence of the editor's summary, which story.md holds
    passages: tuple[PassageView, ...]
    folded: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    title: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    question: str
    sides: tuple[tuple[str, str], ...]  # what is said, and by whom


def outline_sections(draft: Draft) -> tuple[SectionView, ...]:
    """The claims of a draft by section, each with its passages and what is folded beneath it."""
    return _Outline(draft).sections()


class _Outline:
    """A draft on its way to what its outline shows."""

    def __init__(self, draft: Draft) -> None:
        self._draft, digest = draft, draft.digest
        self._names = _names(digest)
        self._claims = {claim.id: claim for claim in digest.claims}
        self._beneath: dict[str, list[Claim]] = {}
        for claim in digest.claims:
            if claim.under in self._claims:
                self._beneath.setdefault(claim.under or "", []).append(claim)

    def sections(self) -> tuple[SectionView, ...]:
        return tuple(
            SectionView(
                section.title,
                tuple(
                    self._claim(self._claims[one], section.title)
                    for one in section.claims
                    if self._claims[one].under not in self._claims
                ),
            )
            for section in self._draft.digest.sections
        )

    def _claim(self, claim: Claim, section: str) -> ClaimView:
        digest = self._draft.digest
        in_summary = claim.id in digest.summary_claims
        text = printable(claim.text)
        quote_ = self._quote(claim.citations[0].passage)
        return ClaimView(
            id=claim.id,
            anchor=addresses.safe(claim.id),
            quote=quote_,
            text=text,
            words=first_words(text, _BEGINNING),
            count=f"{len(claim.origins or claim.sources)} of {count(len(digest.sources), 'source')}",
            kind=claim.kind.value,
            by=claim.attributed_to or "",
            section=section,
            marks=tuple(
                name
                for name, has in (("in brief", claim.in_brief), ("summary", in_summary), ("your words", claim.worded))
                if has
            ),
            in_brief=claim.in_brief,
            in_summary=in_summary,
            told=claim.told,
            passages=tuple(self._passages(claim)),
            folded=tuple(self._claim(one, section) for one in self._beneath.get(claim.id, ())),
        )

    def _passages(self, claim: Claim) -> Iterator[PassageView]:
        number = len(counted(claim))
        for one in claim.citations:
            yield self._passage(one, _ROLES[one.role], tuple(_acts(one.role, number)))
        for one in claim.repeats:
            yield self._passage(one, "says again", tuple(_acts(Role.SUPPORT, number)))

    def _passage(self, cited: Citation, role: str, acts: tuple[tuple[str, str], ...]) -> PassageView:
        quote_ = self._quote(cited.passage)
        respect = f", {RESPECT_LABELS[cited.respect]}" if cited.respect else ""
        text = printable(cited.quote)
        return PassageView(
            quote=quote_,
            role=f"{role}{respect}",
            source=self._names[cited.source],
            text=text,
            words=first_words(text, _BEGINNING),
            href=_in_capture(cited.source, cited.start),
            acts=acts if quote_ else (),
        )

    def _quote(self, passage: str | None) -> str:
        found = self._draft.passages.get(passage or "")
        quote_ = self._draft.quoting.quote(found) if found else None
        return named(quote_) if quote_ else ""


_ROLES = {
    Role.LEAD: "words the claim",
    Role.SUPPORT: "says the same",
    Role.DIFFERS: "differs",
    Role.DETAIL: "says more",
}


def _acts(role: Role, number: int) -> Iterator[tuple[str, str]]:
    """What may be done with a passage in a role under a claim that counts so many, by the values of buttons."""
    if role is not Role.LEAD:
        yield Verb.LEAD.value, "lead"
    if role is Role.SUPPORT:
        yield Verb.DETAIL.value, "says more"
    if role in (Role.DETAIL, Role.DIFFERS):
        yield Verb.SAME.value, "says the same"
    if role is not Role.LEAD:
        yield Verb.APART.value, "apart"
    if number > (1 if role in (Role.LEAD, Role.SUPPORT) else 0):
        yield OWN, "own claim"
    yield Verb.DROP.value, "drop"


def claim_names(draft: Draft) -> tuple[tuple[str, str], ...]:
    """The claims of a draft as a list: the id of each, and its first words."""
    return tuple((claim.id, first_words(printable(claim.text), _BEGINNING)) for claim in draft.digest.claims)


def disagreements(draft: Draft) -> tuple[DisagreementView, ...]:
    """On what the sources of a draft differ."""
    names = _names(draft.digest)
    return tuple(
        DisagreementView(
            printable(one.question),
            tuple(
                (printable(side.text), ", ".join(dict.fromkeys(names[each.source] for each in side.citations)))
                for side in one.positions
            ),
        )
        for one in draft.digest.disagreements
    )


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision, and the number of its line; ``lost``: its words are not to be found."""

    number: int
    text: str
    lost: bool


def decision_rows(folder: Path, draft: Draft | None) -> tuple[DecisionRow, ...]:
    """The decisions of a story. Raises InputError where its file cannot be read."""
    found = ((one.path == draft.story.decisions_path, one.line) for one in draft.workings.rulings.lost) if draft else ()
    lost = {line for own, line in found if own}
    return tuple(DecisionRow(one.line, spell(one), one.line in lost) for one in read_decisions(folder))


def answer_rows(folder: Path) -> tuple[str, ...]:
    """The lines of what the editor has found right as it is. Raises InputError where its file cannot be read."""
    return tuple(map(spell_answer, read_answered(folder)))


@dataclass(frozen=True, slots=True)
class LayerView:
    text: str
    use: str
    reason: str
    anchor: str
    href: str  # of its claim in the outline
    words: str  # by which it is called


@dataclass(frozen=True, slots=True)
class CaptureView:
    """A capture whole. ``label`` is one that no footnote of story.md has."""

    source: str
    name: str
    path: str
    layers: tuple[LayerView, ...]
    label: str


def capture_view(draft: Draft, source: str) -> CaptureView | None:
    """The capture of a source (id) with its layers; None where the story has no such source."""
    found = next((one for one in draft.story.sources if one.id == source), None)
    if found is None:
        return None
    entries = tuple(entry for entry in draft.digest.coverage if entry.source == source)
    starts = iter(entries)
    shown_layers = tuple(
        LayerView(
            layer.text,
            layer.use,
            layer.reason,
            _place(next(starts).start) if layer.use else "",
            layer.href,
            first_words(printable(layer.text), _BEGINNING),
        )
        for layer in layers(found.capture.text, entries)
    )
    name = _names(draft.digest)[source]
    return CaptureView(source, name, found.capture.path, shown_layers, _free_label(draft, source))


def _free_label(draft: Draft, source: str) -> str:
    taken = set(_NOTED.findall(f"{draft.story.body}\n{draft.story.summary.markdown if draft.story.summary else ''}"))
    number = 1
    while f"{source}-{number}" in taken:
        number += 1
    return f"{source}-{number}"


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    href: str


def capture_links(draft: Draft) -> tuple[Link, ...]:
    """The captures of a story."""
    return tuple(Link(name, _in_capture(source)) for source, name in _names(draft.digest).items())


SIGNED = {
    EditionKind.FIRST: "published for the first time",
    EditionKind.UPDATED: "there is news",
    EditionKind.CORRECTED: "something was wrong",
    EditionKind.REFILED: "readers need not be told",
}


@dataclass(frozen=True, slots=True)
class SignView:
    """``kinds`` are those of which the next edition may be, and what each says. ``open_points`` and ``dangerous`` are
    why it cannot be signed: what has to be mended, and the questions that have to be answered. ``state`` names the
    files that the page was made of."""

    standing: str
    kinds: tuple[tuple[str, str], ...]
    signed: bool
    open_points: tuple[str, ...]
    dangerous: tuple[QuestionRow, ...]
    state: str


def sign_view(folder: Path, draft: Draft, queue: Sequence[Question]) -> SignView:
    """What is told beside the form by which a story is signed."""
    head = read_head(folder)
    rulings = draft.workings.rulings
    return SignView(
        standing=standing(folder),
        kinds=tuple(
            (kind.value, says) for kind, says in SIGNED.items() if (kind is EditionKind.FIRST) == (head is None)
        ),
        signed=head is not None,
        open_points=(*holding_lines(rulings), *map(one_line, (*rulings.unfounded, *rulings.uncited))),
        dangerous=question_rows([one for one in queue if one.ask in DANGEROUS]),
        state=inputs_hash(folder),
    )
