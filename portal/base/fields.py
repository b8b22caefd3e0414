"""Columns that keep what they are given in one form, by whichever door it comes."""

from typing import Any

from django.db import models

from portal.base.text import one_line


class LineField(models.CharField):  # type: ignore[type-arg]
    """Text on one line: names and titles that stand in letters, lists and sheets. A break or a tab becomes a space."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return one_line(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return one_line(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def deconstruct(self) -> Any:
        """For the database it is a plain column of text, and so it stands in migrations."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
