"""The one field of the catalogue. What a name must be is said by the rules."""

from django import forms

from portal.intranet.timetable.forms import Told


class NameForm(Told):
    """A name."""

    title = forms.CharField(label="Tên", required=False, max_length=200)
