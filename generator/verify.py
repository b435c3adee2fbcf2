"""The promises of the project, checked on the finished digest. Shares no code with what built it, on purpose: only the
folding of quote glyphs and white space, and the replay of visible edits, are common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cite import Folded
from generator.edits import ANTECEDENT, CUT, GAP, QUOTATION_MARKS, WHO, WITHIN, replay
from generator.errors import VerificationError
from generator.language.printable import printable
from generator.model import Citation, Claim, CoverageEntry, Digest, Document, Edit, Kind, Passage, Use, Workings

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def verify(digest: Digest, workings: Workings) -> None:
    """Check every promise. Raises VerificationError with one line for each that is broken."""
    documents = {document.source.id: document for document in workings.documents}
    passages = {passage.id: passage for passage in workings.passages}
    findings = [
        *_sources(digest, documents),
        *_citations(digest, documents),
        *_claims(digest, documents, passages),
        *_quotations(digest),
        *_pairs(digest),
        *_sections(digest, any(one.omit is None and one.language is None for one in workings.passages)),
        *_denials(digest),
        *_coverage(digest, documents),
        *_printable(digest),
    ]
    if findings:
        raise VerificationError(tuple(f"{digest.slug}: {finding}" for finding in findings))


def _sources(digest: Digest, documents: dict[str, Document]) -> Iterator[str]:
    for report in digest.sources:
        document = documents.get(report.id)
        if document is None or report.sha256 != document.source.capture.sha256:
            yield f"source {report.id}: the recorded SHA-256 is not that of its capture"


def _all_citations(digest: Digest) -> Iterator[tuple[str, Citation]]:
    """Every citation, with the name of what it supports."""
    for claim in digest.claims:
        for citation in claim.citations + claim.repeats:
            yield f"claim {claim.id}", citation
    for disagreement in digest.disagreements:
        for position in disagreement.positions:
            for citation in position.citations:
                yield f"disagreement {disagreement.id}", citation
    if digest.body:
        for label, citation in digest.body.citations:
            yield f"footnote {label}", citation


def _citations(digest: Digest, documents: dict[str, Document]) -> Iterator[str]:
    """Promise 1: a citation is a span of a capture."""
    for what, citation in _all_citations(digest):
        document = documents.get(citation.source)
        if document is None:
            yield f"{what}: cites {citation.source}, which is no source of the story"
            continue
        text = document.source.capture.text
        if not citation.exact.strip() or text[citation.start : citation.end] != citation.exact:
            yield f"{what}: the quote does not stand at {citation.source}:{citation.start}-{citation.end}"
        before = text[max(0, citation.start - len(citation.prefix)) : citation.start]
        if before != citation.prefix or not text.startswith(citation.suffix, citation.end):
            yield f"{what}: prefix or suffix do not stand around {citation.source}:{citation.start}-{citation.end}"
        start, end = document.to_readable(citation.start, citation.end)
        if printable(document.text[start:end]) != citation.quote:
            yield f"{what}: the quote shown is not the one cited at {citation.source}:{citation.start}-{citation.end}"
        if _without_marks(citation.shown) != _without_marks(citation.quote):
            yield f"{what}: the quote is printed with other words at {citation.source}:{citation.start}-{citation.end}"


def _claims(digest: Digest, documents: dict[str, Document], passages: dict[str, Passage]) -> Iterator[str]:
    """Promises 4 and 6, and that a wording is its passage but for visible edits."""
    origins = {report.id: report.origin for report in digest.sources}
    # Opinion is said by its author, whom markup, the header of a mail or the editor may name and the text does not.
    authors = {report.id: author.value for report in digest.sources if (author := report.metadata.author)}
    texts = {source: Folded(f"{document.text}\n{authors.get(source, '')}") for source, document in documents.items()}
    for claim in digest.claims:
        lead = claim.citations[0]
        try:
            worded = claim.worded or replay(lead.quote, claim.edits) == claim.text
        except ValueError:
            worded = False
        if not worded:
            yield f"claim {claim.id}: its wording is not the cited passage with its recorded edits"
        if any(_TURNS_ROUND.search(_gone(edit)) for edit in claim.edits if edit.rule == CUT):
            yield f"claim {claim.id}: its wording leaves out a negation or a condition"
        for name in _in_brackets(claim):
            if not _names(texts, lead, name):
                yield f"claim {claim.id}: its capture does not have {name!r}, which stands in brackets"
        if len(claim.sources) != len(claim.supports):
            yield f"claim {claim.id}: a source is counted twice"
        if set(claim.origins) != {origins.get(source) for source in claim.sources}:
            yield f"claim {claim.id}: its origins are not those of its sources"
        yield from _attribution(claim, texts, passages)


def _in_brackets(claim: Claim) -> Iterator[str]:
    """The words that a wording puts in the place of a pronoun or a description, but for an article within a sentence
    and the ending of a possessive."""
    for edit in claim.edits:
        if edit.rule in (ANTECEDENT, WHO, WITHIN) and (found := _BRACKETS.search(edit.after)) is not None:
            yield found[1].removesuffix("’s").removeprefix("the ")


_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_TURNS_ROUND = re.compile(
    r"\b(?:not|no|never|nobody|none|neither|nor|without|if|unless|allegedly|reportedly)\b|n[’']t\b", re.IGNORECASE
)


def _gone(edit: Edit) -> str:
    """The words that a cut takes away."""
    before, _, after = edit.after.partition(GAP)
    return edit.before[len(before.rstrip()) : len(edit.before) - len(after.lstrip())]


def _attribution(claim: Claim, texts: dict[str, Folded], passages: dict[str, Passage]) -> Iterator[str]:
    cited = [passages[one.passage] for one in claim.supports + claim.repeats if one.passage in passages]
    if any(passage.speaker for passage in cited) and claim.attributed_to is None and not claim.worded:
        yield f"claim {claim.id}: a source says who claims it, the claim does not"
    if any(passage.kind is Kind.ALLEGATION for passage in cited) and claim.kind not in (Kind.ALLEGATION, Kind.DENIAL):
        yield f"claim {claim.id}: a source prints it as an allegation, the claim does not"
    if claim.attributed_to is not None and not _is_named_in(claim.text, claim.attributed_to):
        yield f"claim {claim.id}: what is printed does not name {claim.attributed_to!r}, who says it"
    lead = passages.get(claim.citations[0].passage or "")
    torn = [mark for mark in lead.torn if mark] if lead is not None else []
    if torn and not claim.worded and not any(mark in claim.text for mark in ("“", '"', *torn)):
        yield f"claim {claim.id}: words of a quotation are printed without its marks"
    for citation in claim.differing + claim.details:
        yield from _beside(claim, citation, passages)
    if claim.attributed_to is not None and not _names(texts, claim.citations[0], claim.attributed_to):
        yield f"claim {claim.id}: its capture does not name {claim.attributed_to!r}"


def _beside(claim: Claim, citation: Citation, passages: dict[str, Passage]) -> Iterator[str]:
    """What is printed beside a claim is its passage but for visible edits, and names who says it."""
    what = f"claim {claim.id}: what {citation.source} says beside it"
    try:
        worded = replay(citation.quote, citation.edits) == citation.wording
    except ValueError:
        worded = False
    if not worded:
        yield f"{what} is not the cited passage with its recorded edits"
    speaker = passages[citation.passage].speaker if citation.passage in passages else None
    if speaker and not _is_named_in(citation.wording, printable(speaker)):
        yield f"{what} does not name who says it, {speaker!r}"


_QUOTED_WORDS = re.compile(r"“[^“”]*”|(?:(?<=[\s(\[—–-])|^)\"[^\"]*\"")
_MARKS = str.maketrans("", "", QUOTATION_MARKS)


def _plain(text: str) -> str:
    """Words without quotation marks, on one line: a pair may have been completed within them."""
    return " ".join(text.translate(_MARKS).split())


def _without_marks(text: str) -> str:
    return " ".join(text.translate(_MARKS).split()).casefold()


def _is_named_in(text: str, speaker: str) -> bool:
    """Does what is printed name the speaker outside the words that it quotes? A name may have marks in it."""
    said = text if any(mark in speaker for mark in '“”"') else _QUOTED_WORDS.sub(" ", text)
    return _without_marks(speaker) in _without_marks(said)


def _pairs(digest: Digest) -> Iterator[str]:
    """Promise 3: no quotation mark is printed without its partner."""
    shown = [("summary", digest.summary), *((f"claim {claim.id}", claim.text) for claim in digest.claims)]
    for disagreement in digest.disagreements:
        what = f"disagreement {disagreement.id}"
        shown += [(what, disagreement.question), *((what, position.text) for position in disagreement.positions)]
    shown += [(what, text) for what, citation in _all_citations(digest) for text in (citation.shown, citation.wording)]
    for what, text in shown:
        if not _is_paired(text):
            yield f"{what}: a quotation mark has no partner in {text!r}"


def _is_paired(text: str) -> bool:
    """Do the curly double marks of a text open and close in turn, and is the number of straight ones even? One right
    after a digit may be an inch, and may be left over."""
    opened: list[str] = []
    for mark in text:
        if mark == "”" or (mark == "“" and opened[-1:] == ["„"]):
            if not opened:
                return False
            opened.pop()
        elif mark in "“„":
            opened.append(mark)
    straight = [i for i, mark in enumerate(text) if mark == '"']
    inches = sum(i > 0 and text[i - 1].isdigit() for i in straight)
    return not opened and (len(straight) % 2 == 0 or inches > 0)


def _names(texts: dict[str, Folded], citation: Citation, name: str) -> bool:
    """Does the cited capture have this name? The cheap look comes first, since folding a whole capture takes time."""
    return name in citation.quote or (citation.source in texts and texts[citation.source].says(name))


def _quotations(digest: Digest) -> Iterator[str]:
    """Promise 3: words in quotation marks stand so in a cited passage."""
    cited = [(f"claim {claim.id}", claim.text, claim.supports) for claim in digest.claims]
    for disagreement in digest.disagreements:
        what = f"disagreement {disagreement.id}"
        cited += [(what, position.text, position.citations) for position in disagreement.positions]
    cited += [(f"claim {c.id}", one.wording, (one,)) for c in digest.claims for one in c.differing + c.details]
    for what, text, citations in cited:
        for quoted in _quoted(text):
            if all(_plain(quoted) not in _plain(citation.quote) for citation in citations):
                yield f"{what}: no cited passage has the words {quoted!r}"


def _quoted(text: str) -> Iterator[str]:
    """The words between quotation marks; marks around no word quote nobody."""
    return (quoted for quoted in _QUOTED.findall(text) if _WORD.search(quoted))


def _sections(digest: Digest, is_read: bool) -> Iterator[str]:
    """Every claim is printed once; the summary is made of claims, and there is one where anything ``is_read`` with its
    grammar; a disagreement has two sides."""
    printed = [claim for section in digest.sections for claim in section.claims]
    known = [claim.id for claim in digest.claims]
    if len(set(known)) != len(known):
        yield "two claims have one id"
    if sorted(printed) != sorted(known):
        yield "the sections do not hold every claim once"
    wording = {claim.id: claim.text for claim in digest.claims}
    summary = " ".join(wording.get(claim, "") for claim in digest.summary_claims)
    if summary != digest.summary or (is_read and not digest.summary_claims):
        yield "the summary is not made of claims"
    for disagreement in digest.disagreements:
        if len(disagreement.positions) < 2:
            yield f"disagreement {disagreement.id}: it has one side only"


def _denials(digest: Digest) -> Iterator[str]:
    """Promise 4: a denial stays beside what it denies, with nothing but other denials between them."""
    own = {(entry.source, entry.start, entry.end): entry.claim for entry in digest.coverage}
    claim_of = {
        citation.passage: claim
        for claim in digest.claims
        for citation in claim.citations + claim.repeats
        if own.get((citation.source, citation.start, citation.end)) == claim.id
    }
    denied_by: dict[str, set[str]] = {}
    for disagreement in digest.disagreements:
        citations = [citation for position in disagreement.positions for citation in position.citations]
        cited = [claim_of[citation.passage] for citation in citations if citation.passage in claim_of]
        denied = {claim.id for claim in cited if claim.kind is not Kind.DENIAL}
        for claim in cited:
            if claim.kind is Kind.DENIAL:
                denied_by.setdefault(claim.id, set()).update(denied)
    for denial, denied in denied_by.items():
        if denied and _stands_after(digest, denial) not in denied:
            yield f"claim {denial}: the denial does not stand beside what it denies"


def _stands_after(digest: Digest, denial: str) -> str | None:
    """The claim that a denial follows in its section, other denials aside."""
    for section in digest.sections:
        if denial in section.claims:
            before = section.claims[: section.claims.index(denial)]
            return next((one for one in reversed(before) if digest.claim(one).kind is not Kind.DENIAL), None)
    return None


def _coverage(digest: Digest, documents: dict[str, Document]) -> Iterator[str]:
    """Promise 2: spans partition every capture."""
    claims = {claim.id for claim in digest.claims}
    spans = {
        (entry.source, entry.start, entry.end, claim)
        for entry in digest.coverage
        for claim in (entry.claim, *entry.also)
    }
    for claim in digest.claims:
        for citation in claim.citations + claim.repeats:
            if (citation.source, citation.start, citation.end, claim.id) not in spans:
                yield f"claim {claim.id}: coverage does not account for {citation.source}:{citation.start}"
    of_source: dict[str, list[CoverageEntry]] = {}
    for entry in digest.coverage:
        of_source.setdefault(entry.source, []).append(entry)
    for source, document in documents.items():
        yield from _partition(of_source.get(source, []), document.source.capture.text, source)
    for entry in digest.coverage:
        if entry.use in (Use.CLAIM, Use.REPEAT) and entry.claim not in claims:
            yield f"coverage {entry.source}:{entry.start}: names no claim of the digest"
        if entry.use in (Use.OMITTED, Use.FURNITURE) and not entry.reason:
            yield f"coverage {entry.source}:{entry.start}: left out without a reason"


def _partition(entries: list[CoverageEntry], text: str, source: str) -> Iterator[str]:
    at = 0
    for entry in entries:
        if entry.start < at or entry.end <= entry.start:
            yield f"coverage {source}:{entry.start}: overlaps what comes before"
        elif text[at : entry.start].strip():
            yield f"coverage {source}:{at}-{entry.start}: not accounted for: {text[at : entry.start].strip()[:60]!r}"
        at = max(at, entry.end)
    if text[at:].strip():
        yield f"coverage {source}:{at}-{len(text)}: not accounted for: {text[at:].strip()[:60]!r}"


def _printable(digest: Digest) -> Iterator[str]:
    """Promise 8: nothing that could change how a page reads is in a text that is shown."""
    shown = [("title", digest.title), ("summary", digest.summary)]
    for claim in digest.claims:
        shown += [(f"claim {claim.id}", claim.text), (f"claim {claim.id}", claim.attributed_to or "")]
    for disagreement in digest.disagreements:
        shown.append((f"disagreement {disagreement.id}", disagreement.question))
        shown += [(f"disagreement {disagreement.id}", position.text) for position in disagreement.positions]
    for report in digest.sources:
        shown.append((f"source {report.id}", report.metadata.url.value if report.metadata.url else ""))
    for what, citation in _all_citations(digest):
        shown += [(what, citation.quote), (what, citation.before), (what, citation.after)]
    for what, text in shown:
        if printable(text) != text:
            yield f"{what}: holds characters that must not reach a page"
