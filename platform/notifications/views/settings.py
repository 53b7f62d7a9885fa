"""Which mails I get, chosen on a page of my account."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import Q
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from discussions.models import Thread
from discussions.models.follow import Follow
from notifications.forms.settings import MailForm
from notifications.models import NoticeSetting
from spaces.models import Space
from spaces.models.belonging import belonging


class MailSettings(LoginRequiredMixin, FormView):
    """One table, one button."""

    http_method_names = ["get", "post", "head", "options"]
    form_class = MailForm
    template_name = "notifications/settings.html"
    success_url = reverse_lazy("notifications:settings")

    @cached_property
    def chosen(self):
        """{space id: what she has chosen for it}."""
        return dict(self.request.user.room_choices.values_list("space_id", "rhythm"))

    @cached_property
    def rooms(self):
        """Where she belongs, follows a discussion or has chosen something, as long as she may enter."""
        user = self.request.user
        followed = Thread.objects.visible_to(user).filter(follows__person=user, follows__state=Follow.State.FOLLOWING)
        hers = belonging(user) | Q(pk__in=followed.values("space")) | Q(pk__in=self.chosen)
        spaces = Space.objects.visible_to(user).filter(hers).owned().with_owner()
        return sorted(spaces, key=lambda space: (space.room.position, space.slug))

    def get_form_kwargs(self):
        setting = NoticeSetting.of(self.request.user)
        return super().get_form_kwargs() | {"setting": setting, "rooms": self.rooms, "chosen": self.chosen}

    def form_valid(self, form):
        NoticeSetting.choose(self.request.user, by=self.request.user, **form.choice)
        messages.success(self.request, _("Your choice is saved."))
        return super().form_valid(form)
