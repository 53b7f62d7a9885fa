"""The desk of one datasheet: where it stands, what is said and remarked, and what its reader can do about it."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from core.views import ObjectPermissionMixin
from practices.changes import changes_since
from practices.desk import desk_of
from practices.forms.reviewing import RejectForm, SendBackForm
from practices.views import BelowPractice

# {what the page asks of its reader: the permission it is}
RIGHTS = {
    "write": "change",
    "submit": "submit",
    "confirm": "confirm",
    "comment": "comment",
    "review": "review",
    "reject": "reject",
    "publish": "publish",
    "assign": "assign_reviewer",
}


class Desk(BelowPractice, LoginRequiredMixin, TemplateView):
    """For whoever writes, reviews or publishes it; 403 for readers of what is published."""

    http_method_names = ["get", "head", "options"]
    template_name = "practices/practice_desk.html"
    # The form that stands open: "comment", "send_back", "reject", or none.
    open_form = None

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.has_perm("practices.work_at_practice", self.practice):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def rights(self):
        """{"may_…": whether this person holds the permission on the sheet}."""
        return {
            f"may_{word}": self.request.user.has_perm(f"practices.{permission}_practice", self.practice)
            for word, permission in RIGHTS.items()
        }

    def get_context_data(self, **kwargs):
        practice, user, may = self.practice, self.request.user, self.rights
        reads_names = may["may_assign"] or may["may_review"]
        shown = {
            "practice": practice,
            "sections": desk_of(practice, user, kwargs.get("comment_form")),
            "is_written": practice.can_be_written and may["may_write"],
            "is_judged": is_judged(practice, **may),
            "has_something_to_do": has_something_to_do(practice, **may),
            "assignments": practice.assignments.select_related("user") if reads_names else [],
            "versions": practice.versions.visible_to(user).order_by("-number"),
            "is_held": practice.can_be_written and practice.is_held_from(user),
            "send_back_form": SendBackForm(),
            "reject_form": RejectForm(),
            "open_form": self.open_form,
            "crumbs": self.crumbs(),
        }
        return super().get_context_data(**may | shown | kwargs)


def is_judged(practice, *, may_review, may_reject, may_publish, **others):
    """Whether its reader can decide on it now."""
    return (
        (may_review and practice.can_be_reviewed)
        or (may_reject and practice.can_be_rejected)
        or (may_publish and practice.can_be_published)
    )


def has_something_to_do(practice, *, may_write, may_submit, may_confirm, **others):
    """Whether its reader can do something about it as one of those who write it."""
    return (
        (may_submit and (practice.can_be_written or practice.can_be_taken_back))
        or (may_write and (practice.can_be_revised or practice.is_public))
        or (may_confirm and practice.can_be_confirmed)
    )


class Changes(BelowPractice, ObjectPermissionMixin, TemplateView):
    """What the sheet as it is written now says otherwise than what is published."""

    http_method_names = ["get", "head", "options"]
    permission_required = "practices.work_at_practice"
    template_name = "practices/practice_changes.html"

    def get_context_data(self, **kwargs):
        practice = self.practice
        version = practice.versions.visible_to(self.request.user).current().first()
        if version is None:
            raise Http404
        return super().get_context_data(
            practice=practice,
            version=version,
            sections=changes_since(version, practice),
            crumbs=self.crumbs((_("What has changed"), None)),
            **kwargs,
        )
