"""What the pages of the desk show, and that nothing of a capture reaches them as markup."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.conftest import ROOT
from tests.desk.web.visiting import Visitor, serving
from tests.test_hostile import HTML, TEXT

STORY = "/story/velm-bridge/"
PAGES = ("", "outline/", "lines/", "decisions/", "sign/", "capture/radio/", "preview/")


def test_the_stories_are_listed_with_how_they_stand(shown: Visitor) -> None:
    page = shown.open("/")
    assert "velm-bridge never signed" in page.text


def test_the_first_question_stands_whole_and_the_others_in_a_list(shown: Visitor) -> None:
    page = shown.open(STORY)
    assert "Some 14 lorries were stopped on the bridge that morning" in page.text
    links = [one for one in page.tree.xpath("//ol/li/a/@href") if "?q=" in one]
    assert len(links) == int(re.search(r"1 of (\d+)", page.text)[1])  # type: ignore[index]


def test_every_question_has_a_page(shown: Visitor) -> None:
    for link in shown.open(STORY).tree.xpath("//ol/li/a/@href"):
        page = shown.open(link)
        assert page.status == 200
        assert page.tree.xpath("//form[@action='/story/velm-bridge/answer']")


def test_words_that_the_others_have_not_are_marked(shown: Visitor) -> None:
    assert {"14", "11"} <= {one.text for one in shown.open(STORY).tree.iter("mark")}


def test_the_outline_has_every_claim_with_its_passages_in_their_roles(shown: Visitor) -> None:
    page = shown.open(f"{STORY}outline/")
    assert len(page.tree.xpath("//li[h3]")) == len(page.tree.xpath("//input[@name='claim']"))
    roles = {one.text for one in page.tree.xpath("//span[@class='role']")}
    assert {"words the claim", "says the same"} <= roles


def test_a_passage_that_its_claim_counts_alone_is_not_offered_a_claim_of_its_own(shown: Visitor) -> None:
    for claim in shown.open(f"{STORY}outline/").tree.xpath("//li[h3]/form"):
        roles = claim.xpath(".//li[@class='passage']//span[@class='role']/text()")
        offered = claim.xpath(".//button[starts-with(@value, 'own ')]")
        assert bool(offered) == (len(roles) > 1)


def test_a_passage_leads_to_its_place_in_its_capture(shown: Visitor) -> None:
    page = shown.open(f"{STORY}outline/")
    for link in page.tree.xpath("//a[starts-with(text(), 'in its capture')]/@href"):
        path, _, anchor = link.partition("#")
        assert shown.open(path).tree.get_element_by_id(anchor) is not None


def test_a_capture_stands_whole_with_its_layers(desk: Visitor, story: Path) -> None:
    (capture,) = desk.open(f"{STORY}capture/radio/").tree.xpath("//pre")
    for one in capture.xpath(".//a | .//i"):
        one.drop_tree()
    assert capture.text_content() == (story / "captures" / "radio.txt").read_text(encoding="utf-8")
    assert capture.xpath(".//span[contains(@class, 'claim')]")


def test_words_of_a_capture_are_shown_as_a_footnote_without_a_script(shown: Visitor) -> None:
    page = shown.press(shown.open(f"{STORY}capture/radio/"), "footnote, or decide", words="Inspectors  closed")
    assert '[^radio-1]: radio: "Inspectors closed"' in page.text


def test_a_footnote_gets_a_label_that_is_free(story: Path, desk: Visitor) -> None:
    with (story / "story.md").open("a", encoding="utf-8") as file:
        file.write('\nBakers sell a cake.[^radio-1]\n\n[^radio-1]: radio: "sell a cake"\n')
    page = desk.open(f"{STORY}capture/radio/?words=Inspectors+closed")
    assert "[^radio-2]" in page.text


def test_decisions_that_contradict_each_other_can_still_be_removed(story: Path, desk: Visitor) -> None:
    lines = ("- {drop: {radio: bakers of Velm}}", "- {keep: {radio: bakers of Velm}}")
    (story / "decisions.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert desk.open(f"{STORY}outline/").status == 409
    page = desk.open(f"{STORY}decisions/")
    assert "lines 1 and 2" in page.text
    desk.press(page, "remove")
    assert desk.open(f"{STORY}outline/").status == 200


def test_a_decision_whose_words_are_gone_is_marked(story: Path, desk: Visitor) -> None:
    lines = ("- {drop: {radio: bakers of Velm}}", "- {drop: {radio: nobody wrote this}}")
    (story / "decisions.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = desk.open(f"{STORY}decisions/").tree.xpath("//ol/li")
    assert [row.xpath("./strong/text()") for row in rows] == [[], ["lost"]]


def test_a_preview_shows_the_draft_as_readers_would_see_it(desk: Visitor, story: Path) -> None:
    shutil.copytree(ROOT / "content" / "pages", story.parent.parent / "pages")
    page = desk.press(desk.open(f"{STORY}preview/"), "Build it, and show it")
    assert page.status == 200
    assert "The bridge at Velm" in page.text
    assert "As it was built last" in desk.open(f"{STORY}preview/").text
    assert sorted(one.name for one in story.iterdir()) == ["captures", "story.md"]


def test_a_story_that_is_not_there_is_told(shown: Visitor) -> None:
    page = shown.open("/story/nowhere/outline/")
    assert page.status == 404
    assert "there is no story" in page.text


def test_every_field_and_button_has_a_name(shown: Visitor) -> None:
    for path in PAGES:
        tree = shown.open(f"{STORY}{path}").tree
        for one in tree.xpath("//input[not(@type='hidden')] | //textarea | //select"):
            assert any(each.tag == "label" for each in one.iterancestors()), (path, one.get("name"))
        assert all(one.text_content().strip() for one in tree.iter("button", "a", "summary"))


def test_an_enter_in_a_field_presses_no_button(shown: Visitor) -> None:
    for path in PAGES:
        for form in shown.open(f"{STORY}{path}").tree.xpath(
            "//form[@method='post'][count(.//button[@name='act']) > 1]"
        ):
            assert next(form.iter("button")).get("disabled") is not None


def test_no_page_has_a_script_or_a_style_in_it(shown: Visitor) -> None:
    for path in PAGES:
        tree = shown.open(f"{STORY}{path}").tree
        assert not tree.xpath("//style | //*[@style] | //script[not(@src)] | //@*[starts-with(name(), 'on')]")


def test_nothing_of_a_capture_reaches_a_page_as_markup(tmp_path: Path) -> None:
    story = tmp_path / "stories" / "vann"
    (story / "captures").mkdir(parents=True)
    (story / "story.md").write_text("---\ntitle: <script>alert(0)</script> of Vann\ndate: 2031-03-14\n---\n", "utf-8")
    (story / "captures" / "coast.txt").write_text(TEXT, encoding="utf-8")
    (story / "captures" / "post.html").write_text(HTML, encoding="utf-8")
    with serving(story.parent) as visitor:
        paths = [
            "",
            "outline/",
            "lines/",
            "sign/",
            "decisions/",
            "capture/coast/?words=<script>alert(9)</script>",
            "capture/post/",
        ]
        paths += visitor.open("/story/vann/").tree.xpath("//ol/li/a/@href")
        for path in paths:
            page = visitor.open(path if path.startswith("/") else f"/story/vann/{path}")
            assert page.status == 200, path
            assert not page.tree.xpath("//script[not(@src='/desk.js')] | //img | //b | //style"), path
            assert not page.tree.xpath("//@*[starts-with(name(), 'on')]"), path
            assert not [
                one for one in page.tree.xpath("//@href | //@src | //@action") if not one.startswith(("/", "#"))
            ]


def test_hostile_words_that_are_refused_come_back_as_text(desk: Visitor, story: Path) -> None:
    words = '"><script>alert(1)</script>'
    fields = {"token": desk.keys.form, "claim": "radio:bakers of Velm", "act": "text", "text": words, words: "x"}
    page = desk.post(f"{STORY}claim", fields)
    assert page.status == 422
    assert not page.tree.xpath("//script")
    assert words in {one.get("value") for one in page.form("Try again").iter("input")}
