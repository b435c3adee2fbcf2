"""An editor's pictures: files of the story, described and credited, small enough, no other site's."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.build import Plan, build_site
from generator.errors import InputError
from generator.load.pictures import MAX_PICTURE_BYTES, MAX_PICTURE_SIDE, read_pictures
from generator.model import Picture

CREDIT = '"Photo: Ada Kell"'


def drawn(form: str = "PNG", width: int = 8, height: int = 6) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height)).save(out, form)
    return out.getvalue()


def found(folder: Path, body: str) -> tuple[Picture, ...]:
    return read_pictures(folder, "story.md", body, 5)


def refused(folder: Path, body: str) -> str:
    with pytest.raises(InputError) as caught:
        found(folder, body)
    return str(caught.value)


def test_a_picture_beside_the_story_is_read_with_its_size(tmp_path: Path) -> None:
    (tmp_path / "pier.png").write_bytes(drawn())
    (picture,) = found(tmp_path, f"The pier.\n\n![The pier at noon](pier.png {CREDIT})")
    assert (picture.path, picture.width, picture.height, picture.data) == ("pier.png", 8, 6, drawn())


def test_a_picture_that_is_shown_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "pier.png").write_bytes(drawn())
    assert len(found(tmp_path, f"![The pier](pier.png {CREDIT}) ![Again](pier.png {CREDIT})")) == 1


@pytest.mark.parametrize(
    "image",
    [
        f"![pier](https://elsewhere.example/p.png {CREDIT})",
        f"![pier](//elsewhere.example/p.png {CREDIT})",
        "![pier][p]\n\n[p]: HTTP:elsewhere.example/p.png",
        "![pier](data:image/png;base64,AAAA)",
        "[![pier](https://elsewhere.example/p.png)](/about/)",
        "![pier ^[![pier](https://elsewhere.example/p.png)]](/images/p.png)",
        "![pier](/images/pier.png)",
    ],
)
def test_a_picture_of_another_place_is_refused_with_its_line(tmp_path: Path, image: str) -> None:
    message = refused(tmp_path, f"The pier.\n\nIt\nburned {image}")
    assert message.startswith("story.md:8: the image ")
    assert "link to it" in message


@pytest.mark.parametrize(
    ("image", "missing"),
    [
        (f"![](pier.png {CREDIT})", "description"),
        ("![The pier](pier.png)", "credit"),
        ("![ ](pier.png)", "description"),
    ],
)
def test_a_picture_needs_a_description_and_a_credit(tmp_path: Path, image: str, missing: str) -> None:
    (tmp_path / "pier.png").write_bytes(drawn())
    assert f"has no {missing}" in refused(tmp_path, image)


@pytest.mark.parametrize("address", ["gone.png", "../pier.png", "a/../../pier.png", "captures/pier.png", "a/b/c.png"])
def test_a_picture_that_is_not_in_the_storys_folder_is_refused(tmp_path: Path, address: str) -> None:
    story = tmp_path / "story"
    for folder in (tmp_path, story, story / "captures", story / "a/b"):
        folder.mkdir(exist_ok=True, parents=True)
        (folder / "pier.png").write_bytes(drawn())
        (folder / "c.png").write_bytes(drawn())
    assert f"the image {address}" in refused(story, f"![The pier]({address} {CREDIT})")


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    story = tmp_path / "story"
    story.mkdir()
    (tmp_path / "secret.png").write_bytes(drawn())
    (story / "pier.png").symlink_to(tmp_path / "secret.png")
    assert "is not there" in refused(story, f"![The pier](pier.png {CREDIT})")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("pier.png", b"\x89PNG" + b"\0" * MAX_PICTURE_BYTES, "bytes"),
        ("pier.png", drawn(width=MAX_PICTURE_SIDE + 1, height=1), f"{MAX_PICTURE_SIDE + 1} by 1 pixels"),
        ("pier.png", b"<svg onload='alert(1)'/>", "no picture"),
        ("pier.jpg", drawn("PNG"), "PNG, not .jpg"),
        ("pier.svg", drawn("PNG"), "PNG, not .svg"),
    ],
)
def test_what_is_too_large_or_no_picture_is_refused(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert words in refused(tmp_path, f"![The pier]({name} {CREDIT})")


def test_a_picture_stands_on_the_page_with_its_credit_and_is_absolute_in_feeds(tmp_path: Path) -> None:
    story = tmp_path / "content/stories/pier"
    (story / "captures").mkdir(parents=True)
    (story / "captures/one.txt").write_text("The pier of Velm burned down on Monday.\n", encoding="utf-8")
    (story / "pier.png").write_bytes(drawn())
    body = f"![The pier at noon](pier.png {CREDIT})"
    (story / "story.md").write_text(f"---\ntitle: The pier\ndate: 2031-04-08\n---\n{body}\n", encoding="utf-8")
    pages = tmp_path / "content/pages"
    pages.mkdir()
    (pages / "method.md").write_text("---\ntitle: Method\n---\nSo.\n", encoding="utf-8")
    build_site(Plan(tmp_path / "out", tmp_path / "content", address="https://a.example/b"))
    page = (tmp_path / "out/stories/pier/index.html").read_text(encoding="utf-8")
    assert '<img src="pier.png" alt="The pier at noon"' in page
    assert "<em>Photo: Ada Kell</em>" in page
    assert (tmp_path / "out/stories/pier/pier.png").read_bytes() == drawn()
    feed = (tmp_path / "out/feed.json").read_text(encoding="utf-8")
    assert "https://a.example/b/stories/pier/pier.png" in feed
