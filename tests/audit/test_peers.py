"""What other generators are given, so that they make as many pages of the same size as ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from markdown_it import MarkdownIt

from tools.peers.content import TEMPLATES, write_content

SENTENCE = "The council of the island met and decided to rebuild the <b>harbour</b> in stone &amp; wood."
PAGE = "<html><head><title>T</title>{head}</head><body><main>{main}</main></body></html>"


def rendered(tmp_path: Path, main: str, head: str = "") -> str:
    page = tmp_path / "site/stories/harbour/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE.format(main=main, head=head), encoding="utf-8")
    assert write_content(tmp_path / "site", tmp_path / "content") == 1
    _, _, body = (tmp_path / "content/page-0.md").read_text(encoding="utf-8").split("---\n", 2)
    return MarkdownIt("commonmark", {"html": False}).render(body)


@pytest.mark.parametrize("head", ["", "<style>" + "x" * 9_000 + "</style>"], ids=["text", "much besides"])
def test_a_page_of_a_peer_has_the_size_of_ours(tmp_path: Path, head: str) -> None:
    main = f"<p>{SENTENCE} <a href='../../#c-1'>claim 1</a></p>" * 100
    made = len(rendered(tmp_path, main, head).encode()) + TEMPLATES
    assert made == pytest.approx(len(PAGE.format(main=main, head=head).encode()), rel=0.1)


def test_what_looks_like_markdown_on_our_pages_stays_text_on_theirs(tmp_path: Path) -> None:
    text = "*All* of [it] `costs` 5 < 6 _crowns_ # now ~ 7"
    found = html.fromstring(rendered(tmp_path, f"<p>{text.replace('<', '&lt;')}</p>"))
    assert found.text_content().startswith(text)
    assert not found.xpath("//em | //code | //a")
