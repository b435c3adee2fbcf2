"""Address and day that programs write into a page when they save it: the last facts of a page to be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.model import Declared

# The comments of SingleFile, of monolith, and of the browsers of Microsoft and Chromium.
_SAVED = (
    (
        "SingleFile",
        re.compile(r"Page saved with SingleFile\s+url:\s*(?P<url>\S+)(?:\s+saved date:[ \t]*(?P<day>[^\n]{4,80}))?"),
    ),
    ("monolith", re.compile(r"Saved from (?P<url>https?://\S+)(?: at (?P<day>\S{10,40}))?")),
    ("a browser", re.compile(r"saved from url=\(\d{1,5}\)(?P<url>\S+)")),
)
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*-->")
_TOP, _COMMENTS = 8_000, 20  # code points from the top in which such a comment stands, and comments that are looked at


def find_saved(page: str) -> Iterator[Declared]:
    """The address ("url") and the day or time ("saved", as it is written) of the first such comment of a page."""
    for comment in islice(_COMMENT.finditer(page, 0, _TOP), _COMMENTS):
        for program, pattern in _SAVED:
            found = pattern.search(comment.group())
            if found is None:
                continue
            for name, group in (("url", "url"), ("saved", "day")):
                value = found.groupdict().get(group)
                if value:
                    start = comment.start() + found.start(group)
                    yield Declared(name, value.strip(), start, start + len(value), f"comment of {program}")
            return
