"""The English names of months and days of the week; of other languages CLDR has them (``months``)."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
SHORT_WEEKDAYS = ("Mon", "Tues", "Tue", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")

# For patterns: the names in full.
ANY_MONTH = "|".join(MONTHS)
ANY_WEEKDAY = "|".join(WEEKDAYS)
WEEKDAY = re.compile(rf"\b({ANY_WEEKDAY})\b")

# The same as words in lower case.
WEEK = frozenset(map(str.lower, WEEKDAYS))
YEAR = frozenset(map(str.lower, MONTHS))
SHORT_YEAR = frozenset(map(str.lower, SHORT_MONTHS))
CALENDAR = WEEK | YEAR | SHORT_YEAR  # capitals that are nobody's name
