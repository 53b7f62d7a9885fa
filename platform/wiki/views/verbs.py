"""What else is done with a page: followed, restored, renamed, protected, removed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from core.refusals import add_errors
from core.views import ObjectActionView, ObjectPermissionMixin
from wiki.forms import RemoveForm, RenameForm
from wiki.views import OfPage, number_in


class PageAction(ObjectActionView, OfPage):
    """A verb without words."""

    def get_object(self, queryset=None):
        return self.page

    def get_success_url(self):
        return self.reload().get_absolute_url()


class Follow(PageAction):
    """What this person wants to hear of it: `choice` is follow or unfollow."""

    SAID = {
        "follow": gettext_lazy("You are told when this page changes."),
        "unfollow": gettext_lazy("You are no longer told when this page changes."),
    }

    def perform(self, page):
        choice = self.request.POST.get("choice")
        if choice not in self.SAID:
            raise ValidationError(_("Choose whether you follow this page."))
        getattr(page, choice)(by=self.request.user)
        messages.success(self.request, self.SAID[choice])


class Restore(PageAction):
    permission_required = "wiki.edit_page"
    success_message = gettext_lazy("Restored, as a new edition.")

    def perform(self, page):
        page.restore(number_in(self.request.POST.get("edition", "")), by=self.request.user)


class Protect(PageAction):
    permission_required = "wiki.protect_page"
    success_message = gettext_lazy("Protected: only moderators edit this page now.")

    def perform(self, page):
        page.protect(by=self.request.user)


class Unprotect(PageAction):
    permission_required = "wiki.protect_page"
    success_message = gettext_lazy("Everybody who writes in this room can edit this page again.")

    def perform(self, page):
        page.unprotect(by=self.request.user)


class BringBack(PageAction):
    permission_required = "wiki.remove_page"
    success_message = gettext_lazy("The page is back. Those who wrote it have been told.")

    def perform(self, page):
        page.bring_back(by=self.request.user)


class WordsOnPage(OfPage, ObjectPermissionMixin, FormView):
    """A verb that needs some words: a small page with a form."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "wiki/words_form.html"
    button = help_text = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page=self.page, title=self.page_title, button=self.button, help_text=self.help_text, **kwargs
        )

    def form_valid(self, form):
        try:
            self.perform(self.page, form.cleaned_data)
        except ValidationError as error:
            self.reload()
            add_errors(form, error)
            return self.form_invalid(form)
        return redirect(self.reload())


class Rename(WordsOnPage):
    permission_required = "wiki.edit_page"
    form_class = RenameForm
    page_title, button = gettext_lazy("Rename the page"), gettext_lazy("Rename it")
    help_text = gettext_lazy("The old address and links to the old title keep leading here.")

    def get_initial(self):
        return {"title": self.page.title}

    def perform(self, page, typed):
        page.rename(typed["title"], by=self.request.user)
        messages.success(self.request, _("Renamed. What led to the old title leads here."))


class Remove(WordsOnPage):
    permission_required = "wiki.remove_page"
    form_class = RemoveForm
    page_title, button = gettext_lazy("Remove the page"), gettext_lazy("Remove it")
    help_text = gettext_lazy("Only moderators see it then. Its editions are kept, and it can be brought back.")

    def perform(self, page, typed):
        page.remove(typed["reason"], by=self.request.user)
        messages.success(self.request, _("Removed. Everybody who wrote it has been told, with your reason."))
