"""The words of a notice: one template per activity and audience.

templates/notices/<app>/<model>_<verb>_<audience>.html has the partials `title` and `body`, and may have `action`
(what its button says) and `url` (where the button leads, unless that is the page of what happened).
"""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.letters import Letter


def template_name(key, audience):
    """The template of what happened (`key`, "app.model.verb") for those who hear it as `audience`."""
    app, model, verb = key.split(".")
    return f"notices/{app}/{model}_{verb}_{audience}.html"


class Wording(Letter):
    """Title, body, button and mail of one notice, in the language that is active when they are asked for."""

    frame = "mail/notice"

    def __init__(self, notice):
        activity = notice.activity
        self.notice = notice
        super().__init__(
            template_name(activity.key, notice.audience),
            {
                "activity": activity,
                "object": activity.object,
                "actor": activity.actor,
                "data": activity.data,
                "recipient": notice.recipient,
                "audience": notice.audience,
            },
        )

    @property
    def action(self):
        """What the button of the notice says."""
        return self.line("action") or _("Go to the page")

    @property
    def target_url(self):
        """Where that button leads."""
        return self.line("url") or self.notice.activity.object.get_absolute_url()

    @property
    def url(self):
        """The full address of the notice, on the configured site whatever a request may say."""
        return f"{settings.SITE_URL}{reverse('notifications:open', args=[self.notice.pk])}"

    def frame_context(self):
        return super().frame_context() | {
            "url": self.url,
            "language": get_language() or "en",
            "recipient": self.notice.recipient,
            "settings_url": f"{settings.SITE_URL}{reverse('accounts:profile')}",
        }
