"""Verbs, nouns and phrases by which a text says that somebody says something.

Classes follow what a reader must be able to tell apart: a plain statement, an allegation (the text distances itself or
the speaker accuses), a denial, and a view that is held rather than uttered.
"""

from __future__ import annotations

STATEMENT = frozenset(
    """
    say tell state announce declare add explain note stress emphasise emphasize reiterate comment remark mention report
    write tweet post confirm acknowledge admit concede affirm reaffirm insist maintain argue contend warn caution urge
    call demand ask request recommend suggest propose offer express voice convey praise condemn denounce criticise
    criticize applaud welcome thank congratulate promise pledge vow threaten predict estimate reply respond recall
    describe indicate highlight underline outline cite testify conclude disclose reveal inform quote appeal advocate
    object repeat counter protest complain joke lament apologise apologize agree advise observe assure address hail slam
    blast invite signal continue
    """.split()
)
ALLEGATION = frozenset("allege claim accuse assert purport blame charge suspect".split())
OF_ONESELF = frozenset("claim assert purport".split())  # may be said of oneself, and then accuse nobody
ACCUSES = ALLEGATION - OF_ONESELF
DENIAL = frozenset("deny refute rebut rebuff disavow".split())
# With a claim, report or allegation as their object these are denials too.
DENIAL_OF_CLAIM = frozenset("reject dismiss dispute contest disprove contradict".split())
CLAIM_NOUNS = frozenset(
    """allegation allegations accusation accusations claim claims charge charges report reports suggestion suggestions
    assertion assertions rumour rumours rumor rumors notion idea""".split()
)
VIEW = frozenset(
    "believe think fear worry hope expect view see regard consider suspect doubt feel reckon assume anticipate".split()
)

# Verbs of saying whose complement is a clause, so that a later "and he ..." may still be what the speaker says.
TAKES_CLAUSE = frozenset(
    """say tell state announce declare add explain note stress emphasise emphasize reiterate comment remark report write
    tweet confirm acknowledge admit concede affirm reaffirm insist maintain argue contend warn caution suggest propose
    predict estimate reply indicate highlight testify conclude disclose reveal claim allege assert deny believe think
    fear hope expect reckon recall repeat counter promise pledge vow threaten observe agree urge advise""".split()
)

# Only what can speak makes these verbs reports: "Lavrov highlighted", but "the visit highlights".
NEEDS_PERSON = frozenset(
    """highlight underline signal indicate suggest reveal express convey reaffirm affirm confirm describe outline report
    address offer propose recall state note demand conclude mention add maintain welcome call invite threaten promise
    estimate predict warn cite observe""".split()
)

# With a clause after them these say by themselves that their subject speaks: "the service maintains that ...".
SPEAKS_ALWAYS = frozenset(
    "maintain insist contend repeat argue allege claim announce declare complain counter add warn reiterate".split()
)

# These report only with a clause or a quotation after them: "maintained that", never "maintained ties".
NEEDS_CLAUSE = frozenset(
    """continue respond maintain add observe answer hold reply agree learn find show ask demonstrate predict
    recall disclose reveal repeat counter""".split()
)

# Subjects that speak though they name no one, and things that are said.
SPEAKERS = frozenset(
    """
        official officials analyst analysts expert experts observer observers critic critics source sources
    spokesman     spokeswoman spokesperson minister ministers president leader leaders government governments police
    prosecutors     prosecutor authorities witness witnesses diplomat diplomats lawyer lawyers lawmakers lawmaker
    senator senators     ministry department agency commission committee court judge judges parliament embassy
    military army navy company     companies union unions group groups organisation organization media newspaper
    newspapers broadcaster broadcasters     researchers researcher scientists scientist economists economist author
    authors residents resident residents'     people family relatives mother father activists activist protesters
    opposition rebels campaigners supporters     opponents allies investigators investigator doctors doctor teacher
    teachers students chairman director chief     executive executives manager coach general commander secretary
    governor mayor pope king queen premier chancellor     adviser advisers aide aides ambassador envoy delegation
    administration campaign party republicans democrats     regulators regulator firefighters rescuers officer
    officers pilot pilots survivor survivors victim victims neighbor     neighbors neighbour neighbours friend
    friends reporter reporters journalist journalists many some others both     counterpart professor attorney
    attorneys defendant player players owner founder pundits commentators historians sides nations countries parties
    neighbours allies     bank team council city watchdog institute university staff crew
    """.split()
)


def may_speak(noun: str) -> bool:
    """Whether a noun in lower case names somebody, or a body, that can say something: listed, or in -er, -ist, -man."""
    if noun in SPEAKERS:
        return True
    singular = noun.removesuffix("s")
    return len(singular) > 4 and singular.endswith(_AGENTS) and singular not in _THINGS


_AGENTS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "person", "people")
_THINGS = frozenset(
    """number letter power matter order water river winter summer corner paper offer answer center disaster factor error
    border barrier chapter weather quarter tower theater summer timber tender silver powder plaster murder
    laser layer dinner danger copper counter container computer cover cluster clutter cancer buffer boiler bumper
    december november october september ladder lumber manner monster mirror motor terror tremor horror favor harbor
    labor vapor door floor sector tractor reactor sensor indicator corridor ever never rather further either neither
    earlier sooner closer higher lower larger greater smaller bigger longer stronger older younger newer better shorter
    wider former prior major minor senior junior interior exterior superior inferior
    under over after later under another other together whether however""".split()
)
SAID_THINGS = frozenset(
    """statement statements report reports announcement allegation allegations claim claims study survey poll document
    documents article letter memo release communique declaration accusation accusations filing complaint indictment
    tweet post remarks comments testimony ruling speech dispatch findings audit images footage video data figures
    email emails message warning affidavit lawsuit petition""".split()
)


# By a speaker these say what somebody is, and of no body: two who share one need not be the same.
TITLES = frozenset(
    """minister president secretary spokesman spokeswoman spokesperson chief head director leader official chairman
    chairwoman chair mayor governor general captain officer mr mrs ms dr former""".split()
)

# With an adjective of nationality these stand for a state; "the Finnish giant" does not.
STANDS_FOR_STATE = frozenset(
    """official officials government governments authority authorities military army navy forces force troops soldiers
    side administration ministry embassy diplomat diplomats delegation leadership leader leaders media intelligence
    state regime cabinet parliament lawmakers negotiators negotiator police president premier minister ministers
    spokesman spokeswoman spokesperson ambassador envoy jets warplanes warships planes aircraft agency agencies
    counterpart counterparts foreign defense defence""".split()
)


def speech_class(lemma: str) -> str | None:
    """ "denial", "allegation", "statement" or "view" for a reporting verb's lemma, else None."""
    if lemma in DENIAL:
        return "denial"
    if lemma in ALLEGATION:
        return "allegation"
    if lemma in STATEMENT:
        return "statement"
    if lemma in VIEW:
        return "view"
    return None
