"""The words of the contest in contested.py, in two languages."""

from __future__ import annotations

from typing import Any

TEXTS: dict[str, dict[str, Any]] = {
    "zh": {
        "rival": "恒达科技",
        "inhouse": "客户自制",
        "other": "远航装备",
        "before": "一期检测线",
        "about": "本地集成商，一期线在位，靠低价与人熟。",
        "meets": "扩线、复制一期方案的项目；采购部主导评标时",
        "needs": (
            ("质量", "≤ 0.5% 误判", "误判少 40%", "对测摘要", "每班复检少 1.5 人", "误判的板子，现在谁来复检？"),
            ("价格", "降 8%", "98 万 / 台", "报价单", "三年总成本低 11%", "评标只看单价，还是看三年？"),
            ("交期", "8 周", "6 周", "合同样本", "", ""),
            ("服务", "4 小时到场", "4 小时到场", "服务台账", "一期 27 小时停机可少 19 小时，合 60.8 万元 / 年",
             "次日到场时，产线怎么过夜？"),
            ("品牌", "", "全国前五", "", "", ""),
        ),
        "theirs": (
            ("误判率高 40%", "对测摘要", ""),
            ("报价约低 12%", "采购部公告", "单价确实低，三年一起算算看。"),
            ("6 周", "合同样本", ""),
            ("到场要次日", "一期服务台账", ""),
            ("本地品牌", "", "一句带过，不展开。"),
        ),
        "contest": (
            "一期检测线", "低价、随叫随到的老班底", "定标前再降 3%–5%，请孙浩背书", "约 82 万", "", "",
            "何睿现场所见",
        ),
        "backs": "带队看一期线，逐条替恒达回答",
        "heard": "何睿现场所见",
        "cares": ("停机账算在她头上", "误判直接进他的周报", ""),
        "calls": (
            "把“4 小时到场”写进评标项；先算停机，再看单价",
            "五天并行对测，陈志远签报告",
            "不拼单价。把“到场时效”变成评标项。",
            "三年总成本一页交王璐，先听她怎么算",
            "品牌一项客户从不追问，说多反而像心虚",
        ),
        "attacks": (
            ("price", "wang", "“同样的线，贵一成多。”", "贵在单价，省在停机，一年 60.8 万元；请按三年比。",
             "A2 测算表", True),
            (None, None, "“一期就是我们做的，不用再学。”", "5 天并行对测不停线，陈志远来定合格线。", "", False),
            (None, "sun", "“他们 2 月治具被投诉。”", "", "", False),
        ),
        "facts": (
            ("strength", "一期在位、人熟", "现场他们熟，所以先并行对测。", "拜访记录", 14, False),
            ("weakness", "备件无驻场库", "", "李敏口述", 24, False),
            ("move", "口头许诺质保延至 24 个月", "", "陈志远转述，未证实", 21, False),
            ("weakness", "上一代控制器已停产", "", "展会", 300, True),
        ),
        "news": (
            ("入围两家之一，提交首轮报价", "采购部公告", 11, True),
            ("带队看一期线，孙浩陪同", "何睿现场所见", 14, False),
            ("去年换了区域经理", "同行", 280, False),
        ),
    },
    "en": {
        "rival": "Hengda Technology",
        "inhouse": "In-house line",
        "other": "Yuanhang Equipment",
        "before": "Inspection line, phase one",
        "about": "Local integrator, runs the phase-one line, lives by price and acquaintance.",
        "meets": "Extensions and copies of phase one; tenders led by purchasing",
        "needs": (
            ("Quality", "≤ 0.5% false calls", "40% fewer false calls", "Test report", "1.5 people less on re-checks",
             "Who re-checks a false call today?"),
            ("Price", "8% less", "¥980k a line", "Quotation", "11% less over three years",
             "Is it the price per line that counts, or three years?"),
            ("Delivery", "8 weeks", "6 weeks", "Contract", "", ""),
            ("Service", "On site in 4 h", "On site in 4 h", "Service log",
             "27 h of stops become 8, worth ¥608k a year",
             "If help comes tomorrow, how does the line get through the night?"),
            ("Brand", "", "Among the first five", "", "", ""),
        ),
        "theirs": (
            ("40% more false calls", "Test report", ""),
            ("About 12% cheaper", "Notice of purchasing", "Cheaper per line it is; shall we count three years?"),
            ("6 weeks", "Contract", ""),
            ("On site the next day", "Service log of phase one", ""),
            ("A local brand", "", "One line, no more."),
        ),
        "contest": (
            "The phase-one line", "Low price and a crew everybody knows", "3–5% off before the award, Sun Hao speaks",
            "About ¥820k", "", "", "He Rui saw it",
        ),
        "backs": "Led the tour of phase one and answered for Hengda",
        "heard": "He Rui saw it",
        "cares": ("The stops count against her", "False calls go into his weekly report", ""),
        "calls": (
            "“On site in 4 h” into the requirement; count the stops before the price",
            "Five-day parallel run, Chen Zhiyuan signs the report",
            "No fight over unit price: make time on site a criterion.",
            "Give Wang Lu the three-year cost on one page and hear how she counts",
            "Nobody there ever asks about the brand",
        ),
        "attacks": (
            ("price", "wang", "“The same line, 12% dearer.”", "Dearer per line, cheaper by the stops: ¥608k a year.",
             "A2 cost sheet", True),
            (None, None, "“Phase one is ours, nothing to learn.”", "Five days in parallel; Chen sets the limit.",
             "", False),
            (None, "sun", "“Their fixture drew a complaint in February.”", "", "", False),
        ),
        "facts": (
            ("strength", "Runs phase one, knows everybody", "They know the floor, so let us run in parallel first.",
             "Visit notes", 14, False),
            ("weakness", "No spare parts on site", "", "Li Min said so", 24, False),
            ("move", "Promises 24 months of warranty", "", "Chen Zhiyuan heard it", 21, False),
            ("weakness", "Last controller is out of production", "", "Trade fair", 300, True),
        ),
        "news": (
            ("Short-listed with us, first offer is in", "Notice of purchasing", 11, True),
            ("Toured the phase-one line with Sun Hao", "He Rui saw it", 14, False),
            ("Changed its regional manager last year", "A colleague in the trade", 280, False),
        ),
    },
}  # fmt: skip
