"""Pelican's configuration of the demonstration: the site's own, under a name that nobody can take for news."""

from publishconf import *  # noqa: F403

SITENAME = "The Invented Times"
SITESUBTITLE = "A demonstration: every story, name, quote and number here is invented"
THEME = "../../theme"
