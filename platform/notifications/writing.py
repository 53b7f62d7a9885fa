"""The rows that follow from an activity. The database writes them itself from the query of the people who hear of it:
ten thousand notices and mails are one statement, and no object is made for any.
"""

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import Value

from accounts.models import User
from core.announcing import addressees, audiences
from notifications.models import Mail, Notice


def write(activity):
    """Write the notices of `activity` with their mails, and the letters to people without an account; each once."""
    for audience, people in audiences(activity):
        write_notices(activity, audience, people)
    write_letters(activity)


def write_notices(activity, audience, people):
    """A notice and its mail for each of `people` (a QuerySet or a list) with an account in use, told the first time."""
    keys = people.values("pk") if isinstance(people, models.QuerySet) else [person.pk for person in people]
    told = User.objects.active().filter(pk__in=keys)
    # Nobody is told what she did herself, unless a confirmation is meant for the actor.
    if audience != "actor" and activity.actor_id:
        told = told.exclude(pk=activity.actor_id)
    try:
        insert_notices(told, activity=activity.pk, audience=audience)
    except EmptyResultSet:  # an empty list of people
        return


def insert_notices(told, **fields):
    """Insert a notice for each person of the query `told` who has none, and a mail for each of these notices.

    `fields` are what all these notices have in common.
    """
    shared = defaults_of(Notice) | fields
    values = [Value(value) for value in shared.values()]
    select, params = told.order_by().values_list("pk", *values).query.sql_with_params()
    mail = defaults_of(Mail)
    notices = insert_into(Notice, "recipient", *shared)
    mails = insert_into(Mail, "notice", *mail)
    places = ", ".join(["%s"] * len(mail))
    # The names are those of our own models; whatever came from people is among the parameters.
    sql = f"WITH told AS ({notices} {select} ON CONFLICT DO NOTHING RETURNING id) {mails} SELECT id, {places} FROM told"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, *mail.values()])


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
