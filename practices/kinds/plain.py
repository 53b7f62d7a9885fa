"""Answers in words, numbers and days."""

import re
from datetime import date
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format, get_format, number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from partners.models.contents import plain
from practices.kinds.base import Kind


class TextField(forms.CharField):
    """Words without control characters; their length is counted as they are kept."""

    def to_python(self, value):
        return plain(super().to_python(value))


class Line(Kind):
    """A line of text; where the question is translated, {language: line}."""

    def field(self):
        return TextField(max_length=self.question.max_length, **self.common)

    def typed(self, answer):
        return str(answer) if answer is not None else ""

    def kept(self, value):
        return " ".join(value.split())


class Words(Line):
    """Paragraphs; where the question is translated, {language: text}."""

    def field(self):
        rows = 4 if self.question.max_length <= 600 else 9
        area = forms.Textarea(attrs={"rows": rows})
        return TextField(max_length=self.question.max_length, widget=area, **self.common)

    def kept(self, value):
        return value


class Address(Kind):
    """A web address that begins with http:// or https://."""

    def field(self):
        return forms.URLField(max_length=500, assume_scheme="https", **self.common)

    def kept(self, value):
        if value and not value.lower().startswith(("https://", "http://")):
            self._refuse(_("Give an address that begins with https:// or http://."))
        return value


class UnitInput(forms.TextInput):
    """A short field with its unit beside it."""

    template_name = "practices/widgets/number.html"
    unit = ""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        attributes = context["widget"]["attrs"]
        if self.unit and attributes.get("id"):
            described = f"{attributes.get('aria-describedby', '')} {attributes['id']}_unit"
            attributes["aria-describedby"] = described.strip()
        return context | {"unit": self.unit}


# What groups thousands where these languages are spoken; elsewhere it is a space.
GROUPING = {"en": ",", "es": "."}


class NumberField(forms.DecimalField):
    """A number as people write it: "1,5" is 1.5 in every language, and so is "1.5".

    "1,550" in English and "1.550" in Spanish are refused: some mean one and a half, others fifteen hundred.
    """

    widget = UnitInput

    def __init__(self, *, unit="", **kwargs):
        super().__init__(**kwargs)
        self.widget.unit = unit
        self.widget.attrs |= {"inputmode": "decimal", "class": "short"}

    def to_python(self, value):
        if isinstance(value, str):
            value = value.strip().replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("−", "-")
            refuse_both_meanings(value)
            if value.count(",") == 1 and "." not in value:
                value = value.replace(",", ".")
        return super().to_python(value)


def refuse_both_meanings(text):
    """Raises ValidationError where three digits after the mark may be thousands or parts of one."""
    found = re.fullmatch(r"(-?[1-9]\d{0,2})([.,])(\d{3})", text)
    if found and found[2] == GROUPING.get(get_language()):
        small, large = found[1] + get_format("DECIMAL_SEPARATOR") + found[3], found[1] + found[3]
        raise ValidationError(_("Write %(small)s or %(large)s: this can mean both.") % {"small": small, "large": large})


class Number(Kind):
    """A number in the unit of the question, int or float."""

    def field(self):
        question = self.question
        return NumberField(
            min_value=None if question.min is None else Decimal(str(question.min)),
            max_value=None if question.max is None else Decimal(str(question.max)),
            decimal_places=question.decimals,
            unit=question.unit,
            max_digits=16,
            **self.common,
        )

    def typed(self, answer):
        """As she would type it: with a comma where her language has one."""
        return "" if answer is None else str(answer).replace(".", get_format("DECIMAL_SEPARATOR"))

    def kept(self, value):
        if value is None:
            return None
        return int(value) if value == value.to_integral_value() else float(value)

    def shown(self, answer):
        text = self.written(answer)
        return f"{text} {self.question.unit}" if self.question.unit else text

    @staticmethod
    def written(number):
        """The number as the reader's language writes it, with the digits it was given."""
        digits = max(-Decimal(str(number)).normalize().as_tuple().exponent, 0)
        return number_format(number, digits, force_grouping=abs(number) >= 10_000)


class Year(Number):
    """A year, 1000 to this year."""

    def field(self):
        this_year = timezone.localdate().year
        field = forms.IntegerField(min_value=1000, max_value=this_year, widget=forms.TextInput, **self.common)
        field.widget.attrs |= {"inputmode": "numeric", "class": "short"}
        return field

    def kept(self, value):
        return value

    def shown(self, answer):
        return str(answer)


class Day(Kind):
    """A day that is not in the future, as "2026-11-30"."""

    def field(self):
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **self.common)

    def typed(self, answer):
        return str(answer or "")

    def kept(self, value):
        if value and not date(1900, 1, 1) <= value <= timezone.localdate():
            raise ValidationError(_("Give a day that is not in the future."))
        return value.isoformat() if value else ""

    def shown(self, answer):
        return date_format(parse_date(answer))


class YesNo(Kind):
    """True or False; None where nothing is said."""

    ANSWERS = (("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")))

    def field(self):
        return forms.ChoiceField(choices=[("", _("Not said")), *self.ANSWERS], **self.common)

    def typed(self, answer):
        if isinstance(answer, bool):
            return "yes" if answer else "no"
        return str(answer or "")

    def kept(self, value):
        return {"yes": True, "no": False}.get(value)

    def codes(self, answer):
        return {f"{self.question.key}:{'yes' if answer else 'no'}"}

    def shown(self, answer):
        return str(dict(self.ANSWERS)["yes" if answer else "no"])
