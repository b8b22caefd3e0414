"""Letters of an old font in a text: left whole when it is kept, named before it is submitted (R-READY-11, R-TEXT-10)."""

from dataclasses import replace

import pytest

from portal.base.mending import mend
from portal.base.text.legacy import Font
from portal.news.plain_rules import font_fault, font_faults
from portal.news.rules import not_ready
from tests import legacy
from tests.cast import NOW
from tests.news.test_checklists import FULL

SAID = 'Bé  Đỗ Ý hỏi : "Trường mình được nghỉ à ?" Cả lớp cười...'


@pytest.mark.parametrize("font", [Font.TCVN3, Font.VNI])
def test_what_looks_like_slips_is_left_for_the_conversion(font: Font) -> None:
    """R-TEXT-10"""
    kept = mend(legacy.old(SAID, font))
    assert (kept.text, +kept.slips) == (legacy.old(SAID, font), {})
    assert mend(SAID).text == "Bé Đỗ Ý hỏi: “Trường mình được nghỉ à?” Cả lớp cười…"


def test_a_text_in_an_old_font_is_not_submitted_and_says_where_and_what_it_may_mean() -> None:
    body = (
        ("heading", legacy.old("Lịch họp phụ huynh", Font.TCVN3)),
        ("paragraph", f"<p>{legacy.old('Kính mời quý phụ huynh tới dự', Font.VNI)}</p><p>Thân mến.</p>"),
        ("paragraph", "<p>Trường® «Đức Giang», 5 µm.</p>"),
        ("table", {"caption": "", "rows": [["Lớp", "7A"], ["", legacy.old("Cô chủ nhiệm của các em", Font.VNI)]]}),
        ("quote", {"text": legacy.old("Chúng em rất vui được tới trường", Font.TCVN3), "source": ""}),
        (
            "gallery",
            [
                {
                    "type": "item",
                    "id": "x",
                    "value": {"picture": 1, "caption": legacy.old("Lớp học của chúng em", Font.VNI)},
                }
            ],
        ),
        ("links", [{"title": "Trang Sở", "url": "https://so.vn/®Þa-chØ-cña-trang", "note": ""}]),
    )
    draft = replace(FULL, title=legacy.old("Thông báo họp phụ huynh", Font.TCVN3), body=body)
    told = [one for one in not_ready(draft, NOW) if one.rule == "R-READY-11"]
    assert [(one.field, one.clause) for one in told] == [
        (place, "Điều 12.2, TT 26/2020") for place in ("title", "body[0]", "body[1]", "body[3]", "body[4]", "body[5]")
    ]
    assert told[0].message == (
        "Chữ ở đây là mã phông cũ (TCVN3), có lẽ là “Thông báo họp phụ huynh”; "
        "hãy dán lời văn vào “Nhập từ Word” để chuyển sang Unicode."
    )
    assert "“Kính mời quý phụ huynh tới dự”" in told[2].message


def test_good_letters_are_asked_nothing() -> None:
    assert (font_fault(SAID), font_faults((("paragraph", f"<p>{SAID}</p>"), ("heading", "Où va, José ?")))) == ("", [])
    assert [one for one in not_ready(FULL, NOW) if one.rule == "R-READY-11"] == []
