"""Builds the site beside the old one and swaps the two: ``python -m generator.build --output output``.

A build that fails leaves the existing site as it was. Exit status: 0 done, 1 done but for some stories (--keep-going),
2 unusable input, named by file and place.
"""

from __future__ import annotations

if __name__ == "__main__":  # before the imports that take a moment
    from generator.terminal import quiet_start

    quiet_start()

import argparse
import runpy
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator import output
from generator.carried import carried_stories
from generator.catalogue import site_words
from generator.cli import show_trace
from generator.desk.noticing import (
    ADDED,
    LEFT_OUT,
    LOST,
    MERGES,
    PASSED_OVER,
    UNCITED,
    Remark,
    changed_last,
    listed,
    on_digests,
    on_pairs,
)
from generator.drafting import make_sound_draft
from generator.editions import Edition, newest_edition, read_editions
from generator.editions.findings import lost_lines
from generator.errors import HeldError, InputError, StoriesError, one_line, told
from generator.identity import check_identity
from generator.load import shared_slugs, story_folders, story_slug
from generator.load.pages import read_pages
from generator.model import Digest, Match
from generator.search import add_search
from generator.site.views import CarriedStory, State
from generator.site.words import count
from generator.terminal import quiet_end, show_any_character

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = ROOT / "publishconf.py"
PREVIEW_ADDRESS = "http://localhost:8000"
_OUTPUT = Path("output")
_PREVIEW = Path(".build/preview")  # what is served while it is worked on; never what is published
_OUTPUT_HELP = f"the built site ({_OUTPUT}; with --serve {_PREVIEW})"
_SHOWN = 5  # lines for each kind of thing that an editor should look at


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build, from what, and where to. ``address`` is the site's, without a final "/"."""

    output: Path
    content: Path = ROOT / "content"
    settings: Path = SETTINGS
    address: str = PREVIEW_ADDRESS
    publish: bool = False
    captures: bool = False  # show whole captures, to the editor only
    search: bool = False  # with a search box, which needs a script
    spare_publication: bool = False  # refuse an output that holds a site built for publication
    keep_going: bool = False  # build the other stories where some cannot be built
    unsigned: bool = False  # publish stories that no editor has signed, too


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and what its editor should know of it.

    ``merges`` are the pairs of passages that hold merges together, by story, the least certain first; ``notices`` tell
    what became of the output's folder; ``passed_over`` names what lies among captures and is none, by story;
    ``failures`` are the stories that could not be built, each with its error, and ``carried`` the slugs of those of
    them whose pages stay as they were; ``held`` are those that stay at their last edition, ``unsigned`` those that a
    publication leaves out; ``lost`` tells of decisions that no longer hold and hold nothing up, ``uncited`` of
    sentences of the editor that cite nothing, both by story, ``unfounded`` of words of his that what they cite does not
    carry; ``at_hand`` are all stories, the one that was changed last first.
    """

    digests: tuple[Digest, ...]
    merges: tuple[tuple[str, Match], ...] = ()
    passed_over: tuple[tuple[str, str], ...] = ()
    failures: tuple[tuple[str, Exception], ...] = ()
    carried: frozenset[str] = frozenset()
    notices: tuple[str, ...] = ()
    held: tuple[tuple[str, Exception], ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    added: tuple[tuple[str, str], ...] = ()
    unsigned: tuple[str, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    uncited: tuple[tuple[str, str], ...] = ()
    at_hand: tuple[str, ...] = ()
    unfounded: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every story is shown as its editor means it."""
        return not (self.failures or self.held or self.unfounded)


def build_site(plan: Plan, progress: Callable[[str], None] = lambda _: None) -> Built:
    """Read the stories, build the site into a folder beside the output and put it in the output's place.

    ``progress`` is told in a few words what is being done. Raises StoriesError where stories cannot be built, unless
    the plan is to keep going and others can, and InputError for all else; then the existing site is untouched.
    """
    _check(plan)
    with output.holding(plan.output, partial(_say_waiting, plan)):
        output.check_ours(plan.output, plan.spare_publication)
        return _build_held(plan, progress)


def _build_held(plan: Plan, progress: Callable[[str], None]) -> Built:
    """The build, while no other one is at work on the same output."""
    read_pages(plan.content / "pages")  # a slip in a page, or no such language, is told before the stories take time
    say = site_words(plan.settings)
    stories = _Stories(plan, progress)
    while True:
        if stories.failures and not (stories.digests and (plan.keep_going or not stories.stopping)):
            raise StoriesError(stories.failures)
        if not stories.digests:
            problem = "no story is signed, so that there is nothing to publish"
            remedy = "sign one: python -m generator sign STORY --as first"
            raise InputError((plan.content / "stories").as_posix(), problem, remedy)
        progress("writing the pages")
        failed = (slug for slug, _ in stories.failures)
        carried = carried_stories(plan.output, failed, plan.address, plan.publish, say)
        try:
            notices = _write(plan, stories.shown(), carried)
        except StoriesError as error:
            stories.fail(error.failures)
            continue
        return replace(stories.built(carried), notices=notices)


class _Stories:
    """The stories of a plan, worked one after the other: what came of them and which of them failed."""

    def __init__(self, plan: Plan, progress: Callable[[str], None]) -> None:
        self.digests: dict[str, Digest] = {}
        self.texts: dict[tuple[str, str], str] = {}  # of whole captures, by slug and source, where they are shown
        self._failures: dict[str, Exception] = {}  # two folders of one slug are one failure, whose line names both
        self._merges: list[tuple[str, Match]] = []
        self._passed_over: list[tuple[str, str]] = []
        self._held: dict[str, Exception] = {}
        self._unsigned: list[str] = []
        self._left_out: list[tuple[str, str]] = []
        self._added: list[tuple[str, str]] = []
        self._lost: list[tuple[str, str]] = []
        self._uncited: list[tuple[str, str]] = []
        self._unfounded: list[str] = []
        self.states: dict[str, State] = {}
        self.editions: dict[str, tuple[Edition, ...]] = {}
        folders = story_folders(plan.content / "stories")
        shared = shared_slugs(folders)
        self._at_hand = changed_last(folders)
        for number, folder in enumerate(folders, start=1):
            progress(f"story {number} of {len(folders)}: {folder.name}")
            try:
                if folder in shared:
                    raise shared[folder]
                self._work(folder, plan)
            except Exception as error:  # whatever it is, the other stories are to be told of too
                self._failures.setdefault(_slug_or_name(folder), error)

    def _work(self, folder: Path, plan: Plan) -> None:
        slug = story_slug(folder)
        edition = newest_edition(folder)
        if edition is not None:
            self.editions[slug] = _editions(folder, edition)
        if plan.publish and edition is not None:
            self._show(slug, edition.digest, State.SIGNED)
        elif plan.publish and not plan.unsigned:
            self._unsigned.append(slug)
        else:
            self._draft(folder, slug, edition, plan)

    def _draft(self, folder: Path, slug: str, edition: Edition | None, plan: Plan) -> None:
        try:
            draft = make_sound_draft(folder, edition, words=plan.publish)
        except Exception as error:
            if edition is None:
                raise
            self._held[slug] = error
            self._show(slug, edition.digest, State.HELD)
            return
        story = draft.story
        if draft.edition is not None and draft.is_signed:
            self._show(slug, draft.edition.digest, State.SIGNED)
        else:
            self._show(slug, draft.digest, State.UNSIGNED if edition is None else State.DIFFERS)
        self._merges += [(slug, match) for match in draft.merges]
        if story.passed_over:
            self._passed_over.append((slug, ", ".join(story.passed_over)))
        if draft.added:
            self._added.append((slug, ", ".join(draft.added)))
        if story.left_out:
            self._left_out.append((slug, ", ".join(story.left_out)))
        self._lost += ((slug, line) for line in lost_lines(draft.workings.rulings))
        self._unfounded += draft.workings.rulings.unfounded
        self._uncited += ((slug, line) for line in draft.workings.rulings.uncited)
        if plan.captures:
            self.texts |= {(slug, source.id): source.capture.text for source in story.sources}

    def _show(self, slug: str, digest: Digest, state: State) -> None:
        self.digests[slug] = digest
        self.states[slug] = state

    @property
    def stopping(self) -> bool:
        """Whether some story failed for another reason than that its editor's work no longer holds."""
        return any(not isinstance(error, HeldError) for error in self._failures.values())

    @property
    def failures(self) -> tuple[tuple[str, Exception], ...]:
        """The stories that failed, each with its error."""
        return tuple(self._failures.items())

    def fail(self, failures: tuple[tuple[str, Exception], ...]) -> None:
        """Take out stories of which it turned out late that they fail."""
        self._failures.update(failures)
        for slug, _ in failures:
            self.digests.pop(slug, None)

    def built(self, carried: tuple[CarriedStory, ...]) -> Built:
        """What there is to say when the site is written."""
        merges = sorted((one for one in self._merges if one[0] in self.digests), key=lambda merge: merge[1].score)
        return Built(
            tuple(self.digests.values()),
            tuple(merges),
            tuple(self._passed_over),
            self.failures,
            frozenset(story.slug for story in carried),
            held=tuple(self._held.items()),
            left_out=tuple(self._left_out),
            added=tuple(self._added),
            unsigned=tuple(self._unsigned),
            lost=tuple(self._lost),
            uncited=tuple(self._uncited),
            at_hand=self._at_hand,
            unfounded=tuple(self._unfounded),
        )

    def shown(self) -> Shown:
        """What the pages show."""
        return Shown(tuple(self.digests.values()), self.texts, self.states, self.editions)


def _editions(folder: Path, newest: Edition) -> tuple[Edition, ...]:
    """All editions of a story, of which the newest has been read with the hold that lies on it."""
    return (*read_editions(folder)[:-1], newest)


def _slug_or_name(folder: Path) -> str:
    try:
        return story_slug(folder)
    except InputError:
        return folder.name


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pages show: digests, the texts of whole captures by slug and source, what each story is to the one that
    was signed, and the editions of those that were."""

    digests: tuple[Digest, ...]
    captures: Mapping[tuple[str, str], str] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    editions: Mapping[str, tuple[Edition, ...]] = field(default_factory=dict)


def write_site(
    plan: Plan,
    digests: tuple[Digest, ...],
    captures: Mapping[tuple[str, str], str] | None = None,
    carried: tuple[CarriedStory, ...] = (),
) -> tuple[str, ...]:
    """Write the site of finished digests, with the texts of whole ``captures``, by slug and source, where given, and
    with the pages of ``carried`` stories as they are. Returns notices on the output's folder.

    Raises InputError, and StoriesError where stories cannot be shown; then the existing site is untouched.
    """
    return write_shown(plan, Shown(digests, captures or {}), carried)


def write_shown(plan: Plan, shown: Shown, carried: tuple[CarriedStory, ...] = ()) -> tuple[str, ...]:
    """The same of whatever the pages show."""
    _check(plan)
    with output.holding(plan.output, partial(_say_waiting, plan)):
        output.check_ours(plan.output, plan.spare_publication)
        return _write(plan, shown, carried)


def _write(plan: Plan, shown: Shown, carried: tuple[CarriedStory, ...]) -> tuple[str, ...]:
    from generator import pelican_plugin  # Pelican takes half a second to import: only when all input has been read

    told: list[str] = []
    with output.in_the_making(plan.output) as made:
        overrides = {
            "PATH": str(plan.content.resolve()),
            "OUTPUT_PATH": str(made),
            "SITEURL": plan.address,
            "PUBLISH": plan.publish,
            "SEARCH": plan.search,
            "DIGESTS": shown.digests,
            "STATES": shown.states,
            "EDITIONS": shown.editions,
            "CARRIED": carried,
            "CAPTURES": {} if plan.publish else shown.captures,
            "NOTICES": told,
        }
        pelican_plugin.run(plan.settings, overrides)
        if plan.search:
            add_search(made)
        kind = output.PUBLICATION if plan.publish else output.PREVIEW
        return (*told, *output.put_in_place(made, plan.output, kind, plan.address))


def _check(plan: Plan) -> None:
    if plan.publish and plan.captures:
        raise InputError("--captures", "whole captures are not ours to publish", "leave out --captures or --publish")
    # A story or the pages may be a link to a folder elsewhere.
    read = (plan.content, *plan.content.glob("*"), *plan.content.glob("stories/*"), *_code(plan))
    output.check_place(plan.output, [path for path in read if path.is_dir()])


def _code(plan: Plan) -> tuple[Path, ...]:
    return (plan.settings.parent / "theme", ROOT / "generator")


def _say_waiting(plan: Plan) -> None:
    print(f"{plan.output.as_posix()}: another build is at work there; waiting for it to end.", file=sys.stderr)


def report(plan: Plan, built: Built) -> str:
    """What was built, what an editor should look at, and where the site is, in a few lines."""
    digests = built.digests
    sources = sum(len(digest.sources) for digest in digests)
    claims = sum(len(digest.claims) for digest in digests)
    made = f"{count(len(digests), 'story', 'stories')} from {count(sources, 'source')}: {count(claims, 'claim')}"
    lines = [f"Built {made}, {count(sum(len(d.disagreements) for d in digests), 'disagreement')}."]
    lines += listed(_remarks(built), _SHOWN, built.at_hand)
    if built.unsigned:
        lines += [f"Not signed, and left out ({len(built.unsigned)}):", *(f"  {slug}" for slug in built.unsigned)]
    if built.merges or any(digest.near_misses for digest in digests):
        lines.append("Why a claim was merged: python -m generator explain STORY CLAIM")
    lines += built.notices
    lines.append(f"The site is in {plan.output.as_posix()}, made for {plan.address}/.")
    return "\n".join(lines)


def _remarks(built: Built) -> Iterator[Remark]:
    """What an editor should look at, of all stories that are shown."""
    yield from on_digests(built.digests)
    yield from on_pairs(MERGES, built.merges)
    for heading, named in ((PASSED_OVER, built.passed_over), (ADDED, built.added), (LEFT_OUT, built.left_out)):
        yield from (Remark(heading, slug, f"{slug}: {names}") for slug, names in named)
    for heading, lines in ((LOST, built.lost), (UNCITED, built.uncited)):
        yield from (Remark(heading, slug, line) for slug, line in lines)


@quiet_end
def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and serve where asked to; return the exit status."""
    show_any_character()
    options = _parser().parse_args(arguments)
    progress = _progress()
    try:
        plan = _plan(options)
        built = build_site(plan, progress)
        progress("")
        print(report(plan, built), flush=True)
        _tell(built.failures, options.debug, built.carried)
        _tell_held(built.held, options.debug)
        for line in built.unfounded:
            print(f"{one_line(line)}; say what it cites, or cite what says it", file=sys.stderr)
        if options.serve:
            _serve(plan, options)
    except StoriesError as error:
        progress("")
        _tell(error.failures, options.debug)
        return 2
    except BrokenPipeError:
        raise
    except Exception as error:
        progress("")
        show_trace(error, options.debug)
        print(told(error, "site"), file=sys.stderr)
        return 2
    return 0 if built.is_whole else 1


def _tell(failures: tuple[tuple[str, Exception], ...], debug: bool, carried: frozenset[str] | None = None) -> None:
    """A line for each failed story; where the others were built, it ends with what became of the story's pages."""
    for slug, error in failures:
        show_trace(error, debug)
        line = told(error, slug)
        if carried is not None:
            line += " [its last pages stay]" if slug in carried else " [left out: this site has no pages of it yet]"
        print(line, file=sys.stderr)


def _tell_held(held: tuple[tuple[str, Exception], ...], debug: bool) -> None:
    """A line for whatever keeps a story at its last edition."""
    for slug, error in held:
        show_trace(error, debug)
        lines = error.findings if isinstance(error, HeldError) else (told(error, slug),)
        for line in lines:
            print(f"{line} [{slug} stays at its last edition]", file=sys.stderr)


def _serve(plan: Plan, options: argparse.Namespace) -> None:
    from generator.preview import serve  # the server's modules are not needed to build

    watched = (plan.content, plan.settings, *_code(plan))
    serve(plan.output, options.port, watched, _again(plan) if options.watch else ())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator.build", description=__doc__)
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help=f"the built site ({_OUTPUT}; with --serve {_PREVIEW})"
    )
    parser.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR", help="stories/ and pages/")
    parser.add_argument("--siteurl", default="", metavar="URL", help="where the site will live")
    parser.add_argument("--publish", action="store_true", help="build for hosting; needs --siteurl")
    parser.add_argument(
        "--unsigned", action="store_true", help="publish what nobody has signed, as PUBLISH_UNSIGNED does"
    )
    parser.add_argument("--captures", action="store_true", help="show whole captures with their layers; not to publish")
    parser.add_argument("--search", action="store_true", help="with a search box; needs requirements-search.txt")
    parser.add_argument("--keep-going", action="store_true", help="build the other stories where some cannot be built")
    parser.add_argument("--debug", action="store_true", help="show where an internal error came up")
    parser.add_argument("--serve", action="store_true", help="then serve the site on this machine")
    parser.add_argument("--watch", action="store_true", help="with --serve: build again on every change")
    parser.add_argument("--spare-publication", action="store_true", help="refuse an output built with --publish")
    parser.add_argument("--port", type=int, default=8000, metavar="PORT", help="of the server (8000)")
    return parser


def _plan(options: argparse.Namespace) -> Plan:
    address = options.siteurl.strip().rstrip("/")
    if options.publish and not address:
        raise InputError("--publish", "no address is given", "say where the site will live: --siteurl https://…")
    if address and not _is_address(address):
        raise InputError("--siteurl", f"{address!r} is no web address", "write it as https://example.org")
    if options.publish:
        check_identity(SETTINGS, address)
    address = address or f"http://localhost:{options.port}"
    preview = options.serve and not options.publish
    return Plan(
        options.output or (_PREVIEW if preview else _OUTPUT),
        options.content,
        address=address,
        publish=options.publish,
        captures=options.captures,
        search=options.search,
        spare_publication=options.spare_publication or preview,
        keep_going=options.keep_going,
        unsigned=options.unsigned or bool(runpy.run_path(str(SETTINGS)).get("PUBLISH_UNSIGNED", False)),
    )


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    plain = not parts.query and not parts.fragment and not any(char.isspace() or char in "\"'<>" for char in address)
    return plain and parts.scheme in ("http", "https") and bool(parts.netloc)


def _progress() -> Callable[[str], None]:
    """Shows one changing line on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda text: print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _again(plan: Plan) -> tuple[str, ...]:
    command = (sys.executable, "-m", "generator.build", "--output", str(plan.output), "--content", str(plan.content))
    wanted = (
        ("--publish", plan.publish),
        ("--captures", plan.captures),
        ("--unsigned", plan.unsigned),
        ("--search", plan.search),
        ("--spare-publication", plan.spare_publication),
        ("--keep-going", plan.keep_going),
    )
    return (*command, "--siteurl", plan.address, *(option for option, asked in wanted if asked))


if __name__ == "__main__":
    sys.exit(main())
