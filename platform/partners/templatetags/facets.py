"""Drawing the choices of a facet. In Python, and each line once: 249 countries would take longer than the page."""

from functools import lru_cache

from django import template
from django.forms.utils import flatatt
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

register = template.Library()

CHECKED = flatatt({"checked": True})
LINE = (
    '<div class="choice{part}"><input type="checkbox" name="{name}" value="{value}" id="f-{name}-{value}"{checked}>'
    '<label for="f-{name}-{value}">{label} <span class="note num">{number}</span></label></div>'
)


@register.filter
def called_in(key, names):
    """The name of a value, looked up once for the page: `get_…_display` translates every choice for every row."""
    return names.get(key, key)


@register.filter
def as_choices(options, name):
    """One checkbox for each option, with its number."""
    language = get_language()
    lines = (
        (line(language, name, each.value, each.label, each.number, each.is_chosen, each.is_part),) for each in options
    )
    return format_html_join("\n", "{}", lines)


@lru_cache(maxsize=8192)
def line(language, name, value, label, number, is_chosen, is_part):
    """One checkbox: numbers are written as in `language`."""
    return format_html(
        LINE,
        part=" choice-part" if is_part else "",
        name=name,
        value=value,
        checked=CHECKED if is_chosen else "",
        label=label,
        number=number_format(number, 0, force_grouping=True),
    )
