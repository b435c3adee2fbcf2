"""Templates as Python, compiled once for many runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.fingerprint import fingerprint, program

if TYPE_CHECKING:
    from generator.keeper import Keeper


class Compiled(BytecodeCache):
    """What Jinja made of the source of a template: 19 of them take a third of a CPU second, as long as the pages that
    a build without a change makes of them."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was made of this source before, if anything was."""
        found = self._keeper.get(_key(bucket))
        if isinstance(found, bytes):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made of it."""
        self._keeper.put(_key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> str:
    """Of what a template was made: program, source, and all of its surroundings that decides what code it becomes."""
    env = bucket.environment
    how = (env.autoescape, env.trim_blocks, env.lstrip_blocks, env.keep_trailing_newline, env.optimized, env.sandboxed)
    return f"template:{fingerprint(program(), bucket.key, bucket.checksum, how, sorted(env.extensions))}"
