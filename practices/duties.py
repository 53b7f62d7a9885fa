"""What waits for people around datasheets: reviewing, changing what is asked, assigning, publishing, confirming."""

from django.utils.translation import gettext_lazy as _

from core.duties import SECRETARIAT, Duty, waits
from core.moments import end_of
from practices.models import Assignment, Practice
from practices.models.lasting import CONFIRMED_FOR
from questions.models import Expert


@waits("practices.review")
def reviews(user):
    return Assignment.objects.visible_to(user).waiting_for(user).select_related("content_object")


@reviews.told
def review(row):
    practice = row.content_object
    return Duty(_("Review a datasheet"), practice.title, row.assigned_at, practice.desk_url, end_of(row.due_on))


@waits("practices.sent_back")
def sent_back(user):
    return Practice.objects.visible_to(user).written_by(user).sent_back()


@sent_back.told
def change(practice):
    since = practice.sent_back_at or practice.saved_at
    return Duty(_("Look at what a reviewer asks"), practice.title, since, practice.desk_url)


@waits("practices.confirm")
def confirmations(user):
    return Practice.objects.visible_to(user).written_by(user).to_confirm()


@confirmations.told
def confirm(practice):
    since = practice.confirmed_at + CONFIRMED_FOR
    return Duty(_("Say whether a datasheet still holds"), practice.title, since, practice.desk_url)


@waits("practices.assign")
def unassigned(user):
    """Sheets the secretariat has to ask somebody to review."""
    if not user.has_perm("practices.assign_reviewer_practice"):
        return Practice.objects.none()
    return Practice.objects.visible_to(user).without_reviewer()


@unassigned.told
def assign(practice):
    return Duty(
        _("Ask somebody to review a datasheet"),
        practice.title,
        practice.submitted_at,
        practice.desk_url,
        role=SECRETARIAT,
    )


@waits("practices.publish")
def reviewed(user):
    """Reviewed sheets: for the secretariat all, for a scientist those she was asked to review; never one's own."""
    found = Practice.objects.visible_to(user).to_publish().impartial_for(user)
    if not user.has_perm("practices.publish_practice"):
        experts = Expert.objects.in_force().filter(person=user)
        found = found.filter(assignments__user__in=experts.values("person"))
    return found


@reviewed.told
def publish(practice):
    return Duty(_("Publish a reviewed datasheet"), practice.title, practice.submitted_at, practice.desk_url)
