"""What was changed in a buffer -> decisions, and nothing else; the draft then is as the buffer has it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.decide import wordings
from generator.desk.outline import INDENT, REST, Outline, render
from generator.desk.settling import RefusedError, Settled, UnsettledError, draw
from generator.desk.writing import spell
from generator.errors import InputError
from generator.load import load_story
from generator.load.decisions import parse_decisions
from generator.model import Story, Verb, Workings
from tests.desk.buffers import applied, blocks, joined, moved, shown, verbed
from tests.desk.fair import folder
from tests.making import story as made_of

Draft = tuple[Outline, Workings]

MAYOR = '{courier: "Marrow, Lena Holt"}'
PILOTS = '{pilot: "river pilots, said"}'
FERRY = '{pilot: "ferry that carried"}'
CLOSED = '{courier: "bridge was closed"}'
COST = '{courier: "took two years"}'
SIGNAL = '{gazette: "new signal warns"}'


def _lines(settled: Settled) -> list[str]:
    return [spell(one) for one in settled.added]


def _with(story: Story, data: bytes) -> tuple[Story, Draft]:
    """The story with these decisions, and its draft."""
    decided = replace(story, decisions=parse_decisions(data, Path(story.decisions_path)))
    return decided, draw(decided)


def _keys(outline: Outline, heading: str) -> list[str]:
    texts = {line.key: line.text for line in outline.lines}
    return [" ".join(texts[one].split()[:3]) for one in outline.heads(heading)]


def test_an_order_within_a_section_is_after(story: Story, draft: Draft) -> None:
    settled = applied(story, draft, moved(render(draft[0]), "The bridge was closed", "Oskar Brandt"))
    assert _lines(settled) == [f"- {{after: {MAYOR}, of: {CLOSED}}}"]
    assert _keys(settled.outline, "What several say")[:2] == ["The mayor of", "The bridge was"]


def test_a_line_under_another_heading_is_section(story: Story, draft: Draft) -> None:
    settled = applied(story, draft, moved(render(draft[0]), "The bridge was closed", "== Also reported"))
    assert _lines(settled)[0] == f"- {{section: Background, of: {CLOSED}}}"
    assert "The bridge was" in _keys(settled.outline, "Background")
    assert settled.section_order is None


def test_a_new_heading_is_a_section_and_says_where_it_stands_only_if_it_has_to(story: Story, draft: Draft) -> None:
    text = render(draft[0]).replace("== What happened", "== The signal\n== What happened")
    first = applied(story, draft, moved(text, "new signal warns", "== What happened"))
    assert first.section_order is None
    assert _lines(first)[0] == f'- {{section: "The signal", of: {SIGNAL}}}'
    last = applied(story, draft, moved(text, "== The signal", "== Also reported"))
    assert last.added == ()
    text = render(draft[0]).replace("== Also reported", "== The signal\n== Also reported")
    last = applied(story, draft, moved(text, "The repairs cost 3.2", "== Also reported"))
    assert last.section_order == ("What several say", "Background", "The signal")


def test_headings_in_another_order_are_the_order_of_sections_alone(story: Story, draft: Draft) -> None:
    found = blocks(render(draft[0]))
    first, second, *others = found
    settled = applied(story, draft, joined({name: found[name] for name in (second, first, *others)}))
    assert settled.added == ()
    assert settled.section_order == ("What happened", "What several say", "Background")
    assert list(settled.outline.headings) == list(settled.section_order)


def test_the_names_of_sections_without_a_claim_stay_in_their_order(story: Story, draft: Draft) -> None:
    ordered = replace(story, section_order=("Reactions",))
    found = blocks(render(draft[0]))
    first, second, *others = found
    settled = applied(ordered, draft, joined({name: found[name] for name in (second, first, *others)}))
    assert settled.section_order == ("What happened", "What several say", "Background", "Reactions")


def test_drop_names_all_passages_that_the_claim_counts(story: Story, draft: Draft) -> None:
    settled = applied(story, draft, verbed(render(draft[0]), "Oskar Brandt", "drop"))
    assert _lines(settled)[0] == f'- {{drop: [{PILOTS}, {{gazette: "chair, Oskar Brandt"}}]}}'
    assert "Oskar Brandt" not in shown(settled.outline)


def test_merge_is_same_and_keeps_the_words_of_the_claim_above(story: Story, draft: Draft) -> None:
    settled = applied(story, draft, verbed(render(draft[0]), "The bridge was closed", "merge"))
    assert _lines(settled)[0] == f"- {{same: [{FERRY}, {CLOSED}]}}"
    assert "The ferry that carried pupils" in shown(settled.outline)
    assert "The bridge was closed" not in shown(settled.outline)


def test_a_line_indented_beneath_another_is_a_detail_of_it_with_all_its_passages(story: Story, draft: Draft) -> None:
    text = moved(
        verbed(render(draft[0]), "The bridge was closed", "keep"), "The bridge was closed", "The province", INDENT
    )
    settled = applied(story, draft, text)
    other = '{pilot: "bridge was closed"}'
    assert _lines(settled) == [f"- {{detail: [{CLOSED}, {other}], of: {COST}}}"]
    found = [line for line in settled.outline.lines if "was closed" in line.text]
    assert {line.detail for line in found} == {True}


def test_a_detail_under_a_heading_is_a_claim_of_its_own(story: Story, draft: Draft) -> None:
    settled = applied(story, draft, moved(render(draft[0]), "The union of river pilots", "A new signal", ""))
    assert _lines(settled)[0] == '- {section: Background, of: {gazette: "river pilots criticised"}}'
    assert _keys(settled.outline, "Background")[0] == "The union of"


def test_what_is_folded_is_opened_under_a_heading(story: Story, draft: Draft) -> None:
    settled = applied(story, draft, moved(render(draft[0]), "Heron numbers", "== Also reported"))
    assert _lines(settled)[0] == '- {section: Background, of: {pilot: "Heron numbers on"}}'


def test_what_is_open_is_put_among_the_rest(story: Story, draft: Draft) -> None:
    text = moved(verbed(render(draft[0]), "The bridge was closed", "keep"), "The bridge was closed", "Heron numbers")
    settled = applied(story, draft, text)
    assert f'- {{section: "{REST}", of: {CLOSED}}}' in _lines(settled)
    assert "The bridge was" in _keys(settled.outline, REST)


def test_brief_and_summary_are_lists_of_all_that_are_marked(story: Story, draft: Draft) -> None:
    settled = applied(story, draft, verbed(render(draft[0]), "The bridge was closed", "summary"))
    assert _lines(settled) == [
        f"- {{brief: [{PILOTS}, {COST}]}}",
        f"- {{summary: [{MAYOR}, {FERRY}, {CLOSED}]}}",
    ]
    assert {line.text.split()[-1] for line in settled.outline.lines if line.brief} == {"fog.", "years."}


def test_words_that_are_changed_are_text(story: Story, draft: Draft) -> None:
    text = render(draft[0]).replace("after a barge struck its second pier.", "when a barge struck a pier.")
    settled = applied(story, draft, text)
    assert _lines(settled) == [
        f'- {{text: "The bridge was closed in May 2024 when a barge struck a pier.", of: {CLOSED}}}'
    ]


def test_words_that_no_cited_passage_says_are_refused(
    story: Story, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordings, "unfounded", lambda text, quotes: ("no source says 2023",) if "2023" in text else ())
    with pytest.raises(RefusedError, match="no source says 2023") as caught:
        applied(story, draft, render(draft[0]).replace("in May 2024", "in May 2023"))
    assert caught.value.findings[0].startswith(next(one.id[:6] for one in draft[0].lines if "2024" in one.text))


def test_a_second_section_of_a_claim_replaces_the_first(story: Story) -> None:
    data = f"# agreed\n- {{section: reactions, of: {CLOSED}}}\n".encode()
    decided, draft = _with(story, data)
    settled = applied(decided, draft, moved(render(draft[0]), "The bridge was closed", "The repairs cost 3.2"), data)
    assert b"reactions" not in settled.data
    assert settled.data.startswith(b'# agreed\n- {section: "What happened", of: ' + CLOSED.encode())


def test_a_new_list_in_brief_replaces_the_old_one(story: Story) -> None:
    data = f"- {{brief: [{PILOTS}, {COST}]}}\n".encode()
    decided, draft = _with(story, data)
    settled = applied(decided, draft, verbed(render(draft[0]), "3.2 million", "keep"), data)
    assert settled.data == f"- {{brief: {PILOTS}}}\n".encode()


def test_an_order_replaces_the_one_that_it_undoes(story: Story) -> None:
    data = f"- {{after: {MAYOR}, of: {CLOSED}}}\n".encode()
    decided, draft = _with(story, data)
    text = moved(render(draft[0]), "The bridge was closed", "ferry that carried")
    settled = applied(decided, draft, text, data)
    assert settled.data == f"- {{after: {PILOTS}, of: {CLOSED}}}\n".encode()


def test_words_replace_the_words_before_and_the_others_of_the_line_stay(story: Story) -> None:
    data = f'- {{text: "The bridge was shut.", of: [{CLOSED}, {FERRY}]}}\n'.encode()
    decided, draft = _with(story, data)
    text = render(draft[0]).replace("The bridge was shut.  [courier, pilot]", "It was shut.  [courier, pilot]", 1)
    settled = applied(decided, draft, text, data)
    assert [one.verb for one in settled.added] == [Verb.TEXT]
    (left,) = [one for one in settled.changed.values() if one is not None]
    assert len(left.quotes) == 1


def test_what_keeps_two_claims_apart_gives_way_to_merge(story: Story) -> None:
    data = f"- {{apart: [{FERRY}, {CLOSED}]}}\n".encode()
    decided, draft = _with(story, data)
    settled = applied(decided, draft, verbed(render(draft[0]), "The bridge was closed", "merge"), data)
    assert b"apart" not in settled.data


def test_what_keeps_more_than_two_claims_apart_is_an_error_with_its_line(story: Story) -> None:
    data = f"- {{apart: [{FERRY}, {CLOSED}, {PILOTS}]}}\n".encode()
    decided, draft = _with(story, data)
    with pytest.raises(InputError, match=r"decisions\.yaml:1: it keeps what is to be merged apart"):
        applied(decided, draft, verbed(render(draft[0]), "The bridge was closed", "merge"), data)


def test_a_dropped_claim_is_kept_no_more_and_a_detail_is_none(story: Story) -> None:
    data = f"- {{keep: {CLOSED}}}\n- {{detail: {SIGNAL}, of: {COST}}}\n".encode()
    decided, draft = _with(story, data)
    text = verbed(verbed(render(draft[0]), "The bridge was closed", "drop"), "A new signal", "drop")
    settled = applied(decided, draft, text, data)
    assert b"keep" not in settled.data
    assert b"detail" not in settled.data


def test_comments_and_other_decisions_stay_as_they_are(story: Story) -> None:
    data = f"# ours\n- {{kind: plan, of: {SIGNAL}}}   # she said so\n".encode()
    decided, draft = _with(story, data)
    settled = applied(decided, draft, verbed(render(draft[0]), "Heron numbers", "drop"), data)
    assert settled.data.startswith(data)


def test_what_would_otherwise_fall_out_of_the_open_is_held_there(story: Story, draft: Draft) -> None:
    text = render(draft[0])
    for words in ("Heron numbers", "Traders on the north", "The bridge was built"):
        text = moved(text, words, "== Also reported")
    settled = applied(story, draft, text)
    wanted = {line.key for line in draft[0].lines if line.opened}
    assert wanted <= {line.key for line in settled.outline.lines if line.opened}


def test_what_a_drop_brings_into_the_open_is_told(story: Story, draft: Draft) -> None:
    text = render(draft[0])
    for words in ("The mayor of Marrow", "Oskar Brandt", "The ferry that", "The bridge was closed"):
        text = verbed(text, words, "drop")
    settled = applied(story, draft, text)
    assert any(remark.startswith("in the open now: c-") for remark in settled.remarks)


def test_a_denial_goes_with_what_it_denies() -> None:
    one = made_of(
        one="The mayor of Marrow accused the harbour office of hiding a report on Sunday. The harbour office denied "
        "the accusation. The bridge opened on Sunday.\n",
        two="The bridge opened on Sunday. Traders on the north bank welcomed that.\n",
    )
    draft = draw(one)
    denial = next(line for line in draft[0].lines if line.denies)
    denied = next(line for line in draft[0].lines if line.key == denial.denies)
    text = render(draft[0]).replace("== Also reported", "== The report\n== Also reported")
    settled = applied(one, draft, moved(text, denied.text[:30], "== Also reported"))
    assert settled.outline.heads("The report") == (denied.key, denial.key)
    assert any("stands right after what it denies" in remark for remark in settled.remarks)


def test_a_merge_that_would_take_a_speaker_away_is_worded_by_who_names_him(tmp_path: Path) -> None:
    one = load_story(folder(tmp_path / "one"))
    draft = draw(one)
    settled = applied(one, draft, verbed(render(draft[0]), "Oskar Brandt", "merge"))
    assert [remark for remark in settled.remarks if "says now: Oskar Brandt" in remark]
    assert "- {same:" in _lines(settled)[0]


def test_what_no_decision_brings_about_is_an_error_that_names_the_line(story: Story, draft: Draft) -> None:
    text = render(draft[0]).replace("== Also reported", "== several-say\n== Also reported")
    with pytest.raises(UnsettledError, match=r"A new signal warns .*the draft has it under 'What several say'"):
        applied(story, draft, moved(text, "new signal warns", "== Also reported"))
