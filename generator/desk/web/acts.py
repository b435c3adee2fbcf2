"""What a form decides, written as the commands write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.desk.answered import add_answers, remove_answer
from generator.desk.deciding import decide
from generator.desk.lines import read_file, replace_file
from generator.desk.questions import NEEDS_WORDS, Act, Question, UnclearError, Words, chosen_lines, decisions, settled
from generator.desk.rewriting import rewritten
from generator.desk.web.state import Done
from generator.desk.writing import add_decisions, remove_decision, spell
from generator.drafting import Draft
from generator.load.decisions import FILE, read_decisions
from generator.model import KINDS, Claim, Decision, Quote, Role, Verb

CHANGES = 6  # of an act, that are told
_ON_CLAIM = (Verb.LEAD, Verb.TEXT, Verb.SECTION, Verb.AFTER)  # one of each kind rules a claim
_ON_PASSAGE = (Verb.KIND, Verb.BY)  # and one of these a passage
_LISTS = (Verb.BRIEF, Verb.SUMMARY)  # and one of these a story
OWN, OUT = "own", "not-"  # acts that are several decisions, or that take one back


class RefusedError(Exception):
    """What was asked for cannot be done; the message tells why."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form."""

    fields: Mapping[str, Sequence[str]]

    def one(self, name: str) -> str:
        """The value of a field on one line, "" where it is missing."""
        return " ".join(self.raw(name).split())

    def raw(self, name: str) -> str:
        """The value of a field as it was written."""
        return next(iter(self.fields.get(name, ())), "")

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(self.fields.get(name, ()))


def named(quote: Quote) -> str:
    """A quote as the value of a field: as ``decide`` takes it."""
    return f"{quote.source}:{quote.words}"


def quote_of(value: str) -> Quote:
    """The quote that the value of a field names."""
    source, _, words = value.partition(":")
    return Quote(source, words)


def answer(folder: Path, draft: Draft, question: Question, form: Form) -> tuple[Done, Draft]:
    """Write the answer to a question; what was done, and the draft that it makes. Raises RefusedError and InputError,
    with nothing written."""
    act = next((act for act in question.acts if act.value == form.one("act") and act is not Act.STORY), None)
    if act is None:
        raise RefusedError("This question has no such answer.")
    marked = _marked(question, form)
    try:
        words = _words(question, act, marked, form) if act in NEEDS_WORDS else None
        made = tuple(replace(one, why=form.one("why")) for one in decisions(question, act, marked, words))
        found = settled(question, act, marked)
    except UnclearError:
        raise RefusedError(_unclear(act, form)) from None
    done = Done(())
    if made:
        done, draft = _decided(folder, draft, made, ())
    answers = add_answers(folder, found) if found else ()
    told = done.told or tuple(f"wrote to desk.yaml: {line}" for line in answers)
    return replace(done, answers=answers, told=told), draft


def _marked(question: Question, form: Form) -> tuple[int, ...]:
    """The lines (0-based) that are marked, known by their quotes; of numbered ones in the order of the numbers."""
    known = {named(line.quote): place for place, line in enumerate(question.lines)}
    numbered = sorted(
        (int(number), known[quote]) for quote in known if (number := form.one(f"place {quote}")).isdecimal()
    )
    return tuple(known[one] for one in form.all("mark") if one in known) + tuple(place for _, place in numbered)


def _words(question: Question, act: Act, marked: tuple[int, ...], form: Form) -> Words:
    if act is not Act.DIFFER:
        return Words(form.one(act.value))
    chosen = chosen_lines(question, act, marked)
    answers = tuple(form.one(f"answer {named(question.lines[one].quote)}") for one in chosen)
    if not all(answers):
        raise UnclearError
    return Words(form.one("differ"), answers, form.one("respect"))


def _unclear(act: Act, form: Form) -> str:
    if act is Act.DIFFER:
        return (
            "Write the question, and an answer for each passage that is ticked (for all, where none is); not all alike."
        )
    if act in NEEDS_WORDS and not form.one(act.value):
        return "Write the words first, then press the button beside them."
    return "Tick the passages that are meant, then press the button again."


def change_claim(folder: Path, draft: Draft, form: Form) -> tuple[Done, Draft]:
    """Write what the form of a claim decides. Raises as ``answer`` does."""
    claim = claim_of(draft, form.one("claim"))
    act, _, value = form.one("act").partition(" ")
    made = tuple(replace(one, why=form.one("why")) for one in _of_claim(draft, claim, act, value, form))
    return _decided(folder, draft, made, tuple(_ruled_out(draft, claim, act, made)))


def claim_of(draft: Draft, value: str) -> Claim:
    """The claim that holds the passage which a field names. Raises RefusedError where none does any more."""
    wanted = {one.id for one in draft.quoting.passages(quote_of(value))}
    for claim in draft.digest.claims:
        if claim.citations[0].passage in wanted:
            return claim
    for claim in draft.digest.claims:
        if any(one.passage in wanted for one in (*claim.citations, *claim.repeats)):
            return claim
    raise RefusedError("The claim is no longer in the draft: somebody has changed it since this page was shown.")


def counted(claim: Claim) -> tuple[str, ...]:
    """The passages (ids) that a claim counts, its lead first."""
    roles = (Role.LEAD, Role.SUPPORT)
    cited = [one for one in (*claim.citations, *claim.repeats) if one.role in roles]
    return tuple(dict.fromkeys(one.passage for one in cited if one.passage))


def _of_claim(draft: Draft, claim: Claim, act: str, value: str, form: Form) -> Iterator[Decision]:
    lead = _quote(draft, claim.citations[0].passage or "")
    given = quote_of(value)
    if act in (Verb.LEAD, Verb.DROP):
        yield Decision(Verb(act), 0, (given,))
    elif act in (Verb.APART, Verb.SAME):
        yield Decision(Verb(act), 0, (lead, given))
    elif act == Verb.DETAIL:
        yield Decision(Verb.DETAIL, 0, (given,), beside=(lead,))
    elif act == OWN:
        own = {one.id for one in draft.quoting.passages(given)}
        yield from (Decision(Verb.APART, 0, (given, _quote(draft, one))) for one in counted(claim) if one not in own)
    elif act in (Verb.TEXT, Verb.SECTION, Verb.KIND, Verb.BY):
        yield Decision(Verb(act), 0, (lead,), _value(Verb(act), form))
    elif act in ("merge", "under", "after"):
        yield _beside(draft, act, lead, form)
    elif act.removeprefix(OUT) in _LISTS:
        yield from _list(draft, Verb(act.removeprefix(OUT)), claim, not act.startswith(OUT))
    else:
        raise RefusedError("A claim has no such act.")


def _beside(draft: Draft, act: str, lead: Quote, form: Form) -> Decision:
    """What sets a claim in relation to another."""
    wanted = form.one("other")
    found = [claim for claim in draft.digest.claims if wanted and claim.id.startswith(wanted)]
    if len(found) != 1:
        raise RefusedError("Choose the other claim first, by its id.")
    other = _quote(draft, found[0].citations[0].passage or "")
    if act == "merge":
        return Decision(Verb.SAME, 0, (other, lead))
    return Decision(Verb.DETAIL if act == "under" else Verb.AFTER, 0, (lead,), beside=(other,))


def _list(draft: Draft, verb: Verb, claim: Claim, wanted: bool) -> Iterator[Decision]:
    """The claims in brief, or of the summary, with or without one; none where the list ends up empty."""
    marked = [
        one
        for one in draft.digest.claims
        if (one.in_brief if verb is Verb.BRIEF else one.id in draft.digest.summary_claims)
    ]
    kept = [one for one in marked if one.id != claim.id] + ([claim] if wanted else [])
    if not kept:
        raise RefusedError("One claim at least has to stand there: add another first.")
    yield Decision(verb, 0, tuple(_quote(draft, one.citations[0].passage or "") for one in kept))


def _value(verb: Verb, form: Form) -> str:
    value = form.one(verb.value)
    if not value and verb is not Verb.BY:
        raise RefusedError("Write the words first, then press the button beside them.")
    if verb is Verb.KIND and value not in KINDS:
        raise RefusedError("There is no such kind.")
    return value


def _quote(draft: Draft, passage: str) -> Quote:
    quote = draft.quoting.quote(draft.passages[passage])
    if quote is None:
        raise RefusedError("Its words stand twice in its source, so that no decision can name it.")
    return quote


def _ruled_out(draft: Draft, claim: Claim, act: str, made: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions that new ones take the place of: of its kind one alone can hold."""
    verbs = {one.verb for one in made}
    members = {one.passage for one in (*claim.citations, *claim.repeats)}
    for one in draft.story.decisions:
        if one.verb not in verbs:
            continue
        about = {passage.id for quote in one.quotes for passage in draft.quoting.passages(quote)}
        whole = one.verb in _ON_CLAIM and about <= members
        alone = one.verb in _ON_PASSAGE and about <= {claim.citations[0].passage}
        if one.verb in _LISTS or (about and (whole or alone)):
            yield one


def change_capture(folder: Path, draft: Draft, source: str, form: Form) -> tuple[Done, Draft]:
    """Write what is decided of words of a capture. Raises as ``answer`` does."""
    words = form.one("words")
    known = {verb.value: verb for verb in (Verb.FURNITURE, Verb.ARTICLE, Verb.DROP, Verb.KEEP)}
    verb = known.get(form.one("act"))
    if verb is None or not words:
        raise RefusedError("Select or write words of the capture first.")
    quote = draft.quoting.completed(Quote(source, words))
    if draft.quoting.anchors.span(quote) is None:
        raise RefusedError("The capture does not say these words: quote them as they stand there.")
    return _decided(folder, draft, (Decision(verb, 0, (quote,), why=form.one("why")),), ())


def _decided(folder: Path, draft: Draft, made: Sequence[Decision], released: Sequence[Decision]) -> tuple[Done, Draft]:
    """Write decisions, and take out those whose place they take, at once or not at all."""
    if {_bare(one) for one in made} & {_bare(one) for one in released}:
        raise RefusedError("This is decided already.")
    path = folder / FILE
    data = read_file(path)
    left = tuple(one for one in draft.story.decisions if one not in released)
    base = replace(draft, story=replace(draft.story, decisions=left))
    outcome = decide(folder, base, made, write=not released)
    if released:
        replace_file(path, data, rewritten(data, path, {one.line: None for one in released}, made))
    told = [f"wrote: {line}" for line in outcome.lines] + [f"in place of: {spell(one)}" for one in released]
    told += outcome.changes[:CHANGES] or ("the draft stays as it is",)
    return Done(tuple(told), decisions=outcome.lines, replaced=tuple(released)), outcome.draft


def _bare(decision: Decision) -> Decision:
    return replace(decision, line=0, why="")


def remove(folder: Path, form: Form) -> Done:
    """Take a line out of decisions.yaml or desk.yaml. Raises RefusedError where it is no longer there, and InputError
    where it cannot be told from others."""
    line = form.raw("line").strip()
    if form.one("file") != FILE:
        if not remove_answer(folder, line):
            raise RefusedError("The line is no longer there as it was shown.")
        return Done((f"taken out of desk.yaml: {line}",))
    path = folder / FILE
    data = read_file(path)
    decision = next((one for one in read_decisions(folder) if spell(one) == line), None)
    if decision is None:
        raise RefusedError("The line is no longer there as it was shown.")
    replace_file(path, data, rewritten(data, path, {decision.line: None}, ()))
    return Done((f"taken out: {line}",), replaced=(decision,))


def undo(folder: Path, done: Done) -> Done:
    """Take an act back, as far as its lines are as it wrote them."""
    back = add_decisions(folder, done.replaced) if done.replaced else ()
    gone = [line for line in done.decisions if remove_decision(folder, line)]
    gone += [line for line in done.answers if remove_answer(folder, line)]
    kept = len(done.decisions) + len(done.answers) - len(gone)
    told = [*(f"taken back: {line}" for line in gone), *(f"written again: {line}" for line in back)]
    if kept:
        told.append(f"{kept} lines are no longer as they were written, and stay")
    return Done(tuple(told))
