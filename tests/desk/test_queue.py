"""What an editor is asked, in which order, and what is never asked again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.desk.answered import add_answers, read_answered
from generator.desk.deciding import decide
from generator.desk.questions import Act, Ask, Question, Settled, UnclearError, Words, decisions, settled
from generator.desk.queue import make_queue
from generator.desk.review import open_questions
from generator.drafting import Draft, make_draft
from generator.model import BlockKind, Decision, Published, Quote, Verb
from tests.desk.stories import make_story


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return make_story(tmp_path)


def _queue(draft: Draft, folder: Path) -> tuple[Question, ...]:
    return make_queue(draft, read_answered(folder))


def _asked(queue: tuple[Question, ...], words: str) -> Question:
    """The first question that shows a line with these words."""
    return next(each for each in queue if any(words in line.text for line in each.lines))


def test_kinds_of_questions_come_in_the_order_of_what_an_error_would_cost(story: Path) -> None:
    kinds = [question.ask for question in open_questions(story, make_draft(story))]
    assert kinds[-3:] == [Ask.LEAD, Ask.SOURCE, Ask.SUMMARY]
    assert kinds.index(Ask.VALUES) < kinds.index(Ask.LEAD)


def test_figures_of_one_thing_that_differ_are_asked_about(story: Path) -> None:
    question = _asked(open_questions(story, make_draft(story)), "At least 11 lorries")
    assert (question.ask, question.respect) == (Ask.VALUES, "number")
    assert {line.quote.source for line in question.lines} == {"gazette", "courier"}


def test_a_denial_beside_which_nothing_stands_is_shown_with_what_it_may_deny(story: Path) -> None:
    question = _asked(open_questions(story, make_draft(story)), "denied")
    assert question.ask is Ask.VALUES
    assert any("claimed" in line.text for line in question.lines)


def test_a_wording_that_points_at_nothing_is_asked_about(story: Path) -> None:
    asked = [each.lines[0].text for each in open_questions(story, make_draft(story)) if each.ask is Ask.LEAD]
    assert asked == ["He has asked the engineers for a report by Friday."]


def test_sources_without_a_name_or_a_day_are_one_question_with_what_to_write(story: Path) -> None:
    (question,) = [each for each in open_questions(story, make_draft(story)) if each.ask is Ask.SOURCE]
    assert [line.quote.source for line in question.lines] == ["courier", "gazette", "radio"]
    assert "  - {file: captures/radio.txt, publisher: …, published: …}" in question.told


def test_a_source_of_which_all_is_known_is_not_asked_about(story: Path) -> None:
    known = "sources: [{file: captures/radio.txt, publisher: Radio, published: 2031-04-08}]"
    (story / "story.md").write_text(f"---\ntitle: Velm\ndate: 2031-04-08\n{known}\n---\n", encoding="utf-8")
    (question,) = [each for each in open_questions(story, make_draft(story)) if each.ask is Ask.SOURCE]
    assert [line.quote.source for line in question.lines] == ["courier", "gazette"]


def test_what_is_right_as_it_is_is_not_asked_again(story: Path) -> None:
    draft = make_draft(story)
    asked: list[str] = []
    while queue := _queue(draft, story):
        assert queue[0].key not in asked
        asked.append(queue[0].key)
        add_answers(story, settled(queue[0], Act.OK, ()))
    assert len(asked) > 4
    assert not (story / "decisions.yaml").exists()


def test_an_answer_holds_when_another_capture_is_added(story: Path) -> None:
    draft = make_draft(story)
    while queue := _queue(draft, story):
        add_answers(story, settled(queue[0], Act.OK, ()))
    further = "The choir of Olm sang for two hours on the town's market square, the organisers said.\n"
    (story / "captures" / "post.txt").write_text(further, encoding="utf-8")
    again = open_questions(story, make_draft(story))
    new = [each for each in again if each.ask is not Ask.SUMMARY]
    assert new
    assert all("post" in {line.quote.source for line in each.lines} for each in new)


def test_what_is_decided_is_not_asked_again(story: Path) -> None:
    draft = make_draft(story)
    question = _asked(_queue(draft, story), "denied")
    draft = decide(story, draft, decisions(question, Act.AGREE, ())).draft
    left = [each for each in _queue(draft, story) if each.ask is Ask.VALUES]
    assert not any("denied" in line.text for each in left for line in each.lines)


def test_a_claim_in_words_of_the_editor_comes_back_where_it_gains_or_loses_a_source(story: Path) -> None:
    draft = make_draft(story)
    lead = next(one for one in draft.workings.passages if "bakers" in one.text)
    worded = Decision(Verb.TEXT, 0, (Quote("radio", "bakers of Velm"),), "Bakers of Velm sell a cake.")
    draft = decide(story, draft, [worded]).draft
    claim = next(one for one in draft.digest.claims if one.worded)

    def asked(*sources: str, answered: tuple[Settled, ...] = ()) -> list[Question]:
        stood = tuple((claim.id, source, lead.text) for source in sources)
        published = replace(draft, story=replace(draft.story, history=Published(edition=1, stood=stood)))
        queue = make_queue(published, answered)
        return [each for each in queue if each.ask is Ask.WORDED]

    assert asked() == asked("radio") == []
    (question,) = asked("radio", "gazette")
    assert question.told == ("no longer said by gazette",)
    assert asked("radio", "gazette", answered=settled(question, Act.OK, ())) == []


def test_a_key_stays_as_long_as_it_is_asked_of_the_same_words(story: Path) -> None:
    first = [question.key for question in open_questions(story, make_draft(story))]
    assert first == [question.key for question in open_questions(story, make_draft(story))]
    assert len(set(first)) == len(first)


def test_a_line_that_was_set_aside_is_asked_about_until_it_is_said_what_it_is(story: Path) -> None:
    draft = make_draft(story)
    document = draft.workings.documents[0]
    blocks = (replace(document.blocks[0], kind=BlockKind.FURNITURE, rule="menu", set_aside=True), *document.blocks[1:])
    documents = (replace(document, blocks=blocks), *draft.workings.documents[1:])
    draft = replace(draft, workings=replace(draft.workings, documents=documents))
    queue = make_queue(draft, ())
    (question,) = [each for each in queue if each.ask is Ask.FURNITURE]
    assert decisions(question, Act.ARTICLE, ()) == (Decision(Verb.ARTICLE, 0, (question.lines[0].quote,)),)
    again = make_queue(draft, settled(question, Act.OK, ()))
    assert not [each for each in again if each.ask is Ask.FURNITURE]


def test_marked_lines_are_one_claim_and_the_others_are_none_of_it(story: Path) -> None:
    question = next(each for each in open_questions(story, make_draft(story)) if each.ask is Ask.NEAR)
    quotes = [line.quote for line in question.lines]
    assert len(quotes) > 2
    (made,) = decisions(question, Act.SAME, (0, 2))
    (answer,) = settled(question, Act.SAME, (0, 2))
    assert made.quotes == (quotes[0], quotes[2])
    assert (answer.quotes, answer.beside) == ((quotes[0],), tuple(q for i, q in enumerate(quotes) if i not in (0, 2)))


def test_a_single_mark_is_held_against_the_first_line(story: Path) -> None:
    question = next(each for each in open_questions(story, make_draft(story)) if len(each.lines) > 2)
    (made,) = decisions(question, Act.APART, (2,))
    assert made.quotes == (question.lines[0].quote, question.lines[2].quote)


def test_what_is_left_out_of_several_lines_has_to_be_marked(story: Path) -> None:
    question = next(each for each in open_questions(story, make_draft(story)) if len(each.lines) > 1)
    with pytest.raises(UnclearError, match="press its number"):
        decisions(question, Act.DROP, ())


def test_answers_of_a_disagreement_stand_with_their_passages(story: Path) -> None:
    question = _asked(open_questions(story, make_draft(story)), "At least 11 lorries")
    words = Words("How many lorries?", tuple("14" if "14" in line.text else "11" for line in question.lines))
    (made,) = decisions(question, Act.DIFFER, (), words)
    assert (made.value, made.respect) == ("How many lorries?", "number")
    assert {(answer.text, answer.quotes[0].source) for answer in made.answers} == {("14", "courier"), ("11", "gazette")}


def test_a_disagreement_of_one_answer_is_refused(story: Path) -> None:
    question = _asked(open_questions(story, make_draft(story)), "At least 11 lorries")
    with pytest.raises(UnclearError, match="all the same"):
        decisions(question, Act.DIFFER, (), Words("How many?", ("11", "11")))


def test_an_empty_file_decides_nothing(story: Path) -> None:
    question = _asked(open_questions(story, make_draft(story)), "He has asked")
    with pytest.raises(UnclearError, match="nothing is decided"):
        decisions(question, Act.TEXT, (), Words(""))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ok: near\n", "it is not a list of answers"),
        ("- {ok: near}\n", "an answer is not written as ok and of"),
        ("- {ok: sure, of: {a: b}}\n", "there is no question 'sure'"),
        ("- {ok: near, of: [a]}\n", "'of' is not a quote"),
    ],
)
def test_answers_that_cannot_be_read_are_named(text: str, problem: str, story: Path) -> None:
    (story / "desk.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=problem):
        read_answered(story)


def test_answers_are_read_as_they_were_written(story: Path) -> None:
    draft = make_draft(story)
    for question in _queue(draft, story):
        add_answers(story, settled(question, Act.OK, ()))
    read = read_answered(story)
    assert [one.ask for one in read] == [question.ask for question in make_queue(draft, ())]
    assert Quote("gazette", "asked the engineers") in [quote for one in read for quote in one.quotes]
