"""Hours where the reader lives, in words."""

from datetime import timedelta

from django import template

from events.clock import span, zone_in_words

register = template.Library()


@register.filter
def when(meeting):
    """From when to when a meeting with a date is, in the reader's zone, which is named."""
    return span(meeting.starts_at, meeting.ends_at)


@register.filter
def when_it_would_be(date, meeting):
    """The same for a date that is proposed."""
    return span(date.starts_at, date.starts_at + timedelta(minutes=meeting.duration_minutes))


@register.filter
def zone_of(moment):
    """The reader's zone at that moment: its name and its distance from UTC."""
    return zone_in_words(moment)
