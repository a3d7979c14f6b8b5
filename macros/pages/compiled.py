"""Templates compiled once, and kept for whoever asks for them next."""

from __future__ import annotations

import marshal
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from ..shared.remembered import MEMORY


class CompiledOnce(BytecodeCache):
    """Templates compiled for one environment, kept for the next one with the same settings: for the other language, for the
    next build while serving, and for the next process. A changed template has another checksum, so it is compiled anew."""

    def __init__(self, settings: str) -> None:
        """
        Args:
            settings: which environment it is.
        """
        self._settings = settings
        self._code: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if it is still that of the template's source."""
        kept = self._code.get(bucket.key)
        if kept and kept[0] == bucket.checksum:
            bucket.code = kept[1]
        else:
            found = MEMORY.known(*self._source(bucket))
            bucket.code = marshal.loads(found) if found else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's code."""
        if bucket.code is not None:
            self._code[bucket.key] = bucket.checksum, bucket.code
            MEMORY.keep(marshal.dumps(bucket.code), *self._source(bucket))

    def _source(self, bucket: Bucket) -> tuple[str, ...]:
        return self._settings, *sorted(bucket.environment.extensions), bucket.key, bucket.checksum
