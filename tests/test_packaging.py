"""What is declared is what is used: dependencies, versions, the order of the packages."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

import kg

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MODULES = sorted((ROOT / "kg").rglob("*.py"))
NAMES = {"ahocorasick": "pyahocorasick"}
"""Modules whose package has another name."""
READ_AS_DATA = {"cpca"}
"""Packages whose data is read and whose code is not run."""
ORDER = ("corpus", "entities", "facts", "graph", "publish")
FREE = {"model", "errors", "resources", "lazy", "__version__"}


def imported(path: Path) -> set[str]:
    """Full names of the modules that a file imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return found


def test_every_package_that_is_imported_is_declared_and_no_other():
    """The dependencies are exactly what kg imports."""
    tops = {name.partition(".")[0] for path in MODULES for name in imported(path)}
    used = {NAMES.get(top, top) for top in tops - set(sys.stdlib_module_names) - {"kg"}} | READ_AS_DATA
    assert used == {
        re.match(r"[A-Za-z0-9_-]+", requirement).group() for requirement in PROJECT["dependencies"]
    }


def test_every_package_that_the_tests_import_is_declared():
    """A fresh environment has what the tests need; nothing is skipped for want of a package."""
    files = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "tests").rglob("conftest.py")]
    tops = {name.partition(".")[0] for path in files for name in imported(path)}
    ours = (
        {path.stem for path in files} | {path.name for path in (ROOT / "tests").iterdir()} | {"kg", "tests"}
    )
    extras = [one for extra in PROJECT["optional-dependencies"].values() for one in extra]
    declared = {
        re.match(r"[A-Za-z0-9_-]+", one).group().replace("-", "_")
        for one in [*PROJECT["dependencies"], *extras]
    }
    brought_along = {"nbformat", "PIL"}  # by nbclient and by matplotlib
    assert tops - set(sys.stdlib_module_names) - ours - declared - brought_along == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_stage_imports_only_what_stands_before_it(path):
    """Data flows in alphabetical order, and so do imports; nobody imports the command line."""
    package = path.relative_to(ROOT / "kg").parts[0]
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("kg.")}
    if package in ORDER:
        assert ours <= {*FREE, *ORDER[: ORDER.index(package) + 1]}
    elif package in ("model.py", "errors.py", "lazy.py"):
        assert ours == set()
    assert "cli" not in ours or package == "cli.py"


def test_the_version_is_told_once_everywhere():
    """pyproject.toml, kg.__version__ and the changelog agree."""
    assert kg.__version__ == PROJECT["version"]
    assert f"## {kg.__version__} " in (ROOT / "CHANGELOG.md").read_text("utf-8")
