"""Whether a passage carries a wording: the wording's figures and names stand in it, or in its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.comparison.names import words_of
from generator.language.figures import Figure, agree, is_measured, read_figures
from generator.language.roles import body_of
from generator.language.stopwords import STOPWORDS
from generator.language.tokens import words
from generator.model import Passage

_NUMERAL = re.compile(r"\d+(?:[.,:]\d+)*")


class Wordings:
    """The words of a story's passages and articles. Built once from all its passages, omitted ones too."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._content = {passage.id: _content(passage.text) for passage in passages}
        self._article: dict[str, frozenset[str]] = {}
        for passage in passages:
            told = words_of(passage.text) | words_of(" ".join(passage.actors))
            self._article[passage.source] = self._article.get(passage.source, frozenset()) | told

    def article(self, source: str) -> frozenset[str]:
        """Stems of the content words of an article."""
        return self._article[source]

    def shared(self, passage: Passage, members: Sequence[Passage]) -> float:
        """Mean share of a passage's content words that stand in each other member, 0 to 1."""
        own = self._content[passage.id]
        others = [self._content[other.id] for other in members if other is not passage]
        return sum(len(own & other) for other in others) / (len(own) * len(others)) if own and others else 0.0

    def alike(self, a: Passage, b: Passage) -> float:
        """Jaccard overlap of the content words of two passages, 0 to 1."""
        one, other = self._content[a.id], self._content[b.id]
        return len(one & other) / len(one | other) if one or other else 0.0


def unsupported(lead: Passage, cited: Passage, wordings: Wordings) -> str | None:
    """What the wording of ``lead`` says that ``cited`` does not, in words; None where it carries the wording.

    Every figure of the wording is given there, in whatever unit and rounding, and every person or body that it names,
    but for who says it, is named in the article: a passage may call them "he" or "the firm".
    """
    missing = _missing_figure(lead, cited)
    if missing is not None:
        return f"does not give {lead.text[missing.start : missing.end]!r}"
    loose = _NUMERAL.findall(lead.text), _NUMERAL.findall(cited.text)
    if all(loose) and not set(loose[0]) & set(loose[1]) and not read_figures(lead.text):
        return f"gives {loose[1][0]}, not {loose[0][0]}"
    said_by = words_of(f"{lead.speaker or ''} {lead.speaker_actor or ''}")
    for name in lead.actors:
        named = words_of(name)
        if body_of(name) is None and not named & said_by and not named & wordings.article(cited.source):
            return f"its article does not name {name!r}"
    return None


def _missing_figure(lead: Passage, cited: Passage) -> Figure | None:
    """A figure of the wording that the cited passage does not give."""
    given = read_figures(cited.text)
    for figure in read_figures(lead.text):
        if not any(agree(figure, other) or _one_value(figure, other) for other in given):
            return figure
    return None


def _one_value(a: Figure, b: Figure) -> bool:
    """Whether both give one number of what is counted, whatever they call it: 60,000 homes, 60,000 households."""
    return a.low <= b.high and b.low <= a.high and not is_measured(a) and not is_measured(b)


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if word not in STOPWORDS and len(word) > 1)
