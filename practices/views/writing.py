"""Writing a datasheet: the author's own ones, beginning, handing it over."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, ListView

from core.refusals import add_errors
from core.views import ObjectPermissionMixin
from discussions.views.becoming import FromThread
from partners.models import Affiliation, Partner
from practices import editions
from practices.forms.writing import BeginForm, SubmitForm
from practices.models import Practice
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


class Check(AsksForTwins, BelowPractice, ObjectPermissionMixin, FormView):
    """The whole sheet as others will read it, what is missing, and the button that hands it over."""

    permission_required = "practices.submit_practice"
    form_class = SubmitForm
    template_name = "practices/practice_check.html"

    def get_initial(self):
        return {"authors": self.practice.authors or self.request.user.name, "licence": self.practice.licence}

    def form_valid(self, form):
        if self.twins and not self.says_another:
            return self.render_to_response(self.get_context_data(form=form))
        try:
            self.practice.submit(by=self.request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        self.tell_apart(self.practice)
        messages.success(self.request, _("Thank you. The secretariat asks somebody to review it, and you are told."))
        return redirect(self.practice.desk_url)

    @cached_property
    def twins(self):
        """What looks like it, as far as she sees it and has not said that it is another one."""
        return self.practice.twins(seen_by=self.request.user)

    def get_context_data(self, **kwargs):
        practice = self.practice
        return super().get_context_data(
            practice=practice,
            sections=sections_of(practice.contents, practice.form, original=practice.language),
            missing=practice.missing,
            crumbs=self.crumbs((_("Check and submit"), None)),
            **kwargs,
        )
