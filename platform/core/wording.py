"""SQL that is kept for all readers who are alike: what is theirs alone is left open in it and filled in."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.functional import cached_property

from core.prepared import Statement
from core.unchanging import Said

# Stands for the key of whoever asks; no key of ours comes near it.
ANYBODY = -7_204_618_253_911_046_357


def asked_of(person, name, *about):
    """What `person` answers to what was asked of a Reader."""
    answer = getattr(person, name)
    return answer(*about) if about else answer


@dataclass(frozen=True)
class Moment:
    """So many seconds from when it is asked."""

    seconds: int


@dataclass(frozen=True)
class Day:
    """So many days from the reader's today."""

    days: int


TYPES = {Said: "text", Moment: "timestamptz", Day: "date"}


class Wording:
    """The question for whoever gives these `answers`, put together at `moment` on `day`; "" where it finds nothing."""

    def __init__(self, answers, sql="", params=(), *, moment=None, day=None):
        self.answers, self.sql = answers, sql
        self.params = [left_open(each, moment, day) for each in params]

    def fits(self, person):
        return all(asked_of(person, *question) == answer for question, answer in self.answers.items())

    def filled(self, person, words):
        """The parameters for `person`, now."""
        return Filling(person, words).of(self.params)

    def planned_rows(self, person, words):
        """What `person` is answered, by a plan that the database keeps."""
        return self._statement.rows(Filling(person, words).of(self._statement.open))

    @cached_property
    def _statement(self):
        return Statement(self.sql, self.params, type_of)


def left_open(param, moment, day):
    """What lay a week before `moment` lies a week before any other. A moment is a day, too: it comes first."""
    if isinstance(param, datetime):
        return Moment(round((param - moment).total_seconds()))
    if isinstance(param, date):
        return Day((param - day).days)
    return param


def type_of(param):
    """What the database calls it, if it is filled in; "" of all else."""
    return "bigint" if param == ANYBODY else TYPES.get(type(param), "")


class Filling:
    """Who asks, with which words, and when."""

    def __init__(self, person, words):
        self.person, self.words = person, words
        self.now, self.today = timezone.now(), timezone.localdate()

    def of(self, params):
        return [self._of(each) for each in params]

    def _of(self, param):
        match param:
            case Said():
                return self.words[param]
            case Moment():
                return self.now + timedelta(seconds=param.seconds)
            case Day():
                return self.today + timedelta(days=param.days)
        return self.person.pk if param == ANYBODY else param
