"""The words with which the header of a page says who wrote it, when it was published and when it was changed, in each
language. English stands in every language's: many a site has its template in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator.language.lexicon import primary


@dataclass(frozen=True, slots=True)
class Headers:
    """Words of one language, as regular expressions.

    ``by`` stands before the names of a byline, ``after`` behind them, ``joins`` between them, ``ends`` begins what is
    no name any more. ``published`` and ``updated`` are labels of dates.
    """

    by: str
    published: str
    updated: str
    joins: str = ""
    after: str = ""
    ends: str = ""


# Labels are written before a date or a name, so that a word of two meanings does no harm elsewhere.
_HEADERS = {
    "en": Headers(
        by=r"(?:written|reported|posted|published|story|text|words|article|analysis|opinion)\s+by|by|(?:author|writer|byline)s?:",
        published=r"published|posted|first published|publication date|released|(?<!load-)(?<!saved )(?<!print )date",
        updated=r"updated|modified|revised|amended|corrected",
        joins=r"and|&|with",
        ends=r"on|in|for|at|updated|published|posted",
    ),
    "de": Headers(
        by=r"(?:ein\s+)?(?:beitrag|artikel|bericht|text|kommentar|analyse|reportage|interview|essay)\s+von|von"
        r"|(?:autor(?:in|en|innen)?|text|verfasst von)\s?:",
        published=r"veröffentlicht|erschienen|erstellt|publiziert|datum",
        updated=r"aktualisiert|aktualisierung|geändert|letzte änderung|überarbeitet|stand",
        joins=r"und|sowie|mit",
        ends=r"am|in|aus|für|bei|zuletzt|veröffentlicht|aktualisiert|stand",
    ),
    "fr": Headers(
        by=r"(?:propos recueillis|écrit|rédigé|publié|article|texte|reportage|analyse)\s+par|par"
        r"|(?:auteurs?|texte)\s?:",
        published=r"publiée?|paru|mise? en ligne|posté|créé|date de publication",
        updated=r"mise? à jour|modifiée?|actualisée?|dernière modification|màj",
        joins=r"et|avec",
        ends=r"le|à|avec|pour|dans|de l['’]|publié|mis",
    ),
    "es": Headers(
        by=r"(?:escrito|redactado|publicado|texto|análisis)\s+por|por|autor(?:es|a|as)?\s?:|texto\s?:|redacción\s?:",
        published=r"publicad[oa]|fecha de publicación|creado|fecha",
        updated=r"actualizad[oa]|última actualización|modificad[oa]|act\.",
        joins=r"y|e|con",
        ends=r"el|en|para|desde|publicado|actualizado",
    ),
    "it": Headers(
        by=r"(?:articolo|testo|scritto|servizio|intervista|analisi)\s+di|a cura di|di|autor[ei]\s?:|testo\s?:",
        published=r"pubblicat[oa](?:\s+(?:il|alle))?|data di pubblicazione|data",
        updated=r"aggiornat[oa]|ultimo aggiornamento|aggiornamento|modificat[oa]",
        joins=r"ed?|con",
        ends=r"il|per|da|pubblicato|aggiornato",
    ),
    "pt": Headers(
        by=r"(?:escrito|redigido|publicado|texto|reportagem|análise)\s+por|por|autor(?:es|a|as)?\s?:|texto\s?:"
        r"|redação\s?:",
        published=r"publicad[oa]|data de publicação|criado|data",
        updated=r"atualizad[oa]|actualizad[oa]|última atualização|modificad[oa]|atualização",
        joins=r"e|com",
        ends=r"em|no|na|para|publicado|atualizado",
    ),
    "nl": Headers(
        by=r"(?:geschreven|artikel|tekst|analyse|reportage)\s+door|door|auteurs?\s?:|tekst\s?:",
        published=r"gepubliceerd|geplaatst|publicatiedatum|verschenen",
        updated=r"bijgewerkt|laatst gewijzigd|gewijzigd|aangepast|update|laatste update",
        joins=r"en|met",
        ends=r"op|in|voor|uit|gepubliceerd|bijgewerkt",
    ),
    "pl": Headers(
        by=r"(?:autor(?:ka|zy|ki)?|tekst|oprac(?:ował[ay]?|owanie)?\.?|napisał[ay]?)\s?:?",
        published=r"opublikowan[oay]|data publikacji|publikacja|dodano|utworzono",
        updated=r"zaktualizowan[oay]|aktualizacja|ostatnia aktualizacja|data aktualizacji|zmodyfikowano",
        joins=r"i|oraz",
        ends=r"w|dnia|dla|opublikowano|aktualizacja",
    ),
    "ru": Headers(
        by=r"(?:авторы?|автор текста|текст|журналист|корреспондент|материал подготовил[аи]?)\s?:?",
        published=r"опубликован[оаы]?|дата публикации|размещено|публикация",
        updated=r"обновлен[оаы]?|обновлён|обновление|изменен[оа]?|дата обновления|последнее обновление",
        joins=r"и",
        ends=r"в|для|опубликовано|обновлено",
    ),
    "uk": Headers(
        by=r"(?:автори?|авторка|текст|журналіст(?:ка)?|кореспондент(?:ка)?|підготува(?:в|ла|ли))\s?:?",
        published=r"опубліковано|дата публікації|публікація|розміщено",
        updated=r"оновлено|оновлення|змінено|дата оновлення|останнє оновлення",
        joins=r"і|та|й",
        ends=r"в|у|для|опубліковано|оновлено",
    ),
    "tr": Headers(
        by=r"(?:yazan|yazar(?:lar)?|haber|haberi yazan|muhabir|editör)\s?:",
        published=r"yayın(?:lanma|lama)?(?:\s+tarihi)?|yayınlandı|yayımlan(?:ma|dı)|giriş(?:\s+tarihi)?|oluşturulma"
        r"(?:\s+tarihi)?|eklenme(?:\s+tarihi)?",
        updated=r"güncelle(?:me|ndi|nme)?|son güncelleme|güncelleme tarihi|düzenleme",
        joins=r"ve",
        after=r"tarafından|yazdı|bildiriyor",
        ends=r"yayın|güncelleme",
    ),
    "ar": Headers(
        by=r"(?:بقلم|كتبت?|كتب|إعداد|تحرير|الكاتب|الكاتبة|المؤلف|تقرير)\s?:?",
        published=r"نُ?شر(?:ت)?(?:\s+في)?|تاريخ النشر|تم النشر|النشر",
        updated=r"آخر تحديث|تم التحديث|حُ?دّ?ثت?|تحديث|تاريخ التحديث",
        joins=r"و",
        ends=r"في|نشر|تحديث",
    ),
    "hi": Headers(
        by=r"(?:लेखक|लेखिका|द्वारा|रिपोर्ट|लेखन|संपादक|रिपोर्टर)\s?:?",
        published=r"प्रकाशित(?:\s+तिथि)?|प्रकाशन(?:\s+तिथि)?|पब्लिश(?:्ड)?",
        updated=r"अपडेट(?:ेड)?|अद्यतन|संशोधित|अंतिम अपडेट",
        joins=r"और|एवं|व",
        after=r"द्वारा|की रिपोर्ट",
        ends=r"प्रकाशित|अपडेट",
    ),
    "zh": Headers(
        by=r"(?:本报|本報|特约|特約|实习|實習)?(?:记者|記者)\s?[:：/／丨|]?|(?:作者|撰文|撰稿|文字|文)\s?[:：/／丨|]",
        published=r"发布(?:时间|于|日期)?|發布(?:時間|於|日期)?|发表(?:时间|于)?|發表(?:時間|於)?|刊登|出版(?:时间|日期)?"
        r"|發佈(?:時間|於)?",
        updated=r"(?:最后|最後|最新)?更新(?:时间|時間|于|於|日期)?|修改(?:时间|時間)?|修订|修訂",
        joins=r"、|和|与|與|及|，",
        after=r"(?:记者|記者)?(?:报道|報道|報導)|(?:／|/)?(?:综合报道|綜合報導)",
        ends=r"[(（／/｜|]|编辑|編輯|责编|發自|发自|報導|报道",
    ),
    "ja": Headers(
        by=r"(?:文|著者|筆者|執筆(?:者)?|取材|記者|聞き手|記事)\s?[:：・=＝/／]|記者(?=\s)",
        published=r"公開(?:日(?:時)?)?|配信(?:日(?:時)?)?|掲載(?:日(?:時)?)?|投稿(?:日(?:時)?)?|発表",
        updated=r"(?:最終)?更新(?:日(?:時)?)?|改訂|修正",
        joins=r"、|と|・",
        after=r"記者|特派員|編集委員|論説委員|支局長",
        ends=r"[(（／/｜|]|編集|写真",
    ),
    "ko": Headers(
        by=r"(?:글|기자|작성자|글쓴이|저자)\s?[:=·]",
        published=r"입력|등록(?:일)?|게재|기사입력|발행(?:일)?|작성(?:일)?|승인",
        updated=r"수정|업데이트|최종수정|기사수정|갱신",
        joins=r"·|,|및|와|과",
        after=r"(?:선임|수석|전문|인턴|객원)?\s?기자|특파원|논설위원|통신원",
        ends=r"[(（|=]|입력|등록|수정",
    ),
}


def headers_of(language: str | None) -> tuple[Headers, ...]:
    """The words of a language, and those of English behind them; of a language without its own English alone."""
    own = _HEADERS.get(primary(language)) if language else None
    english = _HEADERS["en"]
    return (english,) if own is None or own is english else (own, english)


@cache
def published_label(language: str | None) -> re.Pattern[str]:
    """A label of the day of publication."""
    return _any(words.published for words in headers_of(language))


@cache
def updated_label(language: str | None) -> re.Pattern[str]:
    """A label of the day of a change."""
    return _any(words.updated for words in headers_of(language))


# Around a label there is no letter of a script that parts words; Chinese, Japanese and Korean ones join others.
_LETTER = "[A-Za-z\u00c0-\u024f\u0400-\u04ff]"


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!{_LETTER})(?:{'|'.join(patterns)})(?!{_LETTER})", re.IGNORECASE)
