"""Verbs of news English and their forms: enough to find the finite verb of a clause and its lemma.

Written by hand. Regular forms are derived; irregular ones are listed. ``NOUN_LIKE`` holds lemmas whose base and
``-s`` forms are as often nouns ("visit", "plans"), which a clause reader has to tell apart by position.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Form(StrEnum):
    BASE = "base"  # deny
    THIRD = "third"  # denies
    PAST = "past"  # gave
    PARTICIPLE = "participle"  # given
    EITHER = "either"  # denied: past or participle
    GERUND = "gerund"  # denying


class VerbForm(NamedTuple):
    lemma: str
    form: Form


# A trailing "+" doubles the last consonant: plan+ -> planned.
_REGULAR = """
abandon abduct abolish absorb accelerate accept accompany accomplish accumulate accuse achieve acknowledge acquire
activate adapt add adhere adjust administer admit+ adopt advise advocate affect affirm afford aggravate agree allege
alleviate allocate allow alter amend amount amplify analyse analyze announce annoy anticipate apologise apologize
appear applaud apply appoint appreciate apprehend approve argue arrange arrive ascend ask assassinate assemble assert
assess assign assist assume assure attain attend attract author authorise authorize avert avoid await back baffle bar+ belong
betray blame block blossom bolster boost border bother broaden bury calculate cancel capitulate carry cease celebrate
certify characterise characterize chart check circulate circumvent cite clarify classify clear climb close coincide
collaborate collapse collect commemorate commence comment commit+ communicate compare compel+ compete compile complain complete
complicate comply compose comprise conceal concede concentrate conclude condemn conduct confer+ confess confirm
confiscate confront congratulate connect conquer consider consist consolidate constitute constrain construct consult
consume contain contemplate contend continue contribute control+ convene convert convey convict convince cooperate coordinate correspond
counter counterbalance cover crack create criticise criticize cross cultivate curb curtail damage dare debate decide
declare decline decrease dedicate deem deepen defeat defend defer+ define defuse degrade delay delete deliver
demolish demonstrate denounce deny depart depend depict deploy deport depose deprive derail derive descend describe
deserve designate desire destabilise destabilize destroy detain detect deter+ deteriorate determine detonate develop devise devote
devastate die differ diminish disagree disappear disappoint disarm discard discharge disclose discontinue discourage discover
discuss dismantle dismiss dispatch disperse displace display dispute disregard disrupt dissolve distance distinguish distribute
diversify divide dominate donate double downplay draft drag+ drop+ earn ease elect elevate eliminate elude embark
embarrass embody embolden embrace emerge emphasise emphasize employ empower enable enact encompass encounter
encourage endanger endorse endure enforce engage enhance enjoy enlarge ensure entail enter entertain entitle envisage
equip+ eradicate erase erode erupt escalate escape escort establish evacuate evade evaluate evolve exacerbate examine
exceed exchange exclude execute exempt exercise exert exhaust exhibit exist expand expect expel+ expire explain explode
exploit explore export expose express extend extract extradite face facilitate fade fail falter favor favour fear feature
finalise finalize finance finish fire flee flourish focus follow forge form formulate foster frame free fuel fulfil+ fulfill
fund gain garner gather generate govern grab+ grant guarantee guard guide halt hamper hand handle happen harass harm
hasten hesitate highlight hinder hint honor honour host identify ignite ignore illustrate imagine impact impair
impede implement imply import impose impress improve include incorporate increase incur+ indicate induce inflict
inform infuriate inhabit inherit initiate injure inquire insist inspect inspire install instruct insult integrate intend
intensify interact intercept interfere interpret intervene interview introduce invade invest investigate invite invoke
involve isolate issue jail jeopardise jeopardize join justify kidnap+ kill knock label lack land lament last laugh launch
legalise legalize lift like limit link list listen live loosen lower maintain manage manipulate march mark marry mask
match mature measure mediate mention migrate mitigate mobilise mobilize modernise modernize modify monitor motivate
mount mourn move multiply murder narrow navigate necessitate need negotiate neighbour nominate normalise normalize note
notice notify nullify obey object oblige observe obstruct obtain occupy occur+ offend offer offset+ open operate oppose
order organise organize originate oust outline outweigh overhaul owe own participate pass pave peak perceive perform
permit+ persecute persist persuade pinpoint place play pledge plead point portray pose position possess postpone pour praise
predict prefer+ prepare present preserve press pressure presume prevail prevent proceed proclaim procure produce
progress prohibit project prolong promise promote prompt propel+ propose prosecute protect protest provide provoke publish
pull punish purchase pursue push qualify quell question raise range ratify reach react reaffirm realise
realize reassure rebuff rebuild rebuke recall receive reckon recognise recognize recommend reconcile reconsider record recover
recruit reduce refer+ reflect reform refrain refuse refute regain regard register regret+ regulate reinforce reiterate
reject release relocate rely remain remark remedy remember remind remove render renew renounce reopen repair repatriate
repeal repeat replace reply report represent reproduce request require rescue research resemble reserve reside resign resist
resolve respect respond restore restrain restrict result resume retain retaliate retire retreat retrieve return reveal
reverse revert review revise revive revoke reward rival+ rob+ ruin rule sabotage sail sanction save scale scrap+
search secure select sentence separate serve settle shape share shatter shift shell shelter signal+ signify
simplify skip+ slam+ slaughter slip+ smuggle solidify solve sort sound spark specify speculate sponsor stabilise stabilize stage
start starve state station stay steer stem+ stop+ strain strengthen stress struggle submit+ succeed suffer suggest summon
supervise supply support suppose suppress surge surpass surprise surrender surround survey survive suspect suspend sustain swap+
switch symbolise symbolize tackle target tend terminate test testify thank threaten tighten tolerate top+ topple
total+ touch tour trace track trade train transfer+ transform transit transmit+ transport travel treat trigger triumph try
turn unanimously uncover underline undermine underscore unify unite unravel unveil update uphold urge use utilise utilize vacate
validate value vanish vary venture verify veto view violate visit voice volunteer vote vow wage wait walk wane want warn
warrant watch weaken weigh welcome widen witness wonder work worry worsen wound wreck yield
abort accord ache allude bomb+ab bombard book brand breach brief broker campaign capture care cause caution chair challenge champion
change charge chase circle claim clash coach coerce combat command compound concern condition contact contest contract count
crash crush crucify dash date deal demand dock document dump echo embargo end endeavor endeavour envision estimate execute
fall+x favor figure film fine fix flag+ flank flow fly+x force foresee+x function gaze gauge grasp groan grip+
handcuff head heal heat help hire hope house hunt hurry infect influence insert interest interrogate invent
irk jam+ jeer jump label land lapse lash leak lease lend+x liken lobby lock long look loot lure manufacture master mean+x merge
mine miss mistreat mock name near nudge opt pack park pass patrol+ peddle phase phone pick pilot plan+ plant plot+ plunge poll
pool post pour power prize probe process profit promise pump quiz+ race rage raid rally rank rate reason rebel+ regroup rein rent rescue
resort rest retail rock roll root round rush sack scare schedule scold score screen seal seat seek+x seize
sign ship+ shock shoot+x shore shut+x shrug+ slash slow slump smash smear snap+ soar soften source span+ speed stall stamp stand+x
stockpile storm strand stumble stun+ style surface tag+ talk tax tease term thwart tie time tip+ top+ torture toss tout
trail trap+ trouble trust type unleash upgrade usher vet+ wash wish
"""

_IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; begin began begun;
bend bent bent; bet bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown;
break broke broken; breed bred bred; bring brought brought; broadcast broadcast broadcast; build built built;
burn burned burned; buy bought bought; cast cast cast; catch caught caught; choose chose chosen; cling clung clung;
come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug dug; draw drew drawn;
dream dreamt dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt;
fight fought fought; find found found; flee fled fled; fly flew flown; forbid forbade forbidden;
forecast forecast forecast; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen;
get got gotten; give gave given; go went gone; grow grew grown; hang hung hung; hear heard heard; hide hid hidden;
hit hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led; leave left left;
lend lent lent; let let let; lie lay lain; lose lost lost; make made made; mean meant meant; meet met met;
mislead misled misled; mistake mistook mistaken; oversee oversaw overseen; overcome overcame overcome;
overthrow overthrew overthrown; overtake overtook overtaken; override overrode overridden; pay paid paid;
prove proved proven; put put put; quit quit quit; read read read; rebuild rebuilt rebuilt; ride rode ridden;
ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold;
send sent sent; set set set; shake shook shaken; shed shed shed; shine shone shone; shoot shot shot; show showed shown;
shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sleep slept slept; slide slid slid;
speak spoke spoken; spend spent spent; spin spun spun; split split split; spread spread spread; spring sprang sprung;
stand stood stood; steal stole stolen; stick stuck stuck; sting stung stung; strike struck struck; strive strove striven;
swear swore sworn; sweep swept swept; swim swam swum; swing swung swung; take took taken; teach taught taught;
tear tore torn; tell told told; think thought thought; throw threw thrown; undergo underwent undergone;
understand understood understood; undertake undertook undertaken; uphold upheld upheld; upset upset upset;
wear wore worn; weave wove woven; weep wept wept; win won won; withdraw withdrew withdrawn;
withhold withheld withheld; withstand withstood withstood; write wrote written; outdo outdid outdone;
"""

NOUN_LIKE = frozenset(
    """
    abandon access accord advocate aim ally amount appeal approach arm arrest assault attack attempt author back ban
    bar battle benefit bet bid blame block bomb book boost border brand breach break brief broker broadcast build burn
    call campaign cancel capture care case cast catch cause caution center centre chair challenge champion change
    charge chart chase check circle cite claim clash close coach combat command comment compound concern condition
    conduct conflict contact contest contract control correspond cost counter count cover crack crash craft credit
    cross curb cut damage date deal debate decline decrease defeat delay demand design desire detail die display
    dispute distance distribute document double draft draw dream drink drive drop dump ease echo effect embargo end
    endeavor endeavour escape escort estimate exchange exercise exhibit experience export express extract face fail
    fall favor favour fear feature feel fight figure file film finance find fine finish fire fix flag flow fly focus
    follow force forecast form frame free fuel function fund gain gauge grant grasp grip group guarantee guard guide
    halt hand handle harm head heat help hide highlight hint hire hit hold honor honour hope host house hunt hurt
    impact import increase influence insert insult interest interview issue jail jam join judge jump keep kick kill
    knock label lack land lapse last laugh launch lay lead leak lease leave lie lift like limit line link list live
    lobby lock look loot loss lure make march mark mask master match matter mean measure mention mind mine mix mount
    move murder name narrow need neighbour note notice object offer offset open order outline own pack park pass patrol
    pause pay peak phase phone pick picture pilot pin place plan plant play plead pledge plot plunge point poll pool
    position post pound pour power praise present press pressure prize probe process produce profit progress project
    promise protest pump purchase push question race rage raid rally range rank rate reach read reason rebel rebuke
    record reform refuse regard register regret release remark remedy rent repair repeal repeat reply report request
    rescue research reserve resort respect rest result retail retreat return reverse review reward ride ring rise risk
    rival rock roll root round ruin rule run rush sack sail sale sanction save scale scare schedule score scrap screen
    seal search seat sentence separate service set shake shape share shed shell shelter shift shine ship shock shoot
    shore show sign signal sink sleep slide slip slow slump smear snap sound source span spark speed spending spin
    split sponsor spread spring stage stall stamp stand start state station stay steal stem step stick stop storm
    strain stress stretch strike struggle study style sum supply support surface surge surprise survey suspect sweep
    swing switch table tag talk target task tax term test think thought throw tie time tip top torture total touch
    tour trace track trade trail train transfer transit transport trap travel treat trigger triumph trouble trust try
    turn type update upgrade upset use value venture veto view visit voice volunteer vote vow wage wait walk want
    warrant wash watch welcome will win wish witness wonder work worry wound wreck yield
    """.split()
)

_MORE_REGULAR = """
access aim ally appeal approach arm arrest assault attack attempt ban+ battle benefit call case center centre credit craft
design detail disclose effect experience file group judge kick loss+x matter mind mix pause picture pin+ pound risk step+
study sum+ table task stretch unfold underpin+ undercut+x overlook oversee+x outpace pin+ stipulate ascribe attribute
mar+ allay assail avenge backfire balk banish befriend bemoan besiege bicker bribe bully cater censor censure chide chastise
chant cheer clamor clamour clinch coax comfort commission commute compensate compromise con+ confide conspire contaminate
contradict converge cripple culminate curse decry deduce defect defy delegate deliberate delight deliver demote deplore
deride desert despise detour deviate dictate dilute dip+ disable disband discredit disguise disintegrate dispel+ disprove
disqualify distort distract divert divorce dodge doom dwindle dwarf edge elaborate elicit emanate emigrate emit+ encroach
enlist enrage enrich enroll ensue enshrine entrench enumerate envy equal+ equate erect espouse exaggerate exonerate exclaim
expedite fabricate faint fare feign fetch finger fizzle flare flatten flout fluctuate foil foment forfeit formalise formalize
fracture frustrate gamble gasp glean gloat grapple graduate grill grumble hail harbor harbour harden haul haunt heed heighten
hijack hover hail impeach imperil+ implicate implore imprison incite inaugurate infiltrate inflame infringe innovate insulate
intimidate intrude inundate itemise jostle juggle lambast languish leap legislate legitimise levy liberate linger
liquidate litigate loathe loom lurch magnify manifest maneuver manoeuvre mandate marginalise maximise mingle minimise minimize
mirror misjudge moan modernise monopolise nab+ negate neglect nullify obscure obsess obliterate offload omit+ oppress orchestrate
outlaw outrage outnumber overrule overshadow overturn overwhelm pacify paralyse paralyze pardon partner perish perpetuate
perplex persevere phase pioneer plague plummet police polarise polarize ponder populate precede preclude presage preside
privatise probe prod+ profess proliferate propagate prosper purge purport quarrel quash quote ravage reassert reassess rebut+
recede reclaim reconvene rectify recur+ redefine redirect reelect reimburse reinstate relax relay relieve relinquish
relish reorganise repel+ replenish reposition reprimand reroute resent reshape reshuffle resonate resurface retrain reunite
revamp revel revitalise rig+ rotate rupture safeguard salute salvage scatter scramble scrutinise scrutinize scupper secede
sever shun+ sideline simmer skyrocket slander soothe spill splinter spur+ squabble squander stabilise stagnate stave stifle
stipulate straddle stray streamline strip+ subdue subsidise substantiate subvert sue supersede supplant surmount sway
swell swerve tailor taint tamper tangle tarnish tally tempt testify topple transcend transition traverse trespass trim+
trounce tumble unearth unnerve unseat uproot usurp vandalise vie vilify vindicate vouch waive wander waver wield
whip+ wipe wither worship wrangle wrestle zoom explain engulf evict echo emphasize dub+ dismay disgust diagnose
donate clarify criss-cross co-operate co-author co-host co-ordinate tweet retweet text email post google hack stream
believe love hate dislike doubt conceive guess assume deem suspect fancy envisage ache
bow brew bring+x brush bump burst+x cap+ celebrate chart chat+ cook cool+ crawl cry dance decorate dine
dress dry eye fill fit+ fold gesture greet grin+ grow+x hammer heckle hug+ hum+ hurl irritate joke kiss kneel lick load
march mention mutter nod+ paint plead print pray rain ramp rap+ rattle recount reel refuel rehearse remark replay rip+
scan+ scream seem serve shout shrug sigh smell smile smoke sneak snow sob+ spell spit+x squeeze stare stab+ stuff sweat
tap+ taste tick tilt tolerate tug+ wave whisper wrap+ yell
"""

_BE_HAVE_DO = {
    "be": VerbForm("be", Form.BASE),
    "is": VerbForm("be", Form.THIRD),
    "are": VerbForm("be", Form.THIRD),
    "am": VerbForm("be", Form.THIRD),
    "was": VerbForm("be", Form.PAST),
    "were": VerbForm("be", Form.PAST),
    "been": VerbForm("be", Form.PARTICIPLE),
    "being": VerbForm("be", Form.GERUND),
    "have": VerbForm("have", Form.BASE),
    "has": VerbForm("have", Form.THIRD),
    "had": VerbForm("have", Form.EITHER),
    "having": VerbForm("have", Form.GERUND),
    "do": VerbForm("do", Form.BASE),
    "does": VerbForm("do", Form.THIRD),
    "did": VerbForm("do", Form.PAST),
    "done": VerbForm("do", Form.PARTICIPLE),
    "doing": VerbForm("do", Form.GERUND),
}


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma + "s"


def _stem(lemma: str, doubles: bool, ending: str) -> str:
    if doubles:
        return lemma + lemma[-1] + ending
    if lemma.endswith("ie") and ending == "ing":
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + ending
    if lemma.endswith("ee") and ending == "ed":
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou" and ending == "ed":
        return lemma[:-1] + "ied"
    return lemma + ending


@cache
def _forms() -> dict[str, VerbForm]:
    """Every form of every verb listed. Where two verbs share a form, the irregular one wins."""
    forms: dict[str, VerbForm] = {}
    for listed in (_REGULAR + _MORE_REGULAR).split():
        lemma, _, mark = listed.partition("+")
        if mark:  # listed with the irregular verbs
            continue
        doubles = listed.endswith("+")
        past = _stem(lemma, doubles, "ed")
        forms.setdefault(past, VerbForm(lemma, Form.EITHER))
        if doubles or (lemma.endswith("l") and lemma[-2] in "aeiou"):  # travel: traveled and travelled
            forms.setdefault(_stem(lemma, True, "ed"), VerbForm(lemma, Form.EITHER))
            forms.setdefault(_stem(lemma, True, "ing"), VerbForm(lemma, Form.GERUND))
        forms.setdefault(_stem(lemma, doubles, "ing"), VerbForm(lemma, Form.GERUND))
        forms.setdefault(_third(lemma), VerbForm(lemma, Form.THIRD))
        forms.setdefault(lemma, VerbForm(lemma, Form.BASE))
    for entry in _IRREGULAR.replace("\n", " ").split(";"):
        if not entry.strip():
            continue
        lemma, past, participle = entry.split()
        forms[past] = VerbForm(lemma, Form.EITHER if past == participle else Form.PAST)
        if past != participle:
            forms[participle] = VerbForm(lemma, Form.PARTICIPLE)
        forms[_stem(lemma, lemma in _DOUBLING_IRREGULAR, "ing")] = VerbForm(lemma, Form.GERUND)
        forms[_third(lemma)] = VerbForm(lemma, Form.THIRD)
        forms[lemma] = VerbForm(lemma, Form.BASE)
    return forms | _BE_HAVE_DO


_DOUBLING_IRREGULAR = frozenset(
    "begin bet bid cut dig forbid forget get hit let put quit run set shed shut sit spin split swim upset win".split()
)


def lookup(word: str) -> VerbForm | None:
    """The verb of which ``word`` (lower case) is a form, or None where no listed verb has it.

    A word in ``-ed`` that is not listed counts as a regular verb if its stem is long enough to be one.
    """
    known = _forms().get(word)
    if known or not word.endswith("ed") or len(word) < 6 or word in _NOT_VERBS_IN_ED:
        return known
    return VerbForm(_guess_lemma(word), Form.EITHER)


_NOT_VERBS_IN_ED = frozenset("hundred sacred kindred hatred indeed biased beloved wicked naked rugged".split())


def _guess_lemma(word: str) -> str:
    stem = word[:-2]
    if word.endswith("ied"):
        return word[:-3] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem[-1] == "l" and stem[-2] not in "aeioulr" or stem.endswith("at") and stem[-3] not in "aeo":
        return stem + "e"
    if stem.endswith(("iz", "is", "ut", "id", "ud", "c", "g", "v", "u")):
        return stem + "e"
    return stem


def lemma(word: str) -> str:
    """The lemma of a verb form in any case ("Denied" -> "deny"); the word in lower case where none is known."""
    folded = word.lower()
    found = lookup(folded)
    return found.lemma if found else folded
