"""Two rows for one organisation: choose the other one, read what moves, confirm."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.admin_base import ReasonForm, verb
from core.admin_verbs import FoundByTyping
from core.refusals import add_errors
from partners.duplicates import organisations_like
from partners.models import Partner
from partners.models.merging import what_moves


class MergeForm(ReasonForm):
    """Into which one, and why."""

    other = forms.ModelChoiceField(
        label=gettext_lazy("The organisation that stays"), queryset=Partner.objects.unmerged()
    )
    field_order = ["other", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["other"]
        field.widget = FoundByTyping(Partner._meta.get_field("merged_into"), admin.site)
        field.widget.choices = field.choices


class MergesPartners:
    """The verb on the page of an organisation. Between the preview and the confirmation nothing is kept here."""

    @verb(
        gettext_lazy("Merge into another one"),
        permission="partners.decide_partner",
        form=MergeForm,
        when=lambda partner: not partner.is_merged,
        is_grave=True,
    )
    def merge(self, partner, *, by, other, reason):
        partner.merge_into(other, by=by, reason=reason)

    def verb_view(self, request, object_id, name):
        return self.merge_view(request, object_id) if name == "merge" else super().verb_view(request, object_id, name)

    def merge_view(self, request, object_id):
        """GET asks for the other one; POST shows what moves; POST with what was shown confirmed merges."""
        partner = self.get_object(request, unquote(object_id))
        if partner is None or not self.has_view_permission(request, partner):
            raise Http404
        if not self.verb("merge").is_allowed(request.user, partner):
            raise PermissionDenied
        form = MergeForm(request.POST or None, initial={"other": self.suggested(request)})
        other = self.judged(form, partner) if request.method == "POST" and form.is_valid() else None
        if other and request.POST.get("confirmed") == str(other.pk) and self.merged(request, form, partner, other):
            return HttpResponseRedirect(self.change_url(other))
        return self.merge_page(request, form, partner, other if form.is_valid() else None)

    @staticmethod
    def suggested(request):
        """The organisation whose "choose" was pressed in the list of similar ones."""
        key = request.GET.get("other", "")
        return key if key.isascii() and key.isdigit() and len(key) < 18 else None

    @staticmethod
    def judged(form, partner):
        """The other organisation, if `partner` can become it; otherwise the form says why not."""
        other = form.cleaned_data["other"]
        try:
            partner.require_mergeable(other)
        except ValidationError as error:
            form.add_error("other", error)
            return None
        return other

    def merged(self, request, form, partner, other):
        """Merge; whether it was done. What has become impossible meanwhile is said in the form."""
        # Copies: the page keeps what it showed when the verb is refused.
        mine, theirs = Partner.objects.get(pk=partner.pk), Partner.objects.get(pk=other.pk)
        try:
            mine.merge_into(theirs, by=request.user, reason=form.cleaned_data["reason"])
        except ValidationError as error:
            add_errors(form, error)
            return False
        messages.success(request, _("Merged: the old address leads here from now on."))
        return True

    def merge_page(self, request, form, partner, other):
        """The page: similar organisations first; once the other one is chosen, what moves."""
        context = self.admin_site.each_context(request) | {
            "title": _("Merge %(name)s into another one") % {"name": partner},
            "opts": self.opts,
            "form": form,
            "partner": partner,
            "other": other,
            "moves": what_moves(partner) if other else [],
            "likely": [] if other else organisations_like(partner),
            "back": self.change_url(partner),
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/merge.html", context)
