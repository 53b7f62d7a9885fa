"""The words of a notice or a letter: one template per activity and audience.

templates/notices/<app>/<model>_<verb>_<audience>.html has the partials `title` and `body`, and may have `action`
(what its button says) and `url` (where the button leads, unless that is the page of what happened). The reader is
`recipient` in the words of a notice, `addressee` in those of a letter to somebody without an account.
"""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.addresses import whole
from core.letters import Letter
from core.notice_kinds import Kind
from notifications.stop_link import StopLink


def template_name(key, audience):
    """The template of what happened (`key`, "app.model.verb") for those who hear it as `audience`."""
    app, model, verb = key.split(".")
    return f"notices/{app}/{model}_{verb}_{audience}.html"


class Told(Letter):
    """Title, body, button and mail of what happened, in the language that is active when they are asked for."""

    # What the header of its mail says beside the usual.
    headers = {}

    def __init__(self, activity, audience, **reader):
        self.activity = activity
        self.reader = reader
        super().__init__(
            template_name(activity.key, audience),
            {
                "activity": activity,
                "object": activity.object,
                "actor": activity.actor,
                "data": activity.data,
                "audience": audience,
            }
            | reader,
        )

    @property
    def action(self):
        """What the button says."""
        return self.line("action") or _("Go to the page")

    @property
    def target_url(self):
        """Where that button leads."""
        return self.line("url") or self.activity.object.get_absolute_url()

    def frame_context(self):
        return super().frame_context() | self.reader | {"language": get_language() or "en"}


class Wording(Told):
    """The words of a notice, on its page and in its mail."""

    frame = "mail/notice"

    def __init__(self, notice):
        self.notice = notice
        super().__init__(notice.activity, notice.audience, recipient=notice.recipient)

    @property
    def url(self):
        """The full address of the notice, on the configured site whatever a request may say."""
        return whole(reverse("notifications:open", args=[self.notice.pk]))

    @property
    def stop(self):
        """The link that stops mails of this kind; None where they are about the safety of her account."""
        kind = self.notice.told_kind
        return None if kind == Kind.ACCOUNT else StopLink(self.notice.recipient, kind)

    @property
    def headers(self):
        return self.stop.headers if self.stop else {}

    def frame_context(self):
        return super().frame_context() | {
            "url": self.url,
            "kind": self.notice.told_kind.label,
            "stop_url": self.stop and self.stop.url,
            "settings_url": whole(reverse("notifications:settings")),
        }


class LetterWording(Told):
    """The words of a mail to somebody without an account: its button leads straight to where she can answer."""

    frame = "mail/letter"

    def __init__(self, mail):
        super().__init__(mail.activity, mail.audience, addressee=mail.reader)

    @property
    def url(self):
        """The full address its button leads to."""
        return whole(self.target_url)

    def frame_context(self):
        return super().frame_context() | {
            "action": self.action,
            "action_url": self.url,
            "reason": _("You get this message because this address was given to us for it."),
        }
