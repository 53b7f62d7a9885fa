"""Adding works, correcting what is known of them, bringing further languages and versions, taking them away."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from core.refusals import add_errors
from core.views import ObjectActionView, ObjectPermissionMixin
from discussions.views.becoming import FromThread
from library.forms import AddForm, ChangeForm, ReasonForm, VersionForm
from library.models import Work
from library.models.work import ABSTRACTS, TITLES
from library.views import BelowWork
from spaces.views import InSpace


class Typing(ObjectPermissionMixin, FormView):
    """A page on which something is typed. Refused by the verb, it keeps what was typed."""

    http_method_names = ["get", "head", "post", "options"]
    success_message = None
    likenesses = ()

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=self.page_title, likenesses=self.likenesses, **kwargs)

    def form_valid(self, form):
        try:
            work = self.perform(form)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        if work is None:
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(self.request, self.success_message)
        return redirect(work)

    def perform(self, form):
        """Call the verb; the Work to go to, or None to show the page again."""
        raise NotImplementedError

    def alike(self, titles, doi):
        """What may be the same work, unless somebody has said that it is another one."""
        if "nevertheless" in self.request.POST:
            return []
        return Work.objects.visible_to(self.request.user).like(titles=titles, doi=doi)


class Add(InSpace, FromThread, Typing):
    """A new work, perhaps from a discussion (`?from=`). What may be there already is shown before it is kept."""

    current_tab = "library"
    permission_required = "library.add_work"
    form_class = AddForm
    template_name = "library/work_add.html"
    page_title = gettext_lazy("Add to the library")
    success_message = gettext_lazy("Thank you. It is in the library.")
    target = "work"
    fields_for_words = ("title", "abstract")

    @cached_property
    def permission_object(self):
        return self.space

    def perform(self, form):
        self.likenesses = self.alike([form.cleaned_data["title"]], form.cleaned_data["doi"])
        if self.likenesses:
            return None
        return Work.objects.add(self.space, by=self.request.user, origin=self.origin, **form.words)


class Change(BelowWork, Typing):
    """What is known of a work, corrected."""

    permission_required = "library.change_work"
    form_class = ChangeForm
    template_name = "library/work_change.html"
    page_title = gettext_lazy("Correct this work")
    success_message = gettext_lazy("Saved.")

    def get_initial(self):
        work = self.work
        return {name: getattr(work, name) for name in (*ChangeForm.FACTS, *TITLES, *ABSTRACTS)} | {
            "objectives": list(work.objectives.values_list("code", flat=True)),
            "themes": list(work.themes.values_list("slug", flat=True)),
            "regions": list(work.regions.values_list("slug", flat=True)),
            "seen": work.updated_at.isoformat(),
        }

    def perform(self, form):
        self.work.change(by=self.request.user, seen=form.cleaned_data["seen"] or None, **form.facts)
        return self.work


class AddVersion(BelowWork, Typing):
    """A further language; with `?replaces=` and the number of a version, a newer one in its place."""

    permission_required = "library.change_work"
    form_class = VersionForm
    template_name = "library/version_form.html"
    success_message = gettext_lazy("Thank you. It can be read now.")

    @property
    def page_title(self):
        return _("A new version") if self.replaces else _("Another language")

    @cached_property
    def replaces(self):
        """The version this one stands in for, or None."""
        asked = self.request.GET.get("replaces", "")
        if not asked:
            return None
        found = [version for version in self.work.versions.all() if str(version.pk) == asked]
        if not found:
            raise Http404
        return found[0]

    @cached_property
    def taken(self):
        """The languages in which it can be read."""
        return set(self.work.versions.current().values_list("language", flat=True))

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"taken": self.taken, "replaces": self.replaces}

    def get_context_data(self, **kwargs):
        return super().get_context_data(replaces=self.replaces, **kwargs)

    def perform(self, form):
        if self.replaces:
            self.work.replace(self.replaces, by=self.request.user, **form.what)
        else:
            words = {name: form.cleaned_data[name] for name in ("language", "title", "abstract")}
            self.work.add_language(by=self.request.user, **words, **form.what)
        return self.work


class Withdraw(BelowWork, Typing):
    """It goes, for a reason."""

    permission_required = "library.withdraw_work"
    form_class = ReasonForm
    template_name = "library/work_withdraw.html"
    page_title = gettext_lazy("Withdraw this work")
    success_message = gettext_lazy("Withdrawn. Its page says why.")

    def perform(self, form):
        self.work.withdraw(form.cleaned_data["reason"], by=self.request.user)
        return self.work


class Restore(ObjectActionView):
    """It comes back."""

    model = Work
    permission_required = "library.restore_work"
    success_message = gettext_lazy("It is in the library again.")

    def get_queryset(self):
        return super().get_queryset().filter(space__slug=self.kwargs["slug"]).select_related("space")

    def perform(self, work):
        work.restore(by=self.request.user)

    def get_success_url(self):
        return reverse("library:detail", args=[self.kwargs["slug"], self.object.pk])
