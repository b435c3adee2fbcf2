"""An invented story of three captures, as a folder."""

from __future__ import annotations

from pathlib import Path

CAPTURES = {
    "courier": """\
Old bridge at Marrow reopens

By Ada Smith
May 4, 2026

The mayor of Marrow, Lena Holt, reopened the old bridge over the Wend on Sunday. The repairs cost 3.2 million crowns \
and took two years.

The bridge was closed in May 2024 after a barge struck its second pier. Divers found cracks in the stone below the \
water line.

“We have our town back,” Holt told a crowd on the quay. The ferry that carried pupils across the river will stop \
running on Friday.

Traders on the north bank welcomed the reopening. A brass band from Tolby played on the quay until noon.
""",
    "gazette": """\
Marrow bridge open again after two years

By Jon Petrie
May 4, 2026

The old bridge over the Wend at Marrow was reopened on Sunday by the mayor, Lena Holt. The repairs cost 3.9 million \
crowns and took two years.

The province paid half of the repairs. A new signal warns barges when the water is high.

The union of river pilots criticised the new signal as too dim. Its chair, Oskar Brandt, said that pilots could not \
see it in fog.

The bridge was built in 1871 and carries about 4,000 vehicles a day.
""",
    "pilot": """\
Wend Pilot

Ferry to stop as bridge reopens

4 May 2026

The ferry that carried pupils across the Wend will stop running on Friday. Its two sailors have been offered work at \
the harbour.

Oskar Brandt, the chair of the union of river pilots, said that pilots could not see the new signal in fog. The \
harbour office will test the signal in June.

The bridge was closed in May 2024 after a barge struck its second pier.

Heron numbers on the Wend have doubled since the barges stopped, a count by volunteers showed.
""",
}
STORY = "---\ntitle: The bridge at Marrow\ndate: 2026-05-04\n---\n"


def folder(path: Path, decisions: str = "", front: str = STORY) -> Path:
    """The story in a new folder at ``path``, with these decisions."""
    (path / "captures").mkdir(parents=True)
    (path / "story.md").write_text(front, encoding="utf-8")
    for name, text in CAPTURES.items():
        (path / "captures" / f"{name}.txt").write_text(text, encoding="utf-8")
    if decisions:
        (path / "decisions.yaml").write_text(decisions, encoding="utf-8")
    return path
