"""A PDF -> its text, by an extra package that is not part of the default install."""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO

from generator.errors import InputError
from generator.model import Notice

_PACKAGE = "pdfminer.six"
MOST_PAGES = 50  # an article has fewer


def read_pdf(data: bytes, shown: str) -> tuple[str, Notice]:
    """The text of a PDF, a blank line between its paragraphs, and a notice of what made it: offsets count that text.

    Raises InputError without the package, and for a PDF that is broken, locked or holds no text.
    """
    if find_spec("pdfminer") is None:
        remedy = "run make pdf, which installs what reads it, or save the article as text or HTML"
        raise InputError(shown, f"it is a PDF, and {_PACKAGE} is not installed", remedy)
    try:
        text = _text(data)
    except InputError:
        raise
    except Exception as error:  # its reader raises whatever a broken file leads it to
        problem = f"it is a PDF that cannot be read ({type(error).__name__})"
        raise InputError(shown, problem, "open it, and save its text") from None
    if not text.strip():
        problem = "it is a PDF without text, perhaps of scanned pages"
        raise InputError(shown, problem, "save the article as text or HTML")
    message = f"The file is a PDF; the text that is cited is what {_PACKAGE} {version(_PACKAGE)} reads in it."
    return text, Notice("pdf", message)


def _text(data: bytes) -> str:
    from pdfminer.high_level import extract_text  # an extra, and slow to load

    return str(extract_text(BytesIO(data), maxpages=MOST_PAGES)).replace("\f", "\n")
