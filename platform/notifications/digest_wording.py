"""The words of the gathered mails: what is new; in the weekly one also what waits, in the words and the order of
"My duties", then what comes."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import get_current_timezone_name, localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core.addresses import whole
from core.coming import DAYS, coming
from notifications.news import MOST
from notifications.stop_link import StopLink


class DigestWording:
    """Title, text and HTML of a digest in the language and time zone that are active when they are asked for."""

    def __init__(self, digest):
        self.digest, self.person = digest, digest.person
        self.stop = StopLink(self.person, digest.rhythm)

    @cached_property
    def waiting(self):
        """What waits for her, where this digest tells it."""
        from home.duties import Waiting

        return Waiting(self.person) if self.digest.tells_what_waits else None

    @cached_property
    def coming(self):
        return coming(self.person) if self.digest.tells_what_waits else []

    @property
    def headers(self):
        return self.stop.headers

    @property
    def title(self):
        number = self.waiting.number if self.waiting else 0
        if number:
            words = ngettext(
                "Your week: %(number)d thing waits for you", "Your week: %(number)d things wait for you", number
            )
            return words % {"number": number}
        if not self.digest.is_weekly:
            return _("Your day: what is new")
        return _("Your week: what is new") if self.digest.news.items else _("Your week: what comes")

    @property
    def context(self):
        shown = self.waiting.first(MOST) if self.waiting else []
        return {
            "title": self.title,
            "subject": self.title,
            "language": get_language(),
            "news": [reported(item) for item in self.digest.news.items],
            "has_more_news": self.digest.news.has_more,
            "news_url": whole(reverse("notifications:list")),
            "groups": [(when.label, [told(entry) for entry in entries]) for when, entries in shown],
            "more": self.waiting.number - sum(len(entries) for _when, entries in shown) if self.waiting else 0,
            "coming": [announced(each) for each in self.coming[:MOST]],
            "days": DAYS,
            **self.button,
            "is_weekly": self.digest.is_weekly,
            "zone": get_current_timezone_name(),
            "settings_url": whole(reverse("notifications:settings")),
            "stop_url": self.stop.url,
        }

    @property
    def button(self):
        """It leads to her duties where there are any, else to her notices."""
        if self.waiting and (self.waiting.number or self.coming):
            return {
                "action": _("Open my duties"),
                "action_url": whole(reverse("home:duties")),
                "duties_url": whole(reverse("home:duties")),
            }
        return {"action": _("Open my notices"), "action_url": whole(reverse("notifications:list"))}

    @property
    def html(self):
        return render_to_string("mail/digest.html", self.context)

    @property
    def text(self):
        return render_to_string("mail/digest.txt", self.context)


def reported(item):
    """One item of the news as the templates want it: its lines, how much they leave out, where and when."""
    notice = item.newest
    moment = localtime(notice.created_at)
    at = _("%(day)s, %(hour)s") % {"day": date_format(moment), "hour": date_format(moment, "H:i")}
    titles = item.titles
    return {
        "title": titles[0],
        "lines": titles[1:],
        "more": item.number - len(titles),
        "room": str(notice.space) if notice.space else "",
        "at": at,
        "url": whole(notice.get_absolute_url()),
    }


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
