"""Japanese."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    about=about("約/およそ/おおよそ/ほぼ/程度/ほど"),
    alike=phrases("""
        夜に / 夜間に
        """),
    numbers=counted(units="零/〇 一 二 三 四 五 六 七 八 九 十", scales="百=100 千=1000 万=1e4 億=1e8 兆=1e12"),
    negations=listed("ない なかった なく ません ず ぬ なし 無 不 未 非 否 拒否 否定 否認 否決"),
    opposites=pairs(
        """承認/否決 可決/否決 承認/却下 受け入れ/拒否 開通/閉鎖 開いた/閉じた 開場/閉鎖 上昇/下落 上昇/低下 増加/減少
        増えた/減った 勝った/負けた 勝利/敗北 認めた/否定した 認めた/否認した 確認/否定 有罪/無罪 多い/少ない 以上/以下
        前/後 北/南 東/西 死亡/生存 賛成/反対 支持/反対 開始/終了 始まった/終わった 左/右 許可/禁止 逮捕/釈放"""
    ),
)
