"""The secretariat: one group that holds every permission of the platform's own apps, save a few."""

from django.contrib.auth.models import Group, Permission

GROUP = "Secretariat"
APPS = ("accounts", "colleges", "core", "notifications", "objectives", "partners", "regions", "taskforces")
# What belongs to the person herself, whoever works in the secretariat.
NOT_THEIRS = ("answer_application", "withdraw_application")


def load_secretariat_group():
    """The group with its permissions as the code knows them now. Run after each migration."""
    group, _created = Group.objects.get_or_create(name=GROUP)
    permissions = Permission.objects.filter(content_type__app_label__in=APPS).exclude(codename__in=NOT_THEIRS)
    group.permissions.set(permissions)
    return group


def appoint(person, *, by):
    """`person` works in the secretariat from now on."""
    person.is_staff = True
    person.save(update_fields=["is_staff"])
    person.groups.add(Group.objects.get(name=GROUP))
    person.record("appointed", by=by)
