"""A published datasheet, its earlier versions, and what is left of one that went."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from practices import costs
from practices.models import Version
from practices.reading import sections_of
from practices.views import BelowPractice


class VersionPage(BelowPractice, TemplateView):
    """One published version to read."""

    template_name = "practices/practice_detail.html"

    def version_of(self, practice):
        """The Version to show; 404 when there is none she may read."""
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        practice, version = self.practice, self.version_of(self.practice)
        return super().get_context_data(
            practice=practice,
            version=version,
            sections=sections_of(version.contents, version.form, original=version.language),
            costs=costs.totals(version.contents),
            crumbs=self.crumbs(),
            **kwargs,
        )


class PracticeDetail(VersionPage):
    """The current version, at the address for ever: another word behind the code leads here, too."""

    def get(self, request, *args, **kwargs):
        practice = self.practice
        if practice.status == practice.Status.ARCHIVED and not request.user.has_perm("practices.view_practice"):
            context = {"practice": practice, "crumbs": self.crumbs()}
            self.template_name = "practices/practice_gone.html"
            return self.render_to_response(context, status=410)
        if practice.published_at is None:
            raise Http404
        if kwargs.get("slug") != practice.slug:
            return redirect(practice.get_absolute_url(), permanent=True)
        return super().get(request, *args, **kwargs)

    def version_of(self, practice):
        return Version.objects.visible_to(self.request.user).filter(practice=practice).current().get()


class VersionDetail(VersionPage):
    """An earlier version, as it was published."""

    def version_of(self, practice):
        found = Version.objects.visible_to(self.request.user).filter(practice=practice, number=self.kwargs["number"])
        if not found:
            raise Http404
        return found[0]

    def crumbs(self, *further):
        return super().crumbs((_("Version %(number)d") % {"number": self.kwargs["number"]}, None))
