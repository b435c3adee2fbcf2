"""Templates -> pages. The only module of the desk that knows Jinja; everything that is shown is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).with_name("templates")
STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "desk.svg": "image/svg+xml"}


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(FOLDER)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def render(name: str, **values: Any) -> str:
    """The page that a template makes of these values."""
    return _environment().get_template(f"{name}.html").render(**values)


def static(name: str) -> bytes:
    """A file of ``STATIC``."""
    return (FOLDER / name).read_bytes()
