"""A whole capture with its layers, for the editor's own eyes: it is never published."""

from __future__ import annotations

from generator.language.printable import printable
from generator.model import CoverageEntry
from generator.site import addresses
from generator.site.views import Layer


def layers(text: str, entries: tuple[CoverageEntry, ...]) -> tuple[Layer, ...]:
    """A capture's decoded text cut at the borders of its coverage (code points), nothing left out, made printable."""
    found, end = [], 0
    for entry in entries:
        if entry.start > end:
            found.append(Layer(printable(text[end : entry.start]), "", "", ""))
        href = f"#{addresses.safe(entry.claim)}" if entry.claim else ""
        found.append(Layer(printable(text[entry.start : entry.end]), entry.use.value, entry.reason or "", href))
        end = entry.end
    if end < len(text):
        found.append(Layer(printable(text[end:]), "", "", ""))
    return tuple(found)
