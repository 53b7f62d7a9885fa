"""The leader's inbox: who would like to join, narrowed by an address that can be shared; several accepted at once."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import ListView, TemplateView

from core.admin_export import WRITERS, ask_password_again
from core.views import ObjectPermissionMixin
from taskforces.accepting import MOST_AT_ONCE, accept_several, candidates
from taskforces.exporting.applications import PERSONAL, columns, table_of
from taskforces.forms.inbox import InboxFilter
from taskforces.models import Application
from taskforces.views import WithTabs


class OfInbox(WithTabs, ObjectPermissionMixin):
    """A page about the applications to a task force that this person reads."""

    permission_required = "taskforces.view_applications_taskforce"
    may_read_applications = True  # asked at the door
    page_title = gettext_lazy("Applications")

    @property
    def permission_object(self):
        return self.task_force

    @property
    def inbox_url(self):
        return reverse("taskforces:applications", args=[self.task_force.code.lower()])

    @cached_property
    def filter(self):
        return InboxFilter(self.request.GET)

    def applications(self):
        """Those sent to the task force; a representative's are those from her region."""
        return Application.objects.visible_to(self.request.user).sent().filter(task_force=self.task_force)


class Inbox(OfInbox, ListView):
    """What waits, oldest first; or what the filters ask for."""

    http_method_names = ["get", "head", "options"]
    template_name = "taskforces/inbox.html"
    context_object_name = "applications"
    paginate_by = 20

    def get_queryset(self):
        return self.filter.narrow(self.applications()).with_people()

    def offers_ticks(self, applications):
        """Whether two or more of the page can be accepted: one has a button of its own."""
        own = self.request.user.pk
        return sum(each.can_be_accepted and each.person_id != own for each in applications) > 1

    def get_context_data(self, **kwargs):
        asked = self.request.GET.copy()
        asked.pop("page", None)
        context = super().get_context_data(
            filter=self.filter,
            shows_decided=self.filter.asked_state == "decided" and not self.filter.is_active,
            is_narrowed=self.filter.is_active or self.filter.asked_state not in ("", "decided"),
            query=asked.urlencode(),
            **kwargs,
        )
        return context | {"offers_ticks": self.offers_ticks(context["applications"])}


class AcceptSeveral(OfInbox, TemplateView):
    """GET shows who would be accepted and who cannot be, and why; POST accepts them one by one."""

    http_method_names = ["get", "head", "post", "options"]
    page_title = gettext_lazy("Accept several")
    template_name = "taskforces/accept_several.html"

    def crumbs(self):
        return [*super().crumbs()[:-1], (_("Applications"), self.inbox_url), (self.page_title, None)]

    @cached_property
    def ticked(self):
        """The ticked requests this person reads here, oldest first."""
        values = {value for value in self.picks if value.isascii() and value.isdecimal() and len(value) < 19}
        return list(self.applications().filter(pk__in=values).with_people().order_by("submitted_at", "pk"))

    @property
    def picks(self):
        data = self.request.POST if self.request.method == "POST" else self.request.GET
        return set(data.getlist("pick")[:MOST_AT_ONCE])

    def get(self, request, *args, **kwargs):
        if not self.picks:
            messages.info(request, _("Tick the requests you would like to accept first."))
            return redirect(self.inbox_url)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        found = candidates(self.ticked, self.task_force, self.request.user)
        return super().get_context_data(
            acceptable=[each.application for each in found if not each.reason],
            refused=[each for each in found if each.reason],
            number_missing=len(self.picks) - len(found),
            inbox_url=self.inbox_url,
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        accepted, refused = accept_several(self.ticked, by=request.user)
        for each in refused:
            words = {"name": each.application.person, "reason": each.reason}
            messages.warning(request, _("%(name)s was not accepted: %(reason)s") % words)
        if accepted:
            done = ngettext(
                "One person was accepted, and has been told.",
                "%(number)d people were accepted, and have been told.",
                len(accepted),
            )
            messages.success(request, done % {"number": len(accepted)})
        elif not refused:
            messages.info(request, _("Nobody was accepted: the requests are no longer here."))
        return redirect(self.inbox_url)


class InboxExport(OfInbox, TemplateView):
    """GET says what will leave the house; POST gives the list as seen, as a file, and logs it."""

    http_method_names = ["get", "head", "post", "options"]
    page_title = gettext_lazy("Export")
    template_name = "taskforces/inbox_export.html"

    def crumbs(self):
        return [*super().crumbs()[:-1], (_("Applications"), self.inbox_url), (self.page_title, None)]

    @cached_property
    def with_addresses(self):
        """Whether the addresses go along: leaders write to people in the house, where no address is needed."""
        return self.request.user.has_perm("accounts.view_user")

    def rows(self):
        return self.filter.narrow(self.applications())

    def get(self, request, *args, **kwargs):
        ask_password_again(request)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            count=self.rows().count(),
            columns=[title for _name, title in columns(self.with_addresses)],
            is_filtered=self.filter.is_active or bool(self.filter.asked_state),
            query=self.request.GET.urlencode(),
            inbox_url=self.inbox_url,
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        ask_password_again(request)
        kind = request.POST.get("kind")
        if kind not in WRITERS:
            raise BadRequest
        rows = self.rows().with_people().prefetch_related("form__questions")
        header, lines = table_of(rows.iterator(chunk_size=500), with_addresses=self.with_addresses)
        request.user.record(
            "exported",
            by=request.user,
            list="taskforces.application",
            task_force=self.task_force.code,
            filters=request.GET.urlencode(),
            rows=len(lines),
            personal=[*PERSONAL, *(["email"] if self.with_addresses else [])],
        )
        stem = f"applications-{self.task_force.code.lower()}-{timezone.localdate():%Y-%m-%d}"
        return WRITERS[kind](stem, header, lines)
