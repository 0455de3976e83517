"""Write a whole file or none of it."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from kg.errors import OutputError

_MODE = 0o666


def write_whole(path: Path | str, content: str | bytes) -> Path:
    """Put UTF-8 text or bytes into a file, making its folder where needed; `OutputError` where that cannot be.

    The content goes to a neighbour first, which then takes the file's place: who reads meanwhile, or after a
    crash, sees the old file or the new one.
    """
    path = Path(path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _cannot(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(_MODE & ~_umask())
        Path(name).replace(path)
    except OSError as error:
        with suppress(OSError):
            Path(name).unlink()
        raise _cannot(path, error) from error
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write {path}: {error.strerror or error}; give --out a folder that you may write to"
    )
