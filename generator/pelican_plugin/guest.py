"""The pages beneath an entry in somebody else's blog, whose theme knows of articles and pages alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import escape
from pelican.contents import Page
from pelican.utils import get_relative_path, path_to_url

from generator.pelican_plugin.environment import BETWEEN
from generator.pelican_plugin.press import Press


def guest_page(press: Press, name: str, template: str, values: Mapping[str, Any]) -> Page:
    """A page of Pelican's, which any theme shows, of what a template of ours makes of ``values``; ``name`` is its
    file."""
    settings = press.settings
    root = path_to_url(get_relative_path(name)) if settings["RELATIVE_URLS"] else settings["SITEURL"]
    made = press.strict.get_template(f"{template}.html").render({**press.own, **values, "SITEURL": root})
    title, html = made.split(BETWEEN, 1)
    title = title.removesuffix(f" · {escape(press.site.name)}")
    url = name.removesuffix("index.html")
    return Page(
        html, {"title": title, "slug": url.rstrip("/"), "url": url, "save_as": name}, settings, None, press.context
    )
