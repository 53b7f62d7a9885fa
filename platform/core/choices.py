"""Choices among rows, forged or broken: a sentence at the field."""

from django import forms


class RefusesNul:
    """A choice among rows to which a NUL character is a wrong choice: PostgreSQL refuses to look for it."""

    def to_python(self, value):
        if isinstance(value, str) and "\0" in value:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return super().to_python(value)


class RowField(RefusesNul, forms.ModelChoiceField):
    """A choice among the rows of a table."""
