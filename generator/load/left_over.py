"""What systems, editors and browsers leave beside an editor's files: no capture, no page, no story."""

from __future__ import annotations

import os
import re
from pathlib import Path

# Hidden files (.DS_Store, ._a.txt, .~lock.a.odt#, .a.txt.swp), locks of Office (~$a.docx), copies that editors keep
# (a.txt~, #a.txt#, a.txt.bak), what Windows and macOS put into folders, and downloads that have not ended.
_FILE = re.compile(
    r"\..*|~\$.*|.*~|#.*#|.*\.(?:swp|swo|swn|bak|part|partial|crdownload|download|lnk)"
    r"|desktop\.ini|(?:eh)?thumbs\.db(?::.*)?|icon\r|__macosx|\$recycle\.bin",
    re.IGNORECASE | re.DOTALL,
)
_SAVED_WITH = re.compile(r".*[_.]files|.*-dateien|.*_fichiers|.*_archivos|.*_arquivos", re.IGNORECASE | re.DOTALL)
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp")

IGNORED = (".*", "~$*", "*~", "#*#", "*.swp", "*.bak")  # the same for Pelican, as shell patterns


def is_left_over(path: Path | os.DirEntry[str]) -> bool:
    """Whether a file or folder is nobody's work, by its name."""
    return _FILE.fullmatch(path.name) is not None


def is_saved_with_page(folder: Path) -> bool:
    """Whether a folder came with a page that a browser saved "complete": it has the page's name and a word for files,
    in the language of the browser, or the page stands beside it."""
    if not folder.is_dir():
        return False
    if _SAVED_WITH.fullmatch(folder.name):
        return True
    beside = (path.stem for path in folder.parent.iterdir() if path.suffix.lower() in _PAGES)
    return any(folder.name.startswith(stem) for stem in beside)
