"""The editor's desk: what to ask of a draft, and how an answer becomes a line of decisions.yaml.

An edge: it reads and writes files of a story. ``queue`` and what it calls are pure.
"""
