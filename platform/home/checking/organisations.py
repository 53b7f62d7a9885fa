"""Organisations, their people, their sheets."""

from django.db.models import Count, Q

from home.checking.found import check
from partners.models import Affiliation, Partner, Sheet


@check("error")
def commercial_members():
    for partner in Partner.objects.filter(status=Partner.Status.MEMBER, nature=Partner.Nature.COMMERCIAL):
        yield f"organisation {partner.pk} is commercial and a member"


@check("error")
def funders_of_other_types():
    for partner in Partner.objects.filter(type__in=Partner.NEVER_FUNDERS, gives_funds=True):
        yield f"organisation {partner.pk} is a funder of a type that never funds"


@check("error")
def websites_that_are_none():
    """An address like "javascript:…" would be a link of the organisation's page."""
    for partner in Partner.objects.exclude(website="").exclude(website__iregex=r"^https?://"):
        yield f"organisation {partner.pk} has a website that is no web address"


@check("error")
def focal_points_without_place():
    for affiliation in Affiliation.objects.exclude(status=Affiliation.Status.ACTIVE).filter(is_focal_point=True):
        yield f"affiliation {affiliation.pk} is {affiliation.status} and a focal point"


@check("error")
def affiliations_held_twice():
    rows = Affiliation.objects.filter(status__in=Affiliation.OPEN).order_by().values("person", "partner")
    for row in rows.annotate(number=Count("pk")).filter(number__gt=1):
        yield f"person {row['person']} belongs to organisation {row['partner']} {row['number']} times"


@check("warning")
def sheets_measured_wrongly():
    """The score of a sheet repeats the rule; the nightly job measures again when a theme or a file has gone."""
    for sheet in Sheet.objects.prefetch_related("themes", "countries").iterator(chunk_size=500):
        if sheet.points != sheet.completeness_percent:
            yield f"sheet {sheet.pk} is {sheet.points} % complete and says {sheet.completeness_percent} %"


@check("error")
def merged_organisations_with_belongings():
    """What people held in its name has moved to the organisation it became."""
    for partner in (
        Partner.objects.filter(merged_into__isnull=False)
        .filter(
            Q(affiliations__status__in=Affiliation.OPEN)
            | Q(agreements__isnull=False)
            | Q(mail_domains__isnull=False)
            | Q(conversations__isnull=False)
        )
        .distinct()
    ):
        yield f"organisation {partner.pk} was merged and something still hangs on it"


@check("error")
def chains_of_merged_organisations():
    for partner in Partner.objects.filter(merged_into__merged_into__isnull=False):
        yield f"organisation {partner.pk} was merged into one that was merged itself"
