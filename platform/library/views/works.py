"""One work: what is known of it, its files, how it is cited."""

from functools import partial

from django.db import transaction
from django.http import Http404, HttpResponseBadRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.generic import TemplateView, View

from core.citing import bibtex_file, ris_file
from core.templatetags.languages import language_of
from core.views.files import StoredFileView
from library.models import Download, Version
from library.views import OfWork
from library.wordings import large_regions
from partners.vocabulary import vocabulary
from spaces.views import InSpace


class WorkDetail(OfWork, TemplateView):
    """What is known of a work, in which languages it can be read, how it is cited. Of a withdrawn one: why it went."""

    http_method_names = ["get", "head", "options"]
    template_name = "library/work_detail.html"

    @property
    def page_title(self):
        return str(self.work)

    @cached_property
    def versions(self):
        """All versions, the current ones first, among them those in the reader's language."""
        versions = list(self.work.versions.as_listed())
        for version in versions:
            version.work = self.work
        return sorted(versions, key=lambda each: (not each.is_current, each.language != get_language()))

    def get_context_data(self, **kwargs):
        work, user = self.work, self.request.user
        verbs = ("change", "withdraw", "restore")
        shown = {"may": {verb: user.has_perm(f"library.{verb}_work", work) for verb in verbs}}
        if work.is_kept:
            slugs = set(work.regions.values_list("slug", flat=True))
            codes = set(work.objectives.values_list("code", flat=True))
            shown |= {
                "current": [version for version in self.versions if version.is_current],
                "earlier": [version for version in self.versions if not version.is_current],
                "number_of_downloads": sum(version.number_of_downloads for version in self.versions),
                "regions": [name for slug, name in large_regions().items() if slug in slugs],
                "objectives": [(code.lower(), name) for code, name in vocabulary().objectives.items() if code in codes],
                "themes": list(work.themes.all()),
            }
        return super().get_context_data(**shown | kwargs)


class Cite(OfWork, View):
    """The work as a file for reference programs."""

    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        if not self.work.is_kept:
            raise Http404
        kind, language = request.GET.get("kind"), language_of(self.work, "title")
        stem = f"library-{self.work.pk}"
        if kind == "bib":
            return bibtex_file(stem, [self.work.bibtex(language)])
        if kind == "ris":
            return ris_file(stem, [self.work.ris(language)])
        return HttpResponseBadRequest()


class VersionFile(InSpace, StoredFileView):
    """The file of a version, for whoever is let into its space at this moment."""

    http_method_names = ["get", "head", "options"]
    model = Version

    def get_queryset(self):
        return super().get_queryset().filter(work__space__slug=self.kwargs["slug"]).select_related("stored")

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        # A program that asks how large it is, or for the rest of a file it has begun, downloads nothing anew.
        if request.method == "GET" and "Range" not in request.headers:
            # Behind the answer: a download neither waits for the counting of another one nor fails with it.
            transaction.on_commit(partial(Download.objects.count_one, kwargs["pk"]), robust=True)
        return response

    def stored(self, version):
        return version.stored
