"""Words that carry no meaning of their own: closed classes of English, written from grammar tables."""

from __future__ import annotations

_ARTICLES = "a an the"
_PRONOUNS = """i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us
our ours ourselves they them their theirs themselves this that these those who whom whose which what one ones someone
anyone everyone something anything everything nothing each other another such same"""
_PREPOSITIONS = """about above across after against along amid amidst among around as at before behind below beneath
beside besides between beyond by despite down during except for from in inside into like near of off on onto out
outside over past per since than through throughout till to toward towards under until up upon via with within
without"""
_CONJUNCTIONS = "and or but nor so yet if because although though while whereas whether unless both either neither"
_VERBS = """am is are was were be been being do does did done doing have has had having will would shall should can
could may might must ought"""
_ADVERBS = """not no also only just very too more most much many few less least some any all there here then now again
ever never always often how when where why however meanwhile moreover furthermore additionally still even"""

STOPWORDS: frozenset[str] = frozenset(
    " ".join((_ARTICLES, _PRONOUNS, _PREPOSITIONS, _CONJUNCTIONS, _VERBS, _ADVERBS)).split()
)
