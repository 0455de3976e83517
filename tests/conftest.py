"""What several tests need: the command `kg`, and the graph of the seed pages built by it once."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
KG = Path(sys.executable).with_name("kg")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def _kg(*arguments: object, **options: object) -> "subprocess.CompletedProcess[str]":
    command = [str(KG), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


@pytest.fixture(scope="session")
def kg() -> Run:
    """Run `kg` with these arguments in a process of its own; the result has returncode, stdout and stderr."""
    return _kg


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the seed pages."""
    return SEEDS


@pytest.fixture(scope="session")
def seed_build(tmp_path_factory: pytest.TempPathFactory) -> "tuple[Path, subprocess.CompletedProcess[str]]":
    """The folder that `kg build seeds` filled, and how that run ended."""
    out = tmp_path_factory.mktemp("seeds") / "out"
    return out, _kg("build", SEEDS, "--out", out)


@pytest.fixture(scope="session")
def built(seed_build: "tuple[Path, subprocess.CompletedProcess[str]]") -> Path:
    """The folder with graph.ttl, graph.html and report.json of the seed pages."""
    out, run = seed_build
    assert run.returncode == 0, run.stderr
    return out
