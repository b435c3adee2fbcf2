"""German sentences taken apart: the words between marks, and the clauses that they make.

A clause may be torn: its subject stands before an apposition and its verb behind, a relative clause comes before its
participle. Clauses are put together by their verbs: which words are finite, which are last, what opens them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.language.german.tokens import Word
from generator.language.german.verbs import is_finite, is_verb

_PARTS = frozenset(',;:()!?.-–—„“”»«"')
_WHICH = frozenset("der die das den dem deren dessen denen".split())
_SURELY_OPENS = frozenset(
    """dass daß nachdem obwohl weil wenn falls ob bevor damit sodass sofern sobald solange wonach obgleich indem
    wie""".split()
)
_ASKS = frozenset("wer was wo wann warum weshalb wieso wie welcher welche welches wohin woher".split())


@dataclass(slots=True)
class Segment:
    """The words between two marks; ``mark`` is the mark before it, None at the start."""

    words: list[Word]
    before: list[Word] = field(default_factory=list)  # the marks before it

    @property
    def finite(self) -> int | None:
        return next((i for i, word in enumerate(self.words) if is_finite(word)), None)

    @property
    def is_dependent(self) -> bool:
        """Whether a dependent clause stands here: its verb is last, and a word that opens one first."""
        at = self.finite
        if at is None or not self.words:
            return False
        first = self.words[0]
        behind = [word for word in self.words[at + 1 :] if is_verb(word) or word.tag == "PTKVZ"]
        if first.tag in ("KOUS", "PRELS", "PRELAT") or first.low in _SURELY_OPENS:
            return True
        second = self.words[1] if len(self.words) > 1 else None
        if first.tag == "APPR" and second is not None and second.tag == "PRELS":
            return True
        relates = first.low in _WHICH or (second is not None and first.tag == "APPR" and second.low in _WHICH)
        asks = first.low in _ASKS or first.tag in ("PWAV", "PWS", "PWAT")
        last = at == len(self.words) - 1 and not behind
        return (
            bool(self.before)
            and last
            and at > 0
            and (asks or (relates and len(self.words) > 1 and self._no_noun_first()))
        )

    def _no_noun_first(self) -> bool:
        """Whether "der" stands alone, as a relative pronoun does, or the verb that is last shows that it does."""
        return self.before[-1].text == "," and self.finite == len(self.words) - 1 and len(self.words) > 2

    @property
    def is_infinitive(self) -> bool:
        """Whether an infinitive with "zu" stands here, and no finite verb."""
        tags = [word.tag for word in self.words]
        to = "VV(IZU)" in tags or ("PTKZU" in tags and any(tag.endswith("(INF)") for tag in tags))
        return self.finite is None and to

    @property
    def ends_in_verb(self) -> bool:
        last = next((word for word in reversed(self.words)), None)
        return last is not None and (last.tag.endswith(("(PP)", "(INF)")) or last.tag == "PTKVZ")


@dataclass(slots=True)
class Clause:
    """A clause in the making: ``parts`` are its words and, between them, the clauses that stand inside it."""

    kind: str  # main, dependent, infinitive, fragment
    parts: list[Word | Clause]
    before: list[Word] = field(default_factory=list)
    goes_on: bool = False  # with the subject of the clause before: "das Bad schließen und das Grundstück verkaufen"

    @property
    def words(self) -> list[Word]:
        return [part for part in self.parts if isinstance(part, Word)]

    @property
    def finite(self) -> Word | None:
        return next((word for word in self.words if is_finite(word)), None)


def segments(words: Sequence[Word]) -> tuple[list[Segment], list[Word]]:
    """A sentence between its marks, and the marks at its end."""
    found = [Segment([])]
    marks: list[Word] = []
    kept = _marks_of_titles(words)
    for place, word in enumerate(words):
        if word.text in _PARTS and place not in kept and not _within(words, place):
            marks.append(word)
            continue
        joins = word.tag == "KON" and not marks and found[-1].finite is not None and _clause_follows(words, place)
        if (marks and (found[-1].words or found[-1].before)) or joins:
            found.append(Segment([], marks))
            marks = []
        elif marks:
            found[-1].before += marks
            marks = []
        found[-1].words.append(word)
    return found, marks


def _marks_of_titles(words: Sequence[Word]) -> frozenset[int]:
    """Where marks stand around a few words that are no sentence: a title, a phrase."""
    kept: set[int] = set()
    for place, word in enumerate(words):
        closing = {"„": "“", "»": "«", "“": "”", "«": "»", '"': '"'}.get(word.text)
        inner = words[place + 1 : place + 2 + _TITLE]
        end = next((i for i, one in enumerate(inner) if one.text == closing), None)
        before = words[place - 1].text if place else ""
        if (
            place in kept
            or not end
            or not place
            or before in ",:"
            or any(one.is_mark or is_finite(one) for one in inner[:end])
        ):
            continue
        kept |= {place, place + 1 + end}
    return frozenset(kept)


_TITLE = 4  # words


def _within(words: Sequence[Word], place: int) -> bool:
    """A hyphen between two words without white space."""
    if words[place].text != "-" or not 0 < place < len(words) - 1:
        return False
    return words[place - 1].end == words[place].start or words[place].end == words[place + 1].start


def _clause_follows(words: Sequence[Word], place: int) -> bool:
    """Whether "und" joins clauses: a finite verb comes before the next mark."""
    for word in words[place + 1 :]:
        if word.text in _PARTS:
            return False
        if is_finite(word):
            return True
    return False


def clauses(found: Sequence[Segment]) -> list[Clause]:
    """Segments put together to clauses: a subject and the verb behind its apposition, a verb and its far-off part."""
    made: list[Clause] = []
    for segment in found:
        kind = _kind(segment)
        comma = bool(segment.before) and all(mark.text == "," for mark in segment.before)
        dash = bool(segment.before) and all(mark.text in ",-–—()" for mark in segment.before)
        last = made[-1] if made else None
        main = next((one for one in reversed(made) if one.kind != "dependent"), None)
        if kind == "main" and _begins_with_verb(segment) and main is not None and main.kind == "fragment" and dash:
            _absorb(made, main, segment)
            main.kind = "main"
            continue
        wants = main is not None and main.kind == "main" and last is not main and comma
        if kind == "fragment" and main is not None and wants and segment.ends_in_verb and _lacks_verb(main):
            _absorb(made, main, segment)
            continue
        if (
            kind == "fragment"
            and last is not None
            and comma
            and last.kind in ("main", "fragment")
            and _is_more(segment)
        ):
            last.parts += [*segment.before, *segment.words]
            continue
        made.append(Clause(kind, list(segment.words), segment.before))
    return made


def _kind(segment: Segment) -> str:
    if segment.is_infinitive:
        return "infinitive"
    if segment.finite is None:
        return "fragment"
    return "dependent" if segment.is_dependent else "main"


def _begins_with_verb(segment: Segment) -> bool:
    return segment.finite == 0


def _is_more(segment: Segment) -> bool:
    """Whether words without a verb go on with the clause before: an apposition, a list, a day."""
    first = segment.words[0] if segment.words else None
    return first is not None and first.low not in ("so",)


def _lacks_verb(clause: Clause) -> bool:
    finite = clause.finite
    return finite is not None and not any(
        is_verb(word) or word.tag == "PTKVZ" for word in clause.words if word is not finite
    )


def _absorb(made: list[Clause], main: Clause, segment: Segment) -> None:
    """Put a segment into an earlier clause, the clauses between them inside it."""
    at = next(i for i, one in enumerate(made) if one is main)
    for inner in made[at + 1 :]:
        main.parts += [*inner.before, inner]
    del made[at + 1 :]
    main.parts += [*segment.before, *segment.words]
