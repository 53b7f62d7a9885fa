"""A published datasheet, its earlier versions, and what is left of one that went."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from core.addresses import whole
from core.templatetags.languages import name_of
from practices.evidence import DEMANDS, Level
from practices.linked import linked
from practices.mapping import dots_of
from practices.models import Illustration, Version
from practices.reading import WORDS_ON_TOP, Head, costs_of, facts_of, sections_of
from practices.summary import sentences_of
from practices.views import BelowPractice
from regions.projection import HEIGHT, WIDTH


class BelowPublished(BelowPractice):
    """A page or a file about what was published of a datasheet; 410 and the reason for one that was archived."""

    http_method_names = ["get", "head", "options"]

    def dispatch(self, request, *args, **kwargs):
        if request.method.lower() not in self.http_method_names:
            return self.http_method_not_allowed(request, *args, **kwargs)
        practice = self.practice
        if practice.status == practice.Status.ARCHIVED and not request.user.has_perm("practices.view_practice"):
            context = {"practice": practice, "crumbs": self.crumbs()}
            return render(request, "practices/practice_gone.html", context, status=410)
        if practice.published_at is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def versions(self):
        """Those of the sheet she may read, the newest first."""
        found = Version.objects.visible_to(self.request.user).filter(practice=self.practice)
        return found.select_related("organisation").order_by("-number")

    def numbered(self, number):
        """The Version of this number; 404 when there is none."""
        found = self.versions().filter(number=number).first()
        if found is None:
            raise Http404
        found.practice = self.practice
        return found

    def crumbs(self, *further):
        own = self.practice.get_absolute_url() if further else None
        return [(_("Practices"), reverse("practices:list")), (self.practice.title, own), *further]


class VersionPage(BelowPublished, TemplateView):
    """One published version to read."""

    template_name = "practices/practice_detail.html"

    @cached_property
    def version(self):
        """The Version to show."""
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        practice, version = self.practice, self.version
        contents, languages = version.contents, version.languages
        practices, (_title, own), *further = self.crumbs()
        crumbs = [practices, (str(version), own), *further]
        return super().get_context_data(
            practice=practice,
            version=version,
            head=Head.of(version),
            facts=list(facts_of(contents, version.form)),
            summary=sentences_of(contents, version.form),
            sections=sections_of(contents, version.form, original=version.language, without=WORDS_ON_TOP),
            costs=costs_of(contents),
            evidence=version.evidence,
            foreign_language="" if get_language() in languages else name_of(version.language),
            language_names=[name_of(code) for code in languages],
            dots=dots_of(contents),
            map_width=WIDTH,
            map_height=HEIGHT,
            illustrations=Illustration.objects.visible_to(self.request.user).filter(versions=version).in_order(),
            all_versions=list(self.versions()),
            citation=version.citation(timezone.localdate()),
            paper_url=whole(self.paper_url),
            linked=linked(version, [*crumbs[:-1], (crumbs[-1][0], version.permanent_url)]),
            crumbs=crumbs,
            **kwargs,
        )

    @property
    def paper_url(self):
        """Where this version can be had to print."""
        return reverse("practices:paper-of-version", args=[self.practice.code, self.version.number])


class PracticeDetail(VersionPage):
    """The current version, at the address for ever: another word behind the code leads here, too."""

    def get(self, request, *args, **kwargs):
        if kwargs.get("slug") != self.practice.slug:
            return redirect(self.practice.get_absolute_url(), permanent=True)
        return super().get(request, *args, **kwargs)

    @cached_property
    def version(self):
        found = self.versions().current().get()
        found.practice = self.practice
        return found

    @property
    def paper_url(self):
        return reverse("practices:paper", args=[self.practice.code, self.practice.slug])


class VersionDetail(VersionPage):
    """A version as it was published, at its own address for ever."""

    @cached_property
    def version(self):
        return self.numbered(self.kwargs["number"])

    def crumbs(self, *further):
        return super().crumbs((_("Version %(number)d") % {"number": self.kwargs["number"]}, None))


class EvidenceRule(TemplateView):
    """By which rule the evidence of a sheet is told."""

    http_method_names = ["get", "head", "options"]
    template_name = "practices/evidence.html"

    def get_context_data(self, **kwargs):
        levels = [(level, [each.sentence for each in DEMANDS if each.level == level]) for level in Level]
        crumbs = [(_("Practices"), reverse("practices:list")), (_("How evidence is judged"), None)]
        return super().get_context_data(levels=levels, crumbs=crumbs, **kwargs)
