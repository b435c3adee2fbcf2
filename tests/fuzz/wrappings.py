"""What else a capture comes in: a mail, a page saved with its pictures, lines broken at one width, another name."""

from __future__ import annotations

import base64
import quopri
import textwrap
from collections.abc import Callable
from random import Random
from typing import Final

_PIXEL: Final = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(40)).decode()
_HEADERS: Final = (
    "Subject: The pier of Vann", "Subject: Fwd: The pier of Vann", "Subject: =?utf-8?q?Der_Pier_=F0=9F=9A=A2?=",
    "Subject:", "Subject: =?utf-8?b?broken", "X-Odd: \x07 \x0b",
)  # fmt: skip
_DATES: Final = ("Wed, 14 May 2031 10:00:00 +0000", "yesterday", "Wed, 99 May 2031 10:00:00 +0000", "")
_NOTES: Final = ("See below.", "", "Sent from my telephone\n\n-- \nAda", "> quoted before\n>> and before that")


def wrapped_up(random: Random, text: str, suffix: str) -> tuple[str, str]:
    """A capture's text and the end of its name, in another form that this kind of capture comes in; ``text`` holds no
    surrogate."""
    forms: dict[str, tuple[Callable[[Random, str], tuple[str, str]], ...]] = {
        ".txt": (_broken_lines, _broken_lines, _mail_of_text),
        ".html": (_mail_of_page, _saved_page, _under_another_name),
    }
    return random.choice(forms[suffix])(random, text) if suffix in forms else (text, suffix)


def _broken_lines(random: Random, text: str) -> tuple[str, str]:
    """Lines of one width, as programs and old mails break them; hyphens stay where they are."""
    width = random.choice((48, 66, 72, 78))
    lines = (
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False, drop_whitespace=True)
        for line in text.split("\n")
    )
    return random.choice(("\n", "\n\n")).join(lines), ".txt"


def _under_another_name(random: Random, text: str) -> tuple[str, str]:
    return text, random.choice((".htm", ".txt", ".md"))


def _mail_of_text(random: Random, text: str) -> tuple[str, str]:
    if random.random() < 0.5:
        return _message(random, _part(random, "text/plain", text)), ".eml"
    page = "".join(f"<p>{line.replace('<', '&lt;')}</p>" for line in text.split("\n"))
    return _several(random, "alternative", ("text/plain", text), ("text/html", page)), ".eml"


def _mail_of_page(random: Random, text: str) -> tuple[str, str]:
    if random.random() < 0.4:
        return _message(random, _part(random, "text/html", text)), ".eml"
    note = random.choice(_NOTES)
    return _several(random, random.choice(("alternative", "mixed")), ("text/plain", note), ("text/html", text)), ".eml"


def _saved_page(random: Random, text: str) -> tuple[str, str]:
    frame = "<html><body><p>An advertisement</p></body></html>"
    others = (("text/html", frame),) if random.random() < 0.4 else ()
    parts = (("text/html", text), ("text/css", "p { color: red }"), *others)
    return _several(random, "related", *parts), random.choice((".mhtml", ".mht"))


def _several(random: Random, kind: str, *parts: tuple[str, str]) -> str:
    edge = f"edge-{random.randint(1, 999)}"
    pieces = [_part(random, media_type, text) for media_type, text in parts]
    pieces.append(f"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n{_PIXEL}\n")
    body = "".join(f"--{edge}\n{piece}\n" for piece in pieces)
    end = f"--{edge}--\n" if random.random() < 0.9 else ""
    return _message(random, f'Content-Type: multipart/{kind}; boundary="{edge}"\n\n{body}{end}')


def _part(random: Random, media_type: str, text: str) -> str:
    encoding = random.choice(("base64", "quoted-printable"))
    data = text.encode("utf-8")
    coded = base64.encodebytes(data) if encoding == "base64" else quopri.encodestring(data)
    kind = random.choice((f"{media_type}; charset=utf-8", f'{media_type}; charset="UTF-8"; format=flowed'))
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n{coded.decode('ascii')}"


def _message(random: Random, rest: str) -> str:
    head = ["From: Ada Kell <ada@coast.example>", random.choice(_HEADERS), f"Date: {random.choice(_DATES)}"]
    return "\n".join((*head, "MIME-Version: 1.0", rest))
