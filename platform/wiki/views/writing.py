"""Writing: a new page, a translation, another edition. What is typed is kept as a draft of whoever types it."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from core.refusals import add_errors
from core.views import ObjectPermissionMixin
from discussions.models.post import LONGEST
from discussions.views.becoming import FromThread
from wiki.comparing import compare
from wiki.forms import EditForm, WriteForm
from wiki.markup import LONGEST_TITLE
from wiki.models import Draft, Edition, Page
from wiki.models.editing import Overtaken
from wiki.reading import page_as_html
from wiki.views import InWiki, OfPage, number_in


class Writing(FormView):
    """A form whose words are kept while they are typed (`?draft`), shown beforehand, saved, or thrown away."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "wiki/page_form.html"

    @cached_property
    def draft(self):
        """What this person has typed before, or None."""
        return self.drafts.first()

    @property
    def seen(self):
        """The number of the edition the form was made from."""
        sent = number_in(self.request.POST.get("seen", ""))
        return sent if self.request.method == "POST" else self.seen_first

    def post(self, request, *args, **kwargs):
        if "draft" in request.GET:
            self.keep_draft()
            return HttpResponse(status=204)
        if request.POST.get("then") == "discard":
            self.drafts.delete()
            messages.success(request, _("Your draft is gone."))
            return redirect(request.get_full_path())
        return super().post(request, *args, **kwargs)

    def keep_draft(self):
        """Whatever state it is in; the form says what is wrong when it is saved."""
        words = {name: self.request.POST.get(name, "") for name in ("title", "language", "text", "summary")}
        Draft.objects.keep(self.request.user, self.space, **self.draft_of, seen=self.seen or 1, **words)

    @property
    def drafts(self):
        return Draft.objects.visible_to(self.request.user).of(self.request.user, self.space, **self.draft_of)

    def form_valid(self, form):
        if self.request.POST.get("then") == "preview":
            preview = page_as_html(form.cleaned_data["text"], self.space, may_post=True)
            return self.render_to_response(self.get_context_data(form=form, preview=preview))
        try:
            page = self.perform(form.cleaned_data)
        except Overtaken:
            return self.show_both(form)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        return redirect(page)

    def get_context_data(self, **kwargs):
        shown = {"seen": self.seen, "draft": self.draft if self.request.method == "GET" else None}
        return super().get_context_data(**shown | kwargs)


class Write(InWiki, ObjectPermissionMixin, FromThread, Writing):
    """A new page (`?title=`), perhaps from a discussion (`?from=`), or a translation (`?of=…&into=fr`)."""

    permission_required = "spaces.post_space"
    form_class = WriteForm
    page_title = gettext_lazy("Write a page")
    target = "page"
    longest_title, longest_text = LONGEST_TITLE, LONGEST

    @property
    def permission_object(self):
        return self.space

    @cached_property
    def original(self):
        """What is translated, or None."""
        if "of" not in self.request.GET:
            return None
        pages = Page.objects.visible_to(self.request.user).standing().filter(space=self.space, translation_of=None)
        original = get_object_or_404(pages.at(self.request.GET["of"][:200]))
        original.space = self.space
        if self.into not in dict(settings.LANGUAGES):
            raise Http404
        return original

    @property
    def into(self):
        return self.request.GET.get("into", "")

    @property
    def draft_of(self):
        return {"original": self.original, "into": self.into if self.original else ""}

    @property
    def drafts(self):
        """None for a page that comes of a discussion: it begins with the words said there."""
        drafts = super().drafts
        return drafts.none() if self.origin else drafts

    @property
    def seen_first(self):
        if self.draft:
            return self.draft.seen
        return self.original.number if self.original else 1

    def get_initial(self):
        if self.draft:
            return {"title": self.draft.title, "text": self.draft.text, "language": self.draft.language}
        asked = {} if self.origin else {"title": self.request.GET.get("title", "")[:120]}
        return super().get_initial() | asked

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"is_translation": self.original is not None}

    def perform(self, typed):
        facts = {"language": self.into, "original": self.original, "translated_from": self.seen or None}
        if not self.original:
            facts = {"language": typed["language"]}
        words = {name: typed[name] for name in ("title", "text", "key")}
        page = Page.objects.write(self.space, by=self.request.user, origin=self.origin, **words, **facts)
        messages.success(self.request, _("The page is written."))
        return page

    def get_context_data(self, **kwargs):
        about = {"original": self.original, "into": dict(settings.LANGUAGES).get(self.into)}
        if self.original:
            about["original_html"] = page_as_html(self.original.text, self.space, may_post=False, mark="original")
        return super().get_context_data(**about | kwargs)


class Edit(OfPage, ObjectPermissionMixin, Writing):
    """Another edition of a page. Where somebody else was quicker, both texts stand side by side."""

    permission_required = "wiki.edit_page"
    form_class = EditForm
    page_title = gettext_lazy("Edit the page")

    @property
    def draft_of(self):
        return {"page": self.page}

    @property
    def seen_first(self):
        return self.draft.seen if self.draft else self.page.number

    def get_initial(self):
        if self.draft:
            return {"text": self.draft.text, "summary": self.draft.summary}
        return {"text": self.page.text}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"is_behind": self.page.is_behind}

    def perform(self, typed):
        original_seen = number_in(self.request.POST.get("original_seen", ""))
        has_caught_up = typed.get("has_caught_up") and original_seen
        written = self.page.edit(
            typed["text"],
            seen=self.seen,
            summary=typed["summary"],
            translated_from=original_seen if has_caught_up else None,
            by=self.request.user,
        )
        self.share_space(self.page)
        messages.success(self.request, _("Saved.") if written else _("Nothing has changed."))
        return self.page

    def show_both(self, form):
        """What was typed stays; beside it stands what the other person has saved."""
        page = self.reload()
        return self.render_to_response(self.get_context_data(form=form, theirs=page.text, seen=page.number))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"page": self.page, "since": self.changes_of_original()} | kwargs)

    def changes_of_original(self):
        """The Lines in which the original has changed since it was translated; none where it has not."""
        if not self.page.is_behind:
            return []
        editions = Edition.objects.visible_to(self.request.user).filter(page=self.page.translation_of)
        then = editions.filter(number=self.page.translated_from).first()
        return compare(then.text, self.page.translation_of.text) if then else []
