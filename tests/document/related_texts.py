"""The words of the invented client in related.py, in two languages beside each other."""

from __future__ import annotations

from typing import Any, NamedTuple


class Both(NamedTuple):
    """One text in Chinese and in English."""

    zh: str
    en: str


_TEXTS: dict[str, Any] = {
    "client": (
        Both("华星精密电子（深圳）有限公司", "Huaxing Precision Electronics (Shenzhen) Co., Ltd."),
        Both("华星精密", "Huaxing"),
    ),
    "rival": Both("恒达", "Hengda"),
    "set": Both("项目四维", "Project, four dimensions"),
    "rep": Both("林一帆", "Lin Yifan"),
    "people": (
        ("zhou", Both("周建国", "Zhou Jianguo"), Both("总经理", "General manager"), Both("总经办", "Management")),
        ("wang", Both("王璐", "Wang Lu"), Both("采购总监", "Director of purchasing"), Both("采购部", "Purchasing")),
        ("chen", Both("陈志远", "Chen Zhiyuan"), "CTO", Both("研发中心", "Research and development")),
        ("li", Both("李敏", "Li Min"), Both("生产副总", "Vice president production"), Both("生产部", "Production")),
        (
            "sun",
            Both("孙浩", "Sun Hao"),
            Both("供应商质量经理", "Supplier quality manager"),
            Both("采购部", "Purchasing"),
        ),
        ("zhao", Both("赵磊", "Zhao Lei"), Both("工艺工程师", "Process engineer"), Both("生产部", "Production")),
        ("post", Both("财务负责人", "Head of finance"), "", Both("财务部", "Finance")),
        ("gone", Both("何曼", "He Man"), Both("前采购经理", "Former purchasing manager"), Both("采购部", "Purchasing")),
    ),
    "ours": (
        ("lin", Both("林一帆", "Lin Yifan"), Both("客户经理", "Account manager")),
        ("qiu", Both("邱总", "Qiu Wei"), Both("总经理", "Managing director")),
        ("zheng", Both("郑宁", "Zheng Ning"), Both("技术总监", "Technical director")),
        ("he", Both("何睿", "He Rui"), Both("服务经理", "Service manager")),
    ),
    "agenda": (
        Both("年度降本 8%，供应商不超过三家", "Eight percent cost down a year, three suppliers at most"),
        Both(
            "怕选错供应商担责；想升供应链副总",
            "Fears the blame for a wrong choice; wants the supply chain vice presidency",
        ),
        Both("总成本、到场时效、质量履历", "Total cost, time on site, quality record"),
        Both("做过五年质量，2019 年从同行来", "Five years in quality, came from a competitor in 2019"),
    ),
    "fact": Both(
        "例会上说了一句：{n} 号线的停机账要按我方口径算",
        "Said in the weekly meeting that downtime of line {n} is to be counted our way",
    ),
    "source": Both("拜访记录", "Visit notes"),
    "second": Both("李敏", "Li Min"),
    "order": Both("二期检测线", "Inspection line, phase two"),
    "goal": Both("让采购部把服务时效写进评标项", "Purchasing writes response time into the evaluation"),
    "actions": (
        Both("请王璐审阅三年总成本测算", "Have Wang Lu review the three-year cost model"),
        Both("安排王璐参观样板线", "Show Wang Lu the reference line"),
        Both("邱总拜访周建国", "Qiu Wei calls on Zhou Jianguo"),
        Both("与王璐吃一次工作餐", "A working lunch with Wang Lu"),
        Both("请何曼引荐继任者", "Ask He Man to introduce the successor"),
    ),
    "proof": Both("王璐书面回意见", "Wang Lu answers in writing"),
    "invited": (Both("样板线开放日", "Open day of the reference line"), Both("行业展会", "Trade fair")),
    "noted": Both("季度例会已办三次", "Quarterly review held three times"),
    "route": (
        Both("老同事", "old colleagues"),
        Both("质量意见", "quality opinion"),
        Both("规格之争", "dispute over the specification"),
    ),
    "personal": Both("女儿今年高考 PERSONALTOKEN", "Daughter sits her exams this year PERSONALTOKEN"),
}


def texts_in(language: str) -> dict[str, Any]:
    """The words in one language, "zh" or "en"."""
    return {name: _picked(held, language) for name, held in _TEXTS.items()}


def _picked(held: Any, language: str) -> Any:
    if isinstance(held, Both):
        return getattr(held, language)
    return tuple(_picked(part, language) for part in held) if isinstance(held, tuple) else held
