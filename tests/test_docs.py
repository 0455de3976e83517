"""What the guides say is there: commands, make targets, dependencies, folders and links."""

import re
import subprocess
import tomllib

import pytest
from conftest import ROOT

from kg.cli import COMMANDS

README = (ROOT / "README.md").read_text("utf-8")
GUIDES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CHANGELOG.md")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.mark.parametrize("command", [command.NAME for command in COMMANDS])
def test_every_command_is_shown_in_the_readme(command):
    """A command that nobody is told of does not exist."""
    assert re.search(rf"\bkg {command}\b", README)


def test_the_readme_shows_no_command_that_is_not_there():
    """Neither does one that is only promised."""
    shown = set(re.findall(r"^(?:\$ )?kg ([a-z]+)", README, re.MULTILINE)) | set(
        re.findall(r"`kg ([a-z]+)", README)
    )
    assert shown == {command.NAME for command in COMMANDS}


def test_every_make_target_that_the_readme_shows_is_explained_by_make_help():
    """`make help` and the README speak of the same targets."""
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    shown = set(re.findall(r"^make ([a-z-]+)", README, re.MULTILINE)) | set(
        re.findall(r"`make ([a-z-]+)", README)
    )
    assert shown
    assert [target for target in sorted(shown) if f"make {target} " not in told] == []


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_every_dependency_is_bounded_and_has_its_reason(requirement):
    """Each stands in the README's list with a word on why, and in pyproject.toml with both bounds."""
    name = re.match(r"[A-Za-z0-9_.-]+", requirement).group()
    assert re.search(rf"^\| `{name}` \| .{{15,}} \|$", README, re.MULTILINE)
    assert ">=" in requirement
    assert ",<" in requirement


def test_the_lock_file_has_every_dependency_and_names_no_host():
    """Exact versions only; where they come from is the user's own setting."""
    lines = [line for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines() if line[:1] != "#"]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!+-]+", line)] == []
    locked = {re.sub(r"[-_.]+", "-", line.partition("==")[0]).lower() for line in lines}
    for requirement in PROJECT["dependencies"]:
        assert re.match(r"[A-Za-z0-9_-]+", requirement).group().lower() in locked


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_links_lead_somewhere(guide):
    """A link to a file of ours leads to a file that is there."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", guide.read_text("utf-8"))
    assert [link for link in links if not (guide.parent / link).exists()] == []


def test_the_layout_in_the_readme_names_folders_that_are_there():
    """A guide that names folders which are gone is worse than none."""
    layout = README.partition("## Layout")[2]
    named = re.findall(r"^\s*([\w./-]+/|[\w.-]+\.(?:py|toml|md|lock))\s", layout, re.MULTILINE)
    assert len(named) > 8
    assert [name for name in named if not any((root / name).exists() for root in (ROOT, ROOT / "kg"))] == []
