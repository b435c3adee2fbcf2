"""A page -> the bytes that browsers, extensions, mail programs and text browsers save of it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path
from quopri import encodestring

_ADDRESS = "https://paper.example/article"
_BOUNDARY = b"----MultipartBoundary--saved----"
_WIDTH = 72  # columns of a text browser
_PICTURE = b"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC" + b"QUJD" * 2_000
_SILENCE = 30  # seconds after which a program is given up


def as_mhtml(page: bytes) -> bytes:
    """ "Webpage, single file" of Chromium: the page quoted-printable, and an advertisement's frame after it."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {_ADDRESS}\r\nSubject: Saved\r\n"
        "Date: Wed, 6 May 2026 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        f'\ttype="text/html";\r\n\tboundary="{_BOUNDARY.decode()}"\r\n\r\n\r\n'
    )
    parts = (
        b"--" + _BOUNDARY + b"\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: " + address + b"\r\n\r\n" + encodestring(text).replace(b"\n", b"\r\n") + b"\r\n"
        for address, text in ((_ADDRESS.encode(), page), (b"https://ads.example/", b"<p>Buy a boat.</p>"))
    )
    return head.encode() + b"".join(parts) + b"--" + _BOUNDARY + b"--\r\n"


def as_singlefile(page: bytes) -> bytes:
    """SingleFile: a comment at the top, pictures and style sheets inside."""
    comment = (
        b"<!--\n Page saved with SingleFile \n url: " + _ADDRESS.encode() + b" \n saved date: Wed May 06 2026\n-->"
    )
    style = b'<style>:root{--sf-img-1:url("' + _PICTURE + b'")}</style>'
    return comment + page.replace(b"</head>", style + b"</head>", 1).replace(
        b"<img ", b"<img data-x=" + _PICTURE + b" ", 1
    )


def as_mail(page: bytes) -> bytes:
    """A newsletter: the page beside a text that says so."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Paper <news@paper.example>", "desk@digest.example", "News"
    mail["Date"], mail["List-Unsubscribe"] = "Mon, 4 May 2026 09:00:00 +0200", "<https://paper.example/u>"
    mail.set_content("View this email in your browser.\n")
    mail.add_alternative(page.decode("utf-8", "replace"), subtype="html")
    return mail.as_bytes()


def as_lynx(page: bytes) -> bytes | None:
    """lynx -dump; None where lynx is not installed."""
    return _dumped(page, "lynx", "-dump", f"-width={_WIDTH}", "-display_charset=utf-8", "-assume_charset=utf-8")


def as_w3m(page: bytes) -> bytes | None:
    """w3m -dump; None where w3m is not installed."""
    return _dumped(page, "w3m", "-dump", "-cols", str(_WIDTH), "-I", "UTF-8", "-O", "UTF-8")


def as_pandoc(page: bytes) -> bytes | None:
    """pandoc's plain text; None where pandoc is not installed."""
    return _dumped(page, "pandoc", "--sandbox", "--from=html", "--to=plain", f"--columns={_WIDTH}")


def _dumped(page: bytes, program: str, *options: str) -> bytes | None:
    path = shutil.which(program)
    if path is None:
        return None
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch, "page.html")
        file.write_bytes(page)
        try:
            done = subprocess.run([path, *options, str(file)], capture_output=True, timeout=_SILENCE, check=False)
        except subprocess.TimeoutExpired:
            return None
    return done.stdout or None


FORMS: Mapping[str, tuple[str, Callable[[bytes], bytes | None]]] = {
    "mhtml": ("page.mhtml", as_mhtml),
    "singlefile": ("saved.html", as_singlefile),
    "eml": ("mail.eml", as_mail),
    "lynx": ("lynx.txt", as_lynx),
    "w3m": ("w3m.txt", as_w3m),
    "pandoc": ("pandoc.txt", as_pandoc),
}
