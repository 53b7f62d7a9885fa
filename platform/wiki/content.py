"""Pages of a wiki as what lies in a space."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from spaces.contents import Content, register
from wiki.models import Page


class Wiki(Content):
    """The pages of a space that people write together."""

    key, title, position = "wiki", _("Wiki"), 30
    nothing = _("Nothing has been written down here yet.")

    def newest(self, user):
        return Page.objects.visible_to(user).standing().annotate(news_at=F("changed_at")).order_by("-news_at", "-pk")


register(Wiki())
