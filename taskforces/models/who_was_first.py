"""Two people at once: the second hears who was first."""

from django.utils.translation import gettext as _

from core.models import Activity


class WhoWasFirst:
    """A recorded model that can say who called a verb last."""

    def told_who(self, verb, sentence):
        """`sentence` with the %(name)s of whoever did `verb` last."""
        last = Activity.objects.about(self).filter(verb=verb).select_related("actor").first()
        name = str(last.actor) if last and last.actor else _("Somebody")
        return sentence % {"name": name}
