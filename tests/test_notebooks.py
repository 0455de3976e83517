"""The notebooks run from top to bottom, so what they show stays true."""

import shutil

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
QUERIES = 5


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def executed(request, built, tmp_path_factory):
    """A notebook after all its cells have run beside the graph of the seed pages."""
    folder = tmp_path_factory.mktemp("notebook")
    shutil.copytree(built, folder / "out")
    (folder / "notebooks").mkdir()
    notebook = nbformat.read(request.param, as_version=4)
    # whoever runs the tests has a kernel of another name than the one that the author had
    client = NotebookClient(notebook, timeout=120, kernel_name="python3")
    return client.execute(cwd=str(folder / "notebooks"))


def shown(cell, kind: str) -> str:
    """What a cell shows in one format."""
    return "".join(output.get("data", {}).get(kind, "") for output in cell.get("outputs", ()))


def test_every_cell_runs_and_none_complains(executed):
    """No error, and nothing on stderr."""
    outputs = [output for cell in executed.cells for output in cell.get("outputs", ())]
    assert [
        output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"
    ] == []


def test_every_query_is_answered_with_a_table(executed):
    """Each question of the notebook has at least one row."""
    asked = [cell for cell in executed.cells if cell.cell_type == "code" and cell.source.startswith("ask(")]
    assert len(asked) >= QUERIES
    assert [cell.source for cell in asked if "<td>" not in shown(cell, "text/html")] == []


def test_the_picture_holds_chinese_as_text(executed):
    """The labels are characters in the SVG, which any viewer can draw, and no boxes."""
    pictures = [picture for cell in executed.cells if (picture := shown(cell, "image/svg+xml"))]
    assert pictures
    labels = [label for picture in pictures for label in picture.split("<text")[1:]]
    assert any("\u4e00" <= character <= "\u9fff" for label in labels for character in label)


def test_the_explorer_is_shown_in_a_frame(executed):
    """kg.show gives the page itself, not a link to a file that another reader lacks."""
    assert any('<iframe srcdoc="' in shown(cell, "text/html") for cell in executed.cells)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_output(path):
    """What a cell shows is made by whoever runs it, so it cannot be out of date."""
    notebook = nbformat.read(path, as_version=4)
    assert [
        cell.source for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")
    ] == []
