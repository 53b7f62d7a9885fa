"""The words of the weekly digest: what waits in the words and the order of "My duties", then what comes."""

from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import get_current_timezone_name, localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core.coming import DAYS, coming
from notifications.models.digest import token_of

# More than anybody reads in a mail; the page has the rest.
MOST = 15


def whole(address):
    """The full address of a page, on the configured site whatever a request may say."""
    return urljoin(settings.SITE_URL, str(address))


class DigestWording:
    """Title, text and HTML of a digest in the language and time zone that are active when they are asked for."""

    def __init__(self, digest):
        self.digest, self.person = digest, digest.person

    @cached_property
    def waiting(self):
        from home.duties import Waiting

        return Waiting(self.person)

    @cached_property
    def coming(self):
        return coming(self.person)

    @property
    def stop_url(self):
        """The page with the button that stops these mails; the button's POST needs no signing in."""
        return whole(reverse("notifications:digest-stop", args=[token_of(self.person)]))

    @property
    def headers(self):
        """One click in her mail program stops them (RFC 8058)."""
        return {"List-Unsubscribe": f"<{self.stop_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}

    @property
    def title(self):
        number = self.waiting.number
        if not number:
            return _("Your week: what comes")
        words = ngettext(
            "Your week: %(number)d thing waits for you", "Your week: %(number)d things wait for you", number
        )
        return words % {"number": number}

    @property
    def context(self):
        shown = self.waiting.first(MOST)
        return {
            "title": self.title,
            "subject": self.title,
            "language": get_language(),
            "groups": [(when.label, [told(entry) for entry in entries]) for when, entries in shown],
            "more": self.waiting.number - sum(len(entries) for _when, entries in shown),
            "coming": [announced(each) for each in self.coming[:MOST]],
            "days": DAYS,
            "action": _("Open my duties"),
            "action_url": whole(reverse("home:duties")),
            "zone": get_current_timezone_name(),
            "settings_url": whole(reverse("notifications:settings")),
            "stop_url": self.stop_url,
        }

    @property
    def html(self):
        return render_to_string("mail/digest.html", self.context)

    @property
    def text(self):
        return render_to_string("mail/digest.txt", self.context)


def told(entry):
    """One duty as the templates want it; what people wrote stays on one line."""
    duty = entry.duty
    return {
        "title": duty.title,
        "about": " ".join(duty.about.split()),
        "role": entry.acting.name,
        "timing": entry.timing,
        "url": whole(duty.url),
    }


def announced(each):
    """One thing that comes, with its day and, where it has one, its hour."""
    moment = localtime(each.moment)
    at = date_format(moment)
    if each.has_hour:
        at = _("%(day)s, %(hour)s (%(zone)s)") % {
            "day": at,
            "hour": date_format(moment, "H:i"),
            "zone": get_current_timezone_name(),
        }
    return {"title": each.title, "about": " ".join(each.about.split()), "at": at, "url": whole(each.url)}
