"""A part of a page that was wrongly kept, or wrongly left out, is mended by a decision, whatever the page called it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.drafting import make_draft
from tests.desk.stories import make_story

KEPT = "The Velm Herald has been printed in the old town since 1871 and employs forty people."
DROPPED = {
    "aside": "A second crack of two metres was found on Thursday, the port authority said.",
    "div class=newsletter": "Divers went down to the third pier at noon and saw no damage there.",
    "footer": "The harbour master, Ada Kell, closed the northern quay in the evening as well.",
}
PAGE = "".join(f"<{tag}><p>{text}</p></{tag.split()[0]}>" for tag, text in DROPPED.items())
ARTICLE = """\
<p>Velm's harbour bridge has been closed since Tuesday, when inspectors found cracks in two of its piers.</p>
<p>Some 40 lorries had crossed it on that morning, the port authority said in a statement on Tuesday evening.</p>
<p>Mayor Ines Tarrow said that the city would pay for a ferry until the piers have been repaired.</p>"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = make_story(tmp_path)
    head = "<title>Velm closes its harbour bridge</title>"
    html = f"<html><head>{head}</head><body><article><h1>Velm closes its harbour bridge</h1>{ARTICLE}<p>{KEPT}</p>"
    (folder / "captures" / "herald.html").write_text(f"{html}</article>{PAGE}</body></html>", encoding="utf-8")
    return folder


def told(story: Path) -> str:
    """All that the entry's claims cite."""
    return " ".join(one.quote for claim in make_draft(story).digest.claims for one in claim.citations)


@pytest.mark.parametrize("text", DROPPED.values(), ids=list(DROPPED))
def test_what_markup_calls_no_article_becomes_a_part_of_it(text: str, story: Path) -> None:
    assert text not in told(story)
    words = " ".join(text.split()[:5])
    assert main(["decide", str(story), "article", f"herald:{words}"]) == 0
    assert text in told(story)
    assert main(["decide", str(story), "undo"]) == 0
    assert text not in told(story)


def test_what_was_kept_wrongly_is_taken_out_and_accounted_for_by_the_editors_word(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert KEPT in told(story)
    assert main(["decide", str(story), "furniture", "herald:printed in the old town since 1871"]) == 0
    assert KEPT not in told(story)
    capsys.readouterr()
    assert main(["digest", str(story)]) == 0
    coverage = json.loads(capsys.readouterr().out)["coverage"]
    assert "the editor: no part of the article" in {one.get("reason") for one in coverage if one["source"] == "herald"}


def test_a_claim_is_called_no_part_of_its_article_by_its_id(story: Path) -> None:
    claim = next(one for one in make_draft(story).digest.claims if KEPT in one.text)
    assert main(["decide", str(story), "furniture", claim.id]) == 0
    assert KEPT not in told(story)
