"""Speaking for an organisation: named, stepped down, and the last one never unnoticed."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from partners.models.partner import Partner


class Speaking(models.Model):
    """An affiliation whose person may be a focal point of the organisation."""

    class Meta:
        abstract = True

    @property
    def is_last_focal_point(self):
        """Whether nobody would speak for the organisation without her."""
        if not self.is_focal_point:
            return False
        if hasattr(self, "others_speak"):
            return not self.others_speak
        return not self.partner.focal_points.exclude(pk=self.person_id).exists()

    @transaction.atomic
    def name_focal_point(self, *, by):
        """The person speaks for the organisation."""
        self._lock()
        if self.status != self.Status.ACTIVE:
            raise ValidationError(_("Only an active person can be a focal point."))
        if self.is_focal_point:
            raise ValidationError(_("This person is a focal point already."))
        self.is_focal_point = True
        self.save(update_fields=["is_focal_point"])
        self.record("named_focal_point", by=by)

    @transaction.atomic
    def step_down(self, *, by):
        """The person no longer speaks for the organisation and stays as a colleague.

        The secretariat is told when nobody speaks for the organisation any more.
        """
        self._lock_with_organisation()
        if not self.is_focal_point:
            raise ValidationError(_("This person is not a focal point."))
        self.is_focal_point = False
        self.save(update_fields=["is_focal_point"])
        self.record("stepped_down", by=by, **self._what_is_left(spoke=True))

    def _lock_with_organisation(self):
        """Whoever leaves waits for those who leave before her, so that the last one knows that she is the last."""
        Partner.objects.select_for_update(no_key=True).get(pk=self.partner_id)
        self._lock()

    def _what_is_left(self, spoke):
        """What the Activity says of a focal point who goes: whether anybody else speaks for the organisation."""
        is_alone = spoke and self.partner.is_in_force and not self.partner.focal_points.exists()
        return {"leaves_nobody": True} if is_alone else {}
