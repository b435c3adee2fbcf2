"""Whole digests, from captures to claims, against human alignments with a human summary."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from generator.errors import InputError, VerificationError
from generator.model import Capture, Claim, Source, Story
from generator.pipeline import build
from tools.evaluation.entries import told
from tools.evaluation.outcome import Case, Outcome, with_progress
from tools.evaluation.shared import Row, Shared, read_rows
from tools.evaluation.statements import Judges

# An editor gives what the articles of this set do not carry. The day is of no consequence for what is measured.
_EDITORS_DATE = date(2020, 1, 1)


def evaluate_digests(shared: Shared, name: str, judged_by: Judges) -> Outcome:
    """Build a digest of every topic and score the character ranges that its claims cite.

    ``judged_by`` opens, by topic and folder of all sets, the model that may judge it: one that was not fitted on it. A
    topic whose digest is refused has no claims.
    """
    folder = shared.data / name
    topics, gold = read_rows(folder / "inputs.jsonl"), read_rows(folder / "gold.jsonl")
    predicted, refused, built = [], [], []
    for topic in with_progress(name, topics):
        try:
            with judged_by(topic["id"], shared.data):
                digest = build(story_of(topic))
            built.append(digest)
            predicted.append({"id": topic["id"], "claims": [{"citations": _citations(one)} for one in digest.claims]})
        except (InputError, VerificationError) as error:
            predicted.append({"id": topic["id"], "claims": []})
            refused.append(Case(2.0, topic["id"], f"refused: {error}"))
    figures = shared.score.score_digest(gold, predicted)
    known = {digest.slug: digest for digest in built}
    figures |= told(shared, built, [row for row in gold if row["id"] in known])
    named = {topic["id"]: {doc["doc"]: doc["text"] for doc in topic["docs"]} for topic in topics}
    cases = [
        case
        for topic, given in zip(gold, predicted, strict=True)
        for case in _topic_cases(shared, topic, given["claims"], named[topic["id"]])
    ]
    return Outcome(figures, (*refused, *cases))


def story_of(topic: Row) -> Story:
    """A topic as the story that an editor would have made of it."""
    sources = tuple(
        Source(doc["doc"], Capture(doc["doc"], "text/plain", doc["text"], sha256(doc["text"].encode()).hexdigest()))
        for doc in topic["docs"]
    )
    return Story(topic["id"], topic["id"], sources, title=topic["id"], date=_EDITORS_DATE)


def _citations(claim: Claim) -> list[Row]:
    return [
        {"doc": citation.source, "start": citation.start, "end": citation.end}
        for citation in (*claim.citations, *claim.repeats)
    ]


def _topic_cases(shared: Shared, topic: Row, claims: list[Row], texts: dict[str, str]) -> list[Case]:
    """Claims that join what people did not, and summary sentences that no claim joins."""
    cases = []
    joined: set[str] = set()
    for claim in claims:
        grounded = [
            (citation, found)
            for citation in claim["citations"]
            if (found := shared.score.cited_summary_sentences(citation, topic["highlights"]))
        ]
        if len({citation["doc"] for citation, _ in grounded}) < 2:
            continue
        if not shared.score.merges_rightly([(citation["doc"], found) for citation, found in grounded]):
            text = "\n".join(f"  {c['doc']}: {texts[c['doc']][c['start'] : c['end']]}" for c, _ in grounded)
            cases.append(Case(1.0, topic["id"], f"wrongly joined\n{text}"))
        joined.update(
            sentence
            for _, found in grounded
            for sentence in found
            if len({citation["doc"] for citation, others in grounded if sentence in others}) > 1
        )
    return cases + _missed(topic, joined, texts)


def _missed(topic: Row, joined: set[str], texts: dict[str, str]) -> list[Case]:
    stretches: dict[str, dict[str, list[str]]] = {}
    for highlight in topic["highlights"]:
        words = " ... ".join(texts[highlight["doc"]][start:end] for start, end in highlight["spans"])
        stretches.setdefault(highlight["summary_sentence"], {}).setdefault(highlight["doc"], []).append(words)
    return [
        Case(0.5, topic["id"], "not joined\n" + "\n".join(f"  {doc}: {' / '.join(texts)}" for doc, texts in by.items()))
        for sentence, by in stretches.items()
        if len(by) > 1 and sentence not in joined
    ]
