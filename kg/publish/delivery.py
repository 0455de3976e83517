"""Files that appear all together or not at all: they are written aside and moved into place when complete."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EISDIR
from pathlib import Path

from kg.errors import OutputError


@contextmanager
def delivery(out: Path) -> Iterator[Path]:
    """Yield a folder to write into; when the block ends well, its files replace those of the same name in `out`.

    `out` is made if need be. Whatever goes wrong, `out` stays as it was, and nothing else is left behind.
    `OutputError` at once, before any work is done, where `out` cannot be written to.
    """
    ground = _ground(out)
    try:
        aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=ground))
    except OSError as error:
        raise OutputError(f"cannot write to {out}: {_reason(error)}; choose another --out") from error
    try:
        yield aside
        _move(aside, out)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _ground(out: Path) -> Path:
    """The folder to write aside in: `out`, or the nearest folder above it that exists, on the same file system."""
    for place in (out, *out.absolute().parents):
        if place.is_dir():
            return place
        if place.exists() or place.is_symlink():
            raise OutputError(f"cannot write to {out}: {place} is not a folder; choose another --out")
    raise OutputError(f"cannot write to {out}: no such place; choose another --out")


def _move(aside: Path, out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        made = sorted(aside.iterdir())
        # before the first is moved: a folder cannot be replaced by a file
        for file in made:
            if (out / file.name).is_dir():
                raise IsADirectoryError(EISDIR, f"{file.name} is a folder")
        for file in made:
            file.replace(out / file.name)
    except OSError as error:
        raise OutputError(f"cannot write to {out}: {_reason(error)}; choose another --out") from error


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
