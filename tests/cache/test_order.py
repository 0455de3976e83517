"""What a page says depends on the page alone: not on the pages read before it in the same process."""

import os
import subprocess
import sys

from conftest import ROOT, SEEDS

READ = """
import hashlib, sys
from kg.corpus.pages import find_pages, read_page
from kg.pipeline import understand
paths = [path for folder in sys.argv[2:] for path in find_pages([folder])]
for path in paths[:: int(sys.argv[1])]:
    page = read_page(path)
    print(page.sha256, hashlib.sha256(repr(understand(page)).encode()).hexdigest())
"""


def test_pages_read_in_another_order_say_the_same():
    """Sixty pages forwards and backwards, each time in a process that has read nothing before."""
    folders = [SEEDS, *sorted((ROOT / "tests" / "gold").glob("*/pages"))]
    told = []
    for step, seed in (("1", "1"), ("-1", "2")):
        run = subprocess.run(
            [sys.executable, "-c", READ, step, *folders],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        told.append(run.stdout.splitlines())
    assert len(told[0]) > 50
    assert told[0] == told[1][::-1]
