"""The frame of every page: which section this is, what waits for the person who reads."""

from urllib.parse import urlencode

from django.utils.functional import cached_property

from home.remembering import remembered

NOTHING = {"duties": 0, "unread": 0, "is_partner": False}


def frame(request):
    """`nav.section`, `nav.duties`, `nav.unread`, `nav.shows_hub`: asked only by pages that show them."""
    return {"nav": Frame(request)}


class Frame:
    """What the header shows."""

    def __init__(self, request):
        self.request = request

    @property
    def section(self):
        """The app whose page this is."""
        match = self.request.resolver_match
        return match.namespace if match else ""

    @property
    def is_front(self):
        """Whether it is the first page of its section."""
        match = self.request.resolver_match
        return match is not None and match.url_name == "list"

    @property
    def way_back(self):
        """What links to sign-in and sign-up carry: this page, to come back to; nothing on the first pages."""
        if self.section in ("", "home", "accounts"):
            return ""
        return f"?{urlencode({'next': self.request.get_full_path()})}"

    @cached_property
    def _counts(self):
        user = getattr(self.request, "user", None)
        return remembered(self.request) if user is not None and user.is_authenticated else NOTHING

    @property
    def duties(self):
        return self._counts["duties"]

    @property
    def shows_hub(self):
        """Whether the hub is open to the person who reads."""
        return self._counts["is_partner"] or self.request.user.is_staff

    @property
    def unread(self):
        return self._counts["unread"]
