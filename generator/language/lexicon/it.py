"""Italian."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    titles=listed(
        """sig sigg sig.ra dott dott.ssa dr prof prof.ssa ing avv arch geom on sen gen col cap ten mons don s ss
        card p.es cfr art n nr"""
    ),
    abbreviations=listed(
        """sec artt p pag pagg vol ed num ca circa tel c.so v v.le p.zza es cf vs max min a.c d.c feb mar apr mag giu
        lug ago set sett ott nov dic ecc etc s.p.a s.r.l spa srl inc ltd corp"""
    ),
    opens=listed(
        """il lo la i gli le l un uno una questo questa questi queste quello quella quei egli ella lui lei loro essi
        noi io tu voi si suo sua suoi sue in nel nella nei negli nelle di del della dei degli delle dello dell a al
        alla ai agli alle da dal dalla dai con su sul sulla per tra fra secondo dopo prima durante contro senza verso
        sotto e ed o ma però se quando come che chi cosa dove perché anche inoltre così allora poi infine non né già
        ancora più meno molti tutti tutte ogni alcuni altri oggi ieri intanto mentre tuttavia"""
    ),
    light=listed("il lo la i gli le l un uno una"),
    about=about("circa/quasi/intorno a/all incirca"),
    alike=phrases("""
        durante la notte / nella notte
        in serata / nella serata
        """),
    numbers=counted(
        units="""zero - due tre/tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici
            quindici sedici diciassette diciotto diciannove""",
        tens="""dieci/decina/decine venti/ventina/vent trenta/trentina/trent quaranta/quarantina/quarant
            cinquanta/cinquantina/cinquant sessanta/sessantina/sessant settanta/settantina/settant
            ottanta/ottantina/ottant novanta/novantina/novant""",
        scales="""cento/centinaio/centinaia=100 mille/mila/migliaio/migliaia=1000 dozzina=12
            milione/milioni/mln=1e6 miliardo/miliardi/mld=1e9""",
    ),
    links=("e", "uno", "un"),
    negations=listed("non no né nessun nessuno nessuna niente nulla mai senza neppure nemmeno neanche"),
    prefixes=("in", "im", "ir", "il", "s", "dis", "non"),
    opposites=pairs(
        """approvato/respinto approvata/respinta approvato/bocciato approvata/bocciata accettato/rifiutato aperto/chiuso
        aperta/chiusa salito/sceso saliti/scesi aumentato/diminuito aumento/calo vinto/perso confermato/smentito
        conferma/smentisce colpevole/innocente condannato/assolto condannata/assolta più/meno prima/dopo nord/sud
        est/ovest morto/vivo morti/vivi favore/contro con/senza iniziato/finito inizio/fine sinistra/destra
        tutti/nessuno permesso/vietato arrestato/liberato vittoria/sconfitta"""
    ),
)
