"""The name under which a capture is kept: whose it is and what it tells, short enough to be typed in a decision."""

from __future__ import annotations

from generator.language.addresses import site_of
from generator.load.sources import dashed
from generator.model import Article

_MOST_PUBLISHER, _MOST = 20, 44  # code points: a source's id is the stem, which decisions and pages spell out
_MOST_BYTES = 120  # a name has 255 on any file system, and a letter up to four
_HASH = 6  # hexadecimal digits, of the capture's SHA-256
# Names that Windows keeps for itself, with any suffix.
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))


def capture_stem(article: Article, address: str | None, alone: bool = True) -> str:
    """Publisher and headline in lower case, joined by hyphens: "courier-old-bridge-reopens". What is cut, and what is
    not ``alone`` in bearing its name, ends in a part of the capture's hash. Without a publisher the host of its
    address stands there."""
    known = article.metadata
    host = site_of(address) if address else None
    whose = dashed(known.publisher.value if known.publisher else host or "").removeprefix("the-")
    what = dashed(known.title.value if known.title else " ".join(article.texts[0].split()[:8]) if article.texts else "")
    whose = _cut(whose, _MOST_PUBLISHER)
    whole = "-".join(part for part in (whose, what.removeprefix(f"{whose}-")) if part) or "capture"
    short = _cut(whole, _MOST)
    if short == whole and alone and whole not in _DEVICES:
        return whole
    return f"{_cut(whole, _MOST - _HASH - 1)}-{article.document.source.capture.sha256[:_HASH]}"


def _cut(words: str, most: int) -> str:
    """As many of the words as have room; of one long word its beginning."""
    while len(words[:most].encode()) > _MOST_BYTES:
        most -= 1
    if len(words) <= most:
        return words
    whole = words[: most + 1].rpartition("-")[0]
    return whole or words[:most].rstrip("-")
