"""Works as what lies in a space."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from library.models import Work
from spaces.contents import Content, register


class Library(Content):
    """The library of a space."""

    key, title, position = "library", _("Library"), 20
    nothing = _("No document lies here yet.")

    def newest(self, user):
        rows = Work.objects.visible_to(user).kept().select_related("space")
        return rows.annotate(news_at=F("renewed_at")).order_by("-renewed_at", "-pk")


register(Library())
