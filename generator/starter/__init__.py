"""``init``: a new site of somebody's own, in an empty folder, all of it or nothing."""

from __future__ import annotations

import argparse
import json
import re
import secrets
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from generator.bundled import bundled
from generator.catalogue import languages, site_words
from generator.errors import InputError, one_line
from generator.identity import is_authority, is_contact
from generator.starter.package import write_wheel

HELP: Final = "make a new site in an empty folder: settings, pages, Makefile, workflow, the program as a wheel"
DESCRIPTION: Final = """\
Makes a site of your own: its settings, its pages, a Makefile, a workflow for GitHub Pages, and the program as a wheel
with the versions of all that it needs. What is not given is asked for, where a terminal is there. A folder that holds
anything is refused, and where something goes wrong nothing is left.

example:
  news-digest init courier-digest --name "Courier Digest" --contact desk@courier.example \\
    --feed-authority courier.example,2026 --url https://digest.courier.example"""

_UNFINISHED: Final = ".init-"  # begins the name of a folder in which a site is made, which is gone when it stands
_WHOLE: Final = f"{_UNFINISHED}whole"  # the same once all of it is made, and nothing is left but to put it in place
_FILES: Final = Path(__file__).with_name("files")
# What may stand in a Makefile, a workflow and a shell as it is.
_URL: Final = re.compile(r"https?://\w[\w.-]*(?::\d{1,5})?(?:/[\w.~-]*)*")
_PLACES: Final = {
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "site.yml": ".github/workflows/site.yml",
}
# What a workflow knows itself where no address is given.
_HOSTED: Final = "${{ steps.pages.outputs.base_url }}"
_THEME: Final = """# The folder theme beside this file, if there is one, else the theme that comes with the program.
THEME = theme(__file__)"""


@dataclass(frozen=True, slots=True)
class _Value:
    """Something to be told of a site: ``wanted`` says what it is, ``check`` what is wrong with one ("" if nothing)."""

    option: str
    question: str
    check: Callable[[str], str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """What an adopter says of a new site."""

    name: str
    contact: str
    authority: str
    language: str
    url: str


def add_init(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command ``init``; ``run_init`` runs it."""
    parser = commands.add_parser(
        "init", help=HELP, description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or an empty one")
    parser.add_argument("--name", metavar="NAME", help="what the site is called")
    parser.add_argument("--contact", metavar="ADDRESS", help="where readers reach you: a mail or web address")
    authority = "a domain of yours and a year in which it was yours, for the ids of feed entries: site.org,2026"
    parser.add_argument("--feed-authority", dest="authority", metavar="DOMAIN,YEAR", help=authority)
    spoken = ", ".join(_spoken())
    parser.add_argument("--language", metavar="CODE", help=f"of the site's own words: {spoken} (en)")
    parser.add_argument("--url", metavar="URL", help="where the site will live, if that is known")
    parser.add_argument("--own-theme", action="store_true", help="copy the theme into the site, to change it there")
    return parser


def run_init(options: argparse.Namespace) -> int:
    """Make the site; return the exit status. Raises InputError for a folder or a value that cannot be used."""
    folder: Path = options.folder
    shown = one_line(folder.as_posix())
    if (folder / _WHOLE).is_dir():
        _finish(folder)
        print(f"Finished the site in {shown} that an earlier init had made. Next: make -C {shown} serve")
        return 0
    _check_folder(folder)
    site = _asked(options)
    make_site(folder, site, options.own_theme)
    print(f"Made the site {site.name} in {shown}. Next: make -C {shown} serve, and its README.md")
    return 0


def make_site(folder: Path, site: Site, own_theme: bool = False) -> None:
    """Make a site in a new or an empty folder. Raises InputError; then the folder is as it was."""
    made = (folder if folder.is_dir() else folder.absolute().parent) / f"{_UNFINISHED}{secrets.token_hex(4)}"
    made.mkdir()
    try:
        _write(made, site, own_theme)
        site_words(made / "publishconf.py")
        _put(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _put(made: Path, folder: Path) -> None:
    """Put a site in its place. Into a folder that stands it is moved file by file, since a shell may stand there: what
    a kill leaves of that ``_finish`` finishes."""
    if not folder.is_dir():
        made.rename(folder)
        return
    whole, moved = made.rename(folder / _WHOLE), []
    try:
        for path in sorted(whole.iterdir()):
            moved.append(path.rename(folder / path.name))
    except BaseException:
        for path in moved:
            path.rename(whole / path.name)
        whole.rename(made)
        raise
    whole.rmdir()


def _finish(folder: Path) -> None:
    """Move what an init that was killed had made and not moved. Raises InputError where something stands there."""
    left = sorted((folder / _WHOLE).iterdir())
    for path in left:
        if (folder / path.name).exists() or (folder / path.name).is_symlink():
            raise InputError(folder.as_posix(), f"{path.name} is in the way", f"move it, or the one in {_WHOLE}, away")
    for path in left:
        path.rename(folder / path.name)
    (folder / _WHOLE).rmdir()


def _check_folder(folder: Path) -> None:
    shown = folder.as_posix()
    if folder.is_dir():
        found = sorted(path.name for path in folder.iterdir())
        if any(name.startswith(_UNFINISHED) for name in found):
            problem = "an init that was ended has left a part of a site there, or another one is at work"
            raise InputError(shown, problem, "remove all that is in the folder, and run init again")
        if found:
            raise InputError(shown, f"it is not empty: it holds {found[0]}", "name a new folder, or an empty one")
    elif folder.exists() or folder.is_symlink():
        raise InputError(shown, "a file is in the way", "name a new folder, or an empty one")
    elif not folder.absolute().parent.is_dir():
        raise InputError(shown, "there is no folder to make it in", "make that one first")


def _asked(options: argparse.Namespace) -> Site:
    given = {key: getattr(options, key) for key in _VALUES}
    for key, value in given.items():
        if value is not None:
            given[key] = _checked(_VALUES[key], value)
    asking = sys.stdin.isatty()
    for key, value in _VALUES.items():
        if given[key] is None:
            given[key] = _ask(value, _proposed(key, given)) if asking else _proposed(key, given)
        if not given[key] and not value.optional:
            raise InputError("init", f"{value.option} is not given", "give it, or run init in a terminal, which asks")
    return Site(**given)


def _proposed(key: str, given: dict[str, str | None]) -> str:
    """What is taken where nothing is said; a feed authority, which stays for ever, is only proposed to who is asked."""
    if key == "language":
        return "en"
    if key == "authority" and given["url"] and sys.stdin.isatty():
        return f"{urlsplit(given['url']).hostname},{datetime.now(UTC).year}"
    return ""


def _ask(value: _Value, proposed: str) -> str:
    shown = f" [{proposed}]" if proposed else ""
    while True:
        try:
            answer = input(f"{value.question}{shown}: ").strip() or proposed
        except EOFError:
            raise InputError("init", "the questions were not answered", "answer them, or give the options") from None
        problem = value.check(answer) if answer else "" if value.optional else "something is needed here"
        if not problem:
            return answer
        print(f"{one_line(answer)}: {problem}" if answer else problem, file=sys.stderr)


def _checked(value: _Value, given: str) -> str:
    text = given.strip()
    problem = value.check(text) if text else "" if value.optional else "it is empty"
    if problem:
        raise InputError(value.option, f"{given!r}: {problem}" if text else problem, f"give {value.question.lower()}")
    return text


def _name(text: str) -> str:
    return "" if text.isprintable() else "it holds a character that cannot be shown"


def _contact(text: str) -> str:
    return _name(text) or ("" if is_contact(text) else "it is neither a mail nor a web address")


def _authority(text: str) -> str:
    return _name(text) or ("" if is_authority(text) else "it is no domain and year, such as site.org,2026")


def _language(text: str) -> str:
    known = _spoken()
    is_known = re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", text) and re.split("[-_]", text.lower())[0] in known
    return "" if is_known else f"the theme has no catalogue for it, only for {' and '.join(known)}"


def _url(text: str) -> str:
    return "" if _URL.fullmatch(text) else "it is no plain web address, such as https://example.org"


def _spoken() -> tuple[str, ...]:
    return languages(bundled("theme") / "translations")


# In the order in which they are asked for.
_VALUES: Final = {
    "name": _Value("--name", "The name of the site", _name),
    "url": _Value("--url", "Its address, https://… (may be told later)", _url, optional=True),
    "contact": _Value("--contact", "Where readers reach you, a mail or web address", _contact),
    "authority": _Value("--feed-authority", "A domain of yours and a year in which it was yours", _authority),
    "language": _Value("--language", "The language of the site's own words", _language),
}


def _write(made: Path, site: Site, own_theme: bool) -> None:
    shutil.copytree(bundled("content/pages"), made / "content" / "pages")
    (made / "content" / "stories").mkdir()
    (made / "content" / "stories" / ".gitkeep").touch()
    if own_theme:
        shutil.copytree(bundled("theme"), made / "theme")
    shutil.copyfile(bundled("requirements-desk.txt"), made / "requirements.txt")
    shutil.copyfile(bundled("requirements-build.txt"), made / "requirements-build.txt")
    (made / "wheels").mkdir()
    write_wheel(made / "wheels")
    _write_text(made / "publishconf.py", settings(bundled("publishconf.py").read_text(encoding="utf-8"), site))
    told = {"README.md": {"@SITENAME@": site.name}, "site.yml": {"@SITEURL@": site.url or _HOSTED}}
    for path in sorted(_FILES.iterdir()):
        text = path.read_text(encoding="utf-8")
        for mark, value in told.get(path.name, {"@SITEURL@": site.url}).items():
            text = text.replace(mark, value)
        _write_text(made / _PLACES.get(path.name, path.name), text)


def settings(ours: str, site: Site) -> str:
    """The settings of this project as those of another site."""
    own = {
        "SITENAME": site.name,
        "DEFAULT_LANG": site.language,
        "FEED_AUTHORITY": site.authority,
        "CONTACT": site.contact,
    }
    for key, value in own.items():
        ours = _set(ours, key, f"{key} = {json.dumps(value, ensure_ascii=False)}")
    ours = _set(ours, "THEME", _THEME)
    first = "from typing import Any\n"
    return ours.replace(first, f"{first}\nfrom generator.bundled import theme\n", 1)


def _set(text: str, key: str, line: str) -> str:
    changed, count = re.subn(rf"^{key} = .*$", lambda _: line, text, flags=re.MULTILINE)
    if count != 1:
        raise ValueError(f"publishconf.py sets {key} {count} times")
    return changed


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
