"""What the pages of discussions have in common: a thread or a post of the space in the address."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from core.refusals import add_errors
from core.views import ObjectActionView
from discussions.models import Post, Thread
from spaces.views import InSpace

__all__ = ["InDiscussions", "OfPost", "OfThread", "PostAction", "ThreadAction", "WordsOnPost", "WordsOnThread"]


class InDiscussions(InSpace):
    """Among the discussions of a space."""

    current_tab = "discussions"


class OfThread(InDiscussions):
    """About a thread that lies in the space."""

    @cached_property
    def found(self):
        """The thread with this key that this person sees, wherever it lies now; of a merged one, the other."""
        visible = Thread.objects.visible_to(self.request.user).with_facts().select_related("space")
        return get_object_or_404(visible.leading_to(self.kwargs["pk"]))

    @cached_property
    def thread(self):
        """The thread, in the space as this person's rights there are known."""
        if self.found.space_id != self.space.pk:
            raise Http404
        self.found.space = self.space
        return self.found

    def get_object(self, queryset=None):
        return self.thread


class OfPost(InDiscussions):
    """About a post of a thread that lies in the space: one whose words this person reads."""

    @cached_property
    def post_at_hand(self):
        """The post; its thread lies in the space as this person's rights there are known."""
        user = self.request.user
        posts = Post.objects.visible_to(user).read_by(user).select_related("thread", "author", "stored")
        post = get_object_or_404(posts, pk=self.kwargs["pk"], thread__space=self.space)
        post.thread.space = self.space
        return post

    @property
    def thread(self):
        """The thread it stands in."""
        return self.post_at_hand.thread

    def get_object(self, queryset=None):
        return self.post_at_hand


class ThreadAction(OfThread, ObjectActionView):
    """A verb on a thread without further words."""

    model = Thread

    def dispatch(self, request, *args, **kwargs):
        # A button pressed without being signed in leads back to the page it stood on.
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)


class PostAction(OfPost, ObjectActionView):
    """A verb on a post without further words."""

    model = Post

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)


class WordsOn:
    """A small page with a form about a thread or a post: `perform` calls the verb and returns where to go."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "discussions/words_form.html"
    permission_required = None
    title = help_text = ""
    button = gettext_lazy("Save")
    is_grave = False
    # Whether what the form is about has words that stand above it.
    shows_post = True

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not request.user.has_perm(self.permission_required, self.get_object()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def page_title(self):
        return self.title

    def crumbs(self):
        """Down to the list as always, then the thread, then this page."""
        below = super().crumbs()[:-1]
        return [*below, (self.thread.title, self.thread.get_absolute_url()), (self.title, None)]

    def get_context_data(self, **kwargs):
        about = self.get_object()
        words = {name: getattr(self, name) for name in ("title", "button", "help_text", "is_grave")}
        shown = {"thread": self.thread, "about": about, "quoted": about if self.shows_post else None}
        return super().get_context_data(**words | shown | kwargs)

    def form_valid(self, form):
        try:
            return redirect(self.perform(self.get_object(), form.cleaned_data))
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)

    def perform(self, about, typed):
        """Call the verb; returns where to go."""
        raise NotImplementedError


class WordsOnThread(WordsOn, OfThread, LoginRequiredMixin, FormView):
    """A form about a thread."""

    shows_post = False


class WordsOnPost(WordsOn, OfPost, LoginRequiredMixin, FormView):
    """A form about a post."""
