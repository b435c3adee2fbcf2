"""How corrections, holds and withdrawals reach readers: on built pages, in feeds, in what machines read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from generator.build import Plan, write_shown
from generator.editions.edition import canonical_hash
from generator.model import Digest, EditionKind
from generator.site.views import State
from generator.stories import Whole
from tests.editions.signing import (
    CORRECTED,
    FIRST,
    GONE,
    LATER,
    NOTE,
    Editions,
    again,
    held,
    published,
    reworded,
    site,
    with_news,
    withdrawn,
    without,
    without_source,
)
from tests.factories import CLOSED, digest
from tests.site.conftest import ADDRESS
from tests.site.reading import dead_links, read

FORTY = "The port authority said that 40 lorries had crossed it that morning."
FERRY = published(
    digest("ferry-strike", "The ferries to Orm stand still", date(2031, 3, 2), ("Orm", "Roads & bridges")), FIRST
)
TEXTS = ("rss.xml", "atom.xml", "feed.json")
ITEM = re.compile(r"<(?:item|entry)>.*?</(?:item|entry)>", re.DOTALL)


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that was corrected on the day of its publication and is on hold since, beside one that was signed once
    and a draft."""
    story = held(again(published(), lambda draft: with_news(reworded(draft))))
    draft = digest("old-quay", "The old quay is sold", date(2030, 12, 30), ())
    return site(tmp_path_factory.mktemp("corrected") / "output", story, FERRY, drafts=(draft,))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story as it was published first."""
    return site(tmp_path_factory.mktemp("first") / "output", published(), FERRY)


@pytest.fixture(scope="module")
def gone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same story, reworded and then withdrawn."""
    return site(tmp_path_factory.mktemp("gone") / "output", withdrawn(again(published(), reworded)), FERRY)


def text(root: Path, place: str) -> str:
    return (root / place).read_text(encoding="utf-8")


def item(root: Path, feed: str, story: str = "velm-bridge") -> Any:
    (found,) = [one for one in feedparser.parse(text(root, feed)).entries if f"/{story}/" in one.link]
    return found


def items(root: Path, feed: str) -> list[str]:
    """Each item of a feed as it is written."""
    if feed.endswith(".json"):
        return [json.dumps(one) for one in json.loads(text(root, feed))["items"]]
    return ITEM.findall(text(root, feed))


def test_a_correction_stands_at_the_top_of_its_entry_with_its_day_and_exact_words(corrected: Path) -> None:
    page = text(corrected, "stories/velm-bridge/index.html")
    head = read(page[page.index("<h1") : page.index("</header>", page.index("<h1"))]).text
    assert f"Corrected on 8 April 2031: {NOTE}" in head
    assert "On hold since 11 April 2031: We are asking the authority." in head


def test_a_claim_that_came_with_a_later_edition_says_so(corrected: Path) -> None:
    page = text(corrected, "stories/velm-bridge/index.html")
    assert page.count("only Coast Courier, since edition 2") == 1
    assert page.index("since edition 2") > page.index('id="c-news"')


def test_a_claim_that_was_a_part_of_another_leads_to_it(tmp_path: Path) -> None:
    def parted(one: Digest) -> Digest:
        new = with_news(one)
        return replace(new, claims=(*new.claims[:-1], replace(new.claims[-1], split_from="c-closed")))

    page = read(text(site(tmp_path / "output", again(published(), parted)), "stories/velm-bridge/index.html"))
    assert "It was a part of another statement before." in page.text
    assert page.having("a", href="#c-closed")


@pytest.mark.parametrize("feed", ["rss.xml", "atom.xml", "tags/roads-bridges/rss.xml"])
def test_a_correction_is_the_first_that_a_subscriber_reads_of_the_entry(corrected: Path, feed: str) -> None:
    found = item(corrected, feed)
    shown = read(found.content[0].value if "content" in found else found.summary).text.split("\n")
    assert [line for line in shown if line][:2] == [
        "On hold since 11 April 2031: We are asking the authority.",
        f"Corrected on 8 April 2031: {NOTE} What changed",
    ]


def test_the_page_of_changes_tells_each_edition_the_newest_first(corrected: Path) -> None:
    shown = read(text(corrected, "stories/velm-bridge/changes/index.html")).text
    assert shown.index("Edition 2, corrected") < shown.index("Edition 1, first")
    assert NOTE in shown
    assert "signed by Ada Kell" in shown
    assert "7 statements from 3 sources and 1 question on which they differ." in shown


def test_the_page_of_changes_sets_new_words_beside_old_ones(corrected: Path) -> None:
    page = text(corrected, "stories/velm-bridge/changes/index.html")
    assert f'<del><span class="vh">Before: </span>{FORTY}</del>' in page
    assert '<ins><span class="vh">Now: </span>The port authority said: 44 lorries.</ins>' in page
    assert '<a href="../#c-lorries">Reworded</a>' in page


def test_the_page_of_changes_is_for_no_search_engine(corrected: Path) -> None:
    page = read(text(corrected, "stories/velm-bridge/changes/index.html"))
    assert page.having("meta", name="robots", content="noindex")
    assert "changes/" not in text(corrected, "sitemap.xml")


def test_pages_of_changes_of_stories_of_one_title_have_two_titles(tmp_path: Path) -> None:
    root = site(tmp_path / "output", published(digest("one")), published(digest("two")))
    titles = {
        re.search("<title>.*</title>", text(root, f"stories/{slug}/changes/index.html")) for slug in ("one", "two")
    }
    assert len({found[0] for found in titles if found}) == 2


def test_every_link_of_a_corrected_site_leads_somewhere(corrected: Path) -> None:
    assert dead_links(corrected, ADDRESS) == []


def test_a_draft_in_a_preview_leads_to_what_it_changes(tmp_path: Path) -> None:
    first = published()
    draft = replace(reworded(digest()), published=FIRST.date())
    write_shown(Plan(tmp_path / "output"), [Whole(draft, State.DIFFERS, first)])
    page = read(text(tmp_path / "output", "stories/velm-bridge/index.html"))
    assert "This draft differs from the last edition" in page.text
    assert page.having("a", href="changes/")
    assert "The draft, which nobody has signed" in text(tmp_path / "output", "stories/velm-bridge/changes/index.html")


def test_the_page_of_corrections_lists_all_of_them_the_newest_first(corrected: Path) -> None:
    page = read(text(corrected, "corrections/index.html"))
    assert "An entry keeps its address" in page.text
    assert page.text.index("On hold since 11 April 2031") < page.text.index(f"Corrected on 8 April 2031: {NOTE}")
    assert page.having("a", href="../stories/velm-bridge/changes/")


def test_the_page_of_corrections_says_so_where_there_is_none(first: Path) -> None:
    assert "Nothing has been corrected" in text(first, "corrections/index.html")


def test_corrections_have_feeds_of_their_own(corrected: Path) -> None:
    for name in ("rss.xml", "atom.xml"):
        found = feedparser.parse(text(corrected, f"corrections/{name}"))
        assert not found.bozo
        assert [one.title for one in found.entries] == [
            "On hold: Velm closes its old bridge",
            "Corrected: Velm closes its old bridge",
        ]
        assert NOTE in found.entries[1].content[0].value
    data = json.loads(text(corrected, "corrections/feed.json"))
    assert [one["url"] for one in data["items"]] == [f"{ADDRESS}/stories/velm-bridge/"] * 2


def test_the_feeds_of_corrections_are_told_of_wherever_feeds_are(corrected: Path) -> None:
    assert f"{ADDRESS}/corrections/rss.xml" in text(corrected, "feeds.opml")
    assert f">{ADDRESS}/corrections/atom.xml</a>" in text(corrected, "subscribe/index.html")
    page = read(text(corrected, "corrections/index.html"))
    assert page.having("link", rel="alternate", href="../corrections/feed.json")


def test_a_correction_keeps_its_id_whatever_its_story_is_called(corrected: Path, tmp_path: Path) -> None:
    renamed = again(published(), lambda draft: replace(reworded(draft), slug="harbour-bridge", title="Another"))
    after = feedparser.parse(text(site(tmp_path / "output", renamed), "corrections/rss.xml")).entries
    before = feedparser.parse(text(corrected, "corrections/rss.xml")).entries
    assert after[0].id == before[1].id == "tag:news-digest.example,2026:velm-bridge/edition-2"


def test_a_hold_that_ended_keeps_its_id_and_says_when_it_ended(corrected: Path, tmp_path: Path) -> None:
    story = again(held(published()), reworded, at=LATER.replace(hour=15))
    entries = feedparser.parse(text(site(tmp_path / "output", story), "corrections/atom.xml")).entries
    (hold,) = [one for one in entries if "hold" in one.id]
    assert hold.id == feedparser.parse(text(corrected, "corrections/atom.xml")).entries[0].id
    assert "ended with edition 2" in hold.summary
    assert hold.updated.startswith("2031-04-11T15")
    assert hold.published.startswith("2031-04-11T09")


def test_an_entry_was_published_with_its_first_edition_and_updated_with_its_last(corrected: Path) -> None:
    found = item(corrected, "atom.xml")
    assert (found.published, found.updated) == (FIRST.isoformat(), CORRECTED.isoformat())
    (data,) = [one for one in json.loads(text(corrected, "feed.json"))["items"] if "velm" in one["id"]]
    assert (data["date_published"], data["date_modified"]) == (FIRST.isoformat(), CORRECTED.isoformat())
    rss = item(corrected, "rss.xml")
    assert (rss.published_parsed[:5], rss.updated_parsed[:5]) == (FIRST.timetuple()[:5], CORRECTED.timetuple()[:5])


def test_a_refile_moves_no_date(tmp_path: Path) -> None:
    story = again(published(), lambda draft: replace(draft, title="Refiled"), EditionKind.REFILED, note="")
    found = item(site(tmp_path / "output", story), "atom.xml")
    assert (found.title, found.updated) == ("Refiled", FIRST.isoformat())


def test_a_story_that_was_published_before_it_had_editions_keeps_its_day(tmp_path: Path) -> None:
    story = again(published(replace(digest(), published=date(2030, 1, 2))), reworded)
    found = item(site(tmp_path / "output", story), "atom.xml")
    assert (found.published, found.updated) == ("2030-01-02T12:00:00+00:00", CORRECTED.isoformat())


def test_a_renamed_story_is_no_new_entry(first: Path, tmp_path: Path) -> None:
    renamed = again(published(), lambda draft: replace(draft, slug="harbour-bridge", aliases=("velm-bridge",)))
    root = site(tmp_path / "output", renamed)
    assert item(root, "rss.xml", "harbour-bridge").id == item(first, "rss.xml").id
    assert dead_links(root, ADDRESS) == []
    for place in ("index.html", "changes/index.html", "sources/courier/index.html", "digest.json", "editions/1.json"):
        assert (root / "stories/velm-bridge" / place).is_file()


def test_entries_come_in_the_order_of_their_first_publication(tmp_path: Path) -> None:
    early, late = published(digest("early"), FIRST), published(digest("late"), CORRECTED)
    root = site(tmp_path / "output", late, again(early, reworded, at=LATER))
    for name in TEXTS:
        assert ["late" in one for one in items(root, name)] == [True, False]


def test_an_edition_of_one_story_touches_no_other_item(first: Path, corrected: Path) -> None:
    for feed in (*TEXTS, *(f"tags/roads-bridges/{name}" for name in TEXTS)):
        before = [one for one in items(first, feed) if "ferry-strike" in one]
        after = [one for one in items(corrected, feed) if "ferry-strike" in one]
        assert before == after
        assert len(before) == 1


def test_a_withdrawn_entry_stays_in_feeds_with_its_note_alone(gone: Path) -> None:
    for feed in ("rss.xml", "atom.xml", "tags/roads-bridges/atom.xml"):
        found = item(gone, feed)
        assert GONE in found.content[0].value
        assert CLOSED not in found.content[0].value
        assert "tags/" in feed or found.summary == f"Withdrawn on 11 April 2031: {GONE}"


def test_a_card_says_who_reports_or_that_the_story_was_withdrawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("generator.pelican_plugin.entries.card_png", lambda _, facts, __: said.append(facts) or b"")
    for number, editions in enumerate((published(), withdrawn(published()))):
        site(tmp_path / str(number) / "output", editions, FERRY)
    outlets = "From Velm Gazette, Coast Courier and Radio <b>Five</b>"
    assert sorted(said) == [outlets, outlets, outlets, f"Withdrawn on 11 April 2031: {GONE}"]


def structured(root: Path) -> Any:
    page = text(root, "stories/velm-bridge/index.html")
    return json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])


def test_structured_data_has_the_times_of_editions_and_the_corrections(corrected: Path) -> None:
    found = structured(corrected)
    assert (found["datePublished"], found["dateModified"]) == (FIRST.isoformat(), CORRECTED.isoformat())
    assert found["correction"] == [{"@type": "CorrectionComment", "text": NOTE, "datePublished": CORRECTED.isoformat()}]
    page = read(text(corrected, "stories/velm-bridge/index.html"))
    assert page.having("meta", property="article:modified_time", content=CORRECTED.isoformat())


def test_the_sitemap_dates_a_page_by_its_last_change_where_an_edition_tells_it(corrected: Path) -> None:
    sitemap = text(corrected, "sitemap.xml")
    changed = f"<lastmod>{CORRECTED.isoformat()}</lastmod>"
    assert f"<loc>{ADDRESS}/stories/velm-bridge/</loc>{changed}" in sitemap
    assert f"<loc>{ADDRESS}/</loc>{changed}" in sitemap
    assert f"<loc>{ADDRESS}/stories/old-quay/</loc></url>" in sitemap


def test_a_withdrawn_story_is_for_no_search_engine_and_leads_nothing(gone: Path) -> None:
    assert read(text(gone, "stories/velm-bridge/index.html")).having("meta", name="robots", content="noindex")
    assert read(text(gone, "stories/velm-bridge/sources/gazette/index.html")).having("meta", name="robots")
    assert "velm-bridge" not in text(gone, "sitemap.xml")
    assert "velm-bridge" not in text(gone, "news-sitemap.xml")
    front = text(gone, "index.html")
    assert "ferry-strike" in front[front.index('class="lead"') : front.index("</article>")]


def test_nothing_that_a_withdrawn_story_said_is_published_any_more(gone: Path) -> None:
    for path in (gone / "stories/velm-bridge").rglob("*"):
        if path.suffix in (".html", ".json"):
            found = path.read_text(encoding="utf-8")
            assert CLOSED not in found, path
            assert "44 lorries." not in found, path


def test_the_page_of_changes_of_a_withdrawn_story_counts_what_is_gone(gone: Path) -> None:
    shown = read(text(gone, "stories/velm-bridge/changes/index.html")).text
    assert "Statements: 7 withdrawn." in shown
    assert "Statements: 1 reworded." in shown


def anchors(root: Path) -> set[tuple[str, str]]:
    """Places that can be linked to in a story: claims, questions, sources, passages."""
    kept = re.compile(r"[cd]-.+|source-.+|p\d+")
    pages = (path for path in (root / "stories/velm-bridge").rglob("*.html") if path.parent.name != "changes")
    return {
        (path.relative_to(root).as_posix(), name)
        for path in pages
        for name in read(path.read_text(encoding="utf-8")).ids
        if kept.fullmatch(name)
    }


def test_every_address_and_anchor_of_a_withdrawn_story_answers(first: Path, gone: Path) -> None:
    before = anchors(first)
    assert len(before) > 15
    assert before <= anchors(gone)
    assert dead_links(gone, ADDRESS) == []


def test_every_anchor_answers_when_a_claim_is_dropped_or_a_source_left_out(first: Path, tmp_path: Path) -> None:
    for number, change in enumerate((without, without_source)):
        root = site(tmp_path / str(number), again(published(), change))
        assert anchors(first) <= anchors(root)
        assert dead_links(root, ADDRESS) == []


def test_of_a_withdrawn_edition_its_hash_stays_published(first: Path, gone: Path) -> None:
    before = json.loads(text(first, "stories/velm-bridge/digest.json"))
    stub = json.loads(text(gone, "stories/velm-bridge/editions/1.json"))
    assert stub["schema"] == "news-edition-withdrawn/1"
    assert stub["sha256"] == canonical_hash(before)
    assert stub["edition"] == before["edition"]
    listed = {one["slug"]: one["editions"] for one in json.loads(text(gone, "editions.json"))["stories"]}
    assert listed["velm-bridge"][0]["sha256"] == stub["sha256"]


def test_the_newest_edition_is_published_once_and_its_address_tells_where(first: Path, tmp_path: Path) -> None:
    newest = json.loads(text(first, "stories/velm-bridge/digest.json"))
    named = json.loads(text(first, "stories/velm-bridge/editions/1.json"))
    assert named == {
        "schema": "news-edition-newest/1",
        "slug": "velm-bridge",
        "sha256": canonical_hash(newest),
        "edition": newest["edition"],
        "digest": "../digest.json",
    }
    assert 'href="../digest.json"' in text(first, "stories/velm-bridge/changes/index.html")
    later = site(tmp_path / "output", again(published(), reworded))
    assert json.loads(text(later, "stories/velm-bridge/editions/1.json")) == newest


def test_in_a_preview_whose_draft_differs_each_edition_stands_whole(tmp_path: Path) -> None:
    first = published()
    write_shown(Plan(tmp_path / "output"), [Whole(reworded(digest()), State.DIFFERS, first)])
    assert json.loads(text(tmp_path / "output", "stories/velm-bridge/editions/1.json")) == first[-1].published


def test_a_story_that_is_back_prints_nothing_that_was_withdrawn(tmp_path: Path) -> None:
    def restored(_: Digest) -> Digest:
        return reworded(digest())

    story: Editions = again(withdrawn(again(published(), with_news)), restored, at=LATER.replace(hour=18))
    root = site(tmp_path / "output", story)
    shown = text(root, "stories/velm-bridge/changes/index.html")
    assert "By Jon Addel" not in shown
    assert CLOSED in shown  # which is said again
    assert json.loads(text(root, "stories/velm-bridge/editions/2.json"))["withdrawn"] == 3


def test_a_withdrawn_entry_that_leaves_the_window_has_a_tombstone(tmp_path: Path) -> None:
    old = withdrawn(published(digest("oldest"), FIRST.replace(year=2030)))
    others = [published(digest(f"other-{number:02}"), FIRST) for number in range(30)]
    root = site(tmp_path / "output", old, *others)
    feed = etree.fromstring((root / "atom.xml").read_bytes())
    (grave,) = feed.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert grave.get("ref") == "tag:news-digest.example,2026:oldest"
    assert grave.get("when") == LATER.isoformat()
    assert "oldest" not in "".join(items(root, "atom.xml"))
