"""Verbs of news English and their forms: enough to find the finite verb of a clause and its lemma.

Written by hand, and completed by reading which forms in news the first list missed. Regular forms are derived;
irregular ones are listed. ``NOUN_LIKE`` holds lemmas whose base and ``-s`` forms are as often nouns ("visit",
"plans"), which a clause reader has to tell apart by position.
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
    SAME = "same"  # put: base, past and participle


class VerbForm(NamedTuple):
    lemma: str
    form: Form


# A trailing "+" doubles the last consonant: plan+ -> planned.
_REGULAR = """
abandon abduct abide abolish abort absorb abstain abuse accelerate accept access accompany accomplish accord
account accumulate accuse ache achieve acknowledge acquire acquit+ act activate adapt add address adhere adjourn
adjudicate adjust administer admire admit+ admonish adopt advance advertise advise advocate affect affirm afford
aggravate agitate agree aim air alarm alert allay allege alleviate allocate allow allude ally alter amass amend
amount amplify amuse analyse analyze anger annex announce annoy answer anticipate apologise apologize appall
appeal appear applaud apply appoint appreciate apprehend approach approve argue arm arrange arrest arrive ascend
ascribe ask assail assassinate assault assemble assert assess assign assist associate assume assure attack attain
attempt attend attract attribute audit author authorise authorize avenge average avert avoid await award back
backfire backtrack baffle balance balk ban+ banish bar+ barrel barricade bash batter battle befriend beg behave
believe belittle belong bemoan benefit besiege betray bicker bill blacklist blame blast bless block blossom blur
board boast bolster bomb bombard book boost border bore borrow bother bounce bow boycott brace brag+ brand
brandish breach brew bribe brief broaden broker brush bubble bully bump burden bury calculate call calm camp
campaign cancel cap+ capitalize capitulate capture care carry carve case castigate categorize cater cause caution
cave cease celebrate censor censure center centre certify chair challenge champion change channel chant
characterise characterize charge chart chase chastise chat+ cheat check cheer chide chime choke chronicle circle
circulate circumvent cite claim clamor clamour clarify clash classify clear climb clinch clock close co-author
co-host co-operate co-ordinate coach coax code coerce coincide collaborate collapse collect collude color combat
comfort command commandeer commemorate commence commend comment commission commit+ communicate commute compare
compel+ compensate compete compile complain complete complicate comply compose compound comprehend comprise
compromise con+ conceal concede conceive concentrate concern conclude concoct concur condemn condition condone
conduct confer+ confess confide confine confirm confiscate conflict confront confuse congratulate congregate
connect conquer consent consider consist consolidate conspire constitute constrain construct consult consume
contact contain contaminate contemplate contend contest continue contract contradict contrast contribute control+
convene converge convert convey convict convince cook cool+ cooperate coordinate copy cordon correlate correspond
corroborate corrupt counsel count counter counterbalance couple court cover crack craft crash crave crawl create
credit cripple criss-cross criticise criticize critique cross crowd crown crucify crumble crush cry cuff culminate
cultivate curb curse curtail damage dance dangle dare dash date dazzle debate debut decide declare decline
decorate decrease decry dedicate deduce deem deepen deface defeat defect defend defer+ defile define deflate
defraud defuse defy degrade delay delegate delete deliberate delight deliver demand demolish demonize demonstrate
demote denounce deny depart depend depict deplete deplore deploy deport depose deposit depress deprive derail
deride derive descend describe desert deserve design designate desire despise destabilise destabilize destroy
detail detain detect deter+ deteriorate determine detonate detour devastate develop deviate devise devolve devote
diagnose dictate die differ dilate dilute diminish dine dip+ direct disable disagree disappear disappoint
disapprove disarm disband discard discern discharge discipline disclose disconnect discontinue discount discourage
discover discredit discriminate discuss disembark disguise disgust disintegrate dislike dismantle dismay dismiss
disobey disparage dispatch dispel+ dispense disperse displace display disprove dispute disqualify disregard
disrespect disrupt disseminate dissent dissolve dissuade distance distinguish distort distract distress distribute
disturb diversify divert divide divorce dock document dodge dole dominate donate doom double doubt downplay draft
drag+ drain dress drop+ drown drug dry dub+ dump dwarf dwindle earn ease echo eclipse edge edit educate effect
elaborate elect elevate elicit eliminate elude email emanate embargo embark embarrass embed embody embolden
embrace embroil emerge emigrate emit+ emphasise emphasize employ empower enable enact encompass encounter
encourage encroach end endanger endeavor endeavour endorse endure energize enforce engage engineer engulf enhance
enjoy enlarge enlist enrage enrich enroll enshrine ensue ensure entail enter entertain entice entitle entrench
enumerate envisage envision envy equal+ equate equip+ eradicate erase erect erode erupt escalate escape escort
espouse establish estimate evacuate evade evaluate evaporate evict evoke evolve exacerbate exaggerate examine
exasperate exceed exchange excite exclaim exclude excuse execute exempt exercise exert exhaust exhibit exist exit
exonerate expand expect expedite expel+ experience expire explain explode exploit explore export expose express
extend extract extradite eye fabricate face facilitate factor fade fail faint falsify falter fan+ fancy fare
fashion fathom fault favor favour fear feature feign fend fetch feud field figure file fill film finalise finalize
finance fine finger finish fire fit+ fix fizzle flag+ flank flare flash flatten flip+ flood flourish flout flow
fluctuate focus foil fold follow foment fool force forfeit forge forgo form formalise formalize formulate fortify
forward foster found fracture frame free frighten frown frustrate fuel fulfil+ fulfill fume function fund funnel
fuss gain galvanize gamble garner gasp gather gauge gaze gear generate gerrymander gesture glean gloat glow google
gossip govern grab+ grade graduate grant grapple grasp greet grieve grill grin+ grip+ groan groom ground group
grumble guarantee guard guess guide gun+ hack hail halt hammer hamper hand handcuff handle happen harass harbor
harbour harden harm harvest hasten hate haul haunt head headline heal heap heat heckle heed heighten help herald
hesitate highlight hijack hike hinder hinge hint hire hoard hole honor honour hope horrify host house hover howl
huddle hug+ hum+ humiliate hunker hunt hurl hurry identify ignite ignore illustrate imagine impact impair impart
impeach impede imperil+ implement implicate implore imply import impose impress imprison improve inaugurate
incarcerate incite include incorporate increase incur+ indicate indict induce infect infest infiltrate inflame
inflict influence inform infringe infuriate inhabit inherit initiate inject injure innovate inquire insert
insinuate insist inspect inspire install instill institute instruct insulate insult integrate intend intensify
interact intercept interest interfere interject interpret interrogate interrupt intervene interview intimidate
intrigue introduce intrude inundate invade invalidate invent invest investigate invite invoke involve irk irritate
isolate issue itemise jab+ jail jam+ jeer jeopardise jeopardize join joke jolt jostle judge juggle jump justify
kick kidnap+ kill kiss kneel knock knot label lack lambast lament land languish lapse lash last laud laugh launch
launder leak leap lease legalise legalize legislate legitimise level levy liberate license lick lift like liken
limit line linger link liquidate list listen litigate live load loathe lobby locate lock log+ long look loom
loosen loot love lower lurch lure lurk magnify mail maim maintain manage mandate maneuver manifest manipulate
manoeuvre manufacture mar+ march marginalise mark market marry marvel mask master match matter mature maximise
measure meddle mediate melt mention merge migrate mind mine mingle minimise minimize mirror misjudge misrepresent
miss mistreat mitigate mix moan mob+ mobilise mobilize mock model moderate modernise modernize modify monitor
monopolise motion motivate mount mourn mouth move mull multiply murder mute mutter nab+ name nap+ narrate narrow
navigate near necessitate need negate neglect negotiate neighbour net+ nod+ nominate normalise normalize notch
note notice notify nudge nullify number obey object oblige obliterate obscure observe obsess obstruct obtain
occupy occur+ offend offer offload offset+ omit+ ooze open operate opine oppose oppress opt orchestrate order
organise organize originate ostracise oust outlaw outline outnumber outpace outrage outweigh overhaul overlook
overrule overshadow overstate overstep overturn overwhelm owe own pace pacify pack package paint pair pan+
paralyse paralyze pardon park part participate partner pass patrol+ patronise pause pave peak peddle peek peel
pen+ penalize pepper perceive perform perish permit+ perpetrate perpetuate perplex persecute persevere persist
persuade petition phase phone photograph pick picture pierce pile pilot pin+ pinpoint pioneer pitch pivot place
plague plan+ plant play plead pledge plot+ plug+ plumb plummet plunder plunge point poison polarise polarize
police politicize poll pollute ponder pool pop+ populate portray pose position possess post postpone postulate
pound pour power practice praise pray preach precede precipitate preclude predict prefer+ prepare presage
prescribe present preserve preside press pressure presume pretend prevail prevent preview price print prioritize
privatise prize probe proceed process proclaim procure prod+ produce profess profile profit progress prohibit
project proliferate prolong promise promote prompt pronounce propagate propel+ propose prosecute prosper protect
protest provide provoke pry publicize publish pull pulse pump punch punish punt purchase purge purport pursue push
puzzle qualify quarantine quarrel quash quell quench question quip+ quiz+ quote race rack radicalize rage raid
rail rain raise rally ram+ ramp range rank rap+ rape rate ratify rattle ravage reach react reaffirm realise
realize reap reason reassert reassess reassure rebel+ rebound rebuff rebuke rebut+ recall recede receive recess
recite reckon reclaim recognise recognize recommend reconcile reconsider reconvene record recount recover recruit
rectify recur+ recuse redact redefine redirect reduce reel reelect refer+ reference reflect reform refrain refuel
refund refuse refute regain regard register regret+ regroup regulate rehearse reimburse reimpose rein reinforce
reinstate reiterate reject relate relax relay release relieve relinquish relish relocate rely remain remark remedy
remember remind remove rename render renegotiate renew renounce rent reopen reorganise repair repatriate repeal
repeat repel+ replace replay replenish reply report reposition represent repress reprimand reproduce repudiate
request require reroute reschedule rescind rescue research resemble resent reserve reshape reshuffle reside resign
resist resolve resonate resort respect respond rest restore restrain restrict result resume resurface resurrect
retail retain retaliate retire retract retrain retreat retrieve return retweet reunite revamp reveal revel revere
reverse revert review revise revisit revitalise revive revoke revolve reward rhyme ridicule rig+ rile rip+ risk
rival+ roam roar roast rob+ rock roil roll root rotate round route ruin rule rumble rupture rush sabotage sack
sacrifice safeguard sail salute salvage sanction sanitize save scale scam+ scan+ scar+ scare scatter schedule
scoff scold score scour scramble scrap+ scream screen screw scrub+ scrutinise scrutinize scupper scuttle seal
search season seat secede secure seem seethe segregate seize select sense sentence separate serve settle sever
shape share shatter shave shell shelter shield shift ship+ shock shore shorten shout shove showcase shower
shred+ shriek shrug shrug+ shun+ shutter shuttle sicken sideline sidestep sigh sight sign signal+ signify silence
simmer simplify sketch skew skid+ skip+ skyrocket slam+ slander slap+ slash slaughter slay slice slip+ slow slump
smash smear smell smile smoke smother smuggle snap+ sneak sniff snow soak soar sob+ socialize soften solicit
solidify solve soothe sort sound source span+ spar+ spark spearhead specify speculate speed spell spike spill
splash splinter sponsor spot+ spray spur+ spurn spy squabble squander squeeze stab+ stabilise stabilize staff
stage stagger stagnate stake stalk stall stamp star+ stare start starve state station stave stay steam steer stem+
step+ stifle stipulate stir+ stockpile stoke stonewall stoop stop+ store storm straddle strain strand strangle
stray stream streamline strengthen stress stretch strip+ stroke structure struggle study stuff stumble stun+ style
stymie subdue subject submit+ subpoena subsidise subsidize substantiate subvert succeed suck sue suffer suggest
sum+ summarize summon supersede supervise supplant supplement supply support suppose suppress surf surface surge
surmount surpass surprise surrender surround survey survive suspect suspend sustain swallow swamp swap+ swarm sway
sweat swell swerve swipe switch symbolise symbolize table tackle tag+ tailor taint talk tally tamper tangle tank
tap+ tape taper target tarnish task taste taunt tax tease telegraph tempt tend term terminate terrify test testify
text thank thread threaten thrive thrust thwart tick tie tighten tilt time tip+ toast toil tolerate toll tool top+
topple torch torture toss total+ touch tour tout tow trace track trade trail train trample transcend transfer+
transform transit transition transmit+ transport trap+ traumatise travel traverse treat trek+ tremble trespass
trick trigger trim+ triple triumph trouble trounce truck trust try tug+ tumble tune turn tutor tweet twist type
uncover undercount underestimate underline undermine underpin+ underscore unearth unfold unify unite unleash
unload unlock unnerve unravel unseat unveil update upend upgrade uproot urge use usher usurp utilise utilize utter
vacate vaccinate validate value vandalise vanish vary vault veer veil vent venture verify vet+ veto vie view
vilify vindicate violate visit voice volunteer vomit vote vouch vow wage wager wail wait waive walk wander wane
want ward warm warn warp warrant wash waste watch water wave waver weaken weaponize weather weigh welcome whine
whip+ whisper whistle widen wield wince wink wipe wish wither witness wonder word work worry worsen worship wound
wrangle wrap+ wreak wreck wrestle yell yield zoom
"""

_IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become;
begin began begun; bend bent bent; bet bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled;
blow blew blown; break broke broken; breed bred bred; bring brought brought; broadcast broadcast broadcast;
build built built; burn burned burned; buy bought bought; cast cast cast; catch caught caught;
choose chose chosen; cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut;
deal dealt dealt; dig dug dug; draw drew drawn; dream dreamt dreamt; drink drank drunk; drive drove driven;
eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found;
flee fled fled; fly flew flown; forbid forbade forbidden; forecast forecast forecast; foresee foresaw foreseen;
forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given;
go went gone; grow grew grown; hang hung hung; hear heard heard; hide hid hidden; hit hit hit; hold held held;
hurt hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led; leave left left; lend lent lent;
let let let; lie lied lied; lose lost lost; make made made; mean meant meant; meet met met; mislead misled misled;
mistake mistook mistaken; outdo outdid outdone; overcome overcame overcome; override overrode overridden;
oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; pay paid paid;
prove proved proven; put put put; quit quit quit; read read read; rebuild rebuilt rebuilt; ride rode ridden;
ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold;
send sent sent; set set set; shake shook shaken; shed shed shed; shine shone shone; shoot shot shot;
show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat;
sleep slept slept; slide slid slid; speak spoke spoken; spend spent spent; spin spun spun; split split split;
spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen; stick stuck stuck;
sting stung stung; strike struck struck; strive strove striven; swear swore sworn; sweep swept swept;
swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told;
think thought thought; throw threw thrown; undergo underwent undergone; understand understood understood;
undertake undertook undertaken; uphold upheld upheld; upset upset upset; wear wore worn; weave wove woven;
weep wept wept; win won won; withdraw withdrew withdrawn; withhold withheld withheld;
withstand withstood withstood; write wrote written;
"""

NOUN_LIKE = frozenset(
    """
    abandon abuse access accord account act address advance advocate aim air alarm alert ally amount anger answer
    appeal approach arm arrest assault associate attack attempt audit author average award back balance ban bar
    barrel battle bear benefit bet bid bill bind blame blast block blur board boast bomb book boost border bore
    borrow bounce bow boycott brace brag brand breach break bribe brief broadcast broker bubble bully bump burden
    burn call calm camp campaign cancel cap capture care carve case cast catch cater cause caution cave cease center
    centre chair challenge champion change channel chant charge chart chase cheat check chime chronicle circle cite
    claim clamor clash clock close coach code collapse color combat comfort command comment commission complete
    compound compromise con concern condition conduct conflict consent contact contest contract contrast control
    cool copy cordon correspond corrupt cost counsel count counter couple court cover crack craft crash crawl credit
    critique cross crowd crown cry cuff curb cut damage dance dash date deal debate debut decline decrease defeat
    delay delegate deliberate demand deposit design desire detail dictate die dig dip direct discipline disconnect
    discount disguise disgust dismay display dispute disrespect dissent distance distress distribute divorce
    document dole double doubt draft drain draw dream drink drive drop drown drug dump ease echo eclipse edge edit
    effect email embargo encounter end endeavor endeavour engineer envy equal escape escort estimate exchange excuse
    exercise exhibit exit experience export express extract eye face factor fall fan fashion fault favor favour fear
    feature feel fend feud field fight figure file film finance fine finger finish fire fix flag flash flood flow
    fly focus fold follow fool force forecast forfeit form forward found frame free frown fuel fume function fund
    funnel fuss gain gamble gasp gauge gear gesture glow gossip grade grant grasp grip groom ground group guarantee
    guard guide gun hack halt hand handcuff handle harbor harbour harm harvest hate head headline heat help hide
    highlight hijack hike hint hire hit hoard hold hole honor honour hope host house huddle hug hum hunt hurry hurt
    impact import increase influence insert institute insult interest interview invite issue jab jail jam join joke
    jolt judge jump kick kill kiss knock knot label lack land lapse last laugh launch lay lead leak leap lease level
    levy license lie lift like limit line link list live lobby lock log long look loot lower lure lurk mail mandate
    maneuver manoeuvre march mark market mask master match matter mean measure melt mention mind mine mirror mistake
    mix mob mock model moderate motion mount mouth move murder mute name nap narrow need neighbour net nod notch
    note notice number object obscure offer offset ooze open order outline outrage overhaul overturn own pace pack
    package pair pan pardon park part partner pass patrol pause pay peak peek peel pen pepper petition phase phone
    photograph pick picture pierce pile pilot pin pioneer pitch pivot place plague plan plant play plead pledge plot
    plug plumb plunge point poison police poll pool pop position post pound pour power practice praise preach
    present press pressure preview price prize probe process profile profit progress project promise protest pulse
    pump punch punt purchase push quarantine question quiz quote race rack rage raid rail rain rally ram range rank
    rap rape rate read reason rebel rebound rebuke recess record recount recruit reference reform refund refuse
    regard register regret release remark remedy rent repair repeal repeat reply report reprimand request rescue
    research reserve resort respect rest result retail retreat return retweet reverse review reward rhyme ride rig
    ring rise risk rival roam roast rock roil roll root round route ruin rule rumble run rush sabotage sack
    sacrifice sail salute sanction save scale scam scar scare schedule scoff score scrap scream screen scrub seal
    search season seat sense sentence separate set shake shape share shave shed shell shelter shield shift
    shine ship shock shoot shore shout show showcase shower shred shriek shutter shuttle sicken sideline sight sign
    signal silence sink sketch skid slap slaughter sleep slice slide slip slow slump smear smell smoke smuggle snap
    sniff snow soak soar sort sound source span spar spark spearhead speed spike spin splash split sponsor spot
    spray spread spring spy squeeze staff stage stagger stake stalk stall stamp stand star start state station stay
    steal steam stem step stick sting stir stockpile stoop stop store storm strain stream stress stretch strike
    strip stroke structure struggle study stumble style subject subpoena sue sum supplement supply support surf
    surface surge surprise survey suspect swamp swap sweat sweep swing swipe switch table tag talk tank tape taper
    target task taste taunt tax tear telegraph term test text think thread throw thrust tie time tip toast toll tool
    top torch torture toss total touch tour tow trace track trade trail train transfer transit transition transport
    trap travel treat trek trick trigger triple triumph trouble truck trust try tune turn tutor tweet twist type
    update upgrade upset use utter value vault veer veil vent venture veto view visit voice volunteer vote vow wage
    wager wail wait walk wander want ward warm warp warrant wash waste watch water wave weather weigh welcome
    whistle win wink wish witness wonder word work worry worship wound wrap wreck yield
    """.split()
)

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
    for listed in _REGULAR.split():
        lemma, doubles = listed.removesuffix("+"), listed.endswith("+")
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
        forms[lemma] = VerbForm(lemma, Form.SAME if past == lemma else Form.BASE)
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
    if stem.endswith(("anick", "imick", "affick", "itick", "icnick", "rolick")):
        return stem[:-1]
    if (stem[-1] == "l" and stem[-2] not in "aeioulr") or (stem.endswith("at") and stem[-3] not in "aeo"):
        return stem + "e"
    if stem.endswith(("iz", "is", "ut", "id", "ud", "c", "g", "v", "u")):
        return stem + "e"
    return stem


def lemma(word: str) -> str:
    """The lemma of a verb form in any case ("Denied" -> "deny"); the word in lower case where none is known."""
    folded = word.lower()
    found = lookup(folded)
    return found.lemma if found else folded
