"""Drawing lists of choices."""

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.filter
def as_options(groups):
    """The inside of a select. In Python: 249 countries, drawn by templates, took half of a page's time."""
    return format_html_join("\n", "{}", ([as_group(name, choices)] for name, choices, _index in groups))


def as_group(name, choices):
    """The <option>s of one group; Django makes a group without name of every choice that is in none."""
    options = format_html_join("\n", '<option value="{}"{}>{}</option>', map(parts, choices))
    return format_html('<optgroup label="{}">\n{}\n</optgroup>', name, options) if name else options


def parts(choice):
    """Value, further attributes and label of a choice."""
    return str(choice["value"]), flatatt(choice["attrs"]) if choice["attrs"] else "", choice["label"]
