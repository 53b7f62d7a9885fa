"""Our template of a list of choices draws what Django's own draws, sooner."""

from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

CHOICES = [("", "All <of> them"), ("a", "A & B"), ("Group", [(1, "One"), (2, "Two")])]


def drawn(widget, renderer):
    return parse_html(widget.render("place", 2, attrs={"id": "id_place", "required": True}, renderer=renderer))


def test_select_is_what_django_draws():
    for widget in (forms.Select(choices=CHOICES), forms.SelectMultiple(choices=CHOICES)):
        assert drawn(widget, None) == drawn(widget, DjangoTemplates())
