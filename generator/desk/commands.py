"""The commands ``decide`` and ``review``: what they are given on the command line, and what they print."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.desk.answered import add_answers
from generator.desk.deciding import decide
from generator.desk.questions import Act, Question, settled
from generator.desk.review import Review, list_questions, open_questions
from generator.desk.terminal import RealTerminal
from generator.desk.writing import last_decision, remove_decision
from generator.drafting import Draft, make_draft
from generator.errors import InputError
from generator.model import KINDS, Answer, Decision, Passage, Quote, Respect, Verb

_OK, _UNDO = "ok", "undo"
_BLOCKS = (Verb.FURNITURE, Verb.ARTICLE)  # of lines, which need not be passages
_PAIRS = (Verb.SAME, Verb.APART, Verb.AGREE)
_WORDS = (Verb.TEXT, Verb.KIND, Verb.BY, Verb.SECTION, Verb.ASK)
_BESIDE = (Verb.ALSO, Verb.DIFFERS, Verb.DETAIL, Verb.AFTER)

DECIDE = """A PASSAGE is SOURCE:words of the capture, the id of a claim or that of a passage, as explain prints them.

  same P P…              they say the same, and are one claim
  apart P P…             they never stand in one claim; of one sentence: it is parted between them
  agree P P…             they do not disagree
  lead P                 its words are the claim's
  drop P…, keep P…       it is left out, or not
  brief P…, summary P…   the claims in brief, the claims that tell the news
  furniture P…, article P…   its line is no part of the article, or is one
  text WORDS --of P      the claim in your words
  kind KIND --of P       event, statement, allegation, denial, plan, background or assessment
  by NAME --of P         who says it; "" for nobody
  section NAME --of P    the section in which its claim stands
  ask WORDS --of P       the question of a disagreement in your words
  also P… --of P         it is cited under a second claim too
  detail P… --of P       it says more on a claim, and is not counted
  differs P… --of P      it contradicts a claim, --as says in which respect
  after P --of P…        the claims of --of stand right after that of the first
  differ QUESTION --side ANSWER P… --side ANSWER P…   a disagreement, --as says in which respect
  origin SOURCE SOURCE…  they print one text
  ok QUESTION…           what review asks is right as it is
  undo                   the last line of decisions.yaml is taken out again

examples:
  python -m generator decide lavrov-pyongyang same tome:"paid a visit" informabank:"traveled to North Korea"
  python -m generator decide lavrov-pyongyang text "Sergey Lavrov visited North Korea." --of c-1a2b3c4d5e
  python -m generator decide lavrov-pyongyang by "the United States" --of bbn:2210-2325 --why "named above"
  python -m generator decide lavrov-pyongyang differ "When?" --side Thursday a:"on Thursday" --side Friday b:"on Friday"

What is written, and what changes in the draft, is printed. Nothing is written where the decision contradicts another,
where words stand in two passages or in none, and where words of yours say what no cited passage says: exit status 2."""

REVIEW = """One question a screen, one key an act; each act is written at once to decisions.yaml (or to desk.yaml, where
you find something right as it is), so that you may quit at any time, and u takes back the last one. What you answered
is not asked again. ? tells the keys. Words are written in the program that EDITOR names.

Without a terminal the questions are printed, each with the command for each of its keys.

example:
  python -m generator review lavrov-pyongyang"""


def add_decide(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command ``decide``; ``run_decide`` runs it."""
    parser = commands.add_parser(
        "decide",
        help="write a decision on a draft: same, apart, lead, drop, text and others",
        description="Write decisions on the draft of a story to its decisions.yaml, each keyed by exact quotes.",
        epilog=DECIDE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("story", metavar="STORY", help="a story's folder, or its name in content/stories")
    parser.add_argument(
        "verb", metavar="VERB", choices=[*map(str, Verb), _OK, _UNDO], help="what is decided, see below"
    )
    parser.add_argument("what", nargs="*", metavar="PASSAGE", help="passages; for some verbs words before --of")
    parser.add_argument("--of", nargs="+", metavar="PASSAGE", default=[], help="the passages that it is said of")
    parser.add_argument(
        "--as", dest="respect", choices=list(map(str, Respect)), metavar="RESPECT", help=", ".join(Respect)
    )
    parser.add_argument(
        "--side", nargs="+", action="append", metavar="PASSAGE", default=[], help="an answer, who gives it"
    )
    parser.add_argument("--why", default="", metavar="WORDS", help="your reason, which is kept with the decision")
    parser.add_argument("--try", dest="only_try", action="store_true", help="print what it would do, and write nothing")
    return parser


def add_review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command ``review``; ``run_review`` runs it."""
    parser = commands.add_parser(
        "review",
        help="answer what is open in a draft, one key an answer",
        description="Ask what the program is least sure of in the draft of a story, the costliest error first.",
        epilog=REVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("story", metavar="STORY", help="a story's folder, or its name in content/stories")
    return parser


def run_review(folder: Path, options: argparse.Namespace) -> int:
    """Review the story in a folder, or print what is open where there is no terminal. Raises InputError where the story
    cannot be read."""
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        print(list_questions(folder, options.story))
        return 0
    terminal = RealTerminal()
    with terminal.raw():
        Review(folder, terminal).run()
    return 0


def run_decide(folder: Path, options: argparse.Namespace) -> int:
    """Write the decision and print what it changes. Raises InputError, with nothing written, for one that cannot be."""
    if options.verb == _UNDO:
        return _undo(folder)
    draft = make_draft(folder)
    if options.verb == _OK:
        return _ok(folder, draft, options.what)
    outcome = decide(folder, draft, [_decision(draft, options)], write=not options.only_try)
    for line in outcome.lines:
        print(f"{'would write' if options.only_try else 'wrote'}: {line}")
    for change in outcome.changes or ("the draft stays as it is",):
        print(change)
    return 0


def _undo(folder: Path) -> int:
    line = last_decision(folder)
    if not line or not remove_decision(folder, line):
        path = (folder / "decisions.yaml").as_posix()
        raise InputError(path, "there is no decision to take back", "see git log for earlier ones")
    print(f"taken back: {line}")
    return 0


def _ok(folder: Path, draft: Draft, keys: Sequence[str]) -> int:
    found = {question.key: question for question in open_questions(folder, draft)}
    for key in keys or ("",):
        if key not in found:
            remedy = f"list them with: python -m generator review {folder.name} </dev/null"
            raise InputError(draft.story.path, f"no open question {key!r}", remedy)
    asked: list[Question] = [found[key] for key in keys]
    for line in add_answers(folder, [answer for each in asked for answer in settled(each, Act.OK, ())]):
        print(f"wrote: {line}")
    return 0


def _decision(draft: Draft, options: argparse.Namespace) -> Decision:
    """The decision that a command line says."""
    verb, what, of = Verb(options.verb), tuple(options.what), tuple(options.of)
    _refuse_options(verb, options)
    made = Decision(verb, 0, why=" ".join(options.why.split()))
    return _filled(draft, made, what, of, options)


def _filled(
    draft: Draft, made: Decision, what: tuple[str, ...], of: tuple[str, ...], options: argparse.Namespace
) -> Decision:
    verb, why = made.verb, made.why
    if verb is Verb.ORIGIN:
        known = [source.id for source in draft.story.sources]
        for name in what:
            if name not in known:
                raise InputError("decide origin", f"there is no source {name!r}", f"use {', '.join(known)}")
        return Decision(verb, 0, sources=_least(verb, what, 2), why=why)
    if verb is Verb.DIFFER:
        sides = tuple(_side(draft, words) for words in options.side)
        if len(sides) < 2 or len(what) != 1:
            raise _usage(verb, "QUESTION --side ANSWER PASSAGE --side ANSWER PASSAGE")
        return Decision(verb, 0, value=_plain(what[0]), respect=options.respect, answers=sides, why=why)
    if verb in _WORDS:
        if len(what) != 1 or not of:
            raise _usage(verb, "WORDS --of PASSAGE")
        return Decision(verb, 0, _quotes(draft, verb, of), _value(verb, what[0]), why=why)
    if verb in _BESIDE:
        if not what or not of:
            raise _usage(verb, "PASSAGE --of PASSAGE")
        stated, beside = _quotes(draft, verb, what), _quotes(draft, verb, of)
        if verb is Verb.AFTER:
            stated, beside = beside, stated
        return Decision(verb, 0, stated, beside=beside, respect=options.respect, why=why)
    return Decision(verb, 0, _quotes(draft, verb, _least(verb, what, 2 if verb in _PAIRS else 1)), why=why)


def _refuse_options(verb: Verb, options: argparse.Namespace) -> None:
    """What a verb has no use for is a slip, and not passed over."""
    takes_of = verb in _WORDS or verb in _BESIDE
    wrong = [
        name
        for name, given, taken in (
            ("--of", options.of, takes_of),
            ("--side", options.side, verb is Verb.DIFFER),
            ("--as", options.respect, verb in (Verb.DIFFER, Verb.DIFFERS)),
        )
        if given and not taken
    ]
    if wrong:
        raise InputError(f"decide {verb}", f"{wrong[0]} says nothing here", "leave it out; see decide --help")


def _least(verb: Verb, what: tuple[str, ...], count: int) -> tuple[str, ...]:
    if len(what) < count:
        raise _usage(verb, " ".join(["SOURCE" if verb is Verb.ORIGIN else "PASSAGE"] * count))
    return what


def _usage(verb: Verb, form: str) -> InputError:
    return InputError(f"decide {verb}", "something is missing, or too much", f"write decide STORY {verb} {form}")


def _value(verb: Verb, words: str) -> str:
    value = _plain(words)
    if not value and verb is not Verb.BY:
        raise InputError(f"decide {verb}", "the words are empty", "write some")
    if verb is Verb.KIND and value not in KINDS:
        raise InputError("decide kind", f"there is no kind {value!r}", f"use {', '.join(KINDS)}")
    return value


def _plain(words: str) -> str:
    return " ".join(words.split())


def _side(draft: Draft, words: Sequence[str]) -> Answer:
    answer, *passages = words
    if not passages or not answer.strip():
        raise _usage(Verb.DIFFER, "QUESTION --side ANSWER PASSAGE --side ANSWER PASSAGE")
    return Answer(_plain(answer), _quotes(draft, Verb.DIFFER, passages))


def _quotes(draft: Draft, verb: Verb, arguments: Sequence[str]) -> tuple[Quote, ...]:
    return tuple(_quote(draft, verb, argument) for argument in arguments)


def _quote(draft: Draft, verb: Verb, argument: str) -> Quote:
    """The quote that names what is meant by an argument. Raises InputError where that is nothing, or two things."""
    named = draft.passages.get(argument) or _lead(draft, argument)
    if named is not None:
        quote = draft.quoting.quote(named)
        if quote is None:
            raise InputError(
                argument, "its words stand twice in its source", "take the other out with the verb furniture"
            )
        return quote
    source, colon, words = argument.partition(":")
    known = [one.id for one in draft.story.sources]
    if not colon or source not in known:
        problem = f"there is no source {source!r}" if colon else "it names no claim and no passage"
        raise InputError(argument, problem, f"write SOURCE:words, SOURCE one of {', '.join(known)}")
    quote = draft.quoting.completed(Quote(source, _plain(words)))
    if verb not in _BLOCKS:
        _refuse_unnamed(draft, quote, argument)
    return quote


def _lead(draft: Draft, argument: str) -> Passage | None:
    """The passage that words the claim of this id, or the beginning of one."""
    if not re.fullmatch(r"c-\w+", argument):
        return None
    found = [claim for claim in draft.digest.claims if claim.id.startswith(argument)]
    if len(found) != 1:
        problem = f"{len(found)} claims begin so" if found else "there is no such claim"
        raise InputError(argument, problem, "list the claims with: python -m generator explain STORY")
    return draft.passages[found[0].citations[0].passage or ""]


def _refuse_unnamed(draft: Draft, quote: Quote, argument: str) -> None:
    try:
        found = draft.quoting.anchors.find(quote, 0)
    except InputError as error:
        raise InputError(argument, error.problem, error.remedy) from None
    if not found:
        near = draft.quoting.anchors.nearest(quote)
        told = f"; nearest is “{near}”" if near else ""
        remedy = "write words as they stand in the article"
        raise InputError(argument, f"no passage of the source says that{told}", remedy)
