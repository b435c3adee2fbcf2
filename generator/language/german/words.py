"""German words in the words that the reading knows: closed classes in full, of the open ones what news is made of.

A line of a table is an English word and the German ones (dictionary forms) that stand for it. What is in no table keeps
its German form, and is compared as such.
"""

from __future__ import annotations

from collections.abc import Mapping


def _table(lines: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in lines.strip().splitlines():
        english, _, german = line.partition(":")
        for word in german.split():
            found.setdefault(word, english.strip())
    return found


# Saying, claiming, denying, meaning to; what tells what is planned, began, ended; what figures are told of.
VERBS = _table("""
say: sagen heißen meinen verlauten angeben
comment: äußern kommentieren
tell: erzählen schildern
report: berichten melden vermelden
express: aussprechen bekunden
speak: sprechen reden
announce: mitteilen ankündigen bekanntgeben verkünden bekanntmachen
declare: erklären
add: hinzufügen ergänzen nachschieben
explain: erläutern
note: feststellen
stress: betonen unterstreichen hervorheben
confirm: bestätigen
admit: zugeben einräumen eingestehen gestehen
acknowledge: anerkennen
insist: beharren pochen beteuern
argue: argumentieren
contend: entgegenhalten
warn: warnen
urge: drängen mahnen anmahnen
demand: fordern verlangen einfordern
seek: beantragen
ask: bitten fragen
recommend: empfehlen raten
advise: abraten
suggest: vorschlagen anregen andeuten
propose: unterbreiten
offer: anbieten bieten
praise: loben
condemn: verdammen
criticise: kritisieren bemängeln monieren rügen anprangern
welcome: begrüßen
thank: danken
promise: versprechen zusichern zusagen geloben
threaten: drohen androhen
predict: vorhersagen prognostizieren
estimate: schätzen veranschlagen beziffern
reply: antworten erwidern entgegnen
respond: reagieren
recall: erinnern
describe: beschreiben bezeichnen nennen charakterisieren
reveal: enthüllen aufdecken offenbaren
inform: informieren unterrichten
quote: zitieren
testify: aussagen bezeugen
complain: klagen beklagen beschweren
apologise: entschuldigen
agree: einigen vereinbaren zustimmen
object: widersprechen
write: schreiben
claim: behaupten
accuse: vorwerfen beschuldigen bezichtigen unterstellen anlasten
allege: mutmaßen
charge: anklagen
suspect: verdächtigen
blame: verantwortlichmachen
deny: bestreiten dementieren leugnen abstreiten verneinen
reject: zurückweisen ablehnen verwerfen abweisen
dismiss: abtun
contradict: widerlegen
believe: glauben überzeugen ausgehen
think: denken
fear: befürchten fürchten
hope: hoffen
expect: erwarten rechnen
doubt: bezweifeln zweifeln
see: sehen ansehen
know: wissen kennen
learn: erfahren
plan: planen vorhaben beabsichtigen vorsehen
want: mögen
decide: entscheiden beschließen
schedule: ansetzen anberaumen terminieren
postpone: verschieben vertagen verlegen
begin: beginnen anfangen starten anlaufen einleiten aufnehmen ausbrechen entstehen
end: enden beenden abschließen
stop: stoppen aufhören anhalten
continue: fortsetzen weitergehen fortfahren weitermachen andauern
resume: wiederaufnehmen
cancel: absagen streichen
suspend: aussetzen
close: schließen sperren verschließen versperren zusperren
open: öffnen aufmachen eröffnen
die: sterben umkommen verunglücken erliegen
kill: töten umbringen erschießen ermorden
injure: verletzen verwunden
rescue: retten bergen
evacuate: evakuieren räumen
arrest: festnehmen verhaften inhaftieren
release: freilassen entlassen
acquit: freisprechen
convict: verurteilen
investigate: ermitteln untersuchen
inspect: prüfen überprüfen kontrollieren begutachten
search: suchen durchsuchen fahnden
find: finden auffinden entdecken befinden
lose: verlieren einbüßen
win: gewinnen siegen
beat: schlagen besiegen
rise: steigen ansteigen zunehmen anwachsen klettern zulegen
fall: fallen sinken abnehmen zurückgehen nachgeben einbrechen schrumpfen
raise: erhöhen anheben
reduce: senken verringern reduzieren kürzen verkleinern
cost: kosten
pay: zahlen bezahlen auszahlen
earn: verdienen
buy: kaufen erwerben übernehmen
sell: verkaufen veräußern
sign: unterzeichnen unterschreiben
approve: genehmigen billigen verabschieden bewilligen ratifizieren
pass: passieren
support: unterstützen befürworten
vote: abstimmen wählen
be true: stimmen zutreffen
resign: zurücktreten
leave: verlassen
remain: bleiben verbleiben
stay: aufhalten
come: kommen
go: gehen
arrive: ankommen eintreffen anreisen
travel: reisen
visit: besuchen
meet: treffen zusammentreffen zusammenkommen
negotiate: verhandeln weiterverhandeln
strike: streiken
protest: protestieren demonstrieren
join: teilnehmen beteiligen
block: blockieren
attack: angreifen überfallen attackieren
shoot: schießen
destroy: zerstören vernichten
damage: beschädigen
burn: brennen abbrennen niederbrennen
cause: verursachen auslösen
prevent: verhindern
allow: erlauben zulassen gestatten
ban: verbieten untersagen
exclude: ausschließen
recall: zurückrufen zurückholen
replace: austauschen umtauschen ersetzen
detach: lösen
steal: stehlen entwenden erbeuten
defraud: betrügen
embezzle: veruntreuen unterschlagen
falsify: fälschen
delete: löschen
conceal: verheimlichen verschweigen vertuschen
ignore: ignorieren missachten
use: nutzen benutzen verwenden gebrauchen
build: bauen errichten
repair: reparieren instandsetzen
deliver: liefern ausliefern
send: schicken senden entsenden
give: geben vergeben
take: nehmen
bring: bringen
get: bekommen kriegen
receive: erhalten empfangen
hold: halten abhalten
happen: geschehen ereignen
show: zeigen hervorgehen vorliegen
appear: erscheinen auftreten
seem: scheinen wirken
mean: bedeuten
make: machen
do: tun
have: verfügen besitzen haben
work: arbeiten
employ: beschäftigen
fight: kämpfen bekämpfen
flee: fliehen flüchten
return: zurückkehren
join: beitreten anschließen
move: wechseln umziehen ziehen
hire: verpflichten einstellen anheuern
dismiss: feuern
introduce: vorstellen
train: trainieren
play: spielen
lead: führen leiten
help: helfen
hear: hören anhören vernehmen
appeal: berufen
accept: akzeptieren hinnehmen annehmen
fail: scheitern misslingen
succeed: gelingen
survive: überleben
disappear: verschwinden
be: betragen sein
lie: liegen
stand: stehen
belong: gehören
need: brauchen benötigen
lay: legen
try: versuchen probieren
lack: fehlen mangeln
re-elect: wiederwählen
collapse: einstürzen zusammenbrechen
crash: abstürzen
collide: kollidieren zusammenstoßen zusammenprallen
derail: entgleisen
drown: ertrinken
unload: entladen ausladen
hurt: schaden
clean: reinigen säubern
demolish: abreißen
cut: abbauen
check: checken
measure: messen
reach: erreichen
change: ändern verändern
abstain: enthalten
trick: täuschen
exist: bestehen existieren
contain: beinhalten umfassen
live: leben wohnen
suffice: ausreichen reichen
present: vorlegen präsentieren vorführen
fire: abfeuern abschießen
expire: auslaufen ablaufen
cancel: ausfallen
appeal: aufrufen appellieren auffordern
clarify: klarstellen klären
remove: abberufen absetzen entfernen abziehen
sue: verklagen
observe: einhalten beachten
follow: folgen
score: erzielen
wait: warten
count: zählen auszählen
develop: entwickeln
run: laufen rennen betreiben
drive: fahren
fly: fliegen
land: landen
seek: anstreben
refuse: weigern verweigern
violate: verstoßen brechen
promote: fördern
finance: finanzieren
invest: investieren
spend: ausgeben
save: sparen einsparen
owe: schulden
produce: herstellen produzieren
publish: veröffentlichen publizieren herausgeben
discuss: diskutieren besprechen beraten erörtern
serve: dienen
name: benennen ernennen
form: bilden
found: gründen
shut: stilllegen
evict: vertreiben
flood: überschwemmen überfluten
hit: rammen
explode: explodieren
escape: entkommen entgehen
hide: verstecken
store: lagern speichern
search: absuchen
treat: behandeln versorgen
infect: infizieren anstecken
vaccinate: impfen
examine: betrachten
assume: vermuten
concern: betreffen angehen
last: dauern
waive: verzichten
contest: anfechten
suffer: leiden erleiden
grow: wachsen
lower: herabsetzen
withdraw: zurückziehen
deploy: stationieren
occupy: besetzen
shell: beschießen bombardieren
defend: verteidigen
hand: übergeben überreichen
celebrate: feiern
honour: ehren
transfer: überweisen übertragen
misuse: missbrauchen
abuse: misshandeln
let: lassen
feel: fühlen spüren
look: aussehen schauen blicken
wish: wünschen
force: zwingen
connect: verbinden
compare: vergleichen
""")

# Of these the perfect is made with "sein" though they are no passive: "sind gestorben".
WITH_SEIN = frozenset(
    """sterben kommen umkommen gehen fahren fliegen laufen steigen ansteigen sinken fallen zurückgehen ausbrechen
    entstehen entgleisen abstürzen einstürzen zurücktreten zurückkehren ankommen eintreffen anreisen reisen abreisen
    fliehen flüchten bleiben verbleiben sein werden geschehen passieren verschwinden scheitern gelingen misslingen
    erscheinen auftreten einbrechen zusammenbrechen ertrinken verunglücken erliegen wachsen anwachsen schrumpfen
    klettern folgen treten ziehen umziehen aufsteigen absteigen eintreten beitreten ausscheiden aufwachen wandern
    kollidieren zusammenstoßen zusammenprallen zusammenkommen explodieren platzen brechen geraten verlorengehen
    eingehen vorgehen
    untergehen aufbrechen ausreisen einreisen anlaufen starten""".split()
)

NOUNS = _table("""
person: Mensch Person Teilnehmer Teilnehmerin Betroffene
man: Mann
woman: Frau
child: Kind
girl: Mädchen
boy: Junge
mother: Mutter
father: Vater
family: Familie
resident: Bewohner Anwohner Einwohner
passenger: Passagier Fahrgast Insasse Reisende
worker: Arbeiter Beschäftigte Mitarbeiter Arbeitnehmer Angestellte
staff: Belegschaft Personal
employee: Bedienstete
victim: Opfer
dead: Tote Todesopfer
death: Tod
injured: Verletzte
injury: Verletzung
missing: Vermisste
suspect: Verdächtige Tatverdächtige Beschuldigte
defendant: Angeklagte
client: Mandant
witness: Zeuge Zeugin Augenzeuge Zeug
police: Polizei
officer: Polizist Polizistin Beamte Beamter
firefighter: Feuerwehr Feuerwehrmann Feuerwehrleute Einsatzkraft Rettungskraft
soldier: Soldat
prosecutor: Staatsanwaltschaft Staatsanwalt Staatsanwältin Anklage Oberstaatsanwalt Oberstaatsanwältin
investigator: Ermittler Ermittlerin Fahnder
investigation: Ermittlung Untersuchung Ermittlungsverfahren Nachforschung
court: Gericht Kammer
judge: Richter Richterin
lawyer: Anwalt Anwältin Rechtsanwalt Rechtsanwältin Verteidiger Verteidigerin Jurist
defence: Verteidigung
trial: Prozess Verfahren Hauptverhandlung
verdict: Urteil
sentence: Strafe
prison sentence: Haftstrafe Gefängnisstrafe Freiheitsstrafe
acquittal: Freispruch
prison: Haft Gefängnis
appeal: Revision Berufung Einspruch Rechtsmittel
charge: Anklagepunkt
suspicion: Verdacht
killing: Tötung
murder: Mord
fraud: Betrug
corruption: Korruption Bestechlichkeit
bribery: Bestechung
embezzlement: Untreue Veruntreuung Unterschlagung
theft: Diebstahl
allegation: Vorwurf Anschuldigung Beschuldigung Unterstellung
claim: Behauptung
report: Bericht Meldung
rumour: Gerücht
statement: Aussage Erklärung Stellungnahme Mitteilung
letter: Brief Schreiben
message: Nachricht
email: Mail E-Mail
study: Studie
survey: Umfrage
document: Dokument Unterlage
evidence: Beweis Beleg
warning: Warnung
demand: Forderung
offer: Angebot
proposal: Vorschlag
plan: Plan Vorhaben
decision: Entscheidung Beschluss
agreement: Einigung Vereinbarung Abkommen
contract: Vertrag
deal: Geschäft
talk: Gespräch Verhandlung Beratung
meeting: Treffen Sitzung Zusammenkunft
visit: Besuch
summit: Gipfel
vote: Abstimmung Votum
ballot: Wahl
parliament: Parlament Landtag Bundestag
government: Regierung
opposition: Opposition
party: Partei
minister: Minister Ministerin
ministry: Ministerium
president: Präsident Präsidentin
chancellor: Kanzler Kanzlerin
premier: Ministerpräsident Ministerpräsidentin Regierungschef Regierungschefin Premierminister
mayor: Bürgermeister Bürgermeisterin Oberbürgermeister Oberbürgermeisterin
lawmaker: Abgeordnete Abgeordneter Parlamentarier
spokesman: Sprecher
spokeswoman: Sprecherin
leader: Führer Führerin Anführer
chief: Chef Chefin
head: Leiter Leiterin
director: Direktor Direktorin
manager: Manager Managerin Geschäftsführer Geschäftsführerin
chairman: Vorsitzende Vorsitzender
coach: Trainer Trainerin
doctor: Arzt Ärztin
adviser: Berater Beraterin
expert: Experte Expertin Sachverständige Sachverständiger Gutachter Gutachterin Fachmann
activist: Aktivist Aktivistin
campaigner: Schützer Schützerin
journalist: Journalist Journalistin Reporter
official: Funktionär
group: Fraktion Gruppe
committee: Ausschuss
commission: Kommission
authority: Behörde
agency: Amt Agentur
department: Abteilung
city: Stadt
administration: Verwaltung
state: Land Staat
union: Gewerkschaft
employer: Arbeitgeber
association: Verband Verein
company: Firma Unternehmen Konzern Gesellschaft Betrieb
manufacturer: Hersteller Herstellerin Produzent
operator: Betreiber Betreiberin
foundation: Stiftung
club: Klub
board: Vorstand Aufsichtsrat
clinic: Klinik
airport: Flughafen
flight: Flug
capital: Hauptstadt
council: Rat Gemeinderat Stadtrat
councillor: Stadträtin Gemeinderätin Ratsherr Ratsfrau
visitor: Besucher Besucherin
invoice: Rechnung
signal: Signal
driver: Fahrer Fahrerin Autofahrer
building site: Baustelle
town hall: Rathaus
resident: Bürger Bürgerin
population: Bevölkerung
budget: Haushalt
electricity: Strom
water: Wasser
gas: Gas
turnover: Umsatz
previous year: Vorjahr
half: Hälfte
vehicle: Fahrzeug
agency: Nachrichtenagentur
line: Strecke Linie
railway: Bahn
hostage: Geisel
culprit: Täter
cause: Ursache Grund
criticism: Kritik
critic: Kritiker Kritikerin
economist: Ökonom Ökonomin
citizen: Staatsbürger
turnout: Wahlbeteiligung
lawsuit: Klage
question: Frage
request: Anfrage
press: Presse
counterpart: Amtskollege Amtskollegin
foreign minister: Außenminister Außenministerin
interior minister: Innenminister Innenministerin
defence minister: Verteidigungsminister Verteidigungsministerin
finance minister: Finanzminister Finanzministerin
justice minister: Justizminister Justizministerin
health minister: Gesundheitsminister Gesundheitsministerin
prime minister: Premierministerin
foreign ministry: Außenministerium
scientist: Wissenschaftler Wissenschaftlerin Forscher Forscherin
teacher: Lehrer Lehrerin
student: Schüler Schülerin Student Studentin
patient: Patient Patientin
vaccine: Impfstoff
virus: Virus
rocket: Rakete
drone: Drohne
army: Armee
air force: Luftwaffe
border: Grenze
peace: Frieden
war: Krieg
ceasefire: Waffenruhe Waffenstillstand
debt: Schuld
tax: Steuer
budget: Etat Budget
pension: Rente
rate: Quote Rate
unemployed: Arbeitslose
increase: Anstieg Zunahme
decline: Rückgang
train station: Bahnhof
street: Gasse
river: Fluss
lake: See
mountain: Berg
forest: Wald
island: Insel
town: Ortschaft Gemeinde
village: Dorf
district: Kreis Landkreis Bezirk Stadtteil
roof: Dach
wall: Wand Mauer
window: Fenster
factory: Fabrik Werk
plant: Anlage
dog: Hund
animal: Tier
food: Lebensmittel
museum: Museum
painting: Gemälde
thief: Dieb
loot: Beute
key: Schlüssel
message: Botschaft
speech: Rede
interview: Interview
conference: Konferenz
project: Projekt
result: Ergebnis Resultat
victory: Sieg
defeat: Niederlage
goal: Tor
player: Spieler Spielerin
knee: Knie
owner: Eigentümer Besitzer Eigentümerin
tenant: Mieter Mieterin
chief executive: Vorstandschef Vorstandschefin Vorstandsvorsitzende Konzernchef Firmenchef
sales chief: Vertriebschef
fire chief: Feuerwehrchef
police chief: Polizeichef Polizeipräsident
hospital: Krankenhaus Hospital
school: Schule
university: Universität Hochschule
bank: Bank
newspaper: Zeitung
station: Sender
strike: Streik Ausstand
striker: Streikende
emergency: Not Notfall
protest: Protest Demonstration Kundgebung
wage: Lohn Gehalt
money: Geld
price: Preis
cost: Kosten
damage: Schaden Sachschaden
fine: Geldstrafe Bußgeld
fee: Ablöse Gebühr
sum: Summe
share: Aktie Anteil
loss: Verlust
profit: Gewinn
percent: Prozent
euro: Euro
dollar: Dollar
franc: Franken
pound: Pfund
million: Million
billion: Milliarde
trillion: Billion
thousand: Tausend
hundred: Hundert
dozen: Dutzend
kilometre: Kilometer
metre: Meter
centimetre: Zentimeter
hectare: Hektar
tonne: Tonne
kilogram: Kilogramm Kilo
degree: Grad
year: Jahr
month: Monat
week: Woche
day: Tag
hour: Stunde
minute: Minute
time: Mal Zeit
morning: Morgen Vormittag
afternoon: Nachmittag
evening: Abend
night: Nacht
noon: Mittag
weekend: Wochenende
spring: Frühjahr Frühling
summer: Sommer
autumn: Herbst
winter: Winter
beginning: Beginn Anfang
end: Ende
fire: Feuer Brand
flame: Flamme
accident: Unfall Unglück
attack: Angriff Anschlag
explosion: Explosion
shot: Schuss
weapon: Waffe
crash: Absturz
collision: Kollision Aufprall Zusammenstoß
flood: Hochwasser Überschwemmung Flut
storm: Sturm Unwetter
earthquake: Erdbeben
train: Zug
ship: Schiff Frachter
car: Auto Wagen
plane: Flugzeug
port: Hafen
road: Straße
bridge: Brücke
house: Haus
building: Gebäude
hall: Halle
floor: Geschoss
exit: Ausgang
door: Tür
belt: Gurt
seat: Sitz
fault: Fehler Defekt
problem: Problem
recall: Rückruf
user: Nutzer
parent: Elter Eltern
consumer: Verbraucher
customer: Kunde Kundin
case: Fall
member: Mitglied
candidate: Kandidat
team: Mannschaft Team
goalkeeper: Torhüter Torwart
match: Spiel Partie
season: Saison
place: Platz
fan: Fan
striker: Stürmer
resignation: Rücktritt
dismissal: Entlassung Kündigung
sale: Verkauf
closure: Schließung
number: Zahl Anzahl
side: Seite
container: Container
job: Stelle Arbeitsplatz
work: Arbeit
law: Gesetz
bill: Gesetzentwurf
measure: Maßnahme
control: Kontrolle
test: Test
insult: Beleidigung
scandal: Skandal
trust: Vertrauen
condolence: Beileid
relative: Angehörige
life: Leben
information: Information Auskunft
server: Server
deletion: Löschung
""")

ADJECTIVES = _table("""
former: früher ehemalig damalig einstig
new: neu
old: alt
big: groß
small: klein
high: hoch
low: niedrig
long: lang
short: kurz
good: gut
bad: schlecht
first: erst
second: zweit
third: dritt
last: letzt vergangen vorig zuletzt
next: nächst kommend
past: bisherig
severe: schwer
light: leicht
dead: tot
injured: verletzt
guilty: schuldig
innocent: unschuldig
safe: sicher
unsafe: unsicher
unclear: unklar ungewiss unbekannt
open: offen geöffnet
alleged: mutmaßlich angeblich vermeintlich
known: bekannt
common: gemeinsam
late: spät
early: frühe
several: mehrere
false: falsch unwahr
untrue: erfunden erlogen haltlos unbegründet unzutreffend absurd gegenstandslos
true: wahr richtig
legal: legal
illegal: illegal rechtswidrig
possible: möglich
impossible: unmöglich
important: wichtig
necessary: nötig notwendig
independent: unabhängig
free: kostenlos gratis
defective: defekt
negligent: fahrlässig
final: rechtskräftig endgültig
indefinite: unbefristet
fit: fit gesund
own: eigen
full: voll
single: einzig
public: öffentlich
German: deutsch
French: französisch
British: britisch
American: amerikanisch US-amerikanisch
Russian: russisch
Ukrainian: ukrainisch
Chinese: chinesisch
Italian: italienisch
Spanish: spanisch
Polish: polnisch
Turkish: türkisch
Austrian: österreichisch
Swiss: schweizerisch Schweizer
Dutch: niederländisch
European: europäisch
Israeli: israelisch
Iranian: iranisch
Japanese: japanisch
""")

NAMES = _table("""
Germany: Deutschland
France: Frankreich
Italy: Italien
Spain: Spanien
Poland: Polen
Austria: Österreich
Switzerland: Schweiz
Netherlands: Niederlande
Belgium: Belgien
Russia: Russland
Turkey: Türkei
Greece: Griechenland
Hungary: Ungarn
Sweden: Schweden
Norway: Norwegen
Denmark: Dänemark
Finland: Finnland
Britain: Großbritannien
Ireland: Irland
Europe: Europa
Moscow: Moskau
Beijing: Peking
Brussels: Brüssel
Vienna: Wien
Warsaw: Warschau
Rome: Rom
Kyiv: Kiew
Japan: Japan
Iran: Iran
Israel: Israel
Egypt: Ägypten
Syria: Syrien
Iraq: Irak
India: Indien
Brazil: Brasilien
NATO: Nato
Ukraine: Ukraine
United States: USA
European Union: EU
Berlin: Berlin
Paris: Paris
London: London
""")

PREPOSITIONS = _table("""
in: in innerhalb
at: bei an
on: auf
with: mit
of: von
from: aus
by: durch
for: für
to: zu nach
until: bis
since: seit
before: vor
during: während
over: über
under: unter
against: gegen
without: ohne außer
between: zwischen
because of: wegen aufgrund infolge
despite: trotz
around: um
behind: hinter
beside: neben
near: nahe
instead: statt anstelle
about: betreffs
per: pro je
through: mittels
according: laut gemäß zufolge
""")

CONJUNCTIONS = _table("""
and: und sowie
or: oder
but: aber sondern doch jedoch
because: denn
as: als
""")

SUBORDINATORS = _table("""
that: dass daß wonach
whether: ob
if: wenn falls sofern
because: weil da
although: obwohl obgleich
while: während
after: nachdem
before: bevor ehe
since: seitdem
until: bis solange
when: als sobald
so: damit sodass
as: wie indem
""")

# Particles, adverbs and pronouns. An empty English word leaves the German one out: it changes nothing.
ADVERBS = _table("""
not: nicht nie niemals keineswegs keinesfalls mitnichten
hardly: kaum
no: kein
nobody: niemand keiner
nothing: nichts
about: rund etwa ungefähr circa zirka ca. gut
nearly: knapp fast beinahe
least: mindestens wenigstens
most: höchstens maximal
allegedly: angeblich
apparently: offenbar anscheinend offensichtlich
possibly: möglicherweise eventuell womöglich
presumably: vermutlich mutmaßlich voraussichtlich
probably: wahrscheinlich wohl
perhaps: vielleicht
yesterday: gestern
today: heute
tomorrow: morgen
now: nun jetzt mittlerweile inzwischen derzeit aktuell zurzeit
already: bereits schon
still: noch weiterhin
again: erneut wieder abermals nochmals
once: einmal einst
earlier: zuvor vorher früher vorab
later: später danach anschließend
then: dann damals
for example: beispielsweise
since: seither seitdem
soon: bald demnächst
also: auch ebenfalls zudem außerdem ferner
only: nur lediglich erst
more: mehr weitere weiterer weiteren weiteres
less: weniger
very: sehr
so: so
however: jedoch allerdings hingegen dagegen indes dennoch trotzdem
together: gemeinsam zusammen
here: hier
there: dort da darin dabei dafür davon dazu damit darüber
worldwide: weltweit
always: immer stets
often: oft häufig
recently: kürzlich unlängst jüngst neulich zuletzt
immediately: sofort umgehend unverzüglich
personally: persönlich selbst selber
many: viele vieler vielen zahlreiche zahlreichen
some: einige einigen manche
several: mehrere mehreren
all: alle allen aller alles sämtliche sämtlichen
both: beide beiden beider
he: er
she: sie
it: es das dies dieses
we: wir
i: ich
you: du
him: ihn ihm
her: ihr
them: ihnen
us: uns
me: mich mir
one: man
who: wer
what: was
where: wo
why: warum weshalb wieso
how: wie
out: heraus hinaus
up: hinauf
down: hinab
away: weg
there: hin
""")

PARTICLES = frozenset("es sich ja doch eben halt mal gar denn zwar nämlich freilich schließlich".split())

DETERMINERS = _table("""
the: der die das den dem des
a: ein eine einen einem einer eines
no: kein keine keinen keinem keiner keines keinerlei
this: dieser diese dieses diesen diesem jener jene jenes jenen jenem
his: sein seine seinen seinem seiner seines
their: ihr ihre ihren ihrem ihrer ihres
my: mein meine meinen meinem meiner meines
our: unser unsere unseren unserem unserer unseres
which: welcher welche welches
every: jeder jede jedes jeden jedem
whose: deren dessen
all: alle allen aller
many: viele vielen
both: beide beiden
""")

MONTHS = _table("""
January: Januar Jänner
February: Februar Feber
March: März
April: April
May: Mai
June: Juni
July: Juli
August: August
September: September
October: Oktober
November: November
December: Dezember
""")
WEEKDAYS = _table("""
Monday: Montag
Tuesday: Dienstag
Wednesday: Mittwoch
Thursday: Donnerstag
Friday: Freitag
Saturday: Samstag Sonnabend
Sunday: Sonntag
""")
PARTS_OF_DAY = _table("""
morning: früh vormittag morgen
afternoon: nachmittag
evening: abend
night: nacht
noon: mittag
""")

_ONES = dict(
    zip(
        "null ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
        "siebzehn achtzehn neunzehn".split(),
        (0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19),
        strict=True,
    )
)
_TENS = {
    word: 10 * value
    for value, word in enumerate("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), 2)
}


def number_of(word: str) -> int | None:
    """The value of a number word in lower case: "zwölf", "einundzwanzig", "dreihundert", "zweitausend"."""
    if word in _ONES:
        return _ONES[word]
    if word in _TENS:
        return _TENS[word]
    for scale, value in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = word.partition(scale)
        if found:
            many = 1 if not head else number_of(head)
            rest = 0 if not tail else number_of(tail.removeprefix("und"))
            return None if many is None or rest is None else many * value + rest
    one, found, ten = word.partition("und")
    if found and ten in _TENS and one in _ONES:
        return _TENS[ten] + _ONES[one]
    return None


# "Nach Angaben der Polizei", "nach Darstellung des Ministeriums": what follows says it.
SOURCE_NOUNS = frozenset(
    """Angabe Darstellung Aussage Auskunft Schätzung Einschätzung Zählung Überzeugung Ansicht Meinung Auffassung Wort
    Information Erkenntnis Recherche Bericht Mitteilung Berechnung Ermittlung Schilderung Lesart""".split()
)
SAYS = frozenset(
    "say tell report announce declare add explain note stress confirm admit insist argue contend warn "
    "predict reply reveal inform write claim promise suggest recommend complain demand testify "
    "believe think fear hope expect deny threaten decide agree learn know propose estimate".split()
)
# With an infinitive these tell what somebody means to do; the others of "sollen", what is said of a state.
STATES = frozenset("sein liegen betragen haben gehören stehen geben wissen kennen leiden umfassen kosten".split())
# What is said to be so is not: "ist frei erfunden", "sei erlogen".
UNTRUE = frozenset("erfinden erlügen".split())
# A verb and its noun that are one deed, by the noun whether it goes: "ums Leben gekommen" is "died".
JOINED_VERBS = {
    ("kommen", "Leben"): ("die", True),
    ("verlieren", "Leben"): ("die", True),
    ("erleiden", "Verletzung"): ("injure", True),
    ("gehen", "verloren"): ("disappear", True),
    ("geben", "bekannt"): ("announce", True),
    ("einlegen", "Revision"): ("appeal", True),
    ("einlegen", "Berufung"): ("appeal", True),
    ("einlegen", "Rechtsmittel"): ("appeal", True),
    ("einlegen", "Einspruch"): ("appeal", True),
    ("leisten", "Widerstand"): ("resist", True),
    ("stellen", "Antrag"): ("request", True),
    ("treffen", "Entscheidung"): ("decide", True),
    ("ergreifen", "Flucht"): ("flee", True),
    ("nehmen", "Stellung"): ("comment", True),
    ("legen", "Arbeit"): ("strike", False),
    ("niederlegen", "Arbeit"): ("strike", False),
    ("niederlegen", "Amt"): ("resign", False),
}
# What closes a report and says only that the future will tell.
STOCK_PHRASES = frozenset(
    (
        "man darf gespannt sein", "es bleibt spannend", "es bleibt abzuwarten", "das bleibt abzuwarten",
        "die zeit wird es zeigen", "das wird die zeit zeigen", "die zukunft wird es zeigen", "fortsetzung folgt",
        "das letzte wort ist noch nicht gesprochen", "die nächsten wochen werden es zeigen", "man wird sehen",
    )
)  # fmt: skip
# Fixed phrases, by their words in lower case.
IDIOMS: Mapping[tuple[str, ...], str] = {
    tuple(german.split()): english
    for german, english in (
        ("dem vernehmen nach", "reportedly"), ("nach eigenen angaben", "by own account"), ("vor allem", "above all"),
        ("unter anderem", "among others"), ("zum beispiel", "for example"), ("nach wie vor", "still"),
        ("auf anfrage", "on request"), ("vor ort", "there"), ("bis auf weiteres", "until further notice"),
        ("aus der luft gegriffen", "untrue"), ("nicht zuletzt", "also"), ("so genannte", "so-called"),
        ("noch nicht", "not yet"), ("noch immer", "still"), ("immer noch", "still"), ("nicht mehr", "not"),
    )
}  # fmt: skip
