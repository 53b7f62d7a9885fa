"""Files people uploaded: handed over by the page that knows who may read them, never by their place on the disk."""

from django.http import FileResponse, Http404
from django.utils.cache import patch_cache_control
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from core.views import VisibleMixin


class StoredFileView(VisibleMixin, SingleObjectMixin, View):
    """The file of a visible object: a picture to look at, anything else as a download.

    A page says which file by `stored(obj)`; None answers 404. `is_public` lets browsers keep it for a day.
    """

    is_public = False

    def get(self, request, *args, **kwargs):
        stored = self.stored(self.get_object())
        if stored is None:
            raise Http404
        try:
            content = stored.file.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        response = FileResponse(
            content, as_attachment=not stored.is_picture, filename=stored.name, content_type=stored.content_type
        )
        # Whatever a file holds, it opens in a room without doors.
        response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
        response["X-Content-Type-Options"] = "nosniff"
        if self.is_public:
            patch_cache_control(response, public=True, max_age=86400)
        else:
            patch_cache_control(response, private=True, no_store=True)
        return response

    def stored(self, obj):
        """The StoredFile of `obj`, or None."""
        raise NotImplementedError
