"""What no catalogue reaches speaks Vietnamese too: plurals, and the rows a database is made with."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils.translation import override
from wagtail.models import Collection, Page

from portal.base.naming import name_rows, right_named
from portal.news.models import Section, Topic
from portal.people.models import Person

RIGHTS = {
    "access_admin": "Được vào khu quản trị Wagtail",
    "add_group": "Được thêm nhóm",
    "change_person": "Được sửa người dùng",
    "choose_image": "Được chọn ảnh",
    "publish_page": "Đăng mọi trang",
}


def test_vietnamese_has_one_form_for_one_and_for_many() -> None:
    assert [str(kind._meta.verbose_name_plural) for kind in (Section, Topic, Person)] == [
        "chuyên mục",
        "chuyên đề",
        "người dùng",
    ]


@pytest.mark.parametrize(
    ("english", "ours"),
    [
        ("Can add section", "Được thêm chuyên mục"),
        ("Can do as he likes", "Can do as he likes"),
        ("Được thêm chuyên mục", "Được thêm chuyên mục"),
        ("Publish any page", "Đăng mọi trang"),
    ],
)
def test_a_right_is_named_by_the_catalogue_or_by_its_verb_and_what_it_is_about(english: str, ours: str) -> None:
    with override("vi"):
        assert right_named(english, "chuyên mục") == ours


@pytest.mark.django_db
def test_a_new_database_names_its_first_rows_in_vietnamese_and_keeps_what_somebody_named() -> None:
    assert dict(Permission.objects.filter(codename__in=RIGHTS).values_list("codename", "name")) == RIGHTS
    assert set(Group.objects.values_list("name", flat=True)) == {"Nhóm duyệt của Wagtail", "Nhóm biên tập của Wagtail"}
    assert (Page.objects.get(depth=1).title, Collection.objects.get(depth=1).name) == ("Gốc", "Gốc")
    Collection.objects.filter(depth=1).update(name="Kho chung")
    name_rows(using="default")
    assert Collection.objects.get(depth=1).name == "Kho chung"
