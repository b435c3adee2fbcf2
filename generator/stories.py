"""A story folder -> what lists, feeds and the report need of it, and all that its pages show; both kept on a shelf by
what they were made of, so that an unchanged story costs no work."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.catalogue import theme_words
from generator.editions import Edition, all_editions
from generator.editions.corrections import Correction, corrections
from generator.editions.findings import lost_lines
from generator.fingerprint import fingerprint, program
from generator.load import real_name, story_slug
from generator.model import Digest
from generator.notes import Counts, Notes
from generator.shelf import Shelf
from generator.site import addresses, markup
from generator.site.reprint import REPRINT_SHARE, reprint
from generator.site.sources import source_names
from generator.site.story import story_view
from generator.site.views import Listed, State, StoryView
from generator.site.words import Words
from generator.workers import spread

if TYPE_CHECKING:  # a build of what was signed drafts nothing, and the pipeline takes half a second to import
    from generator.drafting import Draft


@dataclass(frozen=True, slots=True)
class Mode:
    """How stories are shown: in a ``language`` of those in a theme's folder of ``translations``, whose ``words`` are
    told by their hash; as they were signed where it is for publication, with those that nobody has signed where
    ``unsigned`` says so; ``captures``: the texts of whole captures are wanted."""

    translations: Path
    language: str
    words: str
    publish: bool = False
    unsigned: bool = False
    captures: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the pages of a story show: its digest, what that is to the one that was signed, its editions, and texts
    of whole captures by source."""

    digest: Digest
    state: State = State.SIGNED
    editions: tuple[Edition, ...] = ()
    captures: Mapping[str, str] = field(default_factory=dict)

    def view(self, say: Words, share: float = REPRINT_SHARE) -> StoryView:
        """Its page, which prints so much of an article again."""
        printed = reprint(self.digest, share)
        return story_view(self.digest, printed, body_html(self.digest, say), self.state, say)


@dataclass(frozen=True, slots=True)
class Signed:
    """What the lists of corrections and of editions need of a story that was signed: the slug under which it was
    published first, and number and SHA-256 of each edition."""

    slug: str
    corrections: tuple[Correction, ...]
    editions: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A story as lists, feeds and the report need it. ``key`` says of what it was made, "" where that cannot be told;
    ``listed`` is None for one that nobody has signed and that is not shown."""

    slug: str
    key: str
    listed: Listed | None
    print: str  # the hash of ``listed``
    signed: Signed | None = None
    notes: Notes = field(default_factory=Notes)
    state: State = State.SIGNED
    links: tuple[str, ...] = ()  # those of the editor's text to files of the content, as they are written


@dataclass(frozen=True)
class Shown:
    """The stories of a site: what lists need of each, and by its slug what its pages show; ``signed`` has those that
    were signed, whatever became of them since, and ``folders`` those that lie in a folder of another name."""

    known: tuple[Known, ...]
    whole: Callable[[str], Whole]
    signed: Mapping[str, Signed] = field(default_factory=dict)
    folders: Mapping[str, Path] = field(default_factory=dict)


def shown(wholes: Iterable[Whole], say: Words) -> Shown:
    """Stories that are at hand. Raises whatever a view of them raises."""
    by_slug = {one.digest.slug: one for one in wholes}
    known = tuple(_known(slug, "", one, Notes(), say) for slug, one in by_slug.items())
    signed = {one.slug: one.signed for one in known if one.signed is not None}
    return Shown(known, by_slug.__getitem__, signed)


def body_html(digest: Digest, say: Words) -> str:
    """The editor's own text, "" where there is none."""
    if digest.body is None:
        return ""
    names = source_names(digest.sources, say)
    sources = {source: (name, addresses.source_inside(source)) for source, name in names.items()}
    return markup.render_body(digest.body.markdown, addresses.safe(digest.slug), sources)


def notes_of(digest: Digest, draft: Draft | None = None) -> Notes:
    """What there is to tell of a digest, and of the draft that it was made from or that it was signed as."""
    found = Notes(
        Counts(len(digest.sources), len(digest.claims), len(digest.disagreements)),
        near_misses=digest.near_misses,
        disagreements=tuple(one.question for one in digest.disagreements),
        notices=tuple(notice.message for notice in digest.notices),
        source_notices=tuple((one.id, notice.message) for one in digest.sources for notice in one.notices),
    )
    return found if draft is None else _with_draft(found, draft)


def _with_draft(found: Notes, draft: Draft) -> Notes:
    story, rulings = draft.story, draft.workings.rulings
    return Notes(
        found.counts,
        tuple(draft.merges),
        found.near_misses,
        found.disagreements,
        found.notices,
        found.source_notices,
        ", ".join(story.passed_over),
        ", ".join(story.left_out),
        ", ".join(draft.added),
        tuple(lost_lines(rulings)),
        tuple(rulings.uncited),
        tuple(rulings.unfounded),
    )


def signed_facts(editions: tuple[Edition, ...], say: Words) -> Signed | None:
    """What lists need of these editions of a story, None of none."""
    if not editions:
        return None
    numbers = tuple((one.mark.number, one.sha256) for one in editions)
    return Signed(editions[0].digest.slug, tuple(corrections(editions, say)), numbers)


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of a story; ``whole`` is None where it is not shown, ``held`` why it is shown by its last edition.
    ``read`` is what stages made of captures for the first time, by what a shelf keeps it under."""

    known: Known
    whole: Whole | None
    held: Exception | None = None
    read: Mapping[str, object] = field(default_factory=dict)


class Readings:
    """What stages make of captures: what a shelf has of them, and what is new."""

    def __init__(self, shelf: Shelf | None) -> None:
        self._shelf = shelf
        self.new: dict[str, object] = {}

    def get(self, key: Hashable) -> object:
        """What this program made of a key before, or None."""
        return None if self._shelf is None else self._shelf.get(_reading(key))

    def put(self, key: Hashable, value: object) -> None:
        """Note what was made, to be kept with its story."""
        self.new[_reading(key)] = value


def _reading(key: Hashable) -> str:
    return f"read:{fingerprint(program(), key)}"


def work_story(folder: Path, mode: Mode, say: Words, key: str = "", readings: Readings | None = None) -> Worked:
    """Draft a story, or take what was signed; lists have it in the words of ``say``, and ``readings`` what was read of
    its captures before. They take what is new, whatever comes of the story. Raises whatever ends the work on it."""
    readings = Readings(None) if readings is None else readings
    return replace(_work(folder, mode, say, key, readings), read=readings.new)


def _work(folder: Path, mode: Mode, say: Words, key: str, readings: Readings) -> Worked:
    slug = story_slug(folder)
    editions = all_editions(folder)
    edition = editions[-1] if editions else None
    if mode.publish and edition is not None:
        whole = Whole(edition.digest, State.SIGNED, editions)
        return Worked(_known(slug, key, whole, notes_of(edition.digest), say), whole)
    if mode.publish and not mode.unsigned:
        return Worked(Known(slug, key, None, "", signed_facts(editions, say)), None)
    from generator.drafting import make_sound_draft

    try:
        draft = make_sound_draft(folder, edition, mode.publish, readings)
    except Exception as error:
        if edition is None:
            raise
        whole = Whole(edition.digest, State.HELD, editions)
        return Worked(_known(slug, key, whole, notes_of(edition.digest), say), whole, error)
    captures = {one.id: one.capture.text for one in draft.story.sources} if mode.captures else {}
    if edition is not None and draft.is_signed:
        whole = Whole(edition.digest, State.SIGNED, editions, captures)
    else:
        state = State.UNSIGNED if edition is None else State.DIFFERS
        whole = Whole(draft.digest, state, editions, captures)
    return Worked(_known(slug, key, whole, notes_of(whole.digest, draft), say), whole)


def _known(slug: str, key: str, whole: Whole, notes: Notes, say: Words) -> Known:
    view = whole.view(say)
    listed, links = view.listed, markup.file_links(view.body)
    return Known(slug, key, listed, fingerprint(listed), signed_facts(whole.editions, say), notes, whole.state, links)


def story_key(folder: Path, mode: Mode, held: str | None) -> str:
    """What a story's work hangs on: the program, how it is shown, and all that its folder ``held``; "" where that
    cannot be told, and nothing of it is kept."""
    if held is None:
        return ""
    return fingerprint(program(), mode, folder.as_posix(), real_name(folder), held)


def kept_story(key: str, shelf: Shelf) -> Known | None:
    """What is known of a story that was worked before."""
    found = shelf.get(f"known:{key}") if key else None
    return found if isinstance(found, Known) else None


def keep_story(worked: Worked, shelf: Shelf) -> None:
    """Keep what came of a story with a key. One that is held is worked again, since why it is, is told every time."""
    keep_readings(worked.read, shelf)
    key = worked.known.key
    shelf.put(f"whole:{key}", worked.whole)
    if worked.held is None:
        shelf.put(f"known:{key}", worked.known)


def keep_readings(read: Mapping[str, object], shelf: Shelf) -> None:
    """Keep what was read of captures for a story, whatever came of it."""
    for name, value in read.items():
        shelf.put(name, value)


def kept_whole(known: Known, shelf: Shelf) -> Whole | None:
    """What the pages of a story show, where the shelf has it."""
    found = shelf.get(f"whole:{known.key}")
    return found if isinstance(found, Whole) else None


Job = tuple[Path, str]  # a story's folder and key


def work_stories(jobs: list[Job], mode: Mode, processes: int, shelf: Shelf) -> Iterator[tuple[Job, Worked | None]]:
    """What came of each story, in the order in which they are done; None for one that ended in an error or is held,
    which the caller works again where its error can be told in full. The ``shelf`` is read, and not written to."""
    if not mode.publish or mode.unsigned:
        from generator import drafting  # noqa: F401 - once, and not by each worker
    yield from spread(partial(_work_apart, mode, shelf), jobs, processes)


@cache
def _words(translations: Path, language: str) -> Words:
    """The words of the site, read once by each worker: what they look up cannot be sent to it."""
    return theme_words(translations, language)


def _work_apart(mode: Mode, shelf: Shelf, job: Job) -> Worked | None:
    folder, key = job
    try:
        worked = work_story(folder, mode, _words(mode.translations, mode.language), key, Readings(shelf))
    except Exception:
        return None
    return worked if worked.held is None else None
