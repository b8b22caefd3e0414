"""The difference in words."""

from portal.desk.diff import Part, compare, words


def test_the_same_text_differs_in_nothing() -> None:
    assert compare(["Một", "Hai"], ["Một", "Hai"]) == []


def test_a_changed_word_is_marked_inside_its_sentence() -> None:
    assert words("Khách mời là cô Lan.", "Khách mời là nhà văn Lan.") == (
        "Khách mời là <del>cô</del> <ins>nhà văn</ins> Lan."
    )


def test_words_changed_side_by_side_are_marked_as_one() -> None:
    old, new = "vào sáng thứ bảy tuần tới", "vào 8 giờ ngày 28/11"
    assert words(old, new) == "vào <del>sáng thứ bảy tuần tới</del> <ins>8 giờ ngày 28/11</ins>"


def test_a_new_passage_an_old_one_and_those_that_stayed_are_told_apart() -> None:
    before = ["Tiêu đề", "Đoạn sẽ bỏ, không giống gì cả", "Cuối", "Hết"]
    after = ["Tiêu đề", "Cuối", "Hết", "Thêm vào sau"]
    assert compare(before, after) == [
        Part("same", "… một đoạn giữ nguyên"),
        Part("del", "Đoạn sẽ bỏ, không giống gì cả"),
        Part("same", "… 2 đoạn giữ nguyên"),
        Part("ins", "Thêm vào sau"),
    ]


def test_what_people_typed_is_escaped_everywhere() -> None:
    parts = compare(["a <b>x</b> chung", "<i>cũ</i>"], ["a <b>y</b> chung", "<script>mới</script> khác hẳn nhau rồi"])
    assert parts == [
        Part("change", "a &lt;b&gt;<del>x</del> <ins>y</ins>&lt;/b&gt; chung"),
        Part("del", "&lt;i&gt;cũ&lt;/i&gt;"),
        Part("ins", "&lt;script&gt;mới&lt;/script&gt; khác hẳn nhau rồi"),
    ]


def test_the_most_alike_passages_are_paired() -> None:
    parts = compare(
        ["Lớp 7A3 làm thí nghiệm với nước"],
        ["Mở bài mới toanh ở đây", "Lớp 7A3 làm thí nghiệm với nước sạch"],
    )
    assert [part.kind for part in parts] == ["ins", "change"]
