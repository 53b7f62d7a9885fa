"""What lists call things, without a question for each row."""

from objectives.models import ObjectiveText
from partners.vocabulary import vocabulary


def objectives():
    """[(code, "A2 Project Development")] of all objectives, in one query."""
    texts = ObjectiveText.objects.filter(version__is_in_force=True).select_related("objective")
    return [(text.objective.code, f"{text.objective.code} {text.label}") for text in texts.order_by("objective__code")]


def large_regions():
    """[(slug, name)] of the five large regions, in their order."""
    words = vocabulary()
    return [(slug, name) for slug, name in words.regions.items() if slug in words.large]


def countries():
    """[(code, name)] of all countries, as a reader sorts them."""
    return list(vocabulary().countries.items())


def region_names(slugs):
    """The names of regions, in their order."""
    return [name for slug, name in vocabulary().regions.items() if slug in set(slugs or ())]


def country_names(codes):
    """The names of countries, as a reader sorts them."""
    return [name for code, name in vocabulary().countries.items() if code in set(codes or ())]
