"""A mail or MHTML file -> the part of it that holds the article, and what its header says of that.

The part is told from the bytes alone and named by its number, so that an outsider with the file finds it again by the
standard library: ``list(message_from_bytes(data).walk())`` without what has parts of its own, counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from generator.errors import InputError
from generator.language.addresses import web_address
from generator.language.printable import printable
from generator.model import Envelope

_LEADING = b"\xef\xbb\xbf \t\r\n"
_HEADER_BYTES = 200_000  # in which a header ends: servers add some 20,000 on the way
_HEADER_LINE = re.compile(rb"[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*")
_MAILBOX = re.compile(rb"From [^\n]*\n")  # the line above each mail of a mailbox file
_EACH_MAIL = re.compile(rb"^From [^\n]* \d{4}\r?$", re.MULTILINE)
_MIME = frozenset([b"mime-version", b"content-type", b"content-transfer-encoding"])
_SENT = frozenset([b"received", b"message-id", b"return-path", b"delivered-to", b"dkim-signature"])
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
_FORWARDED = re.compile(r"\s*(?:fwd?|wg|tr|rv|enc|vs|fs|doorst|i)\s*:\s*", re.IGNORECASE)
_REPLIED = re.compile(r"\s*(?:re|aw|sv|antw|rif|odp|ynt)\s*(?:\[\d+\])?:\s*", re.IGNORECASE)
_LISTED = re.compile(r"\s*\[[^\[\]]{1,40}\]\s+(?=\S)")  # the name of a mailing list before the subject

# Prose is counted in characters of paragraphs of at least so many. The page itself is the text if it has so much prose:
# what stands in frames beside it are advertisements and comments. One with less leaves the article to a frame, a note
# above a forwarded mail to that mail.
_PARAGRAPH, _ENOUGH = 80, 600
_PAGE_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|rtf|pages|epub)$", re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:a|b|em|font|i|small|span|strong|u)\b[^<>]*>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(/?)(script|style|noscript|template)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BLANK = re.compile(r"\n[ \t\r>]*\n")


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a file that is the captured text: its bytes, its media type, the label of the encoding that it
    states, what its file is ("a mail"), and its place in it, by which an outsider finds it again."""

    data: bytes
    media_type: str
    encoding: str
    envelope: Envelope
    of: str
    place: str


@dataclass(frozen=True, slots=True)
class _Text:
    number: int
    part: Message
    around: Message  # the mail that it belongs to: the file, or one that is attached
    kind: str  # media type
    data: bytes
    prose: int


def is_message(data: bytes) -> bool:
    """Whether the bytes begin with the header of a mail or MHTML file, by lines that nobody writes above an article."""
    data = _begun(data)[: _HEADER_BYTES + 1]
    mailbox = _MAILBOX.match(data)
    at, names = 0 if mailbox is None else mailbox.end(), set()
    while (line := _HEADER_LINE.match(data, at)) is not None:
        names.add(line.group().partition(b":")[0].strip().lower())
        at = line.end()
    ended = at == len(data) <= _HEADER_BYTES or data[at : at + 2].startswith((b"\n", b"\r\n"))
    return ended and (bool(names & _MIME) or len(names & _SENT) > 1)


def find_part(data: bytes, shown: str) -> Part:
    """The part of a mail or MHTML file that holds the article. ``shown`` names the file in errors.

    Raises InputError for a mailbox of several mails, and where no part is text.
    """
    mails = len(_EACH_MAIL.findall(data)) if _MAILBOX.match(_begun(data)) else 1
    if mails > 1:
        raise InputError(shown, f"it is a mailbox of {mails} mails", "save the one mail as .eml")
    try:
        message = message_from_bytes(_begun(data))
        leaves = [part for part in message.walk() if not part.is_multipart()]
        texts = list(_texts(message, leaves))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError):
        raise InputError(shown, "its parts cannot be told apart", "save the page or mail again, or as text") from None
    if not texts:
        raise InputError(shown, "it is a mail or MHTML file that holds no text", "save the page as HTML, or as text")
    best = _chosen(texts)
    attached = next((name for part in leaves if (name := part.get_filename()) and _DOCUMENT.search(name)), None)
    if best.prose < _PARAGRAPH and attached is not None:
        problem = f"it says next to nothing, and its text may be in what is attached ({_words(attached)})"
        raise InputError(shown, problem, "save the attachment as a file of its own")
    envelope = _envelope(best, leaves, message)
    return Part(
        data=best.data,
        media_type="text/plain" if best.kind == "text/plain" else "text/html",
        encoding=str(best.part.get_content_charset() or ""),
        envelope=envelope,
        of="a mail" if envelope.is_mail else "a page saved as MHTML",
        place=f"its part {best.number} of {len(leaves)}",
    )


def _begun(data: bytes) -> bytes:
    return data.lstrip(_LEADING)


def _texts(message: Message, leaves: list[Message]) -> Iterator[_Text]:
    """The texts that may be read. Of a text in two forms the page is read, unless it holds little of it."""
    around = {id(part): message for part in leaves}
    for outer in message.walk():  # the innermost comes last
        inner = outer.get_payload(0) if outer.get_content_type() == "message/rfc822" and outer.is_multipart() else None
        if isinstance(inner, Message):
            around.update((id(part), inner) for part in inner.walk())
    found = []
    for number, part in enumerate(leaves, start=1):
        kind = _kind(part)
        data = part.get_payload(decode=True) if kind in _TEXTS else None
        if isinstance(data, bytes) and data.strip():
            found.append(_Text(number, part, around[id(part)], kind, data, _prose(data, kind)))
    for text in found:
        if text.kind == "text/plain":
            pages = (one for one in found if one.around is text.around and one.kind != "text/plain")
            if any(2 * page.prose >= text.prose for page in pages):
                continue
        yield text


def _kind(part: Message) -> str:
    """The media type of a part; of one that is sent as mere bytes, by its name."""
    kind = part.get_content_type()
    is_page = kind == "application/octet-stream" and _PAGE_NAME.search(part.get_filename() or "")
    return "text/html" if is_page else kind


def _chosen(texts: list[_Text]) -> _Text:
    """The first, which is the page or the mail itself, if it has prose enough, else the one with the most."""
    return texts[0] if texts[0].prose >= _ENOUGH else max(texts, key=lambda text: text.prose)


def _prose(data: bytes, kind: str) -> int:
    text = data.decode("utf-8", errors="replace")
    pieces = _BLANK.split(text) if kind == "text/plain" else _TAG.split(_INLINE_TAG.sub("", _without_scripts(text)))
    return sum(len(piece) for piece in pieces if len(piece.strip()) >= _PARAGRAPH)


def _without_scripts(page: str) -> str:
    kept, at, within = [], 0, 0
    for tag in _SCRIPT.finditer(page):
        if not within:
            kept.append(page[at : tag.start()])
        within = max(0, within - 1) if tag.group(1) else within + 1
        at = tag.end()
    return "".join(kept) if within else "".join([*kept, page[at:]])


def _envelope(text: _Text, leaves: list[Message], root: Message) -> Envelope:
    header = text.around
    located = _address(header["Snapshot-Content-Location"] or leaves[0]["Content-Location"])
    is_page = header is root and not any(header[name] for name in ("To", "Received", "Message-ID"))
    subject = _words(header["Subject"])
    stripped = _LISTED.sub("", _REPLIED.sub("", _FORWARDED.sub("", subject), count=1), count=1).strip()
    name, _ = parseaddr(_words(header["From"]))
    return Envelope(
        is_mail=not (is_page and any(part["Content-Location"] for part in leaves)),
        subject=stripped or None,
        sender=" ".join(name.split()) or None,
        day=_day(header["Date"]),
        address=located or _address(text.part["Content-Location"]),
        is_forwarded=_FORWARDED.match(subject) is not None,
        is_bulk=any(header[name] for name in ("List-Unsubscribe", "List-Id", "Feedback-ID")),
    )


def _words(value: object) -> str:
    """The text of a header field, its encoded words decoded."""
    if value is None:
        return ""
    try:
        pieces = [
            piece if isinstance(piece, str) else piece.decode(encoding or "utf-8", errors="replace")
            for piece, encoding in decode_header(str(value))
        ]
    except (ValueError, LookupError):
        return ""
    return " ".join(printable("".join(pieces)).split())


def _address(value: object) -> str | None:
    return web_address("".join(_words(value).split()))


def _day(value: object) -> str | None:
    try:
        return parsedate_to_datetime(_words(value)).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
