"""Requests to join that wait: for the applicant, for those who decide, for the secretariat."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.duties import SECRETARIAT, Duty, waits
from taskforces.models import Application


@waits("taskforces.answer")
def questions(user):
    """Her applications in which somebody asked her something."""
    asked = Application.objects.filter(person=user, status=Application.Status.ASKED)
    return asked.select_related("task_force__objective").order_by("updated_at", "pk")


@questions.told
def question(row):
    return Duty(_("Answer a question"), str(row.task_force), row.updated_at, row.get_absolute_url())


@waits("taskforces.finish")
def drafts(user):
    """Applications she began and has not sent."""
    begun = Application.objects.filter(person=user, status=Application.Status.DRAFT)
    return begun.select_related("task_force__objective").order_by("updated_at", "pk")


@drafts.told
def draft(row):
    url = reverse("taskforces:join", args=[row.task_force.code.lower()])
    return Duty(_("Finish your request to join"), str(row.task_force), row.updated_at, url)


@waits("taskforces.decide")
def requests(user):
    """Requests of others to become team members that she may decide on."""
    waiting = Application.objects.to_decide(user).with_decidable_at()
    return waiting.select_related("person", "task_force__objective")


@requests.told
def request(row):
    about = f"{row.person} · {row.task_force}"
    url = row.get_absolute_url()
    return Duty(_("Decide on a request to join"), about, row.decidable_at, url, role=row.task_force)


@waits("taskforces.nominate")
def candidates(user):
    """Candidates whose call and consultation are over, among whom the secretariat nominates."""
    if not (user.is_staff and user.has_perm("taskforces.nominate_application")):
        return Application.objects.none()
    return Application.objects.to_nominate().exclude(person=user).select_related("person", "task_force__objective")


@candidates.told
def candidate(row):
    about = f"{row.person} · {row.task_force}"
    url = reverse("admin:taskforces_application_change", args=[row.pk])
    return Duty(_("Decide on a candidate"), about, row.decidable_at, url, role=SECRETARIAT)
