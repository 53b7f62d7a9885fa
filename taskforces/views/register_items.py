"""One item of a register: read, added, corrected, withdrawn, merged."""

import re

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView

from core.refusals import add_errors
from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from partners.models.working_languages import name_of
from taskforces.filters import RegisterFinder
from taskforces.forms.register import ItemForm
from taskforces.models import RegisterItem, Role
from taskforces.models.finding_items import WORLDWIDE
from taskforces.views.register import UnderRegister, WithStanding
from taskforces.views.words import FoundHere, WordsPage


class OfItem(VisibleMixin):
    """An item of the task force of the address that this person may see."""

    model = RegisterItem

    def get_queryset(self):
        rows = super().get_queryset().filter(task_force__objective__code=self.kwargs["code"])
        rows = rows.select_related("task_force__objective", "country__region__parent", "added_by", "merged_into")
        return rows.prefetch_related("regions", "organisations")


class ItemDetail(LoginRequiredMixin, WithStanding, UnderRegister, OfItem, DetailView):
    """What is known of one item, and what may be done with it. A merged one leads to what it became."""

    template_name = "taskforces/register_item.html"
    context_object_name = "item"
    page_title = gettext_lazy("Item")

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        if self.object.is_merged:
            messages.info(request, _("The item you asked for is the same as this one."))
            return redirect(reverse("taskforces:register-item", args=[kwargs["code"].lower(), self.object.heir_id]))
        self.object.task_force = self.task_force  # which knows where this person stands
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        item, user = self.object, self.request.user
        may = {verb: user.has_perm(f"taskforces.{verb}_registeritem", item) for verb in ("change", "withdraw", "merge")}
        return super().get_context_data(
            may=may,
            may_read_members=user.has_perm("taskforces.view_members_taskforce", self.task_force),
            language=name_of(item.language) if item.language else "",
            likenesses=self.likenesses() if may["merge"] and item.is_kept else [],
            **kwargs,
        )

    def likenesses(self):
        """What may be the same thing, for the leader."""
        rows = RegisterItem.objects.visible_to(self.request.user).filter(task_force=self.task_force)
        item = self.object
        found = rows.exclude(pk=item.pk).like(title=item.title, doi=item.doi, address=item.address)
        for likeness in found:
            likeness.obj.task_force = self.task_force
        return found


class ItemPage(FormView):
    """A page on which an item is typed. Refused by the verb, it keeps what was typed."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = ItemForm
    template_name = "taskforces/register_item_form.html"
    likenesses = ()

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=self.page_title, likenesses=self.likenesses, **kwargs)

    def form_valid(self, form):
        try:
            item = self.keep(form)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        if item is None:
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(self.request, self.success_message)
        return redirect(item)


class ItemAdd(WithStanding, UnderRegister, ObjectPermissionMixin, ItemPage):
    """A new item. What may be there already is shown before it is kept."""

    permission_required = "taskforces.add_registeritem"
    page_title = gettext_lazy("Add an item")
    success_message = gettext_lazy("Thank you. It stands in the register.")

    @property
    def permission_object(self):
        return self.task_force

    def get_initial(self):
        """A place found empty in the table arrives here with its type and region; a representative has her own."""
        asked = RegisterFinder(self.request.GET, self.task_force, self.request.user).asked
        region = asked.get("region") or self.own_region()
        initial = {"type": asked.get("type"), "language": get_language(), "regions": [region] if region else []}
        return initial | ({"regions": [], "country": asked["country"]} if asked.get("country") else {})

    def own_region(self):
        """The region this person represents here, or None."""
        if self.task_force.own_role != Role.REPRESENTATIVE:
            return None
        seat = self.task_force.seats.open().filter(person=self.request.user).select_related("region").first()
        return seat.region.slug if seat and seat.region else None

    def keep(self, form):
        """The new item; None where something like it is there and nobody has said that it is another thing."""
        if "nevertheless" not in self.request.POST:
            rows = RegisterItem.objects.visible_to(self.request.user).filter(task_force=self.task_force)
            self.likenesses = rows.like(**form.facts)
            for likeness in self.likenesses:
                likeness.obj.task_force = self.task_force
            if self.likenesses:
                return None
        return RegisterItem.add(self.task_force, by=self.request.user, **form.facts)


class ItemChange(WithStanding, UnderRegister, OfItem, ObjectPermissionMixin, ItemPage):
    permission_required = "taskforces.change_registeritem"
    page_title = gettext_lazy("Correct an item")
    success_message = gettext_lazy("Saved.")

    @cached_property
    def permission_object(self):
        item = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
        item.task_force = self.task_force
        return item

    def get_initial(self):
        item = self.permission_object
        initial = {name: getattr(item, name) for name in ItemForm.base_fields if hasattr(item, name)}
        regions = [region.slug for region in item.regions.all()]
        return initial | {
            "country": item.country_id,
            "regions": regions or [WORLDWIDE],
            "address": item.address or item.doi,
            "organisations": "\n".join(partner.name for partner in item.organisations.all()),
            "seen": item.updated_at.isoformat(),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(item=self.permission_object, **kwargs)

    def keep(self, form):
        self.permission_object.change(by=self.request.user, seen=form.cleaned_data["seen"] or None, **form.facts)
        return self.permission_object


class ItemWithdraw(FoundHere, OfItem, WordsPage):
    permission_required = "taskforces.withdraw_registeritem"
    page_title = gettext_lazy("Withdraw this item")
    explanation = gettext_lazy(
        "It leaves the list and every count. Whoever has a seat here still reads it, with your reason."
    )
    button = gettext_lazy("Withdraw it")
    success_message = gettext_lazy("Withdrawn. It no longer stands in the list.")
    is_grave = True

    def perform(self, item, words):
        item.withdraw(by=self.request.user, reason=words)


class ItemRestore(OfItem, ObjectActionView):
    permission_required = "taskforces.withdraw_registeritem"
    success_message = gettext_lazy("It stands in the register again.")

    def perform(self, item):
        item.restore(by=self.request.user)


class ItemMerge(OfItem, ObjectActionView):
    """This item becomes the one whose number, or whose page's address, is posted."""

    permission_required = "taskforces.merge_registeritem"
    success_message = gettext_lazy("The two are one now. This is the one that stays.")

    def perform(self, item):
        numbers = re.findall(r"[0-9]{1,18}", self.request.POST.get("into", "")[:500])
        other = self.get_queryset().filter(pk=int(numbers[-1])).first() if numbers else None
        if other is None:
            raise ValidationError(_("No such item stands in this register."))
        item.merge_into(other, by=self.request.user)
        self.object = other
