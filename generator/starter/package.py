"""The program as a wheel, for a site that installs it from its own folder and asks nobody where to find it."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.bundled import CHECKOUT
from generator.errors import InputError

_NAME: Final = "news-digest"
_LONG_AGO: Final = "315532800"  # 1980, before which no archive can date a file: the same program, the same bytes
# What an installer writes beside what it unpacks.
_INSTALLERS: Final = frozenset({"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"})
_SOURCES: Final = (
    "pyproject.toml",
    "setup.py",
    "MANIFEST.in",
    "README.md",
    "LICENSE",
    "publishconf.py",
    "content/pages",
)


def write_wheel(folder: Path) -> Path:
    """Write the running program into a folder as a wheel: of a checkout it is built, of an installed package packed
    again. Raises InputError where that cannot be done."""
    if CHECKOUT is not None:
        return _build(CHECKOUT, folder)
    try:
        return _pack(distribution(_NAME), folder)
    except PackageNotFoundError:
        remedy = "install its wheel with pip"
        raise InputError(_NAME, "the package is not installed as pip installs it", remedy) from None


def _build(checkout: Path, folder: Path) -> Path:
    """Built from a copy: setuptools leaves folders of its own where it works, and believes what it finds there."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for source in (checkout / one for one in (*_SOURCES, "generator", "theme")):
            _copy(source, copy / source.relative_to(checkout))
        for pins in checkout.glob("requirements*.txt"):
            _copy(pins, copy / pins.name)
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "wheel", "--no-deps"]
        command += ["--no-build-isolation", "--wheel-dir", str(folder), str(copy)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": _LONG_AGO}
        run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if run.returncode:
        problem = next((line.strip() for line in run.stderr.splitlines() if "Error: " in line), "pip failed")
        raise InputError("the wheel of the program", problem, "run it by the Python of make: .venv/bin/python")
    return next(folder.glob("*.whl"))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copyfile(source, target)


def _pack(installed: Distribution, folder: Path) -> Path:
    """A wheel (PEP 427) of the files that an installed package lists."""
    path = folder / f"{_NAME.replace('-', '_')}-{installed.version}-py3-none-any.whl"
    record = io.StringIO()
    rows = csv.writer(record, lineterminator="\n")
    with ZipFile(path, "w", ZIP_DEFLATED) as wheel:
        for name, data in _files(installed):
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            rows.writerow((name, f"sha256={digest}", len(data)))
            wheel.writestr(_entry(name), data)
        name = f"{_NAME.replace('-', '_')}-{installed.version}.dist-info/RECORD"
        rows.writerow((name, "", ""))
        wheel.writestr(_entry(name), record.getvalue())
    return path


def _files(installed: Distribution) -> Iterator[tuple[str, bytes]]:
    for file in sorted(installed.files or (), key=str):
        place = PurePosixPath(file)
        in_info = place.parts[0].endswith(".dist-info")
        if place.parts[0] == ".." or place.suffix == ".pyc" or (in_info and place.name in _INSTALLERS):
            continue
        yield place.as_posix(), Path(str(installed.locate_file(file))).read_bytes()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)  # whose time is 1980, whatever the clock says
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
