"""Official texts that are missing in the reader's language are shown in another one, and say so."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language, get_language_info
from modeltranslation.utils import build_localized_fieldname, resolution_order

register = template.Library()


def language_of(obj, field):
    """The code of the language in which `obj.field` is shown now, or None when it has no text at all."""
    for code in resolution_order(get_language()):
        if getattr(obj, build_localized_fieldname(field, code)):
            return code
    return None


def foreign_language_of(obj, field):
    """The same, but None also when it is the reader's own language."""
    code = language_of(obj, field) if obj else None
    return None if code == get_language() else code


@register.simple_tag
def lang(obj, field):
    """`<h1{% lang text "title" %}>`: marks the text with its language when that is not the language of the page."""
    code = foreign_language_of(obj, field)
    return format_html(' lang="{}"', code) if code else ""


@register.simple_tag
def untranslated(obj, *fields):
    """{% untranslated text "title" "notes" as language %}: the name of the language the first of `fields` that is
    missing in the reader's language is shown in, for components/not_translated.html; empty when none is missing.
    """
    for field in fields:
        code = foreign_language_of(obj, field)
        if code:
            return name_of(code)
    return ""


def name_of(code):
    """The name of a language inside a sentence: French and Spanish write it in small letters."""
    name = get_language_info(code)["name_translated"]
    return name if get_language() == "en" else name.lower()
