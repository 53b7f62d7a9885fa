"""Practices that stand in other databases, too."""

from django.db.models import Count

from home.checking.found import check
from practices.models import Practice


@check("warning")
def practices_of_the_same_code():
    """Two public sheets with one code of WOCAT or the FAO may be one practice."""
    for column, name in (("wocat_code", "WOCAT"), ("fao_code", "FAO")):
        public = Practice.objects.public().exclude(**{column: ""}).order_by()
        doubled = public.values(column).annotate(number=Count("pk")).filter(number__gt=1)
        for code in doubled.values_list(column, flat=True):
            sheets = public.filter(**{column: code}).order_by("pk")
            yield f"practices {', '.join(sheet.code for sheet in sheets)} have the same {name} code {code}"
