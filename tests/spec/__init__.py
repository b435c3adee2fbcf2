"""Invented stories with what an attentive editor would make of them: a specification of merging and disagreement."""
