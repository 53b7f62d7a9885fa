"""Parts of the frame that are the same for many pages and readers."""

from weakref import WeakKeyDictionary

from django import template
from django.core.signals import setting_changed
from django.template.loader import get_template
from django.utils.translation import get_language

register = template.Library()
_drawn = WeakKeyDictionary()  # a template that was changed is another one


@register.simple_tag
def drawn_once(name, **values):
    """`{% drawn_once "components/sections.html" section=nav.section %}`: that template, which sees these values and
    nothing else of the page or its reader; drawn once in each language for each of them.

    Only for values of which there are few: what was drawn is kept as long as the process.
    """
    drawn_from = get_template(name).template
    kept, key = _drawn.setdefault(drawn_from, {}), (get_language(), *values.items())
    if key not in kept:
        kept[key] = drawn_from.render(template.Context(values))
    return kept[key]


@setting_changed.connect
def forget(**_about):
    """Tests change which addresses there are."""
    _drawn.clear()
