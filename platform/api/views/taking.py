"""The list a reader has before her, as one file, in her language."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.generic import View

from api.formats import FORMATS, as_json, collection, table
from api.limits import take_turn
from api.records import record_of
from core.admin_export import attachment
from core.search import by_index
from practices.filters import Finder


class TakeAlong(View):
    """All sheets the list of practices shows for what the address asks; longer lists are read page by page."""

    http_method_names = ["get", "head", "options"]

    def get(self, request, kind):
        if kind not in FORMATS:
            raise Http404
        turn = take_turn(request)
        if not turn.is_granted:
            return render(request, "429.html", status=429)
        finder = Finder(request.GET)
        if not finder.is_short:
            return redirect("developers:page")
        with by_index():
            records = [record_of(version) for version in finder.rows.select_related("practice", "organisation")]
        file = attachment(f"practices.{kind}", f"{FORMATS[kind]}; charset=utf-8", written(records, kind))
        return turn.told_in(file)


def written(records, kind):
    """What stands in a file; by a mark spreadsheets know in which letters a table is written."""
    if kind == "csv":
        return table(records).encode("utf-8-sig")
    return as_json(collection(records) if kind == "geojson" else {"results": records})
