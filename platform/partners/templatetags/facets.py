"""Drawing the choices of a facet. In Python, and each line once: 249 countries would take longer than the page."""

from functools import lru_cache

from django import template
from django.forms.utils import flatatt
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

register = template.Library()

CHECKED = flatatt({"checked": True})
CHOICE = (
    '<div class="choice{part}"><input type="checkbox" name="{name}" value="{value}" id="f-{name}-{value}"{checked}>'
    '<label for="f-{name}-{value}">{label} <span class="note num">'
)


@register.filter
def called_in(key, names):
    """The name of a value, looked up once for the page: `get_…_display` translates every choice for every row."""
    return names.get(key, key)


@register.filter
def as_choices(options, name):
    """One checkbox for each option, with its number."""
    language = get_language()
    lines = [
        f"{choice(name, each.value, each.label, each.is_chosen, each.is_part)}{figure(each.number, language)}"
        for each in options
    ]
    return mark_safe("\n".join(lines))  # noqa: S308


@lru_cache(maxsize=8192)
def choice(name, value, label, is_chosen, is_part):
    """One checkbox up to its number."""
    part, checked = " choice-part" if is_part else "", CHECKED if is_chosen else ""
    return format_html(CHOICE, part=part, name=name, value=value, checked=checked, label=label)


@lru_cache(maxsize=8192)
def figure(number, language):
    """A number as it is written in `language`, and the end of its line."""
    return format_html("{}</span></label></div>", number_format(number, 0, force_grouping=True))
