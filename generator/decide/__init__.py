"""The editor's decisions -> what they rule on the passages, the groups and the differences of a story.

A decision is keyed by exact quotes, so that another capture, weight or release breaks none. Decisions apply by kind and
not by their order; two that contradict each other are an error that names both lines.
"""

from __future__ import annotations

from generator.decide.blocks import rule_blocks
from generator.decide.clusters import rule_clusters
from generator.decide.differences import rule_differences
from generator.decide.rulings import rule_origins, rule_passages
from generator.decide.wordings import check_wordings

__all__ = ["check_wordings", "rule_blocks", "rule_clusters", "rule_differences", "rule_origins", "rule_passages"]
