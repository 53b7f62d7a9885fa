"""What waits for people around questions: for experts those that went to them, for the secretariat the forgotten."""

from django.utils.translation import gettext_lazy as _

from core.duties import SECRETARIAT, Duty, waits
from questions.models import Question


@waits("questions.answer")
def questions(user):
    return Question.objects.visible_to(user).waiting_for(user)


@questions.told
def question(row):
    return Duty(_("Answer a question to scientists"), row.title, row.asked_at, row.get_absolute_url())


@waits("questions.unanswered")
def unanswered(user):
    """Questions for the secretariat to lead to somebody, without those that wait for this very person."""
    if not user.has_perm("questions.assign_question"):
        return Question.objects.none()
    rows = Question.objects.visible_to(user).for_secretariat().exclude(asker_id=user.pk)
    return rows.exclude(pk__in=Question.objects.waiting_for(user).values("pk")).order_by("asked_at", "pk")


@unanswered.told
def forgotten(row):
    title, url = _("Find somebody who answers a question"), row.get_absolute_url()
    return Duty(title, row.title, row.asked_at, url, role=SECRETARIAT)
