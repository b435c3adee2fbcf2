"""French."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    titles=listed("m mm mme mlle mgr me dr pr prof st ste gén col cap lt p.ex c.-à-d cf art n° no réf tél av bd"),
    abbreviations=listed(
        """al chap p pp vol éd env boul c.-à.-d ex apr j.-c janv févr avr juil sept oct nov déc dépt max min hab
        sté resp etc s.a s.a.s s.a.r.l cie inc ltd corp h"""
    ),
    opens=listed(
        """le la les l un une des du de ce cet cette ces il elle ils elles on nous je vous tu son sa ses leur leurs en
        dans à au aux par pour sur sous avec sans selon après avant depuis pendant entre contre vers chez dès lors
        mais et ou donc or ni car si quand comme que qui quoi où pourquoi comment plus moins très aussi ainsi alors
        cependant toutefois pourtant néanmoins enfin ensuite puis déjà encore toujours jamais aucun aucune plusieurs
        tous toutes chaque certains d c s n j qu parmi malgré hier aujourd’hui"""
    ),
    light=listed("le la les l un une des du"),
    about=about("environ/quelque/près de/autour de/à peu près/approximativement/presque"),
    alike=phrases("""
        pendant la nuit / dans la nuit / durant la nuit / au cours de la nuit
        pendant la journée / dans la journée / durant la journée / au cours de la journée
        pendant le week-end / durant le week-end / au cours du week-end
        """),
    numbers=counted(
        units="""zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
            dix-sept dix-huit dix-neuf""",
        tens="""dix vingt/vingts trente quarante cinquante soixante soixante-dix/septante
            quatre-vingt/quatre-vingts/huitante/octante quatre-vingt-dix/nonante""",
        scales="""cent/cents/centaine/centaines=100 mille/millier/milliers=1000 dizaine/dizaines=10 douzaine=12
            quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60 million/millions=1e6
            milliard/milliards/mds=1e9""",
    ),
    links=("et", "un", "une"),
    negations=listed("ne n pas non aucun aucune jamais rien personne nul nulle ni sans plus point guère"),
    prefixes=("in", "im", "il", "ir", "dés", "dé", "non", "mal", "anti"),
    opposites=pairs(
        """approuvé/rejeté adopté/rejeté accepté/refusé autorisé/interdit ouvert/fermé ouverte/fermée augmenté/baissé
        augmenté/diminué hausse/baisse hausse/recul monté/descendu gagné/perdu confirmé/démenti confirme/dément
        coupable/innocent condamné/acquitté condamnée/acquittée plus/moins avant/après nord/sud est/ouest mort/vivant
        morte/vivante pour/contre avec/sans commencé/terminé début/fin gauche/droite tous/aucun grand/petit
        entrée/sortie libéré/arrêté victoire/défaite"""
    ),
)
