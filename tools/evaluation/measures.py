"""What is measured: each figure with the floor of a simple method and the target, as one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, higher being better. ``set`` names the set, ``key`` the figure in what its scorer returns.

    ``floor`` is what a simple method reaches and ``target`` the least that counts as done; None where a figure is
    shown for information.
    """

    set: str
    key: str
    what: str
    floor: float | None = None
    target: float | None = None
    recorded: bool = True  # in floors.json; a time is not, for it is the machine's

    @property
    def name(self) -> str:
        """Under which floors.json records it."""
        return f"{self.set}.{self.key}"


# Floors and targets come from the issue that set them; each floor is a simple method on the same set: one rule for
# lines (12 words, ends like a sentence), average-link TF-IDF, word TF-IDF, word lists for disagreement.
MEASURES: tuple[Measure, ...] = (
    Measure("aeb", "f1", "article text, 4-gram F1", 0.844, 0.925),
    Measure("aeb", "median_f1", "the same, median page"),
    Measure("aeb", "last_paragraph", "articles whose last paragraph is kept", None, 0.900),
    Measure("aed_dev", "f1", "article text, 4-gram F1", 0.842, 0.890),
    Measure("aed_dev", "median_f1", "the same, median page"),
    Measure("aed_dev", "last_paragraph", "articles whose last paragraph is kept", None, 0.900),
    Measure("wcxb_dev", "f1", "article text, 4-gram F1", 0.780, 0.900),
    Measure("wcxb_dev", "median_f1", "the same, median page"),
    Measure("wcxb_dev", "last_paragraph", "articles whose last paragraph is kept", None, 0.900),
    Measure("aeb_wrapped", "f1", "the same pages wrapped at 72 columns, 4-gram F1", None, 0.900),
    Measure("aeb_wrapped", "whole_sentences", "sentences of their articles that are whole", None, 0.850),
    Measure("aed_dev_wrapped", "f1", "the same pages wrapped at 72 columns, 4-gram F1", None, 0.870),
    Measure("aed_dev_wrapped", "whole_sentences", "sentences of their articles that are whole", None, 0.850),
    Measure("wcxb_dev_wrapped", "f1", "the same pages wrapped at 72 columns, 4-gram F1", None, 0.910),
    Measure("wcxb_dev_wrapped", "whole_sentences", "sentences of their articles that are whole", None, 0.850),
    Measure("aeb_html", "f1", "the same pages as HTML, article text, 4-gram F1"),
    Measure("aeb_html", "gain", "F1 above that of trafilatura on the same bytes", None, 0.0),
    Measure("aeb_html", "last_paragraph", "articles whose last paragraph is kept"),
    Measure("aeb_html", "last_paragraph_gain", "the same above that of trafilatura"),
    Measure("aeb_html", "cost", "text and facts: time in trafilatura's, negative", None, -1.0, recorded=False),
    Measure("aeb_html", "text_cost", "the same for the text alone", recorded=False),
    Measure("aed_dev_html", "f1", "the same pages as HTML, article text, 4-gram F1"),
    Measure("aed_dev_html", "gain", "F1 above that of trafilatura on the same bytes", None, 0.0),
    Measure("aed_dev_html", "last_paragraph", "articles whose last paragraph is kept"),
    Measure("aed_dev_html", "last_paragraph_gain", "the same above that of trafilatura"),
    Measure("aed_dev_html", "cost", "text and facts: time in trafilatura's, negative", None, -1.0, recorded=False),
    Measure("aed_dev_html", "text_cost", "the same for the text alone", recorded=False),
    Measure("digest_mds", "merge_precision", "passages in one claim, any role, precision", 0.920, 0.920),
    Measure("digest_mds", "multi_source_recall", "passages in one claim, any role, recall", 0.320, 0.600),
    Measure("digest_mds", "summary_tells", "summary tells one of the first two sentences of a human one", 0.810, 0.850),
    Measure("digest_mds", "open_tells", "sentences of human summaries told in the open", None, 0.620),
    Measure("digest_mds", "open_restates", "open claims that restate another, negative", None, -0.100),
    Measure("merge_pyramids", "bcubed_f1", "statements that say the same, BCubed F1", 0.860, 0.875),
    Measure("pairs_ecb", "AP", "same event or look-alike, average precision", 0.688, 0.750),
    Measure("pairs_mds", "AP", "cross-source alignment, average precision", 0.425, 0.470),
    Measure("contradiction_rte3", "precision", "contradiction flags, precision", 0.080, 0.800),
    Measure("contradiction_rte3", "recall", "contradiction flags, recall", 0.040, 0.110),
    Measure("disagree_fnc1", "precision_by_story", "disagreement flags, precision, mean over stories", None, 0.500),
    Measure("disagree_fnc1", "recall_by_story", "disagreement flags, recall, mean over stories", None, None),
    Measure("disagree_fnc1", "precision", "disagreement flags, precision", 0.330, 0.500),
    Measure("disagree_fnc1", "recall", "disagreement flags, recall", 0.550, 0.300),
    Measure("cases", "MERGE, any role", "trap stories: pairs in one claim, share of 62"),
    Measure("cases", "MERGE, counted", "the same, counted as one", None, 0.693),
    Measure("cases", "DISAGREE", "trap stories: disagreements found, share of 15", None, 0.666),
    Measure("cases", "odd", "trap stories: disagreements nobody expects, negative", None, 0.0),
    Measure("cases", "ATTR", "trap stories: speakers, share of 13", None, 1.0),
    Measure("cases", "KIND", "trap stories: kinds, share of 4", None, 1.0),
    Measure("cases", "DATE", "trap stories: days, share of 11", None, 0.909),
    Measure("invented", "in_one_claim", "invented stories: pairs in one claim, of 198", None, 150.0),
    Measure("invented", "counted_wrongly", "forbidden pairs counted as one, negative", None, 0.0),
    Measure("invented", "disagreements", "invented stories: disagreements found, of 29", None, 22.0),
    Measure("invented", "false_disagreements", "false ones, negative", None, -1.0),
    Measure("invented", "speakers", "invented stories: speakers, of 100"),
    Measure("invented", "kinds", "invented stories: kinds, of 100"),
    # In German four fifths of the shares in English are asked for.
    Measure("german", "in_one_claim", "invented stories in German: pairs in one claim, of 45", None, 28.0),
    Measure("german", "counted_wrongly", "forbidden pairs counted as one, negative", None, -2.0),
    Measure("german", "disagreements", "invented stories in German: disagreements found, of 13", None, 8.0),
    Measure("german", "false_disagreements", "false ones, negative", None, -1.0),
    Measure("german", "speakers", "invented stories in German: speakers, of 63", None, 48.0),
    Measure("german", "kinds", "invented stories in German: kinds, of 63", None, 39.0),
    Measure("seeds", "open_claims", "the seed story, machine alone: claims in the open, negative", None, -25.0),
    Measure("seeds", "shared_claims", "those of two sources or more", None, 8.0),
    Measure("seeds", "open_words", "words in the open, negative", None, -900.0),
    Measure("seeds", "page_words", "words of its page, all that is folded too, negative", None, -3500.0),
    Measure("seeds", "feed_words", "words of its feed entry, negative", None, -1000.0),
    Measure(
        "stories_allsides", "longest", "12 real stories: open words against the shortest article, negative", None, -1.0
    ),
    Measure("nearest_allsides", "first", "an article's story is suggested first", 0.764, 0.760),
    Measure("nearest_allsides", "among_three", "the same, among three", 0.893, 0.890),
    Measure("nearest_allsides", "lead_first", "first, by headline and 40 words"),
    Measure("nearest_allsides", "lead_among_three", "among three, by headline and 40 words"),
    Measure("nearest_ecb", "first", "an article's story is suggested first, without days"),
    Measure("nearest_ecb", "among_three", "the same, among three"),
    Measure("forms", "mhtml", "the same sentences as claims as in the page: saved as MHTML", None, 0.900),
    Measure("forms", "singlefile", "saved with SingleFile", None, 0.900),
    Measure("forms", "eml", "sent as a newsletter", None, 0.900),
    Measure("forms", "select_all", "its text, selected and copied", None, 0.900),
    Measure("forms", "lynx", "printed by lynx, where it is installed", None, 0.900),
    Measure("forms", "w3m", "printed by w3m, where it is installed", None, 0.900),
    Measure("forms", "pandoc", "printed by pandoc, where it is installed", None, 0.900),
)
