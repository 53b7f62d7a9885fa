"""What is kept of somebody's keys for programs."""

from django.utils import timezone

from api.models import Key


def keys_of(person, word):
    """She makes one and uses it; {model: what the file of her data must hold}."""
    key, _token = Key.objects.make(f"{word} reports", by=person)
    key.note_use()
    return {"api.Key": [f"{word} reports", key.prefix, key.created_at, timezone.now().date()]}
