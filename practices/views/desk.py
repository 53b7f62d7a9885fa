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

    def get_context_data(self, **kwargs):
        practice, user = self.practice, self.request.user
        may_write = user.has_perm("practices.change_practice", practice)
        may_assign = user.has_perm("practices.assign_reviewer_practice", practice)
        may_review = user.has_perm("practices.review_practice", practice)
        may_reject = user.has_perm("practices.reject_practice", practice)
        may_publish = user.has_perm("practices.publish_practice", practice)
        may_submit = user.has_perm("practices.submit_practice", practice)
        may_confirm = user.has_perm("practices.confirm_practice", practice)
        shown = {
            "practice": practice,
            "sections": desk_of(practice, user, kwargs.get("comment_form")),
            "is_written": practice.can_be_written and may_write,
            "may_write": may_write,
            "may_submit": may_submit,
            "may_confirm": may_confirm,
            "has_something_to_do": (may_submit and (practice.can_be_written or practice.can_be_taken_back))
            or (may_write and (practice.can_be_revised or practice.is_public))
            or (may_confirm and practice.can_be_confirmed),
            "may_assign": may_assign,
            "may_review": may_review,
            "may_reject": may_reject,
            "may_publish": may_publish,
            "is_judged": (practice.can_be_reviewed and may_review)
            or (practice.can_be_rejected and may_reject)
            or (practice.can_be_published and may_publish),
            "may_comment": user.has_perm("practices.comment_practice", practice),
            "assignments": practice.assignments.select_related("user") if may_assign or may_review else [],
            "versions": practice.versions.visible_to(user).order_by("-number"),
            "is_held": practice.can_be_written and practice.is_held_from(user),
            "send_back_form": SendBackForm(),
            "reject_form": RejectForm(),
            "open_form": self.open_form,
            "crumbs": self.crumbs(),
        }
        return super().get_context_data(**shown | kwargs)


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
