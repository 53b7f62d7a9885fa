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
SAME_MOMENT = timedelta(seconds=2)
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
    """What somebody did in one go: when, who, from where; the verbs, and the changes in the data."""

    moment: datetime
    person: Any = None
    source: str = ""
    address: str = ""
    kind: str = ""
    verbs: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    @property
    def what(self):
        """The verbs; where none was called, what happened to the row."""
        return ", ".join(self.verbs) or self.kind

    def is_one_act_with(self, later):
        """Whether the same person did both from the same place in the same moment."""
        return (
            self.person is not None
            and (self.person, self.source) == (later.person, later.source)
            and later.moment - self.moment <= SAME_MOMENT
        )

    def add(self, later):
        """What the same act did besides."""
        self.verbs += later.verbs
        self.changes += later.changes
        said = {change.after for change in self.changes}
        self.notes += [note for note in later.notes if note.after not in said]
        self.address = self.address or later.address


def history_of(obj):
    """What happened to `obj`, newest first: the verbs that were called, with the changes they made."""
    entries = []
    for happened in sorted(stored_changes(obj) + recorded_verbs(obj), key=lambda each: each.moment):
        if entries and entries[-1].is_one_act_with(happened):
            entries[-1].add(happened)
        else:
            entries.append(happened)
    return entries[::-1]


def recorded_verbs(obj):
    """The activities about `obj`, oldest first."""
    if not isinstance(obj, Recorded):
        return []
    return [
        Entry(
            moment=activity.created_at,
            verbs=[verb_in_words(activity.verb)],
            person=activity.actor,
            source=activity.get_source_display(),
            notes=notes_of(activity),
        )
        for activity in Activity.objects.about(obj).select_related("actor").order_by("created_at", "pk")
    ]


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
                kind=KINDS.get(event.pgh_label, event.pgh_label),
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
