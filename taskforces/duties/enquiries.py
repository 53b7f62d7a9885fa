"""Questions from outside that wait for the leader."""

from django.utils.translation import gettext_lazy as _

from core.duties import Duty, waits
from taskforces.models import Enquiry


@waits("taskforces.enquiry")
def enquiries(user):
    return Enquiry.objects.waiting_for(user).select_related("task_force__objective", "person")


@enquiries.told
def enquiry(row):
    about = f"{row.asker} · {row.task_force.code}"
    title, url = _("Answer a question from outside"), row.get_absolute_url()
    return Duty(title, about, row.confirmed_at, url, role=row.task_force)
