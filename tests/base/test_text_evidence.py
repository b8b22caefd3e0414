"""Text without a font: known for old by its syllables, and left alone wherever that is not certain; losses by name."""

import pytest

from portal.base.text.legacy import Font, Lost, convert, lost, suspected
from portal.base.text.losses import BEFORE_US, NO_U_HORN_AT_ALL
from tests import legacy

NOTICE = "Nhà trường thông báo: học sinh được nghỉ, nhưng người trực vẫn đến như mọi ngày. Mưa to thì ở nhà."
LETTER = (
    "Kính gửi các bậc phụ huynh, thực hiện kế hoạch năm học, nhà trường tổ chức buổi họp đầu năm vào sáng thứ bảy. "
    "Rất mong các bác thu xếp thời gian tới dự đông đủ để buổi họp thành công tốt đẹp."
)


SHORT = ("Thông báo", "Đặng Thuỳ Dương", "Hoàng Đức", "TRƯỜNG TIỂU HỌC", "trường TH Đức Giang, năm 2005")


@pytest.mark.parametrize("text", [NOTICE, LETTER, *SHORT])
@pytest.mark.parametrize("font", [Font.TCVN3, Font.VNI, Font.NCR])
def test_old_text_is_known_by_what_its_words_become(text: str, font: Font) -> None:
    assert suspected(legacy.old(text, font)) is font


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thông báo về việc nghỉ học",
        "Tôi có hai con trâu và con bò",  # only letters both worlds have
        "có gì ò ó o, ô tô, bí ngô, hình như là thế",
        "Trường® «Đức Giang» § 5",
        "Élève à Paris, où est-ce que tu étais hier ? Déjà vu, naïf, maïs, Noël.",
        "Où va",
        "café", "São Paulo", "señor Müller", "José", "Bjørn Åse", "smörgåsbord", "Ærø",
        "Windows® 10, Office™, © 2026", "« abc » ± 2", "5 µm, 6µm, µm", "m², ½, 100 °C, 3 × 4 ÷ 2", "£5 ¥10 ¢3",
        "The quick brown fox jumps over the lazy dog",
        "if (a < b) { return 'é'; }  // ¹²³",
        "0912 345 678 | 12/11/2005",
        "http://c1ducgiang.edu.vn/tin-tức",
        "&#60;b&#62; &amp; &#169;",
        "ngoâ", "kú", "y\u0301",
    ],
)  # fmt: skip
def test_what_is_good_already_or_cannot_be_told_is_left_alone(text: str) -> None:
    assert suspected(text) is None


def test_what_lost_its_soft_hyphens_is_still_known_and_each_loss_is_named() -> None:
    """R-TEXT-09"""
    came = legacy.dropped(legacy.old(NOTICE, Font.TCVN3))
    assert suspected(came) is Font.TCVN3
    assert convert(came, Font.TCVN3).startswith("Nhà trờng thông báo: học sinh đợc nghỉ, nhng ngời trực")
    told = lost(came, Font.TCVN3)
    assert [(one.at, one.maybe) for one in told] == [(0, ""), (4, "trường"), (30, "được"), (40, "nhưng"), (63, "như")]
    assert told[0].sentence == NO_U_HORN_AT_ALL
    assert told[1].near == "Nhà trờng thông báo: học sinh đợc"


def test_a_text_without_one_loss_says_nothing() -> None:
    for font in (Font.TCVN3, Font.VNI, Font.NCR):
        assert lost(legacy.old(NOTICE, font), font) == []
    assert lost(legacy.old(NOTICE, Font.TCVN3_CAPS), Font.TCVN3_CAPS) == []
    assert lost("Microsoft® Windows, HS lớp 2A, TKB, GVCN", Font.UNICODE) == []


def test_abbreviations_are_no_losses() -> None:
    assert lost(legacy.old("GVCN, HS, TKB, tr. 5, kg, cm, TH", Font.TCVN3), Font.TCVN3) == []


def test_a_long_text_without_any_u_horn_is_doubted_as_a_whole() -> None:
    said = " ".join(["hôm nay các em học hát và vẽ tranh"] * 8)
    assert [one.sentence for one in lost(legacy.old(said, Font.TCVN3), Font.TCVN3)] == [NO_U_HORN_AT_ALL]


def test_codes_without_a_letter_are_named_where_they_stand() -> None:
    assert lost("Hä\u00c0 tªn", Font.TCVN3) == [
        Lost(2, "HọÀ tên", "Phông TCVN3 không có chữ nào ở mã này; ký hiệu “À” được giữ nguyên.")
    ]
    assert [(one.at, one.near) for one in lost("Coäng hø", Font.VNI)] == [(6, "Cộng hø")]


def test_letters_gone_before_they_came_are_named_whatever_the_font() -> None:
    for font in Font:
        assert [one.sentence for one in lost("h?c sinh \ufffd, thật không?", font)] == [BEFORE_US] * 2


def test_a_run_of_both_worlds_is_left_alone_and_said_so() -> None:
    mixed = "Trường b¸o"
    assert convert(mixed, Font.TCVN3) == mixed
    assert [(one.at, "cả chữ Unicode" in one.sentence) for one in lost(mixed, Font.TCVN3)] == [(8, True)]


def test_the_rest_of_a_word_that_begins_in_another_font_is_no_loss() -> None:
    runs = legacy.runs("Ảnh lớp")
    assert runs == [(".VnTimeH", "¶"), (".VnTime", "nh líp")]
    assert [lost(codes, Font.TCVN3) for _, codes in runs] == [[], []]
