"""Who publishes a site: the settings that an adopter has to make his or her own before the first publication."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from generator.errors import InputError

_EXAMPLE_NAME: Final = "The Collation"
# Names that are nobody's (RFC 2606), and this machine.
_NOBODYS: Final = re.compile(
    r"(?:^|[.@])(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?::\d+|,\d+.*)?$|^127\.|^\[?::1"
)
_ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s.]+\.[^@\s]+|https?://\S+")


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
    if not _ADDRESS.fullmatch(contact) or _NOBODYS.search(contact):
        problem = f"CONTACT is {contact!r}, where nobody reads"
        raise InputError(settings.name, problem, "write where readers reach you: a mail or web address", "CONTACT")
