import pytest

from kg.errors import OutputError
from kg.publish.delivery import delivery


def test_files_arrive_together_and_others_stay(tmp_path):
    """What is written aside is in the folder afterwards; a file of another name is left alone."""
    out = tmp_path / "a" / "b"
    out.mkdir(parents=True)
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    with delivery(out) as aside:
        (aside / "graph.ttl").write_text("new", encoding="utf-8")
        assert not (out / "graph.ttl").exists()
    assert sorted(p.name for p in out.iterdir()) == ["graph.ttl", "mine.txt"]


def test_nothing_arrives_when_the_work_fails(tmp_path):
    """An error while writing leaves the old files, no half of the new, and no new folder."""

    def half_the_work():
        with delivery(tmp_path / "a" / "b") as aside:
            (aside / "graph.ttl").write_text("new", encoding="utf-8")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        half_the_work()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_below_a_file_is_refused_before_the_work(tmp_path):
    """The user need not wait for a build to learn that --out is wrong."""
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="file is not a folder"), delivery(tmp_path / "file" / "out"):
        pytest.fail("the work must not begin")
