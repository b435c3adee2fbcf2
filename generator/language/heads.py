"""Lines that head what pages put below their articles: readers' comments, other articles, the author, references."""

from __future__ import annotations

import re
from enum import Enum, auto

from generator.language.lines import Line


class Below(Enum):
    """What stands below such a head."""

    COMMENTS = auto()
    OTHER = auto()


_COMMENTS = (
    r"comments?|responses?|repl(?:y|ies)|thoughts|kommentare?|commentaires?|comentarios?|comentários?|commenti"
    r"|комментари\w+|reacties"
)
_OF_COMMENTS = re.compile(
    rf"\(?\d[\d,.]*\)? (?:user |reader )?(?:{_COMMENTS})(?: so far| (?:to|on|zu|sur|en|a|em)\b.*)?"
    r"|(?:(?:reader |user |latest |top |recent |show |view |all )?comments?(?: section)?(?: \(?\d+\)?)?"
    r"|leave a (?:reply|comment)|add (?:a |your )?comment|join the (?:discussion|conversation)"
    r"|discussion about this (?:post|podcast|video)|kommentare?|commentaires|comentarios|comentários|commenti)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"references?|bibliography|works cited|footnotes|endnotes|literature cited|sources|notes|citations|quellen"
    r"|literatur|références|referencias"
    r"|related (?:articles?|posts?|stories|content|reading|news|topics|links)"
    r"|you (?:may|might) also (?:like|be interested in|enjoy)|more (?:articles|stories|posts|news|from .{2,40})"
    r"|recommended(?: for you| reading| articles)?|(?:read|up) next|trending(?: now)?|similar articles|keep reading"
    r"|(?:latest|recent|popular) (?:articles|posts|news|stories)|most (?:popular|read)|further reading|see also"
    r"|(?:mehr|weitere) (?:zum thema|artikel|nachrichten)|das könnte sie auch interessieren|à lire aussi"
    r"|te puede interesar|leggi anche|читайте также|lees ook|leia também|czytaj też"
    r"|about (?:the |our )?(?:authors?|writers?|contributors?)"
    r"|subscribe to (?:our|the) .{0,20}newsletters?|sign up (?:for|to) .{0,30}newsletters?|newsletters?"
    r"|get .{3,60} (?:in|to) your inbox\b.{0,30}",
    re.IGNORECASE,
)
_MOST_WORDS = 30


def head_of(line: Line) -> Below | None:
    """What a line heads, None for one that heads nothing of the kind."""
    if line.size > _MOST_WORDS:
        return None
    text = line.text.strip("\t #*•·|-–—:.…»›→↓▼")
    if _OF_COMMENTS.fullmatch(text):
        return Below.COMMENTS
    return Below.OTHER if _OF_OTHERS.fullmatch(text) else None
