"""The bench runs, names every stage, and extraction keeps its distance from jieba.posseg."""

import re
import subprocess
import sys

from conftest import ROOT

FLOOR = 1.5
"""Characters a second of `kg extract`, as a multiple of jieba.posseg's in the same run."""


def test_extraction_is_faster_than_jieba_posseg():
    """In a short run the ratio is above its floor, and no stage is missing from the table."""
    command = [sys.executable, ROOT / "tests" / "bench" / "bench.py", "--quick"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ratio = float(re.search(r"kg extract .* \| ([\d.]+) \|$", told, re.MULTILINE).group(1))
    assert ratio >= FLOOR
    stages = re.findall(r"^\| ([a-z. ]+) \| -?\d+% \|", told, re.MULTILINE)
    pipeline = ["read", "recognize", "link", "namesakes", "facts", "resolve", "combine"]
    assert stages == [*pipeline, "cache", "graph.ttl", "graph.html", "the rest"]
