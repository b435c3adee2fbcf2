"""Stable ids, made of what they name."""

from __future__ import annotations

import hashlib

LENGTH = 10  # hexadecimal digits: a collision among a thousand claims has odds of one in two million


def short_hash(prefix: str, words: str) -> str:
    """An id such as "c-1a2b3c4d5e"; the same words give the same one."""
    return f"{prefix}-{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:LENGTH]}"
