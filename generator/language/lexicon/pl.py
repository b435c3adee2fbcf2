"""Polish."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    titles=listed("dr prof mgr inż hab ks bp abp św im ul al pl os gen płk kpt por np tzn tzw art nr ust pkt poz"),
    abbreviations=listed(
        """doc p pp str s t rozdz m.in min ok ca ww wg zob red st mł sp z o.o z.o.o mln mld tys zł godz tel woj pow
        gm pn pd wsch zach n.e p.n.e r.n.e sty lut kwi maj cze lip sie wrz paź lis gru itd itp etc s.a r w inc
        ltd"""
    ),
    opens=listed(
        """w we z ze na do od po o u za przed pod nad przy przez dla bez między według podczas mimo ten ta to te ci
        tego tej tym on ona ono oni one my ja ty wy jego jej ich a i ale lecz oraz lub albo jednak więc bo ponieważ
        gdy kiedy jeśli jeżeli że żeby jak co kto gdzie dlaczego nie ani już jeszcze też także również tylko wszyscy
        wszystkie każdy inni inne wielu kilka dziś wczoraj tymczasem potem następnie natomiast"""
    ),
    ordinals=True,
    about=about("około/ok/mniej więcej/prawie/blisko/niemal"),
    alike=phrases("""
        w nocy / nocą
        rano / w godzinach porannych
        wieczorem / w godzinach wieczornych
        """),
    numbers=counted(
        units="""zero - dwa/dwie/dwaj/dwóch/dwu/dwom/dwoma/dwoje/dwiema trzy/trzej/trzech/trzem/trzema/troje
            cztery/czterej/czterech/czterem/czterema/czworo pięć/pięciu/pięcioro/pięcioma sześć/sześciu/sześcioro
            siedem/siedmiu/siedmioro osiem/ośmiu/ośmioro dziewięć/dziewięciu/dziewięcioro
            dziesięć/dziesięciu/dziesięcioro jedenaście/jedenastu dwanaście/dwunastu trzynaście/trzynastu
            czternaście/czternastu piętnaście/piętnastu szesnaście/szesnastu siedemnaście/siedemnastu
            osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu""",
        tens="""dziesięć dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu
            pięćdziesiąt/pięćdziesięciu sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu
            osiemdziesiąt/osiemdziesięciu dziewięćdziesiąt/dziewięćdziesięciu""",
        hundreds="""sto/stu dwieście/dwustu trzysta/trzystu czterysta/czterystu pięćset/pięciuset sześćset/sześciuset
            siedemset/siedmiuset osiemset/ośmiuset dziewięćset/dziewięciuset""",
        scales="""tysiąc/tysiące/tysięcy/tysiąca/tys=1000 tuzin=12 milion/miliony/milionów/miliona/mln=1e6
            miliard/miliardy/miliardów/miliarda/mld=1e9""",
    ),
    links=("jeden",),
    negations=listed("nie ani nigdy nikt nikogo nikomu nic niczego żaden żadna żadne żadnego żadnej bez brak"),
    prefixes=("nie", "bez", "anty", "od"),
    opposites=pairs(
        """przyjęła/odrzuciła przyjął/odrzucił przyjęto/odrzucono zatwierdziła/odrzuciła zatwierdził/odrzucił
        zaakceptował/odrzucił otwarto/zamknięto otwarty/zamknięty otwarta/zamknięta wzrósł/spadł wzrosła/spadła
        wzrosły/spadły wzrost/spadek wygrał/przegrał wygrała/przegrała potwierdził/zaprzeczył potwierdziła/zaprzeczyła
        winny/niewinny skazany/uniewinniony skazana/uniewinniona więcej/mniej przed/po północ/południe wschód/zachód
        martwy/żywy za/przeciw z/bez rozpoczął/zakończył początek/koniec lewo/prawo wszyscy/nikt zwycięstwo/porażka"""
    ),
)
