"""Anybody can check a published site with one file and nothing of the project: ``generator/data/verify_digest.py``."""

from __future__ import annotations

import ast
import contextlib
import copy
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator import cli
from generator.data import verify_digest
from tests.factories import CAPTURES
from tests.published import Json, corrected, editions, entry, fingerprint, pointer, publish, read, save_captures, write

FILE = Path(verify_digest.__file__)
SLUG = "velm-bridge"
Checked = tuple[int, list[str], str]
Check = Callable[..., Checked]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs the checker: its status, the lines that it found, and everything that it printed."""
    monkeypatch.setenv("no_proxy", "*")

    def run(place: object, *pages: str) -> Checked:
        status = verify_digest.main([str(place), *(word for page in pages for word in ("--page", page))])
        printed = capsys.readouterr()
        lines = printed.out.splitlines()
        return status, [line for line in lines if line.startswith("finding: ")], printed.out + printed.err

    return run


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two stories, of two editions and of one."""
    return publish(tmp_path / "site", corrected(), editions(entry("velm-market")))


@pytest.fixture
def captures(tmp_path: Path) -> dict[str, str]:
    return save_captures(tmp_path / "captures")


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder; what lies in /moved/ leads to the address ``to``, what lies in /broken/ fails."""

    asked: list[str]
    to: str

    def do_GET(self) -> None:
        self.asked.append(self.headers["Host"] + self.path)
        if self.path.startswith("/moved/"):
            self.send_response(302)
            self.send_header("Location", self.path.replace("/moved/", self.to))
            self.end_headers()
        elif "broken" in self.path:
            self.send_error(500)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def served(folder: Path, to: str = "/") -> Iterator[tuple[str, list[str]]]:
    """A folder at an address of this machine, and what was asked of it."""
    asked: list[str] = []
    handler = type("Handler", (_Handler,), {"asked": asked, "to": to})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


# What holds


def test_a_good_site_holds_and_the_last_line_says_what_was_checked(site: Path, check: Check) -> None:
    status, findings, printed = check(site)
    assert (status, findings) == (0, [])
    assert printed.splitlines()[-1].startswith("Checked: 2 stories, 3 editions, 14 claims, 22 citations")
    assert "Not checked: the quotes of 6 sources (no page of theirs was named with --page)." in printed
    assert printed.endswith(" No findings.\n")


def test_a_site_is_checked_at_its_address_and_no_other_host_is_asked(site: Path, check: Check) -> None:
    with served(site) as (address, asked):
        status, findings, printed = check(address)
    assert (status, findings) == (0, [])
    assert "2 stories, 3 editions" in printed
    assert {host.partition("/")[0] for host in asked} == {address.removeprefix("http://")}


@pytest.mark.parametrize("page", ["", "/", "/index.html", "/digest.json", "/#c-closed", "/?from=feed"])
def test_a_story_is_checked_by_any_address_of_its_page(page: str, site: Path, check: Check) -> None:
    with served(site) as (address, _):
        status, findings, printed = check(f"{address}/stories/{SLUG}{page}")
    assert (status, findings) == (0, [])
    assert "1 story, 2 editions" in printed


@pytest.mark.parametrize("page", ["", "digest.json", "index.html"])
def test_a_story_is_checked_in_a_folder(page: str, site: Path, check: Check) -> None:
    (site / f"stories/{SLUG}/index.html").write_text("<p>Its page.", encoding="utf-8")
    status, findings, printed = check(site / "stories" / SLUG / page)
    assert (status, findings) == (0, [])
    assert "1 story, 2 editions" in printed


def test_a_story_is_held_to_the_list_of_its_site(site: Path, check: Check) -> None:
    story = [read(site / f"stories/{SLUG}/{place}") for place in ("editions/1.json", "digest.json")]
    forged = editions({**story[0], "title": "Another title"}, story[1])
    for number, edition in enumerate(forged, 1):
        write(site / f"stories/{SLUG}/editions/{number}.json", edition)
    write(site / f"stories/{SLUG}/digest.json", forged[-1])
    status, findings, _ = check(site / "stories" / SLUG)
    assert status == 1
    assert [line.partition(" was changed")[0] for line in findings] == [
        f"finding: {SLUG}: edition {number}" for number in (1, 2)
    ]


def test_a_story_that_the_list_of_its_site_does_not_have_is_found(site: Path, check: Check) -> None:
    write(site / "editions.json", {"schema": "news-editions/1", "stories": []})
    status, findings, _ = check(site / "stories" / SLUG)
    assert (status, findings) == (1, [f"finding: {SLUG}: the site's editions.json does not list it"])


def test_without_a_list_a_story_is_checked_by_its_chain_and_that_is_said(site: Path, check: Check) -> None:
    (site / "editions.json").unlink()
    status, _, printed = check(site / "stories" / SLUG)
    assert status == 0
    assert "Not checked: the quotes of 3 sources" in printed
    assert "the site's list of hashes (no editions.json above the story)" in printed


def test_the_hash_of_the_newest_edition_is_printed_so_that_it_can_be_kept(site: Path, check: Check) -> None:
    newest = fingerprint(read(site / f"stories/{SLUG}/digest.json"))
    assert f"{SLUG}: edition 2 (corrected, signed 2031-04-10) has the sha256 {newest}\n" in check(site)[2]


def test_uses_are_counted_for_each_source(site: Path, check: Check) -> None:
    counted = "gazette: stretches (and characters) by use: claim 3 (236), omitted 1 (44), heading 1 (42), furniture 1"
    assert counted in check(site)[2]


def test_a_digest_that_nobody_signed_is_checked_in_itself(tmp_path: Path, check: Check) -> None:
    write(tmp_path / "digest.json", entry())
    status, _, printed = check(tmp_path)
    assert status == 0
    assert "the chain of 1 entry that nobody signed" in printed


# The chain


def _change_edition(site: Path) -> None:
    path = site / f"stories/{SLUG}/editions/1.json"
    write(path, {**read(path), "title": "Another title"})


def _change_block(site: Path, **changes: str) -> None:
    """Change the newest edition wherever it stands, so that only the list has its hash."""
    newest = read(site / f"stories/{SLUG}/digest.json")
    newest["edition"] |= changes
    write(site / f"stories/{SLUG}/digest.json", newest)
    write(site / f"stories/{SLUG}/editions/2.json", pointer(newest))


def _change_note(site: Path) -> None:
    _change_block(site, note="A comma was wrong.")


def _forge_previous(site: Path) -> None:
    _change_edition(site)
    _change_block(site, previous=fingerprint(read(site / f"stories/{SLUG}/editions/1.json")))


def _point_for_an_old_one(site: Path) -> None:
    path = site / f"stories/{SLUG}/editions/1.json"
    write(path, pointer(read(path)))


def _point_at_another(site: Path) -> None:
    path = site / f"stories/{SLUG}/editions/2.json"
    write(path, {**read(path), "sha256": "0" * 64})


def _break_tie(site: Path) -> None:
    second = read(site / f"stories/{SLUG}/digest.json")
    second["edition"]["previous"] = "0" * 64
    publish(site, [read(site / f"stories/{SLUG}/editions/1.json"), second])


def _change_digest(site: Path) -> None:
    path = site / f"stories/{SLUG}/digest.json"
    write(path, {**read(path), "title": "Another title"})


def _exchange_editions(site: Path) -> None:
    shutil.copy(site / f"stories/{SLUG}/editions/2.json", site / f"stories/{SLUG}/editions/1.json")


def _roll_back(site: Path) -> None:
    shutil.copy(site / f"stories/{SLUG}/editions/1.json", site / f"stories/{SLUG}/digest.json")


def _double_a_key(site: Path) -> None:
    path = site / f"stories/{SLUG}/editions/1.json"
    path.write_text(path.read_text().replace('"title":', '"title": "Another title", "title":', 1))


@pytest.mark.parametrize(
    ("tamper", "told"),
    [
        (_change_edition, "edition 1 was changed: its sha256 is"),
        (_change_edition, "edition 2 does not follow edition 1"),
        (_change_note, "edition 2 was changed: its sha256 is"),
        (_forge_previous, "edition 2 was changed: its sha256 is"),
        (_break_tie, "edition 2 does not follow edition 1: it names 000"),
        (_change_digest, "digest.json is not edition 2"),
        (_exchange_editions, "editions/1.json calls itself edition 2"),
        (_point_for_an_old_one, "edition 1 is not published, and no later edition withdraws the story"),
        (_point_at_another, "digest.json is not edition 2"),
        (_roll_back, "editions.json lists the editions 1, 2; digest.json is edition 1"),
        (_double_a_key, "a key stands twice"),
        (lambda site: (site / f"stories/{SLUG}/editions/1.json").unlink(), "editions/1.json is missing"),
        (lambda site: (site / f"stories/{SLUG}/editions/2.json").unlink(), "editions/2.json is missing"),
        (lambda site: (site / f"stories/{SLUG}/digest.json").unlink(), "digest.json is missing"),
    ],
)
def test_a_chain_that_was_tampered_with_is_found(
    tamper: Callable[[Path], None], told: str, site: Path, check: Check
) -> None:
    tamper(site)
    status, findings, printed = check(site)
    assert status == 1
    assert any(told in line for line in findings), printed
    with served(site) as (address, _):
        assert check(address)[1] == findings


def test_a_newest_edition_that_stands_twice_holds_as_well(site: Path, check: Check) -> None:
    shutil.copy(site / f"stories/{SLUG}/digest.json", site / f"stories/{SLUG}/editions/2.json")
    status, findings, printed = check(site)
    assert (status, findings) == (0, [])
    assert "2 stories, 3 editions" in printed


def test_a_missing_edition_stands_in_its_hash_in_the_list(site: Path, check: Check) -> None:
    (site / f"stories/{SLUG}/editions/1.json").unlink()
    assert len(check(site)[1]) == 1


def test_whatever_is_changed_in_an_old_edition_is_found() -> None:
    story = corrected()
    changes = list(_changed(story[0]))
    assert len(changes) > 250
    for changed in changes:
        assert list(verify_digest.chain_faults(story[1], {1: changed, 2: story[1]}, None))


def _changed(data: Json) -> Iterator[Json]:
    """The data with each of its single values changed, one at a time."""
    for path in list(_leaves(data, ())):
        changed = copy.deepcopy(data)
        at: Any = changed
        for key in path[:-1]:
            at = at[key]
        old = at[path[-1]]
        at[path[-1]] = old + 1 if isinstance(old, int) and not isinstance(old, bool) else f"{old}."
        yield changed


def _leaves(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, (dict, list)):
        for key in value if isinstance(value, dict) else range(len(value)):
            if (*path, key) != ("edition", "number"):
                yield from _leaves(value[key], (*path, key))
    else:
        yield path


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ({"signed": "2031-04-01"}, "edition 2 is signed 2031-04-01, before edition 1 (2031-04-09)"),
        ({"kind": "first"}, "edition 2 cannot be of the kind 'first'"),
        ({"note": " "}, "edition 2 is corrected without a note that says what was wrong"),
        ({"signed": "yesterday"}, "edition 2 is signed on 'yesterday', which is no day"),
        ({"previous": None}, "edition 2 does not follow edition 1: it names None"),
        ({"number": True}, "edition.number cannot be “True”"),
        ({"number": 10**9}, "1000000000 is no number of an edition"),
    ],
)
def test_an_edition_that_cannot_be_is_found(block: Json, told: str, tmp_path: Path, check: Check) -> None:
    first, second = corrected()
    second["edition"].update(block)
    status, findings, _ = check(publish(tmp_path, [first, second]))
    assert status == 1
    assert any(told in line for line in findings), findings


def test_a_first_edition_that_names_another_before_it_is_found(tmp_path: Path, check: Check) -> None:
    (first,) = editions(entry())
    first["edition"]["previous"] = "0" * 64
    status, findings, _ = check(publish(tmp_path, [first]))
    assert (status, len(findings)) == (1, 1)
    assert "edition 1 names a previous edition, 000" in findings[0]


# The entry in itself


def _claim(data: Json, name: str) -> Json:
    return next(claim for claim in data["claims"] if claim["id"] == name)


def _first_entry(data: Json) -> Json:
    found: Json = next(one for one in data["coverage"] if one["use"] == "claim")
    return found


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda data: data["claims"].append(data["claims"][0]), "2 claims have one id, c-closed"),
        (lambda data: data["sections"][0]["claims"].append("c-fourth"), "claim c-fourth: the sections hold it 2 times"),
        (lambda data: data["sections"].pop(), "claim c-fourth: the sections hold it 0 times"),
        (
            lambda data: data["sections"][0]["claims"].append("c-x"),
            "section what-happened names c-x, which is no claim",
        ),
        (lambda data: data["claims"][0].update(under="c-x"), "claim c-closed names c-x, which is no claim"),
        (lambda data: data["summary_claims"].append("c-x"), "the summary names c-x, which is no claim"),
        (lambda data: data["timeline"].append({"claim": "c-x"}), "the timeline names c-x, which is no claim"),
        (lambda data: _claim(data, "c-closed")["citations"].pop(0), "claim c-closed: 0 passages lead it, not one"),
        (lambda data: _claim(data, "c-closed")["citations"][1].update(role="lead"), "2 passages lead it, not one"),
        (lambda data: _claim(data, "c-closed")["citations"][1].update(role="proof"), "'proof' is no role"),
        (
            lambda data: _claim(data, "c-closed")["citations"][1].update(role="differs"),
            "what courier says is in the role 'differs' and names no respect",
        ),
        (
            lambda data: _claim(data, "c-closed")["citations"].append(_claim(data, "c-closed")["citations"][1]),
            "claim c-closed: courier is counted 2 times",
        ),
        (lambda data: data.update(summary="All is well."), "the summary is not made of the claims that it names"),
        (
            lambda data: _claim(data, "c-lorries").update(text="The port authority spoke of “many lorries”."),
            "claim c-lorries: no passage that it cites has the words “many lorries”",
        ),
        (
            lambda data: data["disagreements"][0]["positions"][0].update(text="“forty”"),
            "disagreement d-lorries: no passage that it cites has the words “forty”",
        ),
        (
            lambda data: _claim(data, "c-fourth")["citations"][0].update(exact="It is the fifth."),
            "“It is the fifth.” cannot stand at radio<b>:",
        ),
        (lambda data: _claim(data, "c-fourth")["citations"][0].update(source="x"), "cites x, which is no source"),
        (lambda data: _first_entry(data).update(claim="c-x"), "names c-x, which is no claim"),
        (lambda data: _first_entry(data).update(claim=None), "it is used for no claim"),
        (lambda data: _first_entry(data).update(claim="c-fourth"), "coverage does not account for gazette:"),
        (lambda data: data["coverage"].remove(_first_entry(data)), "claim c-closed: coverage does not account for"),
        (lambda data: data["coverage"][0].update(end=80), "it overlaps what stands before it, or is out of order"),
        (lambda data: data["coverage"].insert(0, data["coverage"].pop(1)), "it overlaps what stands before it, or is"),
        (lambda data: data["coverage"][0].update(start=-4), "it is no stretch of a text"),
        (lambda data: data["coverage"][0].update(end=0), "it is no stretch of a text"),
        (lambda data: data["coverage"][0].update(reason=None), "left out without a reason"),
        (lambda data: data["coverage"][0].update(use="lost"), "'lost' is no use"),
        (lambda data: data["coverage"][0].update(source="x"), "coverage x:0-19: it is of no source"),
        (lambda data: data["claims"][0].update(text=7), "digest.claims[0].text cannot be “7”"),
        (lambda data: data["claims"][0].update(under=[]), "digest.claims[0].under cannot be “[]”"),
        (lambda data: data.pop("coverage"), "digest has no 'coverage'"),
        (lambda data: data.update(claims={}), "digest.claims is no list"),
        (lambda data: data.update(claims=[[]]), "digest.claims[0] is no object"),
    ],
)
def test_an_entry_that_contradicts_itself_is_found(
    change: Callable[[Json], object], told: str, tmp_path: Path, check: Check
) -> None:
    data = entry()
    change(data)
    status, findings, printed = check(publish(tmp_path, editions(data)))
    assert status == 1
    assert any(told in line for line in findings), printed


def test_an_old_edition_is_looked_into_as_well(tmp_path: Path, check: Check) -> None:
    old = entry()
    old["summary"] = "All is well."
    status, findings, _ = check(publish(tmp_path, editions(old, entry())))
    assert status == 1
    assert [line.partition(": the")[0] for line in findings] == [f"finding: {SLUG}, edition 1"]


def test_quoted_words_hold_whatever_their_marks_spaces_and_insertions(tmp_path: Path, check: Check) -> None:
    data = entry()
    _claim(data, "c-lorries")["text"] = 'It said that "40 lorries [full of sand] had  crossed it".'
    assert check(publish(tmp_path, editions(data)))[:2] == (0, [])


def test_links_that_a_page_shows_over_a_name_part_no_quoted_words() -> None:
    quote = "“I thank Ada Brell Ada Jo BrellFerries stop at noon Two held after a fire in Tarn MORE for that,” he said."
    assert verify_digest.folded(quote) == verify_digest.folded("“I thank Ada Brell for that,” he said.")
    assert "MORE" in verify_digest.folded(quote, "html")


def test_a_citation_may_be_a_part_of_what_the_coverage_gives_its_claim(tmp_path: Path, check: Check) -> None:
    data = entry()
    one = _claim(data, "c-fourth")["citations"][0]
    one.update(start=one["start"] + 10, exact=one["exact"][10:])
    assert check(publish(tmp_path, editions(data)))[0] == 0


# Pages that the outsider has


def test_a_capture_byte_for_byte_holds_every_citation(site: Path, captures: dict[str, str], check: Check) -> None:
    status, findings, printed = check(site / "stories" / SLUG, *captures.values())
    assert (status, findings) == (0, [])
    assert f"{SLUG}: {captures['courier']} is the capture of courier, byte for byte: 3 citations" in printed
    assert "Not checked" not in printed


def _shift(citation: Json) -> None:
    citation["start"] += 1
    citation["end"] += 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda data: _shift(_claim(data, "c-planned")["citations"][0]),
            "A replacement is planned for next year.”; that",
        ),
        (
            lambda data: _claim(data, "c-planned")["citations"][0].update(
                exact="A replacement is planned for this year."
            ),
            "A replacement is planned for this year.”; that stands nowhere",
        ),
        (
            lambda data: _claim(data, "c-planned")["citations"][0].update(prefix="In spring"),
            "is another prefix or suffix",
        ),
        (lambda data: _claim(data, "c-planned")["citations"][0].update(suffix="Soon."), "is another prefix or suffix"),
        (
            lambda data: _shift(data["disagreements"][0]["positions"][0]["citations"][0]),
            "disagreement d-lorries: gazette:",
        ),
        (
            lambda data: data["coverage"].remove(next(one for one in data["coverage"] if one["reason"] == "byline")),
            "coverage courier:0-14: not accounted for: “By Jon Addel”",
        ),
        (
            lambda data: [one for one in data["coverage"] if one["source"] == "courier"][-1].update(end=900),
            "coverage courier: it ends at 900, the capture at",
        ),
    ],
)
def test_what_does_not_stand_so_in_its_capture_is_found(
    change: Callable[[Json], object], told: str, tmp_path: Path, captures: dict[str, str], check: Check
) -> None:
    data = entry()
    change(data)
    status, findings, printed = check(publish(tmp_path / "site", editions(data)), *captures.values())
    assert status == 1
    assert any(told in line for line in findings), printed


@pytest.mark.parametrize(
    ("encoding", "notice"),
    [
        ("utf-8-sig", "The file begins with a byte-order mark, which is not counted as text."),
        ("utf-16", "The file is not UTF-8; it was read as UTF-16 (its byte-order mark says so)."),
        ("cp1252", "The file is not UTF-8; it was read as iso-8859-1 (the page declares it)."),
    ],
)
def test_offsets_count_the_text_as_it_was_decoded(encoding: str, notice: str, tmp_path: Path, check: Check) -> None:
    text = "“Ein Jahr”, said Jørn Ødegård.\n" + CAPTURES["courier"]
    data = entry()
    moved = text.index(CAPTURES["courier"])
    for one in [*data["coverage"], *(citation for claim in data["claims"] for citation in claim["citations"])]:
        if one["source"] == "courier":
            one.update(start=one["start"] + moved, end=one["end"] + moved)
    added = {"source": "courier", "start": 0, "end": moved - 1, "use": "furniture", "claim": None, "also": []}
    first = next(index for index, one in enumerate(data["coverage"]) if one["source"] == "courier")
    data["coverage"].insert(first, {**added, "reason": "menu"})
    saved = tmp_path / "saved.txt"
    saved.write_bytes(text.encode(encoding))
    source = next(one for one in data["sources"] if one["id"] == "courier")
    source.update(sha256=sha256(saved.read_bytes()).hexdigest(), notices=[notice])
    status, findings, printed = check(publish(tmp_path / "site", editions(data)), str(saved))
    assert (status, findings) == (0, [])
    assert "is the capture of courier, byte for byte" in printed


PAGE = """<!doctype html><html><head><title>Bridge</title><style>p {{ color: red }}</style></head><body><nav>Home</nav>
<![endif]><p>Velm&rsquo;s old <b>harbour</b> bridge has been closed to all
traffic since Tues&shy;day, when inspectors found cracks.<p>According to the engineers’ union, the city was warned in
spring.<ul><li>{plan}</ul><script>if (a < b) document.write("<p>x")</script></body></html>"""


def test_a_page_saved_anew_holds_the_quotes_whatever_its_markup_marks_and_spaces(
    site: Path, tmp_path: Path, check: Check
) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE.format(plan="A replacement is planned for next year."), encoding="utf-8")
    status, findings, printed = check(site / "stories" / SLUG, str(saved))
    assert (status, findings) == (0, [])
    assert f"{SLUG}: {saved} is another copy (other bytes), most like courier: 3 of 3 quotes stand in it" in printed
    assert "3 quotes looked for in 1 other copy. Not checked: the quotes of 2 sources" in printed


def test_a_quote_that_the_page_no_longer_prints_is_said_to_be_missing_from_this_copy(
    site: Path, tmp_path: Path, check: Check
) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE.format(plan="A replacement is not planned."), encoding="utf-8")
    status, findings, printed = check(site / "stories" / SLUG, str(saved))
    assert status == 1
    quote = "“A replacement is planned for next year.”"
    assert findings == [f"finding: {SLUG}: claim c-planned: {quote} does not stand in this copy, {saved}"]
    assert "2 of 3 quotes stand in it" in printed


def test_a_page_of_something_else_is_a_finding(site: Path, tmp_path: Path, check: Check) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text("Rain is expected.", encoding="utf-8")
    status, findings, _ = check(site, str(saved))
    assert (status, len(findings)) == (1, 1)
    assert "no quote of any source stands in this copy" in findings[0]


def test_quotes_of_a_markdown_capture_are_looked_for_without_its_marks(tmp_path: Path, check: Check) -> None:
    data = entry()
    source = next(one for one in data["sources"] if one["id"] == "courier")
    source["path"] = "captures/courier.md"
    one = _claim(data, "c-planned")["citations"][0]
    exact = "A [**replacement**](https://coast.example/(a)) is _planned_[^1] for next year."
    more = len(exact) - len(one["exact"])
    one.update(exact=exact, end=one["end"] + more)
    next(entry for entry in data["coverage"] if entry["claim"] == "c-planned")["end"] += more
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE.format(plan="A replacement is planned for next year."), encoding="utf-8")
    status, findings, printed = check(publish(tmp_path / "site", editions(data)), str(saved))
    assert (status, findings) == (0, [])
    assert "3 of 3 quotes stand in it" in printed


# What cannot be used


def _unusable(checked: Checked) -> str:
    """The one line in which a run ended that could check nothing."""
    status, _, printed = checked
    assert status == 2
    (line,) = printed.splitlines()
    return line


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("nowhere", "there is no such folder or file"),
        ("a\0b", "there is no such folder or file"),
        (".", "there is neither editions.json nor digest.json"),
        ("ftp://127.0.0.1/", "only http and https addresses are read"),
        ("file:///etc/hostname", "only http and https addresses are read"),
        ("http://127.0.0.1:1/", "it cannot be reached"),
        ("http://127.0.0.1:99999/", "it cannot be reached"),
        ("http://[1/", "it is no web address"),
        ("other.json", "is of the format None, which is neither news-editions/1 nor news-digest/2"),
        ("words.json", "it is not JSON"),
        ("deep.json", "it is not JSON"),
        ("half.json", "it holds what has no hash"),
        ("list.json", "it is no JSON object"),
    ],
)
def test_what_is_no_site_ends_in_one_line(
    place: str, told: str, tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("other.json", "{}"),
        ("words.json", "Hello"),
        ("deep.json", "[" * 100_000),
        ("half.json", '{"schema": "\\ud800"}'),
        ("list.json", "[]"),
    ):
        Path(name).write_text(text)
    assert told in _unusable(check(place))


def test_a_page_that_is_missing_or_hides_its_words_ends_in_one_line(site: Path, tmp_path: Path, check: Check) -> None:
    (tmp_path / "saved.pdf").write_bytes(b"%PDF-1.7")
    assert "there is no such file" in _unusable(check(site, str(tmp_path / "saved.html")))
    assert "it is neither HTML, MHTML, mail nor text" in _unusable(check(site, str(tmp_path / "saved.pdf")))


def test_a_file_larger_than_twenty_megabytes_is_not_read(site: Path, check: Check) -> None:
    path = site / f"stories/{SLUG}/editions/1.json"
    with path.open("ab") as file:
        file.truncate(20_000_001)
    status, findings, printed = check(site)
    assert (status, findings) == (2, [])
    assert f"{path}: it is larger than 20 MB" in printed
    with served(site) as (address, _):
        assert "editions/1.json: it is larger than 20 MB" in check(address)[2]


def test_what_is_no_file_is_not_opened(tmp_path: Path, check: Check) -> None:
    (tmp_path / "editions.json").mkdir()
    assert "it is not a file" in _unusable(check(tmp_path))


def test_a_story_that_the_server_cannot_give_is_said_and_the_others_are_checked(site: Path, check: Check) -> None:
    listing = read(site / "editions.json")
    listing["stories"][0]["address"] = "broken/"
    write(site / "editions.json", listing)
    with served(site) as (address, _):
        status, findings, printed = check(address)
    assert (status, findings) == (2, [])
    assert "broken/digest.json: the server answers 500" in printed
    assert "Checked: 1 story, 1 edition" in printed
    assert "1 file that could not be read" in printed


@pytest.mark.parametrize(
    "address", ["../other/", "/etc/", "https://elsewhere.example/", "//elsewhere.example/", "a\\..\\b", "", "c:/x"]
)
def test_an_address_that_leads_out_of_the_site_is_a_finding_and_not_asked(
    address: str, site: Path, check: Check
) -> None:
    listing = read(site / "editions.json")
    listing["stories"][0]["address"] = address
    write(site / "editions.json", listing)
    with served(site) as (root, asked):
        status, findings, _ = check(root)
    assert (status, len(findings)) == (1, 1)
    assert "its address leads out of the site" in findings[0]
    assert len(asked) == 3


def test_a_redirect_on_the_same_host_is_followed(site: Path, check: Check) -> None:
    with served(site) as (address, _):
        assert check(f"{address}/moved/")[0] == 0


@pytest.mark.parametrize("to", ["http://localhost:1/", "https://elsewhere.example/", "ftp://127.0.0.1/", "file:///"])
def test_a_redirect_to_another_host_or_scheme_is_not_followed(to: str, site: Path, check: Check) -> None:
    with served(site, to) as (address, asked):
        line = _unusable(check(f"{address}/moved/"))
    assert line.startswith(f"{address}/moved/editions.json: ")
    assert len(asked) == 1


# One file, alone


def test_the_file_runs_alone(site: Path, captures: dict[str, str], tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    shutil.copy(FILE, empty)
    command = [sys.executable, "-I", FILE.name, str(site), "--page", captures["courier"]]
    ran = subprocess.run(command, cwd=empty, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "No findings." in ran.stdout


def test_the_file_imports_the_standard_library_alone_and_reads_as_python_3_9() -> None:
    tree = ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= set(sys.stdlib_module_names)


def test_help_teaches_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        verify_digest.main(["--help"])
    shown = capsys.readouterr().out
    assert "python verify_digest.py https://news.example.org/stories/bridge-reopens/ --page saved.html" in shown
    assert "Exit status: 0 all holds; 1 findings; 2 unusable input." in shown


def test_the_verb_verify_is_the_same_code(
    site: Path, captures: dict[str, str], check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    _change_edition(site)
    status, _, printed = check(site, captures["gazette"])
    assert cli.main(["verify", str(site), "--page", captures["gazette"]]) == status == 1
    assert capsys.readouterr().out == printed


def test_what_is_printed_cannot_command_a_terminal(tmp_path: Path, check: Check) -> None:
    data = entry()
    data["summary"] = "\x1b[2J\u202eAll\nis well."
    status, findings, printed = check(publish(tmp_path, editions(data)))
    assert (status, len(findings)) == (1, 1)
    assert "\x1b" not in printed
    assert "\u202e" not in printed
