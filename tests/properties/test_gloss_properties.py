"""What must hold of the gloss of any German text, sense or nonsense."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.german import gloss_german

WORDS = (
    "der die das den dem des ein keine nicht nie weder noch und oder aber dass wie so als nach Angaben laut zufolge "
    "sagte teilte mit zurück an ab wird wurde worden soll will habe sei hat ist zu um 12. 3.400 1,5 Millionen Euro Mai "
    "Montag Uhr Polizei Firma Nordkontor Müller Tarn verletzt prüfen , . : ; ? ! ( ) - – „ “ » « § 🙂 東京 Москва ½"
).split()
sentences = st.one_of(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join), st.text(max_size=60))


@settings(max_examples=300)
@given(st.lists(sentences, max_size=3))
def test_every_word_of_a_gloss_stands_for_words_of_its_sentence_or_for_none(texts: list[str]) -> None:
    for text, glossed in zip(texts, gloss_german(texts), strict=True):
        gloss = glossed.gloss
        assert len(glossed.tokens) == len(glossed.letters)
        for start, end, first, last in gloss.spans:
            assert gloss.text[start:end]
            assert text[first:last]


@given(sentences)
def test_a_gloss_is_the_same_whenever_it_is_made(text: str) -> None:
    assert gloss_german([text]) == gloss_german([text])
