"""One name on one page: one person, or two whom their own words tell apart."""

import pytest

from kg.model import Kind, Page
from kg.pipeline import understand

NAME = "陈建华"


def persons(text: str) -> dict[str, int]:
    """The ids of the persons of that name, with how often each is mentioned."""
    known = understand(Page("page.txt", text, "0", place="如皋市", published="2020-06-01"))
    return {e.id: len(e.mentions) for e in known.entities if e.kind is Kind.PERSON and e.label == NAME}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            f"本报讯 副市长{NAME}宣布开工。一期总投资3亿元。如皋云岭电子有限公司董事长{NAME}介绍，年底投产。{NAME}说，设备已订好。",
            [1, 2],
            id="official and head of a firm",
        ),
        pytest.param(
            f"本报讯 市水务局局长{NAME}到会。种粮大户{NAME}说，今年收成好。市水务局局长{NAME}还察看了泵站。",
            [1, 2],
            id="official and farmer",
        ),
        pytest.param(
            f"本报讯 会议决定任命：{NAME}（女）为如皋市司法局局长；{NAME}为如皋市水务局局长。", [1, 1], id="woman and man in one list"
        ),
        pytest.param(
            f"本报讯 市工商联副主席、如皋云岭电子有限公司董事长{NAME}发言。{NAME}说，要扩产。", [2], id="both posts told of one"
        ),
        pytest.param(
            f"本报讯 副市长{NAME}讲话。原如皋云岭电子有限公司董事长{NAME}当选。", [2], id="a former post speaks against nothing"
        ),
        pytest.param(
            f"本报讯 副市长{NAME}讲话。如皋市城投集团董事长{NAME}汇报。", [2], id="head of the city's own firm"
        ),
        pytest.param(f"本报讯 会议任命：{NAME}（女）为如皋市司法局局长。{NAME}说，要依法办事。", [2], id="a woman named again"),
    ],
)
def test_what_the_words_beside_a_name_tell(text: str, mentions: list[int]):
    assert sorted(persons(text).values()) == mentions
    assert f"person-{NAME}" in persons(text)
