from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.identity import check_identity

OWN = {"SITENAME": "Quay News", "FEED_AUTHORITY": "quay-news.org,2031", "CONTACT": "desk@quay-news.org"}
ADDRESS = "https://quay-news.org"


def settings(folder: Path, **changed: str) -> Path:
    path = folder / "publishconf.py"
    path.write_text("".join(f"{key} = {value!r}\n" for key, value in {**OWN, **changed}.items()), encoding="utf-8")
    return path


def test_a_site_with_a_name_an_authority_and_a_contact_of_its_own_is_published(tmp_path: Path) -> None:
    check_identity(settings(tmp_path), ADDRESS)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("SITENAME", "The Collation"),
        ("SITENAME", ""),
        ("FEED_AUTHORITY", "news-digest.example,2026"),
        ("FEED_AUTHORITY", ""),
        ("CONTACT", "editor@news-digest.example"),
        ("CONTACT", "somebody"),
        ("CONTACT", ""),
    ],
)
def test_what_is_still_that_of_the_example_is_refused_by_its_name(tmp_path: Path, key: str, value: str) -> None:
    with pytest.raises(InputError) as caught:
        check_identity(settings(tmp_path, **{key: value}), ADDRESS)
    assert key in str(caught.value)


@pytest.mark.parametrize("address", ["https://news.example.org", "https://site.example/a", "http://127.0.0.1:8000"])
def test_a_rehearsal_at_an_address_of_nobodys_takes_the_example(tmp_path: Path, address: str) -> None:
    check_identity(settings(tmp_path, SITENAME="The Collation"), address)


def test_an_address_that_only_sounds_like_an_example_is_somebodys(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        check_identity(settings(tmp_path, CONTACT=""), "https://example-news.org")
