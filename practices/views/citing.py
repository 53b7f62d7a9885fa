"""A version for reference programs, and on paper."""

import json

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.generic import View

from core.admin_export import attachment
from core.citing import bibtex_file, ris_file
from practices.datacite import datacite_record
from practices.paper import paper_of
from practices.views.reading import BelowPublished


class Cite(BelowPublished, View):
    """The citation of a version as a file: `bib`, `ris`, `json` (CSL), or `datacite`, the record for registrars."""

    def get(self, request, *args, kind, number, **kwargs):
        version, today = self.numbered(number), timezone.localdate()
        stem = f"{version.practice.code}-v{version.number}"
        if kind == "bib":
            return bibtex_file(stem, [version.bibtex(today)])
        if kind == "ris":
            return ris_file(stem, [version.ris(today)])
        if kind == "json":
            return json_file(stem, "application/vnd.citationstyles.csl+json", [version.csl(today)])
        if kind == "datacite":
            return json_file(f"{stem}-datacite", "application/vnd.api+json", datacite_record(version))
        raise Http404


def json_file(stem, content_type, data):
    """The response with `data` as a file."""
    return attachment(f"{stem}.json", content_type, json.dumps(data, ensure_ascii=False, indent=1))


class Paper(BelowPublished, View):
    """The current version to print, in the language of the address."""

    @cached_property
    def version(self):
        found = self.versions().current().get()
        found.practice = self.practice
        return found

    def get(self, request, *args, **kwargs):
        version = self.version
        name = f"{version.practice.code}-v{version.number}-{get_language()}.pdf"
        response = HttpResponse(paper_of(version), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{name}"'
        if not request.user.is_authenticated:
            # It takes a quarter of a second to set, and a link that many follow leads to it.
            patch_cache_control(response, public=True, max_age=3600)
        return response


class PaperOfVersion(Paper):
    """A version of any number to print."""

    @cached_property
    def version(self):
        return self.numbered(self.kwargs["number"])
