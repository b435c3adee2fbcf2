"""Builds the site beside the old one and swaps the two: ``python -m generator.build --output output``.

A build that fails leaves the existing site as it was. Exit status: 0 done, 2 unusable input, named by file and place.
"""

from __future__ import annotations

if __name__ == "__main__":  # before the imports that take a moment
    from generator.terminal import quiet_start

    quiet_start()

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator import output, pipeline
from generator.errors import InputError, VerificationError
from generator.load import load_stories
from generator.model import Cluster, Digest, Match, Story
from generator.search import add_search
from generator.site.words import count
from generator.terminal import quiet_end, show_any_character

ROOT = Path(__file__).resolve().parents[1]
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
    settings: Path = ROOT / "publishconf.py"
    address: str = PREVIEW_ADDRESS
    publish: bool = False
    captures: bool = False  # show whole captures, to the editor only
    search: bool = False  # with a search box, which needs a script
    spare_publication: bool = False  # refuse an output that holds a site built for publication


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and the pairs of passages that hold merges together, by story, the least certain first.

    ``notices`` tell what became of the output's folder, where that is worth telling.
    """

    digests: tuple[Digest, ...]
    merges: tuple[tuple[str, Match], ...] = ()
    notices: tuple[str, ...] = ()


def build_site(plan: Plan, progress: Callable[[str], None] = lambda _: None) -> Built:
    """Read the stories, build the site into a folder beside the output and put it in the output's place.

    ``progress`` is told in a few words what is being done. Raises InputError and VerificationError, and then the
    existing site is untouched.
    """
    _check(plan)
    with output.holding(plan.output, partial(_say_waiting, plan)):
        output.check_ours(plan.output, plan.spare_publication)
        stories = load_stories(plan.content / "stories")
        built = _build(stories, progress)
        progress("writing the pages")
        return replace(built, notices=_write(plan, built.digests, _texts(stories) if plan.captures else {}))


def write_site(
    plan: Plan, digests: tuple[Digest, ...], captures: Mapping[tuple[str, str], str] | None = None
) -> tuple[str, ...]:
    """Write the site of finished digests, with the texts of whole ``captures``, by slug and source, where given.
    Returns notices on the output's folder.

    Raises InputError, and then the existing site is untouched.
    """
    _check(plan)
    with output.holding(plan.output, partial(_say_waiting, plan)):
        output.check_ours(plan.output, plan.spare_publication)
        return _write(plan, digests, captures or {})


def _write(plan: Plan, digests: tuple[Digest, ...], captures: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    from generator import pelican_plugin  # Pelican takes half a second to import: only when all input has been read

    with output.in_the_making(plan.output) as made:
        overrides = {
            "PATH": str(plan.content.resolve()),
            "OUTPUT_PATH": str(made),
            "SITEURL": plan.address,
            "PUBLISH": plan.publish,
            "SEARCH": plan.search,
            "DIGESTS": digests,
            "CAPTURES": {} if plan.publish else captures,
        }
        pelican_plugin.run(plan.settings, overrides)
        if plan.search:
            add_search(made)
        kind = output.PUBLICATION if plan.publish else output.PREVIEW
        return output.put_in_place(made, plan.output, kind, plan.address)


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


def _texts(stories: tuple[Story, ...]) -> dict[tuple[str, str], str]:
    return {(story.slug, source.id): source.capture.text for story in stories for source in story.sources}


def _build(stories: tuple[Story, ...], progress: Callable[[str], None]) -> Built:
    digests, merges = [], []
    for number, story in enumerate(stories, start=1):
        progress(f"story {number} of {len(stories)}: {story.slug}")
        workings = pipeline.work(story)
        digests.append(pipeline.finish(story, workings))
        merges += [(story.slug, _weakest(cluster)) for cluster in workings.clustering.clusters if cluster.matches]
    return Built(tuple(digests), tuple(sorted(merges, key=lambda merge: merge[1].score)))


def _weakest(cluster: Cluster) -> Match:
    return min(cluster.matches, key=lambda match: match.score)


def report(plan: Plan, built: Built) -> str:
    """What was built, what an editor should look at, and where the site is, in a few lines."""
    digests = built.digests
    sources = sum(len(digest.sources) for digest in digests)
    claims = sum(len(digest.claims) for digest in digests)
    made = f"{count(len(digests), 'story', 'stories')} from {count(sources, 'source')}: {count(claims, 'claim')}"
    lines = [f"Built {made}, {count(sum(len(d.disagreements) for d in digests), 'disagreement')}."]
    for heading, found in (
        ("Disagreements, shown to readers", _disagreements(digests)),
        ("Merges, the least certain first", [_pair(slug, match) for slug, match in built.merges]),
        ("Close pairs kept apart, the closest first", _near_misses(digests)),
        ("Notices on sources", _notices(digests)),
    ):
        lines += _listing(heading, found)
    if built.merges or any(digest.near_misses for digest in digests):
        lines.append("Why a claim was merged: python -m generator explain STORY CLAIM")
    lines += built.notices
    lines.append(f"The site is in {plan.output.as_posix()}, made for {plan.address}/.")
    return "\n".join(lines)


def _disagreements(digests: tuple[Digest, ...]) -> list[str]:
    return [f"{digest.slug}: {found.question}" for digest in digests for found in digest.disagreements]


def _near_misses(digests: tuple[Digest, ...]) -> list[str]:
    pairs = [(digest.slug, match) for digest in digests for match in digest.near_misses]
    return [_pair(slug, match) for slug, match in sorted(pairs, key=lambda pair: -pair[1].score)]


def _pair(slug: str, match: Match) -> str:
    return f"{slug}: {match.a} and {match.b}, {match.score:.2f}: {match.reason}"


def _notices(digests: tuple[Digest, ...]) -> list[str]:
    return [
        f"{digest.slug}/{source.id}: {notice.message}"
        for digest in digests
        for source in digest.sources
        for notice in source.notices
    ]


def _listing(heading: str, found: list[str]) -> list[str]:
    if not found:
        return []
    more = [f"  and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
    return [f"{heading} ({len(found)}):", *(f"  {line}" for line in found[:_SHOWN]), *more]


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
        if options.serve:
            _serve(plan, options)
    except (InputError, VerificationError) as error:
        progress("")
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        raise
    except OSError as error:
        progress("")
        print(f"{error.filename or 'file system'}: {error.strerror or error}; check the path", file=sys.stderr)
        return 2
    return 0


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
    parser.add_argument("--captures", action="store_true", help="show whole captures with their layers; not to publish")
    parser.add_argument("--search", action="store_true", help="with a search box; needs requirements-search.txt")
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
        ("--search", plan.search),
        ("--spare-publication", plan.spare_publication),
    )
    return (*command, "--siteurl", plan.address, *(option for option, asked in wanted if asked))


if __name__ == "__main__":
    sys.exit(main())
