"""What no catalogue reaches speaks Vietnamese too: plurals, and the rows a database is made with."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, Page

from portal.base.naming import name_rows
from portal.news.models import Section, Topic
from portal.people.models import Person


def test_vietnamese_has_one_form_for_one_and_for_many() -> None:
    assert [str(kind._meta.verbose_name_plural) for kind in (Section, Topic, Person)] == [
        "chuyên mục",
        "chuyên đề",
        "người dùng",
    ]


@pytest.mark.django_db
def test_a_new_database_names_its_first_rows_in_vietnamese_and_keeps_what_somebody_named() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {"Nhóm duyệt của Wagtail", "Nhóm biên tập của Wagtail"}
    assert (Page.objects.get(depth=1).title, Collection.objects.get(depth=1).name) == ("Gốc", "Gốc")
    Collection.objects.filter(depth=1).update(name="Kho chung")
    name_rows(using="default")
    assert Collection.objects.get(depth=1).name == "Kho chung"
