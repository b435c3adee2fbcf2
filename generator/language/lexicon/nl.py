"""Dutch."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    titles=listed("dhr mevr mw mr drs dr prof ir ing ds st gen kol kapt burg bijv bv art nr blz"),
    abbreviations=listed(
        """min wnd p pag deel nrs ca circa tel str b.v d.w.z d.i o.a m.b.t t.a.v i.v.m z.g zgn resp vgl incl excl
        max mln mld jl n.chr v.chr a.s m.i.v t/m z.o.z jan feb mrt apr jun jul aug sep sept okt nov dec enz etc
        n.v inc ltd corp e.d e.a"""
    ),
    opens=listed(
        """de het een deze dit die dat hij zij ze het we wij ik jij je u men zijn haar hun in op aan uit bij met van
        voor na naar over onder door tegen zonder tijdens tot sinds volgens wegens om te als toen wanneer omdat hoewel
        maar en of want dus ook daar hier nu zo dan daarna daarom bovendien echter inmiddels eerder later wat wie waar
        waarom hoe nog niet geen alle veel meer enkele andere ruim beide vandaag gisteren"""
    ),
    light=listed("de het een"),
    about=about("ongeveer/circa/ca/zo n/bijna/rond/rond de/een"),
    alike=phrases("""
        in de nacht / s nachts / tijdens de nacht
        in de avond / s avonds
        in de ochtend / s ochtends / s morgens
        """),
    numbers=counted(
        units="""nul - twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien
            zeventien achttien negentien""",
        tens="tien twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        scales="""honderd/honderden=100 duizend/duizenden=1000 tientallen=10 dozijn=12 miljoen/mln=1e6
            miljard/mld=1e9""",
    ),
    links=("en", "ën", "een", "één"),
    negations=listed("niet geen nooit niemand niets nergens noch zonder nee"),
    prefixes=("on", "niet", "in", "ont"),
    opposites=pairs(
        """goedgekeurd/afgekeurd goedgekeurd/verworpen aangenomen/verworpen aangenomen/afgewezen geopend/gesloten
        open/dicht gestegen/gedaald steeg/daalde stegen/daalden toegenomen/afgenomen stijging/daling gewonnen/verloren
        won/verloor bevestigd/ontkend bevestigde/ontkende schuldig/onschuldig veroordeeld/vrijgesproken meer/minder
        voor/na noorden/zuiden oosten/westen dood/levend voor/tegen met/zonder toegestaan/verboden begonnen/geëindigd
        begin/einde links/rechts hoger/lager alle/geen"""
    ),
)
