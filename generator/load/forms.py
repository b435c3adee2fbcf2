"""What a file is, by its first bytes and its text, whatever its name says: read as that, or refused with the remedy."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from generator.errors import InputError
from generator.load.decoding import is_wide

# Share of bytes that are control characters (tab, line feed, form feed and carriage return aside) above which a
# capture is not text. Evenly spread bytes, as in compressed files, have 28 in 256 = .11; executables and archives
# more, by their NULs; the 1,095 dumps of the extraction sets have 0. One in twenty stands between, nearer to what is
# surely binary, since a short capture with a few stray NULs must work.
MAX_CONTROL_SHARE = 0.05

_UNPACK = "unpack it, and save the page or text that it holds"
_PICTURE = "save the article as text or HTML; what a picture shows cannot be quoted"
_DOCUMENT = "save it as text in the program that made it"

# First bytes of formats that editors save by mistake (each format's specification), and what to do.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n", "a PNG image", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG image", _PICTURE),
    (b"GIF87a", "a GIF image", _PICTURE),
    (b"GIF89a", "a GIF image", _PICTURE),
    (b"II*\x00", "a TIFF image", _PICTURE),
    (b"MM\x00*", "a TIFF image", _PICTURE),
    (b"\x00\x00\x01\x00", "an icon", _PICTURE),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
    (b"SQLite format 3\x00", "a SQLite database", "save the article as text or HTML"),
    (b"wOFF", "a font", "save the article as text or HTML"),
    (b"wOF2", "a font", "save the article as text or HTML"),
)
_OPEN_LINK = "open the link, and save the page"
# First bytes that may begin a text as well: they name what is binary by its bytes.
_MAGIC_OF_LETTERS: tuple[tuple[bytes, str, str], ...] = (
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"BM", "a BMP image", _PICTURE),
    (b"OggS", "sound or film", _PICTURE),
    (b"ID3", "sound", _PICTURE),
    (b"MZ", "a program", "save the article as text or HTML"),
)
# Pictures, sound and film: a container's first bytes, and after four of length or brand what it holds.
_CONTAINERS, _CONTAINED = (b"RIFF", b"\x00\x00\x00"), (b"WEBP", b"WAVE", b"AVI ", b"avif", b"heic", b"isom")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPPED: tuple[tuple[bytes, str], ...] = (  # names and types that stand at the beginning of such archives
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint file"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub", "an EPUB book"),
    (b"[Content_Types].xml", "an Office document"),
)
_ZIP_HEAD = 4_000  # bytes in which they stand
_OUTLOOK = "__substg1.0_".encode("utf-16-le")  # a stream of an Outlook message
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\f\r") + b"\x7f"


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF, of which readers accept the mark anywhere in the first kilobyte."""
    head = data[:1024]
    return head.lstrip(b"\xef\xbb\xbf\x00\t\n\f\r ").startswith(b"%PDF-") or (
        b"%PDF-1." in head and b"%%EOF" in data[-2048:]
    )


def refuse_binary(data: bytes, shown: str) -> None:
    """Raises InputError, which names file, form and remedy, for what is no text. ``shown`` names the file."""
    for start, name, remedy in _MAGIC:
        if data.startswith(start):
            raise InputError(shown, f"it is {name}, not text", remedy)
    if data.startswith(_ZIP):
        names = (name for mark, name in _ZIPPED if mark in data[:_ZIP_HEAD])
        name = next(names, "")
        raise InputError(shown, f"it is {name or 'a ZIP archive'}, not text", _DOCUMENT if name else _UNPACK)
    if data.startswith(_OLE):
        if _OUTLOOK in data:
            raise InputError(shown, "it is an Outlook message, not text", "save the mail as .eml or as text")
        raise InputError(shown, "it is an Office document, not text", _DOCUMENT)
    if data.startswith(_CONTAINERS) and data[8:12] in _CONTAINED:
        raise InputError(shown, "it is a picture, sound or film, not text", _PICTURE)
    if is_wide(data):
        return
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls <= MAX_CONTROL_SHARE * len(data):
        return
    if data[257:262] == b"ustar":
        raise InputError(shown, "it is a tar archive, not text", _UNPACK)
    if data.lstrip().startswith(b"<") and _ZIP in data:
        remedy = "in SingleFile choose the file format HTML, and save the page again"
        raise InputError(shown, "it is a page saved as a self-extracting archive, not text", remedy)
    for start, name, remedy in _MAGIC_OF_LETTERS:
        if data.startswith(start):
            raise InputError(shown, f"it is {name}, not text", remedy)
    problem = f"it is binary: {controls} of {len(data)} bytes are control characters"
    raise InputError(shown, problem, "save the article as text or HTML")


_PAGE = "save the article's own page or text"
_XML_HEAD = re.compile(
    r"\s*(?:<\?(?:[^?]|\?(?!>))*\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*|<!doctype[^<>\[]*>\s*)*", re.IGNORECASE
)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")
_FEEDS = ("rss", "feed", "rdf:rdf", "channel", "item", "entry")
_XML: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_FEEDS, ("a feed, not one article", "save the page to which the item leads")),
    "urlset": ("a sitemap", _PAGE),
    "sitemapindex": ("a sitemap", _PAGE),
    "opml": ("a list of feeds", "give it to the command inbox, or save the article's own page"),
    "svg": ("an SVG image", _PICTURE),
    "plist": ("a property list, such as a link (.webloc)", _OPEN_LINK),
    "error": ("an error message in XML", _PAGE),
    "en-export": ("notes of Evernote", "save the one note as HTML"),
}
_LINES = 4  # from which text is taken for what its lines have in common
# Between the columns of a printed page; so many lines of it, and words on each side. No dump of the sets has them.
_GAP, _GAPS, _WORDS_A_SIDE = re.compile(r"(?<=\S) {3,}(?=\S)"), 6, 3
_COLUMNS = 3  # of a table
# Parted by commas or semicolons without a space behind them, as in no sentence.
_NAMES_OF_COLUMNS = re.compile(r"[^\s,;][^,;.!?]{0,30}(?:([,;])[^\s,;][^,;.!?]{0,30})(?:\1[^\s,;][^,;.!?]{0,30})+")
_ALIKE = 0.6  # share of the lines that end as code does, or go on in another column; in articles hardly any do
_CODE_END = re.compile(r"(?:[;{}]|\*/|=>|\)\s*,)$")
_CODE_START = re.compile(
    r"(?:\(function\b|!function\b|[\"']use strict[\"']|(?:var|let|const) [\w$]+\s*=|(?:window|self|document)[.\[]"
    r"|[\w$.]{1,60}\(\s*[{\[]\s*[\"'])"
)
_ADDRESS_ALONE = re.compile(r"\W*https?://\S+\W*")
_ESCAPED_PAGE = re.compile(r"&lt;(?:!doctype html|html|head|body|div|p|article)\b", re.IGNORECASE)
_ESCAPED_ENDS = 3  # of elements, from which text is the source of a page with its marks written out
_SUBTITLES = "subtitles with their times, which part sentences", "save the transcript without its times, as text"
# From when to when a line is shown, above it.
_CUE, _CUES = re.compile(r"(?:\d{1,2}:)?\d\d?:\d\d[.,]\d{3}(?: --> |,)(?:\d{1,2}:)?\d\d?:\d\d[.,]\d{3}.{0,80}"), 2
_TEXTS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\{\\rtf"), "RTF", "open it in a word processor, and save it as text"),
    (re.compile(r"(?:[^\n]*\n){0,8}?\[(?:InternetShortcut|Desktop Entry)\]"), "a link, not its page", _OPEN_LINK),
    (re.compile(r"WEBVTT\b|\d{1,5}\s*\n\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:|\[Script Info\]"), *_SUBTITLES),
    (re.compile(r"(?:diff --git |--- \S.*\n\+\+\+ \S)"), "a list of changes between two files", _PAGE),
    (re.compile(r"WARC/\d"), "a web archive (WARC)", "save the one page as HTML"),
    (re.compile(r"%!PS"), "PostScript", "save the article as text or HTML"),
    (re.compile(r"(?:%[^\n]*\n|\s)*\\documentclass\b"), "TeX", "save it as text"),
    (re.compile(r"BEGIN:V(?:CARD|CALENDAR)"), "a card or calendar", _PAGE),
    (re.compile(r"TY  - |@[a-z]{2,15}\{[^\s,{}]{1,80},"), "an entry of a bibliography", _PAGE),
    (
        re.compile(r"\d{1,9}\s*\r?\n(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3}"),
        "a mail in the form of Apple Mail (.emlx)",
        "choose File > Save As > Raw Message Source",
    ),
)
_MAIL_SOURCE = re.compile(
    r"^Content-Transfer-Encoding:[ \t]*(?:quoted-printable|base64)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
# Where one document of a database of articles ends or begins (Nexis, Factiva, ProQuest and others).
_OF_DATABASE = re.compile(
    r"^[ \t]*(?:End of Document|Document [A-Z]{3,}\d{8,}\w*"
    r"|Document \d{1,4} of \d{1,4}|\d{1,4} of \d{1,4} DOCUMENTS)[ \t]*\r?$",
    re.MULTILINE,
)
_IN_ADDRESSES = re.compile(r"%[0-9A-F]{2}")  # a character as addresses write it
_MOST_IN_ADDRESSES = 20  # an article may print an address with some
_LONGEST_JSON = 20_000_000  # code points that are tried: beyond is no answer of any server


def refuse_other_texts(text: str, shown: str) -> None:
    """Raises InputError, which names file, form and remedy, for text in a form that holds no article as such."""
    start = text.lstrip()[:2000]
    for pattern, name, remedy in _TEXTS:
        if pattern.match(start):
            raise InputError(shown, f"it is {name}", remedy)
    if start[:1] in ("{", "[", '"') and _is_json(text):
        raise InputError(shown, "it is JSON, made for programs", "save the page as a browser shows it")
    root = _xml_root(text)
    if root in _XML:
        raise InputError(shown, f"it is {_XML[root][0]}", _XML[root][1])
    if root is not None and root not in _TAGS and text.lstrip().startswith("<?xml"):
        raise InputError(shown, f"it is XML (its root is <{root}>), not a page", _PAGE)
    is_markup = start.startswith("<") or _ANSWER.match(text) is not None
    if is_markup:
        return
    if _MAIL_SOURCE.search(text):
        raise InputError(shown, "it is part of the source of a mail or MHTML file", "save it whole, as .eml or .mhtml")
    escaped = len(_IN_ADDRESSES.findall(text))
    if escaped > _MOST_IN_ADDRESSES and escaped > len(text.split()):
        raise InputError(shown, "it is text as addresses write it", "save the page as a browser shows it")


def refuse_other_lines(text: str, shown: str) -> None:
    """Raises the same for plain text of which no article is made: code, tables, addresses, a page's source."""
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and all(map(_ADDRESS_ALONE.fullmatch, lines)):
        raise InputError(shown, "it holds addresses and no text", "add the address, or open it and save its page")
    if text.count("&lt;/") >= _ESCAPED_ENDS and _ESCAPED_PAGE.search(text):
        raise InputError(shown, "it is the source of a page with its marks written out", "save the page itself as HTML")
    if (documents := len(_OF_DATABASE.findall(text))) > 1:
        problem = f"it holds {documents} documents of a database"
        raise InputError(shown, problem, "save each of them in a file of its own")
    if sum(_CUE.fullmatch(line.strip()) is not None for line in lines[:100]) >= _CUES:
        raise InputError(shown, f"it is {_SUBTITLES[0]}", _SUBTITLES[1])
    if _CODE_START.match(text.lstrip()) or _share(lines, _CODE_END.search) >= _ALIKE:
        raise InputError(shown, "it is code, made for programs", "save the page as a browser shows it")
    if _has_columns(lines):
        remedy = "save its text in one column (pdftotext without -layout), or give the PDF itself"
        raise InputError(shown, "its lines run over two columns of a page, and can be read across alone", remedy)
    if _is_table(lines):
        raise InputError(shown, "it is a table, whose cells are no sentences", _PAGE)


def _share(lines: Sequence[str], is_such: Callable[[str], object]) -> float:
    """The share of lines that are such; none of a few lines."""
    return sum(is_such(line.rstrip()) is not None for line in lines) / len(lines) if len(lines) >= _LINES else 0.0


def _has_columns(lines: Sequence[str]) -> bool:
    """Whether most lines have a wide gap, behind which the text goes on at one place, with words on both sides."""
    gaps = [gap for line in lines if (gap := _GAP.search(line.rstrip())) is not None]
    if len(gaps) < max(_GAPS, _ALIKE * len(lines)):
        return False
    place, count = Counter(gap.end() for gap in gaps).most_common(1)[0]
    words = [len(side.split()) for gap in gaps if gap.end() == place for side in gap.string.split(gap.group(), 1)]
    return count >= _ALIKE * len(lines) and sum(words) >= _WORDS_A_SIDE * len(words)


def _is_table(lines: Sequence[str]) -> bool:
    """Whether all lines have as many cells: parted by tabs, or by commas where cells stand in quotation marks, or by
    what parts the names of columns in the first line."""
    head = lines[:100]
    if len(head) < _LINES:
        return False
    tabs = {line.count("\t") for line in head}
    if len(tabs) == 1 and tabs.pop() >= _COLUMNS - 1:
        return True
    names = _NAMES_OF_COLUMNS.fullmatch(head[0])
    if names is None and sum('"' in line for line in head) < len(head) - 1:
        return False
    try:
        cells = {len(row) for row in csv.reader(head, delimiter="," if names is None else names[1])}
    except csv.Error:
        return False
    return len(cells) == 1 and cells.pop() >= _COLUMNS


def _xml_root(text: str) -> str | None:
    head = _XML_HEAD.match(text[:50_000])
    root = _ROOT.match(text, 0 if head is None else head.end())
    return None if root is None else root.group(1).lower()


def _is_json(text: str) -> bool:
    if len(text) > _LONGEST_JSON or (text.lstrip().startswith('"') and "\\" not in text):  # a paragraph of speech
        return False
    lines = text.strip().split("\n", 2)
    try:
        json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        pass
    else:
        return True
    try:  # an object in each line: "[ ]" is a box that a text browser prints
        return len(lines) > 1 and all(isinstance(json.loads(line), dict) for line in lines[:2])
    except (ValueError, RecursionError):
        return False


MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}
_FORMS = {"text/plain": "text", "text/html": "HTML", "text/markdown": "Markdown"}
_BLOCKS = (
    "address article aside blockquote body center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 head header hr html"
    " li main nav ol p pre section table tbody td th title tr ul"
)
_TAGS = frozenset(f"{_BLOCKS} a b base br em font i iframe img link meta noscript script span strong style".split())
_SURE_TAGS = ("html", "head", "body")
_DECLARED_PAGE = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_ANSWER = re.compile(r"HTTP/\d(?:\.\d)? \d{3}[^\n]*\n(?:[!-9;-~]+:[^\n]*\n)*\r?\n")  # what a server says before a page
_BLOCK_END = re.compile(rf"</(?:{'|'.join(_BLOCKS.split())})\s*>", re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{'|'.join(_BLOCKS.split())})(?=[\s/>])", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:[a-z][a-z0-9]*(?:\s[^<>]*)?/?|/[a-z][a-z0-9]*\s*|!--)[^<>]*>?", re.IGNORECASE)
# From so many ends of blocks, one for at most so many words, text is a fragment of a page. Of the 1,095 dumps of the
# extraction sets, some of which speak of HTML, none has three.
_FRAGMENT_ENDS, _WORDS_AN_END = 3, 60


_MARKDOWN_HEAD = re.compile(r"\s*# \S[^\n]*\n")
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:[A-Za-z][\w -]{0,40}:[^\n]*\n|[ \t]+\S[^\n]*\n|- [^\n]*\n)+---[ \t]*\r?\n"
)
# The title and address of a page above what was copied of it, as browsers put them there.
_MARKDOWN_LINK = re.compile(r"\s*\[[^\[\]\n]{1,300}\]\(https?://[^\s()]{1,2000}\)[ \t]*\r?\n")
_MARKDOWN_MARK = re.compile(r"\n#{2,6} \S|\]\((?:https?:|/)|(?<!\*)\*\*[^\s*][^*\n]*\*\*(?!\*)|\n> \S|\n!\[")


def is_page(text: str) -> bool:
    """Whether text is a page or a fragment of one, whatever the name of its file."""
    at = 0 if (answer := _ANSWER.match(text)) is None else answer.end()
    head = _XML_HEAD.match(text, at, at + 50_000)
    begins = at if head is None else head.end()
    root = _ROOT.match(text, begins)
    if _DECLARED_PAGE.search(text, at, begins) or (root is not None and root.group(1).lower() in _SURE_TAGS):
        return True
    if root is not None and root.group(1).lower() in _TAGS and _BLOCK.search(text):
        return True
    if _CODE_START.match(text, begins):
        return False  # what it holds of a page is for its script
    ends = len(_BLOCK_END.findall(text))
    return ends >= _FRAGMENT_ENDS and ends * _WORDS_AN_END >= len(text.split())


def _is_markdown(text: str) -> bool:
    """Whether text begins with front matter or a link of Markdown, or with a heading of it and has another mark."""
    if _FRONT_MATTER.match(text) is not None or _MARKDOWN_LINK.match(text) is not None:
        return True
    return _MARKDOWN_HEAD.match(text) is not None and _MARKDOWN_MARK.search(text) is not None


def media_type(file: PurePosixPath, text: str) -> tuple[str, str | None]:
    """How a text is read, and what to say of it where that is not what its name says. By the text itself where that is
    a page or Markdown, or has no tag though its name says HTML;
    else by the file's suffix, else plain text."""
    named = MEDIA_TYPES.get(file.suffix.lower())
    found = named or "text/plain"
    if named == "text/html" and _ANY_TAG.search(text) is None:
        found = "text/plain"
    elif named == "text/markdown":
        root = _xml_root(text)
        found = "text/html" if _DECLARED_PAGE.match(text.lstrip()) or root in _SURE_TAGS else named
    elif named != "text/html" and is_page(text):
        found = "text/html"
    elif found == "text/plain" and _is_markdown(text):
        found = "text/markdown"
    if named is None or found == named:
        return found, None
    return found, f"Its name says {_FORMS[named]}, but it is {_FORMS[found]}, and it is read as {_FORMS[found]}."
