"""Where the theme and what a new site begins with stand: in a checkout at its root, in a package inside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_BUNDLE: Final = _PACKAGE / "bundle"  # which setup.py makes
CHECKOUT: Final = None if _BUNDLE.is_dir() else _PACKAGE.parent


def bundled(name: str) -> Path:
    """The place of a file or folder that the repository has under this name."""
    return (CHECKOUT or _BUNDLE) / name


def theme(settings: str) -> str:
    """The theme of the site with this file of settings: its own folder ``theme``, else the one that comes with the
    program."""
    own = Path(settings).resolve().parent / "theme"
    return str(own if own.is_dir() else bundled("theme"))
