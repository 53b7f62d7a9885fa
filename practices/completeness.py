"""How complete a datasheet is: what nobody can do without, then what others compare by."""

from django.utils.translation import gettext_lazy as _

from practices.evidence import Level, evidence_of

# Of 100: the short form, and six for each of ten things readers compare by.
SHORT_FORM = 40
EACH = 6

COMPARED_BY = (
    ("climate_zone", _("the agro-climatic zone")),
    ("rainfall", _("the rainfall")),
    ("soil_group", _("the soil group")),
    ("slope", _("the slope")),
    ("groups", _("the group of practices")),
    ("measures", _("the measures")),
    ("degradation", _("the degradation it addresses")),
    ("inputs", _("the costs")),
    ("soil_organic_matter", _("its effect on soil organic matter")),
    ("carbon", _("measurements of soil carbon")),
)


def percent(contents, edition):
    """0 to 100."""
    required = edition.required
    said = sum(1 for question in required if contents.get(question.key))
    compared = sum(1 for key, _words in COMPARED_BY if says(contents, key))
    return round(SHORT_FORM * said / len(required)) + EACH * compared


def missing(contents, edition):
    """[(key of the question, what is missing in words)], what is required first."""
    required = [(each.key, each.label) for each in edition.required if not contents.get(each.key)]
    compared = [(key, words) for key, words in COMPARED_BY if not says(contents, key)]
    return [*required, *(("impacts" if key == "soil_organic_matter" else key, words) for key, words in compared)]


def says(contents, key):
    """Whether anything is said about it."""
    if key == "soil_organic_matter":
        return any(row.get("impact") == key for row in contents.get("impacts", []))
    if key == "carbon":
        return evidence_of(contents).level > Level.NONE
    return bool(contents.get(key))
