"""The list a reader has before her, as one file, in her language."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.generic import View

from api.formats import FORMATS, as_json, collection, header_line, table_line
from api.limits import take_turn
from api.records import record_of
from core.search import by_index
from practices.filters import Finder

# By this mark spreadsheets know in which letters a table is written.
MARK = "\ufeff"


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
        if not finder.can_be_taken_along:
            return redirect("developers:page")
        with by_index():
            records = [record_of(version) for version in finder.rows.select_related("practice", "organisation")]
        return HttpResponse(
            written(records, kind),
            content_type=f"{FORMATS[kind]}; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="practices.{kind}"', **turn.headers},
        )


def written(records, kind):
    """The text of a file."""
    if kind == "csv":
        return MARK + header_line() + "".join(map(table_line, records))
    return as_json(collection(records) if kind == "geojson" else {"results": records})
