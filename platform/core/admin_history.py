"""The history of an object: its stored changes, before and after, with the verbs that made them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.translator import translator
from pghistory.models import Events

from core.models import Activity, Recorded

LONGEST = 300
KINDS = {"insert": gettext_lazy("Created"), "update": gettext_lazy("Changed"), "delete": gettext_lazy("Deleted")}
# A verb and the change it made carry two clocks, the server's and the database's.
SAME_MOMENT = timedelta(seconds=5)
# Said by the stored change already, more exactly.
SAID_BY_THE_CHANGE = {"before", "after", "fields"}


@dataclass
class Change:
    """One field, before and after; a note has no before."""

    field: str
    before: str
    after: str


@dataclass
class Entry:
    """One thing that happened: when, what, who, from where, with which changes."""

    moment: datetime
    what: str
    person: Any = None
    source: str = ""
    address: str = ""
    changes: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    is_verb: bool = False


def history_of(obj):
    """The entries about `obj`, newest first: stored changes, named by the verb where one was called."""
    entries = stored_changes(obj)
    for activity in recorded_verbs(obj):
        near = [each for each in entries if belongs_to(activity, each)]
        entry = min(near, key=lambda each: abs(activity.created_at - each.moment), default=None)
        if entry is None:
            entry = Entry(moment=activity.created_at, what="", source=activity.get_source_display())
            entries.append(entry)
        entry.what, entry.is_verb, entry.person = verb_in_words(activity.verb), True, activity.actor
        said = {change.after for change in entry.changes}
        entry.notes = [note for note in notes_of(activity) if note.after not in said]
    return sorted(entries, key=lambda entry: entry.moment, reverse=True)


def belongs_to(activity, entry):
    """Whether the stored change `entry` was made by the verb of `activity`."""
    person = entry.person.pk if entry.person else None
    near = abs(activity.created_at - entry.moment) <= SAME_MOMENT
    return near and not entry.is_verb and person in (activity.actor_id, None)


def recorded_verbs(obj):
    """The activities about `obj`, oldest first."""
    if not isinstance(obj, Recorded):
        return []
    return Activity.objects.about(obj).select_related("actor").order_by("created_at", "pk")


def verb_in_words(verb):
    """ "named_focal_point" → "Named focal point"."""
    return capfirst(verb.replace("_", " "))


def notes_of(activity):
    """What the verb was told: reasons, numbers, names."""
    return [
        Change(name.replace("_", " "), "", shown(value))
        for name, value in activity.data.items()
        if name not in SAID_BY_THE_CHANGE and value not in (None, "", [], {})
    ]


def stored_changes(obj):
    """What the database kept of each insert, update and delete of the row of `obj`, oldest first."""
    event_models = set(getattr(type(obj), "pgh_event_models", {}).values())
    if not event_models:
        return []
    events = list(Events.objects.across(*event_models).tracks(obj).order_by("pgh_created_at", "pgh_id"))
    ids = {(event.pgh_context or {}).get("user") for event in events} - {None}
    people = get_user_model().objects.in_bulk(ids)
    names = Names(type(obj))
    entries = []
    for event in events:
        context = event.pgh_context or {}
        changes = names.changes(event)
        if event.pgh_label == "update" and not changes:
            continue
        entries.append(
            Entry(
                moment=event.pgh_created_at,
                what=KINDS.get(event.pgh_label, event.pgh_label),
                person=people.get(context.get("user")),
                source=Activity.Source(context["source"]).label if context.get("source") else _("command or job"),
                address=context.get("url", ""),
                changes=changes,
            )
        )
    return entries


class Names:
    """The fields of a model and their values in words."""

    def __init__(self, model):
        # Of a translated text only the languages are shown: its own column repeats one of them.
        registered = translator.get_registered_models()
        translated = translator.get_options_for_model(model).all_fields if model in registered else {}
        self.fields = {each.column: each for each in model._meta.fields if each.name not in translated}
        self.related = {}

    def changes(self, event):
        """What an event changed; for an insert, all that was written."""
        if event.pgh_diff:
            rows = event.pgh_diff.items()
        elif event.pgh_label == "insert":
            rows = ((column, (None, value)) for column, value in event.pgh_data.items())
        else:
            return []
        rows = sorted(rows, key=lambda row: list(self.fields).index(row[0]) if row[0] in self.fields else 0)
        found = [
            Change(self.title(column), self.value(column, before), self.value(column, after))
            for column, (before, after) in rows
            if column in self.fields and not self.fields[column].primary_key
        ]
        return [change for change in found if change.before or change.after]

    def title(self, column):
        """The name of a field as its form shows it."""
        return str(self.fields[column].verbose_name)

    def value(self, column, value):
        """A stored value as a person would say it."""
        stored = self.fields[column]
        if value in (None, "", [], {}):
            return ""
        if stored.is_relation:
            return self.related_name(stored, value)
        if stored.choices:
            return str(dict(stored.flatchoices).get(value, value))
        if stored.get_internal_type() == "DateTimeField":
            return shown(str(value)[:16].replace("T", " "))
        return shown(value)

    def related_name(self, stored, value):
        """What an object that is pointed at is called now; its number when it is gone."""
        key = (stored.column, value)
        if key not in self.related:
            try:
                self.related[key] = str(stored.related_model._base_manager.get(pk=value))
            except (ObjectDoesNotExist, ValueError):
                self.related[key] = f"#{value}"
        return self.related[key]


def shown(value):
    """A plain value in words, cut to a readable length."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    text = str(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
