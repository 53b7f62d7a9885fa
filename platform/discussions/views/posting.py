"""Writing: a new discussion, a further post, the same words mended, a press of thanks."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView

from core.refusals import add_errors
from discussions.forms import EditForm, ReplyForm, StartForm
from discussions.models import Draft, Post, Reaction, Thread
from discussions.models.post import LONGEST
from discussions.views import InDiscussions, PostAction, WordsOnPost
from discussions.views.pages import ThreadDetail, key_of


class Drafting:
    """A form whose words are kept: by the button "Save the draft", and every half minute where a script runs."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        by_itself = "autosave" in request.GET
        if not (by_itself or "draft" in request.POST):
            return super().post(request, *args, **kwargs)
        typed = {name: request.POST.get(name, "").replace("\0", "") for name in ("title", "text")}
        Draft.objects.keep(request.user, title=typed["title"][:150], text=typed["text"][:LONGEST], **self.draft_place)
        if by_itself:
            return HttpResponse(status=204)
        messages.success(request, _("Your draft is kept. Only you see it."))
        return redirect(request.path)


class Start(Drafting, InDiscussions, LoginRequiredMixin, FormView):
    """A new discussion, from somebody who writes here."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = StartForm
    template_name = "discussions/thread_form.html"
    page_title = gettext_lazy("Begin a discussion")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not self.may_post:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def draft_place(self):
        return {"space": self.space}

    def get_initial(self):
        draft = Draft.objects.visible_to(self.request.user).filter(space=self.space).first()
        begun = {"title": draft.title, "text": draft.text} if draft else {}
        return super().get_initial() | {"language": get_language()} | begun

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"may_announce": self.may_moderate}

    def form_valid(self, form):
        try:
            thread = Thread.objects.start(self.space, by=self.request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Your discussion stands here now. You hear of answers."))
        return redirect(thread)


class Sending(LoginRequiredMixin, ThreadDetail):
    """The page of a thread, to which a post is sent; refused, it keeps what was typed."""

    http_method_names = ["get", "head", "post", "options"]

    def post(self, request, *args, **kwargs):
        form = ReplyForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                post = self.send(form.cleaned_data)
            except ValidationError as error:
                add_errors(form, error)
            else:
                messages.success(request, _("Your post stands below. You can edit it for 30 minutes."))
                return redirect(f"{self.thread.get_absolute_url()}?last#post-{post.pk}")
        # What is stored now: somebody may have closed it meanwhile.
        del self.thread, self.found
        return self.render_to_response(self.get_context_data(reply_form=form, form=form))

    def send(self, typed):
        """Call the verb; returns the Post."""
        if key := typed.pop("quotes"):
            typed["quotes"] = self.standing(key)
            if typed["quotes"] is None:
                raise ValidationError(_("The post you quote is gone."))
        return self.thread.reply(by=self.request.user, **{name: value for name, value in typed.items() if value})

    def standing(self, key):
        """The post of this thread that may be quoted, or None."""
        posts = Post.objects.visible_to(self.request.user).filter(thread=self.thread, hidden_at=None)
        return posts.select_related("author").filter(pk=key).first()


class Reply(Drafting, Sending):
    """A further post, perhaps quoting another (`?quote=`)."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.has_perm("discussions.reply_thread", self.thread):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def draft_place(self):
        return {"thread": self.thread}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        key = key_of(self.request.POST.get("quotes") or self.request.GET.get("quote"))
        if context["reply_form"] and key and (quoted := self.standing(key)):
            context["quoted"] = quoted
            context["reply_form"].initial["quotes"] = quoted.pk
        return context


class Edit(WordsOnPost):
    permission_required = "discussions.edit_post"
    form_class = EditForm
    title = gettext_lazy("Edit the post")
    help_text = gettext_lazy("A post can be edited for 30 minutes. What it said before stays to be read.")
    shows_post = False

    def get_initial(self):
        return {"text": self.post_at_hand.text}

    def perform(self, about, typed):
        about.edit(typed["text"], by=self.request.user)
        messages.success(self.request, _("Your post is edited."))
        return about


class React(PostAction):
    """One press says it, another takes it back."""

    permission_required = "discussions.react_post"

    def perform(self, obj):
        kind = self.request.POST.get("kind")
        if kind not in Reaction.Kind.values:
            raise ValidationError(_("Choose what you want to say."))
        if "take_back" in self.request.POST:
            obj.take_reaction_back(kind, by=self.request.user)
        else:
            obj.react(kind, by=self.request.user)
