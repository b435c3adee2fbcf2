"""Chinese."""

from generator.language.lexicon.form import Lexicon, about, counted, listed, pairs, phrases

LEXICON = Lexicon(
    light=listed("的"),
    about=about("约/大约/大概/約/大約/将近/左右"),
    alike=phrases("""
        夜间 / 夜里 / 夜間 / 夜裡
        早上 / 早晨
        周一 / 星期一 / 週一
        周二 / 星期二 / 週二
        周三 / 星期三 / 週三
        周四 / 星期四 / 週四
        周五 / 星期五 / 週五
        周六 / 星期六 / 週六
        周日 / 星期日 / 星期天 / 週日
        """),
    numbers=counted(units="零/〇 一 二/两/兩 三 四 五 六 七 八 九 十", scales="百=100 千=1000 万/萬=1e4 亿/億=1e8"),
    negations=listed("不 没 沒 未 无 無 非 否 别 拒绝 拒絕"),
    opposites=pairs(
        """批准/否决 批准/拒绝 通过/否决 接受/拒绝 开放/关闭 打开/关闭 上升/下降 上涨/下跌 增加/减少 赢/输 胜/败
        证实/否认 确认/否认 有罪/无罪 定罪/无罪 多/少 之前/之后 北/南 东/西 死/活 赞成/反对 支持/反对 开始/结束 左/右
        允许/禁止 逮捕/释放 開放/關閉 上漲/下跌 證實/否認 贊成/反對 開始/結束"""
    ),
)
