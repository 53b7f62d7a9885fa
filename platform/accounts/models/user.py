"""The person: how she signs in, speaks, wants to be named. What she may do follows from facts elsewhere."""

import zoneinfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.access import Admissible
from accounts.models.consent import Consenting
from accounts.models.erasure import Erasable
from accounts.models.first_days import Newcomer
from core.models import Recorded, Theme
from core.permissions import is_vetoed


def validate_time_zone(value):
    """Refuse a name that is not in the time zone database."""
    if value not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(value)s” is not a time zone."), params={"value": value})


class UserQuerySet(models.QuerySet):
    def visible_to(self, user):
        """People appear in rosters by their consent; as such only the secretariat and she herself see a person."""
        if user.has_perm("accounts.view_user"):
            return self
        return self.filter(pk=user.pk) if user.is_authenticated else self.none()

    def active(self):
        """People who may sign in."""
        return self.filter(is_active=True)

    def secretariat(self):
        """The people who run the platform."""
        return self.active().filter(is_staff=True)

    def partner_people(self):
        """People with an active affiliation to an organisation that is partner or member: asked now, copied nowhere."""
        from partners.models import Affiliation

        return self.active().filter(models.Exists(Affiliation.objects.in_force().filter(person=models.OuterRef("pk"))))

    def friends(self):
        """Individuals without an organisation in the Initiative."""
        from partners.models import Affiliation

        return self.active().filter(
            ~models.Exists(Affiliation.objects.in_force().filter(person=models.OuterRef("pk"))),
            is_staff=False,
        )


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email, password=None, **fields):
        """A new person; without a password she signs in by a mailed code."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """A person who may do everything that no veto forbids."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(Recorded, Admissible, Consenting, Newcomer, Erasable, AbstractBaseUser, PermissionsMixin):
    """A person with an e-mail address."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120, help_text=_("As you want others to read it."))
    country = models.ForeignKey(
        "regions.Country",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("country"),
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC", validators=[validate_time_zone])
    interests = models.ManyToManyField(Theme, blank=True, related_name="people", verbose_name=_("interests"))
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("works in the secretariat"), default=False)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    def __str__(self):
        return self.get_full_name()

    def get_full_name(self):
        """The name, or "Former member" for someone who left."""
        return self.name or str(_("Former member") if self.is_erased else self.email.split("@")[0])

    get_short_name = get_full_name

    def get_absolute_url(self):
        return reverse("admin:accounts_user_change", args=[self.pk])

    def has_perm(self, perm, obj=None):
        """Vetoes first: they bind superusers too."""
        return not is_vetoed(self, perm, obj) and super().has_perm(perm, obj)

    @property
    def is_partner(self):
        """Whether she belongs to an active partner or member organisation at this moment."""
        return self.affiliations.in_force().exists()

    @property
    def organisations(self):
        """The active partner and member organisations she belongs to, as a list."""
        from partners.models import Partner

        return list(Partner.objects.filter(affiliations__in=self.affiliations.in_force()))

    @property
    def large_region(self):
        """The large region she lives in, or None."""
        return self.country.large_region if self.country_id else None

    @transaction.atomic
    def change_language(self, language, *, by):
        """Mails and notices follow in `language` from now on."""
        self.language = language
        self.full_clean(exclude=["password", "name"])
        self.save(update_fields=["language"])
        self.record("language_changed", by=by, language=language)
