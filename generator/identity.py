"""Who publishes a site: the settings that an adopter has to make his or her own before the first publication."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from generator.bundled import CHECKOUT
from generator.errors import InputError

_NAME: Final = "publishconf.py"
_EXAMPLE_NAME: Final = "The Collation"
# Names that are nobody's (RFC 2606), and this machine.
_NOBODYS: Final = re.compile(
    r"(?:^|[.@])(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?::\d+|,\d+.*)?$|^127\.|^\[?::1"
)
_ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s.]+\.[^@\s]+|https?://\S+")


# A tag URI's: a domain or mail address, and a day, month or year on which it was its owner's (RFC 4151, 2.1).
_AUTHORITY: Final = re.compile(
    r"(?:[\w.+-]+@)?[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
    r",[12][0-9]{3}(?:-[01][0-9](?:-[0-3][0-9])?)?",
    re.ASCII,
)


def is_contact(text: str) -> bool:
    """Whether readers may be sent there: a mail or web address."""
    return _ADDRESS.fullmatch(text) is not None


def is_authority(text: str) -> bool:
    """Whether ids of feed entries can begin so."""
    return _AUTHORITY.fullmatch(text) is not None


def site_settings() -> Path:
    """The settings of the site in whose folder the command is given; a checkout's own are at hand elsewhere too.

    Raises InputError where there are none."""
    here = Path(_NAME)
    if here.is_file():
        return here.resolve()
    if CHECKOUT is None:
        remedy = "change to the folder of a site, or make one: news-digest init DIR"
        raise InputError(here.name, "there is no such file here", remedy)
    return CHECKOUT / _NAME


def check_identity(settings: Path, address: str) -> None:
    """Refuse to publish to an address that is somebody's under a name, an authority or a contact that is still that of
    the example. An address of nobody's (https://news.example.org) is a rehearsal, and takes any.

    Raises InputError, which names the setting.
    """
    if _NOBODYS.search(urlsplit(address).netloc):
        return
    given = runpy.run_path(str(settings))
    name, authority, contact = (str(given.get(key, "")) for key in ("SITENAME", "FEED_AUTHORITY", "CONTACT"))
    if name in ("", _EXAMPLE_NAME):
        raise InputError(settings.name, f"SITENAME is {name!r}", "give your site a name of its own", "SITENAME")
    if not authority or _NOBODYS.search(authority.partition(",")[0]):
        problem = f"FEED_AUTHORITY is {authority!r}, which is nobody's"
        raise InputError(settings.name, problem, "write your domain and a year: news.site.org,2026", "FEED_AUTHORITY")
    if not is_contact(contact) or _NOBODYS.search(contact):
        problem = f"CONTACT is {contact!r}, where nobody reads"
        raise InputError(settings.name, problem, "write where readers reach you: a mail or web address", "CONTACT")
