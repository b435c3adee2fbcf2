"""An invented story for the desk: claims that may be one, a denial, figures that differ, a pronoun without a name."""

from __future__ import annotations

from pathlib import Path

GAZETTE = """\
Old bridge at Velm closed after inspection

The old harbour bridge at Velm was closed on Tuesday after inspectors found cracks in two of its piers.
At least 11 lorries were stopped on the bridge that morning, the port authority said.
He has asked the engineers for a report by Friday.
The engineers' union claimed that the city had known of the cracks since spring.
A ferry for cars will cross the harbour every hour from Thursday.
"""
COURIER = """\
Velm shuts its harbour bridge

Velm's old harbour bridge has been shut to all traffic since Tuesday, when cracks were found in two piers.
Some 14 lorries were stopped on the bridge that morning, the port authority said.
Mayor Ines Tarrow denied that the city had been told of any damage.
From Thursday an hourly boat is to carry cars over the water.
The bridge was built in 1931 by the engineer Otto Falk.
"""
RADIO = """\
Bridge closed

Inspectors closed the harbour bridge on Tuesday after finding cracks in its piers.
Otto Falk built the crossing in the early thirties.
The bakers of Velm sell a cake in the shape of the bridge.
"""


def make_story(folder: Path) -> Path:
    """The story in a new folder below ``folder``."""
    story = folder / "velm-bridge"
    (story / "captures").mkdir(parents=True)
    (story / "story.md").write_text("---\ntitle: The bridge at Velm\ndate: 2031-04-08\n---\n", encoding="utf-8")
    for name, text in (("gazette", GAZETTE), ("courier", COURIER), ("radio", RADIO)):
        (story / "captures" / f"{name}.txt").write_text(text, encoding="utf-8")
    return story
