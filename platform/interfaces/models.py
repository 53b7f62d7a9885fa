"""The four Interfaces: what lies anywhere in the hub, seen by subject; and what the secretariat shows first there."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from spaces.models import Space


class InterfaceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those into whose space she is let: all four for people of partner organisations."""
        return self.filter(space__in=Space.objects.visible_to(user))


class Interface(Recorded, models.Model):
    """One subject of the whole hub, with a room of its own."""

    KNOWLEDGE, POLICIES, RESEARCH, PROJECTS = "knowledge", "policies", "research", "projects"

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=160)
    short = models.CharField(_("short name"), max_length=40)
    description = models.TextField(_("description"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    space = models.OneToOneField(
        Space, on_delete=models.PROTECT, related_name="interface", verbose_name=_("space"), editable=False
    )
    themes = models.ManyToManyField(
        "core.Theme",
        blank=True,
        related_name="interfaces",
        verbose_name=_("themes"),
        help_text=_("Organisations that work on one of them stand here."),
    )
    objectives = models.ManyToManyField(
        "objectives.Objective",
        blank=True,
        related_name="interfaces",
        verbose_name=_("strategic objectives"),
        help_text=_("Their strategy stands here, and what lies in the rooms of their task forces."),
    )

    objects = InterfaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("Interface")
        verbose_name_plural = _("Interfaces")
        ordering = ["position", "slug"]
        default_permissions = ["view", "change"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("interfaces:detail", args=[self.slug])

    @transaction.atomic
    def pin(self, obj, *, by, position=0):
        """Show `obj` first here from now on; returns the Pin.

        Raises ValidationError when it stands there already, or is nothing an Interface gathers.
        """
        from interfaces.lenses import gathers

        # Two colleagues who pin the same thing wait for each other here.
        Interface.objects.select_for_update().get(pk=self.pk)
        if not gathers(type(obj)):
            raise ValidationError(_("Things of this kind are not gathered here."))
        pin = Pin(interface=self, content_type=ContentType.objects.get_for_model(obj), object_id=obj.pk)
        pin.position = position
        if self.pins.filter(content_type=pin.content_type, object_id=pin.object_id).exists():
            raise ValidationError(_("This is shown first here already."))
        pin.full_clean()
        pin.save()
        pin.record("pinned", by=by, interface=self.slug)
        return pin


class PinQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the Interfaces she may enter. What is pinned is shown to whom it is visible itself."""
        return self.filter(interface__in=Interface.objects.visible_to(user))

    def in_order(self):
        """As the secretariat has arranged them."""
        return self.order_by("position", "pk")


class Pin(Recorded, models.Model):
    """Something the secretariat shows first on the page of an Interface."""

    interface = models.ForeignKey(
        Interface, on_delete=models.CASCADE, related_name="pins", verbose_name=_("Interface"), editable=False
    )
    content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, related_name="+", verbose_name=_("kind of object"), editable=False
    )
    object_id = models.PositiveBigIntegerField(_("object"), editable=False)
    object = GenericForeignKey("content_type", "object_id")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    words = models.CharField(
        _("words"), max_length=300, blank=True, help_text=_("In a sentence, why it is worth reading.")
    )
    created_at = models.DateTimeField(_("pinned"), default=timezone.now, editable=False)

    objects = PinQuerySet.as_manager()

    class Meta:
        verbose_name = _("pinned item")
        verbose_name_plural = _("pinned items")
        ordering = ["interface", "position", "pk"]
        default_permissions = ["view", "change"]
        permissions = [
            ("pin_pin", _("Can show something first on the page of an Interface")),
            ("remove_pin", _("Can take a pinned item off the page of an Interface")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["interface", "content_type", "object_id"],
                name="pinned_once_in_an_interface",
                violation_error_message=_("This is shown first here already."),
            )
        ]

    def __str__(self):
        return str(self.object) if self.object else str(_("Something that is gone"))

    def get_absolute_url(self):
        return self.interface.get_absolute_url()

    @transaction.atomic
    def remove(self, *, by):
        """Take it off the page. The thing itself stays where it is."""
        if not Pin.objects.select_for_update().filter(pk=self.pk).exists():
            raise ValidationError(_("This has already been taken off the page."))
        self.record("removed", by=by, interface=self.interface.slug)
        self.delete()
