"""Publishing: a version is set down for readers, and stands until the next one."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from practices.places import whole


class Publishing(models.Model):
    """What is published of a sheet, and writing a new version of it."""

    class Meta:
        abstract = True

    @property
    def can_be_published(self):
        return self.status == self.Status.REVIEWED

    @property
    def can_be_revised(self):
        """Whether its author may begin a new version."""
        return self.status in (self.Status.PUBLISHED, self.Status.REJECTED)

    @property
    def can_be_dropped(self):
        """Whether there is a new version to drop, and one that was published before."""
        return self.is_public and self.status in (self.Status.DRAFT, self.Status.REJECTED)

    @transaction.atomic
    def publish(self, *, by):
        """Let everybody read it, as a further version under the same code. Returns the Version.

        Raises ValidationError unless the datasheet has been reviewed.
        """
        self._lock()
        self._must_be(self.Status.REVIEWED, sentence=_("Only a reviewed datasheet can be published."))
        now = timezone.now()
        self.status, self.confirmed_at, self.reminded_at = self.Status.PUBLISHED, now, None
        self.published_at = self.published_at or now
        self.save(update_fields=["status", "confirmed_at", "reminded_at", "published_at"])
        version = self.versions.set_down(self, by=by)
        self.record("published", by=by, number=version.number)
        return version

    @transaction.atomic
    def revise(self, *, by):
        """Its author writes a new version; what is published stays up until that one passes.

        Raises ValidationError unless it is published or was rejected.
        """
        self._lock()
        self._must_be(
            *(self.Status.PUBLISHED, self.Status.REJECTED),
            sentence=_("This sheet is being written or reviewed already."),
        )
        self.status = self.Status.DRAFT
        self.save(update_fields=["status"])
        self.record("revised", by=by)

    @transaction.atomic
    def drop_revision(self, *, by):
        """The new version is given up: it says again what is published. Raises ValidationError when there is none."""
        self._lock()
        if not self.can_be_dropped:
            self._must_be(sentence=_("There is no new version to drop."))
        current = self.versions.current().get()
        contents = dict(current.contents)
        if "sites" in contents:
            contents["sites"] = whole(contents["sites"], current.withheld)
        self.edition, self.status, self.reason = current.edition, self.Status.PUBLISHED, ""
        self.held_by = self.held_until = None
        self.__dict__.pop("form", None)
        self.save(update_fields=["edition", "status", "reason", "held_by", "held_until"])
        self._keep(contents)
        self._show_again(current)
        self.record("revision_dropped", by=by)

    def _show_again(self, version):
        """Its files are those of `version` again; what came with the new version stays nowhere."""
        self.illustrations.update(is_on_sheet=False)
        self.illustrations.filter(versions=version).update(is_on_sheet=True)
        for illustration in self.illustrations.filter(versions=None):
            illustration.forget()
