"""How templates of entries are rendered: strictly, and in the words of the site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined

from generator.bundled import bundled
from generator.site.lists import front, several
from generator.site.words import Words

TEMPLATES: Final = Path(__file__).parents[1] / "templates"
STRICTLY: Final[Mapping[str, Any]] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
BETWEEN: Final = "\0"  # which no page holds
# What stands around a page of our theme is the other theme's: of each only its title and its own part are taken.
_SHELL: Final = f"{{% block title %}}{{% endblock %}}{BETWEEN}{{% block main %}}{{% endblock %}}"


def speak(environment: Environment, words: Words) -> None:
    """Give templates the words of the site, and what its front page shows."""
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_translations(words.translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(number=words.number, day=words.day, month=words.month, front=front, several=several)


def guest_environment(words: Words) -> Environment:
    """For a blog of another theme, whose own environment, translations among it, stays as it is: the pages of our theme
    give their title, BETWEEN, and what stands in their ``main``."""
    loaders = (FileSystemLoader(folder) for folder in (bundled("theme") / "templates", TEMPLATES))
    made = Environment(loader=ChoiceLoader([DictLoader({"base.html": _SHELL}), *loaders]), **STRICTLY)
    speak(made, words)
    return made
