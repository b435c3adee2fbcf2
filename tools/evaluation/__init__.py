"""How well the generator does on human-made data; see ``tools/evaluate.py`` and docs/evaluation.md."""
