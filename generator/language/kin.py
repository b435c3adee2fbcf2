"""Words that news uses for one and the same thing: "handed over", "paid" and "changed hands"; "fire" and "blaze".

A class holds words of which one may stand for another in a report of the same event. They are not synonyms in a
dictionary's sense, and nothing is concluded from one shared class alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.language.stems import Word, stem

# Classes a line; of "let+go" both words stand within ``_REACH`` words of each other.
_CLASSES = """
begin start open launch commence originate origin
end finish conclude cease expire
close shut closure
stop halt prevent keep+from overturn scrap
pay hand+over hand give transfer deliver send supply ship provide export donate change+hands remit
money cash sum fund funds euro dollar pound ransom payment
know aware learn+of knowledge aware
board director directors management executives executive
exclude bar turn+away keep+out shut+out refuse+entry deny+entry refuse+admission
warn alert warning notify inform
fire blaze inferno flame flames
accept recognise recognize acknowledge respect concede
result outcome tally
release free let+go set+free liberate
arrest detain hold custody seize apprehend
kill die dead death deaths fatality lose+life slay
injure wound hurt injury
hospital hospitalise hospitalize
block obstruct lock chain seal
door exit
delay put+off postpone defer
repair fix overhaul maintenance
divert siphon embezzle misappropriate skim
fraud swindle scam
attack assault raid strike
shoot gun fire+shot open+fire
shell munition ammunition ordnance
weapon arm arms rifle
troop soldier military army
plane aircraft jet
ship vessel boat ferry
car vehicle
train locomotive carriage
police officer constable
worker employee staff labourer laborer personnel
lawmaker legislator mp parliamentarian
journalist reporter press
phone mobile cellphone smartphone telephone
firm company corporation
bank lender
firefighter crew
strike walkout stoppage
wage pay salary
fee price cost bill
quake earthquake tremor
flood flooding deluge
storm hurricane cyclone typhoon
rebel insurgent militant guerrilla fighter
hostage captive
captor kidnapper abductor
talk negotiation meeting discussion
deal agreement accord treaty pact
vote ballot poll election
leak spill discharge
poison contaminate pollute taint
cheat rig manipulate falsify
steal rob theft loot
buy purchase acquire acquisition takeover
sell sale
resign quit step+down
dismiss fire sack remove oust
build construct construction erect
destroy demolish wreck raze
evacuate move+out
break breach violate infringe
cause trigger source
approve clear authorise authorize permit
test inspect check examine
safe sound
cut reduce reduction slash
bribe kickback corruption
plan intend intention propose proposal
withdraw pull+out leave
reach agree sign clinch
speed velocity
ban bar+from prohibit outlaw forbid
big large huge largest biggest
home house household
ask seek request demand call+for appeal
back support endorse
estimate estimation
intervene intervention step+in
raise bring+in generate
expect due schedule
night evening
decide decision determine
earlier former previous
mistake error wrong
road street route
criticise criticize condemn denounce
fall drop decline decrease
rise grow climb increase
flee escape
reveal disclose
probe investigate investigation inquiry
brake braking
drug medicine vaccine
patient participant volunteer
side+effect reaction
"""
_REACH = 3  # words between the two of a phrase: "let them all go"


@cache
def _classes() -> tuple[dict[str, str], dict[str, tuple[tuple[str, str], ...]]]:
    single: dict[str, str] = {}
    phrases: dict[str, list[tuple[str, str]]] = {}
    for line in _CLASSES.split("\n"):
        for entry in line.split():
            name = f"={stem(line.split()[0].partition('+')[0])}"
            first, joined, second = entry.partition("+")
            if joined:
                phrases.setdefault(stem(first), []).append((second, name))
            else:
                single.setdefault(stem(first), name)
    return single, {first: tuple(rest) for first, rest in phrases.items()}


def sense(stem_of_word: str) -> str:
    """The class of a stem, which begins with "=", else the stem itself."""
    return _classes()[0].get(stem_of_word, stem_of_word)


def senses(words: Sequence[Word]) -> frozenset[str]:
    """What the content words of a text speak of, each in its class, phrases of two words in theirs."""
    found: set[str] = set()
    taken: set[int] = set()
    for i, word in enumerate(words):
        phrase = phrase_at(words, i) if word.stem in _classes()[1] else None
        if phrase is not None:
            found.add(phrase[0])
            taken.update((i, phrase[1]))
    found.update(sense(w.stem) for i, w in enumerate(words) if w.is_content and i not in taken)
    return frozenset(found)


def sense_at(words: Sequence[Word], lemma: str) -> str | None:
    """The sense of the first form of a verb among words, with its particle where both make a phrase of a class; None
    where no form of it stands there."""
    wanted = stem(lemma)
    at = next((i for i, word in enumerate(words) if word.stem == wanted), None)
    if at is None:
        return None
    phrase = phrase_at(words, at)
    return sense(wanted) if phrase is None else phrase[0]


def phrase_at(words: Sequence[Word], i: int) -> tuple[str, int] | None:
    """The class of a phrase of two words whose first stands at ``i``, and the index of the second; None for none."""
    for second, name in _classes()[1].get(words[i].stem, ()):
        for j in range(i + 1, min(len(words), i + 2 + _REACH)):
            if _is(words[j], second) and words[j].clause == words[i].clause:
                return name, j
    return None


def _is(word: Word, second: str) -> bool:
    return word.folded == second or word.stem == stem(second)
