"""Who has time when, and who comes: told by answer, so that it reads on a phone."""

from django.utils import timezone

from events.models import Availability, Participation


class Table:
    """The proposed dates, each with the people of each answer; and those who have not answered."""

    def __init__(self, meeting, invited):
        self.meeting = meeting
        self.rows = [Row(date) for date in meeting.dates.all()]
        # Whoever has not answered for each date that can still be fixed.
        coming = [row.people for row in self.rows if row.date.starts_at > timezone.now()]
        self.silent = [person for person in invited if not all(person.pk in people for people in coming)]
        self.labels = [answer.label for answer in Availability.Answer]


class Row:
    """One date: for each answer its label and its people."""

    def __init__(self, date):
        self.date = date
        self.availabilities = list(date.availabilities.all())
        self.people = {each.person_id for each in self.availabilities}
        self.answers = [
            (answer.label, [each.person for each in self.availabilities if each.answer == answer])
            for answer in Availability.Answer
        ]


class Answers:
    """Who comes, who cannot, who has not said; afterwards, who was there."""

    def __init__(self, meeting, invited):
        said = list(meeting.participations.all())
        self.comes = [each.person for each in said if each.answer == Participation.Answer.COMES]
        self.away = [each.person for each in said if each.answer == Participation.Answer.AWAY]
        self.present = [each.person for each in said if each.was_present]
        self.is_noted = any(each.was_present is not None for each in said)
        known = {each.person_id for each in said if each.answer}
        self.silent = [person for person in invited if person.pk not in known]
