"""What is measured: each figure with the floor of a simple method and the target, as one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, higher being better. ``set`` names the set, ``key`` the figure in what its scorer returns.

    ``floor`` is what a simple method reaches and ``target`` the least that counts as done; None where a figure is
    shown for information.
    """

    set: str
    key: str
    what: str
    floor: float | None = None
    target: float | None = None

    @property
    def name(self) -> str:
        """Under which floors.json records it."""
        return f"{self.set}.{self.key}"


# Floors and targets come from the issue that set them; each floor is a simple method on the same set: one rule for
# lines (12 words, ends like a sentence), average-link TF-IDF, word TF-IDF, word lists for disagreement.
MEASURES: tuple[Measure, ...] = (
    Measure("aeb", "f1", "article text, 4-gram F1", 0.844, 0.925),
    Measure("aeb", "median_f1", "the same, median page"),
    Measure("aeb", "last_paragraph", "articles whose last paragraph is kept", None, 0.900),
    Measure("aed_dev", "f1", "article text, 4-gram F1", 0.842, 0.890),
    Measure("aed_dev", "median_f1", "the same, median page"),
    Measure("aed_dev", "last_paragraph", "articles whose last paragraph is kept", None, 0.900),
    Measure("wcxb_dev", "f1", "article text, 4-gram F1", 0.780, 0.900),
    Measure("wcxb_dev", "median_f1", "the same, median page"),
    Measure("wcxb_dev", "last_paragraph", "articles whose last paragraph is kept", None, 0.900),
    Measure("digest_mds", "merge_precision", "claims merged across sources, precision", 0.920, 0.900),
    Measure("digest_mds", "multi_source_recall", "claims merged across sources, recall", 0.320, 0.500),
    Measure("merge_pyramids", "bcubed_f1", "statements that say the same, BCubed F1", 0.860, 0.880),
    Measure("pairs_ecb", "AP", "same event or look-alike, average precision", 0.688, 0.750),
    Measure("pairs_mds", "AP", "cross-source alignment, average precision", 0.425, 0.480),
    Measure("contradiction_rte3", "precision", "contradiction flags, precision", 0.080, 0.400),
    Measure("contradiction_rte3", "recall", "contradiction flags, recall", 0.040, 0.080),
    Measure("disagree_fnc1", "precision", "disagreement flags, precision", 0.330, 0.500),
    Measure("disagree_fnc1", "recall", "disagreement flags, recall", 0.550, 0.300),
)
