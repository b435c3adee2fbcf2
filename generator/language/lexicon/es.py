"""Spanish."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    titles=listed(
        """sr sra srta sres d dª dña dr dra prof profa ing lic arq gral cnel tte sto sta fr excmo ilmo av avda p.ej
        cf art n nº núm"""
    ),
    abbreviations=listed(
        """rvdo c cap p pág págs vol ed núms no aprox tel ej vs máx mín dpto hab ee uu ee.uu j.c a.c d.c ene feb
        mar abr may jun jul ago sep sept oct nov dic etc s.a s.l s.a.u cía inc ltd corp a.m p.m ud uds vd"""
    ),
    opens=listed(
        """el la los las lo un una unos unas este esta estos estas ese esa eso esto aquel él ella ellos ellas nosotros
        yo tú usted su sus mi en de del a al con sin por para según sobre tras desde hasta entre contra hacia durante
        ante bajo mediante y e o u pero aunque si cuando como que quien qué quién cómo dónde cuándo por porque pues
        también además así entonces sin embargo no ni ya aún todavía más menos muy otros otro otra varios todos
        todas cada algunos hoy ayer mientras luego después antes finalmente"""
    ),
    light=listed("el la los las un una unos unas"),
    about=about("unos/unas/cerca de/alrededor de/en torno a/aproximadamente/casi"),
    alike=phrases("""
        durante la noche / en la noche / por la noche
        durante la mañana / en la mañana / por la mañana
        durante la tarde / en la tarde / por la tarde
        """),
    numbers=counted(
        units="""cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
            dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna veintidós veintitrés
            veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve""",
        tens="diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        hundreds="""cien/ciento/centenar/centenares doscientos/doscientas trescientos/trescientas
            cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas setecientos/setecientas
            ochocientos/ochocientas novecientos/novecientas""",
        scales="mil/miles/millar=1000 decena/decenas=10 docena/docenas=12 millón/millones=1e6",
    ),
    links=("y", "un", "uno", "una"),
    negations=listed("no ni nunca jamás nadie nada ningún ninguno ninguna ningunos sin tampoco"),
    prefixes=("in", "im", "i", "des", "no"),
    opposites=pairs(
        """aprobó/rechazó aprobado/rechazado aprobada/rechazada aceptó/rechazó abrió/cerró abierto/cerrado
        abierta/cerrada subió/bajó subieron/bajaron aumentó/disminuyó aumento/descenso alza/baja ganó/perdió
        ganado/perdido confirmó/negó confirmó/desmintió culpable/inocente condenado/absuelto condenada/absuelta
        más/menos antes/después norte/sur este/oeste muerto/vivo muerta/viva muertos/vivos favor/contra con/sin
        empezó/terminó comenzó/terminó inicio/fin izquierda/derecha todos/ninguno permitió/prohibió
        detenido/liberado victoria/derrota"""
    ),
)
