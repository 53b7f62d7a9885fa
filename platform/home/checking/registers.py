"""Registers and gaps."""

from django.db.models import Count, Exists, OuterRef

from home.checking.found import check
from taskforces.models import Gap, RegisterItem


@check("error")
def dois_kept_twice():
    rows = RegisterItem.objects.kept().exclude(doi="").order_by().values("task_force__objective__code", "doi")
    for row in rows.annotate(number=Count("pk")).filter(number__gt=1):
        yield f"{row['doi']} stands {row['number']} times in the register of {row['task_force__objective__code']}"


@check("error")
def chains_of_merged_items():
    for item in RegisterItem.objects.filter(merged_into__merged_into__isnull=False):
        yield f"register item {item.pk} was merged into one that was merged itself"


@check("error")
def items_of_a_country_outside_its_region():
    links = RegisterItem.regions.through.objects.filter(registeritem=OuterRef("pk"))
    own = links.filter(region=OuterRef("country__region__parent"))
    for item in RegisterItem.objects.filter(~Exists(own), country__isnull=False):
        yield f"register item {item.pk} has the country {item.country_id} and not its region"


@check("error")
def gaps_named_twice():
    rows = Gap.objects.open().order_by().values("task_force", "region", "type", "statement")
    for row in rows.annotate(number=Count("pk")).filter(number__gt=1):
        yield f"a gap of task force {row['task_force']} is named {row['number']} times"
