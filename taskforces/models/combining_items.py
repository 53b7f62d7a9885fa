"""Two items of a register that are one thing: the leader makes one of them, which takes over what hangs on both."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.merging import MergedInto

# What is empty in the one that stays is filled from the one that goes.
FILLED = ("description", "language", "country", "address", "plain_address", "doi", "authors", "year")


class Combining(MergedInto):
    """An item that may turn out to be another one."""

    class Meta:
        abstract = True

    @property
    def heir_id(self):
        """The key of what it became; its own, where it was not merged."""
        return self.merged_into_id or self.pk

    @transaction.atomic
    def merge_into(self, other, *, by):
        """This item is the same thing as `other`, which keeps its words and gets the links of both.

        The address of this one leads to the other from now on. Raises ValidationError unless both stand in the
        register of one task force.
        """
        self._lock_with(other)
        if self.pk == other.pk:
            raise ValidationError(_("An item cannot be merged into itself."))
        if self.task_force_id != other.task_force_id:
            raise ValidationError(_("Only items of the same task force can be merged."))
        if self.is_merged:
            raise ValidationError(self.told_who("merged", _("%(name)s has already merged this item.")))
        if not self.is_kept or not other.is_kept:
            raise ValidationError(_("Only items that stand in the register can be merged."))
        type(self).objects.filter(merged_into=self).update(merged_into=other)
        self.status, self.merged_into, self.updated_at = self.Status.MERGED, other, timezone.now()
        self.save(update_fields=["status", "merged_into", "updated_at"])
        other._take_over(self)
        self.record("merged", by=by, into=other.pk)

    def _take_over(self, item):
        """The links of `item`, and its facts where this one has none."""
        for name in FILLED:
            field = self._meta.get_field(name).attname
            if getattr(self, field) in ("", None):
                setattr(self, field, getattr(item, field))
        self.updated_at = timezone.now()
        self.save(update_fields=[*FILLED, "updated_at"])
        # Where one of them concerns the whole world, so does what they are together.
        both = self.regions.exists() and item.regions.exists()
        regions = {*self.regions.all(), *item.regions.all()} if both or self.country_id else set()
        self.regions.set(regions)
        self.organisations.add(*item.organisations.all())
