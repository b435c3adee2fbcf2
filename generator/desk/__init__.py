"""The editor's desk: commands by which decisions are made and written."""
