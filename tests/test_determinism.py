"""Same input, same bytes: whatever the hash seed, the working directory and the order of the pages."""

import os

OUTPUTS = ("graph.ttl", "graph.html", "report.json")


def test_two_builds_are_byte_identical(kg, built, seeds, tmp_path):
    """Another hash seed, another working directory and the pages in another order give the same three files."""
    pages = sorted(seeds.glob("*.txt"), reverse=True)
    run = kg("build", *pages, "--out", "again", cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": "4711"})
    assert run.returncode == 0, run.stderr
    for name in OUTPUTS:
        assert (tmp_path / "again" / name).read_bytes() == (built / name).read_bytes(), name


def test_a_graph_is_the_same_in_another_language_and_time_zone(kg, built, seeds, tmp_path):
    """Neither the locale nor the clock's zone gets into an output."""
    surroundings = {**os.environ, "LC_ALL": "C", "TZ": "Asia/Shanghai", "HOME": str(tmp_path)}
    run = kg("build", seeds, "--out", tmp_path / "out", env=surroundings)
    assert run.returncode == 0, run.stderr
    for name in OUTPUTS:
        assert (tmp_path / "out" / name).read_bytes() == (built / name).read_bytes(), name
