"""Applications as a table: one line each, a column for each question as it was asked."""

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

# What says something about people beyond the fact that somebody asked.
PERSONAL = ("person", "organisations", "country", "answers")


def columns(with_addresses):
    """[(name, title)] of the columns before the answers; addresses only for those who may see people."""
    titles = {
        "person": _("Person"),
        "email": _("E-mail address"),
        "organisations": _("Organisations"),
        "role": _("Role"),
        "region": _("Region to represent"),
        "country": _("Country"),
        "language": _("Language"),
        "state": _("State"),
        "sent": _("Sent"),
        "decided": _("Decided"),
    }
    return [(name, title) for name, title in titles.items() if name != "email" or with_addresses]


def table_of(applications, *, with_addresses):
    """(header, lines) of `applications`, which come with their people and the questions of their forms.

    A question that was reworded has a column for each wording: an answer stands below what was asked.
    """
    facts, asked, answered = columns(with_addresses), {}, []
    for application in applications:
        answers = {(question.key, question.label): words for question, words in application.answered_questions}
        for question in application.form.questions.all():
            asked.setdefault((question.key, question.label), question.label)
        answered.append(([fact(application, name) for name, _title in facts], answers))
    header = [*(title for _name, title in facts), *asked.values()]
    return header, [[*known, *(answers.get(question, "") for question in asked)] for known, answers in answered]


def fact(application, name):
    """The cell of one application: text, or a moment without its zone, as spreadsheets want it."""
    match name:
        case "person":
            return str(application.person)
        case "email":
            return application.person.email
        case "organisations":
            return ", ".join(application.organisations)
        case "role":
            return capfirst(application.get_role_display())
        case "region" | "country":
            value = getattr(application, name)
            return str(value) if value else ""
        case "language":
            return application.get_language_display()
        case "state":
            return application.get_status_display()
        case "sent":
            return moment(application.submitted_at)
        case "decided":
            return moment(application.decided_at)


def moment(at):
    """The local moment, or nothing."""
    return timezone.localtime(at).replace(tzinfo=None, microsecond=0) if at else None
