"""A site in German, made of an invented story: every kind of page, every kind of note. Nothing in it has happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator import pipeline
from generator.build import SETTINGS, Plan, write_shown
from generator.edits import CUT, DAY, MARKS, QUOTE, SPEAKER, WHO
from generator.load import load_story
from generator.model import (
    Citation,
    Claim,
    Digest,
    Disagreement,
    DisagreementKind,
    Edit,
    EditionKind,
    Kind,
    Notice,
    Position,
    Respect,
    Role,
    When,
)
from generator.site.drafted import FORMS
from generator.site.views import State
from generator.stories import Whole
from tests.editions.signing import Editions, again, held, published, withdrawn
from tests.site.conftest import ADDRESS

NAME, ABOUT = "Umschau Wiekland", "Was mehrere Blätter schreiben"
CLOSED = "Die alte Hafenbrücke in Altenwiek ist seit Dienstag für den gesamten Verkehr gesperrt."
CAPTURES = {
    "wiekbote.txt": (
        "Wiekbote\n\nAlte Brücke in Altenwiek gesperrt\n\nVon Marta Quell\n\n8. April 2031\n\n"
        f"{CLOSED} Prüfer hatten in zwei Pfeilern Risse gefunden. Die Hafenbehörde sprach von vierzig Lastwagen an "
        "jenem Morgen. Bürgermeisterin Ines Tarow bestritt, dass die Stadt im Frühjahr gewarnt worden sei.\n"
    ),
    "kuestenblatt.txt": (
        "Küstenblatt\n\nHafenbrücke bleibt zu\n\nVon Jon Adel\n\n9. April 2031\n\n"
        f"{CLOSED} Nach Angaben der Ingenieurkammer wurde die Stadt im Frühjahr gewarnt. Ein Ersatzbau ist für das "
        "kommende Jahr geplant. Es ist die vierte Sperrung einer Brücke an der Küste in zehn Jahren.\n"
    ),
    "ohne.txt": (
        "Lastwagen stauen sich vor der gesperrten Hafenbrücke\n\n"
        "Etwa sechzig Lastwagen seien an jenem Morgen hinübergefahren, teilte der Verband der Fahrer mit. Die Fähre "
        "nach Ormsund fährt vorerst jede halbe Stunde.\n"
    ),
}
STORY = """---
title: Altenwiek sperrt seine alte Brücke
tags: [Altenwiek, Verkehr]
date: 2031-04-09
---
"""
PAGES = {
    "method.md": "---\ntitle: Unser Vorgehen\ndescription: Unser Vorgehen.\n---\nWir lesen mehrere Blätter.\n",
    "corrections.md": "---\ntitle: Berichtigungen\ndescription: Fehler.\ntemplate: corrections\n---\nWir irren uns.\n",
    "subscribe.md": "---\ntitle: Feed\ndescription: Lesen.\ntemplate: subscribe\n---\nEin Feed ist eine Adresse.\n",
}
NOTES = {
    "by": "Ada Kell",
    "note": "Wir schrieben vierzig. Die Behörde nennt vierundvierzig.",
    "gone": "Falsche Brücke.",
}
QUESTION, ANSWERS = "Wie viele Lastwagen fuhren hinüber?", ("vierzig", "sechzig")
SPEAKER_NAME = "Ines Tarow"


def settings(folder: Path, language: str = "de", **more: str) -> Path:
    """The project's own settings in another language."""
    values = {"DEFAULT_LANG": language, "SITENAME": NAME, "SITESUBTITLE": ABOUT, **more}
    lines = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    theme = "" if "THEME" in more else f"THEME = {str(SETTINGS.parent / 'theme')!r}\n"
    path = folder / "settings.py"
    path.write_text(f"from publishconf import *\n{theme}{lines}", encoding="utf-8")
    return path


def content(folder: Path) -> Path:
    """The story and the editor's own pages, written to a folder; returns it."""
    story = folder / "stories" / "altenwiek-bruecke"
    for path, text in (
        *((folder / "pages" / name, text) for name, text in PAGES.items()),
        *((story / "captures" / name, text) for name, text in CAPTURES.items()),
        (story / "story.md", STORY),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def drafted_story(folder: Path) -> Digest:
    """The digest of the story as the pipeline makes it."""
    return pipeline.build(load_story(folder / "stories" / "altenwiek-bruecke"))


def full(digest: Digest) -> Digest:
    """The same with every kind of claim, edit and difference, and with all that can be noted of a page."""
    claims = tuple(_varied(claim, place, digest) for place, claim in enumerate(digest.claims))
    noted = tuple(Notice("any", text) for text in samples())
    sources = (replace(digest.sources[0], notices=noted, origin=digest.sources[1].id, copied_share=0.4),
               replace(digest.sources[1], replaced_by=digest.sources[2].id), digest.sources[2])  # fmt: skip
    first, last = digest.claims[0].citations[0], digest.claims[-1].citations[0]
    sides = tuple(Position(text, (one,)) for text, one in zip(ANSWERS, (first, last), strict=True))
    asked = Disagreement("d-lastwagen", DisagreementKind.STATUS, QUESTION, sides)
    drafted = Disagreement("d-wahr", DisagreementKind.STANCE, f"Is it true: “{first.quote}”?",
                           (Position("It has taken place", (first,)), Position("It is planned", (last,))))  # fmt: skip
    when = When(date(2031, 3, 28), date(2031, 4, 9), "between 28 March and 9 April 2031", False, samples()[0])
    return replace(digest, claims=claims, sources=sources, disagreements=(drafted, asked), when=when,
                   actors=("Altenwiek",), aliases=("alte-bruecke",))  # fmt: skip


def samples() -> tuple[str, ...]:
    """A sentence of each form that the pipeline writes, the one with two days first."""
    values = dict.fromkeys(("what", "who", "names", "spellings"), "Ormsund")
    values |= {"day": "8 April 2031", "date": "2031-04-09", "number": "1,204", "words": "17", "line": "3"}
    values |= {"year": "2030", "until": "2031", "years": "2030 to 2031", "language": "French"}
    values |= {"release": "3", "titles": "“Ormsund”, “Ormsund”", "first": "8 April 2031", "last": "9 April 2031"}
    values |= {"doubt": "the page declares it", "further": "the date 2031-04-09"}
    filled = tuple(form % values for form in FORMS)
    return tuple(sorted(filled, key=lambda text: not text.startswith("8 April 2031:")))


def _varied(claim: Claim, place: int, digest: Digest) -> Claim:
    kinds, respects = tuple(Kind), tuple(Respect)
    edits = (
        Edit(CUT, "a", "b"), Edit(DAY, "a", "b"), Edit(QUOTE, "a", "b"), Edit(MARKS, "a", "b"),
        Edit(WHO, "Sie", f"[{SPEAKER_NAME}]"), Edit(SPEAKER, "", f"{SPEAKER_NAME}:"), Edit("x", "…", "."),
        Edit("x", "Doch Prüfer", "Prüfer"), Edit("x", "Prüfer", "Pfeiler"),
    )  # fmt: skip
    other = digest.claims[(place + 1) % len(digest.claims)].citations[0]
    differing = replace(other, role=Role.DIFFERS, respect=respects[place % len(respects)], wording=other.quote)
    more = replace(other, role=Role.DETAIL, wording=other.quote)
    again_said = (other,) * (place % 3)
    cited = (*claim.citations, differing, more) if place % 2 else claim.citations
    return replace(claim, kind=kinds[place % len(kinds)], citations=cited, repeats=again_said, edits=edits)


def build(folder: Path) -> Iterator[Path]:
    """Sites that show every kind of page: corrected and held with a draft beside it, withdrawn, of a draft with its
    captures."""
    place = content(folder / "content")
    conf = settings(folder)
    draft = full(drafted_story(place))
    corrected = again(published(draft, by=NOTES["by"]), _less, note=NOTES["note"])
    updated = again(corrected, _more, EditionKind.UPDATED, note=NOTES["note"])
    yield _site(
        folder / "corrected",
        place,
        conf,
        held(updated, note=NOTES["gone"]),
        (replace(draft, slug="entwurf", aliases=()),),
    )
    gone = withdrawn(again(published(draft), _less, note=NOTES["note"]), note=NOTES["gone"])
    yield _site(folder / "withdrawn", place, conf, gone)
    texts = {source.id: CAPTURES[name] for source, name in zip(draft.sources, sorted(CAPTURES), strict=True)}
    preview = Plan(folder / "preview", place, conf, captures=True)
    write_shown(preview, [Whole(draft, State.UNSIGNED, captures=texts)])
    yield folder / "preview"


def _site(output: Path, place: Path, conf: Path, story: Editions, drafts: tuple[Digest, ...] = ()) -> Path:
    plan = Plan(output, place, conf, address=ADDRESS, publish=True)
    write_shown(plan, [Whole(story[-1].digest, editions=story), *(Whole(one, State.UNSIGNED) for one in drafts)])
    return output


def _less(one: Digest) -> Digest:
    """Without its last claim, source and question, and with other words for the first claim."""
    source = one.sources[-1].id
    kept = tuple(claim for claim in one.claims if all(cited.source != source for cited in _cited(claim)))
    first = replace(kept[0], text="Die Brücke ist zu.", worded=True, attributed_to=SPEAKER_NAME, kind=Kind.DENIAL)
    kept = (first, *kept[1:])
    ids = {claim.id for claim in kept}
    gone = tuple((claim.id, 2) for claim in one.claims if claim.id not in ids)
    sections = tuple(replace(each, claims=tuple(name for name in each.claims if name in ids)) for each in one.sections)
    return replace(one, title="Altenwiek sperrt Brücke", claims=kept, sections=sections, sources=one.sources[:-1],
                   disagreements=(), coverage=tuple(each for each in one.coverage if each.source != source),
                   summary_claims=tuple(name for name in one.summary_claims if name in ids),
                   withdrawn=(*gone, ("d-wahr", 2), ("d-lastwagen", 2)))  # fmt: skip


def _more(one: Digest) -> Digest:
    """With a question, and without differences."""
    claims = tuple(replace(claim, citations=claim.supports) for claim in one.claims)
    sides = tuple(Position(text, (claims[0].citations[0],)) for text in ANSWERS)
    return replace(one, claims=claims,
                   disagreements=(Disagreement("d-neu", DisagreementKind.NUMBER, QUESTION, sides),))  # fmt: skip


def _cited(claim: Claim) -> Iterator[Citation]:
    return iter((*claim.citations, *claim.repeats))
