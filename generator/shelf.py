"""What builds made, kept by what it was made of: a folder that may be deleted at any time, and that is never believed
blindly. Losing an item costs time and nothing else.

The items are pickled, as the compiled Python beside every module is marshalled: whoever may write to this folder may
write to the program.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import sqlite3
import tempfile
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

FILE: Final = "shelf.sqlite"
MOST_BYTES: Final = 1_000_000_000  # 100 KB for a story of five captures, half of it what was read: 10,000 of them
_LEFT: Final = 0.8  # of that stays when it is exceeded, the items that were used last
_CHECK: Final = 16  # bytes of the hash by which an item is known to be whole
_WAIT: Final = 10.0  # seconds for another build that writes to the same shelf
_TOGETHER: Final = 50  # items that are written at once: a kill loses no more
_DAY: Final = 86_400
_OWN: Final = "key LIKE 'seen:%' OR key LIKE 'site:%'"  # tells of files of one machine
_TAKE: Final = f"INSERT OR IGNORE INTO item SELECT * FROM other.item WHERE NOT ({_OWN})"
_EFFORT: Final = 1  # of compression: a fifth of the bytes in 2 ms an item


class Shelf:
    """Values by their keys. Several processes may use one, a forked one its parent's too. What cannot be read or
    written is as if it had never been there."""

    def __init__(self, folder: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        """``folder`` is made where it is missing; without one everything is gone at the end."""
        self._temporary = Path(tempfile.mkdtemp(prefix="news-digest-")) if folder is None else None
        self.folder: Path = folder or self._temporary or Path()
        self._most_bytes = most_bytes
        self._connections: dict[int, sqlite3.Connection | None] = {}  # by process; that of a parent is left alone
        self._waiting: dict[str, bytes] = {}
        self._used: set[str] = set()
        self._new: list[str] = []
        self._today = int(time.time()) // _DAY

    @property
    def lasts(self) -> bool:
        """Whether what is kept outlasts this build."""
        return self._temporary is None

    def get(self, key: str) -> Any:
        """The value of a key, None where there is none."""
        try:
            data, used = self._read(key)
            if data is None or hashlib.blake2b(data[_CHECK:], digest_size=_CHECK).digest() != data[:_CHECK]:
                return None
            value = pickle.loads(zlib.decompress(data[_CHECK:]))
        except Exception:  # an item of another release may hold whatever this one cannot read
            return None
        if used != self._today:
            self._used.add(key)
        return value

    def put(self, key: str, value: Any) -> None:
        """Keep a value that may be pickled."""
        data = zlib.compress(pickle.dumps(value, protocol=5), _EFFORT)
        self._waiting[key] = hashlib.blake2b(data, digest_size=_CHECK).digest() + data
        self._new.append(key)
        if len(self._waiting) >= _TOGETHER:
            self.save()

    def take(self, other: Path) -> int:
        """Take what another shelf's folder has and this one has not, say one that another machine made; returns how
        many items. Raises FileNotFoundError where there is no shelf, and sqlite3.Error for what is none."""
        if not (other / FILE).is_file():
            raise FileNotFoundError(other / FILE)
        self.save()
        connection = self._connection()
        if connection is None:
            return 0
        connection.execute("ATTACH DATABASE ? AS other", (str(other / FILE),))
        try:
            with connection:
                return connection.execute(_TAKE).rowcount
        finally:
            connection.execute("DETACH DATABASE other")

    def forget(self) -> None:
        """Let all go that was put here."""
        self._waiting.clear()
        with suppress(sqlite3.Error, OSError):
            connection = self._connection()
            if connection is not None:
                with connection:
                    connection.executemany("DELETE FROM item WHERE key = ?", [(key,) for key in self._new])

    def save(self) -> None:
        """Write what waits, so that other processes see it."""
        waiting = [(key, data, self._today) for key, data in self._waiting.items()]
        used = [(self._today, key) for key in self._used]
        self._waiting.clear()
        self._used.clear()
        if not waiting and not used:
            return
        with suppress(sqlite3.Error, OSError):
            connection = self._connection()
            if connection is not None:
                with connection:
                    connection.executemany("INSERT OR REPLACE INTO item VALUES (?, ?, ?)", waiting)
                    connection.executemany("UPDATE item SET used = ? WHERE key = ?", used)

    def close(self) -> None:
        """Write what waits, and let what was used least go where the shelf is full."""
        self.save()
        connection = self._connections.pop(os.getpid(), None)
        if connection is not None:
            with suppress(sqlite3.Error, OSError):
                self._make_room(connection)
            with suppress(sqlite3.Error):
                connection.close()
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)

    def _read(self, key: str) -> tuple[bytes | None, int]:
        if key in self._waiting:
            return self._waiting[key], self._today
        connection = self._connection()
        if connection is None:
            return None, self._today
        found = connection.execute("SELECT data, used FROM item WHERE key = ?", (key,)).fetchone()
        return found or (None, self._today)

    def _connection(self) -> sqlite3.Connection | None:
        own = os.getpid()
        if own not in self._connections:
            self._connections[own] = self._open()
        return self._connections[own]

    def _open(self, anew: bool = False) -> sqlite3.Connection | None:
        """A connection to the file, to a new one in the place of one that is none; None where it cannot be had."""
        path = self.folder / FILE
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if anew:
                for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
                    (self.folder / name).unlink(missing_ok=True)
            connection = sqlite3.connect(path, timeout=_WAIT)
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("CREATE TABLE IF NOT EXISTS item (key TEXT PRIMARY KEY, data BLOB, used INTEGER)")
            return connection
        except sqlite3.OperationalError:  # locked, or on a file system that it cannot use: it may be whole
            return None
        except sqlite3.DatabaseError:  # it is no database
            return None if anew else self._open(anew=True)
        except (sqlite3.Error, OSError):
            return None

    def _make_room(self, connection: sqlite3.Connection) -> None:
        size = "SELECT COALESCE(SUM(LENGTH(data)), 0) FROM item"
        pages = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        if connection.execute(pages).fetchone()[0] <= self._most_bytes:
            return
        excess = connection.execute(size).fetchone()[0] - int(_LEFT * self._most_bytes)
        with connection:
            for rowid, length in connection.execute(
                "SELECT rowid, LENGTH(data) FROM item ORDER BY used, rowid"
            ).fetchall():
                if excess <= 0:
                    break
                connection.execute("DELETE FROM item WHERE rowid = ?", (rowid,))
                excess -= length
        connection.executescript("PRAGMA incremental_vacuum")  # execute would take a single step of it
