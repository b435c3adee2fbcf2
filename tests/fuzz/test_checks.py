"""The checks of the fuzzer see what they are for, and share no code with what they check."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.fuzz.captures import make_capture
from tests.fuzz.cases import Case, Planted, make_case
from tests.fuzz.checks import PROMISES
from tests.fuzz.checks.data import check_data
from tests.fuzz.checks.site import read_page
from tests.fuzz.checks.texts import Reading, decoded, marks_are_balanced, readable
from tests.fuzz.grammar import Article, Block, Spoken
from tests.fuzz.smaller import smallest
from tests.fuzz.wrappings import wrapped_up

FUZZ = Path(__file__).parent


def test_the_checks_load_nothing_of_the_program() -> None:
    modules = [f"tests.fuzz.checks.{path.stem}" for path in (FUZZ / "checks").glob("[a-z]*.py")]
    code = (
        f"import sys, {', '.join(modules)}; print([name for name in sys.modules if name.split('.')[0] == 'generator'])"
    )
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert len(modules) >= 3
    assert shown == "[]\n"


def test_only_one_module_of_the_fuzzer_names_the_program() -> None:
    naming = [path.name for path in FUZZ.rglob("[a-z]*.py") if "from generator" in path.read_text(encoding="utf-8")]
    assert sorted(naming) == ["running.py", "test_checks.py"]


def test_a_case_is_the_same_whenever_it_is_made() -> None:
    assert make_case(7, 11) == make_case(7, 11)
    assert make_case(7, 11) != make_case(7, 12)


def test_nobody_is_known_to_speak_whose_name_became_a_picture() -> None:
    said = Block("p", f"“We lit it,” {'Müller ' * 40}said.")
    article = Article("Nordpost", "Pier", "Ada Kell", "May 2, 2031", (said,), (Spoken("We lit it", "Müller"),))
    made = [make_capture(Random(number), article) for number in range(500)]
    pictured = [one for one in made if one.whole and "![Müller](p.png)" in one.text]
    assert pictured
    assert all(one.spoken == () for one in pictured)


TEXT = "Pier\n\nThe pier of Vann burned.\n\n“We lit it,” Oduya said.\n"


def _case(text: str = TEXT) -> Case:
    planted = Planted({"captures/a.txt": "utf-8"}, {"captures/a.txt": (Spoken("We lit it", "Oduya"),)})
    return Case("case-0-0", {"story.md": b"", "captures/a.txt": text.encode()}, planted)


def _citation(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    end = start + len(words)
    return {"source": "a", "start": start, "end": end, "exact": words, "prefix": TEXT[:start][-32:],
            "suffix": TEXT[end:][:32], "role": "lead"}  # fmt: skip


def _digest() -> dict[str, Any]:
    claims = [
        {"id": f"c-{number}", "kind": "event", "text": words, "attributed_to": None, "citations": [_citation(words)]}
        for number, words in enumerate(("The pier of Vann burned.", "“We lit it,” Oduya said."))
    ]
    coverage = [{"source": "a", "start": 0, "end": 4, "use": "heading", "claim": None, "reason": None}]
    for claim in claims:
        cited = claim["citations"][0]
        coverage.append(
            {"source": "a", "start": cited["start"], "end": cited["end"], "use": "claim", "claim": claim["id"]}
        )
    source = {"id": "a", "path": "captures/a.txt", "sha256": sha256(TEXT.encode()).hexdigest(), "origin": "a"}
    return {"schema": "news-digest/2", "slug": "case-0-0", "title": "Pier", "summary": "The pier of Vann burned.",
            "date": "2031-05-02", "sources": [source], "sections": [{"id": "s", "claims": ["c-0", "c-1"]}],
            "claims": claims, "disagreements": [], "coverage": coverage}  # fmt: skip


def test_data_in_which_nothing_is_wrong_pass() -> None:
    assert list(check_data(_case(), _digest())) == []


def _claim(digest: dict[str, Any], number: int = 0) -> dict[str, Any]:
    return digest["claims"][number]


WRONGS: dict[str, tuple[str, Callable[[dict[str, Any]], object]]] = {
    "an offset": ("exact evidence", lambda d: _claim(d)["citations"][0].update(start=7)),
    "a prefix": ("exact evidence", lambda d: _claim(d)["citations"][0].update(prefix="x")),
    "a suffix": ("exact evidence", lambda d: _claim(d)["citations"][0].update(suffix="x")),
    "a hash": ("one hash a capture", lambda d: d["sources"][0].update(sha256="0" * 64)),
    "a hole": ("full accounting", lambda d: d["coverage"].pop(0)),
    "an overlap": ("full accounting", lambda d: d["coverage"][0].update(end=9)),
    "a capture that is no source": ("full accounting", lambda d: d["sources"][0].update(path="captures/b.txt")),
    "a source counted twice": ("honest counting", lambda d: _claim(d)["citations"].append(_claim(d)["citations"][0])),
    "an origin that is none": ("honest counting", lambda d: d["sources"][0].update(origin="b")),
    "a word of its own": ("own words", lambda d: _claim(d).update(text="The old pier of Vann burned.")),
    "words that were glued": ("own words", lambda d: _claim(d).update(text="The pier ofVann burned.")),
    "words that nobody said": ("quotation lock", lambda d: _claim(d, 1).update(text="“They lit it,” Oduya said.")),
    "half a pair of marks": ("balanced marks", lambda d: _claim(d, 1).update(text="We lit it,” Oduya said.")),
    "no date": ("shape of the data", lambda d: d.update(date="soon")),
    "a claim in no section": ("shape of the data", lambda d: d["sections"][0]["claims"].pop()),
    "a direction override": ("plain characters", lambda d: d.update(title="Pier \u202e")),
}


@pytest.mark.parametrize("wrong", WRONGS)
def test_a_fault_in_the_data_is_seen(wrong: str) -> None:
    promise, spoil = WRONGS[wrong]
    digest = json.loads(json.dumps(_digest()))
    spoil(digest)
    assert promise in {fault.promise for fault in check_data(_case(), digest)}


def test_a_charge_that_is_counted_with_its_denial_is_seen() -> None:
    digest = _digest()
    _claim(digest)["citations"].append(_claim(digest, 1)["citations"][0])
    case = _case()
    planted = replace(case.planted, apart=(("The pier of Vann burned.", "“We lit it,” Oduya said."),))
    assert "apart" in {fault.promise for fault in check_data(replace(case, planted=planted), digest)}


def _in_a_mail(part: str) -> tuple[Case, dict[str, Any]]:
    """The story with its capture as the second part of a mail, and its data, which name ``part``."""
    mail = (
        b'Subject: Pier\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="e"\n\n--e\n'
        b"Content-Type: text/plain\n\nSee below.\n--e\nContent-Type: text/plain; charset=utf-8\n"
        b"Content-Transfer-Encoding: base64\n\n" + b64encode(TEXT.encode()) + b"\n--e--\n"
    )
    planted = Planted({"captures/a.eml": "utf-8"}, {"captures/a.eml": ()})
    digest = _digest()
    told = f"The file is a mail; the text that is cited is its part {part} (text/plain)."
    digest["sources"][0].update(path="captures/a.eml", sha256=sha256(mail).hexdigest(), notices=[told])
    return Case("case-0-0", {"story.md": b"", "captures/a.eml": mail}, planted), digest


def test_a_mail_is_held_against_the_part_that_its_notice_names() -> None:
    assert list(check_data(*_in_a_mail("2 of 2"))) == []


@pytest.mark.parametrize("part", ["1 of 2", "2 of 3", "3 of 3"])
def test_a_part_that_is_not_the_one_that_is_cited_is_seen(part: str) -> None:
    assert "exact evidence" in {fault.promise for fault in check_data(*_in_a_mail(part))}


def test_an_editors_own_words_are_no_fault_and_other_peoples_marks_on_them_are() -> None:
    case, digest = _case(), _digest()
    edited = replace(case, planted=replace(case.planted, decided=frozenset({"text"})))
    _claim(digest).update(text="A pier burned down.")
    assert list(check_data(edited, digest)) == []
    _claim(digest).update(text="“A pier burned down,” Oduya said.")
    assert "quotation lock" in {fault.promise for fault in check_data(edited, digest)}


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return [make_case(3, number) for number in range(300)]


def test_captures_come_in_every_form_and_in_other_languages(cases: list[Case]) -> None:
    found = {Path(path).suffix for case in cases for path in case.planted.encodings}
    assert found >= {".txt", ".html", ".md", ".eml", ".mhtml", ".mht", ".htm"}
    whole = b"".join(data for case in cases for data in case.files.values()).decode("utf-8", "replace")
    assert all(word in whole for word in ("Bürgermeister", "tempête", "tormenta", "причал", "风暴", "الشرطة"))


def test_stories_are_decided_on_with_every_verb_and_signed(cases: list[Case]) -> None:
    verbs = frozenset[str]().union(*(case.planted.decided for case in cases))
    assert len(verbs) > 20
    assert any(case.planted.signed for case in cases)
    assert all(("decisions.yaml" in case.files) is bool(case.planted.decided) for case in cases)


def test_lines_are_broken_at_one_width_and_lose_no_word() -> None:
    text = "The pier of Vann burned on Monday, and nobody said why it had been closed for so long before that."
    broken = {wrapped_up(Random(number), text, ".txt") for number in range(40)}
    dumps = [found for found, suffix in broken if suffix == ".txt"]
    assert dumps
    assert all("\n" in dump and dump.split() == text.split() for dump in dumps)


@pytest.mark.parametrize(
    "text", ["“a”", '"a" and "b"', "a pipe of 5\" and 7'", "It’s", "‘Come,’ he said", "«a» „b“", "„a”", '"a „b.”"']
)
def test_pairs_of_marks_are_balanced(text: str) -> None:
    assert marks_are_balanced(text)


def test_a_pair_may_stand_within_a_pair_of_other_marks() -> None:
    assert marks_are_balanced('"It rained," she said on „Sunday. "It was cold."“', nested=True)
    assert not marks_are_balanced('"It rained," she said on „Sunday. "It was cold."', nested=True)
    assert not marks_are_balanced("«It rained, she said, «It was cold.»»", nested=True)


@pytest.mark.parametrize("text", ["“a", "a”", '"a', "‘Come, he said", "«a", "a»", "“a “b”", "a” and “b", '"a „b.”'])
def test_half_a_pair_of_marks_is_seen(text: str) -> None:
    assert not marks_are_balanced(text)


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("The mayor: „The pier of Vann burned.”", "The „mayor"),
        ("Ada Kell: ``The pier of Vann burned.''", "Ada\u2007 Kell"),
        ("The mayor: »The pier of Vann burned.«", "The may`or"),
    ],
)
def test_a_speaker_may_be_named_before_words_in_any_marks(text: str, said_by: str) -> None:
    digest = _digest()
    _claim(digest).update(text=text, attributed_to=said_by)
    assert [fault.promise for fault in check_data(_case(), digest) if fault.promise == "own words"] == []


def test_utf_8_has_one_reading_and_no_mark_at_its_start() -> None:
    assert decoded("\ufeffé\r\n".encode(), ("cp1252",)) == ("é\r\n",)


def test_a_reader_sees_a_space_at_a_break_and_none_within_a_word() -> None:
    assert (
        readable("two days<br>after the s<b>tor</b>m &amp; <!-- x -->so", "a.html") == "two days after the storm & so"
    )


@pytest.mark.parametrize(
    ("raw", "path", "wording"),
    [
        ("The pe![x](y)ople left", "a.md", "The people left"),
        ("The [pier](javascript:a(1)) *bur*ned", "a.md", "The pier burned"),
        ("They c<?php ?>ame", "a.html", "They came"),
        ("They c<?php ?>ame", "a.html", "They c<?php ?>ame"),
        ("It <b>bur</b>ned &amp; fell", "a.html", "It burned & fell"),
        ("two days<br>after", "a.html", "Two days after"),
        ("It fell. <svg><title>not</title></svg> Kell left", "a.html", "It fell. Kell left."),
        ("It fell. <p style='x'>not</p> Kell left", "a.html", "It fell. Kell left."),
        ("The pier h[^\u2007]ad burned", "a.md", "The pier had burned"),
        ("They c<!-- x --!>ame <!-- y -->", "a.html", "They came"),
        ("den\u00adied b''ut", "a.txt", "denied but"),
        ("<raw</b", "a.html", "raw</b"),
        ("the fu&ltrnac&gtNo.;e shaft", "a.html", "the fu<rnac>No.;e shaft"),
        ("they counted 3&amp12 barges", "a.html", "they counted 3&12 barges"),
        ("they counted 3&amp12 barges", "a.md", "they counted 3&amp12 barges"),
        ("the caf&eacute; &copyright", "a.html", "the café ©right"),
        ("They left t<sc12/13>o find it", "a.md", "They left t o find it"),
        ("They left t<sc12/13>o find it", "a.md", "They left to find it"),
        ("Bericht aus 北京\x85新闻。", "a.txt", "Bericht aus 北京新闻。"),
    ],
)
def test_broken_markup_may_be_read_as_readers_read_it(raw: str, path: str, wording: str) -> None:
    assert Reading(raw, path).says(wording)


@pytest.mark.parametrize(
    ("raw", "path", "wording"),
    [
        ("two days<br>after", "a.html", "two daysafter"),
        ("two days<p>after", "a.md", "two daysafter"),
        ("two days\u2028after", "a.txt", "two daysafter"),
        ("北京 新闻", "a.txt", "北京新闻"),
        ("They left t<i>o find it", "a.md", "They left t o find it"),
        ("Tarn\n新闻", "a.txt", "Tarn新闻"),
        ("They did <b>not</b> leave", "a.html", "They did leave"),
        ("They did <i>not</i> leave", "a.html", "They did leave"),
        ("They did [not](x) leave", "a.md", "They did leave"),
        ("They did *not* leave", "a.md", "They did leave"),
        ("They did <x>not</x> leave", "a.txt", "They did leave"),
        ("The pier of Vann burned", "a.html", "The pier burned"),
        ("Kell hit Oduya", "a.html", "Oduya hit Kell"),
        ("They burned it", "a.html", "hey burn"),
        ("14 people", "a.txt", "4 people"),
        ("14&nbsp;people", "a.html", "14people"),
    ],
)
def test_words_that_no_reader_reads_are_in_no_reading(raw: str, path: str, wording: str) -> None:
    assert not Reading(raw, path).says(wording)


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        '<p onclick="x">a</p>',
        '<a href="javascript:x">a</a>',
        '<p style="color:red">a</p>',
        '<img src="https://evil.example/x.png" alt="">',
        "<iframe></iframe>",
        "1 < 2",
        "<p title='x'>a</p>",
        '<a href="a b">a</a>',
    ],
)
def test_what_no_page_may_have_is_seen(markup: str) -> None:
    assert read_page(markup).wrong


def test_a_picture_of_the_site_itself_may_have_its_whole_address() -> None:
    own = "https://news.example/digest"
    assert read_page(f'<img src="{own}/p.png" alt="">', own=own).wrong == []
    assert read_page('<img src="https://news.example/digestive/p.png" alt="">', own=own).wrong


def test_plain_markup_passes() -> None:
    page = read_page('<p class="x">a <a href="../b/#c" rel="external noopener">b</a> &lt;script&gt;<br></p>')
    assert page.wrong == []
    assert [name for name, _ in page.tags] == ["p", "a", "br"]


def test_a_failing_case_shrinks_to_the_line_that_matters() -> None:
    case = _case("one\ntwo\nBAD line\nthree\n")
    small = smallest(case, "ends well", lambda candidate: b"BAD" in candidate.files["captures/a.txt"])
    assert small.files["captures/a.txt"] == b"BAD"


def test_every_promise_is_told_of() -> None:
    page = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    assert [promise for promise in PROMISES if f"| {promise} |" not in page] == []
