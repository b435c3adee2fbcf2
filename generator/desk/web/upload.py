"""A form with a file as browsers send it (multipart/form-data, RFC 7578) -> its fields and its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from generator.desk.web.handing import Upload

FORM = "multipart/form-data"
_BOUNDARY = re.compile(r";\s*boundary=(?:\"([^\"]{1,70})\"|([^\s;\"]{1,70}))", re.IGNORECASE)
_NAME = re.compile(r"^content-disposition:\s*form-data\b.*?;\s*name=\"([^\"]*)\"", re.IGNORECASE | re.MULTILINE)
_FILE = re.compile(r"^content-disposition:.*;\s*filename=\"([^\"]*)\"", re.IGNORECASE | re.MULTILINE)


def read_upload(body: bytes, content_type: str, most: int) -> tuple[dict[str, list[str]], Upload | None]:
    """The fields of a form, and its file; None where none was chosen. Raises ValueError for what is no such form, for
    more than ``most`` parts, and for more files than one."""
    fields: dict[str, list[str]] = {}
    uploads = []
    for head, content in _parts(body, content_type, most):
        name, file = _NAME.search(head), _FILE.search(head)
        if name is None:
            raise ValueError("a part of the form has no name")
        if file is None:
            fields.setdefault(name[1], []).append(content.decode("utf-8"))
        elif file[1] or content:
            uploads.append(Upload(unquote(file[1]), content))
    if len(uploads) > 1:
        raise ValueError("the form has more files than one")
    return fields, next(iter(uploads), None)


def _parts(body: bytes, content_type: str, most: int) -> Iterator[tuple[str, bytes]]:
    """Header and content of each part."""
    found = _BOUNDARY.search(content_type)
    if found is None:
        raise ValueError("the form names no boundary")
    parts = (b"\r\n" + body).split(f"\r\n--{found[1] or found[2]}".encode("ascii"), most + 2)
    if len(parts) < 2 or len(parts) > most + 2 or not parts[-1].startswith(b"--"):
        raise ValueError("the form has no end")
    for part in parts[1:-1]:
        head, empty, content = part.partition(b"\r\n\r\n")
        if not empty:
            raise ValueError("a part of the form has no content")
        yield head.decode("utf-8").replace("\r\n", "\n"), content
