"""What `kg build` leaves behind: readable by everybody, and with nothing of the machine that made it."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from conftest import ROOT

OUTPUTS = ("graph.ttl", "graph.html", "report.json")


def test_three_readers_agree_on_the_number_of_triples(built):
    """pyoxigraph, rdflib and raptor read graph.ttl alike."""
    graph = built / "graph.ttl"
    count = len(set(pyoxigraph.parse(path=str(graph), format=pyoxigraph.RdfFormat.TURTLE)))
    assert count > 1000
    assert len(rdflib.Graph().parse(graph, format="turtle")) == count
    if shutil.which("rapper") is None:
        pytest.skip("rapper is not installed (Debian: raptor2-utils); the other two agree")
    told = subprocess.run(
        ["rapper", "-c", "-i", "turtle", graph], capture_output=True, text=True, check=True
    ).stderr
    assert f"Parsing returned {count} triples" in told
    assert "Warning" not in told


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_names_no_path_of_this_machine(built, name):
    """Neither where the pages lie, nor where the program, nor the home folder, nor the output folder."""
    text = (built / name).read_text("utf-8")
    for place in (ROOT, built, Path.home(), "/tmp/", "site-packages", "file://"):  # noqa: S108 — looked for, not used
        assert str(place) not in text, place


def test_the_graph_names_only_hosts_of_vocabularies(built):
    """IRIs are under the base or a public vocabulary; the program's licence has one too."""
    hosts = set(re.findall(r"https?://([^/\s\">]+)", (built / "graph.ttl").read_text("utf-8")))
    assert hosts <= {
        "w3id.org",
        "www.w3.org",
        "schema.org",
        "purl.org",
        "xmlns.com",
        "rdfs.org",
        "www.apache.org",
    }


def test_the_report_tells_counts_and_what_could_not_be_placed(built):
    """Every seed page is listed, and the counts are not empty."""
    report = json.loads((built / "report.json").read_text("utf-8"))
    assert [page["page"] for page in report["pages"]] == sorted(
        path.name for path in (ROOT / "seeds").glob("*.txt")
    )
    assert report["failed"] == []
    assert [what for what, count in report["counts"].items() if not count and what != "industries"] == []
    assert sum(report["unplaced_counts"].values()) == len(report["unplaced"])


def test_a_build_with_another_base_differs_in_nothing_else(kg, built, seeds, tmp_path):
    """--base changes the front of IRIs and leaves the number of statements."""
    run = kg("build", seeds, "--out", tmp_path, "--base", "https://example.org/graph#")
    assert run.returncode == 0, run.stderr
    other = rdflib.Graph().parse(tmp_path / "graph.ttl", format="turtle")
    assert len(other) == len(rdflib.Graph().parse(built / "graph.ttl", format="turtle"))
    assert "https://w3id.org/fangzhi/id/" not in (tmp_path / "graph.ttl").read_text("utf-8")
