"""Looking after posts: reported, hidden for a reason, shown again; the author objects, somebody else answers."""

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from discussions.forms import ReasonForm, SplitForm, WordsForm
from discussions.views import PostAction, WordsOnPost


class Report(WordsOnPost):
    permission_required = "discussions.report_post"
    form_class = ReasonForm
    title, button = gettext_lazy("Report the post"), pgettext_lazy("a post", "Report it")
    help_text = gettext_lazy("Those who moderate this room read your reason. You are told what came of it.")

    def perform(self, about, typed):
        about.report(typed["reason"], by=self.request.user)
        messages.success(self.request, _("Thank you. Those who moderate this room look at it."))
        return about


class Dismiss(PostAction):
    permission_required = "discussions.warn_post"
    success_message = gettext_lazy("The reports are settled: nothing to object to.")

    def perform(self, obj):
        obj.dismiss_reports(by=self.request.user)


class Hide(WordsOnPost):
    permission_required = "discussions.hide_post"
    form_class = ReasonForm
    title, button = gettext_lazy("Hide the post"), gettext_lazy("Hide it")
    help_text = gettext_lazy("Nobody reads it any more save its author and those who moderate. The author is told why.")
    is_grave = True

    def perform(self, about, typed):
        about.hide(typed["reason"], by=self.request.user)
        messages.success(self.request, _("The post is hidden. Whoever wrote it has been told."))
        return about


class Show(PostAction):
    permission_required = "discussions.show_post"
    success_message = gettext_lazy("Everybody reads it again. Whoever wrote it has been told.")

    def perform(self, obj):
        obj.show(by=self.request.user)


class Appeal(WordsOnPost):
    permission_required = "discussions.appeal_post"
    form_class = WordsForm
    title, button = gettext_lazy("Object to the hiding"), gettext_lazy("Send")
    help_text = gettext_lazy("Say why the post should stand. Somebody else than who hid it reads this and answers.")

    def perform(self, about, typed):
        about.appeal(typed["words"], by=self.request.user)
        messages.success(self.request, _("Your objection is sent. You are told what came of it."))
        return about


class Uphold(PostAction):
    permission_required = "discussions.uphold_post"
    success_message = gettext_lazy("The post stays hidden. Whoever wrote it has been told.")

    def perform(self, obj):
        obj.uphold(by=self.request.user)


class Warn(WordsOnPost):
    permission_required = "discussions.warn_post"
    form_class = WordsForm
    title, button = gettext_lazy("Warn the author"), gettext_lazy("Send")
    help_text = gettext_lazy("Only the author reads these words. The post stays.")

    def perform(self, about, typed):
        about.warn(typed["words"], by=self.request.user)
        messages.success(self.request, _("The author has been warned."))
        return about


class Split(WordsOnPost):
    permission_required = "discussions.split_post"
    form_class = SplitForm
    title, button = gettext_lazy("Make it a discussion of its own"), gettext_lazy("Split")
    help_text = gettext_lazy("This post and all later ones leave this discussion and begin a new one.")

    def perform(self, about, typed):
        apart = self.thread.split(about, typed["title"], by=self.request.user)
        messages.success(self.request, _("The posts stand in a discussion of their own now."))
        return apart
