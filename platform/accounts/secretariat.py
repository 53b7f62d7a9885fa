"""The secretariat: one group that holds every permission of the platform's own apps, save a few."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

GROUP = "Secretariat"
APPS = (
    "accounts",
    "api",
    "colleges",
    "core",
    "discussions",
    "events",
    "interfaces",
    "library",
    "messaging",
    "notifications",
    "objectives",
    "partners",
    "practices",
    "projects",
    "questions",
    "regions",
    "search",
    "spaces",
    "taskforces",
    "wiki",
)
# What belongs to the person herself, whoever works in the secretariat.
NOT_THEIRS = (
    "accept_answer",
    "accept_invitation",
    "answer_application",
    "answer_meeting",
    "answer_question",
    "answer_teammember",
    "appeal_post",
    "block_conversation",
    "change_ambassadoractivity",
    "change_idea",
    "close_conversation",
    "comment_strategyproposal",
    "edit_answer",
    "edit_comment",
    "edit_post",
    "follow_up_question",
    "leave_teammember",
    "lift_block",
    "propose_strategyitem",
    "remove_ambassadoractivity",
    "remove_comment",
    "reply_conversation",
    "report_conversation",
    "submit_joiningapplication",
    "submit_practice",
    "support_application",
    "wish_renewal_seat",
    "withdraw_application",
    "withdraw_idea",
    "withdraw_joiningapplication",
    "withdraw_question",
    "withdraw_strategyproposal",
    "work_as_ambassador",
    "write_statement",
)


def load_secretariat_group():
    """The group with its permissions as the code knows them now. Run after each migration."""
    group, _created = Group.objects.get_or_create(name=GROUP)
    permissions = Permission.objects.filter(content_type__app_label__in=APPS).exclude(codename__in=NOT_THEIRS)
    group.permissions.set(permissions)
    return group


@transaction.atomic
def appoint(person, *, by):
    """`person` works in the secretariat from now on."""
    person.is_staff = True
    person.save(update_fields=["is_staff"])
    person.groups.add(Group.objects.get(name=GROUP))
    person.record("appointed", by=by)


@transaction.atomic
def dismiss(person, *, by):
    """`person` no longer works in the secretariat."""
    person.is_staff = False
    person.save(update_fields=["is_staff"])
    person.groups.remove(Group.objects.get(name=GROUP))
    person.record("dismissed", by=by)
