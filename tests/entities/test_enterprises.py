"""Text → enterprises."""

from __future__ import annotations

import pytest

CASES = {
    "位于环科园的联晟建设产业发展有限公司开工。": ["联晟建设产业发展有限公司"],
    "苏州为远生物技术有限公司致辞。": ["苏州为远生物技术有限公司"],
    "该公司、上市公司和民营企业参加。": [],
    "苏州恒远生物科技有限公司奠基，恒远生物董事长刘照致辞。": ["苏州恒远生物科技有限公司"],
    "推动中化学建筑工程有限公司成为央企。": ["中化学建筑工程有限公司"],
    "海苗生物创新产品荣获金奖。": ["海苗生物"],
    "生物产业、电子信息和新材料发展迅速。": [],
}


@pytest.mark.parametrize("text", CASES)
def test_enterprises(text: str, understand) -> None:
    """Full names begin where they begin; groups and trades are no firms."""
    assert understand(text).names("Enterprise") == CASES[text]
