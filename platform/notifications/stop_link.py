"""The link at the foot of a mail by which it is the last of its kind."""

from django.urls import reverse

from core.addresses import whole


class StopLink:
    """Stops mails of `what` to `person`: its page has a button, whose POST needs no signing in."""

    def __init__(self, person, what):
        self.person, self.what = person, what

    @property
    def url(self):
        """The full address, on the configured site whatever a request may say."""
        from notifications.models.stopping import token_of

        return whole(reverse("notifications:stop", args=[token_of(self.person, self.what)]))

    @property
    def headers(self):
        """One click in her mail program is enough (RFC 8058)."""
        return {"List-Unsubscribe": f"<{self.url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
