"""Which files are pages, what is known of them, and the one-line errors of bad input."""

import hashlib
from pathlib import Path

import pytest

from kg.corpus.pages import LARGEST, find_pages, read_page
from kg.errors import InputError, ResourceError

ROOT = Path(__file__).parents[2]


def write(folder: Path, name: str, data: bytes | str = "市委书记。") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_pages_come_in_one_order(tmp_path: Path):
    """Files and folders, in any order and twice, are the same pages in the same order."""
    b, a, _ = write(tmp_path, "b.txt"), write(tmp_path, "a.md"), write(tmp_path, "pages.toml", "")
    assert find_pages([tmp_path]) == find_pages([b, str(a), tmp_path]) == [a, b]


def test_two_files_of_one_name_are_refused(tmp_path: Path):
    """The name is the page's identifier; the message names both files."""
    one, two = write(tmp_path / "1", "a.txt"), write(tmp_path / "2", "a.txt")
    with pytest.raises(InputError, match=f"{one} and {two} have the same name"):
        find_pages([one, two])


def test_a_missing_path_is_named(tmp_path: Path):
    with pytest.raises(InputError, match=r"nowhere: no such file or folder"):
        find_pages([tmp_path / "nowhere"])


def test_a_folder_without_pages_is_named(tmp_path: Path):
    write(tmp_path, "notes.pdf")
    with pytest.raises(InputError, match=r"no page in this folder"):
        find_pages([tmp_path])


def test_no_input_is_an_error():
    with pytest.raises(InputError, match="no page was given"):
        find_pages([])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n", "the file is empty"),
        ("市长".encode("gbk"), "not UTF-8 at byte 0"),
        ("市长".encode() + b"\xff", "not UTF-8 at byte 6"),
        (b"PK\x03\x04\x00", "byte 4 is NUL"),
        (b"a" * (LARGEST + 1), "too many for a page"),
    ],
    ids=["empty", "blank", "gbk", "broken", "binary", "large"],
)
def test_what_is_no_page_is_refused(tmp_path: Path, data: bytes, message: str):
    """The message says what was found and where."""
    path = write(tmp_path, "page.txt", data)
    with pytest.raises(InputError, match=message) as error:
        read_page(path)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


def test_a_page_is_its_bytes(tmp_path: Path):
    """Line ends and a byte order mark stay as they are, so that offsets are those of the file."""
    data = "\ufeff市长\r\n书记".encode()
    page = read_page(write(tmp_path, "page.txt", data))
    assert page.raw == "\ufeff市长\r\n书记"
    assert page.sha256 == hashlib.sha256(data).hexdigest()
    assert page.identifier == "page.txt"


def test_the_seeds_are_known():
    """pages.toml tells all of each seed; nothing is inferred."""
    pages = [read_page(path) for path in find_pages([ROOT / "seeds"])]
    assert [page.published for page in pages] == ["2025-03", "2020-12", "2023-02", "2022-07", "2023-06-21"]
    assert {(page.newspaper, page.place, page.inferred) for page in pages} == {
        ("太仓日报", "太仓市", frozenset())
    }


def test_what_pages_toml_does_not_tell_is_inferred(tmp_path: Path):
    """Told fields stand; the others are read from the page and marked."""
    write(tmp_path, "pages.toml", '["a.txt"]\nplace = "云溪市"\n')
    page = read_page(write(tmp_path, "a.txt", "2024年2月28日 星期三\n昆山市委书记到昆山开发区调研。"))
    assert (page.place, page.published, page.inferred) == ("云溪市", "2024-02-28", frozenset({"published"}))


@pytest.mark.parametrize(
    ("listing", "message"),
    [
        ("[", "not readable as TOML"),
        ('place = "云溪市"', "must be a table"),
        ('["a.txt"]\ncity = "云溪市"', "has 'city', but a page has only"),
        ('["a.txt"]\npublished = 2023', "must be text in quotation marks"),
        ('["a.txt"]\npublished = "2023-13"', "not a date like"),
        ('["b.txt"]\npublished = "May 2023"', "not a date like"),
    ],
)
def test_a_wrong_pages_toml_is_said_to_be(tmp_path: Path, listing: str, message: str):
    """Whatever the table, a mistake in it is not passed over."""
    write(tmp_path, "pages.toml", listing)
    with pytest.raises(ResourceError, match=message):
        read_page(write(tmp_path, "a.txt"))
