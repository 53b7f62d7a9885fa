"""Writing a datasheet: the author's own ones, beginning, its sections, handing it over."""

from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView, TemplateView

from core.refusals import add_errors
from core.views import ObjectActionView, ObjectPermissionMixin, SharedDraftMixin
from discussions.views.becoming import FromThread
from partners.models import Affiliation, Partner
from practices import answers, editions
from practices.answers import LANGUAGES
from practices.duplicates import SAME_CODE
from practices.forms.section import SectionForm
from practices.forms.writing import BeginForm, SubmitForm
from practices.models import Practice
from practices.models.writing import Overtaken
from practices.reading import sections_of
from practices.views import BelowPractice
from practices.views.twins import AsksForTwins


class Mine(LoginRequiredMixin, ListView):
    """The sheets this person writes, whatever becomes of them."""

    template_name = "practices/practice_mine.html"
    paginate_by = 20

    def get_queryset(self):
        visible = Practice.objects.visible_to(self.request.user)
        return visible.written_by(self.request.user).select_related("organisation").order_by("-saved_at", "-pk")

    def get_context_data(self, **kwargs):
        crumbs = [(_("Practices"), reverse("practices:list")), (_("My datasheets"), None)]
        return super().get_context_data(crumbs=crumbs, **kwargs)


class Begin(AsksForTwins, FromThread, LoginRequiredMixin, FormView):
    """The title, the language, for whom: then the sheet is there and can be filled."""

    form_class = BeginForm
    template_name = "practices/practice_begin.html"
    target = "practice"
    fields_for_words = ("title", "text")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"organisations": self.organisations}

    @cached_property
    def organisations(self):
        """Those she belongs to now."""
        theirs = Affiliation.objects.in_force().visible_to(self.request.user).filter(person=self.request.user)
        return Partner.objects.visible_to(self.request.user).filter(pk__in=theirs.values("partner")).order_by("name")

    def get_initial(self):
        first = self.organisations.first()
        language = translation.get_language()
        return {"language": language} | super().get_initial() | {"organisation": first and first.pk}

    def form_valid(self, form):
        typed = form.cleaned_data
        if self.has_to_look(typed):
            return self.render_to_response(self.get_context_data(form=form))
        try:
            practice = Practice.objects.begin(
                typed["title"],
                language=typed["language"],
                description=self.words_of_origin() if self.origin else "",
                organisation=typed.get("organisation"),
                key=typed["key"],
                origin=self.origin,
                by=self.request.user,
            )
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        self.tell_apart(practice)
        first = practice.form.sections[0]
        return redirect("practices:section", practice.code, first.key)

    def has_to_look(self, typed):
        """Whether other sheets look like the one she begins; not like the one this form has made already."""
        visible = Practice.objects.visible_to(self.request.user)
        made = visible.filter(key=typed["key"]).first() if typed["key"] else None
        contents = {"title": {typed["language"]: typed["title"]}}
        return self.ask(contents, editions.edition(), besides=made and made.pk) and made is None

    def get_context_data(self, **kwargs):
        crumbs = [(_("Practices"), reverse("practices:list")), (_("A new datasheet"), None)]
        return super().get_context_data(crumbs=crumbs, **kwargs)


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
        seen = self.page["seen"]
        return self.practice.write(
            self.typed_of(form),
            by=self.request.user,
            language=self.language,
            seen=int(seen) if seen.isdigit() else None,
            pen=self.page["pen"],
        )

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


class Check(AsksForTwins, BelowPractice, ObjectPermissionMixin, FormView):
    """The whole sheet as others will read it, what is missing, and the button that hands it over."""

    permission_required = "practices.submit_practice"
    form_class = SubmitForm
    template_name = "practices/practice_check.html"

    def get_initial(self):
        return {"authors": self.practice.authors or self.request.user.name, "licence": self.practice.licence}

    def form_valid(self, form):
        if self.twins_of_sheet() and not self.says_another:
            return self.render_to_response(self.get_context_data(form=form))
        try:
            self.practice.submit(by=self.request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        self.tell_apart(self.practice)
        messages.success(self.request, _("Thank you. The secretariat asks somebody to review it, and you are told."))
        return redirect(self.practice.desk_url)

    def twins_of_sheet(self):
        """What looks like it, as far as she sees it and has not said that it is another one."""
        self.twins = self.practice.twins(seen_by=self.request.user)
        return self.twins

    def get_context_data(self, **kwargs):
        practice = self.practice
        return super().get_context_data(
            practice=practice,
            twins=self.twins or self.twins_of_sheet(),
            sections=sections_of(practice.contents, practice.form, original=practice.language),
            missing=practice.missing,
            crumbs=self.crumbs((_("Check and submit"), None)),
            **kwargs,
        )


class PracticeAction(BelowPractice, ObjectActionView):
    """A verb on a sheet, from its desk."""

    permission_required = "practices.change_practice"

    def get_success_url(self):
        return self.practice.desk_url


class TakeBack(PracticeAction):
    permission_required = "practices.submit_practice"
    success_message = gettext_lazy("It is a draft again.")

    def perform(self, practice):
        practice.take_back(by=self.request.user)


class Revise(PracticeAction):
    success_message = gettext_lazy("You write a new version now. What is published stands until that one is published.")

    def perform(self, practice):
        practice.revise(by=self.request.user)


class DropRevision(PracticeAction):
    success_message = gettext_lazy("The new version is gone. What is published stands.")

    def perform(self, practice):
        practice.drop_revision(by=self.request.user)


class Confirm(PracticeAction):
    permission_required = "practices.confirm_practice"
    success_message = gettext_lazy("Thank you. Readers see that it still holds.")

    def perform(self, practice):
        practice.confirm(by=self.request.user)


class LetGo(PracticeAction):
    success_message = gettext_lazy("Others can write at it now.")

    def perform(self, practice):
        practice.let_go(by=self.request.user)
