"""Portuguese."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    titles=listed("sr sra srta srs dr dra d prof profa eng arq gen cel cap ten pe av p.ex cf art n nº"),
    abbreviations=listed(
        """séc fr r al p pág págs vol ed no núm aprox tel ex vs máx mín dept hab eua a.c d.c jan fev mar abr mai jun
        jul ago set out nov dez etc s.a ltda cia inc ltd corp"""
    ),
    opens=listed(
        """o a os as um uma uns umas este esta estes estas esse essa isso isto aquele aquela ele ela eles elas nós eu
        você seu sua seus suas em no na nos nas num numa de do da dos das ao à aos às com sem por pelo pela para
        segundo sobre após desde até entre contra durante e ou mas porém se quando como que quem qual onde porque
        também além assim então não nem já ainda mais menos muito outros outro outra vários todos todas cada alguns
        hoje ontem enquanto depois antes finalmente"""
    ),
    light=listed("o a os as um uma uns umas"),
    about=about("cerca de/aproximadamente/quase/uns/umas/por volta de/em torno de"),
    alike=phrases("""
        durante a noite / na noite / à noite
        durante a madrugada / na madrugada / de madrugada
        durante a manhã / na manhã / pela manhã
        """),
    numbers=counted(
        units="""zero - dois/duas três quatro cinco seis sete oito nove dez onze doze treze quatorze/catorze quinze
            dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove""",
        tens="dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        hundreds="""cem/cento/centena/centenas duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas
            quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas
            novecentos/novecentas""",
        scales="""mil/milhar/milhares=1000 dezena/dezenas=10 dúzia/dúzias=12 milhão/milhões=1e6
            bilhão/bilhões=1e9""",
    ),
    links=("e", "um", "uma"),
    negations=listed("não nem nunca jamais ninguém nada nenhum nenhuma sem tampouco"),
    prefixes=("in", "im", "i", "des", "não"),
    opposites=pairs(
        """aprovou/rejeitou aprovado/rejeitado aprovada/rejeitada aceitou/recusou abriu/fechou aberto/fechado
        aberta/fechada subiu/caiu subiram/caíram aumentou/diminuiu aumento/queda alta/baixa ganhou/perdeu venceu/perdeu
        confirmou/negou confirmou/desmentiu culpado/inocente culpada/inocente condenado/absolvido condenada/absolvida
        mais/menos antes/depois norte/sul leste/oeste morto/vivo mortos/vivos favor/contra com/sem começou/terminou
        início/fim esquerda/direita todos/nenhum permitiu/proibiu preso/solto vitória/derrota"""
    ),
)
