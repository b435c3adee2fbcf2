"""Words at the start that only join, and sentences that assert nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.language.calendar import CALENDAR
from generator.language.clauses import AUXILIARY, FINITE, MODAL, Clause, head_noun
from generator.language.platitudes import is_stock_phrase, only_they_know, speaks_for_us
from generator.language.scan import Token
from generator.language.tagger import FINITE_TAGS, Tag
from generator.passages.reading import Reading
from generator.passages.speech import Speech

_WITH_COMMA = tuple(
    tuple(phrase.split())
    for phrase in (
        "however", "moreover", "furthermore", "additionally", "nonetheless", "nevertheless", "similarly", "likewise",
        "further", "therefore", "thus", "consequently", "overall", "meanwhile", "in conclusion", "in summary",
        "in addition", "in contrast", "in turn", "in short", "in other words", "at the same time", "as a result",
        "on the other hand", "on the one hand", "by contrast", "of course", "in fact", "indeed", "finally", "besides",
        "conversely", "notably", "importantly", "to conclude", "in essence", "ultimately", "that said", "also",
        "despite this", "in spite of this", "as such", "in particular", "to be sure", "for its part", "for their part",
        "for his part", "for her part",
    )
)  # fmt: skip
_BY_FIRST_WORD = {first: tuple(p for p in _WITH_COMMA if p[0] == first) for first in {p[0] for p in _WITH_COMMA}}
_BARE = frozenset("and but yet so or".split())
# "It is important to note that" adds nothing to what follows.
_NOTE = frozenset(
    """
    note remember remember mention recognize recognise say emphasize emphasise acknowledge stress noting mentioning
    remembering
    """.split()
)
_WORTH = frozenset("important worth essential crucial noteworthy critical vital fair".split())

_EVERYBODY = frozenset("world community eyes everyone globe nobody planet".split())
_WATCHES = frozenset("watch wait look monitor follow await observe".split())
_MATTERS = frozenset("underscore highlight emphasize emphasise demonstrate underline show illustrate stress".split())
_IMPORTANCE = frozenset("importance need significance complexity complexities necessity".split())
_TEXT_WORDS = frozenset("article report piece post section guide blog essay overview".split())
_TELLS = frozenset(
    """
    examine explore discuss look explain outline cover delve provide analyze analyse review highlight
    """.split()
)
_ASKS_READER = frozenset(
    """
    click subscribe sign read share follow download join contact check visit stay get enjoy register scroll tap see
    """.split()
)
_READER = frozenset("you your yourself us newsletter".split())
# How what a page says of itself begins.
_PAGE_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "read more", "read also", "read the full", "see also", "more about", "more on this", "check back", "sign up",
        "continue reading", "click here", "click to", "follow us", "follow @", "watch live", "watch the video",
        "something went wrong", "this story is developing", "this is a developing story", "this is a breaking",
        "this story has been updated", "more to come", "stay tuned", "please try again", "please enable", "log in",
        "related :", "( related", "share this", "submit your",
        "file photo", "facebook twitter", "advertisement", "[ here", "[ read", "[ watch", "[ see", "[ sign", "[ follow",
        "figures are rounded", "note :", "correction ,", "correction :", "clarification ,", "clarification :",
        "editor note", "updates ,", "updates :",
        "source :", "sources :", "click on", "hover over", "scroll down", "listen to this", "reporting by",
        "editing by", "additional reporting", "contact us", "got a tip", "welcome to", "more :", "hint :", "check out",
        "get breaking", "get the latest", "get our", "hide caption", "toggle caption", "photos :", "image :",
    )
)  # fmt: skip
_CREDITS = (
    "toggle caption", "hide caption", "enlarge this image", "getty images", "photo by", "photo:", "image:",
    "image credit", "photo credit", "photograph:", "file photo", "in this photo", "in this image", "in this picture",
    "circles are", "bubbles are", "bars are", "dots are",
    "from left,", "from right,", "left to right", "pictured above", "(left)", "(right)",
)  # fmt: skip


_OF_PROGRAMS = ("=", ";", "()", "':", '":')


def joining_words(reading: Reading, first: int, last: int, conjunction: int) -> int:
    """Index of the first token that belongs to the assertion itself, after words that only join it to the text."""
    if reading.quoted(first):
        return first
    index = _after_appeal(reading, first + conjunction, last)
    lows = [token.low for token in reading.tokens[index : min(index + 14, last)]]
    for phrase in _BY_FIRST_WORD.get(lows[0], ()) if lows else ():
        size = len(phrase)
        if tuple(lows[:size]) == phrase and len(lows) > size and lows[size] == ",":
            index += size + 1
            break
    else:
        if (opener := _evaluates(lows)) is not None:
            index += opener
        elif (label := _label(lows)) is not None:
            index += label
        elif lows and lows[0] in _BARE and conjunction == 0 and len(lows) > 3 and tuple(lows[:2]) not in _NO_JOINT:
            index += 2 if lows[1] == "," else 1
    return after_note(reading, index, last)


def _names_an_outlet(lows: list[str]) -> bool:
    """Whether a line is a headline behind the name of its outlet: "NPR: Jobs report beats forecasts"."""
    at = lows.index(":") if ":" in lows[1:6] else 0
    first = next((place for place, low in enumerate(lows) if low[0].isalnum()), at)
    return first < at and " ".join(lows[first:at]) in _OUTLETS


_OUTLETS = frozenset(
    (
        "the hill", "npr", "cnn", "reuters", "the associated press", "ap", "afp", "bbc", "bbc news", "politico",
        "axios", "the washington post", "the new york times", "the wall street journal", "usa today", "the guardian",
        "bloomberg", "bloomberg news", "fox news", "cbs news", "abc news", "nbc news", "the atlantic", "vox", "time",
        "the daily beast", "the times", "the post", "the telegraph", "the independent", "financial times",
        "the financial times",
    )
)  # fmt: skip


def _label(lows: list[str]) -> int | None:
    """Tokens of "Why it matters: " or "Background: ", by which some outlets mark what a paragraph is for."""
    return next((len(label) + 1 for label in _LABELS if lows[: len(label) + 1] == [*label, ":"]), None)


_LABELS = tuple(
    label.split()
    for label in (
        "background", "claim", "details", "the details", "context", "the context", "driving the news", "state of play",
        "the state of play", "the big picture", "the bottom line", "why it matters", "between the lines",
        "the other side", "yes , but", "by the numbers", "worth noting", "flashback", "the latest", "what's next",
        "what's happening", "what happened", "what they're saying", "what to watch", "of note", "catch up quick",
        "zoom in", "zoom out", "reality check", "the intrigue", "how it works", "quick take", "be smart",
        "the backdrop",
    )
)  # fmt: skip
_NO_JOINT = frozenset((("so", "far"), ("so", "much"), ("so", "many"), ("so", "long"), ("so", "few"), ("so", "called")))


def _after_appeal(reading: Reading, index: int, last: int) -> int:
    """ "Let us be honest: the council ..." -> after the colon, where a clause of its own follows."""
    if index >= last or reading.tokens[index].low not in ("let", "let's"):
        return index
    for colon in range(index + 1, min(index + _LONGEST_OPENER, last - 1)):
        if reading.tokens[colon].text == ":" and reading.clause(colon + 1, last) is not None:
            return colon + 1
    return index


def _evaluates(lows: list[str]) -> int | None:
    """Tokens of "In a significant diplomatic development, ": an article, what the writer thinks of it, and its noun."""
    if lows[:2] not in (["in", "a"], ["in", "an"], ["in", "another"], ["in", "yet"]) or "," not in lows:
        return None
    comma = lows.index(",")
    plain = not any(low in _ADDS for low in lows[2:comma])
    return comma + 1 if 2 < comma <= _LONGEST_OPENER and lows[comma - 1] in _TURNS and plain else None


def _shows_an_act(tokens: Sequence[Token]) -> bool:
    """What a picture shows, in the present, on a day: "Ann Bell speaks to reporters at the gate on Friday"."""
    verbs = [token for token in tokens if token.tag in FINITE_TAGS]
    ends = [token.low for token in tokens[-6:] if token.text[0].isalnum()]
    dated = any(low in CALENDAR for low in ends)
    return dated and len(verbs) == 1 and verbs[0].tag is Tag.PRESENT and verbs[0].lemma in _PICTURED


_PICTURED = frozenset(
    """speak arrive walk listen look stand wave attend gesture hold deliver host sit greet pose board depart shake
    embrace gather march hug watch carry kneel react smile leave ride wait embark disembark salute raise sign
    point""".split()
)


def _is_caption(tokens: Sequence[Token]) -> bool:
    """What a picture shows, in the present, on a day of the past that is spelled as agencies do: "A man stands at the
    gate, Friday, March 27, 2020"."""
    lows = [token.low for token in tokens]
    dated = any(
        low.endswith("day")
        and low in CALENDAR
        and lows[at + 1 : at + 2] == [","]
        and lows[at + 2 : at + 3]
        and lows[at + 2] in CALENDAR
        for at, low in enumerate(lows)
    )
    return dated and not any(token.tag is Tag.PAST for token in tokens) and any(t.tag is Tag.PRESENT for t in tokens)


_TURNS = frozenset("development move step turn twist sign shift moment gesture surprise".split())
_ADDS = frozenset("of to from by for with at on that".split())  # "in a move to calm the markets" tells more
_LONGEST_OPENER = 7  # tokens before the comma


def after_note(reading: Reading, index: int, last: int) -> int:
    """ "It is important to note that ..." -> after "that"."""
    lows = [token.low for token in reading.tokens[index : min(index + 7, last)]]
    if len(lows) < 6 or lows[0] not in ("it", "it's"):
        return index
    if "that" in lows and set(lows) & _NOTE and set(lows) & _WORTH:
        return index + lows.index("that") + 1
    return index


def nothing_asserted(
    reading: Reading, first: int, last: int, clause: Clause | None, speech: Speech | None, quoted: bool
) -> str | None:
    """Why a passage asserts nothing, or None. In doubt it asserts something."""
    tokens = reading.tokens[first:last]
    lows = [token.low for token in tokens]
    words = [low for low in lows if low[0].isalnum()]
    if not words:
        return "no words"
    text = reading.text[tokens[0].start : tokens[-1].end].lower()
    found = _of_the_page(tokens, lows, words, text)
    if found or quoted or reading.quotes:
        return found
    if only_they_know(words):
        return "a stock phrase that tells nothing"
    if speech is not None:
        return None
    return (
        _question(lows)
        or _fragment(reading, first, last, words, clause)
        or _addresses_reader(words)
        or _announces(lows, clause)
        or _watching(reading, clause)
        or _platitude(reading, first, last, clause)
        or _stock_phrase(reading, first, last, words)
    )


def _of_the_page(tokens: Sequence[Token], lows: list[str], words: list[str], text: str) -> str | None:
    """What no writer of the article wrote as its text."""
    if (any(credit in text for credit in _CREDITS) and len(words) < 40) or _is_caption(tokens) or _shows_an_act(tokens):
        return "a picture's caption or credit"
    if any(tuple(lows[: len(phrase)]) == phrase for phrase in _PAGE_PHRASES):
        return "what the page says of itself"
    if _ASKED_FOR_COMMENT.search(text):
        return "what the outlet says of its own work"
    if _names_an_outlet(lows):
        return "a teaser of another outlet's article"
    if ("{" in text or "}" in text) and any(mark in text for mark in _OF_PROGRAMS):
        return "program text"
    return None


# "The Courier has reached out to the council for comment." That somebody "did not respond to a request" is told of that
# one, and stays.
_ASKED_FOR_COMMENT = re.compile(
    r"\b(?:reach(?:ed|es|ing)? out|contacted|approached|emailed|called|texted|messaged|asked)\b[^,;“\"]{0,120}"
    r"\bfor (?:further |additional |more |a |any )*(?:comments?|clarification|statement|response)"
    r"(?: (?:on|about|regarding)\b[^,;“\"]*)?"
    r"(?:,? (?:but|and) (?:did not|didn[’']t|has not|hasn[’']t|have not|haven[’']t|had not|hadn[’']t) "
    r"(?:immediately |yet )?(?:hear|heard|receive|received|get|got)\b[^,;“\"]*)?[.\s]*$"
)


def _question(lows: list[str]) -> str | None:
    asks = lows[-1] == "?" or (lows[-1] in '”"' and len(lows) > 1 and lows[-2] == "?")
    return "a question" if asks else None


def _stock_phrase(reading: Reading, first: int, last: int, words: list[str]) -> str | None:
    names = reading.names_in(first, last)
    if len(names) <= 1 and is_stock_phrase(words):
        return "a stock phrase that tells nothing"
    if not names and speaks_for_us(words):
        return "the writer's appeal to the readers"
    return None


def _fragment(reading: Reading, first: int, last: int, words: list[str], clause: Clause | None) -> str | None:
    if clause is not None:
        return None
    finite = sum(tag in (FINITE, AUXILIARY, MODAL) for tag in reading.tags[first:last])
    headline = words[0] == "what" and not reading.text.rstrip().endswith(".")
    if ((words[0] in _OPENS_FRAGMENT or headline) and finite == 1) or (len(words) < 6 and not finite):
        return "a fragment without a main verb"
    return None


_OPENS_FRAGMENT = frozenset("whether how why if".split())


def _addresses_reader(words: list[str]) -> str | None:
    if words[0] in _ASKS_READER and set(words) & _READER:
        return "addresses the reader"
    if words[0] in ("let", "let's"):
        return "addresses the reader"
    return None


def _announces(lows: list[str], clause: Clause | None) -> str | None:
    opening = lows[:4]
    if clause is None or clause.verb.lemma not in _TELLS | {"be"}:
        return None
    if opening[0] in ("this", "in") and any(low in _TEXT_WORDS for low in opening) and "this" in opening[:2]:
        return "announces what the article will do"
    if opening[0] in ("here", "below") and clause.verb.lemma == "be":
        return "announces what the article will do"
    if opening[0] in ("[", "(") and lows[1:2] in (["here"], ["read"], ["see"], ["watch"], ["sign"], ["more"]):
        return "what the page says of itself"
    return None


def _watching(reading: Reading, clause: Clause | None) -> str | None:
    if clause is None:
        return None
    head = head_noun(reading.tokens, reading.tags, clause.subject)
    subject = reading.tokens[head].low if head is not None else ""
    if clause.verb.lemma in _WATCHES and subject in _EVERYBODY and not reading.names_in(*clause.subject):
        return "says only that everybody is watching"
    if clause.verb.lemma == "tell" and subject == "time":
        return "says only that the future will tell"
    return None


def _platitude(reading: Reading, first: int, last: int, clause: Clause | None) -> str | None:
    if clause is None or clause.verb.lemma not in _MATTERS or reading.names_in(first, last):
        return None
    after = [token.low for token in reading.tokens[clause.verb.last : min(clause.verb.last + 4, last)]]
    if set(after) & _IMPORTANCE and not any(token.text[0].isdigit() for token in reading.tokens[first:last]):
        return "says only that something matters"
    return None
