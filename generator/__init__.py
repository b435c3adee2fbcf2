"""The news digest pipeline: captures of articles in, one entry with a citation on every claim out."""
