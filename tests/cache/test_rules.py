"""The version of the rules changes with all that extraction depends on, and with nothing else."""

import shutil
import subprocess
import sys
import time

import pytest
from conftest import ROOT, SEEDS

from kg.cache import rules
from kg.cache.rules import LIBRARIES, PARTS, version

LATER = 2**63


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A copy of the package, to be changed."""
    folder = tmp_path_factory.mktemp("copy") / "kg"
    shutil.copytree(ROOT / "kg", folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


RULES = (
    "corpus/reading.py",
    "entities/parks.py",
    "facts/posts.py",
    "resources/offices.txt",
    "resources/facts_units.toml",
    "resources/divisions.py",
    "cache/entry.py",
    "model.py",
    "pipeline.py",
)


@pytest.mark.parametrize("name", RULES)
def test_a_change_in_rules_words_or_model_is_another_version(package, name):
    """One character more, and back again."""
    before = version(package, LATER)
    content = (package / name).read_bytes()
    (package / name).write_bytes(content + b"\n")
    assert version(package, LATER) not in ("", before)
    (package / name).write_bytes(content)
    assert version(package, LATER) == before


def test_a_rule_that_comes_or_moves_is_another_version(package):
    """A new file counts, and so does the name of each."""
    before = version(package, LATER)
    (package / "facts" / "new.py").write_bytes(b"")
    new = version(package, LATER)
    (package / "facts" / "new.py").rename(package / "facts" / "newer.py")
    newer = version(package, LATER)
    (package / "facts" / "newer.py").unlink()
    assert len({before, new, newer}) == 3
    assert version(package, LATER) == before


@pytest.mark.parametrize(
    "name", ["publish/turtle.py", "graph/combine.py", "facts/__pycache__/posts.pyc", "cli.py"]
)
def test_what_comes_after_extraction_makes_no_other_version(package, name):
    """Combining and writing are done in every build anyway."""
    before = version(package, LATER)
    (package / name).parent.mkdir(exist_ok=True)
    with (package / name).open("ab") as file:
        file.write(b"\n")
    assert version(package, LATER) == before


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_release_of_a_library_is_another_version(package, library, monkeypatch):
    """Words, script and administrative divisions come from libraries."""
    before = version(package, LATER)
    release = rules.release
    monkeypatch.setattr(rules, "release", lambda name: "99" if name == library else release(name))
    assert version(package, LATER) != before


def test_rules_that_changed_after_the_process_began_have_no_version(package):
    """As in a notebook beside which somebody edits a rule: the old one runs and the new one is on the disk."""
    began = time.time_ns()
    time.sleep(0.05)  # file systems know the time less exactly
    assert version(package, began) != ""
    (package / "facts" / "posts.py").touch()
    assert version(package, began) == ""


def test_a_package_without_files_has_no_version(tmp_path):
    """One that is run from an archive keeps nothing."""
    assert version(tmp_path, LATER) == ""
    assert version(tmp_path / "archive.zip" / "kg", LATER) == ""


def test_the_version_is_quickly_told():
    """The best of three takes less than 50 ms of a build."""
    times = []
    for _ in range(3):
        start = time.process_time()
        version()
        times.append(time.process_time() - start)
    assert min(times) < 0.05


IMPORTS = """
import sys
import kg.corpus.pages, kg.corpus.reading, kg.entities.link, kg.entities.recognize
import kg.facts.extract, kg.facts.namesakes, kg.facts.officials
from kg.corpus.pages import find_pages, read_page
from kg.entities.recognize import recognize
for path in find_pages(sys.argv[1:]):
    reading = kg.corpus.reading.read(read_page(path))
    kg.facts.extract.extract(reading, kg.entities.link.link(reading, recognize(reading)))
print("\\n".join(sys.modules))
"""


def test_everything_that_extraction_loads_is_in_the_version():
    """Modules of ours lie in its parts, packages of others are among its libraries."""
    command = [sys.executable, "-c", IMPORTS, SEEDS]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    ours = {name.split(".")[1] for name in loaded if name.startswith("kg.")}
    assert ours <= {part.removesuffix(".py") for part in PARTS}
    tops = {name.partition(".")[0] for name in loaded} - set(sys.stdlib_module_names) - {"kg", "__main__"}
    packages = {"ahocorasick": "pyahocorasick"}
    others = {name for name in tops if not name.startswith(("_", "sitecustomize", "distutils"))}
    assert {packages.get(name, name) for name in others} <= set(LIBRARIES)
