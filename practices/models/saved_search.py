"""A search somebody has saved, and hears of when something new fits."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded

# Nobody follows more; each is asked every day.
MOST = 30
# A notice names so many of the sheets, and says how many there are.
NAMED = 5


class SavedSearchQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own: what somebody looks for is nobody else's business."""
        return self.filter(person=user) if user.is_authenticated else self.none()

    @transaction.atomic
    def keep(self, query, name, *, by):
        """Save a search of hers; the same one is saved once, however often the form is sent. Returns it.

        `query` is {name: [values]} as Finder.query tells it. Raises ValidationError when it asks nothing, or when she
        has saved very many.
        """
        if not query:
            raise ValidationError(_("Choose something first: a search for everything is the list itself."))
        kept = self.filter(person=by, query=query).first()
        if kept:
            return kept
        # The person is locked: two windows count one after the other.
        get_user_model().objects.select_for_update(no_key=True).get(pk=by.pk)
        if self.filter(person=by).count() >= MOST:
            raise ValidationError(_("You have saved %(most)d searches. Remove one first."), params={"most": MOST})
        search, is_new = self.get_or_create(person=by, query=query, defaults={"name": name})
        if is_new:
            search.record("kept", by=by)
        return search


class SavedSearch(Recorded, models.Model):
    """What is asked, as data; the mails come as she has chosen for searches (notifications)."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches", verbose_name=_("person")
    )
    name = models.CharField(_("name"), max_length=100)
    query = models.JSONField(_("what is asked"))
    created_at = models.DateTimeField(_("saved"), default=timezone.now, editable=False)
    # Of what was published until then she has heard, or could have seen it herself.
    looked_at = models.DateTimeField(_("looked at"), default=timezone.now, editable=False)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["name", "pk"]
        default_permissions = ["view"]
        permissions = [("remove_savedsearch", _("Can remove a saved search"))]
        constraints = [
            models.UniqueConstraint(fields=["person", "query"], name="a_search_is_saved_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="saved_searches_have_a_name"),
        ]

    def __str__(self):
        return self.name

    @property
    def question(self):
        """The part of an address behind its question mark."""
        return urlencode(self.query, doseq=True)

    def get_absolute_url(self):
        """What it finds now, the newest first."""
        return f"{reverse('practices:list')}?{self.question}&sort=newest"

    @transaction.atomic
    def tell(self, versions, *, until, by):
        """Tell of `versions` that were published since it was looked at and before `until`; once, whoever runs twice.

        Returns how many there are.
        """
        self.refresh_from_db(from_queryset=SavedSearch.objects.select_for_update())
        if self.looked_at >= until:
            return 0
        new = versions.filter(published_at__gt=self.looked_at, published_at__lte=until)
        named = [{"code": version.practice.code, "title": str(version)} for version in new[:NAMED]]
        number = new.count() if len(named) == NAMED else len(named)
        self.looked_at = until
        self.save(update_fields=["looked_at"])
        if number:
            self.record("found", by=by, number=number, practices=named)
        return number

    @transaction.atomic
    def remove(self, *, by):
        """She wants to hear of it no more."""
        if not SavedSearch.objects.select_for_update().filter(pk=self.pk).exists():
            raise ValidationError(_("This search has been removed already."))
        self.record("removed", by=by)
        self.delete()
