"""Letters that were garbled before a page or text was saved are said so: every quote of it has them."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Document, Notice

# UTF-8 that was read as Windows-1252 or Latin-1 and saved again: an accented letter became two, a quotation mark three.
# Of the 2,190 dumps and texts of the extraction sets 15 are such, all of wcxb_dev.
_GARBLED = re.compile(r"â€[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â\x80[\x90-\xbf]|Ã[\x80-\xbf]|[ÐÑ][\x80-\xbf](?=[ÐÑ])")
_LEAST_GARBLED = 2


def told_if_garbled(document: Document) -> Document:
    """The document with a notice where what a reader sees of it is not what was written."""
    places = len(_GARBLED.findall(document.text))
    if places < _LEAST_GARBLED:
        return document
    message = f"Its letters were garbled before it was saved ({places} places), and so are its quotes; save it again."
    return replace(document, notices=(*document.notices, Notice("garbled", message)))
