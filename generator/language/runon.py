"""What is too long to be one sentence, and to be one article."""

from __future__ import annotations

# Code points. Of the 116,151 sentences in the article texts of the extraction sets none is longer than 1,831; the
# longest in prose have about 640, what is longer is a table or code that ran together.
LONGEST_SENTENCE = 2_000

# Sentences of one capture, and of one story for itself and for each of its captures, that are read. The longest article
# text of the extraction sets has 73,505 code points, some 600 sentences; four captures as long fit. Reading and
# comparing takes four to six milliseconds for each sentence where all tell of much the same.
MOST_SENTENCES = 2_400
MOST_IN_STORY = 2_400
MOST_FOR_EACH = 10
# Texts whose reading is kept: more than the passages of a story of 500 captures. Passages are held against each other
# pair by pair, and where fewer are kept than a story has, each is read anew for every pair that it is in.
KEPT_TEXTS = 20_000
TOO_MANY = "not read: a story has more sentences than are compared"
