"""Whom the secretariat can ask to review a datasheet: scientists of fitting themes first, then people of partners."""

from django.db.models import Case, Count, Exists, F, IntegerField, Min, OuterRef, Q, Subquery, Value, When

from accounts.models import User
from partners.models import Affiliation
from practices.coding import codes_of
from practices.models import Assignment
from practices.models.assignment import load_of
from questions.models import Expert

# How well somebody fits, best first.
OF_ITS_SUBJECT, SCIENTIST, ANYBODY = 0, 1, 2

# {theme of an expert: codes of the sheets it is about}; a code stands for what begins with it.
SUBJECTS = {
    "soil-carbon-measurement": ("carbon.",),
    "biodiversity-and-soil-life": ("purposes:biodiversity", "purposes:conserve_ecosystem", "degradation:biological"),
    "agroecology": ("land_use:cropland", "land_use:mixed", "groups:soil_fertility", "groups:pest_management"),
    "agroforestry": ("groups:agroforestry", "groups:windbreak", "land_use:mixed"),
    "conservation-agriculture": ("groups:minimal_disturbance", "groups:ground_cover", "groups:rotation"),
    "grazing-and-pastures": ("land_use:grazing", "groups:pastoralism", "groups:area_closure"),
    "forests": ("land_use:forest", "groups:natural_forest", "groups:plantation"),
    "peatlands-and-wetlands": ("groups:wetland", "land_use:waterways", "soil_group:histosols"),
    "food-security-and-livelihoods": ("purposes:improve_production", "purposes:economic_benefit"),
    "monitoring-mrv": ("carbon.",),
}


def themes_of(practice):
    """The slugs of the themes a datasheet is about."""
    codes = codes_of(practice.contents, practice.form)
    return [slug for slug, begins in SUBJECTS.items() if any(code.startswith(begins) for code in codes)]


def candidates_for(practice):
    """Those who may be asked: people of partners, scientists and the secretariat, without those who are partial.

    Each with `fit` (how well: see above), `load` (sheets she is asked to review now) and `organisation_names`.
    """
    experts = Expert.objects.in_force().filter(person=OuterRef("pk"))
    of_subject = experts.filter(themes__slug__in=themes_of(practice))
    belongs = Affiliation.objects.in_force().filter(person=OuterRef("pk"))
    partial = Affiliation.objects.active().filter(person=OuterRef("pk"), partner=practice.organisation_id)
    people = User.objects.active().filter(Exists(belongs) | Exists(experts) | Q(is_staff=True))
    return (
        people.exclude(pk=practice.author_id)
        .filter(~Exists(partial))
        .annotate(
            fit=Case(
                When(Exists(of_subject), then=Value(OF_ITS_SUBJECT)),
                When(Exists(experts), then=Value(SCIENTIST)),
                default=Value(ANYBODY),
                output_field=IntegerField(),
            ),
            load=load_of("pk"),
            organisation_name=Subquery(belongs.order_by("started_at", "pk").values("partner__name")[:1]),
        )
        .order_by("fit", "load", "name", "pk")
    )


def found_by(words, people):
    """Those of `people` whose name, or organisation's name, holds each of the words."""
    for word in words.replace("\0", "").split()[:5]:
        people = people.filter(Q(name__unaccent__icontains=word) | Q(organisation_name__unaccent__icontains=word))
    return people


def loads():
    """[{"user", "name", "open", "oldest", "due_on"}] of all who have something to review now, the busiest first."""
    rows = (
        Assignment.objects.open()
        .order_by()
        .values("user", name=F("user__name"))
        .annotate(open=Count("pk"), oldest=Min("assigned_at"), due_on=Min("due_on"))
    )
    return rows.order_by("-open", "oldest", "user")
