"""Published practices: the list, one of them, one of its versions."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from api import asking
from api.asking import Refused
from api.formats import FORMATS, as_json, collection, feature_of, table
from api.records import record_of
from api.views.base import ApiView
from core.addresses import whole
from practices.models import Practice, Version


class PracticeView(ApiView):
    """What a visitor may read of practices."""

    formats = tuple(FORMATS)

    def versions(self):
        """What everybody may read, whoever asks."""
        return Version.objects.visible_to(AnonymousUser()).select_related("practice", "organisation")


class Practices(PracticeView):
    """A page of the list, those published first coming first; `next` leads on."""

    parameters = None

    def get(self, request):
        asked = asking.read(request.GET)
        found = list(asked.of(self.versions().current())[: asked.limit + 1])
        page = found[: asked.limit]
        following = self.following(page[-1]) if len(found) > asked.limit else None
        records = [record_of(version) for version in page]
        links = [(following, "next")] if following else []
        return self.given(self.written(records, following), links=links)

    def following(self, last):
        """The address of the next page: what was asked, behind the last one shown."""
        query = self.request.GET.copy()
        query["cursor"] = asking.cursor_behind(last)
        return f"{whole(reverse('api:practices'))}?{query.urlencode()}"

    def written(self, records, following):
        if self.format == "csv":
            return table(records)
        if self.format == "geojson":
            return as_json(collection(records) | ({"next": following} if following else {}))
        return as_json({"next": following, "results": records})


class OnePractice(PracticeView):
    """What is published of a practice now; 410 for one that was archived, with the reason."""

    def get(self, request, code, **kwargs):
        practice = Practice.objects.visible_to(AnonymousUser()).by_code(code).first()
        if practice is None:
            raise Http404
        if practice.status == Practice.Status.ARCHIVED:
            raise Refused(410, _("This datasheet was archived. %(reason)s") % {"reason": practice.reason})
        version = self.version_of(practice)
        if version is None:
            raise Http404
        return self.given(self.written(record_of(version)), changed_at=version.published_at)

    def version_of(self, practice):
        """The Version to give, or None."""
        return self.versions().current().filter(practice=practice).first()

    def written(self, record):
        if self.format == "csv":
            return table([record])
        return as_json(feature_of(record) if self.format == "geojson" else record)


class OneVersion(OnePractice):
    """A version as it was published, for ever."""

    def version_of(self, practice):
        return self.versions().filter(practice=practice, number=self.kwargs["number"]).first()
