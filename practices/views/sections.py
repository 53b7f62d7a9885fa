"""One section of a datasheet to write at, saved by a button or while it is typed."""

from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from core.views import ObjectPermissionMixin, SharedDraftMixin
from practices import answers
from practices.answers import LANGUAGES
from practices.duplicates import SAME_CODE
from practices.forms.section import SectionForm
from practices.models.writing import Overtaken
from practices.views import BelowPractice
from practices.views.twins import AsksForTwins


class SectionEdit(AsksForTwins, SharedDraftMixin, BelowPractice, ObjectPermissionMixin, TemplateView):
    """One section to write at, in the language of the sheet or in another one. It may be saved half done."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "practices.change_practice"
    template_name = "practices/practice_section.html"
    is_overtaken = False

    @cached_property
    def section(self):
        found = self.practice.form.section(self.kwargs["section"])
        if found is None:
            raise Http404
        return found

    @cached_property
    def language(self):
        """The language written in: the sheet's, unless the address names another one of ours."""
        asked = self.request.GET.get("in", "")
        return asked if asked in LANGUAGES else self.practice.language

    def make_form(self, data=None):
        practice = self.practice
        return SectionForm(
            self.section, practice.contents, language=self.language, original=practice.language, data=data
        )

    def get(self, request, *args, **kwargs):
        if not self.practice.can_be_written:
            messages.info(request, _("This sheet is not being written at the moment."))
            return redirect(self.practice.desk_url)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        is_valid = form.is_valid()
        if self.has_known_code(form):
            return self.show_again(form)
        try:
            faults = self.keep(form)
            self.tell_apart(self.practice)
        except Overtaken:
            return self.show_again(form, is_overtaken=True)
        except ValidationError as error:
            form.add_faults({None: error.messages})
            return self.show_again(form)
        form.add_faults(faults)
        if not is_valid or faults:
            return self.show_again(form)
        messages.success(request, _("Saved."))
        return redirect(self.get_success_url())

    def has_known_code(self, form):
        """Whether a code of another database is typed under which a practice is described already."""
        typed = {key: form.typed[key] for key in SAME_CODE if form.typed.get(key)}
        if not typed:
            return False
        practice = self.practice
        told_apart = set(practice.distinctions.visible_to(self.request.user).values_list("other", flat=True))
        contents, _faults = answers.judged(practice.form, typed, self.language)
        return self.ask(contents, practice.form, besides=practice.pk, told_apart=told_apart, codes_only=True)

    def typed_of(self, form):
        """What is kept of the page."""
        return form.typed

    def keep(self, form):
        """Write what holds; {key: sentences} of what the verb refuses."""
        return self.practice.write(
            self.typed_of(form), by=self.request.user, language=self.language, seen=self.seen, pen=self.page["pen"]
        )

    @property
    def seen(self):
        """The revision the page was made from; None where nonsense stands in its place."""
        seen = self.page["seen"]
        return int(seen) if seen.isdecimal() and len(seen) < 12 else None

    def show_again(self, form, is_overtaken=False):
        """The page with what was typed; what did hold is kept."""
        self.is_overtaken = is_overtaken
        if is_overtaken:
            self.practice.refresh_from_db()
        return self.render_to_response(self.get_context_data(form=form))

    def get_success_url(self):
        """Where the button leads: on to the next section, or to the desk."""
        sections = self.practice.form.sections
        place = sections.index(self.section)
        if self.request.POST.get("then") == "next" and place + 1 < len(sections):
            return reverse("practices:section", args=[self.practice.code, sections[place + 1].key])
        if self.request.POST.get("then") == "stay":
            return self.request.get_full_path()
        # She has finished: others need not wait.
        self.practice.let_go(by=self.request.user)
        return self.practice.desk_url

    def get_context_data(self, **kwargs):
        practice, sections = self.practice, self.practice.form.sections
        place = sections.index(self.section)
        context = {
            "form": kwargs.get("form") or self.make_form(),
            "practice": practice,
            # The address calls it by its key.
            "section": self.section,
            "number": place + 1,
            "sections": sections,
            "following": sections[place + 1] if place + 1 < len(sections) else None,
            "language": self.language,
            "is_translation": self.language != practice.language,
            "is_held": practice.is_held_from(self.request.user),
            "is_overtaken": self.is_overtaken,
            "seen": practice.revision,
            "pen": self.page["pen"] or uuid4().hex,
            "crumbs": self.crumbs((self.section.title, None)),
        }
        return super().get_context_data(**kwargs | context)


class SectionAutosave(SectionEdit):
    """Keeps what is typed, as far as it holds: 204; 409 when somebody else was quicker or the sheet has moved on."""

    http_method_names = ["post", "options"]

    def typed_of(self, form):
        """A code under which there is a practice already waits until she has looked."""
        hidden = SAME_CODE if self.has_known_code(form) else ()
        return {key: answer for key, answer in form.typed.items() if key not in hidden}

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        try:
            faults = self.keep(form)
        except ValidationError:
            return HttpResponse(status=409)
        return HttpResponse(status=422 if faults or not form.is_valid() else 204)
