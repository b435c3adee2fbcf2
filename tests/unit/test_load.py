"""Story folders, good and bad. All text is invented."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.load import load_source, load_story, shared_slugs, story_folders
from generator.load.capture import MAX_CAPTURE_BYTES

ARTICLE = "The ferry to Ostrava Island was late on Monday.\nNobody was hurt.\n"


def make(folder: Path, front: str = "", body: str = "", **captures: str | bytes) -> Path:
    """A story folder with this front matter, body and captures; keyword ``one_txt`` becomes captures/one.txt."""
    (folder / "captures").mkdir(parents=True)
    (folder / "story.md").write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    for name, content in captures.items():
        data = content.encode() if isinstance(content, str) else content
        stem, _, suffix = name.rpartition("_")
        (folder / "captures" / f"{stem}.{suffix}").write_bytes(data)
    return folder


def error(folder: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        load_story(folder)
    assert "\n" not in str(caught.value)
    return caught.value


def codes(folder: Path) -> list[str]:
    return [notice.code for notice in load_story(folder).sources[0].capture.notices]


# Stories that work


def test_every_file_in_captures_is_a_source_in_name_order_when_none_is_listed(tmp_path: Path) -> None:
    story = load_story(make(tmp_path / "late-ferry", b_txt=ARTICLE, a_html="<p>Late.</p>", c_md="# Late"))
    assert [source.id for source in story.sources] == ["a", "b", "c"]
    assert [source.capture.media_type for source in story.sources] == ["text/html", "text/plain", "text/markdown"]


def test_the_front_matter_gives_title_date_tags_and_overrides(tmp_path: Path) -> None:
    front = (
        "title: 'Late: a ferry'\ndate: 2024-05-06\ntags: [Ferries, 2024]\nsources:\n  - file: captures/a.txt\n"
        "    id: first\n    publisher: The Bell\n    author: Ann Lee\n    url: https://bell.example/1\n"
        "    published: 2024-05-05\n"
    )
    story = load_story(make(tmp_path / "late-ferry", front, a_txt=ARTICLE))
    source = story.sources[0]
    assert (story.slug, story.title, story.date, story.tags) == (
        "late-ferry",
        "Late: a ferry",
        date(2024, 5, 6),
        ("Ferries", "2024"),
    )
    assert (source.id, source.publisher, source.author) == ("first", "The Bell", "Ann Lee")
    assert (source.url, source.published) == ("https://bell.example/1", date(2024, 5, 5))


def test_a_key_without_a_value_counts_as_absent(tmp_path: Path) -> None:
    story = load_story(make(tmp_path / "s", "title:\nsources:\n  - file: captures/a.txt\n    author:\n", a_txt=ARTICLE))
    assert story.title is None and story.sources[0].author is None


def test_a_title_that_yaml_would_read_as_a_number_or_truth_value_stays_as_written(tmp_path: Path) -> None:
    assert load_story(make(tmp_path / "s", "title: 1_000\ntags: [no]\n", a_txt=ARTICLE)).title == "1_000"
    assert load_story(tmp_path / "s").tags == ("no",)


def test_the_body_comes_with_the_line_on_which_it_begins(tmp_path: Path) -> None:
    story = load_story(make(tmp_path / "s", "title: T\n", "\nOur view.\n", a_txt=ARTICLE))
    assert (story.body, story.body_line) == ("\nOur view.\n", 4)


def test_the_slug_is_the_folders_name_in_the_form_of_an_address(tmp_path: Path) -> None:
    assert load_story(make(tmp_path / "Été à Velm_2", a_txt=ARTICLE)).slug == "ete-a-velm-2"


def test_text_and_hash_are_those_of_the_bytes(tmp_path: Path) -> None:
    capture = load_story(make(tmp_path / "s", a_txt=ARTICLE)).sources[0].capture
    assert capture.text == ARTICLE
    assert capture.sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()


def test_a_suffix_that_says_nothing_leaves_the_decision_to_the_text(tmp_path: Path) -> None:
    story = load_story(make(tmp_path / "s", a_page="<!DOCTYPE html><p>Late.</p>", b_page=ARTICLE))
    assert [source.capture.media_type for source in story.sources] == ["text/html", "text/plain"]


def test_hidden_files_in_captures_are_no_sources(tmp_path: Path) -> None:
    folder = make(tmp_path / "s", a_txt=ARTICLE)
    (folder / "captures" / ".listing").write_bytes(b"\x00" * 100)
    assert len(load_story(folder).sources) == 1


def test_tags_that_differ_in_case_only_are_one(tmp_path: Path) -> None:
    assert load_story(make(tmp_path / "s", "tags: [Ferries, Velm, ferries]\n", a_txt=ARTICLE)).tags == (
        "Ferries",
        "Velm",
    )


@pytest.mark.parametrize("name", ["---", "🔥", "\u3164", "\u115f\u1160"])
def test_a_story_whose_address_nobody_would_see_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="its name holds no letter or digit; rename it"):
        load_story(make(tmp_path / name, a_txt=ARTICLE))


def test_a_folder_among_captures_is_named_with_what_to_do(tmp_path: Path) -> None:
    folder = make(tmp_path / "s", a_txt=ARTICLE)
    (folder / "captures/more").mkdir()
    with pytest.raises(InputError, match=r"captures/more is not a file; move its files into captures/, or remove it"):
        load_story(folder)


# Captures that work with a notice


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("byte-order-mark", b"\xef\xbb\xbf" + ARTICLE.encode()),
        ("crlf", ARTICLE.replace("\n", "\r\n").encode()),
        ("nul", ARTICLE.replace("late", "la\x00te").encode()),
        ("control-characters", ARTICLE.replace("late", "la\x07te").encode()),
        ("bidi-override", ARTICLE.replace("late", "\u202eetal").encode()),
        ("not-utf8", "Le café de l’Été était fermé à Nîmes, où personne ne s’est plaint.".encode("cp1252")),
        ("not-utf8", ARTICLE.encode("utf-16")),
    ],
)
def test_an_unusual_capture_works_and_says_so(tmp_path: Path, code: str, data: bytes) -> None:
    assert codes(make(tmp_path / "s", a_txt=data)) == [code]


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    for name, encoding in (("s", "utf-8-sig"), ("t", "utf-16"), ("u", "utf-32")):
        capture = load_story(make(tmp_path / name, a_txt=ARTICLE.encode(encoding))).sources[0].capture
        assert capture.text == ARTICLE


def test_a_nul_behind_the_mark_of_utf_16_does_not_make_it_utf_32(tmp_path: Path) -> None:
    capture = load_story(make(tmp_path / "s", a_txt=f"\0{ARTICLE}".encode("utf-16"))).sources[0].capture
    assert capture.text == f"\0{ARTICLE}"


def test_carriage_returns_nuls_and_overrides_stay_in_the_text(tmp_path: Path) -> None:
    text = "One\r\nla\x00te \u202eetal\u202c and so on, for long enough to be text.\r\n"
    assert load_story(make(tmp_path / "s", a_txt=text)).sources[0].capture.text == text


def test_a_western_capture_is_decoded_by_detection(tmp_path: Path) -> None:
    text = "Le café de l’Été était fermé à Nîmes, où personne ne s’est plaint."
    assert load_story(make(tmp_path / "s", a_txt=text.encode("cp1252"))).sources[0].capture.text == text


FRENCH = "Le café de l’Été était fermé à Nîmes, où personne ne s’est plaint, a dit le maire à la presse."


@pytest.mark.parametrize(
    "label",
    "utf-16 utf-32 unicode_escape raw_unicode_escape idna punycode rot13 utf-7 base64 hex zlib cp037 mbcs undefined"
    " utf-8 big5 shift_jis gb18030 euc-kr windows-1251 koi8-r".split(),
)
def test_a_declared_encoding_that_the_bytes_contradict_is_not_believed(tmp_path: Path, label: str) -> None:
    page = f'<html><meta charset="{label}"><p>{FRENCH} + \\u0041 \\x41 +AOk-</p>'
    capture = load_story(make(tmp_path / "s", a_html=page.encode("cp1252"))).sources[0].capture
    assert capture.text == page
    (notice,) = capture.notices
    assert f"declares {label}, which does not fit" in notice.message


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("ISO-8859-1", "cp1252", FRENCH),
        ("latin1", "cp1252", FRENCH),
        ("iso_8859-2:1987", "iso8859-2", "Žluťoučký kůň úpěl ďábelské ódy."),
        ("cskoi8r", "koi8-r", "Паром из Vann опоздал на два часа."),
        ("gb2312", "gb18030", "周一，市议会在Vann关闭了这座旧桥，没有人受伤。"),
        ("x-sjis", "cp932", "月曜日、市議会は古い橋を閉鎖した。NHKによると負傷者はいない。"),
        ("euc-kr", "cp949", "시의회는 월요일에 낡은 다리를 폐쇄했다."),
    ],
)
def test_a_label_of_the_webs_encodings_is_believed(tmp_path: Path, label: str, encoding: str, text: str) -> None:
    page = f"<html><meta charset={label}><p>{text}</p>"
    assert load_story(make(tmp_path / "s", a_html=page.encode(encoding))).sources[0].capture.text == page


def test_a_page_that_names_its_encoding_is_decoded_so(tmp_path: Path) -> None:
    page = "<html><meta charset='windows-1251'><p>Паром опоздал на два часа.</p>"
    assert load_story(make(tmp_path / "s", a_html=page.encode("cp1251"))).sources[0].capture.text == page


SHORT = "The mayor Joren Müller said so on Monday. Nothing else was lost in the fire, and the road was open by noon."


@pytest.mark.parametrize("label", ["", "windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic", "cp437", "unicode_escape"])
def test_one_accented_letter_is_enough_to_contradict_a_false_declaration(tmp_path: Path, label: str) -> None:
    page = f'<html><meta charset="{label}"><p>{SHORT}</p>'
    assert load_story(make(tmp_path / "s", a_html=page.encode("cp1252"))).sources[0].capture.text == page


def test_a_polish_capture_is_decoded_by_detection(tmp_path: Path) -> None:
    text = "Burmistrz powiedział w sobotę, że nikt nie został ranny, gdy spłonęło stare molo w Gdańsku."
    assert load_story(make(tmp_path / "s", a_txt=text.encode("cp1250"))).sources[0].capture.text == text


CENTRAL = {
    "hu": "A polgármester szombaton azt mondta, hogy senki sem sérült meg, amikor a móló leégett. Az őrök látták.",
    "cs": "Starosta v sobotu řekl, že nikdo nebyl zraněn, když vyhořelo staré molo. Přístav byl v neděli otevřen.",
    "pl": "Burmistrz powiedział w sobotę, że nikt nie został ranny, gdy spłonęło molo. Port otwarto w niedzielę rano.",
    "sl": "Župan je v soboto povedal, da ni bil nihče ranjen, ko je pogorel stari pomol. Škode še niso ocenili.",
    "hr": "Gradonačelnik je u subotu rekao da nitko nije ozlijeđen kada je izgorio stari mol. Šteta nije procijenjena.",
}


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>"])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, encoding) for text in CENTRAL.values() for encoding in ("cp1250", "iso8859-2")),
        ("Mērs sestdien sacīja, ka neviens netika ievainots, kad nodega vecais mols. Osta svētdien vaļā.", "cp1257"),
        ("Belediye başkanı cumartesi günü eski iskele yandığında kimsenin yaralanmadığını söyledi.", "cp1254"),
        (
            "Il sindaco ha detto sabato che nessuno è rimasto ferito. La città costruirà un nuovo molo, più alto.",
            "cp1252",
        ),
        ("Мэр сказал в субботу, что никто не пострадал, когда сгорел старый причал.", "koi8-r"),
    ],
)
def test_a_page_that_declares_no_encoding_or_a_wrong_one_is_read_by_the_letters_of_its_language(
    tmp_path: Path, text: str, encoding: str, head: str
) -> None:
    page = f"<html>{head}<p>{text}</p>"
    assert load_story(make(tmp_path / "s", a_html=page.encode(encoding))).sources[0].capture.text == page


def test_the_letters_of_english_are_known_without_the_recogniser_of_other_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.load.alphabets.recognise", None)
    text = f"{SHORT} “It was the end of the café,” said the owner of the house that stands beside it."
    assert load_story(make(tmp_path / "s", a_txt=text.encode("cp1252"))).sources[0].capture.text == text


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
@pytest.mark.parametrize("text", [SHORT, SHORT.replace("ü", "u")])
def test_a_mark_of_utf_16_before_single_bytes_is_not_believed(tmp_path: Path, mark: bytes, text: str) -> None:
    capture = load_story(make(tmp_path / "s", a_txt=mark + text.encode("cp1252"))).sources[0].capture
    assert text in capture.text


def test_chinese_behind_a_mark_of_utf_16_is_read_as_it_says(tmp_path: Path) -> None:
    text = "市长星期六表示，老码头的火灾中没有人受伤，道路已经重新开放。"
    for encoding in ("utf-16", "utf-16-be"):
        data = text.encode(encoding) if encoding == "utf-16" else b"\xfe\xff" + text.encode(encoding)
        assert load_story(make(tmp_path / encoding, a_txt=data)).sources[0].capture.text == text


def test_one_damaged_byte_does_not_spoil_the_rest_of_a_utf8_capture(tmp_path: Path) -> None:
    data = "Été à Nîmes: café fermé, ".encode() + b"\xff" + " où personne ne s’est plaint.".encode()
    text = load_story(make(tmp_path / "s", a_txt=data)).sources[0].capture.text
    assert text == "Été à Nîmes: café fermé, \ufffd où personne ne s’est plaint."


def test_notices_hold_no_character_that_may_not_reach_a_page(tmp_path: Path) -> None:
    capture = load_story(make(tmp_path / "s", a_txt=ARTICLE + "\x00\x07\u202e")).sources[0].capture
    assert len(capture.notices) == 3
    assert all(notice.message.isprintable() and notice.quote is None for notice in capture.notices)


# Bad front matter


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_known_one(tmp_path: Path) -> None:
    caught = error(make(tmp_path / "s", "title: T\ntag: [a]\n", a_txt=ARTICLE))
    assert caught.place == 3
    assert "'tag'" in caught.problem and "'tags'" in caught.remedy


def test_an_unknown_key_of_a_source_is_named_with_its_line(tmp_path: Path) -> None:
    caught = error(make(tmp_path / "s", "sources:\n  - file: captures/a.txt\n    autor: Ann\n", a_txt=ARTICLE))
    assert caught.place == 4
    assert "'author'" in caught.remedy


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: T\ntags: [a\n", 4),
        ("title: 'T\n", None),
        ("- title\n", 2),
        ("title: T\ntitle: U\n", 3),
        ("a: &x [1]\ntitle: *x\n", 3),
        ("title: [T]\n", 2),
        ("date: soon\n", 2),
        ("tags: Ferries\n", 2),
        ("tags: [[a]]\n", 2),
        ("sources: []\n", 2),
        ("sources:\n  - captures/a.txt\n", 3),
        ("sources:\n  - id: a\n", 3),
        ("sources:\n  - file: captures/a.txt\n    url: javascript:alert(1)\n", 4),
        ("sources:\n  - file: captures/a.txt\n    id: a b\n", 4),
        ("sources:\n  - file: captures/a.txt\n    published: 31/12/2024\n", 4),
        ("title: " + "[" * 50 + "]" * 50 + "\n", 2),
        ("title: !!python/object/apply:os.system [ls]\n", 2),
    ],
)
def test_front_matter_that_cannot_be_used_is_refused_with_its_line(
    tmp_path: Path, front: str, line: int | None
) -> None:
    caught = error(make(tmp_path / "s", front, a_txt=ARTICLE))
    assert caught.path.endswith("s/story.md")
    assert line is None or caught.place == line


def test_a_story_without_front_matter_is_refused(tmp_path: Path) -> None:
    folder = make(tmp_path / "s", a_txt=ARTICLE)
    (folder / "story.md").write_text("Only text.\n")
    assert error(folder).place == 1


def test_front_matter_without_an_end_is_refused(tmp_path: Path) -> None:
    folder = make(tmp_path / "s", a_txt=ARTICLE)
    (folder / "story.md").write_text("---\ntitle: T\n")
    assert "no end" in error(folder).problem


def test_a_story_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = make(tmp_path / "s", a_txt=ARTICLE)
    (folder / "story.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    assert error(folder).place == 2


def test_a_folder_without_story_md_is_refused(tmp_path: Path) -> None:
    assert "missing" in error(tmp_path).problem
    assert "no such story folder" in error(tmp_path / "none").problem


# Bad captures


def test_a_story_without_captures_is_refused(tmp_path: Path) -> None:
    assert "no captures" in error(make(tmp_path / "s")).problem


@pytest.mark.parametrize(
    "name", ["../other.txt", "/etc/hostname", "captures/../../x.txt", "C:\\x.txt", "C:x.txt", "a\\b.txt", "."]
)
def test_a_file_outside_the_storys_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "other.txt").write_text(ARTICLE)
    caught = error(make(tmp_path / "s", f"sources:\n  - file: '{name}'\n", a_txt=ARTICLE))
    assert caught.place == 3 and "not inside" in caught.problem


def test_a_link_out_of_the_folder_is_refused_whether_listed_or_not(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(ARTICLE)
    for name, front in (("s", "sources:\n  - file: captures/a.txt\n"), ("t", "")):
        folder = make(tmp_path / name, front)
        (folder / "captures" / "a.txt").symlink_to(tmp_path / "secret.txt")
        assert "link out of" in error(folder).problem


def test_a_missing_capture_is_refused_at_the_line_that_names_it(tmp_path: Path) -> None:
    caught = error(make(tmp_path / "s", "sources:\n  - id: a\n    file: captures/none.txt\n", a_txt=ARTICLE))
    assert caught.place == 4 and "missing" in caught.problem


def test_a_folder_in_place_of_a_capture_is_refused(tmp_path: Path) -> None:
    folder = make(tmp_path / "s")
    (folder / "captures" / "a.txt").mkdir()
    assert "not a file" in error(folder).problem


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff"])
def test_an_empty_capture_is_refused(tmp_path: Path, content: str) -> None:
    assert "empty" in error(make(tmp_path / "s", a_txt=content)).problem


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n and so on",
        b"\xff\xd8\xff\xe0 and so on",
        b"RIFF\x10\x00\x00\x00WEBPVP8 and so on",
        bytes(range(256)) * 40,
        b"MZ" + bytes(500) + b"This program cannot be run" * 20,
    ],
)
def test_a_binary_capture_is_refused(tmp_path: Path, data: bytes) -> None:
    caught = error(make(tmp_path / "s", a_txt=data))
    assert "not text" in caught.problem or "binary" in caught.problem


@pytest.mark.parametrize("kind", ["WEBP", "WAVE", "AVI "])
def test_a_container_of_pictures_or_sound_is_refused_though_it_holds_no_control_characters(
    tmp_path: Path, kind: str
) -> None:
    caught = error(make(tmp_path / "s", a_txt=f"RIFFabcd{kind}" + ARTICLE))
    assert caught.problem == "it is a picture, sound or film, not text"


def test_a_text_that_begins_as_a_container_does_is_read(tmp_path: Path) -> None:
    riff = "RIFF and RIFX are two kinds of file.\n"
    assert load_story(make(tmp_path / "s", a_txt=riff)).sources[0].capture.text == riff


@pytest.mark.parametrize("text", ["", "title: A ferry\n", "A ferry\n---\n"])
def test_a_story_that_does_not_begin_with_front_matter_is_refused_at_its_first_line(tmp_path: Path, text: str) -> None:
    folder = make(tmp_path / "s", a_txt=ARTICLE)
    (folder / "story.md").write_text(text)
    caught = error(folder)
    assert (caught.place, caught.problem) == (1, "it does not begin with front matter")


def test_front_matter_nested_ever_deeper_is_refused(tmp_path: Path) -> None:
    nested = "[" * 9 + "x" + "]" * 9
    assert "nested too deeply" in error(make(tmp_path / "s", f"tags: {nested}\n", a_txt=ARTICLE)).problem


@pytest.mark.parametrize("tag", ["''", "[a]", "{a: b}"])
def test_a_tag_that_is_no_word_or_phrase_is_refused_at_its_line(tmp_path: Path, tag: str) -> None:
    caught = error(make(tmp_path / "s", f"title: A ferry\ntags:\n  - sea\n  - {tag}\n", a_txt=ARTICLE))
    assert (caught.place, caught.problem) == (5, "'tags' holds what is no word or phrase")


@pytest.mark.parametrize("value", ["", " ''", " ~"])
def test_a_key_without_a_value_states_nothing(tmp_path: Path, value: str) -> None:
    story = load_story(make(tmp_path / "s", f"title:{value}\ndate:{value}\n", a_txt=ARTICLE))
    assert (story.title, story.date) == (None, None)


def test_a_capture_above_five_megabytes_is_refused_and_one_of_five_is_not(tmp_path: Path) -> None:
    largest = make(tmp_path / "s", a_txt=b"x " * (MAX_CAPTURE_BYTES // 2))
    assert len(load_story(largest).sources[0].capture.text) == MAX_CAPTURE_BYTES
    assert "larger than 5 MB" in error(make(tmp_path / "t", a_txt=b"x" * (MAX_CAPTURE_BYTES + 1))).problem


def test_a_file_name_that_cannot_be_shown_is_refused(tmp_path: Path) -> None:
    folder = make(tmp_path / "s")
    (folder / "captures" / "a\u202etxt").write_text(ARTICLE)
    caught = error(folder)
    assert "cannot be shown" in caught.problem and "\u202e" not in str(caught)


# Identifiers


def test_two_sources_with_one_id_are_refused_at_the_second(tmp_path: Path) -> None:
    front = "sources:\n  - file: captures/a.txt\n  - file: captures/b.txt\n    id: A\n"
    caught = error(make(tmp_path / "s", front, a_txt=ARTICLE, b_txt=ARTICLE))
    assert caught.place == 5 and "'A'" in caught.problem


@pytest.mark.parametrize("identifier", ["", "    id: b\n"])
def test_a_file_listed_twice_is_refused_under_one_id_and_under_two(tmp_path: Path, identifier: str) -> None:
    front = f"sources:\n  - file: captures/a.txt\n  - file: ./captures/a.txt\n{identifier}"
    caught = error(make(tmp_path / "s", front, a_txt=ARTICLE))
    assert caught.place in (4, 5) and "captures/a.txt is listed twice" in caught.problem


def test_two_files_of_one_stem_need_ids_of_their_own(tmp_path: Path) -> None:
    assert "two sources have the id 'a'" in error(make(tmp_path / "s", a_txt=ARTICLE, a_md=ARTICLE)).problem


def test_a_file_name_that_no_address_can_hold_gives_an_id_in_its_form(tmp_path: Path) -> None:
    folder = make(tmp_path / "s")
    (folder / "captures" / "The Bell: 5 May.txt").write_text(ARTICLE)
    assert load_story(folder).sources[0].id == "the-bell-5-may"


# Several stories


def test_stories_come_in_the_order_of_their_slugs(tmp_path: Path) -> None:
    for name in ("b", "a", ".hidden"):
        make(tmp_path / name, a_txt=ARTICLE)
    assert [folder.name for folder in story_folders(tmp_path)] == ["a", "b"]


def test_two_folders_with_one_slug_are_refused(tmp_path: Path) -> None:
    make(tmp_path / "late-ferry", a_txt=ARTICLE)
    make(tmp_path / "Late Ferry", a_txt=ARTICLE)
    refused = shared_slugs(story_folders(tmp_path))
    assert {folder.name for folder in refused} == {"late-ferry", "Late Ferry"}
    assert all("late-ferry" in str(error) for error in refused.values())


def test_a_new_site_holds_no_story(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()
    assert story_folders(tmp_path) == ()


def test_stories_in_a_folder_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such folder"):
        story_folders(tmp_path / "stories")


def test_korean_with_a_quotation_within_a_word_is_read(tmp_path: Path) -> None:
    text = (
        "철도 회사는 야간 열차가 월요일에 다시 운행을 시작했다고 밝혔다.\n\n대변인은 “모든 다리를 점검했다”고 말했다.\n"
    )
    (tmp_path / "a.txt").write_bytes(text.encode("cp949"))
    assert load_source(tmp_path / "a.txt").capture.text == text


def test_a_few_damaged_bytes_of_an_english_page_are_no_korean(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = "The harbour of Tarn was closed on Monday after a storm tore away a part of its old pier."
    damaged = b"??? ???\xed\xcf\xd3\xcb\xd7\xc1? ??????? ?? ??????."
    page.write_bytes(f"<h1>Storm shuts the harbour</h1><p>{text}</p><p>".encode() + damaged + b"</p>")
    read = load_source(page).capture.text
    assert text in read
    assert not any("\u3400" <= letter <= "\ud7a3" for letter in read)
