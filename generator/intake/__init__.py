"""How captures come in: from files, addresses and feeds into a story's folder. What of them is an article, the pipeline
says; nothing that stands in a story is ever written over."""
