"""Large input: what is the same is joined however many print it, work grows with the input, and every bound is told."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline, roles
from generator.clean import clean
from generator.cli import main
from generator.compare import BY_WORDS, narrowed
from generator.disagree import find_differences
from generator.disagree.reading import MOST_ASKED
from generator.extract.bounds import MOST_BLOCKS, MOST_TEXT
from generator.language import tagger
from generator.language.runon import MOST_FOR_EACH, MOST_IN_STORY, MOST_SENTENCES, TOO_MANY
from generator.metadata import find_metadata
from generator.model import Digest, Passage
from generator.passages import find_passages
from generator.passages.places import find_places
from generator.segment import most_read, segment
from generator.similarity.identical import find_copies
from generator.similarity.pairs import MOST_LINKS, MOST_PARTNERS
from generator.site.card import card_png
from tests.making import document, passage, story
from tests.timing import cost

SHARED = "The ferry office at Ostmark withdrew both of its older boats on Tuesday after divers found rust in the hulls."
SOURCES = 160
LINEAR = 8.0  # times the work for four times the input: 4 in proportion, 16 where every pair is looked at
SMALL = 150


def word(chance: random.Random) -> str:
    return "".join(chance.choice(("ba", "ke", "lim", "nor", "sel", "tu", "vor")) for _ in range(3))


def spread(texts: list[str]) -> Digest:
    """The digest of a story in which each text stands in a source of its own, beside a sentence that no other has."""
    chance = random.Random(7)
    own = [f"In {word(chance).title()} the {word(chance)} of the {word(chance)} sold {word(chance)}." for _ in texts]
    captures: dict[str, Any] = {f"s{i:03}": f"{text}\n\n{own[i]}\n" for i, text in enumerate(texts)}
    return pipeline.build(story(**captures))


def sources_of(digest: Digest, words: str) -> list[int]:
    """How many sources each claim with these words has."""
    return [len(claim.sources) for claim in digest.claims if words in claim.text]


def test_one_sentence_of_160_sources_is_one_claim() -> None:
    assert sources_of(spread([SHARED] * SOURCES), "ferry office") == [SOURCES]


def test_nearly_one_sentence_of_160_sources_is_one_claim() -> None:
    forms = (
        SHARED,
        SHARED.replace("The ferry", "A ferry"),
        SHARED.replace("rust", "heavy rust"),
        SHARED.replace(" after", ", after"),
        SHARED.replace("hulls", "hull"),
    )
    assert sources_of(spread([forms[i % len(forms)] for i in range(SOURCES)]), "erry office") == [SOURCES]


def test_one_sentence_in_more_wordings_than_partners_of_a_passage_stands_under_one_claim() -> None:
    chance = random.Random(3)
    wordings = [SHARED.replace("boats", f"{word(chance)} {word(chance)} boats") for _ in range(2 * MOST_PARTNERS)]
    digest = spread(wordings)
    told = [{cited.source for cited in claim.citations + claim.repeats} for claim in digest.claims]
    assert max(map(len, told)) == 2 * MOST_PARTNERS


@pytest.mark.parametrize(
    "other",
    [
        SHARED.replace("both", "not both"),
        SHARED.replace("Tuesday", "Friday"),
        SHARED.replace("both of its", "3 of its"),
        SHARED.replace("rust", "oil"),
        SHARED.replace("Ostmark", "Velm"),
        SHARED.replace("older", "“older”"),
    ],
)
def test_a_text_with_another_name_number_day_or_word_is_no_copy(other: str) -> None:
    assert find_copies((passage(SHARED, source="a"), passage(other, source="b"))) == {}


def test_opposed_words_added_to_one_text_make_no_copies_of_each_other() -> None:
    texts = SHARED, SHARED.replace("rust", "more rust"), SHARED.replace("rust", "less rust")
    plain, more, less = (passage(text, source=name) for text, name in zip(texts, "abc", strict=True))
    assert less.id not in find_copies((plain, more, less))


def test_what_another_says_in_the_same_words_is_no_copy() -> None:
    said = passage(SHARED, source="a", speaker="the mayor", speaker_actor="Ada Kell")
    assert find_copies((said, passage(SHARED, source="b"))) == {}


def numbers(i: int, chance: random.Random) -> str:
    return (
        f"The {word(chance)} of {word(chance).title()} said {chance.randrange(3, 900)} people left the {word(chance)}."
    )


def offices(i: int, chance: random.Random) -> str:
    return f"North Korean Foreign Minister {word(chance).title()} {word(chance).title()} met the {word(chance)}."


def yes_and_no(i: int, chance: random.Random) -> str:
    return f"The {word(chance)} of Velm {'did not close' if i % 2 else 'closed'} the {word(chance)}."


def dates(i: int, chance: random.Random) -> str:
    return f"Norway opened the {word(chance)} of the {word(chance)} on {1 + i % 28} March {1990 + i % 40}."


def denials(i: int, chance: random.Random) -> str:
    return f"Norway {'denied' if i % 2 else 'said'} that Denmark had mined the {word(chance)} of the {word(chance)}."


def quotations(i: int, chance: random.Random) -> str:
    return f"“The pier of Velm is safe to walk on,” {word(chance).title()} {word(chance).title()} said."


def read(sentence: Callable[[int, random.Random], str], count: int) -> tuple[Passage, ...]:
    """The passages of two captures of so many sentences."""
    found: list[Passage] = []
    for name in ("one", "two"):
        chance = random.Random(name)
        text = "\n".join(sentence(i, chance) for i in range(count))
        page = document(text, name)
        found += find_passages(page, segment(page))
    return tuple(found)


@pytest.mark.parametrize("sentence", [numbers, offices, yes_and_no, dates, denials])
def test_differences_take_time_in_proportion_to_the_passages(
    sentence: Callable[[int, random.Random], str],
) -> None:
    small, large = read(sentence, SMALL), read(sentence, 4 * SMALL)

    def differences(passages: tuple[Passage, ...]) -> Callable[[], object]:
        return lambda: find_differences(passages, (), ())

    assert cost(differences(large)) < LINEAR * cost(differences(small))


def test_each_sentence_is_tagged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    real = tagger._likeliest
    monkeypatch.setattr(tagger, "_likeliest", lambda model, words: asked.append(tuple(words)) or real(model, words))
    tagger.tag_words.cache_clear()
    pipeline.build(story(one=f"{SHARED}\n\nDivers said on Friday that it was old.\n", two=SHARED))

    assert len(asked) == len(set(asked)) > 0


def test_a_capture_is_read_once_however_many_files_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read: dict[str, list[str]] = {}
    for stage in ("extract", "clean", "find_metadata", "segment", "find_passages"):
        real = getattr(pipeline, stage)
        asked = read.setdefault(stage, [])
        monkeypatch.setattr(pipeline, stage, lambda one, *more, a=asked, r=real: a.append("read") or r(one, *more))
    pipeline.build(story(one=SHARED, two=SHARED, three="The mayor of Velm opened a new bridge on Monday."))

    assert {stage: len(asked) for stage, asked in read.items()} == dict.fromkeys(read, 2)


def test_copies_of_a_capture_have_passages_of_their_own() -> None:
    workings = pipeline.work(story(one=SHARED, two=SHARED))

    one, two = workings.passages
    assert (one.source, two.source) == ("one", "two")
    assert (two.id, two.sentence.source) == (one.id.replace("one:", "two:"), "two")
    assert [page.source.capture.path for page in workings.documents] == ["captures/one.txt", "captures/two.txt"]


def test_copies_of_a_capture_of_which_the_editor_states_more_keep_what_he_states() -> None:
    first, second = story(one=SHARED, two=SHARED).sources
    sources = (first, replace(second, publisher="Coast Radio"))
    digest = pipeline.build(replace(story(one=SHARED, two=SHARED), sources=sources))

    publishers = [source.metadata.publisher for source in digest.sources]
    assert [found.value if found else None for found in publishers] == [None, "Coast Radio"]


def test_a_text_that_holds_opposite_words_itself_has_copies() -> None:
    text = SHARED.replace("older boats", "older and newer boats, some open and some closed,")

    assert len(find_copies([passage(text, source=name) for name in "abc"])) == 2


def headed(count: int) -> Callable[[], object]:
    page = document("<article>" + "<h2>Who closed the pier?</h2>" * count + "</article>", media_type="text/html")
    return lambda: find_places(page)


def test_headings_take_time_in_proportion_to_their_number() -> None:
    assert cost(headed(1600)) < LINEAR * cost(headed(400))


def declaring(count: int) -> Callable[[], object]:
    pages = [{"@type": "NewsArticle", "headline": f"Stürm “{i}”", "author": {"name": f"Ädä {i}"}} for i in range(count)]
    script = f'<script type="application/ld+json">{json.dumps(pages)}</script>'
    return lambda: document(f"<html><head>{script}</head><p>{SHARED}</p></html>", media_type="text/html")


def piecewise(count: int) -> Callable[[], object]:
    pieces = ",".join('{"text": "the pier, "}' for _ in range(count))
    script = f'<script>{{"title": "Storm", "content": [{pieces}]}}</script>'
    return lambda: document(f"<html><p>Storm</p>{script}</html>", media_type="text/html")


def test_pieces_of_one_line_in_the_data_of_a_page_take_time_in_proportion_to_their_number() -> None:
    assert cost(piecewise(24_000)) < LINEAR * cost(piecewise(6_000))


def test_articles_that_a_script_lists_take_time_in_proportion_to_their_number() -> None:
    assert cost(declaring(4000)) < LINEAR * cost(declaring(1000))


def test_a_card_costs_no_more_for_a_title_that_no_card_can_hold() -> None:
    assert cost(lambda: card_png("pier " * 4_000, "", "")) < LINEAR * cost(lambda: card_png("pier " * 400, "", ""))


def in_data(body: str) -> str:
    """A page that shows one sentence and has its article in its data for machines."""
    return f'<script type="application/ld+json">{{"articleBody": "{body}"}}</script><p>{SHARED}</p>'


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        (f"{SHARED}\n" + "The pier is old. " * (MOST_TEXT // 10), "text/plain"),
        (f"{SHARED}\n" + "line\n" * (MOST_BLOCKS + 5), "text/plain"),
        (f"<p>{SHARED}</p>" + "<p>line</p>" * (MOST_BLOCKS + 5), "text/html"),
        (f"<p>{SHARED}</p><p>" + "The pier is old. " * (MOST_TEXT // 10), "text/html"),
        (in_data("The pier is old. " * (MOST_TEXT // 10)), "text/html"),
        (in_data("The pier is old.\\n" * (MOST_BLOCKS + 5)), "text/html"),
        (f"{SHARED}\n\n" + "line\n\n" * (MOST_BLOCKS + 5), "text/markdown"),
        (f"{SHARED}\n\n" + "The pier is old. " * (MOST_TEXT // 10), "text/markdown"),
    ],
    ids=[
        "long text",
        "many lines",
        "many paragraphs",
        "long page",
        "long data",
        "data of many lines",
        "many parts",
        "long markdown",
    ],
)
def test_what_is_longer_than_any_article_is_read_up_to_a_bound(text: str, media_type: str) -> None:
    page = document(text, media_type=media_type)

    assert page.unread is not None
    assert len(page.text) <= MOST_TEXT + MOST_BLOCKS
    assert len(page.blocks) <= MOST_BLOCKS


def test_what_is_not_read_is_accounted_for_and_noted() -> None:
    text = f"{SHARED}\n\n" + "line\n" * (MOST_BLOCKS + 5)
    digest = pipeline.build(story(one=text))

    (rest,) = [entry for entry in digest.coverage if entry.reason is not None and "longer than any" in entry.reason]
    assert rest.end == len(text.rstrip())
    assert "not-read" in {notice.code for notice in digest.sources[0].notices}


def test_articles_that_a_script_lists_beyond_the_bound_are_noted() -> None:
    pages = [{"@type": "NewsArticle", "headline": f"Storm {i}"} for i in range(60)]
    script = f'<script type="application/ld+json">{json.dumps(pages)}</script>'
    told = [
        [
            notice.message
            for notice in find_metadata(
                clean(document(f"<head>{head}</head><p>{SHARED}</p>", media_type="text/html"))
            ).notices
        ]
        for head in (script, script.replace("NewsArticle", "Thing"))
    ]

    assert "A script lists 60 articles, of which the likeliest 50 are looked at." in told[0]
    assert not [message for message in told[1] if "looked at" in message]


def test_sentences_beyond_the_bound_are_left_out_with_the_reason() -> None:
    page = document("\n".join(f"Norway closed pier {i}." for i in range(9)))
    found = find_passages(page, segment(page), 5)

    assert [passage.omit for passage in found[5:]] == [TOO_MANY] * 4
    assert [passage.position for passage in found] == list(range(9))


def test_all_sentences_of_a_usual_story_are_read() -> None:
    assert most_read([400] * 6) >= 400
    assert most_read([40] * 20) >= 40


def test_short_captures_leave_their_room_to_long_ones() -> None:
    most = most_read([10, 10, 9_000, 9_000])

    assert most == (MOST_IN_STORY + 4 * MOST_FOR_EACH - 20) // 2


def test_one_capture_has_a_bound_of_its_own() -> None:
    assert most_read([90_000]) == MOST_SENTENCES


def codes(passages: tuple[Passage, ...]) -> list[str]:
    return [notice.code for notice in find_differences(passages, (), ())[1]]


MATTERS = [
    (numbers, "figures"),
    (offices, "who holds an office"),
    (yes_and_no, "what was done and what was not"),
    (dates, "days"),
    (denials, "denials"),
    (quotations, "quotations"),
]


@pytest.mark.parametrize(("sentence", "matter"), MATTERS)
def test_answers_that_are_too_many_to_be_held_against_each_other_are_noted(
    sentence: Callable[[int, random.Random], str], matter: str
) -> None:
    notices = find_differences(read(sentence, 2 * MOST_ASKED), (), ())[1]

    assert [notice.code for notice in notices if f"too much of {matter} to" in notice.message] == ["not-compared"]


@pytest.mark.parametrize(("sentence", "matter"), MATTERS)
def test_a_usual_number_of_answers_is_not_noted(sentence: Callable[[int, random.Random], str], matter: str) -> None:
    assert find_differences(read(sentence, MOST_ASKED // 2), (), ())[1] == ()


def test_a_note_on_what_was_not_compared_says_how_much_and_quotes_the_first() -> None:
    passages = read(numbers, MOST_ASKED)
    (notice,) = find_differences(passages, (), ())[1]

    assert f": {MOST_ASKED} passages " in notice.message
    assert notice.quote in {passage.text for passage in passages}


def test_opposites_are_found_where_many_passages_use_the_same_words() -> None:
    many = [passage(f"The harbour of Velm closed on {word(random.Random(i)).title()} street.", start=60 * i)
            for i in range(310)]  # fmt: skip
    other = passage("The harbour of Velm did not close on Kebanor street.", source="two")
    one = passage("The harbour of Velm closed on Kebanor street.", source="three")

    assert find_differences((one, other, *many), (), ())[0]


def test_a_story_of_more_passages_than_are_compared_in_full_says_so() -> None:
    chance = random.Random(5)
    some = tuple(passage(numbers(i, chance), start=99 * i) for i in range(MOST_LINKS // MOST_PARTNERS + 40))

    assert "few-compared" in [notice.code for notice in narrowed(some, ())]
    assert narrowed(some[:200], ()) == ()


def test_what_is_told_in_words_that_bring_nothing_together_is_noted() -> None:
    chance = random.Random(5)
    some = tuple(passage(f"The harbour of Velm closed {word(chance)}.", start=99 * i) for i in range(310))

    (notice,) = narrowed(some, ())
    assert "told mostly in words" in notice.message
    assert notice.quote == some[0].text


def test_what_is_read_by_words_and_told_as_most_others_tell_it_is_noted() -> None:
    some = tuple(
        passage(f"La policía de la ciudad dijo el lunes que hay {i} heridos.", source=f"s{i}", language="es")
        for i in range(3, 3 + BY_WORDS + 2)
    )
    (notice,) = narrowed(some, ())
    assert "read by words only" in notice.message
    assert notice.quote == some[0].text
    assert narrowed(some[:BY_WORDS], ()) == ()


def test_a_note_on_the_whole_story_reaches_its_data_and_its_editor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(5)
    folder = tmp_path / "many"
    (folder / "captures").mkdir(parents=True)
    (folder / "story.md").write_text("---\ntitle: Velm\ndate: 2031-05-02\n---\n")
    for name in ("one.txt", "two.txt"):
        text = " ".join(denials(1, chance) for _ in range(MOST_ASKED))
        (folder / "captures" / name).write_text(f"The pier of Velm\n\n{SHARED}\n\n{text}\n")

    assert main(["digest", str(folder)]) == 0
    told = capsys.readouterr()
    assert f"{folder}/story.md: The story tells too much of denials" in told.err
    assert any("too much of denials" in notice for notice in json.loads(told.out)["notices"])


def test_a_wording_is_chosen_among_a_bounded_number(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    others = roles._Bench.others

    def counting(bench: Any, lead: Passage, members: Any) -> Any:
        tried.append(lead.id)
        return others(bench, lead, members)

    monkeypatch.setattr(roles._Bench, "others", counting)
    chance = random.Random(3)
    wordings = [SHARED.replace("boats", f"{word(chance)} {word(chance)} boats") for _ in range(2 * roles.MOST_LEADS)]
    pipeline.work(story(**{f"s{i:03}": text for i, text in enumerate(wordings)}))

    assert len(set(tried)) < len(wordings)


def test_the_places_of_a_readable_text_take_a_few_bytes_for_each_piece_of_it() -> None:
    page = document(f"<p>{SHARED}</p>" * 100, media_type="text/html")

    assert page.offsets is not None
    assert page.offsets.at.itemsize == page.offsets.starts.itemsize == page.offsets.ends.itemsize == 4
    assert len(page.offsets.starts) < len(page.text) / 10
