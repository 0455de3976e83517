"""The version of the rules: a digest over everything that a page's knowledge depends on besides the page."""

from __future__ import annotations

import hashlib
import sys
import time
import unicodedata
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as release
from pathlib import Path

PARTS = ("cache", "corpus", "entities", "facts", "resources", "errors.py", "model.py", "pipeline.py")
"""What extraction is made of, code and data, and the form in which its results are kept."""
LIBRARIES = ("cpca", "jieba", "opencc", "pyahocorasick", "rjieba")
"""Packages that decide what is read on a page."""
BEGAN = time.time_ns()


def version(root: Path = Path(__file__).parents[1], began: int = BEGAN) -> str:
    """The version of the rules that this process runs; "" where it cannot be told.

    It cannot where no files are at hand (a package run from an archive), and where one of them changed after
    the process had begun: then what is on the disk is not what was loaded, as when rules are edited beside a notebook.
    """
    files = sorted(_files(root))
    digest = hashlib.sha256("\n".join(_surroundings()).encode())
    try:
        # the time of the last change of the inode: unlike that of the content, nobody sets it back
        if not files or any(path.stat().st_ctime_ns > began for path in files):
            return ""
        for path in files:
            content = path.read_bytes()
            digest.update(f"\n{path.relative_to(root).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    except OSError:
        return ""
    return digest.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    for part in PARTS:
        path = root / part
        for file in path.rglob("*") if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                yield file


def _surroundings() -> Iterator[str]:
    """Python with its tables of characters, and the libraries, each with its release."""
    yield f"{sys.implementation.name} {sys.version}"
    yield f"unicode {unicodedata.unidata_version}"
    for library in LIBRARIES:
        try:
            yield f"{library} {release(library)}"
        except PackageNotFoundError:
            yield f"{library} is not there"
