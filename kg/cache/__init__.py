"""What was extracted from the pages of the last build, so that the next one extracts only what is new or changed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

from kg.cache import rules
from kg.cache.entry import decode, encode
from kg.cache.trust import is_sound
from kg.model import Knowledge, Page
from kg.publish.files import write_whole

FOLDER = ".cache"
"""Its name inside --out; it may be deleted at any time."""
LARGEST = 300_000_000
"""Bytes of an entry, which has some five times those of its page; a page has 20 MB at most."""
OURS = re.compile(r"\.?[0-9a-f]{64}\.json.*")
"""Entries, and what a build that was killed left of one."""


class Cache:
    """A folder with a file for each page of the last build.

    A file is found by the digest of the page, of all that is told of it and of the rules, so a change in any of
    them is a page not seen before. What is damaged or does not fit the page counts as not there: the page is
    extracted again. `anew` and `kept` count the pages of this build.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self.anew = self.kept = 0
        self._rules = rules.version()
        self._new: dict[str, bytes] = {}
        self._found: set[str] = set()

    def knowledge(self, page: Page, extract: Callable[[Page], Knowledge]) -> Knowledge:
        """What a page says: as kept, else extracted, to be written by `save`."""
        key = self._key(page)
        known = self._read(key, page)
        if known is not None:
            self.kept += 1
            self._found.add(key)
            return known
        self.anew += 1
        known = extract(page)
        self._keep(key, page, known)
        return known

    def save(self) -> None:
        """Write what was extracted, and remove the files of pages that were not asked for.

        Nothing is written where the rules' files changed meanwhile. `OutputError` where the folder cannot be written.
        """
        if not self._rules or rules.version() != self._rules:
            return
        for key, data in self._new.items():
            write_whole(self._file(key), data)
        stays = {self._file(key) for key in (*self._new, *self._found)}
        # another build may do the same at this moment; whoever loses a file that way extracts the page again
        with suppress(OSError):
            for path in self.folder.iterdir():
                if OURS.fullmatch(path.name) and path not in stays:
                    path.unlink(missing_ok=True)

    def _key(self, page: Page) -> str:
        told = {field.name: getattr(page, field.name) for field in fields(page)}
        content = json.dumps([self._rules, told], sort_keys=True, default=sorted)
        return hashlib.sha256(content.encode()).hexdigest()

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.json"

    def _read(self, key: str, page: Page) -> Knowledge | None:
        path = self._file(key)
        try:
            # a pipe or a device would be read for ever
            if not self._rules or not path.is_file() or path.stat().st_size > LARGEST:
                return None
            data = path.read_bytes()
        except OSError:
            return None
        return _sound(key, data, page)

    def _keep(self, key: str, page: Page, known: Knowledge) -> None:
        """Keep only what comes back exactly: 10 for 10.0 would be equal and yet make other bytes."""
        if not self._rules:
            return
        with suppress(ValueError):
            data = encode(key, known)
            if repr(_sound(key, data, page)) == repr(known):
                self._new[key] = data


def _sound(key: str, data: bytes, page: Page) -> Knowledge | None:
    known = decode(key, data)
    return known if known is not None and is_sound(known, page) else None
