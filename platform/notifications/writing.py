"""The rows that follow from an activity. The database writes them itself from the query of the people who hear of it:
ten thousand notices and mails are one statement, and no object is made for any. It also knows what each has chosen.
"""

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from accounts.models import User
from core.announcing import addressees, audiences, kind_of
from core.notice_kinds import Kind
from notifications.models import Mail, Notice, RoomChoice
from notifications.models.rhythm import DEFAULTS, Rhythm, RoomRhythm, follows_room
from notifications.rooms import room_of


def write(activity):
    """Write the notices of `activity` with their mails, and the letters to people without an account; each once."""
    room = room_of(activity.object)
    for audience, people in audiences(activity):
        write_notices(activity, audience, people, room=room)
    write_letters(activity)


def write_notices(activity, audience, people, *, room=None):
    """A notice for each of `people` (a QuerySet or a list) with an account in use, told the first time; with a mail
    for those who want it at once."""
    keys = people.values("pk") if isinstance(people, models.QuerySet) else [person.pk for person in people]
    told = User.objects.active().filter(pk__in=keys)
    # Nobody is told what she did herself, unless a confirmation is meant for the actor.
    if audience != "actor" and activity.actor_id:
        told = told.exclude(pk=activity.actor_id)
    kind = kind_of(activity.key, audience)
    told, rhythm = choosing(told, kind, room)
    about = {"activity": activity.pk, "audience": audience, "kind": kind.value, "space": room and room.pk}
    try:
        insert_notices(told, rhythm, **about)
    except EmptyResultSet:  # an empty list of people
        return


def choosing(told, kind, room):
    """(those of the query `told` who have not muted `room`, the expression of how soon each wants the mail): what
    `NoticeSetting.rhythm` says of one person."""
    if kind == Kind.ACCOUNT:
        return told, Value(Rhythm.AT_ONCE.value)
    rhythm = Coalesce(F(f"notice_setting__{kind.value}"), Value(DEFAULTS[kind].value))
    if room is not None and follows_room(kind):
        chosen = RoomChoice.objects.filter(person=OuterRef("pk"), space=room)
        told = told.filter(~Exists(chosen.filter(rhythm=RoomRhythm.MUTED)))
        rhythm = Coalesce(Subquery(chosen.values("rhythm")), rhythm)
    # What happens during a pause is told on the first morning after it.
    is_paused = Q(notice_setting__paused_until__gt=timezone.now().date())
    told = told.annotate(chosen_rhythm=rhythm)
    return told, Case(
        When(is_paused & Q(chosen_rhythm=Rhythm.AT_ONCE), then=Value(Rhythm.DAILY.value)),
        default=F("chosen_rhythm"),
        output_field=models.CharField(),
    )


def insert_notices(told, rhythm, **fields):
    """Insert a notice for each person of the query `told` who has none, and a mail for each of these notices whose
    `rhythm`, an expression on people, is at once.

    `fields` are what all these notices have in common.
    """
    shared = defaults_of(Notice) | fields
    del shared["rhythm"]
    values = [typed(value) for value in shared.values()]
    select, params = told.order_by().values_list("pk", rhythm, *values).query.sql_with_params()
    mail = defaults_of(Mail)
    notices = insert_into(Notice, "recipient", "rhythm", *shared)
    mails = insert_into(Mail, "notice", *mail)
    places = ", ".join(["%s"] * len(mail))
    # The names are those of our own models; whatever came from people is among the parameters.
    sql = (
        f"WITH told AS ({notices} {select} ON CONFLICT DO NOTHING RETURNING id, rhythm) "  # noqa: S608
        f"{mails} SELECT id, {places} FROM told WHERE rhythm = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, *mail.values(), Rhythm.AT_ONCE])


def typed(value):
    """`value` as a column of the statement; the database has to be told of which type nothing is."""
    return Value(value) if value is not None else Cast(Value(None), models.BigIntegerField())


def insert_into(model, *names):
    """The beginning of a statement that fills the fields `names` of `model`."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(model._meta.get_field(name).column) for name in names)
    return f"INSERT INTO {quote(model._meta.db_table)} ({columns})"


def defaults_of(model):
    """{name: value} of the fields of `model` that are never empty and begin with a value."""
    begun = model()
    return {
        field.name: getattr(begun, field.attname)
        for field in model._meta.concrete_fields
        if not field.null and not field.primary_key and not field.is_relation
    }


def write_letters(activity):
    """A mail to each address without account that hears of `activity`."""
    letters = [
        Mail(
            activity=activity,
            audience=audience,
            email=addressee.email,
            name=addressee.name,
            language=addressee.language,
        )
        for audience, addressee in addressees(activity)
    ]
    Mail.objects.bulk_create(letters, ignore_conflicts=True)
