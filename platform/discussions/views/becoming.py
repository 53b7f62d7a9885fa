"""A form for something new that may come of a discussion: it opens with what began the discussion."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from discussions.becoming import Offspring, target_called
from discussions.models import Thread
from discussions.views.pages import key_of
from spaces.models import Space


class FromThread:
    """For the view of a form: with `?from=` and the key of a thread, its words stand in the fields already.

    `target` is the word of the kind that is made; `form_valid` hands `origin` to the verb.
    """

    target = ""
    # The fields for the title and the words, and how much of these they hold.
    fields_for_words = ("title", "text")
    longest_title, longest_text = 150, 3000

    @cached_property
    def origin(self):
        """The Thread it comes from, or None; 404 where this person sees none, or nothing of the kind is made here."""
        if "from" not in self.request.GET:
            return None
        threads = Thread.objects.visible_to(self.request.user).select_related("space")
        thread = get_object_or_404(threads.leading_to(key_of(self.request.GET["from"]) or 0))
        if target_called(self.target).url(thread) != self.request.path:
            raise Http404
        return thread

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and self.origin:
            if not request.user.has_perm("discussions.become_thread", self.origin):
                raise PermissionDenied
            kind = target_called(self.target)
            # A form that is sent twice finds what it made by its key; whoever only opens it is led back.
            if request.method == "GET" and Offspring(self.origin, request.user).has(kind):
                messages.error(request, kind.taken)
                return redirect(self.origin)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        initial = super().get_initial() | {"language": translation.get_language()}
        if self.origin is None:
            return initial
        title, text = self.fields_for_words
        return initial | {
            title: self.origin.title[: self.longest_title],
            text: self.words_of_origin(),
            "language": self.origin.language,
            "themes": [theme.slug for theme in self.origin.themes.all()],
        }

    def words_of_origin(self):
        """What began the discussion, said as its author's, and where it was said; in the language of the discussion.

        Her name is told only where she shows it: what is made may be read by others than those of the room.
        """
        thread, first = self.origin, self.origin.posts.select_related("author").order_by("pk").first()
        parts = []
        with translation.override(thread.language):
            if first and first.text and not first.is_hidden:
                words = {"words": Truncator(first.text).chars(self.longest_text), "name": first.author}
                if first.author_id == self.request.user.pk:
                    parts.append(words["words"])
                elif first.author.shows_name:
                    parts.append(_("%(name)s wrote: “%(words)s”") % words)
                else:
                    parts.append(_("Somebody wrote: “%(words)s”") % words)
            address = self.request.build_absolute_uri(thread.get_absolute_url())
            parts.append(_("From the discussion “%(title)s”: %(url)s") % {"title": thread.title, "url": address})
        return "\n\n".join(parts)

    def get_context_data(self, **kwargs):
        shown = {"origin": self.origin}
        if self.origin:
            is_open = self.origin.space.audience == Space.Audience.PUBLIC
            shown["leaves_room"] = target_called(self.target).leaves_room and not is_open
        return super().get_context_data(**shown | kwargs)
