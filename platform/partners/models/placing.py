"""Where an organisation stands on the map, and the verb that says so."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class Placing(models.Model):
    """An organisation at its city, else at its country."""

    class Meta:
        abstract = True

    @property
    def position(self):
        """Where maps show it, "latitude,longitude"."""
        where = self.place or self.country
        return "" if where.latitude is None else f"{where.latitude},{where.longitude}"

    @transaction.atomic
    def move_to(self, place, *, by):
        """It stands at `place` from now on, a city of its country; at its country when None.

        Raises ValidationError when the city lies elsewhere, or when it stands there already.
        """
        self._lock()
        self._must_lie_in_its_country(place)
        if self.place_id == (place and place.pk):
            raise ValidationError({"place": _("It stands there already.")})
        before, self.place = self.place_id, place
        self.save(update_fields=["place"])
        self.record("moved_to", by=by, before=before, after=self.place_id)

    def _must_lie_in_its_country(self, place):
        if place and place.country_id != self.country_id:
            raise ValidationError({"place": _("This city lies in another country than the organisation.")})
