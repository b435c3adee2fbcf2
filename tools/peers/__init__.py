"""Other generators, given pages of the size of ours, to measure ours beside: ``make bench ARGS="--part site"``."""
