"""Every night: sheets nobody has touched for 18 months, and scores that no longer say what the sheet holds."""

from django.core.exceptions import ValidationError
from django.db import transaction

from partners.models import Sheet


def look_after_sheets():
    """Remind the focal points of each untouched sheet, once, and measure every sheet again. Safe to repeat."""
    for sheet in Sheet.objects.to_remind().select_related("partner"):
        try:
            sheet.remind(by=None)
        except ValidationError:
            continue  # nobody speaks for it: the secretariat sees it in its list
    for sheet in Sheet.objects.prefetch_related("themes", "countries").iterator(chunk_size=500):
        if sheet.points != sheet.completeness_percent:
            measure_again(sheet.pk)


@transaction.atomic
def measure_again(pk):
    """A theme or a file the sheet had has gone: its score follows."""
    Sheet.objects.select_for_update(of=("self",)).get(pk=pk).recount()
