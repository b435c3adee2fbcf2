"""What a capture's genre makes of its passages: satire is no source of facts, opinion is somebody's, a correction is
no news."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from generator.language.quotations import outside
from generator.model import Genre, Kind, Metadata, Passage

# What editors print about their own article. It mends the article and tells nothing of its story.
_NOTE = re.compile(
    r"(?:corrections?|clarifications?|editor[’']s note|update)\b\s*(?:\([^)]{1,40}\)|,\s[^:]{1,40})?\s*:"
    r"|(?:correction|clarification|editor[’']s note)\s*$"
    r"|(?:this|an earlier version of this|a previous version of this) (?:article|story|piece|report|headline|page)"
    r" (?:was|has been|had been|is|originally|previously|incorrectly|mis\w+)",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:I|[Ww]e|[Oo]urs?|us|[Mm]y|me)\b")
# Of 150 articles of the evaluation data, chosen by seed, twelve pass all three: eleven columns and analyses, and one
# page of remarks on a hearing; of the eight that come near four are reports.
OWN_VOICE = 3  # sentences in which the writer speaks of himself or of us
OWN_SHARE = 0.06  # of the article
TOLD_SHARE = 0.3  # of the article that is told by somebody
# A column that never says "I" judges in nobody else's words; the less it reports of what others say, the fewer of its
# sentences have to. Of 280 stories of three articles (docs/evaluation.md) these find seven articles more: six columns,
# and a list of what to watch.
_JUDGES = re.compile(
    r"\b(?:should|must|ought|deserves?|of course|simply|obviously|clearly|perhaps|frankly|indeed|surely|merely|hardly"
    r"|truth|honest|wrong|right|travesty|disgrace\w*|absurd\w*|shame\w*|outrageous\w*|hypocri\w*|indefensible|nonsense"
    r"|alas|sadly|unfortunately|fortunately|ironic\w*|ridiculous\w*|terrible|horrible|awful|appalling|foolish|stupid"
    r"|pathetic|desperately|so-called|mistake|insane|no doubt|let[’']s)\b",
    re.IGNORECASE,
)
JUDGED = ((0.1, 0.2), (0.05, 0.035))  # share of the article that judges, and at most told by somebody
_CORRECTION = "a note of the editors on their own article"


def weigh_by_genre(
    passages: tuple[Passage, ...], metadata: tuple[Metadata, ...], sources: tuple[str, ...]
) -> tuple[Passage, ...]:
    """The passages as the genre of their capture lets them count. ``metadata`` stands in the order of ``sources``.

    Passages of satire are left out, each with the reason; what a columnist asserts is an assessment that the author
    makes; an editors' note is left out.
    """
    genres = dict(zip(sources, metadata, strict=True))
    own_voice = _speaking_for_themselves(passages)
    return tuple(_weigh(passage, genres[passage.source], passage.source in own_voice) for passage in passages)


def _speaking_for_themselves(passages: tuple[Passage, ...]) -> frozenset[str]:
    """Sources whose writers speak of themselves and their readers, or judge, more than a reporter does, and report what
    few say: columns that nothing in their header calls so."""
    own, judged, told, all_ = (Counter[str]() for _ in range(4))
    for passage in passages:
        if passage.omit is None and passage.language is None:
            source, plain = passage.source, outside(passage.text) if passage.torn == ("", "") else ""
            all_[source] += 1
            told[source] += passage.speaker is not None
            own[source] += bool(_SELF.search(plain))
            judged[source] += passage.speaker is None and bool(_JUDGES.search(plain))
    return frozenset(
        source
        for source, number in all_.items()
        if _is_many(own[source], number, OWN_SHARE, told[source], TOLD_SHARE)
        or any(_is_many(judged[source], number, share, told[source], most) for share, most in JUDGED)
    )


def _is_many(found: int, number: int, share: float, told: int, told_share: float) -> bool:
    return found >= OWN_VOICE and found >= share * number and told < told_share * number


def _weigh(passage: Passage, known: Metadata, own_voice: bool) -> Passage:
    if passage.omit is not None:
        return passage
    if _NOTE.match(passage.text.lstrip()):
        return replace(passage, omit=_CORRECTION)
    genre = known.genre.value if known.genre else None
    if genre == Genre.SATIRE:
        return replace(passage, omit=f"satire ({known.genre.how})" if known.genre else "satire")
    if genre == Genre.OPINION or (own_voice and genre is None):
        return _judged(passage, known.author.value if known.author else None)
    return passage


def _judged(passage: Passage, author: str | None) -> Passage:
    """A passage of opinion: what nobody else is quoted with is its author's own judgement."""
    if passage.speaker is not None:
        return replace(passage, opinion=True)
    reason = "told in a text of opinion"
    return replace(passage, opinion=True, kind=Kind.ASSESSMENT, kind_reason=reason, speaker=author)
