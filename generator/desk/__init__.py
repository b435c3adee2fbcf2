"""The editor's desk: what to ask of a draft, how an answer becomes a line of decisions.yaml, and what is signed.

An edge: it reads and writes files of a story. ``queue`` and what it calls are pure.
"""
