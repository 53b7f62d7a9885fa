"""Leaving: what the house knows of a person, handed to her or forgotten."""

import json

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Each app adds what it holds of a person: functions of (person) that return plain data, or forget it.
_exports = []
_erasures = []


def exports_personal_data(function):
    """Register a function of (person) that returns {heading: data} for "Download my data"."""
    _exports.append(function)
    return function


def erases_personal_data(function):
    """Register a function of (person) that removes her traces from an app, called inside `User.erase`."""
    _erasures.append(function)
    return function


class Erasable(models.Model):
    """A person who can take her data along and be forgotten."""

    erased_at = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_erased(self):
        """Whether the person behind this account has been forgotten."""
        return self.erased_at is not None

    def personal_data(self):
        """Everything kept about her, as plain data by heading."""
        data = {
            "account": {
                "email": self.email,
                "name": self.name,
                "country": self.country_id,
                "language": self.language,
                "time_zone": self.time_zone,
                "interests": [theme.slug for theme in self.interests.all()],
                "joined_at": self.joined_at,
                "first_days_closed_at": self.first_days_closed_at,
                "last_sign_in": self.last_login,
                "works_in_the_secretariat": self.is_staff,
            },
            "addresses": list(self.emailaddress_set.values("email", "verified", "primary")),
            "second_factors": list(self.authenticator_set.values("type", "created_at", "last_used_at")),
            "sessions": list(self.usersession_set.values("ip", "user_agent", "created_at", "last_seen_at")),
            "consents": list(self.consents.values("purpose", "text", "language", "given_at", "withdrawn_at")),
            "activity": list(self.activities.values("verb", "object_id", "created_at", "source")),
        }
        for export in _exports:
            data |= export(self)
        return data

    @transaction.atomic
    def erase(self, *, by):
        """Forget her: address, name, sessions and traces go; what she contributed stays as "Former member"."""
        type(self).objects.select_for_update().get(pk=self.pk)
        forget_admin_log(self)
        for forget in _erasures:
            forget(self)
        self.consents.all().delete()
        self.interests.clear()
        self.emailaddress_set.all().delete()
        self.authenticator_set.all().delete()
        sessions = self.usersession_set.values_list("session_key", flat=True)
        Session.objects.filter(session_key__in=list(sessions)).delete()
        self.usersession_set.all().delete()
        self.groups.clear()
        self.email = f"erased-{self.pk}@erased.invalid"
        self.name = ""
        self.country = None
        self.is_active = self.is_staff = self.is_superuser = False
        self.erased_at = timezone.now()
        self.set_unusable_password()
        self.save()
        self.activities.update(actor=None)
        self.record("erased", by=None if by == self else by)
        forget_history(self)


def forget_history(person):
    """Remove the stored before-and-after of her account and of whatever belongs to her (its field `person`)."""
    for events in apps.get_models():
        tracked = getattr(events, "pgh_tracked_model", None)
        if tracked is None:
            continue
        if issubclass(tracked, Erasable):
            events.objects.filter(pgh_obj_id=person.pk).delete()
        elif any(field.name == "person" for field in events._meta.get_fields()):
            events.objects.filter(person_id=person.pk).delete()


def forget_admin_log(person):
    """Blank what the admin wrote into its log about her: her rows by name, and messages that name her."""
    belongings = {type(person): [person.pk]}
    for relation in person._meta.related_objects:
        if relation.field.name == "person":
            rows = relation.related_model._base_manager.filter(person=person)
            belongings[relation.related_model] = list(rows.values_list("pk", flat=True))
    for model, keys in belongings.items():
        LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(model), object_id__in=[str(key) for key in keys]
        ).update(object_repr="", change_message="")
    naming = models.Q(object_repr__icontains=person.email) | models.Q(change_message__icontains=person.email)
    if person.name:
        # The log keeps its messages as JSON, where letters with accents are escaped.
        naming |= models.Q(change_message__contains=json.dumps(person.name)[1:-1])
    LogEntry.objects.filter(naming).update(object_repr="", change_message="")
