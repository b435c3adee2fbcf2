"""Turkish."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    titles=listed("dr prof doç av müh sn gen alb st hz örn bkz no nr"),
    abbreviations=listed(
        """yrd mim bay bayan yb bnb yzb cad sok sk mah mh apt bk s sf cilt yy m.ö m.s ö.ö ö.s yak ort tel krş tic
        san oca şub mar nis haz tem ağu eyl eki kas ara vb vs vd a.ş ltd şti inc corp"""
    ),
    opens=listed(
        """bu şu o bir bunlar onlar biz ben sen siz onun ve ama fakat ancak ya veya eğer çünkü ise için gibi kadar
        sonra önce göre ayrıca böylece yani hem ne nasıl neden kim nerede her tüm bütün bazı birçok diğer daha en çok
        değil hiç henüz artık hâlâ bugün dün şimdi daha öte yandan"""
    ),
    ordinals=True,
    about=about("yaklaşık/tahminen/neredeyse/civarında/kadar/aşağı yukarı"),
    alike=phrases("""
        gece / geceleyin / gece boyunca
        """),
    numbers=counted(
        units="sıfır - iki üç dört beş altı yedi sekiz dokuz",
        tens="on yirmi otuz kırk elli altmış yetmiş seksen doksan",
        scales="yüz/yüzlerce=100 bin/binlerce=1000 düzine=12 buçuk=0.5 milyon=1e6 milyar=1e9",
    ),
    negations=listed("değil yok hiç hiçbir hiçbiri asla ne kimse olmadan olmaksızın"),
    denying=("ma", "me", "mı", "mi", "mu", "mü"),
    prefixes=("gayri", "anti"),
    opposites=pairs(
        """onayladı/reddetti onaylandı/reddedildi kabul/ret kabul/red açıldı/kapandı açıldı/kapatıldı açık/kapalı
        arttı/azaldı yükseldi/düştü artış/düşüş kazandı/kaybetti doğruladı/yalanladı doğruladı/inkâr suçlu/suçsuz
        mahkum/beraat fazla/az önce/sonra kuzey/güney kuzeyinde/güneyinde doğu/batı ölü/diri başladı/bitti
        başlangıç/son sol/sağ var/yok herkes/kimse zafer/yenilgi"""
    ),
)
