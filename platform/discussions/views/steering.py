"""Looking after a thread: followed or muted, closed and reopened, pinned, moved, merged."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from discussions.forms import ConclusionForm, MergeForm, MoveForm
from discussions.models import Thread
from discussions.views import ThreadAction, WordsOnThread
from spaces.models import Space

# So many discussions of the room are offered, those somebody wrote in last.
OFFERED = 200


class Follow(ThreadAction):
    """What this person wants to hear of it: `choice` is follow, mute or unfollow."""

    SAID = {
        "follow": gettext_lazy("You hear of what is written here."),
        "mute": gettext_lazy("You hear nothing of this discussion any more."),
        "unfollow": gettext_lazy("You no longer follow this discussion."),
    }

    def perform(self, obj):
        choice = self.request.POST.get("choice")
        if choice not in self.SAID:
            raise ValidationError(_("Choose whether you follow this discussion."))
        getattr(obj, choice)(by=self.request.user)
        messages.success(self.request, self.SAID[choice])


class Close(WordsOnThread):
    permission_required = "discussions.close_thread"
    form_class = ConclusionForm
    title, button = gettext_lazy("Close the discussion"), pgettext_lazy("a discussion", "Close it")
    help_text = gettext_lazy("Nobody writes in it any more. It can be opened again.")

    def perform(self, about, typed):
        about.close(typed["conclusion"], by=self.request.user)
        messages.success(self.request, _("The discussion is closed. Those who follow it have been told."))
        return about


class Reopen(ThreadAction):
    permission_required = "discussions.close_thread"
    success_message = gettext_lazy("The discussion is open again.")

    def perform(self, obj):
        obj.reopen(by=self.request.user)


class Pin(ThreadAction):
    """Pinned with `pinned=1`, otherwise no longer."""

    permission_required = "discussions.pin_thread"

    def perform(self, obj):
        if self.request.POST.get("pinned") == "1":
            obj.pin(by=self.request.user)
            messages.success(self.request, _("The discussion stands first in the list."))
        else:
            obj.unpin(by=self.request.user)
            messages.success(self.request, _("The discussion is no longer pinned."))


class Move(WordsOnThread):
    permission_required = "discussions.move_thread"
    form_class = MoveForm
    title, button = gettext_lazy("Move the discussion"), pgettext_lazy("a discussion", "Move it")
    help_text = gettext_lazy("Those who are let in there read it from then on; others no longer do.")

    def get_form_kwargs(self):
        """The other rooms this person moderates."""
        user = self.request.user
        spaces = Space.objects.visible_to(user).owned().with_owner().exclude(pk=self.space.pk)
        if not user.has_perm("spaces.moderate_space"):
            spaces = spaces.moderated_by(user)
        return super().get_form_kwargs() | {"spaces": spaces}

    def form_valid(self, form):
        form.cleaned_data["space"] = form.spaces[form.cleaned_data["space"]]
        return super().form_valid(form)

    def perform(self, about, typed):
        about.move(typed["space"], by=self.request.user)
        messages.success(self.request, _("The discussion lies here now."))
        return about


class Merge(WordsOnThread):
    permission_required = "discussions.merge_thread"
    form_class = MergeForm
    title, button = gettext_lazy("Merge into another discussion"), pgettext_lazy("two discussions", "Merge them")
    help_text = gettext_lazy(
        "The posts of this discussion stand in the other one then, in the order in which they were written. "
        "Its address leads there, and who follows it follows the other. This cannot be undone."
    )
    is_grave = True

    def get_form_kwargs(self):
        """The other open ones of this room."""
        threads = (
            Thread.objects.visible_to(self.request.user).open().filter(space=self.space).exclude(pk=self.thread.pk)
        )
        return super().get_form_kwargs() | {"threads": threads.order_by("-last_post_at", "-pk")[:OFFERED]}

    def form_valid(self, form):
        form.cleaned_data["thread"] = form.threads[form.cleaned_data["thread"]]
        return super().form_valid(form)

    def perform(self, about, typed):
        about.merge(typed["thread"], by=self.request.user)
        messages.success(self.request, _("The two discussions are one now."))
        return typed["thread"]
