"""Word classes and lemmas of sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.language import tagger
from generator.language.clauses import main_clause, tag
from generator.language.scan import read_tokens
from generator.language.tagger import Tag, tag_words, tags_of


def tagged(sentence: str, word: str) -> tuple[str, str]:
    tokens, _ = tag(read_tokens(sentence))
    token = next(token for token in tokens if token.text == word)
    return token.tag.value, token.lemma


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Norland bars entry to the reporter.", "bars", ("present", "bar")),
        ("Two bars in the town were shut.", "bars", ("noun", "bar")),
        ("The ring was broken up in May.", "broken", ("participle", "break")),
        ("The ring was broken up in May.", "up", ("particle", "up")),
        ("The letter had been sent by Ruiz.", "sent", ("participle", "send")),
        ("The council voted on Thursday to shut the pool.", "voted", ("past", "vote")),
        ("The mayor was flown to Tarn.", "flown", ("participle", "fly")),
        ("They were choking on the smoke.", "choking", ("gerund", "choke")),
        ("It underscores the danger.", "underscores", ("present", "underscore")),
        ("The men didn't stop.", "didn't", ("past", "do")),
        ("Ruiz's sister wasn't there.", "wasn't", ("past", "be")),
    ],
)
def test_a_word_has_the_class_and_lemma_of_its_place(sentence: str, word: str, expected: tuple[str, str]) -> None:
    assert tagged(sentence, word) == expected


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("The firm denied blocking any exit and said all doors were open.", "deny"),
        ("A sensor built by the Tarn Institute worked throughout the storm, the institute said.", "work"),
        ("Hundreds queued outside the branch to withdraw their savings.", "queue"),
        ("The mayor's trip to Tarn highlights Norland's worries.", "highlight"),
        ("The sums diverted from 2017 to 2021 come to nine million crowns, the court said.", "come"),
        ("This visit could further strain the ties between the two.", "strain"),
        ("The talks, which began on Monday, mark a turn.", "mark"),
        ("The crates delivered to the port were empty.", "be"),
        ("The Tarnish officials insist that the pipes were cut.", "insist"),
    ],
)
def test_the_verb_of_a_clause_is_found_where_the_tagger_alone_misses_it(sentence: str, lemma: str) -> None:
    tokens, letters = tag(read_tokens(sentence))

    clause = main_clause(tokens, letters)

    assert clause is not None
    assert clause.verb.lemma == lemma


def test_a_word_alone_has_every_class_that_is_not_a_rare_chance() -> None:
    assert set(tags_of("visits")) == {Tag.NOUN, Tag.PRESENT}
    assert set(tags_of("people")) == {Tag.NOUN}


def test_the_same_sentence_is_read_the_same_way_again() -> None:
    words = tuple("Police said two men , aged 34 and 36 , were held .".split())

    assert tag_words(words) == tag_words(words)


def test_no_words_have_no_tags() -> None:
    assert tag_words(()) == ()


def test_the_model_is_read_with_the_first_sentence_and_not_before() -> None:
    program = "import sys, generator.pipeline; print('HanTa' in sys.modules or 'numpy' in sys.modules)"

    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert shown.strip() == "False"


def test_a_word_of_any_length_or_script_costs_the_model_little(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    model = tagger._model()
    analyse = model.analyze_forward

    def counted(word: str) -> list[tuple[int, float]]:
        asked.append(len(word))
        return analyse(word)

    monkeypatch.setattr(model, "analyze_forward", counted)
    tagged = tag_words(("zx" * 5_000, "правительство", "ran"))

    assert [lemma for _, lemma in tagged] == ["zx" * 5_000, "правительство", "run"]
    assert max(asked) < 30


@pytest.mark.parametrize(
    "sentence",
    [
        "The council of Ostmark voted on Thursday to shut the pool, which had leaked for years, and nobody objected.",
        "Oddly , qwxzt 17 bars \" broke up  ' s -- Ødegård ?! 北京 Left left LEFT",
        "It said it had seen that that man who said that had had no say",
    ],
)
def test_the_likeliest_tags_are_those_that_the_model_itself_finds(sentence: str) -> None:
    words = sentence.split()
    asked = [tagger._known_to_model(word) for word in words]
    assert tagger._likeliest(tagger._model(), asked) == tagger._model().tag_sent(asked, taglevel=0)
