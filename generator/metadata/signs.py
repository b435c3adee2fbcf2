"""Signs by which the lines around an article are read, shared by several facts."""

from __future__ import annotations

import re

from generator.language.dates import DateMention
from generator.language.days import find_days
from generator.metadata.page import Line

COPYRIGHT = re.compile(
    r"(?:©|\(c\))(?=.{0,60}(?:19|20)\d\d)|(?:19|20)\d\d.{0,20}©|©.{0,60}rights reserved|\bcopyright\b", re.IGNORECASE
)
COPYRIGHT_YEAR = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)[\s@©(cC),]{0,6}(?:(?:19|20)\d\d\s?[-–—]\s?)?((?:19|20)\d\d)(?!\d)"
)
EDGES = re.compile(r"^[\s.,;:–—-]+|[\s.,;:–—-]+$")
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
CLOCK_AND_ZONE = re.compile(rf"(?:{CLOCK.pattern})(?:\s?[A-Z]{{2,4}}\b)?", re.IGNORECASE)
TEMPLATE = re.compile(  # of a line in lower case
    r"^(?:heading|subheading|paragraph|section)\s\d{1,2}\s?:"
    r"|\(insert\s[^()]{2,40}\)"
    r"|\[(?:insert|add|your)\s[^\[\]]{2,40}\]"
    r"|\blorem ipsum\b|\{\{[^{}]{1,60}\}\}|\{%[^{}]{1,60}%\}|<%[^<>]{1,60}%>"
)
_LONG_LINE = 400  # code points; a longer line tells something, it does not merely bear a date


def whole_days(line: Line) -> tuple[DateMention, ...]:
    """The dates of a line that name a day, none of a long line."""
    if len(line.text) > _LONG_LINE:
        return ()
    return find_days(line.text, line.language)
