"""The door to jieba: what is behind it cuts as jieba does."""

from pathlib import Path

import jieba
import jieba.posseg
import pytest

from kg.corpus import plain_jieba
from kg.corpus.pages import read_page
from kg.corpus.reading import read
from kg.corpus.words import is_word, word_across, words

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_words_agree_with_jieba(path: Path):
    """At least 95 of 100 words of jieba have the same range here, and nine in ten of those the same tag."""
    text = read(read_page(path)).text.replace("\n", "")
    expected, at = {}, 0
    for word, tag in jieba.posseg.cut(text):
        expected[at, at + len(word)] = tag
        at += len(word)
    found = {(word.start, word.end): word.pos for word in words(text)}
    same = expected.keys() & found.keys()
    assert len(same) >= 0.95 * len(expected)
    assert sum(expected[span] == found[span] for span in same) >= 0.9 * len(same)


@pytest.mark.parametrize("text", ["", " ", "市长 王一，\t他\n", "A B1.5%😀“”", "。。。"])
def test_words_are_the_whole_text(text: str):
    """Nothing is left out between words, spaces neither."""
    assert "".join(word.text for word in words(text)) == text
    assert all(text[word.start : word.end] == word.text for word in words(text))


def test_jieba_can_stand_in():
    """The functions of jieba itself give what rjieba gives: words, dictionary, and cuts without guessing."""
    text = "市长在高新区调研，要求加快项目建设。"
    assert plain_jieba.tag(text) == [(word.text, word.pos) for word in words(text)]
    assert [plain_jieba.has_word(word) for word in ("创新", "新和")] == [True, False]
    assert [word for word, _, _ in plain_jieba.tokenize("加快项目建设", hmm=False)] == ["加快", "项目", "建设"]


def test_a_word_of_the_dictionary():
    assert is_word("创新")
    assert not is_word("新和")


@pytest.mark.parametrize(
    ("left", "right", "word"),
    [
        ("推动科技创", "新和产业", "创新"),
        ("力争年底竣", "工验收", "竣工"),
        ("要扩大开放", "会议强调", ""),
        ("", "新和", ""),
        ("创", "", ""),
    ],
)
def test_a_word_across_a_cut(left: str, right: str, word: str):
    """A line's end in mid-word is seen by the dictionary."""
    assert word_across(left, right) == word
