"""Comments on ideas: written, mended, removed, hidden."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.views import ObjectActionView, VisibleMixin
from projects.forms.ideas import CommentForm, EditForm, ReasonForm
from projects.models import Comment
from projects.views.ideas import WordsOnIdea


class Write(WordsOnIdea):
    """A comment, or an answer to one (`?answer=`)."""

    permission_required = "projects.discuss_idea"
    open_form = "comment"

    def get_form(self):
        return CommentForm(self.request.POST)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = self.request.POST.get("parent") or self.request.GET.get("answer", "")
        answered = next((first for first, _answers in context["threads"] if str(first.pk) == asked), None)
        if answered and answered.is_standing:
            context["answered"] = answered
            if "form" not in kwargs:
                context["comment_form"].initial["parent"] = answered.pk
        return context

    def perform(self, idea, typed):
        parent = None
        if typed["parent"]:
            visible = Comment.objects.visible_to(self.request.user)
            parent = visible.filter(pk=typed["parent"], idea=idea).first()
            if parent is None:
                raise ValidationError(_("The comment you answer is gone."))
        words = {"language": typed["language"], "key": typed["key"]}
        comment = idea.comment(typed["text"], parent=parent, by=self.request.user, **words)
        messages.success(self.request, _("Your comment stands below the idea. You can edit it for 30 minutes."))
        return comment


class OfComment(VisibleMixin):
    """A comment on an idea this person sees."""

    model = Comment

    def get_queryset(self):
        return super().get_queryset().select_related("idea__task_force__objective", "author", "parent")


class WordsOnComment(LoginRequiredMixin, OfComment, SingleObjectMixin, FormView):
    """A small page with the comment and a form."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "projects/comment_form.html"
    permission_required = None
    title = button = help_text = ""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.object = self.get_object()
        if not request.user.has_perm(self.permission_required, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        idea = self.object.idea
        crumbs = [(_("Ideas"), reverse("projects:ideas")), (idea.title, idea.get_absolute_url()), (self.title, None)]
        words = {"title": self.title, "button": self.button, "help_text": self.help_text}
        return super().get_context_data(comment=self.object, crumbs=crumbs, **words, **kwargs)

    def form_valid(self, form):
        try:
            self.perform(self.object, form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        return redirect(self.object)


class Edit(WordsOnComment):
    permission_required = "projects.edit_comment"
    form_class = EditForm
    title, button = gettext_lazy("Edit the comment"), gettext_lazy("Save")
    help_text = gettext_lazy("A comment can be edited for 30 minutes.")

    def get_initial(self):
        return {"text": self.object.text}

    def perform(self, comment, typed):
        comment.edit(typed["text"], by=self.request.user)
        messages.success(self.request, _("Your comment is edited."))


class Hide(WordsOnComment):
    permission_required = "projects.hide_comment"
    form_class = ReasonForm
    title, button = gettext_lazy("Hide the comment"), gettext_lazy("Hide it")
    help_text = gettext_lazy("Nobody reads it any more. Whoever wrote it is told, with your reason.")

    def perform(self, comment, typed):
        comment.hide(typed["reason"], by=self.request.user)
        messages.success(self.request, _("Hidden. Whoever wrote it has been told."))


class Remove(OfComment, ObjectActionView):
    permission_required = "projects.remove_comment"
    success_message = gettext_lazy("Your comment is removed.")

    def perform(self, comment):
        comment.remove(by=self.request.user)

    def get_success_url(self):
        return self.object.idea.get_absolute_url()
