"""A day and an hour, typed without zone; the zone is named beside the field."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.clock import moment_of


class DayAndHourWidget(forms.SplitDateTimeWidget):
    """Two inputs the browser has its own pickers for."""

    def __init__(self):
        super().__init__(
            date_format="%Y-%m-%d",
            time_format="%H:%M",
            date_attrs={"type": "date", "aria-label": _("Day")},
            time_attrs={"type": "time", "aria-label": _("Hour")},
        )


class DayAndHourField(forms.SplitDateTimeField):
    """What was typed, as a datetime without zone: what it means is said by the form, which knows the zone."""

    widget = DayAndHourWidget

    def __init__(self, **kwargs):
        super().__init__(input_time_formats=["%H:%M", "%H:%M:%S"], input_date_formats=["%Y-%m-%d"], **kwargs)

    def compress(self, data_list):
        if not data_list:
            return None
        day, hour = data_list
        if day in self.empty_values:
            raise ValidationError(self.error_messages["invalid_date"], code="invalid_date")
        if hour in self.empty_values:
            raise ValidationError(self.error_messages["invalid_time"], code="invalid_time")
        return datetime.combine(day, hour)


class InZone:
    """A form whose days and hours are meant in `self.zone`."""

    zone = "UTC"

    def understand(self, name):
        """The moment of the field `name`, or None; a wrong hour stands beside it, one that comes twice in `doubled`."""
        typed = self.cleaned_data.get(name)
        if typed is None:
            return None
        try:
            moment, is_doubled = moment_of(typed, self.zone)
        except ValidationError as error:
            self.add_error(name, error)
            return None
        except OverflowError:  # the first or the last day there is
            self.add_error(name, self.fields[name].error_messages["invalid_date"])
            return None
        if is_doubled:
            self.doubled.append(typed)
        return moment

    @property
    def sentence_about_doubled(self):
        """What was chosen where an hour comes twice, or nothing."""
        if not self.doubled:
            return ""
        return _("Clocks go back on that day in %(zone)s and %(hour)s comes twice: the earlier one was taken.") % {
            "zone": self.zone,
            "hour": f"{self.doubled[0]:%H:%M}",
        }
