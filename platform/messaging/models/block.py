"""An organisation that wants no more messages from somebody."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from partners.models import Affiliation, Partner


class BlockQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of organisations she speaks for; nobody else's business, the secretariat's neither."""
        if not user.is_authenticated:
            return self.none()
        spoken_for = Affiliation.objects.in_force().filter(person=user, is_focal_point=True)
        return self.filter(partner__in=spoken_for.values("partner"))


class Block(Recorded, models.Model):
    """`person` cannot write to `partner` until the organisation lifts it."""

    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, related_name="blocks", verbose_name=_("organisation")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="blocks", verbose_name=_("person")
    )
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["-created_at", "-pk"]
        permissions = [("lift_block", _("Can lift a block of one’s own organisation"))]
        constraints = [models.UniqueConstraint(fields=["partner", "person"], name="one_block_per_person")]

    def __str__(self):
        return f"{self.partner} × {self.person}"

    @transaction.atomic
    def lift(self, *, by):
        """The person may write to the organisation again. Lifted twice, nothing happens the second time."""
        if not Block.objects.select_for_update().filter(pk=self.pk).exists():
            return
        self.record("lifted", by=by, partner=self.partner_id)
        Block.objects.filter(pk=self.pk).delete()
