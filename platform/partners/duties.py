"""What waits for people in and around organisations, see `core.duties`."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.duties import SECRETARIAT, Duty, waits
from partners.models import Affiliation, Invitation, JoiningApplication


@waits("partners.complete")
def applications(user):
    """Applications of her organisation that she began, or in which something is missing."""
    return JoiningApplication.objects.filter(applicant=user).editable().order_by("updated_at", "pk")


@applications.told
def application(row):
    if row.is_draft:
        return Duty(_("Finish the application of your organisation"), str(row), row.updated_at, row.editing_url)
    return Duty(_("Send what is missing in the application"), str(row), row.updated_at, row.get_absolute_url())


@waits("partners.invited")
def invitations(user):
    """Invitations to her address that she can accept now."""
    return Invitation.objects.waiting_for(user).select_related("partner").order_by("expires_at", "pk")


@invitations.told
def invitation(row):
    return Duty(_("Answer an invitation"), str(row.partner), row.created_at, row.answer_path, due=row.expires_at)


@waits("partners.confirm")
def colleagues(user):
    """Requests of others to belong to organisations she speaks for."""
    spoken_for = Affiliation.objects.in_force().filter(person=user, is_focal_point=True).values("partner")
    asking = Affiliation.objects.requested().filter(partner__in=spoken_for).exclude(person=user)
    return asking.select_related("person", "partner").order_by("requested_at", "pk")


@colleagues.told
def colleague(row):
    about = f"{row.person} · {row.partner}"
    return Duty(_("Confirm a colleague"), about, row.requested_at, row.get_absolute_url(), role=row.partner)


@waits("partners.confirm_for_nobody")
def people_of_nobody(user):
    """Requests to belong to organisations nobody speaks for: the secretariat confirms."""
    if not (user.is_staff and user.has_perm("partners.confirm_affiliation")):
        return Affiliation.objects.none()
    asking = Affiliation.objects.requested().exclude(partner__in=Affiliation.objects.focal_points().values("partner"))
    return asking.exclude(person=user).select_related("person", "partner").order_by("requested_at", "pk")


@people_of_nobody.told
def person_of_nobody(row):
    about = f"{row.person} · {row.partner}"
    url = reverse("admin:partners_affiliation_change", args=[row.pk])
    title = _("Confirm somebody for an organisation without focal point")
    return Duty(title, about, row.requested_at, url, role=SECRETARIAT)


@waits("partners.read_application")
def organisations(user):
    """Applications of organisations the secretariat has not read yet."""
    if not (user.is_staff and user.has_perm("partners.view_joiningapplication")):
        return JoiningApplication.objects.none()
    return JoiningApplication.objects.to_read().exclude(applicant=user).order_by("submitted_at", "pk")


@organisations.told
def organisation(row):
    url = reverse("admin:partners_joiningapplication_change", args=[row.pk])
    return Duty(_("Read the application of an organisation"), str(row), row.submitted_at, url, role=SECRETARIAT)
