"""Who says what a passage says: the forms of attribution that news uses."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.language.calendar import WEEK
from generator.language.clauses import (
    ADVERB,
    AND,
    AUXILIARY,
    DETERMINER,
    FINITE,
    GERUND,
    MARK,
    MODAL,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    Clause,
    Verb,
    head_noun,
    holds_subject,
    read_verb,
)
from generator.language.names import NameKind
from generator.language.reporting import (
    CLAIM_NOUNS,
    DENIAL_OF_CLAIM,
    NEEDS_CLAUSE,
    NEEDS_PERSON,
    SAID_THINGS,
    SPEAKS_ALWAYS,
    TAKES_CLAUSE,
    VIEW,
    speech_class,
)
from generator.passages.reading import Reading, actor_of, can_speak


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution. ``speaker`` are tokens (None: the text names nobody), ``content`` the tokens of what is said.

    ``holds_clause`` says that the content is a clause of its own, whose verb says more than the verb of saying.
    """

    speaker: tuple[int, int] | None
    verb: str
    kind: str  # denial, allegation, statement or view
    content: tuple[int, int]
    holds_clause: bool
    rule: str


def find_speech(reading: Reading, first: int, last: int, clause: Clause | None) -> Speech | None:
    """The attribution that governs ``tokens[first:last]``, or None. ``clause`` is the main clause found there."""
    speech = (
        _according_to(reading, first, last)
        or _after_content(reading, first, last)
        or _main_verb(reading, last, clause)
        or _second_verb(reading, last, clause)
        or _before_colon(reading, first, last, clause)
        or _before_quotation(reading, first, last)
        or _relative(reading, first, last)
    )
    return None if speech and speech.speaker and speech.speaker[0] >= speech.speaker[1] else speech


ACCORDING_TO = "according to"


def _according_to(reading: Reading, first: int, last: int) -> Speech | None:
    tokens = reading.tokens
    for index in range(first, last - 2):
        if tokens[index].low == "according" and tokens[index + 1].low == "to" and not reading.quoted(index):
            end = _phrase_end(reading, index + 2, last)
            if not _is_source(reading, index + 2, end):
                continue
            content = (end + 1, last) if index <= first + 1 else (first, index)
            return Speech((index + 2, end), "say", "statement", content, True, ACCORDING_TO)
    return None


def _is_source(reading: Reading, begin: int, end: int) -> bool:
    """Whether "according to" names who says it: not in "according to gender", "according to the size of the house"."""
    if begin >= end:
        return False
    head = head_noun(reading.tokens, reading.tags, (begin, end))
    if head is None or reading.tokens[head].low in _MEASURES:
        return False
    return can_speak(reading, (begin, end)) or reading.tags[begin] == DETERMINER


_MEASURES = frozenset(
    """gender sex age size need needs number numbers rule rules law laws custom plan schedule way wishes weight height
    income rank order type kind season colour color taste""".split()
)


def _phrase_end(reading: Reading, begin: int, last: int) -> int:
    """End of a noun phrase that begins here: before a comma, a clause or a finite verb."""
    for index in range(begin, last):
        if reading.tags[index] in (RELATIVE, THAT, SUBORDINATOR, FINITE, AUXILIARY, MODAL):
            return index
        if reading.tags[index] == MARK and reading.tokens[index].text not in "-’'&./":
            return index
    return last - 1 if last > begin and reading.tokens[last - 1].text == "." else last


def _after_content(reading: Reading, first: int, last: int) -> Speech | None:
    """``"...", Ruiz said`` and ``"...", said Ruiz``: the verb of saying follows what is said."""
    tokens, tags = reading.tokens, reading.tags
    for index in range(last - 1, first + 1, -1):
        if tags[index] not in (FINITE, PARTICIPLE) or reading.quoted(index):
            continue
        verb = read_verb(tokens, tags, index, last)
        went_on = verb.lemma == "go" and verb.last < last and tokens[verb.last].low == "on"
        says = speech_class(verb.lemma) in ("statement", "allegation") and verb.lemma in _FOLLOWS
        if not (says or went_on):
            continue
        begin = _back_to_break(reading, first, index)
        if begin is None or not _ends_speech(reading, verb, last, begin):
            continue
        no_noun = all(tag == ADVERB for tag in tags[begin:index])
        speaker = _said_by(reading, begin, verb.last, last) if no_noun else (begin, index)
        if speaker is None or speaker[0] >= speaker[1]:
            continue
        while speaker[0] < speaker[1] - 1 and tags[speaker[0]] == MARK:
            speaker = (speaker[0] + 1, speaker[1])
        while speaker[1] > speaker[0] + 1 and tags[speaker[1] - 1] in (ADVERB, MARK):
            speaker = (speaker[0], speaker[1] - 1)
        if not _may_say(reading, speaker, verb.lemma) and not _ends_quotation(reading, begin - 1):
            continue
        rest = _resumed(reading, verb.last, last)
        kind = "statement" if went_on else speech_class(verb.lemma) or "statement"
        content = (first, last) if rest else (first, min(speaker[0], index) - 1)
        return Speech(speaker, verb.lemma, kind, content, True, AFTER)
    return None


_FOLLOWS = TAKES_CLAUSE | {"ask", "post", "joke", "describe", "complain", "continue", "respond"}
AFTER = "verb of saying after what is said"


def _said_by(reading: Reading, begin: int, after: int, last: int) -> tuple[int, int] | None:
    """The speaker where the verb stands right after a break: "said Ruiz", or ``"...", the note, sent today, says``."""
    end = _phrase_end(reading, after, last)
    asks = reading.tokens[after - 1].low == "asked" and _ends_quotation(reading, begin - 1)
    names_listener = reading.tokens[after - 1].low in _TO_LISTENERS and not asks
    if end > after and reading.tags[after] != PREPOSITION and not names_listener:
        closes = end >= last or reading.tags[end] in (MARK, RELATIVE)
        if not closes and _ends_quotation(reading, begin - 1):  # "said Ruiz at a meeting held in May"
            end = _before_preposition(reading, after, end)
            closes = end < last and reading.tags[end] == PREPOSITION
        end = _with_apposed_name(reading, after, end, last)
        return (after, end) if closes and reading.tags[after] in (NOUN, DETERMINER, PRONOUN) else None
    comma = next((i for i in range(begin - 2, begin - 26, -1) if i > 0 and reading.tokens[i].text == ","), None)
    if comma is None:
        return None
    start = comma
    while start > 0 and (reading.tags[start - 1] in (NOUN, DETERMINER, PREPOSITION) or _shortens(reading, start - 1)):
        start -= 1
    if not start or not (reading.tokens[start - 1].text == "," or _ends_quotation(reading, start - 1)):
        return None
    apposed = reading.tags[comma + 1] in (NOUN, DETERMINER) and reading.names_in(comma, begin - 1)
    return (start, begin - 1) if apposed else (start, comma)


def _with_apposed_name(reading: Reading, first: int, end: int, last: int) -> int:
    """ "the spokeswoman for the ministry, Lise Tanner": the end of a person's name that follows a description."""
    if end >= last or reading.tokens[end].text != "," or _is_named(reading, (first, end)):
        return end
    names = reading.names_in(end + 1, last)
    apposed = names[0] if names and names[0].first == end + 1 and names[0].kind is NameKind.PERSON else None
    return end if apposed is None else apposed.last


def _shortens(reading: Reading, index: int) -> bool:
    """Whether a full stop belongs to a title: "Sen. Ana Ruiz"."""
    return reading.tokens[index].text == "." and index > 0 and reading.tokens[index - 1].low in _TITLES


_TITLES = frozenset("sen sens rep reps gov gen lt col maj capt sgt dr prof mr mrs ms st".split())


_TO_LISTENERS = frozenset("told tells asked informed assured".split())


def _may_say(reading: Reading, speaker: tuple[int, int], lemma: str) -> bool:
    """Whether a phrase before or after "said" is a speaker. With the plainest verbs any noun is, a pronoun for a thing
    is not."""
    if lemma in _PLAIN:
        return head_noun(reading.tokens, reading.tags, speaker) is not None and reading.tokens[speaker[0]].low != "it"
    return can_speak(reading, speaker)


_PLAIN = frozenset("say tell add explain allege claim argue insist contend deny accuse".split())


def _back_to_break(reading: Reading, first: int, verb: int) -> int | None:
    """Start of the noun phrase before a verb, if a comma or quote mark closes what is said right before it."""
    for index in range(verb - 1, first, -1):
        if _within_word(reading, index):
            continue
        if reading.tokens[index].text in {",", "”", '"', "—", "–"} or reading.closes_quotation(index):
            closed = any(tag in (FINITE, AUXILIARY, MODAL) for tag in reading.tags[first:index])
            quote = _ends_quotation(reading, index) or _ends_quotation(reading, index - 1)
            return index + 1 if closed or quote else None
        if reading.tags[index] == AND and {reading.tags[index - 1], reading.tags[index + 1]} <= {NOUN, DETERMINER}:
            continue  # "Gregg and Rendell said"
        if reading.tags[index] in (FINITE, AUXILIARY, MODAL, RELATIVE, SUBORDINATOR, THAT, AND):
            return None
    return None


def _within_word(reading: Reading, index: int) -> bool:
    """Whether a mark stands between two words without a space: a slip in a name ("Mül”ler"), which closes nothing."""
    before, mark, after = reading.tokens[index - 1 : index + 2]
    joined = before.end == mark.start and mark.end == after.start
    return joined and mark.text in '”"' and before.text[-1].isalnum() and after.text[0].isalnum()


def _ends_quotation(reading: Reading, index: int) -> bool:
    return reading.tokens[index].text in {"”", '"'} or reading.closes_quotation(index)


def _ends_speech(reading: Reading, verb: Verb, last: int, begin: int) -> bool:
    """Whether nothing that could be said follows the verb: the sentence ends, or an adverbial, a listener or a comma
    comes. ``begin`` is where the words between what is said and the verb begin."""
    after = verb.last
    if begin == verb.first or after >= last:
        return True
    if _ends_quotation(reading, begin - 1) or _ends_quotation(reading, max(begin - 2, 0)):
        return reading.tags[after] != THAT
    token = reading.tokens[after]
    if token.text in {".", ",", "!", ";"} or token.text in '”"':
        return True
    silent = not any(tag in (FINITE, AUXILIARY, MODAL) for tag in reading.tags[after:last])
    if verb.lemma in ("tell", "ask"):
        return silent
    if reading.tags[after] in (PREPOSITION, SUBORDINATOR, ADVERB) or token.low in _DAYS:
        return silent or token.low in _DAYS
    return reading.tags[after] == PRONOUN


_DAYS = WEEK | {"yesterday", "today"}


def _resumed(reading: Reading, after: int, last: int) -> bool:
    """Whether what is said goes on after the verb: ``, he said, "..."``."""
    return any(reading.tokens[i].text in {"“", '"'} or reading.opens_quotation(i) for i in range(after, last))


def _main_verb(reading: Reading, last: int, clause: Clause | None) -> Speech | None:
    if clause is None or (clause.verb.planned and not clause.verb.passive):  # "will announce": not said yet
        return None
    verb, subject = clause.verb, clause.subject
    if _estimates(reading, verb, subject, last):
        return Speech(_speaker_span(reading, subject), verb.lemma, "statement", (subject[0], last), False, ESTIMATES)
    kind = _kind(reading, verb, last)
    if kind is None:
        return None
    if verb.modal and verb.lemma == "deny":
        return None  # "the bill would deny them the vote" takes it from them
    if verb.passive:
        return _passive(reading, clause, kind, last)
    has_clause = _that_follows(reading, verb.last, last)
    holds = has_clause or (verb.lemma in TAKES_CLAUSE and _clause_follows(reading, verb.last, last))
    if not _is_said(reading, clause, last, has_clause) or (kind == "view" and not holds):
        return None
    rule = f"main verb “{verb.lemma}” of its subject"
    speaker = _speaker_span(reading, subject) if subject[0] < subject[1] else None
    return Speech(speaker, verb.lemma, kind, (verb.last, last), holds, rule)


def _kind(reading: Reading, verb: Verb, last: int) -> str | None:
    """The class of a verb of saying here: to reject a claim is to deny, to deny a request is to refuse it."""
    objects = [token.low for token in reading.tokens[verb.last : verb.last + 6]]
    rejects = not CLAIM_NOUNS.isdisjoint(objects) or _rejects_what_was_said(reading, verb.last, last)
    kind = "denial" if verb.lemma in DENIAL_OF_CLAIM and rejects else speech_class(verb.lemma)
    refuses = verb.lemma == "deny" and not _REFUSED.isdisjoint(objects)
    return None if refuses or (verb.negated and kind == "allegation") else kind


def _is_said(reading: Reading, clause: Clause, last: int, has_clause: bool) -> bool:
    """Whether a verb of saying says something here, and its subject can: "maintained that", never "maintained ties"."""
    lemma, after = clause.verb.lemma, clause.verb.last
    if lemma in NEEDS_CLAUSE and not has_clause:
        return False
    if lemma == "call" and not (has_clause or _calls(reading, after, last)):
        return False
    if lemma == "offer" and reading.tags[after : after + 1] != (TO,):
        return False  # "offers an opportunity" is no speech, "offers to mediate" is
    can = can_speak(reading, clause.subject)
    if lemma in VIEW:
        return can and not clause.verb.modal
    always = lemma in SPEAKS_ALWAYS and has_clause
    return can or always or (lemma not in NEEDS_PERSON and (has_clause or lemma in _PLAIN))


ESTIMATES = "“put” a figure “at” its value"


def _estimates(reading: Reading, verb: Verb, subject: tuple[int, int], last: int) -> bool:
    """ "The spokesman put the number at 40": who puts a figure at something says how much it is."""
    if verb.lemma not in ("put", "estimate") or verb.passive or not can_speak(reading, subject):
        return False
    after = reading.tokens[verb.last : last]
    return any(a.low == "at" and b.text[0].isdigit() for a, b in pairwise(after))


def _rejects_what_was_said(reading: Reading, begin: int, last: int) -> bool:
    """ "rejected that.", "disputes this, saying ...": a pointing word and nothing else is what is rejected."""
    pointing = begin < last and reading.tokens[begin].low in _POINTING
    return pointing and (begin + 1 == last or reading.tokens[begin + 1].text in ",.;")


_POINTING = frozenset("that this".split())


def _calls(reading: Reading, begin: int, last: int) -> bool:
    """ "called for", "called the talks a success", "called the landing flawless"; "called a meeting" says nothing."""
    if begin >= last or reading.tokens[begin].low in ("for", "on", "upon"):
        return begin < last
    end = begin + 1
    while end < last and reading.tags[end] in (NOUN, GERUND) and reading.tags[end - 1] in (NOUN, GERUND, DETERMINER):
        end += 1
    only_article = end == begin + 1 and reading.tags[begin] == DETERMINER and reading.tokens[begin].low not in _IT
    if end >= last or only_article:
        return False
    judged = reading.tokens[end - 1].low.endswith(_ADJECTIVE_ENDS) and end > begin + 2
    return judged or reading.tokens[end].low in ("a", "an", "the", "“", '"')


_IT = frozenset("it this that".split())
_ADJECTIVE_ENDS = ("less", "ful", "ous", "able", "ible", "ive", "ic")


def _that_follows(reading: Reading, begin: int, last: int) -> bool:
    """ "revealed in an interview that": whether "that" comes before any other verb."""
    for index in range(begin, min(begin + 12, last)):
        if reading.tags[index] == THAT or reading.tokens[index].text in {"“", '"', ":"}:
            return True
        if reading.opens_quotation(index):
            return True
        if reading.tags[index] in (FINITE, AUXILIARY, MODAL, SUBORDINATOR) or reading.tokens[index].text == ";":
            return False
    return False


def _clause_follows(reading: Reading, begin: int, last: int) -> bool:
    """Whether a clause without "that" follows: a noun phrase and a finite verb before any break."""
    if begin < last and reading.tags[begin] in (PREPOSITION, MARK):
        return False
    for index in range(begin, last):
        if reading.tags[index] in (RELATIVE, SUBORDINATOR, AND) or reading.tokens[index].text in ",;:":
            return False
        if reading.tags[index] in (FINITE, AUXILIARY, MODAL):
            return index > begin or holds_subject(reading.tokens[index])
    return False


def _speaker_span(reading: Reading, subject: tuple[int, int]) -> tuple[int, int]:
    """The noun phrase that names a speaker, without relative clauses and what follows an apposition."""
    first, last = subject
    for index in range(first, last):
        dash = reading.tags[index] == MARK and reading.tokens[index].text in "(—–;-"
        if index > first and (reading.tags[index] == RELATIVE or dash):
            last = index
            break
        if index > first and reading.tokens[index].low in _WHEN:  # "Ruiz on Tuesday"
            last = index
            break
    commas = [index for index in range(first, last) if reading.tokens[index].text == ","]
    if commas:
        apposed = reading.names_in(commas[0], commas[1] if len(commas) > 1 else last)
        named = _is_named(reading, (first, commas[0]))
        last = (commas[1] if len(commas) > 1 else last) if apposed and not named else commas[0]
    while last > first + 1 and reading.tags[last - 1] in (MARK, "B", AND):
        last -= 1
    return first, last


def _is_named(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether a noun phrase's head is a name; that of "Norland's foreign minister" is none."""
    head = head_noun(reading.tokens, reading.tags, span)
    return head is not None and any(
        name.first <= head < name.last and not name.demonym and not reading.tokens[name.last - 1].possessive
        for name in reading.names_in(*span)
    )


# To deny one of these is to refuse it.
_REFUSED = frozenset(
    """motion motions request requests bail entry access permission appeal petition bid visa visas parole application
    asylum clemency injunction""".split()
)
_WHEN = frozenset("on during after before since amid until".split())


def _passive(reading: Reading, clause: Clause, kind: str, last: int) -> Speech | None:
    """ "was accused by Ruiz of ...", "are said to ..."."""
    verb = clause.verb
    for index in range(verb.last, min(verb.last + 12, last)):
        if reading.tokens[index].low == "by" and reading.tags[index] == PREPOSITION:
            end = _phrase_end(reading, index + 1, last)
            span = (index + 1, _before_preposition(reading, index + 1, end))
            if span[0] < span[1] and can_speak(reading, span):
                return Speech(span, verb.lemma, kind, (clause.begin, last), False, f"“{verb.lemma}” with “by”")
    if kind == "allegation":
        return Speech(None, verb.lemma, kind, (clause.begin, last), False, f"“{verb.lemma}” by nobody named")
    return None


def _before_preposition(reading: Reading, begin: int, end: int) -> int:
    for index in range(begin + 1, end):
        of_doing = index + 1 < end and reading.tags[index + 1] == GERUND  # "by Ruiz of taking bribes"
        if reading.tags[index] == PREPOSITION and (reading.tokens[index].low != "of" or of_doing):
            return index
    return end


def _second_verb(reading: Reading, last: int, clause: Clause | None) -> Speech | None:
    """ "Ruiz watches the talks and emphasizes that ...": a verb of saying joined to the main verb, same subject."""
    if clause is None or not can_speak(reading, clause.subject):
        return None
    for index in range(clause.verb.last, last - 2):
        if reading.tags[index] == THAT or reading.tokens[index].text == ";":
            return None
        if reading.tags[index] != AND or reading.tags[index + 1] not in (FINITE, AUXILIARY, PARTICIPLE):
            continue
        verb = read_verb(reading.tokens, reading.tags, index + 1, last)
        kind = speech_class(verb.lemma)
        if kind in ("statement", "allegation") and not verb.passive and verb.last < last:
            if verb.lemma in NEEDS_CLAUSE and reading.tags[verb.last] != THAT:
                continue
            span = _speaker_span(reading, clause.subject)
            return Speech(span, verb.lemma, kind, (clause.begin, last), False, f"second verb “{verb.lemma}”")
    return None


def _before_colon(reading: Reading, first: int, last: int, clause: Clause | None) -> Speech | None:
    """``Petrov: "We did not ..."`` and ``Petrov was blunt: "We did not ..."``: who stands before the colon speaks."""
    for index in range(first + 1, last):
        if reading.tokens[index].text != ":" or reading.quoted(index):
            continue
        if index + 1 < last and not reading.opens_quotation(index + 1):
            continue
        span = (first, _phrase_end(reading, first, index))
        if clause is not None and clause.verb.first < index and not reading.quoted(clause.verb.first):
            span = clause.subject
        if not first <= span[0] < span[1] <= index or not _is_somebody(reading, span):
            return None
        return Speech(span, "say", "statement", (index + 1, last), True, COLON)
    return None


COLON = "speaker before a colon"


def _is_somebody(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether a phrase is a person, a pronoun for one, or somebody who speaks without a name ("the minister")."""
    if reading.tokens[span[0]].low in ("he", "she", "they", "i", "we"):
        return span[1] == span[0] + 1
    tokens = reading.tokens[span[0] : span[1]]
    if any(token.low in SAID_THINGS or token.low in _LABELS or token.low in _DAYS for token in tokens):
        return False
    return can_speak(reading, span) or (len(tokens) <= _LONGEST_NAME and all(token.capital for token in tokens))


_LABELS = frozenset(
    "quote question answer headline related read watch update note title caption photo correction".split()
)
_LONGEST_NAME = 4  # words before a colon that may be a name nobody knows


def _before_quotation(reading: Reading, first: int, last: int) -> Speech | None:
    """``In May Ruiz said, "..."``: a name, a verb of saying, and a quotation at once."""
    for index in range(first + 3, last):
        if not reading.opens_quotation(index) or reading.tokens[index - 1].text not in ",:":
            continue
        if reading.tags[index - 2] not in (FINITE, "p"):
            continue
        verb = read_verb(reading.tokens, reading.tags, index - 2, last)
        kind = speech_class(verb.lemma)
        begin = index - 2
        while begin > first and reading.tokens[begin - 1].capital and reading.tags[begin - 1] == NOUN:
            begin -= 1
        if reading.tokens[index - 3].low in ("he", "she"):
            begin = index - 3
        if kind in ("statement", "allegation") and begin < index - 2:
            return Speech((begin, index - 2), verb.lemma, kind, (index, last), True, f"“{verb.lemma}” and a quotation")
    return None


def _relative(reading: Reading, first: int, last: int) -> Speech | None:
    """ "... by the ministry, which stated that ...": the words before "which" speak."""
    tokens, tags = reading.tokens, reading.tags
    for index in range(first + 1, last - 2):
        if tags[index] != RELATIVE or tokens[index].low not in ("who", "which") or tokens[index - 1].text != ",":
            continue
        after = index + 1
        while after < last - 1 and tags[after] == ADVERB:
            after += 1
        if tags[after] not in (FINITE, AUXILIARY):
            continue
        verb = read_verb(tokens, tags, after, last)
        kind = speech_class(verb.lemma)
        if kind not in ("statement", "allegation") or verb.last >= last or tags[verb.last] != THAT:
            continue
        begin = index - 2
        while begin > first and tags[begin - 1] in (NOUN, DETERMINER):
            begin -= 1
        if can_speak(reading, (begin, index - 1)):
            return Speech((begin, index - 1), verb.lemma, kind, (first, last), False, "“which” and a verb of saying")
    return None


def speaker_actor(reading: Reading, speech: Speech) -> str | None:
    """Canonical actor of a speaker, None where it names nobody ("officials")."""
    return None if speech.speaker is None else actor_of(reading, speech.speaker)


def released_by(reading: Reading, clause: Clause | None) -> tuple[int, int] | None:
    """The speaker of "Images released by the White House": who put out the thing that is said to show something."""
    if clause is None:
        return None
    head = head_noun(reading.tokens, reading.tags, clause.subject)
    if head is None or reading.tokens[head].low not in SAID_THINGS:
        return None
    for index in range(head + 1, clause.subject[1]):
        if reading.tokens[index].low in ("by", "from") and reading.names_in(index, clause.subject[1]):
            end = _phrase_end(reading, index + 1, clause.subject[1])
            return (index + 1, end) if end > index + 1 else None
    return None
