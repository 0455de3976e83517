"""`pip install .` gives a `kg` that works anywhere, without the checkout and without the network."""

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from conftest import ROOT, SEEDS

NO_NETWORK = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The `bin` folder of a virtual environment that holds a wheel of ours, installed as a user would."""
    folder = tmp_path_factory.mktemp("install")
    source = folder / "source"
    shutil.copytree(
        ROOT, source, ignore=shutil.ignore_patterns(".venv", ".git", "out", "build", "__pycache__", ".*cache")
    )
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    binaries = folder / "venv" / "bin"
    pip = [binaries / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", ROOT / "requirements.lock"], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", source], check=True)
    shutil.rmtree(source)
    return binaries


@pytest.mark.slow
def test_an_installed_kg_builds_the_same_graph_and_validates_it(installed, built, tmp_path):
    """From another directory, offline, its three files equal those of the checkout, and they are valid."""
    surroundings = {**{k: v for k, v in os.environ.items() if k != "PYTHONPATH"}, **NO_NETWORK}
    run = partial(subprocess.run, cwd=tmp_path, env=surroundings, check=True)
    run([installed / "kg", "build", SEEDS, "--out", "out"])
    for name in ("graph.ttl", "graph.html", "report.json"):
        assert (tmp_path / "out" / name).read_bytes() == (built / name).read_bytes(), name
    run([installed / "kg", "validate", "out/graph.ttl"])


@pytest.mark.slow
def test_the_installed_package_is_complete(installed, tmp_path):
    """Everything git has of kg/, and the ontology, is in the installed package."""
    where = [installed / "python", "-c", "import kg; print(kg.__path__[0])"]
    package = Path(
        subprocess.run(where, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.strip()
    )
    assert package.is_relative_to(installed.parent)
    expected = {str(p.relative_to(ROOT / "kg")) for p in (ROOT / "kg").rglob("*") if p.is_file()}
    expected |= {f"ontology/{p.name}" for p in (ROOT / "ontology").iterdir()}
    there = {str(p.relative_to(package)) for p in package.rglob("*") if p.is_file()}
    assert {name for name in expected - there if "__pycache__" not in name} == set()
