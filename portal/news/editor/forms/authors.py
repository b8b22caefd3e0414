"""Who wrote it, and whose part is how much."""

from typing import Any

from django import forms

from portal.base.text import name_key
from portal.people.models import Person
from portal.people.rules import Kind


class AuthorForm(forms.Form):
    person = forms.ChoiceField(label="Tác giả", required=False)
    share = forms.IntegerField(label="Phần (%)", required=False, min_value=0, max_value=100)
    use_required_attribute = False

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["person"].choices = [("", "– chọn người –"), *people]


AuthorForms = forms.formset_factory(AuthorForm, extra=1, max_num=20)


def writers() -> dict[str, tuple[str, str]]:
    """Everybody who may be named as an author: id → username, name; in the order of given names."""
    people = Person.objects.filter(is_active=True, kind__in=(Kind.STAFF, Kind.COLLABORATOR))
    ordered = sorted(people, key=lambda person: name_key(str(person)))
    return {str(person.pk): (person.username, str(person)) for person in ordered}
