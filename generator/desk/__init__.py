"""The editor's desk: what an editor does to a story, from the command line. It reads and writes the editor's files."""
