"""In whose office somebody speaks, where only the sentence or the article tells."""

import pytest

from kg.model import Kind, Page, Tenure
from kg.pipeline import understand

HOME = "赣州市"


def seats(text: str, name: str) -> set[str]:
    """The labels of the organisations in which a person of a page holds an office."""
    known = understand(Page("page.txt", text, "0", place=HOME, published="2019-11-09"))
    labels = {entity.id: entity.label for entity in known.entities}
    people = {e.id for e in known.entities if e.kind is Kind.PERSON and e.label == name}
    return {labels[f.organization] for f in known.facts if isinstance(f, Tenure) and f.person in people}


@pytest.mark.parametrize(
    ("text", "name", "bodies"),
    [
        pytest.param(
            "信丰县在深圳举行推介会。\n\n本报讯 11月8日，于都县人民医院新院区启用。新院区总投资4.2亿元。副县长、县卫健委主任钟晓燕致辞。",
            "钟晓燕",
            {"于都县人民政府", "于都县卫健委"},
            id="the county of the hospital that the article is about",
        ),
        pytest.param(
            "本报讯 赣州云岭新材料有限公司的二期开工，云岭新材料董事长李国平致辞，云岭新材料正在扩产。"
            "赣州金穗农业开发有限公司的葡萄刚采完，总经理曾绍文正忙着调车。",
            "曾绍文",
            {"赣州金穗农业开发有限公司"},
            id="the firm that the sentence opens with",
        ),
    ],
)
def test_whose_office_it_is(text: str, name: str, bodies: set[str]):
    assert seats(text, name) == bodies
