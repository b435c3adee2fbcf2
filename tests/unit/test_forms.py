"""Files of every form in which people save, under any name: read as what they are, or refused by name and remedy."""

from __future__ import annotations

import gzip
import io
import json
import plistlib
import zipfile
from email import encoders
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.clean import clean
from generator.data import verify_digest
from generator.errors import InputError
from generator.extract import extract
from generator.load import load_source, load_story
from generator.load.capture import MAX_CAPTURE_BYTES
from generator.metadata import find_metadata
from generator.model import Capture, Metadata
from generator.pipeline import build
from generator.writers.json import to_json
from generator.writers.text import article_text

HEADLINE = "Night train to Halden runs again"
SENTENCES = (
    "The night train between Velby and Halden ran again on Monday after a rockfall had closed the line for two weeks, "
    "the operator Nordrail said in a statement.",
    "“We have checked every one of the forty-one bridges,” said the spokeswoman Ida Brenner on the platform in Velby.",
    "The repairs cost 1.4 million crowns and were finished four days earlier than planned, the rail authority said.",
)
ARTICLE = f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{one}</p>' for one in SENTENCES)}</article>"
PAGE = f"<!doctype html><html><head><meta charset=utf-8><title>{HEADLINE}</title></head><body>{ARTICLE}</body></html>"
TEXT = "\n\n".join((HEADLINE, *SENTENCES))
AT = "https://coast.example/night-train"


def capture(folder: Path, name: str, data: bytes | str) -> Capture:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return load_source(folder / name).capture


def article(folder: Path, name: str) -> str:
    return article_text(clean(extract(load_source(folder / name)))).rstrip("\n")


def facts(folder: Path, name: str) -> Metadata:
    return find_metadata(clean(extract(load_source(folder / name))))


def refused(folder: Path, name: str, data: bytes | str) -> InputError:
    with pytest.raises(InputError) as caught:
        capture(folder, name, data)
    assert "\n" not in str(caught.value) and name in str(caught.value) and caught.value.remedy
    return caught.value


def web_archive(page: bytes = PAGE.encode(), form: plistlib.PlistFormat = plistlib.FMT_BINARY, **more: str) -> bytes:
    """A page as Safari saves it."""
    main = {"WebResourceData": page, "WebResourceMIMEType": "text/html", "WebResourceURL": AT, **more}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=form)


def mhtml(*parts: tuple[str, str], encoding: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    """A page as Chromium saves it: parts by their address."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {parts[0][0]}\r\nSubject: {HEADLINE}\r\n"
        "Date: Wed, 6 May 2026 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary--x----"\r\n\r\n\r\n'
    )
    made = [head.encode()]
    for address, page in parts:
        part = MIMEText("", "html")
        part.set_payload(page.encode(charset))
        del part["Content-Transfer-Encoding"], part["MIME-Version"], part["Content-Type"]
        part["Content-Type"] = f"text/html; charset={charset}"
        part["Content-Location"] = address
        (encoders.encode_quopri if encoding == "quoted-printable" else encoders.encode_base64)(part)
        made.append(b"------Boundary--x----\r\n" + part.as_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    return b"".join(made) + b"------Boundary--x------\r\n"


def mail(html: str = "", text: str = "", **header: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {
        "From": "Coast Daily <news@coast.example>",
        "To": "desk@digest.example",
        "Subject": HEADLINE,
        "Date": "Mon, 4 May 2026 09:00:00 +0200",
        "Message-ID": "<1@coast.example>",
        **{name.replace("_", "-"): value for name, value in header.items()},
    }.items():
        made[name] = value
    made.set_content(text or "Open this mail as a page.")
    if html:
        made.add_alternative(html, subtype="html")
    return made


# Read as what they are


@pytest.mark.parametrize("name", ["a.txt", "a.aspx", "a.md", "a", "a.xml", "a.php"])
def test_a_page_is_read_as_a_page_whatever_its_name(tmp_path: Path, name: str) -> None:
    assert capture(tmp_path, name, PAGE).media_type == "text/html"
    assert article(tmp_path, name).split("\n") == [HEADLINE, *SENTENCES]


@pytest.mark.parametrize(
    "page",
    [
        f"<head><title>x</title></head><body>{ARTICLE}</body>",
        f"  <!-- begin --><div class='story'>{ARTICLE}</div>",
        f"<?xml version='1.0' encoding='utf-8'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body>{ARTICLE}</body></html>",
        f"<p>{SENTENCES[0]}</p>",
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: x\r\n\r\n{PAGE}",
        f"{HEADLINE}<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p>",
    ],
)
def test_a_fragment_of_a_page_or_a_servers_answer_is_a_page(tmp_path: Path, page: str) -> None:
    found = capture(tmp_path, "a.txt", page)
    assert found.media_type == "text/html" and found.text == page
    assert [notice.code for notice in found.notices if notice.code != "crlf"] == ["other-name"]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"He wrote <b> and </b> into his page, and </p> after it. {SENTENCES[0]}",
        f"[Photo] {{caption}}\n{TEXT}",
        f"From: Coast Daily\nDate: Mon, 4 May 2026\nSubject: {HEADLINE}\n\n{TEXT}",
        f"[ ]\n[    ]\nSearch\n\n{TEXT}",
        f"BMW and the line\n\n{TEXT}",
    ],
)
def test_text_that_begins_like_another_form_stays_text(tmp_path: Path, text: str) -> None:
    assert capture(tmp_path, "a.txt", text).media_type == "text/plain"


def test_text_under_the_name_of_a_page_keeps_its_lines(tmp_path: Path) -> None:
    assert capture(tmp_path, "a.html", TEXT).media_type == "text/plain"
    assert article(tmp_path, "a.html").split("\n")[1:] == list(SENTENCES)


def test_markdown_that_begins_with_a_tag_stays_markdown(tmp_path: Path) -> None:
    assert capture(tmp_path, "a.md", f"<p align=center>\n\n# {HEADLINE}\n\n{TEXT}").media_type == "text/markdown"


# MHTML and mail


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.html", "a.txt"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_page_saved_as_mhtml_is_read_whatever_its_name_and_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    found = capture(tmp_path, name, mhtml((AT, PAGE), encoding=encoding))
    assert (found.text.strip(), found.media_type) == (PAGE, "text/html")
    assert [notice.code for notice in found.notices] == ["part"]
    assert facts(tmp_path, name).url.value == AT  # type: ignore[union-attr]


def test_the_day_on_which_a_page_was_saved_is_not_its_day(tmp_path: Path) -> None:
    capture(tmp_path, "a.mhtml", mhtml((AT, PAGE)))
    assert facts(tmp_path, "a.mhtml").published is None


def test_each_part_has_an_encoding_of_its_own(tmp_path: Path) -> None:
    page = PAGE.replace("<meta charset=utf-8>", "")
    found = capture(tmp_path, "a.mhtml", mhtml((AT, page), charset="windows-1252"))
    assert found.text.strip() == page


@pytest.mark.parametrize(
    ("frames", "chosen"), [((ARTICLE, "<p>Buy a boat.</p>"), 1), (("<p>Home</p>", ARTICLE * 2), 2)]
)
def test_the_article_is_in_the_page_or_in_a_frame_of_it(tmp_path: Path, frames: tuple[str, str], chosen: int) -> None:
    found = capture(tmp_path, "a.mhtml", mhtml((AT, frames[0] * 2), ("https://ads.example/1", frames[1])))
    assert f"part {chosen} of 2" in found.notices[0].message
    assert facts(tmp_path, "a.mhtml").url.value == AT  # type: ignore[union-attr]


def test_a_newsletter_gives_its_article_subject_sender_and_day(tmp_path: Path) -> None:
    made = mail(PAGE.replace("<title>" + HEADLINE, "<title>*|MC|*"), TEXT, List_Unsubscribe="<https://coast.example/u>")
    found = capture(tmp_path, "a.eml", made.as_bytes())
    known = facts(tmp_path, "a.eml")
    assert found.media_type == "text/html" and "part 2 of 2" in found.notices[0].message
    assert [known.title.value, known.publisher.value, known.published.value] == [  # type: ignore[union-attr]
        HEADLINE, "Coast Daily", "2026-05-04",
    ]  # fmt: skip


def test_marks_of_a_template_are_no_title(tmp_path: Path) -> None:
    page = PAGE.replace("<title>" + HEADLINE, "<title>*|MC:SUBJECT|*")
    capture(tmp_path, "a.html", page.replace("</body>", "<p>You are receiving this as a reader.</p></body>"))
    assert facts(tmp_path, "a.html").title.value == HEADLINE  # type: ignore[union-attr]


def test_a_mail_of_text_is_read_as_text(tmp_path: Path) -> None:
    found = capture(tmp_path, "a.eml", mail(text=TEXT).as_bytes())
    assert (found.media_type, found.text.strip()) == ("text/plain", TEXT)


def test_a_mail_that_is_attached_to_a_note_is_the_text(tmp_path: Path) -> None:
    outer = mail(text="Is this of use to us?", Subject="Fwd: train", Date="Thu, 7 May 2026 12:00:00 +0200")
    outer.add_attachment(mail(text=TEXT * 2))
    capture(tmp_path, "a.eml", outer.as_bytes())
    known = facts(tmp_path, "a.eml")
    assert known.title.value == HEADLINE and known.published.value == "2026-05-04"  # type: ignore[union-attr]


def test_a_page_that_is_attached_as_mere_bytes_is_the_text(tmp_path: Path) -> None:
    note = mail(text="See the attached page.")
    note.add_attachment(PAGE.encode(), maintype="application", subtype="octet-stream", filename="Train.html")
    assert capture(tmp_path, "a.eml", note.as_bytes()).text == PAGE


@pytest.mark.parametrize("name", ["Train.pdf", "train.docx"])
def test_a_mail_that_says_nothing_but_what_is_attached_is_refused(tmp_path: Path, name: str) -> None:
    note = mail(text="See attached.")
    note.add_attachment(b"%PDF-1.4", maintype="application", subtype="octet-stream", filename=name)
    assert f"attached ({name})" in refused(tmp_path, "a.eml", note.as_bytes()).problem
    told = mail(text=TEXT)
    told.add_attachment(b"%PDF-1.4", maintype="application", subtype="octet-stream", filename=name)
    assert capture(tmp_path, "b.eml", told.as_bytes()).text.startswith(HEADLINE)


def test_the_day_of_a_forwarded_mail_is_in_doubt(tmp_path: Path) -> None:
    capture(tmp_path, "a.eml", mail(text=TEXT, Subject=f"Fwd: {HEADLINE}").as_bytes())
    known = facts(tmp_path, "a.eml")
    assert known.published.doubt and known.publisher is None  # type: ignore[union-attr]


def test_japanese_mail_in_seven_bits_is_decoded(tmp_path: Path) -> None:
    text = "月曜日、市議会は古い橋を閉鎖した。負傷者はいない。"
    made = MIMEText(text, "plain", "iso-2022-jp")
    made["Subject"] = "橋"
    assert capture(tmp_path, "a.eml", made.as_bytes()).text.strip() == text


def test_a_mail_without_text_and_a_mailbox_are_refused(tmp_path: Path) -> None:
    picture = MIMEMultipart()
    picture["Message-ID"] = "<1@x.example>"
    assert "no text" in refused(tmp_path, "a.eml", picture.as_bytes()).problem
    one = b"From news@coast.example Mon May  4 09:00:00 2026\n" + mail(text=TEXT).as_bytes()
    assert "2 mails" in refused(tmp_path, "b.mbox", one + b"\n" + one).problem
    assert capture(tmp_path, "c.mbox", one).text.strip() == TEXT


def test_parts_in_parts_without_end_are_refused_in_one_line(tmp_path: Path) -> None:
    deep = "MIME-Version: 1.0\n" + "".join(
        f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n" for depth in range(3000)
    )
    refused(tmp_path, "a.eml", deep)


# Refused by name


def _zip(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a.pdf", "a"])
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (r"{\rtf1\ansi The ferry was late on Monday.}", "RTF"),
        (json.dumps({"headline": HEADLINE, "articleBody": SENTENCES}), "JSON"),
        (json.dumps([{"headline": HEADLINE}], indent=2), "JSON"),
        ('{"a": 1}\n{"a": 2}\n', "JSON"),
        (
            f"<?xml version='1.0'?><!-- x --><rss version='2.0'><channel><title>{HEADLINE}</title></channel></rss>",
            "feed",
        ),
        (f"<feed xmlns='http://www.w3.org/2005/Atom'><title>{HEADLINE}</title></feed>", "feed"),
        ("<?xml version='1.0'?><urlset><url><loc>https://a.example/</loc></url></urlset>", "sitemap"),
        (f"<?xml version='1.0'?><nitf><body>{HEADLINE}</body></nitf>", "XML"),
        ("[InternetShortcut]\r\nURL=https://coast.example/night-train\r\n", "a link"),
        ("WARC/1.0\r\nWARC-Type: response\r\n", "WARC"),
        ("--x\nContent-Transfer-Encoding: quoted-printable\n\n=E2=80=9CWe have=E2=80=9D", "source of a mail"),
        (gzip.compress(PAGE.encode()), "gzip"),
        (_zip("a.html"), "ZIP archive"),
        (_zip("[Content_Types].xml", "word/document.xml"), "Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Office document"),
        (b"II*\x00" + bytes(range(256)), "TIFF"),
        (b"BM" + bytes(300), "BMP"),
        (b"<!doctype html><html>" + _zip("a.html") * 20 + bytes(400), "self-extracting"),
    ],
)
def test_what_holds_no_article_as_such_is_refused_by_name(
    tmp_path: Path, name: str, data: bytes | str, told: str
) -> None:
    assert told in refused(tmp_path, name, data).problem


def test_a_pdf_is_refused_with_the_remedy_where_nothing_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.load.pdf.find_spec", lambda _: None)
    assert "make pdf" in refused(tmp_path, "a.txt", b"%PDF-1.7 and so on").remedy


@pytest.mark.skipif(find_spec("pdfminer") is None, reason="an extra")
def test_the_text_of_a_pdf_is_read(tmp_path: Path) -> None:
    found = capture(tmp_path, "a.txt", _pdf("The line was closed on Monday.", "Nobody was hurt."))
    assert found.media_type == "text/plain"
    assert found.text.split("\n\n")[:2] == ["The line was closed on Monday.", "Nobody was hurt."]
    assert [notice.code for notice in found.notices] == ["pdf"]


@pytest.mark.skipif(find_spec("pdfminer") is None, reason="an extra")
@pytest.mark.parametrize("data", [b"%PDF-1.7 and so on", b"%PDF-1.7\n1 0 obj\n<</Root 2 0 R>>\nendobj\ntrailer\n%%EOF"])
def test_a_broken_pdf_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    assert "PDF" in refused(tmp_path, "a.pdf", data).problem


def _pdf(*paragraphs: str) -> bytes:
    """The smallest file of its kind: one page with these lines far apart."""
    stream = "BT /F 12 Tf 72 700 Td " + " 0 -60 Td ".join(f"({text}) Tj" for text in paragraphs) + " ET"
    objects = (
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    )
    made, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<</Size 6 /Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return (made + end).encode()


# Size, and what saved the page


def test_pictures_inside_a_page_do_not_count_for_its_size(tmp_path: Path) -> None:
    picture = "data:image/jpeg;base64," + "QUJD" * (MAX_CAPTURE_BYTES // 3)
    page = PAGE.replace("</head>", f'<style>:root{{--a:url("{picture}")}}</style></head>').replace(
        "<article>", f"<article><img src={picture}>"
    )
    assert capture(tmp_path, "a.html", page).text == page
    assert article(tmp_path, "a.html").split("\n") == [HEADLINE, *SENTENCES]


def test_a_page_of_too_much_text_is_refused(tmp_path: Path) -> None:
    assert "5 MB" in refused(tmp_path, "a.html", PAGE + "<p>word</p>" * (MAX_CAPTURE_BYTES // 10)).problem


@pytest.mark.parametrize(
    "comment",
    [
        f"<!--\n Page saved with SingleFile \n url: {AT} \n saved date: Wed May 06 2026 10:00:00 GMT+0200\n-->",
        f"<!-- Saved from {AT} at 2026-05-06T08:00:00Z using monolith v2.8.3 -->",
    ],
)
def test_address_and_day_are_read_from_what_saved_the_page(tmp_path: Path, comment: str) -> None:
    capture(tmp_path, "a.html", PAGE.replace("<html>", f"<html>{comment}"))
    document = extract(load_source(tmp_path / "a.html"))
    assert [(fact.name, fact.value[:10]) for fact in document.declared if "comment" in fact.how] == [
        ("url", AT[:10]), ("saved", "Wed May 06" if "SingleFile" in comment else "2026-05-06"),
    ]  # fmt: skip
    assert facts(tmp_path, "a.html").url.value == AT  # type: ignore[union-attr]


@pytest.mark.parametrize(("canonical", "url"), [("https://coast.example/n", "https://coast.example/n"), ("/n", AT)])
def test_the_pages_own_address_comes_before_that_of_the_save(tmp_path: Path, canonical: str, url: str) -> None:
    saved = f"<!-- saved from url=({len(AT):04}){AT} -->"
    page = PAGE.replace("<html>", saved + "<html>").replace(
        "</head>", f'<link rel=canonical href="{canonical}"></head>'
    )
    capture(tmp_path, "a.html", page)
    assert facts(tmp_path, "a.html").url.value == url  # type: ignore[union-attr]


# Checked from outside


def _digest(folder: Path, **captures: bytes) -> Path:
    """The digest of a story of these captures, as it is published; keyword ``a_eml`` becomes captures/a.eml."""
    (folder / "captures").mkdir(parents=True)
    (folder / "story.md").write_text("---\ndate: 2026-05-05\n---\n")
    for name, data in captures.items():
        (folder / "captures" / name.replace("_", ".")).write_bytes(data)
    made = folder / "digest.json"
    made.write_text(to_json(build(load_story(folder))))
    return made


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a_mhtml", mhtml((AT, PAGE))),
        ("a_mhtml", mhtml((AT, PAGE), encoding="base64")),
        ("a_txt", mhtml((AT, PAGE.replace("<meta charset=utf-8>", "")), charset="windows-1252")),
        ("a_mht", mhtml((AT, "<p>Home</p>"), (f"{AT}/frame", PAGE))),
        ("a_eml", mail(PAGE, TEXT).as_bytes()),
        ("a_eml", mail(text=TEXT).as_bytes()),
        ("a_txt", PAGE.encode()),
        ("a_php", PAGE.encode()),
        ("a_webarchive", web_archive()),
        ("a_html", PAGE.encode("utf-16-le")),
    ],
)
def test_an_outsider_with_the_file_finds_every_quote_at_its_place(
    tmp_path: Path, name: str, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    place = _digest(tmp_path / "s", **{name: data})
    file = tmp_path / "s" / "captures" / name.replace("_", ".")
    assert verify_digest.main([str(place), "--page", str(file)]) == 0
    told = capsys.readouterr().out
    assert "is the capture of a, byte for byte: 3 citations" in told


@pytest.mark.parametrize("copy", [mhtml((AT, PAGE + " ")), mail(PAGE, TEXT).as_bytes(), PAGE.encode()])
def test_an_outsider_with_another_copy_in_another_form_finds_every_quote(
    tmp_path: Path, copy: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    place = _digest(tmp_path / "s", a_mhtml=mhtml((AT, PAGE)))
    (tmp_path / "copy.txt").write_bytes(copy)
    assert verify_digest.main([str(place), "--page", str(tmp_path / "copy.txt")]) == 0
    assert "3 of 3 quotes stand in it" in capsys.readouterr().out


CELLS = [("2031-03-11", HEADLINE, one) for one in SENTENCES]
NO_ARTICLES = {
    "subtitles": (
        "WEBVTT\n\n" + "\n\n".join(f"00:0{n}.000 --> 00:0{n}.900\n{one}" for n, one in enumerate(SENTENCES)),
        "1\n00:00:01,000 --> 00:00:04,000\n" + SENTENCES[0],
        "[Script Info]\nTitle: a\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,," + SENTENCES[0],
    ),
    "a table": (
        "day\thead\ttext\n" + "\n".join("\t".join(row) for row in CELLS),
        "day,head,text\n" + "\n".join(",".join(f'"{cell}"' for cell in row) for row in CELLS),
        "title,url,time_added\n" + "\n".join(f"Night train {n},{AT}/{n},178{n}" for n in range(4)),
    ),
    "code": (
        f'window.__STATE__ = {{"body": "{ARTICLE}"}};',
        f"callback({json.dumps({'title': HEADLINE, 'body': ARTICLE})});",
        "body {\n  color: red;\n}\n.lead {\n  margin: 0;\n}\n",
        "(function(){\nvar a = 1;\nreturn a;\n})();\n",
    ),
    "addresses and no text": (AT, f"{AT}\n{AT}/2\n"),
    "a list of changes": (f"--- a/old.txt\n+++ b/new.txt\n@@ -1 +1 @@\n-{SENTENCES[0]}\n+{SENTENCES[1]}\n",),
    "a link": ("[{000214A0-0000}]\r\nProp3=19,11\r\n[InternetShortcut]\r\nURL=https://coast.example/\r\n",),
    "the source of a page": (ARTICLE.replace("<", "&lt;").replace(">", "&gt;"),),
    "the source of a mail": (f"Message ID\t<a@coast.example>\nSubject:\t{HEADLINE}\n\n{mail(PAGE, TEXT)}",),
    "2 documents of a database": (
        "\n\n".join(f"{HEADLINE}\n\n{one}\n\nEnd of Document" for one in SENTENCES[:2]),
        "\n\n".join(f"{one}\n\nDocument COASTD0020310311e73b0000{n}" for n, one in enumerate(SENTENCES[:2])),
        "\n\n".join(f"Document {n} of 2\n\n{one}" for n, one in enumerate(SENTENCES[:2], start=1)),
    ),
    "a feed": (f"<item><title>{HEADLINE}</title><description><![CDATA[{ARTICLE}]]></description></item>",),
    "notes of Evernote": (f'<?xml version="1.0"?><en-export><note><content>{ARTICLE}</content></note></en-export>',),
    "JSON": (json.dumps(PAGE),),
    "TeX": (f"\\documentclass{{article}}\n\\begin{{document}}\n{TEXT}\n\\end{{document}}\n",),
    "as addresses write it": (quote(PAGE),),
}


@pytest.mark.parametrize(("what", "text"), [(what, text) for what, texts in NO_ARTICLES.items() for text in texts])
def test_text_of_which_no_article_is_made_is_refused_by_its_form(what: str, text: str, tmp_path: Path) -> None:
    assert what in refused(tmp_path, "saved.txt", text).problem


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\n" + "\n".join(f"{sentence};" for sentence in SENTENCES) + f"\n{SENTENCES[0]}\n{SENTENCES[1]}\n",
        "\n".join(f"12.03.2031, 08:0{n}: {one}" for n, one in enumerate(SENTENCES)),
        "\n".join(f'"{one}", she said, and left, as she had come.' for one in SENTENCES),
        f"{AT}\n\n{TEXT}",
        f"Write &lt;p&gt; for a paragraph.\n\n{TEXT}",
        f"{TEXT}\n\nEnd of Document\n",
        f"1 of 2\n\n{SENTENCES[0]}\n\n2 of 2\n\n{SENTENCES[1]}",
        f'"{SENTENCES[0]}"',
    ],
)
def test_an_article_that_looks_a_little_like_it_is_read(text: str, tmp_path: Path) -> None:
    assert capture(tmp_path, "saved.txt", text).media_type == "text/plain"


@pytest.mark.parametrize("name", ["a.webarchive", "a.html"])
@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_in_a_web_archive_is_read_with_its_address(
    tmp_path: Path, name: str, form: plistlib.PlistFormat
) -> None:
    found = capture(tmp_path, name, web_archive(form=form))
    assert (found.media_type, found.text) == ("text/html", PAGE)
    known = facts(tmp_path, name)
    assert known.url is not None and known.url.value == AT


def test_a_web_archive_names_the_encoding_of_its_page(tmp_path: Path) -> None:
    page = PAGE.replace("<meta charset=utf-8>", "").encode("cp1252")
    assert "“We have" in capture(tmp_path, "a", web_archive(page, WebResourceTextEncodingName="windows-1252")).text


@pytest.mark.parametrize(
    ("what", "data"),
    [
        ("a link", plistlib.dumps({"URL": AT}, fmt=plistlib.FMT_BINARY)),
        ("holds no page", web_archive(WebResourceMIMEType="image/png")),
        ("cannot be read", web_archive()[:-40]),
        ("cannot be read", web_archive(form=plistlib.FMT_XML)[:-40]),
    ],
)
def test_a_property_list_without_a_page_is_refused(tmp_path: Path, what: str, data: bytes) -> None:
    assert what in refused(tmp_path, "a.webarchive", data).problem


RUSSIAN = "Ночной поезд снова пошёл в понедельник, сообщила дорога.\n\nРемонт закончили раньше срока, за две недели."
JAPANESE = "夜行列車は月曜日に運転を再開した、と鉄道会社は述べた。\n\n修理は予定より四日早く終わった。"


@pytest.mark.parametrize("text", [TEXT, PAGE, RUSSIAN, JAPANESE])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_byte_order_mark_is_read(tmp_path: Path, text: str, encoding: str) -> None:
    found = capture(tmp_path, "a.txt", text.encode(encoding))
    assert found.text == text
    assert any(encoding in notice.message for notice in found.notices)


def test_a_nul_in_a_text_makes_no_utf16_of_it(tmp_path: Path) -> None:
    text = "".join((TEXT, "\0", TEXT))
    for encoding in ("utf-8", "cp1252"):
        found = capture(tmp_path, "a.txt", text.encode(encoding) + b" " * (len(text.encode(encoding)) % 2))
        assert found.text.startswith(TEXT)


def test_quotation_marks_of_the_old_macintosh_tell_its_encoding(tmp_path: Path) -> None:
    text = TEXT.replace("the operator", "Velby’s operator")
    for lines in (text, text.replace("\n", "\r")):
        assert capture(tmp_path, "a.txt", lines.encode("mac-roman")).text == lines


def test_what_stands_in_a_shown_template_is_text(tmp_path: Path) -> None:
    body = f"<news-text><template shadowrootmode=open>{ARTICLE}</template></news-text><template>{TEXT}</template>"
    (tmp_path / "page.html").write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")
    assert article(tmp_path, "page.html") == "\n".join((HEADLINE, *SENTENCES))


@pytest.mark.parametrize("name", ["a.txt", "a"])
@pytest.mark.parametrize(
    "text",
    [
        f"# {HEADLINE}\n\n{SENTENCES[0]}\n\n## Later\n\n{SENTENCES[1]}",
        f"# {HEADLINE}\n\n[Nordrail]({AT}) said.",
        f"---\ntitle: {HEADLINE}\nauthor:\n  - Ida Brenner\n---\n{TEXT}",
    ],
)
def test_markdown_is_read_as_such_under_any_name(name: str, text: str, tmp_path: Path) -> None:
    found = capture(tmp_path, name, text)
    assert found.media_type == "text/markdown"
    assert [notice.code for notice in found.notices] == (["other-name"] if name.endswith(".txt") else [])


@pytest.mark.parametrize(
    "text",
    [f"# 4 of 5\n\n{TEXT}", f"---\n\n{TEXT}\n\n---\n\n{TEXT}", f"{HEADLINE}\n\n#trains #halden\n\n{SENTENCES[0]}"],
)
def test_a_number_sign_alone_makes_no_markdown(text: str, tmp_path: Path) -> None:
    assert capture(tmp_path, "a.txt", text).media_type == "text/plain"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_text_that_was_garbled_before_it_was_saved_is_said_so(encoding: str, tmp_path: Path) -> None:
    text = TEXT.replace("Velby", "Vélby").encode().decode(encoding, "replace")
    for name, written, is_garbled in (("a.txt", text, True), ("b.txt", TEXT, False)):
        capture(tmp_path, name, written)
        notices = extract(load_source(tmp_path / name)).notices
        assert ("garbled" in {notice.code for notice in notices}) is is_garbled
