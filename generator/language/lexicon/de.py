"""German."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    titles=listed("dr prof hr fr hrn frl st ing dipl med jur phil mag bgm abg hl stv gen z.b z d.h s.o s.u vgl str"),
    abbreviations=listed(
        """sr rer nat min co d i.d.r i.d u.a u u.u o.ä v.a v a.d a n.chr v.chr bzw ca etwa sog inkl exkl ggf evtl
        bspw geb gest verh nr art abs kap bd aufl hrsg mio mrd tsd max std tel abt allg bes betr einschl gegr jh
        jhd lt mind od orig rd ungef usf zzgl zw ehem kath ev jun sen so mo di mi do sa jan feb febr apr jul aug
        sep sept okt nov dez e.v e g.m.b.h usw etc ff f o.g u.s.w ag inc ltd corp"""
    ),
    opens=listed(
        """der die das den dem des ein eine einen einem einer er sie es wir ich ihr man dies diese dieser dieses diesen
        in im am an auf aus bei bis nach mit seit von vom vor zu zum zur für über unter um durch gegen ohne während
        wegen trotz laut als wenn weil da dass ob obwohl doch aber und oder denn auch dort hier nun so dann damit
        danach dabei daher darauf zudem außerdem allerdings jedoch inzwischen mittlerweile bislang bisher zuvor zugleich
        später wie was wer wo warum nur noch nicht kein keine alle viele mehrere einige andere etwa rund mehr sein
        seine ihre beide insgesamt heute gestern"""
    ),
    ordinals=True,
    about=about("rund/etwa/ca/circa/zirka/ungefähr/schätzungsweise/annähernd/fast/an die/um die"),
    alike=phrases("""
        am abend / abends
        in der nacht / nachts / während der nacht
        am morgen / morgens
        """),
    numbers=counted(
        units="""null eins zwei/zwo/zweien drei/dreien vier/vieren fünf/fünfen sechs/sechsen sieben/siebenen acht
            neun/neunen zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn""",
        tens="zehn zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        scales="""hundert/hunderte=100 tausend/tausende=1000 dutzend/dutzende=12 million/millionen/mio=1e6
            milliarde/milliarden/mrd=1e9 billion/billionen=1e12""",
    ),
    links=("und", "ein", "eine"),
    negations=listed(
        "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts nirgends weder ohne"
    ),
    prefixes=("un", "nicht", "in", "ent"),
    opposites=pairs(
        """angenommen/abgelehnt genehmigt/abgelehnt gebilligt/abgelehnt zugestimmt/abgelehnt nahm/lehnte
        billigte/lehnte geöffnet/geschlossen öffnet/schließt gestiegen/gefallen gestiegen/gesunken steigt/sinkt
        stieg/sank stiegen/sanken erhöht/gesenkt gewonnen/verloren gewann/verlor bestätigt/bestritten
        bestätigte/bestritt bestätigte/dementierte bestätigt/dementiert schuldig/unschuldig verurteilt/freigesprochen
        mehr/weniger vor/nach nördlich/südlich östlich/westlich norden/süden osten/westen tot/lebendig für/gegen
        mit/ohne erlaubt/verboten begonnen/beendet alle/keine anfang/ende links/rechts größer/kleiner höher/niedriger"""
    ),
)
