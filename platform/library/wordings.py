"""What lists and forms of the library call things, without a question for each row."""

from django.conf import settings
from django.utils.text import capfirst

from library.models import Work
from partners.models.working_languages import choices, name_of
from partners.vocabulary import vocabulary


def types():
    """{value: label} of what works are, with capitals."""
    return {value: capfirst(str(label)) for value, label in Work.Type.choices}


def licences():
    """{value: label}, with capitals."""
    return {value: capfirst(str(label)) for value, label in Work.Licence.choices}


def languages():
    """[(code, name)]: our own languages first, then all others, sorted by name."""
    ours = [code for code, _name in settings.LANGUAGES]
    others = [(code, capfirst(name)) for code, name in choices() if code not in ours]
    return [*((code, capfirst(name_of(code))) for code in ours), *others]


def large_regions():
    """{slug: name} of the five large regions, in their order."""
    words = vocabulary()
    return {slug: name for slug, name in words.regions.items() if slug in words.large}
