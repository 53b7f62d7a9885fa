"""The stages of the Strategy Implementation Cycle and their outputs: data the secretariat edits."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.outputs import is_told


class StageQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The cycle is public."""
        return self

    def with_outputs(self):
        """List of the stages in order, each with its outputs in order (`listed_outputs`): one query."""
        rows = self.annotate(output_row=models.FilteredRelation("outputs")).select_related("output_row")
        stages = {}
        for row in rows.order_by("number", "output_row__position", "output_row__pk"):
            stage = stages.setdefault(row.pk, row)
            stage.listed_outputs = getattr(stage, "listed_outputs", [])
            if getattr(row, "output_row", None):
                stage.listed_outputs.append(row.output_row)
        return list(stages.values())


class Stage(models.Model):
    """One stage of the cycle that each task force goes through."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=80)
    description = models.TextField(_("description"), blank=True)
    is_confirmed = models.BooleanField(
        _("confirmed"),
        default=False,
        help_text=_("Whether the Initiative has adopted this wording. Until then it is shown as a proposal."),
    )

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage of the cycle")
        verbose_name_plural = _("stages of the cycle")
        ordering = ["number"]

    def __str__(self):
        return f"{self.number} {self.title}"

    @property
    def following(self):
        """The stage after this one, or None."""
        return Stage.objects.filter(number__gt=self.number).order_by("number").first()

    @property
    def preceding(self):
        """The stage before this one, or None."""
        return Stage.objects.filter(number__lt=self.number).order_by("-number").first()


class OutputQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The cycle is public."""
        return self


class Output(models.Model):
    """What a stage has to bring about before its task force moves on."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="outputs", verbose_name=_("stage"))
    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=160)
    is_required = models.BooleanField(_("required"), default=True)
    can_be_attested = models.BooleanField(
        _("can be attested"),
        default=True,
        help_text=_("Whether the leader’s word is enough. Some outputs the platform tells by itself."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = OutputQuerySet.as_manager()

    class Meta:
        verbose_name = _("output")
        verbose_name_plural = _("outputs")
        ordering = ["stage", "position"]

    def __str__(self):
        return self.title

    @property
    def is_told(self):
        """Whether the platform tells it by itself."""
        return is_told(self.code)

    def clean(self):
        if not self.can_be_attested and not self.is_told:
            raise ValidationError(
                {"can_be_attested": _("The platform does not know of this output: let the leader attest it.")}
            )
